"""Which rows the filters of a query allow: fields, states and dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from desk.search.index.index import COPYABLE, FIELDS, UNDATED, VERIFIED, Flags, Index, Ints
from desk.search.query import Query
from desk.search.rank.expand import Expander


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
        masks = _with_value(FIELDS.index(key), wanted, parts)
        if len(wanted) > 1 and not any(mask.any() for mask in masks):
            masks = _with_value(FIELDS.index(key), ("".join(wanted),), parts)  # tag:co-op, where the tag is coop
        named.setdefault(key, []).append(masks)
        pause()
    for key, values in named.items():
        for number, rows in enumerate(allowed):
            masks = [value[number] for value in values]
            # Two tags are both meant; of two speakers either one is.
            rows &= np.logical_and.reduce(masks) if key == "tag" else np.logical_or.reduce(masks)
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
