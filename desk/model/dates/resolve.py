"""How what was said of a date is settled against a clock: its year, its weekday, its zone.

- A weekday alone is the last one for something that happened, today included, and the next one for something ahead,
  today only with a time that is still to come. With a time, one that happened is never later than now.
- A day, week or month without a year is the latest that began by today for something that happened, the earliest
  that is not over for something ahead, within the years around this one. A range is settled by its start or its end.
- A time alone is the last or the next such time.
- Where nothing says whether it is past or ahead, none of the three is taken.
- "Last" and "next" with a weekday are the nearest one before or after today, never today.
- Weeks are Monday to Sunday. "Week of" a Sunday is refused, since in many calendars that day begins a week: in those
  of a reporter who says so, it is the week that it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, TypeVar

from desk.model.dates import value as dates
from desk.model.dates.apstyle import MONTHS, WEEKDAYS, ap_time
from desk.model.dates.said import Entry, On, Point, Span
from desk.model.dates.value import UNDATED, DateValue
from desk.model.dates.vocabulary import refusal
from desk.model.dates.zones import (
    GENERAL_WORD,
    ZONE_WORDS,
    AmbiguousTimeError,
    NoSuchTimeError,
    ZoneWord,
    abbreviation,
    comes_twice,
    to_utc,
    zone_info,
    zone_word,
)
from desk.model.enums import Bound, Precision

Toward = Literal["past", "future"]

_T = TypeVar("_T")

#: A range without years that is longer than this was more likely typed the wrong way round than meant.
_LONGEST_ACROSS_YEARS = timedelta(days=183)


class DateResolver:
    """Settles entries against one clock: `now` is aware, `zone` the reporter's, `toward` where the thing lies."""

    def __init__(self, now: datetime, zone: str, toward: Toward | None) -> None:
        self._now = now
        self._zone = zone_word(zone)
        self._toward = toward
        self._today = now.astimezone(zone_info(zone)).date()

    def value(self, entry: Entry) -> DateValue:
        """The entry as a value. InputError where it leaves something open or cannot be."""
        if entry.first is None:
            return UNDATED
        shared = self._shared_zone(entry)
        if entry.last is not None:
            found = self._range(entry.first, entry.last, shared)
        else:
            found = self._one(entry.first, shared)
            if entry.bound is Bound.BY:
                found = dates.by(found)
        if entry.inexact and found.exact:
            raise refusal("“~” does not go with one exact day", "Write two ends: between mar 4 and mar 8.")
        return found

    def _shared_zone(self, entry: Entry) -> ZoneWord:
        words = [point.zone for point in (entry.first, entry.last) if point is not None and point.zone is not None]
        if len({word.zone for word in words}) > 1:
            raise refusal("One date has one zone", "Write both times in the same zone.")
        return words[-1] if words else self._zone

    def _one(self, point: Point, word: ZoneWord) -> DateValue:
        if point.on is None:
            return _minute(self._by_time(point, word), point, word)
        if point.on.is_weekday:
            on = self._weekday(point.on.weekday or 0, point, word)
            return _days(point, Precision.DAY, (on, on), word) if point.clock is None else _minute(on, point, word)
        span = point.on.held_against(self._span(point.on))
        if point.clock is None:
            return _days(point, point.on.precision, span, word)
        return _minute(_only_day(point.on, span), point, word)

    def _by_time(self, point: Point, word: ZoneWord) -> date:
        # Two days either way, since a zone half round the world may have another day now.
        found = self._nearest([self._today + timedelta(days=n) for n in range(-2, 3)], point, word)
        if found is None:
            raise refusal("It is not said on which day", "Write today or the date with the time.")
        return found

    def _weekday(self, weekday: int, point: Point, word: ZoneWord) -> date:
        ahead = (weekday - self._today.weekday()) % 7
        days = [self._today + timedelta(days=ahead + n) for n in (-14, -7, 0, 7, 14)]
        found: date | None
        if point.clock is not None:
            found = self._nearest(days, point, word)
        elif self._toward == "past":
            found = max(day for day in days if day <= self._today)
        else:
            found = min(day for day in days if day > self._today) if self._toward else None
        if found is None:
            name = WEEKDAYS[weekday]
            short = name[:3].lower()
            raise refusal(f"It is not said which {name}", f"Write last {short}, next {short} or the date.")
        return found

    def _nearest(self, days: list[date], point: Point, word: ZoneWord) -> date | None:
        """The last day on which the time is not after now, or the first on which it is not before."""

        def moment(day: date) -> datetime:
            wall = datetime.combine(day, point.clock or time())
            return wall.replace(tzinfo=zone_info(word.zone), fold=point.fold or 0).astimezone(UTC)

        if self._toward == "past":
            return max(day for day in days if moment(day) <= self._now)
        if self._toward == "future":
            return min(day for day in days if moment(day) >= self._now)
        return None

    def _span(self, on: On) -> Span:
        if on.year is not None:
            return _in_year(on, on.year)
        spans = [span for span in map(on.days_in, self._years()) if span is not None]
        return self._chosen(spans, on, lambda span: span)

    def _years(self) -> tuple[int, int, int]:
        return self._today.year - 1, self._today.year, self._today.year + 1

    def _chosen(self, found: list[_T], on: On, whole: Callable[[_T], Span]) -> _T:
        """Of the same in several years: the latest that began by today, or the earliest that is not over."""
        if self._toward is None:
            raise refusal(f"It is not said in which year {on.name} is", f"Add the year: {on.name} {self._today.year}.")
        if self._toward == "past":
            fitting = [one for one in found if whole(one)[0] <= self._today][-1:]
        else:
            fitting = [one for one in found if whole(one)[1] >= self._today][:1]
        if not fitting:
            raise refusal(f"There is no {on.name} within a year", "Write the year as well.")
        return fitting[0]

    def _range(self, first: Point, last: Point, word: ZoneWord) -> DateValue:
        if first.on is None or (last.on is None and first.clock is None):
            raise refusal("A range needs its days", "Write, for example, feb 9 to feb 13 or feb 9 9am to 5pm.")
        if (first.clock is None) != (last.clock is None):
            raise refusal("A range has a time at both ends or at neither")
        begin, end = self._ends(first.on, last.on or first.on)
        words = (first.zone or word, last.zone or word)
        if first.clock is None:
            precision = first.on.precision
            ends = _days(first, precision, begin, words[0]), _days(last, precision, end, words[1])
        else:
            ends = (
                _minute(_only_day(first.on, begin), first, words[0]),
                _minute(_only_day(first.on, end), last, words[1]),
            )
        if ends[0] == ends[1]:
            raise refusal("Both ends of the range are the same")
        try:
            return dates.span(*ends)
        except ValueError as error:
            raise refusal(str(error)) from None

    def _ends(self, a: On, b: On) -> tuple[Span, Span]:
        """Both ends, where a year that only one of them has, or none, follows from the other or from today."""
        if a.is_weekday or b.is_weekday:
            raise refusal("A range needs days of the calendar, not weekdays", "Write, for example, feb 9 to feb 13.")
        if a.precision is not b.precision:
            raise refusal(
                f"A range needs two ends of one kind, not a {a.precision} and a {b.precision}",
                "Write, for example, feb 9 to feb 13 or may to june.",
            )
        if a.year is None and b.year is None:
            pairs = [pair for year in self._years() if (pair := _pair(a, year, b, None)) is not None]
            begin, end = self._chosen(pairs, a, lambda pair: (pair[0][0], pair[1][1]))
        else:
            found = _pair(a, a.year, b, b.year)
            if found is None:
                raise refusal(f"There is no {a.name} to {b.name} in that year")
            begin, end = found
        guessed = None in (a.year, b.year) and begin[0].year != end[0].year
        if begin[0] > end[0] or (guessed and end[1] - begin[0] > _LONGEST_ACROSS_YEARS):
            raise refusal("The second end of the range is before the first", "Turn them round, or write both years.")
        return a.held_against(begin), b.held_against(end)


