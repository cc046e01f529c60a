"""How dates and the time left are shown on the desk: short for a column, long for the echo before saving."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from desk.model.dates.apstyle import ap_time
from desk.model.dates.value import DateValue, unit
from desk.model.dates.zones import abbreviation, zone_info
from desk.model.enums import Bound, Precision
from desk.model.frozen import frozen

INEXACT_SIGN = "~"
CONFLICT_SIGN = "≠"

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: A day of this year that is further away than this gets its year, so that it is not taken for the one before.
_FAR = timedelta(days=304)


def sign(value: DateValue) -> str:
    """ "~" for what is not one day or minute, else "": for a column of its own."""
    return INEXACT_SIGN if value.dated and not value.exact else ""


def short(value: DateValue, today: date, *, zone: str = "", signed: bool = True) -> str:
    """A date for a column: "Tue Jun 30", "~ May", "wk of Feb 16", "Feb 9–13", "by Tue Jun 30", "undated".

    `today` is the reporter's day; another year, or a day some ten months away, gets its year. A minute has its zone
    ("Tue Jun 30, 11:59 p.m. PDT") unless clocks in `zone`, the reporter's, show the same. A lone month or year has
    its `~` unless `signed` is False; the other inexact ones say so in words.
    """
    first, last = value.start, value.end
    if last is None:
        return "undated"
    if value.bound is Bound.BY:
        return "by " + _point(value, last, value.end_time, today) + _zone_of(value, zone)
    if first is None or value.bound is Bound.ON:
        mark = f"{INEXACT_SIGN} " if signed and value.precision in (Precision.MONTH, Precision.YEAR) else ""
        return mark + _point(value, last, value.end_time, today) + _zone_of(value, zone)
    return _short_span(value, first, last, today) + _zone_of(value, zone)


def _short_span(value: DateValue, first: date, last: date, today: date) -> str:
    if value.precision is Precision.MINUTE:
        head = _point(value, first, value.start_time, today)
        tail = ap_time(value.end_time or time()) if first == last else _point(value, last, value.end_time, today)
        return f"{head}–{tail}"
    if value.precision is Precision.YEAR:
        return f"{first.year}–{last.year}"
    lead = "wks of " if value.precision is Precision.WEEK else ""
    if value.precision is Precision.WEEK:
        last = unit(last, Precision.WEEK)[0]
    with_day = value.precision is not Precision.MONTH
    tail = _with_year(str(last.day) if with_day and _same_month(first, last) else _name(last, with_day), last, today)
    head = _name(first, with_day)
    return f"{lead}{head if first.year == last.year else _with_year(head, first, today)}–{tail}"


def _same_month(a: date, b: date) -> bool:
    return (a.year, a.month) == (b.year, b.month)


def _name(on: date, with_day: bool) -> str:
    return f"{MONTHS[on.month - 1]} {on.day}" if with_day else MONTHS[on.month - 1]


def _with_year(text: str, on: date, today: date) -> str:
    return text if on.year == today.year and abs(on - today) <= _FAR else f"{text} {on.year}"


def _point(value: DateValue, on: date, clock: time | None, today: date) -> str:
    """One end of a value, as exact as the value is, without zone."""
    match value.precision:
        case Precision.YEAR:
            return str(on.year)
        case Precision.MONTH:
            return _with_year(MONTHS[on.month - 1], on, today)
        case Precision.WEEK:
            monday = unit(on, Precision.WEEK)[0]
            return "wk of " + _with_year(_name(monday, True), monday, today)
        case _:
            text = _with_year(f"{WEEKDAYS[on.weekday()]} {_name(on, True)}", on, today)
            return text if clock is None else f"{text}, {ap_time(clock)}"


def _zone_of(value: DateValue, reader: str) -> str:
    moment = value.utc_end
    if moment is None or (reader and _offset(moment, reader) == _offset(moment, value.zone)):
        return ""
    return " " + abbreviation(moment, value.zone)


def _offset(moment: datetime, zone: str) -> timedelta | None:
    return moment.astimezone(zone_info(zone)).utcoffset()


def long(value: DateValue, *, zones: Sequence[str] = ()) -> str:
    """What was understood, said before it is saved: "Tue Jun 30 2026, 11:59 p.m. PDT = Wed 2:59 a.m. EDT".

    It says the whole date, so always the year. `zones` are the reporter's; those whose clocks show the same as the
    value's own add nothing. A day says its weekday, a week its first and last day, a month or year that the day is not
    known.
    """
    first, last = value.start, value.end
    if last is None:
        return "undated"
    if value.precision is Precision.MINUTE:
        return _long_minutes(value, zones)
    if value.bound is Bound.BETWEEN and first is not None:
        tail_from = unit(last, value.precision)[0]
        head = _said(value, first)
        if first.year == tail_from.year:
            head = head.removesuffix(f" {first.year}") or head
        return f"between {head} and {_said(value, tail_from)}"
    text = _said(value, last)
    if value.bound is Bound.BY:
        return f"by {text}"
    match value.precision:
        case Precision.WEEK:
            monday = unit(last, Precision.WEEK)[0]
            head = text if monday.year != last.year else text.removesuffix(f" {last.year}")
            return f"{head}, to Sun {_name(last, True)} {last.year}"
        case Precision.MONTH | Precision.YEAR:
            return f"some day in {text}"
        case _:
            return text


def _said(value: DateValue, on: date) -> str:
    """One end of a value with its year, as exact as the value is."""
    match value.precision:
        case Precision.YEAR:
            return str(on.year)
        case Precision.MONTH:
            return f"{MONTHS[on.month - 1]} {on.year}"
        case Precision.WEEK:
            monday = unit(on, Precision.WEEK)[0]
            return f"the week of Mon {_name(monday, True)} {monday.year}"
        case _:
            return f"{WEEKDAYS[on.weekday()]} {_name(on, True)} {on.year}"


def _long_minutes(value: DateValue, zones: Sequence[str]) -> str:
    ends = [moment for moment in (value.utc_start, value.utc_end) if moment is not None]
    if value.bound is Bound.ON:
        ends = ends[:1]
    said = [_moment(moment, value.zone) for moment in ends]
    known = {tuple(_offset(moment, value.zone) for moment in ends)}
    texts = [" and ".join(said)]
    for zone in zones:
        offsets = tuple(_offset(moment, zone) for moment in ends)
        if offsets not in known:
            known.add(offsets)
            texts.append(" and ".join(_elsewhere(moment, value.zone, zone) for moment in ends))
    lead = {Bound.ON: "", Bound.BY: "by ", Bound.BETWEEN: "between "}[value.bound]
    return lead + " = ".join(texts)


def _moment(moment: datetime, zone: str) -> str:
    local = moment.astimezone(zone_info(zone))
    day = f"{WEEKDAYS[local.weekday()]} {_name(local.date(), True)} {local.year}"
    return f"{day}, {ap_time(local.time())} {abbreviation(moment, zone)}"


def _elsewhere(moment: datetime, given: str, zone: str) -> str:
    """The same moment by another clock: its weekday only where that differs."""
    here, there = moment.astimezone(zone_info(given)), moment.astimezone(zone_info(zone))
    day = "" if here.date() == there.date() else f"{WEEKDAYS[there.weekday()]} "
    return f"{day}{ap_time(there.time())} {abbreviation(moment, zone)}"


@frozen
class Left:
    """How long it is until something: whole civil days, negative when past.

    `least` is None for `by`, which may be at any time up to `most`. `minutes` is set only for one exact minute less
    than a day away, measured in UTC, and then is what is shown.
    """

    least: int | None
    most: int
    minutes: int | None = None

    def __str__(self) -> str:
        if self.least is None:
            text = self._far_end()
            if text in ("now", "today"):
                return text
            return f"{'≥' if text.endswith('ago') else '≤'} {text}"
        if self.minutes is not None or self.least == self.most:
            return self._far_end()
        if self.most < 0:
            return _range_text(-self.most, -self.least) + " ago"
        return "today" if self.most == 0 else _range_text(max(self.least, 0), self.most)

    def _far_end(self) -> str:
        if self.minutes is not None:
            return _minutes_text(self.minutes)
        if self.most == 0:
            return "today"
        return f"{self.most} d" if self.most > 0 else f"{-self.most} d ago"


def days_left(value: DateValue, now: datetime, zone: str) -> Left | None:
    """The time from `now` (aware) to a date; None for an undated one.

    Days are civil days from the reporter's day in `zone`, as the screen's clock shows it. One exact minute counts
    them by the clock of the zone in which it was given, so that the count agrees with the day that is shown.
    """
    if value.end is None:
        return None
    moment = value.utc_end
    today = now.astimezone(zone_info(value.zone if moment is not None else zone)).date()
    most = (value.end - today).days
    least = None if value.start is None else (value.start - today).days
    if moment is None or value.bound is Bound.BETWEEN:
        return Left(least, most)
    # Towards zero: a minute that has begun to run out is not counted, nor one that has not passed.
    minutes = int((moment - now.astimezone(UTC)) / timedelta(minutes=1))
    if abs(minutes) < 24 * 60:
        return Left(least, most, minutes)
    return Left(least, most)


def is_past(value: DateValue, now: datetime, zone: str) -> bool:
    """Return True if even the last possible moment is over: the minute itself, else the end of the last day in `zone`."""
    if value.end is None:
        return False
    if value.utc_end is not None:
        return value.utc_end < now
    return value.end < now.astimezone(zone_info(zone)).date()


def _range_text(least: int, most: int) -> str:
    """A number of days as it is; a span in the unit that suits its far end, rounded to it."""
    if least == most:
        return f"{most} d"
    size, name = (1.0, "d") if most < 28 else (7.0, "wk") if most < 365 else (30.44, "mo")
    low, high = int(least / size + 0.5), int(most / size + 0.5)
    return f"{high} {name}" if low == high else f"{low}–{high} {name}"


def _minutes_text(minutes: int) -> str:
    if minutes == 0:
        return "now"
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        text = f"{rest} min"
    elif hours < 10 and rest:
        text = f"{hours} h {rest} m"
    else:
        text = f"{hours} h"
    return text if minutes > 0 else f"{text} ago"
