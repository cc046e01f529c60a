"""Choosing the colours: each theme is seen on the whole desk while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.themes import STATUS, Themes
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

_SAMPLE = ("verified", "report", "stale", "disputed", "restricted", "embargo", "due")


class ThemeScreen(ModalScreen[None], OnDesk):
    """The desk behind it takes each theme at once; enter keeps it, escape brings the one before back."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.leave")

    DEFAULT_CSS = """
    ThemeScreen {
        align: right middle;
        background: transparent;

        & > Pane {
            width: 46;
            height: auto;
            max-height: 80%;
            margin-right: 2;
            padding: 0 1;
            background: $panel;

            & > RowList {
                height: auto;
                max-height: 20;
            }
        }
    }
    """

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._before = ""

    def compose(self) -> ComposeResult:
        with Pane("", "Colours") as pane:
            yield RowList[str](self._draw, lambda name: name, empty="No theme can be used.")
        desk = self.desk
        pane.show_keys([(desk.key_of("rows.choose"), "keep"), (desk.key_of("ask.leave"), "as before")])

    def on_mount(self) -> None:
        self._before = self.app.theme
        rows = self.query_one(RowList)
        rows.show(list(self._themes.themes))
        rows.go_to(self._before)
        rows.focus()

    def _draw(self, name: str, width: int) -> list[Content]:
        theme = self._themes.themes[name]
        signs = [("● ", theme.variables.get(one, STATUS[one][0])) for one in _SAMPLE]
        return [text.between(self._themes.titles[name], text.assemble(*signs), width)]

    @on(RowList.Highlighted)
    def _preview(self, event: RowList.Highlighted) -> None:
        if isinstance(event.key, str) and self._before:
            self.app.theme = event.key

    @on(RowList.Chosen)
    def _keep(self, event: RowList.Chosen) -> None:
        self.desk.keep_theme(str(event.key))
        self.dismiss(None)

    def action_leave(self) -> None:
        """Bring back the colours from before."""
        self.app.theme = self._before
        self.dismiss(None)
