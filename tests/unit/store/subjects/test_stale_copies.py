"""A quote that is another now than when it was copied: where it went is known."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.model.dates import value as dates
from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.quotes.copy_notices import Recalled, how_often, where_it_went
from desk.model.records import Copied, Embargo, Person, Quote, Source, Story, Terms
from desk.store.bulk.entries import Entry, Load
from desk.store.bulk.loading import load
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote

Change = Callable[[Store, int, Known], object]


@pytest.fixture
def copied(store: Store, known: Known, clock: SetClock) -> int:
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=known.source))
    quote_id = store.quotes.add(a_quote(known))
    copy_it(store, quote_id, known.story)
    clock.pass_time(minutes=42)
    return quote_id


def test_what_a_moved_quote_keeps_is_no_news(store: Store, known: Known, clock: SetClock) -> None:
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=known.source))
    until = Embargo(until=clock.now + timedelta(days=2), zone="UTC", source_id=known.source)
    store.sources.set_embargo(until)
    quote_id = store.quotes.add(a_quote(known))
    copy_it(store, quote_id, known.story)
    clock.pass_time(minutes=42)
    before = store.history.newest()
    moved(store, quote_id, known)
    assert [one.what for one in store.recalled(after=before)] == ["edited"]


def test_what_is_told_is_the_words_that_stand_in_the_draft(store: Store, copied: int) -> None:
    before = store.history.newest()
    edit(store, copied, words="We will accept that")
    (told,) = store.recalled(after=before)
    assert (told.words, told.what) == ("We will not accept that", "edited")


def copy_it(store: Store, quote_id: int, story: int | None) -> None:
    store.copies.log(
        Copied(quote_id=quote_id, format="sentence", text="x", mechanism="xclip", confirmed=True, story_id=story)
    )


def edit(store: Store, quote_id: int, **columns: object) -> None:
    store.quotes.edit(dataclasses.replace(store.quotes.get(quote_id), **columns))  # type: ignore[arg-type]


def other_speaker(store: Store, quote_id: int, known: Known) -> None:
    (speaker,) = store.quotes.get(quote_id).speakers
    edit(store, quote_id, speakers=(dataclasses.replace(speaker, title="spokesman"),))


def moved(store: Store, quote_id: int, known: Known) -> None:
    """To a source without its embargo: the quote keeps it, which is no news to who has the quote."""
    source = store.sources.add(Source(code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    edit(store, quote_id, source_id=source)
    assert store.sources.embargoes(quote_id=quote_id)[-1].note.startswith("kept: ")


CHANGES: list[tuple[str, Change]] = [
    ("edited", lambda s, q, k: edit(s, q, words="We will accept that")),
    ("edited", other_speaker),
    ("disputed", lambda s, q, k: s.quotes.dispute(q, "he denies it")),
    ("withdrawn", lambda s, q, k: s.quotes.withdraw(q)),
    ("under closer terms", lambda s, q, k: s.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=k.source))),
    ("under closer terms", lambda s, q, k: s.sources.set_terms(Terms(rule=GroundRule.UNKNOWN, quote_id=q))),
    (
        "embargoed",
        lambda s, q, k: s.sources.set_embargo(
            Embargo(until=datetime(2026, 3, 1, tzinfo=UTC), zone="UTC", source_id=k.source)
        ),
    ),
]


@pytest.mark.parametrize(("what", "change"), CHANGES)
def test_what_was_done_after_it_was_copied_is_told(
    what: str, change: Change, store: Store, known: Known, copied: int
) -> None:
    after = store.history.newest()
    change(store, copied, known)
    (recalled,) = store.recalled(after=after)
    assert (recalled.quote_id, recalled.what, len(recalled.copies)) == (copied, what, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda s, q, k: edit(s, q, note="ring him", tags=("deal",)),
        lambda s, q, k: s.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=k.source)),
        lambda s, q, k: s.quotes.add(a_quote(k, "Something else")),
    ],
)
def test_what_nobody_who_has_the_copy_needs_to_know_is_not_told(
    change: Change, store: Store, known: Known, copied: int
) -> None:
    after = store.history.newest()
    change(store, copied, known)
    assert store.recalled(after=after) == []


def test_a_quote_that_was_never_copied_is_nobodys_concern(store: Store, known: Known) -> None:
    quote_id = store.quotes.add(a_quote(known))
    after = store.history.newest()
    store.quotes.withdraw(quote_id)
    assert store.recalled(after=after) == []


def test_a_change_that_was_taken_back_leaves_nothing_to_tell(store: Store, known: Known, copied: int) -> None:
    after = store.history.newest()
    store.quotes.withdraw(copied)
    assert len(store.recalled(after=after)) == 1
    since = store.history.newest()
    store.history.undo()
    assert store.recalled(after=since) == []
    assert store.recalled(after=after) == []


def test_undo_of_what_was_copied_is_told(store: Store, known: Known, clock: SetClock, copied: int) -> None:
    edit(store, copied, words="We will accept that")
    clock.pass_time(minutes=1)
    copy_it(store, copied, None)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    (recalled,) = store.recalled(after=after)
    assert (recalled.what, [copy.story_id for copy in recalled.copies]) == ("edited", [None])


def test_undo_of_adding_it_and_of_settling_it_is_told(store: Store, known: Known, clock: SetClock) -> None:
    quote_id = store.quotes.add(a_quote(known))
    copy_it(store, quote_id, None)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    assert [one.what for one in store.recalled(after=after)] == ["withdrawn"]
    store.history.redo()
    clock.pass_time(minutes=1)
    store.quotes.dispute(quote_id, "he denies it")
    clock.pass_time(minutes=1)
    store.quotes.dispute(quote_id, "")
    clock.pass_time(minutes=1)
    copy_it(store, quote_id, None)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    assert [one.what for one in store.recalled(after=after)] == ["disputed"]


def test_undo_of_a_looser_ground_rule_is_told(store: Store, known: Known, clock: SetClock) -> None:
    quote_id = store.quotes.add(a_quote(known))
    store.sources.set_terms(Terms(rule=GroundRule.BACKGROUND, attribution="an official", source_id=known.source))
    agreed = dates.day(date(2026, 2, 14))
    store.sources.set_terms(
        Terms(rule=GroundRule.ON_RECORD, source_id=known.source, agreed_with="him", agreed_on=agreed, note="he agreed")
    )
    copy_it(store, quote_id, None)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    assert [one.what for one in store.recalled(after=after)] == ["under closer terms"]


def test_undo_of_lifting_an_embargo_is_told(store: Store, known: Known, clock: SetClock, copied: int) -> None:
    embargo = Embargo(until=datetime(2026, 3, 1, tzinfo=UTC), zone="UTC", source_id=known.source)
    store.sources.set_embargo(embargo)
    store.sources.set_embargo(dataclasses.replace(embargo, lifted=True, note="they called"))
    clock.pass_time(minutes=1)
    copy_it(store, copied, None)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    assert [one.what for one in store.recalled(after=after)] == ["embargoed"]


def test_an_import_that_is_taken_back_tells_what_was_copied_of_it(store: Store, known: Known, clock: SetClock) -> None:
    speaker = a_quote(known).speakers[0]
    load(
        store,
        Load(
            quotes=[
                Entry(
                    value=Quote(
                        words="We strike", speakers=(dataclasses.replace(speaker, person_id=-known.negotiator),)
                    )
                )
            ]
        ),
        "import",
    )
    (quote_id,) = store.quotes.newest(1)
    copy_it(store, quote_id, known.story)
    clock.pass_time(minutes=1)
    after = store.history.newest()
    store.history.undo()
    (recalled,) = store.recalled(after=after)
    assert (recalled.words, recalled.what) == ("We strike", "taken back with its import")
    store.history.redo()
    assert store.recalled(after=after) == []


def test_what_another_desk_on_the_file_did_is_told(store: Store, known: Known, path: Path, copied: int) -> None:
    after = store.history.newest()
    with Store.open(path, clock=store.clock) as other:
        other.quotes.withdraw(copied)
    assert [one.what for one in store.recalled(after=after)] == ["withdrawn"]


def test_merging_two_entries_of_one_person_changes_no_quote(store: Store, known: Known, copied: int) -> None:
    other = store.people.add_person(Person(name="D. Crabtree-Ireland"))
    after = store.history.newest()
    store.people.merge_persons(other, known.negotiator)
    assert store.recalled(after=after) == []


def test_a_copy_made_after_the_edit_is_of_the_words_as_they_are(store: Store, known: Known, clock: SetClock) -> None:
    quote_id = store.quotes.add(a_quote(known))
    after = store.history.newest()
    edit(store, quote_id, words="Other words")
    clock.pass_time(minutes=1)
    copy_it(store, quote_id, None)
    assert store.recalled(after=after) == []


def test_the_sentence_says_how_often_when_and_for_which_story(
    store: Store, known: Known, clock: SetClock, copied: int
) -> None:
    other = store.stories.add(Story(slug="week-two"))
    copy_it(store, copied, known.story)
    copy_it(store, copied, other)
    copy_it(store, copied, None)
    store.quotes.withdraw(copied)
    recalled = Recalled(copied, "We will not accept that", "withdrawn", store.copies.of(copied))
    sentence = where_it_went(
        recalled, {known.story: "week-one", other: "week-two"}, now=clock.now, zone="America/Los_Angeles"
    )
    assert sentence == (
        "“We will not accept that” was copied 4 times, last at 9:42 a.m., for week-one (2 times), week-two, no story, "
        "and is withdrawn now. Mend it there."
    )


def test_a_copy_of_another_day_and_of_no_story(store: Store, known: Known, clock: SetClock) -> None:
    quote_id = store.quotes.add(a_quote(known, "word " * 40))
    copy_it(store, quote_id, None)
    recalled = Recalled(quote_id, "word " * 40, "edited", store.copies.of(quote_id))
    clock.pass_time(days=3)
    sentence = where_it_went(recalled, {}, now=clock.now, zone="America/Los_Angeles")
    assert "was copied once, last Feb 14 at 9 a.m., for no story in particular, and is edited now" in sentence
    assert "…”" in sentence


def test_what_was_let_out_though_disputed_is_listed_with_its_reason(
    store: Store, known: Known, clock: SetClock
) -> None:
    quote_id = store.quotes.add(a_quote(known))
    copy_it(store, quote_id, None)
    before = clock.now
    clock.pass_time(minutes=1)
    store.copies.log(
        Copied(quote_id=quote_id, format="words", text="x", mechanism="tmux", confirmed=True, reason="for the editor")
    )
    (let_out,) = store.copies.overridden(since=before)
    assert let_out.reason == "for the editor"
    assert store.copies.overridden(since=clock.now) == []
    assert store.copies.overridden(since=before, until=before) == []


def test_of_what_was_not_copied_there_is_nothing_to_say(clock: SetClock) -> None:
    assert where_it_went(Recalled(1, "x", "edited", ()), {}, now=clock.now, zone="UTC") == ""


@pytest.mark.parametrize(
    ("copies", "told"),
    [
        ([("xclip", True)], "copied once"),
        ([("xclip", True)] * 3, "copied 3 times"),
        ([("tmux", False)], "copied once (not confirmed)"),
        ([("tmux", False), ("xclip", True)], "copied 2 times (1 not confirmed)"),
        ([("a file", False)], "kept in a file once"),
        ([("a file", False), ("a file", False), ("xclip", True)], "copied once, kept in a file 2 times"),
    ],
)
def test_what_reached_no_clipboard_is_not_called_copied(copies: list[tuple[str, bool]], told: str) -> None:
    made = [Copied(quote_id=1, format="words", text="x", mechanism=how, confirmed=sure) for how, sure in copies]
    assert how_often(made) == told
