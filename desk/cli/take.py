"""`desk log` and `desk quote`: one line in, from the shell."""

from __future__ import annotations

import argparse

from desk.cli.context import Context, read_text
from desk.cli.printing import done as was_done
from desk.cli.safe import Door
from desk.intake.known import Known
from desk.intake.linedraft import Missing, Piece
from desk.intake.logline import keep_log, parse_log
from desk.intake.quoteline import keep_quote, parse_quote
from desk.model.errors import InputError


def run(args: argparse.Namespace) -> int:
    """Keep what the line says, and print what was understood."""
    context = Context(args)
    text = read_text(args.text)
    if not text.strip():
        raise InputError("there is nothing to keep", remedy=f"desk {args.command} --help shows how a line looks.")
    with context.store(write=True) as store:
        time, labels = context.config.time, context.config.labels
        known = Known.of(store, zone=context.zone, zones=time.also_in, week_starts=time.week_starts, naming=labels.of)
        if args.command == "log":
            log = parse_log(text, known)
            number = keep_log(store, log)
            _report(context, Door(store, "status"), "logged", number, log.pieces, log.missing, log.notes)
            return 0
        quote = parse_quote(text, known)
        for one in quote.missing:
            if one.needed:
                raise InputError(
                    f"the {one.what} is missing",
                    remedy=f"Add it, such as {one.token}." if one.token else "Add it: @Name.",
                )
        number = keep_quote(store, quote)
        _report(context, Door(store, "status"), "kept quote", number, quote.pieces, quote.missing, quote.notes)
    return 0


def _report(
    context: Context,
    door: Door,
    done: str,
    number: int,
    pieces: tuple[Piece, ...],
    missing: tuple[Missing, ...],
    notes: tuple[str, ...],
) -> None:
    was_done(f"{done} {number}")
    if context.args.json:
        understood = [{"what": one.what, "text": door.text(one.text), "given": one.given} for one in pieces]
        context.json({"id": number, "understood": understood, "notes": [door.text(note) for note in notes]})
        return
    context.out(f"{done} {number}: " + " · ".join(f"{one.what} {door.text(one.text)}" for one in pieces))
    for one in missing:
        as_what = "it is taken as" if one.what == "kind" else "the last one was"
        last = f"; {as_what} {door.text(one.token)}" if one.token else ""
        context.remark(f"no {one.what} was given{last}")
    for note in notes:
        context.remark(door.text(note))
