"""What is being typed is kept beside a saving that is under way, and never after it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.store.store import Store
from desk.ui.entry.keeping import PAUSE, Keeper
from tests.ui.opened import a_store, opened, settle

KEY = "form test"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


async def test_what_is_kept_while_a_form_is_saved_waits_and_does_not_come_back(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        began, go_on = threading.Event(), threading.Event()

        def save() -> None:
            with store.transaction(quiet=True):
                began.set()
                assert go_on.wait(10)
                keeper.forget()

        saving = threading.Thread(target=save)
        saving.start()
        assert began.wait(10)
        keeper.typed({"name": "half"})
        keeper.now()
        await pilot.pause(0.1)
        go_on.set()
        await settle(pilot)
        saving.join(10)
        assert not saving.is_alive()
        assert store.settings.kept_form(KEY) == {}


async def test_after_a_saving_that_failed_it_is_kept_again(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        keeper.forget()
        keeper.not_saved()
        keeper.typed({"name": "half"})
        keeper.now()
        await settle(pilot)
        assert store.settings.kept_form(KEY) == {"name": "half"}


async def test_what_was_thrown_away_is_not_kept_by_a_late_key(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        keeper.typed({"name": "half"})
        keeper.now()
        keeper.throw_away()
        keeper.now()
        await settle(pilot)
        assert store.settings.kept_form(KEY) == {}


async def test_what_is_typed_without_a_rest_is_kept_while_it_is_typed(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        for n in range(1, 16):
            keeper.typed({"name": "x" * n})
            await pilot.pause(PAUSE / 10)
        await settle(pilot)
        assert len(store.settings.kept_form(KEY)["name"]) >= 5


async def test_what_is_kept_is_what_was_typed_last(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        keeper.typed({"name": "half"})
        keeper.now()
        keeper.typed({"name": "half a line"})
        await settle(pilot)
        assert store.settings.kept_form(KEY) == {"name": "half a line"}


async def test_what_is_on_its_way_is_kept_though_the_form_is_left(store: Store) -> None:
    async with opened(store) as pilot:
        keeper = Keeper(pilot.app, KEY)
        with store.transaction(quiet=True):
            keeper.typed({"name": "half"})
            keeper.now()
            keeper.close()
        await settle(pilot)
        assert store.settings.kept_form(KEY) == {"name": "half"}
