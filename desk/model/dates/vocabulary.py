"""The words and marks that date entry knows, and the scanner that finds them in what was typed."""

from __future__ import annotations

import re
from enum import StrEnum

from desk.model.dates.zones import ZONE_WORDS, printable
from desk.model.errors import InputError
from desk.model.frozen import frozen

#: Nothing that is a date is longer; more is refused before it is looked at.
LONGEST = 120

EXAMPLES = "Write, for example, mar 6, fri 5pm, jun 30 11:59pm PT, may, week of feb 16, +3d or undated."

_MONTH_NAMES = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_WEEKDAY_NAMES = (
    ("mon", "monday"),
    ("tue", "tues", "tuesday"),
    ("wed", "weds", "wednesday"),
    ("thu", "thur", "thurs", "thursday"),
    ("fri", "friday"),
    ("sat", "saturday"),
    ("sun", "sunday"),
)
MONTHS = {word: number for number, words in enumerate(_MONTH_NAMES, 1) for word in words}
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAY_NAMES) for word in words}
NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
COUNTED = {"d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "wks": 7, "week": 7, "weeks": 7}
_LINKS = frozenset(("undated", "by", "between", "and", "to", "of", "in", "ago", "at", "first", "second"))
_UNITS = frozenset(("this", "last", "next", "week", "wk", "month", "year", "noon", "midnight"))
_VOCABULARY = _LINKS | _UNITS | {*MONTHS, *WEEKDAYS, *NEAR_DAYS, *COUNTED, *ZONE_WORDS}

#: What people write that is no part of a date, and what to do instead.
_ADVICE = {
    **dict.fromkeys(
        ("expected", "scheduled", "confirmed", "occurred", "superseded"), "How sure it is has a field of its own."
    ),
    **dict.fromkeys(("stated", "inferred", "derived", "statutory"), "How it is known has a field of its own."),
    **dict.fromkeys(
        (
            *("early", "mid", "middle", "late", "start", "beginning", "end", "about", "around", "circa", "after"),
            *("spring", "summer", "fall", "autumn", "winter", "q", "quarter", "half", "weekend"),
        ),
        "Write the month, or two ends: between mar 1 and mar 10.",
    ),
    **dict.fromkeys(("before", "until", "till"), "Write by and the last day that it may be: by mar 9."),
    **dict.fromkeys(
        ("tonight", "morning", "afternoon", "evening", "night", "eod"),
        "Write the day, and the hour where it is known: today 9pm.",
    ),
    **dict.fromkeys(("tbd", "tba", "unknown"), "Write undated, or by and a day: by fri."),
    **dict.fromkeys(
        ("h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes"), "Write the time: today 5pm."
    ),
    **dict.fromkeys(("months", "years", "y"), "Write the month or the year itself."),
    **dict.fromkeys(("ist", "ast", "adt", "aest", "aedt", "jst", "eet", "eest"), "Write a zone such as Asia/Tokyo."),
}


class Kind(StrEnum):
    """What a token is."""

    ISO_DAY = "iso_day"
    ISO_MONTH = "iso_month"
    ZONE = "zone"
    MERIDIEM = "meridiem"
    WORD = "word"
    CLOCK = "clock"
    NUMBER = "number"
    MARK = "mark"


@frozen
class Token:
    """A piece of what was typed, in lower case; a zone's name as it was typed."""

    kind: Kind
    text: str


_TOKEN = re.compile(
    r"(?P<iso_day>\d{4}-\d{1,2}-\d{1,2})(?:t(?=\d\d:)|(?!\w))"
    r"|(?P<iso_month>\d{4}-\d{2})(?![\w-])"
    r"|(?P<zone>[a-z]+(?:/[a-z0-9_+-]+)+)"
    r"|(?P<meridiem>[ap]\.?m\.?)(?![a-z])"
    r"|(?P<word>[a-z]+\.?)"
    r"|(?P<clock>\d{1,2}:\d{2})(?![\d:])"
    r"|(?P<number>\d+)(?P<ordinal>(?:st|nd|rd|th)(?![a-z]))?"
    r"|(?P<mark>[-+~,/])",
    re.IGNORECASE | re.ASCII,
)
#: After a day in figures, this is an offset to whoever writes ISO 8601 and the end of a range to others.
_OFFSET = re.compile(r"\d-\d{2}(?:t|\s+)(\d{1,2}:\d{2})\s*([-+]\d{1,2}(?::?\d{2})?)(?!\w)", re.IGNORECASE | re.ASCII)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_ABBREVIATIONS = {word for word in (*MONTHS, *WEEKDAYS) if 3 <= len(word) <= 5} | {"wk"}


_LETTERS = re.compile(r"[a-z]+")
_BESIDE_FIGURES = frozenset(("am", "pm", "a", "p", "m", "t", "z", "st", "nd", "rd", "th"))


def may_be_date(text: str) -> bool:
    """Return True if nothing but words of dates stands in a text: asked of words that may go on a date, or be none of it."""
    if len(text) > LONGEST:
        return False
    return "/" in text or all(word in _VOCABULARY or word in _BESIDE_FIGURES for word in _LETTERS.findall(text.lower()))


def refusal(what: str, remedy: str = EXAMPLES) -> InputError:
    """The error for a date that is not taken."""
    return InputError(what, where="date", remedy=remedy)


def not_understood(word: str) -> InputError:
    """The error for a word or mark that does not belong where it stands, or in any date."""
    if word in _ADVICE:
        return refusal(f"“{word}” is no part of a date", _ADVICE[word])
    if word.isalpha() and word not in _VOCABULARY:
        from difflib import get_close_matches

        near = get_close_matches(word, _VOCABULARY, n=1, cutoff=0.7)
        if near:
            return refusal(f"“{printable(word)}” is not a word for dates", f"Did you mean {near[0]}?")
    return refusal(f"“{printable(word)}” is not understood here")


def scan(text: str) -> list[Token]:
    """The tokens of what was typed; InputError for anything that cannot stand in a date."""
    if len(text) > LONGEST:
        raise refusal(f"“{printable(text)}” is too long for a date")
    plain = text.translate(_DASHES)
    offset = _OFFSET.search(plain)
    if offset is not None:
        raise refusal(
            f"“{offset[2]}” after {offset[1]} is not a zone", "Write PT or a zone's name; for a range, write to."
        )
    tokens = []
    at = 0
    while at < len(plain):
        if plain[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(plain, at)
        if found is None or found.lastgroup is None:
            raise _bad_character(plain[at], plain[at:])
        ordinal = found["ordinal"]
        kind = Kind.NUMBER if ordinal else Kind(found.lastgroup)
        piece = found[kind.value]
        if ordinal and ordinal.lower() != _ordinal(piece):
            raise not_understood(ordinal.lower())
        if kind is not Kind.ZONE:
            piece = piece.lower()
        if kind is Kind.WORD and piece.endswith("."):
            piece = piece[:-1]
            if piece not in _ABBREVIATIONS:
                raise refusal(f"The period after “{printable(piece)}” is not understood")
        tokens.append(Token(kind, piece))
        at = found.end()
    if not tokens:
        raise refusal("No date was given", "Write a date, or undated if it is not known.")
    return tokens


def _ordinal(number: str) -> str:
    """The letters behind a day: 1st, 2nd, 3rd, 11th."""
    if number[-2:] in ("11", "12", "13") or len(number) > 2:
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _bad_character(char: str, rest: str) -> InputError:
    if char.isdecimal() and not char.isascii():
        return refusal(f"“{char}” is a digit of another script", "Write the digits 0 to 9.")
    if re.match(r"\d{1,2}:\d{2}:", rest) or char == ":":
        return refusal("A time is given in hours and minutes", "Write, for example, 17:00 or 5pm.")
    return refusal(f"“{printable(char)}” is not understood in a date")
