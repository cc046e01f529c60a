"""A text as words and signs, as far as they count where two texts are compared, and what kind of word each is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

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


class Token(NamedTuple):
    """A word or a sign as it stands in a text, and the key under which it is compared."""

    key: str
    start: int
    end: int


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


def marks_at_end(found: list[Token]) -> int:
    """How many marks stand at the end of what counts, which are those of a quotation inside the whole.

    The comma or period before them is style's too: `core` drops it where it is the last sign of all.
    """
    count = 0
    while count < len(found) and found[-1 - count].key == "'":
        count += 1
    return count


def _without_end(found: list[Token]) -> list[Token]:
    at = len(found) - 1
    while at >= 0 and found[at].key == "'":
        at -= 1
    return found[:at] + found[at + 1 :] if at >= 0 and found[at].key in _END else found


def is_negation(word: str) -> bool:
    """Return True if a word turns a sentence round: "not", "never", "won't"."""
    folded = word.casefold().translate(_APOSTROPHES)
    return folded in _NEGATIONS or folded.endswith("n't")


def is_number(word: str) -> bool:
    """Return True if a word is a number, in figures or written out."""
    return any(character.isdigit() for character in word) or word.casefold() in _NUMBERS


def is_word(key: str) -> bool:
    """Return True if a token is a word and no sign."""
    return any(character.isalnum() for character in key)


#: Words that are shortened with a period, after which a capital begins no sentence.
_SHORTENED = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen Lt Sgt Col Capt St Jr Sr Prof Rev Inc Corp Co Ltd vs".split())


def is_sentence_end(found: Sequence[Token], at: int) -> bool:
    """Return True if a sentence ends with this token. Where that is not sure, it does not."""
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
    """Return True if a token looks like a name: a capital where no sentence begins."""
    return bool(name_at(found, at))


def name_at(found: Sequence[Token], at: int) -> str:
    """The key of a token that looks like a name (a capital where no sentence begins), or ""."""
    key = found[at].key
    starts = at == 0 or found[at - 1].key in {".", "!", "?", "…", "'"}
    if not key[0].isupper() or key in {"I", "I'm", "I've", "I'll", "I'd"}:
        return ""
    return key if not starts or sum(c.isupper() for c in key) > 1 else ""
