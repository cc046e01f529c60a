"""The calendar of the timeline, drawn in cells: bars, marks, the line of today and the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.content import Content

from desk.model.dates import show as dateshow
from desk.model.dates.value import unit
from desk.model.enums import Precision
from desk.model.frozen import frozen
from desk.model.talks.calendar_window import Window, clamp
from desk.model.talks.timeline import Mark, Row, Together
from desk.ui.widgets import text

#: The signs of the calendar, with their words for the help.
MOVED, CLAIMED, DUE, DONE, EXPIRES, TODAY, CURSOR, CLASH = "●", "○", "◆", "◇", "┫", "│", "┊", "!"
SIGNS: Sequence[tuple[str, str, str]] = (
    (MOVED, "$border", "something moved an axis: phase, contract, action or blackout"),
    (CLAIMED, "$border", "somebody claims that it moved one, or it is confirmed for a day to come"),
    (DUE, "$due", "a deadline"),
    (DONE, text.DIM, "a deadline that is done"),
    (EXPIRES, "bold", "the contract expires"),
    ("~", "$due", "some day within these: a week, a month"),
    (dateshow.CONFLICT_SIGN, "$conflict", "one of several dates that exclude each other"),
    (CLASH, "bold $red", "deadlines of different talks in one week"),
    (TODAY, "$border", "today; ┊ is the day of the cursor"),
    ("━", "$bar", "talks until today; ─ to expiry, ┄ as far as anybody knows, ╌ not begun"),
)
_DAYS = 10
_AHEAD = "$border-blurred"


@frozen
class Look:
    """How the calendar is looked at. `pace` lays all rows over each other by their first day of talks."""

    window: Window
    day: date
    today: date
    names: int
    pace: date | None = None

    def of(self, row: Row) -> Window:
        """The window on one row."""
        if self.pace is None:
            return self.window
        return replace(self.window, start=clamp(self.window.start, (anchor(row, self.today) - self.pace).days))


def anchor(row: Row, today: date) -> date:
    """The day from which a row's pace is counted: the first of its talks, as far as there is one."""
    return row.begins or today


