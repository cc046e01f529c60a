"""What comes from a terminal: a paste is text, what is no key presses none, and no byte ends the desk.

Some pastes into a desk in a real terminal are tried with `DESK_TEST_LONG=1` in the environment alone.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from textual import events

from desk.ui.key_queue import Typed
from desk.ui.terminal import Reader, TerminalDriver
from desk.ui.terminal_parser import TerminalParser
from desk.ui.widgets.area import Area
from desk.ui.widgets.entry import Entry
from tests.ui.opened import a_store, opened, settle
from tests.ui.terminal import LONG, Terminal

PAGE = "Talks \x1b[31mresume\x1b[0m Monday\x1b, x y\x1b[20 u \x1b]52;c;aGk=\x07 \x1b[<0;1;1M[201~"
SENT = f"ab\x1b[200~{PAGE}\x1b[201~c\x1b[A"


def told(found: list[object]) -> list[str]:
    return [event.text if isinstance(event, events.Paste) else getattr(event, "key", "?") for event in found]


def fed(*pieces: str, alt_keys: tuple[str, ...] = ()) -> list[str]:
    parser = TerminalParser(alt_keys=alt_keys)
    return told([event for piece in pieces for event in parser.feed(piece)])


def waited(parser: TerminalParser) -> list[str]:
    """What the parser says when nothing more comes."""
    parser._fed -= 60
    return told(list(parser.tick()))


# A paste that is marked


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64, 4096])
def test_a_paste_is_one_text_however_it_arrives(size: int) -> None:
    assert fed(*(SENT[at : at + size] for at in range(0, len(SENT), size))) == ["a", "b", PAGE, "c", "up"]


@pytest.mark.parametrize("at", range(1, len(SENT)))
def test_it_may_be_cut_anywhere(at: int) -> None:
    assert fed(SENT[:at], SENT[at:]) == ["a", "b", PAGE, "c", "up"]


def test_two_pastes_in_a_row_are_two_texts() -> None:
    assert fed("\x1b[200~one\x1b[201~\x1b[200~t\x1bwo\x1b[201~") == ["one", "t\x1bwo"]


def test_a_paste_without_its_end_is_there_and_keys_are_keys_again() -> None:
    parser = TerminalParser()
    assert told(list(parser.feed("\x1b[200~half a sta\x1b[20"))) == []
    assert waited(parser) == ["half a sta\x1b[20"]
    assert told(list(parser.feed("q"))) == ["q"]


def test_what_comes_late_of_a_paste_is_text_and_presses_no_key() -> None:
    parser = TerminalParser()
    assert told(list(parser.feed("\x1b[200~half a sta"))) == []
    assert waited(parser) == ["half a sta"]
    assert told(list(parser.feed("tement, then x\rl q"))) == []
    assert told(list(parser.feed(" to its end\x1b[201~c"))) == ["tement, then x\rl q to its end", "c"]


# What is no key


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b]11;rgb:1e1e/2222/3333\x1b\\",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
        "\x1b]52;c;" + "aGVsbG8g" * 500 + "\x07",
        "\x1bP>|tmux 3.3a\x1b\\",
        "\x1bP!|00000000\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[?62;22c",
        "\x1b[>41;354;0c",
        "\x1b[?1u",
        "\x1b[?997;1n",
        "\x1b[0n",
        "\x1b[8;40;120t",
        "\x1b[4;800;1200t",
        "\x1b[1;99Z",
        "\x1b[" + "1;" * 60 + "x",
        "\x1b[[Z",
        "\x1b[<0;999999999999;1M",
        "\x1b[1114112;1u",
        "\x1b[55296;;55296u",
        "\x1b[97:65;5:1u",
    ],
)
def test_an_answer_of_the_terminal_and_what_nobody_knows_press_no_key(answer: str) -> None:
    assert fed(f"a{answer}b") == ["a", "b"]
    assert fed("a", *answer, "b") == ["a", "b"]


@pytest.mark.parametrize(("begins", "ends"), [("]52;c;", "\x07"), ("P1+r", "\x1b\\"), ("_G", "\x1b\\"), ("[1;", "x")])
def test_nor_does_one_of_any_length(begins: str, ends: str) -> None:
    reader = Reader(TerminalParser())
    answer = f"\x1b{begins}{'12;3' * 100_000}{ends}".encode()
    reads = [reader.read(answer[at : at + 4096]) for at in range(0, len(answer), 4096)]
    assert told([event for read in reads for event in read]) == []
    assert told(reader.read(b"q")) == ["q"]


@pytest.mark.parametrize(
    "begun", ["\x1b[", "\x1b[12", "\x1b[1;2", "\x1b]11;rgb:", "\x1bP1+r", "\x1b[<0;3", "\x1bO", "\x1b"]
)
def test_what_is_broken_off_holds_no_key_up(begun: str) -> None:
    parser = TerminalParser()
    list(parser.feed(begun))
    waited(parser)
    assert told(list(parser.feed("x"))) == ["x"]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("\x1b2", ["escape", "2"]),
        ("\x1bx", ["escape", "x"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1bé", ["escape", "é"]),
        ("\x1b\x13", ["escape", "ctrl+s"]),
        ("\x1b\x7f", ["ctrl+w"]),
        ("\x1bb", ["ctrl+left"]),
        ("\x1b[Z\x1b[1;5C\x1b[24~\x1bOP\x1b[[A\x1b[3$", ["shift+tab", "ctrl+right", "f12", "f1", "f1", "shift+delete"]),
    ],
)
def test_keys_in_haste_are_the_keys_they_are(typed: str, keys: list[str]) -> None:
    parser = TerminalParser()
    assert told(list(parser.feed(typed))) + waited(parser) == keys
    parser = TerminalParser()
    assert [key for char in typed for key in told(list(parser.feed(char)))] + waited(parser) == keys


def test_a_key_with_alt_is_one_where_the_reporter_gave_it_something_to_do() -> None:
    assert fed("\x1bx\x1by", alt_keys=("alt+x",)) == ["alt+x", "escape", "y"]


def test_noise_of_every_kind_leaves_a_reader_that_reads() -> None:
    chance = random.Random(3)
    parts = (
        "\x1b[ \x1b[< \x1b] \x1bP \x1bO \x1b[200~ \x1b[201~ \x1b[48; u ~ M m t R $y ? ; : 99999999999 0 55296 I".split(
            " "
        )
    )
    noise = [*(part.encode() for part in parts), b"\xff", b"\xe9", b"\x00", b"\x1b", b"\x07", b"\xc3\xa9"]
    for _ in range(150):
        reader = Reader(TerminalParser())
        for _ in range(20):
            reader.read(b"".join(chance.choices(noise, k=8)) if chance.random() < 0.8 else chance.randbytes(40))
        for _ in range(3):
            waited(reader._parser)
        assert told(reader.read(b"x"))[-1] == "x"


def test_a_byte_that_is_no_utf8_is_a_sign_that_something_stood_there() -> None:
    reader = Reader(TerminalParser())
    assert [getattr(key, "character", "") for key in reader.read(b"caf\xe9 \xc3")] == ["c", "a", "f", "�", " "]
    assert [getattr(key, "character", "") for key in reader.read(b"\xa9")] == ["é"]


# Several lines in one read


@pytest.mark.parametrize(
    ("read", "several"),
    [
        (b"one\rtwo", True),
        (b"one\ntwo", True),
        (b"one\n", True),
        (b"one\ttwo\r\nthree", True),
        (b"one\r\ntwo\0three", True),
        (b"one\rtwo\x0cthree", True),
        ("100\xa0000\rtwo".encode(), True),
        ("one 👩\u200d🏫\r\u200fשלום".encode(), True),
        (b"one\r", False),
        (b"\rone", False),
        (b"\r\r", False),
        (b"\n", False),
        (b"one two", False),
        (b"\x10one\rtwo", False),
        (b"one\rtwo\x1b[A", False),
        (b"one\rtwo\x13", False),
        (b"\x1b[200~one\rtwo\x1b[201~", False),
    ],
)
def test_only_a_read_of_lines_and_nothing_else_may_be_a_paste(read: bytes, several: bool) -> None:
    found = Reader(TerminalParser()).read(read)
    assert any(isinstance(one, Typed) for one in found) is several


def test_what_follows_on_a_burst_goes_on_with_it() -> None:
    reader = Reader(TerminalParser())
    (first,) = reader.read(b"one\rtwo")
    (second,) = reader.read(b"three\rfour")
    assert isinstance(first, Typed)
    assert isinstance(second, Typed)
    assert (first.follows, second.follows) == (False, True)
    reader._last -= 5
    (third,) = reader.read(b"five\rsix")
    assert isinstance(third, Typed)
    assert not third.follows


async def test_what_python_calls_unprintable_but_is_written_is_typed_like_any_letter(tmp_path: Path) -> None:
    words = "we\xa0will 100\u202f000 👩\u200d🏫 می\u200cخواهم"
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            for event in Reader(TerminalParser()).read(f"l{words}".encode()):
                pilot.app._driver.send_message(event)  # type: ignore[union-attr]
            await pilot.pause(0.1)
            await settle(pilot)
            assert pilot.app.screen.query_one(Entry).value == words
            await pilot.press("escape")
            await settle(pilot)
            await pilot.press("3", "a")
            await settle(pilot)
            for event in Reader(TerminalParser()).read("a\xa0b".encode()):
                pilot.app._driver.send_message(event)  # type: ignore[union-attr]
            await pilot.pause(0.1)
            await settle(pilot)
            assert pilot.app.screen.query_one(Area).value == "a\xa0b"


def test_what_no_page_shows_is_left_out_of_a_text() -> None:
    (typed,) = Reader(TerminalParser()).read(b"one\r\nt\0wo\x0c\r\nthree")
    assert isinstance(typed, Typed)
    assert typed.text == "one\ntwo\nthree"


async def test_the_desks_terminal_is_read_so(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            assert pilot.app.driver_class is TerminalDriver


# In a real terminal

UNBOUND = "[keys]\nquit = []\n"


@pytest.fixture
def desk(tmp_path: Path) -> Terminal:
    desk = Terminal(tmp_path, config=UNBOUND)
    desk.until("Your name")
    desk.type(b"Jane Doe\r\ro")
    desk.until("No story yet")
    desk.until_quiet()
    return desk


def draft(desk: Terminal, line: str) -> str:
    found = desk.rows(f"SELECT fields FROM form_draft WHERE form = '{line} line'")
    return str(found[0][0]) if found else ""


def until_kept(desk: Terminal, line: str, words: str) -> None:
    until = time.monotonic() + 20
    while words not in draft(desk, line) and time.monotonic() < until:
        desk.read(0.2)
    assert words in draft(desk, line)


PASTES = [
    (b'"', "quote", b"We will not take this.\rNot now, xq.\rNot ever."),
    (b'"', "quote", b"We will not take this.\nNot now, xq.\nNot ever.\n"),
    (b"l", "log", b"We will not take this.\r\nNot now, xq.\r\n\r\nNot ever.\r\n"),
    (b"l", "log", b"\x1b[200~We will not take this.\rNot now, xq.\rNot ever.\r\x1b[201~"),
]


@pytest.mark.parametrize(("key", "line", "pasted"), PASTES if LONG else PASTES[::2])
def test_a_text_pasted_into_a_line_is_in_it_whole_and_runs_nothing(
    key: bytes, line: str, pasted: bytes, desk: Terminal
) -> None:
    desk.type(key)
    desk.until_quiet()
    desk.read(0.6)
    desk.type(pasted)
    until_kept(desk, line, "We will not take this. Not now, xq. Not ever.")
    assert desk.rows("SELECT 1 FROM quote UNION SELECT 1 FROM development") == []
    assert desk.end() == 129


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"] if LONG else [b"\r"])
def test_a_text_pasted_into_a_field_of_several_lines_keeps_them(end: bytes, desk: Terminal) -> None:
    desk.type(b"3a")
    desk.until_quiet()
    desk.read(0.6)
    desk.type(end.join((b"We came to talk.", b"Nobody did,\tand so", b"we left.")))
    desk.until_quiet(0.4)
    desk.read(1.5)
    fields = str(desk.rows("SELECT fields FROM form_draft WHERE form LIKE 'form quote%'"))
    assert "We came to talk.\\\\nNobody did,\\\\tand so\\\\nwe left." in fields
    assert desk.end() == 129


def test_lines_that_all_find_a_field_are_typed(desk: Terminal) -> None:
    desk.type(b"\x10template\r")
    desk.until_quiet()
    desk.read(0.6)
    desk.type(b"Transport\rMetro\rDec 31 2027")
    desk.read(1)
    desk.type(b"\x13")
    desk.until_quiet(0.4)
    assert desk.rows("SELECT name FROM party") == [("Transport",), ("Metro",)]
    assert desk.rows("SELECT name FROM negotiation") == [("Transport 2027",)]
    assert desk.end() == 129


def test_a_byte_of_another_encoding_is_typed_like_any_other(desk: Terminal) -> None:
    desk.type(b"lcaf\xe9 talks end on:today #session\r\r")
    desk.until_quiet(0.6)
    assert desk.rows("SELECT words FROM development") == [("caf� talks end",)]
    assert desk.end() == 129


def test_noise_ends_nothing_and_what_was_kept_is_intact(desk: Terminal) -> None:
    desk.type(b"lkept on:today")
    desk.read(1.5)
    until_kept(desk, "log", "kept on:today")
    desk.type(b"\x1b")
    desk.read(1)
    chance = random.Random(11)
    for _ in range(12):
        desk.type(chance.randbytes(2000).replace(b"\x11", b""))  # ctrl+q is the desk's own key
        desk.type(b"\x1b[<0;" + chance.randbytes(6) + b"\x1b]11;rgb:" + chance.randbytes(20) + b"\x1b[200~")
        desk.read(0.2)
    deadline = time.monotonic() + 60
    while "keys" not in "".join(desk.lines()[-1:]) and time.monotonic() < deadline:
        desk.type(b"\x1b")
        desk.read(0.5)
    assert desk.running
    assert desk.end() == 129
    assert desk.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_terminal_that_goes_away_while_much_is_drawn_ends_the_desk(desk: Terminal) -> None:
    desk.type(b"lhalf a line")
    desk.until("half a line")
    desk.type(b"\x1b[D\x1b[C" * 300)
    assert desk.end() == 129
    assert "half a line" in draft(desk, "log")
