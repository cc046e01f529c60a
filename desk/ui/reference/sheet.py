"""A screen over the desk that shows a sheet of facts: what the record of a quote and of everything else have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from desk.app.session import Changed, Chosen, Session
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.sheet import Item, Sheet

V = TypeVar("V")


class SheetScreen(Screen[None], OnDesk, Generic[V]):
    """Reads in a thread, shows, and reads again after every change of the file."""

    ANYWHERE = True
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("sheet")

    DEFAULT_CSS = """
    SheetScreen > Pane {
        height: 1fr;
        padding: 0 1;
    }
    """

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.session = session
        self._title = name

    def compose(self) -> ComposeResult:
        with Pane("", self._title):
            yield Sheet()
        yield Footer()

    @property
    def pane(self) -> Pane:
        """The frame around the sheet."""
        return self.query_one(Pane)

    def on_mount(self) -> None:
        self.follow(stored=self._stored, chosen=self._chosen)
        self.query_one(Sheet).focus()
        self.read_again()

    def read(self) -> V:
        """What is to be shown. Runs in a thread."""
        raise NotImplementedError

    def items(self, view: V) -> Sequence[Item]:
        """The sheet of it."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read and show anew."""
        self.desk.in_background(
            "reading the record", self.read, self._arrived, group=f"sheet-{id(self)}", holds=Holds.COMMANDS
        )

    def _arrived(self, view: V) -> None:
        if self.still_open():
            self.query_one(Sheet).show(self.items(view))

    def _stored(self, _: Changed) -> None:
        self.read_again()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.NAMES:
            self.read_again()

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Move by a line."""
        self.query_one(Sheet).scroll_relative(y=by, animate=False)
