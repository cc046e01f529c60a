"""Every negotiation on one calendar: its bar, what moved it, what is due, and what falls together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from desk.model.dates.conflicts import effective_of
from desk.model.dates.value import DateValue, unit
from desk.model.enums import DeadlineKind, Precision
from desk.model.frozen import frozen
from desk.model.records import Deadline, DeadlineDate, Development, Negotiation
from desk.model.talks.fold import Standing, first_day, fold, latest_day
from desk.model.talks.grounds import HAPPENED, has_happened, is_ahead, is_claim

#: A date vaguer than this many days is with everything, so that it says nothing of what falls together.
_VAGUEST = 31


@frozen(kw_only=True)
class Mark:
    """One thing on the calendar of some talks: a development that moved an axis, or one date of a deadline.

    `first` and `last` are the days between which it is; of a `by` only the last one is known. `conflict` is set where
    another date of the same deadline excludes this one: then both stand. `given` is that date with its source.
    """

    first: date
    last: date
    value: DateValue
    development: Development | None = None
    deadline: Deadline | None = None
    given: DeadlineDate | None = None
    conflict: bool = False

    @property
    def exact(self) -> bool:
        """True if it is on one known day."""
        return self.value.exact

    @property
    def expiry(self) -> bool:
        """True if it ends the contract."""
        return self.deadline is not None and self.deadline.kind is DeadlineKind.EXPIRY

    def firm(self, today: date) -> bool:
        """Return True if a development moved something: it is nobody's claim, and not confirmed for a day still to come."""
        return self.development is None or (not is_claim(self.development) and has_happened(self.development, today))

    @property
    def done(self) -> bool:
        """True if it is a deadline that was met."""
        return self.deadline is not None and self.deadline.done_at is not None


@frozen(kw_only=True)
class Row:
    """One negotiation on the calendar; `negotiation` is None for what belongs to no talks.

    `first` is the first day of talks, `planned` what the sources say of it while it is still ahead, `expiry` what they
    say of the end of the contract: one date, several in order of time where they are in conflict, none where nobody
    has said. `undated` counts what cannot stand on a calendar.
    """

    negotiation: Negotiation | None
    first: date | None = None
    planned: tuple[DateValue, ...] = ()
    expiry: tuple[DateValue, ...] = ()
    marks: tuple[Mark, ...] = ()
    undated: int = 0

    @property
    def id(self) -> int | None:
        """The id of the talks."""
        return self.negotiation.id if self.negotiation is not None else None

    @property
    def begins(self) -> date | None:
        """Where the bar begins: the first day of talks, else the first on which they may begin."""
        if self.first is not None:
            return self.first
        return min((_first(value) for value in self.planned if value.end is not None), default=None)

    @property
    def ends(self) -> date | None:
        """Where the bar ends: the last day on which the contract may expire."""
        return max((value.end for value in self.expiry if value.end is not None), default=None)

    @property
    def days(self) -> tuple[int, int] | None:
        """From the first day of talks to expiry, at least and at most; None before talks began or without an end."""
        if self.first is None or self.ends is None or self.ends < self.first:
            return None
        return (min(_first(value) for value in self.expiry if value.end is not None) - self.first).days, (
            self.ends - self.first
        ).days


@frozen
class Together:
    """Deadlines of different talks in one week, which begins on the Monday `week`.

    `sure` are those whose dates are known to be in it, `maybe` those that may be: a month holds more than one week.
    """

    week: date
    sure: tuple[Mark, ...]
    maybe: tuple[Mark, ...] = ()


@frozen
class OnDay:
    """What happened, or may have, on one day, and what is or may be due on it; the exact before the vague."""

    happened: tuple[Development, ...]
    due: tuple[Mark, ...]


@frozen
class Pace:
    """How other talks of the same parties stood on the same day of theirs: day `number`, which was `day`."""

    row: Row
    number: int
    day: date
    standing: Standing


