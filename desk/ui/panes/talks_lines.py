"""The lines of the talks pane, drawn from values for a width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from textual.content import Content

from desk.model import dateshow
from desk.model.embargo import in_force
from desk.model.records import Development, Issue, Position
from desk.model.words import Axis, Certainty, CommentOutcome, PositionKind, Precision, plain
from desk.model.zones import zone_info
from desk.ui import embargoing
from desk.ui.panes.talks_view import TalksView
from desk.ui.screens.status import axis_words
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
_NO_POSITION = "no position"
_EMBARGOED = ("⏲ ", "$embargo")


def top(view: TalksView, width: int, now: datetime, zone: str) -> list[Content]:
    """The bar from the first day of talks to expiry; the day and the days left; the four axes."""
    if view.negotiation is None:
        return []
    today = now.astimezone(zone_info(zone)).date()
    bar = _bar(view, width, today)
    lines = [bar] if bar is not None else []
    if days := text.assemble(*_days(view, now, zone, today)):
        lines.append(days)
    since = _axes(view, today)
    return [*lines, *([since] if since.cell_length <= width else text.wrap(_axes(view, None), width))]


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


def _axes(view: TalksView, today: date | None) -> Content:
    """The four axes; with `today`, each with the date of what moved it."""
    parts: list[text.Part] = []
    for axis in Axis:
        value = view.standing[axis]
        mover = view.standing.moved_by.get(axis)
        parts.append((" · " if parts else "", text.DIM))
        if value == "unknown":
            parts.append((f"{axis} {'unknown' if today is not None else '?'}", text.DIM))
            continue
        parts.append(axis_words(axis, value))
        if today is not None and mover is not None:
            parts.append((f" {dateshow.short(mover.date, today, signed=False)}", text.DIM))
    return text.assemble(*parts)


def _columns(view: TalksView, width: int) -> list[int]:
    """The cells of the issues' column and of each side's: what they need, the longest giving way first."""
    needs = [max((len(issue.name) for issue in view.issues), default=0) + _GAP]
    for party in view.parties:
        mine = (view.positions.get((issue.id or 0, party.id or 0)) for issue in view.issues)
        longest = max((_length(one) for one in mine), default=0)
        needs.append(max(longest, len(party.name)) + _GAP)
    width += _GAP  # nothing stands beside the last
    least = min(12, width // len(needs))
    while sum(needs) > width and max(needs) > least:
        needs[needs.index(max(needs))] -= 1
    needs[-1] += max(0, width - sum(needs))
    return needs


def _length(position: Position | None) -> int:
    """The cells that a position needs, with sign and date."""
    if position is None:
        return 1
    if position.kind is PositionKind.NO_PUBLIC_POSITION:
        return len(position.words or _NO_POSITION)
    dated = 1 + len("Wed Sep 30 2026") if position.date.dated else 0
    return len(" ".join(position.words.split())) + 2 + dated


def head(view: TalksView, width: int) -> list[Content]:
    """The names of the columns."""
    first, *sides = _columns(view, width)
    names = (text.fit((party.name, text.DIM), each) for party, each in zip(view.parties, sides, strict=True))
    return [Content.assemble(text.fit(("Issue", text.DIM), first), *names).rstrip()]


def issue(
    view: TalksView, row: Issue, positions: Sequence[Position | None], width: int, today: date, side: int
) -> Content:
    """An issue with each side's latest position and how it is known. `side` is the one that the keys mean, or -1."""
    first, *sides = _columns(view, width)
    cells = [
        _position(position, each, today, marked=number == side)
        for number, (position, each) in enumerate(zip(positions, sides, strict=True))
    ]
    return Content.assemble(text.fit(row.name, first - _GAP), " " * _GAP, *cells).rstrip()


def _position(position: Position | None, width: int, today: date, *, marked: bool) -> Content:
    """One cell: the words, the sign of how it is known, its date where there is room."""
    under = " underline" if marked else ""
    if position is None or position.kind is PositionKind.NO_PUBLIC_POSITION:
        words = (position.words or _NO_POSITION) if position is not None else "–"
        return text.fit(text.said(words, f"{text.DIM}{under}"), width - _GAP).pad_right(_GAP)
    words = " ".join(position.words.split())
    sign = POSITION_SIGNS[position.kind][0]
    date_words = dateshow.short(position.date, today, signed=False) if position.date.dated else ""
    fits = len(words) + len(date_words) + len(sign) + 3 <= width - _GAP
    end = f"{date_words} {sign}" if date_words and fits else sign
    return text.between(text.said(words, under.strip()), (end, text.DIM), width - _GAP).pad_right(_GAP)


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


def development(view: TalksView, one: Development, width: int, today: date, now: datetime) -> Content:
    """One development on one line: when, what, the axes it moved, where it is known from. `now` is the gate's clock."""
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
    said = text.assemble(_EMBARGOED if in_force(one.embargo, now) else "", words)
    codes = min(codes, 10)
    # What it moved takes at most the half that the words leave: several axes at once hide neither words nor source.
    room = width - when - _GAP - codes - 3
    moved_is = text.assemble((moved, "bold $due" if owed else "$border")).truncate(
        max(room // 2, room - said.cell_length), ellipsis=True
    )
    end = text.assemble(moved_is, "  " if moved else "", text.fit((code, text.DIM), codes))
    return Content.assemble(
        text.fit((dateshow.short(one.date, today), text.DIM), when),
        " " * _GAP,
        text.between(said, end, width - when - _GAP),
    )


def axis_moved(axis: Axis, value: str) -> str:
    """What a development moved, short: "talks open", "blackout mutual"."""
    return plain(value) if axis in (Axis.PHASE, Axis.ACTION) else f"{axis} {plain(value)}"


def development_in_words(one: Development, codes: Mapping[int, str], now: datetime, zone: str) -> Content:
    """What the line leaves out: the embargo, kind, basis, certainty and source. `now` is the gate's clock."""
    embargo: list[text.Part] = []
    if one.embargo is not None and in_force(one.embargo, now):
        embargo = [("embargo ", "$embargo"), embargoing.in_words(one.embargo, now, zone), (" · ", text.DIM)]
    parts = [plain(one.kind), dateshow.long(one.date)]
    if one.date.precision is not Precision.UNDATED:
        parts.append(plain(one.date.basis))
    parts.append(" ".join(part for part in (codes.get(one.source_id or 0, "no source"), one.locator) if part))
    return text.assemble(*embargo, (" · ".join(parts), text.DIM))
