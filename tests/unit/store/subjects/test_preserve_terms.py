"""What was agreed stays agreed, whatever else is edited: every way around it is tried here."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.model.dates import value as dates
from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.records import Embargo, Person, Quote, Source, Speaker, Terms
from desk.store.file.file import Changed, machine_clock
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote

BACKGROUND = Terms(rule=GroundRule.BACKGROUND, attribution="a union official", agreed_with="her")
OPEN = Terms(rule=GroundRule.ON_RECORD)


def a_source(store: Store, code: str, terms: Terms | None = None, **more: object) -> int:
    columns = {"kind": SourceKind.INTERVIEW_NOTES, "tier": Tier.PRIMARY, **more}
    return store.sources.add(Source(code=code, **columns), terms=terms)  # type: ignore[arg-type]


def move(store: Store, quote_id: int, source_id: int | None) -> None:
    store.quotes.edit(replace(store.quotes.get(quote_id), source_id=source_id))


def remarks(store: Store) -> list[str]:
    told: list[str] = []

    def tell(changed: Changed) -> None:
        told.extend(words for words, _ in changed.remarks)

    store.subscribe(tell)
    return told


def may_be_named(store: Store, quote_id: int) -> bool:
    record = store.quotes.record(quote_id)
    return permissions(record.terms, confidential=record.confidential).name


@pytest.fixture
def call(store: Store, known: Known) -> int:
    return a_source(store, "call", BACKGROUND)


@pytest.fixture
def quote(store: Store, known: Known, call: int) -> int:
    return store.quotes.add(replace(a_quote(known), source_id=call))


def test_a_quote_moved_to_a_source_with_looser_terms_keeps_its_own(store: Store, call: int, quote: int) -> None:
    told = remarks(store)
    move(store, quote, a_source(store, "release", kind=SourceKind.PRESS_RELEASE))
    (own,) = store.sources.terms(quote_id=quote)
    assert (own.rule, own.attribution) == (GroundRule.BACKGROUND, "a union official")
    assert own.note == "kept: moving it from call to release"
    assert store.quotes.record(quote).terms.rule is GroundRule.BACKGROUND
    assert told == [f"Quote {quote} keeps its terms: moving it from call to release would mean that it may be named"]


def test_undo_takes_the_move_and_what_was_kept_back_and_redo_does_both_again(
    store: Store, call: int, quote: int
) -> None:
    presser = a_source(store, "release", kind=SourceKind.PRESS_RELEASE)
    move(store, quote, presser)
    store.history.undo()
    assert store.quotes.get(quote).source_id == call
    assert store.sources.terms(quote_id=quote) == []
    store.history.redo()
    assert store.quotes.get(quote).source_id == presser
    assert store.quotes.record(quote).terms.rule is GroundRule.BACKGROUND


def test_a_move_that_allows_no_more_keeps_nothing_apart(store: Store, call: int, quote: int) -> None:
    told = remarks(store)
    move(store, quote, a_source(store, "hidden", Terms(rule=GroundRule.OFF_RECORD)))
    assert store.quotes.record(quote).terms.rule is GroundRule.OFF_RECORD
    assert store.sources.terms(quote_id=quote) == []
    assert told == []


def test_the_desks_set_clock_does_not_open_an_embargo(path: Path, empty_desk: Path) -> None:
    """`desk --now` shows another day; an embargo is judged by the machine's own clock."""
    shutil.copy(empty_desk, path)
    later = machine_clock() + timedelta(days=300)
    with Store.open(path, clock=lambda: later) as store:
        source_id = a_source(store, "call", BACKGROUND)
        embargo = Embargo(until=machine_clock() + timedelta(days=2), zone="UTC", source_id=source_id)
        store.sources.set_embargo(embargo)
        with pytest.raises(InputError, match="needs a note"):
            store.sources.set_embargo(replace(embargo, lifted=True))


