"""Dates, times and numbers as AP style writes them, for the formats in which a quote leaves the desk."""

from __future__ import annotations

from datetime import date, time

from desk.model.dates.value import DateValue
from desk.model.dates.zones import abbreviation
from desk.model.enums import Bound, Precision

#: Five months are never shortened; the others only with a day.
AP_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: A day is called by its weekday while that cannot be taken for the same one of another week.
_NEAR = 7


def ap_time(clock: time) -> str:
    """ "9 a.m.", "11:59 p.m.", "noon". The first minute of a day is "12 a.m.", since readers take "midnight" for
    either end of it.
    """
    if clock.hour == 12 and clock.minute == 0:
        return "noon"
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes} {'a.m.' if clock.hour < 12 else 'p.m.'}"


def ap_day(on: date, today: date) -> str:
    """ "Feb. 14", with the year where it is not this year's: "Feb. 14, 2025"."""
    text = f"{AP_MONTHS[on.month - 1]} {on.day}"
    return text if on.year == today.year else f"{text}, {on.year}"


def ap_month(on: date, today: date) -> str:
    """ "January", or "January 2025" where it is not this year's: spelled out, since no day stands with it."""
    text = MONTHS[on.month - 1]
    return text if on.year == today.year else f"{text} {on.year}"


def ap_date(value: DateValue, today: date) -> str:
    """A date as it stands in a sentence without a preposition before a day: "Feb. 14", "the week of Feb. 16",
    "January", "11:59 p.m. PDT June 30", "between Feb. 9 and Feb. 13", "by June 30"; "" for undated.

    `today` is the day of publication, in the newsroom's zone; it decides whether the year is said.
    """
    first, last = value.start, value.end
    if last is None:
        return ""
    if value.bound is Bound.BY:
        return f"by {_edge(value, last, value.end_time, today)}"
    if first is not None and value.bound is Bound.BETWEEN:
        head = _edge(value, first, value.start_time, today)
        return f"between {head} and {_edge(value, last, value.end_time, today)}"
    return _edge(value, first or last, value.end_time, today)


def ap_when(value: DateValue, today: date) -> str:
    """The same, with the weekday alone for a day less than a week away, as AP has it: "Friday"."""
    on = value.end
    if on is not None and value.exact and abs((on - today).days) < _NEAR:
        name = WEEKDAYS[on.weekday()]
        return name if value.end_time is None else f"{_clock(value, value.end_time, on)} {name}"
    return ap_date(value, today)


def _edge(value: DateValue, on: date, clock: time | None, today: date) -> str:
    match value.precision:
        case Precision.YEAR:
            return str(on.year)
        case Precision.MONTH:
            return ap_month(on, today)
        case Precision.WEEK:
            monday = on.fromordinal(on.toordinal() - on.weekday())
            return f"the week of {ap_day(monday, today)}"
        case _:
            return ap_day(on, today) if clock is None else f"{_clock(value, clock, on)} {ap_day(on, today)}"


def _clock(value: DateValue, clock: time, on: date) -> str:
    instant = value.utc_start if (on, clock) == (value.start, value.start_time) else value.utc_end
    zone = abbreviation(instant, value.zone) if instant is not None else ""
    return f"{ap_time(clock)} {zone}".rstrip()
