"""Finding the runs of a quote with cuts in a passage: in order, with the fewest words left out between them.

The time it takes grows with the passage and the number of runs, never with the pairs of places: one of 5 MB takes seconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from desk.model.frozen import frozen
from desk.model.wording.elision_marks import Connector, Pattern
from desk.model.wording.words import Token, is_sentence_end, is_word

#: How many tokens of the passage an insertion may stand for. A cut has no such limit: it says that it cuts.
_REPLACED = 20


@frozen
class Chain:
    """Where each run of a pattern stands in the passage, as half-open spans of tokens."""

    pattern: Pattern
    spans: tuple[tuple[int, int], ...]
    left_out: int

    @property
    def cost(self) -> tuple[int, int]:
        """Of two chains the one with less of it counts: fewer words left out, then the earlier place."""
        return self.left_out, self.spans[0][0]


class Searched:
    """The passage's tokens, prepared for finding runs of them."""

    def __init__(self, theirs: list[Token]) -> None:
        self.tokens = theirs
        self.keys = [token.key for token in theirs]
        self._joined = f" {' '.join(self.keys)} "

    @cached_property
    def words(self) -> list[int]:
        """How many words stand before each token."""
        return list(accumulate((is_word(key) for key in self.keys), initial=0))

    @cached_property
    def ends(self) -> list[int]:
        """How many ends of sentences stand before each token."""
        return list(accumulate((is_sentence_end(self.tokens, at) for at in range(len(self.keys))), initial=0))

    @cached_property
    def _places(self) -> list[int]:
        """Where each token begins among the joined keys, with the space before it."""
        return list(accumulate((len(key) + 1 for key in self.keys), initial=0))

    def has(self, keys: Sequence[str]) -> bool:
        """Return True if these tokens stand somewhere in it as they are."""
        return f" {' '.join(keys)} " in self._joined

    def chain(self, pattern: Pattern, *, ends_in_period: bool) -> Chain | None:
        """The runs in order with the least between them; of two such chains the first."""
        found: list[list[tuple[int, int]]] = []
        for number in range(len(pattern.runs)):
            size = pattern.runs[number].size
            spans = [(at, at + size) for at in self._occurrences(pattern, number)]
            if not spans:
                return None
            found.append(spans)
        if pattern.connectors[0].cuts:
            found[0] = [span for span in found[0] if self.words[span[0]]]
        if pattern.connectors[-1].cuts:
            found[-1] = [span for span in found[-1] if self.words[span[1]] < self.words[-1]]
        elif ends_in_period and not pattern.connectors[-1].marks:
            found[-1] = [span for span in found[-1] if self._followed_by(span[1]) not in ("?", "!")]
        # For each place of a run: where the chain that ends there begins at the latest, and the place before in it.
        begins = [start for start, _ in found[0]]
        befores: list[list[int]] = []
        for number in range(1, len(found)):
            begins, before = self._linked(found[number - 1], begins, found[number], pattern.connectors[number])
            befores.append(before)
        last = min(
            (at for at, begin in enumerate(begins) if begin >= 0),
            key=lambda at: (found[-1][at][1] - begins[at], begins[at]),
            default=-1,
        )
        if last < 0:
            return None
        places = [last]
        for before in reversed(befores):
            places.append(before[places[-1]])
        spans = [found[number][at] for number, at in enumerate(reversed(places))]
        gaps = pairwise(spans)
        return Chain(pattern, tuple(spans), sum(self.words[b] - self.words[a] for (_, a), (b, _) in gaps))

    def _occurrences(self, pattern: Pattern, number: int) -> Iterator[int]:
        run = pattern.runs[number]
        if run.spelled is not None:
            for match in run.spelled.finditer(self._joined):
                yield bisect_left(self._places, match.start())
            return
        wanted = f" {' '.join(run.keys)} "
        at = self._joined.find(wanted)
        while at >= 0:
            yield bisect_left(self._places, at)
            at = self._joined.find(wanted, at + 1)

    def _linked(
        self, earlier: list[tuple[int, int]], begins: list[int], later: list[tuple[int, int]], between: Connector
    ) -> tuple[list[int], list[int]]:
        """For each place of the later run, where a chain through it begins at the latest (-1: none), and through which
        place of the earlier run.
        """
        linked: list[int] = []
        through: list[int] = []
        ends = [end for _, end in earlier]
        best, best_at, seen = -1, -1, 0
        for start, _ in later:
            if between.cuts:
                while seen < len(earlier) and self.words[ends[seen]] < self.words[start] and ends[seen] <= start:
                    if begins[seen] >= best:
                        best, best_at = begins[seen], seen
                    seen += 1
                linked.append(best)
                through.append(best_at)
                continue
            near, near_at = -1, -1
            for at in range(bisect_left(ends, start - _REPLACED), len(ends)):
                if ends[at] > start:
                    break
                if begins[at] >= near and self._replaceable(ends[at], start, between):
                    near, near_at = begins[at], at
            linked.append(near)
            through.append(near_at)
        return linked, through

    def _replaceable(self, start: int, end: int, between: Connector) -> bool:
        """Return True if an insertion may stand for these tokens: none, or words of one sentence."""
        if start == end:
            return True
        return between.replaces and self.words[end] > self.words[start] and self.ends[end] == self.ends[start]

    def _followed_by(self, at: int) -> str:
        return next((key for key in self.keys[at : at + 4] if key != "'"), "")

    def rest_before(self, at: int) -> int:
        """Where the sentence begins whose token stands at that place."""
        while at > 0 and not is_sentence_end(self.tokens, at - 1):
            at -= 1
        return at

    def rest_after(self, at: int) -> int:
        """Where the sentence ends whose last token that was kept stands before that place."""
        if at and is_sentence_end(self.tokens, at - 1):
            return at
        while at < len(self.keys) and not is_sentence_end(self.tokens, at):
            at += 1
        return at
