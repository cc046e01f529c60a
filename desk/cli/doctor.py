"""`desk doctor`: whether the file, the index over the quotes, the config and the clipboard are sound."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from desk.app.doctor import Finding, look_at_file, look_at_index, rebuild_index
from desk.app.reporter import clipboard_of, date_reader
from desk.cli import FAILED, FINE
from desk.cli.context import Context
from desk.cli.printing import flush
from desk.model.errors import StorageError
from desk.model.text import visible

T = TypeVar("T")


def run(args: argparse.Namespace) -> int:
    """Look at everything, say what was found; 1 where something is wrong."""
    context = Context(args)
    found: list[Finding] = []

    def say(findings: Iterable[Finding]) -> None:
        for finding in findings:
            one = replace(finding, sentence=context.safe(finding.sentence), mend=context.safe(finding.mend))
            found.append(one)
            if not args.json:
                mark = {True: "ok", False: "no" if one.what == "clipboard" else "WRONG", None: "?"}[one.sound]
                context.out(f"{mark:5}  {one.what}: {one.sentence}" + (f" {one.mend}" if one.mend else ""))
                flush()

    try:
        with context.store(write=args.rebuild) as store:
            say(look_at_file(store))
            say([rebuild_index(store, _walk) if args.rebuild else look_at_index(store, date_reader(context))])
    except StorageError as error:
        say([Finding("file", False, visible(str(error)))])
    say(_config(context))
    say(_clipboard(context))
    if args.json:
        context.json(
            [{"what": one.what, "sound": one.sound, "sentence": one.sentence, "mend": one.mend} for one in found]
        )
    return FAILED if any(one.sound is False and one.what != "clipboard" for one in found) else FINE


def _walk(items: Iterable[T], whole: int) -> Iterator[T]:
    """The same items, with progress on standard error where somebody looks at it."""
    shown = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shown and number % 1_000 == 0:
            sys.stderr.write(f"\r{number:,} of {whole:,} quotes\x1b[K")
            sys.stderr.flush()
        yield item
    if shown:
        sys.stderr.write("\r\x1b[K")


def _config(context: Context) -> Iterator[Finding]:
    place = context.locations.config
    from desk.cli.desk import checked_config

    _, problems = checked_config(context.locations)
    for problem in problems:
        yield Finding("config", False, visible(f"{place}, {problem}."))
    if not problems:
        there = place is not None and place.exists()
        yield Finding(
            "config", True, f"{place} is read." if there else "there is none; every setting is the usual one."
        )


def _clipboard(context: Context) -> Iterator[Finding]:
    from desk.cli.copy import terminal
    from desk.clipboard.doctor import examine

    around = clipboard_of(context.read_config[0], context.locations, terminal())
    for link in examine(around):
        yield Finding("clipboard", link.works, f"{link.name}: {link.sentence}", link.mend)
