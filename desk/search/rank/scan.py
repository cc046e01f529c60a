"""Candidates read word by word: which slot each of their words fills, how well, and where."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desk.model.frozen import frozen
from desk.search.index.index import Flags, Floats, Index, Ints, Longs, ragged
from desk.search.rank.expand import Reading


@frozen
class Scan:
    """The words of some rows that fill any slot, in the order of rows and places; one entry a word."""

    rows: int  #: how many rows were read
    owners: Longs  #: the number of the row
    places: Longs  #: counts up through a row; the difference of two is how far apart they stand
    words: Flags  #: whether it is one of the quote's words; else it stands in a field
    found: Floats  #: entry × slot: the weight of the word in that slot, or 0
    same: Flags  #: entry × slot: whether it is the word as typed

    def best(self) -> tuple[Floats, Flags]:
        """Row × slot: the weight of the best word, and whether the slot is filled as typed."""
        size = self.found.shape[1]
        best = np.zeros((self.rows, size), np.float32)
        same = np.zeros((self.rows, size), np.bool_)
        if len(self.owners):
            firsts = beginnings(self.owners)
            best[self.owners[firsts]] = np.maximum.reduceat(self.found, firsts, axis=0)
            same[self.owners[firsts]] = np.logical_or.reduceat(self.same, firsts, axis=0)
        return best, same

    def side_by_side(self, pairs: Sequence[tuple[int, int]], beside: float, near: float) -> Floats:
        """Row × pair of slots: what standing near is worth.

        `beside` and `near` are parts of the lesser weight: for words side by side in the order of the pair, and for
        those up to three apart or in the other order.
        """
        worth = np.zeros((self.rows, len(pairs)), np.float32)
        ones, twos = np.array(pairs, np.int64).reshape(-1, 2).T
        for step in (1, 2) if len(self.owners) else ():
            gap = self.places[step:] - self.places[:-step]
            together = (self.owners[step:] == self.owners[:-step]) & (self.words[step:] == self.words[:-step])
            close = np.flatnonzero(together & (gap <= 3))
            if not len(close) or not len(pairs):
                continue
            left, right = self.found[close], self.found[close + step]
            next_to = gap[close][:, None] == 1
            ahead = np.minimum(left[:, ones], right[:, twos])
            ahead *= np.where(next_to, np.float32(beside), np.float32(near))
            back = np.minimum(left[:, twos], right[:, ones]) * np.float32(near)
            whose = self.owners[close]
            firsts = beginnings(whose)
            whose = whose[firsts]
            worth[whose] = np.maximum(worth[whose], np.maximum.reduceat(np.maximum(ahead, back), firsts, axis=0))
        return worth

    def in_a_row(self, order: Sequence[int]) -> Flags:
        """Which rows hold words that fill these slots as typed, one right after the other, in the words or in a field."""
        found = np.zeros(self.rows, np.bool_)
        last = len(self.owners) - len(order) + 1
        if last <= 0:
            return found
        here = np.ones(last, np.bool_)
        for step, slot in enumerate(order):
            to = slice(step, step + last)
            here &= self.same[to, slot] & (self.places[to] - self.places[:last] == step)
            here &= (self.owners[to] == self.owners[:last]) & (self.words[to] == self.words[:last])
        found[self.owners[:last][here]] = True
        return found

    def in_order(self, best: Floats, pairs: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
        """For each row, how many of these pairs of slots are filled one after the other, best words first met."""
        if not len(self.owners) or not len(pairs):
            return np.zeros(self.rows, np.int64)
        far = np.int64(1 << 40)
        firsts = beginnings(self.owners)
        at = np.full(best.shape, far)
        filled = (self.found == best[self.owners]) & (self.found > 0)
        at[self.owners[firsts]] = np.minimum.reduceat(np.where(filled, self.places[:, None], far), firsts, axis=0)
        ones, twos = np.array(pairs, np.int64).T
        ordered: NDArray[np.int64] = ((at[:, ones] < at[:, twos]) & (at[:, twos] < far)).sum(axis=1)
        return ordered


class Scanner:
    """Reads rows of one index. Holds working memory, so it serves one search at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._codes: Ints = np.zeros(len(index.posting_starts), np.int32)

    def scan(self, rows: Longs, readings: Sequence[Reading], weights: Sequence[Floats]) -> Scan:
        """What of these rows fills the slots."""
        index = self._index
        symbols = np.unique(np.concatenate([reading.symbols for reading in readings]))
        table = np.zeros((len(symbols) + 1, len(readings)), np.float32)
        same = np.zeros((len(symbols) + 1, len(readings)), np.bool_)
        for number, reading in enumerate(readings):
            at = np.searchsorted(symbols, reading.symbols) + 1
            table[at, number] = weights[number]
            same[at, number] = self._as_typed(reading)
        starts = index.row_starts[rows]
        lengths = index.row_starts[rows + 1] - starts
        codes = self._codes
        codes[symbols] = np.arange(1, len(symbols) + 1, dtype=np.int32)
        flat = codes[index.symbols[ragged(starts, lengths)]]
        codes[symbols] = 0
        places = np.flatnonzero(flat)
        flat = flat[places]
        owners = np.repeat(np.arange(len(rows)), lengths)[places]
        words = places < (np.cumsum(lengths) - lengths + index.word_counts[rows])[owners]
        return Scan(len(rows), owners, places, words, table[flat], same[flat])

    def _as_typed(self, reading: Reading) -> Flags:
        """Which symbols of a reading are the word as it was typed (or, where it may go on, begin so)."""
        size = len(self._index.vocabulary)
        terms = reading.symbols.copy()
        outside = terms >= size
        terms[outside] = self._index.field_terms[terms[outside] - size]
        low, high = reading.as_typed
        typed: Flags = (terms >= low) & (terms < high)
        return typed


def beginnings(owners: Longs) -> Longs:
    """Where each run of equal values begins; there is at least one value."""
    return np.flatnonzero(np.concatenate((np.ones(1, np.bool_), owners[1:] != owners[:-1])))
