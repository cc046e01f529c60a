"""Whole sessions in a real terminal: every key means what it means typed slowly, in whatever pieces the bytes come."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.terminal import PATIENCE, Terminal, timeless

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
SESSIONS = {
    "forms": (*BEGINNING, *TEMPLATE, *LINES, *FORMS),
    "checks and search": (*BEGINNING, *TEMPLATE, *LINES, *CHECKS, *SEARCH, *AGAIN),
    "verify": (*BEGINNING, *TEMPLATE, *LINES, *FORMS[:12], *VERIFY, *AGAIN),
}


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


def slowly(folder: Path, session: tuple[str, ...]) -> Ended:
    """The session as somebody types it who looks up after every word."""
    desk = Terminal(folder)
    desk.until("Your name")
    for typed in session:
        desk.type(typed.encode())
        desk.until_quiet(0.2)
    desk.read(_NOTICES)
    shown = timeless(desk.lines())
    assert desk.end() == 129
    return desk.filed(), shown


def pieces(session: tuple[str, ...], chance: random.Random) -> Iterator[bytes]:
    """The bytes of it cut anywhere, in the middle of a character or of an arrow key too."""
    typed = "".join(session).encode()
    while typed:
        size = chance.choice((1, 2, 3, 7, 40, 300))
        yield typed[:size]
        typed = typed[size:]


@pytest.fixture(scope="module", params=list(SESSIONS))
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, ...], Ended]:
    typed = SESSIONS[request.param]
    return typed, slowly(tmp_path_factory.mktemp("slowly"), typed)


def ends_like(desk: Terminal, slow: Ended) -> None:
    """Wait until all was done that was typed, then compare what the desk shows and what it filed."""
    expected, expected_shown = slow
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


def test_a_session_in_one_burst_is_the_session_typed_slowly(
    session: tuple[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    typed, slow = session
    desk = Terminal(tmp_path)
    desk.until("Your name")
    desk.type("".join(typed).encode())
    ends_like(desk, slow)


@pytest.mark.parametrize("seed", [1])
def test_a_session_in_any_pieces_on_a_busy_machine_is_the_session_typed_slowly(
    seed: int, session: tuple[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    typed, slow = session
    chance = random.Random(seed)
    with a_busy_machine(2):
        desk = Terminal(tmp_path)
        desk.until("\x1b[?25l")  # the terminal is the desk's, and there is nothing on it yet
        for piece in pieces(typed, chance):
            desk.type(piece)
            time.sleep(chance.choice((0, 0, 0.001, 0.01, 0.03)))
        ends_like(desk, slow)


def test_what_is_typed_before_the_desk_is_there_is_typed(tmp_path: Path) -> None:
    desk = Terminal(tmp_path)
    desk.type(b"Jane Doe\r\ro")
    desk.until("No story yet")
    desk.read(1)
    assert desk.rows("SELECT value FROM setting WHERE key = 'reporter'") == [("Jane Doe",)]
    assert desk.end() == 129
