"""What a source was when something was compared with it: a check is worth no more for what its source is called since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.model.quoted import Source
from desk.model.words import SourceKind, Tier

if TYPE_CHECKING:
    from desk.store.store import Store


class AsCompared:
    """Sources whose kind or tier was changed, as they were before each change; most never were."""

    def __init__(self, store: Store, source_ids: Iterable[int | None]) -> None:
        self._changes: dict[int, list[tuple[int, SourceKind, Tier]]] = {}
        wanted = sorted(one for one in set(source_ids) if one is not None)
        if not wanted:
            return
        for row in store.all(
            """
            SELECT row_id, action_id, json_extract(before, '$.kind') AS kind, json_extract(before, '$.tier') AS tier
            FROM history
            WHERE table_name = 'source' AND row_id IN (SELECT value FROM json_each(:ids)) AND before IS NOT NULL
              AND (json_extract(before, '$.kind') <> json_extract(after, '$.kind')
                   OR json_extract(before, '$.tier') <> json_extract(after, '$.tier'))
            ORDER BY action_id
            """,
            ids=json.dumps(wanted),
        ):
            change = (row["action_id"], SourceKind(row["kind"]), Tier(row["tier"]))
            self._changes.setdefault(row["row_id"], []).append(change)

    def of(self, source: Source | None, action_id: int) -> Source | None:
        """The source of a check that this action wrote; as it was then, where it was secondary and is called primary now."""
        if source is None or source.tier is Tier.SECONDARY:
            return source
        for changed_by, kind, tier in self._changes.get(source.id or 0, ()):
            if changed_by > action_id:
                return replace(source, kind=kind, tier=tier) if tier is Tier.SECONDARY else source
        return source
