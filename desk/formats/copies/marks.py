"""Quotation marks: around words, inside of them, over several paragraphs, and the point that style puts at the end."""

from __future__ import annotations

import re
from enum import StrEnum

from desk.model.enums import EndMark


class Marks(StrEnum):
    """Which marks stand outside: double ones (US) or single ones (British)."""

    US = "us"
    BRITISH = "british"


_PAIRS = {Marks.US: (("“", "”"), ("‘", "’")), Marks.BRITISH: (("‘", "’"), ("“", "”"))}
_OPENS = frozenset("“„«‘‚")
_DOUBLES = frozenset('"“”„«»')
_SINGLES = frozenset("'‘’‚")
_MARK = re.compile("[\"“”„«»'‘’‚]")
_MAY_END = re.compile(r"[.?!][”’\"']*(?=\s)")
_APOSTROPHE_BEGINS = re.compile(
    r"(?:\d0?s\b|\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|round\b|n[’']\b|bout\b)", re.IGNORECASE
)
_ABBREVIATION = re.compile(
    r"(?:\b[^\W\d_]\.[^\W\d_]\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|Dr|Mr|Mrs|Ms|St|vs|etc"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Gov|Sen|Rep)\.)$"
)
# What may stand before a capital in the middle of a sentence: titles before names, places, numbers.
_GOES_ON = re.compile(
    r"(?:\b(?:No|Nos|Lt|Gen|Rev|Prof|Sgt|Col|Maj|Capt|Adm|Hon|Mt|Ft|Ave|Blvd|Dept|Assn|Bros|Cos|Ala|Ariz|Ark|Colo|Conn|Del"
    r"|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|Mar|Apr)"
    r"|\bPh\.D)\.$"
)
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.$")
# After one of these a straight mark closes.
_CLOSED_AFTER = frozenset(".,?!…;:)—%")
#: What ends a sentence or breaks it off by itself, and takes no comma or period.
ENDS = ("?", "!", "…", "...", "—", "–", "--")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def paragraphs(words: str) -> list[str]:
    """The paragraphs of a quote, each as one line. Blank lines part them; where there are none, lines that each end
    a sentence are paragraphs, and others only wrapped lines.
    """
    words = words.strip()
    if _PARAGRAPH.search(words):
        parts = _PARAGRAPH.split(words)
    else:
        lines = [line.strip() for line in words.split("\n") if line.strip()]
        whole = all(line.rstrip("\"'”’»)]").endswith((".", "?", "!", "…")) for line in lines[:-1])
        parts = lines if whole else [" ".join(lines)]
    return [" ".join(part.split()) for part in parts if part.strip()]


def inner(words: str, style: Marks, *, depth: int = 1) -> str:
    """Words with the marks inside of them as they must be under `depth` outer ones. Apostrophes stay as they are, and
    so does a mark that has no partner.
    """
    found = _nested(words)
    out = list(words)
    for at, (opens, level) in found.items():
        pair = _PAIRS[style][(level + depth) % 2]
        out[at] = pair[0] if opens else pair[1]
    return "".join(out)


def marked(paragraph: str, style: Marks, *, opens: bool = True, closes: bool = True) -> str:
    """One paragraph in marks. A quote that goes on in the next paragraph is not closed here."""
    pair = _PAIRS[style][0]
    return f"{pair[0] if opens else ''}{inner(paragraph, style)}{pair[1] if closes else ''}"


def quoted(words: str, style: Marks) -> str:
    """Words alone in marks, as they are: each paragraph opens them, only the last one closes them."""
    parts = paragraphs(words)
    return "\n\n".join(marked(part, style, closes=at == len(parts) - 1) for at, part in enumerate(parts))


def bare(words: str) -> str:
    """A paraphrase without the marks around the whole, if somebody put them there."""
    text = "\n\n".join(paragraphs(words))
    pairs, last = _nested(text), len(text) - 1
    if 0 not in pairs or last not in pairs or any(level == 0 for at, (_, level) in pairs.items() if 0 < at < last):
        return text
    return text[1:-1].strip()


