"""The lines of the deadlines pane, drawn from values for a width."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from desk.app.views.deadlines import DeadlinesView, Due, Owed
from desk.model.dates import show as dateshow
from desk.model.dates.value import DateValue
from desk.model.dates.zones import zone_info
from desk.model.enums import DeadlineKind, Precision, plain
from desk.model.talks.grounds import SHORT_NO_SOURCE
from desk.ui.widgets import text

_LEFT = 8
_CERTAINTY = 9
_SOURCE = 6
#: The cells of a date without an hour or year, which its column always has, and those that names have at least beside it.
_DATE, _NAME, _LEAST_NAME = 14, 16, 12
#: A pane from which the source of each date stands beside it.
_WITH_SOURCE = 64


def due(view: DeadlinesView, one: Due, width: int, now: datetime, zone: str) -> list[Content]:
    """A deadline: time left, sign, date, what, how certain. Dates in conflict stand under each other.

    A date is whole: one that is longer than its column goes on beneath, at its hour or its year. In a pane too narrow
    for both, the name stands beneath the date.
    """
    today = now.astimezone(zone_info(zone)).date()
    source = _SOURCE if width >= _WITH_SOURCE else 0
    free = width - _LEFT - 3 - 1 - 1 - _CERTAINTY - source
    when = min(_date_width(view, now, zone), max(_DATE, free - _NAME))
    beneath = free - when < _LEAST_NAME
    if beneath:
        when = max(1, min(_date_width(view, now, zone), free))
    room = width - _LEFT - 3 if beneath else free - when
    rows: list[tuple[DateValue | None, str, str]] = []
    for entry in one.dates:
        said = _whole(dateshow.short(entry.date, today, zone=zone, signed=False), when)
        code = view.grounds.of(entry, today).short_source
        rows += [(entry.date if n == 0 else None, part, code if n == 0 else "") for n, part in enumerate(said)]
    names = text.wrap(_name(one, sourced=bool(source)), max(1, room), 4)
    lines = []
    for number in range(max(1 if beneath else len(names), len(rows), 1)):
        value, said_when, code = rows[number] if number < len(rows) else (None, "", "")
        name = names[number] if number < len(names) and not beneath else Content("")
        lines.append(
            Content.assemble(
                text.fit(_left(value, one, now, zone) if value or number == 0 else "", _LEFT, "right"),
                " ",
                _sign(value, one),
                " ",
                text.fit((said_when, text.DIM), when),
                " ",
                text.fit(name, free - when),
                " ",
                text.fit((_certain(value, one), text.DIM), _CERTAINTY),
                text.fit((code, text.DIM), source, "right"),
            )
        )
    if beneath:
        lines += [text.assemble(" " * (_LEFT + 3), name) for name in names]
    return lines


def _whole(date: str, width: int) -> list[str]:
    """A date as the lines of its column, broken before its hour or year where it is too long for one."""
    if len(date) <= width:
        return [date]
    day, comma, rest = date.partition(", ")
    if comma and len(day) < width and len(rest) <= width:
        return [f"{day},", rest]
    return [str(line).rstrip() for line in text.wrap(date, width)]


def _date_width(view: DeadlinesView, now: datetime, zone: str) -> int:
    today = now.astimezone(zone_info(zone)).date()
    widths = [
        len(dateshow.short(entry.date, today, zone=zone, signed=False))
        for one in (*view.ahead, *view.done)
        for entry in one.dates
    ]
    return max(widths, default=0)


def _name(one: Due, *, sourced: bool) -> Content:
    """What is due; an expiry for which no hour is known says so, since the hour matters, and where its source has no
    column of its own, that a date has none.
    """
    words = text.said(one.deadline.name, text.DIM if one.deadline.done_at is not None else "")
    hourless = any(entry.date.precision is Precision.DAY for entry in one.dates)
    if one.deadline.kind is DeadlineKind.EXPIRY and hourless and one.deadline.done_at is None:
        words = text.assemble(words, (", no hour", text.DIM))
    if not sourced and any(entry.source_id is None for entry in one.dates):
        words = text.assemble(words, (f", {SHORT_NO_SOURCE}", text.DIM))
    return words


def _left(value: DateValue | None, one: Due, now: datetime, zone: str) -> text.Part:
    if value is None:
        return ("no date", text.DIM) if not one.dates else ""
    left = dateshow.days_left(value, now, zone)
    if left is None:
        return ("undated", text.DIM)
    soon = one.deadline.done_at is None and 0 <= left.most <= 2
    over = one.deadline.done_at is None and left.most < 0
    words = str(left)
    if len(words) > _LEFT and left.most < 0:
        # How long it is over at least; the date beside it says the rest.
        words = f"{-left.most} d ago" if -left.most < 100 else f"−{-left.most} d"
    return (words, "bold $due" if soon else "$red" if over else "")


def _sign(value: DateValue | None, one: Due) -> Content:
    if one.deadline.done_at is not None:
        return text.said("✓", "$green")
    if value is None:
        return text.said(" ")
    if one.conflict:
        return text.said(dateshow.CONFLICT_SIGN, "bold $conflict")
    return text.said(dateshow.sign(value) or " ", text.DIM)


def _certain(value: DateValue | None, one: Due) -> str:
    if value is None:
        return ""
    return "done" if one.deadline.done_at is not None else plain(value.certainty)


def owed(one: Owed, width: int, now: datetime, zone: str) -> Content:
    """A call owed: when it was asked, who, how, about what."""
    today = now.astimezone(zone_info(zone)).date()
    asked = dateshow.short(one.development.date, today, zone=zone)
    how = f" by {one.asked.how}" if one.asked.how else ""
    words = " ".join(one.development.words.split())
    return Content.assemble(
        text.fit(("owed", "bold $due"), _LEFT, "right"),
        "   ",
        text.between(text.assemble((one.name, text.BOLD), f"{how}: {words}"), (asked, text.DIM), width - _LEFT - 3),
    )


def in_words(view: DeadlinesView, one: Due, zone: str) -> Content:
    """What the line leaves out: the dates in full, on what they rest, from where."""
    today = view.now.astimezone(zone_info(zone)).date()
    parts = []
    for entry in one.dates:
        footing = view.grounds.of(entry, today)
        sure = footing.sureness or plain(entry.date.certainty)
        where = ", ".join(part for part in (f"{footing.origin} {entry.locator}".strip(), footing.doubt) if part)
        parts.append(f"{dateshow.long(entry.date, zones=(zone,))}, {sure}, {plain(entry.date.basis)}, {where}")
    older = len(one.deadline.dates) - len(one.dates)
    if older:
        parts[-1:] = [f"{parts[-1] if parts else ''} · {older} more {'date' if older == 1 else 'dates'} behind"]
    return text.assemble(("≠ " if one.conflict else "", "$conflict"), (" or ".join(parts), text.DIM))
