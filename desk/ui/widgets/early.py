"""Keys that arrive before a screen's first field can take them: typed ahead, they are not lost."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from textual import events
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input, TextArea

#: The seconds that a key which saves waits for what the words are read against.
_WAITS = 2.0


class TypedAhead(ModalScreen[ScreenResultType]):
    """A screen that opens on a field, into which goes what was typed while it opened."""

    _ahead = ""

    def __init__(self) -> None:
        super().__init__()
        self._readable = asyncio.Event()

    def can_read(self) -> None:
        """What the words are read against is there."""
        self._readable.set()

    async def until_read(self) -> None:
        """Wait for that: a key that saves may come in one burst with the words. The keys after it wait as well."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._readable.wait(), _WAITS)

    def first_line(self) -> Input | TextArea | None:
        """The field, once it is there."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Take a letter that no field has taken."""
        if self.focused is None and event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._ahead += event.character
            self.pour()

    def pour(self) -> None:
        """Put what was typed ahead into the field; called again once it is there."""
        field: Any = self.first_line()
        if field is None or not self._ahead:
            return
        words, self._ahead = self._ahead, ""
        if isinstance(field, Input):
            field.insert_text_at_cursor(words)
        else:
            field.insert(words)
