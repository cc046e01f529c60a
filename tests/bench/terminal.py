"""A program in a terminal of its own, driven and timed from outside: what a person at the keyboard would wait for."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

PATIENCE = 60.0


class Terminal:
    """Runs `argv` under a pseudo-terminal of the given size; use as a context manager, which kills it at the end."""

    def __init__(
        self, argv: Sequence[str], *, size: tuple[int, int] = (120, 40), env: Mapping[str, str] | None = None
    ) -> None:
        self._argv = list(argv)
        self._size = size
        self._env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        self._env.pop("TMUX", None)
        self.started = 0.0

    def __enter__(self) -> Terminal:
        self.started = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            columns, lines = self._size
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execvpe(self._argv[0], self._argv, self._env)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)

    def press(self, keys: str) -> float:
        """Send keys; returns when."""
        now = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return now

    def until(self, text: str) -> float:
        """Wait until the program has written `text`; returns when it came. Raises TimeoutError with what was seen."""
        seen = b""
        wanted = text.encode()
        stop = time.perf_counter() + PATIENCE
        while time.perf_counter() < stop:
            seen += self._read(0.05)
            if wanted in seen:
                return time.perf_counter()
        raise TimeoutError(f"never saw {text!r}; the last was {seen[-800:].decode('utf-8', 'replace')!r}")

    def answered(self, *, quiet: float = 0.06) -> float | None:
        """Wait for the burst of output that answers a key to end; returns when its last byte came, None for no answer."""
        last = None
        stop = time.perf_counter() + 2.0
        while time.perf_counter() < stop:
            if self._read(quiet if last else 0.5):
                last = time.perf_counter()
            elif last is not None:
                break
        return last

    def settle(self, seconds: float = 3.0) -> None:
        """Let the program finish what it does after its start; a cursor that blinks may go on."""
        stop = time.perf_counter() + seconds
        while time.perf_counter() < stop:
            self._read(0.1)

    def memory(self) -> int:
        """Bytes of memory that the program has now (Linux)."""
        pages = int(Path(f"/proc/{self._process}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def _read(self, wait: float) -> bytes:
        if not select.select([self._terminal], [], [], wait)[0]:
            return b""
        return os.read(self._terminal, 1 << 16)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
