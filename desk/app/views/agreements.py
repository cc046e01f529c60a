"""All that was agreed with a source, for itself and for one quote: ground rules and embargoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desk.model.frozen import frozen
from desk.model.names.names import Names
from desk.model.quotes.effective_terms import effective_terms
from desk.model.quotes.embargo import in_force
from desk.model.quotes.gate import hidden_names, named_in
from desk.model.quotes.groundrules import default_terms
from desk.model.quotes.shown import hides_names
from desk.model.records import Embargo, Source, Terms
from desk.store.store import Store


@frozen(kw_only=True)
class Agreements:
    """All that was agreed for a quote (if any) and its source, oldest first."""

    quote_id: int | None
    words: str
    source: Source | None
    own: Sequence[Terms]
    sources: Sequence[Terms]
    own_embargoes: Sequence[Embargo]
    source_embargoes: Sequence[Embargo]
    confidential: bool
    #: Whose names are left out of what was written down, where the source is one who may not be named; None: nobody's.
    hidden: Names | None = None

    @property
    def terms(self) -> Terms:
        """What counts now."""
        return effective_terms(self.own, self.sources, default_terms(self.source.kind) if self.source else Terms())

    def standing(self, now: datetime) -> Embargo | None:
        """The embargo that holds now, the later one where two do."""
        last = [found[-1] for found in (self.own_embargoes, self.source_embargoes) if found]
        return max((one for one in last if in_force(one, now)), key=lambda one: one.until, default=None)


def read_agreements(store: Store, *, quote_id: int | None, source_id: int | None) -> Agreements:
    """Raises RefusedError where there is no such quote or source."""
    record = store.quotes.record(quote_id) if quote_id is not None else None
    source = record.source if record is not None else store.sources.get(source_id) if source_id is not None else None
    return Agreements(
        quote_id=quote_id,
        words=record.quote.words if record is not None else "",
        source=source,
        own=store.sources.terms(quote_id=quote_id) if quote_id is not None else (),
        sources=store.sources.terms(source_id=source.id) if source is not None else (),
        own_embargoes=store.sources.embargoes(quote_id=quote_id) if quote_id is not None else (),
        source_embargoes=store.sources.embargoes(source_id=source.id) if source is not None else (),
        confidential=record.confidential if record is not None else source is not None and source.confidential,
    )


def masked(store: Store, found: Agreements) -> Agreements:
    """Return the same with the names to leave out: of a source who may not be named, and of everybody confidential here."""
    if not hides_names(found.terms, confidential=found.confidential):
        return found
    known = store.hidden.all()
    asked = [name for terms in (*found.own, *found.sources) for name in named_in(terms.agreed_with)]
    behind = hidden_names(store.quotes.record(found.quote_id)) if found.quote_id is not None else ()
    spoke = store.quotes.who_spoke(found.source.id)[0] if found.source is not None and found.source.id else ()
    people = (*known.people, *known.bound, *known.unset, *asked, *behind, *spoke)
    return replace(found, hidden=Names(people, known.others, known.bodies))
