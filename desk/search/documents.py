"""Documents of quotes: what each is found by, with the names that parties, people and talks have now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.shown import hides_names
from desk.model.records import Party, Person, Quote, QuoteRecord, Source, Speaker, Terms
from desk.search.document import Document
from desk.store.bulk import listing
from desk.store.bulk.listing import Line, Said
from desk.store.store import Store

#: Whether something may leave is asked of the gate once for all quotes that are alike in what it looks at.
_SOMEBODY = (Speaker(name="somebody", party_id=0),)
#: No embargo holds anything back here: an embargoed quote leaves with its stamp.
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
#: Speakers, as printed, that are remembered while documents are made.
_REMEMBERED = 50_000


class _Speaker(NamedTuple):
    """What one speaker is found by."""

    names: tuple[str, ...]
    org: str
    confidential: bool


class Documents:
    """Makes documents of quotes, with the names that parties, people and talks have now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        people = store.people
        self._people: dict[int | None, Person] = {one.id: one for one in people.persons()}
        self._parties: dict[int | None, Party] = {one.id: one for one in people.parties()}
        self._by_name = {n.casefold(): one for one in self._parties.values() for n in _names_of(one)}
        self._talks = {one.id: f"{one.name} {one.code}" for one in store.talks.negotiations()}
        self._sources: dict[int | None, tuple[Source | None, Terms]] = {None: (None, Terms())}
        self._speakers: dict[Said, _Speaker] = {}
        self._unnamed = people.unnamed()
        #: Whether names are hidden, and whether the words may leave, by all that this hangs on but terms of their own.
        self._known: dict[tuple[object, ...], tuple[bool, bool]] = {}

    def of(self, ids: Collection[int] | None = None, *, after: int = 0, until: int | None = None) -> Iterator[Document]:
        """The documents of all quotes that can be found (above the id `after`, up to `until`), or of those of `ids`."""
        for chunk in listing.lines(self._store, ids, after=after, until=until):
            for line in chunk:
                yield self._document(line)

    def _document(self, line: Line) -> Document:
        source, terms = self._source(line.source_id)
        if line.own_terms:
            terms = self._store.quotes.record(line.id).terms
        speakers = [self._speaker(one) for one in line.speakers]
        confidential = (source is not None and source.confidential) or any(one.confidential for one in speakers)
        kind = (line.source_id, confidential, line.form, line.disputed, bool(speakers))
        known = self._known.get(kind) if not line.own_terms else None
        if known is None:
            hidden = hides_names(terms, confidential=confidential)
            known = (hidden, self._may_leave(line, source, terms, confidential=confidential))
            if not line.own_terms:
                self._known[kind] = known
        hidden, leaves = known
        if hidden:
            names: tuple[str, ...] = (terms.attribution,) if terms.attribution else ()
            org, venue = "", ""
        elif len(speakers) == 1:
            names, org, venue = speakers[0].names, speakers[0].org, line.venue
        else:
            names = tuple(dict.fromkeys(name for one in speakers for name in one.names))
            org, venue = " ".join(dict.fromkeys(one.org for one in speakers if one.org)), line.venue
        return Document(
            id=line.id,
            words=line.words,
            speakers=names,
            org=org,
            venue=venue,
            tags=line.tags,
            talks=tuple(self._talks[one] for one in line.negotiation_ids if one in self._talks),
            date=line.day,
            verified=line.verified,
            copyable=leaves,
        )

    def _speaker(self, said: Said) -> _Speaker:
        """What a speaker is found by; the same one is asked for again and again."""
        found = self._speakers.get(said)
        if found is None:
            if len(self._speakers) >= _REMEMBERED:
                self._speakers.clear()
            found = self._speakers[said] = _Speaker(
                tuple(dict.fromkeys(self._names(said))),
                " ".join(dict.fromkeys(self._orgs(said))),
                self._confidential(said),
            )
        return found

    def _source(self, source_id: int | None) -> tuple[Source | None, Terms]:
        found = self._sources.get(source_id)
        if found is None:
            assert source_id is not None
            source = self._store.sources.get(source_id)
            found = self._sources[source_id] = (source, self._store.sources.effective_terms(source))
        return found

    def _confidential(self, said: Said) -> bool:
        party = said.person_id is None and said.party_id is not None
        is_one = self._unnamed.has if party else self._unnamed.is_one
        if self._unnamed and any(map(is_one, self._names(said))):
            return True
        if said.person_id is None:
            return False
        if said.person_id not in self._people:  # withdrawn or merged since: then it is read as it was
            self._people[said.person_id] = self._store.people.person(said.person_id)
        return self._people[said.person_id].confidential

    def _names(self, said: Said) -> Iterator[str]:
        yield said.name
        person, party = self._people.get(said.person_id), self._parties.get(said.party_id)
        if person is not None:
            yield from (person.name, *person.aliases)
        if party is not None:
            yield from _names_of(party)

    def _orgs(self, said: Said) -> Iterator[str]:
        person = self._people.get(said.person_id)
        party = self._by_name.get(said.party.casefold()) or self._parties.get(said.party_id)
        if party is None and not said.party and person is not None:
            party = self._parties.get(person.party_id)
        if said.party:
            yield said.party
        if party is not None:
            yield from _names_of(party)

    def _may_leave(self, line: Line, source: Source | None, terms: Terms, *, confidential: bool) -> bool:
        probe = Quote(
            form=line.form,
            words="words",
            speakers=_SOMEBODY if line.speakers else (),
            disputed="disputed" if line.disputed else "",
        )
        record = QuoteRecord(quote=probe, source=source, terms=terms, confidential=confidential)
        return isinstance(gate(record, now=_ANY_TIME), Permit)


def _names_of(party: Party) -> tuple[str, ...]:
    return tuple(name for name in (party.name, party.full_name, *party.aliases) if name)
