"""From slots to ranked rows of one index, in bounded work: gather by the telling words, then read each candidate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio
from rapidfuzz.process import cdist

from desk.search.document import Grade
from desk.search.expand import Reading
from desk.search.index import Flags, Floats, Index, Ints, Longs, ragged
from desk.search.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The constants of the ranking. Measured on known-item queries; see `tests/bench`."""

    doubt: float = 0.15  # a word's weight is log(1 + chance / (doubt * how often it is seen))
    beside: float = 0.6  # of the lesser weight of two words, when they stand side by side as typed
    near: float = 0.25  # the same for words up to three apart, or side by side the other way round
    length: float = 0.3  # taken off for each doubling of the words
    settle: float = 0.03  # a point of `partial_ratio`, for the first few
    settled: int = 40
    budget: int = 120_000  # rows read from the lists of words
    paired: int = 5  # readings of a word that are looked up side by side with those of the next
    pair_budget: int = 40_000  # rows read from the lists of pairs
    candidates: int = 1500  # rows that are read word by word
    kept: float = 0.5  # hits have at least this part of the best candidate's first score


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rows of one index with their scores and grades, unordered; and how many rows matched in all."""

    rows: Longs
    scores: Floats
    grades: NDArray[np.int8]
    total: int
    counted: bool

    @classmethod
    def nothing(cls) -> Ranked:
        """No rows."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.int8), 0, True)