def ended(paragraph: str, point: str, style: Marks, end_mark: EndMark, *, closes: bool = True) -> str:
    """One paragraph in marks with `point` ("," or ".") where its sentence ends, by the rules of the style.

    A question or exclamation mark, dots and a dash stay and take no point; the comma or period that is there gives
    way to it. In US style the point stands inside of all marks; in British style outside of them where it is not the
    speaker's own, since then it belongs to our sentence.
    """
    text = inner(paragraph, style)
    pair = _PAIRS[style][0]
    tail, pairs = "", _nested(text)
    while text and len(text) - 1 in pairs:
        text, tail = text[:-1], text[-1] + tail
    text, theirs = without_point(text)
    close = pair[1] if closes else ""
    if text.endswith(ENDS):
        return f"{pair[0]}{text}{tail}{close}"
    if style is Marks.BRITISH and not (theirs and end_mark is EndMark.GIVEN):
        return f"{pair[0]}{text}{tail}{close}{point}"
    if point == "." and _ABBREVIATION.search(text):
        point = ""
    return f"{pair[0]}{text}{point}{tail}{close}"


def pointed(text: str, point: str, style: Marks) -> str:
    """Words that get no marks, with `point` at their end: inside of marks that close there in US style, and once."""
    tail, pairs = "", _nested(text)
    while text and len(text) - 1 in pairs:
        text, tail = text[:-1], text[-1] + tail
    text = without_point(text)[0]
    if text.endswith(ENDS) or (point == "." and _ABBREVIATION.search(text)):
        return f"{text}{tail}"
    return f"{text}{tail}{point}" if style is Marks.BRITISH else f"{text}{point}{tail}"


def without_point(text: str) -> tuple[str, bool]:
    """Text without the comma, period or colon at its end, and whether there was one. The period of an abbreviation and the
    last of several dots stay.
    """
    if text.endswith("...") or not text.endswith((",", ".", ";", ":")):
        return text, False
    if text.endswith(".") and _ABBREVIATION.search(text):
        return text, True
    return text[:-1].rstrip(), True


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, where it is sure that one ends: a point, then white space and a capital, not after
    an abbreviation and not inside of marks.
    """
    pairs = _nested(paragraph)
    out, start, depth, seen = [], 0, 0, 0
    marks = sorted(pairs)
    for match in _MAY_END.finditer(paragraph):
        at = match.end()
        while seen < len(marks) and marks[seen] < at:
            depth += 1 if pairs[marks[seen]][0] else -1
            seen += 1
        # Long enough for any abbreviation, so that a long paragraph takes time in proportion.
        end = paragraph[max(start, at - 24) : at].rstrip("”’\"'")
        if (
            not depth
            and not _ABBREVIATION.search(end)
            and not _GOES_ON.search(end)
            and not _INITIAL.search(end)
            and paragraph[at + 1 : at + 3].lstrip("“‘\"'")[:1].isupper()
        ):
            out.append(paragraph[start:at])
            start = at + 1
    return [*out, paragraph[start:]]


def _nested(words: str) -> dict[int, tuple[bool, int]]:
    """The quotation marks in words that have a partner: where, whether it opens, and how deep it lies (from 0)."""
    stack: list[tuple[int, bool]] = []
    partner: dict[int, int] = {}
    for match in _MARK.finditer(words):
        at, character = match.start(), match.group()
        double = character in _DOUBLES
        before, after = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
        if not double and before.isalnum() and after.isalnum():
            continue
        opening = character in _OPENS or (character in "\"'" and not (before.isalnum() or before in _CLOSED_AFTER))
        if not double and opening and _APOSTROPHE_BEGINS.match(words, at + 1):
            continue
        if opening and after and not after.isspace():
            stack.append((at, double))
            continue
        place = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][1] == double), -1)
        if place >= 0:
            partner[stack[place][0]] = at
            del stack[place:]
    found: dict[int, tuple[bool, int]] = {}
    around: list[int] = []
    for start in sorted(partner):
        while around and around[-1] < start:
            around.pop()
        found[start] = (True, len(around))
        found[partner[start]] = (False, len(around))
        around.append(partner[start])
    return found
