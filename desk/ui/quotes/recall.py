"""Telling the reporter where a quote went that was edited, disputed or withdrawn after it was copied, whoever did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.app.session import Changed
from desk.ui.key_queue import Holds
from desk.ui.widgets import text

if TYPE_CHECKING:
    from desk.ui.base import Desk

_TABLES = frozenset({"quote", "quote_speaker", "terms", "embargo", "source"})
#: More notices than this at once would hide what they are about.
_MOST = 3


class Recall:
    """Listens to the store, and looks at what each change made of quotes that went out."""

    def __init__(self, app: Desk) -> None:
        self._app = app
        self._seen = app.store.history.newest()

    def stored(self, changed: Changed) -> None:
        """Something was written: by a form, a screen, undo, or another desk."""
        if not (changed.foreign or changed.tables & _TABLES):
            return
        session, after = self._app.session, self._seen
        store, zone, now = session.store, session.zone, session.now()

        def look() -> tuple[int, list[str]]:
            from desk.model.quotes.copy_notices import where_it_went

            newest = store.history.newest()
            recalled = store.recalled(after=after)
            stories = (
                {story.id: story.slug for story in store.stories.all() if story.id is not None} if recalled else {}
            )
            return newest, [where_it_went(one, stories, now=now, zone=zone) for one in recalled]

        self._app.in_background("looking where it went", look, self._tell, group="recall", holds=Holds.NOTHING)

    def _tell(self, found: tuple[int, list[str]]) -> None:
        self._seen, sentences = found
        for sentence in sentences[:_MOST]:
            text.notice(self._app, sentence, "warning", title="It was copied before", seconds=20)
        if len(sentences) > _MOST:
            more = len(sentences) - _MOST
            key = self._app.key_of("changed")
            text.notice(
                self._app, f"{more} more quotes that were copied are others now; see {key}.", "warning", seconds=20
            )
