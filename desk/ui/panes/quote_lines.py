"""How a quote looks in a list and in words: its sign, its lines, and what its terms allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from textual.content import Content

from desk.config.settings import Labels
from desk.model.dates import show as dateshow
from desk.model.enums import QuoteForm, QuoteState, SourceKind, plain
from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force, until
from desk.model.quotes.fingerprint import newest, state
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.quotes import QuoteRecord
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.quotes.shown import hides_names, shown_speakers
from desk.model.wording.best_window import best_window
from desk.ui.widgets import text

#: Lines of a row: two of words, who, where from.
HEIGHT = 4

STATE_SIGNS: Mapping[QuoteState, tuple[str, str]] = {
    QuoteState.VERIFIED: ("●", "$verified"),
    QuoteState.MATCHES_REPORT: ("◐", "$report"),
    QuoteState.UNVERIFIED: ("○", "$unverified"),
    QuoteState.STALE: ("◌", "$stale"),
    QuoteState.DISPUTED: ("✕", "$disputed"),
    QuoteState.WITHDRAWN: ("✕", "$disputed"),
}
STATE_WORDS: Mapping[QuoteState, str] = {
    QuoteState.VERIFIED: "verified",
    QuoteState.MATCHES_REPORT: "matches a report",
    QuoteState.UNVERIFIED: "unverified",
    QuoteState.STALE: "changed since checked",
    QuoteState.DISPUTED: "disputed",
    QuoteState.WITHDRAWN: "withdrawn",
}
RESTRICTED = ("⊘", "$restricted")
EMBARGOED = ("⏲", "$embargo")


@frozen
class Look:
    """What decides how quotes look now: the time, the reporter's day, the newsroom's labels."""

    now: datetime
    today: date
    labels: Labels


def sign(record: QuoteRecord, now: datetime) -> tuple[str, str]:
    """The one sign of a quote and its colour: what keeps it from leaving before what is known of its accuracy."""
    answer = gate(record, now=now)
    known = state(record)
    if known in (QuoteState.WITHDRAWN, QuoteState.DISPUTED):
        return STATE_SIGNS[known]
    if isinstance(answer, Refusal):
        return RESTRICTED
    if in_force(record.embargo, now):
        return EMBARGOED
    return STATE_SIGNS[known]


def row(
    record: QuoteRecord, width: int, look: Look, *, spans: Sequence[tuple[int, int]] = (), named: bool = False
) -> list[Content]:
    """A quote in a list: its words around what matched, who said it, and on what terms it is known."""
    mark, style = sign(record, look.now)
    words = excerpt(record.quote.words, spans, max(8, (width - 2) * 2 - 4))
    lines = text.wrap(words, width - 2, 2)
    return [
        Content.assemble(text.said(f"{mark} ", style), lines[0]),
        *(Content.assemble("  ", line) for line in lines[1:]),
        Content.assemble("  ", who(record, named=named)),
        Content.assemble("  ", text.said(where_from(record, look, named=named), text.DIM)),
    ]


def excerpt(words: str, spans: Sequence[tuple[int, int]], room: int) -> Content:
    """The words on one line with what matched marked; longer ones are cut around the most of what matched."""
    flat = "".join(" " if char in "\n\t" else char for char in words)
    start = 0
    if len(flat) > room and spans:
        first, last = best_window(flat, spans, room)
        if last > room:
            start = flat.rfind(" ", 0, max(0, first - min(room // 3, room - (last - first)))) + 1
    shown = flat[start : start + room * 2]
    moved = [(begin - start, end - start) for begin, end in spans if end > start]
    marked = text.marked(shown, moved)
    return text.assemble(("… ", text.DIM), marked) if start else marked


def hidden(record: QuoteRecord) -> bool:
    """Return True if the agreed attribution stands where the names would."""
    return hides_names(record.terms, confidential=record.confidential)


def who(record: QuoteRecord, *, named: bool = False) -> Content:
    """Who said it, with title and party as printed; where the name is hidden, the agreed attribution until asked for."""
    if hidden(record) and not named:
        return text.assemble(shown_speakers(record), ("  name hidden", text.DIM))
    parts: list[text.Part] = []
    for speaker in record.quote.speakers:
        rest = ", ".join(part for part in (speaker.title, speaker.party) if part and part != speaker.name)
        parts += ["; " if parts else "", speaker.name, (f", {rest}" if rest else "", text.DIM)]
    return text.assemble(*parts)


def where_from(record: QuoteRecord, look: Look, *, named: bool = False) -> str:
    """Venue, date, ground rule, what is known of its accuracy and from where: the last line of a row."""
    quote = record.quote
    parts = [
        quote.venue if named or not hidden(record) else "",
        dateshow.short(quote.date, look.today, signed=False) if quote.date.dated else "",
        "" if quote.form is QuoteForm.FULL else plain(quote.form),
        look.labels.of(record.terms.rule),
        state_in_words(record),
    ]
    if record.embargo is not None and in_force(record.embargo, look.now):
        parts.append(f"embargo until {until(record.embargo, look.now)}")
    return " · ".join(part for part in parts if part)


def state_in_words(record: QuoteRecord) -> str:
    """The state as people say it; of a match, with what."""
    known = state(record)
    last = newest(record)
    if known is QuoteState.MATCHES_REPORT and last is not None and last[1] is not None:
        source = last[1]
        if source.kind is not SourceKind.PUBLISHED_REPORT:
            return f"per a {plain(source.kind)}"
        return f"per {source.outlet}" if source.outlet and not hidden(record) else "per a published report"
    return STATE_WORDS[known]


def copies_as(answer: Permit | Refusal) -> text.Part:
    """What a copy would be, for the footer: clean, stamped and with what, or refused and why."""
    if isinstance(answer, Refusal):
        sentence = answer.sentence if answer.reason is not Reason.WITHDRAWN else "It was withdrawn."
        return ("may not leave: " + sentence[0].lower() + sentence[1:], "$restricted")
    if answer.stamps:
        return text.assemble("stamped ", (answer.stamp, "$due"))
    return ("clean", "$verified")
