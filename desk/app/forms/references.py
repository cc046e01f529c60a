"""Readers of fields that name something the desk knows: parties, people, sources, talks, issues, stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from desk.app.forms.readers import Reader, items, last_item, listed, who_within, within
from desk.app.lines.completing import Candidate, Value, values_offered
from desk.app.lines.context import EntryContext
from desk.model.dates.zones import printable
from desk.model.enums import CommentOutcome, plain
from desk.model.errors import InputError
from desk.model.records import Asked, Issue, Negotiation, Party, Person, Source, Story
from desk.model.text import one_line

R = TypeVar("R", Party, Person, Source, Negotiation, Issue, Story)
Who = Party | Person


def by_id(rows: Sequence[R], row_id: int | None) -> R | None:
    """The row with that id."""
    return next((row for row in rows if row.id == row_id), None)


class AParty(Reader[Party | None]):
    """A party by name, full name or alias."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Party | None:
        found = known.who(text, where="party")
        if isinstance(found, Person):
            raise InputError(f"{printable(one_line(text))} is a person", remedy="Name a party.")
        return found

    def echo(self, value: Party | None, known: EntryContext) -> str:
        return f"{value.full_name or value.name}, {plain(value.kind)}" if value else ""

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        return _parties(known, text, 0, len(text))

    def write(self, value: Party | None, known: EntryContext) -> str:
        return value.name if value else ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return self.write(by_id(known.parties, row_id), known)


class Parties(Reader[tuple[Party, ...]]):
    """Several parties, in the order in which they are named."""

    def __init__(self) -> None:
        super().__init__(())

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> tuple[Party, ...]:
        found = [AParty().read(item, known, others) for item in items(text)]
        return tuple(dict.fromkeys(party for party in found if party is not None))

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun, begin = last_item(text, cursor)
        return _parties(known, begun, begin, cursor)

    def write(self, value: tuple[Party, ...], known: EntryContext) -> str:
        return listed(party.name for party in value)


class People(Reader[tuple[Who, ...]]):
    """Several parties and people."""

    def __init__(self) -> None:
        super().__init__(())

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> tuple[Who, ...]:
        return tuple(dict.fromkeys(known.who(item) for item in items(text)))

    def echo(self, value: tuple[Who, ...], known: EntryContext) -> str:
        return "; ".join(described(one, known) for one in value)

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun, begin = last_item(text, cursor)
        return who_within(known, begun, begin, cursor)

    def write(self, value: tuple[Who, ...], known: EntryContext) -> str:
        return listed(known.spelling(one) for one in value)


class WhoWasAsked(Reader[tuple[Asked, ...]]):
    """Who was asked for comment, with what came of it: `AMPTP: declined, Hessinger: pending by phone`."""

    def __init__(self) -> None:
        super().__init__(())

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> tuple[Asked, ...]:
        return tuple(self._one(item, known) for item in items(text))

    def _one(self, item: str, known: EntryContext) -> Asked:
        name, _, said = item.partition(":")
        came, _, how = said.strip().partition(" by ")
        who = known.who(name, where="asked")
        outcome = CommentOutcome.PENDING
        if came.strip():
            folded = one_line(came).casefold().replace(" ", "_").replace("-", "_")
            found = [one for one in CommentOutcome if one.startswith(folded)]
            if len(found) != 1:
                outcomes = ", ".join(plain(one) for one in CommentOutcome)
                raise InputError(f"“{printable(came)}” is no outcome", remedy=f"One of: {outcomes}.")
            outcome = found[0]
        return Asked(
            person_id=who.id if isinstance(who, Person) else None,
            party_id=who.id if isinstance(who, Party) else None,
            how=one_line(how),
            outcome=outcome,
        )

    def echo(self, value: tuple[Asked, ...], known: EntryContext) -> str:
        return "; ".join(
            f"{_shown(one, known)}: {plain(one.outcome)}" + (f", by {one.how}" if one.how else "") for one in value
        )

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun, begin = last_item(text, cursor)
        name, colon, came = begun.partition(":")
        if not colon:
            return who_within(known, begun, begin, cursor)
        return tuple(
            Candidate(f"{name}: {plain(one)}", begin, cursor)
            for one in CommentOutcome
            if plain(one).startswith(came.strip().casefold())
        )

    def write(self, value: tuple[Asked, ...], known: EntryContext) -> str:
        return listed(
            f"{_name(one, known)}: {plain(one.outcome)}" + (f" by {one.how}" if one.how else "") for one in value
        )


