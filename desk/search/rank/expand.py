"""What somebody who typed this may have meant: the bank's own words, each with the chance that it is typed so.

A chance is P(typed | meant), for one form of it: exact 1, another form of the same word, a beginning, a slip of the
fingers. Slips are judged as fingers make them: keys side by side, letters doubled, lost or swapped; seldom the first.
"""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from desk.model.frozen import frozen
from desk.search.index.index import FIELDS, Floats, Index, Ints
from desk.search.index.letters import letter_mask


@frozen(kw_only=True)
class Chances:
    """The constants of this model. Measured on known-item queries; see `tests/bench`."""

    inflected: float = 0.165
    related: float = 0.06
    one_slip: float = 0.5  # divided by the letters of the word, for each slip
    two_slips: float = 0.004
    beginning: float = 0.08
    beginning_slip: float = 0.004
    fields: tuple[float, ...] = (
        1.6,
        0.2,
        0.16,
        0.16,
        0.24,
        1.0,
    )  # in the order of FIELDS: how likely a word is meant for each


CHANCES = Chances()
_KEYBOARD = {
    letter: (row, place + (0.0, 0.25, 0.75)[row])
    for row, letters in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for place, letter in enumerate(letters)
}
_NEAR_KEYS = {
    letter: frozenset(
        other for other, (y, x) in _KEYBOARD.items() if other != letter and abs(y - row) <= 1 and abs(x - place) <= 1
    )
    for letter, (row, place) in _KEYBOARD.items()
}
_REMEMBERED = 4096
#: Letters of a word that may have an ending, the same of one in Hangul, and letters of the ending.
_SHORTEST_STEM, _SHORTEST_HANGUL, _LONGEST_ENDING = 3, 2, 4
_BEGUN = 256  # words that begin as typed; of more only those that matter most are looked for


@frozen
class Reading:
    """One typed word as symbols of one index: each once, with its chance; and their sum over the rows that hold them."""

    symbols: Ints
    chances: Floats
    mass: float
    exact: int  # the term that is the word itself, or -1
    beginning: tuple[int, int]  # terms that begin with the word, where it may go on; else empty

    @property
    def as_typed(self) -> tuple[int, int]:
        """The terms that are the word as it was typed, or begin so where it may go on: a range, empty where none is."""
        low, high = self.beginning
        if low < high:
            return low, high
        return (self.exact, self.exact + 1) if self.exact >= 0 else (0, 0)


