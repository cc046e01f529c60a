"""The draft's screen: the text as it is, what is found in it, and that it is read again when it is saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.enums import GroundRule
from desk.model.records import Terms
from desk.store.store import Store
from desk.ui.dialogs.ask import AskScreen
from desk.ui.draft.draft import DraftScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.quotes.quote import QuoteScreen
from tests.ui.opened import ODD, SHOWN, a_store, notices, opened, press, settle, shown, type_in

FAIR = "We are not going to accept a deal that is not fair to our members"
DRAFT = f"""\
The talks went on.

“{FAIR.replace("not fair", "fair")},” Crabtree-Ireland said on Friday, Feb. 14.

“{FAIR},” he said.

{ODD}

“It is what it is, and no more than that,” Sean Astin said.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "week-one.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, draft: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        story = one.stories.in_work()
        assert story is not None
        one.stories.edit(replace(story, draft=str(draft)))
        yield one


async def open_draft(pilot: Pilot[int]) -> DraftScreen:
    await press(pilot, "4")
    await press(pilot, "d")
    screen = pilot.app.screen
    assert isinstance(screen, DraftScreen)
    return screen


async def until(pilot: Pilot[int], words: str) -> None:
    """Wait, as a reporter would, until the screen says so."""
    for _ in range(60):
        if words in shown(pilot):
            return
        await pilot.pause(0.1)
        await settle(pilot)
    raise AssertionError(shown(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_text_is_shown_as_it_is_with_a_sign_for_each_thing_found(store: Store, size: tuple[int, int]) -> None:
    async with opened(store, size) as pilot:
        await open_draft(pilot)
        page = shown(pilot)
        assert "The talks went on." in page
        assert SHOWN in page
        assert "≠ “We are not going" in page
        assert "○ “We are not going" in page
        assert "1 of 4 · 4 to be seen to" in page


async def test_what_is_under_the_cursor_is_explained_with_the_difference(store: Store) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        page = shown(pilot)
        assert "≠ altered  3:1" in page
        assert "A negation lost: “not” is dropped." in page
        assert "draft  We are not going to accept a deal that is ‸fair to our members," in page
        assert f"bank   {FAIR}" in page


async def test_keys_go_from_one_finding_to_the_next(store: Store) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        for key, said in (
            ("down", "February 14, 2026, is a Saturday, not a Friday."),
            ("n", "it matches a report and was not checked against the original"),
            ("j", "No quote of the bank has these words."),
            ("N", "it matches a report"),
            ("k", "is a Saturday"),
        ):
            await press(pilot, key)
            assert said in shown(pilot)
        await press(pilot, "n", "n", "n")
        assert "None after this one." in notices(pilot)


async def test_enter_opens_the_quote_of_the_bank_and_escape_comes_back(store: Store) -> None:
    async with opened(store) as pilot:
        screen = await open_draft(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, QuoteScreen)
        assert FAIR in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        await press(pilot, "down", "enter")
        assert pilot.app.screen is screen
        assert "There is no quote of the bank to open here." in notices(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_the_draft_is_read_again_when_it_is_saved(store: Store, draft: Path) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        await press(pilot, "n", "n")
        mended = DRAFT.replace("deal that is fair", "deal that is not fair").replace(
            "Friday, Feb. 14", "Saturday, Feb. 14"
        )
        # As an editor saves: another file in its place.
        other = draft.with_suffix(".new")
        other.write_text("A line more.\n\n" + mended, encoding="utf-8")
        os.replace(other, draft)
        await until(pilot, "of 3 · 3 to be seen to")
        page = shown(pilot)
        assert "A line more." in page
        assert "not verified  7:1" in page  # still on the finding that was looked at


async def test_a_change_of_the_bank_is_seen_at_once(store: Store) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        source = store.quotes.get(1).source_id
        store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=source))
        await until(pilot, "restricted match")
        assert f"bank   {FAIR}" not in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DraftScreen)


async def test_a_draft_that_goes_away_stays_on_the_screen_and_is_said_to_be_gone(store: Store, draft: Path) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        draft.unlink()
        await until(pilot, "is not there any more")
        assert "The talks went on." in shown(pilot)
        draft.write_text("It is back.", encoding="utf-8")
        await until(pilot, "It is back.")


async def test_a_story_without_a_draft_asks_for_the_path_once(store: Store, draft: Path) -> None:
    story = store.stories.in_work()
    assert story is not None
    store.stories.edit(replace(story, draft=""))
    async with opened(store) as pilot:
        await press(pilot, "4")
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, AskScreen)
        await type_in(pilot, str(draft))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DraftScreen)
        await press(pilot, "escape")
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, DraftScreen)
    assert store.stories.get(story.id or 0).draft == str(draft)


async def test_a_path_where_no_draft_is_is_not_kept(store: Store, tmp_path: Path) -> None:
    story = store.stories.in_work()
    assert story is not None
    store.stories.edit(replace(story, draft=""))
    async with opened(store) as pilot:
        await press(pilot, "4")
        await press(pilot, "d")
        await type_in(pilot, str(tmp_path / "nothing.md"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert any("there is no such file" in notice for notice in notices(pilot))
    assert store.stories.get(story.id or 0).draft == ""


async def test_what_is_no_draft_is_said_and_another_may_be_chosen(store: Store, draft: Path, tmp_path: Path) -> None:
    draft.write_bytes(b"\0\1\2")
    other = tmp_path / "other.md"
    other.write_text("Nothing said.", encoding="utf-8")
    async with opened(store) as pilot:
        await open_draft(pilot)
        assert "this is no text" in shown(pilot)
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, AskScreen)
        await press(pilot, "ctrl+u")
        await type_in(pilot, str(other))
        await press(pilot, "enter")
        assert "Nothing said." in shown(pilot)
        assert "Nothing to be seen to" in shown(pilot)


async def test_the_keys_are_in_the_help_and_the_palette(store: Store) -> None:
    async with opened(store) as pilot:
        await open_draft(pilot)
        await press(pilot, "question_mark")
        assert "The next thing that is to be seen to" in shown(pilot)


async def test_the_draft_is_never_written(store: Store, draft: Path) -> None:
    draft.chmod(0o400)
    before = (draft.read_bytes(), draft.stat().st_mtime_ns)
    async with opened(store) as pilot:
        await open_draft(pilot)
        await press(pilot, "x", "space", "delete", "a", "n", "j")
    assert (draft.read_bytes(), draft.stat().st_mtime_ns) == before
