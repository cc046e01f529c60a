"""What a source was when something was compared with it: a check is worth no more for what its source is called since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.model.enums import SourceKind, Tier
from desk.model.quotes.quotes import Source

if TYPE_CHECKING:
    import sqlite3

    from desk.store.file.access import Access

_Kind = tuple[SourceKind, Tier]


class SourceAtVerification:
    """What the sources of some verifications (rows of that table) were when each was made.

    The history of this file tells it, but for a verification that came from another desk: that brought it along.
    """

    def __init__(self, store: Access, checks: Sequence[sqlite3.Row]) -> None:
        self._changes: dict[int, list[tuple[int, _Kind]]] = {}
        self._brought: dict[int, _Kind] = {}
        sources = sorted({check["source_id"] for check in checks if check["source_id"] is not None})
        if not sources:
            return
        for row in store.all(
            """
            SELECT row_id, action_id, json_extract(before, '$.kind') AS kind, json_extract(before, '$.tier') AS tier
            FROM history
            WHERE table_name = 'source' AND row_id IN (SELECT value FROM json_each(:ids)) AND before IS NOT NULL
              AND (json_extract(before, '$.kind') <> json_extract(after, '$.kind')
                   OR json_extract(before, '$.tier') <> json_extract(after, '$.tier'))
            ORDER BY action_id, id
            """,
            ids=json.dumps(sources),
        ):
            self._changes.setdefault(row["row_id"], []).append((row["action_id"], _kind(row)))
        for row in store.all(
            "SELECT * FROM compared_as WHERE verification_id IN (SELECT value FROM json_each(:ids))",
            ids=json.dumps([check["id"] for check in checks]),
        ):
            self._brought[row["verification_id"]] = _kind(row)

    def then(self, check: sqlite3.Row) -> _Kind | None:
        """What the source of a verification was when that was made; None: what it is now."""
        if check["id"] in self._brought:
            return self._brought[check["id"]]
        changes = self._changes.get(check["source_id"] or 0, ())
        return next((was for changed_by, was in changes if changed_by > check["added_by"]), None)

    def of(self, source: Source | None, check: sqlite3.Row) -> Source | None:
        """The source of a verification; as it was then, where it was secondary and is called primary now."""
        was = self.then(check) if source is not None and source.tier is Tier.PRIMARY else None
        if source is None or was is None or was[1] is Tier.PRIMARY:
            return source
        return replace(source, kind=was[0], tier=was[1])


def _kind(row: sqlite3.Row) -> _Kind:
    return SourceKind(row["kind"]), Tier(row["tier"])
