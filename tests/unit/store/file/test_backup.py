"""Everything can be kept, and brought back; nothing is written over on the way."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.model.enums import PartyKind
from desk.model.errors import StorageError
from desk.model.records import Party
from desk.store.file import backup as module
from desk.store.file.backup import backup, restore
from desk.store.store import Store

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)


def a_desk(path: Path, *names: str) -> Path:
    with Store.open(path) as store:
        for name in names:
            store.people.add_party(Party(name=name, kind=PartyKind.UNION))
    return path


def names(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [party.name for party in store.people.parties()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_backup_holds_everything_and_is_private_under_any_umask(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    kept = tmp_path / "talks.db.kept"
    kept.mkdir()
    (kept / ("ab" * 32)).write_bytes(b"a press release")
    before = os.umask(0)
    try:
        backup(path, tmp_path / "copy.db")
    finally:
        os.umask(before)
    assert names(tmp_path / "copy.db") == ["DGA"]
    assert mode(tmp_path / "copy.db") == 0o600
    assert (tmp_path / "copy.db.kept" / ("ab" * 32)).read_bytes() == b"a press release"
    assert mode(tmp_path / "copy.db.kept") == 0o700
    assert mode(tmp_path / "copy.db.kept" / ("ab" * 32)) == 0o600


def test_a_backup_holds_the_history_so_that_undo_still_works(tmp_path: Path) -> None:
    backup(a_desk(tmp_path / "talks.db", "DGA", "WGA"), tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as store:
        assert store.history.undo().label == "add the party WGA"


def test_a_backup_writes_over_nothing(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    target = tmp_path / "letter.txt"
    target.write_text("mine")
    target.chmod(0o644)
    with pytest.raises(StorageError, match="such a file already"):
        backup(path, target)
    assert (target.read_text(), mode(target)) == ("mine", 0o644)
    with pytest.raises(StorageError, match="such a file already"):
        backup(path, path)
    assert names(path) == ["DGA"]


@pytest.mark.parametrize("target", ["nowhere/copy.db", "."])
def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path: Path, target: str) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    with pytest.raises(StorageError):
        backup(path, tmp_path / target)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["talks.db"]


def test_what_is_not_a_sound_desk_is_not_backed_up(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    body = bytearray(path.read_bytes())
    body[8192:12288] = b"\x55" * 4096
    path.write_bytes(body)
    with pytest.raises(StorageError, match="damaged"):
        backup(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_is_brought_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    backup(path, tmp_path / "copy.db")
    a_desk(path, "WGA")
    kept = restore(path, tmp_path / "copy.db", now=NOW)
    assert names(path) == ["DGA"]
    assert kept == tmp_path / "talks.db.before-restore-20260214T170000"
    assert names(kept) == ["DGA", "WGA"]
    assert names(tmp_path / "copy.db") == ["DGA"]
    assert mode(path) == mode(kept) == 0o600
    assert not [one for one in tmp_path.iterdir() if "restoring" in one.name]


def test_a_backup_is_brought_to_a_place_where_there_is_nothing(tmp_path: Path) -> None:
    backup(a_desk(tmp_path / "talks.db", "DGA"), tmp_path / "copy.db")
    assert restore(tmp_path / "new.db", tmp_path / "copy.db", now=NOW) is None
    assert names(tmp_path / "new.db") == ["DGA"]


@pytest.mark.parametrize("body", [b"not a database " * 1000, b"", b"SQLite format 3\x00" + b"\x01" * 5000])
def test_a_damaged_file_is_put_aside_and_the_backup_takes_its_place(tmp_path: Path, body: bytes) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    backup(path, tmp_path / "copy.db")
    path.write_bytes(body)
    kept = restore(path, tmp_path / "copy.db", now=NOW)
    assert names(path) == ["DGA"]
    assert kept is not None
    assert kept.read_bytes() == body


def test_the_journal_of_a_damaged_file_is_never_played_into_the_backup(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    backup(path, tmp_path / "copy.db")
    path.write_bytes(b"not a database " * 1000)
    (tmp_path / "talks.db-journal").write_bytes(b"what was half written")
    restore(path, tmp_path / "copy.db", now=NOW)
    assert not (tmp_path / "talks.db-journal").exists()
    assert names(path) == ["DGA"]


def letter(path: Path) -> None:
    path.write_text("no database")


def empty(path: Path) -> None:
    path.touch()


def foreign(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE notes (id INTEGER)")
    conn.close()


def broken(path: Path) -> None:
    a_desk(path, "WGA")
    body = bytearray(path.read_bytes())
    body[8192:12288] = b"\x55" * 4096
    path.write_bytes(body)


def newer(path: Path) -> None:
    a_desk(path, "WGA")
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 999")
    conn.close()


@pytest.mark.parametrize("make", [letter, empty, foreign, broken, newer, Path.mkdir])
def test_what_is_no_sound_backup_replaces_nothing(tmp_path: Path, make: object) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    assert callable(make)
    make(tmp_path / "copy.db")
    before = path.read_bytes()
    with pytest.raises(StorageError):
        restore(path, tmp_path / "copy.db", now=NOW)
    assert path.read_bytes() == before
    assert not [one for one in tmp_path.iterdir() if "before-restore" in one.name or "restoring" in one.name]


def test_a_backup_that_cannot_be_brought_back_is_said_of_the_desks_file_which_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = a_desk(tmp_path / "talks.db", "DGA"), a_desk(tmp_path / "copy.db", "WGA")
    before = path.read_bytes()

    def full(_: Path, target: Path) -> None:
        raise StorageError("the disk is full; this change was not saved", where=str(target))

    monkeypatch.setattr(module.migrate, "copy_into", full)
    with pytest.raises(StorageError) as refused:
        restore(path, copy, now=NOW)
    assert (refused.value.where, refused.value.remedy) == (str(path), "It is as it was.")
    assert "the disk is full" in refused.value.what
    assert path.read_bytes() == before


def test_a_missing_backup_and_the_file_itself_are_refused(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    with pytest.raises(StorageError, match="no such backup"):
        restore(path, tmp_path / "nowhere.db", now=NOW)
    with pytest.raises(StorageError, match="own file"):
        restore(path, path, now=NOW)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux says who has a file open")
def test_a_desk_that_has_the_file_open_is_named(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    backup(path, tmp_path / "copy.db")
    code = f"import sys; f = open({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    other.stdout.readline()
    try:
        with pytest.raises(StorageError, match=rf"a desk has it open \(process {other.pid}\)"):
            restore(path, tmp_path / "copy.db", now=NOW)
    finally:
        other.communicate()
    restore(path, tmp_path / "copy.db", now=NOW)


def test_a_disk_without_second_names_still_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_desk(tmp_path / "talks.db", "DGA")
    backup(path, tmp_path / "copy.db")
    a_desk(path, "WGA")

    def cannot(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(module.os, "link", cannot)
    kept = restore(path, tmp_path / "copy.db", now=NOW)
    assert kept is not None
    assert (names(path), names(kept)) == (["DGA"], ["DGA", "WGA"])
