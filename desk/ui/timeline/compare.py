"""One issue across guilds and cycles: what each side of each talks wanted, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from desk.app.session import Session
from desk.app.views.compare import issue_names, read_compare
from desk.ui import keys
from desk.ui.dialogs.pick import Choice, PickScreen
from desk.ui.reference.sheet import SheetScreen
from desk.ui.timeline import compare_view
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.sheet import Item, Sheet, Words

if TYPE_CHECKING:
    from desk.app.views.compare import Column
    from desk.model.talks.grounds import Grounds
    from desk.ui.base import Desk

    _Read = tuple[tuple[Column, ...], Grounds]
else:
    _Read = tuple


class CompareScreen(SheetScreen[_Read]):
    """As many talks beside each other as there is room for; the arrows bring the others."""

    SCOPE = "compare"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("compare")

    def __init__(self, session: Session, wanted: str) -> None:
        super().__init__(session, "Issue")
        self._wanted = wanted
        self._at = 0
        self._read: _Read | None = None

    def read(self) -> _Read:
        return read_compare(self.session.store, self._wanted, self.session.turned)

    def items(self, view: _Read) -> Sequence[Item]:
        return [Words(("No talks have this issue.", text.DIM))]

    def _arrived(self, view: _Read) -> None:
        self._read = view
        super()._arrived(view)
        if self.still_open() and view[0]:
            self.query_one(Sheet).query_one(Lines).show(self._draw)
        self._say()

    def _draw(self, width: int) -> list[Content]:
        if self._read is None:
            return []
        columns, grounds = self._read
        shown = columns[self._at : self._at + compare_view.fit_in(width)]
        return compare_view.draw(shown, grounds, self.session.seen_today(), width)

    def _say(self) -> None:
        if self._read is None or not self.still_open():
            return
        count, fits = len(self._read[0]), self._fits
        first, last = self._at + 1, min(count, self._at + fits)
        pane = self.pane
        pane.subject = self._wanted
        pane.count = f"{count}" if fits >= count else f"{first}–{last} of {count}"
        beside = [("← →", "other talks")] if fits < count else []
        pane.show_keys([*beside, ("esc", "back")])

    @property
    def _fits(self) -> int:
        return compare_view.fit_in(self.query_one(Sheet).query_one(Lines).size.width)

    def on_resize(self) -> None:
        """Another width has room for more or fewer."""
        self.action_side(0)

    def action_side(self, by: int) -> None:
        """Bring other talks into sight."""
        if self._read is not None:
            self._at = max(0, min(len(self._read[0]) - self._fits, self._at + by))
            self.query_one(Sheet).query_one(Lines).refresh(layout=True)
            self._say()


def open_compare(app: Desk) -> None:
    """Ask which issue, and show it across all talks."""
    session = app.session

    def asked(names: list[tuple[str, int]]) -> None:
        if not names:
            text.notice(app, f"No issue is on any table yet. {app.key_of('talks.add')} adds one in the talks pane.")
            return
        choices = [
            Choice(name, name, f"in {count} {'set' if count == 1 else 'sets'} of talks") for name, count in names
        ]
        app.push_screen(PickScreen("Which issue?", choices), chosen)

    def chosen(name: object) -> None:
        if isinstance(name, str):
            app.push_screen(CompareScreen(session, name))

    app.in_background("reading the issues", lambda: issue_names(session.store.talks.issues()), asked)
