"""Long text in the reporter's own editor."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.model.errors import InputError
from desk.store.store import Store
from desk.ui.app import DeskApp
from desk.ui.entry.outside import edited, editor
from desk.ui.widgets.area import Area
from tests.ui.opened import a_store, opened, press, settle, static


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DeskApp, "suspend", lambda _: contextlib.nullcontext())


def an_editor(folder: Path, does: str) -> str:
    """An editor that does one thing with the file it is given."""
    script = folder / "editor"
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o700)
    return str(script)


def test_the_editor_is_that_of_the_config_else_of_the_environment() -> None:
    environ = {"VISUAL": "code --wait", "EDITOR": "vi"}
    assert editor(("nano", "-w"), environ) == ["nano", "-w"]
    assert editor((), environ) == ["code", "--wait"]
    assert editor((), {"EDITOR": "vi"}) == ["vi"]
    for bad in ({}, {"EDITOR": 'vi "a'}):
        with pytest.raises(InputError) as refused:
            editor((), bad)
        assert "$EDITOR" in refused.value.remedy


def test_the_words_lie_in_a_private_file_that_is_gone_afterwards(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = an_editor(
        tmp_path, f'ls -ld "$(dirname "$1")" "$1" > {seen}; echo "$1" >> {seen}; printf "more\\n" >> "$1"'
    )
    assert edited([script], "“Some words” ", {"XDG_RUNTIME_DIR": str(tmp_path)}) == "“Some words” more"
    folder, file, path = seen.read_text().splitlines()
    assert (folder[:10], file[:10]) == (stat.filemode(0o40700), stat.filemode(0o100600))
    assert not Path(path).parent.exists()


async def test_a_field_is_written_in_the_editor_and_comes_back(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: None
) -> None:
    monkeypatch.setenv("VISUAL", an_editor(tmp_path, 'printf "We go on\\033]52;c;AA\\007, all of us." > "$1"'))
    async with opened(store) as pilot:
        await press(pilot, "i", "ctrl+o")
        await settle(pilot)
        assert pilot.app.screen.query_one("#import-text", Area).value == "We go on, all of us."


@pytest.mark.parametrize(
    ("named", "said"),
    [("", "no editor is set"), ("no-such-editor-anywhere", "could not be used"), ("false", "ended with an error")],
)
async def test_an_editor_that_is_missing_or_fails_is_said_and_changes_nothing(
    named: str, said: str, store: Store, monkeypatch: pytest.MonkeyPatch, terminal: None
) -> None:
    monkeypatch.setenv("VISUAL", named)
    monkeypatch.delenv("EDITOR", raising=False)
    async with opened(store) as pilot:
        await press(pilot, "i")
        area = pilot.app.screen.query_one("#import-text", Area)
        area.value = "What was typed."
        await press(pilot, "ctrl+o")
        assert said in static(pilot, "#import-message")
        assert area.value == "What was typed."


async def test_a_terminal_that_cannot_be_handed_on_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with opened(store) as pilot:
        await press(pilot, "i", "ctrl+o")
        assert "cannot be handed to an editor" in static(pilot, "#import-message")
