"""What a document says of people and sources that are here already: where it is stricter it counts, else what stands here.

It is an action of its own, before the rows that come in: whoever takes the import back keeps what was tightened, until
that is taken back as well.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from desk.model.enums import Deed
from desk.model.frozen import frozen
from desk.model.quotes.effective_terms import narrowest, opens, tightens
from desk.model.quotes.embargo import in_force
from desk.model.quotes.quotes import Embargo
from desk.model.text import one_line
from desk.store.bulk.entries import Entry, Here
from desk.store.bulk.load_rows import as_texts
from desk.store.bulk.reaching import is_known

if TYPE_CHECKING:
    from desk.store.file.action import Action
    from desk.store.store import Store

T = TypeVar("T")


@frozen(kw_only=True)
class Tightened:
    """How many rows were tightened, and of how many the terms or embargoes stay stricter than the document has them."""

    action_id: int | None = None
    people: int = 0
    sources: int = 0
    terms: int = 0
    embargoes: int = 0
    disputed: int = 0
    terms_stay: int = 0
    embargoes_stay: int = 0


def tighten(store: Store, here: Here, label: str) -> Tightened:
    """Make people and sources of the file as strict as the document has them, as one action. Raises StorageError."""
    with store.action(Deed.TIGHTEN, f"{label}: what it holds closer than this desk did") as act:
        terms, terms_stay = _terms(store, act, here)
        embargoes, embargoes_stay = _embargoes(store, here)
        people, sources = _people(store, act, here), _sources(store, act, here)
        return Tightened(
            action_id=act.id if act.touched else None,
            people=people,
            sources=sources,
            terms=terms,
            embargoes=embargoes,
            disputed=_disputed(act, here),
            terms_stay=terms_stay,
            embargoes_stay=embargoes_stay,
        )


def take_back(store: Store, done: Tightened) -> None:
    """Undo it for an import that came to nothing."""
    if done.action_id is not None:
        store.history.give_up(done.action_id)


def _people(store: Store, act: Action, here: Here) -> int:
    """A person who is confidential here or there is so here, under every name that either has."""
    changed = set[int]()
    for row_id, said in here.people:
        person = store.people.person(row_id)
        assert person.id is not None
        if not (person.confidential or said.confidential):
            continue
        known = {name.casefold() for name in (person.name, *person.aliases)}
        others = tuple(name for name in (said.name, *said.aliases) if name and name.casefold() not in known)
        if others or not person.confidential:
            act.update("person", person.id, confidential=1, aliases=as_texts((*person.aliases, *others)))
            changed.add(person.id)
    return len(changed)


def _sources(store: Store, act: Action, here: Here) -> int:
    closed = {
        row_id for row_id, said in here.sources if said.confidential and not store.sources.get(row_id).confidential
    }
    for row_id in sorted(closed):
        act.update("source", row_id, confidential=1)
    return len(closed)


def _disputed(act: Action, here: Here) -> int:
    why = dict(here.disputed)
    for quote_id, told in why.items():
        act.update("quote", quote_id, disputed=one_line(told))
    return len(why)


def _terms(store: Store, act: Action, here: Here) -> tuple[int, int]:
    tightened = stay = 0
    for source_id, said in _last(here.terms).items():
        agreed = store.sources.terms(source_id=source_id)
        if is_known(agreed, said):
            continue
        stands = store.sources.effective_terms(store.sources.get(source_id))
        if tightens(stands, said.value):
            terms = narrowest(stands, said.value)
            store.sources.write_terms(
                act, replace(terms, source_id=source_id, quote_id=None, corrects=None, recorded_at=None)
            )
            tightened += 1
        elif opens(stands, said.value):
            stay += 1
    return tightened, stay


def _embargoes(store: Store, here: Here) -> tuple[int, int]:
    tightened = stay = 0
    now = store.gate_clock()
    for source_id, said in _last(here.embargoes).items():
        embargo, own = said.value, store.sources.embargoes(source_id=source_id)
        if is_known(own, said):
            continue
        last = own[-1] if own else None
        stands = last if last is not None and in_force(last, now) else None
        if in_force(embargo, now) and (stands is None or stands.until < embargo.until):
            store.sources.set_embargo(
                Embargo(until=embargo.until, zone=embargo.zone, note=embargo.note, source_id=source_id)
            )
            tightened += 1
        elif stands is not None and (embargo.lifted or embargo.until < stands.until):
            stay += 1
    return tightened, stay


def _last(said: list[tuple[int, Entry[T]]]) -> dict[int, Entry[T]]:
    """What counts of each row in the document: the last one that was not taken back."""
    return {row_id: entry for row_id, entry in said if entry.withdrawn is None}
