"""Asking for the file of a story's draft, which the desk keeps in mind from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.app.stories import keep_draft
from desk.model.records import Story
from desk.ui.dialogs.ask import AskScreen

if TYPE_CHECKING:
    from desk.ui.base import Desk


def ask_for(app: Desk, story: Story, then: Callable[[Story], None]) -> None:
    """Ask where the draft is, and keep that with the story; `then` gets the story as it is then."""
    store = app.session.store

    def typed(path: str | None) -> None:
        if path is None:
            return
        app.change(f"the draft of {story.slug} is kept in mind", lambda: keep_draft(store, story, path), then)

    hint = "Text or Markdown. It is only read, and again whenever it is saved."
    app.push_screen(AskScreen(f"Where is the draft of {story.slug}?", value=story.draft, hint=hint), typed)
