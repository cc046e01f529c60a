"""Pictures of the desk on the demo's first week of talks, its clock standing still: a few a pane and size.

After a change that is meant: `pytest tests/snapshots --snapshot-update`, and look at each picture before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.importing.demo import ZONE
from desk.config.settings import Config
from desk.store.store import Store
from desk.ui.app import DeskApp
from tests.ui.opened import NOW, a_store, settle

Compare = Callable[..., bool]
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50)}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[DeskApp]:
    with a_store(tmp_path) as store:
        store.settings.put("zone", ZONE)
        yield the_desk(store)


def the_desk(store: Store) -> DeskApp:
    """The desk on a file."""
    return DeskApp(store, Config(), clock=lambda: NOW, demo=True)


def after(*keys: str, theme: str = "") -> Callable[[Pilot[int]], object]:
    """What the reporter pressed before the picture was taken."""

    async def pressed(pilot: Pilot[int]) -> None:
        await settle(pilot)
        if theme:
            pilot.app.theme = theme
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return pressed


@pytest.mark.parametrize("size", SIZES)
def test_the_desk(app: DeskApp, snap_compare: Compare, size: str) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after())


@pytest.mark.parametrize("pane", ["deadlines", "quotes", "checks"])
def test_one_pane_at_a_time(app: DeskApp, snap_compare: Compare, pane: str) -> None:
    key = {"deadlines": "2", "quotes": "3", "checks": "4"}[pane]
    assert snap_compare(app, terminal_size=SIZES["80x24"], run_before=after(key))


@pytest.mark.parametrize("theme", ["newsroom-light", "high-contrast", "late-edition", "terminal"])
def test_the_desk_in_other_colours(app: DeskApp, snap_compare: Compare, theme: str) -> None:
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=after("3", theme=theme))


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_typing_in_the_search_line(
    app: DeskApp, snap_compare: Compare, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.app.searching.took", lambda answer: "2 ms")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after("slash", *"fair deel"))


def test_the_record_of_a_quote(app: DeskApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=after("3", "end", "enter"))


def test_choosing_a_format(app: DeskApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=after("3", "end", "Y"))


@pytest.mark.parametrize("size", SIZES)
def test_the_timeline(app: DeskApp, snap_compare: Compare, size: str) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after("t", "left", "left"))


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_the_desk_turned_to_a_day(app: DeskApp, snap_compare: Compare, size: str) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after("t", "left", "left", "enter"))


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_all_talks(app: DeskApp, snap_compare: Compare, size: str) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after("A"))


DRAFT = """\
The talks go on next week, a person familiar said.

“We are not going to accept a deal that is fair to our members,” Crabtree-Ireland said on Friday, Feb. 14.

“We are not going to accept a deal … fair to our members,” said Sean Astin. [UNVERIFIED]

“The Directors Guild of America stands in solidarity with SAG-AFTRA,” the DGA said of what it called “fair play.”
"""


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_a_draft(app: DeskApp, snap_compare: Compare, tmp_path: Path, size: str) -> None:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    story = app.store.stories.in_work()
    assert story is not None
    app.store.stories.edit(replace(story, draft=str(path)))
    assert snap_compare(app, terminal_size=SIZES[size], run_before=after("4", "d"))


def test_keys_and_signs(app: DeskApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=SIZES["120x40"], run_before=after("question_mark"))


def test_an_empty_desk(tmp_path: Path, snap_compare: Compare) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann")
        store.settings.put("zone", ZONE)
        assert snap_compare(the_desk(store), terminal_size=SIZES["120x40"], run_before=after())
