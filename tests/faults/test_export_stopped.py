"""An export of many quotes tells how far it is, and leaves nothing that looks like an export where it is stopped."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.cli import export

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal and signals as on POSIX")

ROOT = Path(__file__).parents[2]
MANY = 10_000
PATIENCE = 60.0
#: Runs a command that heeds a signal, also where whoever runs the tests ignores it.
HEEDS = """
import os, signal, sys
signal.signal(int(sys.argv[1]), signal.SIG_DFL)
os.execv(sys.argv[2], sys.argv[2:])
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with many quotes."""
    folder = tmp_path_factory.mktemp("many")
    lines = (
        {"text": f"We hold line {number}.", "speaker": "Ann Lee", "ground_rule": "on_record"} for number in range(MANY)
    )
    (folder / "quotes.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    command = [*desk(folder / "talks.db"), "import", str(folder / "quotes.jsonl")]
    subprocess.run(command, env=env(folder), check=True, capture_output=True)
    return folder / "talks.db"


def desk(file: Path) -> list[str]:
    return [sys.executable, "-m", "desk", "--db", str(file)]


def env(home: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}


def in_a_terminal(file: Path, target: str, typed: bytes) -> tuple[bytes, int]:
    """What an export in a terminal said, and its exit code, where `typed` is typed once it tells how far it is."""
    process, terminal = pty.fork()
    if process == 0:
        # Whoever runs the tests in the background lets them ignore it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execve(sys.executable, [*desk(file), "export", target], env(file.parent))
    said, until, answered = b"", time.monotonic() + PATIENCE, False
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            said += part
        if not answered and b"ctrl+c stops" in said:
            os.write(terminal, typed)
            answered = True
    os.close(terminal)
    return said, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.parametrize("name", ["out.json", "out.md", "out.csv"])
def test_ctrl_c_stops_it_with_a_sentence_and_no_half_file(file: Path, tmp_path: Path, name: str) -> None:
    said, code = in_a_terminal(file, str(tmp_path / name), b"\x03")
    assert f"of {MANY:,} quotes".encode() in said
    assert said.rstrip().endswith(f"desk: stopped; {tmp_path / name} was not written.".encode())
    assert b"Traceback" not in said
    assert code == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_it_leaves_no_half_file_either(file: Path, tmp_path: Path, number: int) -> None:
    command = [*desk(file), "export", str(tmp_path / "out.json")]
    heeds = [sys.executable, "-c", HEEDS, str(int(number)), *command]
    with subprocess.Popen(heeds, env=env(file.parent), stderr=subprocess.PIPE) as export:
        until = time.monotonic() + PATIENCE
        while not list(tmp_path.iterdir()) and time.monotonic() < until:
            time.sleep(0.005)
        export.send_signal(number)
        _, said = export.communicate()
    assert (export.returncode, said) == (128 + number, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_signal_whose_exception_was_lost_ends_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_told_to_end", 0)
    with pytest.raises(SystemExit):  # which Python drops where it comes in the middle of a finalizer
        export._ended(signal.SIGHUP, None)
    with pytest.raises(SystemExit) as ended:
        list(export._heeded(["a piece"]))
    assert ended.value.code == 128 + signal.SIGHUP


def test_let_run_it_writes_every_quote(file: Path, tmp_path: Path) -> None:
    said, code = in_a_terminal(file, str(tmp_path / "out.json"), b"")
    assert code == 0
    assert f"desk: {MANY:,} quotes".encode() in said
    assert len(json.loads((tmp_path / "out.json").read_text())) == MANY
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
