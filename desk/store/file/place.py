"""The place of the desk's file: whether what is there is still the file that was opened.

A program that keeps folders alike on several machines renames a new file over the old one, deletes it, or writes into
it. A desk that holds the old one open would go on saving into what nobody will ever read again. So it is looked at before
and after each change, and whenever it is looked for other desks. Only by its name and through SQLite: to open and close
the file by other means would take away the locks that SQLite has on it.

What is at the place is never written over. What this desk had, and what is there does not have, is kept beside it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desk import locations, resources
from desk.model.errors import ReplacedError, StorageError
from desk.store.file import migrate, typed
from desk.store.file.connection import APPLICATION_ID, connect, insist, patiently, recognise, translate

Identity = tuple[int, int]
#: Where a file is, how long it is, and when it was written to.
State = tuple[int, int, int, int, int]
#: The newest of what a file has, whole: two files that were both changed since have other rows under one number.
_NEWEST = """
  SELECT (SELECT json_array(id, at, via, who, label) FROM action ORDER BY id DESC LIMIT 1),
         (SELECT json_array(id, action_id, table_name, row_id, after) FROM history ORDER BY id DESC LIMIT 1),
         (SELECT json_array(id, quote_id, text, recorded_at) FROM copy_log ORDER BY id DESC LIMIT 1)
"""
_HAS = """
  SELECT (:action IS NULL OR EXISTS (SELECT 1 FROM action WHERE id = json_extract(:action, '$[0]')
                                     AND json_array(id, at, via, who, label) = :action))
     AND (:history IS NULL OR EXISTS (SELECT 1 FROM history WHERE id = json_extract(:history, '$[0]')
                                      AND json_array(id, action_id, table_name, row_id, after) = :history))
     AND (:copied IS NULL OR EXISTS (SELECT 1 FROM copy_log WHERE id = json_extract(:copied, '$[0]')
                                     AND json_array(id, quote_id, text, recorded_at) = :copied))
"""


def identity(path: Path) -> Identity | None:
    """What tells the file at a place from every other; None where there is none."""
    found = state(path)
    return found[:2] if found is not None else None


def state(path: Path) -> State | None:
    """What is another whenever anybody wrote to the file at a place; None where there is none. Raises StorageError."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(
            f"the file cannot be reached: {error.strerror or error}", where=str(path), remedy="Nothing was saved."
        ) from error
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def newest(conn: sqlite3.Connection) -> dict[str, str | None]:
    """The newest of what a file has, by which it is known again."""
    return dict(zip(("action", "history", "copied"), conn.execute(_NEWEST).fetchone(), strict=True))


class Placed(Protocol):
    """The open file as far as its place is concerned."""

    generation: int

    @property
    def read_only(self) -> bool:
        """True if nothing is ever written."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    def clock(self) -> datetime:
        """The desk's time now, in UTC."""

    def held(self) -> sqlite3.Connection:
        """Return the connection that writes to the file that was opened."""

    def begin_anew(self) -> None:
        """Let go of the connections to the file that was there."""

    def tell(self, said: str, *, replaced: bool = False) -> None:
        """Say this to the reporter."""


