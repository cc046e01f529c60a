"""Two desks change one thing: the second is told, sees both, and decides; nothing of either is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.records import Deadline, DeadlineDate, Person, Story
from desk.store.store import Store
from desk.ui.entry.conflict import ConflictScreen
from desk.ui.entry.entry import open_add, open_another_date, open_edit
from desk.ui.entry.form import FormScreen
from desk.ui.entry.keeping import PAUSE
from desk.ui.panes.desk import DeskScreen
from tests.ui.opened import NOW, a_store, notices, opened, press, settle, shown, static


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """Another desk on the same file."""
    with Store.open(store.path, clock=lambda: NOW) as one:
        yield one


def put(pilot: Pilot[int], **values: str) -> None:
    """Fill in fields of the form that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    for name, value in values.items():
        screen.widget(name).value = value


def value(pilot: Pilot[int], name: str) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    return screen.widget(name).value


async def edit(pilot: Pilot[int], kind: str, row_id: int | None, **values: str) -> None:
    open_edit(pilot.app, kind, row_id or 0)
    await settle(pilot)
    put(pilot, **values)
    await settle(pilot)


async def test_the_second_of_two_who_edit_a_quote_sees_both_and_nothing_is_written_over(
    store: Store, other: Store
) -> None:
    number = store.quotes.newest(1)[0]
    before = store.quotes.get(number)
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard", venue="the lobby")
        other.quotes.edit(replace(before, words="What they heard", note="from the tape"))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        seen = shown(pilot)
        assert "What they heard" in seen
        assert "What I heard" in seen
        assert "from the tape" in seen
        now = store.quotes.get(number)
        assert (now.words, now.venue) == ("What they heard", before.venue)


@pytest.mark.parametrize(
    ("keys", "words", "note"),
    [("mts", "What I heard", "from the tape"), ("tms", "What they heard", ""), ("Ms", "What I heard", ""),
     ("Ts", "What they heard", "from the tape")],
)  # fmt: skip
async def test_what_counts_is_decided_by_field(store: Store, other: Store, keys: str, words: str, note: str) -> None:
    number = store.quotes.newest(1)[0]
    other.quotes.edit(replace(store.quotes.get(number), note=""))
    before = store.quotes.get(number)
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard", venue="the lobby")
        other.quotes.edit(replace(before, words="What they heard", note="from the tape"))
        await press(pilot, "ctrl+s")
        await press(pilot, *keys)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        now = store.quotes.get(number)
        assert (now.words, now.note, now.venue) == (words, note, "the lobby")
        assert [change.after["words"] for change in store.history.of("quote", number)][-2] == "What they heard"


async def test_it_is_not_saved_before_everything_is_decided_and_going_back_loses_nothing(
    store: Store, other: Store
) -> None:
    number = store.quotes.newest(1)[0]
    before = store.quotes.get(number)
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard")
        other.quotes.edit(replace(before, words="What they heard"))
        await press(pilot, "ctrl+s")
        await press(pilot, "s", "enter")
        assert isinstance(pilot.app.screen, ConflictScreen)
        await press(pilot, "escape")
        assert value(pilot, "words") == "What I heard"
        assert "Not saved." in static(pilot, "#form-message")
        assert store.quotes.get(number).words == "What they heard"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        await press(pilot, "m", "s")
        await settle(pilot)
        assert store.quotes.get(number).words == "What I heard"


