"""From slots to ranked rows of one index, in bounded work: gather by the telling words, then read each candidate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio
from rapidfuzz.process import cdist

from desk.model.frozen import frozen
from desk.search.document import Grade
from desk.search.index.index import Flags, Floats, Index, Longs
from desk.search.index.postings import Holders
from desk.search.rank.expand import Reading
from desk.search.rank.gather import Gatherer
from desk.search.rank.plan import Plan
from desk.search.rank.scan import Scan, Scanner
from desk.search.rank.typed import typed_rows
from desk.search.rank.weights import WEIGHTS, Weights

#: Rows whose words are kept as text for the keys to come.
_REMEMBERED = 2_000


@frozen
class Ranked:
    """Rows of one index with their scores and grades, unordered; and how many rows matched in all.

    `strength` is what the words alone of each row weigh, wherever they stand.
    """

    rows: Longs
    scores: Floats
    grades: NDArray[np.int8]
    strength: Floats
    total: int
    counted: bool

    def above(self, least: float) -> Ranked:
        """Without the rows whose words weigh less than this; those that hold every word as typed stay."""
        kept = (self.strength >= least) | (self.grades >= Grade.EXACT)
        if kept.all():
            return self
        total = self.total if kept.any() and self.total > len(self.rows) else int(np.count_nonzero(kept))
        return Ranked(self.rows[kept], self.scores[kept], self.grades[kept], self.strength[kept], total, self.counted)


class Ranker:
    """Ranks rows of one index. Holds working memory, so it serves one search at a time."""

    def __init__(self, index: Index, weights: Weights = WEIGHTS) -> None:
        self._index = index
        self._weights = weights
        self._holders = Holders(index)
        self._gatherer = Gatherer(index, weights, self._holders)
        self._scanner = Scanner(index)
        self._known: dict[int, str] = {}

    def rank(
        self,
        plan: Plan,
        readings: Sequence[Reading],
        seen: Sequence[float],
        allowed: Flags,
        pause: Callable[[], None],
        wanted: int,
    ) -> Ranked:
        """The best rows. `seen`: for each slot the part of the bank's rows that it is seen in, misspelt or not;
        `allowed`: rows that may be found; `pause` is called between steps and may raise to stop.
        """
        weights = [
            np.log1p(reading.chances / np.float32(self._weights.doubt * part))
            for reading, part in zip(readings, seen, strict=True)
        ]
        most = max(wanted, self._weights.candidates)
        if np.count_nonzero(allowed) <= most:
            rows = np.flatnonzero(allowed)
            total, counted = 0, True
        else:
            rows, total, counted = self._gatherer.gather(plan, readings, weights, allowed, most)
            pause()
            words = [readings[slot] for slot in plan.order]
            typed = typed_rows(self._index, self._holders, words, allowed, wanted, pause)
            among = typed.among(rows)
            total = max(total, typed.count + len(rows) - len(among))
            counted = counted and typed.counted
            if 0 < wanted <= typed.count and not any(len(new) == 1 for _, new in plan.alternatives):
                rows = among  # they alone fill what is asked for, since they stand above all others
            rows = np.union1d(rows, typed.rows)
        pause()
        scan = self._scanner.scan(rows, readings, weights)
        pause()
        scores, grades, strength = self._score(plan, scan, rows, weights)
        pause()
        found = Ranked(rows, scores, grades, strength, max(total, len(rows)), counted)
        found = found.above(max(float(strength.max(initial=0.0)) * self._weights.least, 1e-6))
        self._settle(plan, found)
        return found

    def _score(
        self, plan: Plan, scan: Scan, rows: Longs, weights: Sequence[Floats]
    ) -> tuple[Floats, NDArray[np.int8], Floats]:
        """How well each row fills the slots, whether as typed, and what its words weigh."""
        constants = self._weights
        best, same = scan.best()
        bonus = scan.side_by_side(plan.pairs, constants.beside, constants.near)
        for old, new in plan.alternatives:
            if len(new) == 1:  # where "coop" stands, "co op" stands as it was typed
                joined = same[:, new[0]]
                for slot in old:
                    same[:, slot] |= joined
                    best[joined, slot] = np.maximum(best[joined, slot], weights[slot].max(initial=0.0))
                if old in plan.pairs:
                    least = min(float(weights[slot].max(initial=0.0)) for slot in old)
                    bonus[joined, plan.pairs.index(old)] = constants.beside * least
        grades = np.where(same[:, : plan.typed].all(axis=1), np.int8(Grade.EXACT), np.int8(Grade.FUZZY))
        if plan.typed_pairs:
            grades[scan.in_a_row(plan.order)] = Grade.PHRASE
            part = (bonus > 0).sum(axis=1, dtype=np.float32) / np.float32(plan.typed_pairs)
            bonus *= (constants.scattered + (1 - constants.scattered) * np.minimum(part, 1))[:, None]
        scores = _total(plan, best, bonus)
        ordered = scan.in_order(best, plan.pairs[: plan.typed_pairs])
        scores += np.float32(constants.in_order) * ordered.astype(np.float32)
        words = np.maximum(self._index.word_counts[rows], 4).astype(np.float32)
        # In a long quote more words stand that might have been meant, by chance.
        scores -= np.float32(constants.length * plan.typed) * np.log2(words / 32)
        return scores, grades, best.sum(axis=1)

    def _settle(self, plan: Plan, found: Ranked) -> None:
        """Adds to the first few scores what their letters in order say."""
        few = np.lexsort((-found.scores, -found.grades))[: self._weights.settled]
        if len(few):
            typed = " ".join(slot.word for slot in plan.slots[: plan.typed])
            alike = cdist([typed], self._texts(found.rows[few]), scorer=partial_ratio, dtype=np.float32)[0]
            found.scores[few] += np.float32(self._weights.settle) * alike

    def _texts(self, rows: Longs) -> list[str]:
        """The words of some rows, as terms; the next key mostly asks for the same rows again."""
        known, index = self._known, self._index
        if len(known) > _REMEMBERED:
            known.clear()
        texts = []
        for row in rows.tolist():
            if (text := known.get(row)) is None:
                text = known[row] = " ".join(index.terms_of(index.words_of(row)))
            texts.append(text)
        return texts


def _total(plan: Plan, best: Floats, bonus: Floats) -> Floats:
    """The sum over slots and pairs, of two readings of the same letters only the better."""
    total: Floats = np.zeros(len(best), np.float32)
    slots = set(range(plan.typed))
    pairs = list(range(plan.typed_pairs))
    spent: set[int] = set()
    for old, new in plan.alternatives:
        if spent & set(old):
            continue
        spent |= set(old)
        slots -= set(old)
        olds = [number for number in range(plan.typed_pairs) if set(plan.pairs[number]) & set(old)]
        news = [number for number, pair in enumerate(plan.pairs) if set(pair) & set(new)]
        pairs = [number for number in pairs if number not in olds]
        total += np.maximum(
            best[:, list(old)].sum(axis=1) + bonus[:, olds].sum(axis=1),
            best[:, list(new)].sum(axis=1) + bonus[:, news].sum(axis=1),
        )
    total += best[:, sorted(slots)].sum(axis=1)
    total += bonus[:, pairs].sum(axis=1)
    return total
