"""An import under way: a change too long for one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk.store.file.rows import utc_text

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.action import Action


class Bulk:
    """An import under way: its rows are hidden until it is done, and gone again if it never is."""

    def __init__(self, store: Access, action_id: int, label: str) -> None:
        self._store = store
        self.id = action_id
        self.label = label
        self.generation = store.generation

    @contextmanager
    def batch(self) -> Iterator[Action]:
        """One short transaction of the import; what is written inside belongs to it, whoever's method writes it."""
        with self._store.transaction(quiet=True) as act:
            self._store.see_same(self.generation)
            act.id = self.id
            act.label = self.label
            act.conn.execute(
                "UPDATE action SET beat_at = :now WHERE id = :id", {"now": utc_text(act.now), "id": self.id}
            )
            yield act
