"""The first start: who works here, in which zone, and what to begin with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.session import SEE_DEMO, Session
from desk.config.settings import Config
from desk.store.store import Store
from desk.ui.entry.form import FormScreen
from desk.ui.importing.importing import ImportScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.start.first_start import FirstStartScreen, needed
from desk.ui.widgets.entry import Entry
from tests.ui.opened import a_store, opened, press, settle, static, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path, demo=False) as one:
        yield one


@asynccontextmanager
async def first_start(store: Store, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Pilot[int]]:
    async with opened(store, size) as pilot:
        if not isinstance(pilot.app.screen, FirstStartScreen):
            pilot.app.push_screen(FirstStartScreen(pilot.app.session))
            await settle(pilot)
        yield pilot


async def named(pilot: Pilot[int], name: str, zone: str) -> None:
    await type_in(pilot, name)
    await press(pilot, "enter")
    pilot.app.screen.query_one("#first-zone", Entry).value = ""
    await type_in(pilot, zone)
    await press(pilot, "enter")


async def test_name_and_zone_are_asked_for_and_kept(store: Store) -> None:
    async with first_start(store) as pilot:
        await named(pilot, "Pat Doe", "et")
        assert (store.settings.reporter(), store.settings.zone()) == ("Pat Doe", "America/New_York")
        assert pilot.app.session.zone == "America/New_York"
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_what_is_typed_takes_the_place_of_the_machines_zone(store: Store) -> None:
    async with opened(store) as pilot:
        await type_in(pilot, "Jo Roe")
        await press(pilot, "enter")
        await type_in(pilot, "ET")
        await press(pilot, "enter")
        assert store.settings.zone() == "America/New_York"


async def test_a_zone_that_there_is_not_is_refused_with_what_was_meant(store: Store) -> None:
    async with first_start(store) as pilot:
        await named(pilot, "Pat Doe", "America/Los_Angelos")
        assert "Did you mean America/Los_Angeles?" in static(pilot, "#first-zone .entry--echo")
        assert store.settings.reporter() == ""


async def test_a_name_is_needed(store: Store) -> None:
    async with first_start(store) as pilot:
        await press(pilot, "enter")
        assert static(pilot, "#first-name .entry--echo").startswith("✕ A name is needed")


async def test_the_ways_to_begin_are_closed_until_the_name_is_kept(store: Store) -> None:
    async with first_start(store) as pilot:
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, FirstStartScreen)
        assert pilot.app.screen.query_one("#first-name", Entry).value == "t"


@pytest.mark.parametrize(("key", "screen"), [("t", FormScreen), ("i", ImportScreen), ("enter", FormScreen)])
async def test_one_begins_with_a_template_or_an_import(key: str, screen: type, store: Store) -> None:
    async with first_start(store) as pilot:
        await named(pilot, "Pat Doe", "America/Chicago")
        await press(pilot, key)
        assert isinstance(pilot.app.screen, screen)


async def test_later_leads_to_the_desk_and_asks_again_next_time(store: Store) -> None:
    async with first_start(store) as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
    assert needed(Session(store, Config()))


def test_it_is_needed_only_while_nobody_said_who_works_here(store: Store) -> None:
    config = Config()
    assert needed(Session(store, config))
    assert not needed(Session(store, replace(config, reporter=replace(config.reporter, name="Pat Doe"))))
    assert not needed(Session(store, config, demo=True))
    store.settings.put("reporter", "Pat Doe")
    assert not needed(Session(store, config))


async def test_see_the_demo_ends_the_desk_so_that_the_demo_opens_in_its_place(store: Store) -> None:
    async with first_start(store) as pilot:
        await named(pilot, "Pat Doe", "et")
        await press(pilot, "d")
        assert pilot.app.return_value == SEE_DEMO
