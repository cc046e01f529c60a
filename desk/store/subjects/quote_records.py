"""Quotes as they are read: the words with everything that decides whether they may leave, for many at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desk.model.enums import EndMark, QuoteForm, VerificationKind
from desk.model.names.unnamed import Unnamed
from desk.model.quotes.effective_terms import effective_terms
from desk.model.quotes.groundrules import default_terms, permissions
from desk.model.quotes.quotes import Embargo, Quote, QuoteRecord, Source, Speaker, Terms, Verification
from desk.store.file.rows import DATE_COLUMNS, REPORTED, SHOWN, date_of, maybe_utc, names, parse_utc
from desk.store.subjects.hidden import earlier_names
from desk.store.subjects.merge_map import end_of
from desk.store.subjects.people import People
from desk.store.subjects.source_at_verification import SourceAtVerification
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access


def read_records(store: Access, quote_ids: Iterable[int]) -> list[QuoteRecord]:
    """The quotes with these ids, in this order; those that do not exist are left out."""
    order = list(quote_ids)
    ids = json.dumps(order)
    quotes = {
        row["id"]: row
        for row in store.all(
            f"""
            SELECT q.*, {DATE_COLUMNS} FROM quote q JOIN date_value d ON d.id = q.date_id
            WHERE q.id IN (SELECT value FROM json_each(:ids)) AND q.added_by {SHOWN}
            """,
            ids=ids,
        )
    }
    if not quotes:
        return []
    speakers = _by_quote(
        store,
        f"""
        SELECT s.quote_id, s.name, s.title, s.party, p.id AS person_id, o.id AS party_id,
          coalesce(p.confidential, 0) AS confidential, coalesce(p.name, o.name) AS now_name,
          coalesce(p.aliases, o.aliases) AS aliases, coalesce(o.full_name, '') AS full_name
        FROM quote_speaker s LEFT JOIN person p ON p.id = {end_of("person", "s.person_id")}
          LEFT JOIN party o ON o.id = {end_of("party", "s.party_id")}
        WHERE s.withdrawn_at IS NULL AND s.quote_id IN (SELECT value FROM json_each(:ids)) ORDER BY s.rank, s.id
        """,
        ids,
    )
    talks = _by_quote(
        store,
        """
        SELECT quote_id, negotiation_id FROM quote_talks
        WHERE withdrawn_at IS NULL AND quote_id IN (SELECT value FROM json_each(:ids)) ORDER BY id
        """,
        ids,
    )
    checked = _by_quote(
        store,
        f"""
        SELECT t.*, {REPORTED} AS reported FROM verification t WHERE withdrawn_at IS NULL AND added_by {SHOWN}
          AND quote_id IN (SELECT value FROM json_each(:ids)) ORDER BY id
        """,
        ids,
    )
    sources = _sources(
        store,
        {row["source_id"] for row in quotes.values()} | {row["source_id"] for rows in checked.values() for row in rows},
    )
    compared = SourceAtVerification(store, [row for rows in checked.values() for row in rows])
    own_terms, own_embargoes = _own_terms(store, ids)
    source_terms = {key: Sources(store).terms(source_id=key) for key in sources}
    source_embargoes = {key: Sources(store).embargoes(source_id=key) for key in sources}
    hidden = People(store).unnamed()
    earlier = Earlier(store, [row for rows in speakers.values() for row in rows])
    records = []
    for quote_id in order:
        row = quotes.get(quote_id)
        if row is None:
            continue
        source = sources.get(row["source_id"])
        said_by = speakers.get(quote_id, [])
        terms = effective_terms(
            own_terms.get(quote_id, ()),
            source_terms[row["source_id"]] if source else (),
            default_terms(source.kind) if source else Terms(),
        )
        confidential = (source is not None and source.confidential) or any(
            r["confidential"] or _is_one_of(hidden, r) for r in said_by
        )
        called = [name for r in said_by for name in known_as(r)]
        if not permissions(terms, confidential=confidential).name:
            called += (name for r in said_by for name in earlier.of(r))
        records.append(
            QuoteRecord(
                quote=_quote(row, said_by, [r["negotiation_id"] for r in talks.get(quote_id, [])]),
                source=source,
                terms=terms,
                embargo=_in_force(own_embargoes.get(quote_id), source_embargoes.get(row["source_id"], [])),
                verifications=tuple(
                    (_verification(check), compared.of(sources.get(check["source_id"]), check))
                    for check in checked.get(quote_id, [])
                ),
                confidential=confidential,
                known_as=tuple(dict.fromkeys(called)),
            )
        )
    return records


def _is_one_of(hidden: Unnamed, speaker: sqlite3.Row) -> bool:
    """Return True where a speaker goes by a confidential person's name, whichever row of the file stands behind it."""
    party = speaker["person_id"] is None and speaker["party_id"] is not None
    is_one = hidden.has if party else hidden.is_one
    return bool(hidden) and any(map(is_one, (speaker["name"], *known_as(speaker))))


