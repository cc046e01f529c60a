"""Taking in a file, whatever it is: the desk's own format, or quotes as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import field
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from desk.app.importing.outcome import held, reached, sentences
from desk.formats.fields import Fields
from desk.formats.jsonl import Lines, import_lines, lines_of
from desk.formats.native.deskformat import FORMAT, read_document, read_load
from desk.model.enums import GroundRule
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.store.bulk.loading import load
from desk.store.store import Store

#: Told how much is done, of how much (both in bytes or rows, whatever the file), and how many quotes or rows that is.
Progress = Callable[[int, int, int], None]


_BOM = b"\xef\xbb\xbf"
#: Lines in which something has to begin that the desk knows.
_LOOKED_AT = 100


@frozen(kw_only=True)
class Imported:
    """What came in: how many rows of each kind by its name, and sentences about what the reporter may not expect."""

    action_id: int
    counts: dict[str, int]
    remarks: tuple[str, ...] = field(default_factory=tuple)


@frozen(kw_only=True)
class Options:
    """What is agreed for quotes that say nothing of it, and whether bad lines are left out."""

    source: str = ""
    rule: GroundRule | None = None
    skip_bad: bool = False


_USUAL = Options()


def import_file(store: Store, path: Path, options: Options = _USUAL, *, progress: Progress | None = None) -> Imported:
    """Take in a file by what is in it. Raises InputError with the place of what is wrong; nothing is then kept."""
    try:
        with path.open("rb") as file:
            return import_stream(
                store, file, name=path.name, size=path.stat().st_size, options=options, progress=progress
            )
    except IsADirectoryError:
        raise InputError("this is a folder", where=str(path), remedy="Name a file in it.") from None
    except FileNotFoundError:
        raise InputError("there is no such file", where=str(path)) from None
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror or error})", where=str(path)) from None


def import_stream(
    store: Store,
    file: BinaryIO,
    *,
    name: str,
    size: int = 0,
    options: Options = _USUAL,
    progress: Progress | None = None,
) -> Imported:
    """The same for what is read once, such as standard input. `size` in bytes, where it is known."""
    lines = lines_of(file)
    read: list[bytes] = []
    for line in lines:
        read.append(line)
        if line.removeprefix(_BOM).lstrip().startswith(b"{") or len(read) == _LOOKED_AT:
            break
    if not b"".join(read).strip():
        raise InputError("it is empty", where=name)
    kind = _kind(read[-1])
    if kind == "own":
        return _own(store, b"".join((*read, *lines)), name, progress)
    if kind == "lines":
        return _lines(store, chain(read, lines), name, size, options, progress)
    raise InputError(
        "the desk knows no such format", where=name, remedy="It takes its own (JSON), and quotes as JSON Lines."
    )


def _kind(first: bytes) -> str:
    """What a file is, by the first line on which an object begins."""
    start = first.removeprefix(_BOM).lstrip()
    if not start.startswith(b"{"):
        return ""
    try:
        row = json.loads(start)
    except (ValueError, RecursionError):
        # An object over several lines is a document; a line that is cut off, or ends early, is a bad line.
        return "own" if b'"text"' not in start else "lines"
    return "own" if isinstance(row, dict) and row.get("format") == FORMAT else "lines"


def _own(store: Store, body: bytes, name: str, progress: Progress | None) -> Imported:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("this is not text in UTF-8", where=name) from None
    document = read_document(text)
    what, remarks = read_load(document, store)
    counts = {section: len(rows) for section, rows in what.sections() if rows}
    tell = (lambda done, total: progress(done, total, done)) if progress is not None else None
    done = load(store, what, f"import {name}", progress=tell)
    if not counts and done.tightened.action_id is None:
        raise InputError("there is nothing in it that the desk does not have already", where=name)
    _settle(store, document)
    return Imported(action_id=done.action_id, counts=counts, remarks=(*remarks, *sentences(done)))


def _settle(store: Store, document: dict[str, Any]) -> None:
    """A new desk takes over who its reporter is and where; one that knows keeps it."""
    desk = document.get("desk")
    if not isinstance(desk, dict) or store.settings.reporter():
        return
    row = Fields(desk, "desk")
    reporter, zone = row.line("reporter"), row.zone_name("zone")
    row.end()
    if reporter:
        store.settings.put("reporter", reporter)
        store.settings.put("zone", zone or store.settings.zone())


def _lines(
    store: Store, lines: Iterator[bytes], name: str, size: int, options: Options, progress: Progress | None
) -> Imported:
    def tell(done: Lines) -> None:
        if progress is not None:
            progress(done.read, size, done.quotes)

    done = import_lines(
        store, lines, name=name, source=options.source, rule=options.rule, skip_bad=options.skip_bad, progress=tell
    )
    remarks = [f"line {one.number} was left out: {one.why}" for one in done.told]
    if done.bad > len(done.told):
        remarks.append(f"{done.bad - len(done.told):,} more lines were left out")
    if done.known:
        remarks.append(f"{done.known:,} of them were in the desk already, from the same source, and were left out")
    if done.unset:
        remarks.append(
            f"what was agreed for {done.unset:,} of them is not known, so they may not leave yet: "
            "set it once at their source, or import them with --rule"
        )
    if done.strict:
        remarks.append(
            f"for {done.strict:,} of them the file has a looser ground rule than their source has here; the source's "
            "counts, and to loosen it is a renegotiation"
        )
    if done.held:
        remarks.append(held(done.held))
    if done.reached:
        remarks.append(reached(done.reached))
    if done.claimed:
        remarks.append(
            f"{done.claimed:,} lines say that they are verified; the desk has not seen it, so they are unverified"
        )
    if done.ignored:
        remarks.append(f"the desk has no place for {', '.join(sorted(done.ignored))}")
    counts = {"quotes": done.quotes, "people": done.people, "sources": done.sources}
    return Imported(action_id=done.action_id, counts=counts, remarks=tuple(remarks))
