"""What a crash may tell: where in the program it happened, and nothing that the reporter wrote."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from rich.text import Text

_PACKAGE = Path(__file__).resolve().parent.parent


def no_core_dumps() -> None:
    """A crash of the interpreter leaves no picture of its memory on the disk."""
    try:
        import resource
    except ImportError:
        return  # not on this system, which then has no core dumps either
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def place(error: BaseException) -> str:
    """What kind of error, and where in the desk: "KeyError in panes/quotes.py, line 12"."""
    frames = _frames(error.__traceback__)
    return f"{type(error).__name__} in {frames[-1]}" if frames else type(error).__name__


def report() -> Text:
    """The report of the error that is being handled: its kind and the places it came through, without any value."""
    error = sys.exc_info()[1]
    lines = [
        "The desk stopped on an error of its own. What it had shown as saved is saved.",
        "This report holds nothing that you wrote; it can be passed on as it is.",
    ]
    while error is not None:
        lines += ["", type(error).__name__, *(f"  {frame}" for frame in _frames(error.__traceback__))]
        error = error.__cause__ or error.__context__
    return Text("\n".join(lines))


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{_short(frame.filename)}, line {frame.lineno}, {frame.name}" for frame in traceback.extract_tb(trace)]


def _short(filename: str) -> str:
    """A file of the program without the machine's folders."""
    path = Path(filename)
    try:
        return str(path.relative_to(_PACKAGE))
    except ValueError:
        return "/".join(path.parts[-2:])
