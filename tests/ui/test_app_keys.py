"""The one table of actions: what binds, what is shown, what the reporter may bind otherwise."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import MappingProxyType

import pytest
from textual.widgets import Input

from desk.config.file import default_text, parse
from desk.config.keymap import canonical
from desk.config.settings import Config
from desk.ui import keys
from desk.ui.app import DeskApp
from desk.ui.palette import Commands
from desk.ui.screens.help import HelpScreen
from tests.ui.opened import NOW, a_store, opened, press, settle, shown


def test_no_two_actions_that_can_meet_have_one_key() -> None:
    everywhere: dict[str, str] = {}
    for scope in ("", "desk"):
        for act in keys.of(scope):
            for key in act.keys:
                assert key not in everywhere, f"{act.id} and {everywhere[key]} have {key}"
                everywhere[key] = act.id
    for scope in ("talks", "deadlines", "quotes", "checks"):
        seen = dict(everywhere)
        for act in keys.of(scope):
            for key in act.keys:
                assert key not in seen, f"{act.id} and {seen[key]} have {key}"
                seen[key] = act.id


def test_every_action_has_words_and_an_id_of_its_own() -> None:
    assert len({act.id for act in keys.ACTIONS}) == len(keys.ACTIONS)
    assert all(act.label and act.tooltip for act in keys.ACTIONS)
    assert all(canonical(key) for act in keys.ACTIONS for key in act.keys)


def test_the_config_takes_every_action_and_its_default_file_is_without_a_mistake() -> None:
    actions = keys.config_actions()
    live = "\n".join(
        line.lstrip("#") if line.startswith("#") and " = " in line else line
        for line in default_text(actions).split("\n")
    )
    _, problems = parse(live, actions=actions)
    assert not [problem for problem in problems if "keys" in problem.what]


@pytest.mark.parametrize(("key", "words"), [("ctrl+p", "^p"), ("question_mark", "?"), ("enter", "↵"), ("Y", "Y")])
def test_keys_are_shown_as_people_read_them(key: str, words: str) -> None:
    assert keys.shown_key(key) == words


async def test_an_action_listens_to_the_reporters_own_key_and_no_longer_to_the_desks(tmp_path: Path) -> None:
    config = dataclasses.replace(Config(), keys=MappingProxyType({"help": ("f5",), "changed": ()}))
    with a_store(tmp_path) as store:
        app = DeskApp(store, config, clock=lambda: NOW)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await press(pilot, "question_mark", "w")
            assert not isinstance(app.screen, HelpScreen)
            assert "f5 keys" in shown(pilot)
            await press(pilot, "f5")
            assert isinstance(app.screen, HelpScreen)
            assert "What changed since" not in shown(pilot)


async def test_the_help_names_every_action_that_has_a_key_and_every_sign(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, size=(120, 200)) as pilot:
            await press(pilot, "question_mark")
            screen = shown(pilot)
            for act in keys.ACTIONS:
                assert not act.keys or act.tooltip in screen, act.id
            for sign in "●◐○◌✕⊘⏲■▲✔~≠":
                assert sign in screen


async def test_the_palette_offers_every_action_and_shows_names_as_they_are(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        talks = store.talks.negotiations()[0]
        store.talks.edit_negotiation(dataclasses.replace(talks, name="[@click=app.quit] [b]SAG[/b]"))
        async with opened(store) as pilot:
            provider = Commands(pilot.app.screen)
            offered = {str(hit.display) async for hit in provider.discover()}
            for act in keys.ACTIONS:
                if act.palette:
                    assert any(act.label in words.lower() for words in offered), act.id
            found = [hit async for hit in provider.search("talks: [@click")]
            assert [hit.text for hit in found] == ["Talks: [@click=app.quit] [b]SAG[/b]"]
            assert str(found[0].match_display).startswith("Talks: [@click=app.quit] [b]SAG[/b]")
            assert not any("screenshot" in words.lower() for words in offered)


async def test_a_command_of_another_pane_is_done_there(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            app = pilot.app
            assert isinstance(app, DeskApp)
            await app.do("desk.search")
            await settle(pilot)
            assert isinstance(app.focused, Input)
            await app.do("desk.checks")
            await settle(pilot)
            assert app.focused is not None
            assert app.focused.id == "checks-rows"
