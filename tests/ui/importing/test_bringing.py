"""A long file comes in beneath the work: it can be left to itself, looked at again, and stopped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from desk.app.importing.files import Imported, Options, Progress, import_file
from desk.search.indexer import read_bank
from desk.store.store import Store
from desk.ui.app import DeskApp
from desk.ui.importing import file as importing_file
from desk.ui.importing.importing import ImportScreen
from tests.ui.opened import a_store, notices, opened, press, settle, shown, static, type_in

QUOTES = 5_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Set: the import goes on. Until then it stands after its first batch."""
    goes_on = Event()

    def held(store: Store, path: Path, options: Options, *, progress: Progress) -> Imported:
        def tell(done: int, whole: int, rows: int) -> None:
            progress(done, whole, rows)
            goes_on.wait(20)
            progress(done, whole, rows)

        return import_file(store, path, options, progress=tell)

    monkeypatch.setattr(importing_file, "import_file", held)
    yield goes_on
    goes_on.set()


async def until(pilot: Pilot[int], seen: Callable[[], bool]) -> None:
    """Wait until something is seen, while an import is under way that nobody waits for."""
    for _ in range(400):
        await pilot.pause(0.025)
        if seen():
            return
    raise AssertionError(shown(pilot))


def message(pilot: Pilot[int]) -> str:
    return static(pilot, "#import-message")


async def begun(pilot: Pilot[int], folder: Path) -> None:
    """An import that has begun, on its screen."""
    file = folder / "many.jsonl"
    file.write_text(
        "".join(json.dumps({"text": f"Remark {n} of the long hearing", "speaker": "Ann"}) + "\n" for n in range(QUOTES))
    )
    await press(pilot, "i")
    await type_in(pilot, str(file))
    await pilot.press("ctrl+s")
    await until(pilot, lambda: message(pilot).startswith("many.jsonl: 2,000 so far, 40%"))


async def test_searching_goes_on_while_a_file_comes_in(store: Store, tmp_path: Path, on: Event) -> None:
    before = store.quotes.count()
    async with opened(store) as pilot:
        await begun(pilot, tmp_path)
        assert "esc works on meanwhile, ^t stops it" in static(pilot, "#import-message")
        await pilot.press("escape", "slash", *"fair deel")
        await until(pilot, lambda: "of 4 · " in shown(pilot))
        assert "We are not going to accept a deal" in shown(pilot)
        await until(pilot, lambda: "… importing many.jsonl: 2,000 so far, 40%" in shown(pilot).splitlines()[0])
        on.set()
        await settle(pilot)
        assert [one.splitlines()[0] for one in notices(pilot)] == [
            f"imported {QUOTES:,} quotes, 1 people, 1 sources; u undoes"
        ]
        assert "importing" not in shown(pilot).splitlines()[0]
        assert store.quotes.count() == before + QUOTES
        await press(pilot, "escape", "escape", "u")
        assert store.quotes.count() == before


async def test_an_import_is_looked_at_again_and_stopped(store: Store, tmp_path: Path, on: Event) -> None:
    before = store.quotes.count()
    async with opened(store) as pilot:
        await begun(pilot, tmp_path)
        await pilot.press("escape", "i")
        await until(pilot, lambda: message(pilot).startswith("many.jsonl: 2,000 so far"))
        await pilot.press("ctrl+t")
        await until(pilot, lambda: message(pilot).startswith("many.jsonl: stopping"))
        on.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, ImportScreen)
        assert message(pilot) == "The import of many.jsonl was stopped; nothing of it was kept"
        assert store.quotes.count() == before


async def test_leaving_the_desk_stops_an_import_once_that_was_said(store: Store, tmp_path: Path, on: Event) -> None:
    before = store.quotes.count()
    async with opened(store) as pilot:
        await begun(pilot, tmp_path)
        await pilot.press("escape", "q")
        await until(pilot, lambda: bool(notices(pilot)))
        assert "q again leaves, and nothing of it is kept" in notices(pilot)[0]
        await pilot.press("q")
        on.set()
        await settle(pilot)
        assert pilot.app.return_value == 0
    assert store.quotes.count() == before


async def test_what_came_in_is_kept_for_the_next_start_when_the_desk_is_left(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"text": f"Remark {n}", "speaker": "Ann"}) + "\n" for n in range(1_500)))
    async with opened(store) as pilot:
        desk = pilot.app
        assert isinstance(desk, DeskApp)
        assert desk.session.keep_search is None
        import_file(store, file)
        await settle(pilot)
        keep = desk.session.keep_search
        assert keep is not None
    keep()
    bank, read = read_bank(store)
    assert (len(bank), read.fresh) == (store.quotes.count(), 0)
