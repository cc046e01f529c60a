"""Which rows of an index hold a word, as bits: several words at once are a moment's work, whatever the bank's size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from desk.search.index.index import FIELDS, Flags, Index, Longs

Bits = NDArray[np.uint8]
#: Terms, or symbols, from the first to before the second.
Range = tuple[int, int]

#: Bits are kept once they were asked for, up to so many.
_REMEMBERED = 256


class Holders:
    """Rows as bits, for the symbols of one index. Remembers what it read last, so it serves one search at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: OrderedDict[Hashable, Bits] = OrderedDict()
        self._symbols: OrderedDict[Range, tuple[Range, ...]] = OrderedDict()

    def symbols(self, low: int, high: int) -> tuple[Range, ...]:
        """The symbols of a range of terms: in the words, and in each field."""
        known = self._symbols.get((low, high))
        if known is None:
            fields = (self._index.field_range(low, high, kind) for kind in range(len(FIELDS)))
            found = ((low, high), *((first, last) for first, last in fields if first < last))
            known = self._symbols[low, high] = found
            if len(self._symbols) > _REMEMBERED:
                self._symbols.popitem(last=False)
        return known

    def bits(self, symbols: Sequence[Range]) -> Bits:
        """The rows that hold any symbol of these ranges (half-open); not to be written to."""
        key = tuple(symbols)
        known = self._known.get(key)
        if known is None:
            starts, postings = self._index.posting_starts, self._index.postings
            has = np.zeros(len(self._index), np.bool_)
            for low, high in symbols:
                has[postings[starts[low] : starts[high]]] = True
            known = self._known[key] = np.packbits(has, bitorder="little")
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return known

    def holds(self, symbol: int, rows: Longs) -> Flags:
        """Which of these rows hold a symbol."""
        return among(self.bits(((symbol, symbol + 1),)), rows)


def among(bits: Bits, rows: Longs) -> Flags:
    """Which of these rows are set."""
    found: Flags = (bits[rows >> 3] >> (rows & 7).astype(np.uint8)) & 1 > 0
    return found


def first(bits: Bits, most: int) -> Longs:
    """The first rows that are set, at most so many."""
    set_bytes = np.flatnonzero(bits)[:most]
    inside = np.unpackbits(bits[set_bytes], bitorder="little").reshape(-1, 8)
    byte, bit = np.nonzero(inside)
    rows: Longs = (set_bytes[byte] * 8 + bit)[:most]
    return rows
