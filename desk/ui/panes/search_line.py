"""The search line of the quotes: letters are text there, and a few keys go from it to what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from desk.ui import keys
from desk.ui.widgets.line_entry import LineEntry


class SearchInput(LineEntry):
    """Told how to go to the results, and how to copy the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("search")

    def __init__(self, to_results: Callable[[], None], copy_first: Callable[[], None]) -> None:
        super().__init__(placeholder="search the quotes", id="quotes-search")
        self._to_results = to_results
        self._copy_first = copy_first

    def on_mount(self) -> None:
        self.cursor_blink = False  # a calm line; a blink would also be a repaint every half second

    def action_results(self) -> None:
        """Go to the results."""
        self._to_results()

    def action_copy_first(self) -> None:
        """Copy the first quote found."""
        self._copy_first()

    def action_leave(self) -> None:
        """Empty the line; empty already, go to the list."""
        if self.value:
            self.value = ""
        else:
            self._to_results()
