"""The one file: one writer behind a lock, readers apart, and a word to whoever shows what changed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from desk import locations, resources
from desk.model.enums import Deed
from desk.model.errors import OlderFileError, ReplacedError, StorageError
from desk.model.frozen import frozen
from desk.store.file import migrate, typed
from desk.store.file.action import Action, Via
from desk.store.file.bulk import Bulk
from desk.store.file.connection import connect, cut_short, finish, insist, patiently, recognise, translate
from desk.store.file.history import History
from desk.store.file.import_recovery import take_back_abandoned
from desk.store.file.place import Place, newest, replaced
from desk.store.file.settings import Settings

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desk.model.quotes.refusal import Mend

#: Gives the time now, as an aware instant.
Clock = Callable[[], datetime]

#: What stands otherwise when another desk has changed what is seen: what was done, imports, copies, settings.
_SEEN = """
  SELECT (SELECT max(id) FROM action), (SELECT group_concat(id || state) FROM action WHERE state <> 'done'),
         (SELECT max(id) FROM copy_log), (SELECT max(id) FROM copy_outcome),
         (SELECT group_concat(key || '=' || value) FROM setting)
"""

#: No version: what is in the file is to be looked at again.
_ANOTHER = -2


def machine_clock() -> datetime:
    """The time now in UTC."""
    return datetime.now(UTC)


@frozen
class Changed:
    """What a committed action touched: the tables' names. `foreign` when another desk on the same file did it.

    `remarks` are sentences about what it did beyond what was asked, for the reporter, each with what mends it. `told` is
    what became of the file itself; where it was `replaced`, all that was read of it may be another.
    """

    tables: frozenset[str]
    label: str = ""
    foreign: bool = False
    remarks: tuple[tuple[str, Mend], ...] = ()
    told: str = ""
    replaced: bool = False


class File:
    """The reporter's file. May be used from any thread; a change is one transaction."""

    def __init__(self, path: Path, *, clock: Clock, gate_clock: Clock, via: Via, read_only: bool) -> None:
        self.path = path
        self.clock = clock
        #: By which an embargo is judged: the machine's own, except in the demo.
        self.gate_clock = gate_clock
        self.read_only = read_only
        self._via = via
        self._lock = threading.RLock()
        self._writer: Database | None = None
        self._current: Action | None = None
        self._owner = 0
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._subscribers: list[Callable[[Changed], None]] = []
        self._seen_version = -1
        self._seen: tuple[object, ...] = ()
        self.settings = Settings(self)
        self.history = History(self)
        #: What was never finished and was taken back when the file was opened, by its label.
        self.taken_back: tuple[str, ...] = ()
        #: What became of the file while it was open, in sentences.
        self.told: list[str] = []
        #: How often another file came into the place of this one: what was read of one may be something else in another.
        self.generation = 0
        self._opened = 0
        #: A reader's connection to the file that was opened.
        self._holding: sqlite3.Connection | None = None
        self._place = Place(self)
        #: SQLite's count of what others wrote, as of the last time that the file was known.
        self._known_version = _ANOTHER

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = machine_clock,
        gate_clock: Clock = machine_clock,
        via: Via = "desk",
        read_only: bool = False,
    ) -> Self:
        """Open the file, making it and bringing it to the newest data model where needed.

        `clock` is the desk's, which --now may set; `gate_clock` is the machine's, but for the demo and tests.

        With `read_only`, nothing is ever written: a missing file is an error, and so is one of an older model.
        Raises StorageError; the file is then as it was.
        """
        migrations = resources.migrations()
        if not read_only and not path.exists():
            locations.private_file(path)
        conn = connect(path, write=False)
        try:
            try:
                version = recognise(conn, path, len(migrations))
                whole = version == len(migrations) and not patiently(lambda: migrate.missing_triggers(conn, migrations))
            except sqlite3.DatabaseError as error:
                raise translate(error, path) from error
            if not whole and read_only:
                raise _too_old(path, version)
        except StorageError:
            conn.close()
            raise
        store = cls(path, clock=clock, gate_clock=gate_clock, via=via, read_only=read_only)
        if whole:
            store._read_with(conn)  # it has read the model already, which takes a while
        else:
            conn.close()
            migrate.migrate(path, migrations, now=clock())
        if not store._place.is_there():  # the first opening made it
            store._place = Place(store)
        if not read_only:
            store.taken_back = take_back_abandoned(store)
            if typed.place(path).exists():
                typed.take_up(store)
        return store

    def close(self) -> None:
        """Close every connection; what was committed stays."""
        with self._lock:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            for reader in self._readers:
                reader.close()
            self._readers.clear()
            self._holding = None
            self._local = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def reader(self) -> sqlite3.Connection:
        """This thread's own connection for reading; inside an action, the writer's, which sees what it wrote."""
        if self._current is not None and self._owner == threading.get_ident():
            return self._current.conn
        conn: sqlite3.Connection | None = getattr(self._local, "conn", None)
        if conn is None or self._local.opened != self._opened:
            if not self.path.exists():
                raise StorageError(
                    "the desk's file was deleted or moved by another program",
                    where=str(self.path),
                    remedy="The next thing that you save puts it back, with everything that was in it.",
                )
            conn = connect(self.path, write=False)
            self._read_with(conn)
        return conn

    def _read_with(self, conn: sqlite3.Connection) -> None:
        """Have this thread read through this connection."""
        with self._lock:
            self._local.conn, self._local.opened = conn, self._opened
            if self._holding is None and self._place.is_there():
                self._holding = conn
            self._readers.append(conn)

    def all(self, sql: str, /, **values: Any) -> list[sqlite3.Row]:
        """Read rows at once, so that no open read stands in a writer's way."""
        try:
            try:
                return patiently(lambda: self.reader().execute(sql, values).fetchall())
            except sqlite3.OperationalError as error:
                if not cut_short(error):
                    raise
                finish(self.path)
                return patiently(lambda: self.reader().execute(sql, values).fetchall())
        except sqlite3.DatabaseError as error:
            raise self._in_words(error) from error

    def one(self, sql: str, /, **values: Any) -> sqlite3.Row | None:
        """The first row, or None."""
        rows = self.all(sql, **values)
        return rows[0] if rows else None

    # Writing

    @contextmanager
    def action(self, deed: Deed, label: str) -> Iterator[Action]:
        """One change: what the person did, as one transaction with its history. Inside another it joins that one, and is
        part of what that one did. `label` is for people, and nothing is decided by it.
        """
        with self.transaction() as act:
            if not act.id:
                act.begin(deed, label)
            yield act

    @contextmanager
    def transaction(self, *, quiet: bool = False) -> Iterator[Action]:
        """A transaction without an action's row yet. Raises StorageError; nothing is then written."""
        if self.read_only:
            raise StorageError(
                "the file was opened for reading only", where=str(self.path), remedy="Nothing was saved."
            )
        with self._lock:
            if self._current is not None:
                yield self._current
                return
            self._place.hold()
            act = self._begun()
            try:
                self._place.see_contents(act.conn)
                self._current, self._owner = act, threading.get_ident()
                try:
                    yield act
                finally:
                    self._current = None
                if act.touched or quiet:
                    seen = newest(act.conn)
                    insist(act.conn, "COMMIT")
                    self._place.seen = seen
                    self._place.mark(self._place.now())
            except sqlite3.Error as error:
                raise self._in_words(error) from error
            finally:
                if act.conn.in_transaction:
                    act.conn.execute("ROLLBACK")
            if act.touched or quiet:
                self._place.hold()  # what is said to be saved is in the file that is there now
        if act.touched and not quiet:
            self._publish(Changed(frozenset(act.touched), act.label, remarks=tuple(act.remarks)))

    def _begun(self) -> Action:
        """A change that has the file's lock, over a connection that has nothing of the file as it was before."""
        while True:
            act = Action(self._database(), now=self.clock(), via=self._via, who=self.settings.reporter())
            try:
                insist(act.conn, "BEGIN IMMEDIATE")
            except sqlite3.Error as error:
                raise self._in_words(error) from error
            if self._is_known(act.conn):
                return act
            act.conn.execute("ROLLBACK")
            self._read_anew()
            self._place.hold()

    @contextmanager
    def bulk(self, label: str, *, deed: Deed = Deed.IMPORT_FILE, prepared_by: int | None = None) -> Iterator[Bulk]:
        """A change too long for one transaction: written in batches, seen when it is whole, one undo.

        Where the body raises, all that it brought stays hidden for good. `prepared_by` is the action that made closer what
        is here: it is given up with an import that nobody brings to an end.
        """
        with self.transaction(quiet=True) as act:
            bulk = Bulk(self, act.begin(deed, label, bulk=True, prepared_by=prepared_by), label)
        try:
            yield bulk
        except ReplacedError:
            raise  # it is in another file, which is left as it is; its number may be somebody else's here
        except BaseException:
            with self.transaction(quiet=True) as act:
                self.see_same(bulk.generation)
                act.set_bulk_state(bulk.id, "taken_back")
            raise
        with self.transaction() as act:
            self.see_same(bulk.generation)
            act.label = label
            act.set_bulk_state(bulk.id, "done")

    def _database(self) -> Database:
        if self._writer is None:
            from sqlite_utils import Database

            self._writer = Database(connect(self.path, write=True), execute_plugins=False)
        return self._writer

    # The file itself

    def held(self) -> sqlite3.Connection:
        """A connection to the file that was opened, wherever that is by now. Under the lock."""
        if self._writer is not None:
            conn = self._writer.conn
            assert isinstance(conn, sqlite3.Connection)
            return conn
        return self._holding if self._holding is not None else self.reader()

    def see_same(self, generation: int) -> None:
        """Raise ReplacedError where the file is another than when `generation` was read. Inside a transaction."""
        if generation != self.generation:
            raise replaced()

    def begin_anew(self) -> None:
        """Make every connection again when it is needed, to the file that is at the place then."""
        self._place.mark(self._place.now())
        self._known_version = _ANOTHER
        self._opened += 1
        self._holding = None
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self._seen_version = -1

    def _is_known(self, conn: sqlite3.Connection) -> bool:
        """Return True if what SQLite has of the file holds: nobody has written to it since, or SQLite has seen that itself."""
        now, version = self._place.now(), conn.execute("PRAGMA data_version").fetchone()[0]
        known = self._place.is_as_read() or version != self._known_version
        if known:
            self._place.mark(now)
            self._known_version = version
        return known

    def _read_anew(self) -> None:
        """The same file, with nothing of it as it was before; it is held all the time, lest it be deleted just now."""
        now = self._place.now()
        before, self._writer = self._writer, None
        try:
            if not self.read_only:
                self._database()
        except StorageError as error:
            self._writer = before
            raise self._in_words(error.__cause__) if isinstance(error.__cause__, sqlite3.Error) else error from error
        self._place.mark(now)
        if before is not None:
            before.close()
        self._opened += 1
        self._seen_version = self._known_version = _ANOTHER

    def tell(self, said: str, *, replaced: bool = False) -> None:
        """Have said what became of the file itself."""
        self.told.append(said)
        self._publish(Changed(frozenset(), foreign=True, told=said, replaced=replaced))

    def _in_words(self, error: sqlite3.Error) -> StorageError:
        """The error of SQLite as a sentence, where the file was open before."""
        gone = not self.path.exists()
        unsound = getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB" or "no such table" in str(error)
        return self._place.overwritten() if unsound and not gone else translate(error, self.path)

    def warm(self) -> None:
        """Load what writing needs, so that the first change is not slower than the next ones."""
        if not self.read_only:
            with self._lock:
                self._database()

    # Telling

    def subscribe(self, tell: Callable[[Changed], None]) -> Callable[[], None]:
        """Have `tell` called after each commit, on the thread that committed. Returns what ends it."""
        self._subscribers.append(tell)
        return lambda: self._subscribers.remove(tell)

    def _publish(self, changed: Changed) -> None:
        for tell in tuple(self._subscribers):
            tell(changed)

    def poll(self) -> bool:
        """Return True if another desk has written to the file since the last time this was asked; tells subscribers if so.

        Raises StorageError where the file cannot be read any more.
        """
        if self._current is not None:
            return False
        with self._lock:
            try:
                if said := self._place.look():
                    self.tell(said)
            except ReplacedError:
                return True  # it was told already
            if not self._place.is_there():
                return False
            conn = self._database().conn if not self.read_only else self.reader()
            try:
                if not self._is_known(conn):
                    self._read_anew()
                    conn = self._database().conn if not self.read_only else self.reader()
                version = conn.execute("PRAGMA data_version").fetchone()[0]
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorname.startswith("SQLITE_BUSY"):
                    return False  # it is being written to: asked again the next time
                raise self._in_words(error) from error
            if version != self._seen_version:
                try:
                    self._place.see_contents(conn)
                    self._place.seen = newest(conn)
                except ReplacedError:
                    return True
                except sqlite3.DatabaseError as error:
                    if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                        return False
                    raise self._in_words(error) from error
        if version == self._seen_version:
            return False
        seen = tuple(self.one(_SEEN) or ())
        first, same = self._seen_version == -1, seen == self._seen
        self._seen_version, self._seen = version, seen
        if first or same:  # the batches of another desk's import are not seen before it is whole
            return False
        self._publish(Changed(frozenset(), foreign=True))
        return True


def _too_old(path: Path, version: int) -> StorageError:
    """What stands in the way of only reading a file."""
    where, how = str(path), f"desk --db {path}."
    if version == 0:
        return StorageError("the file is empty", where=where, remedy=f"Open a desk on it: {how}")
    return OlderFileError(
        "the file was last written by an older desk", where=where, remedy=f"Open it once where it can be written: {how}"
    )