class Place:
    """Where a store's file is, and what was there when it was opened. Asked under the store's lock."""

    def __init__(self, store: Placed) -> None:
        self._store = store
        self._opened = identity(store.path)
        #: How the file was when it was last read anew, or written to by this desk.
        self._read = state(store.path)
        #: The newest of what this desk has seen in the file.
        self.seen: dict[str, str | None] = {}
        #: What was there in place of it and is no desk's file, and the sentence that was said of it.
        self._refused: tuple[State | None, str] = (None, "")
        #: Where that which was in it is kept meanwhile.
        self._kept: Path | None = None
        self._missed = False

    def is_there(self) -> bool:
        """Return True where the file that was opened is at its place."""
        return identity(self._store.path) == self._opened

    def hold(self) -> None:
        """See that what is saved now lands in the file at the place. One that was deleted is put back.

        Raises ReplacedError where another came there, on which the desk goes on from now; StorageError where that is no
        desk's file.
        """
        now = identity(self._store.path)
        if now == self._opened:
            self._kept = None
        elif now is None:
            self._put_back()
        else:
            self._adopt(now)

    def is_as_read(self) -> bool:
        """Return True where nobody has written to the file since it was read anew or written to by this desk.

        SQLite knows by a counter in the file whether what it has of it still holds. Two files that were one, and were
        changed equally often since, have the same count: where one is written over the other, only its state tells.
        """
        return self.now() == self._read

    def now(self) -> State | None:
        """How the file is now."""
        return state(self._store.path)

    def mark(self, now: State | None) -> None:
        """Remember how the file was when it was read anew, or written to by this desk."""
        self._read = now

    def look(self) -> str:
        """What is to be said of the place now, once; "" where nothing is. Raises as `hold` does, but for a file that was
        deleted, which is put back by the next change and not before.
        """
        now = identity(self._store.path)
        if now is None and self._opened is not None:
            if self._missed:
                return ""
            self._missed = True
            then = (
                ""
                if self._store.read_only
                else " The next thing that you save puts it back; to leave it away, leave the desk."
            )
            return f"The desk's file was deleted or moved by another program at {self._clock()} ({self._store.path}).{then}"
        self._missed = False
        if not self._store.read_only:
            self.hold()
        elif now != self._opened:
            self._follow(now)
        return ""

    def see_contents(self, conn: sqlite3.Connection) -> None:
        """See that nobody has written something else into the file, which has a lock now. Raises as `hold` does."""
        (application,) = conn.execute("SELECT application_id FROM pragma_application_id").fetchone()
        if application != APPLICATION_ID:
            raise self.overwritten()
        if self.seen and not conn.execute(_HAS, self.seen).fetchone()[0]:
            self.seen = newest(conn)
            self._store.generation += 1
            said = (
                f"The desk's file was overwritten by another program at {self._clock()} with another state of it: what "
                "was done here last is not in it any more. Look at what is there; an older state may be in a backup."
            )
            self._store.tell(said, replaced=True)
            raise replaced()

    def overwritten(self) -> StorageError:
        """What is said where the file at the place is no desk's any more."""
        return StorageError(
            f"the desk's file was overwritten by another program and is no desk's file any more (seen at {self._clock()})",
            where=str(self._store.path),
            remedy="Nothing more is saved in it. Leave the desk, then bring back a backup: desk restore FILE.",
        )

    # What was deleted

    def _put_back(self) -> None:
        path = Path(os.path.realpath(self._store.path))  # a link stays one, to a file that is there again
        fresh = path.with_name(f".{path.name}.back-{os.getpid()}")
        try:
            self._keep(fresh)
            # Under its name only if nothing has come there meanwhile.
            os.link(fresh, path)
        except FileExistsError:
            return self.hold()
        except OSError as error:
            raise self._not_kept(error.strerror or str(error)) from error
        except sqlite3.Error as error:
            raise self._not_kept(str(error)) from error
        finally:
            fresh.unlink(missing_ok=True)
        _sync(path.parent)
        self._opened, self._missed, self._kept = identity(path), False, None
        self._store.begin_anew()
        self._store.tell(
            f"The desk's file was deleted or moved by another program (seen at {self._clock()}); it was put back with "
            f"everything that was in it: {path}"
        )
        return None

    def _not_kept(self, why: str) -> StorageError:
        return StorageError(
            f"the desk's file is gone, deleted or moved by another program, and could not be put back: {why}",
            where=str(self._store.path),
            remedy="Nothing was saved. Leave the desk open, and put the file or its folder back.",
        )

    # What was replaced

    def _adopt(self, now: Identity) -> None:
        """Go on with the file that is there, once what is not in it is kept beside it."""
        store, path = self._store, self._store.path
        there = state(path)
        if self._refused[0] == there:
            raise StorageError(self._refused[1], where=str(path), remedy=_UNSOUND)
        when = self._clock()
        try:
            fresh = self._sound()
        except StorageError as error:
            if getattr(error.__cause__, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise  # whoever writes to it is soon done
            kept = self._keep_beside()
            said = (
                f"the desk's file was replaced by another program at {when} with something that the desk cannot use "
                f"({error.what}); all that was in it is kept in {kept}, which only you can read"
            )
            self._refused = (there, said)
            raise StorageError(said, where=str(path), remedy=_UNSOUND) from error
        try:
            missing = self._is_missing_in(fresh)
            seen = newest(fresh)
        finally:
            fresh.close()
        missing = not self._carry(self._drafts()) or missing
        said = f"The desk's file was replaced by another program at {when}: what you see from now on is the new one."
        if missing:
            kept = self._keep_beside()
            said += f" What this desk had saved and is not in it is kept in {kept}, which only you can read."
        # Only now, when whatever was in the file is safe, it is left.
        self._opened, self.seen, self._kept = now, seen, None
        store.begin_anew()
        store.generation += 1
        store.tell(said, replaced=True)
        raise replaced()

    def _follow(self, now: Identity | None) -> None:
        """Read what is there by now: a desk that only reads has nothing of its own that could be lost."""
        self._opened = now
        self._store.begin_anew()
        self._store.generation += 1
        said = f"The desk's file was replaced by another program at {self._clock()}: what you see is the new one."
        self._store.tell(said, replaced=True)
        raise replaced()

    def _sound(self) -> sqlite3.Connection:
        """The file that is there, opened to be read and of the newest model. Raises StorageError."""
        path, migrations = self._store.path, resources.migrations()
        conn = connect(path, write=False)
        try:
            version = recognise(conn, path, len(migrations))
            if not version:
                raise StorageError("it is empty", where=str(path))
            if version < len(migrations) or migrate.missing_triggers(conn, migrations):
                conn.close()
                migrate.migrate(path, migrations, now=self._store.clock())
                conn = connect(path, write=False)
            (found,) = patiently(lambda: conn.execute("PRAGMA quick_check(1)").fetchone())
        except sqlite3.DatabaseError as error:
            conn.close()
            raise translate(error, path) from error
        except StorageError:
            conn.close()
            raise
        if found != "ok":
            conn.close()
            raise StorageError("it is damaged", where=str(path))
        return conn

    def _is_missing_in(self, fresh: sqlite3.Connection) -> bool:
        """Return True where this desk's file has something that the new one has not."""
        try:
            has = newest(self._store.held())
        except sqlite3.Error:
            return True
        return not fresh.execute(_HAS, has).fetchone()[0]

    def _drafts(self) -> list[tuple[str, str, str]]:
        try:
            return [tuple(row) for row in self._store.held().execute("SELECT form, fields, saved_at FROM form_draft")]
        except sqlite3.Error:
            return []

    def _carry(self, drafts: list[tuple[str, str, str]]) -> bool:
        """What was typed and not saved is there in the new file as well, or beside it; False where neither takes it."""
        if not drafts:
            return True
        path = self._store.path
        try:
            conn = connect(path, write=True)
            try:
                insist(conn, "BEGIN IMMEDIATE")
                conn.executemany(
                    "INSERT INTO form_draft (form, fields, saved_at) VALUES (?, ?, ?) ON CONFLICT (form) DO NOTHING",
                    drafts,
                )
                insist(conn, "COMMIT")
            finally:
                conn.close()
        except (sqlite3.Error, StorageError):
            try:
                for form, fields, _ in drafts:
                    typed.keep(path, form, json.loads(fields))
            except StorageError:
                return False
        return True

    # Keeping what was there

    def _keep_beside(self) -> Path:
        """A whole desk's file beside the place, of all that this desk's had; the one that is there, if it still is."""
        path = self._store.path
        if self._kept is not None and self._kept.exists():
            return self._kept
        kept = path.with_name(f"{path.name}.before-replaced-{self._store.clock():%Y%m%dT%H%M%S%f}")
        try:
            self._keep(kept)
        except (sqlite3.Error, OSError, StorageError) as error:
            kept.unlink(missing_ok=True)
            raise StorageError(
                f"the desk's file was replaced by another program, and what was in it could not be kept: {error}",
                where=str(path),
                remedy="Nothing was saved. Leave the desk open, and make room or put the folder right.",
            ) from error
        self._kept = kept
        return kept

    def _keep(self, target: Path) -> None:
        locations.private_file(target)
        conn = self._store.held()
        read_only = conn.execute("PRAGMA query_only").fetchone()[0]
        conn.execute("PRAGMA query_only = OFF")  # VACUUM INTO writes, though not to this file
        try:
            conn.execute("VACUUM INTO ?", (str(target),))
        finally:
            conn.execute(f"PRAGMA query_only = {read_only}")
        descriptor = os.open(target, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _clock(self) -> str:
        return _local(self._store.clock())


#: What to do where something that is no desk's file is at the place.
_UNSOUND = "Nothing was saved in it. Leave the desk, and bring that copy or a backup back: desk restore FILE."


def replaced() -> ReplacedError:
    """What is raised where something was to be saved that was read from another file than the one that is there."""
    return ReplacedError(
        "another program put another file in the place of the desk's",
        remedy="This was not saved: look at what is there now, and do it again.",
    )


def _local(at: datetime) -> str:
    return f"{at.astimezone():%H:%M:%S}"


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
