"""The log line and the quote line: one line, one Enter, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual import events

from desk.model.dates.value import day
from desk.model.enums import DevelopmentKind
from desk.store.store import Store
from desk.ui.entry.form import FormScreen
from desk.ui.entry.keeping import PAUSE
from desk.ui.entry.oneline import OneLineScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.widgets.entry import Entry
from tests.ui.opened import ODD, SHOWN, a_store, notices, opened, press, settle, static, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


async def test_a_development_is_logged_with_one_line_and_one_enter(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps early on:fri #session src:S1")
        await press(pilot, "enter")
        last = store.developments.all()[-1]
        assert (last.words, last.kind) == ("SAG wraps early", DevelopmentKind.SESSION)
        assert isinstance(pilot.app.screen, DeskScreen)
        assert notices(pilot) == ["logged; u undoes"]
        await press(pilot, "u")
        assert store.developments.all()[-1].words != "SAG wraps early"


async def test_what_was_understood_is_shown_while_typing(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps early on:fri #session src:S1")
        await settle(pilot)
        assert (
            static(pilot, ".entry--echo") == "Fri Feb 13 2026, the last one · occurred · session · SAG-AFTRA 2026 · S1"
        )


async def test_a_line_without_a_source_is_saved_without_one_and_says_so_while_typing(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "members threaten a walkout #claim")
        await settle(pilot)
        assert static(pilot, ".entry--echo").endswith("no source given")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        last = store.developments.all()[-1]
        assert (last.words, last.source_id) == ("members threaten a walkout", None)


async def test_a_line_without_a_kind_is_not_of_the_last_kind(store: Store) -> None:
    async with opened(store) as pilot:
        for line in ("the vote is over #vote src:S1", "members threaten a walkout src:S1"):
            await press(pilot, "l")
            await type_in(pilot, line)
            await press(pilot, "enter")
        assert [one.kind for one in store.developments.all()[-2:]] == [DevelopmentKind.VOTE, DevelopmentKind.STATEMENT]


async def test_a_source_dated_before_what_it_tells_of_stops_no_line(store: Store) -> None:
    async with opened(store) as pilot:
        source = store.sources.all()[0]
        store.sources.edit(replace(source, date=day(date(2026, 2, 2))))
        await press(pilot, "l")
        await type_in(pilot, f"SAG wraps early on:fri #session src:{source.code}")
        await settle(pilot)
        assert "is dated Mon Feb 2, before this: kept" in static(pilot, "#line-notes")
        await press(pilot, "enter")
        assert store.developments.all()[-1].source_id == source.id


async def test_a_quote_without_a_speaker_is_nobodys_and_is_not_saved_as_somebodys(store: Store) -> None:
    async with opened(store) as pilot:
        before = store.quotes.count()
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"We won\'t accept that." src:S1')
        await press(pilot, "enter", "enter")
        assert static(pilot, ".entry--echo") == "✕ the speaker is missing: @ and a name"
        assert pilot.app.screen.query_one(Entry).value == '"We won\'t accept that." src:S1'
        assert store.quotes.count() == before


async def test_what_is_not_understood_is_said_and_nothing_is_kept(store: Store) -> None:
    async with opened(store) as pilot:
        before = len(store.developments.all())
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps src:S9 early")
        await press(pilot, "enter")
        assert static(pilot, ".entry--echo").startswith("✕ src:S9: no source has the code “S9”.")
        assert pilot.app.screen.query_one(Entry).value == "SAG wraps src:S9 early"
        assert len(store.developments.all()) == before


async def test_somebody_unknown_is_added_without_losing_the_line(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"We won\'t." @Roe src:S1')
        await settle(pilot)
        assert static(pilot, "#line-notes") == "^n adds Roe"
        await press(pilot, "ctrl+n")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "enter")
        await type_in(pilot, "treasurer")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OneLineScreen)
        await press(pilot, "enter")
        quote = store.quotes.get(store.quotes.newest(1)[0])
        assert [(one.name, one.title) for one in quote.speakers] == [("Roe", "treasurer")]


async def test_tab_completes_and_the_line_goes_on(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "x #sess")
        await press(pilot, "tab")
        assert pilot.app.screen.query_one(Entry).value == "x #session "


async def test_a_line_typed_before_a_crash_is_there_after_it(store: Store, tmp_path: Path) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps ea")
        await pilot.pause(PAUSE + 0.2)
        await settle(pilot)
    with a_store(tmp_path) as again:
        async with opened(again) as pilot:
            await press(pilot, "l")
            assert pilot.app.screen.query_one(Entry).value == "SAG wraps ea"
            assert static(pilot, "#line-notes") == "kept from before; ^t throws it away, esc keeps it"
            await press(pilot, "escape", "l")
            assert pilot.app.screen.query_one(Entry).value == "SAG wraps ea"
            await press(pilot, "ctrl+t", "escape", "l")
            assert pilot.app.screen.query_one(Entry).value == ""


async def test_a_line_left_is_there_when_one_comes_back(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
        await press(pilot, "l")
        assert pilot.app.screen.query_one(Entry).value == "SAG wraps"


async def test_a_line_that_was_saved_does_not_come_back(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps #session src:S1")
        await pilot.pause(PAUSE + 0.2)
        await press(pilot, "enter")
        await press(pilot, "l")
        assert pilot.app.screen.query_one(Entry).value == ""


async def test_what_is_typed_while_the_line_opens_is_not_lost(store: Store) -> None:
    async with opened(store) as pilot:
        pilot.app.action_log()
        await type_in(pilot, "SAG wraps early")
        assert pilot.app.screen.query_one(Entry).value == "SAG wraps early"


async def test_an_empty_line_is_left_with_escape_or_enter(store: Store) -> None:
    async with opened(store) as pilot:
        for key in ("escape", "enter"):
            await press(pilot, "l", key)
            assert isinstance(pilot.app.screen, DeskScreen)
        assert notices(pilot) == []


@pytest.mark.parametrize("words", [ODD, "x" * 100_000], ids=["odd", "long"])
async def test_anybodys_words_are_only_words(words: str, store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        pilot.app.screen.query_one(Entry).line.post_message(events.Paste(words + " #session src:S1"))
        await settle(pilot)
        await press(pilot, "enter")
        kept = store.developments.all()[-1].words
        assert kept.startswith(SHOWN if words == ODD else "xxxx")
        assert "\x1b" not in kept


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_line_is_seen_at_every_size(size: tuple[int, int], store: Store) -> None:
    async with opened(store, size) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "SAG wraps src:")
        await settle(pilot)
        entry = pilot.app.screen.query_one(Entry)
        assert entry.region.bottom <= size[1]
        assert entry.region.right <= size[0]
