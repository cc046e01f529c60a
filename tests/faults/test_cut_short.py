"""A desk that died in the middle of a change: what it had not finished is taken back by whoever looks next."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from desk.model.enums import PartyKind
from desk.model.records import Party
from desk.store.store import Store

ROOT = Path(__file__).parents[2]
#: Writes more than fits the cache, so that the file itself is half changed, and dies.
DIE = """
import os, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("PRAGMA cache_size = 2")
conn.execute("BEGIN IMMEDIATE")
for number in range(3000):
    conn.execute("INSERT INTO setting VALUES (?, ?)", (f"k{number}", "x" * 500))
os.kill(os.getpid(), 9)
"""


def die_in_the_middle(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DIE, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def a_desk(path: Path) -> Path:
    with Store.open(path) as store:
        store.people.add_party(Party(name="DGA", kind=PartyKind.UNION))
    return path


def test_a_desk_opens_after_another_died_in_the_middle_of_a_change(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db")
    die_in_the_middle(path)
    with Store.open(path) as store:
        assert [one.name for one in store.people.parties()] == ["DGA"]
        assert store.settings.get("k0") == ""
        store.people.add_party(Party(name="WGA", kind=PartyKind.UNION))


def test_a_command_that_only_reads_sees_what_was_saved(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db")
    die_in_the_middle(path)
    command = [sys.executable, "-m", "desk", "--db", str(path), "status", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_desk_that_is_open_goes_on_when_another_dies(tmp_path: Path) -> None:
    path = a_desk(tmp_path / "talks.db")
    with Store.open(path) as store:
        assert store.quotes.count() == 0
        die_in_the_middle(path)
        assert [one.name for one in store.people.parties()] == ["DGA"]
