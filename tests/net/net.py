"""A file as an earlier desk wrote it, and what is recorded of it: what the desk must go on saying of what reporters have.

`python -m tests.net.net` records anew, for a change of what is said that was meant; read the difference before it is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RECORDED = HERE / "recorded"
NOW = "2026-02-14T12:00"

DRAFT = """# The week

“We will not accept that,” Duncan Crabtree-Ireland said on Friday.

“We are still talking to them,” Joan Roe said.

“Nobody wants this to end,” Bob Poe said.

“There will be no strike this year,” the guild said.
"""
#: The commands whose words people and programs rely on, by the name under which their output is recorded.
COMMANDS: dict[str, tuple[str, ...]] = {
    "status": ("status",),
    "status-json": ("status", "--json"),
    "due": ("due",),
    "due-json": ("due", "--json"),
    "changed": ("changed", "--since", "2026-02-01"),
    "changed-json": ("changed", "--since", "2026-02-01", "--json"),
    "search": ("search", "extend the talks"),
    "search-json": ("search", "extend the talks", "--json"),
    "search-speaker": ("search", "speaker:crabtree is:verified"),
    "search-exact": ("search", '"still talking"'),
    "check": ("check", "draft.md"),
    "check-json": ("check", "draft.md", "--json"),
    "log": ("log", "SAG wraps early on:fri #session src:presser"),
    "log-json": ("log", "@AMPTP offers 4% #proposal phase:recessed", "--json"),
    "quote": ("quote", '"We are done here" @Crabtree-Ireland src:presser'),
    "quote-json": ("quote", '"We are done here" @Crabtree-Ireland src:presser', "--json"),
    "copy-refused": ("copy", "9999"),
    "export": ("export",),
    "export-private": ("export", "--private", "out.json"),
}


def restored(place: Path) -> Path:
    """The earlier desk's file, in this folder."""
    path = place / "talks.db"
    conn = sqlite3.connect(path)
    conn.executescript((HERE / "desk-7.sql").read_text("utf-8"))
    conn.close()
    path.chmod(0o600)
    return path


def output(place: Path, command: tuple[str, ...]) -> str:
    """What a command prints on a fresh copy of the file, with its exit code and what it says beside."""
    path = restored(place)
    (place / "draft.md").write_text(DRAFT, "utf-8")
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(place),
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "DESK_CONFIG": str(place / "none.toml"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "desk", "--db", str(path), "--now", NOW, *command],
        cwd=place, env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    for made in place.glob("talks.db*"):
        made.unlink()
    written = place / "out.json"
    if written.exists():
        done.stdout += _lines(written.read_text("utf-8"))
        written.unlink()
    said = f"exit {done.returncode}\n--- out\n{_lines(done.stdout)}--- err\n{done.stderr}"
    # The clock of the machine that runs this is in what was written just now.
    said = re.sub(r'\b\d+(\.\d+)? ms\b|(?<="took_ms": )[\d.]+|(?<=T20:00:00\.)\d+', "SOON", said)
    return re.sub(r"20(?!26)\d\d-\d\d-\d\dT[\d:.]+Z", "NOW", said.replace(str(place), "PLACE"))


def _lines(text: str) -> str:
    """Long JSON with a key a line, so that a difference can be read."""
    shown = []
    for line in text.splitlines():
        try:
            shown.append(json.dumps(json.loads(line), ensure_ascii=False, indent=1) if line[:1] in "{[" else line)
        except json.JSONDecodeError:
            shown.append(line)
    return "\n".join(shown) + "\n"


def seen(path: Path) -> dict[str, Any]:
    """What the newest desk makes of the file: verification and fingerprint of each quote, and the undo stack to its bottom."""
    from desk.model.quotes.fingerprint import fingerprint, state
    from desk.store.store import Store

    with Store.open(path) as store:
        records = store.quotes.records(sorted(store.quotes.newest()))
        quotes = {str(record.quote.id): [state(record).value, fingerprint(record.quote)] for record in records}
        undone = []
        while store.history.last() is not None:
            undone.append(store.history.undo().label)
        emptied = _digest(store)
        redone = [store.history.redo().label for _ in undone]
    return {"quotes": quotes, "undone": undone, "emptied": emptied, "redone": redone}


def _digest(store: Any) -> str:
    """One number for what the reporter sees, whatever columns there are."""
    facts = [
        sorted(one.name for one in store.people.parties()),
        sorted(one.name for one in store.people.persons()),
        sorted(one.words for one in store.developments.all()),
        sorted(one.name for one in store.deadlines.all()),
        sorted(store.quotes.get(one).words for one in store.quotes.newest()),
        sorted(one.slug for one in store.stories.all()),
    ]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


def record() -> None:
    """Write down what is said now."""
    RECORDED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for known, command in COMMANDS.items():
            (RECORDED / f"{known}.txt").write_text(output(place, command), "utf-8")
        text = json.dumps(seen(restored(place)), ensure_ascii=False, indent=1)
        (RECORDED / "seen.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    record()
