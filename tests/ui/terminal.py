"""A desk in a real terminal: what is typed arrives as bytes, in any pieces, and what it shows is read back as lines.

Such tests take their time: by default there are a few, about a minute in all. With `DESK_TEST_LONG=1` in the environment
there are all of them.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import sqlite3
import struct
import sys
import termios
import time
from collections.abc import Iterable
from pathlib import Path

from rich.cells import cell_len

#: All tests in a terminal are wanted.
LONG = bool(os.environ.get("DESK_TEST_LONG"))
ROOT = Path(__file__).parents[2]
#: Seconds that anything may take, on a machine that has other things to do.
PATIENCE = 60.0
_TOKENS = re.compile(r"\x1b\[([0-?]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[\r\n]|[^\x1b\r\n]", re.S)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|\+00:00)?")


class Terminal:
    """The desk on the file `talks.db` of a folder, full-screen in a pty of its own."""

    def __init__(self, folder: Path, size: tuple[int, int] = (120, 40), *, config: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "talks.db"
        self._columns, self._rows = size
        own = folder / "config" / "newsroom-desk"
        own.mkdir(parents=True, exist_ok=True)
        (own / "config.toml").write_text(config)
        environ = {
            **{key: value for key, value in os.environ.items() if key not in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY")},
            "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "DESK_DB": str(self.file), "EDITOR": "true",
            "VISUAL": "true", "TZ": "UTC", "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder),
            "COLUMNS": str(self._columns), "LINES": str(self._rows),
        }  # fmt: skip
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, "-m", "desk"], environ)
        os.set_inheritable(self.fd, False)  # another desk's copy would keep this one's terminal open
        self._resize(self._columns)
        self._drawn = bytearray()

    def _resize(self, columns: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", self._rows, columns, 0, 0))

    def type(self, keys: bytes) -> None:
        """Write all of it, as fast as the terminal takes it."""
        until = time.monotonic() + PATIENCE
        while keys:
            assert time.monotonic() < until, "the terminal takes nothing more"
            readable, writable, _ = select.select([self.fd], [self.fd], [], 1)
            if readable:
                self._drawn += os.read(self.fd, 65536)
            if writable:
                keys = keys[os.write(self.fd, keys[:512]) :]

    def read(self, seconds: float) -> None:
        """Take in what is drawn for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.fd], [], [], left)[0]:
                try:
                    self._drawn += os.read(self.fd, 65536)
                except OSError:
                    return

    def until(self, words: str) -> None:
        """Wait until these are drawn, from here on."""
        self._until(lambda: words.encode() in bytes(self._drawn), f"{words!r} is not shown")

    def until_quiet(self, quiet: float = 0.3) -> None:
        """Wait until nothing is drawn for a moment."""

        def silent() -> bool:
            before = len(self._drawn)
            self.read(quiet)
            return len(self._drawn) == before

        self._until(silent, "it is never quiet")

    def _until(self, done: object, otherwise: str) -> None:
        until = time.monotonic() + PATIENCE
        while not done():  # type: ignore[operator]
            assert time.monotonic() < until, f"{otherwise}\n{self.lines()}"
            assert os.waitpid(self.process, os.WNOHANG) == (0, 0), f"the desk is gone\n{bytes(self._drawn[-3000:])!r}"
            self.read(0.05)

    def lines(self) -> list[str]:
        """What the screen shows. It is drawn anew for that, in a window one column narrower and wider again."""
        self._resize(self._columns - 1)
        self.read(1)
        self._drawn.clear()
        self._resize(self._columns)
        self.read(1.5)
        return _shown(self._drawn.decode("utf-8", "replace"), self._rows)

    @property
    def running(self) -> bool:
        return os.waitpid(self.process, os.WNOHANG) == (0, 0)

    def end(self) -> int:
        """End it as a closed window does; its exit code."""
        os.close(self.fd)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        raise AssertionError("the desk did not end")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What stands in its file."""
        conn = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return conn.execute(query).fetchall()
        finally:
            conn.close()

    def filed(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything in its file but the moments at which it was written."""
        names = self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        left_out = {"_sqlite_migrations", "search_snapshot"}
        return {
            str(name): sorted((tuple(map(_timeless, row)) for row in self.rows(f"SELECT * FROM {name}")), key=repr)
            for (name,) in names
            if name not in left_out
        }


def _timeless(value: object) -> object:
    return _MOMENT.sub("…", value) if isinstance(value, str) else value


def _shown(drawn: str, rows: int) -> list[str]:
    """The lines that a terminal would show. Knows what Textual draws with: moves of the cursor, and text."""
    screen: list[list[str]] = [[] for _ in range(rows + 1)]
    x = y = 0
    for token in _TOKENS.finditer(drawn):
        if token[2] == "H":
            numbers = [int(one or 1) for one in (token[1] or "1;1").split(";")]
            y, x = numbers[0] - 1, (numbers[1] if len(numbers) > 1 else 1) - 1
        elif token[0] == "\n":
            y += 1
        elif token[0] == "\r":
            x = 0
        elif not token[0].startswith("\x1b") and 0 <= y < rows:
            line, width = screen[y], cell_len(token[0])
            line += " " * (x + width - len(line))
            if width:
                line[x : x + width] = [token[0], *[""] * (width - 1)]
            x += width
    return ["".join(line).rstrip() for line in screen[:rows]]


def timeless(lines: Iterable[str]) -> list[str]:
    """Lines without the clock, and how long a search took."""
    return [re.sub(r"\d+ ms|\d?\d:\d\d(?::\d\d)?(?: ?[ap]\.m\.)?", "…", line) for line in lines]
