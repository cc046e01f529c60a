"""Rows that hold every word as it was typed, and those that hold them in a row: they stand above all others, so they
are looked up for themselves and never left to what the gathering finds most promising.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from desk.model.frozen import frozen
from desk.search.index.index import Flags, Index, Longs, ragged
from desk.search.index.postings import Holders, Range, among, first
from desk.search.rank.expand import Reading

#: Words that may go on in more places than this are not looked up: the best of so many are found anyhow.
_MOST_PLACES = 400_000
#: Rows that are read for words in a row; how many at first, and at most between two looks whether that was enough.
_READ, _READ_FIRST, _READ_AT_ONCE = 8_192, 512, 2_048


@frozen
class Typed:
    """Rows with every word as typed: the first of them, and the first that hold them in a row; and how many in all.

    `counted` is False where they were too many to look up; then nothing is said of them.
    """

    rows: Longs
    count: int
    counted: bool
    bits: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] | None = None

    def among(self, rows: Longs) -> Longs:
        """Those of these rows that hold every word as typed."""
        return rows[:0] if self.bits is None else rows[among(self.bits, rows)]


_NOTHING = Typed(np.zeros(0, np.int64), 0, counted=True)
_TOO_MANY = Typed(np.zeros(0, np.int64), 0, counted=False)


def typed_rows(
    index: Index,
    holders: Holders,
    words: Sequence[Reading],
    allowed: Flags,
    most: int,
    pause: Callable[[], None],
) -> Typed:
    """The rows of these words, in the order in which they were typed; at most so many of either kind."""
    ranges = [reading.as_typed for reading in words]
    if any(low >= high for low, high in ranges):
        return _NOTHING
    symbols = {each: holders.symbols(*each) for each in dict.fromkeys(ranges)}
    starts = index.posting_starts
    if any(
        high - low > 1 and sum(int(starts[b] - starts[a]) for a, b in symbols[low, high]) > _MOST_PLACES
        for low, high in ranges
    ):
        return _TOO_MANY
    bits = np.packbits(allowed, bitorder="little")
    for each in symbols.values():
        bits &= holders.bits(each)
        pause()
    rows = first(bits, most)
    if len(ranges) > 1 and len(rows) == most:
        rows = np.union1d(rows, _in_a_row(index, first(_paired(index, bits, ranges), _READ), ranges, most, pause))
    return Typed(rows, int(np.bitwise_count(bits).sum()), counted=True, bits=bits)


def _paired(
    index: Index, bits: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], ranges: Sequence[Range]
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The same rows, less those in which two common words do not stand side by side."""
    for (first_low, first_high), (second_low, second_high) in pairwise(ranges):
        if first_high - first_low > 1 or second_high - second_low > 1:
            continue
        pair = index.rows_with_pair(first_low, second_low)
        if pair is not None:
            has = np.zeros(len(index), np.bool_)
            has[pair] = True
            bits = bits & np.packbits(has, bitorder="little")
    return bits


def _in_a_row(index: Index, rows: Longs, ranges: Sequence[Range], most: int, pause: Callable[[], None]) -> Longs:
    found = rows[:0]
    size = _READ_FIRST
    while len(rows) and len(found) < most:
        some, rows = rows[:size], rows[size:]
        found = np.concatenate((found, some[hold(index, some, ranges)]))
        size = min(2 * size, _READ_AT_ONCE)
        pause()
    return found[:most]


def hold(index: Index, rows: Longs, ranges: Sequence[Range]) -> Flags:
    """Which of these rows have words in a row that lie in these ranges of terms, one after the other."""
    counts = index.word_counts[rows].astype(np.int64)
    words = index.symbols[ragged(index.row_starts[rows], counts)]
    owners = np.repeat(np.arange(len(rows)), counts)
    last = len(words) - len(ranges) + 1
    found = np.zeros(len(rows), np.bool_)
    if last <= 0:
        return found
    here = owners[:last] == owners[len(ranges) - 1 :]
    for step, (low, high) in enumerate(ranges):
        there = words[step : step + last]
        here &= there == low if high - low == 1 else (there >= low) & (there < high)
    found[owners[:last][here]] = True
    return found
