"""Whether two pieces of text are the same words, and if not, which words differ.

Two texts are the same only when every word is, in its case and order, after the typography that varies is set aside:
which quote marks, which dashes, how much white space, marks around the whole, and the comma or period that style
puts at the end. Likeness never counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from desk.model.frozen import frozen
from desk.model.wording.words import Token, core, is_negation, is_number, name_at, tokens


class Kind(StrEnum):
    """What became of a stretch of the source in the quote. CUT and INSERTED are marked as such in the quote itself."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"
    REPLACED = "replaced"
    CUT = "cut"
    INSERTED = "inserted"


class Flag(StrEnum):
    """What makes a difference graver, or slighter, than its size."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    CASE = "case"
    PUNCTUATION = "punctuation"


@frozen
class Piece:
    """A stretch of the difference: what the source has, what the quote has, and where (half-open character offsets)."""

    kind: Kind
    source: str
    quote: str
    source_start: int
    source_end: int
    quote_start: int
    quote_end: int
    flags: frozenset[Flag] = frozenset()


def normalise(text: str) -> str:
    """A text as it is compared: its keys with one space between, no marks around the whole, no comma or period at
    the end. Two texts are the same words exactly when this is equal.
    """
    return " ".join(token.key for token in core(tokens(text)))


def same_words(a: str, b: str) -> bool:
    """Return True if two texts are the same words. A dropped "not", another case, another number: no."""
    return normalise(a) == normalise(b)


def difference(source: str, quote: str) -> tuple[Piece, ...]:
    """What was done to the source's words to get the quote's, word by word. One SAME piece, or none, where they are
    the same words.
    """
    return pieces(source, core(tokens(source)), quote, core(tokens(quote)))


def pieces(source: str, theirs: list[Token], quote: str, ours: list[Token]) -> tuple[Piece, ...]:
    """The difference of two runs of tokens, with what the texts have there."""
    a, b = [token.key for token in theirs], [token.key for token in ours]
    found = []
    for kind, a1, a2, b1, b2 in _runs(a, b):
        s1, s2 = _span(theirs, a1, a2)
        q1, q2 = _span(ours, b1, b2)
        flags = frozenset[Flag]() if kind is Kind.SAME else _flags(theirs, a1, a2, ours, b1, b2)
        found.append(Piece(kind, source[s1:s2], quote[q1:q2], s1, s2, q1, q2, flags))
    return tuple(found)


def _span(found: list[Token], low: int, high: int) -> tuple[int, int]:
    if low < high:
        return found[low].start, found[high - 1].end
    at = found[low].start if low < len(found) else (found[-1].end if found else 0)
    return at, at


def _runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[Kind, int, int, int, int]]:
    """The difference of two sequences as runs of one kind, in order, covering both."""
    runs: list[tuple[Kind, int, int, int, int]] = []
    i = j = 0
    for a1, b1, size in [*_matches(a, b), (len(a), len(b), 0)]:
        if a1 > i or b1 > j:
            kind = Kind.REPLACED if a1 > i and b1 > j else Kind.DROPPED if a1 > i else Kind.ADDED
            runs.append((kind, i, a1, j, b1))
        if size and runs and runs[-1][0] is Kind.SAME:
            runs[-1] = (Kind.SAME, runs[-1][1], a1 + size, runs[-1][3], b1 + size)
        elif size:
            runs.append((Kind.SAME, a1, a1 + size, b1, b1 + size))
        i, j = a1 + size, b1 + size
    return runs


#: Above this many pairs a stretch without a common anchor is shown as replaced as a whole: it would take seconds.
_MOST_PAIRS = 1_000_000


def _matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Matching runs (start in a, start in b, length) in order. The common ends, then words that occur once in each
    anchor the rest, so that long texts take time in proportion; what is between is compared in full.
    """
    head = 0
    while head < len(a) and head < len(b) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < len(a) - head and tail < len(b) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    found = [(0, 0, head)] if head else []
    a_end, b_end = len(a) - tail, len(b) - tail
    i, j = head, head
    for at_a, at_b in [*_anchors(a, head, a_end, b, head, b_end), (a_end, b_end)]:
        if at_a > i and at_b > j and (at_a - i) * (at_b - j) <= _MOST_PAIRS:
            matcher = SequenceMatcher(None, a[i:at_a], b[j:at_b], autojunk=False)
            found += [(i + m.a, j + m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
        if at_a < a_end:
            found.append((at_a, at_b, 1))
        i, j = at_a + 1, at_b + 1
    return [*found, (a_end, b_end, tail)] if tail else found


def _anchors(a: Sequence[str], a1: int, a2: int, b: Sequence[str], b1: int, b2: int) -> list[tuple[int, int]]:
    """Pairs of places of words that occur once on both sides, the longest chain of them that keeps the order."""
    once_a = _once(a, a1, a2)
    once_b = _once(b, b1, b2)
    pairs = [(at, once_b[key]) for key, at in once_a.items() if key in once_b]
    # Patience sorting: `ends[n]` is the pair with which a chain of n + 1 ends lowest.
    ends: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for index, (_, place) in enumerate(pairs):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if pairs[ends[middle]][1] < place else (low, middle)
        before[index] = ends[low - 1] if low else -1
        ends[low : low + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _once(keys: Sequence[str], low: int, high: int) -> dict[str, int]:
    """Where each key stands that occurs once in that stretch, in order."""
    places: dict[str, int] = {}
    for at in range(low, high):
        places[keys[at]] = -1 if keys[at] in places else at
    return {key: at for key, at in places.items() if at >= 0}


def _flags(theirs: list[Token], a1: int, a2: int, ours: list[Token], b1: int, b2: int) -> frozenset[Flag]:
    gone, come = theirs[a1:a2], ours[b1:b2]
    flags = set()
    # What stands on both sides of the stretch only moved or stayed; the rest is what was lost or added.
    lost = Counter(token.key for token in gone)
    lost.subtract(token.key for token in come)
    changed = {key for key, count in lost.items() if count}
    if any(is_negation(key) for key in changed):
        flags.add(Flag.NEGATION)
    if any(is_number(key) for key in changed):
        flags.add(Flag.NUMBER)
    named = (name_at(theirs, at) for at in range(a1, a2)), (name_at(ours, at) for at in range(b1, b2))
    if any(name and name in changed for side in named for name in side):
        flags.add(Flag.NAME)
    if [t.key.casefold() for t in gone] == [t.key.casefold() for t in come]:
        flags = {Flag.CASE}
    elif not any(key[0].isalnum() for key in changed):
        flags = {Flag.PUNCTUATION}
    return frozenset(flags)