@pytest.mark.parametrize("terms", [None, OPEN, BACKGROUND], ids=["public", "on record", "background"])
@pytest.mark.parametrize("by_way_of_none", [False, True], ids=["straight", "by way of no source"])
def test_a_quote_of_which_nothing_was_set_stays_so_wherever_it_is_moved(
    store: Store, known: Known, terms: Terms | None, by_way_of_none: bool
) -> None:
    quote_id = store.quotes.add(replace(a_quote(known), source_id=a_source(store, "call")))
    told = remarks(store)
    if by_way_of_none:
        move(store, quote_id, None)
    move(store, quote_id, a_source(store, "release", terms, kind=SourceKind.PRESS_RELEASE))
    refused = gate(store.quotes.record(quote_id), now=store.clock())
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.NOT_SET
    assert len(told) == 1
    store.sources.set_terms(replace(terms or OPEN, quote_id=quote_id))
    assert isinstance(gate(store.quotes.record(quote_id), now=store.clock()), Permit)


def test_a_quote_without_a_source_takes_over_what_its_first_source_brings(store: Store, known: Known) -> None:
    quote_id = store.quotes.add(replace(a_quote(known), source_id=None))
    move(store, quote_id, a_source(store, "release", kind=SourceKind.PRESS_RELEASE))
    assert store.sources.terms(quote_id=quote_id) == []
    assert store.quotes.record(quote_id).terms.rule is GroundRule.ON_RECORD


def test_a_source_set_off_record_takes_along_the_quotes_with_older_terms_of_their_own(
    store: Store, known: Known
) -> None:
    call = a_source(store, "call", OPEN)
    own, loose = (store.quotes.add(replace(a_quote(known, words), source_id=call)) for words in ("One", "Two"))
    store.sources.set_terms(replace(BACKGROUND, quote_id=own))
    store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=call))
    for quote_id in (own, loose):
        assert isinstance(gate(store.quotes.record(quote_id), now=store.clock()), Refusal)
        assert store.quotes.record(quote_id).terms.rule is GroundRule.OFF_RECORD
    with pytest.raises(InputError, match="more than was agreed"):
        store.sources.set_terms(replace(BACKGROUND, quote_id=own))
    on = dates.day(date(2026, 2, 14))
    store.sources.set_terms(replace(OPEN, source_id=call, agreed_with="her", agreed_on=on, note="by phone"))
    assert store.quotes.record(loose).terms.rule is GroundRule.ON_RECORD
    assert store.quotes.record(own).terms.rule is GroundRule.OFF_RECORD
    store.history.undo()
    store.history.undo()
    assert store.quotes.record(own).terms.rule is GroundRule.BACKGROUND


def test_a_source_without_terms_is_no_way_around_them(store: Store, call: int, quote: int) -> None:
    blank = a_source(store, "blank")
    move(store, quote, blank)
    store.sources.set_terms(replace(OPEN, source_id=blank))
    assert not may_be_named(store, quote)
    assert isinstance(gate(store.quotes.record(quote), now=store.clock()), Refusal)
    move(store, quote, None)
    move(store, quote, a_source(store, "release", kind=SourceKind.PRESS_RELEASE))
    assert not may_be_named(store, quote)


def test_unsetting_a_ground_rule_is_no_way_around_it(store: Store, call: int, quote: int) -> None:
    store.sources.set_terms(Terms(rule=GroundRule.UNKNOWN, source_id=call))
    with pytest.raises(InputError, match="may be named"):
        store.sources.set_terms(replace(OPEN, source_id=call))
    store.sources.set_terms(Terms(rule=GroundRule.UNKNOWN, quote_id=quote))
    with pytest.raises(InputError, match="may be named"):
        store.sources.set_terms(replace(OPEN, quote_id=quote))
    on = dates.day(date(2026, 2, 14))
    store.sources.set_terms(replace(OPEN, quote_id=quote, agreed_with="her", agreed_on=on, note="by phone"))
    assert may_be_named(store, quote)


