"""Garbage is looked for in quiet moments only."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import cast

import pytest

from desk.ui.app import DeskApp
from desk.ui.garbage import Tidying


class Desk(SimpleNamespace):
    """What the tidying asks of the app: how long nobody has typed, and to be called from time to time."""

    idle = 0.0
    called: Callable[[], None]

    def set_interval(self, _: float, call: Callable[[], None]) -> None:
        self.called = call


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was asked of the garbage collector, which is then as it was."""
    asked: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda *_: asked.append("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: asked.append("freeze"))
    before, thresholds = gc.isenabled(), gc.get_threshold()
    yield asked
    gc.set_threshold(*thresholds)
    if before:
        gc.enable()
    else:
        gc.disable()


def test_all_of_the_memory_is_looked_through_only_while_nobody_types(done: list[str]) -> None:
    desk = Desk()
    Tidying(cast(DeskApp, desk)).start()
    done.clear()
    desk.called()
    assert done == []  # somebody types
    desk.idle = 5.0
    desk.called()
    assert done == ["freeze"]  # what was loaded until the first quiet moment stays
    desk.called()
    desk.called()
    assert done == ["freeze", "collect", "collect"]
    desk.idle = 1.0
    desk.called()
    assert done == ["freeze", "collect", "collect"]


def test_young_garbage_goes_at_once_and_no_collection_of_all_comes_by_itself(done: list[str]) -> None:
    gc.disable()
    young, middle, _ = gc.get_threshold()
    Tidying(cast(DeskApp, Desk())).start()
    assert gc.isenabled()
    assert done == ["freeze"]  # what is there when the desk is on the screen is not looked through
    assert gc.get_threshold()[:2] == (young, middle)
    assert gc.get_threshold()[2] > 1_000_000
