"""What is under an embargo: developments by what was set on them, on what they correct and on their source; and what of
the file's rows may not go into a digest, a calendar or a notification.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force
from desk.model.quotes.quotes import Embargo
from desk.store.file.rows import SHOWN
from desk.store.subjects.sources import embargo_of

if TYPE_CHECKING:
    from desk.store.file.access import Access

_EMBARGOES = f"SELECT * FROM embargo WHERE withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY id"


@frozen
class Held:
    """The developments, quotes and sources that are under an embargo at one moment, corrected and withdrawn ones too."""

    developments: frozenset[int] = frozenset()
    quotes: frozenset[int] = frozenset()
    sources: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.developments or self.quotes or self.sources)

    def holds(self, table: str, row_id: int, columns: Mapping[str, Any]) -> bool:
        """Return True if a row, with these columns, is one of them or is about one: then no digest may have it."""
        itself = {"development": self.developments, "quote": self.quotes, "source": self.sources}.get(
            table, frozenset()
        )
        return (
            row_id in itself
            or columns.get("development_id") in self.developments
            or columns.get("quote_id") in self.quotes
            or columns.get("source_id") in self.sources
        )


def held(store: Access, now: datetime) -> Held:
    """What is under an embargo at this moment; `now` is the machine's own clock, but for the demo."""
    last = _last(store)
    sources = frozenset(key for key, embargo in last["source_id"].items() if in_force(embargo, now))
    quotes = {key for key, embargo in last["quote_id"].items() if in_force(embargo, now)}
    quotes |= {row["id"] for row in _taken_from(store, "quote", sources)}
    developments: set[int] = set()
    if last["development_id"] or sources:
        standing = of_developments(store, store.all("SELECT id, source_id FROM development"))
        chains = _corrects(store)
        # What a held one corrects tells the same thing.
        developments = {
            older for key, embargo in standing.items() if in_force(embargo, now) for older in _chain(key, chains)
        }
    return Held(frozenset(developments), frozenset(quotes), sources)


def of_developments(store: Access, rows: Iterable[sqlite3.Row]) -> dict[int, Embargo]:
    """The embargo of each development: what was set last on it or on what it corrects, or its source's if that is later."""
    last = _last(store)
    own, sources = last["development_id"], last["source_id"]
    if not own and not sources:
        return {}
    chains = _corrects(store) if own else {}
    found = {}
    for row in rows:
        set_on = [own[one] for one in _chain(row["id"], chains) if one in own]
        newest = max(set_on, key=lambda embargo: embargo.id or 0, default=None)
        standing = [one for one in (newest, sources.get(row["source_id"])) if one is not None and not one.lifted]
        if standing:
            found[row["id"]] = max(standing, key=lambda embargo: embargo.until)
    return found


def _last(store: Access) -> dict[str, dict[int, Embargo]]:
    """The last embargo of each development, quote and source, where one was ever set, by the column that names it."""
    found: dict[str, dict[int, Embargo]] = {"development_id": {}, "quote_id": {}, "source_id": {}}
    for row in store.all(_EMBARGOES):
        for column, last in found.items():
            if row[column] is not None:
                last[row[column]] = embargo_of(row)
    return found


def _taken_from(store: Access, table: str, sources: frozenset[int]) -> list[sqlite3.Row]:
    if not sources:
        return []
    marks = ", ".join(str(one) for one in sorted(sources))
    return store.all(f"SELECT id FROM {table} WHERE source_id IN ({marks})")


def _corrects(store: Access) -> dict[int, int]:
    """What each development corrects, where it does."""
    return {
        row["id"]: row["corrects"] for row in store.all("SELECT id, corrects FROM development WHERE corrects NOTNULL")
    }


def _chain(development_id: int, corrects: Mapping[int, int]) -> list[int]:
    """A development and what it corrects, back to the first."""
    chain = [development_id]
    while (older := corrects.get(chain[-1])) is not None and older not in chain:
        chain.append(older)
    return chain
