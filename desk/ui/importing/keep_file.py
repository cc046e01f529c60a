"""Asking for the file of which a copy is kept as a source's evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desk.model.records import Source
from desk.ui.dialogs.ask import AskScreen

if TYPE_CHECKING:
    from desk.ui.base import Desk


def ask_file(app: Desk, source_id: int, code: str, then: Callable[[Source], None] | None = None) -> None:
    """Ask for the path, and keep a copy; `then` gets the source as it is then."""
    store = app.session.store

    def typed(path: str | None) -> None:
        if path is not None:
            app.change(f"a copy is kept for {code}", lambda: store.evidence.attach(source_id, typed_path(path)), then)

    hint = "The path of the release, transcript, page or recording; the file itself is left where it is."
    app.push_screen(AskScreen(f"Keep a copy of which file for {code}?", hint=hint), typed)


def typed_path(typed: str) -> Path:
    """A path as people type or drop it: with marks around it, or `~` for the home folder."""
    return Path(typed.strip().strip("'\"")).expanduser()
