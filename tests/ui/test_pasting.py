"""What is pasted is text: a page with colours in it presses no key."""

from __future__ import annotations

import pytest
from textual import events

from desk.ui.pasting import WholePastes, take_whole

PAGE = "Talks \x1b[31mresume\x1b[0m Monday\x1b, x y\x1b[20 u \x1b]52;c;aGk=\x07 \x1b[<0;1;1M[201~"
SENT = f"ab\x1b[200~{PAGE}\x1b[201~c\x1b[A"


def fed(*pieces: str) -> list[str]:
    parser = WholePastes()
    found = [event for piece in pieces for event in parser.feed(piece)]
    return [event.text if isinstance(event, events.Paste) else getattr(event, "key", "?") for event in found]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64, 4096])
def test_a_paste_is_one_text_however_it_arrives(size: int) -> None:
    assert fed(*(SENT[at : at + size] for at in range(0, len(SENT), size))) == ["a", "b", PAGE, "c", "up"]


@pytest.mark.parametrize("at", range(1, len(SENT)))
def test_it_may_be_cut_anywhere(at: int) -> None:
    assert fed(SENT[:at], SENT[at:]) == ["a", "b", PAGE, "c", "up"]


def test_two_pastes_in_a_row_are_two_texts() -> None:
    assert fed("\x1b[200~one\x1b[201~\x1b[200~t\x1bwo\x1b[201~") == ["one", "t\x1bwo"]


def test_the_desks_terminal_is_read_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual._xterm_parser import XTermParser
    from textual.drivers import linux_driver

    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    take_whole()
    assert linux_driver.XTermParser is WholePastes
