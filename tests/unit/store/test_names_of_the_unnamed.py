"""Who may not be named is not named by any name the desk knows them by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.app.release import release
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import CopyFormat, Kind
from desk.model.enums import GroundRule
from desk.model.names.names import Names
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.refusal import Refusal
from desk.model.records import Person, Speaker, Terms
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
