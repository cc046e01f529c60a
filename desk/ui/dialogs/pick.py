"""Choosing one of a few: a list with a line to narrow it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from desk.model.frozen import frozen
from desk.ui import keys
from desk.ui.widgets import text
from desk.ui.widgets.line_entry import LineEntry
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList


@frozen
class Choice:
    """Something to choose, with what it is beside it."""

    key: Hashable
    words: str
    beside: str = ""


class _Narrow(LineEntry):
    """The line that narrows the list; the arrows move in it meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.down", "ask.up")

    def action_step(self, by: int) -> None:
        """Move in the list."""
        self.screen.query_one(RowList).action_step(by)


class PickScreen(ModalScreen[Hashable]):
    """Gives the key of what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.leave")

    DEFAULT_CSS = """
    PickScreen {
        align: center middle;
        background: $background 60%;

        & > Pane {
            width: 72;
            max-width: 90%;
            height: auto;
            max-height: 70%;
            padding: 0 1;

            & > RowList {
                height: auto;
                max-height: 16;
                margin-top: 1;
            }
        }
    }
    """

    def __init__(
        self, question: str, choices: Sequence[Choice], *, chosen: Hashable = None, free: bool = False
    ) -> None:
        """With `free`, what was typed is taken as it is where nothing in the list is like it."""
        super().__init__()
        self._free = free
        self._question = question
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Pane("", self._question):
            yield _Narrow(placeholder="choose, or type your own" if self._free else "type to narrow")
            empty = "Enter takes what you typed." if self._free else "Nothing like that."
            yield RowList[Choice](_draw, lambda choice: choice.key, empty=empty)

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.show(self._choices)
        rows.go_to(self._chosen)
        self.query_one(_Narrow).focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        kept = [one for one in self._choices if all(word in f"{one.words} {one.beside}".casefold() for word in words)]
        self.query_one(RowList).show(kept)

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def _take(self) -> None:
        row = self.query_one(RowList).row
        if isinstance(row, Choice):
            self.dismiss(row.key)
        elif self._free and (typed := self.query_one(_Narrow).value.strip()):
            self.dismiss(typed)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _draw(choice: Choice, width: int) -> list[Content]:
    return [text.between(choice.words, (choice.beside, text.DIM), width)]
