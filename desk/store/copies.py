"""The copy log: exactly what went out, when, where to."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.model.groundrules import default_terms
from desk.model.records import Copied
from desk.model.renegotiation import loosened
from desk.model.sent import Recalled
from desk.model.words import GroundRule
from desk.store.rows import utc_text, when
from desk.store.strict import KEPT

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
        return [_copied(row) for row in rows]

    def overridden(self, *, since: datetime, until: datetime | None = None) -> list[Copied]:
        """What was let out though it was disputed, after `since` and not after `until` (UTC), oldest first."""
        rows = self._store.all(
            """
            SELECT * FROM copy_log
            WHERE reason <> '' AND recorded_at > :since AND (:until IS NULL OR recorded_at <= :until) ORDER BY id
            """,
            since=utc_text(since),
            until=utc_text(until) if until else None,
        )
        return [_copied(row) for row in rows]

    def recalled(self, *, after: int) -> list[Recalled]:
        """The quotes that were copied before, and that actions after the one numbered `after` made others: edited,
        disputed, withdrawn, or under terms or an embargo of their own or their source's.

        What is taken back by undo, and an edit that leaves words, speakers and source alone, is not told.
        """
        rows = self._store.all(
            """
            SELECT h.table_name, h.row_id, h.before, h.after, a.recorded FROM history h
            JOIN (SELECT id, at AS recorded FROM action WHERE id > :after AND kind <> 'undo') a ON a.id = h.action_id
            WHERE h.table_name IN ('quote', 'quote_speaker', 'terms', 'embargo') ORDER BY h.id
            """,
            after=after,
        )
        found: dict[int, tuple[str, str]] = {}
        for row in rows:
            if what := self._made_of_it(row):
                for quote_id in self._quotes_of(row):
                    found[quote_id] = (what, row["recorded"])
        recalled = []
        for quote_id, (what, at) in found.items():
            # What was copied after the change went out as it is now.
            copies = [copy for copy in self.of(quote_id) if copy.recorded_at is None or utc_text(copy.recorded_at) < at]
            if copies:
                recalled.append(Recalled(quote_id, self._store.quotes.get(quote_id).words, what, copies))
        return recalled

    def _made_of_it(self, row: sqlite3.Row) -> str:
        """What a change made of a quote that was copied, in a word; empty for what does not matter to who has it."""
        before, after = json.loads(row["before"] or "null"), json.loads(row["after"])
        if row["table_name"] in ("terms", "embargo") and after["note"].startswith(KEPT):
            return ""
        match row["table_name"]:
            case "terms":
                return "under closer terms" if before is None and self._closer(row["row_id"], after) else ""
            case "embargo":
                return "embargoed" if before is None and not after["lifted"] else ""
            case "quote_speaker":
                return "edited"
            case _:
                return _became(before, after) if before is not None else ""

    def _closer(self, terms_id: int, columns: dict[str, Any]) -> bool:
        """Whether these terms, when they were set, closed something that the ones before left open."""
        agreed = self._store.sources.terms(source_id=columns["source_id"], quote_id=columns["quote_id"])
        at = next((at for at, terms in enumerate(agreed) if terms.id == terms_id), None)
        if at is None:
            return False
        now = agreed[at]
        if at == 0 and now.source_id is None:
            return True  # other terms for one quote than for all that was said
        before = agreed[at - 1] if at else default_terms(self._store.sources.get(columns["source_id"]).kind)
        return now.rule is GroundRule.UNKNOWN or bool(loosened(now, before))

    def _quotes_of(self, row: sqlite3.Row) -> list[int]:
        """The quotes that a changed row is about."""
        after = json.loads(row["after"])
        if row["table_name"] == "quote":
            return [row["row_id"]]
        if after.get("quote_id") is not None:
            return [after["quote_id"]]
        quotes = self._store.all(
            """
            SELECT DISTINCT q.id FROM quote q JOIN copy_log c ON c.quote_id = q.id
            WHERE q.source_id = :source AND q.withdrawn_at IS NULL
            """,
            source=after.get("source_id"),
        )
        return [quote["id"] for quote in quotes]


def _became(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What an edited quote is now."""
    if after["withdrawn_at"] and not before["withdrawn_at"]:
        return "withdrawn"
    if after["disputed"] and after["disputed"] != before["disputed"]:
        return "disputed"
    return "edited" if any(before[name] != after[name] for name in ("words", "form", "source_id")) else ""


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
        reason=row["reason"],
        recorded_at=when(row["recorded_at"]),
    )
