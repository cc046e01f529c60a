"""Quotation marks in a text: which open, which close, and which are none but apostrophes and inches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.model.frozen import frozen

#: Every character that may be a quotation mark, and the pairs that stand for one where there is no key for it.
_MARKS = re.compile(r"''|‘‘|’’|,,(?=[^\s,])|<<|>>|[\"“”„«»‹›'‘’‚]")
_DOUBLE_SINGLES = ("''", "’’")
#: What opens with a double mark, and what closes it. A straight one may close any: drafts mix them.
CLOSES: dict[str, frozenset[str]] = {
    '"': frozenset('"”'),
    "“": frozenset(('"', "”", "“", *_DOUBLE_SINGLES)),
    "„": frozenset(("“", "”", '"', *_DOUBLE_SINGLES)),
    ",,": frozenset(("“", "”", '"', ",,", *_DOUBLE_SINGLES)),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "‹": frozenset("›"),
    "›": frozenset("‹›"),
    "<<": frozenset((">>",)),
    ">>": frozenset(("<<",)),
    "''": frozenset(_DOUBLE_SINGLES),
    "‘‘": frozenset(_DOUBLE_SINGLES),
    "”": frozenset('”"'),
}
_BEFORE_OPENING = "([{<—–-/“‘„«‹\"'*_\t"
_AFTER_CLOSING = ")]}.,;:!?…—–-/*_”’\"'"
#: Words whose first letters went: the mark before them is an apostrophe. So it is before the years of a decade.
_CLIPPED = frozenset("em tis twas twere til till cause cos coz bout round n neath nuff cuz fraid tween gainst".split())
_DECADE = re.compile(r"\d0s?\b|\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
#: Words that end in an apostrophe without a quotation ending there: the members' deal, goin', ol'.
_CUT_SHORT = re.compile(r"(?:s|[^\W\d_]in|\b(?:an|ol|o|th|mo|po|wi|lil))\Z", re.IGNORECASE)


@frozen
class Mark:
    """A mark at [start, end), and what it may do where it stands. `sure` of closing: it cannot be an apostrophe."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool
    double: bool
    sure: bool = True


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a stretch, in order."""
    for found in _MARKS.finditer(text, start, end):
        mark, at, to = found.group(), found.start(), found.end()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        if mark in ("„", ",,", "‘‘"):
            yield Mark(mark, at, to, opens=True, closes=False, double=True)
        elif mark == "“":
            # It closes a German quotation, and where a program turned the mark the wrong way.
            inside = before in _BEFORE_OPENING and before not in "'’"
            closes = not before.isspace() and not inside and not after.isalnum()
            yield Mark(mark, at, to, opens=not closes, closes=closes, double=True)
        elif mark == "”":
            opens = before.isspace() and (at == start or not after.isspace()) and after not in _AFTER_CLOSING
            yield Mark(mark, at, to, opens=opens, closes=not opens, double=True)
        elif mark in ("«", "»", "‹", "›", "<<", ">>"):
            yield _pointed(mark, at, to, before, after)
        elif mark == '"':
            opens, closes = _direction(before, after)
            # A space may part it from the mark of the quotation inside.
            closes = closes or (not opens and at - 1 > start and text[at - 2] in "'’”")
            yield Mark(mark, at, to, opens=opens, closes=closes, double=True)
        elif mark in _DOUBLE_SINGLES:
            opens, closes = _direction(before, after)
            yield Mark(mark, at, to, opens=opens and mark == "''", closes=closes or not opens, double=True)
        elif one := _single(text, mark, at, end, before, after):
            yield one


def _pointed(mark: str, at: int, to: int, before: str, after: str) -> Mark:
    """A mark that points: «so» in most of Europe, »so« in German and Danish, »so» in Swedish; in French with spaces."""
    opening, closing = before.isspace() or before in _BEFORE_OPENING, after.isspace() or after in _AFTER_CLOSING
    points_left = mark in ("«", "‹", "<<")
    opens = opening or not closing if points_left else opening and not closing
    return Mark(mark, at, to, opens=opens, closes=not opens, double=True)


def _direction(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark that looks the same on both sides opens, and whether it closes."""
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    closes = not before.isspace() and before not in "([{<"
    if opens and closes:
        opens = after.isalnum() or after in "$£€¡¿[(…"
        closes = not opens
    return opens, closes


def _single(text: str, mark: str, at: int, end: int, before: str, after: str) -> Mark | None:
    """A single mark, or None for an apostrophe."""
    if before.isalnum() and after.isalnum():
        return None
    opens, closes = _direction(before, after)
    if mark == "‚":
        opens, closes = not after.isspace(), False
    elif mark == "‘":
        # It closes after a low one, and where a program turned the mark the wrong way.
        closes = not before.isspace() and before not in _BEFORE_OPENING and not after.isalnum()
        opens = not closes and not after.isspace()
    elif mark == "’":
        opens, closes = False, not before.isspace()
    if opens and _is_clipped(text, at + 1, end):
        return None
    if not opens and not closes:
        return None
    sure = before in '.,!?;:…—–-)"”' or (
        (after.isspace() or after in _AFTER_CLOSING) and not _CUT_SHORT.search(text, max(0, at - 6), at)
    )
    return Mark(mark, at, at + 1, opens=opens, closes=closes, double=False, sure=sure or after in ".,;:!?)…")


def _is_clipped(text: str, at: int, end: int) -> bool:
    if _DECADE.match(text, at, end):
        return True
    word = _WORD.match(text, at, end)
    return word is not None and word.group().casefold() in _CLIPPED
