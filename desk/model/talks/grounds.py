"""What a line rests on: whose claim it is, how sure its date is, where it is known from.

Every front end and everything that is handed on asks this one place, so that nothing is told surer than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Basis, Certainty, DevelopmentKind, PositionKind, plain
from desk.model.frozen import frozen
from desk.model.records import DeadlineDate, Development, Party, Person, Position

#: Of what happened: what an axis may be moved by, and what may be the latest news.
HAPPENED = (Certainty.OCCURRED, Certainty.CONFIRMED)
NO_SOURCE = "no source given"
SHORT_NO_SOURCE = "no src"
#: Of what is said to have occurred on a day that is not there yet.
_TO_COME = "still to come"
_NOBODY = "a claim, nobody named"
#: Words after which what is said is theirs who stand before them. None that may be a passive ("accused of stalling"),
#: and none for something done ("threatens a lockout"), which others may claim of them.
_SAYS = (
    "(?:ha(?:s|ve|d) )?(?:says?|said|claim(?:s|ed)?|declare[sd]?|allege[sd]?|insist(?:s|ed)?|argue[sd]?|assert(?:s|ed)?"
    "|maintain(?:s|ed)?|contend(?:s|ed)?|state[sd]?|announce[sd]?|accuses?|warns?)(?! (?:to|by)\\b)"
)
#: How each kind of position is known; what is no position needs no word for it.
KNOWN_HOW: Mapping[PositionKind, str] = MappingProxyType(
    {
        PositionKind.STATED: "stated",
        PositionKind.CHARACTERISED_BY_OTHER: "as another characterised it",
        PositionKind.REPORTED_UNNAMED: "reported, from sources who are not named",
        PositionKind.DOCUMENT: "from a document",
        PositionKind.NO_PUBLIC_POSITION: "",
    }
)
_SHORT = MappingProxyType(
    {
        Certainty.EXPECTED: "exp.",
        Certainty.SCHEDULED: "sched.",
        Certainty.CONFIRMED: "conf.",
        Certainty.SUPERSEDED: "superseded",
    }
)


def is_to_come(value: DateValue, today: date) -> bool:
    """Return True if nothing of it can have happened by the end of `today`: it begins later, or `by` is not over yet."""
    first = value.start or value.end
    return first is not None and first > today


def has_happened(one: Development, today: date) -> bool:
    """Return True if it is known to have happened by `today`. What is expected or scheduled has not, however late it is; what is
    for a day or an hour to come has not yet, whatever is said of it.
    """
    return one.date.certainty in HAPPENED and not _is_still_to_come(one, today)


def _is_still_to_come(one: Development, today: date) -> bool:
    """Return True if nothing of it can have happened: its day is to come, or it was logged before its hour, so that while the day
    lasts nobody has said that it did.
    """
    moment, first = one.date.utc_start or one.date.utc_end, one.date.start or one.date.end
    if moment is not None and first is not None and one.recorded_at is not None:
        return first >= today and one.recorded_at < moment
    return is_to_come(one.date, today)


def is_ahead(one: Development, today: date) -> bool:
    """Return True if it is still to happen, as far as is known: also where its day went by and nobody said that it did."""
    return one.date.certainty is not Certainty.SUPERSEDED and not has_happened(one, today)


def is_claim(one: Development) -> bool:
    """Return True if it is what somebody claims, which is no fact however sure the claimant is."""
    return one.kind is DevelopmentKind.CLAIM


@frozen(kw_only=True)
class Claimed:
    """Whose claim it is: `by` says so where that has one reading. Else those who are `naming` may make it, or be whom it
    is about.
    """

    by: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()


def who_claims(words: str, people: Iterable[Person], parties: Iterable[Party]) -> Claimed:
    """Whose claim these words are, by those named in it: theirs of whom the words themselves say that they make it.

    Nobody is told where one of them is confidential; a party is not where somebody of it is.
    """
    people, parties = list(people), list(parties)
    if any(person.confidential for person in people):
        return Claimed()
    said = " ".join(words.casefold().split())
    everybody: list[Person | Party] = [*people, *parties]
    claiming = [one.name for one in everybody if _makes_it(said, one)]
    if claiming:
        return Claimed(by=tuple(dict.fromkeys(claiming)))
    theirs = {person.party_id for person in people}
    others = [party.name for party in parties if party.id not in theirs]
    return Claimed(naming=tuple(dict.fromkeys([*(person.name for person in people), *others])))


def _makes_it(said: str, one: Person | Party) -> bool:
    names = [one.name, *one.aliases, *([one.full_name] if isinstance(one, Party) else one.name.split()[-1:])]
    name = (
        "(?:the )?(?:" + "|".join(re.escape(" ".join(each.casefold().split())) for each in names if each.strip()) + ")"
    )
    begins, ends = f"{name}(?: {_SAYS}\\b|:)", f"(?:, {name} {_SAYS}|according to {name})\\.?$"
    return bool(re.match(begins, said) or re.search(ends, said))


@frozen(kw_only=True)
class Provenance:
    """A source as it may be told here: its words ("" where none may be), and its day where that may be told too."""

    words: str = ""
    day: DateValue = UNDATED
    withdrawn: bool = False


@frozen(kw_only=True)
class Footing:
    """What one line rests on. `claimed_by` is for a claim alone.

    `certainty` is None for what has no date to be sure of; `late` says that its day went by without word of it. `source`
    is None where none was given; `older` says that the source is dated before what it tells of.
    """

    claim: bool = False
    claimed_by: Claimed = Claimed()
    certainty: Certainty | None = None
    to_come: bool = False
    late: bool = False
    basis: Basis = Basis.STATED
    known_how: str = ""
    source: Provenance | None = None
    older: bool = False

    @property
    def claimed(self) -> str:
        """Whose claim it is; "" for what is none."""
        if not self.claim:
            return ""
        if self.claimed_by.by:
            return f"claimed by {_listed(self.claimed_by.by)}"
        return f"a claim naming {_listed(self.claimed_by.naming)}" if self.claimed_by.naming else _NOBODY

    @property
    def sureness(self) -> str:
        """How sure it is that it happens or happened then; "" for what happened."""
        if self.certainty is None or self.certainty is Certainty.OCCURRED:
            return _TO_COME if self.to_come else ""
        return f"{plain(self.certainty)}{', its date gone by' if self.late else ''}"

    @property
    def dated_how(self) -> str:
        """How the date is known where nobody stated it."""
        return "" if self.basis is Basis.STATED else f"date {plain(self.basis)}"

    @property
    def origin(self) -> str:
        """Where it is known from, or that this was not given."""
        if self.source is None:
            return NO_SOURCE
        words = self.source.words or "its source may not be told"
        return f"{words}, withdrawn since" if self.source.withdrawn else words

    @property
    def doubt(self) -> str:
        """What has to be looked at: nothing here is stored, it follows from the dates."""
        return "its source is dated before it" if self.older else ""

    @property
    def how(self) -> str:
        """Whose it is and how sure: "claimed by AMPTP, expected"; "" for a plain fact."""
        return ", ".join(part for part in (self.known_how, self.claimed, self.sureness) if part)

    @property
    def words(self) -> str:
        """All of it in one line: "claimed by AMPTP, expected; no source given"."""
        return "; ".join(part for part in (self.how, self.dated_how, self.origin, self.doubt) if part)

    @property
    def short(self) -> str:
        """What a narrow column has to say of it, without its source: "claim · AMPTP · exp."; "" for a plain fact."""
        parts = []
        if self.certainty is Certainty.OCCURRED and self.to_come:
            parts.append(_TO_COME)
        elif self.certainty is not None and self.certainty in _SHORT:
            parts.append(_SHORT[self.certainty] + (" · late" if self.late else ""))
        if self.claim:
            by, naming = "/".join(self.claimed_by.by), "/".join(self.claimed_by.naming)
            parts.append(f"claim · {by or (f'names {naming}' if naming else 'nobody named')}")
        return " · ".join(parts)

    @property
    def short_source(self) -> str:
        """The source for a narrow column: its code, "no src", or with a sign that it is to be looked at."""
        if self.source is None:
            return SHORT_NO_SOURCE
        return f"{'?' if self.older or self.source.withdrawn else ''}{self.source.words}"


@frozen(kw_only=True)
class Grounds:
    """What lines may rest on: the sources as they may be told here, by id, and whose each claim is, by its id."""

    sources: Mapping[int, Provenance] = field(default_factory=dict)
    claims: Mapping[int, Claimed] = field(default_factory=dict)

    def of(self, one: Development | Position | DeadlineDate, today: date) -> Footing:
        """What a development, a position or a deadline's date rests on, as seen on `today`."""
        known = None if one.source_id is None else self.sources.get(one.source_id, Provenance())
        basis = one.date.basis if one.date.dated else Basis.STATED
        if isinstance(one, Position):
            how = KNOWN_HOW[one.kind]
            return Footing(known_how=how, basis=basis, source=known, older=_older(known, one.date))
        certainty = one.date.certainty
        to_come = _is_still_to_come(one, today) if isinstance(one, Development) else is_to_come(one.date, today)
        settled = (*HAPPENED, Certainty.SUPERSEDED)
        late = certainty not in settled and one.date.end is not None and one.date.end < today
        claim = isinstance(one, Development) and is_claim(one)
        return Footing(
            claim=claim,
            claimed_by=self.claims.get(one.id or 0, Claimed()) if claim else Claimed(),
            certainty=certainty,
            to_come=to_come,
            late=late,
            basis=basis,
            source=known,
            older=certainty in HAPPENED and not to_come and _older(known, one.date),
        )

    def code(self, source_id: int | None) -> str:
        """The words of a source; "" where none was given or none may be told."""
        known = self.sources.get(source_id) if source_id is not None else None
        return known.words if known is not None else ""


def _listed(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _older(source: Provenance | None, told: DateValue) -> bool:
    return source is not None and source_is_older(source.day, told)


def source_is_older(source: DateValue, told: DateValue) -> bool:
    """Return True if a source cannot have known what it is given for: its last possible day is before the first of that."""
    return source.end is not None and told.start is not None and source.end < told.start
