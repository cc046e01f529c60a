"""`desk demo` in a real terminal: it opens on the demo's facts and leaves nothing behind."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

PATIENCE = 60.0


class Screen:
    """A `desk demo` in a terminal of 120×40."""

    def __init__(self, shell: Shell, temporary: Path, *args: str) -> None:
        environ = {**shell.environ(), "TMPDIR": str(temporary)}
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(sys.executable, [sys.executable, "-m", "desk", "demo", *args], environ)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.seen = ""

    def until(self, *words: str) -> None:
        end = time.monotonic() + PATIENCE
        while not all(word in self.seen for word in words):
            assert time.monotonic() < end, f"not on the screen: {words}\n{self.seen[-3000:]}"
            self._read()

    def _read(self) -> bool:
        if not select.select([self.terminal], [], [], 0.2)[0]:
            return True
        try:
            read = os.read(self.terminal, 65536)
        except OSError:
            return False
        # Only what is printed between the sequences that place and colour it.
        self.seen += re.sub(r"\x1b\[[0-9;?<>]*[a-zA-Z]", "", read.decode("utf-8", "replace"))
        return bool(read)

    def ended(self) -> int:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            self._read()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        raise AssertionError("the demo did not end")


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    place = tmp_path / "tmp"
    place.mkdir()
    return place


def test_the_demo_opens_on_its_facts_and_leaves_nothing_behind(empty: Shell, temporary: Path) -> None:
    screen = Screen(empty, temporary)
    screen.until("SAG-AFTRA 2026", "4 ahead", "Talks resume", "Feb 14")
    (folder,) = temporary.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    os.write(screen.terminal, b"q")
    assert screen.ended() == 0
    assert list(temporary.iterdir()) == []
    assert list(empty.home.iterdir()) == []


def test_the_demo_of_march_knows_what_came_in_since(empty: Shell, temporary: Path) -> None:
    screen = Screen(empty, temporary, "--now", "2026-03-07")
    screen.until("5 ahead", "WGA contract", "≠")
    os.write(screen.terminal, b"q")
    assert screen.ended() == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_demo_that_is_ended_from_outside_leaves_nothing_behind(empty: Shell, temporary: Path, name: str) -> None:
    screen = Screen(empty, temporary)
    screen.until("Talks resume")
    os.kill(screen.process, getattr(signal, name))
    screen.ended()
    assert list(temporary.iterdir()) == []
