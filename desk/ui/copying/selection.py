"""What was copied where no clipboard could be reached: the text as it may leave, to be selected with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.model.released import Released
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    pass


class SelectionScreen(ModalScreen[None], OnDesk):
    """Shows a released text over the whole width, so that no frame is selected with it."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.leave", "ask.take")

    DEFAULT_CSS = """
    SelectionScreen {
        & > Pane {
            height: auto;
            border-left: none;
            border-right: none;
            padding: 1 0;

            & VerticalScroll {
                height: auto;
                max-height: 60vh;
            }
            & .why {
                color: $due;
                margin-bottom: 1;
            }
        }
    }
    """

    def __init__(self, released: Released, why: str) -> None:
        super().__init__()
        self._released = released
        self._why = why

    def compose(self) -> ComposeResult:
        with Pane("", "Select it with the mouse") as pane, VerticalScroll():
            yield Static(text.said(self._why), classes="why")
            yield Static(text.said(self._released.text))
        pane.show_keys([(self.desk.key_of("ask.leave"), "done")])

    def action_take(self) -> None:
        """It is done."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
