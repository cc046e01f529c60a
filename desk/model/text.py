"""The one place where text from outside is cleaned, and where what is left of it is made safe to print.

What people type, paste and import is kept as it is, less what cannot be seen: such characters steer a terminal, turn
the direction of a line, hide words, or cannot be stored at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# A sequence that steers a terminal, whole: CSI, then the strings (OSC, DCS, SOS, PM, APC) with their end, then the
# choice of a character set. Of any other, and of a string without its end, only the escape goes, so that no words do.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[()*+][0-9A-Z]"
)

# What text of one Windows code page becomes where it was read as another: marks and dashes, not control characters.
_MISREAD = {0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—"}
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")

# Characters that cannot be seen and say nothing. The joiners U+200C and U+200D stay: Persian, the Indic scripts and
# emoji are written with them; so do the sixteen variation selectors of the first plane.
_UNSEEN_RANGES = (
    (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x9F),  # controls; line ends, tab and the misread marks are dealt with before
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200B), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF), *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
)  # fmt: skip
_UNSEEN_CLASS = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in _UNSEEN_RANGES)
_UNSEEN = re.compile(f"[{_UNSEEN_CLASS}]")
# Text of these alone (ASCII, Latin letters, the usual marks and signs of money) is passed through after one look.
_PLAIN = re.compile("[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
# No writing puts thirty marks on one letter; ordering a long run of them takes seconds.
_MARKS_IN_A_ROW = 30


def clean(text: str) -> str:
    """Text as the desk keeps it: in NFC, with line feed as the only line end, and without what cannot be seen.

    Terminal sequences, controls but tab and line feed, direction marks, zero-width characters but the joiners, tags
    and byte-order marks are taken out; two surrogates that belong together become their character, a lone one
    becomes U+FFFD. Never raises, and cleaning twice changes nothing.
    """
    if _PLAIN.fullmatch(text):
        return text
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", _SEQUENCES.sub("", text))
    text = _UNSEEN.sub("", text.translate(_MISREAD))
    # Composing can take one mark apart into two, so the count is taken again.
    return _few_marks(unicodedata.normalize("NFC", _few_marks(text)))


def one_line(text: str) -> str:
    """The same, as one line: every run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())


#: What ends with a period of its own: "9 a.m.", "the U.S.", "Eastside Inc.", "on Dec."
_SHORTENED = re.compile(
    r"(?:\b(?:[^\W\d_]\.){2,}|\b(?:mr|mrs|ms|dr|jr|sr|st|inc|corp|co|ltd|vs|etc|dept|jan|feb|aug|sept?|oct|nov|dec)\.)$",
    re.IGNORECASE,
)


def without_period(text: str) -> str:
    """Words without the period that ends their sentence, for a line that goes on; that of "a.m." stays."""
    if not text.endswith(".") or text.endswith("..") or _SHORTENED.search(text):
        return text
    return text[:-1]


def visible(text: str) -> str:
    """Text for a terminal: what cannot be seen is shown as a symbol, one character for one.

    The last net under what is printed, for text that reached the desk by another way than `clean`. Tab and line
    feed stay.
    """
    if _PLAIN.fullmatch(text):
        return text
    found, symbols = _symbols()
    return text.translate(symbols) if found.search(text) else text


@cache
def _symbols() -> tuple[re.Pattern[str], dict[int, int]]:
    """What is shown as a symbol, and as which: made when the first text needs it, since most never do."""
    symbols = (
        {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
        | {0x7F: 0x2421}
        | {code: 0x2426 for first, last in _UNSEEN_RANGES for code in range(first, last + 1) if code > 0x7F}
        | {0x2028: 0x2424, 0x2029: 0x2424}
        | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    )
    return re.compile(f"[\r\v\f\u2028\u2029\ud800-\udfff{_UNSEEN_CLASS}]"), symbols


def _few_marks(text: str) -> str:
    """Text with no more combining marks in a row than any writing needs."""
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)
