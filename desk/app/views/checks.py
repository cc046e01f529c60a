"""What the checks pane shows, as values."""

from __future__ import annotations

from collections.abc import Mapping

from desk.model.enums import Mark
from desk.model.frozen import frozen
from desk.model.records import Check, Story
from desk.model.talks.as_of import AsOf
from desk.store.store import Store

#: The order of the list: what nobody has looked at first.
ORDER = (Mark.RED, Mark.AMBER, Mark.GREEN, Mark.N_A)


@frozen(kw_only=True)
class ChecksView:
    """A story's checklist, red first. `story` is None while there is none in work; `stories` are all of them."""

    story: Story | None = None
    checks: tuple[Check, ...] = ()
    stories: tuple[Story, ...] = ()
    codes: Mapping[int, str]

    def count(self, *marks: Mark) -> int:
        """How many checks have one of these marks."""
        return sum(check.counts_as in marks for check in self.checks)


def read_checks(store: Store, story_id: int | None, then: AsOf | None = None) -> ChecksView:
    """The checks of that story; where there is none such, of the one in work. As marked by a day that is turned to."""
    stories = tuple(store.stories.all())
    story = next((one for one in stories if one.id == story_id), None) or store.stories.in_work()
    codes = {source.id: source.code for source in store.sources.all() if source.id is not None}
    if story is None or story.id is None:
        return ChecksView(stories=stories, codes=codes)
    checks = sorted(
        store.stories.checks(story.id, known_by=then.now if then else None),
        key=lambda one: (ORDER.index(one.counts_as), one.id or 0),
    )
    return ChecksView(story=story, checks=tuple(checks), stories=stories, codes=codes)
