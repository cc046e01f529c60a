"""The copy log: exactly what went out, when, where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.records import Copied
from desk.store.rows import utc_text, when

if TYPE_CHECKING:
    from desk.store.store import Store


class Copies:
    """What left the desk. Append-only and not undone: it happened."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def log(self, copied: Copied) -> int:
        """Keep one line of the log."""
        with self._store.transaction() as act:
            act.touched.add("copy_log")
            cursor = act.conn.execute(
                """
                INSERT INTO copy_log (quote_id, story_id, format, text, stamp, mechanism, confirmed, reason, who, recorded_at)
                VALUES (:quote, :story, :format, :text, :stamp, :mechanism, :confirmed, :reason, :who, :now)
                """,
                {
                    "quote": copied.quote_id,
                    "story": copied.story_id,
                    "format": copied.format,
                    "text": copied.text,
                    "stamp": copied.stamp,
                    "mechanism": copied.mechanism,
                    "confirmed": int(copied.confirmed),
                    "reason": copied.reason,
                    "who": self._store.settings.reporter(),
                    "now": utc_text(act.now),
                },
            )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def of(self, quote_id: int) -> list[Copied]:
        """Where one quote went, oldest first."""
        rows = self._store.all("SELECT * FROM copy_log WHERE quote_id = :quote ORDER BY id", quote=quote_id)
        return [
            Copied(
                id=row["id"],
                quote_id=row["quote_id"],
                story_id=row["story_id"],
                format=row["format"],
                text=row["text"],
                stamp=row["stamp"],
                mechanism=row["mechanism"],
                confirmed=bool(row["confirmed"]),
                reason=row["reason"],
                recorded_at=when(row["recorded_at"]),
            )
            for row in rows
        ]
