"""The import form as its parts see it: what finds the quotations in it, and what brings in a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desk.app.importing.pasting import Pasted
    from desk.app.lines.context import EntryContext
    from desk.app.session import Session
    from desk.model.errors import DeskError
    from desk.ui.base import Desk
    from desk.ui.entry.keeping import Keeper
    from desk.ui.widgets.area import Area
    from desk.ui.widgets.entry import Entry


class ImportForm(Protocol):
    """The form. Something of it is on its way into the desk while it is `busy`; `known` is None until it was read."""

    session: Session
    known: EntryContext | None
    busy: bool
    keeper: Keeper
    #: Which file, of those that stood at the path, the form was read from.
    generation: int

    @property
    def desk(self) -> Desk:
        """The app."""

    def field(self, name: str) -> Area | Entry:
        """Return one of the fields, as `text` or `source`."""

    def pasted(self, known: EntryContext) -> Pasted:
        """Return what is in the fields, read."""

    def read_again(self, then: Callable[[EntryContext], None]) -> None:
        """Read the desk again, to which somebody was added; `then` is told what it knows now."""

    def show_count(self, words: str) -> None:
        """Say in the frame how many quotations there are."""

    def say(self, words: str) -> None:
        """Say something beneath the fields."""

    def failed(self, error: DeskError) -> None:
        """Say what went wrong, and keep what was typed."""

    def taken(self) -> None:
        """Close the form: what it had is in the desk."""
