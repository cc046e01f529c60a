"""Keeping everything: a checked copy of the file, and bringing one back."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from desk import locations, resources
from desk.model.errors import StorageError
from desk.store.file import migrate
from desk.store.file.connection import connect, recognise, translate

#: Where the kept copies of sources are: beside a file, under its name.
_KEPT = ".kept"
_PROCESSES = Path("/proc")


def backup(path: Path, target: Path) -> None:
    """Write a compact, checked copy of the desk's file to a new file that only its owner can read.

    The kept copies of sources go beside it. Raises StorageError; nothing is then left behind, and a file that is there
    already is left as it is.
    """
    locations.check_file(path)
    see_desk(path)
    locations.check_file(target)
    kept = target.with_name(target.name + _KEPT)
    if kept.exists():
        raise _there_already(kept)
    _claim(target)
    migrate.copy_into(path, target)
    try:
        _copy_kept(path, kept)
        _to_disk(target)
        _to_disk(target.parent)
    except OSError as error:
        target.unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        raise StorageError(f"the copy was not finished: {error.strerror or error}", where=str(target)) from error


def restore(path: Path, source: Path, *, now: datetime) -> Path | None:
    """Put a copy of the backup `source` in the place of the desk's file; returns where the file before it is kept.

    The backup is checked first and stays as it is. Raises StorageError; the desk's file is then as it was.
    """
    locations.check_file(source)
    if not source.exists():
        raise StorageError("there is no such backup", where=str(source), remedy="Name a file that desk backup wrote.")
    see_desk(source)
    locations.check_file(path)
    if path.exists() and source.exists() and path.samefile(source):
        raise StorageError("this is the desk's own file", where=str(source), remedy="Name a backup of it.")
    if others := opened_by(path):
        raise StorageError(
            f"a desk has it open (process {', '.join(map(str, others))})",
            where=str(path),
            remedy="Close it first, so that it does not go on writing to the old file.",
        )
    fresh = path.with_name(f".{path.name}.restoring-{os.getpid()}")
    try:
        migrate.copy_into(source, fresh)
        _copy_kept(source, path.with_name(path.name + _KEPT))
        _to_disk(fresh)
        with _held(path):
            kept = _set_aside(path, now) if path.exists() else None
            fresh.replace(path)
        _to_disk(path.parent)
    except OSError as error:
        raise _not_brought_back(path, error.strerror or str(error)) from error
    except StorageError as error:
        if error.where != str(fresh):
            raise
        raise _not_brought_back(path, error.what) from error  # nobody knows the name of the copy
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _not_brought_back(path: Path, why: str) -> StorageError:
    return StorageError(f"the backup could not be brought here: {why}", where=str(path), remedy="It is as it was.")


def see_desk(path: Path) -> None:
    """Raise StorageError where `path` is not a desk's file, or not a sound one."""
    conn = connect(path, write=False)
    try:
        if not recognise(conn, path, len(resources.migrations())):
            raise StorageError("this is not a desk's file: it is empty", where=str(path))
        found = [row[0] for row in conn.execute("PRAGMA integrity_check(3)")]
    except sqlite3.Error as error:
        raise translate(error, path) from error
    finally:
        conn.close()
    if found != ["ok"]:
        raise StorageError(f"the file is damaged ({found[0]})", where=str(path), remedy="Take an older backup.")


def opened_by(path: Path) -> list[int]:
    """The other processes that have the file open, where the system can say it (Linux)."""
    try:
        wanted = path.stat()
        running = [int(entry.name) for entry in _PROCESSES.iterdir() if entry.name.isdigit()]
    except OSError:
        return []
    return [number for number in sorted(running) if number != os.getpid() and _has_open(number, wanted)]


def _has_open(process: int, wanted: os.stat_result) -> bool:
    # A process may end, or belong to somebody else, while it is looked at.
    with contextlib.suppress(OSError):
        for entry in (_PROCESSES / str(process) / "fd").iterdir():
            with contextlib.suppress(OSError):
                if os.path.samestat(entry.stat(), wanted):
                    return True
    return False


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep others from the file meanwhile, and have a write that was cut short rolled back first.

    A file that is too damaged for that is only put aside.
    """
    conn = None
    try:
        if path.exists():
            conn = connect(path, write=True)
            conn.execute("BEGIN EXCLUSIVE")
    except StorageError:
        conn = None
    except sqlite3.DatabaseError as error:
        if (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise translate(error, path) from error
    try:
        yield
    finally:
        if conn is not None:
            conn.close()


def _set_aside(path: Path, now: datetime) -> Path:
    """Give the present file a second name under which it stays; a journal that belongs to it goes along."""
    kept = path.with_name(f"{path.name}.before-restore-{now:%Y%m%dT%H%M%S}")
    if kept.exists():
        raise _there_already(kept)
    journal = path.with_name(path.name + "-journal")
    try:
        os.link(path, kept)
    except OSError:
        # A disk without second names: the file is copied.
        shutil.copy2(path, kept)
    kept.chmod(locations.PRIVATE_FILE)
    if journal.exists():
        journal.replace(kept.with_name(kept.name + "-journal"))
    return kept


def _copy_kept(path: Path, target: Path) -> None:
    """Copy the kept copies of a file's sources. Each is known by what it holds, so one that is there is the same."""
    folder = path.with_name(path.name + _KEPT)
    if not folder.is_dir():
        return
    locations.private_folder(target)
    for one in folder.iterdir():
        if len(one.name) == 64 and not (target / one.name).exists():
            beside = target / f".taking-{os.getpid()}"
            shutil.copyfile(one, beside)
            beside.chmod(locations.PRIVATE_FILE)
            _to_disk(beside)
            beside.replace(target / one.name)
    _to_disk(target)


def _claim(target: Path) -> None:
    """Make the file, so that nobody else's is written over."""
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, locations.PRIVATE_FILE))
    except FileExistsError:
        raise _there_already(target) from None
    except OSError as error:
        raise StorageError(f"it cannot be written: {error.strerror or error}", where=str(target)) from error


def _there_already(target: Path) -> StorageError:
    return StorageError("there is such a file already; it was left as it is", where=str(target), remedy="Name another.")


def _to_disk(path: Path) -> None:
    """See that a file, or a folder's list of names, is on the disk itself."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:
        return  # Windows opens no folders
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
