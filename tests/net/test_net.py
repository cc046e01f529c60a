"""Files of earlier desks open as they are, and say what they said: the net under every change of the house."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.net.net import COMMANDS, RECORDED, output, restored, seen


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_an_earlier_file_what_is_recorded(name: str, tmp_path: Path) -> None:
    assert output(tmp_path, COMMANDS[name]) == (RECORDED / f"{name}.txt").read_text("utf-8")


def test_fingerprints_checks_and_the_whole_undo_stack_of_an_earlier_file_hold(tmp_path: Path) -> None:
    recorded = json.loads((RECORDED / "seen.json").read_text("utf-8"))
    now = seen(restored(tmp_path))
    assert now == recorded
    assert now["redone"] == now["undone"][::-1]


def test_the_earlier_file_has_a_row_of_every_kind(tmp_path: Path) -> None:
    conn = sqlite3.connect(restored(tmp_path))
    tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    empty = [table for table in tables if conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)]
    conn.close()
    assert empty == ["search_snapshot"]  # made anew wherever it is missing
