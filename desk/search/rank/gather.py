"""The most promising rows of one index, by the lists of the most telling words: bounded work, whatever its size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desk.search.index.index import Flags, Floats, Index, Ints, Longs
from desk.search.index.postings import Holders
from desk.search.rank.expand import Reading
from desk.search.rank.plan import Plan
from desk.search.rank.weights import Weights

#: A word left out matters where it weighs at least this part of the best reading of its slot.
_TELLING = 0.5


class Gatherer:
    """Gathers candidates from one index. Holds working memory, so it serves one search at a time."""

    def __init__(self, index: Index, weights: Weights, holders: Holders) -> None:
        self._index = index
        self._weights = weights
        self._sums = np.zeros(len(index), np.float32)
        self._doubled = np.zeros(len(index), np.float32)
        self._holders = holders

    def gather(
        self, plan: Plan, readings: Sequence[Reading], weights: Sequence[Floats], allowed: Flags, most: int
    ) -> tuple[Longs, int, bool]:
        """Rows, at most about `most`; how many rows matched; whether all of them were counted."""
        chosen = self._choose(readings, weights)
        lists, worth = self._lists(readings, weights, chosen)
        left_out = _left_out(readings, weights, chosen)
        if left_out and not any(_has_best(weight, places) for weight, places in zip(weights, chosen, strict=True)):
            # Nothing but words that most quotes have: of the rarest one, those that stand first.
            symbol, weight = max((each for slot in left_out for each in slot), key=lambda each: each[1])
            lists.append(self._index.rows_with(symbol)[: self._weights.budget // 2])
            worth.append(weight)
        pairs, pair_worth = self._pairs(plan, readings, weights, chosen)
        try:
            _add(self._sums, [*lists, *pairs], [*worth, *pair_worth])
            # A pair counts words that the lists left out; where those are looked up it counts only as a pair.
            _add(self._doubled, pairs, [each * (1 - self._weights.pair_share) for each in pair_worth])
            if not allowed.all():
                self._sums *= allowed
            return self._best(left_out, most)
        finally:
            self._sums.fill(0)
            self._doubled.fill(0)

    def _best(self, left_out: Sequence[Sequence[tuple[int, float]]], most: int) -> tuple[Longs, int, bool]:
        """What `gather` gives, from the sums of the lists."""
        sums, kept = self._sums, self._weights.kept
        slack = sum(max(weight for _, weight in slot) for slot in left_out)
        found = np.flatnonzero(sums >= max(float(sums.max(initial=0.0)) * kept - slack, 1e-6))
        counted = not left_out and len(found) <= 8 * most
        found = _top(found, sums[found], 8 * most)
        values = sums[found]
        if left_out:
            values -= self._doubled[found]
            for slot in left_out:
                extra = np.zeros(len(found), np.float32)
                for symbol, weight in reversed(slot):
                    extra[self._holders.holds(symbol, found)] = weight
                values += extra
            good = values >= max(float(values.max(initial=0.0)) * kept, 1e-6)
            found, values = found[good], values[good]
        return _top(found, values, most), len(found), counted

    def _lists(
        self, readings: Sequence[Reading], weights: Sequence[Floats], chosen: Sequence[Longs]
    ) -> tuple[list[Ints], list[float]]:
        """The rows of every chosen symbol, and what each list is worth."""
        starts, postings = self._index.posting_starts, self._index.postings
        lists: list[Ints] = []
        worth: list[float] = []
        for reading, weight, places in zip(readings, weights, chosen, strict=True):
            symbols = reading.symbols[places]
            bounds = zip(starts[symbols].tolist(), starts[symbols + 1].tolist(), strict=True)
            lists += [postings[low:high] for low, high in bounds]
            worth += weight[places].tolist()
        return lists, worth

    def _pairs(
        self, plan: Plan, readings: Sequence[Reading], weights: Sequence[Floats], chosen: Sequence[Longs]
    ) -> tuple[list[Ints], list[float]]:
        """The lists of words side by side; they find phrases of common words. Worth what gathering has left out."""
        index, few = self._index, self._weights.paired
        if not plan.pairs or not len(index.pair_keys):
            return [], []
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
        lists: list[Ints] = []
        worth: list[float] = []
        for number in np.argsort(-value, kind="stable").tolist():
            low, high = int(starts[place[number]]), int(starts[place[number] + 1])
            if high - low <= left:
                left -= high - low
                lists.append(index.pair_rows[low:high])
                worth.append(float(value[number]))
        return lists, worth

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


def _left_out(
    readings: Sequence[Reading], weights: Sequence[Floats], chosen: Sequence[Longs]
) -> list[list[tuple[int, float]]]:
    """For each slot that lacks some, the telling symbols whose lists were too long, with their weights, heaviest first."""
    slots = []
    for reading, weight, places in zip(readings, weights, chosen, strict=True):
        if len(places) == len(weight):
            continue
        rest = weight.copy()
        rest[places] = 0
        telling = np.flatnonzero(rest >= _TELLING * float(weight.max()))
        if len(telling):
            telling = telling[np.argsort(-rest[telling], kind="stable")[:4]]
            slots.append(list(zip(reading.symbols[telling].tolist(), rest[telling].tolist(), strict=True)))
    return slots


def _has_best(weight: Floats, places: Longs) -> bool:
    """Return True if the heaviest reading of a slot, or one nearly so, is among the chosen."""
    return len(places) > 0 and bool(weight[places].max() >= 0.9 * weight.max())


def _add(sums: Floats, lists: Sequence[Ints], worth: Sequence[float]) -> None:
    """Adds the worth of each list to the rows on it."""
    if lists:
        rows = np.concatenate(lists, dtype=np.int64)
        np.add.at(sums, rows, np.repeat(np.array(worth, np.float32), [len(each) for each in lists]))


def _top(rows: Longs, values: Floats, most: int) -> Longs:
    """Of rows in order those with the highest values; where more are equal, those that stand first."""
    if len(rows) <= most:
        return rows
    least = np.partition(values, -most)[-most]
    above = rows[values > least]
    return np.sort(np.concatenate((above, rows[values == least][: most - len(above)])))
