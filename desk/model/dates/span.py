"""A span of time that is asked about: what changed since Monday, in the week of Feb. 9, from Feb. 9 to Feb. 13."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from desk.model.dates import show as dateshow
from desk.model.dates.apstyle import ap_time
from desk.model.dates.parse import parse_date
from desk.model.dates.zones import GENERAL_WORD, abbreviation, zone_info
from desk.model.enums import Bound, Precision
from desk.model.errors import InputError
from desk.model.frozen import frozen

#: What is written down at an instant has it to the millisecond, and a span begins after its first one.
_BEFORE = timedelta(milliseconds=1)
_SINCE = "since "


@frozen
class Span:
    """What is asked for in words, after which instant (UTC; None: ever), and up to which one (None: now)."""

    words: str
    since: datetime | None
    until: datetime | None = None


def parse_span(text: str, *, now: datetime, zone: str) -> Span:
    """What was typed, as a span by the clocks of `zone`: "mon" is that day, "week of feb 9" that week, "feb 9 - feb 13"
    these days, "since mon" (or a day with its hour) from then on.

    Dates are those of the desk's own entry. Raises InputError for what is not wholly understood, and for what has not
    begun.
    """
    typed = " ".join(text.split())
    open_ended = typed.casefold().startswith(_SINCE)
    value = parse_date(typed[len(_SINCE) :] if open_ended else typed, now=now, zone=zone, toward="past")
    if value.end is None:
        raise InputError(
            "a span needs a date", where="span", remedy="Write, for example, mon, since feb 9 or week of feb 9."
        )
    if value.bound is Bound.BY and open_ended:
        raise InputError("“since by” says two things", where="span", remedy="Write since feb 9, or by feb 9.")
    exact = value.precision is Precision.MINUTE
    open_ended = open_ended or (exact and value.bound is Bound.ON)
    since, until = value.utc_start, value.utc_end
    if not exact:
        since = _midnight(value.start, value.zone or zone) if value.start is not None else None
        until = _midnight(value.end + timedelta(days=1), value.zone or zone)
    if since is not None and since > now:
        raise InputError("that has not begun yet", where="span", remedy="Name a day that has.")
    said = dateshow.short(value, now.astimezone(zone_info(zone)).date(), zone=zone, signed=False)
    return Span(
        f"since {said}" if open_ended else said,
        since - _BEFORE if since is not None else None,
        None if open_ended or until is None or until > now else until - _BEFORE,
    )


def told(span: Span, *, now: datetime, zone: str) -> str:
    """From when to when, for who did not ask: "Mon Feb 9 to Fri Feb 13, 2026", "Fri Feb 13, 2026, 6:30 p.m. PT to …"."""
    last = span.until or now
    if span.since is None:
        return f"everything until {_edge(last, zone, last=True)}"
    first, end = _edge(span.since, zone), _edge(last, zone, last=True)
    if first == end:
        return first
    if end.startswith(first):
        return f"{first}, until{end.removeprefix(first).lstrip(',')}"
    return f"{first} to {end}"


def _edge(at: datetime, zone: str, *, last: bool = False) -> str:
    """One end of a span: the day alone where it begins or ends with it."""
    round_one = (at + _BEFORE).astimezone(zone_info(zone))
    local = at.astimezone(zone_info(zone)) if round_one.second or round_one.microsecond else round_one
    midnight = local.time() == time()
    day = local.date() - timedelta(days=1) if midnight and last else local.date()
    said = f"{dateshow.WEEKDAYS[day.weekday()]} {dateshow.MONTHS[day.month - 1]} {day.day}, {day.year}"
    if midnight:
        return said
    return f"{said}, {ap_time(local.time().replace(second=0, microsecond=0))} {_zone_word(at, zone)}"


def _zone_word(at: datetime, zone: str) -> str:
    return GENERAL_WORD.get(zone, "") or abbreviation(at, zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), zone_info(zone)).astimezone(UTC)
