"""One search through all parts of the bank: what every part found, under one measure, in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import numpy as np

from desk.search.answer import Answer, Hits, Run
from desk.search.document import Grade
from desk.search.expand import Reading
from desk.search.index import VERIFIED, Flags, Longs
from desk.search.narrow import allowed_rows
from desk.search.plan import Plan, plan
from desk.search.query import Query
from desk.search.segment import Segment
from desk.search.weights import WEIGHTS

#: Readings of one word that are kept for highlighting.
_SHOWN = 64


def seek(parts: Sequence[Segment], query: Query, limit: int, pause: Callable[[], None]) -> Answer:
    """The answer to a query. `pause` is called between steps and may raise to stop."""
    if not parts:
        return Answer(hits=Hits(), total=0)
    allowed = allowed_rows(query, [(part.index, part.expander, part.alive) for part in parts], pause)
    if not query.words:
        return _listed(parts, query, allowed, limit)
    wanted = plan(query.words, query.open_ended, lambda word: sum(part.expander.rows_with(word) for part in parts))
    readings = [
        [part.expander.read(slot.word, open_ended=slot.open_ended, exact_only=slot.exact_only) for slot in wanted.slots]
        for part in parts
    ]
    pause()
    rows = max(sum(len(part.index) for part in parts), 1)
    seen = [max(sum(each.mass for each in slot), 0.5) / rows for slot in zip(*readings, strict=True)]
    ranked = [
        part.ranker.rank(wanted, reading, seen, mask, pause, limit)
        for part, reading, mask in zip(parts, readings, allowed, strict=True)
    ]
    strongest = max(float(each.strength.max(initial=0.0)) for each in ranked)
    ranked = [each.above(strongest * WEIGHTS.least) for each in ranked]
    ids = np.concatenate([part.index.ids[each.rows] for part, each in zip(parts, ranked, strict=True)])
    ties = np.concatenate([_ties(part, each.rows) for part, each in zip(parts, ranked, strict=True)])
    scores = np.concatenate([each.scores for each in ranked])
    grades = np.concatenate([each.grades for each in ranked])
    order = np.lexsort((-ids, -ties, -scores.round(3), -grades))[:limit]
    return Answer(
        hits=Hits(ids[order].tolist(), scores[order].tolist(), grades[order].tolist()),
        total=sum(each.total for each in ranked),
        counted=all(each.counted for each in ranked),
        taken_for=lru_cache(1)(partial(_taken_for, parts, wanted, readings)),
        beginnings=[(slot.word, 0.05) if slot.open_ended else ("", 0.0) for slot in wanted.slots],
        instead=wanted.alternatives,
        typed=Run(query.words, query.open_ended),
        phrases=_phrases(query),
    )


def _phrases(query: Query) -> list[Run]:
    last = len(query.phrases) - 1
    return [Run(phrase, query.phrase_open and number == last) for number, phrase in enumerate(query.phrases)]


def _listed(parts: Sequence[Segment], query: Query, allowed: Sequence[Flags], limit: int) -> Answer:
    """All that is allowed, verified and newest first."""
    rows = [np.flatnonzero(mask) for mask in allowed]
    total = sum(len(each) for each in rows)
    rows = [each[:limit] for each in rows]
    ids = np.concatenate([part.index.ids[each] for part, each in zip(parts, rows, strict=True)])
    ties = np.concatenate([_ties(part, each) for part, each in zip(parts, rows, strict=True)])
    listed = ids[np.lexsort((-ids, -ties))][:limit].tolist()
    hits = Hits(listed, [0.0] * len(listed), [Grade.PHRASE if query.phrases else Grade.EXACT] * len(listed))
    return Answer(hits=hits, total=total, phrases=_phrases(query))


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
