"""A hunt: no screen of the desk shows a confidential name, or what a confidential source is called, before it is asked for.

The screens are reached by the table of actions, so that a new one is in the hunt by itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.store.store import Store
from desk.ui import keys
from desk.ui.acts import Act
from tests import planted
from tests.ui.opened import NOW, notices, opened, press, settle, shown, type_in

#: What ends the desk, or asks to see a name.
LEFT = {"quit", "suspend", "undo", "redo", "quotes.names", "reference.names"}
#: A form has what is to be changed in it: it was asked for.
ASKED_FOR = (".edit", "terms.set", "terms.own")
#: By the scope of an action, the pane in which it is.
PANES = {"talks": "1", "deadlines": "2", "quotes": "3", "checks": "4"}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    path = tmp_path_factory.mktemp("shown") / "talks.db"
    with Store.open(path, clock=lambda: NOW) as store:
        secret = planted.plant_shown(store)
    return path, secret


@pytest.fixture
def store(full: tuple[Path, tuple[str, ...]], tmp_path: Path) -> Iterator[Store]:
    shutil.copy(full[0], tmp_path / "talks.db")
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW) as opened_store:
        yield opened_store


def seen(pilot: Pilot[int]) -> set[str]:
    """The names that stand on the screen, in notices or in the window's title."""
    said = [shown(pilot), *notices(pilot), str(pilot.app.title), str(pilot.app.sub_title)]
    return planted.told("\n".join(said))


def reachable() -> list[Act]:
    """Everything that can be done from the desk itself."""
    return [act for act in keys.ACTIONS if act.scope in ("", "desk", *PANES) and act.keys and act.id not in LEFT]


def here(pilot: Pilot[int]) -> list[tuple[str, str]]:
    """(id, key) of what the screen on top binds itself, but what leaves it or asks for a name."""
    bound = [active.binding for active in pilot.app.screen.active_bindings.values()]
    own = [one for one in bound if one.id and "." in one.id and one.id not in LEFT and not one.id.endswith(".leave")]
    return list({one.id: one.key for one in reversed(own) if one.id}.items())


async def back(pilot: Pilot[int], depth: int) -> None:
    while len(pilot.app.screen_stack) > depth:
        pilot.app.pop_screen()
        await settle(pilot)


async def test_no_screen_shows_a_confidential_name_before_it_is_asked_for(store: Store) -> None:
    told: dict[str, set[str]] = {}
    screens: set[str] = set()
    async with opened(store) as pilot:
        told["the desk"] = seen(pilot)
        steps = [(act.id, PANES.get(act.scope, "3"), act.keys[0]) for act in reachable()]
        steps += [(f"{pane}, opened", key, "enter") for pane, key in PANES.items()]
        for doing, pane, own in steps:
            await press(pilot, "escape", "escape", pane)
            await press(pilot, own)
            told[doing] = seen(pilot)
            screen, depth = type(pilot.app.screen).__name__, len(pilot.app.screen_stack)
            if depth > 1 and screen not in screens:
                screens.add(screen)
                for name, key in here(pilot):
                    await press(pilot, key)
                    told[f"{doing}, {name}"] = seen(pilot)
                    await back(pilot, depth)
                    if len(pilot.app.screen_stack) < depth:
                        break
            await back(pilot, 1)
    assert {name: found for name, found in told.items() if found and not name.endswith(ASKED_FOR)} == {}
    assert len(screens) > 10, screens


@pytest.mark.parametrize("key", ["l", '"'])
@pytest.mark.parametrize(
    "typed", ["@zed", "@zyra", "@qua", "asked:zed", "@Zed says so", "x src:", "x src:m", "@Ommerling x src:memo"]
)
async def test_the_entry_line_offers_and_repeats_no_confidential_name(store: Store, key: str, typed: str) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark" if key == '"' else key)
        await type_in(pilot, typed if key == "l" or typed.startswith("@") else f"“We stay” {typed}")
        assert seen(pilot) - {planted.MARKED["alias"] if "Ommerling" in typed else ""} == set()


async def test_what_is_shown_instead_is_the_agreed_attribution(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, "@zyra")
        assert planted.ATTRIBUTION in shown(pilot)
        await type_in(pilot, " x src:m")
        assert planted.ATTRIBUTION in shown(pilot)


async def test_an_undo_names_nobody_who_is_confidential_again(store: Store) -> None:
    from dataclasses import replace

    person = next(one for one in store.people.persons() if one.confidential)
    store.people.edit_person(replace(person, confidential=False), released="she said so, by phone")
    async with opened(store) as pilot:
        await press(pilot, "u")
        assert seen(pilot) == set()
        assert any("taken back" in one for one in notices(pilot))
        await press(pilot, "ctrl+r")
