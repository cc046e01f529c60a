"""Connections to the one file, set up so that what was committed survives a power cut.

Journal DELETE with synchronous EXTRA: of the settings tried, the only one that lost no acknowledged write in a model of
power cuts, that leaves no `-wal` beside confidential text, and that opens on a read-only disk.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from desk.model.errors import StorageError

T = TypeVar("T")

#: "Desk" in ASCII: marks the file as ours (PRAGMA application_id).
APPLICATION_ID = 0x4465736B
#: How long, in milliseconds, SQLite itself waits for another desk on the same file.
_BUSY_MS = 20
#: How long, in seconds, the desk goes on asking. It asks at random moments, since SQLite's own waiting, which asks less
#: and less often, can starve beside a desk that writes one change after the other.
PATIENCE = 20.0
_PAUSE = (0.001, 0.012)
_WHAT_IT_IS = """
  SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
         (SELECT count(*) FROM sqlite_schema)
"""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open `path`. A reader's connection cannot write. Raises StorageError in words when the file cannot be opened."""
    if not write:
        finish(path)
    uri = f"file:{quote(str(path.absolute()))}?mode={'rw' if write else 'ro'}"
    try:
        conn = sqlite3.connect(
            uri,
            uri=True,
            timeout=_BUSY_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlite3.OperationalError as error:
        raise translate(error, path) from error
    try:
        conn.row_factory = sqlite3.Row
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA temp_store = MEMORY")  # sorting must not spill confidential words into a temporary file
        if sqlite3.sqlite_version_info >= (3, 44):
            conn.execute("PRAGMA trusted_schema = OFF")
        if write:
            # It asks for the file's lock, which another desk may have just then.
            insist(conn, "PRAGMA journal_mode = DELETE")
            conn.execute("PRAGMA synchronous = EXTRA")
            conn.execute("PRAGMA secure_delete = ON").fetchone()
            if sys.platform == "darwin":
                conn.execute("PRAGMA fullfsync = ON")
        else:
            conn.execute("PRAGMA query_only = ON")
    except sqlite3.DatabaseError as error:
        conn.close()
        raise translate(error, path) from error
    return conn


def finish(path: Path) -> None:
    """Take back a change that was cut short, by a kill or a power cut. A reader's connection may not do that itself.

    Where nothing was cut short nothing happens; on a disk that cannot be written the file stays as it is.
    """
    if not path.with_name(path.name + "-journal").exists():
        return
    with contextlib.suppress(sqlite3.Error):
        conn = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, timeout=_BUSY_MS / 1000)
        try:
            conn.execute("PRAGMA synchronous = EXTRA")
            insist(conn, "SELECT count(*) FROM sqlite_schema")
        finally:
            conn.close()


def cut_short(error: sqlite3.Error) -> bool:
    """Return True if reading failed since another desk on the file died in the middle of a change."""
    return getattr(error, "sqlite_errorname", "") in ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")


def patiently(work: Callable[[], T]) -> T:
    """Do what needs the file's lock, again for as long as another desk has it; it has to be whole or not at all.

    Raises sqlite3.OperationalError (SQLITE_BUSY) when patience ends.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            import random

            time.sleep(random.uniform(*_PAUSE))


def insist(conn: sqlite3.Connection, statement: str) -> None:
    """Run a statement that takes the file's lock, with the same patience."""
    patiently(lambda: conn.execute(statement).fetchone())


def recognise(conn: sqlite3.Connection, path: Path, newest: int) -> int:
    """The version of the data model in the file, 0 for an empty file.

    Raises StorageError for a file that is no database, is another program's, or comes from a newer desk.
    """
    try:
        application, version, tables = map(int, patiently(lambda: conn.execute(_WHAT_IT_IS).fetchone()))
    except sqlite3.DatabaseError as error:
        raise translate(error, path) from error
    if tables == 0 and version == 0:
        if path.exists() and path.stat().st_size == 1:
            raise _no_database(path)  # SQLite takes one byte for an empty file and would write over it
        return 0
    if application != APPLICATION_ID:
        raise StorageError(
            "this is another program's database, not a desk", where=str(path), remedy="Name another file with --db."
        )
    if version > newest:
        raise StorageError(
            f"this file was written by a newer desk (its data model is {version}, this desk knows {newest})",
            where=str(path),
            remedy="Update the desk; the file was left as it is.",
        )
    return version


def _no_database(path: Path) -> StorageError:
    return StorageError(
        "this file is not a desk's database",
        where=str(path),
        remedy="Name another file with --db; it was left as it is.",
    )


def translate(error: sqlite3.Error, path: Path) -> StorageError:
    """The error of SQLite as a sentence for the reporter."""
    name = getattr(error, "sqlite_errorname", "") or ""
    where = str(path)
    if name.startswith("SQLITE_NOTADB"):
        return _no_database(path)
    if name.startswith("SQLITE_CORRUPT"):
        return StorageError(
            "the file is damaged", where=where, remedy="Keep a copy of it, then bring back a backup: desk restore FILE."
        )
    if name.startswith("SQLITE_FULL"):
        return StorageError(
            "the disk is full; this change was not saved", where=where, remedy="Free some room, then try again."
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageError("another desk is writing to the file", where=where, remedy="Try again in a moment.")
    if name.startswith("SQLITE_READONLY") and not path.exists():
        return StorageError(
            "the file is gone: it was moved or deleted while the desk was open",
            where=where,
            remedy="Put it back, or leave the desk and bring back a backup: desk restore FILE.",
        )
    if name.startswith("SQLITE_READONLY"):
        return StorageError(
            "the file or its disk is read-only, so nothing can be saved",
            where=where,
            remedy="Make it writable, or name another file with --db.",
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return _cannot_open(path)
    if name.startswith("SQLITE_IOERR"):
        return StorageError(
            f"the disk answered with an error ({name})", where=where, remedy="Check the disk, then try again."
        )
    return StorageError(f"the database says: {error}", where=where, remedy="Nothing was saved.")


def _cannot_open(path: Path) -> StorageError:
    where = str(path)
    if path.is_dir():
        return StorageError("this is a folder, not a file", where=where, remedy="Name a file inside it with --db.")
    if not path.exists():
        if not path.parent.exists():
            return StorageError(
                "its folder does not exist", where=where, remedy="Make the folder, or name another file."
            )
        return StorageError(
            "there is no such file", where=where, remedy=f"Open the desk once to make it: desk --db {where}."
        )
    if not os.access(path, os.R_OK):
        return StorageError("you may not read this file", where=where, remedy="Check its owner and permissions.")
    return StorageError("the file cannot be opened", where=where, remedy="Check its permissions and its folder's.")
