"""What was compared with a source counts for nothing while that is withdrawn, wherever it is asked for."""

from __future__ import annotations

import dataclasses

import pytest

from desk.model.enums import GroundRule, Mark, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.errors import InputError, RefusedError
from desk.model.quotes.fingerprint import evidence, state
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.quotes import Source, Terms
from desk.model.quotes.verification_history import history
from desk.model.records import Check, CheckMark, Copied
from desk.search.indexer import read_bank, refresh
from desk.store.bulk.listing import lines
from desk.store.file.file import Changed
from desk.store.store import Store
from desk.store.subjects.changes import read_between
from tests.unit.store.conftest import Known, SetClock, a_quote


@pytest.fixture
def memo(store: Store) -> int:
    return store.sources.add(Source(code="memo", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY))


@pytest.fixture
def quote(store: Store, known: Known, memo: int) -> int:
    """A quote from the presser, compared with its recording."""
    number = store.quotes.add(a_quote(known))
    store.quotes.verify(number, VerificationKind.RECORDING, source_id=known.source)
    return number


def listed(store: Store) -> bool:
    return any(line.verified for some in lines(store) for line in some)


def stamps(store: Store, quote: int, clock: SetClock) -> tuple[str, ...]:
    answer = gate(store.quotes.record(quote), now=clock.now)
    assert isinstance(answer, Permit)
    return answer.stamps


def test_a_quote_whose_source_was_withdrawn_is_unverified_until_undo_brings_it_back(
    store: Store, known: Known, quote: int, clock: SetClock
) -> None:
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=known.source))
    assert not stamps(store, quote, clock)
    store.sources.withdraw(known.source)
    record = store.quotes.record(quote)
    assert state(record) is QuoteState.UNVERIFIED
    assert stamps(store, quote, clock) == ("[UNVERIFIED]",)
    assert evidence(record) == (
        "presser, where it is from, was withdrawn: undo that, or say where it is from and compare it again."
    )
    assert [line.now for line in history(record)] == ["counts for nothing while presser is withdrawn"]
    assert not listed(store)
    store.history.undo()
    assert state(store.quotes.record(quote)) is QuoteState.VERIFIED
    assert listed(store)
    assert not stamps(store, quote, clock)


def test_so_is_one_that_was_compared_with_another_source_than_its_own(
    store: Store, quote: int, memo: int, clock: SetClock
) -> None:
    words = store.quotes.get(quote).words
    store.quotes.edit(dataclasses.replace(store.quotes.get(quote), words=f"{words}, ever"))
    store.quotes.verify(quote, VerificationKind.DOCUMENT, source_id=memo, passage="We will not accept that, ever")
    assert state(store.quotes.record(quote)) is QuoteState.VERIFIED
    store.sources.withdraw(memo)
    # What stood before counts again: the recording, which has other words.
    record = store.quotes.record(quote)
    assert state(record) is QuoteState.STALE
    assert [line.now for line in history(record)] == [
        "changed since: the words",
        "counts for nothing while memo is withdrawn",
    ]
    assert not listed(store)


def test_an_older_check_with_a_source_that_stands_counts_again(store: Store, quote: int, memo: int) -> None:
    report = store.sources.add(Source(code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY))
    store.quotes.verify(
        quote, VerificationKind.PUBLISHED_REPORT, source_id=report, passage="“We will not accept that,” he said."
    )
    assert state(store.quotes.record(quote)) is QuoteState.MATCHES_REPORT
    store.sources.withdraw(report)
    assert state(store.quotes.record(quote)) is QuoteState.VERIFIED
    assert history(store.quotes.record(quote))[0].now == "still so"


def test_the_search_knows_it_at_once(store: Store, known: Known, memo: int) -> None:
    # Taken from no source, and compared with the memo.
    number = store.quotes.add(dataclasses.replace(a_quote(known), source_id=None))
    store.quotes.verify(number, VerificationKind.DOCUMENT, source_id=memo, passage="We will not accept that.")
    bank, read = read_bank(store)
    assert list(bank.search("is:verified").ids) == [number]
    store.sources.withdraw(memo)
    after = refresh(bank, store, read.known)
    assert not list(bank.search("is:verified").ids)
    store.history.undo()
    refresh(bank, store, after.known)
    assert list(bank.search("is:verified").ids) == [number]


def test_nothing_is_compared_with_a_withdrawn_source(store: Store, known: Known, quote: int) -> None:
    store.sources.withdraw(known.source)
    with pytest.raises(RefusedError, match="presser was withdrawn: compare it with another source"):
        store.quotes.verify(quote, VerificationKind.RECORDING, source_id=known.source)


def test_the_reporter_is_told_when_withdrawing_it(store: Store, known: Known, quote: int) -> None:
    heard: list[Changed] = []
    store.subscribe(heard.append)
    store.sources.withdraw(known.source)
    assert heard[-1].remarks[0][0] == (
        "1 checked quote counts as not checked while presser is withdrawn; undo brings it back"
    )


def test_and_where_it_was_copied_to(store: Store, known: Known, quote: int, clock: SetClock) -> None:
    copied = Copied(
        quote_id=quote, format="sentence", text="“We will not accept that,” …", mechanism="tmux", confirmed=True
    )
    store.copies.log(copied)
    clock.pass_time(minutes=5)
    before = store.history.newest()
    store.sources.withdraw(known.source)
    (told,) = store.recalled(after=before)
    assert (told.quote_id, told.what) == (quote, "unverified (its source was withdrawn)")
    store.history.undo()
    assert not store.recalled(after=before)


@pytest.mark.parametrize("mark", [Mark.GREEN, Mark.AMBER])
def test_a_check_that_rests_on_it_is_red(store: Store, known: Known, memo: int, clock: SetClock, mark: Mark) -> None:
    check = store.stories.add_check(Check(story_id=known.story, what="the offer"))
    store.stories.mark(CheckMark(check_id=check, mark=mark, evidence="page 3 says 4%", source_id=memo))
    clock.pass_time(minutes=5)
    begun = clock.now
    clock.pass_time(minutes=5)
    store.sources.withdraw(memo)
    (line,) = store.stories.checks(known.story)
    assert line.counts_as is Mark.RED
    # As it was known before that, it stands as it was marked.
    assert store.stories.checks(known.story, known_by=begun)[0].counts_as is mark
    ((_, (turned,)),) = read_between(store, begun, clock.now).checks
    assert (turned.before, turned.now) == (mark, Mark.RED)
    with pytest.raises(InputError, match="memo was withdrawn"):
        store.stories.mark(CheckMark(check_id=check, mark=mark, evidence="page 3 says 4%", source_id=memo))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.N_A, source_id=memo))
    assert store.stories.check(check).counts_as is Mark.N_A
    store.history.undo()
    store.history.undo()
    assert store.stories.check(check).counts_as is mark
