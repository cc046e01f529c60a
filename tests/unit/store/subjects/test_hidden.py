"""Every name the desk knows and may not hand on: what is marked, what terms forbid, and what it was called before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk.model.dates import value as dates
from desk.model.enums import GroundRule, PartyKind, SourceKind, Tier
from desk.model.quotes.groundrules import Permissions, permissions
from desk.model.records import Negotiation, Party, Person, Quote, Source, Speaker, Terms
from desk.store.store import Store
from tests.unit.store.conftest import Known

RULES = [rule for rule in GroundRule if rule is not GroundRule.ON_RECORD]


def a_source(store: Store, code: str, rule: GroundRule | None = None, *, confidential: bool = False) -> int:
    source = Source(code=code, kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY, confidential=confidential)
    terms = Terms(rule=rule) if rule is not None else None
    return store.sources.add(source, terms=terms)


def says(store: Store, source_id: int | None, person_id: int, printed: str = "Odalys Verrick") -> int:
    speaker = Speaker(person_id=person_id, name=printed)
    return store.quotes.add(Quote(words="They will fold", speakers=(speaker,), source_id=source_id))


def every(store: Store) -> set[str]:
    hidden = store.hidden.all()
    return {*hidden.people, *hidden.bound, *hidden.unset, *hidden.others}


@pytest.fixture
def person(store: Store) -> int:
    return store.people.add_person(Person(name="Odalys Verrick", title="deputy counsel"))


def mark(store: Store, person_id: int) -> None:
    store.people.edit_person(replace(store.people.person(person_id), confidential=True))


# What a person who is marked was ever called


def test_the_name_as_printed_on_a_quote_of_a_confidential_person_is_hidden(store: Store, person: int) -> None:
    says(store, None, person, "Dodie Pell")
    mark(store, person)
    assert {"Odalys Verrick", "Dodie Pell"} <= every(store)


def test_so_is_one_that_was_printed_before_the_speaker_was_written_anew(store: Store, person: int) -> None:
    mark(store, person)
    number = says(store, None, person, "Dodie Pell")
    quote = store.quotes.get(number)
    store.quotes.edit(replace(quote, speakers=(Speaker(person_id=person, name="Odalys Verrick"),)))
    assert "Dodie Pell" in every(store)
    store.quotes.withdraw(number)
    assert "Dodie Pell" in every(store)


def test_an_old_name_from_before_the_mark_is_hidden(store: Store, person: int) -> None:
    store.people.edit_person(replace(store.people.person(person), name="Dodie Pell"))
    assert every(store) == set()
    mark(store, person)
    assert every(store) == {"Odalys Verrick", "Dodie Pell"}


def _edited_away(store: Store, person_id: int) -> None:
    store.people.edit_person(replace(store.people.person(person_id), aliases=("Dodie Pell",)))
    store.people.edit_person(replace(store.people.person(person_id), aliases=()))


def _undone(store: Store, person_id: int) -> None:
    store.people.edit_person(replace(store.people.person(person_id), aliases=("Dodie Pell",)))
    store.history.undo()


def _withdrawn(store: Store, person_id: int) -> None:
    _edited_away(store, person_id)
    store.people.withdraw_person(person_id)


def _merged(store: Store, person_id: int) -> None:
    store.people.merge_persons(person_id, store.people.add_person(Person(name="Dodie Pell")))
    store.people.edit_person(replace(store.people.person(person_id), aliases=()))


def _merged_into_another(store: Store, person_id: int) -> None:
    _edited_away(store, person_id)
    keep = store.people.add_person(Person(name="Ismay Toft"))
    store.people.merge_persons(keep, person_id)
    store.people.edit_person(replace(store.people.person(keep), aliases=()))


@pytest.mark.parametrize("lost", [_edited_away, _undone, _withdrawn, _merged, _merged_into_another])
def test_an_alias_that_is_gone_from_the_row_is_hidden_still(
    store: Store, person: int, lost: Callable[[Store, int], None]
) -> None:
    mark(store, person)
    lost(store, person)
    assert {"Odalys Verrick", "Dodie Pell"} <= every(store)


def test_a_mark_that_is_taken_away_with_words_frees_every_name(store: Store, person: int) -> None:
    mark(store, person)
    drop = store.people.add_person(Person(name="Ismay Toft", confidential=True))
    store.people.merge_persons(person, drop)
    _edited_away(store, person)
    store.people.edit_person(replace(store.people.person(person), confidential=False), released="she said so herself")
    assert every(store) == set()
    store.history.undo()
    assert {"Odalys Verrick", "Ismay Toft", "Dodie Pell"} <= every(store)


def test_the_old_title_of_a_confidential_source_is_hidden(store: Store) -> None:
    source_id = store.sources.add(
        Source(code="S9", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="Toft memorandum")
    )
    store.sources.edit(replace(store.sources.get(source_id), title="A memo", confidential=True))
    assert {"Toft memorandum", "A memo"} <= every(store)


# Who spoke where nobody may be named


@pytest.mark.parametrize("rule", RULES)
def test_an_unmarked_speaker_of_a_source_that_may_not_be_named_is_hidden(
    store: Store, person: int, rule: GroundRule
) -> None:
    says(store, a_source(store, "call", rule), person, "Dodie Pell")
    assert every(store) == {"Odalys Verrick", "Dodie Pell"}


def test_so_is_one_of_a_confidential_source_whatever_its_terms(store: Store, person: int) -> None:
    says(store, a_source(store, "call", GroundRule.ON_RECORD, confidential=True), person)
    assert every(store) == {"Odalys Verrick"}
    assert store.hidden.all().people == ("Odalys Verrick",)


def test_a_renamed_speaker_is_hidden_by_the_old_name_too(store: Store, person: int) -> None:
    says(store, a_source(store, "call", GroundRule.BACKGROUND), person, "the counsel")
    store.people.edit_person(replace(store.people.person(person), name="Odalys Pell"))
    assert every(store) == {"Odalys Pell", "Odalys Verrick", "the counsel"}


def test_terms_of_one_quote_hide_its_speaker_and_open_nobody_elses(store: Store, person: int) -> None:
    source_id = a_source(store, "presser", GroundRule.ON_RECORD)
    number = says(store, source_id, person)
    other = store.people.add_person(Person(name="Ismay Toft"))
    says(store, source_id, other, "Ismay Toft")
    store.sources.set_terms(Terms(rule=GroundRule.BACKGROUND, quote_id=number))
    assert every(store) == {"Odalys Verrick"}


def test_with_whom_hidden_terms_were_agreed_is_hidden(store: Store) -> None:
    source_id = a_source(store, "call", GroundRule.BACKGROUND)
    store.sources.set_terms(Terms(rule=GroundRule.BACKGROUND, source_id=source_id, agreed_with="Ismay Toft"))
    assert every(store) == {"Ismay Toft"}


def test_what_is_set_on_the_record_frees_its_speaker(store: Store, person: int) -> None:
    source_id = a_source(store, "call")
    says(store, source_id, person)
    assert store.hidden.all().unset == ("Odalys Verrick",)
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=source_id))
    assert every(store) == set()


@pytest.mark.parametrize("rule", RULES)
def test_who_is_on_the_record_elsewhere_is_known_to_the_public(store: Store, person: int, rule: GroundRule) -> None:
    says(store, a_source(store, "call", rule), person)
    number = says(store, a_source(store, "presser", GroundRule.ON_RECORD), person)
    assert every(store) == set()
    store.quotes.withdraw(number)
    assert every(store) == {"Odalys Verrick"}


def test_but_not_by_words_that_may_not_be_published(store: Store, person: int) -> None:
    says(store, a_source(store, "call", GroundRule.BACKGROUND), person)
    source_id = a_source(store, "off camera", GroundRule.ON_RECORD)
    says(store, source_id, person)
    other = store.people.add_person(Person(name="Ismay Toft"))
    says(store, source_id, other, "Ismay Toft")
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, may_publish=False, source_id=source_id))
    assert every(store) == {"Odalys Verrick"}


def test_but_not_by_words_said_together_with_a_confidential_person(store: Store, person: int) -> None:
    secret = store.people.add_person(Person(name="Ismay Toft", confidential=True))
    says(store, a_source(store, "call", GroundRule.BACKGROUND), person)
    both = (Speaker(person_id=person, name="Odalys Verrick"), Speaker(person_id=secret, name="Ismay Toft"))
    store.quotes.add(
        Quote(words="We said no", speakers=both, source_id=a_source(store, "presser", GroundRule.ON_RECORD))
    )
    assert every(store) == {"Odalys Verrick", "Ismay Toft"}


def test_a_mark_is_not_undone_by_being_on_the_record_elsewhere(store: Store, person: int) -> None:
    says(store, a_source(store, "presser", GroundRule.ON_RECORD), person)
    mark(store, person)
    assert every(store) == {"Odalys Verrick"}


def test_a_body_that_speaks_only_where_it_may_not_be_named_is_hidden_until_it_sits_at_a_table(
    store: Store, known: Known
) -> None:
    party = store.people.add_party(Party(name="Quorvex Guild", full_name="Guild of Quorvex", kind=PartyKind.AGENCY))
    source_id = a_source(store, "memo", GroundRule.BACKGROUND)
    for row in (party, known.studios):
        name = store.people.party(row).name
        store.quotes.add(Quote(words="We fold", speakers=(Speaker(party_id=row, name=name),), source_id=source_id))
    assert {"Quorvex Guild", "Guild of Quorvex"} <= every(store)
    assert "AMPTP" not in every(store)
    store.talks.add_negotiation(Negotiation(code="q", name="Quorvex 2026", party_ids=(party,)))
    assert every(store) == set()


def test_an_import_that_is_taken_back_frees_no_name_that_was_marked(store: Store) -> None:
    with store.bulk("import") as bulk, bulk.batch():
        store.people.add_person(Person(name="Ismay Toft", confidential=True))
    assert every(store) == {"Ismay Toft"}
    store.history.undo()
    assert every(store) == {"Ismay Toft"}


def test_the_gate_forbids_a_public_speaker_the_old_name_as_well(store: Store, person: int) -> None:
    says(store, a_source(store, "presser", GroundRule.ON_RECORD), person)
    number = says(store, source_id := a_source(store, "call", GroundRule.BACKGROUND), person)
    store.people.edit_person(replace(store.people.person(person), name="Odalys Pell"))
    assert {"Odalys Pell", "Odalys Verrick"} <= set(store.quotes.record(number).known_as)
    assert {"Odalys Pell", "Odalys Verrick"} <= set(store.quotes.who_spoke(source_id)[0])


def test_every_rule_that_may_hide_a_name_is_tried_here() -> None:
    assert {rule for rule in GroundRule if not _named(permissions(Terms(rule=rule)))} == set(RULES)


def _named(allowed: Permissions) -> bool:
    return allowed.name


def test_a_speaker_is_bound_by_a_source_that_was_tightened_after_the_quotes_own_terms(
    store: Store, person: int
) -> None:
    source = a_source(store, "call", GroundRule.BACKGROUND)
    quote = says(store, source, person)
    agreed = dates.day(date(2026, 2, 13))
    store.sources.set_terms(
        Terms(rule=GroundRule.ON_RECORD, quote_id=quote, agreed_with="herself", note="may be named", agreed_on=agreed)
    )
    assert "Odalys Verrick" not in every(store)
    store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=source))
    assert "Odalys Verrick" in store.hidden.all().bound
