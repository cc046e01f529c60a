"""The terminal: what comes from it is read here, in a thread of its own that no byte can end."""

from __future__ import annotations

import os
import selectors
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Any, cast

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from desk.ui.key_queue import Typed
from desk.ui.terminal_parser import TerminalParser

#: How much is read at once, and how long (seconds) until what waits for more is looked at again.
_READ, _TICK = 4096, 0.1
#: Keys that come without so long a pause (seconds) go on with what came before: within a burst, and at all.
_PAUSE, _BREATH = 0.5, 0.05
#: So many keys in one read are a burst.
_BURST = 4
# What stands between the characters and pages of a text, and is not shown. Hands do not press it among lines.
_UNSEEN = {"\0", "\x0c"}


class HungUp(Message):
    """There is no terminal any more: its window was closed, or the line to it is cut."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with a tolerant reader.

    A byte that is no UTF-8 becomes U+FFFD, the sign for a character that could not be read. It might be a letter of
    another encoding (`\\xe9` an é of Latin-1), but which one is a guess, and the line may be part of a quote.
    """

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: Any = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file: Any = _Screen(self._file)

    def run_input_thread(self) -> None:
        """Read until the input is stopped, or there is none any more."""
        reader = Reader(TerminalParser(self._debug, alt_keys=getattr(self._app, "alt_keys", ())))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            # Typed before the desk was there, while the terminal still made a line feed of every Enter.
            early = bool(selector.select(0))
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    try:
                        read = os.read(self.fileno, _READ)
                    except BlockingIOError:
                        continue
                    except OSError:
                        read = b""
                    if not read:
                        self.send_message(HungUp())
                        return
                    self._pass_on(reader.read(read.replace(b"\n", b"\r") if early else read))
                    early = False
                self._pass_on(reader.tick())

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if not isinstance(message, events.Resize) or self._in_band_window_resize:
                self.process_message(message)


class _Screen:
    """What is drawn on, until it is gone. Else the thread that draws would end, and whoever draws wait for it forever."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._gone = False

    def fileno(self) -> int:
        """As of the file."""
        return int(self._file.fileno())

    def write(self, text: str) -> None:
        """Draw, where there is anybody to see it."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Have it drawn."""
        self._try(self._file.flush)

    def _try(self, drawing: Callable[[], object]) -> None:
        if not self._gone:
            try:
                drawing()
            except OSError:
                self._gone = True  # the reader notices too, and ends the desk in order


class Reader:
    """Bytes of a terminal into events. Keys that may be a paste without marks come as `Typed`, all of one read."""

    def __init__(self, parser: TerminalParser) -> None:
        self._parser = parser
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._last = float("-inf")
        self._burst = False

    def read(self, data: bytes) -> list[Message]:
        """The events of one read."""
        found = list(self._parser.feed(self._decode(data)))
        pause = time.monotonic() - self._last
        self._last = time.monotonic()
        self._burst = self._burst and pause < _PAUSE
        follows = self._burst or pause < _BREATH
        self._burst = self._burst or len(found) >= _BURST
        seen = [one for one in found if not (isinstance(one, events.Key) and one.character in _UNSEEN)]
        return [Typed(cast("list[events.Key]", seen), follows)] if may_be_text(seen) else found

    def tick(self) -> Iterable[Message]:
        """The events of what waited for more, in vain."""
        return self._parser.tick()


def may_be_text(read: Iterable[Message]) -> bool:
    """Return True if a read has only what a text has, and more than one line: fingers press other keys as well."""
    written = ""
    for event in read:
        if not isinstance(event, events.Key) or not (event.is_printable or event.character in ("\r", "\n", "\t")):
            return False
        written += event.character or ""
    lines = written.strip("\r").replace("\r", "\n")
    return "\n" in lines and len(lines) > 1
