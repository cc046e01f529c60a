"""Which rows a query allows: its filters, its states, its dates, and the words that must stand there exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from desk.search.expand import Expander
from desk.search.index import COPYABLE, FIELDS, UNDATED, VERIFIED, Flags, Index, Ints
from desk.search.query import Query
from desk.search.typed import hold

#: Rows that are read for a phrase between two looks at whether the search is still wanted.
_READ_AT_ONCE = 4096
#: The beginning of a word that stands in more places than this is left out of the words in a row.
_MOST_BEGUN = 200_000


def allowed_rows(
    query: Query, parts: Sequence[tuple[Index, Expander, Flags]], pause: Callable[[], None]
) -> list[Flags]:
    """For each part of the bank (index, its expander, its living rows) which rows may be found."""
    allowed = [alive.copy() if query.narrowed else alive for _, _, alive in parts]
    for (index, _, _), rows in zip(parts, allowed, strict=True):
        if "verified" in query.states:
            rows &= (index.flags & VERIFIED) > 0
        if "copyable" in query.states:
            rows &= (index.flags & COPYABLE) > 0
        if query.since is not None:
            rows &= index.dates >= query.since
        if query.before is not None:
            rows &= (index.dates < query.before) & (index.dates != UNDATED)
    named: dict[str, list[list[Flags]]] = {}
    for key, wanted in query.filters:
        named.setdefault(key, []).append(_with_value(FIELDS.index(key), wanted, parts))
        pause()
    for key, values in named.items():
        for number, rows in enumerate(allowed):
            masks = [value[number] for value in values]
            # Two tags are both meant; of two speakers either one is.
            rows &= np.logical_and.reduce(masks) if key == "tag" else np.logical_or.reduce(masks)
    for number, phrase in enumerate(query.phrases, 1):
        goes_on = query.phrase_open and number == len(query.phrases)
        for (index, _, _), rows in zip(parts, allowed, strict=True):
            rows &= _with_phrase(index, phrase, rows, pause, goes_on=goes_on)
            pause()
    return allowed


def _with_value(kind: int, wanted: Sequence[str], parts: Sequence[tuple[Index, Expander, Flags]]) -> list[Flags]:
    """Rows whose field has every one of these words: as typed; if nobody has it so, begun so; if nobody, misspelt."""
    masks = [np.ones(len(index), np.bool_) for index, _, _ in parts]
    for term in wanted:
        for ways in zip(*(_ways(index, expander, term) for index, expander, _ in parts), strict=True):
            found = []
            for (index, _, _), terms in zip(parts, ways, strict=True):
                symbols, there = index.field_symbols(terms, kind)
                found.append([index.rows_with(symbol) for symbol in symbols[there].tolist()])
            if any(found):
                break
        for mask, lists in zip(masks, found, strict=True):
            has = np.zeros(len(mask), np.bool_)
            for rows in lists:
                has[rows] = True
            mask &= has
    return masks


def _ways(index: Index, expander: Expander, term: str) -> tuple[Ints, Ints, Ints]:
    reading = expander.read(term)
    exact = np.array([reading.exact] if reading.exact >= 0 else [], np.int32)
    words = reading.symbols < len(index.vocabulary)
    meant = np.union1d(reading.symbols[words], _terms(index, reading.symbols[~words])).astype(np.int32)
    return exact, np.arange(*index.beginning(term), dtype=np.int32), meant


def _terms(index: Index, symbols: Ints) -> Ints:
    return index.field_terms[symbols - len(index.vocabulary)]


def _with_phrase(
    index: Index, phrase: Sequence[str], allowed: Flags, pause: Callable[[], None], *, goes_on: bool
) -> Flags:
    """Rows whose words hold these terms side by side in this order; the last may be the beginning of one (`goes_on`)."""
    has = np.zeros(len(index), np.bool_)
    numbers = [index.term_numbers.get(term, -1) for term in (phrase[:-1] if goes_on else phrase)]
    ranges = [(number, number + 1) for number in numbers]
    if goes_on:
        ranges.append(index.beginning(phrase[-1]))
    if min(numbers, default=0) < 0 or ranges[-1][0] == ranges[-1][1]:
        return has
    starts = index.posting_starts
    if len(ranges) > 1 and starts[ranges[-1][1]] - starts[ranges[-1][0]] > _MOST_BEGUN:
        ranges.pop()  # too little of a word to tell much, and too long to read for at every key
    lists = [index.postings[starts[low] : starts[high]] for low, high in ranges]
    for first, second in pairwise(numbers):
        pair = index.rows_with_pair(first, second)
        if pair is not None:
            lists.append(pair)
    lists.sort(key=len)
    rarest = np.zeros(len(index), np.bool_)
    rarest[lists[0]] = True
    rows = np.flatnonzero(rarest & allowed)
    if len(ranges) == 1 or (len(numbers) == len(ranges) == 2 and index.rows_with_pair(*numbers) is not None):
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
