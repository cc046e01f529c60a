"""What is told of things that are under an embargo: stamped for people, left out for programs."""

from __future__ import annotations

from collections.abc import Iterable

from desk.model.quotes.embargo import embargo_stamp, in_force
from desk.model.records import DeadlineDate, Development, Embargo
from desk.model.talks.fold import Standing
from desk.store.store import Store
from desk.store.subjects.embargoes import held


class Embargoed:
    """Judges by the machine's own clock, whatever day --now shows."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now = store.gate_clock()
        self._held = held(store, self._now)

    def is_free(self, one: Development) -> bool:
        """Return True if a development may go to a program, which may show it anywhere."""
        return not in_force(one.embargo, self._now)

    def stamped(self, words: str, one: Development) -> str:
        """Words that tell of a development, with its stamp where it is under an embargo."""
        return self._with_stamp(words, [one.embargo])

    def standing(self, words: str, standing: Standing) -> str:
        """Where the talks stand, with a stamp where something under an embargo moved them there."""
        return self._with_stamp(words, [one.embargo for one in standing.moved_by.values()])

    def is_free_date(self, one: DeadlineDate) -> bool:
        """Return True if a date may go to a program: it is not from a source that is under an embargo."""
        return one.source_id not in self._held.sources

    def stamped_date(self, words: str, one: DeadlineDate) -> str:
        """A line about a date, with the stamp of its source's embargo."""
        if self.is_free_date(one):
            return words
        return self._with_stamp(words, self._store.sources.embargoes(source_id=one.source_id)[-1:])

    def _with_stamp(self, words: str, embargoes: Iterable[Embargo | None]) -> str:
        standing = [one for one in embargoes if one is not None and in_force(one, self._now)]
        last = max(standing, key=lambda one: one.until, default=None)
        return words if last is None else f"{words} {embargo_stamp(last, self._now)}"
