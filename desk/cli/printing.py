"""Printing: what cannot be printed is said, and so is what had been done before."""

from __future__ import annotations

import sys
from collections.abc import Callable

#: What was changed, handed on or written by the command that runs, to be said where it cannot be printed.
_done: list[str] = []


class NotPrintedError(Exception):
    """Standard output takes nothing. `quiet` where whoever read it has seen enough, and nothing was changed."""

    def __init__(self, why: str, *, quiet: bool) -> None:
        self.quiet = quiet and not _done
        what = f"{'; '.join(_done)}. That was done, but" if _done else "nothing was changed, and"
        super().__init__(f"{what} it could not be printed: {why}.")


def done(what: str) -> None:
    """Note what this command has done, before anything of it is printed."""
    _done.append(what)


def forget_done() -> None:
    """A command begins."""
    _done.clear()


def put(text: str) -> None:
    """Write to standard output. Raises NotPrintedError."""
    _try(lambda: sys.stdout.write(text))


def flush() -> None:
    """Have it written out. Raises NotPrintedError."""
    _try(_flush)


def _flush() -> None:
    sys.stdout.flush()


def _try(write: Callable[[], object]) -> None:
    if sys.stdout is None:
        raise NotPrintedError("standard output is closed", quiet=False)
    try:
        write()
    except BrokenPipeError as error:
        raise NotPrintedError("whoever read it is gone", quiet=True) from error
    except OSError as error:
        raise NotPrintedError((error.strerror or "it cannot be written").lower(), quiet=False) from error
    except ValueError as error:
        raise NotPrintedError("standard output is closed", quiet=False) from error
