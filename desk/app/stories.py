"""What is done with a story."""

from __future__ import annotations

from dataclasses import replace

from desk.app.drafts import story_draft
from desk.model.records import Story
from desk.store.store import Store
from desk.store.subjects.conflicts import see_unchanged


def keep_draft(store: Store, story: Story, path: str) -> Story:
    """Keep in mind where the story's draft is; returns the story as it is then.

    Raises InputError where no draft can be read there, ConflictError where somebody else named another meanwhile.
    """
    with store.transaction():
        now = store.stories.get(story.id or 0)
        see_unchanged("story's draft", story.draft, now.draft)
        kept = replace(now, draft=story_draft.kept_path(path))
        store.stories.edit(kept)
    return kept
