"""What the timeline shows, as values: read in one go, drawn afterwards."""

from __future__ import annotations

from datetime import date

from desk.app.views.grounds import read_grounds
from desk.model.frozen import frozen
from desk.model.records import Development
from desk.model.talks import timeline
from desk.model.talks.as_of import AsOf, known_by
from desk.model.talks.fold import Standing, fold
from desk.model.talks.grounds import Grounds
from desk.model.talks.timeline import OnDay, Pace, Row, Together
from desk.store.store import Store


@frozen(kw_only=True)
class TimelineView:
    """The calendar of all talks; `then` where it is as it was known at the end of a day. `unknown` are the talks that
    the desk had not been told of by then."""

    then: AsOf | None
    zone: str
    today: date
    rows: tuple[Row, ...]
    unknown: frozenset[int | None]
    developments: tuple[Development, ...]
    together: tuple[Together, ...]
    grounds: Grounds

    def name(self, row_id: int | None) -> str:
        """What talks are called."""
        return next((name_of(row) for row in self.rows if row.id == row_id), "")

    def standing(self, row: Row, day: date) -> Standing:
        """How the talks stood at the end of a day, or as far as it was known then."""
        by = None if self.then is not None else day
        return fold(self.developments, row.id or 0, happened_by=by, zone=self.zone)

    def on_day(self, day: date) -> OnDay:
        """What happened and what is due on a day."""
        return timeline.on_day(day, self.rows, self.developments)

    def paces(self, row: Row, day: date) -> tuple[Pace, ...]:
        """How the other cycles of these talks stood on their own such day."""
        return timeline.paces(self.rows, row, day, self.developments, self.zone)


def name_of(row: Row) -> str:
    """What a row is called."""
    return row.negotiation.name if row.negotiation is not None else "In no talks"


def read_timeline(store: Store, zone: str, today: date, then: AsOf | None) -> TimelineView:
    """Every negotiation there is; with `then`, of each only what was known at the end of that day."""
    by = known_by(then)
    developments = store.developments.all(known_by=by)
    known = {row.id: row for row in timeline.rows(
        store.talks.negotiations(known_by=by), developments, store.deadlines.all(known_by=by))}  # fmt: skip
    everything = store.talks.negotiations()
    rows = [known.get(talks.id, Row(negotiation=talks)) for talks in everything]
    if None in known:
        rows.append(known[None])
    return TimelineView(
        then=then,
        zone=zone,
        today=today,
        rows=tuple(rows),
        unknown=frozenset(talks.id for talks in everything if talks.id not in known),
        developments=tuple(developments),
        together=timeline.together(rows, today),
        grounds=read_grounds(store, developments),
    )
