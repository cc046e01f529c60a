"""`desk changed`: what changed, as it may be sent to an editor."""

from __future__ import annotations

import argparse
from datetime import datetime

from desk.app.changed import changed_text
from desk.app.reporter import house_style
from desk.app.session import Store
from desk.cli import FAILED, FINE
from desk.cli.context import Context
from desk.model.dates.span import Span, parse_span
from desk.model.quotes.refusal import Refusal


def run(args: argparse.Namespace) -> int:
    """Print what was learned since the desk was last opened, or since a date."""
    context = Context(args)
    with context.store() as store:
        now = context.clock()
        span = _span(context, store, now)
        made = changed_text(
            store, span, now=now, gate_now=store.gate_clock(), zone=context.zone, house=house_style(context)
        )
        if isinstance(made.released, Refusal):
            context.remark(f"not told: {made.released}")
            return FAILED
        if args.json:
            context.json(
                {
                    "since": span.since.isoformat() if span.since is not None else None,
                    "until": (span.until or now).isoformat(),
                    "reporter": store.settings.reporter(),
                    "changes": [
                        {"in": section.title, "what": heading.casefold(), "lines": list(lines)}
                        for section in made.sections
                        for heading, lines in section.parts
                    ],
                    "text": made.released.text,
                }
            )
        else:
            context.out(*made.released.text.split("\n"))
        if made.left_out:
            context.remark(made.left_out)
    return FINE


def _span(context: Context, store: Store, now: datetime) -> Span:
    if context.args.since:
        return parse_span(f"since {context.args.since}", now=now, zone=context.zone)
    opened = store.settings.opened()
    if opened is not None and opened <= now:
        return Span("since the desk was last opened", opened)
    return parse_span("today", now=now, zone=context.zone)
