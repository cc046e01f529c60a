"""What is said when a command fails in a way that nobody foresaw: where, and nothing that the reporter wrote."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

_PACKAGE = Path(__file__).resolve().parent.parent


def report_crashes() -> None:
    """Print places in the program instead of a traceback, whose last line may hold people's words."""
    sys.excepthook = _report


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    import traceback

    lines = ["desk: this was not done, because of an error of the desk's own. What was saved before is safe."]
    lines += [f"  {kind.__name__}"]
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        where = path.relative_to(_PACKAGE) if path.is_relative_to(_PACKAGE) else path.name
        lines.append(f"  {where}, line {frame.lineno}, {frame.name}")
    sys.stderr.write("\n".join(lines) + "\n")
