"""Room: four panes where there is room, one under tabs where there is not, more beside the quotes where there is plenty."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from desk.model.enums import Mark
from desk.ui.panes.desk import DeskScreen
from desk.ui.panes.detail import QuoteDetail
from desk.ui.panes.status import Tabs
from desk.ui.widgets.pane import press as press_shown
from desk.ui.widgets.rows import RowList
from tests.ui.opened import a_store, opened, press, settle, shown, type_in

FRAMES = (
    "1 Talks ─ SAG-AFTRA × AMPTP ─ 1 of 3",
    "2 Deadlines ─ 4 ahead",
    "3 Quotes ─ 4",
    "4 Checks ─ sag-aftra-week-one",
)


def frames(pilot: Pilot[int]) -> list[str]:
    screen = shown(pilot)
    return [frame for frame in FRAMES if frame in screen]


@pytest.mark.parametrize("size", [(120, 40), (200, 50), (100, 30)])
async def test_all_four_panes_stand_where_there_is_room(tmp_path: Path, size: tuple[int, int]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, size) as pilot:
            assert frames(pilot) == list(FRAMES)
            assert not pilot.app.screen.query_one(Tabs).display


@pytest.mark.parametrize("size", [(80, 24), (120, 20), (60, 40)])
async def test_one_pane_at_a_time_stands_under_tabs_with_their_counts(tmp_path: Path, size: tuple[int, int]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, size) as pilot:
            for number, frame in enumerate(FRAMES, 1):
                await press(pilot, str(number))
                assert frames(pilot) == [frame]
            screen = shown(pilot)
            assert "1 Talks  2 Due 4  3 Quotes 4  4 Checks 17 red" in screen
            assert "needs a window" not in screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_a_desk_in_which_nothing_was_kept_yet_says_what_to_press(tmp_path: Path, size: tuple[int, int]) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann Lee")
        async with opened(store, size) as pilot:
            await press(pilot, "3")
            assert "No quotes yet." in shown(pilot)


async def test_the_header_keeps_the_next_deadline_in_a_narrow_window(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (80, 24)) as pilot:
            assert "2–8 d Talks resume" in shown(pilot).splitlines()[1]
            assert "talks open · in force · mutual blackout" in shown(pilot).splitlines()[0]


async def test_the_quotes_get_their_record_beside_them_in_a_very_wide_window(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (200, 50)) as pilot:
            assert pilot.app.screen.query_one(QuoteDetail).display
            assert "May it leave?" in shown(pilot)
            await press(pilot, "3", "end")
            assert "Consumer Electronics Show" in shown(pilot)


async def test_a_window_resized_while_it_runs_keeps_the_pane_in_work(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (120, 40)) as pilot:
            await press(pilot, "4", "down", "down")
            await pilot.resize_terminal(80, 24)
            await settle(pilot)
            assert frames(pilot) == [FRAMES[3]]
            assert "history" in shown(pilot)
            await pilot.resize_terminal(200, 50)
            await settle(pilot)
            assert frames(pilot) == list(FRAMES)
            assert pilot.app.focused is not None
            assert pilot.app.focused.id == "checks-rows"
            assert "May it leave?" in shown(pilot)


async def test_a_window_too_small_says_so_and_comes_back(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (120, 40)) as pilot:
            await pilot.resize_terminal(30, 8)
            await settle(pilot)
            assert "needs a window" in shown(pilot)
            await pilot.resize_terminal(120, 40)
            await settle(pilot)
            assert frames(pilot) == list(FRAMES)


@pytest.mark.parametrize("key", ["l", '"', "a", "i"])
async def test_the_desk_stays_in_sight_behind_a_line_and_a_form_in_the_terminals_own_colours(
    tmp_path: Path, key: str
) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            pilot.app.theme = "terminal"
            await settle(pilot)
            await press(pilot, "3", key)
            assert len(pilot.app.screen_stack) == 2
            assert "mutual&#160;blackout" in pilot.app.export_screenshot()


async def test_tab_goes_round_the_panes_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            screen = pilot.app.screen
            assert isinstance(screen, DeskScreen)
            seen = []
            for _ in range(5):
                seen.append(screen.current)
                await press(pilot, "tab")
            assert seen == ["talks", "deadlines", "quotes", "checks", "talks"]
            await press(pilot, "shift+tab")
            assert screen.current == "talks"


async def test_the_mouse_goes_to_panes_tabs_and_keys(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (80, 24)) as pilot:
            await pilot.click(Tabs, offset=(10, 0))
            await settle(pilot)
            assert frames(pilot) == [FRAMES[1]]
            await pilot.click("Footer", offset=(68, 0))
            await settle(pilot)
            assert len(pilot.app.screen_stack) == 2


async def click_on(pilot: Pilot[int], words: str) -> None:
    """Click on the last place of the screen on top where these words stand."""
    lines = ["".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()]
    y = max(number for number, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].rindex(words), y))
    await settle(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_everything_a_frame_says_can_be_clicked_on(tmp_path: Path, size: tuple[int, int]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, size) as pilot:
            await press(pilot, "2")
            await click_on(pilot, "a add")
            await type_in(pilot, "Guild files")
            await press(pilot, "tab")
            await type_in(pilot, "apr 3")
            await click_on(pilot, "^s save")
            assert "Guild files" in [one.name for one in store.deadlines.all()]
            await press(pilot, "x")
            await click_on(pilot, "y withdraws")
            assert "Guild files" not in [one.name for one in store.deadlines.all()]
            await press(pilot, "4", "space")
            await click_on(pilot, "a g n mark")  # the second of four keys for one thing
            (check, *_) = store.stories.checks(store.stories.all()[0].id or 0)
            assert check.mark is not None
            assert check.mark.mark is Mark.AMBER
            await press(pilot, "3", "enter")
            await click_on(pilot, "esc back")
            assert isinstance(pilot.app.screen, DeskScreen)
            await press(pilot, "m")
            await click_on(pilot, "esc back")
            assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_click_on_a_key_types_nothing(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "slash")
            press_shown(pilot.app, "y")
            await settle(pilot)
            assert pilot.app.screen.query_one(Input).value == ""


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_keys_pressed_before_the_panes_are_there_are_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    begin = DeskScreen.on_mount

    def in_a_hurry(screen: DeskScreen) -> None:
        begin(screen)
        screen.app.post_message(events.Key("2", "2").set_sender(screen.app))
        screen.app.post_message(events.Key("down", None).set_sender(screen.app))

    monkeypatch.setattr(DeskScreen, "on_mount", in_a_hurry)
    with a_store(tmp_path) as store:
        async with opened(store, size) as pilot:
            screen = pilot.app.screen
            assert isinstance(screen, DeskScreen)
            assert screen.current == "deadlines"
            rows = screen.query_one("#deadlines-rows", RowList)
            assert rows.has_focus
            assert rows.row is rows.rows[1]


async def test_the_first_paint_has_the_quotes_and_the_frames_of_the_other_panes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    whole = DeskScreen._painted

    async def looked_at(screen: DeskScreen) -> None:
        strips = screen._compositor.render_strips()
        painted.append("\n".join("".join(segment.text for segment in strip) for strip in strips))
        await whole(screen)

    monkeypatch.setattr(DeskScreen, "_painted", looked_at)
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            assert all(words in painted[0] for words in ("1 Talks", "2 Deadlines", "3 Quotes ─ 4", "4 Checks"))
            assert "Crabtree-Ireland" in painted[0]
            assert "4 ahead" not in painted[0]
            assert "4 ahead" in shown(pilot)
