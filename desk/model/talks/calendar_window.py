"""The piece of the calendar that is seen: so many cells, each of so many days, from some day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desk.model.dates.value import FIRST_YEAR, LAST_YEAR
from desk.model.frozen import frozen

#: Days in one cell, from near to far: weeks, months, quarters, years.
ZOOMS = (1, 2, 4, 7, 12, 20, 36)
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Cells that a tick's words need.
_TICK = 6
#: Days that a week, a month, a quarter and a year take at least.
_UNITS = (("week", 7), ("month", 28), ("quarter", 90), ("year", 365))


@frozen
class Tick:
    """Where a week, month, quarter or year begins, and what it is called. `year` is set where a year begins to be seen."""

    cell: int
    words: str
    year: str = ""


@frozen
class Window:
    """`cells` cells of `per` days each; the first one begins on `start`."""

    start: date
    per: int
    cells: int

    def cell(self, day: date) -> int:
        """The cell in which a day is; below 0 or from `cells` on where it is not seen."""
        return (day - self.start).days // self.per

    def day(self, cell: int) -> date:
        """The first day of a cell."""
        return clamp(self.start, cell * self.per)

    @property
    def last(self) -> date:
        """The last day that is seen."""
        return clamp(self.start, self.cells * self.per - 1)

    @property
    def unit(self) -> str:
        """What the ticks are: "week", "month", "quarter" or "year"."""
        return next((name for name, days in _UNITS if days >= _TICK * self.per), "year")

    def holding(self, day: date) -> Window:
        """This window, moved by no more than is needed for the day to be well inside."""
        margin = min(self.cells // 6, 8)
        cell = self.cell(day)
        if cell < margin:
            return replace(self, start=clamp(self.start, (cell - margin) * self.per))
        if cell >= self.cells - margin:
            return replace(self, start=clamp(self.start, (cell - self.cells + margin + 1) * self.per))
        return self

    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings that are seen, from left to right."""
        found: list[Tick] = []
        on = _begin(self.start, self.unit)
        year = 0
        while on <= self.last:
            if on >= self.start:
                new = on.year != year
                found.append(Tick(self.cell(on), _words(on, self.unit), str(on.year) if new else ""))
                year = on.year
            on = _next(on, self.unit)
        return tuple(found)


def fitting(first: date, last: date, cells: int) -> Window:
    """The nearest look at all days from `first` to `last`, in the middle of so many cells."""
    cells = max(1, cells)
    days = (last - first).days + 1
    per = next((each for each in ZOOMS if days <= each * max(1, cells - 4)), ZOOMS[-1])
    spare = max(0, cells * per - days)
    return Window(clamp(first, -min(spare // 2, 2 * per)), per, cells)


def zoomed(window: Window, day: date, by: int) -> Window:
    """A nearer (`by` above 0) or wider look, with the day in the same place."""
    at = max(0, min(len(ZOOMS) - 1, ZOOMS.index(window.per) - by))
    cell = max(0, min(window.cells - 1, window.cell(day)))
    return Window(clamp(day, -cell * ZOOMS[at]), ZOOMS[at], window.cells)


def clamp(day: date, by: int) -> date:
    """The day so many days on, but never outside of the years that the desk keeps."""
    number = day.toordinal() + by
    return date.fromordinal(max(FIRST_DAY.toordinal(), min(LAST_DAY.toordinal(), number)))


def month_on(day: date, by: int) -> date:
    """The same day of another month, or the last one of a shorter."""
    number = day.year * 12 + day.month - 1 + by
    year, month = number // 12, number % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return FIRST_DAY if by < 0 else LAST_DAY
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), after - timedelta(days=1))


def _begin(day: date, unit: str) -> date:
    match unit:
        case "week":
            return clamp(day, -day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case _:
            return day.replace(month=1, day=1)


def _next(on: date, unit: str) -> date:
    if unit == "week":
        return on + timedelta(days=7)
    months = {"month": 1, "quarter": 3}.get(unit, 12)
    number = on.year * 12 + on.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _words(on: date, unit: str) -> str:
    match unit:
        case "week":
            return f"{_MONTHS[on.month - 1]} {on.day}"
        case "year":
            return ""
        case _:
            return _MONTHS[on.month - 1]
