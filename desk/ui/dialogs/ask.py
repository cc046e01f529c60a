"""One question with one line for the answer, and what was understood of it beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from desk.model.errors import InputError
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.dialogs.question import QuestionScreen
from desk.ui.widgets.entry import Echo, Entry
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    pass


class AskScreen(QuestionScreen[str | None], OnDesk):
    """Gives what was typed, or None. With an echo, only what it understands is taken."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.leave")

    def __init__(self, question: str, *, value: str = "", hint: str = "", echo: Echo | None = None) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint
        self._echo = echo

    def compose(self) -> ComposeResult:
        with Pane("", self._question) as pane:
            yield Entry("", self._value, echo=self._echo, hint=self._hint)
        desk = self.desk
        pane.show_keys([(desk.key_of("entry.enter"), "take it"), *desk.keys_of("ask.leave")])

    def on_mount(self) -> None:
        self.query_one(Entry).focus()

    @on(Entry.Submitted)
    def _take(self, event: Entry.Submitted) -> None:
        typed = event.value.strip()
        if not typed:
            event.entry.wrong(self._hint or "Type something, or leave with escape.")
            return
        if self._echo is not None:
            try:
                self._echo(typed)
            except InputError as error:
                event.entry.wrong(str(error))
                return
        self.dismiss(typed)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
