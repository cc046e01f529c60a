"""The lines of the talks pane, drawn from values for a width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from textual.content import Content

from desk.app.views.talks import TalksView
from desk.model.dates import show as dateshow
from desk.model.dates.zones import zone_info
from desk.model.enums import Axis, Certainty, CommentOutcome, PositionKind, plain
from desk.model.quotes.embargo import in_force
from desk.model.records import Development, Issue, Position
from desk.model.talks.grounds import KNOWN_HOW, SHORT_NO_SOURCE, Grounds
from desk.model.talks.standing import axis_moved, axis_told, told_words
from desk.ui.quotes import embargoing
from desk.ui.widgets import text

#: How each kind of position is marked in the grid, and what the mark means.
POSITION_SIGNS: Mapping[PositionKind, tuple[str, str]] = {
    PositionKind.STATED: ("=", f"{KNOWN_HOW[PositionKind.STATED]} by the party itself"),
    PositionKind.CHARACTERISED_BY_OTHER: ("≈", KNOWN_HOW[PositionKind.CHARACTERISED_BY_OTHER]),
    PositionKind.REPORTED_UNNAMED: ("~", KNOWN_HOW[PositionKind.REPORTED_UNNAMED]),
    PositionKind.DOCUMENT: ("§", KNOWN_HOW[PositionKind.DOCUMENT]),
    PositionKind.NO_PUBLIC_POSITION: (" ", plain(PositionKind.NO_PUBLIC_POSITION)),
}
_GAP = 2
_NO_POSITION = "no position"
_NO_SOURCE = f" {SHORT_NO_SOURCE}"
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
    since = _axes(view, today, dated=True)
    fits = since.cell_length <= width
    return [*lines, *([since] if fits else text.wrap(_axes(view, today, dated=False), width))]


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
    against = _against(view, today, zone)
    whole = (expiry.end - first).days if first is not None else None
    if dateshow.is_past(expiry, now, zone):
        span = f" · {whole} days from the first day to expiry" if whole is not None else ""
        # A clock says that the day is over, not that the contract ended on it.
        over = "expired" if expiry.certainty is Certainty.OCCURRED else f"expiry was {plain(expiry.certainty)} for"
        return [f"{over} {dateshow.short(expiry, today, zone=zone)}", (span, text.DIM), against]
    left = (expiry.end - today).days
    of = f" of {whole}" if whole is not None else ""
    words = (
        f"{left} {'day' if left == 1 else 'days'} left{of}"
        if expiry.exact
        else f"{dateshow.days_left(expiry, now, zone)} left"
    )
    sure = (" · expiry only expected", text.DIM) if expiry.certainty is Certainty.EXPECTED and not against else ""
    return [*parts, (" · " if parts else "", text.DIM), words, sure, against]


def _against(view: TalksView, today: date, zone: str) -> text.Part:
    """The dates of the expiry where sources differ: the count goes by the later one."""
    if len(view.expiries) < 2:
        return ""
    dates = " or ".join(dateshow.short(one, today, zone=zone) for one in view.expiries)
    return (f" · {dateshow.CONFLICT_SIGN} {dates}", "$conflict")


def _axes(view: TalksView, today: date, *, dated: bool) -> Content:
    """The four axes, and what is only claimed of them; `dated`, each with the date of what moved it."""
    parts: list[text.Part] = []
    for axis in Axis:
        told = axis_told(view.standing, axis, view.grounds, today)
        parts.append((" · " if parts else "", text.DIM))
        words = told_words(told, axis)
        if not words:
            parts.append((f"{axis} {'unknown' if dated else '?'}", text.DIM))
            continue
        parts.append(words)
        if dated and (mover := view.standing.moved_by.get(axis)) is not None:
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
    return (
        len(" ".join(position.words.split())) + 2 + dated + (0 if position.source_id is not None else len(_NO_SOURCE))
    )


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
        _position(position, each, today, marked=number == side, doubtful=_is_doubtful(view, position, today))
        for number, (position, each) in enumerate(zip(positions, sides, strict=True))
    ]
    return Content.assemble(text.fit(row.name, first - _GAP), " " * _GAP, *cells).rstrip()


def _is_doubtful(view: TalksView, position: Position | None, today: date) -> bool:
    return position is not None and bool(view.grounds.of(position, today).doubt)


def _position(position: Position | None, width: int, today: date, *, marked: bool, doubtful: bool) -> Content:
    """One cell: the words, the sign of how it is known, its date where there is room. `doubtful`: its source is to be
    looked at.
    """
    under = " underline" if marked else ""
    if position is None or position.kind is PositionKind.NO_PUBLIC_POSITION:
        words = (position.words or _NO_POSITION) if position is not None else "–"
        return text.fit(text.said(words, f"{text.DIM}{under}"), width - _GAP).pad_right(_GAP)
    words = " ".join(position.words.split())
    sign = POSITION_SIGNS[position.kind][0]
    date_words = dateshow.short(position.date, today, signed=False) if position.date.dated else ""
    known = f"{sign}{_NO_SOURCE if position.source_id is None else '?' if doubtful else ''}"
    fits = len(words) + len(date_words) + len(known) + 3 <= width - _GAP
    end = f"{date_words} {known}" if date_words and fits else known
    return text.between(text.said(words, under.strip()), (end, text.DIM), width - _GAP).pad_right(_GAP)


def position_in_words(party: str, position: Position | None, today: date, grounds: Grounds) -> Content:
    """A position on one line, with how it is known."""
    if position is None:
        return text.assemble(f"{party}: ", ("nothing known yet", text.DIM))
    how, footing = POSITION_SIGNS[position.kind][1], grounds.of(position, today)
    parts = (how, dateshow.short(position.date, today), footing.dated_how, footing.origin, footing.doubt)
    rest = " · ".join(part for part in parts if part)
    words = " ".join(position.words.split())
    return text.assemble(f"{party}: ", words, (f"  {rest}" if words else rest, text.DIM))


def date_width(view: TalksView, today: date) -> int:
    """The cells of the developments' column of dates."""
    return min(16, max((len(dateshow.short(one.date, today)) for one in view.developments), default=0))


