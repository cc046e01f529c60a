"""The import form's fields read: which file, whose statement, of what source and day, and what was found in it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk.intake.entry.readers import When
from desk.intake.entry.references import People
from desk.intake.known import Known, UnknownError
from desk.intake.linedraft import is_ahead
from desk.intake.statement import Quotation, read_statement
from desk.model.dates import UNDATED, DateValue, day
from desk.model.errors import InputError
from desk.model.groundrules import default_tier
from desk.model.records import Party, Person, Source
from desk.model.words import Certainty, SourceKind

PEOPLE, DATE = People(), When(UNDATED, "past")
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

    known: Known
    text: str
    source: str
    speaker: str
    date: str
    given: Mapping[int, Party | Person] = field(default_factory=dict)

    def said(self) -> DateValue:
        """When it was said: today where the form does not tell. Raises InputError at `date`."""
        known = self.known
        try:
            value = DATE.read(self.date, known, {}) if self.date.strip() else day(known.today, zone=known.zone)
        except InputError as error:
            raise InputError(error.what, where="date", remedy=error.remedy) from None
        if is_ahead(value, known):
            raise InputError("that day is still to come", where="date", remedy="Write when it was said.")
        return replace(value, certainty=Certainty.OCCURRED)

    def source_of(self) -> Source:
        """The source of that code; a new press release where there is none. Raises InputError at `source`."""
        if not self.source.strip():
            remedy = "A short code for this statement, such as release-feb14."
            raise InputError("a source is needed", where="source", remedy=remedy)
        try:
            return self.known.source(self.source)
        except UnknownError as error:
            kind = SourceKind.PRESS_RELEASE
            return Source(code=error.name, kind=kind, tier=default_tier(kind), date=self.said())

    def quotations(self) -> tuple[Quotation, ...]:
        """What was found in the text, with whom the reporter named for it."""
        if path_in(self.text) is not None:
            return ()
        found = read_statement(self.text, self.known, self.whose())
        return tuple(
            replace(one, speaker=self.given[number], name="", sure=True) if number in self.given else one
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
    """Whether it is known for sure who said it: by the text itself, or by the reporter."""
    return one.speaker is not None and one.sure


def _unsettled(one: Quotation) -> InputError:
    words = f"“{' '.join(one.words.split())[:40]}…”"
    if one.speaker is not None:
        what = f"look at {words}: {one.speaker.name}, by “{one.said_by}”"
        return InputError(what, remedy="↵ on it says who, space leaves it out.")
    if one.name:
        what = f"{one.name}, who said {words}, is not in the desk yet"
        return InputError(what, remedy="↵ on it adds them or names another, space leaves it out.")
    return InputError(f"it is not known who said {words}", remedy="↵ on it says who, space leaves it out.")
