"""The most promising rows of one index, by the lists of the most telling words: bounded work, whatever its size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desk.search.expand import Reading
from desk.search.index import Flags, Floats, Index, Ints, Longs
from desk.search.plan import Plan
from desk.search.weights import Weights


class Gatherer:
    """Gathers candidates from one index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self._index = index
        self._weights = weights

    def gather(
        self, plan: Plan, readings: Sequence[Reading], weights: Sequence[Floats], allowed: Flags, most: int
    ) -> tuple[Longs, int, bool]:
        """Rows, at most about `most`; how many rows matched; whether all of them were counted."""
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
        rows = np.concatenate(lists, dtype=np.int64)
        sums = np.bincount(rows, np.repeat(np.array(worth), [len(each) for each in lists]), len(index))
        if not allowed.all():
            sums *= allowed
        best = float(sums.max(initial=0.0))
        if best <= 0:
            return np.zeros(0, np.int64), 0, counted
        found = np.flatnonzero(sums >= best * self._weights.kept)
        total = len(found)
        if total > most:
            values = sums[found]
            found = found[values >= np.partition(values, -most)[-most]]
            found = found[: 2 * most]  # more are equal: those that stand first are verified or newer
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