def _pair(a: On, a_year: int | None, b: On, b_year: int | None) -> tuple[Span, Span] | None:
    """Two ends, the missing year being that in which the second follows the first most closely."""
    if a_year is not None and b_year is not None:
        return _in_year(a, a_year), _in_year(b, b_year)
    known = a_year or b_year or 0
    for first_year, last_year in ((known, known), (known, known + 1) if a_year else (known - 1, known)):
        begin, end = a.days_in(first_year), b.days_in(last_year)
        if begin is not None and end is not None and begin[0] <= end[0]:
            return begin, end
    return None


def _in_year(on: On, year: int) -> Span:
    found = on.days_in(year)
    if found is None:
        raise refusal(f"There is no {on.name} in {year}")
    return found


def _only_day(on: On, span: Span) -> date:
    if on.precision is not Precision.DAY:
        raise refusal(f"A {on.precision} has no time of day", "Write the day with the time.")
    return span[0]


def _days(point: Point, precision: Precision, span: Span, word: ZoneWord) -> DateValue:
    if point.fold is not None:
        raise refusal("“first” and “second” go with a time that comes twice")
    if word.only:
        _season(datetime.combine(span[0], time(12)), word)
    try:
        return DateValue(precision=precision, start=span[0], end=span[1], zone=word.zone)
    except ValueError as error:  # a week over the edge of the years that the desk keeps
        raise refusal(str(error)) from None


def _minute(day: date, point: Point, word: ZoneWord) -> DateValue:
    """A wall time on a day; skipped, repeated and out of season are said in words, with what to write instead."""
    wall = datetime.combine(day, point.clock or time())
    said = f"{ap_time(wall.time())} on {MONTHS[day.month - 1]} {day.day}"
    twice = comes_twice(wall, word.zone)
    fold = point.fold
    if fold is not None and not twice:
        raise refusal(f"{said} does not come twice in {word.region} time", "Leave out first or second.")
    if word.only:
        season = _season(wall, word)
        if twice and fold not in (None, season):
            raise refusal(f"{word.only} is the {'second' if season else 'first'} of the two", "Leave out the other.")
        fold = season if twice else None
    try:
        return dates.at(wall, word.zone, fold=fold)
    except AmbiguousTimeError:
        names = [abbreviation(to_utc(wall, word.zone, which), word.zone) for which in (0, 1)]
        known = all(ZONE_WORDS.get(name.lower(), word).zone == word.zone and name.isalpha() for name in names)
        remedy = f"Write {names[0]} for the first or {names[1]} for the second." if known else "Add first or second."
        raise refusal(f"{said} comes twice in {word.region} time, since clocks go back", remedy) from None
    except NoSuchTimeError:
        raise refusal(f"{said} does not exist in {word.region} time", "Clocks go forward over it.") from None


def _season(wall: datetime, word: ZoneWord) -> int:
    """Which of two equal times a word like PDT means, 0 where there is one; InputError where clocks show another."""
    info = zone_info(word.zone)
    shown = [wall.replace(tzinfo=info, fold=fold).tzname() or "" for fold in (0, 1)]
    if word.only in shown:
        return shown.index(word.only)
    general = GENERAL_WORD.get(word.zone)
    remedy = f"Write {shown[0]}" + (f" or {general}" if general else "")
    remedy += ", or America/Phoenix for Arizona." if word.only == "MST" else "."
    raise refusal(f"On {MONTHS[wall.month - 1]} {wall.day} {word.region} time is {shown[0]}, not {word.only}", remedy)
