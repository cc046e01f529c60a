"""What stands under the calendar: the day of the cursor in words."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from desk.app.views.timeline import TimelineView, name_of
from desk.model.dates import show as dateshow
from desk.model.dates.value import day as exactly
from desk.model.enums import plain
from desk.model.records import Development
from desk.model.talks.grounds import has_happened, is_claim
from desk.model.talks.standing import moved_words, standing_words
from desk.model.talks.timeline import Mark, Row, Together
from desk.ui.timeline.cells import CLAIMED, CLASH, DONE, DUE, EXPIRES, MOVED, days, in_week
from desk.ui.widgets import text

#: Collisions that are named besides those of the cursor's week.
_MOST_TOGETHER = 3


def under(view: TimelineView, row: Row | None, day: date, width: int) -> list[Content]:
    """The day, how the talks under the cursor stood on it, what was due, what happened, and what falls together."""
    lines = [_day(view, day, width)]
    if row is not None:
        lines += [*text.wrap(_talks(view, row, day, width), width, 2), *_cycles(view, row, day, width)]
    found = view.on_day(day)
    due = sorted(found.due, key=lambda mark: mark.deadline is None or row is None or not _in(mark, row))
    lines += [line for mark in due for line in _due(view, mark, width)]
    happened = sorted(found.happened, key=lambda one: row is None or row.id not in one.negotiation_ids)
    lines += [_happened(view, one, width) for one in happened]
    if not found.due and not found.happened:
        lines.append(text.said("nothing happened and nothing is due on this day", text.DIM))
    return [*lines, *_together(view, day, width)]


def _in(mark: Mark, row: Row) -> bool:
    return mark.deadline is not None and mark.deadline.negotiation_id == row.id


def day_words(day: date, today: date) -> str:
    """ "Sat Feb 14 2026, today": a day never without its year, since the calendar goes over many."""
    return (
        f"{dateshow.WEEKDAYS[day.weekday()]} {dateshow.MONTHS[day.month - 1]} {day.day} {day.year}, {away(day, today)}"
    )


def away(day: date, today: date) -> str:
    """How far a day is from today."""
    gap = (day - today).days
    if not gap:
        return "today"
    count = f"{abs(gap):,} {'day' if abs(gap) == 1 else 'days'}"
    return f"in {count}" if gap > 0 else f"{count} ago"


def asked(known: bool) -> str:
    """Which question is asked about a day."""
    return "as we knew it then" if known else "as it stood"


def _day(view: TimelineView, day: date, width: int) -> Content:
    how = asked(view.then is not None)
    if view.then is not None and view.then.day != day:
        how = "…"
    return text.between((day_words(day, view.today), text.BOLD), (how, "$due" if view.then else text.DIM), width)


def _talks(view: TimelineView, row: Row, day: date, width: int) -> Content:
    name = text.said(name_of(row), text.BOLD).truncate(max(8, width // 3), ellipsis=True)
    if row.negotiation is None:
        return name
    if row.id in view.unknown:
        return text.assemble(name, ("  not known to the desk by then", text.DIM))
    parts: list[text.Part] = []
    if row.first is not None and day >= row.first and (row.ends is None or day <= row.ends):
        whole = f" of {days(row).removesuffix(' d')}" if days(row) else ""
        parts.append(f"day {(day - row.first).days + 1}{whole} · ")
    elif row.ends is not None and day > row.ends:
        parts.append(f"{(day - row.ends).days} d after expiry · ")
    return text.assemble(name, "  ", *parts, standing_words(view.standing(row, day), view.grounds, day))


def _cycles(view: TimelineView, row: Row, day: date, width: int) -> list[Content]:
    """The other cycles of the same parties, on the day of theirs that this one is of these."""
    lines: list[Content] = []
    for pace in view.paces(row, day):
        whole = f" of {days(pace.row).removesuffix(' d')}" if days(pace.row) else ""
        if pace.row.ends is not None and pace.day > pace.row.ends:
            whole = f", {(pace.day - pace.row.ends).days} d after expiry"
        on = dateshow.short(exactly(pace.day), view.today)
        name = text.said(name_of(pace.row), text.DIM).truncate(max(8, width // 3), ellipsis=True)
        said = f" on its day {pace.number}{whole}, {on}: {standing_words(pace.standing, view.grounds, pace.day)}"
        lines += text.wrap(text.assemble(name, (said, text.DIM)), width, 2)
    return lines


def _due(view: TimelineView, mark: Mark, width: int) -> list[Content]:
    due = mark.deadline
    assert due is not None
    sign = (
        (dateshow.CONFLICT_SIGN, "bold $conflict")
        if mark.conflict
        else (DONE, text.DIM)
        if mark.done
        else ("~", "$due")
        if not mark.exact
        else (EXPIRES if mark.expiry else DUE, "bold $due")
    )
    others = [
        dateshow.short(other.value, view.today, zone=view.zone)
        for row in view.rows
        for other in row.marks
        if mark.conflict and other.deadline is due and other is not mark
    ]
    when = dateshow.short(mark.value, view.today, zone=view.zone, signed=False)
    against = f" {dateshow.CONFLICT_SIGN} {', '.join(others)}" if others else ""
    state = "done" if mark.done else plain(mark.value.certainty)
    talks = view.name(due.negotiation_id) if due.negotiation_id is not None else ""
    source = view.grounds.of(mark.given, view.today).short_source if mark.given is not None else ""
    lead = text.assemble(sign, " due  ", due.name, (f"  {talks}" if talks else "", text.DIM))
    end = f"{when}{against}  {state}  {source}".rstrip()
    return [text.between(lead, (end, "$conflict" if others else text.DIM), width)]


def _happened(view: TimelineView, one: Development, width: int) -> Content:
    axes, footing = moved_words(one, view.today), view.grounds.of(one, view.today)
    talks = ", ".join(name for each in one.negotiation_ids if (name := view.name(each)))
    sign = "·" if not axes or not has_happened(one, view.today) else CLAIMED if is_claim(one) else MOVED
    lead = text.assemble(
        (sign, "$border" if axes else text.DIM),
        " ",
        " ".join(one.words.split()),
        (f"  → {axes}" if axes else "", "$border"),
        (f"  {talks}" if talks else "", text.DIM),
    )
    when = dateshow.short(one.date, view.today, zone=view.zone)
    end = "  ".join(part for part in (footing.short, when, footing.short_source) if part)
    return text.between(lead, (end, text.DIM), width)


def _together(view: TimelineView, day: date, width: int) -> list[Content]:
    """The weeks in which deadlines of different talks fall: that of the cursor first, then the nearest to come."""
    here = [one for one in view.together if one.week == in_week(day)]
    others = [one for one in view.together if one not in here and len(one.sure) > 1]
    return [line for one in (*here, *others[:_MOST_TOGETHER]) for line in _one_week(view, one, width, one in here)]


def _one_week(view: TimelineView, one: Together, width: int, here: bool) -> list[Content]:
    monday = f"{dateshow.MONTHS[one.week.month - 1]} {one.week.day}"
    said = "fall together" if len(one.sure) > 1 else "may fall together"
    names = [_called(view, mark, vague=False) for mark in one.sure] + [_called(view, mark, True) for mark in one.maybe]
    words = text.assemble(
        (f"{CLASH} ", "bold $red"), f"week of {monday}, {said}: ", ("; ".join(names), "" if here else text.DIM)
    )
    return text.wrap(words, width, 2)


def _called(view: TimelineView, mark: Mark, vague: bool) -> str:
    due = mark.deadline
    assert due is not None
    talks = view.name(due.negotiation_id) if due.negotiation_id is not None else ""
    when = dateshow.short(mark.value, view.today, zone=view.zone)
    sign = f"{dateshow.CONFLICT_SIGN} " if mark.conflict else ""
    return f"{due.name}{f' ({talks})' if talks else ''}, {sign}{when} {plain(mark.value.certainty)}"
