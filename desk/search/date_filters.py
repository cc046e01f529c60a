"""The dates of a search, which look back: `since:feb` is the February that began last, `before:mar` beside it the
March after that."""

from __future__ import annotations

from datetime import date, datetime, time

from desk.model.dates import show as dateshow
from desk.model.dates.grammar import read_entry
from desk.model.dates.resolve import DateResolver, Toward
from desk.model.dates.vocabulary import may_be_date
from desk.model.dates.zones import zone_info
from desk.model.errors import InputError
from desk.search.query import iso_days


def days_of(
    text: str,
    *,
    now: datetime,
    zone: str,
    week_starts: str = "monday",
    after: int | None = None,
    before: int | None = None,
) -> tuple[int, int] | None:
    """The first and last day of a date as people type it, as ordinals; None for what is none.

    What leaves its year or its week open is the latest that began by `now`; the first after `after`, or the last that
    began before `before`, where one of them is given. `now` is aware; `today` and the like are always those of `now`.
    """
    today = now.astimezone(zone_info(zone)).date()
    toward: Toward = "past" if after is None else "future"
    seen_from = date.fromordinal(after) if after is not None else today
    if after is None and before is not None:
        seen_from = date.fromordinal(max(before - 1, date.min.toordinal()))
    at = now if seen_from == today else datetime.combine(seen_from, time(12), zone_info(zone))
    # A date without spaces, as it is typed in a filter: since:feb-9.
    for typed in dict.fromkeys((text, text.replace("-", " ").replace("_", " "))):
        if not may_be_date(typed):
            continue
        try:
            entry = read_entry(typed, today, from_sunday=week_starts == "sunday")
            found = DateResolver(at, zone, toward).value(entry)
        except (InputError, OverflowError):
            continue
        first, last = found.start or found.end, found.end
        return (first.toordinal(), last.toordinal()) if first is not None and last is not None else None
    return iso_days(text)


def in_words(since: int | None, before: int | None) -> str:
    """What was understood of both filters: "since Feb 1, before Mar 1, 2026"; empty where neither was typed."""
    ends = [("since", since), ("before", before)]
    said = [(word, date.fromordinal(day)) for word, day in ends if day is not None]
    one_year = len({day.year for _, day in said}) == 1
    return ", ".join(
        f"{word} {dateshow.MONTHS[day.month - 1]} {day.day}"
        + (f", {day.year}" if not one_year or number == len(said) - 1 else "")
        for number, (word, day) in enumerate(said)
    )
