"""The bank's quotes row by row, cheaply and in short reads: what the index over them is made of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.model.fingerprint import state
from desk.model.records import Quote, QuoteRecord, Source, Speaker, Verification
from desk.model.words import QuoteForm, QuoteState, VerificationKind
from desk.store.rows import SHOWN, names

if TYPE_CHECKING:
    from desk.store.store import Store

#: Quotes in one read: an open read holds up the commits of others.
_CHUNK = 1_000

_QUOTES = f"""
  SELECT q.id, q.form, q.words, q.source_id, q.venue, q.tags, q.disputed, d.start, d.end
  FROM quote q JOIN date_value d ON d.id = q.date_id
  WHERE q.withdrawn_at IS NULL AND q.added_by {SHOWN}
"""
_OF_CHUNK = "quote_id BETWEEN :first AND :last AND quote_id IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Line:
    """One quote as far as it is searched. `day` is the first it may have been said on, as an ordinal."""

    id: int
    form: QuoteForm
    words: str
    source_id: int | None
    venue: str
    tags: tuple[str, ...]
    disputed: bool
    day: int | None
    speakers: tuple[Speaker, ...]
    negotiation_ids: tuple[int, ...]
    verified: bool
    #: Terms were agreed for this quote alone.
    own_terms: bool


def lines(store: Store, ids: Collection[int] | None = None) -> Iterator[list[Line]]:
    """The quotes that are not withdrawn or hidden, in order of id, some at a time: all of them, or those of `ids`."""
    sources: dict[int | None, Source | None] = {None: None}
    if ids is not None:
        order = sorted(ids)
        for at in range(0, len(order), _CHUNK):
            wanted = json.dumps(order[at : at + _CHUNK])
            sql = f"{_QUOTES} AND q.id IN (SELECT value FROM json_each(:ids)) ORDER BY q.id"
            yield _with_the_rest(store, store.all(sql, ids=wanted), sources)
        return
    after = 0
    while rows := store.all(f"{_QUOTES} AND q.id > :after ORDER BY q.id LIMIT {_CHUNK}", after=after):
        after = rows[-1]["id"]
        yield _with_the_rest(store, rows, sources)


def _with_the_rest(store: Store, rows: list[sqlite3.Row], sources: dict[int | None, Source | None]) -> list[Line]:
    if not rows:
        return []
    span = {"first": rows[0]["id"], "last": rows[-1]["id"], "ids": json.dumps([row["id"] for row in rows])}
    speakers: dict[int, list[Speaker]] = {}
    for row in store.all(
        f"""
        SELECT quote_id, person_id, party_id, name, title, party FROM quote_speaker
        WHERE {_OF_CHUNK} AND withdrawn_at IS NULL ORDER BY quote_id, rank, id
        """,
        **span,
    ):
        speaker = Speaker(person_id=row[1], party_id=row[2], name=row[3], title=row[4], party=row[5])
        speakers.setdefault(row[0], []).append(speaker)
    talks: dict[int, list[int]] = {}
    for row in store.all(
        f"SELECT quote_id, negotiation_id FROM quote_talks WHERE {_OF_CHUNK} AND withdrawn_at IS NULL ORDER BY id",
        **span,
    ):
        talks.setdefault(row[0], []).append(row[1])
    own = {row[0] for row in store.all(f"SELECT quote_id FROM terms WHERE {_OF_CHUNK}", **span)}
    newest = {row["quote_id"]: row for row in store.all(
        f"""
        SELECT quote_id, kind, source_id, fingerprint, locator, listened FROM verification
        WHERE {_OF_CHUNK} AND withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY id
        """,
        **span,
    )}  # fmt: skip
    return [
        Line(
            id=row["id"],
            form=QuoteForm(row["form"]),
            words=row["words"],
            source_id=row["source_id"],
            venue=row["venue"],
            tags=names(row["tags"]) if row["tags"] != "[]" else (),
            disputed=bool(row["disputed"]),
            day=_day(row["start"] or row["end"]),
            speakers=(said_by := tuple(speakers.get(row["id"], ()))),
            negotiation_ids=tuple(talks.get(row["id"], ())),
            verified=row["id"] in newest and _verified(store, row, said_by, newest[row["id"]], sources),
            own_terms=row["id"] in own,
        )
        for row in rows
    ]


def _day(text: str | None) -> int | None:
    return date.fromisoformat(text[:10]).toordinal() if text else None


def _verified(
    store: Store,
    row: sqlite3.Row,
    speakers: tuple[Speaker, ...],
    check: sqlite3.Row,
    sources: dict[int | None, Source | None],
) -> bool:
    source_id = check["source_id"]
    if source_id not in sources:
        sources[source_id] = store.sources.get(source_id)
    verification = Verification(
        quote_id=row["id"],
        kind=VerificationKind(check["kind"]),
        source_id=source_id,
        fingerprint=check["fingerprint"],
        locator=check["locator"],
        listened=bool(check["listened"]),
    )
    quote = Quote(
        id=row["id"],
        form=QuoteForm(row["form"]),
        words=row["words"],
        speakers=speakers,
        source_id=row["source_id"],
        disputed=row["disputed"],
    )
    record = QuoteRecord(quote=quote, verifications=((verification, sources[source_id]),))
    return state(record) is QuoteState.VERIFIED


def settled(store: Store) -> int:
    """The newest action up to which everything is whole: what comes after it is asked of `touched_since`.

    An import that is under way began before other changes and is seen after them.
    """
    row = store.one(
        """
        SELECT coalesce((SELECT min(id) - 1 FROM action WHERE state = 'open'), (SELECT max(id) FROM action), 0) AS id
        """
    )
    return int(row["id"]) if row is not None else 0
