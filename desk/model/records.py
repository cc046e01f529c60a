"""What a reporter knows, as values. Rows of the database come back as these; nothing here can be changed in place.

`id` is None until the store has kept the row. Times of the desk itself (`recorded_at`, …) are aware datetimes in UTC.
"""

from __future__ import annotations

from datetime import datetime

from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import (
    Axis,
    CommentOutcome,
    DeadlineKind,
    DevelopmentKind,
    Mark,
    PartyKind,
    PositionKind,
    plain,
)
from desk.model.frozen import frozen
from desk.model.quotes.quotes import Embargo, Quote, QuoteRecord, Source, Speaker, Terms, Verification

__all__ = [
    "Asked",
    "Check",
    "CheckMark",
    "Copied",
    "Deadline",
    "DeadlineDate",
    "Development",
    "Embargo",
    "Issue",
    "Negotiation",
    "Party",
    "Person",
    "Position",
    "Quote",
    "QuoteRecord",
    "Source",
    "Speaker",
    "Story",
    "Terms",
    "Verification",
]


@frozen(kw_only=True)
class Party:
    """An organisation at or around a table."""

    id: int | None = None
    name: str
    kind: PartyKind
    full_name: str = ""
    aliases: tuple[str, ...] = ()


@frozen(kw_only=True)
class Person:
    """Someone who speaks. A confidential person is shown and handed on only as the agreed attribution says."""

    id: int | None = None
    name: str
    title: str = ""
    party_id: int | None = None
    aliases: tuple[str, ...] = ()
    confidential: bool = False


@frozen(kw_only=True)
class Negotiation:
    """Talks between parties over one contract. `code` is what is typed after `talks:`."""

    id: int | None = None
    code: str
    name: str
    party_ids: tuple[int, ...] = ()
    archived: bool = False


@frozen(kw_only=True)
class Issue:
    """A matter on the table of one negotiation."""

    id: int | None = None
    negotiation_id: int
    name: str
    rank: int = 0


@frozen(kw_only=True)
class Position:
    """What one party is known to want on one issue."""

    id: int | None = None
    issue_id: int
    party_id: int
    kind: PositionKind
    words: str = ""
    date: DateValue = UNDATED
    source_id: int | None = None
    corrects: int | None = None
    recorded_at: datetime | None = None


@frozen(kw_only=True)
class Asked:
    """Who was asked for comment, how, and what came of it."""

    person_id: int | None = None
    party_id: int | None = None
    how: str = ""
    outcome: CommentOutcome = CommentOutcome.PENDING


@frozen(kw_only=True)
class Development:
    """One thing that happened, in one or several negotiations.

    `embargo` is the latest that stands: set on it, on what it corrects, or on its source. It is set by a method of its own.
    """

    id: int | None = None
    kind: DevelopmentKind
    words: str
    date: DateValue
    negotiation_ids: tuple[int, ...] = ()
    axes: tuple[tuple[Axis, str], ...] = ()
    party_ids: tuple[int, ...] = ()
    person_ids: tuple[int, ...] = ()
    issue_id: int | None = None
    asked: tuple[Asked, ...] = ()
    source_id: int | None = None
    locator: str = ""
    corrects: int | None = None
    recorded_at: datetime | None = None
    embargo: Embargo | None = None


@frozen(kw_only=True)
class DeadlineDate:
    """One date for a deadline, from one source."""

    id: int | None = None
    deadline_id: int
    date: DateValue
    source_id: int | None = None
    locator: str = ""
    corrects: int | None = None
    recorded_at: datetime | None = None


@frozen(kw_only=True)
class Deadline:
    """Something ahead that matters, with the dates that sources give for it, oldest first."""

    id: int | None = None
    name: str
    kind: DeadlineKind = DeadlineKind.OTHER
    negotiation_id: int | None = None
    note: str = ""
    done_at: datetime | None = None
    dates: tuple[DeadlineDate, ...] = ()


@frozen(kw_only=True)
class Story:
    """A piece in work, by its slug."""

    id: int | None = None
    slug: str
    headline: str = ""
    draft: str = ""
    negotiation_id: int | None = None
    archived: bool = False


@frozen(kw_only=True)
class CheckMark:
    """One judgement on a check: append-only, the newest counts.

    `unfounded` says that the source it rests on was withdrawn since: until undo brings that back it is as good as none.
    `reported` says that a file has it so, and nobody here has judged it.
    """

    id: int | None = None
    check_id: int
    mark: Mark
    evidence: str = ""
    source_id: int | None = None
    who: str = ""
    corrects: int | None = None
    recorded_at: datetime | None = None
    unfounded: bool = False
    reported: bool = False

    @property
    def counts_as(self) -> Mark:
        """What it is worth now: red where what it rests on was withdrawn, and no better than amber where it is reported."""
        if self.unfounded and self.mark is not Mark.N_A:
            return Mark.RED
        return Mark.AMBER if self.reported and self.mark in (Mark.GREEN, Mark.N_A) else self.mark

    @property
    def why_less(self) -> str:
        """Why it is worth less than what it was marked, in words; empty where it is not."""
        if self.counts_as is self.mark:
            return ""
        return f"{plain(self.mark)} {'before its source was withdrawn' if self.unfounded else 'in the file that it came in with'}"


@frozen(kw_only=True)
class Check:
    """One line of a story's checklist, with its newest mark."""

    id: int | None = None
    story_id: int
    what: str
    category: str = ""
    words: str = ""
    mark: CheckMark | None = None

    @property
    def counts_as(self) -> Mark:
        """The mark that it has; one that nobody marked is red."""
        return self.mark.counts_as if self.mark is not None else Mark.RED


@frozen(kw_only=True)
class Copied:
    """One line of the copy log: what went out, where to, and how sure that is.

    `failed`: no clipboard took it, so that it was shown to be selected. With neither that nor a mechanism it was to go
    out, and whether it did is not known.
    """

    id: int | None = None
    quote_id: int
    format: str
    text: str
    stamp: str = ""
    mechanism: str = ""
    confirmed: bool = False
    failed: bool = False
    story_id: int | None = None
    reason: str = ""
    recorded_at: datetime | None = None
