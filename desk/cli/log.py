"""`desk log` and `desk quote`: one line in, from the shell."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from desk.app import searching
from desk.app.duplicates import Alike, find, tell_much
from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import Missing, Piece
from desk.app.lines.logline import keep_log, parse_log
from desk.app.lines.quoteline import keep_quote, parse_quote
from desk.app.reporter import date_reader
from desk.app.session import Store
from desk.cli.context import Context, read_text
from desk.cli.output_filter import OutputFilter
from desk.cli.printing import done as was_done
from desk.cli.printing import flush
from desk.model.errors import InputError, StorageError

if TYPE_CHECKING:
    from desk.app.lines.quoteline import QuoteDraft


def run(args: argparse.Namespace) -> int:
    """Keep what the line says, and print what was understood."""
    context = Context(args)
    text = read_text(args.text)
    if not text.strip():
        raise InputError("there is nothing to keep", remedy=f"desk {args.command} --help shows how a line looks.")
    time, labels = context.config.time, context.config.labels
    if not context.locations.file.exists():
        # What would be refused by a desk that knows nothing is refused before an empty one is made for it.
        context.set_clock(None)
        nothing = EntryContext(
            now=context.clock(), zone=context.zone, zones=time.also_in, week_starts=time.week_starts, naming=labels.of
        )
        _ = parse_log(text, nothing) if args.command == "log" else _whole_quote(text, nothing)
    with context.store(write=True) as store:
        known = EntryContext.of(
            store, zone=context.zone, zones=time.also_in, week_starts=time.week_starts, naming=labels.of
        )
        if args.command == "log":
            log = parse_log(text, known)
            number = keep_log(store, log)
            _report(context, OutputFilter(store, "status"), "logged", number, log.pieces, log.missing, log.notes)
            return 0
        quote = _whole_quote(text, known)
        number = keep_quote(store, quote)
        _report(
            context, OutputFilter(store, "status"), "kept quote", number, quote.pieces, quote.missing, quote.notes,
            alike=lambda: _alike(context, store, quote, number),
        )  # fmt: skip
    return 0


def _whole_quote(text: str, known: EntryContext) -> QuoteDraft:
    """The quote that a line notes. Raises InputError where something is missing that has to be there."""
    quote = parse_quote(text, known)
    for one in quote.missing:
        if one.needed:
            raise InputError(
                f"the {one.what} is missing",
                remedy="Add it: @Name.",
            )
    return quote


def _alike(context: Context, store: Store, quote: QuoteDraft, number: int) -> Sequence[Alike]:
    """What the bank had of these words already. The search is loaded for it, once the quote is kept."""
    words = quote.quote.words
    if not tell_much(words):
        return ()
    loaded = searching.load(store, date_reader(context))
    found = find(store, loaded.bank, words, but=number)
    with contextlib.suppress(StorageError):  # the quote is kept, and a snapshot only spares the next start
        searching.keep(loaded, store)
    return found


def _report(
    context: Context,
    door: OutputFilter,
    done: str,
    number: int,
    pieces: tuple[Piece, ...],
    missing: tuple[Missing, ...],
    notes: tuple[str, ...],
    *,
    alike: Callable[[], Sequence[Alike]] | None = None,
) -> None:
    was_done(f"{done} {number}")
    if context.args.json:
        understood = [{"what": one.what, "text": door.text(one.text), "given": one.given} for one in pieces]
        said: dict[str, Any] = {"id": number, "understood": understood, "notes": [door.text(note) for note in notes]}
        if alike is not None:
            said["alike"] = [{"id": one.record.quote.id, "same": one.same} for one in alike()]
        context.json(said)
        return
    context.out(f"{done} {number}: " + " · ".join(f"{one.what} {door.text(one.text)}" for one in pieces))
    for one in missing:
        taken = f"; it is taken as {one.taken}" if one.taken else ""
        context.remark(f"no {one.what} was given{taken}")
    for note in notes:
        context.remark(door.text(note))
    flush()
    for each in alike() if alike is not None else ():
        context.remark(f"quote {each.record.quote.id} has {each.words} already")
