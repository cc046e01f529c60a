"""Deadlines `2`: what is ahead in order, whose answer is owed, what was done lately."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from desk.app.session import Chosen
from desk.app.views.deadlines import DeadlinesView, Due, Owed, read_deadlines
from desk.model.dates import show as dateshow
from desk.model.enums import Certainty
from desk.ui import keys
from desk.ui.panes import deadlines_lines
from desk.ui.panes.base import DeskPane
from desk.ui.panes.status import Tabs
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.places import Heading
from desk.ui.widgets.rows import RowList

Row = Due | Owed


class DeadlinesPane(DeskPane[DeadlinesView]):
    """The nearest first; distance with the absolute date beside it."""

    SCOPE = "deadlines"
    NUMBER = "2"
    NAME = "Deadlines"
    TABLES = frozenset({"deadline", "deadline_date", "development", "party", "person", "source"})
    FOLLOWS = frozenset({Chosen.REPORTER})
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("deadlines")

    def compose(self) -> ComposeResult:
        yield RowList[Row](self._draw, _key, height=self._height, empty="", id="deadlines-rows")

    @property
    def rows(self) -> RowList[Row]:
        """Its list."""
        return self.query_one("#deadlines-rows", RowList)

    def first_focus(self) -> Widget:
        return self.rows

    def on_mount(self) -> None:
        self._minute = self.session.now().replace(second=0, microsecond=0)
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        """Countdowns come from the clock: what is ahead may have passed since the last minute."""
        minute = self.session.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.read_again()

    # Showing

    def read(self) -> DeadlinesView:
        session = self.session
        return read_deadlines(session.store, session.now(), session.zone, then=session.turned)

    def show(self, view: DeadlinesView) -> None:
        self.count = f"{len(view.ahead)} ahead"
        rows: list[Row | Heading] = list(view.ahead)
        if view.owed:
            rows += [Heading("Calls owed"), *view.owed]
        if view.done:
            rows += [Heading("Just done"), *view.done]
        self.rows.show(
            rows,
            empty="Nothing was ahead by then."
            if self.session.turned is not None
            else f"Nothing ahead. {self.desk.key_of('deadlines.add')} adds a deadline; "
            f"an expiry closes the bar of its talks.",
        )
        self.screen.query_one(Tabs).show_next(self._next(view))

    def _next(self, view: DeadlinesView) -> text.Part:
        due = view.next
        if due is None:
            return ""
        left = dateshow.days_left(due.dates[0].date, self.session.seen_now(), self.session.zone)
        sign = f"{dateshow.CONFLICT_SIGN} " if due.conflict else ""
        certain = due.dates[0].date.certainty
        sure = "" if due.conflict or certain is not Certainty.EXPECTED else f", {certain}"
        return text.assemble(
            (sign, "bold $conflict"), (f"{left} " if left else "", "$due"), (f"{due.deadline.name}{sure}", text.DIM)
        )

    def _draw(self, row: Row, width: int) -> Sequence[Content]:
        now, zone = self.session.seen_now(), self.session.zone
        if isinstance(row, Owed):
            return [deadlines_lines.owed(row, width, now, zone)]
        return deadlines_lines.due(self.view, row, width, now, zone) if self.view is not None else []

    def _height(self, row: Row, width: int) -> int:
        return len(self._draw(row, width))

    def tab(self) -> str:
        return f"2 Due {len(self.view.ahead)}" if self.view else "2 Due"

    def footer(self) -> text.Part:
        row = self.rows.row
        if isinstance(row, Due) and self.view is not None:
            return deadlines_lines.in_words(self.view, row, self.session.zone)
        return ""

    def on_row_list_highlighted(self) -> None:
        self.tell()

    # Actions

    def action_add(self) -> None:
        """Add a deadline."""
        route("add")(self.desk, "deadline", negotiation_id=self.session.talks_id)

    def action_edit(self) -> None:
        """Give the deadline another date; say what came of a call."""
        row = self.rows.row
        if isinstance(row, Due) and row.deadline.id is not None:
            route("another_date")(self.desk, row.deadline.id)
        elif isinstance(row, Owed) and row.development.id is not None:
            route("edit")(self.desk, "development", row.development.id)

    def action_done(self) -> None:
        """It is done, or is not after all; of a call owed, what came of it."""
        row = self.rows.row
        if isinstance(row, Owed):
            self.action_edit()
        elif isinstance(row, Due) and row.deadline.id is not None:
            deadline_id, done = row.deadline.id, row.deadline.done_at is None
            deadlines = self.session.store.deadlines
            self.desk.change(
                f"{'done' if done else 'not done'}: {row.deadline.name}",
                lambda: deadlines.set_done(deadline_id, done=done),
            )

    def action_withdraw(self) -> None:
        """Withdraw the deadline."""
        row = self.rows.row
        if isinstance(row, Due) and row.deadline.id is not None:
            route("withdraw")(self.desk, "deadline", row.deadline.id)

    def on_row_list_chosen(self) -> None:
        """Open the record of what is under the cursor."""
        row = self.rows.row
        if isinstance(row, Due):
            self.app.push_screen(route("record")(self.session, "deadline", row.deadline.id or 0))
        elif isinstance(row, Owed):
            self.app.push_screen(route("record")(self.session, "development", row.development.id or 0))


def _key(row: Row) -> Hashable:
    if isinstance(row, Owed):
        return ("owed", row.development.id, row.asked.party_id, row.asked.person_id)
    return ("deadline", row.deadline.id)