class Ranker:
    """Ranks rows of one index. Holds working memory, so it serves one search at a time."""

    def __init__(self, index: Index, weights: Weights = WEIGHTS) -> None:
        self._index = index
        self._weights = weights
        self._codes = np.zeros(len(index.posting_starts), np.int32)

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
        rows, total, counted = self._gather(plan, readings, weights, allowed, max(wanted, self._weights.candidates))
        pause()
        if not len(rows):
            return Ranked.nothing()
        scores, grades = self._read(plan, readings, weights, rows)
        pause()
        self._settle(plan, rows, scores, grades)
        return Ranked(rows, scores, grades, max(total, len(rows)), counted)

    def _gather(
        self, plan: Plan, readings: Sequence[Reading], weights: Sequence[Floats], allowed: Flags, most: int
    ) -> tuple[Longs, int, bool]:
        """The most promising rows by the lists of the most telling symbols; how many rows matched."""
        index, starts = self._index, self._index.posting_starts
        chosen = self._choose(readings, weights)
        lists: list[Ints] = []
        worth: list[float] = []
        for number, places in enumerate(chosen):
            symbols = readings[number].symbols[places]
            lists += [
                index.postings[low:high]
                for low, high in zip(starts[symbols].tolist(), starts[symbols + 1].tolist(), strict=True)
            ]
            worth += weights[number][places].tolist()
        counted = len(worth) == sum(len(reading.symbols) for reading in readings)
        self._add_pairs(plan, readings, weights, chosen, lists, worth)
        if not lists:
            return np.zeros(0, np.int64), 0, counted
        rows = np.concatenate(lists)
        sums = np.bincount(rows, np.repeat(worth, [len(each) for each in lists]), len(index))
        if not allowed.all():
            sums *= allowed
        values = sums[rows]
        best = float(values.max(initial=0.0))
        if best <= 0:
            return np.zeros(0, np.int64), 0, counted
        least = best * self._weights.kept
        total = int(np.count_nonzero(sums >= least))
        if total > most and len(values) > most:
            least = max(least, float(np.partition(values, -most)[-most]))
        found = np.flatnonzero(sums >= least)
        if len(found) > 2 * most:
            found = found[: 2 * most]  # equal all of them: those that stand first are verified or newer
        return found, total, counted

    def _add_pairs(
        self,
        plan: Plan,
        readings: Sequence[Reading],
        weights: Sequence[Floats],
        chosen: Sequence[Longs],
        lists: list[Ints],
        worth: list[float],
    ) -> None:
        """Adds the lists of words side by side, and what they are worth; they find phrases of common words."""
        index, few = self._index, self._weights.paired
        if not plan.pairs or not len(index.pair_keys):
            return
        likely: list[tuple[Ints, Floats, Floats]] = []
        for reading, weight, places in zip(readings, weights, chosen, strict=True):
            rest = weight.copy()
            rest[places] = 0
            inside = np.flatnonzero(reading.symbols < len(index.vocabulary))
            best = inside[np.argsort(-weight[inside], kind="stable")[:few]]
            likely.append((reading.symbols[best], weight[best], rest[best]))
        firsts, seconds, values = [], [], []
        for one, two in plan.pairs:
            a, weight_a, rest_a = likely[one]
            b, weight_b, rest_b = likely[two]
            firsts.append(np.repeat(a, len(b)))
            seconds.append(np.tile(b, len(a)))
            value = np.minimum.outer(weight_a, weight_b) * np.float32(self._weights.beside)
            values.append((value + np.add.outer(rest_a, rest_b)).ravel())
        place, there = index.pairs(np.concatenate(firsts), np.concatenate(seconds))
        place, value = place[there], np.concatenate(values)[there]
        left = self._weights.pair_budget
        starts = index.pair_starts
        for number in np.argsort(-value, kind="stable").tolist():
            low, high = int(starts[place[number]]), int(starts[place[number] + 1])
            if high - low <= left:
                left -= high - low
                lists.append(index.pair_rows[low:high])
                worth.append(float(value[number]))

    def _choose(self, readings: Sequence[Reading], weights: Sequence[Floats]) -> list[Longs]:
        """Which symbols of each slot are gathered, lightest first: the heaviest whose lists fit the budget."""
        starts = self._index.posting_starts
        symbols = np.concatenate([reading.symbols for reading in readings])
        owners = np.repeat(np.arange(len(readings)), [len(reading.symbols) for reading in readings])
        places = np.concatenate([np.arange(len(reading.symbols)) for reading in readings])
        weight = np.concatenate(weights)
        counts = starts[symbols + 1] - starts[symbols]
        order = np.argsort(-weight, kind="stable")
        fit = counts[order] <= self._weights.budget // 2
        kept = np.cumsum(np.where(fit, counts[order], 0)) <= self._weights.budget
        chosen = order[fit & kept][::-1]
        return [places[chosen[owners[chosen] == number]] for number in range(len(readings))]

    def _read(
        self, plan: Plan, readings: Sequence[Reading], weights: Sequence[Floats], rows: Longs
    ) -> tuple[Floats, NDArray[np.int8]]:
        """Scores and grades of candidates from all their words, in their order."""
        index, constants = self._index, self._weights
        size = len(readings)
        symbols = np.unique(np.concatenate([reading.symbols for reading in readings]))
        table = np.zeros((len(symbols) + 1, size), np.float32)
        exact = np.zeros((len(symbols) + 1, size), np.bool_)
        for number, reading in enumerate(readings):
            at = np.searchsorted(symbols, reading.symbols) + 1
            table[at, number] = weights[number]
            exact[at, number] = self._as_typed(reading)
        codes = self._codes
        codes[symbols] = np.arange(1, len(symbols) + 1, dtype=np.int32)
        lengths = index.row_starts[rows + 1] - index.row_starts[rows]
        flat = codes[index.symbols[ragged(index.row_starts[rows], lengths)]]
        codes[symbols] = 0
        places = np.flatnonzero(flat)
        owners = np.repeat(np.arange(len(rows)), lengths)[places]
        words = places < (np.cumsum(lengths) - lengths + index.word_counts[rows])[owners]
        flat = flat[places]
        found = table[flat]
        same = exact[flat]
        firsts = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), owners[1:] != owners[:-1])))
        best = np.zeros((len(rows), size), np.float32)
        typed = np.zeros((len(rows), size), np.bool_)
        best[owners[firsts]] = np.maximum.reduceat(found, firsts, axis=0)
        typed[owners[firsts]] = np.logical_or.reduceat(same, firsts, axis=0)
        scores = best.copy()
        grades = np.where(typed[:, : plan.typed].all(axis=1), np.int8(Grade.EXACT), np.int8(Grade.FUZZY))
        bonus = np.zeros((len(rows), len(plan.pairs)), np.float32)
        if plan.pairs:
            beside = np.zeros((len(rows), len(plan.pairs)), np.bool_)
            ones, twos = np.array(plan.pairs).T
            for step in (1, 2):
                gap = places[step:] - places[:-step]
                close = np.flatnonzero((owners[step:] == owners[:-step]) & (gap <= 3) & (words[step:] == words[:-step]))
                if not len(close):
                    continue
                left, right = found[close], found[close + step]
                gaps = gap[close][:, None]
                ahead = np.minimum(left[:, ones], right[:, twos])
                ahead *= np.where(gaps == 1, np.float32(constants.beside), np.float32(constants.near))
                back = np.minimum(left[:, twos], right[:, ones]) * np.float32(constants.near)
                whose = owners[close]
                begin = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), whose[1:] != whose[:-1])))
                most = np.maximum.reduceat(np.maximum(ahead, back), begin, axis=0)
                bonus[whose[begin]] = np.maximum(bonus[whose[begin]], most)
                both = same[close][:, ones] & same[close + step][:, twos] & (gaps == 1)
                beside[whose[begin]] |= np.logical_or.reduceat(both, begin, axis=0)
            phrase = beside[:, : plan.typed_pairs].all(axis=1) & (grades == Grade.EXACT)
            if plan.typed_pairs:
                grades[phrase] = Grade.PHRASE
        total = self._alternatives(plan, scores, bonus)
        total -= np.float32(constants.length) * np.log2(np.maximum(index.word_counts[rows], 4) / 32).astype(np.float32)
        return total, grades

    def _alternatives(self, plan: Plan, scores: Floats, bonus: Floats) -> Floats:
        """The sum over slots and pairs, of two readings of the same letters only the better."""
        total: Floats = np.zeros(len(scores), np.float32)
        rest = set(range(len(plan.slots)))
        first_pairs = list(range(plan.typed_pairs))
        spent: set[int] = set()
        for old, new in plan.alternatives:
            if spent & set(old):
                continue
            spent |= set(old)
            rest -= {*old, *new}
            olds = [n for n, pair in enumerate(plan.pairs) if n < plan.typed_pairs and set(pair) & set(old)]
            news = [n for n, pair in enumerate(plan.pairs) if set(pair) & set(new)]
            first_pairs = [n for n in first_pairs if n not in olds]
            total += np.maximum(
                scores[:, list(old)].sum(axis=1) + bonus[:, olds].sum(axis=1),
                scores[:, list(new)].sum(axis=1) + bonus[:, news].sum(axis=1),
            )
        rest -= set(range(plan.typed, len(plan.slots)))
        total += scores[:, sorted(rest)].sum(axis=1)
        total += bonus[:, first_pairs].sum(axis=1)
        return total

    def _as_typed(self, reading: Reading) -> Flags:
        """Which symbols of a reading are the word as it was typed (or, where it may go on, begin so)."""
        index = self._index
        size = len(index.vocabulary)
        terms = reading.symbols.copy()
        outside = terms >= size
        terms[outside] = index.field_terms[terms[outside] - size]
        low, high = reading.beginning
        typed: Flags = (terms == reading.exact) | ((terms >= low) & (terms < high))
        return typed

    def _settle(self, plan: Plan, rows: Longs, scores: Floats, grades: NDArray[np.int8]) -> None:
        """Adds to the first few what the letters in their order say."""
        few = np.lexsort((-scores, -grades))[: self._weights.settled]
        typed = " ".join(slot.word for slot in plan.slots[: plan.typed])
        names = self._index.vocabulary
        texts = [" ".join([names[term] for term in self._index.words_of(row).tolist()]) for row in rows[few].tolist()]
        alike = cdist([typed], texts, scorer=partial_ratio, dtype=np.float32)[0]
        scores[few] += np.float32(self._weights.settle) * alike