def rows(
    negotiations: Iterable[Negotiation], developments: Sequence[Development], deadlines: Sequence[Deadline]
) -> tuple[Row, ...]:
    """A row for each negotiation in the order given, and one at the end for what belongs to none."""
    found = []
    for talks in negotiations:
        mine = [one for one in developments if talks.id in one.negotiation_ids]
        due = [one for one in deadlines if one.negotiation_id == talks.id]
        marks, undated = _marks(mine, due)
        first = first_day(mine, talks.id or 0)
        planned = _shown(_unbegun(due)) if first is None else ()
        found.append(
            Row(negotiation=talks, first=first, planned=planned, expiry=expiry_of(due), marks=marks, undated=undated)
        )
    known = {row.id for row in found}
    loose = [one for one in deadlines if one.negotiation_id not in known]
    marks, undated = _marks([one for one in developments if not one.negotiation_ids], loose)
    if marks or undated:
        found.append(Row(negotiation=None, marks=marks, undated=undated))
    return tuple(found)


def expiry_of(deadlines: Iterable[Deadline]) -> tuple[DateValue, ...]:
    """When the contract ends, by the deadlines of one negotiation: the dates of an expiry that is still ahead, else of
    one that is over. Several are in conflict, in order of time."""
    known = [(one.done_at is not None, _shown(one)) for one in deadlines if one.kind is DeadlineKind.EXPIRY]
    dated = sorted(((done, dates) for done, dates in known if dates), key=lambda one: one[0])
    return dated[0][1] if dated else ()


def _shown(deadline: Deadline | None) -> tuple[DateValue, ...]:
    return tuple(one.date for one in _given(deadline))


def _given(deadline: Deadline | None) -> tuple[DeadlineDate, ...]:
    return effective_of(deadline.dates, lambda one: one.date).shown if deadline else ()


def _unbegun(deadlines: Iterable[Deadline]) -> Deadline | None:
    return next((one for one in deadlines if one.kind is DeadlineKind.TALKS_BEGIN and _shown(one)), None)


def _first(value: DateValue) -> date:
    first = value.start or value.end
    assert first is not None
    return first


def _marks(developments: Iterable[Development], deadlines: Iterable[Deadline]) -> tuple[tuple[Mark, ...], int]:
    marks, undated = [], 0
    for one in developments:
        if not one.axes or one.date.certainty not in HAPPENED:
            continue
        if one.date.end is None:
            undated += 1
        else:
            marks.append(Mark(first=_first(one.date), last=one.date.end, value=one.date, development=one))
    for due in deadlines:
        dates = _given(due)
        undated += not dates
        for given in dates:
            value = given.date
            if value.end is None:
                undated += 1
                continue
            first, conflict = _first(value), len(dates) > 1
            marks.append(Mark(first=first, last=value.end, value=value, deadline=due, given=given, conflict=conflict))
    return tuple(sorted(marks, key=lambda mark: (mark.last, mark.first))), undated


def together(calendar: Iterable[Row], today: date) -> tuple[Together, ...]:
    """The weeks from this one on in which deadlines of different talks fall, or may, the nearest first."""
    ahead = [
        (row.id, mark)
        for row in calendar
        for mark in row.marks
        if mark.deadline is not None and not mark.done and mark.last >= today
    ]
    sure: dict[date, list[tuple[int | None, Mark]]] = {}
    vague = []
    for talks, mark in ahead:
        monday = unit(mark.last, Precision.WEEK)[0]
        if unit(mark.first, Precision.WEEK)[0] == monday and mark.value.start is not None:
            sure.setdefault(monday, []).append((talks, mark))
        elif mark.value.start is not None and (mark.last - mark.first).days < _VAGUEST:
            vague.append((talks, mark))
    found = []
    for monday, marks in sorted(sure.items()):
        sunday = monday + timedelta(days=6)
        talks_here = {talks for talks, _ in marks}
        maybe = [
            (talks, mark)
            for talks, mark in vague
            if mark.first <= sunday and mark.last >= monday and talks_here != {talks}
        ]
        if len(talks_here | {talks for talks, _ in maybe}) > 1:
            found.append(Together(monday, tuple(mark for _, mark in marks), tuple(mark for _, mark in maybe)))
    return tuple(found)


