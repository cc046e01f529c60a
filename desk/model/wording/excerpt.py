"""Where in a long text a quote's words stand: a stretch of it that is short enough to compare, show and keep."""

from __future__ import annotations

import re
from collections import Counter

from desk.model.wording.compare import Kind
from desk.model.wording.elision_marks import marks_in
from desk.model.wording.passage import compare
from desk.model.wording.words import core, tokens

#: Up to so many characters a text is taken whole.
LONGEST = 20_000
#: How much of a longer text is kept before and after the place, in characters: enough to see whole sentences.
AROUND = 1_500
#: The same for a quote with cuts: what was left out may be long.
_AROUND_CUTS = 8_000

_RAREST = 8
_MOST_PLACES = 60_000
_CANDIDATES = 12
_LETTERS = re.compile(r"[^\W_]+")


def excerpt(text: str, quote: str) -> tuple[int, int]:
    """The stretch (half-open) of `text` in which most of the quote's words stand close together.

    All of it where it is short. Where the quote stands at several places, the one with the same words is taken; where
    none of its words occur, the beginning. Takes some hundredths of a second for a text of 5 MB.
    """
    if len(text) <= LONGEST:
        return 0, len(text)
    width = 3 * len(quote) + 200
    cuts = any(mark.kind is Kind.CUT for mark in marks_in(core(tokens(quote))))
    around = _AROUND_CUTS if cuts else AROUND
    stretches = [_widened(text, at, at + width, around) for at in _places(text, quote, width)]
    if not stretches:
        return _widened(text, 0, 0, AROUND)
    if len(stretches) == 1 and not cuts:
        return stretches[0]
    best, best_same = stretches[0], -1
    for start, end in stretches:
        found = compare(text[start:end], quote)
        if found.word_for_word:
            return _widened(text, start + found.start, start + found.end, AROUND) if cuts else (start, end)
        same = sum(piece.quote_end - piece.quote_start for piece in found.pieces if piece.kind is Kind.SAME)
        if same > best_same:
            best, best_same = (start, end), same
    return best


def _places(text: str, quote: str, width: int) -> list[int]:
    """Where stretches of that width begin that hold the most of the quote's rarest words, in order."""
    ours = core(tokens(quote))
    inserted = {at for mark in marks_in(ours) for at in range(mark.first, mark.last)}
    words = {part for at, token in enumerate(ours) if at not in inserted for part in _LETTERS.findall(token.key)}
    # A quote may be all brackets, where the passage is.
    words = words or {part for token in ours for part in _LETTERS.findall(token.key)}
    # Counting and finding run through the whole text, but not as Python: a word-by-word reading would take seconds.
    counted = sorted((count, word) for word in words if (count := text.count(word)))
    places: list[tuple[int, str]] = []
    for count, word in counted[:_RAREST]:
        if places and len(places) + count > _MOST_PLACES:
            break
        places += ((at, word) for at in _occurrences(text, word))
    places.sort()
    have: Counter[str] = Counter()
    distinct = best = low = 0
    found: list[int] = []
    for at, word in places:
        have[word] += 1
        distinct += have[word] == 1
        while places[low][0] < at - width:
            have[places[low][1]] -= 1
            distinct -= have[places[low][1]] == 0
            low += 1
        if distinct > best:
            best, found = distinct, []
        if distinct == best and (not found or places[low][0] > found[-1] + width) and len(found) < _CANDIDATES:
            found.append(places[low][0])
    return found


def _occurrences(text: str, word: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def _widened(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """The stretch with what is around it, from white space to white space."""
    start, end = max(0, start - around), min(len(text), end + around)
    longest = max(LONGEST, end - start)
    while start > 0 and not text[start - 1].isspace() and start > end - longest:
        start -= 1
    while end < len(text) and not text[end].isspace() and end < start + longest:
        end += 1
    return start, end
