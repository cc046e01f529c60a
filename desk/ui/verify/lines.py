"""How a check is drawn: the quote with its differing words marked, what the check is, and whether it can be passed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from desk.app.verifying import Copy, Laid
from desk.model.enums import plain
from desk.model.quotes.fingerprint import evidence, state
from desk.model.quotes.groundrules import Naming, in_words
from desk.model.quotes.verification_blocker import (
    Check,
    changes_in_words,
    kinds_for,
    left_out_in_words,
    machine_transcript,
    risks_of,
)
from desk.model.records import QuoteRecord, Source
from desk.model.wording.compare import Kind
from desk.ui.panes import quote_lines
from desk.ui.widgets import text

LABEL = 10
#: Where the quote leaves words out.
GAP = "‸"


def subject(source: Source | None, laid: Laid | None) -> str:
    """What stands in the border over the passage: the source, and how much of it is shown."""
    parts = [source.code] if source is not None else []
    if laid is not None and laid.cut:
        parts.append(f"{len(laid.passage):,} of {laid.whole:,} characters, around the quote")
    return " ─ ".join(parts)


def words(quote: str, laid: Laid | None) -> Content:
    """The quote's words: what the passage does not have marked, and a sign where the quote leaves words out."""
    if laid is None or not laid.found:
        return text.said(quote)
    parts: list[text.Part] = []
    at = 0
    for piece in laid.comparison.pieces:
        parts.append(quote[at : piece.quote_start])
        here = quote[piece.quote_start : piece.quote_end]
        match piece.kind:
            case Kind.SAME:
                parts.append(here)
            case Kind.DROPPED:
                parts.append((GAP, "bold $removed"))
            case Kind.ADDED:
                parts.append((here, "bold underline $added"))
            case Kind.REPLACED:
                parts.append((here or GAP, "bold underline $due"))
            case Kind.CUT | Kind.INSERTED:
                parts.append((here, "bold $border"))
        at = piece.quote_end
    return text.assemble(*parts, quote[at:])


def quote_side(record: QuoteRecord, laid: Laid | None, width: int, *, named: bool, naming: Naming) -> list[Content]:
    """The quote's side: the words, who said them, what is known of them now, what the terms allow."""
    sign, style = quote_lines.STATE_SIGNS[state(record)]
    now = text.assemble(
        (f"{sign} ", style), (quote_lines.STATE_WORDS[state(record)], style), (f". {evidence(record)}", text.DIM)
    )
    gaps = laid is not None and any(piece.kind is Kind.DROPPED for piece in laid.comparison.pieces)
    shown: list[Content] = []
    parts: tuple[text.Part, ...] = (
        words(record.quote.words, laid),
        *([text.assemble((GAP, "bold $removed"), (" here the quote leaves words out", text.DIM))] if gaps else []),
        *([(f"{said}.", "$border") for said in changes_in_words(laid.comparison)] if laid is not None else []),
        "",
        quote_lines.who(record, named=named),
        now,
        (in_words(record.terms, confidential=record.confidential, naming=naming), text.DIM),
    )
    for part in parts:
        shown += text.wrap(part, width)
    return shown


def check_lines(check: Check, copy: Copy, notes: Sequence[str], width: int, key: Callable[[str], str]) -> list[Content]:
    """The source, the kind of check and what else is asked, one line each, with the key that changes it; then notes."""
    lines = [_line("source", _source(check.source, copy), key("verify.source"), "another", width)]
    lines.append(_line("check", _kinds(check), key("verify.kind"), "the next", width))
    if machine_transcript(check.source):
        mark = "✔ at this timecode" if check.listened else "– not yet: a machine's transcript is no original"
        lines.append(_line("listened", mark, key("verify.listened"), "listened", width))
    if check.note:
        lines.append(_line("sense kept", check.note, key("verify.note"), "another note", width))
    elif check.comparison is not None and risks_of(check.comparison):
        lines.append(_line("sense kept", ("why?", "$amber"), key("verify.note"), "write it down", width))
    for note in notes:
        lines += [
            Content.assemble(text.said("▲ " if not number else "  ", "$amber"), line)
            for number, line in enumerate(text.wrap((note, "$amber"), width - 2))
        ]
    return lines


def passage_side(laid: Laid | None, width: int) -> list[Content]:
    """Under the passage: which of its words the quote cuts, or has the reporter's own for."""
    told = left_out_in_words(laid.comparison) if laid is not None else ()
    return [line for said in told for line in text.wrap((f"{said}.", "$border"), width)]


def verdict(can: bool, sentence: str, busy: bool) -> Content:
    """What the button says."""
    if busy:
        return text.said("Comparing …", text.DIM)
    if can:
        return text.assemble(("↵ ", "bold $verified"), sentence)
    return text.assemble(("✕ ", "bold $disputed"), "Cannot pass. ", sentence)


def _line(label: str, value: text.Part, key: str, words: str, width: int) -> Content:
    end = text.assemble((key, "bold $border"), (f" {words}", text.DIM)) if key else Content("")
    return text.between(Content.assemble(text.fit((label, text.DIM), LABEL), text.assemble(value)), end, width)


def _source(source: Source | None, copy: Copy) -> text.Part:
    if source is None:
        return ("none", "$amber")
    kept = {
        Copy.NONE: "",
        Copy.PRESENT: "copy kept",
        Copy.MISSING: "kept copy missing",
        Copy.CHANGED: "kept copy changed",
        Copy.UNREADABLE: "kept copy cannot be read",
    }[copy]
    called = ("confidential",) if source.confidential else (source.outlet, source.title)
    what = " · ".join(part for part in (plain(source.kind), source.tier.value, *called) if part)
    bad = copy in (Copy.MISSING, Copy.CHANGED, Copy.UNREADABLE)
    return text.assemble(
        source.code, (f"  {kept}" if kept else "", "$amber" if bad else "$verified"), (f"  {what}", text.DIM)
    )


def _kinds(check: Check) -> text.Part:
    """The kind that is chosen, then the others in the order in which the key goes on to them."""
    kinds = kinds_for(check.source)
    at = kinds.index(check.kind)
    others = "  ".join(plain(kind) for kind in (*kinds[at + 1 :], *kinds[:at]))
    return text.assemble((f"[{plain(check.kind)}]", "bold"), (f"  {others}", text.DIM))
