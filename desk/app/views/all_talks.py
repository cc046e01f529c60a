"""All talks, each in one line: how it stands, what happened last, what is next."""

from __future__ import annotations

from datetime import date

from desk.app.views.grounds import read_grounds
from desk.model.frozen import frozen
from desk.model.records import Development
from desk.model.talks import timeline
from desk.model.talks.as_of import AsOf, known_by
from desk.model.talks.fold import Standing, fold, had_happened
from desk.model.talks.grounds import Grounds
from desk.model.talks.timeline import Mark, Row
from desk.store.store import Store


@frozen
class Line:
    """One negotiation: how it stands, what happened last, what is next."""

    row: Row
    standing: Standing
    last: Development | None
    next: Mark | None


@frozen
class AllTalksView:
    """All talks, and the day they are counted from."""

    lines: tuple[Line, ...]
    today: date
    grounds: Grounds = Grounds()


def read_all_talks(store: Store, zone: str, today: date, then: AsOf | None) -> AllTalksView:
    """Every negotiation, as it stands or stood on the day that the desk is turned to."""
    by = known_by(then)
    developments = had_happened(store.developments.all(known_by=by), then)
    rows = timeline.rows(store.talks.negotiations(known_by=by), developments, store.deadlines.all(known_by=by))
    return AllTalksView(
        tuple(
            Line(row, fold(developments, row.id or 0), timeline.last_change(row.id, developments, today, zone),
                 timeline.next_due(row, today))
            for row in rows
            if row.negotiation is not None
        ),
        today,
        read_grounds(store, developments),
    )  # fmt: skip
