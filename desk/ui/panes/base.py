"""What the four panes have in common: they read in a thread, show on the screen, and read again when something changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.message import Message
from textual.widget import Widget

from desk.app.session import Changed, Chosen, Session
from desk.ui import keys
from desk.ui.acts import allowed
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane

V = TypeVar("V")


class PaneChanged(Message):
    """A pane's count, or what its keys will do, is another."""


class DeskPane(Pane, OnDesk, Generic[V]):
    """A pane of the desk on a view `V`: `read` makes it (in a thread), `show` draws it (on the screen's)."""

    #: The scope of its actions in the table, which is its id too.
    SCOPE: ClassVar[str]
    NUMBER: ClassVar[str]
    NAME: ClassVar[str]
    #: The tables that it shows; a change of any has it read again.
    TABLES: ClassVar[frozenset[str]] = frozenset()
    #: What of the session it depends on.
    FOLLOWS: ClassVar[frozenset[Chosen]] = frozenset()

    def __init__(self, session: Session) -> None:
        super().__init__(self.NUMBER, self.NAME, id=self.SCOPE)
        self.session = session
        self.view: V | None = None
        #: Read before there was a screen, so that the first thing painted is the desk with its rows.
        self._first: V | None = self.read_first()

    def on_mount(self) -> None:
        self.follow(stored=self._stored, chosen=self._chosen)
        if self._first is not None:
            self._arrived(self._first)
        else:
            self.read_again()

    # Reading

    def read(self) -> V:
        """What is to be shown. Runs in a thread: touches the session and the store, no widget."""
        raise NotImplementedError

    def read_first(self) -> V:
        """What is to be shown first. Runs before there is a screen, so it has to be quick."""
        return self.read()

    def show(self, view: V) -> None:
        """Draw what was read."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read and show anew; what is shown stays until then."""
        self.desk.in_background(
            f"reading the {self.NAME.lower()}", self.read, self._arrived, group=f"read-{self.id}", holds=Holds.COMMANDS
        )

    def _arrived(self, view: V) -> None:
        if not self.is_attached:
            return
        self.view = view
        self.show(view)
        self.tell()

    def _chosen(self, what: Chosen) -> None:
        if what in self.FOLLOWS or what is Chosen.TURNED:
            self.read_again()

    def _stored(self, changed: Changed) -> None:
        if changed.foreign or changed.tables & self.TABLES:
            self.read_again()

    # Telling

    def tell(self) -> None:
        """The count or the keys' effects are other than before."""
        self.show_keys(self.own_keys())
        self.post_message(PaneChanged())

    def tab(self) -> str:
        """Its name and count for the row of tabs: "4 Checks 17 red"."""
        return f"{self.NUMBER} {self.NAME}"

    def own_keys(self) -> Iterable[tuple[str, str]]:
        """The keys of its border: those of its scope that are shown, and work on the day that the desk is turned to."""
        acts = [act for act in keys.of(self.SCOPE) if act.shown]
        if self.session.turned is not None:
            acts = [act for act in acts if allowed(act)]
        return ((key, act.label) for act in acts if (key := self.desk.key_of(act.id)))

    def footer(self) -> text.Part:
        """What the next key would do here, for the footer; empty where the border's keys say enough."""
        return ""

    def first_focus(self) -> Widget:
        """Where the focus goes when the pane is gone to."""
        raise NotImplementedError
