"""`desk import`: taking in a file."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import time
from pathlib import Path

from desk.app import searching
from desk.app.importing.files import Imported, Options, import_file, import_stream
from desk.app.reporter import date_reader
from desk.app.session import Store
from desk.cli import STOPPED
from desk.cli.context import Context
from desk.cli.output_filter import OutputFilter
from desk.cli.printing import done as was_done
from desk.cli.printing import flush
from desk.model.enums import GroundRule

#: So many quotes take a while to read anew at the next start.
_WORTH_INDEXING = 1_000
#: What rows are called, one and several, where it is not the section's name and that without its s.
_WORDS = {
    "parties": ("party", "parties"),
    "people": ("person", "people"),
    "negotiations": ("talks", "talks"),
    "deadline_dates": ("date", "dates"),
    "stories": ("story", "stories"),
    "terms": ("ground rule", "ground rules"),
    "embargoes": ("embargo", "embargoes"),
    "copies": ("line of the copy log", "lines of the copy log"),
}


def run(args: argparse.Namespace) -> int:
    """Take in a file, whole or not at all, and say what came in."""
    context = Context(args)
    options = Options(source=args.source, rule=GroundRule(args.rule) if args.rule else None, skip_bad=args.skip_bad)
    _step_back()
    gc.disable()  # there is none to speak of, and looking for it took a tenth of the time
    with context.store(write=True) as store:
        meter = _Meter()
        try:
            if args.file == "-":
                done = import_stream(
                    store, sys.stdin.buffer, name="standard input", options=options, progress=meter.tell
                )
            else:
                done = import_file(store, Path(args.file).expanduser(), options, progress=meter.tell)
        except KeyboardInterrupt:
            meter.end()
            context.remark("stopped; nothing of it was kept")
            return STOPPED
        finally:
            meter.end()
        _report(context, done, OutputFilter(store, "status"))
        flush()
        if done.counts.get("quotes", 0) >= _WORTH_INDEXING:
            _index(context, store)
    return 0


def _step_back() -> None:
    """Let the desk that the reporter works in go first while a long list comes in."""
    if hasattr(os, "nice"):
        os.nice(5)


def _index(context: Context, store: Store) -> None:
    """Make the index that the next start reads, while the reporter is not waiting for it."""
    if sys.stderr.isatty():
        sys.stderr.write("making the index over the quotes; ctrl+c leaves that to the next start\x1b[K\r")
    with contextlib.suppress(KeyboardInterrupt):
        searching.keep(searching.load(store, date_reader(context)), store)
    if sys.stderr.isatty():
        sys.stderr.write("\x1b[K")


def _report(context: Context, done: Imported, door: OutputFilter) -> None:
    told = ", ".join(
        f"{count:,} {_WORDS.get(what, (what[:-1], what))[count != 1]}" for what, count in done.counts.items() if count
    )
    told = told or "nothing new"
    was_done(f"imported {told}")
    remarks = [door.text(remark) for remark in done.remarks]
    if context.args.json:
        context.json({"imported": done.counts, "remarks": remarks})
        return
    context.out(f"imported {told}")
    for remark in remarks:
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
