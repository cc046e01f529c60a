"""What a file holds closer of a quote reaches the same quote here: the same words of the same speaker in the same source;
and its embargo on a development the same development here.

Else what somebody took off the record, or put under an embargo, would leave by the older row of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from desk.model.enums import SourceKind
from desk.model.frozen import frozen
from desk.model.quotes.effective_terms import effective_terms, narrowest, tightens
from desk.model.quotes.embargo import in_force
from desk.model.quotes.groundrules import default_terms
from desk.model.quotes.quotes import Embargo, Terms
from desk.store.bulk.entries import Entry
from desk.store.bulk.same_words import same_speaker, same_words
from desk.store.file.rows import SHOWN
from desk.store.subjects.merge_map import end_of
from desk.store.subjects.quote_records import known_as

if TYPE_CHECKING:
    from desk.store.file.action import Action
    from desk.store.file.bulk import Bulk
    from desk.store.store import Store

#: What a file says of so many quotes is looked at in one transaction, so that other writers are not kept waiting.
_BATCH = 500
NOTE = "closer in a file that came in later"
_WORDS = f"SELECT id, words FROM quote WHERE source_id = :source AND (added_by {SHOWN} OR added_by = :coming)"
_HAPPENED = f"SELECT id, words, source_id FROM development WHERE added_by {SHOWN} OR added_by = :coming"
_SPOKE = f"""
  SELECT q.id, q.source_id, q.disputed, k.kind, s.name, coalesce(p.name, o.name) AS now_name,
    coalesce(o.full_name, '') AS full_name, coalesce(p.aliases, o.aliases) AS aliases
  FROM quote q JOIN source k ON k.id = q.source_id JOIN quote_speaker s ON s.quote_id = q.id
    LEFT JOIN person p ON p.id = {end_of("person", "s.person_id")}
    LEFT JOIN party o ON o.id = {end_of("party", "s.party_id")}
  WHERE s.withdrawn_at IS NULL AND q.id IN (SELECT value FROM json_each(:ids)) ORDER BY q.id
