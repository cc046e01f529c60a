"""One search through all parts of the bank: what every part found, under one measure, in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import numpy as np

from desk.search.answer import Answer, Hits, Run
from desk.search.document import Grade
from desk.search.index.index import VERIFIED, Flags, Longs
from desk.search.query import Query
from desk.search.rank.exact import Stand, Stands, stands
from desk.search.rank.expand import Reading
from desk.search.rank.filters import allowed_rows
from desk.search.rank.plan import Plan, plan
from desk.search.rank.rank import Ranked
from desk.search.rank.segment import Segment
from desk.search.rank.weights import WEIGHTS

#: Readings of one word that are kept for highlighting.
_SHOWN = 64


def seek(parts: Sequence[Segment], query: Query, limit: int, pause: Callable[[], None]) -> Answer:
    """The answer to a query. `pause` is called between steps and may raise to stop."""
    if not parts:
        return Answer(hits=Hits(), total=0)
    allowed = allowed_rows(query, [(part.index, part.expander, part.alive) for part in parts], pause)
    stand: list[Stands] | None = None
    if query.phrases:
        stand = [stands(query, part.index, rows, pause) for part, rows in zip(parts, allowed, strict=True)]
        allowed = [each > 0 for each in stand]
    if not query.words:
        return _listed(parts, query, allowed, stand, limit)
    wanted = plan(query.words, query.open_ended, lambda word: sum(part.expander.rows_with(word) for part in parts))
    readings = [
        [part.expander.read(slot.word, open_ended=slot.open_ended, exact_only=slot.exact_only) for slot in wanted.slots]
        for part in parts
    ]
    pause()
    rows = max(sum(len(part.index) for part in parts), 1)
    seen = [max(sum(each.mass for each in slot), 0.5) / rows for slot in zip(*readings, strict=True)]
    found: list[tuple[Segment, int, Ranked]] = []
    for number, (part, reading) in enumerate(zip(parts, readings, strict=True)):
        for level, mask in _levels(allowed[number], stand[number] if stand is not None else None):
            found.append((part, level, part.ranker.rank(wanted, reading, seen, mask, pause, limit)))
    strongest = max(float(each.strength.max(initial=0.0)) for _, _, each in found)
    found = [(part, level, each.above(strongest * WEIGHTS.least)) for part, level, each in found]
    ids = np.concatenate([part.index.ids[each.rows] for part, _, each in found])
    ties = np.concatenate([_ties(part, each.rows) for part, _, each in found])
    scores = np.concatenate([each.scores for _, _, each in found])
    grades = np.concatenate([each.grades for _, _, each in found])
    levels = np.repeat([level for _, level, _ in found], [len(each.rows) for _, _, each in found])
    order = np.lexsort((-ids, -ties, -scores.round(3), -grades, -levels))[:limit]
    return Answer(
        hits=Hits(ids[order].tolist(), scores[order].tolist(), grades[order].tolist()),
        total=sum(each.total for _, _, each in found),
        counted=all(each.counted for _, _, each in found),
        named=sum(each.total for _, level, each in found if level == Stand.NAME),
        taken_for=lru_cache(1)(partial(_taken_for, parts, wanted, readings)),
        beginnings=[(slot.word, 0.05) if slot.open_ended else ("", 0.0) for slot in wanted.slots],
        instead=wanted.alternatives,
        typed=Run(query.words, query.open_ended),
        phrases=_phrases(query),
    )


def _levels(allowed: Flags, stand: Stands | None) -> list[tuple[int, Flags]]:
    """What is ranked for itself: everything, or, where exact words were typed, the rows that have them in each way."""
    if stand is None:
        return [(0, allowed)]
    ways = [(way, stand == way) for way in (Stand.WORDS, Stand.RESPELT, Stand.NAME)]
    return [(int(way), mask) for way, mask in ways if mask.any()] or [(0, allowed)]


def _phrases(query: Query) -> list[Run]:
    last = len(query.phrases) - 1
    return [Run(phrase, query.phrase_open and number == last) for number, phrase in enumerate(query.phrases)]


def _listed(
    parts: Sequence[Segment], query: Query, allowed: Sequence[Flags], stand: Sequence[Stands] | None, limit: int
) -> Answer:
    """All that is allowed: where exact words stand first, then verified and newest first."""
    found = [
        (part, level, np.flatnonzero(mask))
        for number, part in enumerate(parts)
        for level, mask in _levels(allowed[number], stand[number] if stand is not None else None)
    ]
    ids = np.concatenate([part.index.ids[rows[:limit]] for part, _, rows in found])
    ties = np.concatenate([_ties(part, rows[:limit]) for part, _, rows in found])
    levels = np.repeat([level for _, level, _ in found], [len(rows[:limit]) for _, _, rows in found])
    order = np.lexsort((-ids, -ties, -levels))[:limit]
    grades = np.array([Grade.EXACT, Grade.FUZZY, Grade.EXACT, Grade.PHRASE])[levels[order]]
    return Answer(
        hits=Hits(ids[order].tolist(), [0.0] * len(order), grades.tolist()),
        total=sum(len(rows) for _, _, rows in found),
        named=sum(len(rows) for _, level, rows in found if level == Stand.NAME),
        phrases=_phrases(query),
    )


def _ties(part: Segment, rows: Longs) -> Longs:
    """What decides between equal scores: verified, then newer."""
    verified = (part.index.flags[rows] & VERIFIED).astype(np.int64)
    return (verified << 32) + part.index.dates[rows]


def _taken_for(parts: Sequence[Segment], wanted: Plan, readings: Sequence[Sequence[Reading]]) -> list[dict[str, float]]:
    """For each slot the likeliest terms it was read as; those that only go on with the word are left out."""
    taken: list[dict[str, float]] = []
    for number in range(len(wanted.slots)):
        terms: dict[str, float] = {}
        for part, reading in zip(parts, readings, strict=True):
            index, one = part.index, reading[number]
            low, high = one.beginning
            symbols, chances = one.symbols, one.chances
            size = len(index.vocabulary)
            inside = symbols >= size
            meant = symbols.copy()
            meant[inside] = index.field_terms[symbols[inside] - size]
            explicit = (meant < low) | (meant >= high) | (meant == one.exact)
            meant, chances = meant[explicit], chances[explicit]
            for place in np.argsort(-chances, kind="stable")[:_SHOWN].tolist():
                term = index.vocabulary[int(meant[place])]
                terms[term] = max(terms.get(term, 0.0), float(chances[place]))
        taken.append(terms)
    return taken
