"""Opening a file: new, older, newer, foreign, damaged, read-only; and two desks on one file."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from desk import resources
from desk.model.errors import DeskError, StorageError
from desk.store.file import migrate
from desk.store.file.file import Changed
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote


def test_a_new_file_is_readable_by_its_owner_only_under_any_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        Store.open(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_says_which_data_model_it_has(path: Path) -> None:
    Store.open(path).close()
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0] == len(resources.migrations())


def test_a_commit_is_forced_to_the_disk(store: Store, known: Known) -> None:
    with store.transaction() as act:
        pragma = {
            name: act.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragma == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1}


def test_a_file_of_a_newer_desk_is_refused_and_left_as_it_was(path: Path) -> None:
    Store.open(path).close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    was = path.read_bytes()
    with pytest.raises(StorageError, match="newer desk"):
        Store.open(path)
    assert path.read_bytes() == was


@pytest.mark.parametrize(
    "content", [b"not a database, just some text that somebody wrote" * 20, b"SQLite format 3\x00" + b"\xff" * 2000]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StorageError):
        Store.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_as_it_was(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE bookmarks (url TEXT)")
    conn.commit()
    conn.close()
    was = path.read_bytes()
    with pytest.raises(StorageError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == was


def test_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder"):
        Store.open(tmp_path)


def test_reading_an_older_file_without_writing_says_what_to_do(path: Path, clock: SetClock) -> None:
    older_file(path, clock)
    with pytest.raises(StorageError, match="older desk"):
        Store.open(path, read_only=True)


def test_an_older_file_is_copied_checked_and_then_brought_up_to_date(path: Path, clock: SetClock) -> None:
    older_file(path, clock)
    with Store.open(path, clock=clock) as store:
        assert store.settings.get("reporter") == "A. Reporter"
        assert store.stories.all() == []
    (copy,) = path.parent.glob("talks.db.before-*")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    conn = sqlite3.connect(copy)
    assert conn.execute("PRAGMA user_version").fetchone()[0] == 5
    assert conn.execute("SELECT value FROM setting").fetchone()[0] == "A. Reporter"


def test_a_file_put_back_within_the_second_leaves_the_copy_of_the_one_before(path: Path, clock: SetClock) -> None:
    older_file(path, clock)
    older = path.read_bytes()
    for _ in range(2):
        path.write_bytes(older)
        Store.open(path, clock=clock).close()
    assert len([copy for copy in path.parent.glob("talks.db.before-*") if copy.stat().st_size]) == 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, clock: SetClock) -> None:
    older_file(path, clock)
    broken = [
        *resources.migrations()[:5],
        ("0006_broken", "CREATE TABLE half (id INTEGER);\nCREATE TABLE half (id INTEGER);"),
    ]
    with pytest.raises(StorageError):
        migrate.migrate(path, broken, now=clock())
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA user_version").fetchone()[0] == 5
    assert conn.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone()[0] == 0


def test_four_desks_that_start_at_once_on_an_older_file_all_open_it(path: Path, clock: SetClock) -> None:
    older_file(path, clock)
    failed: list[DeskError] = []

    def start() -> None:
        try:
            Store.open(path, clock=clock).close()
        except DeskError as error:
            failed.append(error)

    starts = [threading.Thread(target=start) for _ in range(4)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert failed == []
    assert len(list(path.parent.glob("talks.db.before-*"))) == 1


def test_another_desk_on_the_same_file_is_noticed_and_ones_own_changes_are_not(
    store: Store, known: Known, path: Path
) -> None:
    told: list[Changed] = []
    store.subscribe(told.append)
    assert not store.poll()
    store.quotes.add(a_quote(known, "Mine"))
    assert not store.poll()
    with Store.open(path) as other:
        other.quotes.add(a_quote(known, "Theirs"))
    assert store.poll()
    assert [one.foreign for one in told] == [False, True]
    assert store.quotes.count() == 2


def test_another_desks_import_is_noticed_when_it_is_whole_and_not_at_each_batch(
    store: Store, known: Known, path: Path
) -> None:
    store.poll()
    with Store.open(path) as other, other.bulk("import a list") as bulk:
        assert store.poll()
        for number in range(3):
            with bulk.batch():
                other.quotes.add(a_quote(known, f"Number {number}"))
            assert not store.poll()
    assert store.poll()
    assert store.quotes.count() == 3


def test_what_another_desk_copied_or_set_is_noticed(store: Store, path: Path) -> None:
    store.poll()
    with Store.open(path) as other:
        other.settings.put("zone", "America/New_York")
    assert store.poll()
    assert not store.poll()


def test_two_desks_that_write_at_once_lose_nothing(path: Path, store: Store, known: Known) -> None:
    with Store.open(path) as other:

        def write(desk: Store, name: str) -> None:
            for number in range(15):
                desk.quotes.add(a_quote(known, f"{name} {number}"))

        threads = [
            threading.Thread(target=write, args=(desk, name)) for desk, name in ((store, "mine"), (other, "theirs"))
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert store.quotes.count() == 30


def test_a_read_only_store_writes_nothing(store: Store, known: Known, path: Path) -> None:
    with Store.open(path, read_only=True) as reading:
        assert reading.people.parties()
        with pytest.raises(StorageError, match="reading only"):
            reading.quotes.add(a_quote(known))


def test_subscribers_hear_which_tables_a_change_touched(store: Store, known: Known) -> None:
    told: list[Changed] = []
    stop = store.subscribe(told.append)
    store.quotes.add(a_quote(known))
    stop()
    store.quotes.add(a_quote(known))
    assert [one.tables for one in told] == [frozenset({"quote", "quote_speaker", "quote_talks"})]


def older_file(path: Path, clock: SetClock) -> None:
    """A file as the desk of one migration earlier left it."""
    path.touch(mode=0o600)
    migrate.migrate(path, resources.migrations()[:5], now=clock())
    conn = sqlite3.connect(path)
    conn.execute("INSERT INTO setting VALUES ('reporter', 'A. Reporter')")
    conn.commit()
    conn.close()
