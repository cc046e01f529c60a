"""`desk doctor`: whether the file, the index over the quotes, the config and the clipboard are sound."""

from __future__ import annotations

import argparse
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from desk import resources
from desk.app.session import Store
from desk.cli import FAILED, FINE
from desk.cli.context import Context
from desk.cli.printing import flush
from desk.model.errors import StorageError
from desk.model.frozen import frozen
from desk.model.text import visible
from desk.store.bulk.indexing import settled
from desk.store.file.migrate import missing_triggers
from desk.store.subjects.evidence import Copy, Evidence, told

T = TypeVar("T")


@frozen
class Finding:
    """One thing that was looked at. `sound` is None where it cannot be known from here."""

    what: str
    sound: bool | None
    sentence: str
    mend: str = ""


def run(args: argparse.Namespace) -> int:
    """Look at everything, say what was found; 1 where something is wrong."""
    context = Context(args)
    found: list[Finding] = []

    def say(findings: Iterator[Finding]) -> None:
        for finding in findings:
            one = replace(finding, sentence=context.safe(finding.sentence), mend=context.safe(finding.mend))
            found.append(one)
            if not args.json:
                mark = {True: "ok", False: "no" if one.what == "clipboard" else "WRONG", None: "?"}[one.sound]
                context.out(f"{mark:5}  {one.what}: {one.sentence}" + (f" {one.mend}" if one.mend else ""))
                flush()

    try:
        with context.store(write=args.rebuild) as store:
            say(_file(store))
            say(_index(store, rebuild=args.rebuild))
    except StorageError as error:
        say(iter([Finding("file", False, visible(str(error)))]))
    say(_config(context))
    say(_clipboard(context))
    if args.json:
        context.json(
            [{"what": one.what, "sound": one.sound, "sentence": one.sentence, "mend": one.mend} for one in found]
        )
    return FAILED if any(one.sound is False and one.what != "clipboard" for one in found) else FINE


def _file(store: Store) -> Iterator[Finding]:
    path = store.path
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        yield Finding("file", False, f"others may read {path} ({mode:o}).", f"chmod 600 {path}")
    else:
        yield Finding("file", True, f"{path} is yours alone.")
    conn = store.reader()
    damage = [row[0] for row in conn.execute("PRAGMA integrity_check(5)")]
    if damage == ["ok"]:
        yield Finding("pages", True, "the file is whole.")
    else:
        yield Finding("pages", False, f"the file is damaged ({damage[0]}).", "Bring back a backup: desk restore FILE.")
    loose = len(conn.execute("PRAGMA foreign_key_check").fetchall())
    yield Finding(
        "rows", not loose, f"{loose} rows point to nothing." if loose else "every row points to what is there."
    )
    missing = missing_triggers(conn, resources.migrations())
    yield Finding(
        "guards",
        not missing,
        f"{len(missing)} of the file's guards are gone." if missing else "what guards the file is in place.",
        "Open the desk once: it puts them back." if missing else "",
    )
    for source in store.sources.all():
        copy = Evidence(store).check(source)
        if copy not in (Copy.NONE, Copy.PRESENT):
            yield Finding("kept copies", False, told(copy, source.code))


def _index(store: Store, *, rebuild: bool) -> Iterator[Finding]:
    """The index as the next start would have it, held against the table."""
    from desk.search.bank import Bank
    from desk.search.documents import Documents
    from desk.search.indexer import Read, keep_bank, read_bank

    if rebuild:
        known = settled(store)
        bank = Bank(_walk(Documents(store).of(), store.quotes.count()))
        keep_bank(bank, store, Read(known, len(bank)))
        yield Finding("index", True, f"it was made anew over {len(bank):,} quotes.")
        return
    bank, _ = read_bank(store)
    indexed = bank.digests()
    wrong = 0
    for one in Documents(store).of():
        wrong += indexed.pop(one.id, None) != one.digest()
    wrong += len(indexed)
    yield Finding(
        "index",
        not wrong,
        ("1 quote is" if wrong == 1 else f"{wrong:,} quotes are") + " not in it as they are."
        if wrong
        else f"it knows all {len(bank):,} quotes as they are.",
        "desk doctor --rebuild makes it anew." if wrong else "",
    )


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
    from desk.clipboard.machine import surroundings

    around = surroundings(
        terminal=terminal(),
        command=context.read_config[0].clipboard.command,
        folder=context.locations.copied.parent,
    )
    for link in examine(around):
        yield Finding("clipboard", link.works, f"{link.name}: {link.sentence}", link.mend)
