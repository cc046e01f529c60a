"""The command as the shell runs it: a process of its own, with nothing of the machine's settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desk.app.importing import demo
from desk.store.store import Store

ROOT = Path(__file__).parents[3]


@dataclass
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs `desk` on one file."""

    file: Path
    home: Path
    env: dict[str, str] = field(default_factory=dict)

    def environ(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
        return {**kept, "PYTHONPATH": str(ROOT), "HOME": str(self.home), "TERM": "xterm-256color", **self.env}

    def __call__(self, *args: str, db: bool = True, typed: str | bytes = "") -> Ran:
        command = [sys.executable, "-m", "desk", *(("--db", str(self.file)) if db else ()), *args]
        given = typed.encode() if isinstance(typed, str) else typed
        done = subprocess.run(command, input=given, capture_output=True, env=self.environ(), timeout=60, check=False)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def into(self, out: str, *args: str) -> Ran:
        """Run with standard output to a file such as /dev/full; "" closes it."""
        end = "1>&-" if not out else '1> "$OUT"'
        command = ["sh", "-c", f'exec "$0" -m desk --db "$DB" "$@" {end}', sys.executable, *args]
        env = {**self.environ(), "OUT": out, "DB": str(self.file)}
        done = subprocess.run(command, capture_output=True, env=env, timeout=60, check=False)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with all of the demo in it."""
    file = tmp_path_factory.mktemp("demo") / "talks.db"
    with Store.open(file, clock=demo.starts_at, via="demo") as store:
        demo.load_demo(store)
    return file.read_bytes()


@pytest.fixture
def empty(tmp_path: Path) -> Shell:
    """A shell in a new home, where there is no desk yet."""
    home = tmp_path / "home"
    home.mkdir()
    return Shell(tmp_path / "talks.db", home)


@pytest.fixture
def desk(empty: Shell, demo_file: bytes) -> Shell:
    """A shell on a desk that has the demo's talks."""
    empty.file.write_bytes(demo_file)
    empty.file.chmod(0o600)
    empty.env["DESK_NOW"] = "2026-03-07"
    return empty
