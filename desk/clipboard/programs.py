"""Running a program of the machine for a moment: with a time limit, and with nothing left behind that holds us up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import Protocol

from desk.model.frozen import frozen


@frozen
class Ran:
    """How a program ended. `code` is None where it could not be started or did not end in time; `why` says it then,
    else what the program wrote on standard error.
    """

    code: int | None
    out: bytes = b""
    why: str = ""

    @property
    def good(self) -> bool:
        """True if it ended by itself and reported no failure."""
        return self.code == 0


class Runner(Protocol):
    """Runs a program; never raises for what a program does."""

    def __call__(
        self, command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool
    ) -> Ran: ...


def run(command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool) -> Ran:
    """Run a program with `given` on its standard input, at most so long. Its output is read only where `reads`.

    A clipboard's owner stays in the background and keeps what it was started with open, so that without `reads` it
    gets no pipe of ours to hold.
    """
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE if reads else subprocess.DEVNULL,
                stderr=complaints,
                env=dict(env),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            return Ran(None, why=f"{command[0]} could not be started: {_reason(error)}")
        try:
            out, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return Ran(None, why=f"{command[0]} did not answer within {seconds:.1f} s")
        except OSError as error:
            _end(process)
            return Ran(None, why=f"{command[0]} took no input: {_reason(error)}")
        complaints.seek(0)
        said = complaints.read(2000).decode("utf-8", "replace").strip()
    return Ran(process.returncode, out or b"", said or ("" if process.returncode == 0 else _ended(process.returncode)))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started, and let go of it without waiting for pipes that others hold."""
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                # What was not yet written is of no use to a program that is gone.
                continue
    process.wait()


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _ended(code: int) -> str:
    return f"it ended with code {code}" if code >= 0 else f"it was ended by signal {-code}"
