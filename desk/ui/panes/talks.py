"""Talks `1`: how one negotiation stands, who wants what, and what happened last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from desk.app.session import Chosen
from desk.app.views.talks import TalksView, read_talks
from desk.model.frozen import frozen
from desk.model.records import Development, Issue, Position
from desk.model.talks.grounds import is_ahead
from desk.model.talks.timeline import ahead_in_order
from desk.ui import keys
from desk.ui.panes import talks_lines
from desk.ui.panes.base import DeskPane
from desk.ui.panes.status import StatusLine
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.places import Heading
from desk.ui.widgets.rows import RowList


@frozen
class IssueRow:
    """An issue with each side's latest position."""

    issue: Issue
    positions: tuple[Position | None, ...]


Row = IssueRow | Development
#: Seconds after which the time that an embargo has left is told anew.
_TICK = 20


class TalksPane(DeskPane[TalksView]):
    """Bar and day, issues × parties, developments newest first."""

    SCOPE = "talks"
    NUMBER = "1"
    NAME = "Talks"
    TABLES = frozenset(
        {
            "negotiation",
            "negotiation_party",
            "issue",
            "position",
            "development",
            "deadline",
            "deadline_date",
            "party",
            "source",
            "embargo",
        }
    )
    FOLLOWS = frozenset({Chosen.TALKS, Chosen.REPORTER})
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("talks")

    DEFAULT_CSS = """
    TalksPane {
        & > Lines {
            padding: 0 1;
        }
        & > #talks-bar {
            height: auto;
            margin-bottom: 1;
        }
    }
    """

    def compose(self) -> ComposeResult:
        yield Lines(id="talks-bar")
        yield Lines(id="talks-head")
        yield RowList[Row](self._draw, _key, empty="", id="talks-rows")

    @property
    def rows(self) -> RowList[Row]:
        """Its list."""
        return self.query_one("#talks-rows", RowList)

    def first_focus(self) -> Widget:
        return self.rows

    # Showing

    side: int = 0

    def read(self) -> TalksView:
        return read_talks(self.session.store, self.session.talks_id, self.session.turned)

    def on_mount(self) -> None:
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        """An embargo that is counted down, and one that is over, are told from the clock."""
        if self.view is not None and any(one.embargo is not None for one in self.view.developments):
            self.rows.redraw()
            self.tell()

    def show(self, view: TalksView) -> None:
        talks = view.negotiation
        if talks is not None or self.session.turned is None:
            self.session.talks_id = talks.id if talks else None
        self.subject = " × ".join(party.name for party in view.parties) or (talks.name if talks else "")
        self.count = view.place
        self.screen.query_one(StatusLine).set_talks(
            talks.name if talks else "", view.standing if talks else None, view.grounds
        )
        self.side = min(self.side, max(0, len(view.parties) - 1))
        self.query_one("#talks-bar", Lines).show(
            lambda width: talks_lines.top(view, width, self.session.seen_now(), self.session.zone)
        )
        self.query_one("#talks-head", Lines).show(lambda width: talks_lines.head(view, width) if view.issues else [])
        rows: list[Row | Heading] = [
            IssueRow(issue, tuple(view.positions.get((issue.id or 0, party.id or 0)) for party in view.parties))
            for issue in view.issues
        ]
        today = self.session.seen_today()
        ahead = ahead_in_order(view.developments, today)
        happened = [one for one in view.developments if not is_ahead(one, today)]
        if ahead:
            # What is still to come is no news: it stands apart from what happened last.
            rows += [Heading("Ahead"), *ahead, *([Heading("Happened")] if happened else [])]
        elif rows and happened:
            rows.append(Heading(""))
        rows += happened
        self.rows.show(rows, empty=self._empty(view))

    def _empty(self, view: TalksView) -> str:
        if self.session.turned is not None:
            other = f" {self.desk.key_of('desk.known')} shows how it stood, by all that is known today."
            return f"Nothing had been logged of these talks by then.{other if self.session.turned.known else ''}"
        if view.negotiation is None:
            return (
                f"No talks yet. {self.desk.key_of('reference')} keeps parties and talks, "
                f"{self.desk.key_of('import')} imports a statement, {self.desk.key_of('log')} logs what happened."
            )
        return (
            f"Nothing on the table yet. {self.desk.key_of('talks.add')} adds an issue or a position, "
            f"{self.desk.key_of('log')} logs what happened."
        )

    def _draw(self, row: Row, width: int) -> Sequence[Content]:
        view = self.view
        if view is None:
            return []
        if isinstance(row, IssueRow):
            under = self.rows.row is row and self.rows.has_focus
            return [
                talks_lines.issue(
                    view, row.issue, row.positions, width, self.session.seen_today(), self.side if under else -1
                )
            ]
        return [talks_lines.development(view, row, width, self.session.seen_today(), self.session.gate_now())]

    def tab(self) -> str:
        return "1 Talks"

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (*super().own_keys(), (self.desk.key_of("desk.timeline"), "timeline"))

    def footer(self) -> text.Part:
        row, view = self.rows.row, self.view
        if row is None or view is None:
            return ""
        if isinstance(row, IssueRow):
            if not view.parties:
                return ""
            party = view.parties[self.side]
            return talks_lines.position_in_words(
                party.name, row.positions[self.side], self.session.seen_today(), view.grounds
            )
        session = self.session
        return talks_lines.development_in_words(
            row, view.grounds, session.seen_today(), session.gate_now(), session.zone
        )

    def on_row_list_highlighted(self) -> None:
        self.tell()

    def on_descendant_focus(self, _: object) -> None:
        self.rows.redraw()

    # Actions

    def other(self, by: int) -> None:
        """Show the talks before or after these."""
        if self.view is None or not self.view.order or self.session.talks_id is None:
            return
        order = self.view.order
        self.session.choose_talks(order[(order.index(self.session.talks_id) + by) % len(order)])

    def action_side(self, by: int) -> None:
        """On an issue, go to the position of the party beside."""
        if self.view is not None and self.view.parties:
            self.side = (self.side + by) % len(self.view.parties)
            self.rows.redraw()
            self.tell()

    def action_add(self) -> None:
        """Add a position on the issue under the cursor; an issue where there is none yet."""
        view = self.view
        if view is None or view.negotiation is None:
            route("add")(self.desk, "negotiation")
        elif isinstance(row := self.rows.row, IssueRow) and view.parties:
            route("add")(self.desk, "position", issue_id=row.issue.id, party_id=view.parties[self.side].id)
        elif view.issues:
            route("add")(self.desk, "position", negotiation_id=view.negotiation.id)
        else:
            route("add")(self.desk, "issue", negotiation_id=view.negotiation.id)

    def action_edit(self) -> None:
        """Edit the position or development under the cursor."""
        kind, row_id = self._target()
        if row_id is not None:
            route("edit")(self.desk, kind, row_id)
        elif isinstance(row := self.rows.row, IssueRow) and self.view is not None and self.view.parties:
            route("add")(self.desk, "position", issue_id=row.issue.id, party_id=self.view.parties[self.side].id)

    def action_withdraw(self) -> None:
        """Withdraw the position or development under the cursor."""
        kind, row_id = self._target()
        if row_id is not None:
            route("withdraw")(self.desk, kind, row_id)

    def _target(self) -> tuple[str, int | None]:
        """What the cursor is on: a development, a position, or the issue where that side has none."""
        row = self.rows.row
        if isinstance(row, Development):
            return "development", row.id
        if isinstance(row, IssueRow) and self.side < len(row.positions):
            position = row.positions[self.side]
            return "position", position.id if position else None
        return "", None

    def on_row_list_chosen(self) -> None:
        """Open the record of what is under the cursor."""
        row = self.rows.row
        if isinstance(row, Development):
            self.app.push_screen(route("record")(self.session, "development", row.id or 0))
        elif isinstance(row, IssueRow):
            self.app.push_screen(route("record")(self.session, "issue", row.issue.id or 0))


def _key(row: Row) -> tuple[str, int | None]:
    return ("issue", row.issue.id) if isinstance(row, IssueRow) else ("development", row.id)
