"""How dates for one thing stand to each other: the same, one inside the other, or impossible together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from desk.model.dates.value import DateValue
from desk.model.dates.zones import zone_info
from desk.model.enums import Certainty, Precision
from desk.model.frozen import frozen

T = TypeVar("T")


class Relation(StrEnum):
    """What the first of two dates is to the second."""

    SAME = "same"
    NARROWS = "narrows"
    WIDENS = "widens"
    OVERLAPS = "overlaps"
    EXCLUDES = "excludes"


_MIRRORED = {Relation.NARROWS: Relation.WIDENS, Relation.WIDENS: Relation.NARROWS}


def relate(a: DateValue, b: DateValue) -> Relation:
    """What `a` is to `b`, from the moments that each leaves possible; basis and certainty play no part.

    Two values exact to the minute are compared as instants. A minute and a day are compared as civil days, by the
    clock of either's zone: "June 30" in a report is seldom meant in the reader's own zone, and 2:59 a.m. in New York
    does not contradict it when it is still June 30 in Los Angeles. A date is inside `undated`, and anything up to
    its end is inside `by`.
    """
    if not a.dated or not b.dated:
        if a.dated == b.dated:
            return Relation.SAME
        return Relation.NARROWS if a.dated else Relation.WIDENS
    minute_a, minute_b = a.precision is Precision.MINUTE, b.precision is Precision.MINUTE
    if minute_a and minute_b:
        return _compare(_instants(a), _instants(b))
    if minute_a:
        return _minute_to_days(a, b)
    if minute_b:
        mirrored = _minute_to_days(b, a)
        return _MIRRORED.get(mirrored, mirrored)
    return _compare(_days(a), _days(b))


def _compare(a: tuple[float, float], b: tuple[float, float]) -> Relation:
    if a == b:
        return Relation.SAME
    if a[1] < b[0] or b[1] < a[0]:
        return Relation.EXCLUDES
    if b[0] <= a[0] and a[1] <= b[1]:
        return Relation.NARROWS
    if a[0] <= b[0] and b[1] <= a[1]:
        return Relation.WIDENS
    return Relation.OVERLAPS


def _minute_to_days(minute: DateValue, days: DateValue) -> Relation:
    """A minute is never the same as a day: where the days agree it is inside."""
    best = Relation.EXCLUDES
    for zone in dict.fromkeys((minute.zone, days.zone or minute.zone)):
        found = _compare(_civil(minute, zone), _days(days))
        if found in (Relation.SAME, Relation.NARROWS):
            return Relation.NARROWS
        if best is Relation.EXCLUDES:
            best = found
    return best


def _instants(value: DateValue) -> tuple[float, float]:
    return _number(value.utc_start, float("-inf")), _number(value.utc_end, float("inf"))


def _number(instant: datetime | None, missing: float) -> float:
    return missing if instant is None else instant.timestamp()


def _days(value: DateValue) -> tuple[float, float]:
    return _ordinal(value.start, float("-inf")), _ordinal(value.end, float("inf"))


def _civil(value: DateValue, zone: str) -> tuple[float, float]:
    """The civil days in `zone` on which a value of minute precision starts and ends."""
    info = zone_info(zone)
    first, last = value.utc_start, value.utc_end
    return (
        _ordinal(first and first.astimezone(info).date(), float("-inf")),
        _ordinal(last and last.astimezone(info).date(), float("inf")),
    )


def _ordinal(day: date | None, missing: float) -> float:
    return missing if day is None else day.toordinal()


@frozen
class Effective(Generic[T]):
    """What to show for a thing with several dates.

    `shown` has one item where the dates agree, and all that stand against each other, in order of time, where they
    do not; it is empty where no date is left. `behind` are the wider, equal or overlapping ones, as they came.
    """

    shown: tuple[T, ...]
    behind: tuple[T, ...] = ()

    @property
    def conflict(self) -> bool:
        """True if two sources' dates exclude each other, which is shown with `≠`."""
        return len(self.shown) > 1

    @property
    def only(self) -> T | None:
        """The one date to show, or None where there is none or a conflict."""
        return self.shown[0] if len(self.shown) == 1 else None


_FIRMNESS = {
    Certainty.SUPERSEDED: 0,
    Certainty.EXPECTED: 1,
    Certainty.SCHEDULED: 2,
    Certainty.CONFIRMED: 3,
    Certainty.OCCURRED: 4,
}


def effective_of(items: Sequence[T], date_of: Callable[[T], DateValue]) -> Effective[T]:
    """What to show for things that carry a date, such as a deadline's dates, oldest first.

    Superseded ones are left out. A date inside another's span takes its place. Of equal dates the firmer, then the
    newer stands; so it is with dates that overlap, after the narrower. Dates that exclude each other all stand.
    """
    live = [(date_of(item), item) for item in items if date_of(item).certainty is not Certainty.SUPERSEDED]
    every = range(len(live))
    # Days and minutes of several zones can each seem to be inside the next: then all of them stand.
    sharp = [n for n in every if not any(_yields(live, n, m) for m in every if m != n)] or list(every)
    rivals = [n for n in sharp if any(relate(live[n][0], live[m][0]) is Relation.EXCLUDES for m in sharp)]
    if rivals:
        rivals.sort(key=lambda n: _in_time(live[n][0]))
        chosen = rivals
    else:
        chosen = sorted(sharp, key=lambda n: (_width(live[n][0]), -_FIRMNESS[live[n][0].certainty], -n))[:1]
    behind = tuple(item for n, (_, item) in enumerate(live) if n not in chosen)
    return Effective(tuple(live[n][1] for n in chosen), behind)


def _yields(live: Sequence[tuple[DateValue, T]], n: int, m: int) -> bool:
    """Return True if the nth date gives way to the mth."""
    mine, other = live[n][0], live[m][0]
    match relate(mine, other):
        case Relation.WIDENS:
            return True
        case Relation.SAME:
            return (_FIRMNESS[mine.certainty], n) < (_FIRMNESS[other.certainty], m)
        case _:
            return False


def _width(value: DateValue) -> float:
    if value.precision is Precision.MINUTE:
        first, last = _instants(value)
        return (last - first) / 86400
    first, last = _days(value)
    return last - first + 1


def _in_time(value: DateValue) -> tuple[float, float, float]:
    first, last = _civil(value, value.zone) if value.precision is Precision.MINUTE else _days(value)
    return first, last, _number(value.utc_end, float("inf"))
