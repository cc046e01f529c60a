"""On which line each row stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.ui.widgets import places
from desk.ui.widgets.places import Heading, Places

RED, AMBER = Heading("Red"), Heading("Amber")


def own(row: str, width: int) -> int:
    return -(-len(row) // width)


@pytest.mark.parametrize(
    ("rows", "height", "tops", "total"),
    [
        ([], 3, [], 0),
        (["a", "b", "c"], 1, [0, 1, 2], 3),
        (["a", "b", "c"], 4, [0, 4, 8], 12),
        ([RED, "a", AMBER, "b"], 1, [0, 1, 2, 3], 4),
        ([RED, "a", AMBER, "b"], 4, [0, 1, 5, 6], 10),
        (["a" * 10, RED, "b" * 25, ""], own, [0, 1, 2, 5], 6),
    ],
)
def test_rows_stand_one_below_the_other(
    rows: list[str | Heading], height: places.Height[str], tops: list[int], total: int
) -> None:
    found = places.measure(rows, height, 10)
    assert [found.top(index) for index in range(len(rows))] == tops
    assert found.total == total
    for index, top in enumerate(tops):
        for line in range(top, top + found.height(index)):
            assert found.index_at(line) == index
    assert found.index_at(total) >= len(rows)


def test_rows_of_one_height_need_no_table() -> None:
    assert places.measure(range(100_000), 4, 80) == Places(100_000, 4)


def test_a_million_rows_without_headings_are_not_looked_through() -> None:
    class Unseen(list[str]):
        def __iter__(self) -> Iterator[str]:
            raise AssertionError

    assert places.measure(Unseen(["a", "b"]), 4, 80, headed=False) == Places(2, 4)


@pytest.mark.parametrize(
    ("at", "step", "found"), [(0, 1, 1), (1, 1, 1), (2, -1, 1), (2, 1, 3), (4, 1, None), (0, -1, None), (-1, -1, None)]
)
def test_the_cursor_passes_over_headings(at: int, step: int, found: int | None) -> None:
    assert places.selectable([RED, "a", AMBER, "b"], at, step) == found


@pytest.mark.parametrize(
    ("rows", "near", "found"),
    [
        ([RED, "x", "b"], 2, 2),
        (["b", "x", "y"], 2, 0),
        (["x", "y", "z"], 1, 1),
        (["x", "y"], 5, 1),
        (["x", RED], 1, 0),
        ([RED], 0, None),
        ([], 3, None),
    ],
)
def test_a_key_is_followed_and_a_lost_one_leaves_its_place(
    rows: list[str | Heading], near: int, found: int | None
) -> None:
    assert places.follow(rows, str, "b", near) == found
