"""What the index over the bank asks of the file: what changed since it was made, and the snapshot of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.store.store import Store


def settled(store: Store) -> int:
    """The newest action up to which everything is whole: what comes after it is asked of `touched_since`.

    An import that is under way began before other changes and is seen after them.
    """
    row = store.one(
        """
        SELECT coalesce((SELECT min(id) - 1 FROM action WHERE state = 'open'), (SELECT max(id) FROM action), 0) AS id
        """
    )
    return int(row["id"]) if row is not None else 0


def touched_since(store: Store, action_id: int) -> set[int]:
    """The ids of the quotes that actions after this one may have changed, in any way that search can tell."""
    rows = store.all(
        """
        WITH touched AS (SELECT table_name, row_id FROM history WHERE action_id > :after)
        SELECT row_id AS id FROM touched WHERE table_name = 'quote'
        UNION SELECT s.quote_id FROM touched t JOIN quote_speaker s ON t.table_name = 'quote_speaker' AND s.id = t.row_id
        UNION SELECT s.quote_id FROM touched t JOIN quote_talks s ON t.table_name = 'quote_talks' AND s.id = t.row_id
        UNION SELECT v.quote_id FROM touched t JOIN verification v ON t.table_name = 'verification' AND v.id = t.row_id
        UNION SELECT m.quote_id FROM touched t JOIN terms m ON t.table_name = 'terms' AND m.id = t.row_id
              WHERE m.quote_id IS NOT NULL
        UNION SELECT m.quote_id FROM touched t JOIN embargo m ON t.table_name = 'embargo' AND m.id = t.row_id
              WHERE m.quote_id IS NOT NULL
        UNION SELECT q.id FROM touched t JOIN terms m ON t.table_name = 'terms' AND m.id = t.row_id
              JOIN quote q ON q.source_id = m.source_id
        UNION SELECT q.id FROM touched t JOIN embargo m ON t.table_name = 'embargo' AND m.id = t.row_id
              JOIN quote q ON q.source_id = m.source_id
        UNION SELECT q.id FROM touched t JOIN source s ON t.table_name = 'source' AND s.id = t.row_id
              JOIN quote q ON q.source_id = s.id
        UNION SELECT v.quote_id FROM touched t CROSS JOIN verification v ON v.source_id = t.row_id
              WHERE t.table_name = 'source'
        UNION SELECT s.quote_id FROM touched t JOIN person p ON t.table_name = 'person' AND p.id = t.row_id
              JOIN quote_speaker s ON s.person_id = p.id
        UNION SELECT k.quote_id FROM touched t JOIN quote_talks k ON t.table_name = 'negotiation' AND k.negotiation_id = t.row_id
        UNION SELECT s.quote_id FROM touched t JOIN party p ON t.table_name = 'party' AND p.id = t.row_id
              JOIN quote_speaker s ON s.party_id = p.id OR s.party = p.name OR s.party = p.full_name
        UNION SELECT q.id FROM action a JOIN action b ON b.id = coalesce(a.target, a.id) JOIN quote q ON q.added_by = b.id
              WHERE a.id > :after AND b.bulk = 1 AND b.state <> 'open'
        UNION SELECT m.quote_id FROM action a CROSS JOIN action b ON b.id = coalesce(a.target, a.id)
              CROSS JOIN (SELECT quote_id, added_by FROM terms UNION ALL SELECT quote_id, added_by FROM embargo) m
              ON m.added_by = b.id
              WHERE a.id > :after AND b.bulk = 1 AND b.state <> 'open' AND m.quote_id IS NOT NULL
        """,
        after=action_id,
    )
    return {row["id"] for row in rows}


def save_snapshot(store: Store, action_id: int, parts: Iterable[bytes]) -> None:
    """Keep the index over the bank, which knows the quotes as they were after that action."""
    with store.transaction(quiet=True) as act:
        act.conn.execute("DELETE FROM search_snapshot")
        act.conn.executemany(
            "INSERT INTO search_snapshot (part, action_id, body) VALUES (?, ?, ?)",
            ((number, action_id, part) for number, part in enumerate(parts)),
        )


def snapshot(store: Store) -> tuple[int, bytearray] | None:
    """The index as it was kept, with the last action it knows; None where there is none.

    Read part by part, so that neither another thread nor another desk on the file waits for all of it. Where it was
    kept anew meanwhile, what comes back is of no use, which its checksum tells.
    """
    kept = store.one("SELECT sum(length(body)), max(part), action_id FROM search_snapshot WHERE part >= 0")
    if kept is None or kept[0] is None:
        return None
    size, last, action_id = kept
    whole, place = bytearray(size), 0
    for number in range(last + 1):
        part = store.one("SELECT body FROM search_snapshot WHERE part = :number", number=number)
        body = part["body"] if part is not None else b""
        whole[place : place + len(body)] = body
        place += len(body)
    return action_id, whole
