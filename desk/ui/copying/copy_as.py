"""Copying in another format: each is seen as it would go out before it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.app.copying import prepare
from desk.app.reporter import house_style
from desk.app.session import Session
from desk.formats.copies.formats import CopyFormat
from desk.model.quotes.refusal import Refusal
from desk.model.released import Released
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.copying import copying
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

Preview = tuple[CopyFormat, Released | Refusal]


class CopyAsScreen(ModalScreen[None], OnDesk):
    """The formats above, the text that the one under the cursor would give below."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.leave")

    DEFAULT_CSS = """
    CopyAsScreen {
        align: center middle;
        background: $background 60%;

        & > Pane {
            width: 84;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            padding: 0 1;

            & > RowList {
                height: auto;
                max-height: 10;
            }
            & > Static {
                height: auto;
                min-height: 6;
                max-height: 14;
                margin-top: 1;
                padding: 1 1 0 1;
                border-top: solid $border-blurred;
            }
        }
    }
    """

    def __init__(self, session: Session, quote_id: int) -> None:
        super().__init__()
        self._session = session
        self._quote_id = quote_id

    def compose(self) -> ComposeResult:
        with Pane("", "Copy as") as pane:
            yield RowList[Preview](_draw, lambda preview: preview[0].name, empty="…")
            yield Static(markup=False)
        desk = self.desk
        pane.show_keys([(desk.key_of("rows.choose"), "copy"), *desk.keys_of("ask.leave")])

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        session, quote_id = self._session, self._quote_id
        style, now = house_style(session), session.gate_now()

        def read() -> list[Preview]:
            return [
                (
                    one,
                    prepare(
                        session.store, quote_id, one, style, way="clipboard", now=now, naming=session.config.labels.of
                    ).answer,
                )
                for one in copying.formats(session)
            ]

        self.desk.in_background("preparing the formats", read, self._show)

    def _show(self, previews: list[Preview]) -> None:
        if self.still_open():
            self.query_one(RowList).show(previews)

    @on(RowList.Highlighted)
    def _preview(self, event: RowList.Highlighted) -> None:
        if event.row is None:
            return
        answer = event.row[1]
        words = text.said(answer.on_screen(), "$restricted") if isinstance(answer, Refusal) else text.said(answer.text)
        self.query_one(Static).update(words)

    @on(RowList.Chosen)
    def _copy(self, event: RowList.Chosen) -> None:
        self.dismiss(None)
        copying.copy_quote(self.desk, self._quote_id, event.row[0])

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)


def _draw(preview: Preview, width: int) -> list[Content]:
    chosen, answer = preview
    end = ("⊘", "$restricted") if isinstance(answer, Refusal) else (chosen.name, text.DIM)
    return [text.between(chosen.words, end, width)]