def on_day(day: date, calendar: Iterable[Row], developments: Iterable[Development]) -> OnDay:
    """What happened and what is due on a day. What is known to a month or a year may be on each of its days."""
    happened = [one for one in developments if one.date.end is not None and _first(one.date) <= day <= one.date.end]
    due = [
        mark for row in calendar for mark in row.marks if mark.deadline is not None and mark.first <= day <= mark.last
    ]
    return OnDay(
        tuple(sorted(happened, key=lambda one: (_width(one.date), one.id or 0))),
        tuple(sorted(due, key=lambda mark: (_width(mark.value), mark.last))),
    )


def _width(value: DateValue) -> int:
    return (value.end - _first(value)).days if value.end is not None else 0


def paces(
    calendar: Iterable[Row], row: Row, day: date, developments: Sequence[Development], zone: str = "UTC"
) -> tuple[Pace, ...]:
    """How the other talks of the same parties stood when as many days had passed as have in these by `day`."""
    if row.first is None or row.negotiation is None or day < row.first:
        return ()
    parties = set(row.negotiation.party_ids)
    found = []
    for other in calendar:
        if other.negotiation is None or other.id == row.id or other.first is None or not parties:
            continue
        if set(other.negotiation.party_ids) == parties:
            then = other.first + (day - row.first)
            standing = fold(developments, other.id or 0, happened_by=then, zone=zone)
            found.append(Pace(other, (day - row.first).days + 1, then, standing))
    return tuple(found)


def ends(calendar: Iterable[Row], today: date) -> tuple[date, date]:
    """The first and the last day that a calendar of these rows has to show: today is always among them."""
    days = [today]
    for row in calendar:
        days += [day for day in (row.begins, row.ends) if day is not None]
        days += [day for mark in row.marks if _width(mark.value) <= _VAGUEST for day in (mark.first, mark.last)]
    return min(days), max(days)


def next_mark(calendar: Iterable[Row], day: date, by: int) -> date | None:
    """The nearest day after `day` (or, with `by` below 0, before it) on which something in these rows is or ends."""
    days = {mark.last for row in calendar for mark in row.marks}
    if by > 0:
        return min((each for each in days if each > day), default=None)
    return max((each for each in days if each < day), default=None)


def last_change(
    row_id: int | None, developments: Iterable[Development], today: date, zone: str = "UTC"
) -> Development | None:
    """What happened last in these talks (None: in none), as far as it is known to have happened by `today`.

    What is undated, or known to a year only, is last only where nothing else is.
    """
    mine = [one for one in developments if _is_of(one, row_id) and has_happened(one, today)]

    def rank(one: Development) -> tuple[bool, date, str, int]:
        hour = one.date.end_time
        return (
            one.date.dated and _width(one.date) < _VAGUEST,
            latest_day(one, zone),
            hour.isoformat() if hour is not None else "~",
            one.id or 0,
        )

    return max(mine, key=rank, default=None)


def next_ahead(row_id: int | None, developments: Iterable[Development], today: date) -> Development | None:
    """What is to happen next in these talks, of what was logged as expected or scheduled; undated only as the last."""
    mine = [one for one in developments if _is_of(one, row_id)]
    return next(iter(ahead_in_order(mine, today)), None)


def ahead_in_order(developments: Iterable[Development], today: date) -> list[Development]:
    """What is still to happen, the nearest first; what has no date, or whose date went by, at the end."""

    def rank(one: Development) -> tuple[bool, date, date, int]:
        end = one.date.end
        gone = end is None or end < today
        return (gone, one.date.start or end or date.max, end or date.max, one.id or 0)

    return sorted((one for one in developments if is_ahead(one, today)), key=rank)


def _is_of(one: Development, row_id: int | None) -> bool:
    return row_id in one.negotiation_ids if row_id is not None else not one.negotiation_ids


def next_due(row: Row, today: date) -> Mark | None:
    """What is due next in these talks: the nearest that may still be ahead and is not done."""
    ahead = [mark for mark in row.marks if mark.deadline is not None and not mark.done and mark.last >= today]
    return min(ahead, key=lambda mark: (mark.first, mark.last), default=None)