def test_what_neither_source_allows_stays_closed(store: Store, known: Known) -> None:
    closed = a_source(store, "a", Terms(rule=GroundRule.BACKGROUND, may_quote=False, attribution="an aide"))
    other = a_source(store, "b", Terms(rule=GroundRule.ON_RECORD, may_publish=False))
    quote_id = store.quotes.add(replace(a_quote(known), source_id=closed))
    move(store, quote_id, other)
    allowed = permissions(store.quotes.record(quote_id).terms)
    assert (allowed.publish, allowed.quote, allowed.name) == (False, False, False)


def test_deep_background_stays_without_attribution(store: Store, known: Known, quote: int) -> None:
    deep = a_source(store, "deep", Terms(rule=GroundRule.DEEP_BACKGROUND))
    quote_id = store.quotes.add(replace(a_quote(known), source_id=deep))
    move(store, quote_id, a_source(store, "b", Terms(rule=GroundRule.ON_RECORD)))
    assert permissions(store.quotes.record(quote_id).terms).attribute is False


def test_terms_of_a_quotes_own_go_with_it(store: Store, call: int, quote: int) -> None:
    store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, quote_id=quote))
    move(store, quote, a_source(store, "release", kind=SourceKind.PRESS_RELEASE))
    assert len(store.sources.terms(quote_id=quote)) == 1
    assert store.quotes.record(quote).terms.rule is GroundRule.OFF_RECORD


def test_an_embargo_goes_with_a_quote_that_is_moved(store: Store, call: int, quote: int, clock: SetClock) -> None:
    until = clock.now + timedelta(hours=5)
    store.sources.set_embargo(Embargo(until=until, zone="America/Los_Angeles", source_id=call))
    told = remarks(store)
    other = a_source(store, "other", BACKGROUND)
    move(store, quote, other)
    kept = store.quotes.record(quote).embargo
    assert kept is not None
    assert (kept.until, kept.quote_id, kept.note) == (until, quote, "kept: moving it from call to other")
    assert told == [f"Quote {quote} keeps its embargo"]
    store.history.undo()
    back = store.quotes.record(quote).embargo
    assert back is not None
    assert back.source_id == call


def test_an_embargo_that_is_over_does_not_go_with_it(store: Store, call: int, quote: int, clock: SetClock) -> None:
    store.sources.set_embargo(Embargo(until=clock.now - timedelta(hours=1), zone="UTC", source_id=call))
    move(store, quote, a_source(store, "other", BACKGROUND))
    assert store.sources.embargoes(quote_id=quote) == []


def test_another_speaker_gives_no_name_to_what_a_confidential_one_said(store: Store, known: Known) -> None:
    secret = store.people.add_person(Person(name="Jo Roe", confidential=True))
    source = a_source(store, "call", Terms(rule=GroundRule.ON_RECORD, attribution="an aide"))
    quote_id = store.quotes.add(
        Quote(words="We will stay", speakers=(Speaker(person_id=secret, name="Jo Roe"),), source_id=source)
    )
    assert not may_be_named(store, quote_id)
    named = Speaker(person_id=known.negotiator, name="Duncan Crabtree-Ireland")
    store.quotes.edit(replace(store.quotes.get(quote_id), speakers=(named,)))
    assert not may_be_named(store, quote_id)
    (own,) = store.sources.terms(quote_id=quote_id)
    assert own.note == "kept: another speaker"
    permit = gate(store.quotes.record(quote_id), now=store.clock())
    assert isinstance(permit, Permit)
    assert permit.attribution.speakers == ()


def test_a_confidential_mark_is_taken_away_only_as_a_renegotiation(store: Store, known: Known) -> None:
    person_id = store.people.add_person(Person(name="Jo Roe", confidential=True))
    person = replace(store.people.person(person_id), confidential=False)
    with pytest.raises(InputError, match="promised") as error:
        store.people.edit_person(person)
    assert error.value.where == "released"
    assert store.hidden.all().people == ("Jo Roe",)
    store.people.edit_person(person, released="Jo Roe herself, by phone")
    assert store.hidden.all().people == ()
    done = store.history.last()
    assert done is not None
    assert done.label == "renegotiate: Jo Roe is no longer confidential: Jo Roe herself, by phone"


