"""Who may not be named is not named by any name the desk knows them by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.app.confidential import confidential_names
from desk.app.release import release
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import CopyFormat, Kind
from desk.model.enums import GroundRule, PartyKind
from desk.model.names.names import Names
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.refusal import Refusal
from desk.model.records import Party, Person, Speaker, Terms
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote

SENTENCE = CopyFormat("sentence", "a sentence", Kind.SENTENCE)
HOUSE = HouseStyle(today=date(2026, 2, 14))


def test_an_alias_of_somebody_on_background_does_not_leave_in_the_words(
    store: Store, known: Known, clock: SetClock
) -> None:
    person = store.people.add_person(Person(name="Rosalind Quick", aliases=("Roz",)))
    spoken = replace(
        a_quote(known, "They all say ask Roz, so I said no"), speakers=(Speaker(person_id=person, name="R. Quick"),)
    )
    quote = store.quotes.add(spoken)
    store.sources.set_terms(
        Terms(rule=GroundRule.BACKGROUND, attribution="a person close to the talks", source_id=known.source)
    )
    permit = gate(store.quotes.record(quote), now=clock())
    assert isinstance(permit, Permit)
    assert "Roz" in permit.forbidden
    assert isinstance(release(permit, SENTENCE, way="clipboard", names=Names((), ()), house=HOUSE), Refusal)
    store.quotes.edit(replace(store.quotes.get(quote), words="So I said no"))
    permit = gate(store.quotes.record(quote), now=clock())
    assert isinstance(permit, Permit)
    assert "Roz" not in str(release(permit, SENTENCE, way="clipboard", names=Names((), ()), house=HOUSE))


@pytest.mark.parametrize("printed", ["Petrov", "Mr. Petrov", "Dr Petróv", "petrov"])
@pytest.mark.parametrize("public", [None, "Olga Petrov", "Petrov"])
def test_a_surname_alone_is_not_told_where_it_may_be_that_of_somebody_confidential(
    printed: str, public: str | None, store: Store, known: Known, clock: SetClock
) -> None:
    def leaves() -> bool:
        permit = gate(store.quotes.record(quote), now=clock())
        assert isinstance(permit, Permit)
        answer = release(permit, SENTENCE, way="clipboard", names=confidential_names(store), house=HOUSE)
        if isinstance(answer, Refusal):
            assert answer.remedy.startswith("Write the full name of whom it is in the quote")
            assert printed in answer.here
            assert printed not in str(answer)
        return not isinstance(answer, Refusal)

    person = store.people.add_person(Person(name=public or printed))
    spoken = replace(a_quote(known, "No deal"), speakers=(Speaker(person_id=person, name=printed),))
    quote = store.quotes.add(spoken)
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=known.source))
    assert leaves()
    store.people.add_person(Person(name="Ivan Petrov", confidential=True))
    assert leaves() is (public == "Olga Petrov")
    store.quotes.edit(replace(store.quotes.get(quote), speakers=(Speaker(person_id=person, name="Vera Petrov"),)))
    assert leaves()


def test_a_body_is_told_by_its_one_word_whoever_has_it_as_a_surname(
    store: Store, known: Known, clock: SetClock
) -> None:
    party = store.people.add_party(Party(name="Quandt", kind=PartyKind.EMPLOYER))
    quote = store.quotes.add(replace(a_quote(known, "No deal"), speakers=(Speaker(party_id=party, name="Quandt"),)))
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=known.source))
    store.people.add_person(Person(name="Mara Quandt", confidential=True))
    permit = gate(store.quotes.record(quote), now=clock())
    assert isinstance(permit, Permit)
    assert not isinstance(
        release(permit, SENTENCE, way="clipboard", names=confidential_names(store), house=HOUSE), Refusal
    )
