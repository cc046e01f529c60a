"""Date entry: what a reporter types, as a value, or a sentence that says why not.

Strict and small on purpose: what is not wholly understood is refused, and what was understood is echoed before it is
saved (`dateshow.long`). `datereader` has the grammar, `datesettle` the rules for what is left open in it.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from desk.model.dates.apstyle import ap_time
from desk.model.dates.grammar import read_entry
from desk.model.dates.resolve import DateResolver, Toward
from desk.model.dates.show import MONTHS
from desk.model.dates.value import DateValue, unit
from desk.model.dates.vocabulary import refusal
from desk.model.dates.zones import GENERAL_WORD, comes_twice, zone_info
from desk.model.enums import Bound, Precision


class Instant(NamedTuple):
    """A moment in UTC, and the zone in which it was given and is shown."""

    moment: datetime
    zone: str


def parse_date(
    text: str, *, now: datetime, zone: str, toward: Toward | None = None, week_starts: str = "monday"
) -> DateValue:
    """What was typed, as a value in `zone` (the reporter's IANA zone) unless the text names another.

    `now` is an aware datetime; `toward` says whether the thing happened or is ahead; `week_starts` is the day, "monday"
    or "sunday", on which the reporter's week begins. Basis and certainty are left at their defaults. Raises InputError
    with what was not understood and what to write instead.
    """
    if now.tzinfo is None:
        raise ValueError("`now` needs its zone")
    entry = read_entry(text, now.astimezone(zone_info(zone)).date(), from_sunday=week_starts == "sunday")
    return DateResolver(now, zone, toward).value(entry)


def parse_instant(text: str, *, now: datetime, zone: str, toward: Toward | None = "future") -> Instant:
    """What was typed, as one moment: a day with its hour, for an embargo. InputError for anything less exact."""
    value = parse_date(text, now=now, zone=zone, toward=toward)
    moment = value.utc_start
    if moment is None or value.bound is not Bound.ON:
        raise refusal("This needs one day and its time", "Write, for example, fri 5pm or mar 6 9am ET.")
    return Instant(moment, value.zone)


def entry_form(value: DateValue, *, zone: str = "") -> str:
    """The text that, typed again, gives the same value: for editing in a form. Years are always written.

    `zone` is the reporter's: a date in it is written without a zone. One that has none is written without one too,
    and so takes the reporter's when it is read again. Basis and certainty are not part of it.
    """
    if value.end is None:
        return "undated"
    tail = "" if value.zone in ("", zone) else f" {GENERAL_WORD.get(value.zone, value.zone)}"
    last = _edge(value, value.end, value.end_time, tail)
    if value.bound is Bound.BY:
        return f"by {last}"
    if value.bound is Bound.ON or value.start is None:
        return last
    return f"{_edge(value, value.start, value.start_time, '')} to {last}"


def _edge(value: DateValue, on: date, clock: time | None, tail: str) -> str:
    match value.precision:
        case Precision.YEAR:
            return f"{on.year}{tail}"
        case Precision.MONTH:
            return f"{MONTHS[on.month - 1]} {on.year}{tail}"
        case Precision.WEEK:
            monday = unit(on, Precision.WEEK)[0]
            return f"week of {MONTHS[monday.month - 1]} {monday.day} {monday.year}{tail}"
        case _:
            day = f"{MONTHS[on.month - 1]} {on.day} {on.year}"
    if clock is None:
        return day + tail
    written = "00:00" if clock == time(0) else ap_time(clock).replace(".", "").replace(" ", "")
    which = ""
    if comes_twice(datetime.combine(on, clock), value.zone):
        which = " second" if value.fold else " first"
    return f"{day} {written}{tail}{which}"
