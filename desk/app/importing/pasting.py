"""The import form's fields read: which file, of what source, kind and day, whose statement, and what was found in it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk.app.forms.readers import OneOf, When, words_of
from desk.app.forms.references import ASource, People
from desk.app.importing.statement import Quotation, read_statement
from desk.app.lines.context import EntryContext, UnknownError, called
from desk.app.lines.linedraft import is_ahead
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Certainty, SourceKind
from desk.model.errors import InputError
from desk.model.quotes.groundrules import default_tier
from desk.model.records import Party, Person, Source
from desk.model.text import one_line

PEOPLE, SOURCE, DATE = People(), ASource(), When(UNDATED, "past")
KIND: OneOf[SourceKind | None] = OneOf(None, dict(words_of(SourceKind)))
#: Kinds that somebody published; who it was is asked.
PUBLISHED = frozenset({SourceKind.PRESS_RELEASE, SourceKind.PUBLISHED_REPORT, SourceKind.SOCIAL_POST})
#: Ends of the names of files that are taken in.
_FILES = (".json", ".jsonl", ".txt", ".html", ".docx")
#: No path is longer; a line that is, is words.
_LONGEST_PATH = 500


def path_in(text: str) -> Path | None:
    """The file that is named, where the text is one line that looks like a path."""
    line = text.strip()
    if "\n" in line or not 0 < len(line) <= _LONGEST_PATH:
        return None
    named = line.strip("'\"")
    if not (named.startswith(("/", "~", "./", "../")) or named.endswith(_FILES)):
        return None
    try:
        return Path(named).expanduser()
    except RuntimeError:  # there is no such home folder
        return None


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """What the form holds. `given` are speakers that the reporter named for single quotations, by their number."""

    known: EntryContext
    text: str
    source: str
    speaker: str
    date: str
    kind: str = ""
    by: str = ""
    given: Mapping[int, Party | Person] = field(default_factory=dict)

    def known_source(self) -> Source | None:
        """The source of the desk that the code names, if it names one."""
        try:
            return self.known.source(self.source)
        except UnknownError:
            return None

    def dated(self) -> DateValue:
        """When the source is from, as the form says. Raises InputError at `date`."""
        if not self.date.strip():
            raise InputError("its date is missing", where="date", remedy="Write today, fri, feb 9 or undated.")
        try:
            value = DATE.read(self.date, self.known, {})
        except InputError as error:
            raise InputError(error.what, where="date", remedy=error.remedy) from None
        if is_ahead(value, self.known):
            raise InputError("that day is still to come", where="date", remedy="Write the day that stands on it.")
        return replace(value, certainty=Certainty.OCCURRED)

    def said(self) -> DateValue:
        """When the words were said: the day of the source, but not that of a report, which tells of other days."""
        source = self.source_of()
        if source.kind is SourceKind.PUBLISHED_REPORT or is_ahead(source.date, self.known):
            return replace(UNDATED, certainty=Certainty.OCCURRED)
        return replace(source.date, certainty=Certainty.OCCURRED)

    def source_of(self) -> Source:
        """The source of that code, or a new one of which kind, date and who published it are said.

        Nothing of it is taken for granted: what a press release says is primary, what a story says is not. Raises
        InputError at the field.
        """
        if not self.source.strip():
            raise InputError("a source is needed", where="source", remedy="A short code for it, such as release-feb14.")
        source = self.known_source()
        if source is not None:
            return source
        if not self.kind.strip():
            raise InputError(
                "what kind of source it is, is not said", where="kind",
                remedy="A news story is a published report.",
            )  # fmt: skip
        try:
            kind = KIND.read(self.kind, self.known, {})
        except InputError as error:
            raise InputError(error.what, where="kind", remedy=error.remedy) from None
        assert kind is not None
        by = one_line(self.by)
        if not by and kind in PUBLISHED:
            raise InputError(
                "who published it is missing",
                where="by",
                remedy="An outlet, or whose release it is; - where not known.",
            )
        return Source(
            code=one_line(self.source), kind=kind, tier=default_tier(kind), outlet=by.strip("-– "), date=self.dated()
        )

    def quotations(self) -> tuple[Quotation, ...]:
        """What was found in the text, with whom the reporter named for it."""
        if path_in(self.text) is not None:
            return ()
        found = read_statement(self.text, self.known, self.whose())
        return tuple(
            replace(one, speaker=self.given[number], name="", why="", taken=True) if number in self.given else one
            for number, one in enumerate(found)
        )

    def whose(self) -> Party | Person | None:
        """Whose statement it is, as far as the form says so."""
        try:
            named = PEOPLE.read(self.speaker, self.known, {}) if self.speaker.strip() else ()
        except InputError:
            return None
        return named[0] if len(named) == 1 else None

    def open_row(self, left_out: Set[int]) -> int | None:
        """The number of the first quotation that cannot be kept yet, since nobody has said for sure who said it."""
        found = enumerate(self.quotations())
        return next((number for number, one in found if number not in left_out and not settled(one)), None)

    def to_keep(self, left_out: Set[int]) -> list[Quotation]:
        """The quotations that are kept. Raises InputError where there is none, or one whose speaker is not settled."""
        found = self.quotations()
        kept = [one for number, one in enumerate(found) if number not in left_out]
        if not kept:
            raise InputError("there is nothing in it to keep", where="text")
        number = self.open_row(left_out)
        if number is not None:
            raise _unsettled(found[number])
        return kept


def settled(one: Quotation) -> bool:
    """Return True if it is known for sure who said it: by the text itself, or by the reporter."""
    return one.speaker is not None and one.sure


def _unsettled(one: Quotation) -> InputError:
    words = f"“{' '.join(one.words.split())[:40]}…”"
    if one.speaker is not None:
        by = f", by “{one.said_by}”" if one.said_by else ""
        what = f"look at {words}: {called(one.speaker)}{by}; {one.why.rstrip('.')}"
        return InputError(what, remedy="↵ on it says who, space leaves it out.")
    if one.name:
        what = f"{one.name}, who said {words}, is not in the desk yet"
        return InputError(what, remedy="↵ on it adds them or names another, space leaves it out.")
    return InputError(f"it is not known who said {words}", remedy="↵ on it says who, space leaves it out.")