class Expander:
    """Reads typed words as the words of one index. What it found for a word it remembers."""

    def __init__(self, index: Index, chances: Chances = CHANCES) -> None:
        self._index = index
        self._chances = chances
        self._known: OrderedDict[tuple[str, bool, bool], Reading] = OrderedDict()

    def read(self, word: str, *, open_ended: bool = False, exact_only: bool = False) -> Reading:
        """A word as somebody may have meant it. `open_ended`: it may go on; `exact_only`: nothing but itself."""
        key = (word, open_ended, exact_only)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        reading = self._read(word, open_ended, exact_only)
        self._known[key] = reading
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return reading

    def rows_with(self, word: str) -> int:
        """How many quotes have this very word among their words."""
        term = self._index.term_numbers.get(word)
        if term is None:
            return 0
        starts = self._index.posting_starts
        return int(starts[term + 1] - starts[term])

    def _read(self, word: str, open_ended: bool, exact_only: bool) -> Reading:
        index, chances = self._index, self._chances
        found: dict[int, float] = {}
        exact = index.term_numbers.get(word, -1)
        low = high = 0
        if not exact_only:
            found.update(self._slips(word, open_ended))
            for term, chance in ({} if open_ended else self._with_endings(word, known=exact >= 0)).items():
                found[term] = max(found.get(term, 0.0), chance)
            if word.isascii() and len(word) > 2:
                for term, near in index.family(word).items():
                    found[term] = max(found.get(term, 0.0), chances.inflected if near else chances.related)
        if open_ended:
            low, high = index.beginning(word)
        rest = 0.0
        if high - low:
            part = chances.beginning / (1.0 + 0.25 * (index.lengths[low:high] - float(len(word))))
            for term in [term for term in found if low <= term < high]:
                part[term - low] = max(part[term - low], found.pop(term))
            if low <= exact < high:
                part[exact - low] = 1.0
            counts = index.posting_starts[low + 1 : high + 1] - index.posting_starts[low:high]
            begun = np.arange(high - low)
            if len(begun) > _BEGUN:
                begun = np.argpartition(-part * counts, _BEGUN)[:_BEGUN]
                rest = float((part * counts).sum() - (part[begun] * counts[begun]).sum())
            terms = np.concatenate((np.fromiter(found, np.int32, len(found)), (begun + low).astype(np.int32)))
            weights = np.concatenate((np.fromiter(found.values(), np.float32), part[begun].astype(np.float32)))
        else:
            if exact >= 0:
                found[exact] = 1.0
            terms = np.fromiter(found, np.int32, len(found))
            weights = np.fromiter(found.values(), np.float32, len(found))
        return self._reading(terms, weights, rest, exact, (low, high))

    def _reading(self, terms: Ints, weights: Floats, rest: float, exact: int, beginning: tuple[int, int]) -> Reading:
        """Terms as symbols, in the words and in each field that has them; `rest` is the mass of terms left out."""
        index = self._index
        symbols, chances = [terms], [weights]
        for kind in range(len(FIELDS)):
            inside, there = index.field_symbols(terms, kind)
            symbols.append(inside[there])
            chances.append(weights[there] * np.float32(self._chances.fields[kind]))
        every, chance = np.concatenate(symbols), np.concatenate(chances)
        rows = index.posting_starts[every + 1] - index.posting_starts[every]
        kept = rows > 0
        return Reading(every[kept], chance[kept], float((rows * chance).sum()) + rest, exact, beginning)

    def _with_endings(self, word: str, *, known: bool) -> dict[int, float]:
        """Words that are this one and a few letters more: how most languages inflect, and Korean joins its particles.

        Of other scripts only where the bank does not have the word itself.
        """
        hangul = "가" <= word[0] <= "힣"
        if len(word) < (_SHORTEST_HANGUL if hangul else _SHORTEST_STEM) or (known and not hangul) or word.isdigit():
            return {}
        index = self._index
        low, high = index.beginning(word)
        longer = index.lengths[low:high].astype(np.int64) - len(word)
        terms = np.flatnonzero((longer > 0) & (longer <= _LONGEST_ENDING))[:_BEGUN]
        return {int(term) + low: self._chances.related / int(longer[term]) for term in terms}

    def _slips(self, word: str, open_ended: bool) -> dict[int, float]:
        """Words at most two slips away, and, where the word may go on, words whose beginning is one slip away."""
        size = len(word)
        if size < 3 or word.isdigit():
            return {}
        index, chances = self._index, self._chances
        most = 1 if size < 5 else 2
        mask = np.uint32(letter_mask(word))
        near = (index.lengths >= size - most) & (index.lengths <= size + most)
        near &= np.bitwise_count(index.letters & ~mask) <= most
        near &= np.bitwise_count(~index.letters & mask) <= most
        close = np.flatnonzero(near)
        words = index.terms_of(close)
        found: dict[int, float] = {}
        if words:
            distances = cdist([word], words, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
            for place in np.flatnonzero(distances <= most).tolist():
                term = words[place]
                if distances[place] == 1:
                    found[int(close[place])] = chances.one_slip / size * slip(word, term)
                elif distances[place] == 2:
                    first = 1.0 if word[0] == term[0] else 0.2
                    found[int(close[place])] = chances.two_slips / (size * size) * first * 8
        if open_ended and size >= 4:
            for begun in self._begun_with_a_slip(word, mask):
                found[begun] = max(found.get(begun, 0.0), chances.beginning_slip)
        return found

    def _begun_with_a_slip(self, word: str, mask: np.uint32) -> list[int]:
        index, size = self._index, len(word)
        low, high = index.beginning(word[0])
        near = np.bitwise_count(~index.letters[low:high] & mask) <= 1
        near &= index.lengths[low:high] > size
        close = np.flatnonzero(near) + low
        if not len(close):
            return []
        starts = [term[:size] for term in index.terms_of(close)]
        distances = cdist([word], starts, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8)[0]
        begun: list[int] = close[distances == 1].tolist()
        return begun


def slip(typed: str, meant: str) -> float:
    """How likely this one slip is beside others (about 1 for the likeliest): the two differ by one edit."""
    at = 0
    for a, b in zip(typed, meant, strict=False):
        if a != b:
            break
        at += 1
    weight = 0.35 if at == 0 else 1.0
    if len(typed) == len(meant):
        if typed[at + 1 :] != meant[at + 1 :]:
            return weight * 1.5  # two letters swapped
        return weight * (1.0 if typed[at] in _NEAR_KEYS.get(meant[at], ()) else 0.25)
    if len(typed) < len(meant):
        return weight * 1.5
    extra = typed[at]
    around = typed[max(at - 1, 0) : at] + typed[at + 1 : at + 2]
    doubled = extra in around
    return weight * (1.2 if doubled else 0.8 if any(extra in _NEAR_KEYS.get(c, ()) for c in around) else 0.2)