async def test_what_somebody_else_changes_while_it_is_decided_is_told_again(store: Store, other: Store) -> None:
    number = store.quotes.newest(1)[0]
    before = store.quotes.get(number)
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard")
        other.quotes.edit(replace(before, words="What they heard"))
        await press(pilot, "ctrl+s")
        other.quotes.edit(replace(before, words="What a third one heard"))
        await press(pilot, "m", "s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConflictScreen)
        assert "What a third one heard" in shown(pilot)
        assert store.quotes.get(number).words == "What a third one heard"


async def test_what_was_changed_and_changed_back_stands_in_nobodys_way(store: Store, other: Store) -> None:
    number = store.quotes.newest(1)[0]
    before = store.quotes.get(number)
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard")
        other.quotes.edit(replace(before, words="What they heard"))
        other.history.undo()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert store.quotes.get(number).words == "What I heard"


def changes(store: Store, kind: str) -> tuple[int, dict[str, str], str]:
    """For each kind that is edited in place or corrected: the row, what is typed here, and the text that the other desk saves."""
    match kind:
        case "party":
            return store.people.parties()[0].id or 0, {"full_name": "Mine"}, "Theirs"
        case "person":
            return store.people.persons()[0].id or 0, {"title": "Mine"}, "Theirs"
        case "source":
            return store.sources.all()[0].id or 0, {"title": "Mine"}, "Theirs"
        case "negotiation":
            return store.talks.negotiations()[0].id or 0, {"name": "Mine"}, "Theirs"
        case "issue":
            return store.talks.issues()[0].id or 0, {"issue": "Mine"}, "Theirs"
        case "position":
            talks = store.talks.negotiations()[0].id or 0
            return store.talks.positions(talks)[0].id or 0, {"words": "Mine"}, "Theirs"
        case "development":
            return store.developments.all()[-1].id or 0, {"words": "Mine"}, "Theirs"
        case "deadline":
            return store.deadlines.all()[0].id or 0, {"note": "Mine"}, "Theirs"
        case "deadline_date":
            return store.deadlines.all()[0].dates[0].id or 0, {"locator": "Mine"}, "Theirs"
        case "story":
            return store.stories.all()[0].id or 0, {"headline": "Mine"}, "Theirs"
        case "check":
            story = store.stories.all()[0].id or 0
            return store.stories.checks(story)[0].id or 0, {"words": "Mine"}, "Theirs"
    raise ValueError(kind)


def save(store: Store, kind: str, row_id: int, words: str) -> None:
    """What the other desk does."""
    match kind:
        case "party":
            store.people.edit_party(replace(store.people.party(row_id), full_name=words))
        case "person":
            store.people.edit_person(replace(store.people.person(row_id), title=words))
        case "source":
            store.sources.edit(replace(store.sources.get(row_id), title=words))
        case "negotiation":
            store.talks.edit_negotiation(replace(store.talks.negotiation(row_id), name=words))
        case "issue":
            (issue,) = (one for one in store.talks.issues() if one.id == row_id)
            store.talks.edit_issue(replace(issue, name=words))
        case "position":
            old = store.talks.position(row_id)
            store.talks.add_position(replace(old, id=None, words=words, corrects=row_id, recorded_at=None))
        case "development":
            one = store.developments.get(row_id)
            store.developments.log(replace(one, id=None, words=words, corrects=row_id, recorded_at=None))
        case "deadline":
            store.deadlines.edit(replace(store.deadlines.get(row_id), note=words))
        case "deadline_date":
            (date,) = (one for each in store.deadlines.all() for one in each.dates if one.id == row_id)
            store.deadlines.add_date(replace(date, id=None, locator=words, corrects=row_id, recorded_at=None))
        case "story":
            store.stories.edit(replace(store.stories.get(row_id), headline=words))
        case "check":
            store.stories.edit_check(replace(store.stories.check(row_id), words=words))


EVERY = ("party", "person", "source", "negotiation", "issue", "position", "development", "deadline", "deadline_date",
         "story", "check")  # fmt: skip


@pytest.mark.parametrize("kind", EVERY)
async def test_every_form_that_edits_shows_both_and_the_last_word_is_the_reporters(
    kind: str, store: Store, other: Store
) -> None:
    row_id, mine, theirs = changes(store, kind)
    async with opened(store) as pilot:
        await edit(pilot, kind, row_id, **mine)
        save(other, kind, row_id, theirs)
        count = len(store.history.changes(since=NOW.replace(year=2000)))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen), static(pilot, "#form-message")
        assert "Mine" in shown(pilot)
        assert "Theirs" in shown(pilot)
        assert len(store.history.changes(since=NOW.replace(year=2000))) == count
        await press(pilot, "M", "s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        assert notices(pilot)[-1].endswith("u undoes")


async def test_a_correction_of_what_was_corrected_meanwhile_corrects_the_newest(store: Store, other: Store) -> None:
    first = store.developments.all()[-1]
    async with opened(store) as pilot:
        await edit(pilot, "development", first.id, words="Mine")
        save(other, "development", first.id or 0, "Theirs")
        (theirs,) = (one for one in store.developments.all() if one.words == "Theirs")
        await press(pilot, "ctrl+s", "M", "s")
        await settle(pilot)
        standing = [one for one in store.developments.all() if one.words in (first.words, "Mine", "Theirs")]
        assert [(one.words, one.corrects) for one in standing] == [("Mine", theirs.id)]


async def test_what_was_withdrawn_meanwhile_is_not_edited_and_what_was_typed_stays(store: Store, other: Store) -> None:
    number = store.quotes.newest(1)[0]
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard")
        other.quotes.withdraw(number)
        await press(pilot, "ctrl+s")
        assert "was withdrawn by somebody else" in static(pilot, "#form-message")
        assert value(pilot, "words") == "What I heard"
        assert store.quotes.get(number).words != "What I heard"


async def test_terms_that_somebody_else_set_meanwhile_are_shown(store: Store, other: Store) -> None:
    source = store.sources.all()[0]
    async with opened(store) as pilot:
        open_add(pilot.app, "terms", source_id=source.id)
        await settle(pilot)
        put(pilot, rule="on background", attribution="a studio executive")
        terms = other.sources.effective_terms(source)
        other.sources.set_terms(
            replace(terms, id=None, source_id=source.id, attribution="an aide", note="by phone", recorded_at=None)
        )
        count = len(store.sources.terms(source_id=source.id))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        assert "an aide" in shown(pilot)
        assert len(store.sources.terms(source_id=source.id)) == count


async def test_a_date_that_settles_the_others_is_told_of_one_that_came_in_meanwhile(store: Store, other: Store) -> None:
    deadline = next(one for one in store.deadlines.all() if one.dates)
    async with opened(store) as pilot:
        open_another_date(pilot.app, deadline.id or 0)
        await settle(pilot)
        put(pilot, date="jul 4", supersedes="yes")
        other.deadlines.add_date(
            DeadlineDate(deadline_id=deadline.id or 0, date=deadline.dates[0].date, locator="p. 2")
        )
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        assert "Its dates" in shown(pilot)
        await press(pilot, "s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_person_who_was_merged_meanwhile_is_edited_as_the_one_that_is_left(store: Store, other: Store) -> None:
    keep, drop = (store.people.add_person(Person(name=name)) for name in ("Jo Roe", "Joe Roe"))
    async with opened(store) as pilot:
        await edit(pilot, "person", drop, title="spokesman")
        other.people.merge_persons(keep, drop)
        await press(pilot, "ctrl+s", "T", "s")
        await settle(pilot)
        assert store.people.person(keep).title == "spokesman"
        assert [one.name for one in store.people.persons() if "Roe" in one.name] == ["Jo Roe"]


async def test_a_form_that_was_kept_over_a_crash_still_knows_what_it_began_from(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        number = store.quotes.newest(1)[0]
        before = store.quotes.get(number)
        async with opened(store) as pilot:
            await edit(pilot, "quote", number, words="What I heard")
            await pilot.pause(PAUSE * 2)
            await settle(pilot)
    with a_store(tmp_path) as again:
        again.quotes.edit(replace(before, words="What they heard"))
        async with opened(again) as pilot:
            open_edit(pilot.app, "quote", number)
            await settle(pilot)
            assert value(pilot, "words") == "What I heard"
            assert "Somebody changed it since" in static(pilot, "#form-message")
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, ConflictScreen)
            assert again.quotes.get(number).words == "What they heard"


async def test_what_is_added_is_in_nobodys_way(store: Store, other: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "story")
        await settle(pilot)
        put(pilot, slug="mine")
        other.stories.add(Story(slug="theirs"))
        other.deadlines.add(Deadline(name="x"), store.deadlines.all()[0].dates[0].date)
        await press(pilot, "ctrl+s")
        assert {"mine", "theirs"} <= {one.slug for one in store.stories.all()}


async def test_what_is_decided_stays_on_the_screen_when_the_file_is_replaced(store: Store, tmp_path: Path) -> None:
    """The keys that decide are letters: in the form beneath they would be words of the quote."""
    number = store.quotes.newest(1)[0]
    before = store.quotes.get(number)
    copy = tmp_path / "elsewhere.db"
    async with opened(store) as pilot:
        await edit(pilot, "quote", number, words="What I heard")
        with Store.open(store.path, clock=lambda: NOW) as other:
            other.quotes.edit(replace(before, words="What they heard"))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        shutil.copyfile(store.path, copy)
        os.replace(copy, store.path)
        store.poll()
        await settle(pilot)
        assert store.generation == 1
        assert isinstance(pilot.app.screen, ConflictScreen)
        assert "was replaced by another program" in " ".join(shown(pilot).split())
        await press(pilot, "m", "s")
        await settle(pilot)
        assert store.quotes.get(number).words == "What I heard"
