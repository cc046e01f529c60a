"""The lines of the talks pane, drawn from values for a width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from textual.content import Content

from desk.model import dateshow
from desk.model.records import Development, Issue, Position
from desk.model.words import Axis, Certainty, CommentOutcome, PositionKind, Precision, plain
from desk.model.zones import zone_info
from desk.ui.panes.talks_view import TalksView
from desk.ui.widgets import text

#: How each kind of position is marked in the grid, and what the mark means.
POSITION_SIGNS: Mapping[PositionKind, tuple[str, str]] = {
    PositionKind.STATED: ("=", "stated by the party itself"),
    PositionKind.CHARACTERISED_BY_OTHER: ("≈", "as another characterised it"),
    PositionKind.REPORTED_UNNAMED: ("~", "reported, from sources who are not named"),
    PositionKind.DOCUMENT: ("§", "from a document"),
    PositionKind.NO_PUBLIC_POSITION: (" ", "no public position"),
}
_GAP = 2
#: A side's column from which the date of its position stands beside it.
_DATED = 34


def top(view: TalksView, width: int, now: datetime, zone: str) -> list[Content]:
    """The bar from the first day of talks to expiry; the day and the days left; the four axes."""
    if view.negotiation is None:
        return []
    today = now.astimezone(zone_info(zone)).date()
    days, axes = text.assemble(*_days(view, now, zone, today)), _axes(view)
    bar = _bar(view, width, today)
    lines = [bar] if bar is not None else []
    if days.cell_length + 3 + axes.cell_length <= width:
        return [*lines, text.between(days, axes, width)]
    return [*lines, days, *text.wrap(axes, width)] if days else [*lines, *text.wrap(axes, width)]


def _bar(view: TalksView, width: int, today: date) -> Content | None:
    first, expiry = view.first, view.expiry.end if view.expiry is not None else None
    if first is None or expiry is None or expiry <= first:
        return None
    begin, end = f"{_month_day(first, today)} ", f" {_month_day(expiry, today)}"
    room = max(4, width - len(begin) - len(end))
    share = (today - first).days / (expiry - first).days
    running = 0 <= share <= 1
    gone = min(room - running, max(0, round(share * room)))
    return text.assemble(
        (begin, text.DIM),
        ("━" * gone, "$bar"),
        ("●" if running else "", "bold $border"),
        ("─" * (room - gone - running), "$border-blurred"),
        (end, text.DIM),
    )


def _month_day(on: date, today: date) -> str:
    return f"{dateshow.MONTHS[on.month - 1]} {on.day}" + (f" {on.year}" if on.year != today.year else "")


def _days(view: TalksView, now: datetime, zone: str, today: date) -> Sequence[text.Part]:
    """ "day 6 · 136 days left of 141"."""
    first, expiry = view.first, view.expiry
    parts: list[text.Part] = []
    if first is not None and (expiry is None or expiry.end is None or today <= expiry.end):
        parts.append(
            (f"day {(today - first).days + 1}", text.BOLD) if today >= first else f"begins {_month_day(first, today)}"
        )
    if expiry is None or expiry.end is None:
        return [*parts, (" · " if parts else "", text.DIM), ("no expiry date known", text.DIM)]
    whole = (expiry.end - first).days if first is not None else None
    if dateshow.is_past(expiry, now, zone):
        span = f" · {whole} days from the first day to expiry" if whole is not None else ""
        return [f"expired {dateshow.short(expiry, today, zone=zone)}", (span, text.DIM)]
    left = (expiry.end - today).days
    of = f" of {whole}" if whole is not None else ""
    words = (
        f"{left} {'day' if left == 1 else 'days'} left{of}"
        if expiry.exact
        else f"{dateshow.days_left(expiry, now, zone)} left"
    )
    return [*parts, (" · " if parts else "", text.DIM), words]


def _axes(view: TalksView) -> Content:
    parts: list[text.Part] = []
    for axis in Axis:
        value = view.standing[axis]
        known = value != "unknown"
        parts += ["   " if parts else "", (f"{axis} ", text.DIM), (plain(value), "" if known else text.DIM)]
    return text.assemble(*parts)


def _columns(view: TalksView, width: int) -> tuple[int, int]:
    """The cells of the issues' column and of each side's."""
    sides = max(1, len(view.parties))
    longest = max((len(issue.name) for issue in view.issues), default=0)
    issue = min(max(12, longest + _GAP), max(12, int(width * 0.36)))
    return issue, max(8, (width - issue) // sides)


def head(view: TalksView, width: int) -> list[Content]:
    """The names of the columns."""
    issue, side = _columns(view, width)
    return [
        Content.assemble(
            text.fit(("Issue", text.DIM), issue),
            *(text.fit((party.name, text.DIM), side) for party in view.parties),
        )
    ]


def issue(
    view: TalksView, row: Issue, positions: Sequence[Position | None], width: int, today: date, side: int
) -> Content:
    """An issue with each side's latest position and how it is known. `side` is the one that the keys mean, or -1."""
    first, each = _columns(view, width)
    cells = []
    for number, position in enumerate(positions):
        style = "underline" if number == side else ""
        cells.append(_position(position, each, today, style))
    return Content.assemble(text.fit(row.name, first), *cells)


