"""The grammar of date entry: from tokens to what was said, before any year or zone is settled.

entry    = "undated" | ["~"] ( "by" point | "between" point "and" point | point [("-" | "to") point] )
point    = time [zone] [on] | on [[","] ["at"] time] [zone]
on       = ISO day | ISO month | [weekday] day | month [year] | year | weekday
         | "today" | "tomorrow" | "yesterday" | ("+" | "-") count | "in" count | count "ago"
         | ("this" | "last" | "next") ("week" | "month" | "year") | ("last" | "next") weekday
         | ("week" | "wk") "of" day
day      = month number [[","] year] | number month [[","] year] | ISO day; "6th" is 6
count    = number ("d" | "w")
time     = "5pm" | "5:30 p.m." | "17:00" | "noon"
zone     = "PT" … | "Pacific" ["time"] … | "America/Los_Angeles", then "first" or "second" for a time that comes twice
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from desk.model.dates.apstyle import MONTHS as MONTH_NAMES
from desk.model.dates.said import Entry, On, Point, month_said, time_said, week_around, year_said
from desk.model.dates.value import FIRST_YEAR, LAST_YEAR
from desk.model.dates.vocabulary import COUNTED, MONTHS, NEAR_DAYS, WEEKDAYS, Kind, Token, not_understood, refusal, scan
from desk.model.dates.zones import ZONE_WORDS, ZoneWord, printable, zone_named
from desk.model.enums import Bound, Precision
from desk.model.errors import InputError


def read_entry(text: str, today: date, *, from_sunday: bool = False) -> Entry:
    """What was typed, taken apart. `today` is the reporter's day, `from_sunday` says when their weeks begin.

    InputError for what is not wholly understood.
    """
    return _Reader(scan(text), today, from_sunday=from_sunday).entry()


class _Reader:
    """Walks the tokens once, from left to right."""

    def __init__(self, tokens: list[Token], today: date, *, from_sunday: bool) -> None:
        self._from_sunday = from_sunday
        self._tokens = tokens
        self._at = 0
        self._today = today

    # Looking at tokens

    def _kind(self, ahead: int = 0) -> Kind | None:
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else None

    def _text(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].text if at < len(self._tokens) else ""

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1].text

    def _accept(self, *texts: str) -> bool:
        if self._text() in texts:
            self._at += 1
            return True
        return False

    def _expect(self, text: str, after: str) -> None:
        if not self._accept(text):
            raise self._unexpected(f"“{after}” needs “{text}” after it")

    def _unexpected(self, otherwise: str) -> InputError:
        return not_understood(self._text()) if self._at < len(self._tokens) else refusal(otherwise)

    # The grammar

    def entry(self) -> Entry:
        if self._accept("undated"):
            found = Entry()
        else:
            inexact = self._accept("~")
            found = replace(self._bounded(), inexact=inexact)
        if self._at < len(self._tokens):
            raise not_understood(self._text())
        return found

    def _bounded(self) -> Entry:
        if self._accept("by"):
            return Entry(self._point(), bound=Bound.BY)
        if self._accept("between"):
            first = self._point()
            self._expect("and", "between")
            return Entry(first, self._point(first), Bound.BETWEEN)
        first = self._point()
        if self._accept("-", "to"):
            return Entry(first, self._point(first), Bound.BETWEEN)
        return Entry(first)

    def _point(self, first: Point | None = None) -> Point:
        on, clock = None, None
        zone, fold = None, None
        if self._at_time():
            clock = self._time(figures=False)
            zone, fold = self._zone()
            if self._text() == "," and self._kind(1) is not None:
                self._take()
            if not self._at_end_of_point():
                on = self._on(first)
        else:
            figures = self._kind() is Kind.ISO_DAY
            on = self._on(first)
            skipped = int(self._text() == ",")
            skipped += int(self._text(skipped) == "at")
            if self._at_time(skipped):
                self._at += skipped
                clock = self._time(figures=figures)
        if zone is None:
            zone, later = self._zone()
            fold = later if fold is None else fold
        return Point(on, clock, zone, fold)

    def _at_end_of_point(self) -> bool:
        return self._kind() is None or self._text() in ("-", "to", "and")

    def _zone(self) -> tuple[ZoneWord | None, int | None]:
        zone = None
        if self._kind() is Kind.ZONE:
            try:
                name = zone_named(self._take())
            except InputError as error:
                raise refusal(error.what, error.remedy) from None
            zone = ZoneWord(name, name)
        elif self._kind() is Kind.WORD and self._text() in ZONE_WORDS:
            word = self._take()
            zone = ZONE_WORDS[word]
            if word in ("pacific", "mountain", "central", "eastern"):
                self._accept("time")
        fold = 0 if self._accept("first") else 1 if self._accept("second") else None
        return zone, fold

    # Days

    def _on(self, first: Point | None) -> On:
        kind, text = self._kind(), self._text()
        if kind is Kind.ISO_DAY:
            return self._iso_day()
        if kind is Kind.ISO_MONTH:
            year, month = self._take().split("-")
            return On(Precision.MONTH, year_said(year), month_said(month))
        if kind is Kind.NUMBER:
            return self._from_number(first)
        if text in MONTHS:
            return self._from_month()
        if text in WEEKDAYS:
            return self._from_weekday()
        if text in NEAR_DAYS:
            return On.of(self._today + timedelta(days=NEAR_DAYS[self._take()]))
        if text in ("+", "-") or (text == "in" and self._kind(1) is Kind.NUMBER):
            return self._shifted(-1 if self._take() == "-" else 1)
        if text in ("this", "last", "next"):
            return self._beside()
        if text in ("week", "wk"):
            self._take()
            self._expect("of", text)
            return replace(self._calendar_day("week of"), precision=Precision.WEEK, from_sunday=self._from_sunday)
        raise self._unexpected("A date is missing at the end")

    def _iso_day(self) -> On:
        year, month, day = self._take().split("-")
        return On(Precision.DAY, year_said(year), month_said(month), int(day)).checked()

    def _calendar_day(self, after: str) -> On:
        """A day by its place in the calendar: never relative, never a bare weekday."""
        if self._kind() is Kind.ISO_DAY:
            return self._iso_day()
        if self._text() in MONTHS:
            on = self._from_month()
        elif self._kind() is Kind.NUMBER and self._text(1) in MONTHS:
            on = self._from_number(None)
        else:
            raise self._unexpected(f"“{after}” needs a day after it")
        if on.day is None:
            raise refusal(f"“{after}” needs a day, not a month")
        return on

    def _from_weekday(self) -> On:
        name = self._take()
        weekday = WEEKDAYS[name]
        comma = int(self._text() == ",")
        follows = self._kind(comma)
        if (
            follows is Kind.ISO_DAY
            or self._text(comma) in MONTHS
            or (follows is Kind.NUMBER and self._text(comma + 1) in MONTHS)
        ):
            self._at += comma
            return replace(self._calendar_day(name), weekday=weekday)
        return On(Precision.DAY, weekday=weekday)

    def _from_month(self) -> On:
        month = MONTHS[self._take()]
        if self._kind() is not Kind.NUMBER or self._at_time():
            return On(Precision.MONTH, month=month)
        if len(self._text()) > 2:
            return On(Precision.MONTH, year_said(self._take()), month)
        day = int(self._take())
        return On(Precision.DAY, self._year_after(), month, day).checked()

    def _from_number(self, first: Point | None) -> On:
        text = self._take()
        if self._text() == "/":
            raise self._numeric(text)
        if self._text() in COUNTED:
            self._at -= 1
            return self._shifted(-1, needs_ago=True)
        if len(text) > 2:
            return On(Precision.YEAR, year_said(text))
        day = int(text)
        if self._text() == "of" and self._text(1) in MONTHS:
            self._take()
        if self._text() in MONTHS:
            month = MONTHS[self._take()]
            return On(Precision.DAY, self._year_after(), month, day).checked()
        if self._text() in ("-", "to", "and") and self._kind(1) is Kind.NUMBER and self._text(2) in MONTHS:
            return On(Precision.DAY, None, MONTHS[self._text(2)], day).checked()
        if first is not None and first.on is not None and first.on.day is not None:
            return On(Precision.DAY, self._year_after() or first.on.year, first.on.month, day).checked()
        raise refusal(f"“{text}” may be a day or an hour", "Write the month with a day, and am or pm with an hour.")

    def _year_after(self) -> int | None:
        comma = int(self._text() == ",")
        if self._kind(comma) is Kind.NUMBER and len(self._text(comma)) > 2 and not self._at_time(comma):
            self._at += comma
            return year_said(self._take())
        return None

    def _numeric(self, first: str) -> InputError:
        """Why 3/6 is not taken: it is March 6 to some readers and June 3 to others."""
        second = self._text(1)
        pairs = dict.fromkeys(((first, second), (second, first)))
        figures = [(int(a), int(b)) for a, b in pairs if a.isdecimal() and b.isdecimal() and len(a + b) <= 4]
        readings = [f"{MONTH_NAMES[month - 1]} {day}" for month, day in figures if 1 <= month <= 12 and 1 <= day <= 31]
        typed = printable(f"{first}/{second}")
        if len(readings) == 2:
            return refusal(f"“{typed}” may be {readings[0]} or {readings[1]}", "Write the month as a word.")
        return refusal(f"“{typed}” is not taken as a date", f"Write {''.join(readings) or 'the month as a word'}.")

    def _shifted(self, direction: int, *, needs_ago: bool = False) -> On:
        if self._kind() is not Kind.NUMBER:
            raise self._unexpected("A number of days or weeks is missing")
        number = self._take()
        name = self._text()
        if name not in COUNTED:
            raise self._unexpected(f"“{number}” of what is not said; d is days, w is weeks")
        self._take()
        if needs_ago and not self._accept("ago"):
            raise refusal(f"“{number} {name}” is a length of time", f"Write in {number} {name} or {number} {name} ago.")
        days = int(number) * COUNTED[name] if len(number) <= 4 else LAST_YEAR * 366
        try:
            there = self._today + direction * timedelta(days=days)
        except OverflowError:
            there = date.min
        if not FIRST_YEAR <= there.year <= LAST_YEAR:
            raise refusal(f"{number} {name} is too far away for a date")
        return On.of(there)

    def _beside(self) -> On:
        """A week, month, year or weekday before, around or after today. The next Friday is the first after today."""
        which = self._take()
        step = {"last": -1, "this": 0, "next": 1}[which]
        name = self._text()
        today = self._today
        if name in WEEKDAYS and step:
            self._take()
            away = (WEEKDAYS[name] - today.weekday()) % 7 or 7
            return On.of(today + timedelta(days=away if step > 0 else away - 7 or -7))
        if self._accept("week"):
            monday = week_around(today, from_sunday=self._from_sunday)[0]
            return On.of(monday + step * timedelta(days=7), Precision.WEEK)
        if self._accept("month"):
            months = today.year * 12 + today.month - 1 + step
            return On(Precision.MONTH, months // 12, months % 12 + 1)
        if self._accept("year"):
            return On(Precision.YEAR, today.year + step)
        if name in WEEKDAYS:
            raise refusal(f"“this {name}” may be before or after today", f"Write last {name}, next {name} or the date.")
        raise self._unexpected(f"“{which}” needs week, month, year or a weekday after it")

    # Times

    def _at_time(self, ahead: int = 0) -> bool:
        kind, text = self._kind(ahead), self._text(ahead)
        if kind is Kind.NUMBER:
            return self._kind(ahead + 1) is Kind.MERIDIEM
        return kind is Kind.CLOCK or text in ("noon", "midnight")

    def _time(self, *, figures: bool) -> time:
        text = self._take()
        if text == "noon":
            return time(12)
        if text == "midnight":
            raise refusal("“midnight” may be the start or the end of the day", "Write 11:59pm or 12:01am.")
        half = self._take()[0] if self._kind() is Kind.MERIDIEM else ""
        return time_said(text, half, figures=figures)
