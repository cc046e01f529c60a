"""Embargoes on developments: set, inherited by corrections and from sources, lifted with a note, and told in one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.model.enums import Axis, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.embargo import in_force
from desk.model.records import Development, Embargo, Source
from desk.store.store import Store
from desk.store.subjects.embargoes import held
from tests.unit.store.conftest import Known, SetClock, a_development, a_quote

ZONE = "America/Los_Angeles"


def until(clock: SetClock, hours: float = 5) -> Embargo:
    return Embargo(until=clock.now + timedelta(hours=hours), zone=ZONE)


def embargoed(store: Store, development_id: int) -> bool:
    return in_force(store.developments.get(development_id).embargo, store.gate_clock())


def test_a_development_is_logged_with_its_embargo_as_one_action(store: Store, known: Known, clock: SetClock) -> None:
    row = store.developments.log(a_development(known, "a deal is reached", 13), embargo=until(clock))
    other = store.developments.log(a_development(known, "talks go on", 13))
    assert embargoed(store, row)
    assert not embargoed(store, other)
    clock.pass_time(hours=5)
    assert not embargoed(store, row)
    store.history.undo()
    store.history.undo()
    assert store.developments.all() == []
    assert store.sources.embargoes(development_id=row) == []


def test_a_correction_inherits_the_embargo_and_another_end_counts_for_both(
    store: Store, known: Known, clock: SetClock
) -> None:
    first = store.developments.log(a_development(known, "a deal is reached", 13), embargo=until(clock))
    second = store.developments.log(a_development(known, "a tentative deal", 13, corrects=first))
    third = store.developments.log(a_development(known, "a tentative deal, they say", 13, corrects=second))
    assert embargoed(store, third)
    (standing,) = store.sources.embargoes(development_id=third)
    assert standing.development_id == first
    with pytest.raises(InputError, match="needs a note"):
        store.sources.set_embargo(replace(until(clock, 1), development_id=third))
    store.sources.set_embargo(replace(until(clock, 1), development_id=third, note="the union let it go"))
    clock.pass_time(hours=2)
    assert not embargoed(store, third)


def test_it_is_lifted_early_with_a_note_and_the_lift_is_undone(store: Store, known: Known, clock: SetClock) -> None:
    row = store.developments.log(a_development(known, "a deal is reached", 13), embargo=until(clock))
    (standing,) = store.sources.embargoes(development_id=row)
    lifted = replace(standing, id=None, lifted=True, corrects=standing.id, recorded_at=None)
    with pytest.raises(InputError, match="needs a note"):
        store.sources.set_embargo(lifted)
    store.sources.set_embargo(replace(lifted, note="AMPTP published it"))
    assert not embargoed(store, row)
    store.history.undo()
    assert embargoed(store, row)
    store.history.redo()
    assert not embargoed(store, row)


def test_a_development_is_under_the_embargo_of_its_source(store: Store, known: Known, clock: SetClock) -> None:
    source = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=until(clock))
    row = store.developments.log(replace(a_development(known, "a deal is reached", 13), source_id=source))
    assert embargoed(store, row)
    clock.pass_time(hours=6)
    assert not embargoed(store, row)


def test_a_correction_with_another_source_does_not_leave_the_embargo_behind(
    store: Store, known: Known, clock: SetClock
) -> None:
    source = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=until(clock))
    row = store.developments.log(replace(a_development(known, "a deal is reached", 13), source_id=source))
    other = store.developments.log(a_development(known, "a deal is reached", 13, corrects=row))
    assert embargoed(store, other)
    (kept,) = store.sources.embargoes(development_id=other)
    assert kept.note == "kept: what it corrects was under this embargo"
    store.history.undo()
    assert [one.id for one in store.developments.all()] == [row]


def test_what_is_held_is_told_in_one_place_for_every_digest(store: Store, known: Known, clock: SetClock) -> None:
    source = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=until(clock))
    quote = store.quotes.add(replace(a_quote(known), source_id=source))
    own = store.quotes.add(a_quote(known))
    store.sources.set_embargo(replace(until(clock), quote_id=own))
    free = store.quotes.add(a_quote(known))
    first = store.developments.log(a_development(known, "a deal", 13))
    second = store.developments.log(a_development(known, "a deal is reached", 13, corrects=first), embargo=until(clock))
    third = store.developments.log(a_development(known, "a deal was reached", 13, corrects=second))
    other = store.developments.log(a_development(known, "talks go on", 13))
    now = held(store, clock.now)
    assert now.sources == {source}
    assert now.quotes == {quote, own}
    assert now.developments == {first, second, third}
    assert now.holds("development", second, {})
    assert not now.holds("development", other, {"source_id": known.source})
    assert now.holds("development_axis", 1, {"development_id": third})
    assert now.holds("position", 1, {"source_id": source})
    assert now.holds("quote", own, {})
    assert not now.holds("quote", free, {"source_id": known.source})
    assert not held(store, clock.now + timedelta(hours=6))


def test_a_correction_whose_embargo_was_lifted_may_be_told(store: Store, known: Known, clock: SetClock) -> None:
    first = store.developments.log(a_development(known, "a deal", 13), embargo=until(clock))
    second = store.developments.log(a_development(known, "a deal is reached", 13, corrects=first))
    (standing,) = store.sources.embargoes(development_id=second)
    store.sources.set_embargo(replace(standing, id=None, lifted=True, development_id=second, note="they let it go"))
    assert not embargoed(store, second)
    assert not held(store, clock.now).holds("development", second, {})


def test_the_axes_still_stand_as_the_reporter_knows_them(store: Store, known: Known, clock: SetClock) -> None:
    moved = a_development(known, "a deal is reached", 13, (Axis.PHASE, "tentative_agreement"))
    row = store.developments.log(moved, embargo=until(clock))
    found: Development = store.developments.all()[-1]
    assert (found.id, found.axes) == (row, ((Axis.PHASE, "tentative_agreement"),))


def test_an_embargo_that_is_over_is_lifted_without_a_note(store: Store, known: Known, clock: SetClock) -> None:
    row = store.developments.log(a_development(known, "a deal is reached", 13), embargo=until(clock))
    (standing,) = store.sources.embargoes(development_id=row)
    clock.pass_time(hours=6)
    store.sources.set_embargo(replace(standing, id=None, lifted=True, corrects=standing.id, recorded_at=None))
    assert not embargoed(store, row)


def test_lifting_the_embargo_of_a_quote_leaves_it_under_that_of_its_source(
    store: Store, known: Known, clock: SetClock
) -> None:
    source = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=until(clock))
    quote = store.quotes.add(replace(a_quote(known), source_id=source))
    own = replace(until(clock, 9), quote_id=quote)
    store.sources.set_embargo(own)
    store.sources.set_embargo(replace(own, lifted=True, note="the union let it go"))
    record = store.quotes.record(quote)
    assert record.embargo is not None
    assert record.embargo.source_id == source
    assert in_force(record.embargo, store.gate_clock())