def known_as(speaker: sqlite3.Row) -> tuple[str, ...]:
    """The names by which the desk knows a speaker now, whatever was printed."""
    return tuple(name for name in (speaker["now_name"], speaker["full_name"], *names(speaker["aliases"])) if name)


class Earlier:
    """What the speakers of some quotes were called before they were renamed."""

    def __init__(self, store: Access, speakers: Iterable[sqlite3.Row]) -> None:
        rows = list(speakers)
        self._persons = earlier_names(store, "person", {row["person_id"] for row in rows} - {None})
        self._parties = earlier_names(store, "party", {row["party_id"] for row in rows} - {None})

    def of(self, speaker: sqlite3.Row) -> tuple[str, ...]:
        """The earlier names of one of them."""
        return (*self._persons.get(speaker["person_id"], ()), *self._parties.get(speaker["party_id"], ()))


def _by_quote(store: Access, sql: str, ids: str) -> dict[int, list[sqlite3.Row]]:
    found: dict[int, list[sqlite3.Row]] = {}
    for row in store.all(sql, ids=ids):
        found.setdefault(row["quote_id"], []).append(row)
    return found


def _sources(store: Access, wanted: set[int | None]) -> dict[int | None, Source]:
    return {source_id: Sources(store).get(source_id) for source_id in wanted if source_id is not None}


def _own_terms(store: Access, ids: str) -> tuple[dict[int, list[Terms]], dict[int, Embargo]]:
    """What was agreed, or embargoed, for single quotes among these: few have any."""
    with_own = store.all(
        """
        SELECT DISTINCT quote_id FROM (SELECT quote_id FROM terms UNION ALL SELECT quote_id FROM embargo)
        WHERE quote_id IN (SELECT value FROM json_each(:ids))
        """,
        ids=ids,
    )
    terms: dict[int, list[Terms]] = {}
    embargoes: dict[int, Embargo] = {}
    for row in with_own:
        quote_id = row["quote_id"]
        if agreed := Sources(store).terms(quote_id=quote_id):
            terms[quote_id] = agreed
        if set_for_it := Sources(store).embargoes(quote_id=quote_id):
            embargoes[quote_id] = set_for_it[-1]
    return terms, embargoes


def _in_force(own: Embargo | None, source: Sequence[Embargo]) -> Embargo | None:
    """The later of the quote's embargo and its source's, each as it was set last; None where neither stands."""
    standing = [one for one in (own, source[-1] if source else None) if one is not None and not one.lifted]
    return max(standing, key=lambda one: one.until, default=None)


def _quote(row: sqlite3.Row, speakers: Sequence[sqlite3.Row], negotiation_ids: Sequence[int]) -> Quote:
    return Quote(
        id=row["id"],
        form=QuoteForm(row["form"]),
        words=row["words"],
        end_mark=EndMark(row["end_mark"]),
        speakers=tuple(
            Speaker(
                person_id=s["person_id"], party_id=s["party_id"], name=s["name"], title=s["title"], party=s["party"]
            )
            for s in speakers
        ),
        source_id=row["source_id"],
        venue=row["venue"],
        date=date_of(row),
        locator=row["locator"],
        tags=names(row["tags"]),
        negotiation_ids=tuple(negotiation_ids),
        note=row["note"],
        disputed=row["disputed"],
        recorded_at=parse_utc(row["recorded_at"]),
        withdrawn_at=maybe_utc(row["withdrawn_at"]),
    )


def _verification(row: sqlite3.Row) -> Verification:
    return Verification(
        id=row["id"],
        quote_id=row["quote_id"],
        kind=VerificationKind(row["kind"]),
        source_id=row["source_id"],
        fingerprint=row["fingerprint"],
        passage=row["passage"],
        locator=row["locator"],
        listened=bool(row["listened"]),
        who=row["who"],
        note=row["note"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
        reported=bool(row["reported"]),
    )
