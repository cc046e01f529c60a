"""A desk on the demo's first week of talks, opened for a test: on a file of its own, its clock standing still."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from desk.app.importing.demo import load_demo
from desk.config.settings import Config
from desk.store.store import Store
from desk.ui.app import DeskApp

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
ODD = "We was [sic] there [/bold] [@click=app.quit] \x1b[31m\u202eback\u202c 🎬"
SHOWN = "We was [sic] there [/bold] [@click=app.quit]"


@cache
def _filed(demo: bool) -> Path:
    """A file made once for all tests; each works on a copy."""
    path = Path(tempfile.mkdtemp(prefix="desk-test-")) / "talks.db"
    with Store.open(path, clock=lambda: NOW, via="demo") as store:
        if demo:
            load_demo(store, until=NOW)
    return path


def a_store(folder: Path, *, demo: bool = True) -> Store:
    """The first week of talks, or an empty file, in a folder of the test's own."""
    path = folder / "talks.db"
    if not path.exists():
        shutil.copy(_filed(demo), path)
    return Store.open(path, clock=lambda: NOW)


@asynccontextmanager
async def opened(
    store: Store, size: tuple[int, int] = (120, 40), config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """The desk, painted and read."""
    app = DeskApp(store, config or Config(), clock=lambda: NOW)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Wait until what was begun is done, and is on the screen."""
    for _ in range(3):
        await pilot.pause()
        while getattr(pilot.app, "typed_ahead", False):
            await asyncio.sleep(0.01)
            await pilot.pause()
        with suppress(WorkerCancelled):  # a newer one took its place
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def type_in(pilot: Pilot[int], text: str) -> None:
    """Type into what has the focus, key by key, faster than anybody can."""
    driver = pilot.app._driver
    assert driver is not None
    for char in text:
        driver.send_message(events.Key(_character_to_key(char), char))
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, then wait for what they began."""
    await pilot.press(*keys)
    await settle(pilot)


def shown(pilot: Pilot[int]) -> str:
    """Everything that the screens now show, as text."""
    lines = []
    for screen in pilot.app.screen_stack:
        width, height = screen.size
        lines += ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()][:height]
        assert width
    return "\n".join(lines)


def notices(pilot: Pilot[int]) -> list[str]:
    """What the reporter was told beside the work."""
    return [notice.message for notice in pilot.app._notifications]


def static(pilot: Pilot[int], selector: str) -> str:
    """What one line of the top screen says."""
    return str(pilot.app.screen.query_one(selector, Static).render())
