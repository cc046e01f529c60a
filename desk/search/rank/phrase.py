"""Quotes in which words stand in a row, as a search for them in marks would find them, but many times in a moment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desk.search.index.index import Flags, Index

#: Rows looked at for one row of words: those that are verified, then the newest.
_LOOKED_AT = 4_000
#: Fewer rows than this are looked at without asking for more of the words.
_FEW = 64


def holding(index: Index, alive: Flags, terms: Sequence[str], most: int) -> list[int]:
    """The ids of at most so many quotes of one index that have these terms in a row among their words."""
    numbers = [index.term_numbers.get(term, -1) for term in terms]
    if not numbers or min(numbers) < 0:
        return []
    counts = np.diff(index.posting_starts)
    rarest = sorted(set(numbers), key=lambda number: int(counts[number]))
    rows = index.rows_with(rarest[0])
    for number in rarest[1:]:
        if len(rows) <= _FEW:
            break
        rows = rows[np.isin(rows, index.rows_with(number), assume_unique=True)]
    wanted = np.array(numbers, np.int32).tobytes()
    found: list[int] = []
    for row in rows[alive[rows]][:_LOOKED_AT].tolist():
        if _in_a_row(index.words_of(row).astype(np.int32, copy=False).tobytes(), wanted):
            found.append(int(index.ids[row]))
            if len(found) == most:
                break
    return found


def _in_a_row(words: bytes, wanted: bytes) -> bool:
    """Return True if numbers of four bytes each stand in a row among others."""
    at = words.find(wanted)
    while at >= 0 and at % 4:
        at = words.find(wanted, at + 1)
    return at >= 0
