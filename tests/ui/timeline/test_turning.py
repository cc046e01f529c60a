"""The desk turned to a day: what its panes show, which keys wait, and how it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.talks.as_of import AsOf
from desk.store.store import Store
from desk.ui import keys
from desk.ui.app import DeskApp
from desk.ui.panes.desk import DeskScreen
from desk.ui.timeline import turning
from desk.ui.timeline.timeline import TimelineScreen
from tests.ui.opened import a_store, notices, opened, press, settle, shown, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def app(pilot: Pilot[int]) -> DeskApp:
    assert isinstance(pilot.app, DeskApp)
    return pilot.app


async def to_the_tenth(pilot: Pilot[int]) -> None:
    """Turn the desk to the second day of the talks."""
    await press(pilot, "t", *["left"] * 4, "enter")
    assert isinstance(pilot.app.screen, DeskScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_panes_show_how_things_stood_and_the_header_says_so(store: Store, size: tuple[int, int]) -> None:
    async with opened(store, size) as pilot:
        await to_the_tenth(pilot)
        page = shown(pilot)
        assert "turned to Tue Feb 10 2026" in page
        assert "0 back to today" in page
        assert "day 2 · 140 days left of 141" in page
        assert "talks begin" in page
        assert "session wraps" not in page
        # the sides had agreed at the latest on Feb. 13, so that on the 10th nobody can say so
        assert "mutual blackout" not in page
        await press(pilot, "2")
        assert "140 d" in shown(pilot)
        await press(pilot, "4")
        assert "Nothing stood on the checklist by then." in shown(pilot)
        await press(pilot, "0")
        page = shown(pilot)
        assert "turned to" not in page
        assert "WGA talks on March 6" in page


async def test_the_quotes_are_those_of_that_day_with_the_words_and_terms_of_today(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", *["{"], "enter", "3")
        page = shown(pilot)
        assert "by that day, as they are now ─ 0" in page
        await press(pilot, "0")
        await to_the_tenth(pilot)
        assert "by that day, as they are now ─ 3" in shown(pilot)
        await press(pilot, "slash")
        await type_in(pilot, "strike")
        assert "a strike remains possible" not in shown(pilot)
        await press(pilot, "escape", "escape", "0", "slash")
        await type_in(pilot, "strike")
        assert "a strike remains possible" in shown(pilot)


async def test_as_we_knew_it_then(store: Store) -> None:
    async with opened(store) as pilot:
        await to_the_tenth(pilot)
        await press(pilot, "K")
        page = shown(pilot)
        assert "as we knew it then" in page
        assert "Nothing had been logged of these talks by then." in page
        assert "Nothing was ahead by then." in page
        await press(pilot, *[">"] * 4)
        page = shown(pilot)
        assert "turned to Sat Feb 14 2026, today: as we knew it then" in page
        assert "4 ahead" in page
        await press(pilot, "K")
        assert "turned to" not in shown(pilot)


async def test_a_day_back_and_on_from_the_desk_itself(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "<")
        assert "turned to Fri Feb 13 2026, 1 day ago: as it stood" in shown(pilot)
        await press(pilot, ">", ">")
        assert "turned to Sun Feb 15 2026, in 1 day: as far as it is known today" in shown(pilot)
        await press(pilot, "escape")
        assert "turned to" not in shown(pilot)


async def test_the_timeline_begins_on_the_day_that_the_desk_is_turned_to(store: Store) -> None:
    async with opened(store) as pilot:
        await to_the_tenth(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TimelineScreen)
        assert pilot.app.screen.day == date(2026, 2, 10)
        await press(pilot, "home", "enter")
        assert "turned to" not in shown(pilot)


@pytest.mark.parametrize(
    ("pane", "key"),
    [
        ("1", "a"), ("1", "e"), ("1", "x"),
        ("2", "a"), ("2", "e"), ("2", "space"), ("2", "x"),
        ("3", "a"), ("3", "e"), ("3", "x"), ("3", "v"), ("3", "V"), ("3", "T"), ("3", "D"),
        ("4", "a"), ("4", "space"), ("4", "E"), ("4", "e"), ("4", "x"),
        ("1", "u"), ("1", "ctrl+r"), ("1", "i"), ("1", "m"),
    ],
)  # fmt: skip
async def test_nothing_is_changed_by_accident(store: Store, pane: str, key: str) -> None:
    before = store.one("SELECT max(id) AS last FROM action")
    async with opened(store) as pilot:
        await press(pilot, "<")
        await press(pilot, pane, key)
        assert len(pilot.app.screen_stack) == 1
        assert any("0 comes back to today" in notice for notice in notices(pilot))
    after = store.one("SELECT max(id) AS last FROM action")
    assert before is not None
    assert after is not None
    assert before["last"] == after["last"]


async def test_nor_from_a_record_that_was_opened_on_that_day(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "<", "2", "enter", "e")
        assert len(pilot.app.screen_stack) == 2
        assert any("0 comes back to today" in notice for notice in notices(pilot))
        await press(pilot, "x", "escape", "3", "enter", "e")
        assert len(pilot.app.screen_stack) == 2
        await press(pilot, "escape", "0", "2", "enter", "e")
        assert len(pilot.app.screen_stack) == 3


async def test_what_is_logged_meanwhile_is_of_today_and_says_so(store: Store) -> None:
    async with opened(store) as pilot:
        await to_the_tenth(pilot)
        await press(pilot, "l")
        assert "as of today, Sat Feb 14 2026; the desk is turned to Tue Feb 10 2026" in shown(pilot)
        await type_in(pilot, "Rain on the picket line #session src:S1")
        await press(pilot, "enter")
        found = [one for one in store.developments.all() if one.words == "Rain on the picket line"]
        assert [one.date.end for one in found] == [date(2026, 2, 14)]
        assert "Rain on" not in "\n".join(shown(pilot).splitlines()[2:])
        await press(pilot, "0")
        assert "Rain on" in shown(pilot)


async def test_the_frames_offer_only_keys_that_work(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "3", "<")
        assert "v verify" not in shown(pilot)
        assert "y copy" in shown(pilot)
        await press(pilot, "0")
        assert "v verify" in shown(pilot)


async def test_a_click_on_the_line_comes_back(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "<")
        await pilot.click(turning.TurnedLine)
        await settle(pilot)
        assert "turned to" not in shown(pilot)


async def test_the_chosen_talks_stay_chosen_where_they_were_not_known_yet(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", "j", *["left"] * 5, "K", "enter")
        chosen = app(pilot).session.talks_id
        await press(pilot, "0")
        assert app(pilot).session.talks_id == chosen
        assert "WGA 2026" in shown(pilot).splitlines()[0]


async def test_other_talks_and_the_palette_work_on_that_day(store: Store) -> None:
    async with opened(store) as pilot:
        app(pilot).session.turn(AsOf(date(2023, 7, 20), "America/Los_Angeles"))
        app(pilot).session.choose_talks(4)
        await settle(pilot)
        page = shown(pilot)
        assert "talks open · contract expired · strike" in page.splitlines()[0]
        assert "strike begins" in page
        assert "tentative agreement" not in page
        await press(pilot, "]")
        assert len(app(pilot).screen_stack) == 1


def test_an_action_that_nobody_thought_of_waits() -> None:
    waiting = {act.id for act in keys.ACTIONS if act.scope in ("", "talks", "deadlines", "quotes", "checks")} - {
        act.id for act in keys.ACTIONS if turning.allowed(act)
    }
    assert {"undo", "redo", "import", "reference", "deadlines.done", "quotes.edit", "checks.mark"} <= waiting
