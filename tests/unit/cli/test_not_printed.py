"""A full disk or a closed pipe behind a command: what was done is said, and never called undone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from desk import locations
from desk.model.errors import StorageError
from desk.store.store import Store
from tests.unit.cli.conftest import Shell

OUTS = ["/dev/full", ""]


@pytest.mark.parametrize("out", OUTS, ids=["full", "closed"])
def test_what_was_logged_is_said_to_be_there_though_it_cannot_be_printed(desk: Shell, out: str) -> None:
    told = desk.into(out, "log", "they meet again #session")
    assert told.code == 1
    assert "That was done, but it could not be printed" in told.err
    assert told.err.startswith("desk: ")
    assert "logged" in told.err
    assert "error of the desk's own" not in told.err
    with Store.open(desk.file, read_only=True) as store:
        assert store.developments.all()[-1].words == "they meet again"


@pytest.mark.parametrize("out", OUTS, ids=["full", "closed"])
@pytest.mark.parametrize("command", ["status", "due", "search fair", "where", "export"])
def test_a_command_that_only_prints_says_that_it_cannot(desk: Shell, command: str, out: str) -> None:
    told = desk.into(out, *command.split())
    assert told.code == 1
    assert "could not be printed" in told.err
    assert "That was done" not in told.err
    assert "error of the desk's own" not in told.err


def test_a_backup_that_is_written_is_said_to_be(desk: Shell, tmp_path: Path) -> None:
    told = desk.into("/dev/full", "backup", str(tmp_path / "b.db"))
    assert "the backup is written" in told.err
    assert (tmp_path / "b.db").exists()


def test_backup_restore_config_and_export_answer_programs(desk: Shell, tmp_path: Path) -> None:
    backup, export = str(tmp_path / "b.db"), str(tmp_path / "e.json")
    assert desk("backup", backup, "--json").json == {"file": backup, "checked": True}
    assert desk("restore", backup, "--json").json["file"] == str(desk.file)
    assert desk("export", export, "--json").json["file"] == export
    assert desk("config", "--json").json["file"]


def test_a_file_that_others_can_read_is_made_private_when_it_is_written(desk: Shell) -> None:
    desk.file.chmod(0o666)
    assert desk("log", "they meet again #session").code == 0
    assert stat.S_IMODE(desk.file.stat().st_mode) == 0o600


def test_an_empty_file_that_was_there_is_made_private(empty: Shell) -> None:
    empty.file.touch()
    empty.file.chmod(0o644)
    assert empty("log", "they meet #session").code == 0
    assert stat.S_IMODE(empty.file.stat().st_mode) == 0o600


def test_before_the_first_opening_it_is_said_that_there_is_no_desk_yet(empty: Shell) -> None:
    told = empty("status", db=False)
    assert told.code == 1
    assert "there is no desk yet" in told.err


def test_a_backup_that_is_not_there_is_not_taken_for_the_desk(desk: Shell, tmp_path: Path) -> None:
    told = desk("restore", str(tmp_path / "nofile"))
    assert "there is no such backup" in told.err
    assert "Open the desk once" not in told.err


def test_a_file_that_cannot_be_written_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "talks.db"
    file.touch()
    locations.insist_on_writing(file)
    monkeypatch.setattr("os.access", lambda place, mode: place != file)
    with pytest.raises(StorageError) as raised:
        locations.insist_on_writing(file)
    assert "the desk does not open" in str(raised.value)
    assert "desk status" in str(raised.value)