def _position(position: Position | None, width: int, today: date, style: str) -> Content:
    if position is None:
        return text.fit(("–", f"{text.DIM} {style}".strip()), width)
    if position.kind is PositionKind.NO_PUBLIC_POSITION:
        return text.fit((position.words or "no public position", f"{text.DIM} {style}".strip()), width)
    sign = POSITION_SIGNS[position.kind][0]
    dated = width >= _DATED and position.date.dated
    when = text.fit((dateshow.short(position.date, today, signed=False), text.DIM), 14) if dated else Content("")
    room = width - _GAP - 2 - len(when)
    words = " ".join(position.words.split())
    return Content.assemble(
        text.fit((words, style), room),
        " ",
        text.said(sign, text.DIM),
        "" if not when else " ",
        when,
        " " * (_GAP - bool(when)),
    )


def position_in_words(party: str, position: Position | None, today: date, codes: Mapping[int, str]) -> Content:
    """A position on one line, with how it is known."""
    if position is None:
        return text.assemble(f"{party}: ", ("nothing known yet", text.DIM))
    how = POSITION_SIGNS[position.kind][1]
    code = codes.get(position.source_id or 0, "")
    rest = " · ".join(part for part in (how, dateshow.short(position.date, today), code) if part)
    words = " ".join(position.words.split())
    return text.assemble(f"{party}: ", words, (f"  {rest}" if words else rest, text.DIM))


def date_width(view: TalksView, today: date) -> int:
    """The cells of the developments' column of dates."""
    return min(16, max((len(dateshow.short(one.date, today)) for one in view.developments), default=0))


def development(view: TalksView, one: Development, width: int, today: date) -> Content:
    """One development on one line: when, what, the axes it moved, where it is known from."""
    when = date_width(view, today)
    moved = " ".join(axis_moved(axis, value) for axis, value in one.axes)
    owed = sum(asked.outcome is CommentOutcome.PENDING for asked in one.asked)
    if owed:
        moved = "owed" if not moved else f"{moved} · owed"
    if not one.negotiation_ids:
        moved = f"{moved} · no talks" if moved else "no talks"
    code = view.codes.get(one.source_id or 0, "")
    codes = max((len(code) for code in view.codes.values()), default=0)
    happened = one.date.certainty in (Certainty.OCCURRED, Certainty.CONFIRMED)
    words = " ".join(one.words.split()) + ("" if happened else f" ({plain(one.date.certainty)})")
    end = text.assemble(
        (moved, "bold $due" if owed else "$border"), "  " if moved else "", text.fit((code, text.DIM), min(codes, 10))
    )
    return Content.assemble(
        text.fit((dateshow.short(one.date, today), text.DIM), when),
        " " * _GAP,
        text.between(words, end, width - when - _GAP),
    )


def axis_moved(axis: Axis, value: str) -> str:
    """What a development moved, short: "talks open", "blackout mutual"."""
    return plain(value) if axis in (Axis.PHASE, Axis.ACTION) else f"{axis} {plain(value)}"


def development_in_words(one: Development, today: date, codes: Mapping[int, str]) -> Content:
    """What the line leaves out: kind, basis, certainty and source."""
    parts = [plain(one.kind), dateshow.long(one.date, today)]
    if one.date.precision is not Precision.UNDATED:
        parts.append(plain(one.date.basis))
    parts.append(" ".join(part for part in (codes.get(one.source_id or 0, "no source"), one.locator) if part))
    return text.assemble((" · ".join(parts), text.DIM))
