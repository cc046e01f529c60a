"""The piece of the calendar that is seen: cells of days, and where months begin in it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from desk.model.talks.calendar_window import FIRST_DAY, LAST_DAY, ZOOMS, Window, fitting, month_on, zoomed

FEB_14 = date(2026, 2, 14)


@pytest.mark.parametrize(
    ("first", "last", "cells", "per", "unit"),
    [
        (date(2026, 2, 9), date(2026, 3, 6), 60, 1, "week"),
        (date(2026, 2, 9), date(2026, 6, 30), 84, 2, "month"),
        (date(2026, 2, 9), date(2026, 6, 30), 50, 4, "month"),
        (date(2023, 6, 5), date(2026, 6, 30), 100, 12, "quarter"),
        (date(2016, 1, 1), date(2026, 1, 1), 120, 36, "year"),
        (date(1900, 1, 1), date(2199, 12, 31), 60, 36, "year"),
        (FEB_14, FEB_14, 0, 1, "week"),
    ],
)
def test_the_nearest_look_that_shows_all_of_it(first: date, last: date, cells: int, per: int, unit: str) -> None:
    window = fitting(first, last, cells)
    assert (window.per, window.unit) == (per, unit)
    if (last - first).days < per * (cells - 4):
        assert 0 <= window.cell(first) <= window.cell(last) < cells


@pytest.mark.parametrize("per", ZOOMS)
@pytest.mark.parametrize("cells", [20, 56, 160])
def test_ticks_stand_where_their_day_is_and_never_on_each_other(per: int, cells: int) -> None:
    window = Window(date(2023, 11, 17), per, cells)
    ticks = window.ticks()
    assert all(0 <= tick.cell < cells for tick in ticks)
    assert all(later.cell - tick.cell >= 6 for tick, later in pairwise(ticks))
    assert [tick.year for tick in ticks if tick.year] == sorted({tick.year for tick in ticks if tick.year})


@pytest.mark.parametrize("per", ZOOMS)
def test_every_day_is_in_the_cell_that_begins_before_it(per: int) -> None:
    window = Window(FEB_14, per, 50)
    for days in (-400, -1, 0, 1, 35, 399):
        day = FEB_14 + timedelta(days=days)
        assert window.day(window.cell(day)) <= day < window.day(window.cell(day) + 1)


def test_the_window_moves_only_as_far_as_the_day_needs() -> None:
    window = Window(FEB_14, 1, 60)
    assert window.holding(FEB_14 + timedelta(days=30)) == window
    assert window.holding(FEB_14 - timedelta(days=1)).start == FEB_14 - timedelta(days=9)
    far = window.holding(date(2199, 12, 31))
    assert 0 <= far.cell(date(2199, 12, 31)) < 60


def test_zooming_keeps_the_day_in_its_place() -> None:
    window = Window(FEB_14, 4, 60)
    day = FEB_14 + timedelta(days=80)
    for by in (1, -1):
        assert zoomed(window, day, by).cell(day) == window.cell(day)
    assert zoomed(Window(FEB_14, 1, 60), day, 1).per == 1
    assert zoomed(Window(FEB_14, 36, 60), day, -1).per == 36


@pytest.mark.parametrize(
    ("day", "by", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2199, 12, 15), 1, LAST_DAY),
        (date(1900, 1, 15), -1, FIRST_DAY),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_of_a_shorter_month(day: date, by: int, then: date) -> None:
    assert month_on(day, by) == then


def test_the_desk_keeps_no_days_before_its_first_year_or_after_its_last() -> None:
    assert Window(FIRST_DAY, 36, 100).holding(FIRST_DAY).start == FIRST_DAY
    assert Window(LAST_DAY, 36, 100).ticks() == ()
    assert Window(date(2199, 6, 1), 36, 100).last == LAST_DAY
