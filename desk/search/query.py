"""The search line as it was typed, read: words, exact words, filters. Whatever is not a known filter is text."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date
from typing import Protocol

from desk.model.frozen import frozen
from desk.model.tokens import terms

#: No more of a search line is read: more than anybody types, and enough of a pasted article to find it by.
READ_CHARACTERS = 2_000
#: No more words than these are searched for.
READ_WORDS = 24
READ_PHRASES = 4

FIELD_FILTERS = ("speaker", "org", "venue", "talks", "tag")
STATES = ("verified", "copyable")

_DATES = ("since", "before")
_KEYS = frozenset((*FIELD_FILTERS, *_DATES, "is"))

_PART = re.compile(
    r'(?<!\S)(?P<key>-?[A-Za-z]{2,12}):(?!//)(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))'
    r'|"(?P<phrase>[^"]*)"?'
    r'|(?P<text>[^\s"]+)'
)
_CURLY = str.maketrans("“”„‟«»", '""""""')
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")


@frozen
class Query:
    """A search line, read. `words` and `phrases` hold terms; `unknown` holds what looks like a filter and is none.

    `since` is the first day that is allowed, `before` the first that is not any more, both as ordinals.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    states: frozenset[str] = field(default_factory=frozenset)
    since: int | None = None
    before: int | None = None
    unknown: tuple[str, ...] = ()
    #: The last word may go on: no space was typed after it.
    open_ended: bool = False
    #: The same of the last word in marks: they are not closed yet.
    phrase_open: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything but words limits the answer."""
        return bool(self.filters or self.states or self.phrases or self.since is not None or self.before is not None)


class DateReader(Protocol):
    """Reads a date as people type it: the first and last day it covers, as ordinals; None when it is not a date.

    What leaves open which it is (`feb`, `fri`) is the latest that has begun, or the first after `after`, or the last
    before `before`.
    """

    def __call__(self, text: str, /, *, after: int | None = None, before: int | None = None) -> tuple[int, int] | None:
        """The days of this text."""


def iso_days(text: str, /, *, after: int | None = None, before: int | None = None) -> tuple[int, int] | None:
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
    """Any line as a query. Never fails: what is no filter is searched as text, or said in `unknown`.

    A word with a colon stays text where nothing follows it or it has figures ("note: to self", "12:30"). What has the
    shape of a filter and is none (`colour:red`, `-tag:ai`) is said as unknown and left out, so that the rest is what is
    searched for; where there is no rest, its words are.
    """
    line = line[:READ_CHARACTERS].translate(_CURLY)
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    filters: list[tuple[str, tuple[str, ...]]] = []
    states: set[str] = set()
    unknown: list[str] = []
    dated: dict[str, list[str]] = {key: [] for key in _DATES}
    aside: list[str] = []
    open_ended = phrase_open = False
    for part in _PART.finditer(line):
        open_ended = phrase_open = False
        key = (part["key"] or "").lower()
        value = part["quoted"] if part["quoted"] is not None else part["bare"] or ""
        if part["phrase"] is not None:
            phrase = tuple(terms(part["phrase"]))[:READ_WORDS]
            if phrase and len(phrases) < READ_PHRASES:
                phrases.append(phrase)
                phrase_open = len(phrase) < READ_WORDS and part.end() == len(line) and _goes_on(line)
            continue
        if key in FIELD_FILTERS:
            wanted = tuple(terms(value))
            if wanted:
                filters.append((key, wanted))
            continue
        if key == "is" and value.lower() in STATES:
            states.add(value.lower())
            continue
        if key in _DATES and dates(value) is not None:
            dated[key].append(value)
            continue
        if key:
            unknown.append(part[0])
            if key not in _KEYS:
                aside += terms(part[0])
            continue
        if part[0].endswith(":") and part[0][:-1].lower() in _KEYS:
            continue  # a filter whose value is still to be typed
        found = terms(part[0])
        words += found
        open_ended = bool(found) and part.end() == len(line) and _goes_on(line)
    since, before = _span(dated["since"], dated["before"], dates)
    query = Query(
        tuple(words[:READ_WORDS]),
        tuple(phrases),
        tuple(filters),
        frozenset(states),
        since,
        before,
        tuple(unknown),
        open_ended and len(words) <= READ_WORDS,
        phrase_open,
    )
    return query if query.words or query.narrowed else replace(query, words=tuple(aside[:READ_WORDS]))


def _goes_on(line: str) -> bool:
    """Whether the word at the end may still be typed: it ends in a letter, a mark on one, or a figure."""
    return line[-1].isalnum() or unicodedata.category(line[-1]).startswith("M")


def _span(sinces: Sequence[str], befores: Sequence[str], dates: DateReader) -> tuple[int | None, int | None]:
    """The first day that is allowed and the first that is not any more; of several the narrowest.

    A month or a weekday that leaves open which one it is, is read so that the two hold days between them: in February
    the March of `since:feb before:mar` is the one that comes, not that of last year.
    """

    def first(text: str, **beside: int) -> int:
        days = dates(text, **beside)
        return days[0] if days is not None else 0

    since = max(map(first, sinces), default=None)
    before = min(map(first, befores), default=None)
    if since is None or before is None or since < before:
        return since, before
    later = min(first(text, after=since) for text in befores)
    if since < later:
        return since, later
    earlier = max(first(text, before=before) for text in sinces)
    return (earlier, before) if earlier < before else (since, before)
