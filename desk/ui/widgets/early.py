"""Keys that arrive before a screen's first field can take them: typed ahead, they are not lost."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input, TextArea


class TypedAhead(ModalScreen[ScreenResultType]):
    """A screen that opens on a field, into which goes what was typed while it opened."""

    _ahead = ""

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
