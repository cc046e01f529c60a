"""From the file into the bank: every quote as it may be found, at the start and after each change."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from desk.model.errors import StorageError
from desk.model.frozen import frozen
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.shown import hides_names
from desk.model.records import Party, Person, Quote, QuoteRecord, Source, Speaker, Terms
from desk.search.bank import Bank
from desk.search.document import Document
from desk.search.half_index import OtherHalf
from desk.search.index.build import build
from desk.search.query import DateReader, iso_days
from desk.store.bulk import indexing, listing
from desk.store.bulk.listing import Line, Said
from desk.store.store import Store

#: Whether something may leave is asked of the gate once for all quotes that are alike in what it looks at.
_SOMEBODY = (Speaker(name="somebody", party_id=0),)
#: No embargo holds anything back here: an embargoed quote leaves with its stamp.
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
#: Changed with every change of what a document holds of a quote, or of what is a term: a snapshot of others is not used.
_STAMP = "documents 4"
#: So many quotes read from the table are worth a snapshot; fewer are read in a moment.
_WORTH_KEEPING = 1_000
#: Speakers, as printed, that are remembered while documents are made.
_REMEMBERED = 50_000
#: Bytes of one part of the snapshot: each is read while every other thread waits.
_PART = 1024 * 1024


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


@frozen
class Read:
    """How the bank came by what it has: the last action it knows, and how many quotes were read from the table for it."""

    known: int
    fresh: int

    @property
    def worth_keeping(self) -> bool:
        """Whether the next start would have much to read without a snapshot of this bank."""
        return self.fresh >= _WORTH_KEEPING


def read_bank(store: Store, *, dates: DateReader = iso_days) -> tuple[Bank, Read]:
    """The bank over every quote of the file: from the snapshot in it, with what changed since, or from the table where
    there is none to use. For a worker: it takes a while.
    """
    kept = indexing.snapshot(store)
    known = indexing.settled(store)
    if kept is not None and kept[0] <= known:
        try:
            bank, stamp = Bank.from_snapshot(kept[1], dates=dates)
        except StorageError:
            stamp = ""  # it is damaged, or of another version of the index
        if stamp == _STAMP:
            touched = indexing.touched_since(store, kept[0])
            _take(bank, store, touched)
            return bank, Read(known, len(touched))
    bank = _read_all(store, dates)
    return bank, Read(known, len(bank))


def _read_all(store: Store, dates: DateReader) -> Bank:
    """The bank from the table, which two processes read where that is sooner done."""
    half = listing.middle(store) if (os.cpu_count() or 1) > 1 else None
    if half is None:
        return Bank(Documents(store).of(), dates=dates)
    with OtherHalf(store.path, after=half) as other:
        lower = build(Documents(store).of(until=half))
        upper = other.index()
    bank = Bank.of((lower, build(Documents(store).of(after=half)) if upper is None else upper), dates=dates)
    bank.tidy()
    return bank


def keep_bank(bank: Bank, store: Store, read: Read) -> bool:
    """Keep a snapshot of the bank in the file where the next start would have much to read; returns whether it did.

    Writes megabytes in one go: not while somebody waits for the file.
    """
    if store.read_only or not read.worth_keeping:
        return False
    indexing.save_snapshot(store, read.known, bank.snapshot_parts(_STAMP, _PART))
    return True


def refresh(bank: Bank, store: Store, after: int) -> Read:
    """Take into the bank what actions after this one changed (edits, undo, an import, another desk's writes).

    Returns how far the bank knows the file now, which is the next call's `after`, and how many quotes were read for it.
    """
    known = indexing.settled(store)
    touched = indexing.touched_since(store, after)
    _take(bank, store, touched)
    return Read(known, len(touched))


def _take(bank: Bank, store: Store, touched: set[int]) -> None:
    if touched:
        documents = list(Documents(store).of(touched))
        bank.remove(touched - {document.id for document in documents})
        bank.put_many(documents)