def development(view: TalksView, one: Development, width: int, today: date, now: datetime) -> Content:
    """One development on one line: when, what, whose claim and how sure, the axes it moved, where it is known from.

    `now` is the gate's clock.
    """
    when, footing = date_width(view, today), view.grounds.of(one, today)
    owed = any(asked.outcome is CommentOutcome.PENDING for asked in one.asked)
    marks = (
        footing.short,
        " ".join(axis_moved(axis, value) for axis, value in one.axes),
        "owed" if owed else "",
        "" if one.negotiation_ids else "no talks",
    )
    moved = " · ".join(mark for mark in marks if mark)
    codes = view.source_width
    said = text.assemble(_EMBARGOED if in_force(one.embargo, now) else "", " ".join(one.words.split()))
    # What it moved takes at most the half that the words leave: several axes at once hide neither words nor source.
    room = width - when - _GAP - codes - 3
    moved_is = text.assemble((moved, "bold $due" if owed else "$border")).truncate(
        max(room // 2, room - said.cell_length), ellipsis=True
    )
    end = text.assemble(moved_is, "  " if moved else "", text.fit((footing.short_source, text.DIM), codes))
    return Content.assemble(
        text.fit((dateshow.short(one.date, today), text.DIM), when),
        " " * _GAP,
        text.between(said, end, width - when - _GAP),
    )


def development_in_words(one: Development, grounds: Grounds, today: date, now: datetime, zone: str) -> Content:
    """What the line leaves out: the embargo, and all that it rests on. `now` is the gate's clock."""
    embargo: list[text.Part] = []
    if one.embargo is not None and in_force(one.embargo, now):
        embargo = [("embargo ", "$embargo"), embargoing.in_words(one.embargo, now, zone), (" · ", text.DIM)]
    footing = grounds.of(one, today)
    parts = [footing.claimed or plain(one.kind), dateshow.long(one.date)]
    if one.date.dated:
        parts.append(plain(one.date.basis))
    parts += [footing.sureness, f"{footing.origin} {one.locator if one.source_id is not None else ''}", footing.doubt]
    return text.assemble(*embargo, (" · ".join(part.strip() for part in parts if part), text.DIM))