def columns(width: int, longest: int) -> tuple[int, int]:
    """The cells for the names and for the calendar, of a line of this width."""
    names = min(longest, max(8, width // 5))
    return names, max(1, width - names - 2 - (_DAYS if width >= 60 else 0))


def head(look: Look, together: Sequence[Together]) -> list[Content]:
    """Years, months, and the line with the cursor, today and the weeks in which deadlines fall together."""
    window, cells = look.window, look.window.cells
    years, months, marks = [" "] * cells, [" "] * cells, [(" ", "")] * cells
    for cell, words, year in _ticks(look):
        _write(years, cell, year)
        _write(months, cell, words or year)
        if not words:
            _write(years, cell, " " * len(year))
    if look.pace is None:
        for week in together:
            for cell in range(window.cell(week.week), window.cell(clamp(week.week, 6)) + 1):
                if 0 <= cell < cells:
                    marks[cell] = (CLASH, "bold $red") if len(week.sure) > 1 else (CLASH, text.DIM)
        if 0 <= (cell := window.cell(look.today)) < cells:
            marks[cell] = (TODAY, "$border")
    if 0 <= (cell := window.cell(look.day)) < cells:
        marks[cell] = ("▼", "bold $border")
    left = " " * (look.names + 2)
    return [
        text.assemble(left, ("".join(years), text.BOLD)).rstrip(),
        text.assemble(left, ("".join(months), text.DIM)).rstrip(),
        text.assemble(left, *marks).rstrip(),
    ]


def _ticks(look: Look) -> list[tuple[int, str, str]]:
    window = look.window
    if look.pace is None:
        return [(tick.cell, tick.words, tick.year) for tick in window.ticks()]
    step = next((days for days in (7, 30, 90, 365) if days >= 8 * window.per), 730)
    first = max(0, (window.start - look.pace).days // step)
    last = (window.last - look.pace).days // step
    return [
        (cell, "day 1" if not number else f"+{number * step} d", "")
        for number in range(first, last + 1)
        if 0 <= (cell := window.cell(clamp(look.pace, number * step))) < window.cells
    ]


def _write(line: list[str], cell: int, words: str) -> None:
    for at, char in enumerate(words, cell):
        if at < len(line):
            line[at] = char


def row_line(row: Row, name: text.Part, look: Look, width: int, clashing: frozenset[int]) -> Content:
    """A negotiation on one line: its name, its piece of the calendar, the days from talks to expiry."""
    cells = drawn(row, look, clashing)
    at = look.window.cell(look.day)
    if 0 <= at < len(cells):
        char, style = cells[at]
        cells[at] = (CURSOR, "bold $border") if char == " " else (char, f"{style} reverse".strip())
    line = text.assemble(text.fit(name, look.names), "  ", *_runs(cells))
    if width < 60:
        return line
    return text.assemble(line, text.fit((days(row), text.DIM), width - line.cell_length, "right"))


def days(row: Row) -> str:
    """ "141 d": from the first day of talks to expiry, as exactly as it is known."""
    if row.days is None:
        return ""
    least, most = row.days
    return f"{most} d" if least == most else f"{least}–{most} d"


def drawn(row: Row, look: Look, clashing: frozenset[int] = frozenset()) -> list[tuple[str, str]]:
    """The cells of a row's piece of the calendar, each with its style."""
    window = look.of(row)
    cells = [(" ", "")] * window.cells
    if 0 <= (now := window.cell(look.today)) < window.cells:
        cells[now] = (TODAY, "$border")
    _bar(cells, row, window, look.today)
    for mark in sorted(row.marks, key=_rank):
        _mark(cells, mark, window, clashing, look.today)
    _conflicts(cells, row, window)
    begun = [day for day in (row.begins, *(mark.first for mark in row.marks)) if day is not None]
    over = [day for day in (row.ends, *(mark.last for mark in row.marks)) if day is not None]
    if begun and max(begun + over) < window.start:
        cells[0] = ("‹", text.DIM)
    elif begun and min(begun) > window.last:
        cells[-1] = ("›", text.DIM)
    return cells


def _rank(mark: Mark) -> tuple[bool, bool, bool]:
    """What is drawn over what: deadlines over developments, the exact over the vague, an expiry over all."""
    return (mark.expiry, mark.deadline is not None, mark.exact)


def _span(window: Window, first: date, last: date) -> range:
    return range(max(0, window.cell(first)), min(window.cells - 1, window.cell(last)) + 1)


def _bar(cells: list[tuple[str, str]], row: Row, window: Window, today: date) -> None:
    begins, ends = row.begins, row.ends
    if begins is None:
        return
    open_end = ends is None or ends < begins
    if open_end and row.first is None:
        return  # nobody has said anything but when they are to begin
    if open_end:
        archived = row.negotiation is not None and row.negotiation.archived
        over = max((mark.last for mark in row.marks), default=begins)
        ends = over if archived else max(window.last, begins)
    assert ends is not None
    now = window.cell(today)
    for cell in _span(window, begins, ends):
        gone = cell <= now
        if row.first is None:
            char, style = "╌", _AHEAD
        elif gone:
            char, style = "━", "$bar"
        else:
            char, style = ("┄" if open_end else "─"), _AHEAD
        if cell == now:
            char, style = ("┿" if char == "━" else "┼"), "$border"
        cells[cell] = (char, style)


def _mark(cells: list[tuple[str, str]], mark: Mark, window: Window, clashing: frozenset[int], today: date) -> None:
    style = "$border" if mark.deadline is None else text.DIM if mark.done else "$due"
    if id(mark) in clashing:
        style = "bold $red"
    if not mark.exact and not mark.conflict:
        for cell in _span(window, mark.first, mark.last):
            cells[cell] = ("~", style)
    at = window.cell(mark.last)
    if not 0 <= at < window.cells:
        return
    if mark.conflict:
        return
    if mark.deadline is None:
        cells[at] = (MOVED if mark.firm(today) else CLAIMED, style)
    elif mark.exact:
        sign = DONE if mark.done else EXPIRES if mark.expiry else DUE
        cells[at] = (sign, f"bold {style}" if mark.expiry and not mark.done else style)


def _conflicts(cells: list[tuple[str, str]], row: Row, window: Window) -> None:
    """Dates that exclude each other stand side by side, joined."""
    by_deadline: dict[int | None, list[Mark]] = {}
    for mark in row.marks:
        if mark.conflict and mark.deadline is not None:
            by_deadline.setdefault(mark.deadline.id, []).append(mark)
    for marks in by_deadline.values():
        first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
        for cell in _span(window, first, last):
            if cells[cell][0] in " ━─╌┄":
                cells[cell] = ("┄", "$conflict")
        for mark in marks:
            for day in {mark.first, mark.last}:
                if 0 <= (cell := window.cell(day)) < window.cells:
                    cells[cell] = (dateshow.CONFLICT_SIGN, "bold $conflict")


def _runs(cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours of one style as one piece."""
    runs: list[tuple[str, str]] = []
    for char, style in cells:
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + char, style)
        else:
            runs.append((char, style))
    return runs


def in_week(day: date) -> date:
    """The Monday of a day's week."""
    return unit(day, Precision.WEEK)[0]
