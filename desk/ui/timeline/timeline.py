"""`t`: every negotiation on one calendar, and a cursor that turns the whole desk to a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from desk.app.session import Changed, Session
from desk.app.views.timeline import TimelineView, name_of, read_timeline
from desk.model.talks import timeline
from desk.model.talks.as_of import AsOf
from desk.model.talks.calendar_window import ZOOMS, Window, clamp, fitting, month_on, zoomed
from desk.model.talks.timeline import Row
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.routes import route
from desk.ui.timeline import cells as timeline_cells
from desk.ui.timeline import lines as timeline_lines
from desk.ui.timeline.cells import Look
from desk.ui.timeline.rows import CalendarRows
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList


class TimelineScreen(Screen[None], OnDesk):
    """Rows for talks, cells for days. The cursor is a day on a row; what it is stands underneath."""

    ANYWHERE = True
    SCOPE = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("timeline")

    DEFAULT_CSS = """
    TimelineScreen > Pane {
        height: 1fr;

        & > #timeline-head {
            padding: 0 1;
            height: 3;
        }
        & > CalendarRows {
            height: auto;
            max-height: 55%;
        }
        & > VerticalScroll {
            height: 1fr;
            padding: 0 1;
            border-top: solid $border-blurred;
            scrollbar-size-vertical: 1;
        }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        turned = session.turned
        self._day = session.seen_today()
        self._known = turned is not None and turned.known
        self._view: TimelineView | None = None
        self._window: Window | None = None
        self._pace = False
        #: The talks that the cursor goes to when they have been read.
        self._first_row: int | None = session.talks_id

    def compose(self) -> ComposeResult:
        with Pane("", "Timeline"):
            yield Lines(id="timeline-head")
            yield CalendarRows(self._draw, lambda row: row.id or 0, id="timeline-rows")
            with VerticalScroll(can_focus=False):
                yield Lines(id="timeline-day")
        yield Footer()

    @property
    def rows(self) -> CalendarRows:
        """Its list."""
        return self.query_one(CalendarRows)

    @property
    def day(self) -> date:
        """The day of the cursor."""
        return self._day

    def on_mount(self) -> None:
        self.follow(stored=self._stored)
        self.rows.focus()
        self.read_again()

    # Reading

    def _then(self) -> AsOf | None:
        return AsOf(self._day, self.session.zone, known=True) if self._known else None

    def read_again(self) -> None:
        """Read and show anew; what is shown stays until then."""
        store, zone, today, then = self.session.store, self.session.zone, self.session.today(), self._then()
        self.desk.in_background(
            "reading the timeline",
            lambda: read_timeline(store, zone, today, then),
            self._arrived,
            group="timeline",
            holds=Holds.COMMANDS,
        )

    def _stored(self, _: Changed) -> None:
        self.read_again()

    def _arrived(self, view: TimelineView) -> None:
        if not self.still_open():
            return
        begin = self._view is None
        self._view = view
        self.rows.show(view.rows, empty=f"No talks yet. {self.desk.key_of('reference')} keeps parties and talks.")
        if begin:
            self.rows.go_to(self._first_row or 0)
        self._tell()

    # Drawing

    @property
    def _row(self) -> Row | None:
        return self.rows.row

    def _look(self, width: int) -> Look:
        """How the calendar is looked at in lines of this width; the day of the cursor is always in it."""
        assert self._view is not None
        longest = max((len(name_of(row)) for row in self._view.rows), default=0)
        names, cells = timeline_cells.columns(width, longest)
        if self._window is None:
            self._window = self._all(cells, archived=False)
        self._window = replace(self._window, cells=cells).holding(self._day)
        pace = None
        if self._pace and (row := self._row) is not None:
            pace = timeline_cells.anchor(row, self._view.today)
        return Look(self._window, self._day, self._view.today, names, pace)

    def _all(self, cells: int, *, archived: bool) -> Window:
        assert self._view is not None
        wanted = [
            row
            for row in self._view.rows
            if archived or row.negotiation is None or not row.negotiation.archived or row.id == self.session.talks_id
        ]
        return fitting(*timeline.ends(wanted, self._view.today), cells)

    def _draw(self, row: Row, width: int) -> Sequence[Content]:
        view = self._view
        if view is None:
            return []
        clashing = frozenset(id(mark) for one in view.together if len(one.sure) > 1 for mark in one.sure)
        quiet = row.id in view.unknown or (row.negotiation is not None and row.negotiation.archived)
        name = text.said(name_of(row), text.DIM if quiet else "")
        return [timeline_cells.row_line(row, name, self._look(width), width, clashing)]

    def _tell(self) -> None:
        """The day, the row or the look is another."""
        view = self._view
        if view is None:
            return
        pane = self.query_one(Pane)
        sure = sum(len(one.sure) > 1 for one in view.together)
        clashes = f"{sure} {'week' if sure == 1 else 'weeks'} in which deadlines fall together" if sure else ""
        pane.subject = " · ".join(part for part in (timeline_lines.asked(self._known), clashes) if part)
        pane.count = f"{len(view.rows)}"
        pane.show_keys(self._keys())
        self.rows.redraw()
        self.query_one("#timeline-head", Lines).show(
            lambda width: timeline_cells.head(self._look(width), view.together)
        )
        day, row = self._day, self._row
        self.query_one("#timeline-day", Lines).show(lambda width: timeline_lines.under(view, row, day, width))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one(Footer).show_here(self._footer())

    def _keys(self) -> Sequence[tuple[str, str]]:
        key = self.desk.key_of
        other = "as it stood" if self._known else "as we knew it"
        return (
            ("← →", "day"),
            ("{ }", "month"),
            ("+ -", "zoom"),
            (key("timeline.pace"), "calendar" if self._pace else "pace"),
            (key("timeline.known"), other),
            (key("timeline.all_talks"), "all talks"),
        )

    def _footer(self) -> text.Part:
        turn = "come back to today" if self._then() is None and self._day == self.session.today() else "turn the desk"
        what = (
            turn
            if turn.startswith("come")
            else f"{turn} to {timeline_lines.day_words(self._day, self.session.today())}"
        )
        return text.assemble((self.desk.key_of("timeline.turn"), "bold $border"), (f" {what}", text.DIM))

    # Moving

    def go(self, day: date) -> None:
        """Put the cursor on a day. What was known by then is read anew, since it is another for each day."""
        if day == self._day:
            return
        self._day = day
        if self._known:
            self.read_again()
        self._tell()

    @on(RowList.Highlighted)
    def _other_row(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._tell()

    @on(CalendarRows.Clicked)
    def _clicked(self, event: CalendarRows.Clicked) -> None:
        if self._view is None:
            return
        row = self._view.rows[event.row]
        same = row is self._row
        self.rows.go_to(row.id or 0)
        look = self._look(self.rows.scrollable_content_region.width - 1)
        cell = event.cell - look.names - 2
        if not 0 <= cell < look.window.cells:
            return
        if same and cell == look.window.cell(self._day):
            self.action_turn()
        else:
            self.go(look.window.day(cell))

    def action_day(self, by: int) -> None:
        """A day on or back."""
        self.go(clamp(self._day, by))

    def action_month(self, by: int) -> None:
        """A month on or back."""
        self.go(month_on(self._day, by))

    def action_today(self) -> None:
        """To today."""
        self.go(self.session.today())

    def action_mark(self, by: int) -> None:
        """To the next or last thing of the talks under the cursor."""
        if self._row is not None and (day := timeline.next_mark([self._row], self._day, by)) is not None:
            self.go(day)

    def action_zoom(self, by: int) -> None:
        """Nearer or wider, around the day of the cursor."""
        if self._window is not None:
            self._window = zoomed(self._window, self._day, by)
            self._tell()

    def action_fit(self) -> None:
        """Everything there is."""
        if self._window is not None:
            self._window = self._all(self._window.cells, archived=True)
            self._tell()

    def action_pace(self) -> None:
        """Lay the talks over each other by their first day, or beside each other on the calendar."""
        self._pace = not self._pace
        row = self._row
        if self._pace and self._view is not None and self._window is not None and row is not None:
            longest = max((each.days[1] for each in self._view.rows if each.days is not None), default=ZOOMS[-1])
            begins = timeline_cells.anchor(row, self._view.today)
            self._window = fitting(begins, clamp(begins, longest), self._window.cells)
        self._tell()

    def action_known(self) -> None:
        """As it stood, or as we knew it."""
        self._known = not self._known
        self.read_again()
        self._tell()

    # Leaving

    def action_turn(self) -> None:
        """Turn the whole desk to the day of the cursor, on the talks under it."""
        session, row = self.session, self._row
        then = AsOf(self._day, session.zone, known=self._known)
        self.dismiss(None)
        if row is not None and row.id is not None:
            session.choose_talks(row.id)
        session.turn(then)

    def action_all_talks(self) -> None:
        """All talks, one line each."""
        self.app.switch_screen(route("all_talks")(self.session))

    def action_leave(self) -> None:
        """Back to the desk, as it was."""
        self.dismiss(None)