"""


@frozen(kw_only=True)
class Said:
    """What a file says of one quote: of these words of somebody of these names, in a source of the file."""

    source_id: int = 0
    words: str
    names: Collection[str]
    terms: Entry[Terms] | None = None
    embargo: Entry[Embargo] | None = None


@frozen(kw_only=True)
class Happened:
    """What a file has under an embargo of its own: a development in these words, from a source of the file if from any."""

    source_id: int | None
    words: str
    embargo: Entry[Embargo]


def reach(store: Store, bulk: Bulk, said: Sequence[Said]) -> int:
    """Hold every quote as close as a file that is coming in holds it, inside the bulk action that brings the file.

    Returns how many rows are closer now, those that came in with the same file among them. Raises StorageError.
    """
    reached = set[int]()
    quotes = Alike(store, coming=bulk.id)
    for at in range(0, len(said), _BATCH):
        with bulk.batch() as act:
            for one in said[at : at + _BATCH]:
                for quote in quotes.of(one.source_id, one.words, one.names):
                    if one.terms is not None and _terms(store, act, quote, one.terms):
                        reached.add(quote.id)
                    if one.embargo is not None and _embargo(
                        store, bulk.id, one.embargo, source_id=quote.source_id, quote_id=quote.id
                    ):
                        reached.add(quote.id)
    return len(reached)


def reach_developments(store: Store, bulk: Bulk, happened: Sequence[Happened]) -> int:
    """Hold every development as long as a file does that is coming in; returns how many are under an embargo by that.

    Where one of the two names no source they may be one. What was withdrawn or corrected is held as well: undo brings it
    back, and what corrects it is under its embargo. Raises StorageError.
    """
    reached = set[int]()
    by_words: dict[int, list[tuple[int, int | None]]] = {}
    for row in store.all(_HAPPENED, coming=bulk.id) if happened else ():
        by_words.setdefault(same_words(row["words"]), []).append((row["id"], row["source_id"]))
    for at in range(0, len(happened), _BATCH):
        with bulk.batch():
            for one in happened[at : at + _BATCH]:
                for row_id, source_id in by_words.get(same_words(one.words), ()):
                    same = None in (source_id, one.source_id) or source_id == one.source_id
                    if same and _embargo(store, bulk.id, one.embargo, source_id=source_id, development_id=row_id):
                        reached.add(row_id)
    return len(reached)


@frozen(kw_only=True)
class Same:
    """A quote with the same words: what tells whether it is the same one. `names` are as printed, and as known now."""

    id: int
    source_id: int
    kind: SourceKind
    disputed: str
    names: tuple[str, ...]


class Alike:
    """The quotes of a source by their words, with those that the bulk action `coming` brings. A source is read once."""

    def __init__(self, store: Store, *, coming: int = 0) -> None:
        self._store = store
        self._coming = coming
        self._by_words: dict[int, dict[int, list[int]]] = {}

    def of(self, source_id: int, words: str, names: Collection[str]) -> list[Same]:
        """Those that have these words from somebody of these names."""
        found = self._by_words.get(source_id)
        if found is None:
            found = self._by_words[source_id] = {}
            for row in self._store.all(_WORDS, source=source_id, coming=self._coming):
                found.setdefault(same_words(row["words"]), []).append(row["id"])
        ids = found.get(same_words(words))
        return [one for one in self._read(ids) if same_speaker(names, one.names)] if ids else []

    def _read(self, ids: Sequence[int]) -> Iterator[Same]:
        for _, rows in groupby(self._store.all(_SPOKE, ids=json.dumps(ids)), key=lambda row: row["id"]):
            said = list(rows)
            yield Same(
                id=said[0]["id"],
                source_id=said[0]["source_id"],
                kind=SourceKind(said[0]["kind"]),
                disputed=said[0]["disputed"],
                names=tuple(name for row in said for name in (row["name"], *known_as(row)) if name),
            )


def is_known(here: Sequence[Terms] | Sequence[Embargo], said: Entry[Terms] | Entry[Embargo]) -> bool:
    """Return True if a file has no news: this was written down here at the same moment, and the desk went on from it."""
    ours = ("id", "source_id", "quote_id", "development_id", "corrects", "recorded_at")
    blank = {name: None for name in ours if hasattr(said.value, name)}
    plain = replace(said.value, **blank)  # type: ignore[arg-type]
    return any(one.recorded_at == said.logged and replace(one, **blank) == plain for one in here)  # type: ignore[arg-type]


def _terms(store: Store, act: Action, quote: Same, entry: Entry[Terms]) -> bool:
    sources, said = store.sources, entry.value
    own = sources.terms(quote_id=quote.id, coming=act.id)
    stands = effective_terms(
        own,
        sources.terms(source_id=quote.source_id, coming=act.id),
        default_terms(quote.kind),
    )
    if is_known(own, entry) or not tightens(stands, said):
        return False
    kept = narrowest(stands, said)
    kept = replace(kept, id=None, source_id=None, quote_id=quote.id, corrects=None, recorded_at=None)
    sources.write_terms(act, replace(kept, note=kept.note or NOTE))
    return True


def _embargo(
    store: Store,
    coming: int,
    entry: Entry[Embargo],
    *,
    source_id: int | None,
    quote_id: int | None = None,
    development_id: int | None = None,
) -> bool:
    said, sources = entry.value, store.sources
    own = sources.embargoes(quote_id=quote_id, development_id=development_id, coming=coming)
    of_source = sources.embargoes(source_id=source_id, coming=coming)
    now = store.gate_clock()
    until = max((one.until for one in (*own[-1:], *of_source[-1:]) if in_force(one, now)), default=now)
    if is_known(own, entry) or not in_force(said, now) or until >= said.until:
        return False
    sources.set_embargo(
        Embargo(until=said.until, zone=said.zone, note=NOTE, quote_id=quote_id, development_id=development_id)
    )
    return True
