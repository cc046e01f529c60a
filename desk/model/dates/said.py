"""What was said of a date, before its year or zone is settled: the pieces that the grammar finds."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time, timedelta

from desk.model.dates.apstyle import MONTHS, WEEKDAYS, ap_day
from desk.model.dates.value import FIRST_YEAR, LAST_YEAR, unit
from desk.model.dates.vocabulary import refusal
from desk.model.dates.zones import ZoneWord
from desk.model.enums import Bound, Precision
from desk.model.frozen import frozen

#: The first and the last day of something.
Span = tuple[date, date]


@frozen
class On:
    """A day, week, month or year as it was said. Without `month` and `year` it is a bare weekday.

    `from_sunday` says that the reporter's weeks begin on Sunday: the week of one is then that which it begins.
    """

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    from_sunday: bool = False

    @classmethod
    def of(cls, on: date, precision: Precision = Precision.DAY) -> On:
        """What a known day stands for."""
        return cls(precision, on.year, on.month, on.day)

    @property
    def is_weekday(self) -> bool:
        """True if nothing but a weekday was said."""
        return self.month is None and self.year is None

    @property
    def name(self) -> str:
        """The day or month in words, without its year."""
        month = MONTHS[(self.month or 1) - 1]
        return f"{month} {self.day}" if self.day else month

    def checked(self) -> On:
        """Itself, if the calendar has such a day: in its year, or without one in any. Else InputError."""
        if self.month is not None and self.day is not None:
            last = monthrange(self.year or 2000, self.month)[1]
            if not 1 <= self.day <= last:
                month = MONTHS[self.month - 1] + (f" {self.year}" if self.year else "")
                leap = self.month == 2 and not self.year
                raise refusal(f"{month} has no day {self.day}", f"Its last day is {'28 or 29' if leap else last}.")
        return self

    def days_in(self, year: int) -> Span | None:
        """The days that were said, in a year; None where that year has no such day, which is February 29."""
        try:
            around = date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None
        if self.precision is Precision.WEEK and self.from_sunday:
            return week_around(around, from_sunday=True)
        return unit(around, self.precision)

    def held_against(self, span: Span) -> Span:
        """The span, if it fits what else was said: the weekday, and a day on which a week may be said to turn."""
        first = span[0]
        if self.precision is Precision.DAY and self.weekday not in (None, first.weekday()):
            said = f"{MONTHS[first.month - 1]} {first.day}, {first.year},"
            wrong = WEEKDAYS[self.weekday or 0]
            raise refusal(
                f"{said} is a {WEEKDAYS[first.weekday()]}, not a {wrong}",
                "Mend the weekday or the date." + self._in_another_year(first.year),
            )
        if self.precision is Precision.WEEK and (self.month, self.day) == (span[1].month, span[1].day):
            after = span[1] + timedelta(days=1)
            raise refusal(
                f"{self.name}, {span[1].year}, is a Sunday, which may begin or end a week",
                f"Write week of {_whole_day(first)} or week of {_whole_day(after)}."
                + self._in_another_year(span[1].year),
            )
        return span

    def _in_another_year(self, taken: int) -> str:
        """What to write where the year was not said, and in the next one or the last nothing would be wrong with it."""
        if self.year is not None:
            return ""
        for year in (taken + 1, taken - 1):
            span = self.days_in(year)
            fits = span is not None and (
                span[0].weekday() == self.weekday
                if self.precision is Precision.DAY
                else (self.month, self.day) != (span[1].month, span[1].day)
            )
            if fits:
                week = "week of " if self.precision is Precision.WEEK else ""
                return f" Or with its year: {week}{self.name} {year}."
        return ""


def week_around(on: date, *, from_sunday: bool) -> Span:
    """The week of a day. The desk's weeks are Monday to Sunday; where weeks begin on Sunday, that day is of the next."""
    return unit(on + timedelta(days=1) if from_sunday and on.weekday() == 6 else on, Precision.WEEK)


def _whole_day(on: date) -> str:
    return f"{ap_day(on, on)}, {on.year}"


@frozen
class Point:
    """One end of a date as it was said: a day, a time, or both. `fold` is which of two equal times was named."""

    on: On | None = None
    clock: time | None = None
    zone: ZoneWord | None = None
    fold: int | None = None


@frozen
class Entry:
    """A whole entry as it was said; `first` is None for "undated"."""

    first: Point | None = None
    last: Point | None = None
    bound: Bound = Bound.ON
    inexact: bool = False


def year_said(text: str) -> int:
    """A year in four figures; InputError for what the desk does not keep."""
    if len(text) != 4 or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise refusal(f"“{text[:12]}” is not a year from {FIRST_YEAR} to {LAST_YEAR}")
    return int(text)


def month_said(text: str) -> int:
    """A month in figures."""
    if not 1 <= int(text) <= 12:
        raise refusal(f"There is no month {text}")
    return int(text)


def time_said(text: str, half: str, *, figures: bool) -> time:
    """The time that "5", "5:30" or "17:00" means with `half` "a", "p" or "" for am, pm or neither.

    Without either, an hour that may be morning or evening is refused, unless the day stood in figures (2026-03-06),
    where the clock has 24 hours.
    """
    hour_text, _, minute_text = text.partition(":")
    hour, minute = int(hour_text) if len(hour_text) <= 2 else 99, int(minute_text or 0)
    if minute > 59:
        raise refusal(f"“{text}” has more than 59 minutes")
    if half:
        if not 1 <= hour <= 12:
            raise refusal(f"“{text[:12]}{half}m” is not a time", "Hours with am or pm go from 1 to 12.")
        if hour == 12 and minute == 0:
            raise refusal(f"“{text}{half}m” may be noon or midnight", "Write noon, 11:59pm or 12:01am.")
        return time(hour % 12 + (12 if half == "p" else 0), minute)
    if hour > 23:
        raise refusal(f"“{text}” is past the end of the day", "Write 11:59pm, or 00:00 of the next day.")
    if not figures and 1 <= hour <= 12 and not text.startswith("0"):
        raise refusal(f"“{text}” may be morning or evening", f"Write {text}am or {text}pm.")
    return time(hour, minute)
