"""Quotes with the same or nearly the same words: double entries, one remark in two reports."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio, ratio

from desk.search.index.index import Flags, Index, Longs, ragged

Doubles = NDArray[np.float64]

#: Less alike than this is not worth showing.
LEAST = 0.6
_TELLING_WORDS = 24  # the rarest words of the quote, by which candidates are found
_ROWS_A_WORD = 2000
_COMPARED = 40


def alike(index: Index, alive: Flags, terms: Sequence[str], but: int | None) -> list[tuple[float, int]]:
    """Likeness and id of the rows of one index whose words are like these, unordered; `but` is an id left out."""
    numbers = [index.term_numbers.get(term, -1) for term in terms]
    known = np.unique(np.array([number for number in numbers if number >= 0], np.int64))
    if not len(known):
        return []
    rarest = known[np.argsort(np.diff(index.posting_starts)[known], kind="stable")][:_TELLING_WORDS]
    lists = [index.rows_with(term)[:_ROWS_A_WORD] for term in rarest.tolist()]
    # A rare word that is shared tells more than several common ones.
    worth = np.log1p(len(index) / np.maximum(1, np.diff(index.posting_starts)[known]))
    of_rarest = worth[np.searchsorted(known, rarest)]
    rows, whose = np.unique(np.concatenate(lists), return_inverse=True)
    shared = np.bincount(whose, weights=np.repeat(of_rarest, [len(each) for each in lists]), minlength=len(rows))
    kept = alive[rows] & (index.ids[rows] != (-1 if but is None else but))
    rows, shared = rows[kept].astype(np.int64), shared[kept]
    best = rows[np.argsort(-shared, kind="stable")[: _COMPARED * 10]]
    found = []
    for row in best[np.argsort(-_common_words(index, best, known, worth), kind="stable")[:_COMPARED]].tolist():
        words = index.words_of(row).tolist()
        likeness = ratio(numbers, words) / 100
        if min(len(words), len(numbers)) >= 4:
            # One holds the other, and more: nearly as good as the same.
            likeness = max(likeness, 0.95 * partial_ratio(numbers, words) / 100)
        if likeness >= LEAST:
            found.append((likeness, int(index.ids[row])))
    return found


def _common_words(index: Index, rows: Longs, terms: Longs, worth: Doubles) -> Doubles:
    """What the words of each row that are among these terms are worth."""
    if not len(rows):
        return np.zeros(0)
    counts = index.word_counts[rows].astype(np.int64)
    symbols = index.symbols[ragged(index.row_starts[rows], counts)]
    place = np.minimum(np.searchsorted(terms, symbols), len(terms) - 1)
    each = np.where(terms[place] == symbols, worth[place], 0.0)
    found: Doubles = np.bincount(np.repeat(np.arange(len(rows)), counts), weights=each, minlength=len(rows)).astype(
        float
    )
    return found
