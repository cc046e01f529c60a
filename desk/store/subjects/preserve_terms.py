"""What was agreed stays agreed: no edit of something else leaves a quote under looser terms than it was under.

Whoever changes what a quote's terms are made of (its source, its speakers, a source's kind) does so inside `preserve_terms`. Where
the change would allow more, the quote keeps what it was under as terms of its own, in the same action, so that undo takes
both back; to loosen them is then a renegotiation like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.model.enums import GroundRule
from desk.model.quotes.embargo import in_force
from desk.model.quotes.quotes import Embargo, QuoteRecord, Terms
from desk.model.quotes.refusal import Mend
from desk.model.quotes.renegotiation import stricter
from desk.store.subjects.quote_records import read_records
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.model.records import Development
    from desk.store.file.access import Access
    from desk.store.file.action import Action


@contextmanager
def preserve_terms(store: Access, act: Action, quote_ids: Iterable[int], why: str) -> Iterator[None]:
    """Change what is changed inside, and keep these quotes as strict as they were. `why` is the note of what is kept."""
    before = read_records(store, quote_ids)
    yield
    after = {
        record.quote.id: record for record in read_records(store, [one.quote.id for one in before if one.quote.id])
    }
    loosened: list[str] = []
    for was in before:
        assert was.quote.id is not None
        told = _keep(store, act, was, after[was.quote.id], why)
        if told:
            loosened.append(told)
    if len(loosened) == 1:
        act.remarks.append((loosened[0], Mend.SET_TERMS))
    elif loosened:
        told = f"{len(loosened):,} quotes keep the stricter terms that they were under ({why})"
        act.remarks.append((told, Mend.SET_TERMS))


def keep_embargo(store: Access, act: Action, was: Development, now: Development) -> None:
    """Keep a correction under the embargo of what it corrects, where its own source would let it go earlier."""
    if (
        was.embargo is not None
        and in_force(was.embargo, store.gate_clock())
        and _ends_earlier(now.embargo, was.embargo)
    ):
        until, zone = was.embargo.until, was.embargo.zone
        note = "kept: what it corrects was under this embargo"
        Sources(store).set_embargo(Embargo(until=until, zone=zone, development_id=now.id, note=note), kept=True)
        act.remarks.append(("The correction keeps the embargo of what it corrects", Mend.NOTHING))


def _keep(store: Access, act: Action, was: QuoteRecord, now: QuoteRecord, why: str) -> str:
    """Write down what one quote keeps; what is to be said of it, or nothing."""
    quote_id, told = was.quote.id, []
    found = _stricter(store, was, now)
    if found is not None:
        terms, opened = found
        Sources(store).write_terms(act, replace(terms, quote_id=quote_id, note=f"kept: {why}"), kept=True)
        told.append(f"its terms: {why} would mean that it {', '.join(opened)}")
    if (
        was.embargo is not None
        and in_force(was.embargo, store.gate_clock())
        and _ends_earlier(now.embargo, was.embargo)
    ):
        embargo = Embargo(until=was.embargo.until, zone=was.embargo.zone, quote_id=quote_id, note=f"kept: {why}")
        Sources(store).set_embargo(embargo, kept=True)
        told.append("its embargo")
    return f"Quote {quote_id} keeps {', and '.join(told)}" if told else ""


def _stricter(store: Access, was: QuoteRecord, now: QuoteRecord) -> tuple[Terms, tuple[str, ...]] | None:
    """The terms that a quote has to keep, and what the new ones alone would open; None where they open nothing."""
    if was.terms.rule is GroundRule.UNKNOWN and not Sources(store).terms(quote_id=was.quote.id):
        if was.source is None:
            return None  # where it is from is said for the first time, and what that brings counts
        if now.source is None:
            return Terms(), ("has no source on which they could be set",)
    return stricter(was.terms, now.terms, confidential=was.confidential, confidential_now=now.confidential)


def _ends_earlier(now: Embargo | None, was: Embargo) -> bool:
    return now is None or now.until < was.until
