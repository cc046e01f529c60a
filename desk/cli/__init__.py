"""The command `desk`: the full-screen desk, and the same things without the screen."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from desk.cli.crash import report_crashes
from desk.cli.parser import UsageError, db_of, parser
from desk.cli.printing import NotPrintedError, flush, forget_done
from desk.model.errors import DeskError
from desk.model.text import visible

#: What a command ends with; one that was stopped as shells have it (128 and the number of SIGINT).
FINE, FAILED, USAGE, UNCONFIRMED, STOPPED = 0, 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What a person can act on is said in a sentence, never as a traceback."""
    report_crashes()
    forget_done()
    for stream, errors in ((sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace"), (sys.stdin, "replace")):
        if isinstance(stream, TextIOWrapper):  # None where whoever started it closed it
            stream.reconfigure(errors=errors)
    line = sys.argv[1:] if argv is None else argv
    named = db_of(line)
    try:
        args = parser(line).parse_args(line)
        named = args.db
        # A command's module is loaded only when it runs, so that each starts as fast as it can.
        code = int(import_module(f"desk.cli.{args.module}").run(args))
        flush()
    except UsageError as error:
        return _say(f"{error.usage}{visible(_safely(error.sentence, named))}", USAGE)
    except DeskError as error:
        return _say(f"desk: {visible(_safely(str(error), named))}", FAILED)
    except NotPrintedError as error:
        _drop_output()
        return FAILED if error.quiet else _say(f"desk: {visible(_safely(str(error), named))}", FAILED)
    except KeyboardInterrupt:
        return _say("desk: stopped", STOPPED)
    return code


def _safely(sentence: str, db: str) -> str:
    """The sentence without the names that may not be told: an error repeats what was typed, and lists what is known."""
    from desk.cli.output_filter import hide_names
    from desk.locations import locate

    try:
        return hide_names(sentence, locate(os.environ, db=db).file)
    except DeskError:
        return sentence  # there is no telling which file is meant


def _drop_output() -> None:
    """What is still buffered must not raise again at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str, code: int) -> int:
    with contextlib.suppress(OSError, ValueError, AttributeError, NotPrintedError):
        flush()
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{sentence}\n")
    return code
