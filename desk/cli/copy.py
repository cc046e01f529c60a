"""`desk copy`: a quote to the clipboard and to standard output, as far as it may leave."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desk.app.copying import copy_quote
from desk.app.reporter import clipboard_of, house_style
from desk.cli import FAILED, FINE, UNCONFIRMED
from desk.cli.context import Context
from desk.cli.printing import done as was_done
from desk.clipboard.clipboard import Certainty
from desk.formats.copies.formats import CopyFormat, all_formats
from desk.model.errors import InputError
from desk.model.quotes.refusal import Mend, Refusal
from desk.model.text import one_line

_CODES = {Certainty.COPIED: FINE, Certainty.SENT: UNCONFIRMED}
_TERMINAL = Path("/dev/tty")


def run(args: argparse.Namespace) -> int:
    """Copy, and print the text or the reason. Raises StorageError where it cannot be logged: then nothing goes out."""
    context = Context(args)
    chosen = _format(context)
    with context.store(write=True) as store:
        clipboard = context.config.clipboard
        around = clipboard_of(context.config, context.locations, terminal())
        story = store.stories.in_work()
        # An embargo is judged by the machine's own clock, whatever --now says.
        went = copy_quote(
            store, args.id, chosen, house_style(context), around, way="copy", now=store.gate_clock(),
            story_id=story.id if story is not None else None, clear_after=clipboard.clear_after,
            override=one_line(args.reason), naming=context.config.labels.of,
        )  # fmt: skip
        if isinstance(went, Refusal):
            return _refused(context, went)
        released, outcome = went.released, went.outcome
        if outcome.certainty is not Certainty.FAILED:
            was_done(f"quote {args.id} was handed to the clipboard ({outcome.mechanism})")
        if args.json:
            context.json(
                {
                    "text": released.text,
                    "stamp": released.stamp,
                    "outcome": outcome.certainty.value,
                    "mechanism": outcome.mechanism,
                    "sentence": went.sentence,
                }
            )
        else:
            context.out(released.text)
            context.remark(went.sentence)
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
