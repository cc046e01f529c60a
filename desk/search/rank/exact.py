"""Exact words, typed in marks: which rows have them, and whether in their words, spelt in another way, or in a name.

They are looked for in the words first. Somebody who marks a name means whose words they are as well: rows that only have
the words in a name are found too, and stand below all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from desk.search.index.index import FIELDS, Flags, Index
from desk.search.index.postings import Range
from desk.search.query import Query
from desk.search.rank.typed import hold

#: Rows that are read for a phrase between two looks at whether the search is still wanted.
_READ_AT_ONCE = 4096
#: The beginning of a word that stands in more places than this is left out of the words in a row.
_MOST_BEGUN = 200_000
#: In how many other spellings of a phrase its words are looked for, and how short a word is not taken apart.
_MOST_SPELLINGS, _SHORTEST = 8, 4
#: In which fields a name stands.
_NAMES = tuple(FIELDS.index(name) for name in ("speaker", "org", "venue"))
_SPELLING = FIELDS.index("spelling")


class Stand(IntEnum):
    """Where a row has the exact words. A higher one stands above a lower one, whatever else is looked for."""

    NOWHERE = 0
    NAME = 1  #: in the name of a speaker, an organisation or a venue
    RESPELT = 2  #: in its words, two of them as one or one as two
    WORDS = 3  #: in its words, as typed


Stands = NDArray[np.int8]


def stands(query: Query, index: Index, allowed: Flags, pause: Callable[[], None]) -> Stands:
    """Where each row of one index has all the exact words of a query; those that are not allowed have them nowhere."""
    least = np.where(allowed, np.int8(Stand.WORDS), np.int8(Stand.NOWHERE))
    for number, phrase in enumerate(query.phrases, 1):
        left = least > 0
        found = np.zeros(len(index), np.int8)
        goes_on = query.phrase_open and number == len(query.phrases)
        found[_in_names(index, phrase, goes_on=goes_on)] = Stand.NAME
        for spelling in _spellings(index, phrase, goes_on=goes_on):
            found[_in_a_row(index, spelling, left, pause)] = Stand.RESPELT
        if len(phrase) == 1:
            found[_spelt(index, _range(index, phrase[0], goes_on=goes_on))] = Stand.RESPELT
        ranges = [_range(index, term, goes_on=goes_on and at == len(phrase)) for at, term in enumerate(phrase, 1)]
        found[_in_a_row(index, ranges, left, pause)] = Stand.WORDS
        least = np.minimum(least, found)
        pause()
    return least


def _range(index: Index, term: str, *, goes_on: bool) -> Range:
    """The terms that are this one, or begin so where it `goes_on`."""
    if goes_on:
        return index.beginning(term)
    number = index.term_numbers.get(term, -1)
    return (number, number + 1) if number >= 0 else (0, 0)


def _in_names(index: Index, phrase: Sequence[str], *, goes_on: bool) -> Flags:
    """Rows with all of these words in one of the fields of names."""
    starts = index.posting_starts
    anywhere = np.zeros(len(index), np.bool_)
    ranges = [_range(index, term, goes_on=goes_on and at == len(phrase)) for at, term in enumerate(phrase, 1)]
    for kind in _NAMES:
        every = [index.field_range(low, high, kind) for low, high in ranges]
        if any(low == high for low, high in every):
            continue
        rows = np.ones(len(index), np.bool_)
        for low, high in every:
            has = np.zeros(len(index), np.bool_)
            has[index.postings[starts[low] : starts[high]]] = True
            rows &= has
        anywhere |= rows
    return anywhere


def _spelt(index: Index, terms: Range) -> Flags:
    """Rows in which a word is written in another way that is one of these terms."""
    rows = np.zeros(len(index), np.bool_)
    low, high = index.field_range(*terms, _SPELLING)
    rows[index.postings[index.posting_starts[low] : index.posting_starts[high]]] = True
    return rows


def _spellings(index: Index, phrase: Sequence[str], *, goes_on: bool) -> Iterator[list[Range]]:
    """The same words with two of them as one, or one as two, as far as the bank has such words."""

    def ranges(words: Sequence[str]) -> list[Range]:
        return [_range(index, word, goes_on=goes_on and at == len(words)) for at, word in enumerate(words, 1)]

    def every() -> Iterator[list[Range]]:
        for at, (one, two) in enumerate(pairwise(phrase)):
            yield ranges((*phrase[:at], one + two, *phrase[at + 2 :]))
        for at, word in enumerate(phrase):
            for cut in range(1, len(word)) if len(word) >= _SHORTEST else ():
                if word[:cut] in index.term_numbers:
                    yield ranges((*phrase[:at], word[:cut], word[cut:], *phrase[at + 1 :]))

    return islice((spelling for spelling in every() if all(low < high for low, high in spelling)), _MOST_SPELLINGS)


def _in_a_row(index: Index, ranges: list[Range], allowed: Flags, pause: Callable[[], None]) -> Flags:
    """Rows whose words lie in these ranges of terms, one after the other."""
    has = np.zeros(len(index), np.bool_)
    if any(low == high for low, high in ranges):
        return has
    starts = index.posting_starts
    begun, end = ranges[-1]
    if len(ranges) > 1 and end - begun > 1 and starts[end] - starts[begun] > _MOST_BEGUN:
        ranges = ranges[:-1]  # too little of a word to tell much, and too long to read for at every key
    lists = [index.postings[starts[low] : starts[high]] for low, high in ranges]
    pairs = 0
    for (first, first_end), (second, second_end) in pairwise(ranges):
        if first_end - first == second_end - second == 1:
            pair = index.rows_with_pair(first, second)
            if pair is not None:
                pairs += 1
                lists.append(pair)
    lists.sort(key=len)
    rarest = np.zeros(len(index), np.bool_)
    rarest[lists[0]] = True
    rows = np.flatnonzero(rarest & allowed)
    if len(ranges) == 1 or (len(ranges) == 2 and pairs):
        has[rows] = True
        return has
    for other in lists[1:4]:
        if len(rows) > _READ_AT_ONCE:
            inside = np.zeros(len(index), np.bool_)
            inside[other] = True
            rows = rows[inside[rows]]
    for low in range(0, len(rows), _READ_AT_ONCE):
        some = rows[low : low + _READ_AT_ONCE]
        has[some] = hold(index, some, ranges)
        pause()
    return has
