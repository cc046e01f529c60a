"""What is due, as values: what is ahead, whose answer is owed, what has just been done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.app.views.grounds import read_grounds
from desk.model.dates.conflicts import effective_of
from desk.model.dates.show import is_past
from desk.model.dates.value import DateValue
from desk.model.dates.zones import zone_info
from desk.model.enums import CommentOutcome
from desk.model.frozen import frozen
from desk.model.records import Asked, Deadline, DeadlineDate, Development
from desk.model.talks.as_of import AsOf, known_by
from desk.model.talks.fold import had_happened
from desk.model.talks.grounds import Grounds

if TYPE_CHECKING:
    from desk.store.store import Store

#: What was done longer ago than this is no longer "just done".
RECENT = timedelta(days=14)


@frozen
class Due:
    """A deadline with the date to show, or those in conflict in order of time; none where nobody has said when."""

    deadline: Deadline
    dates: tuple[DeadlineDate, ...]

    @property
    def conflict(self) -> bool:
        """True if sources' dates exclude each other."""
        return len(self.dates) > 1


@frozen
class Owed:
    """Somebody who was asked for comment and has not answered."""

    development: Development
    asked: Asked
    name: str


@frozen(kw_only=True)
class DeadlinesView:
    """Ahead in order of time, owed in the order it was asked, done the newest first.

    What passed and was not marked done stays ahead, at the top: a date that goes by does not make a thing happen.
    """

    ahead: tuple[Due, ...] = ()
    owed: tuple[Owed, ...] = ()
    done: tuple[Due, ...] = ()
    codes: Mapping[int, str]
    grounds: Grounds = Grounds()
    now: datetime
    zone: str

    def over(self, due: Due) -> bool:
        """Return True if every date that it may have has gone by."""
        return bool(due.dates) and all(is_past(one.date, self.now, self.zone) for one in due.dates)

    @property
    def next(self) -> Due | None:
        """What is due next and has not gone by."""
        return next((due for due in self.ahead if due.dates and not self.over(due)), None)


def read_deadlines(store: Store, now: datetime, zone: str, *, then: AsOf | None = None) -> DeadlinesView:
    """All deadlines, as they stand at `now` for a reporter in `zone`, or as they did on a day that is turned to."""
    ahead, done = [], []
    if then is not None:
        now = then.now
    for deadline in store.deadlines.all(known_by=known_by(then)):
        if then is not None and deadline.done_at is not None and deadline.done_at > now:
            deadline = replace(deadline, done_at=None)
        due = Due(deadline, effective_of(deadline.dates, lambda one: one.date).shown)
        if deadline.done_at is None:
            ahead.append(due)
        elif now - deadline.done_at <= RECENT:
            done.append(due)
    grounds = read_grounds(store)
    return DeadlinesView(
        ahead=tuple(sorted(ahead, key=lambda due: _by_time(due, zone))),
        owed=_owed(store, then),
        done=tuple(sorted(done, key=lambda due: _by_time(due, zone), reverse=True)),
        codes={number: source.words for number, source in grounds.sources.items() if not source.withdrawn},
        grounds=grounds,
        now=now,
        zone=zone,
    )


def _by_time(due: Due, zone: str) -> tuple[date, datetime, date, int]:
    """The first day it can be, the moment where there is one, the last day; undated ones at the end."""
    if not due.dates or due.dates[0].date.end is None:
        return (date.max, datetime.max.replace(tzinfo=UTC), date.max, due.deadline.id or 0)
    value = due.dates[0].date
    first = value.start or value.end
    assert first is not None
    assert value.end is not None
    return (first, _moment(value, zone), value.end, due.deadline.id or 0)


def _moment(value: DateValue, zone: str) -> datetime:
    """Its minute; what has none comes after all minutes of its day."""
    if value.utc_start is not None:
        return value.utc_start
    on = value.start or value.end
    assert on is not None
    return datetime.combine(on, time(23, 59, 59), zone_info(zone))


def _owed(store: Store, then: AsOf | None) -> tuple[Owed, ...]:
    found = []
    for one in had_happened(store.developments.all(known_by=known_by(then)), then):
        for asked in one.asked:
            if asked.outcome is CommentOutcome.PENDING:
                found.append(Owed(one, asked, _name(store, asked)))
    return tuple(found)


def _name(store: Store, asked: Asked) -> str:
    if asked.party_id is not None:
        return store.people.party(asked.party_id).name
    if asked.person_id is None:
        return ""
    person = store.people.person(asked.person_id)
    return "a confidential source" if person.confidential else person.name
