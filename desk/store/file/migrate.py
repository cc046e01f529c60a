"""Bringing a file to the newest data model: the migrations of db/, each in a transaction, all of them or none.

`user_version` is the number of migrations that a file has seen, so that plain commands can ask it without sqlite-utils.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from desk import locations
from desk.model.errors import StorageError
from desk.store.file import history
from desk.store.file.connection import APPLICATION_ID, PATIENCE, connect, insist, recognise, translate

#: (name, SQL) of each migration, in order.
Migration = tuple[str, str]

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)\b.*?\nBEGIN .*?;\s*END;", re.DOTALL)


def migrate(path: Path, migrations: Sequence[Migration], *, now: datetime) -> Path | None:
    """Bring the file at `path` to the newest model, under one lock that keeps other desks out meanwhile.

    Returns the copy made before an existing file was changed, or None where there was nothing to keep. Raises
    StorageError; the file is then as it was. A migration may make a table anew: foreign keys are off meanwhile, and looked
    at when all is done, and no history is written.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    conn = connect(path, write=True)
    try:
        conn.execute("PRAGMA foreign_keys = OFF")  # inside a transaction it would do nothing
        insist(conn, "BEGIN IMMEDIATE")
        version = recognise(conn, path, len(migrations))
        kept = None
        if version < len(migrations):
            if version:
                kept = _copy_before(path, version, now)
            for trigger, _ in history.triggers(conn):
                conn.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            dangling = _dangling(conn)
            db = Database(conn, execute_plugins=False)
            steps = Migrations("desk")
            for name, sql in migrations:
                steps(name=name)(_step(sql))
            steps.apply(db)
            if _dangling(conn) - dangling:
                raise StorageError(
                    "bringing the file to the newest data model would lose what rows refer to",
                    where=str(path),
                    remedy="It was left as it was; go on with the desk that you had.",
                )
            # Pragmas take no parameters.
            conn.execute(f"PRAGMA user_version = {len(migrations)}")
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        rebuild_triggers(conn, migrations)
        insist(conn, "COMMIT")
    except sqlite3.Error as error:
        raise translate(error, path) from error
    finally:
        conn.close()  # an open transaction is rolled back with it
    return kept


def _step(sql: str) -> Callable[[Any], None]:
    def run(db: Any) -> None:
        # Inside a transaction sqlite-utils runs a script statement by statement, without a commit of its own.
        db.executescript(sql)

    return run


def _dangling(conn: sqlite3.Connection) -> set[tuple[object, ...]]:
    """The rows that refer to one that is not there."""
    return {tuple(row) for row in conn.execute("PRAGMA foreign_key_check")}


def _copy_before(path: Path, version: int, now: datetime) -> Path:
    """A checked copy of the file, made by a second connection while the first keeps writers out."""
    name = f"{path.name}.before-{version + 1:04d}-{now:%Y%m%dT%H%M%S}"
    # A file that was put back within the second has its own copy already, which stays.
    names = (name, *(f"{name}-{number}" for number in range(2, 100)))
    target = next(target for one in names if not (target := path.with_name(one)).exists())
    copy_into(path, target)
    return target


def copy_into(path: Path, target: Path) -> None:
    """Write a compact copy of the file at `path` to `target`, readable by its owner only, and check it.

    Raises StorageError when the target exists or the copy does not check out (it is removed then).
    """
    if target.exists() and target.stat().st_size:
        raise StorageError("there is such a file already", where=str(target), remedy="Nothing was copied over it.")
    locations.private_file(target)
    try:
        source = connect(path, write=False)
        try:
            source.execute("PRAGMA query_only = OFF")  # VACUUM INTO writes, though not to this file
            source.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")  # half of a copy cannot be begun again
            source.execute("VACUUM INTO ?", (str(target),))
        finally:
            source.close()
        check = connect(target, write=False)
        try:
            found = [row[0] for row in check.execute("PRAGMA integrity_check(3)")]
        finally:
            check.close()
        if found != ["ok"]:
            raise StorageError(f"the copy does not check out ({found[0]})", where=str(target), remedy="Check the disk.")
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise translate(error, target) from error
    except StorageError:
        target.unlink(missing_ok=True)
        raise


def guards(migrations: Sequence[Migration]) -> dict[str, str]:
    """The triggers that the migrations write by hand, by name, each as it was written last."""
    return {match.group(1): match.group(0) for _, sql in migrations for match in _TRIGGER.finditer(sql)}


def missing_triggers(conn: sqlite3.Connection, migrations: Sequence[Migration]) -> set[str]:
    """The names of required triggers that the file does not have (a table rebuilt by other tools drops its own)."""
    present = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    required = guards(migrations).keys() | {name for name, _ in history.triggers(conn)}
    return required - present


def rebuild_triggers(conn: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Make the history triggers from the tables as they are now, and any guard that has gone. In the caller's transaction."""
    missing = missing_triggers(conn, migrations)
    for name, sql in history.triggers(conn):
        conn.execute(f"DROP TRIGGER IF EXISTS {name}")
        conn.execute(sql)
    for name, sql in guards(migrations).items():
        if name in missing:
            conn.execute(sql)
