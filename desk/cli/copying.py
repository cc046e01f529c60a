"""`desk copy`: a quote to the clipboard and to standard output, as far as it may leave."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desk.cli import FAILED, FINE, UNCONFIRMED
from desk.cli.context import Context
from desk.cli.house import house_of
from desk.cli.printing import done as was_done
from desk.model.errors import InputError
from desk.model.gate import gate
from desk.model.records import Copied
from desk.model.refusal import Mend, Refusal
from desk.model.shown import hides_names
from desk.model.text import one_line
from desk.output.clearing import clear_later
from desk.output.clipboard import Certainty, copy
from desk.output.confidential import confidential_names
from desk.output.formats import CopyFormat, all_formats
from desk.output.machine import surroundings
from desk.output.release import release
from desk.store.store import machine_clock

_CODES = {Certainty.COPIED: FINE, Certainty.SENT: UNCONFIRMED}
_TERMINAL = Path("/dev/tty")


def run(args: argparse.Namespace) -> int:
    """Copy, print the text or the reason, and keep it in the copy log."""
    context = Context(args)
    chosen = _format(context)
    reason = one_line(args.reason)
    with context.store(write=True) as store:
        record = store.quotes.record(args.id)
        # An embargo is judged by the machine's own clock, whatever --now says.
        permit = gate(record, now=machine_clock(), override=reason, naming=context.config.labels.of)
        if isinstance(permit, Refusal):
            return _refused(context, permit)
        released = release(permit, chosen, way="copy", names=confidential_names(store), house=house_of(context))
        if isinstance(released, Refusal):
            return _refused(context, released)
        clipboard = context.config.clipboard
        around = surroundings(terminal=terminal(), command=clipboard.command, folder=context.locations.copied.parent)
        outcome = copy(released, around)
        if outcome.certainty is not Certainty.FAILED:
            story = store.stories.in_work()
            store.copies.log(
                Copied(
                    quote_id=args.id,
                    story_id=story.id if story is not None else None,
                    format=chosen.name,
                    text=released.text,
                    stamp=released.stamp,
                    mechanism=outcome.mechanism,
                    confirmed=outcome.certainty is Certainty.COPIED,
                    # Of a quote that is not disputed nothing was let out against anything.
                    reason=reason if record.quote.disputed else "",
                )
            )
            was_done(f"quote {args.id} was handed to the clipboard ({outcome.mechanism})")
        secret = hides_names(record.terms, confidential=record.confidential)
        cleared = clear_later(outcome, around, clipboard.clear_after) if secret else ""
        if args.json:
            context.json(
                {
                    "text": released.text,
                    "stamp": released.stamp,
                    "outcome": outcome.certainty.value,
                    "mechanism": outcome.mechanism,
                    "sentence": f"{outcome.sentence} {cleared}".rstrip(),
                }
            )
        else:
            context.out(released.text)
            context.remark(f"{outcome.sentence} {cleared}".rstrip())
    return _CODES.get(outcome.certainty, FAILED)


def _format(context: Context) -> CopyFormat:
    known = all_formats(context.config.templates)
    wanted = context.args.format
    for one in known:
        if one.name == wanted or not wanted:
            return one
    raise InputError(
        f"there is no format {wanted}", where="--format", remedy=f"There are {', '.join(one.name for one in known)}."
    )


def _refused(context: Context, refusal: Refusal) -> int:
    if context.args.json:
        context.json({"refused": refusal.reason.value, "sentence": str(refusal)})
    how = " (--reason WHY)" if refusal.mend is Mend.GIVE_REASON else ""
    context.remark(f"not copied: {refusal}{how}")
    return FAILED


def terminal() -> Callable[[bytes], None] | None:
    """Writes to the terminal the reporter sits at, wherever standard output goes; None where there is none."""
    try:
        _TERMINAL.open("wb", buffering=0).close()
    except OSError:
        return None

    def write(sequence: bytes) -> None:
        with _TERMINAL.open("wb", buffering=0) as out:
            out.write(sequence)

    return write
