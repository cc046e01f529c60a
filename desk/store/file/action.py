"""One change being written: its action's row, and the reporter's rows that belong to it."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from desk.model.dates.value import DateValue
from desk.model.enums import Deed
from desk.model.errors import RefusedError
from desk.model.quotes.refusal import Mend
from desk.store.file.rows import utc_text

if TYPE_CHECKING:
    from sqlite_utils import Database


#: Through what a change was made.
Via = Literal["desk", "command", "import", "demo", "start", "lsp", "newsroom"]


class Action:
    """A transaction in which rows are written; each knows the action that wrote it."""

    def __init__(self, db: Database, *, now: datetime, via: Via, who: str) -> None:
        self._db = db
        self._via = via
        self._who = who
        self.id = 0
        self.now = now
        self.label = ""
        self.touched: set[str] = set()
        self.remarks: list[tuple[str, Mend]] = []

    @property
    def conn(self) -> sqlite3.Connection:
        conn = self._db.conn
        assert isinstance(conn, sqlite3.Connection)
        return conn

    def begin(
        self,
        deed: Deed,
        label: str,
        *,
        kind: str = "do",
        target: int | None = None,
        bulk: bool = False,
        prepared_by: int | None = None,
    ) -> int:
        """Write the action's own row, which the rows to come refer to; returns its number."""
        cursor = self.conn.execute(
            """
            INSERT INTO action (at, deed, label, via, who, kind, target, bulk, state, holder, beat_at, prepared_by)
            VALUES (:at, :deed, :label, :via, :who, :kind, :target, :bulk, :state, :holder, :at, :prepared_by)
            """,
            {
                "at": utc_text(self.now),
                "deed": deed.value,
                "label": label,
                "via": self._via,
                "who": self._who,
                "kind": kind,
                "target": target,
                "bulk": int(bulk),
                "state": "open" if bulk else "done",
                "holder": holder() if bulk else "",
                "prepared_by": prepared_by,
            },
        )
        assert cursor.lastrowid is not None
        self.id = cursor.lastrowid
        self.label = label
        return self.id

    def insert(self, table: str, /, *, recorded_at: datetime | None = None, **columns: Any) -> int:
        """Write a reporter's row; returns its id."""
        record = {**columns, "added_by": self.id}
        if recorded_at is not None or table not in _CHILDREN:
            record["recorded_at"] = utc_text(recorded_at or self.now)
        self.touched.add(table)
        row_id = self._db.table(table).insert(record, pk="id").last_pk
        assert isinstance(row_id, int)
        return row_id

    def update(self, table: str, row_id: int, /, **columns: Any) -> None:
        """Change columns of one row; its history is written with it."""
        self.touched.add(table)
        self._db.table(table).update(row_id, columns)

    def withdraw(self, table: str, row_id: int) -> None:
        """Set the mark that undo clears. Raises RefusedError where it is set already."""
        row = self.one(f"SELECT withdrawn_at FROM {table} WHERE id = :id", id=row_id)
        if row is None or row["withdrawn_at"] is not None:
            raise RefusedError(f"That {table.replace('_', ' ')} is not there any more.")
        self.update(table, row_id, withdrawn_at=utc_text(self.now))

    def date(self, value: DateValue) -> int:
        """The id of a date; equal values are one row."""
        columns = value.to_columns()
        row = self.one(
            """
            SELECT id FROM date_value
            WHERE precision = :precision AND bound = :bound AND coalesce(start, '') = coalesce(:start, '')
              AND coalesce(end, '') = coalesce(:end, '') AND zone = :zone AND fold = :fold
              AND basis = :basis AND certainty = :certainty
            """,
            **columns,
        )
        if row is not None:
            return int(row["id"])
        # An import of many quotes has thousands of dates: the plain statement is ten times faster.
        cursor = self.conn.execute(
            """
            INSERT INTO date_value (precision, bound, start, end, zone, fold, start_utc, end_utc, basis, certainty)
            VALUES (:precision, :bound, :start, :end, :zone, :fold, :start_utc, :end_utc, :basis, :certainty)
            """,
            columns,
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def set_bulk_state(self, action_id: int, state: str) -> None:
        """Show or hide all that a bulk action brought."""
        self.touched.update(
            ("quote", "development", "deadline", "source", "person", "party", "story_check", "negotiation")
        )
        self.conn.execute("UPDATE action SET state = :state WHERE id = :id", {"state": state, "id": action_id})

    def one(self, sql: str, /, **values: Any) -> sqlite3.Row | None:
        row = self.conn.execute(sql, values).fetchone()
        assert row is None or isinstance(row, sqlite3.Row)
        return row

    def all(self, sql: str, /, **values: Any) -> list[sqlite3.Row]:
        return self.conn.execute(sql, values).fetchall()


_CHILDREN = frozenset({"development_talks", "development_axis", "development_who", "development_asked"})


def holder() -> str:
    """Who runs a bulk action: this machine and process."""
    import socket

    return f"{socket.gethostname()}:{os.getpid()}"
