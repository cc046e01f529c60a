"""The bank's quotes row by row, cheaply and in short reads: what the index over them is made of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desk.model.enums import QuoteForm, QuoteState, VerificationKind
from desk.model.quotes.fingerprint import state
from desk.model.records import Quote, QuoteRecord, Source, Speaker, Verification
from desk.store.file.rows import REPORTED, SHOWN, names
from desk.store.subjects.source_at_verification import SourceAtVerification

if TYPE_CHECKING:
    from desk.store.store import Store

#: Quotes in one read: an open read holds up the commits of others.
_CHUNK = 1_000
#: So many quotes are read sooner by two processes: fewer are read before the second has started, and more take too
#: much memory while the two halves become one.
_HALVED = range(20_000, 300_000)
#: Above every id.
_BEYOND = 1 << 62

_QUOTES = f"""
  SELECT q.id, q.form, q.words, q.source_id, q.venue, q.tags, q.disputed, d.start, d.end
  FROM quote q JOIN date_value d ON d.id = q.date_id
  WHERE q.withdrawn_at IS NULL AND q.added_by {SHOWN}
"""
_BETWEEN = "quote_id BETWEEN :first AND :last"
_AMONG = f"{_BETWEEN} AND quote_id IN (SELECT value FROM json_each(:ids))"


class Said(NamedTuple):
    """A speaker as printed with a quote."""

    person_id: int | None
    party_id: int | None
    name: str
    title: str
    party: str


@dataclass(slots=True)
class Line:
    """One quote as far as it is searched. `day` is the first it may have been said on, as an ordinal.

    `own_terms`: terms were agreed for this quote alone.
    """

    id: int
    form: QuoteForm
    words: str
    source_id: int | None
    venue: str
    tags: tuple[str, ...]
    disputed: bool
    day: int | None
    speakers: Sequence[Said]
    negotiation_ids: Sequence[int]
    verified: bool
    own_terms: bool


def middle(store: Store) -> int | None:
    """An id that as many quotes lie up to as above it; None where it is not worth while to halve so many."""
    if store.quotes.count() not in _HALVED:
        return None
    row = store.one(
        f"""
        SELECT id FROM quote WHERE withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY id
        LIMIT 1 OFFSET (SELECT count(*) / 2 FROM quote WHERE withdrawn_at IS NULL AND added_by {SHOWN})
        """
    )
    return int(row[0]) if row is not None else None


def lines(
    store: Store, ids: Collection[int] | None = None, *, after: int = 0, until: int | None = None
) -> Iterator[list[Line]]:
    """The quotes that are not withdrawn or hidden, in order of id, some at a time: those of `ids`, or all above the id
    `after` and up to `until`.
    """
    sources: dict[int | None, Source | None] = {None: None}
    if ids is not None:
        order = sorted(ids)
        for at in range(0, len(order), _CHUNK):
            wanted = json.dumps(order[at : at + _CHUNK])
            sql = f"{_QUOTES} AND q.id IN (SELECT value FROM json_each(:ids)) ORDER BY q.id"
            yield _with_the_rest(store, store.all(sql, ids=wanted), sources, _AMONG)
        return
    last = _BEYOND if until is None else until
    sql = f"{_QUOTES} AND q.id > :after AND q.id <= :last ORDER BY q.id LIMIT {_CHUNK}"
    while rows := store.all(sql, after=after, last=last):
        after = rows[-1]["id"]
        yield _with_the_rest(store, rows, sources, _BETWEEN)


def _with_the_rest(
    store: Store, rows: list[sqlite3.Row], sources: dict[int | None, Source | None], of_chunk: str
) -> list[Line]:
    if not rows:
        return []
    span = {"first": rows[0]["id"], "last": rows[-1]["id"], "ids": json.dumps([row["id"] for row in rows])}
    speakers: dict[int, list[Said]] = {}
    for row in store.all(
        f"""
        SELECT quote_id, person_id, party_id, name, title, party FROM quote_speaker
        WHERE {of_chunk} AND withdrawn_at IS NULL ORDER BY quote_id, rank, id
        """,
        **span,
    ):
        quote_id, *said = row
        speakers.setdefault(quote_id, []).append(Said(*said))
    talks: dict[int, list[int]] = {}
    for row in store.all(
        f"SELECT quote_id, negotiation_id FROM quote_talks WHERE {of_chunk} AND withdrawn_at IS NULL ORDER BY id",
        **span,
    ):
        talks.setdefault(row[0], []).append(row[1])
    own = {row[0] for row in store.all(f"SELECT quote_id FROM terms WHERE {of_chunk}", **span)}
    newest = {row["quote_id"]: row for row in store.all(
        f"""
        SELECT id, quote_id, kind, source_id, fingerprint, locator, listened, added_by FROM verification t
        WHERE {of_chunk} AND withdrawn_at IS NULL AND added_by {SHOWN} AND NOT {REPORTED} ORDER BY id
        """,
        **span,
    )}  # fmt: skip
    compared = SourceAtVerification(store, list(newest.values()))
    found = []
    for row in rows:
        number, form, words, source_id, venue, tags, disputed, start, end = row
        said_by = speakers.get(number, ())
        found.append(
            Line(
                number,
                _FORMS[form],
                words,
                source_id,
                venue,
                _tags(tags),
                bool(disputed),
                _day(start or end),
                said_by,
                talks.get(number, ()),
                number in newest and _verified(store, row, said_by, newest[number], sources, compared),
                number in own,
            )
        )
    return found


_FORMS = {form.value: form for form in QuoteForm}


def _tags(text: str) -> tuple[str, ...]:
    """A list of texts from JSON; the plain ones, as the store writes them, without taking JSON apart."""
    if text == "[]":
        return ()
    if "\\" in text or not (text.startswith('["') and text.endswith('"]')):
        return names(text)
    return tuple(text[2:-2].split('", "'))


@lru_cache(maxsize=50_000)
def _day(text: str | None) -> int | None:
    return date.fromisoformat(text[:10]).toordinal() if text else None


def _verified(
    store: Store,
    row: sqlite3.Row,
    speakers: Sequence[Said],
    check: sqlite3.Row,
    sources: dict[int | None, Source | None],
    compared: SourceAtVerification,
) -> bool:
    source_id = check["source_id"]
    for one in (source_id, row["source_id"]):
        if one not in sources:
            sources[one] = store.sources.get(one)
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
        speakers=tuple(Speaker(**one._asdict()) for one in speakers),
        source_id=row["source_id"],
        disputed=row["disputed"],
    )
    record = QuoteRecord(
        quote=quote,
        source=sources[row["source_id"]],
        verifications=((verification, compared.of(sources[source_id], check)),),
    )
    return state(record) is QuoteState.VERIFIED
