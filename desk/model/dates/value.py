"""A date as a value: how exactly it is known, where it binds, in which zone it was given.

A time that nobody gave is never invented: only a value of minute precision has wall time, zone and UTC.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from desk.model.dates.zones import AmbiguousTimeError, comes_twice, to_utc, zone_info
from desk.model.enums import Basis, Bound, Certainty, Precision
from desk.model.frozen import frozen

#: The desk keeps days of these years, so that a slip of a key is not a date and arithmetic never overflows.
FIRST_YEAR, LAST_YEAR = 1900, 2199

_WEEK = timedelta(days=6)


@frozen(kw_only=True)
class DateValue:
    """When something is, was or may be.

    `start` and `end` are civil days in `zone` (an IANA name), both inclusive: the first and last day that the value
    covers or may fall on. A value of week (Monday to Sunday), month or year precision has its first and last day
    there; `by` has only an `end`; `undated` has neither. `start_time` and `end_time` are wall times and exist only
    with minute precision, which also needs a zone; `fold` is 1 for the second of two equal wall times when clocks
    go back.

    Raises ValueError, with a sentence, for a value that cannot be.
    """

    precision: Precision
    start: date | None = None
    end: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    fold: int = 0
    bound: Bound = Bound.ON
    zone: str = ""
    basis: Basis = Basis.STATED
    certainty: Certainty = Certainty.EXPECTED

    def __post_init__(self) -> None:
        if self.zone:
            zone_info(self.zone)
        if self.precision is Precision.UNDATED:
            if self.start or self.end or self.start_time or self.end_time or self.fold or self.bound is not Bound.ON:
                raise ValueError("An undated value has no start, end, time or bound")
            return
        self._check_days()
        if self.precision is Precision.MINUTE:
            self._check_times()
        elif self.start_time is not None or self.end_time is not None or self.fold:
            raise ValueError(f"A {self.precision} has no time of day")

    def _check_days(self) -> None:
        if self.end is None:
            raise ValueError(f"A {self.precision} needs its last day")
        if (self.start is None) != (self.bound is Bound.BY):
            raise ValueError("“By” has only an end; every other date has a start as well")
        for edge in (self.start, self.end):
            if isinstance(edge, datetime):
                raise ValueError("A day is a date, not a moment: the time stands beside it")
            if edge is not None and not FIRST_YEAR <= edge.year <= LAST_YEAR:
                raise ValueError(f"{edge.isoformat()} is not between {FIRST_YEAR} and {LAST_YEAR}")
        first, last = self.start, self.end
        if first is not None and first > last:
            raise ValueError(f"{first.isoformat()} is after {last.isoformat()}")
        if unit(last, self.precision)[1] != last:
            raise ValueError(f"{last.isoformat()} is not the last day of a {self.precision}")
        if first is None:
            return
        whole = unit(first, self.precision)
        if whole[0] != first:
            raise ValueError(f"{first.isoformat()} is not the first day of a {self.precision}")
        if self.bound is Bound.ON and whole[1] != last:
            raise ValueError(f"{first.isoformat()} to {last.isoformat()} is more than one {self.precision}")
        if self.bound is Bound.BETWEEN and whole[1] == last and self.precision is not Precision.MINUTE:
            raise ValueError("“Between” needs two different ends")

    def _check_times(self) -> None:
        if not self.zone:
            raise ValueError("A time of day needs its zone")
        if self.fold not in (0, 1):
            raise ValueError("A wall time comes once or twice: fold is 0 or 1")
        if (self.start_time is None) != (self.start is None) or self.end_time is None:
            raise ValueError("A date to the minute needs its time of day")
        for clock in (self.start_time, self.end_time):
            if clock is not None and (clock.second or clock.microsecond or clock.tzinfo or clock.fold):
                raise ValueError("A time of day is hours and minutes; zone and fold stand beside it")
        first, last = self.utc_start, self.utc_end
        if self.bound is Bound.ON and self.start_time != self.end_time:
            raise ValueError("One minute has one time of day")
        if self.bound is Bound.BETWEEN and first is not None and last is not None and first >= last:
            raise ValueError("“Between” needs a first minute before the last")
        if self.fold and not any(comes_twice(wall, self.zone) for wall in self._walls()):
            raise ValueError("Only a wall time that comes twice has a second one")

    def _walls(self) -> list[datetime]:
        pairs = ((self.start, self.start_time), (self.end, self.end_time))
        return [datetime.combine(day, clock) for day, clock in pairs if day is not None and clock is not None]

    @property
    def utc_start(self) -> datetime | None:
        """The first minute as an aware instant; None unless the value is exact to the minute (and not `by`)."""
        return self._instant(self.start, self.start_time)

    @property
    def utc_end(self) -> datetime | None:
        """The last minute as an aware instant; None unless the value is exact to the minute."""
        return self._instant(self.end, self.end_time)

    def _instant(self, day: date | None, clock: time | None) -> datetime | None:
        if day is None or clock is None:
            return None
        wall = datetime.combine(day, clock)
        return to_utc(wall, self.zone, self.fold if self.fold and comes_twice(wall, self.zone) else 0)

    @property
    def dated(self) -> bool:
        """True if anything at all is known of when."""
        return self.precision is not Precision.UNDATED

    @property
    def exact(self) -> bool:
        """True if this is one day or one minute. What is not is shown with `~`."""
        return self.bound is Bound.ON and self.precision in (Precision.MINUTE, Precision.DAY)

    def to_columns(self) -> dict[str, str | int | None]:
        """The value as the database keeps it: wall time as given, and UTC beside it where there is a minute."""
        return {
            "start": _text(self.start, self.start_time),
            "end": _text(self.end, self.end_time),
            "bound": self.bound.value,
            "precision": self.precision.value,
            "zone": self.zone,
            "fold": self.fold,
            "start_utc": _utc_text(self.utc_start),
            "end_utc": _utc_text(self.utc_end),
            "basis": self.basis.value,
            "certainty": self.certainty.value,
        }

    @classmethod
    def from_columns(cls, row: Mapping[str, object]) -> DateValue:
        """The value of a row with the columns of `to_columns` (others are ignored). UTC is worked out anew.

        Raises ValueError where the row holds no possible date.
        """
        start, start_time = _read(row["start"])
        end, end_time = _read(row["end"])
        return cls(
            precision=Precision(str(row["precision"])),
            start=start,
            end=end,
            start_time=start_time,
            end_time=end_time,
            fold=int(str(row["fold"] or 0)),
            bound=Bound(str(row["bound"])),
            zone=str(row["zone"] or ""),
            basis=Basis(str(row["basis"])),
            certainty=Certainty(str(row["certainty"])),
        )


def _text(day: date | None, clock: time | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock:%H:%M}"


def _utc_text(instant: datetime | None) -> str | None:
    return None if instant is None else f"{instant:%Y-%m-%dT%H:%MZ}"


def _read(text: object) -> tuple[date | None, time | None]:
    if text is None or text == "":
        return None, None
    day, _, clock = str(text).partition("T")
    return date.fromisoformat(day), time.fromisoformat(clock) if clock else None


def unit(on: date, precision: Precision) -> tuple[date, date]:
    """The first and last day of the week, month or year around a day; of anything finer, the day itself."""
    match precision:
        case Precision.WEEK:
            monday = on - timedelta(days=on.weekday())
            return monday, monday + _WEEK
        case Precision.MONTH:
            return on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
        case Precision.YEAR:
            return date(on.year, 1, 1), date(on.year, 12, 31)
        case _:
            return on, on


UNDATED = DateValue(precision=Precision.UNDATED)


def _whole(on: date, precision: Precision, zone: str) -> DateValue:
    first, last = unit(on, precision)
    return DateValue(precision=precision, start=first, end=last, zone=zone)


def day(on: date, *, zone: str = "") -> DateValue:
    """A civil day without an hour."""
    return _whole(on, Precision.DAY, zone)


def week_of(on: date, *, zone: str = "") -> DateValue:
    """The week, Monday to Sunday, in which a day falls."""
    return _whole(on, Precision.WEEK, zone)


def month(of_year: int, of_month: int, *, zone: str = "") -> DateValue:
    """Some day of a month."""
    return _whole(date(of_year, of_month, 1), Precision.MONTH, zone)


def year(of_year: int, *, zone: str = "") -> DateValue:
    """Some day of a year."""
    return _whole(date(of_year, 1, 1), Precision.YEAR, zone)


def at(wall: datetime, zone: str, *, fold: int | None = None) -> DateValue:
    """A minute by the clocks of `zone`, from a naive wall time.

    Raises NoSuchTimeError for one that clocks skip, and AmbiguousTimeError for one that comes twice unless `fold`
    says which is meant: 0 the first, 1 the second.
    """
    if wall.tzinfo is not None:
        raise ValueError("A wall time has no zone of its own: use `instant` for an aware time")
    if fold is None and comes_twice(wall, zone):
        raise AmbiguousTimeError(f"{wall:%H:%M} comes twice on {wall:%Y-%m-%d} in {zone}")
    on, clock = wall.date(), wall.time().replace(fold=0)
    return DateValue(
        precision=Precision.MINUTE, start=on, end=on, start_time=clock, end_time=clock, fold=fold or 0, zone=zone
    )


def instant(moment: datetime, zone: str) -> DateValue:
    """The minute of an aware moment, as clocks in `zone` show it. Seconds are dropped."""
    if moment.tzinfo is None:
        raise ValueError("An instant needs its zone: use `at` for a wall time")
    local = moment.astimezone(zone_info(zone)).replace(second=0, microsecond=0)
    return at(local.replace(tzinfo=None, fold=0), zone, fold=local.fold)


def by(value: DateValue) -> DateValue:
    """Not later than the end of `value`."""
    if not value.dated or value.bound is not Bound.ON:
        raise ValueError("“By” needs one day, minute, week, month or year")
    return replace(value, bound=Bound.BY, start=None, start_time=None)


def span(first: DateValue, last: DateValue) -> DateValue:
    """Somewhere between the start of one value and the end of another of the same precision and zone."""
    if first.bound is not Bound.ON or last.bound is not Bound.ON or not first.dated:
        raise ValueError("“Between” needs two days, minutes, weeks, months or years")
    if first.precision is not last.precision:
        raise ValueError(f"“Between” needs two ends of one kind, not a {first.precision} and a {last.precision}")
    if first.zone != last.zone:
        raise ValueError(f"“Between” needs one zone, not {first.zone or 'none'} and {last.zone or 'none'}")
    value = replace(first, bound=Bound.BETWEEN, end=last.end, end_time=last.end_time, fold=max(first.fold, last.fold))
    if (value.utc_start, value.utc_end) != (first.utc_start, last.utc_end):
        raise ValueError("“Between” cannot go from the first of two equal wall times into the second")
    return value
