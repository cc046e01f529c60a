"""Files and terminals that will not do: one clear sentence, an exit code, and everything left as it was."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Ran, Shell

READING = ["status", "due", "search x", "export", "doctor", "where"]
WRITING = ["log something", "copy 1", "import -"]


def refused(told: Ran, says: str) -> None:
    assert told.code == 1, told
    assert says in told.err + told.out
    assert "Traceback" not in told.err
    assert "an error of the desk's own" not in told.err


@pytest.mark.parametrize("command", [*READING[:4], *WRITING, "backup b.db"])
@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param(
            b"this is a letter to a friend, and no database at all\n" * 50, "not a desk's database", id="text"
        ),
        pytest.param(b"SQLite format 3\x00" + b"\x07" * 5000, "desk: ", id="garbage"),
        pytest.param(b"\x00" * 4096, "not a desk's database", id="zeros"),
        pytest.param(b"x", "not a desk's database", id="one byte"),
    ],
)
def test_a_foreign_file_is_refused_and_left_alone(
    empty: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, body: bytes, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    empty.file.write_bytes(body)
    refused(empty(*command.split(), typed='{"text": "a", "speaker": "b"}'), says)
    assert empty.file.read_bytes() == body
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "talks.db"]


@pytest.mark.parametrize("command", ["status", "log x"])
def test_another_programs_database_is_refused(empty: Shell, command: str) -> None:
    conn = sqlite3.connect(empty.file)
    conn.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)")
    conn.close()
    before = empty.file.read_bytes()
    refused(empty(*command.split()), "another program's database")
    assert empty.file.read_bytes() == before


@pytest.mark.parametrize("command", ["status", "log x"])
def test_a_file_of_a_newer_desk_is_refused(desk: Shell, command: str) -> None:
    conn = sqlite3.connect(desk.file)
    conn.execute("PRAGMA user_version = 999")
    conn.close()
    before = desk.file.read_bytes()
    refused(desk(*command.split()), "written by a newer desk")
    assert desk.file.read_bytes() == before


@pytest.mark.parametrize("command", ["status", "search fair", "due", "export"])
def test_a_file_cut_short_is_said_to_be_damaged(desk: Shell, command: str) -> None:
    body = desk.file.read_bytes()[:6000]
    desk.file.write_bytes(body)
    refused(desk(*command.split()), "damaged")
    assert desk.file.read_bytes() == body


@pytest.mark.parametrize("command", ["status", "log x", "import -", "backup b"])
def test_a_folder_is_no_file(empty: Shell, command: str) -> None:
    empty.file.mkdir()
    refused(empty(*command.split()), "folder, not a file")


@pytest.mark.parametrize("command", ["status", "log x"])
def test_a_missing_folder_is_named(empty: Shell, command: str) -> None:
    empty.file = empty.file.parent / "nowhere" / "talks.db"
    refused(empty(*command.split()), "does not exist")
    assert not empty.file.parent.exists()


def test_reading_makes_no_file(empty: Shell) -> None:
    for command in ("status", "due", "search x", "export", "doctor"):
        refused(empty(*command.split()), "no such file")
        assert not empty.file.exists()


def test_no_home_folder_says_how_to_go_on(empty: Shell) -> None:
    environ = {name: value for name, value in empty.environ().items() if name != "HOME"}
    done = subprocess.run(
        [sys.executable, "-m", "desk", "status"], env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "no home folder" in done.stderr
    assert "--db" in done.stderr


def test_the_desks_own_file_is_made_in_the_home_folder_and_private(empty: Shell) -> None:
    assert empty("log", "it began", db=False).code == 0
    (file,) = empty.home.rglob("talks.db")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.fixture
def read_only(desk: Shell, tmp_path: Path) -> Iterator[Shell]:
    """A desk on a disk that cannot be written (root is bound by no permissions, so there it is a mount)."""
    place = tmp_path / "disk"
    place.mkdir()
    root = os.geteuid() == 0
    if root and subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("this machine does not allow mounting")
    desk.file = desk.file.rename(tmp_path / "moved.db")
    (place / "talks.db").write_bytes(desk.file.read_bytes())
    desk.file = place / "talks.db"
    if root:
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    else:
        desk.file.chmod(0o400)
        place.chmod(0o500)
    yield desk
    if root:
        subprocess.run(["umount", "-l", str(place)], check=True)
    else:
        place.chmod(0o700)


@pytest.mark.parametrize(
    "args", [["status"], ["due"], ["search", "fair deal"], ["export"]], ids=["status", "due", "search", "export"]
)
def test_what_only_reads_works_on_a_read_only_file(read_only: Shell, args: list[str]) -> None:
    told = read_only(*args)
    assert told.code == 0, told
    assert told.out


def test_what_writes_says_that_the_file_is_read_only(read_only: Shell) -> None:
    before = read_only.file.read_bytes()
    refused(read_only("log", "x"), "read-only")
    assert read_only.file.read_bytes() == before


@pytest.mark.parametrize("args", [[], ["demo"]])
def test_the_desk_does_not_open_where_there_is_no_terminal(desk: Shell, args: list[str]) -> None:
    told = desk(*args)
    refused(told, "opens on the screen of a terminal")
    assert told.out == ""


def in_terminal(shell: Shell, columns: int, lines: int, *args: str) -> tuple[int, str]:
    """Run `desk` in a terminal of that size; its exit code and what it wrote."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, [sys.executable, "-m", "desk", "--db", str(shell.file), *args], shell.environ())
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    written = b""
    while select.select([terminal], [], [], 30)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            break
        if not read:
            break
        written += read
    else:
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), written.decode()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_screen_is_said_to_be_one(desk: Shell, term: str) -> None:
    desk.env["TERM"] = term
    code, written = in_terminal(desk, 80, 24)
    assert code == 1
    assert "cannot show a screen" in written


def test_a_terminal_of_twenty_by_five_is_too_small(desk: Shell) -> None:
    desk.env |= {"COLUMNS": "20", "LINES": "5"}
    before = desk.file.read_bytes()
    code, written = in_terminal(desk, 20, 5)
    assert code == 1
    assert "20×5" in written
    assert desk.file.read_bytes() == before
