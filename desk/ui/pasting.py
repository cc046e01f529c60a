"""A paste is text to its end, whatever stands in it.

Textual reads an escape sequence inside of a paste as keys, and before the text around it: pasted on a pane, the rest of
a page with colours in it would be commands. Terminals mark where a paste begins and ends (bracketed paste, xterm), so
between the marks no character is a key.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
_ESCAPE = "\x1b"
#: What stands for an escape character on its way through Textual's parser: no text has it, since it is no character.
_HELD = "\uffff"


class WholePastes(XTermParser):
    """Textual's parser of what a terminal sends, which takes every paste as one text."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        #: The last that was read: of a paste, what may be the beginning of its end; else what may begin one.
        self._rest = ""

    def feed(self, data: str) -> Iterable[Message]:
        """The events of what came, which may end anywhere."""
        passed = self._passed(data)
        if data and not passed:
            return  # nothing is told the parser as the end of all input
        for event in super().feed(passed):
            yield events.Paste(event.text.replace(_HELD, _ESCAPE)) if isinstance(event, events.Paste) else event

    def _passed(self, data: str) -> str:
        passed = ""
        while data:
            if self._pasting:
                data, self._rest = self._rest + data, ""
                text, mark, data = data.partition(_ENDS)
                if mark:
                    self._pasting = False
                else:
                    text, self._rest = _apart(text, _ENDS)
                passed += text.replace(_ESCAPE, _HELD) + mark
            else:
                before, mark, after = (self._rest + data).partition(_BEGINS)
                if mark:
                    self._pasting = True
                    passed += data[: len(data) - len(after)]
                    data, self._rest = after, ""
                else:
                    passed += data
                    data, self._rest = "", _apart(before, _BEGINS)[1]
        return passed


def _apart(text: str, mark: str) -> tuple[str, str]:
    """A text, and what of its end may be the beginning of a mark."""
    for size in range(min(len(mark) - 1, len(text)), 0, -1):
        if mark.startswith(text[-size:]):
            return text[:-size], text[-size:]
    return text, ""


def take_whole() -> None:
    """Have the terminal read so. Textual's driver makes its parser itself, so it is told under the parser's name."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        linux_driver.XTermParser = WholePastes  # type: ignore[attr-defined]
