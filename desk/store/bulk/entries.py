"""Rows that come in, or go out, with all that the desk knows of them: when it learned each, what was withdrawn.

A `Load` is a whole desk, or a piece of one, as values. Inside it rows refer to each other by numbers of their own: the
place of a row in its section, from 0; a reference below 0 is a row that is in the file already (-7: row 7).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from desk.model.enums import SourceKind, Tier
from desk.model.frozen import frozen
from desk.model.records import (
    Check,
    CheckMark,
    Copied,
    Deadline,
    DeadlineDate,
    Development,
    Embargo,
    Issue,
    Negotiation,
    Party,
    Person,
    Position,
    Quote,
    Source,
    Story,
    Terms,
    Verification,
)

T = TypeVar("T")


@frozen(kw_only=True)
class Entry(Generic[T]):
    """One row: its value, when the desk learned it (None: now), and when it was withdrawn.

    `who` is whose doing it was, where that is kept. `changed` belongs to a verification: the parts of the quote that
    are no longer as they were compared, each with the mark of what was compared; so does `source_was`, what its source
    was then, where that is another kind or tier by now.
    """

    value: T
    logged: datetime | None = None
    withdrawn: datetime | None = None
    merged_into: int | None = None
    who: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)
    source_was: tuple[SourceKind, Tier] | None = None


@dataclass(slots=True, kw_only=True)
class Here:
    """What a document says of people and sources that the file has already: each with the number of its row. It counts
    where it is stricter than what stands there. Of terms and embargoes a source may have several, oldest first; `disputed`
    are quotes, each with why.
    """

    people: list[tuple[int, Person]] = field(default_factory=list)
    sources: list[tuple[int, Source]] = field(default_factory=list)
    terms: list[tuple[int, Entry[Terms]]] = field(default_factory=list)
    embargoes: list[tuple[int, Entry[Embargo]]] = field(default_factory=list)
    disputed: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Load:
    """What is loaded, by section, in an order in which each row comes after those that it refers to. `here` is what is
    said beside it of rows that are there already.
    """

    parties: list[Entry[Party]] = field(default_factory=list)
    people: list[Entry[Person]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    negotiations: list[Entry[Negotiation]] = field(default_factory=list)
    issues: list[Entry[Issue]] = field(default_factory=list)
    positions: list[Entry[Position]] = field(default_factory=list)
    developments: list[Entry[Development]] = field(default_factory=list)
    deadlines: list[Entry[Deadline]] = field(default_factory=list)
    deadline_dates: list[Entry[DeadlineDate]] = field(default_factory=list)
    quotes: list[Entry[Quote]] = field(default_factory=list)
    terms: list[Entry[Terms]] = field(default_factory=list)
    embargoes: list[Entry[Embargo]] = field(default_factory=list)
    verifications: list[Entry[Verification]] = field(default_factory=list)
    stories: list[Entry[Story]] = field(default_factory=list)
    checks: list[Entry[Check]] = field(default_factory=list)
    marks: list[Entry[CheckMark]] = field(default_factory=list)
    copies: list[Entry[Copied]] = field(default_factory=list)
    here: Here = field(default_factory=Here)

    def sections(self) -> Iterator[tuple[str, list[Entry[Any]]]]:
        """Each section's name and its rows, in the order in which they are written."""
        for section in dataclasses.fields(self):
            if section.name != "here":
                yield section.name, getattr(self, section.name)

    def __len__(self) -> int:
        return sum(len(entries) for _, entries in self.sections())
