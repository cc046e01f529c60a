"""Everything that was changed in a span of time, for the reporter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from desk.app.confidential import marked_names
from desk.app.views.grounds import read_grounds
from desk.model.dates.span import Span
from desk.model.frozen import frozen
from desk.model.names.names import Names
from desk.model.records import Copied, DeadlineDate, Development, Position
from desk.model.talks.grounds import Footing
from desk.store.file.history import Change, Done
from desk.store.store import Store

_EVER = datetime(1900, 1, 1, tzinfo=UTC)


@frozen
class ChangesView:
    """What was changed, brought in and copied in spite of a dispute, and what is needed to put it into words."""

    span: Span
    changes: Sequence[Change]
    imports: Sequence[Done]
    overridden: Sequence[Copied]
    names: Names
    #: The people who are confidential now, whatever they were called when they were changed.
    hidden: frozenset[int]
    #: What the developments, positions and dates that stand now rest on, by their table and id.
    footings: Mapping[tuple[str, int], Footing]


def read_changes(store: Store, span: Span, today: date) -> ChangesView:
    """What was changed in this span."""
    since = span.since or _EVER
    return ChangesView(
        span,
        store.history.changes(since=since, until=span.until),
        store.history.imports(since=since, until=span.until),
        store.copies.overridden(since=since, until=span.until),
        marked_names(store),
        store.people.confidential_ids(),
        _footings(store, today),
    )


def _footings(store: Store, today: date) -> dict[tuple[str, int], Footing]:
    developments = store.developments.all()
    grounds = read_grounds(store, developments)
    records: list[tuple[str, Development | Position | DeadlineDate]] = [("development", one) for one in developments]
    for talks in store.talks.negotiations():
        records += [("position", one) for one in store.talks.positions(talks.id or 0)]
    records += [("deadline_date", one) for deadline in store.deadlines.all() for one in deadline.dates]
    return {(table, one.id): grounds.of(one, today) for table, one in records if one.id is not None}
