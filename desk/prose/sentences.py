"""Prose taken apart for reading who said what: paragraphs, sentences, and words, with each quotation one piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from desk.model.frozen import frozen
from desk.prose.cues import HONORIFICS

#: Text that was wrapped by hand has no longer lines.
_WRAPPED = 110
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_NEWLINE = re.compile(r"\s*\n\s*")
_WORD, _MARK = r"[^\W_](?:[\w&/’'.-]*\w)?", r"--|[^\s\w]"
_POSSESSIVE = ("’s", "'s")
_ENDS = (".", "!", "?", "…")
_CLOSERS = "”\"»›“«‹’‘' "
#: What keeps its period inside a sentence.
_SHORT = HONORIFICS | frozenset(
    "st jr sr no vs inc co corp ltd jan feb mar apr jun jul aug sept oct nov dec calif d-calif".split()
)


class Sort(Enum):
    """What a piece of prose is."""

    WORD = auto()
    MARK = auto()
    QUOTE = auto()


@frozen
class Piece:
    """A word without its possessive, a mark, or a whole quotation, by its place in the text."""

    sort: Sort
    text: str
    start: int
    end: int
    possessive: bool = False
    #: Which quotation it is.
    number: int = -1

    @property
    def low(self) -> str:
        """The word folded, without a period at its end; a quotation is no word."""
        return self.text.casefold().rstrip(".") if self.sort is Sort.WORD else ""

    @property
    def capital(self) -> bool:
        """True if it is a word that begins with a capital letter."""
        return self.sort is Sort.WORD and self.text[0].isupper()


Sentence = tuple[Piece, ...]


def hard_breaks(text: str) -> list[tuple[int, int]]:
    """Where paragraphs end for sure: at blank lines, and at every line's end where most lines are whole paragraphs."""
    unwrapped = sum(len(line) for line in text.split("\n") if len(line) > _WRAPPED)
    return [found.span() for found in (_NEWLINE if unwrapped > len(text) / 2 else _BLANK).finditer(text)]


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    edges = [0, *(edge for span in hard_breaks(text) for edge in span), len(text)]
    return [" ".join(text[begin:end].split()) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def paragraphs(text: str, spans: Sequence[tuple[int, int]], names: Iterable[str] = ()) -> list[tuple[Sentence, ...]]:
    """The sentences of each paragraph. `spans` are the quotations; a line's end inside one ends no paragraph.

    `names` of several words ("Directors Guild of America") are one piece each.

    A line of a text that was wrapped by hand ends a paragraph too where a sentence ends with it: who speaks is then
    looked for in fewer words, which gives nobody a sentence too many.
    """
    breaks = set(hard_breaks(text))
    for found in _NEWLINE.finditer(text):
        before = text[: found.start()].rstrip()
        if before.endswith((*_ENDS, "”", '"', ":")):
            breaks.add(found.span())
    starts = [start for start, _ in spans]
    ends = []
    for begin, after in sorted(breaks):
        at = bisect_left(starts, begin) - 1
        if at < 0 or spans[at][1] <= begin:
            ends.append((begin, after))
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if " " in name)
    first = rf"(?:{whole})(?!\w)|" if whole else ""
    pattern = re.compile(rf"(?P<word>{first}{_WORD})|(?P<mark>{_MARK})")
    found_paragraphs = []
    at = 0
    for begin, after in [*ends, (len(text), len(text))]:
        if begin > at:
            found_paragraphs.append(tuple(_sentences(_pieces(text, at, begin, spans, pattern))))
        at = max(at, after)
    return found_paragraphs


def _pieces(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]], pattern: re.Pattern[str]) -> list[Piece]:
    found = []
    at = begin
    low = bisect_left(spans, (begin, begin))
    inside = [(*spans[number], number) for number in range(low, bisect_left(spans, (end, end)))]
    for start, stop, number in [*inside, (end, end, -1)]:
        for match in pattern.finditer(text, at, start):
            found.append(_piece(text, match, start))
        if number >= 0:
            found.append(Piece(Sort.QUOTE, text[start:stop], start, stop, number=number))
        at = stop
    return _joined(found)


def _piece(text: str, match: re.Match[str], limit: int) -> Piece:
    word, start, end = match[0], match.start(), match.end()
    if match.lastgroup == "mark":
        return Piece(Sort.MARK, word, start, end)
    for mark in _POSSESSIVE:
        if word.endswith(mark) and len(word) > len(mark):
            return Piece(Sort.WORD, word.removesuffix(mark), start, end, possessive=True)
    short = "." in word or len(word) == 1 or word.casefold() in _SHORT
    if short and word[0].isupper() and end < limit and text[end] == ".":
        return Piece(Sort.WORD, word + ".", start, end + 1)
    return Piece(Sort.WORD, word, start, end)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, less the periods that `_piece` took into a word."""
    found: list[Piece] = []
    for piece in pieces:
        if not found or piece.start >= found[-1].end:
            found.append(piece)
    return found


def _sentences(pieces: Sequence[Piece]) -> list[Sentence]:
    found: list[Sentence] = []
    current: list[Piece] = []
    for at, piece in enumerate(pieces):
        current.append(piece)
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if following is not None and _ends(piece, following):
            found.append(tuple(current))
            current = []
    if current:
        found.append(tuple(current))
    return found


def _ends(piece: Piece, following: Piece) -> bool:
    begins = following.capital or following.sort is Sort.QUOTE or following.text in ("“", '"', "‘", "(")
    if piece.sort is Sort.MARK:
        return piece.text in _ENDS and (begins or following.text.isdigit())
    return piece.sort is Sort.QUOTE and ends_sentence(piece) and begins


def ends_sentence(quote: Piece) -> bool:
    """Return True if a quotation closes with the mark of a sentence's end."""
    return quote.text.rstrip(_CLOSERS).endswith(_ENDS)


def ends_asking(quote: Piece) -> bool:
    """Return True if it closes with a question or an exclamation, after which its own sentence may go on."""
    return quote.text.rstrip(_CLOSERS).endswith(("!", "?"))


def ends_open(quote: Piece) -> bool:
    """Return True if it closes with the comma (or dash) after which a report says who spoke."""
    return quote.text.rstrip(_CLOSERS).endswith((",", "—", "–", "--"))
