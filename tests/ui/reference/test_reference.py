"""The reference screen: parties, people, sources, talks, issues and stories, with keys only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.views.reference import TABS, read_reference
from desk.model.enums import GroundRule, PartyKind
from desk.model.records import Party, Person
from desk.store.store import Store
from desk.ui.entry.form import FormScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.reference.reference import ReferenceScreen
from desk.ui.widgets.rows import RowList
from tests.finding import person_called, talks_called
from tests.ui.opened import NOW, ODD, SHOWN, a_store, notices, opened, press, settle, shown, static, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def names(pilot: Pilot[int]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, ReferenceScreen)
    return [row.name for row in screen.query_one(RowList).rows]


async def test_each_tab_lists_what_there_is(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m")
        listed = {}
        for kind, _ in TABS:
            listed[kind] = names(pilot)
            await press(pilot, "right")
        assert listed["party"] == ["AMPTP", "DGA", "SAG-AFTRA", "WGA"]
        assert listed["person"] == ["Duncan Crabtree-Ireland"]
        assert sorted(listed["source"]) == ["S1", "S3", "S4"]
        assert listed["negotiation"] == ["SAG-AFTRA 2026", "WGA 2026", "DGA 2026", "SAG-AFTRA 2023"]
        assert listed["story"] == ["sag-aftra-week-one"]
        assert len(listed["issue"]) == 3
        assert names(pilot) == listed["party"]


async def test_a_person_is_added_edited_and_withdrawn_and_the_list_follows(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "2", "a")
        await type_in(pilot, "Sean Astin")
        await press(pilot, "enter")
        await type_in(pilot, "president")
        await press(pilot, "ctrl+s")
        assert names(pilot) == ["Duncan Crabtree-Ireland", "Sean Astin"]
        await press(pilot, "down", "e", "tab")
        await type_in(pilot, " emeritus")
        await press(pilot, "ctrl+s")
        person = person_called(store, "Sean Astin")
        assert person is not None
        assert person.title == "president emeritus"
        await press(pilot, "x", "y")
        assert names(pilot) == ["Duncan Crabtree-Ireland"]
        await press(pilot, "u")
        assert names(pilot) == ["Duncan Crabtree-Ireland", "Sean Astin"]


async def test_two_rows_for_one_party_are_merged_after_a_question(store: Store) -> None:
    store.people.add_party(Party(name="A.M.P.T.P.", kind=PartyKind.EMPLOYER_ASSOCIATION))
    async with opened(store) as pilot:
        await press(pilot, "m")
        assert names(pilot)[0] == "A.M.P.T.P."
        await press(pilot, "M")
        await type_in(pilot, "amptp")
        await press(pilot, "enter", "y")
        assert names(pilot) == ["AMPTP", "DGA", "SAG-AFTRA", "WGA"]
        party = store.people.find_party("A.M.P.T.P.")
        assert party is not None
        assert party.name == "AMPTP"
        assert notices(pilot) == ["A.M.P.T.P. merged into AMPTP; u undoes"]


async def test_two_sides_of_the_same_talks_are_said_in_the_question(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "M")
        await type_in(pilot, "sag-aftra")
        await press(pilot, "enter")
        asked = " ".join(static(pilot, "#confirm-follows").split())
        assert "two sides of the same talks (SAG-AFTRA 2026" in asked


async def test_positions_of_a_merged_party_stand_in_the_kept_ones_column(store: Store) -> None:
    async with opened(store) as pilot:
        before = shown(pilot).count("build on")
        assert before
        again = store.people.add_party(Party(name="Screen Actors Guild", kind=PartyKind.UNION))
        union = store.people.find_party("SAG-AFTRA")
        assert union is not None
        assert union.id is not None
        store.people.merge_parties(again, union.id)
        await settle(pilot)
        assert shown(pilot).count("build on") == before


async def test_enter_on_talks_shows_them_on_the_desk(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "4", "down", "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        talks = talks_called(store, "wga-2026")
        assert talks is not None
        assert pilot.app.session.talks_id == talks.id


async def test_enter_on_a_story_takes_it_in_work(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "6", "a")
        await type_in(pilot, "week-two")
        await press(pilot, "ctrl+s", "home", "enter")
        story = store.stories.in_work()
        assert story is not None
        assert story.slug == "week-two"


async def test_the_cursor_is_on_what_was_just_added(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "3")
        for code, kind in (("aa-call", "interview"), ("zz-tape", "recording")):
            await press(pilot, "a")
            await type_in(pilot, code)
            await press(pilot, "enter")
            await type_in(pilot, kind)
            await press(pilot, "ctrl+s")
            row = pilot.app.screen.query_one(RowList).row
            assert row is not None
            source = store.sources.find(code)
            assert source is not None
            assert row.id == source.id


async def test_what_was_agreed_with_a_source_is_written_down_in_full(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "3", "a")
        await type_in(pilot, "call")
        await press(pilot, "enter")
        await type_in(pilot, "interview")
        await press(pilot, "ctrl+s", "home", "t", "e")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, *["backspace"] * len("ground rule not set"))
        await type_in(pilot, "background")
        await press(pilot, "enter")
        await type_in(pilot, "a union official")
        await press(pilot, "ctrl+s")
        source = store.sources.find("call")
        assert source is not None
        terms = store.sources.effective_terms(source)
        assert (terms.rule, terms.attribution) == (GroundRule.BACKGROUND, "a union official")


async def test_talks_are_started_from_a_template(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "m", "4", "T")
        await type_in(pilot, "IATSE")
        await press(pilot, "enter")
        await type_in(pilot, "AMPTP")
        await press(pilot, "enter")
        await type_in(pilot, "jul 31")
        await press(pilot, "ctrl+s")
        talks = talks_called(store, "iatse-2026")
        assert talks is not None
        assert [store.people.party(one).name for one in talks.party_ids] == ["IATSE", "AMPTP"]
        assert "IATSE contract expires" in [one.name for one in store.deadlines.all()]
        assert len([one for one in store.people.parties() if one.name == "AMPTP"]) == 1
        await press(pilot, "u")
        assert talks_called(store, "iatse-2026") is None


def test_a_confidential_name_is_not_shown_until_asked_for(store: Store) -> None:
    store.people.add_person(Person(name="Mary Ito", title="agent", confidential=True))
    zones = ("America/Los_Angeles",)
    hidden = read_reference(store, today=NOW.date(), zones=zones, names=False)
    assert hidden.hidden
    assert "Ito" not in repr(hidden)
    assert "Mary Ito" in repr(read_reference(store, today=NOW.date(), zones=zones, names=True))


async def test_names_are_words_wherever_they_are_shown(store: Store) -> None:
    store.people.add_party(Party(name=ODD, full_name=ODD, kind=PartyKind.UNION, aliases=(ODD,)))
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "m", "down", "down", "down")
        await settle(pilot)
        assert any(name.startswith(SHOWN) for name in names(pilot))
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12)])
async def test_the_screen_fits_every_size(size: tuple[int, int], store: Store) -> None:
    async with opened(store, size) as pilot:
        await press(pilot, "m")
        screen = pilot.app.screen
        assert screen.query_one("#reference-list").region.height > 2
        assert all(
            widget.region.right <= size[0] and widget.region.bottom <= size[1] for widget in screen.query("Pane")
        )
