"""The search line as it was typed, read: words, exact words, filters. Whatever is not a known filter is text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from desk.model.tokens import terms

#: Reads a date as people type it: the first and last day it covers, as ordinals; None when it is not a date.
DateReader = Callable[[str], tuple[int, int] | None]

#: No more of a search line is read: more than anybody types, and enough of a pasted article to find it by.
READ_CHARACTERS = 2_000
#: No more words than these are searched for.
READ_WORDS = 24
READ_PHRASES = 4

FIELD_FILTERS = ("speaker", "org", "venue", "talks", "tag")
STATES = ("verified", "copyable")

_PART = re.compile(
    r'(?<!\S)(?P<key>[A-Za-z]{2,12}):(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))'
    r'|"(?P<phrase>[^"]*)"?'
    r'|(?P<text>[^\s"]+)'
)
_CURLY = str.maketrans("“”„‟«»", '""""""')
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class Query:
    """A search line, read. `words` and `phrases` hold terms; `unknown` holds what looks like a filter and is none."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    states: frozenset[str] = field(default_factory=frozenset)
    since: int | None = None
    before: int | None = None
    unknown: tuple[str, ...] = ()
    #: The last word may go on: no space was typed after it.
    open_ended: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything but words limits the answer."""
        return bool(self.filters or self.states or self.phrases or self.since is not None or self.before is not None)


def iso_days(text: str) -> tuple[int, int] | None:
    """`2026-02-13`, `2026-02` or `2026` as first and last day; None for anything else."""
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return (date(year, month, day).toordinal(),) * 2
        if month:
            return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    except ValueError:
        return None


def read(line: str, dates: DateReader = iso_days) -> Query:
    """Any line as a query. Never fails: what is not understood is searched as text, or said in `unknown`.

    A word with a colon that names no filter stays text ("note: to self" and "12:30" are words); it is also said as
    unknown when it has the shape of a filter (`colour:red`).
    """
    line = line[:READ_CHARACTERS].translate(_CURLY)
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    filters: list[tuple[str, tuple[str, ...]]] = []
    states: set[str] = set()
    unknown: list[str] = []
    since = before = None
    open_ended = False
    for part in _PART.finditer(line):
        open_ended = False
        key = (part["key"] or "").lower()
        value = part["quoted"] if part["quoted"] is not None else part["bare"] or ""
        if part["phrase"] is not None:
            phrase = tuple(terms(part["phrase"]))[:READ_WORDS]
            if phrase and len(phrases) < READ_PHRASES:
                phrases.append(phrase)
            continue
        if key in FIELD_FILTERS:
            wanted = tuple(terms(value))
            if wanted:
                filters.append((key, wanted))
            continue
        if key == "is" and value.lower() in STATES:
            states.add(value.lower())
            continue
        if key in ("since", "before"):
            days = dates(value)
            if days is not None:
                since, before = (days[0], before) if key == "since" else (since, days[0])
                continue
        if key:
            unknown.append(part[0])
            if key in ("is", "since", "before"):
                continue
        found = terms(part[0])
        words += found
        open_ended = bool(found) and part.end() == len(line) and line[-1].isalnum()
    return Query(
        tuple(words[:READ_WORDS]),
        tuple(phrases),
        tuple(filters),
        frozenset(states),
        since,
        before,
        tuple(unknown),
        open_ended and len(words) <= READ_WORDS,
    )