def test_the_same_holds_for_a_source_and_its_terms_say_so(store: Store, known: Known) -> None:
    source_id = a_source(store, "call", OPEN, confidential=True)
    quote_id = store.quotes.add(replace(a_quote(known), source_id=source_id))
    source = replace(store.sources.get(source_id), confidential=False)
    with pytest.raises(InputError, match="promised"):
        store.sources.edit(source)
    assert not may_be_named(store, quote_id)
    store.sources.edit(source, released="the aide, Feb 14")
    assert may_be_named(store, quote_id)
    assert store.sources.terms(source_id=source_id)[-1].note == "no longer confidential: the aide, Feb 14"
    store.history.undo()
    assert not may_be_named(store, quote_id)


def test_a_confidential_person_who_is_renamed_keeps_the_old_name_off_the_desk(store: Store) -> None:
    person_id = store.people.add_person(Person(name="Jo Roe", confidential=True))
    store.people.edit_person(replace(store.people.person(person_id), name="Joanna Roe"))
    assert set(store.hidden.all().people) == {"Joanna Roe", "Jo Roe"}


@pytest.mark.parametrize("keep_is_confidential", [True, False])
def test_a_merge_of_a_confidential_person_with_another_stays_confidential(
    store: Store, known: Known, keep_is_confidential: bool
) -> None:
    keep = store.people.add_person(Person(name="Jo Roe", confidential=keep_is_confidential))
    drop = store.people.add_person(Person(name="Joanna Roe", confidential=not keep_is_confidential))
    source = a_source(store, "call", OPEN)
    said = [
        store.quotes.add(Quote(words="We stay", speakers=(Speaker(person_id=one, name="Roe"),), source_id=source))
        for one in (keep, drop)
    ]
    store.people.merge_persons(keep, drop)
    assert not any(may_be_named(store, quote_id) for quote_id in said)
    assert {"Jo Roe", "Joanna Roe"} <= set(store.hidden.all().people)
    store.history.undo()
    store.history.redo()
    assert not any(may_be_named(store, quote_id) for quote_id in said)


def test_a_conversation_that_becomes_a_press_release_stays_unset_until_somebody_sets_it(
    store: Store, known: Known
) -> None:
    source_id = a_source(store, "call")
    quote_id = store.quotes.add(replace(a_quote(known), source_id=source_id))
    told = remarks(store)
    store.sources.edit(replace(store.sources.get(source_id), kind=SourceKind.PRESS_RELEASE))
    assert store.quotes.record(quote_id).terms.rule is GroundRule.UNKNOWN
    assert told == ["call stays under no ground rule until one is set"]
    store.sources.set_terms(replace(OPEN, source_id=source_id))
    assert store.quotes.record(quote_id).terms.rule is GroundRule.ON_RECORD


def test_a_press_release_that_was_a_conversation_is_closed_at_once(store: Store, known: Known) -> None:
    source_id = a_source(store, "presser2", kind=SourceKind.PRESS_RELEASE)
    quote_id = store.quotes.add(replace(a_quote(known), source_id=source_id))
    store.sources.edit(replace(store.sources.get(source_id), kind=SourceKind.RECORDING))
    assert store.quotes.record(quote_id).terms.rule is GroundRule.UNKNOWN


def test_an_embargo_is_moved_earlier_or_lifted_only_with_a_note(store: Store, call: int, clock: SetClock) -> None:
    until = clock.now + timedelta(hours=5)
    store.sources.set_embargo(Embargo(until=until, zone="UTC", source_id=call))
    for sooner in (Embargo(until=until - timedelta(hours=1), zone="UTC", source_id=call),
                   Embargo(until=until, zone="UTC", lifted=True, source_id=call)):  # fmt: skip
        with pytest.raises(InputError, match="needs a note"):
            store.sources.set_embargo(sooner)
    store.sources.set_embargo(Embargo(until=until + timedelta(hours=1), zone="UTC", source_id=call))


def test_a_merge_of_parties_loosens_nothing(store: Store, known: Known, quote: int) -> None:
    store.people.merge_parties(known.union, known.studios)
    assert store.quotes.record(quote).terms.rule is GroundRule.BACKGROUND
