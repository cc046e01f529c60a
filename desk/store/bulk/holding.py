"""Before a load is written: no quote of it may be looser than what is here, of its source or of the same words."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from desk.model.quotes.effective_terms import effective_terms, narrowest
from desk.model.quotes.groundrules import default_terms
from desk.model.quotes.quotes import Embargo, Quote, Terms
from desk.model.records import Party, Person
from desk.store.bulk.entries import Entry, Load
from desk.store.bulk.reaching import Alike, Happened, Said
from desk.store.bulk.same_words import SameWords

if TYPE_CHECKING:
    from datetime import datetime

    from desk.store.store import Store

V = TypeVar("V", Terms, Embargo)


def hold(store: Store, what: Load) -> int:
    """Change what is to be loaded so that nothing is looser than the same words here; how many rows that held closer."""
    _only_what_counts(what, store.clock())
    close = SameWords(store)
    own, sources = _agreed(what)
    embargoes = {
        entry.value.quote_id: entry.value
        for entry in what.embargoes
        if entry.value.quote_id is not None and entry.withdrawn is None
    }
    names = Names(store, what)
    held = _hold_developments(what, close)
    for number, entry in enumerate(what.quotes):
        quote = entry.value
        embargo = embargoes.get(number)
        found = close.held(
            quote.words,
            names.of(quote),
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


def closer(store: Store, what: Load) -> list[tuple[int, Said]]:
    """What a load has for single quotes, as it has it: before `hold`. Each with the number of its source."""
    own = _standing(what.terms)
    embargoes = _standing(what.embargoes)
    names = Names(store, what)
    return [
        (
            entry.value.source_id,
            Said(
                words=entry.value.words,
                names=names.of(entry.value),
                terms=own.get(number),
                embargo=embargoes.get(number),
            ),
        )
        for number, entry in enumerate(what.quotes)
        if entry.value.source_id is not None and entry.withdrawn is None and (number in own or number in embargoes)
    ]


def _standing(entries: list[Entry[V]]) -> dict[int, Entry[V]]:
    """What counts of each quote: the last of its own that was not taken back."""
    return {
        entry.value.quote_id: entry for entry in entries if entry.withdrawn is None and entry.value.quote_id is not None
    }


def happened(what: Load) -> list[Happened]:
    """The developments that a load has under an embargo of their own, or of what they correct there, before `hold`. A
    source is named by its number in the load.
    """
    last = {
        entry.value.development_id: (order, entry)
        for order, entry in enumerate(what.embargoes)
        if entry.withdrawn is None and entry.value.development_id is not None
    }
    found = []
    for number, entry in enumerate(what.developments if last else ()):
        chain = [number]
        while (older := what.developments[chain[-1]].value.corrects) is not None and older >= 0 and older not in chain:
            chain.append(older)
        standing = [last[older] for older in chain if older in last]
        if standing and entry.withdrawn is None:
            _, embargo = max(standing, key=lambda one: one[0])
            found.append(Happened(source_id=entry.value.source_id, words=entry.value.words, embargo=embargo))
    return found


def disputed(store: Store, what: Load) -> list[tuple[int, str]]:
    """The quotes here, each with why, that a load has as disputed and this desk has not."""
    names, quotes = Names(store, what), Alike(store)
    return [
        (same.id, entry.value.disputed)
        for entry in what.quotes
        if entry.value.disputed and entry.withdrawn is None and (entry.value.source_id or 0) < 0
        for same in quotes.of(-(entry.value.source_id or 0), entry.value.words, names.of(entry.value))
        if not same.disputed
    ]


def _hold_developments(what: Load, close: SameWords) -> int:
    """What happened is told no earlier than the embargo lets it that it is under here."""
    held = 0
    for number, entry in enumerate(what.developments):
        until = close.development_until(entry.value.words)
        mine = [one.value for one in what.embargoes if one.value.development_id == number and one.withdrawn is None]
        if until is not None and not (mine and not mine[-1].lifted and mine[-1].until >= until.until):
            what.embargoes.append(Entry(value=dataclasses.replace(until, development_id=number)))
            held += 1
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


class Names:
    """What the speakers of a load are called: as printed, there, and here."""

    def __init__(self, store: Store, what: Load) -> None:
        self._store = store
        self._what = what
        self._found: dict[tuple[str, int], tuple[str, ...]] = {}

    def of(self, quote: Quote) -> set[str]:
        names = {speaker.name for speaker in quote.speakers}
        for speaker in quote.speakers:
            for table, number in (("people", speaker.person_id), ("parties", speaker.party_id)):
                if number is not None:
                    names.update(self._of(table, number))
        return names

    def _of(self, table: str, number: int) -> tuple[str, ...]:
        """Everything that a row goes by, and whoever it was merged into."""
        found = self._found.get((table, number))
        if found is None:
            one: Person | Party
            merged = None
            if number < 0:
                people = self._store.people
                one = people.person(-number) if table == "people" else people.party(-number)
            else:
                entry: Entry[Any] = getattr(self._what, table)[number]
                one, merged = entry.value, entry.merged_into
            found = (one.name, getattr(one, "full_name", ""), *one.aliases)
            if merged is not None:
                found += self._of(table, merged)
            self._found[table, number] = found
        return found


def _for(terms: Terms, quote: int) -> Terms:
    return dataclasses.replace(terms, id=None, source_id=None, quote_id=quote, corrects=None, recorded_at=None)
