"""A question before something is given up. No key that led here answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from desk.ui.base import OnDesk
from desk.ui.dialogs.question import QuestionScreen
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane, keys_line

#: The cells that the frame has for its keys.
_WIDEST = 70


class ConfirmScreen(QuestionScreen[str], OnDesk):
    """Gives the key of the answer; any other key, and escape, gives "" and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = []

    DEFAULT_CSS = """
    ConfirmScreen {
        & > Pane {
            border: round $border;
            border-title-color: $border;
            border-title-style: bold;

            & > Static {
                height: auto;
                max-height: 8;
            }
            & > #confirm-follows {
                color: $dim;
            }
        }
    }
    """

    def __init__(self, question: str, follows: str, answers: Sequence[tuple[str, str]], *, ready: bool = True) -> None:
        """`answers` are keys with what each does. Not `ready`, no answer is taken until `tell` said what is asked."""
        super().__init__()
        self._question = question
        self._what = ""
        self._follows = follows
        self._answers = tuple(answers)
        self._ready = ready
        self._given_up = False

    def compose(self) -> ComposeResult:
        with Pane("", self._question):
            yield Static(id="confirm-what")
            yield Static(id="confirm-follows")

    def on_mount(self) -> None:
        keys = keys_line((*self._answers, ("any other key", "leaves it")))
        if keys.cell_length > min(_WIDEST, self.app.size.width - 6):
            keys = keys_line((*self._answers, ("esc", "back")))
        self.query_one(Pane).border_subtitle = keys
        self._show()
        if self._given_up:
            self.dismiss("")

    def _show(self) -> None:
        self.query_one("#confirm-what", Static).update(text.said(self._what, text.BOLD))
        self.query_one("#confirm-follows", Static).update(text.said(self._follows))

    def tell(self, what: str, follows: str) -> None:
        """Say what this is about and what follows from it; from now on it can be answered."""
        self._what, self._follows, self._ready = what, follows, True
        if self.still_open():
            self._show()

    def give_up(self) -> None:
        """There is nothing to ask about any more."""
        self._given_up = True
        if self.still_open():
            self.dismiss("")

    def on_key(self, event: events.Key) -> None:
        """Take an answer."""
        event.stop()
        event.prevent_default()
        key = event.character or event.key
        if key in dict(self._answers):
            if self._ready:
                self.dismiss(key)
        else:
            self.dismiss("")
