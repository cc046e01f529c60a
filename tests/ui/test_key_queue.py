"""Keys that arrive together, as over ssh, mean what they mean one by one."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from desk.app.lines.context import EntryContext
from desk.store.store import Store
from desk.ui import key_queue
from desk.ui.key_queue import Holds
from desk.ui.panes.desk import DeskScreen
from desk.ui.terminal import HungUp
from desk.ui.widgets.entry import Entry
from tests.ui.opened import a_store, opened, settle, shown


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as filed:
        yield filed


async def burst(pilot: Pilot[int], *typed: str) -> None:
    """Everything in one go, as a terminal sends it, and what it sets off."""
    await sent(pilot, *typed)
    for _ in range(4):
        await pilot.pause(0.1)
        await settle(pilot)


async def sent(pilot: Pilot[int], *typed: str) -> None:
    """Everything in one go: text by character, a key by its name in brackets."""
    driver = pilot.app._driver
    assert driver is not None
    for part in typed:
        if part.startswith("<"):
            driver.send_message(events.Key(part.strip("<>"), None))
        else:
            for char in part:
                driver.send_message(events.Key(_character_to_key(char), char))
    await asyncio.sleep(0.05)


async def test_a_development_typed_in_one_burst_is_logged_whole(store: Store) -> None:
    async with opened(store) as pilot:
        await burst(pilot, "lSAG quits early on:fri #session src:S1", "<enter>")
        last = store.developments.all()[-1]
        assert last.words == "SAG quits early"
        assert isinstance(pilot.app.screen, DeskScreen)


@pytest.mark.parametrize("typed", ["lSAG quits early on:fri #session src:S1", "2aSAG files"])
async def test_a_key_that_saves_waits_until_the_desk_is_read(
    typed: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(store) as pilot:
        session = pilot.app.session
        read = session.reading()

        def slowly() -> EntryContext:
            time.sleep(0.3)
            return read()

        monkeypatch.setattr(session, "reading", lambda: slowly)
        if typed.startswith("l"):
            await burst(pilot, typed, "<enter>", "3")
            assert store.developments.all()[-1].words == "SAG quits early"
            assert isinstance(pilot.app.screen, DeskScreen)
        else:
            await burst(pilot, typed, "<ctrl+s>")
            assert "✕ this is needed" in shown(pilot)


async def test_a_search_typed_in_one_burst_is_in_the_search_line(store: Store) -> None:
    async with opened(store) as pilot:
        await burst(pilot, "/fair deel")
        assert "fair deel" in shown(pilot)
        assert "2 of 4" in shown(pilot)


async def test_what_follows_a_line_that_was_left_goes_to_the_desk(store: Store) -> None:
    async with opened(store) as pilot:
        await burst(pilot, "lnothing to keep", "<escape>", "2")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert not list(pilot.app.screen.query(Entry))
        assert store.developments.all()[-1].words != "nothing to keep"
        assert pilot.app.screen.focused is not None
        assert pilot.app.screen.focused.id == "deadlines-rows"


async def test_many_keys_at_once_are_all_taken_in_order(store: Store) -> None:
    async with opened(store) as pilot:
        words = "we are not going to accept a deal that is not fair " * 4
        await burst(pilot, "l" + words)
        assert pilot.app.screen.query_one(Entry).value == words


@pytest.mark.parametrize("loop_tells", [True, False])
async def test_a_form_typed_in_one_burst_has_every_word_in_its_field(
    loop_tells: bool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a loop too that does not tell what it is about to run, as uvloop."""
    if not loop_tells:
        monkeypatch.setattr(key_queue, "_ready", lambda: None)
    async with opened(store) as pilot:
        typed = ("<ctrl+p>", "start talks from", "<enter>", "Transport", "<enter>", "Metro", "<enter>", "Dec 31 2026")
        await burst(pilot, *typed, "<enter>", "<ctrl+s>", "3")
        assert {"Transport", "Metro"} <= {party.name for party in store.people.parties()}
        assert "Transport 2026" in [talks.name for talks in store.talks.negotiations()]
        assert pilot.app.screen.focused is not None
        assert pilot.app.screen.focused.id == "quotes-rows"


@pytest.mark.parametrize(("saving", "holds"), [(True, Holds.KEYS), (False, Holds.KEYS), (False, Holds.COMMANDS)])
async def test_what_never_ends_holds_up_one_key_and_not_each(
    saving: bool, holds: Holds, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_queue, "PATIENCE", 1.5)
    monkeypatch.setattr(key_queue, "IMPATIENCE", 0.1)
    async with opened(store) as pilot:
        pilot.app._patience = 1.5
        ends = threading.Event()
        try:
            pilot.app.in_background("hanging", lambda: ends.wait(60), saving=saving, holds=holds)
            began = time.monotonic()
            await sent(pilot, "2", "3", "<escape>", "4", "1", "3", "2")
            focused = None
            while pilot.app.typed_ahead or focused is None or focused.id != "deadlines-rows":
                await asyncio.sleep(0.02)
                assert time.monotonic() - began < 8
                focused = pilot.app.screen.focused
        finally:
            ends.set()


async def test_what_has_not_reached_its_field_when_the_terminal_goes_is_kept(store: Store) -> None:
    async with opened(store) as pilot:
        await pilot.press("l")
        await settle(pilot)
        pilot.app.in_background("busy", lambda: time.sleep(0.5))
        await sent(pilot, "half a line")
        assert pilot.app.typed_ahead
        pilot.app.post_message(HungUp())
        for _ in range(200):
            await asyncio.sleep(0.02)
            if pilot.app.return_code is not None:
                break
        assert pilot.app.return_code == 129 or pilot.app.return_value == 129
    assert store.settings.kept_form("log line") == {"line": "half a line"}
