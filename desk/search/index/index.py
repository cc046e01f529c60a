"""One part of the bank as arrays: which words there are, which quotes hold them, which words each quote holds.

A *symbol* is a word in a place: symbols below `len(vocabulary)` are terms in quotes' words; those above are terms in
the other fields, ordered by field and then by term. Rows are quotes, ordered verified first, then newest first, so
that of any list of rows the beginning is what should be shown when nothing else tells them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import InitVar, dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desk.search.index.letters import root_hash
from desk.search.index.stemming import roots

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

#: The fields beside the words, in the order in which their symbols stand. In the last stand the words once more, where
#: people write them in another way.
FIELDS = ("speaker", "org", "venue", "tag", "talks", "spelling")
VERIFIED = 1
COPYABLE = 2
UNDATED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Arrays that never change once made; see the module for symbols and rows."""

    terms: InitVar[str]  #: every term, sorted, a line each
    letters: NDArray[np.uint32]  #: for each term, which letters it has
    lengths: NDArray[np.uint8]  #: for each term, its characters
    root_hashes: NDArray[np.uint32]  #: sorted; with the same place in `root_terms`, the terms of each root
    root_terms: Ints
    field_starts: Longs  #: where each field's symbols begin, and the end: len(FIELDS) + 1
    field_terms: Ints  #: the term of each symbol of the fields
    posting_starts: Longs  #: for each symbol, where its rows begin in `postings`
    postings: Ints  #: rows, ascending within a symbol
    row_starts: Longs  #: for each row, where its symbols begin in `symbols`
    symbols: Ints  #: the words of each row in their order, then its fields
    word_counts: Ints  #: for each row, how many of its symbols are words
    common: Ints  #: terms so common that pairs of them side by side have lists of their own, ascending
    pair_keys: Longs  #: i * len(common) + j for each pair of `common` that stands side by side somewhere, ascending
    pair_starts: Longs  #: for each of those, where its rows begin in `pair_rows`
    pair_rows: Ints
    ids: Longs
    dates: Ints  #: ordinals, UNDATED where unknown
    flags: NDArray[np.uint8]
    digests: NDArray[np.uint64]
    id_order: Longs  #: the rows in the order of their ids
    vocabulary: list[str] = field(init=False, repr=False)  #: every term, sorted
    names: NDArray[np.object_] = field(init=False, repr=False)  #: the same, from which many are taken at once
    term_numbers: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self, terms: str) -> None:
        # Taken from one text the strings lie side by side, and are scanned several times faster than those that
        # gathered while documents were read.
        object.__setattr__(self, "vocabulary", terms.split("\n") if terms else [])
        object.__setattr__(self, "names", np.array(self.vocabulary, np.object_))
        object.__setattr__(self, "term_numbers", {term: number for number, term in enumerate(self.vocabulary)})

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: Longs) -> tuple[Longs, Flags]:
        """The row of each id and whether it is here at all (where it is not, the row means nothing)."""
        if not len(self):
            return np.zeros(len(ids), np.int64), np.zeros(len(ids), np.bool_)
        place = np.minimum(np.searchsorted(self.ids, ids, sorter=self.id_order), len(self) - 1)
        rows: Longs = self.id_order[place]
        return rows, self.ids[rows] == ids

    def row_of(self, number: int) -> int | None:
        """The row of one id, or None."""
        rows, there = self.rows_of(np.array([number]))
        return int(rows[0]) if there[0] else None

    def beginning(self, start: str) -> tuple[int, int]:
        """The terms that begin so: a range of term numbers."""
        low = bisect_left(self.vocabulary, start)
        return low, bisect_left(self.vocabulary, start + "\U0010ffff", low)

    def family(self, word: str) -> dict[int, bool]:
        """Terms that share a root with a word; True where inflection alone tells them apart."""
        found: dict[int, bool] = {}
        for root, near in roots(word).items():
            key = np.uint32(root_hash(root))
            low, high = np.searchsorted(self.root_hashes, key), np.searchsorted(self.root_hashes, key, side="right")
            for term in self.root_terms[low:high].tolist():
                known = near and roots(self.vocabulary[term]).get(root, False)
                found[term] = found.get(term, False) or known
        return found

    def field_symbols(self, terms: Ints, kind: int) -> tuple[Ints, Flags]:
        """The symbols of these terms in one field, and which of them there are."""
        low, high = int(self.field_starts[kind]), int(self.field_starts[kind + 1])
        inside = self.field_terms[low:high]
        if not len(inside):
            return np.zeros(len(terms), np.int32), np.zeros(len(terms), np.bool_)
        place = np.minimum(np.searchsorted(inside, terms), len(inside) - 1)
        return (place + low + len(self.vocabulary)).astype(np.int32), inside[place] == terms

    def field_range(self, low: int, high: int, kind: int) -> tuple[int, int]:
        """The symbols of a range of terms in one field: a range, empty where there are none."""
        begin, end = int(self.field_starts[kind]), int(self.field_starts[kind + 1])
        first, last = np.searchsorted(self.field_terms[begin:end], (low, high))
        return len(self.vocabulary) + begin + int(first), len(self.vocabulary) + begin + int(last)

    def rows_with(self, symbol: int) -> Ints:
        """The rows that hold a symbol."""
        return self.postings[self.posting_starts[symbol] : self.posting_starts[symbol + 1]]

    def pairs(self, firsts: Ints, seconds: Ints) -> tuple[Longs, Flags]:
        """The pair of each two terms side by side, and which there are; those of a rare term are not kept."""
        size, known = len(self.common), len(self.pair_keys)
        if not known:
            return np.zeros(len(firsts), np.int64), np.zeros(len(firsts), np.bool_)
        i = np.minimum(np.searchsorted(self.common, firsts), size - 1)
        j = np.minimum(np.searchsorted(self.common, seconds), size - 1)
        keys = i * size + j
        place = np.minimum(np.searchsorted(self.pair_keys, keys), known - 1)
        there = (self.common[i] == firsts) & (self.common[j] == seconds) & (self.pair_keys[place] == keys)
        return place, there

    def rows_with_pair(self, first: int, second: int) -> Ints | None:
        """The rows that hold two terms side by side; None where no list is kept (one of the two is rare)."""
        if not np.isin((first, second), self.common).all():
            return None
        place, there = self.pairs(np.array([first], np.int32), np.array([second], np.int32))
        if not there[0]:
            return self.pair_rows[:0]
        return self.pair_rows[self.pair_starts[place[0]] : self.pair_starts[place[0] + 1]]

    def terms_of(self, numbers: Ints | Longs) -> list[str]:
        """The terms with these numbers."""
        found: list[str] = self.names[numbers].tolist()
        return found

    def words_of(self, row: int) -> Ints:
        """The terms of a row's words, in their order."""
        start = int(self.row_starts[row])
        return self.symbols[start : start + int(self.word_counts[row])]

    def nbytes(self) -> int:
        """Bytes of the arrays."""
        return sum(value.nbytes for value in vars_of(self).values() if isinstance(value, np.ndarray))


def vars_of(index: Index) -> dict[str, Any]:
    """The fields of an index by name."""
    return {item.name: getattr(index, item.name) for item in fields(index)}


def ragged(starts: Longs, counts: Longs) -> Longs:
    """Places of many short runs one after another: start, start + 1, … for each of them."""
    if not len(starts):
        return np.zeros(0, np.int64)
    ends: Longs = np.cumsum(counts)
    places: Longs = np.arange(int(ends[-1])) + np.repeat(starts - (ends - counts), counts)
    return places
