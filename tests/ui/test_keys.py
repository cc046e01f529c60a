"""The one table of actions: what binds, what is shown, what the reporter may bind otherwise."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from textual.binding import Binding
from textual.widgets import Input

import desk.ui
from desk.config.file import default_text, parse
from desk.config.keymap import canonical
from desk.config.settings import Config
from desk.ui import keys
from desk.ui.app import DeskApp
from desk.ui.copying.changed import ChangedScreen
from desk.ui.dialogs.ask import AskScreen
from desk.ui.entry.form import FormScreen
from desk.ui.palette import Commands
from desk.ui.quotes.terms import TermsScreen
from desk.ui.start.help import HelpScreen
from tests.ui.opened import NOW, a_store, opened, press, settle, shown, type_in


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


def _bound() -> Iterator[tuple[str, Binding]]:
    """Every key that a class of the desk's own binds, with the class."""
    for found in pkgutil.walk_packages(desk.ui.__path__, "desk.ui."):
        module = importlib.import_module(found.name)
        for name, kind in vars(module).items():
            if isinstance(kind, type) and kind.__module__ == module.__name__:
                for binding in vars(kind).get("BINDINGS", ()):
                    assert isinstance(binding, Binding)
                    yield f"{found.name}.{name}", binding


def test_every_key_of_every_screen_can_be_given_to_another() -> None:
    known = {action.id for action in keys.config_actions()}
    bound = list(_bound())
    assert len(bound) > 100
    assert [(where, binding.key) for where, binding in bound if binding.id not in known] == []


def test_every_action_of_the_table_is_bound_somewhere() -> None:
    bound = {binding.id for _, binding in _bound()}
    assert [act.id for act in keys.ACTIONS if act.id not in bound] == []


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ('"changed.send" = "s"', "changed.span"),
        ('"changed.send" = "j"', "sheet.down"),
        ('"changed.span" = "u"', "undo"),
        ('"record.edit" = "k"', "sheet.up"),
        ('"form.save" = "ctrl+n"', "form.add"),
        ('"form.leave" = "tab"', "entry.take"),
        ('"reference.add" = "j"', "rows.down"),
    ],
)
def test_keys_that_meet_on_a_screen_are_not_given_to_two(line: str, taken: str) -> None:
    _, problems = parse(f"[keys]\n{line}", actions=keys.config_actions())
    (problem,) = problems
    assert f"is taken by {taken};" in problem.what


@pytest.mark.parametrize(
    "line", ['"form.save" = "f2"', '"mark.green" = "l"', '"log" = "z"', '"changed.send" = "p"', '"form.down" = "j"']
)
def test_keys_that_never_meet_may_be_the_same(line: str) -> None:
    _, problems = parse(f"[keys]\n{line}", actions=keys.config_actions())
    assert problems == ()


async def test_forms_and_what_changed_listen_to_the_reporters_own_keys_and_show_them(tmp_path: Path) -> None:
    own = {"form.save": ("f2",), "form.leave": ("f3",), "changed.span": ("p",), "sheet.leave": ("f3",)}
    with a_store(tmp_path) as store:
        app = DeskApp(store, dataclasses.replace(Config(), keys=MappingProxyType(own)), clock=lambda: NOW)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await press(pilot, "w")
            assert "p any span" in shown(pilot)
            await press(pilot, "p")
            assert isinstance(app.screen, AskScreen)
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, ChangedScreen)
            await press(pilot, "f3", "2", "a")
            assert isinstance(app.screen, FormScreen)
            assert "f2 save" in shown(pilot)
            await press(pilot, "escape")
            assert isinstance(app.screen, FormScreen)
            await press(pilot, "f3")
            assert not isinstance(app.screen, FormScreen)


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
        async with opened(store, size=(120, 300)) as pilot:
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


async def test_whatever_can_be_added_is_added_by_its_name_from_the_palette(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            for typed, title in (("template", "Start talks from a template"), ("add a person", "Add a person")):
                await press(pilot, "ctrl+p")
                await type_in(pilot, typed)
                await press(pilot, "enter")
                assert isinstance(pilot.app.screen, FormScreen)
                assert title in shown(pilot)
                await press(pilot, "escape")


async def test_the_palette_of_a_screen_on_top_offers_what_its_keys_do(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "m", "right", "right")
            await press(pilot, "ctrl+p")
            await type_in(pilot, "what was agreed")
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, TermsScreen)


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
