"""What a line or form may refer to: the desk's parties, people, sources, issues and talks, and the moment it is typed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeVar

from desk.app.lines.suggestions import begins_in, did_you_mean
from desk.model.dates.parse import parse_date
from desk.model.dates.value import DateValue
from desk.model.dates.zones import printable, zone_info
from desk.model.enums import plain
from desk.model.errors import InputError
from desk.model.quotes.groundrules import Naming, label
from desk.model.records import Issue, Negotiation, Party, Person, Source, Story
from desk.model.text import one_line

if TYPE_CHECKING:
    from desk.store.store import Store

Subject = Literal["who", "source", "issue", "talks"]
T = TypeVar("T")

#: A confidential person is offered only to somebody who has begun to write the name, and by the agreed attribution.
_LETTERS_OF_A_SECRET = 3
#: More names than this are not offered at once.
_OFFERED = 50


class UnknownError(InputError):
    """A name that the desk does not know. `subject` and `name` say what could be added."""

    def __init__(self, subject: Subject, name: str, what: str, *, where: str, remedy: str) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.subject = subject
        self.name = name


@dataclass(frozen=True, kw_only=True)
class EntryContext:
    """Everything a line is read against. `talks` is the negotiation in view.

    `now` is aware; `zone` is the reporter's, `zones` are those in which a time is echoed as well; `week_starts` is the
    day on which their week begins; `naming` is how their newsroom calls the ground rules. `person_as` and `source_as` are
    the agreed attributions of confidential people and sources, by which they are shown.
    """

    now: datetime
    zone: str
    zones: tuple[str, ...] = ()
    week_starts: str = "monday"
    naming: Naming = label
    parties: tuple[Party, ...] = ()
    persons: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    issues: tuple[Issue, ...] = ()
    stories: tuple[Story, ...] = ()
    talks: int | None = None
    person_as: Mapping[int, str] = field(default_factory=dict)
    source_as: Mapping[int, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The reporter's day."""
        return self.now.astimezone(zone_info(self.zone)).date()

    def date(self, text: str, toward: Literal["past", "future"]) -> DateValue:
        """A date as it was typed, by the reporter's clock, zone and weeks. Raises InputError."""
        return parse_date(text, now=self.now, zone=self.zone, toward=toward, week_starts=self.week_starts)

    @classmethod
    def of(
        cls,
        store: Store,
        *,
        talks: int | None = None,
        zone: str = "",
        zones: Sequence[str] = (),
        week_starts: str = "monday",
        naming: Naming = label,
    ) -> EntryContext:
        """What the file knows now. Reads it whole: for a worker, not for the screen's thread."""
        negotiations = tuple(store.talks.negotiations())
        if talks is None:
            current = [one.id for one in negotiations if not one.archived]
            talks = current[0] if len(current) == 1 else None
        person_as, source_as = store.hidden.attributions()
        return cls(
            now=store.clock(),
            zone=zone or store.settings.zone(),
            zones=tuple(zones),
            week_starts=week_starts,
            naming=naming,
            parties=tuple(store.people.parties()),
            persons=tuple(store.people.persons()),
            sources=tuple(store.sources.all()),
            negotiations=negotiations,
            issues=tuple(store.talks.issues()),
            stories=tuple(store.stories.all()),
            talks=talks,
            person_as=person_as,
            source_as=source_as,
        )

    # Names are looked up after every key, so they are folded once.

    @cached_property
    def _parties_by_name(self) -> dict[str, Party]:
        found: dict[str, Party] = {}
        for party in self.parties:
            for name in _party_names(party):
                found.setdefault(name, party)
        return found

    @cached_property
    def _persons_by_name(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.persons:
            for name in dict.fromkeys(name.casefold() for name in (person.name, *person.aliases) if name):
                found.setdefault(name, []).append(person)
        return found

    @cached_property
    def _persons_by_surname(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.persons:
            if last := surname(person.name).casefold():
                found.setdefault(last, []).append(person)
        return found

    @cached_property
    def _persons_by_words(self) -> list[tuple[str, Person]]:
        """Each person with all names, a space before each word."""
        return [("".join(f"\n {name.casefold()}" for name in (one.name, *one.aliases)), one) for one in self.persons]

    # Finding what was meant

    def who(self, name: str, *, where: str = "who") -> Party | Person:
        """The party or person of that name, full name, alias or surname. UnknownError, or InputError where it is two."""
        wanted = one_line(name).casefold()
        party = self._parties_by_name.get(wanted)
        if party is not None:
            return party
        people = self._persons_by_name.get(wanted) or self._persons_by_surname.get(wanted, [])
        if len(people) == 1:
            return people[0]
        if people:
            names = " and ".join(f"“{self.described(one)}”" for one in people[:3])
            raise InputError(
                f"“{printable(name)}” may be {names}",
                where=where,
                remedy='Write the whole name in marks: @"First Last".',
            )
        written = [n for one in self.parties for n in (one.name, *one.aliases)]
        written += [n for one in self.persons if not one.confidential for n in (one.name, surname(one.name))]
        raise UnknownError(
            "who",
            one_line(name),
            f"no party or person is called “{printable(name)}”",
            where=where,
            remedy=did_you_mean(wanted, written, lead="@" if where.startswith("@") else "") or "Add the name first.",
        )

    def source(self, code: str, *, where: str = "source") -> Source:
        """The source with that code."""
        wanted = one_line(code).casefold()
        for source in self.sources:
            if source.code.casefold() == wanted:
                return source
        codes = [source.code for source in self.sources]
        remedy = did_you_mean(wanted, codes) or (f"Known: {_some(codes)}." if codes else "Add the source first.")
        raise UnknownError(
            "source", one_line(code), f"no source has the code “{printable(code)}”", where=where, remedy=remedy
        )

    def negotiation(self, text: str, *, where: str = "talks") -> Negotiation:
        """The talks with that code or name, or the only ones that begin so; current ones before archived ones."""
        wanted = one_line(text).casefold()
        exact = [one for one in self.negotiations if wanted in (one.code.casefold(), one.name.casefold())]
        begun = exact or [
            one
            for one in self.negotiations
            if wanted and (one.code.casefold().startswith(wanted) or one.name.casefold().startswith(wanted))
        ]
        found = [one for one in begun if not one.archived] if len(begun) > 1 else begun
        if len(found) == 1:
            return found[0]
        codes = [one.code for one in found or self.negotiations]
        if found:
            raise InputError(f"“{printable(text)}” may be {_some(codes)}", where=where, remedy="Write more of it.")
        remedy = did_you_mean(wanted, codes) or (f"Known: {_some(codes)}." if codes else "Start the talks first.")
        raise UnknownError(
            "talks", one_line(text), f"no talks are called “{printable(text)}”", where=where, remedy=remedy
        )

    def issue(self, text: str, within: Iterable[int] = (), *, where: str = "issue") -> Issue:
        """The issue of that name, or the only one with a word that begins so, in these talks (in all where none is named)."""
        wanted = one_line(text).casefold()
        talks = set(within)
        mine = [one for one in self.issues if not talks or one.negotiation_id in talks]
        exact = [one for one in mine if one.name.casefold() == wanted]
        found = exact or [one for one in mine if begins_in(one.name, wanted)]
        current = {one.id for one in self.negotiations if not one.archived}
        if len(found) > 1:
            found = [one for one in found if one.negotiation_id in current] or found
        if len(found) == 1:
            return found[0]
        names = [one.name for one in found or mine]
        if found:
            raise InputError(f"“{printable(text)}” may be {_some(names)}", where=where, remedy="Write more of it.")
        on_table = f"On the table: {_some(names)}." if names else "Nothing is on the table yet: add the issue first."
        raise UnknownError(
            "issue",
            one_line(text),
            f"“{printable(text)}” is not on the table",
            where=where,
            remedy=did_you_mean(wanted, [n for name in names for n in (name, *name.split())]) or on_table,
        )

    # What to offer

    def who_begins(self, begun: str) -> list[Party | Person]:
        """Parties and people with a name of which a word begins so, parties first."""
        wanted = begun.casefold()
        found: list[Party | Person] = [
            one for one in self.parties if any(begins_in(name, wanted) for name in _party_names(one))
        ]
        people = (
            person
            for words, person in self._persons_by_words
            if f" {wanted}" in words and not (person.confidential and len(wanted) < _LETTERS_OF_A_SECRET)
        )
        found += islice(people, _OFFERED)
        return found

    def spelling(self, one: Party | Person) -> str:
        """The shortest name that means this one: a surname where nobody else has it."""
        if isinstance(one, Party):
            return one.name
        short = surname(one.name)
        folded = short.casefold()
        taken = folded in self._parties_by_name or folded in self._persons_by_name
        return short if not taken and self._persons_by_surname.get(folded) == [one] else one.name

    # How it is shown

    def shown(self, one: Party | Person) -> str:
        """What this one is called on the screen: the name, or the agreed attribution of a confidential person."""
        agreed = self.person_as.get(one.id or 0, "") if isinstance(one, Person) and one.confidential else ""
        return agreed or called(one)

    def described(self, one: Party | Person) -> str:
        """The same with a person's title."""
        title = one.title if isinstance(one, Person) and not one.confidential else ""
        return ", ".join(part for part in (self.shown(one), title) if part)

    def shown_source(self, source: Source) -> str:
        """What a source is, beside its code: its title or outlet, or only that it is confidential."""
        if source.confidential:
            return self.source_as.get(source.id or 0, "") or "confidential"
        return source.title or source.outlet or plain(source.kind)

    def party_name(self, party_id: int | None) -> str:
        """The name of a party, or "" where there is none."""
        return next((one.name for one in self.parties if one.id == party_id), "")


def called(one: Party | Person) -> str:
    """The name of a party or person, but of a confidential one."""
    return "a confidential person" if isinstance(one, Person) and one.confidential else one.name


def surname(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1] if name.split() else ""


def _party_names(party: Party) -> set[str]:
    return {name.casefold() for name in (party.name, party.full_name, *party.aliases) if name}


def _some(names: Sequence[str], most: int = 6) -> str:
    listed = list(dict.fromkeys(names))
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")
