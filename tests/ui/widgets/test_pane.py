"""The frame of a pane says what is in it and, with the focus, what can be done."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widgets import Input

from desk.ui import themes
from desk.ui.keys import key_shown
from desk.ui.themes import ThemedApp
from desk.ui.widgets.pane import Pane, key_at, keys_line, title


class Panes(ThemedApp[None]):
    CSS = "Screen { layout: horizontal; } Pane { width: 1fr; height: 6; }"

    def __init__(self) -> None:
        super().__init__(themes.load())

    def compose(self) -> ComposeResult:
        with Pane("1", "Talks", id="talks"):
            yield Input(id="first")
        with Pane("2", "Deadlines", id="deadlines"):
            yield Input(id="second")
            yield Input(id="third")


def top(app: App[None]) -> str:
    return "".join(segment.text for segment in app.screen._compositor.render_strips()[0])


def bottom(app: App[None]) -> str:
    return "".join(segment.text for segment in app.screen._compositor.render_strips()[5])


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("1", "Talks", "SAG-AFTRA × AMPTP", "1 of 3"), "1 Talks ─ SAG-AFTRA × AMPTP ─ 1 of 3"),
        (("2", "Deadlines", "", "4 ahead"), "2 Deadlines ─ 4 ahead"),
        (("", "Quote", "[sic]"), "Quote ─ [sic]"),
    ],
)
def test_a_title_says_number_name_and_count(parts: tuple[str, ...], words: str) -> None:
    assert title(*parts).plain == words


def test_keys_stand_before_what_they_do() -> None:
    assert keys_line([("a", "add"), ("[", "other talks")]).plain == "a add   [ other talks"


async def test_the_border_carries_the_title_and_follows_it() -> None:
    app = Panes()
    async with app.run_test(size=(100, 12)) as pilot:
        pane = app.query_one("#talks", Pane)
        pane.subject = "SAG [b]× AMPTP"
        pane.count = "1 of 3"
        await pilot.pause()
        assert "1 Talks ─ SAG [b]× AMPTP ─ 1 of 3" in top(app)


async def test_a_new_title_draws_no_more_than_its_own_line() -> None:
    app = Panes()
    async with app.run_test(size=(100, 12)) as pilot:
        pane = app.query_one("#talks", Pane)
        app.query_one("#second").focus()
        await pilot.pause()
        drawn: list[int] = []
        line = pane.render_line
        pane.render_line = lambda y: drawn.append(y) or line(y)  # type: ignore[func-returns-value, method-assign]
        pane.count = "1 of 3"
        pane.subject = "SAG-AFTRA × AMPTP"
        await pilot.pause()
        assert "1 Talks ─ SAG-AFTRA × AMPTP ─ 1 of 3" in top(app)
        pane.show_keys([("a", "add")])
        app.query_one("#first").focus()
        await pilot.pause()
        assert "a add" in bottom(app)
        assert drawn == list(range(4)), "only the focus, which colours the whole frame, draws what is inside"


async def test_keys_are_shown_only_in_the_pane_that_has_the_focus() -> None:
    app = Panes()
    async with app.run_test(size=(100, 12)) as pilot:
        app.query_one("#talks", Pane).show_keys([("a", "add")])
        app.query_one("#deadlines", Pane).show_keys([("space", "done")])
        app.query_one("#first").focus()
        await pilot.pause()
        assert "a add" in bottom(app)
        assert "space done" not in bottom(app)
        app.query_one("#second").focus()
        await pilot.pause()
        assert "a add" not in bottom(app)
        assert "space done" in bottom(app)
        await pilot.press("tab")
        await pilot.pause()
        assert app.focused is app.query_one("#third")
        assert "space done" in bottom(app)


async def test_the_focus_is_told_by_the_one_accent() -> None:
    app = Panes()
    async with app.run_test(size=(100, 12)) as pilot:
        colours = app.theme_variables
        app.query_one("#second").focus()
        await pilot.pause()
        assert app.query_one("#deadlines").styles.border_top[1] == Color.parse(colours["border"])
        assert app.query_one("#talks").styles.border_top[1] == Color.parse(colours["border-blurred"])


def test_a_key_is_found_under_its_sign_and_its_words() -> None:
    line = keys_line((("r a", "mark"), ("^s", "save")))
    assert str(line) == "r a mark   ^s save"
    assert [key_at(line, x) for x in range(-1, 19)] == [
        *["", "r", "r", "a", *["r"] * 5],
        *[""] * 3,
        *["^s"] * 7,
        "",
    ]


@pytest.mark.parametrize(
    ("shown", "key"),
    [
        ("a", ("a", "a")), ('"', ("quotation_mark", '"')), ("^s", ("ctrl+s", "")), ("⇧tab", ("shift+tab", "")),
        ("⇧←", ("shift+left", "")), ("esc", ("escape", "")), ("f5", ("f5", "")), ("any", ("", "")),
    ],
)  # fmt: skip
def test_a_key_that_is_shown_is_known_by_its_name(shown: str, key: tuple[str, str]) -> None:
    assert key_shown(shown) == key
