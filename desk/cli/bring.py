"""`desk import`: taking in a file."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from desk.cli.context import Context
from desk.intake.files import Imported, Options, import_file, import_stream
from desk.model.words import GroundRule

_WORDS = {
    "deadline_dates": "dates",
    "story_checks": "checks",
    "copies": "lines of the copy log",
}


def run(args: argparse.Namespace) -> int:
    """Take in a file, whole or not at all, and say what came in."""
    context = Context(args)
    options = Options(source=args.source, rule=GroundRule(args.rule) if args.rule else None, skip_bad=args.skip_bad)
    with context.store(write=True) as store:
        meter = _Meter()
        try:
            if args.file == "-":
                done = import_stream(
                    store, sys.stdin.buffer, name="standard input", options=options, progress=meter.tell
                )
            else:
                done = import_file(store, Path(args.file).expanduser(), options, progress=meter.tell)
        finally:
            meter.end()
    _report(context, done)
    return 0


def _report(context: Context, done: Imported) -> None:
    if context.args.json:
        context.json({"imported": done.counts, "remarks": list(done.remarks)})
        return
    told = ", ".join(f"{count:,} {_WORDS.get(what, what)}" for what, count in done.counts.items() if count)
    context.out(f"imported {told}")
    for remark in done.remarks:
        context.remark(remark)


class _Meter:
    """Progress on standard error, where somebody looks at it."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._began = self._last = time.monotonic()
        self._shown = False

    def tell(self, done: int, whole: int, rows: int) -> None:
        now = time.monotonic()
        if not self._on or now - self._last < 0.2:
            return
        self._last = now
        share = f" · {done / whole:.0%}" if whole else ""
        sys.stderr.write(f"\r{rows:,} so far{share} · {rows / (now - self._began):,.0f} a second · ctrl+c stops\x1b[K")
        sys.stderr.flush()
        self._shown = True

    def end(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
