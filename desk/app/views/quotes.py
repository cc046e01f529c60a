"""Everything that is known of a quote, read in one go: its record, its source, its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desk.app.duplicates import Alike, find
from desk.app.views.agreements import Agreements, read_agreements
from desk.model.frozen import frozen
from desk.model.records import Copied, QuoteRecord
from desk.store.file.history import Change
from desk.store.store import Store
from desk.store.subjects.evidence import Copy, told

if TYPE_CHECKING:
    from desk.search.bank import Bank


@frozen(kw_only=True)
class QuoteFacts:
    """A quote with where it went and what was done to it, oldest first; `talks` are names, `stories` slugs by id.

    `kept`: the source's copy is there, unchanged. `wrong` says what is wrong with it, and with other copies that the quote
    was compared with.
    """

    record: QuoteRecord
    copies: Sequence[Copied]
    kept: bool
    wrong: Sequence[str]
    history: Sequence[Change]
    agreed: Agreements
    talks: Sequence[str]
    stories: Mapping[int, str]
    alike: Sequence[Alike] = ()


def read_facts(store: Store, quote_id: int, bank: Bank | None = None) -> QuoteFacts:
    """Raises RefusedError where there is no such quote. In `bank` the same words are looked for elsewhere."""
    record = store.quotes.record(quote_id)
    copy = store.evidence.check(record.source) if record.source is not None else Copy.NONE
    names = {one.id: one.name for one in store.talks.negotiations()}
    return QuoteFacts(
        record=record,
        copies=store.copies.of(quote_id),
        kept=copy is Copy.PRESENT,
        wrong=_wrong(store, record, copy),
        history=store.history.of("quote", quote_id),
        agreed=read_agreements(store, quote_id=quote_id, source_id=None),
        talks=[names[one] for one in record.quote.negotiation_ids if one in names],
        stories={one.id: one.slug for one in store.stories.all() if one.id is not None},
        alike=find(store, bank, record.quote.words, quote_id),
    )


def _wrong(store: Store, record: QuoteRecord, copy: Copy) -> list[str]:
    """What is wrong with the kept copy of its source, then with those of others that the quote was compared with."""
    sources = {source.id: (source, copy) for source in (record.source,) if source is not None}
    for _, source in record.verifications:
        if source is not None and source.id not in sources:
            sources[source.id] = (source, store.evidence.check(source))
    return [said for source, copy in sources.values() if (said := told(copy, source.code))]
