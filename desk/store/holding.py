"""Before a load is written: no quote of it may be looser than what is here, of its source or of the same words."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from desk.model.effective import effective_terms, narrowest
from desk.model.groundrules import default_terms
from desk.model.quoted import Quote, Speaker, Terms
from desk.store.entries import Entry, Load
from desk.store.samewords import SameWords

if TYPE_CHECKING:
    from datetime import datetime

    from desk.store.store import Store


def hold(store: Store, what: Load) -> int:
    """Change what is to be loaded so that nothing is looser than the same words here; how many quotes that held closer."""
    _only_what_counts(what, store.clock())
    close = SameWords(store)
    own, sources = _agreed(what)
    embargoes = {
        entry.value.quote_id: entry.value
        for entry in what.embargoes
        if entry.value.quote_id is not None and entry.withdrawn is None
    }
    held = 0
    for number, entry in enumerate(what.quotes):
        quote = entry.value
        names = {name for speaker in quote.speakers for name in _names(what, speaker)}
        embargo = embargoes.get(number)
        found = close.held(
            quote.words,
            names,
            _terms_of(store, what, quote, own.get(number, []), sources),
            source_id=-quote.source_id if quote.source_id is not None and quote.source_id < 0 else None,
            embargo=embargo if embargo is not None and not embargo.lifted else None,
        )
        if found is None:
            continue
        held += 1
        what.quotes[number] = dataclasses.replace(
            entry,
            value=dataclasses.replace(quote, disputed=quote.disputed or found.disputed),
            withdrawn=entry.withdrawn or (store.clock() if found.withdrawn else None),
        )
        if found.terms is not None:
            what.terms.append(Entry(value=_for(found.terms, number)))
        if found.embargo is not None:
            what.embargoes.append(Entry(value=dataclasses.replace(found.embargo, quote_id=number)))
    return held


def _only_what_counts(what: Load, now: datetime) -> None:
    """Of a quote whose source is here, the terms that a document has for it alone count as it had them last: how they came
    to that was agreed under other terms than those here.
    """
    mine: dict[int, list[int]] = {}
    for number, entry in enumerate(what.terms):
        quote_id = entry.value.quote_id
        if quote_id is not None and (what.quotes[quote_id].value.source_id or 0) < 0:
            mine.setdefault(quote_id, []).append(number)
    for numbers in mine.values():
        standing = [number for number in numbers if what.terms[number].withdrawn is None]
        for number in numbers:
            if number not in standing[-1:]:
                what.terms[number] = dataclasses.replace(what.terms[number], withdrawn=now)


def _agreed(what: Load) -> tuple[dict[int, list[Terms]], dict[int, list[Terms]]]:
    """The terms that stand in a load, of each quote and of each source, numbered in the order in which they will count."""
    own: dict[int, list[Terms]] = {}
    sources: dict[int, list[Terms]] = {}
    for number, entry in enumerate(what.terms):
        if entry.withdrawn is None:
            terms = dataclasses.replace(entry.value, id=number + 1)
            if terms.quote_id is not None:
                own.setdefault(terms.quote_id, []).append(terms)
            elif terms.source_id is not None:
                sources.setdefault(terms.source_id, []).append(terms)
    return own, sources


def _terms_of(store: Store, what: Load, quote: Quote, own: list[Terms], sources: dict[int, list[Terms]]) -> Terms:
    """What a quote of a load would be under."""
    if quote.source_id is None:
        return effective_terms(own, (), Terms())
    if quote.source_id < 0:
        here = store.sources.effective_terms(store.sources.get(-quote.source_id))
        return narrowest(here, own[-1]) if own else here
    return effective_terms(
        own, sources.get(quote.source_id, []), default_terms(what.sources[quote.source_id].value.kind)
    )


def _names(what: Load, speaker: Speaker) -> tuple[str, ...]:
    """What a speaker of a load is called there; one who is here has names here."""
    if speaker.person_id is not None and speaker.person_id >= 0:
        person = what.people[speaker.person_id].value
        return (speaker.name, person.name, *person.aliases)
    if speaker.party_id is not None and speaker.party_id >= 0:
        party = what.parties[speaker.party_id].value
        return (speaker.name, party.name, *party.aliases)
    return (speaker.name,)


def _for(terms: Terms, quote: int) -> Terms:
    return dataclasses.replace(terms, id=None, source_id=None, quote_id=quote, corrects=None, recorded_at=None)
