"""What is loaded when, seen by a bare interpreter: no plain command waits for Textual, and only the screen has it."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from desk.app.importing import demo
from desk.store.store import Store

ROOT = Path(__file__).parents[2]
#: What takes long to load.
HEAVY = {"textual", "rich", "sqlite_utils", "numpy", "rapidfuzz", "pyperclip", "asyncio"}
#: sqlite-utils brings what it finds.
WITH_WRITING = HEAVY - {"textual", "rich", "rapidfuzz"}


def loaded(code: str, *args: str) -> set[str]:
    """The heavy modules that a bare interpreter has loaded after running `code`."""
    tail = f"\nimport sys\nsys.stderr.write('LOADED ' + ' '.join({HEAVY!r} & set(sys.modules)))"
    env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-c", code + tail, *args], capture_output=True, text=True, env=env, timeout=60, check=False
    )
    assert "LOADED " in done.stderr, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


def modules() -> list[str]:
    found = pkgutil.walk_packages([str(ROOT / "desk")], prefix="desk.")
    return [one.name for one in found if not one.name.startswith("desk.ui") and one.name != "desk.__main__"]


def test_nothing_outside_the_screen_loads_textual() -> None:
    names = modules()
    assert "desk.cli.desk" in names
    code = "import importlib\n" + "\n".join(f"importlib.import_module({name!r})" for name in names)
    assert not loaded(code) & {"textual", "rich"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("imports") / "talks.db"
    with Store.open(path, clock=demo.starts_at, via="demo") as store:
        demo.load_demo(store)
    return path


RUN = "import sys\nfrom desk.cli import main\nmain(sys.argv[1:])"


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        ("status", set()),
        ("status --json", set()),
        ("due", set()),
        ("export", set()),
        ("where", set()),
        ("search fair deal", {"numpy", "rapidfuzz"}),
        ("check draft.md", {"numpy", "rapidfuzz"}),
        ("log something", WITH_WRITING),
        ("copy 1", WITH_WRITING),
        ("import nowhere.json", WITH_WRITING),
        ("backup backup.db", set()),
        ("doctor", {"numpy", "rapidfuzz"}),
    ],
)
def test_a_command_loads_only_what_it_needs(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, allowed: set[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("“No such words were ever said,” she said.")
    assert loaded(RUN, "--db", str(file), *command.split()) <= allowed


def test_help_loads_no_store_and_no_config() -> None:
    code = "import sys\nimport desk.cli.parser\nassert not {'desk.store.store', 'desk.config', 'sqlite3'} & set(sys.modules)"
    assert loaded(code) == set()


def test_the_screen_runs_without_tls_and_takes_it_from_nobody_else() -> None:
    code = (
        "import sys\n"
        "from desk.cli.desk import _leave_the_network_out\n"
        "_leave_the_network_out()\n"
        "import textual.app\n"
        "assert 'asyncio' in sys.modules and 'ssl' not in sys.modules\n"
        "import ssl\n"
        "assert ssl.create_default_context()\n"
    )
    assert {"textual", "asyncio"} <= loaded(code)
