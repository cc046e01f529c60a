"""A disputed quote that was let out with a reason stands on the checklist of the story it went into."""

from __future__ import annotations

import pytest

from desk.model.enums import Mark
from desk.model.records import CheckMark, Copied
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote


@pytest.fixture
def disputed(store: Store, known: Known) -> int:
    quote_id = store.quotes.add(a_quote(known))
    store.quotes.dispute(quote_id, "he denies it")
    return quote_id


def let_out(store: Store, quote_id: int, story: int | None, reason: str = "for the editor") -> None:
    store.copies.log(
        Copied(quote_id=quote_id, format="words", text="x", mechanism="xclip", story_id=story, reason=reason)
    )


def test_it_is_a_red_check_of_its_story_with_the_words_and_the_reason(
    store: Store, known: Known, disputed: int
) -> None:
    let_out(store, disputed, known.story)
    (check,) = store.stories.checks(known.story)
    assert (check.what, check.category) == ("disputed quote copied: because for the editor", "quote")
    assert check.words == "We will not accept that"
    assert check.mark is not None
    assert check.mark.mark is Mark.RED


def test_it_is_there_once_for_a_quote_and_a_story(store: Store, known: Known, disputed: int) -> None:
    other = store.quotes.add(a_quote(known, "Other words"))
    for quote_id in (disputed, disputed, other):
        let_out(store, quote_id, known.story)
    assert [check.words for check in store.stories.checks(known.story)] == ["We will not accept that", "Other words"]


def test_it_is_marked_like_any_other_and_stays_so_at_the_next_copy(store: Store, known: Known, disputed: int) -> None:
    let_out(store, disputed, known.story)
    (check,) = store.stories.checks(known.story)
    store.stories.mark(CheckMark(check_id=check.id or 0, mark=Mark.GREEN, evidence="heard on the recording"))
    let_out(store, disputed, known.story)
    (check,) = store.stories.checks(known.story)
    assert check.mark is not None
    assert check.mark.mark is Mark.GREEN


def test_undo_takes_the_check_back_but_not_what_went_out(store: Store, known: Known, disputed: int) -> None:
    let_out(store, disputed, known.story)
    assert store.history.undo().label == "put a disputed quote on the checklist"
    assert store.stories.checks(known.story) == []
    assert len(store.copies.of(disputed)) == 1
    let_out(store, disputed, known.story)
    assert len(store.stories.checks(known.story)) == 1


def test_a_quote_that_went_into_no_story_or_needed_no_reason_makes_no_check(
    store: Store, known: Known, disputed: int
) -> None:
    let_out(store, disputed, None)
    let_out(store, disputed, known.story, reason="")
    store.stories.withdraw(known.story)
    let_out(store, disputed, known.story)
    assert store.stories.checks(known.story) == []


def test_what_was_let_out_is_told_once_by_two_digests_that_follow_on_each_other(
    store: Store, known: Known, disputed: int, clock: SetClock
) -> None:
    begin = clock.now
    clock.pass_time(hours=1)
    let_out(store, disputed, known.story)
    first = clock.now
    clock.pass_time(hours=1)
    let_out(store, disputed, known.story, "again")
    told = [store.copies.overridden(since=begin, until=first), store.copies.overridden(since=first)]
    assert [[one.reason for one in each] for each in told] == [["for the editor"], ["again"]]
