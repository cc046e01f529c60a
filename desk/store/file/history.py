"""What changed, in which action: the triggers that write it down, and undo and redo made of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.model.enums import Deed
from desk.model.errors import RefusedError
from desk.model.frozen import frozen
from desk.store.file.rows import parse_utc, utc_text

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.action import Action


@frozen(kw_only=True)
class Done:
    """One action: what the person did, through what, when (UTC)."""

    id: int
    at: datetime
    deed: Deed
    label: str
    via: str
    who: str
    kind: str
    target: int | None


@frozen(kw_only=True)
class Change:
    """One row that an action changed. `before` is None where the row was inserted; both are columns by name."""

    action: Done
    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any]


def kept_tables(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """The tables whose rows are the reporter's, with their columns: those that know which action added them."""
    found: dict[str, list[str]] = {}
    for table, column in conn.execute(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid"
    ):
        found.setdefault(table, []).append(column)
    return {table: columns for table, columns in found.items() if "added_by" in columns}


def _as_json(row: str, columns: list[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def triggers(conn: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(name, SQL) of the history triggers, made from the tables as they are.

    Rows of a bulk action are not written again here: the rows themselves say which action brought them.
    """
    for table, columns in kept_tables(conn).items():
        write = "INSERT INTO history (action_id, table_name, row_id, before, after) VALUES"
        yield (
            f"{table}_history_insert",
            f"CREATE TRIGGER {table}_history_insert AFTER INSERT ON {table}\n"
            f"WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0\n"
            f"BEGIN {write} (NEW.added_by, '{table}', NEW.id, NULL, {_as_json('NEW', columns)}); END",
        )
        yield (
            f"{table}_history_update",
            f"CREATE TRIGGER {table}_history_update AFTER UPDATE ON {table}\n"
            f"BEGIN {write} ((SELECT max(id) FROM action), '{table}', NEW.id, {_as_json('OLD', columns)}, "
            f"{_as_json('NEW', columns)}); END",
        )
        yield (
            f"{table}_is_never_deleted",
            f"CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are withdrawn, not deleted'); END",
        )


# The newest action that counts, and the newest one that was undone with nothing done since. One stack a file.
_LAST_DONE = """
  SELECT a.* FROM action a
  WHERE a.kind = 'do' AND a.state = 'done' AND a.via NOT IN ('demo', 'start')
    AND coalesce((SELECT u.kind FROM action u WHERE u.target = a.id ORDER BY u.id DESC LIMIT 1), 'redo') = 'redo'
  ORDER BY a.id DESC LIMIT 1
"""
_LAST_UNDONE = """
  SELECT a.*, u.id AS undone_by FROM action u JOIN action a ON a.id = u.target
  WHERE u.kind = 'undo'
    AND u.id = (SELECT max(x.id) FROM action x WHERE x.target = a.id)
    AND u.id > coalesce((SELECT max(d.id) FROM action d WHERE d.kind = 'do' AND d.state <> 'taken_back'), 0)
  ORDER BY u.id DESC LIMIT 1
"""


class History:
    """What was done, and taking it back."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def undo(self) -> Done:
        """Take back the newest action that counts; returns it, so that a notice can name it.

        Raises RefusedError where there is nothing to undo, or where a row was changed by something else since.
        """
        with self._store.transaction() as act:
            row = act.one(_LAST_DONE)
            if row is None:
                raise RefusedError("There is nothing to undo.")
            applied = act.one("SELECT max(id) FROM action WHERE :id IN (id, target)", id=row["id"])
            assert applied is not None
            act.begin(Deed(row["deed"]), row["label"], kind="undo", target=row["id"])
            self._reverse(act, row, applied=applied[0], state="taken_back")
        return _done(row)

    def take_back(self, action_id: int) -> None:
        """Undo one action, whatever was done since. Raises RefusedError where a row of it was changed by something else."""
        with self._store.transaction() as act:
            row = act.one("SELECT * FROM action WHERE id = :id", id=action_id)
            assert row is not None
            act.begin(Deed(row["deed"]), row["label"], kind="undo", target=action_id)
            self._reverse(act, row, applied=action_id, state="taken_back")

    def give_up(self, action_id: int) -> None:
        """Undo what an import that came to nothing made closer. Where somebody went on from it it stays: it opens nothing."""
        try:
            self.take_back(action_id)
        except RefusedError:
            return

    def redo(self) -> Done:
        """Do again what was undone last. Raises RefusedError where something else was done since."""
        with self._store.transaction() as act:
            row = act.one(_LAST_UNDONE)
            if row is None:
                raise RefusedError("There is nothing to redo.")
            act.begin(Deed(row["deed"]), row["label"], kind="redo", target=row["id"])
            self._reverse(act, row, applied=row["undone_by"], state="done")
        return _done(row)

    def _reverse(self, act: Action, target: sqlite3.Row, *, applied: int, state: str) -> None:
        if target["bulk"]:
            act.set_bulk_state(target["id"], state)
            return
        tables = kept_tables(act.conn)
        for row in act.all("SELECT * FROM history WHERE action_id = :id ORDER BY id DESC", id=applied):
            self._reverse_row(act, row, tables[row["table_name"]], label=target["label"])

    def _reverse_row(self, act: Action, row: sqlite3.Row, columns: list[str], *, label: str) -> None:
        """Make a row what it was, as far as its history goes: a column that came after that is left as it is."""
        table, row_id = row["table_name"], row["row_id"]
        after = json.loads(row["after"])
        columns = [name for name in columns if name in after]
        now = act.one(f"SELECT {_as_json('t', columns)} FROM {table} t WHERE t.id = :id", id=row_id)
        if now is None or json.loads(now[0]) != after:
            raise RefusedError(
                f"“{label}” cannot be taken back: the {table.replace('_', ' ')} was changed since.",
                remedy="Change it by hand instead.",
            )
        if row["before"] is None:
            if "withdrawn_at" in columns:
                act.update(table, row_id, withdrawn_at=utc_text(act.now))
            return
        before = json.loads(row["before"])
        changed = {name: before[name] for name in columns if before[name] != after[name]}
        if changed:
            act.update(table, row_id, **changed)

    def last(self) -> Done | None:
        """The action that undo would take back."""
        row = self._store.one(_LAST_DONE)
        return _done(row) if row is not None else None

    def changes(self, *, since: datetime, until: datetime | None = None) -> list[Change]:
        """Each row changed after `since` and not after `until` (UTC instants), oldest first.

        Rows that an import brought are not listed one by one: `imports` names the import.
        """
        rows = self._store.all(
            """
            SELECT h.table_name, h.row_id, h.before, h.after, a.*
            FROM history h JOIN action a ON a.id = h.action_id
            WHERE a.at > :since AND (:until IS NULL OR a.at <= :until)
            ORDER BY h.id
            """,
            since=utc_text(since),
            until=utc_text(until) if until else None,
        )
        return [_change(row) for row in rows]

    def of(self, table: str, row_id: int) -> list[Change]:
        """Everything that happened to one row, oldest first."""
        rows = self._store.all(
            """
            SELECT h.table_name, h.row_id, h.before, h.after, a.*
            FROM history h JOIN action a ON a.id = h.action_id
            WHERE h.table_name = :table AND h.row_id = :row ORDER BY h.id
            """,
            table=table,
            row=row_id,
        )
        return [_change(row) for row in rows]

    def imports(self, *, since: datetime, until: datetime | None = None) -> list[Done]:
        """The bulk actions that came in whole in that span."""
        rows = self._store.all(
            """
            SELECT * FROM action
            WHERE bulk = 1 AND state = 'done' AND at > :since AND (:until IS NULL OR at <= :until) ORDER BY id
            """,
            since=utc_text(since),
            until=utc_text(until) if until else None,
        )
        return [_done(row) for row in rows]

    def newest(self) -> int:
        """The number of the newest action; rises with every change."""
        row = self._store.one("SELECT coalesce(max(id), 0) FROM action")
        return int(row[0]) if row else 0


def _change(row: sqlite3.Row) -> Change:
    return Change(
        action=_done(row),
        table=row["table_name"],
        row_id=row["row_id"],
        before=json.loads(row["before"]) if row["before"] is not None else None,
        after=json.loads(row["after"]),
    )


def _done(row: sqlite3.Row) -> Done:
    return Done(
        id=row["id"],
        at=parse_utc(row["at"]),
        deed=Deed(row["deed"]),
        label=row["label"],
        via=row["via"],
        who=row["who"],
        kind=row["kind"],
        target=row["target"],
    )
