"""The copy log: exactly what went out, when, where to."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.enums import Deed
from desk.model.records import Check, Copied
from desk.store.file.rows import parse_utc, utc_text
from desk.store.file.settings import Settings
from desk.store.subjects.quotes import Quotes
from desk.store.subjects.stories import Stories

if TYPE_CHECKING:
    from desk.store.file.access import Access


class Copies:
    """What left the desk. Append-only and not undone: it happened."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def log(self, copied: Copied) -> int:
        """Keep one line of the log, before anything of it is handed over. What is let out with a reason goes onto the
        story's checklist with it, red.
        """
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
                    "who": Settings(self._store).reporter(),
                    "now": utc_text(act.now),
                },
            )
            if copied.reason and copied.story_id is not None:
                self._onto_the_checklist(copied.quote_id, copied.story_id, copied.reason)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def became(self, copy_id: int, *, mechanism: str, confirmed: bool) -> None:
        """Write down what became of a line that was logged before; with no mechanism, that no clipboard took it."""
        with self._store.transaction() as act:
            act.touched.add("copy_log")
            act.conn.execute(
                """
                INSERT INTO copy_outcome (copy_id, mechanism, confirmed, failed, recorded_at)
                VALUES (:copy, :mechanism, :confirmed, :failed, :now)
                """,
                {
                    "copy": copy_id,
                    "mechanism": mechanism,
                    "confirmed": int(confirmed),
                    "failed": int(not mechanism),
                    "now": utc_text(act.now),
                },
            )

    def _onto_the_checklist(self, quote_id: int, story_id: int, reason: str) -> None:
        """A red check for a disputed quote that went into a story: once for its words, until it is taken back."""
        words = Quotes(self._store).get(quote_id).words
        stories = Stories(self._store)
        if all(story.id != story_id for story in stories.all()):
            return
        stands = self._store.one(
            """
            SELECT c.id FROM story_check c JOIN action a ON a.id = c.added_by
            WHERE c.story_id = :story AND c.words = :words AND c.withdrawn_at IS NULL AND a.deed = :deed
            """,
            story=story_id,
            words=words,
            deed=Deed.LET_OUT.value,
        )
        if stands is not None:
            return
        with self._store.action(Deed.LET_OUT, "put a disputed quote on the checklist"):
            stories.add_check(
                Check(story_id=story_id, what=f"disputed quote copied: because {reason}", category="quote", words=words)
            )

    def of(self, quote_id: int) -> list[Copied]:
        """Where one quote went, or may have gone, oldest first; not what no clipboard took."""
        rows = self._store.all(
            "SELECT * FROM copied WHERE quote_id = :quote AND NOT failed ORDER BY id", quote=quote_id
        )
        return [_copied(row) for row in rows]

    def overridden(self, *, since: datetime | None, until: datetime | None = None) -> list[Copied]:
        """What was let out though it was disputed, after `since` and not after `until` (UTC; None: no limit), oldest
        first.
        """
        rows = self._store.all(
            """
            SELECT * FROM copied
            WHERE reason <> '' AND NOT failed
              AND (:since IS NULL OR recorded_at > :since) AND (:until IS NULL OR recorded_at <= :until) ORDER BY id
            """,
            since=utc_text(since) if since else None,
            until=utc_text(until) if until else None,
        )
        return [_copied(row) for row in rows]


def _copied(row: sqlite3.Row) -> Copied:
    return Copied(
        id=row["id"],
        quote_id=row["quote_id"],
        story_id=row["story_id"],
        format=row["format"],
        text=row["text"],
        stamp=row["stamp"],
        mechanism=row["mechanism"],
        confirmed=bool(row["confirmed"]),
        failed=bool(row["failed"]),
        reason=row["reason"],
        recorded_at=parse_utc(row["recorded_at"]),
    )
