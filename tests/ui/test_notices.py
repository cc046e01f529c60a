"""What is said beside the work: one thing at a time, never over the line it is about, never over the keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.geometry import Offset, Region, Size
from textual.pilot import Pilot
from textual.widgets._toast import Toast, ToastRack

from desk.model.errors import StorageError
from desk.store.store import Store
from desk.ui.notices import place
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList
from tests.ui.opened import a_store, notices, opened, press, settle, shown, static, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def toast(pilot: Pilot[int]) -> Region:
    (one,) = pilot.app.screen.query(Toast)
    return one.region


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_notice_covers_neither_the_line_it_is_about_nor_the_keys(size: tuple[int, int], store: Store) -> None:
    async with opened(store, size) as pilot:
        for pane in "1234":
            await press(pilot, pane, "end")
            text.notice(pilot.app, "Two lines\nof words", seconds=60)
            await settle(pilot)
            pilot.app._place()
            await settle(pilot)
            region = toast(pilot)
            rows = pilot.app.screen.focused
            assert isinstance(rows, RowList)
            assert not region.overlaps(rows.cursor_region)
            assert region.bottom < size[1]
            frame = rows.parent
            assert not region.overlaps(Region(frame.region.x, frame.region.bottom - 1, frame.region.width, 1))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize("keys", [("w",), ("3", "enter"), ("2", "enter"), ("m",)], ids="-".join)
async def test_a_notice_over_a_sheet_leaves_its_keys(
    keys: tuple[str, ...], size: tuple[int, int], store: Store
) -> None:
    async with opened(store, size) as pilot:
        await press(pilot, *keys)
        text.notice(pilot.app, "party withdrawn: X; u undoes", seconds=60)
        await settle(pilot)
        pilot.app._place()
        await settle(pilot)
        focused = pilot.app.screen.focused
        assert focused is not None
        frame = next(one for one in focused.ancestors if isinstance(one, Pane)).region
        assert not toast(pilot).overlaps(Region(frame.x, frame.bottom - 1, frame.width, 1))
        assert toast(pilot).bottom < size[1]


async def test_quick_work_is_told_once_and_the_last_of_it_stands(store: Store) -> None:
    async with opened(store) as pilot:
        for words in ("done: one", "done: two", "done: two"):
            text.notice(pilot.app, words)
        await settle(pilot)
        assert notices(pilot) == ["done: two"]


async def test_a_warning_is_not_replaced_before_it_can_be_read(store: Store) -> None:
    async with opened(store) as pilot:
        text.notice(pilot.app, "The disk is nearly full.", "warning")
        text.notice(pilot.app, "kept; u undoes")
        text.notice(pilot.app, "kept; u undoes")
        await settle(pilot)
        assert notices(pilot) == ["The disk is nearly full.\nkept; u undoes"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_notice_is_seen_once_with_a_question_over_it(size: tuple[int, int], store: Store) -> None:
    async with opened(store, size) as pilot:
        await press(pilot, "3", "enter")
        text.notice(pilot.app, "Mend it there.", "warning", title="It was copied before", seconds=60)
        await settle(pilot)
        await press(pilot, "Y")
        seen = [rack for one in pilot.app.screen_stack for rack in one.query(ToastRack) if rack.display]
        assert [rack.screen for rack in seen] == [pilot.app.screen]
        await press(pilot, "escape")
        assert toast(pilot).area


async def test_what_is_not_so_any_more_is_taken_out_of_what_is_said(store: Store) -> None:
    async with opened(store) as pilot:
        text.notice(pilot.app, "It cannot be.", "warning", title="Beware", seconds=60)
        text.notice(pilot.app, "kept; u undoes")
        pilot.app.take_back_notice("Something else.")
        assert notices(pilot) == ["It cannot be.\nkept; u undoes"]
        pilot.app.take_back_notice("It cannot be.")
        assert notices(pilot) == ["kept; u undoes"]


async def test_a_line_left_and_opened_again_has_no_notice_over_it(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "half a line")
        await press(pilot, "escape")
        assert notices(pilot) == ["The line is kept; it is there when you come back."]
        await press(pilot, "l")
        assert notices(pilot) == []
        assert "kept from before; ^t throws it away" in shown(pilot)


async def test_what_was_added_from_the_line_is_said_in_the_line(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"We are done" @Roe ')
        await press(pilot, "ctrl+n", "ctrl+s")
        assert notices(pilot) == []
        assert static(pilot, "#line-notes").startswith("person kept; ")


@pytest.mark.parametrize("first", ["the saving", "the keeping"])
async def test_a_save_that_failed_is_said_at_the_line_and_nowhere_else(first: str, store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        screen = pilot.app.screen
        if first == "the saving":
            screen._failed(StorageError("the disk is full", remedy="Free some room."))
        text.notice(pilot.app, "the disk is full. Free some room.", "error")
        if first == "the keeping":
            screen._failed(StorageError("the disk is full", remedy="Free some room."))
        await settle(pilot)
        assert notices(pilot) == []
        assert shown(pilot).count("the disk is full") == 1


def test_a_notice_goes_where_nothing_needed_lies() -> None:
    screen, small = Size(80, 24), Size(20, 2)
    assert place(small, screen, [Region(0, 23, 80, 1)]) == Offset(60, 21)
    assert place(small, screen, [Region(0, 23, 80, 1), Region(40, 20, 40, 2)]) == Offset(0, 21)
    assert place(small, screen, [Region(0, 23, 80, 1), Region(0, 20, 80, 2)]) == Offset(60, 18)
