"""The one list of the desk, as the reporter's fingers and eyes meet it."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from desk.ui import themes
from desk.ui.themes import ThemedApp
from desk.ui.widgets import text
from desk.ui.widgets.places import Height
from desk.ui.widgets.rows import Heading, RowList

DEADLINES = ["talks resume", "WGA talks begin", "DGA talks begin", "contract expires"]


class Lists(ThemedApp[None]):
    CSS = "RowList { height: 6; } #wide { width: 30; }"

    def __init__(self, rows: list[Any], height: Height[str] = 1, empty: str = "Press a to add one.") -> None:
        super().__init__(themes.load())
        self.given = rows
        self.height = height
        self.empty = empty
        self.drawn: list[str] = []
        self.told: list[tuple[str, Any]] = []

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), text.LastNet()]

    def compose(self) -> ComposeResult:
        yield RowList(self.draw, lambda row: row, height=self.height, empty=self.empty, id="wide")
        yield Input()

    def on_mount(self) -> None:
        self.rows.show(self.given)
        self.rows.focus()

    def draw(self, row: str, width: int) -> list[Content]:
        self.drawn.append(row)
        return [text.assemble(("■ ", "$red"), row), text.said("second"), text.said("third")]

    @property
    def rows(self) -> RowList[str]:
        return self.query_one(RowList)

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        assert event.control is self.rows
        self.told.append(("under", event.key))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.told.append(("chosen", event.row))

    def line(self, y: int) -> str:
        return self.rows.render_line(y).text.rstrip()

    def colour(self, y: int, x: int) -> Color | None:
        at = 0
        for segment in self.rows.render_line(y):
            at += len(segment.text)
            if at > x:
                style = segment.style
                return None if style is None or style.bgcolor is None else Color.from_rich_color(style.bgcolor)
        return None

    def lines(self, count: int = 6) -> list[str]:
        return [self.line(y) for y in range(count)]


async def settled(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ("j", "WGA talks begin"),
        ("down down k", "WGA talks begin"),
        ("k", "talks resume"),
        ("G", "contract expires"),
        ("end j", "contract expires"),
        ("G g", "talks resume"),
        ("end home", "talks resume"),
        ("pagedown", "contract expires"),
        ("pagedown pageup", "talks resume"),
    ],
)
async def test_the_cursor_goes_where_fingers_know(keys: str, key: str) -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, *keys.split())
        assert app.rows.key == key


async def test_a_page_is_what_is_seen_less_a_line() -> None:
    app = Lists([f"row {n}" for n in range(100)])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "pagedown")
        assert app.rows.key == "row 5"
        await settled(pilot, "pagedown", "pageup")
        assert app.rows.key == "row 5"


async def test_the_pane_is_told_what_comes_under_the_cursor_and_what_is_opened() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "j", "enter", "G", "G")
        assert app.told == [
            ("under", "talks resume"),
            ("under", "WGA talks begin"),
            ("chosen", "WGA talks begin"),
            ("under", "contract expires"),
        ]


async def test_headings_are_shown_and_never_selected() -> None:
    app = Lists([Heading("Red [sic]"), "a", "b", Heading("Amber"), "c"])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.lines(5) == [" Red [sic]", "▌■ a", " ■ b", " Amber", " ■ c"]
        await settled(pilot, "j", "j")
        assert app.rows.key == "c"
        await settled(pilot, "k", "k", "k")
        assert app.rows.key == "a"


async def test_the_first_heading_comes_into_sight_with_the_first_row() -> None:
    app = Lists([Heading("Red"), *(f"row {n}" for n in range(50))])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "G", "g")
        assert app.line(0) == " Red"


async def test_what_is_empty_says_what_to_press() -> None:
    app = Lists([], empty="No checks yet. Press a to add one [sic].")
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "j", "G", "pagedown", "enter")
        assert app.lines(2) == [" No checks yet. Press a to", " add one [sic]."]
        assert app.told == []
        assert app.rows.key is None


async def test_a_list_that_is_emptied_says_so() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.show([], empty="Nothing is due.")
        await pilot.pause()
        assert app.line(0) == " Nothing is due."
        assert app.told[-1] == ("under", None)


async def test_the_cursor_stays_on_its_row_when_rows_come_before_it() -> None:
    app = Lists([f"row {n}" for n in range(50)])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, *["j"] * 20)
        at = app.lines().index("▌■ row 20")
        app.told.clear()
        app.rows.show(["new one", "new two", *app.given])
        await pilot.pause()
        assert app.rows.key == "row 20"
        assert app.lines().index("▌■ row 20") == at
        assert app.told == []


async def test_a_list_at_its_top_shows_what_is_new() -> None:
    app = Lists([f"row {n}" for n in range(50)])
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.show(["new", *app.given])
        await pilot.pause()
        assert app.lines(2) == [" ■ new", "▌■ row 0"]


async def test_a_row_that_is_gone_leaves_the_cursor_where_it_was() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "j")
        app.rows.show([DEADLINES[0], *DEADLINES[2:]])
        await pilot.pause()
        assert app.told[-1] == ("under", "DGA talks begin")
        app.rows.show(DEADLINES[:1])
        assert app.rows.key == "talks resume"


async def test_new_results_begin_at_the_top() -> None:
    app = Lists([f"row {n}" for n in range(50)])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "G")
        app.rows.show([f"row {n}" for n in range(40, 90)], keep=False)
        await pilot.pause()
        assert app.line(0) == "▌■ row 40"


async def test_the_cursor_can_be_put_on_a_key() -> None:
    app = Lists([f"row {n}" for n in range(500)])
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.rows.go_to("row 300")
        assert not app.rows.go_to("row 900")
        await pilot.pause()
        assert "▌■ row 300" in app.lines()


async def test_a_row_takes_as_many_lines_as_it_was_given() -> None:
    app = Lists(["one", "three", "two"], height=lambda row, width: {"one": 1, "two": 2, "three": 3}[row])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "j")
        assert app.lines() == [" ■ one", "▌■ three", "▌second", "▌third", " ■ two", " second"]


async def test_a_row_drawn_too_short_is_filled_up() -> None:
    app = Lists(["one"], height=5)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.lines() == ["▌■ one", "▌second", "▌third", "▌", "▌", ""]


async def test_the_last_line_of_a_tall_row_comes_into_sight() -> None:
    app = Lists([f"row {n}" for n in range(10)], height=4)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "j")
        assert app.lines() == [" third", "", "▌■ row 1", "▌second", "▌third", "▌"]


async def test_only_the_lines_in_sight_are_drawn() -> None:
    app = Lists([f"row {n}" for n in range(100_000)])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "G")
        assert app.line(5) == "▌■ row 99999"
        assert len(set(app.drawn)) <= 2 * 6


async def test_rows_in_sight_are_drawn_before_the_screen_is_painted_and_once() -> None:
    app = Lists([])
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.show([f"row {n}" for n in range(100)])
        assert app.drawn == [f"row {n}" for n in range(6)]
        await pilot.pause()
        assert app.drawn == [f"row {n}" for n in range(6)]


async def test_more_or_fewer_rows_leave_the_rest_of_the_screen_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Lists([f"row {n}" for n in range(100)])
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "end")
        laid_out = []
        refresh = Screen._refresh_layout
        monkeypatch.setattr(Screen, "_refresh_layout", lambda *a, **k: laid_out.append(1) or refresh(*a, **k))
        app.rows.show([f"row {n}" for n in range(50)])
        await pilot.pause()
        assert app.lines() == [f"{mark}■ row {n}" for mark, n in zip("     ▌", range(44, 50), strict=True)]
        app.rows.show([f"row {n}" for n in range(200)], keep=False)
        await settled(pilot, "end")
        assert (app.line(5), app.rows.vertical_scrollbar.window_virtual_size) == ("▌■ row 199", 200)
        assert not laid_out
        app.rows.show(["row 0"])
        await pilot.pause()
        assert not app.rows.show_vertical_scrollbar
        assert laid_out


async def test_a_long_line_is_cut_with_a_sign_and_fills_its_width() -> None:
    app = Lists(["a row that is far too long for the list", "日本語" * 10])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.line(0) == "▌■ a row that is far too lon…"
        assert app.line(1).endswith("…")
        assert {app.rows.render_line(y).cell_length for y in range(6)} == {29}


async def test_a_click_selects_and_a_click_on_the_selected_opens() -> None:
    app = Lists([Heading("Due"), *DEADLINES])
    async with app.run_test(size=(40, 12)) as pilot:
        app.told.clear()
        for y in (3, 0, 5, 3):
            await pilot.click(RowList, offset=(4, y))
            await pilot.pause()
        assert app.told == [("under", "DGA talks begin"), ("chosen", "DGA talks begin")]


@pytest.mark.parametrize("y", [0, 1], ids=["the row under the cursor", "another row"])
async def test_a_double_click_opens_a_row_once(y: int) -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(RowList, offset=(4, y), times=2)
        await pilot.pause()
        assert [told for told in app.told if told[0] == "chosen"] == [("chosen", DEADLINES[y])]


async def test_a_click_finds_the_row_after_scrolling() -> None:
    app = Lists([f"row {n}" for n in range(50)], height=2)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "G")
        await pilot.click(RowList, offset=(4, 1))
        assert app.rows.key == "row 47"


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = Lists([f"row {n}" for n in range(50)])
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.post_message(events.MouseScrollDown(app.rows, 4, 2, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert app.rows.scroll_offset.y > 0
        assert app.rows.key == "row 0"
        await settled(pilot, "j")
        assert "▌■ row 1" in app.lines()


async def test_the_list_shows_whether_it_has_the_focus() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        theme = themes.load().themes[themes.DEFAULT].variables
        assert app.colour(0, 10) == Color.parse(theme["block-cursor-background"])
        app.query_one(Input).focus()
        await pilot.pause()
        assert app.colour(0, 10) == Color.parse(theme["block-cursor-blurred-background"])
        assert app.line(0).startswith("▌")


async def test_a_theme_switched_live_reaches_the_rows() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        loaded = themes.load().themes
        for name in ("newsroom-light", "high-contrast", "newsroom-dark"):
            app.theme = name
            await pilot.pause()
            await pilot.pause()
            segments = list(app.rows.render_line(1))
            sign = next(segment.style for segment in segments if "■" in segment.text)
            assert sign is not None
            assert sign.color is not None
            assert Color.from_rich_color(sign.color) == Color.parse(loaded[name].variables["red"])


async def test_in_the_terminals_own_colours_the_cursor_is_one_inverted_bar() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        app.theme = "terminal"
        await pilot.pause()
        await pilot.pause()
        _, *bar = [segment.style for segment in app.rows.render_line(0) if segment.text.strip()]
        assert bar
        assert all(style is not None and style.reverse and style.color == bar[0].color for style in bar)


async def test_a_narrower_screen_draws_the_rows_again() -> None:
    app = Lists(["abcdefghij"], height=lambda row, width: -(-len(row) // max(1, width)))
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.styles.width = 7
        await pilot.pause()
        await pilot.pause()
        assert app.rows.virtual_size.height == 2
        assert app.line(0) == "▌■ ab…"


async def test_words_that_look_like_markup_are_words() -> None:
    app = Lists(["[sic] [/bold]", "[@click=app.quit]x[/]"])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.lines(2) == ["▌■ [sic] [/bold]", " ■ [@click=app.quit]x[/]"]


async def test_what_the_drawing_depends_on_can_change() -> None:
    app = Lists(DEADLINES)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        app.drawn.clear()
        app.rows.redraw()
        await pilot.pause()
        assert app.drawn == DEADLINES
