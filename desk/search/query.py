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
from desk.model.wording.tokens import terms

#: No more of a search line is read: more than anybody types, and enough of a pasted article to find it by.
READ_CHARACTERS = 2_000
#: No more words than these are searched for.
READ_WORDS = 24
READ_PHRASES = 4
READ_FILTERS = 8
#: A date is no longer than this: "the week of Feb 9 2026".
READ_DATE_WORDS = 6

FIELD_FILTERS = ("speaker", "org", "venue", "talks", "tag")
STATES = ("verified", "copyable")
DATES = ("since", "before")

_KEYS = frozenset((*FIELD_FILTERS, *DATES, "is"))

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
    #: The line as far as it was read, and where in it each filter and each of the exact words stand, in order.
    line: str = ""
    limits: tuple[tuple[int, int], ...] = ()

    @property
    def narrowed(self) -> bool:
        """True if anything but words limits the answer."""
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
    searched for; where there is no rest, its words are. A date takes as many of the words after it as make one.
    """
    return _Reader(line[:READ_CHARACTERS].translate(_CURLY), dates).query()


class _Reader:
    """Reads one line, part by part."""

    def __init__(self, line: str, dates: DateReader) -> None:
        self._line = line
        self._dates = dates
        self._parts = list(_PART.finditer(line))
        self._runs: list[tuple[int, int]] = []  # stretches of text with no filter inside
        self._phrases: list[tuple[str, ...]] = []
        self._filters: dict[tuple[str, tuple[str, ...]], None] = {}
        self._states: set[str] = set()
        self._dated: dict[str, list[str]] = {key: [] for key in DATES}
        self._limits: list[tuple[int, int]] = []
        self._unknown: list[str] = []
        self._aside: list[str] = []

    def query(self) -> Query:
        """What the line says."""
        at, in_run = 0, False
        while at < len(self._parts):
            part = self._parts[at]
            taken = self._filter(part, at)
            if taken:
                at, in_run = at + taken, False
                continue
            start = self._runs.pop()[0] if in_run else part.start()
            self._runs.append((start, part.end()))
            at, in_run = at + 1, True
        words = [term for start, end in self._runs for term in terms(self._line[start:end])]
        since, before = _span(self._dated["since"], self._dated["before"], self._dates)
        open_ended = bool(words) and in_run and self._ends_open()
        query = Query(
            tuple(words[:READ_WORDS]),
            tuple(self._phrases),
            tuple(self._filters),
            frozenset(self._states),
            since,
            before,
            tuple(self._unknown),
            open_ended and len(words) <= READ_WORDS,
            self._phrase_open(),
            self._line,
            tuple(self._limits),
        )
        return query if query.words or query.narrowed else replace(query, words=tuple(self._aside[:READ_WORDS]))

    def _filter(self, part: re.Match[str], at: int) -> int:
        """How many parts are taken by the filter or the exact words that begin here; 0 where this is text."""
        key = (part["key"] or "").lower()
        value = part["quoted"] if part["quoted"] is not None else part["bare"] or ""
        if part["phrase"] is not None:
            phrase = tuple(terms(part["phrase"]))[:READ_WORDS]
            if phrase and len(self._phrases) < READ_PHRASES:
                self._phrases.append(phrase)
                self._limits.append(part.span())
            return 1
        if not key and part[0].endswith(":") and part[0][:-1].lower() in _KEYS:
            # A filter whose value is still to be typed, or follows after a space.
            return 1 + (self._date(part[0][:-1].lower(), at + 1, part.start()) if part[0][:-1].lower() in DATES else 0)
        if not key:
            return 0
        if key in DATES and (taken := self._date(key, at, part.start())):
            return taken
        if key in FIELD_FILTERS and (wanted := tuple(terms(value))) and self._room((key, wanted)):
            self._filters[key, wanted] = None
        elif key == "is" and value.lower() in STATES:
            self._states.add(value.lower())
        else:
            self._unknown.append(part[0])
            if key not in _KEYS:
                self._aside += terms(part[0])
            return 1
        self._limits.append(part.span())
        return 1

    def _room(self, filter_: tuple[str, tuple[str, ...]]) -> bool:
        return filter_ in self._filters or len(self._filters) < READ_FILTERS

    def _date(self, key: str, at: int, start: int) -> int:
        """Takes the longest date that begins with this part; returns of how many parts it is, 0 where it is none."""
        if at >= len(self._parts):
            return 0
        first = self._parts[at]
        if first["quoted"] is not None:
            most = 1
        else:
            most = 1 + next(
                (n for n, part in enumerate(self._parts[at + 1 : at + READ_DATE_WORDS]) if part["text"] is None),
                min(READ_DATE_WORDS - 1, len(self._parts) - at - 1),
            )
        group = "quoted" if first["quoted"] is not None else "bare" if first["bare"] is not None else "text"
        if first[group] is None:
            return 0
        for size in range(most, 0, -1):
            end = self._parts[at + size - 1].end()
            text = first[group] if size == 1 else self._line[first.start(group) : end]
            text = text.rstrip(",;")
            if self._dates(text) is not None:
                self._dated[key].append(text)
                self._limits.append((start, end))
                return size
        return 0

    def _phrase_open(self) -> bool:
        """Return True if the last of the exact words may still be typed."""
        last = self._parts[-1] if self._parts else None
        if last is None or not last["phrase"] or not self._limits or self._limits[-1] != last.span():
            return False
        return len(self._phrases[-1]) < READ_WORDS and self._ends_open()

    def _ends_open(self) -> bool:
        return self._parts[-1].end() == len(self._line) and _goes_on(self._line)


def _goes_on(line: str) -> bool:
    """Return True if the word at the end may still be typed: it ends in a letter, a mark on one, or a figure."""
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
