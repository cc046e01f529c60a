"""The app: changes beside the screen, what is said of them, and what it keeps to itself."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input

from desk.app.session import Session
from desk.config.settings import Config
from desk.model.enums import PartyKind
from desk.model.errors import StorageError
from desk.model.records import Party
from desk.store.store import Store
from desk.ui import privacy
from desk.ui.app import DeskApp
from desk.ui.copying.changed import ChangedScreen
from desk.ui.panes.base import DeskPane
from desk.ui.start.theme import ThemeScreen
from desk.ui.widgets.text import LastNet
from tests.ui.opened import NOW, ODD, SHOWN, a_store, notices, opened, press, settle, shown

SECRET = "Jane Doe of the third floor"


async def test_a_change_is_made_off_the_screens_thread_and_said(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            threads: list[int] = []
            results: list[int] = []

            def work() -> int:
                threads.append(threading.get_ident())
                return store.people.add_party(Party(name="IATSE", kind=PartyKind.UNION))

            app.change("added", work, results.append)
            await settle(pilot)
            assert threads != [threading.get_ident()]
            assert store.people.party(results[0]).name == "IATSE"
            assert notices(pilot) == ["added; u undoes"]


async def test_undo_and_redo_name_what_they_took_back(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "2", "space")
            assert "3 ahead" in shown(pilot)
            await press(pilot, "u")
            assert "4 ahead" in shown(pilot)
            await press(pilot, "ctrl+r")
            assert "3 ahead" in shown(pilot)
            assert notices(pilot) == ["done again: done: Talks resume"]


async def test_a_key_has_only_the_lines_that_it_changed_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    apply = LastNet.apply

    def counted(self: LastNet, segments: list[Segment], background: Color) -> list[Segment]:
        nonlocal looked
        looked += 1
        return apply(self, segments, background)

    monkeypatch.setattr(LastNet, "apply", counted)
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "/")
            looked = 0
            await press(pilot, "x")
            assert 0 < looked < 60, "the line typed in, the list, its title and the footer: not all that lies behind"


async def test_nothing_to_undo_is_a_sentence(tmp_path: Path) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann")
        async with opened(store) as pilot:
            await press(pilot, "u")
            assert notices(pilot) == ["There is nothing to undo."]


async def test_a_full_disk_is_a_sentence_and_the_form_is_told(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            told: list[str] = []

            def full() -> None:
                raise StorageError(
                    "the disk is full; this change was not saved", remedy="Free some room, then try again."
                )

            app.change("saved", full)
            app.change("saved", full, failed=lambda error: told.append(error.what))
            await settle(pilot)
            assert notices(pilot) == ["the disk is full; this change was not saved. Free some room, then try again."]
            assert told == ["the disk is full; this change was not saved"]


async def test_an_error_of_the_desks_own_is_said_without_a_value_and_the_desk_goes_on(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)

            def broken() -> None:
                raise KeyError(SECRET)

            app.change("saved", broken)
            await settle(pilot)
            assert len(notices(pilot)) == 1
            assert "KeyError" in notices(pilot)[0]
            assert SECRET not in notices(pilot)[0]
            assert app.is_running


async def test_what_another_desk_writes_is_seen(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            store.poll()
            with Store.open(store.path, clock=lambda: NOW) as other:
                other.deadlines.set_done(other.deadlines.all()[0].id or 0, done=True)
            app.in_background("looking for another desk", store.poll)
            await settle(pilot)
            await settle(pilot)
            assert "3 ahead" in shown(pilot)


async def test_work_that_takes_long_is_shown_while_it_lasts(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            go_on = threading.Event()
            app.in_background("counting everything", go_on.wait)
            await pilot.pause(0.7)
            assert "counting everything" in shown(pilot)
            go_on.set()
            await settle(pilot)
            assert "counting everything" not in shown(pilot)


async def test_the_desks_keys_do_not_work_under_a_question(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "4", "s")
            question = pilot.app.screen
            await press(pilot, "ctrl+p", "ctrl+q", "ctrl+r")
            assert pilot.app.screen is question
            assert pilot.app.is_running


async def test_words_typed_into_the_search_line_run_nothing(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"quwlmix")
            assert pilot.app.screen.query_one("#quotes-search", Input).value == "quwlmix"
            assert len(pilot.app.screen_stack) == 1


async def test_cut_text_stays_in_the_desk(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            pilot.app.copy_to_clipboard(SECRET)
            assert pilot.app.clipboard == SECRET
            assert not pilot.app.screen.get_selected_text()
            assert pilot.app.ALLOW_SELECT is False


def test_a_crash_report_tells_the_place_and_no_value() -> None:
    name = SECRET
    try:
        raise ValueError(f"no such person: {name}")
    except ValueError as error:
        report = str(privacy.report())
        place = privacy.place(error)
    for told in (report, place):
        assert "ValueError" in told
        assert "test_app.py" in told
        assert "Jane" not in told
    assert os.fspath(Path(__file__).parent) not in report


async def test_a_crash_ends_the_desk_with_that_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        raise RuntimeError(SECRET)

    with a_store(tmp_path) as store:
        app = DeskApp(store, Config(), clock=lambda: NOW)

        async def crash() -> None:
            async with app.run_test() as pilot:
                await settle(pilot)
                app.call_later(broken)
                await pilot.pause()

        with pytest.raises(RuntimeError):
            await crash()
    printed = capsys.readouterr().err
    assert "RuntimeError" in printed
    assert "What it had shown as saved is saved." in printed
    assert "Jane" not in printed
    assert app.return_code == 1


async def test_colours_are_seen_before_they_are_kept(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            before = app.theme
            await app.do("theme")
            await settle(pilot)
            assert isinstance(app.screen, ThemeScreen)
            await press(pilot, "down")
            seen = app.theme
            assert seen != before
            await press(pilot, "escape")
            assert app.theme == before
            await app.do("theme")
            await press(pilot, "down", "enter")
            assert app.theme == seen
            assert store.settings.get("theme") == seen


async def test_what_changed_lists_what_was_done_since_and_says_when_nothing_was(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "2", "space", "w")
            assert isinstance(pilot.app.screen, ChangedScreen)
            assert "Talks resume" in shown(pilot)
            await press(pilot, "right_square_bracket", "right_square_bracket", "right_square_bracket")
            assert "ever" in shown(pilot)
            await press(pilot, "escape")
            assert len(pilot.app.screen_stack) == 1


async def test_odd_text_is_shown_as_it_is_everywhere(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        deadline = store.deadlines.all()[0]
        check = store.stories.checks(store.stories.all()[0].id or 0)[0]
        store.deadlines.edit(replace(deadline, name=ODD))
        store.stories.edit_check(replace(check, what=ODD))
        quote = store.quotes.get(store.quotes.newest(1)[0])
        store.quotes.edit(replace(quote, words=ODD))
        async with opened(store, size=(200, 50)) as pilot:
            assert shown(pilot).count(SHOWN) >= 2
            await press(pilot, "3", "enter")
            assert SHOWN in shown(pilot)
            await press(pilot, "escape", "w")
            assert SHOWN in shown(pilot)


async def test_a_desk_that_is_left_before_its_panes_are_there_closes_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desk.ui.panes import desk

    with a_store(tmp_path) as store:
        app = DeskApp(store, Config(), clock=lambda: NOW)
        make, made = desk._pane, []

        def leaving(scope: str, session: Session) -> DeskPane[object]:
            made.append(scope)
            if len(made) == 3:
                app.exit()
            return make(scope, session)

        monkeypatch.setattr(desk, "_pane", leaving)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
        assert len(made) == 3
