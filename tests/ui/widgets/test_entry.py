"""One line to type into: what was understood, what is wrong, and what could complete it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from desk.model.errors import InputError
from desk.ui import themes
from desk.ui.themes import ThemedApp
from desk.ui.widgets import text
from desk.ui.widgets.completion import Completion, word_at
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.rows import RowList

KNOWN = (Completion("@AMPTP", "employer association"), Completion("@Crabtree-Ireland", "[sic]"), Completion("@DGA"))


def known(line: str, cursor: int) -> Sequence[Completion]:
    start, end = word_at(line, cursor)
    word = line[start:end].lower()
    return [one for one in KNOWN if word and one.text.lower().startswith(word)]


def understood(line: str) -> Content:
    if "someday" in line:
        raise InputError("someday is no date", remedy="Write fri, mar 6 or +3d.")
    return text.assemble(("Fri Feb 13", "bold"), f" {line}")


class Lines(ThemedApp[None]):
    #: What the screen does with keys that the line leaves to it.
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "reached('escape')", ""), ("down", "reached('down')", "")]

    def __init__(self) -> None:
        super().__init__(themes.load())
        self.told: list[tuple[str, str]] = []
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield Entry("log ", complete=known, echo=understood, hint="What happened?", id="log")
        yield Entry("When ", echo=understood, id="when")

    def on_mount(self) -> None:
        self.entry.focus()

    @property
    def entry(self) -> Entry:
        return self.query_one("#log", Entry)

    def on_entry_changed(self, event: Entry.Changed) -> None:
        self.told.append(("changed", event.value))

    def on_entry_submitted(self, event: Entry.Submitted) -> None:
        assert event.control is event.entry
        self.told.append(("submitted", event.value))

    def action_reached(self, key: str) -> None:
        self.pressed.append(key)

    def beneath(self, entry: str = "log") -> str:
        return str(self.query_one(f"#{entry} .entry--echo", Static).content)

    def offers(self) -> list[str]:
        if not self.entry.has_class("-offering"):
            return []
        return [completion.shown for _, completion in self.entry.query_one(RowList).rows]


async def test_what_was_understood_is_said_while_typing() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        assert app.beneath() == "What happened?"
        await pilot.press(*"wraps")
        await pilot.pause()
        assert app.beneath() == "Fri Feb 13 wraps"
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert app.beneath() == "What happened?"


async def test_what_is_not_understood_is_said_at_the_field_until_it_is_mended() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        app.entry.value = "on:someday"
        await pilot.pause()
        assert app.beneath() == "✕ someday is no date. Write fri, mar 6 or +3d."
        assert app.entry.has_class("-wrong")
        await pilot.press("backspace")
        await pilot.pause()
        assert not app.entry.has_class("-wrong")


async def test_an_error_of_the_form_stands_at_its_field_in_words_of_its_own() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        app.entry.value = "fri"
        await pilot.pause()
        app.entry.wrong("The source [/b] is missing")
        await pilot.pause()
        assert app.beneath() == "✕ The source [/b] is missing"


async def test_tab_takes_the_first_completion() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(*"wraps @")
        await pilot.pause()
        assert app.offers() == ["@AMPTP", "@Crabtree-Ireland", "@DGA"]
        await pilot.press("c", "tab")
        await pilot.pause()
        assert app.entry.value == "wraps @Crabtree-Ireland "
        assert app.entry.line.cursor_position == len(app.entry.value)
        assert app.offers() == []
        assert app.focused is app.entry.line


async def test_tab_puts_in_what_several_of_a_closed_list_share_and_then_goes_into_the_list() -> None:
    class Kinds(Lines):
        def compose(self) -> ComposeResult:
            kinds = ("press release", "public event", "published report")
            yield Entry(
                "kind ",
                complete=lambda line, _: [
                    Completion(one, start=0, end=len(line)) for one in kinds if one.startswith(line)
                ],
                even=True,
                id="log",
            )

    app = Kinds()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press(*"pub", "tab")
        await pilot.pause()
        assert (app.entry.value, app.offers()) == ("publi", ["public event", "published report"])
        await pilot.press("tab")
        await pilot.pause()
        assert (app.entry.value, app.entry.has_class("-choosing")) == ("publi", True)
        await pilot.press("down", "tab")
        await pilot.pause()
        assert app.entry.value == "published report "


async def test_arrows_choose_and_enter_takes_what_was_chosen() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("@", "down", "down", "down", "up", "enter")
        await pilot.pause()
        assert app.entry.value == "@Crabtree-Ireland "
        assert ("submitted", "@Crabtree-Ireland ") not in app.told


async def test_enter_means_the_line_as_it_stands_while_nothing_was_chosen() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("@", "enter")
        await pilot.pause()
        assert app.told[-1] == ("submitted", "@")
        assert app.offers() == []


async def test_escape_closes_the_list_first_and_then_belongs_to_the_screen() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("@", "escape")
        await pilot.pause()
        assert app.offers() == []
        assert app.pressed == []
        await pilot.press("escape")
        await pilot.pause()
        assert app.pressed == ["escape"]


async def test_without_completions_tab_goes_to_the_next_field_and_down_to_the_screen() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("x", "down")
        await pilot.pause()
        assert app.pressed == ["down"]
        await pilot.press("tab")
        await pilot.pause()
        assert app.focused is app.query_one("#when", Entry).line


async def test_a_click_takes_a_completion() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("@")
        await pilot.pause()
        await pilot.click("#log RowList", offset=(3, 2))
        await pilot.pause()
        assert app.entry.value == "@DGA "
        assert app.focused is app.entry.line


async def test_the_list_goes_when_the_line_is_left() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("@")
        await pilot.pause()
        app.query_one("#when", Entry).focus()
        await pilot.pause()
        assert app.offers() == []


async def test_the_list_moves_nothing_aside() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        before = app.query_one("#when").region
        await pilot.press("@")
        await pilot.pause()
        assert app.query_one("#log RowList").region.height == 3
        assert app.query_one("#when").region == before


async def test_a_paste_of_several_lines_comes_in_as_one() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("a", " ")
        app.entry.line.post_message(events.Paste("We won't\naccept\x1b[31m that.\n"))
        await pilot.pause()
        assert app.entry.value == "a We won't accept that."


async def test_a_paste_replaces_what_is_selected() -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        app.entry.value = "old words"
        await pilot.press("shift+home")
        app.entry.line.post_message(events.Paste("new"))
        await pilot.pause()
        assert app.entry.value == "new"


@pytest.mark.parametrize("words", ["[sic] [/bold]", "[@click=app.quit]x[/]", "日本語 👩\u200d💻", "\\[b]"])
async def test_any_words_can_be_typed_and_echoed(words: str) -> None:
    app = Lines()
    async with app.run_test(size=(80, 20)) as pilot:
        app.entry.value = words
        await pilot.pause()
        assert app.entry.value == words
        assert app.beneath() == f"Fri Feb 13 {words}"
        assert app.told[-1] == ("changed", words)
