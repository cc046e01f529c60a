"""Whether two pieces of text are the same words, and if not, which words differ.

Two texts are the same only when every word is, in its case and order, after the typography that varies is set aside:
which quote marks, which dashes, how much white space, marks around the whole, and the comma or period that style
puts at the end. Likeness never counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from desk.model.frozen import frozen

_QUOTE_MARKS = "\"'“”„‟«»‹›‘’‚‛`´′″＂＇"
_DASHES = "\\-‐‑‒–—―−－"
_POINTS = ".,;:!?…()\\[\\]{}¡¿/\\\\。、，"
# A word may hold apostrophes, and points between figures or letters (U.S., 1,000, 3.5); signs of money and percent are
# part of it. What is neither white space nor a point, mark or dash is a letter here, in any script.
_LETTER = f"[^\\s{_QUOTE_MARKS}{_DASHES}{_POINTS}]"
_TOKEN = re.compile(
    r"(?P<initials>(?<![^\W_])(?:[^\W\d_]\.){2,}(?![^\W_]))"
    f"|(?P<word>{_LETTER}+(?:['’‘´`]{_LETTER}+|[.,:]{_LETTER}+)*)"
    f"|(?P<dash>[{_DASHES}]+)"
    f"|(?P<mark>['‘’]{{2}}|[{_QUOTE_MARKS}])"
    "|(?P<dots>\\.{3,}|(?:\\. ){2,}\\.|…)"
    f"|(?P<point>[{_POINTS}])"
)
_APOSTROPHES = str.maketrans("’‘´`", "''''")
_END = frozenset({".", ","})
_DOUBLE = frozenset('"“”')


class Token(NamedTuple):
    """A word or a sign as it stands in a text, and the key under which it is compared."""

    key: str
    start: int
    end: int


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


_NEGATION_WORDS = """
    not no never none nor neither nobody nothing nowhere without cannot cant wont dont hardly barely scarcely
    unlikely unless refuse refuses refused deny denies denied
"""
_NUMBER_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens half third quarter double triple twice
    percent first second
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NUMBERS = frozenset(_NUMBER_WORDS.split())


def tokens(text: str) -> list[Token]:
    """The words and signs of a text in order, compared by their keys.

    The mark with which a quotation of several paragraphs opens each of them again is none of its signs.
    """
    found: list[Token] = []
    open_mark = False
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if match.lastgroup == "word":
            key = raw if raw.isascii() else unicodedata.normalize("NFC", raw.translate(_APOSTROPHES))
        elif match.lastgroup == "initials":
            # The period of an abbreviation is none that style puts at the end.
            key = unicodedata.normalize("NFC", raw[:-1])
        elif match.lastgroup == "dash":
            key = "-"
        elif match.lastgroup == "mark":
            if raw in _DOUBLE:
                if open_mark and raw != "”" and found and text.count("\n", found[-1].end, match.start()) > 1:
                    continue
                open_mark = raw == "“" or (raw == '"' and not open_mark)
            key = "'"
        elif match.lastgroup == "dots":
            key = "…"
        else:
            key = raw
        found.append(Token(key, match.start(), match.end()))
    return found


def normalise(text: str) -> str:
    """A text as it is compared: its keys with one space between, no marks around the whole, no comma or period at
    the end. Two texts are the same words exactly when this is equal.
    """
    return " ".join(token.key for token in core(tokens(text)))


def same_words(a: str, b: str) -> bool:
    """Whether two texts are the same words. A dropped "not", another case, another number: no."""
    return normalise(a) == normalise(b)


def difference(source: str, quote: str) -> tuple[Piece, ...]:
    """What was done to the source's words to get the quote's, word by word. One SAME piece, or none, where they are
    the same words.
    """
    return pieces(source, core(tokens(source)), quote, core(tokens(quote)))


def core(found: list[Token]) -> list[Token]:
    """The tokens that count where a whole is compared: without marks around the whole and without one comma or
    period at the end, also where that stands inside of a closing mark.
    """
    found = _without_end(found)
    if len(found) < 2 or not found[0].key == "'" == found[-1].key:
        return found
    marks = [at for at in range(1, len(found) - 1) if found[at].key == "'"]
    # The two are a pair where the marks between them are, and the first of these does not close what the outer opens.
    if len(marks) % 2 or (marks and found[marks[0]].start == found[marks[0] - 1].end):
        return found
    return _without_end(found[1:-1])


def _without_end(found: list[Token]) -> list[Token]:
    at = len(found) - 1
    while at >= 0 and found[at].key == "'":
        at -= 1
    return found[:at] + found[at + 1 :] if at >= 0 and found[at].key in _END else found


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
    named = (_named(theirs, at) for at in range(a1, a2)), (_named(ours, at) for at in range(b1, b2))
    if any(name and name in changed for side in named for name in side):
        flags.add(Flag.NAME)
    if [t.key.casefold() for t in gone] == [t.key.casefold() for t in come]:
        flags = {Flag.CASE}
    elif not any(key[0].isalnum() for key in changed):
        flags = {Flag.PUNCTUATION}
    return frozenset(flags)


def is_negation(word: str) -> bool:
    """Whether a word turns a sentence round: "not", "never", "won't"."""
    folded = word.casefold().translate(_APOSTROPHES)
    return folded in _NEGATIONS or folded.endswith("n't")


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or written out."""
    return any(character.isdigit() for character in word) or word.casefold() in _NUMBERS


def is_word(key: str) -> bool:
    """Whether a token is a word and no sign."""
    return any(character.isalnum() for character in key)


#: Words that are shortened with a period, after which a capital begins no sentence.
_SHORTENED = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Sgt Col Capt St Jr Sr Prof Rev Inc Corp Co Ltd vs".split())


def is_sentence_end(found: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with this token. Where that is not sure, it does not."""
    key = found[at].key
    if key not in {".", "!", "?"}:
        return False
    follows = next((token.key for token in found[at + 1 : at + 5] if is_word(token.key)), "")
    if follows and not follows[0].isupper() and follows[0].lower() != follows[0].upper():
        return False
    if follows and follows[0].isdigit():
        return False
    return not (key == "." and at and found[at - 1].key in _SHORTENED)


def is_name(found: Sequence[Token], at: int) -> bool:
    """Whether a token looks like a name: a capital where no sentence begins."""
    return bool(_named(found, at))


def _named(found: Sequence[Token], at: int) -> str:
    """The key of a token that looks like a name (a capital where no sentence begins), or ""."""
    key = found[at].key
    starts = at == 0 or found[at - 1].key in {".", "!", "?", "…", "'"}
    if not key[0].isupper() or key in {"I", "I'm", "I've", "I'll", "I'd"}:
        return ""
    return key if not starts or sum(c.isupper() for c in key) > 1 else ""
