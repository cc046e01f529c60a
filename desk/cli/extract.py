"""`desk extract`: what is said in a file and by whom, as far as the file itself says so. Nothing is taken in."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.app.importing.statement import Quotation, read_statement
from desk.app.lines.context import EntryContext
from desk.cli.context import Context
from desk.cli.output_filter import OutputFilter
from desk.cli.printing import flush, put
from desk.formats.papers.textfile import doubt_of, text_of
from desk.model.errors import InputError
from desk.model.text import one_line, visible

#: Words of one quotation that are printed for people.
_ROOM = 100


def run(args: argparse.Namespace) -> int:
    """Print every quotation of a file, the turns of a transcript, with who said it and why that is not sure."""
    context = Context(args)
    held = _read(args.file)
    text = text_of(held)
    known, door = _desk(context)
    found = read_statement(text, known, doubt=doubt_of(held))
    if args.json:
        shift = max(0, held.decode("utf-8", "replace").find(text[:2000]))
        context.json([door.value(_value(one, shift)) for one in found])
    else:
        for one in found:
            put(door.text(_line(one)) + "\n")
        sure = sum(one.sure for one in found)
        context.remark(f"{len(found):,} found, {sure:,} sure, {len(found) - sure:,} to look at")
    flush()
    return 0


def _desk(context: Context) -> tuple[EntryContext, OutputFilter]:
    """Whom the desk knows, where there is one. A file is read without one too."""
    if not context.locations.file.exists():
        return EntryContext(now=context.clock(), zone="UTC"), OutputFilter(None, "extract")
    with context.store() as store:
        known = EntryContext.of(store)
        # Whoever is confidential is called what the file calls them, never by the name that the desk knows.
        persons = tuple(person for person in known.persons if not person.confidential)
        return replace(known, persons=persons), OutputFilter(store, "extract")


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).expanduser().read_bytes()
    except IsADirectoryError:
        raise InputError("this is a folder", where=name, remedy="Name a file in it.") from None
    except FileNotFoundError:
        raise InputError("there is no such file", where=name) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(f"it cannot be read ({getattr(error, 'strerror', '') or error})", where=name) from None


def _value(one: Quotation, shift: int) -> dict[str, Any]:
    return {
        "start": one.start + shift,
        "end": one.end + shift,
        "words": one.words,
        "speaker": one.speaker.name if one.speaker is not None else one.name,
        "cue": one.said_by,
        "kind": one.kind.value,
        "form": one.form.value,
        "locator": one.locator,
        "sure": one.sure,
        "why": one.why,
        "taken": one.taken,
    }


def _line(one: Quotation) -> str:
    who = one.speaker.name if one.speaker is not None else one.name or "?"
    words = one_line(one.words)
    words = words if len(words) <= _ROOM else words[: _ROOM - 1].rstrip() + "…"
    parts = (one.locator, "sure" if one.sure else "look", who, f"“{words}”", one.said_by, one.why)
    return visible(" | ".join(part for part in parts if part))
