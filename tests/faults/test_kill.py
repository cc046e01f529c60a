"""kill -9 while two desks write: what had been acknowledged is there, whole, and the file is sound."""

from __future__ import annotations

import hashlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from desk.store.store import Store

WRITER = Path(__file__).with_name("writer.py")
ROOT = Path(__file__).parents[2]


def acknowledged(output: bytes) -> dict[str, str]:
    whole = output[: output.rfind(b"\n") + 1].decode().split("\n")
    return {line.split()[1]: line.split()[2] for line in whole if line}


def test_a_killed_desk_loses_nothing_that_it_had_said_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    Store.open(path).close()
    chance = random.Random(7)
    promised: dict[str, str] = {}
    for run in range(6):
        writers = [
            subprocess.Popen(
                [sys.executable, str(WRITER), str(path), f"r{run}w{number}"],
                stdout=subprocess.PIPE,
                cwd=ROOT,
                env={"PYTHONPATH": str(ROOT), "PATH": ""},
            )
            for number in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            promised |= acknowledged(writer.stdout.readline())
        time.sleep(chance.uniform(0.005, 0.25))
        for writer in writers:
            writer.kill()
            output, _ = writer.communicate()
            assert writer.returncode == -signal.SIGKILL
            promised |= acknowledged(output)
        conn = sqlite3.connect(path)
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        conn.close()
    with Store.open(path) as store:
        kept = {
            row["venue"]: hashlib.sha256(row["words"].encode()).hexdigest()[:16]
            for row in store.all("SELECT venue, words FROM quote")
        }
        assert promised.items() <= kept.items()
        assert len(promised) > 12
        speakers = store.one(
            "SELECT count(*) FROM quote q WHERE NOT EXISTS (SELECT 1 FROM quote_speaker s WHERE s.quote_id = q.id)"
        )
        assert speakers is not None
        assert speakers[0] == 0, "a quote without its speaker is half a transaction"