class ASource(Reader[Source | None]):
    """A source by its code."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Source | None:
        return known.source(text)

    def echo(self, value: Source | None, known: EntryContext) -> str:
        return (
            ", ".join(
                dict.fromkeys(part for part in (known.shown_source(value), plain(value.kind), value.tier) if part)
            )
            if value
            else ""
        )

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        return within(values_offered("src", text.strip(), known, "past") or (), 0, len(text))

    def write(self, value: Source | None, known: EntryContext) -> str:
        return value.code if value else ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return self.write(by_id(known.sources, row_id), known)


class SomeTalks(Reader[Negotiation | None]):
    """One negotiation by code or name."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Negotiation | None:
        return known.negotiation(text)

    def echo(self, value: Negotiation | None, known: EntryContext) -> str:
        return value.name if value else ""

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        return _talks(known, text, 0, len(text))

    def write(self, value: Negotiation | None, known: EntryContext) -> str:
        return value.code if value else ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return self.write(by_id(known.negotiations, row_id), known)


class SeveralTalks(Reader[tuple[Negotiation, ...]]):
    """Several negotiations; empty is none."""

    def __init__(self) -> None:
        super().__init__(())

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> tuple[Negotiation, ...]:
        return tuple(dict.fromkeys(known.negotiation(item) for item in items(text)))

    def echo(self, value: tuple[Negotiation, ...], known: EntryContext) -> str:
        return ", ".join(one.name for one in value)

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun, begin = last_item(text, cursor)
        return _talks(known, begun, begin, cursor)

    def write(self, value: tuple[Negotiation, ...], known: EntryContext) -> str:
        return listed(one.code for one in value)

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return SomeTalks().of_id(row_id, known)


class AnIssue(Reader[Issue | None]):
    """What is on the table, of the talks that the form's `talks` field names, else of those in view."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Issue | None:
        return known.issue(text, self._within(known, others))

    @staticmethod
    def _within(known: EntryContext, others: Mapping[str, str]) -> list[int]:
        try:
            named = SeveralTalks().read(others.get("talks", ""), known, {})
        except InputError:
            named = ()
        return [one.id for one in named if one.id is not None] or ([known.talks] if known.talks is not None else [])

    def echo(self, value: Issue | None, known: EntryContext) -> str:
        talks = by_id(known.negotiations, value.negotiation_id) if value else None
        return f"{value.name}, {talks.name}" if value and talks else ""

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun, mine = text.strip().casefold(), self._within(known, others)
        return tuple(
            Candidate(one.name, 0, len(text))
            for one in known.issues
            if (not mine or one.negotiation_id in mine) and begun in one.name.casefold()
        )

    def write(self, value: Issue | None, known: EntryContext) -> str:
        return value.name if value else ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return self.write(by_id(known.issues, row_id), known)


class AStory(Reader[Story | None]):
    """A story by its slug."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Story | None:
        wanted = one_line(text).casefold()
        for story in known.stories:
            if story.slug.casefold() == wanted:
                return story
        slugs = ", ".join(story.slug for story in known.stories[:6])
        raise InputError(
            f"there is no story “{printable(one_line(text))}”", remedy=f"Known: {slugs}." if slugs else "Add it with m."
        )

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        begun = text.strip().casefold()
        return tuple(
            Candidate(one.slug, 0, len(text), one.headline)
            for one in known.stories
            if one.slug.casefold().startswith(begun)
        )

    def write(self, value: Story | None, known: EntryContext) -> str:
        return value.slug if value else ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        return self.write(by_id(known.stories, row_id), known)


def described(one: Who, known: EntryContext) -> str:
    """Somebody with what they are."""
    if isinstance(one, Party):
        return f"{one.name}, {plain(one.kind)}"
    party = known.party_name(one.party_id) if not one.confidential else ""
    return ", ".join(part for part in (known.described(one), party) if part)


def _parties(known: EntryContext, begun: str, begin: int, end: int) -> tuple[Candidate, ...]:
    found = [one for one in known.who_begins(begun.strip()) if isinstance(one, Party)]
    return within([Value(one.name, plain(one.kind)) for one in found], begin, end)


def _talks(known: EntryContext, begun: str, begin: int, end: int) -> tuple[Candidate, ...]:
    wanted = begun.strip().casefold()
    found = [
        one
        for one in known.negotiations
        if one.code.casefold().startswith(wanted) or one.name.casefold().startswith(wanted)
    ]
    return within([Value(one.code, one.name) for one in found], begin, end)


def _name(asked: Asked, known: EntryContext) -> str:
    party, person = by_id(known.parties, asked.party_id), by_id(known.persons, asked.person_id)
    return party.name if party else known.spelling(person) if person else ""


def _shown(asked: Asked, known: EntryContext) -> str:
    who = by_id(known.parties, asked.party_id) or by_id(known.persons, asked.person_id)
    return known.shown(who) if who else ""
