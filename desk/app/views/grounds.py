"""What the reporter's own lines rest on, as the desk shows it: sources by their codes, and who claims each claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desk.model.quotes.groundrules import permissions
from desk.model.records import Development
from desk.model.talks.grounds import Claimed, Grounds, Provenance, is_claim, who_claims

if TYPE_CHECKING:
    from desk.store.store import Store


def read_grounds(store: Store, developments: Iterable[Development] = ()) -> Grounds:
    """For the reporter's own screens: every source by its code, and whose the claims of these developments are."""
    return Grounds(
        sources={
            source.id: Provenance(words=source.code, day=source.date, withdrawn=source.withdrawn_at is not None)
            for source in store.sources.all(withdrawn=True)
            if source.id is not None
        },
        claims={one.id: claimed(store, one) for one in developments if one.id is not None and is_claim(one)},
    )


def claimed(store: Store, one: Development, *, handed_on: bool = False) -> Claimed:
    """Whose claim a development is, by its words and those named in it.

    Of a confidential person, and in what is handed on of everybody where the source may not be named, it is the
    attribution that was agreed; nobody where none was.
    """
    people = [store.people.person(person_id) for person_id in one.person_ids]
    if one.source_id is not None:
        source = store.sources.get(one.source_id)
        terms = store.sources.effective_terms(source)
        allowed = permissions(terms, confidential=source.confidential)
        if not allowed.name and (handed_on or any(person.confidential for person in people)):
            agreed = " ".join(terms.attribution.split()) if allowed.attribute else ""
            return Claimed(by=(agreed,)) if agreed else Claimed()
    return who_claims(one.words, people, (store.people.party(party_id) for party_id in one.party_ids))
