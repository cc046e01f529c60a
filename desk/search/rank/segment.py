"""One part of the living bank: an index, which of its rows still stand, and what it takes to search it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from desk.model.frozen import frozen
from desk.search.index.index import COPYABLE, Flags, Index
from desk.search.rank.expand import Expander
from desk.search.rank.rank import Ranker


@frozen
class Segment:
    """Never changed: taking rows away gives another segment on the same index."""

    index: Index
    alive: Flags
    expander: Expander
    ranker: Ranker
    #: How many rows stand.
    size: int

    @classmethod
    def of(cls, index: Index, alive: Flags | None = None) -> Segment:
        """A segment of an index, with all of its rows unless told."""
        if alive is None:
            alive = np.ones(len(index), np.bool_)
        return cls(index, alive, Expander(index), Ranker(index), int(np.count_nonzero(alive)))

    def without(self, ids: Iterable[int]) -> Segment:
        """The same without some quotes; those that are not here are ignored."""
        rows, there = self.index.rows_of(np.fromiter(ids, np.int64))
        rows = rows[there]
        if not self.alive[rows].any():
            return self
        alive = self.alive.copy()
        alive[rows] = False
        return Segment(self.index, alive, self.expander, self.ranker, int(np.count_nonzero(alive)))

    def has(self, number: int) -> bool:
        """Return True if a quote stands here."""
        row = self.index.row_of(number)
        return row is not None and bool(self.alive[row])

    def held_back(self, terms: Iterable[str], least: int) -> list[tuple[float, int]]:
        """The quotes that would not be let out now and have at least so many of these terms: what the shared ones are
        worth (a rare one tells more), and the id.
        """
        index = self.index
        held = self.alive & ((index.flags & COPYABLE) == 0)
        if not held.any():
            return []
        count = np.zeros(len(index), np.int16)
        worth = np.zeros(len(index))
        for term in terms:
            number = index.term_numbers.get(term, -1)
            if number >= 0:
                rows = index.rows_with(number)
                count[rows] += 1
                worth[rows] += np.log1p(len(index) / max(1, len(rows)))
        enough = np.flatnonzero(held & (count >= least))
        return list(zip(worth[enough].tolist(), index.ids[enough].tolist(), strict=True))
