"""Whole sessions in a real terminal: every key means what it means typed slowly, in whatever pieces the bytes come.

One session is tried, typed slowly, in one burst and in pieces by three desks at once (about 40 seconds). With
`DESK_TEST_LONG=1` in the environment there are three long ones instead, each in more pieces, on a machine that two
other programs keep busy (some minutes).
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.ui.terminal import LONG, PATIENCE, Terminal, timeless

#: Seconds after which what was said beside the work is gone.
_NOTICES = 8.0
DOWN, END = "\x1b[B", "\x1b[F"
PALETTE, SAVE, ADD, REDO, THROW_AWAY, COPY_FIRST = "\x10", "\x13", "\x0e", "\x12", "\x14", "\x19"

#: The first start, then a day at the desk: each line in it is what somebody types before looking up.
BEGINNING = ("Jané Doe", "\r", "\r", "o")
TEMPLATE = (PALETTE, "template", "\r", "Transport", "\r", "Metro", "\r", "Dec 31 2027", "\r", "\r", "\r")
LINES = (
    *("l", "Transport walks out on:today #session", "\r", "\r"),
    # A name and a source that the desk does not know are added from the line, each in a form of its own.
    *('"', "“We won’t accept that – nobody will” @Rivéra", ADD, "\r", "spokesman", SAVE, " src:presser", ADD),
    *("\r", "press", "\t", SAVE, "\r"),
    *("l", "kept for later", "\x1b", "2", "l", THROW_AWAY, "Metro answers on:today #statement", "\r", "\r"),
)
FORMS = (
    *("3", "a", "We came to talk.\rNobody did, and so we left.", "\t", "Riv", "\t", "\r", "pres", "\t", "\r", SAVE),
    *("2", "a", "Strike vote closes", "\r", "jun 3 2028", "\r", "str", DOWN, DOWN, "\r", SAVE),
    *(
        "2",
        "a",
        "thrown away",
        "\x1b",
        "x",
        "a",
        "Ratification",
        "\r",
        "not a date",
        SAVE,
        *["\x7f"] * 10,
        "by sep 1 2028",
    ),
    *("\r", SAVE, "e", "sep 2 2028", SAVE),
)
CHECKS = (
    *("4", "s", "walkout", "\r", "Walkout at dawn", SAVE, "a", "The name of the spokesman", "\r", SAVE, " ", "a"),
    *(" ", "E", "heard him spell it\rtwice", "\t", "presser", "\r", "\x15green", SAVE),
)
SEARCH = (
    *("/", "talk nobody", "\r", "e", "\t", "\t", "\t", "today", SAVE, "\x1b"),
    *("/", "accept", COPY_FIRST, "\x1b", "\x1b", "3", "j", "y", "k", "Y", "j", "\x1b"),
)
AGAIN = (
    "u",
    "u",
    REDO,
    "u",
    REDO,
    "w",
    "\x1b",
    "m",
    "2",
    "e",
    END,
    "z",
    SAVE,
    "\x1b",
    "?",
    "\x1b",
    "t",
    "\x1b",
    "2",
    "j",
)
VERIFY = (
    *("3", "g", "v", "\t", "We came to talk.\rNobody did, and so we left.", "\x1b", "k", "k", "\x1b"),
    *(PALETTE, "log a dev", "\r", "Metro files", "\t", "fil", "\t", SAVE, "4", "1"),
)
DAY = {"a day": (*BEGINNING, *TEMPLATE, *LINES, *FORMS[:12], *SEARCH[12:], "u", REDO, "u", "2", "j")}
DAYS = {
    "forms": (*BEGINNING, *TEMPLATE, *LINES, *FORMS),
    "checks and search": (*BEGINNING, *TEMPLATE, *LINES, *CHECKS, *SEARCH, *AGAIN),
    "verify": (*BEGINNING, *TEMPLATE, *LINES, *FORMS[:12], *VERIFY, *AGAIN),
}
SESSIONS = DAYS if LONG else DAY


@contextmanager
def a_busy_machine(programs: int) -> Iterator[None]:
    """Other programs take the time of the machine."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(programs)]
    try:
        yield
    finally:
        for one in busy:
            one.kill()
            one.wait()


Ended = tuple[dict[str, list[tuple[object, ...]]], list[str]]


def slowly(desk: Terminal, session: tuple[str, ...]) -> Ended:
    """The session as somebody types it who looks up after every word."""
    desk.until("Your name")
    for typed in session:
        desk.type(typed.encode())
        desk.until_quiet(0.2)
    desk.read(_NOTICES)
    shown = timeless(desk.lines())
    assert desk.end() == 129
    return desk.filed(), shown


def in_one_burst(desk: Terminal, session: tuple[str, ...], slow: Future[Ended]) -> None:
    """All of it at once; it ends as when it is typed slowly."""
    desk.until("Your name")
    desk.type("".join(session).encode())
    ends_like(desk, slow)


def in_pieces(desk: Terminal, session: tuple[str, ...], slow: Future[Ended], seed: int) -> None:
    """The same, from before there is anything on the screen on, in pieces."""
    chance = random.Random(seed)
    desk.until("\x1b[?25l")  # the terminal is the desk's
    for piece in pieces(session, chance):
        desk.type(piece)
        time.sleep(chance.choice((0, 0, 0.001, 0.01, 0.03)))
    ends_like(desk, slow)


def pieces(session: tuple[str, ...], chance: random.Random) -> Iterator[bytes]:
    """The bytes of it cut anywhere, in the middle of a character or of an arrow key too."""
    typed = "".join(session).encode()
    while typed:
        size = chance.choice((1, 2, 3, 7, 40, 300))
        yield typed[:size]
        typed = typed[size:]


def ends_like(desk: Terminal, slow: Future[Ended]) -> None:
    """Wait until all was done that was typed, then compare what the desk shows and what it filed."""
    while not slow.done():
        desk.read(0.2)
    expected, expected_shown = slow.result()
    until = time.monotonic() + PATIENCE
    while desk.filed() != expected and time.monotonic() < until:
        desk.read(0.5)
    while (shown := timeless(desk.lines())) != expected_shown and time.monotonic() < until:
        desk.read(0.5)
    assert shown == expected_shown
    assert desk.end() == 129
    filed = desk.filed()
    for name, rows in expected.items():
        assert filed[name] == rows, name


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_in_one_burst_or_in_any_pieces_is_the_session_typed_slowly(name: str, tmp_path: Path) -> None:
    session = SESSIONS[name]
    ways = [in_one_burst, *(partial(in_pieces, seed=seed) for seed in range(1, 4 if LONG else 2))]
    desks = [Terminal(tmp_path / str(number)) for number in range(len(ways) + 1)]
    with a_busy_machine(2 if LONG else 0), ThreadPoolExecutor(len(desks)) as pool:
        slow = pool.submit(slowly, desks[0], session)
        fast = [pool.submit(way, desk, session, slow) for way, desk in zip(ways, desks[1:], strict=True)]
        for one in (slow, *fast):
            one.result()


def test_what_is_typed_before_the_desk_is_there_is_typed(tmp_path: Path) -> None:
    desk = Terminal(tmp_path)
    desk.type(b"Jane Doe\r\ro")
    desk.until("No story yet")
    desk.read(1)
    assert desk.rows("SELECT value FROM setting WHERE key = 'reporter'") == [("Jane Doe",)]
    assert desk.end() == 129
