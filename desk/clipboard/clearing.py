"""Taking a confidential copy away again after a while, by a process of its own: it outlives the command that copied, the
desk, and the terminal they ran in.

It is started before the copy, so that whatever ends the desk meanwhile leaves no words behind. It is told over a pipe what
to look for: a digest and where it may be, never the words. When the time is over it clears what is still the same, and ends.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desk.clipboard.clipboard import Certainty, Outcome, clear_if_unchanged, expected, reached_tmux
from desk.clipboard.machine import ClipboardEnv, clipboard_env
from desk.clipboard.programs import Ran
from desk.model.frozen import frozen
from desk.model.released import Released

#: Seconds in which it says that it has understood.
_BEGINS = 10.0
#: It looks at the clock so often, so that a machine that slept clears when it wakes.
_STEP = 1.0
#: After how many seconds a clipboard that did not answer is asked again.
_AGAIN = (1.0, 5.0, 30.0, 120.0, 600.0)


@frozen
class Clearing:
    """That a copy is cleared after so many seconds; `started` where somebody sees to it."""

    seconds: int
    started: bool

    def told(self, outcome: Outcome) -> str:
        """What is to be said to the reporter of what becomes of the copy; "" where there is none."""
        if outcome.certainty is Certainty.FAILED:
            return ""
        if self.seconds <= 0 or not _can_be_cleared(outcome):
            return "It is a confidential source's: it stays there until you clear it."
        if not self.started:
            return "It is a confidential source's, and could not be set to be cleared: clear it yourself."
        where = f"cleared in {self.seconds} s unless something else was copied by then"
        if outcome.certainty is Certainty.SENT:
            return f"It is a confidential source's: in tmux {where}; in the terminal around it until you clear it."
        return f"It is a confidential source's: {where}."


def clear_later(released: Released, around: ClipboardEnv, seconds: int) -> Clearing:
    """Have what is about to be copied cleared after so many seconds, wherever it can be looked at again by then."""
    outcome = expected(released.text, around)
    if seconds <= 0 or not _can_be_cleared(outcome):
        return Clearing(seconds, started=False)
    order = {"digest": outcome.digest, "certainty": outcome.certainty.value, "mechanism": outcome.mechanism}
    if outcome.path is not None:
        order["path"] = str(outcome.path.absolute())
    given = json.dumps({**order, "at": time.time() + seconds}).encode()
    # Where the desk is imported from is not always where a new Python looks.
    paths = (str(Path(__file__).parents[2]), around.env.get("PYTHONPATH", ""))
    env = {**around.env, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    ran = around.run(
        (sys.executable, "-P", "-m", "desk.clipboard.clearing"), given=given, seconds=_BEGINS, env=env, reads=False
    )
    return Clearing(seconds, started=ran.good)


def _can_be_cleared(outcome: Outcome) -> bool:
    """Return True if what was copied can be looked at again: not what was only sent to a terminal or a program."""
    return outcome.path is not None or outcome.certainty is Certainty.COPIED or reached_tmux(outcome)


def clear(outcome: Outcome, around: ClipboardEnv, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Clear what is still the same. Where a clipboard does not answer it is asked again, a few times."""
    unanswered = []

    def run(command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool) -> Ran:
        ran = around.run(command, given=given, seconds=seconds, env=env, reads=reads)
        if ran.code is None:
            unanswered.append(command)
        return ran

    for pause in (0.0, *_AGAIN):
        sleep(pause)
        unanswered.clear()
        clear_if_unchanged(outcome, replace(around, run=run))
        if not unanswered:
            return


def main() -> None:
    """The process: understand, let whoever started it go on, wait, clear."""
    order = json.loads(sys.stdin.buffer.read())
    outcome = Outcome(
        Certainty(order["certainty"]),
        order["mechanism"],
        "",
        digest=order["digest"],
        path=Path(order["path"]) if "path" in order else None,
    )
    around, at = clipboard_env(), float(order["at"])
    if hasattr(os, "fork") and os.fork():
        os._exit(0)
    os.chdir(os.path.abspath(os.sep))
    while (left := at - time.time()) > 0:
        time.sleep(min(left, _STEP))
    clear(outcome, around)


if __name__ == "__main__":
    main()
