"""Where rows stand in a list: on which lines each is drawn, and which row a line belongs to. Plain arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate
from typing import Any, TypeVar

from textual.content import Content

from desk.model.frozen import frozen

T = TypeVar("T")

#: How many lines a row takes at a width in cells: one number for all rows, or asked for each.
Height = int | Callable[[T, int], int]


@frozen
class Heading:
    """A line between rows that names what follows; the cursor passes over it."""

    words: str | Content


@frozen
class Places:
    """The lines of `count` rows: `each` has so many, or, where they differ, each ends before its line of `ends`."""

    count: int
    each: int
    ends: Sequence[int] | None = None

    @property
    def total(self) -> int:
        """All lines."""
        if self.ends is None:
            return self.count * self.each
        return self.ends[-1] if self.ends else 0

    def top(self, index: int) -> int:
        """The first line of a row."""
        if self.ends is None:
            return index * self.each
        return self.ends[index - 1] if index else 0

    def height(self, index: int) -> int:
        """How many lines a row takes."""
        return self.each if self.ends is None else self.ends[index] - self.top(index)

    def index_at(self, line: int) -> int:
        """The row that a line belongs to; `count` or more below the last."""
        return line // self.each if self.ends is None else bisect_right(self.ends, line)


def measure(rows: Sequence[T | Heading], height: Height[T], width: int, *, headed: bool = True) -> Places:
    """Place rows at a width. A heading takes one line. Rows of one height cost nothing where none of them is `headed`."""
    if not callable(height) and (height == 1 or not headed or not any(isinstance(row, Heading) for row in rows)):
        return Places(len(rows), height)

    def lines(row: T | Heading) -> int:
        if isinstance(row, Heading):
            return 1
        return max(1, height(row, width)) if callable(height) else height

    return Places(len(rows), 1, list(accumulate(map(lines, rows))))


def selectable(rows: Sequence[Any], at: int, step: int) -> int | None:
    """The first row at or after `at`, going by `step`, that is no heading; None where there is none."""
    while 0 <= at < len(rows):
        if not isinstance(rows[at], Heading):
            return at
        at += step
    return None


def find(rows: Sequence[T | Heading], key_of: Callable[[T], Hashable], key: Hashable) -> int | None:
    """The row that has a key."""
    return next((at for at, row in enumerate(rows) if not isinstance(row, Heading) and key_of(row) == key), None)


def follow(rows: Sequence[T | Heading], key_of: Callable[[T], Hashable], key: Hashable, near: int) -> int | None:
    """Where a key is after rows were replaced; where it is gone, the row nearest to `near`, the place it had."""
    if near < len(rows):
        there = rows[near]
        if not isinstance(there, Heading) and key_of(there) == key:
            return near
    found = find(rows, key_of, key)
    if found is None:
        found = selectable(rows, min(near, len(rows) - 1), 1)
    if found is None:
        found = selectable(rows, min(near, len(rows) - 1), -1)
    return found
