"""The forms for parties and people."""

from __future__ import annotations

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, Names, OneOf, Yes, words_of
from desk.app.forms.references import AParty, by_id
from desk.app.lines.context import EntryContext
from desk.model.enums import PartyKind
from desk.model.records import Party, Person
from desk.store.store import Store

_NAME = Field(name="name", label="Name", reader=Line(), needed=True, hint="As you write it: SAG-AFTRA.")
_FULL_NAME = Field(name="full_name", label="Full name", reader=Line())
_PARTY_KIND: Field[PartyKind] = Field(
    name="kind",
    label="Kind",
    reader=OneOf(PartyKind.UNION, words_of(PartyKind)),
    needed=True,
    hint="union · employer association · employer · agency · mediator",
)
_ALIASES = Field(name="aliases", label="Also called", reader=Names(), hint="Other spellings, with commas between them.")


def _load_party(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    party = store.people.party(row_id)
    return {
        **written(_NAME, party.name, known),
        **written(_FULL_NAME, party.full_name, known),
        **written(_PARTY_KIND, party.kind, known),
        **written(_ALIASES, party.aliases, known),
    }


def _save_party(store: Store, filled: Filled) -> int:
    party = Party(
        id=filled.row_id,
        name=filled[_NAME],
        full_name=filled[_FULL_NAME],
        kind=filled[_PARTY_KIND],
        aliases=filled[_ALIASES],
    )
    if filled.row_id is None:
        return store.people.add_party(party)
    store.people.edit_party(party)
    return filled.row_id


PARTY = Form(
    kind="party",
    noun="party",
    fields=(_NAME, _FULL_NAME, _PARTY_KIND, _ALIASES),
    load=_load_party,
    save=_save_party,
)

_PERSON_NAME = Field(name="name", label="Name", reader=Line(), needed=True, hint="First and last name.")
_TITLE = Field(
    name="title", label="Title", reader=Line(), hint="As printed with the name; quotes keep the one of their day."
)
_PARTY = Field(name="party", label="Party", reader=AParty(), preset="party_id")
_CONFIDENTIAL = Field(
    name="confidential", label="Confidential", reader=Yes(), hint="yes: this name is never in anything handed on"
)
RELEASED = Field(
    name="released",
    label="Released by",
    reader=Line(),
    hint="Only to take the confidential mark away: who agreed to it, and when.",
    only_edited=True,
)


def _load_person(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    person = store.people.person(row_id)
    return {
        **written(_PERSON_NAME, person.name, known),
        **written(_TITLE, person.title, known),
        **written(_PARTY, by_id(known.parties, person.party_id), known),
        **written(_ALIASES, person.aliases, known),
        **written(_CONFIDENTIAL, person.confidential, known),
    }


def _save_person(store: Store, filled: Filled) -> int:
    party = filled[_PARTY]
    person = Person(
        id=filled.row_id,
        name=filled[_PERSON_NAME],
        title=filled[_TITLE],
        party_id=party.id if party else None,
        aliases=filled[_ALIASES],
        confidential=filled[_CONFIDENTIAL],
    )
    if filled.row_id is None:
        return store.people.add_person(person)
    store.people.edit_person(person, released=filled[RELEASED])
    return filled.row_id


PERSON = Form(
    kind="person",
    noun="person",
    fields=(_PERSON_NAME, _TITLE, _PARTY, _ALIASES, _CONFIDENTIAL, RELEASED),
    load=_load_person,
    save=_save_person,
)
