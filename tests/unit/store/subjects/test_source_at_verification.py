"""A check is worth what its source was when it was made, whatever the source is called since."""

from __future__ import annotations

import dataclasses

import pytest

from desk.model.enums import Deed, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.fingerprint import state
from desk.model.quotes.quotes import Source
from desk.store.bulk.listing import lines
from desk.store.store import Store
from tests.unit.store.conftest import Known, a_quote


@pytest.fixture
def machine(store: Store) -> int:
    return store.sources.add(Source(code="otter", kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY))


@pytest.fixture
def compared(store: Store, known: Known, machine: int) -> int:
    """A quote that was compared with a machine's transcript, to which nobody listened."""
    quote = store.quotes.add(dataclasses.replace(a_quote(known), source_id=machine))
    store.quotes.verify(
        quote, VerificationKind.TRANSCRIPT, source_id=machine, passage="“We will not accept that,” it says."
    )
    return quote


def call(store: Store, source_id: int, kind: SourceKind, tier: Tier) -> None:
    store.sources.edit(dataclasses.replace(store.sources.get(source_id), kind=kind, tier=tier))


@pytest.mark.parametrize("kind", [SourceKind.TRANSCRIPT, SourceKind.RECORDING, SourceKind.DOCUMENT])
def test_calling_a_source_primary_makes_no_old_check_one(
    store: Store, compared: int, machine: int, kind: SourceKind
) -> None:
    call(store, machine, kind, Tier.PRIMARY)
    assert state(store.quotes.record(compared)) is QuoteState.MATCHES_REPORT
    # Search looks for is:verified by itself.
    assert not any(line.verified for some in lines(store) for line in some)
    call(store, machine, SourceKind.TRANSCRIPT, Tier.SECONDARY)
    call(store, machine, kind, Tier.PRIMARY)
    assert state(store.quotes.record(compared)) is QuoteState.MATCHES_REPORT


def test_comparing_it_again_does(store: Store, compared: int, machine: int) -> None:
    call(store, machine, SourceKind.TRANSCRIPT, Tier.PRIMARY)
    store.quotes.verify(
        compared, VerificationKind.TRANSCRIPT, source_id=machine, passage="“We will not accept that,” it says."
    )
    assert state(store.quotes.record(compared)) is QuoteState.VERIFIED


def test_a_source_that_was_primary_all_along_may_be_mended(store: Store, known: Known) -> None:
    quote = store.quotes.add(a_quote(known))
    store.quotes.verify(quote, VerificationKind.RECORDING, source_id=known.source)
    call(store, known.source, SourceKind.TRANSCRIPT, Tier.SECONDARY)
    assert state(store.quotes.record(quote)) is QuoteState.MATCHES_REPORT
    store.history.undo()
    assert state(store.quotes.record(quote)) is QuoteState.VERIFIED


def test_comparing_in_the_same_change_counts_the_source_as_it_is_then(
    store: Store, compared: int, machine: int
) -> None:
    with store.action(Deed.OTHER, "the union's own transcript"):
        call(store, machine, SourceKind.TRANSCRIPT, Tier.PRIMARY)
        store.quotes.verify(
            compared, VerificationKind.TRANSCRIPT, source_id=machine, passage="“We will not accept that,” it says."
        )
    assert state(store.quotes.record(compared)) is QuoteState.VERIFIED
