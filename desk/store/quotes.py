"""The quote bank: words, who said them, and what is known of their accuracy."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from desk.model.errors import InputError, RefusedError
from desk.model.fingerprint import fingerprint
from desk.model.quoted import Embargo, Quote, QuoteRecord, Source, Speaker, Terms, Verification
from desk.model.text import clean, one_line
from desk.model.words import EndMark, QuoteForm, VerificationKind
from desk.store.compared import AsCompared
from desk.store.merged import end_of
from desk.store.rows import DATE_COLUMNS, SHOWN, as_list, date_of, maybe_when, names, when
from desk.store.strict import kept

if TYPE_CHECKING:
    from desk.store.action import Action
    from desk.store.store import Store

#: Ids that are read at once, and one above them all.
_PAGE, _BEYOND = 50_000, 1 << 62
_SHOWN_QUOTES = f"withdrawn_at IS NULL AND added_by {SHOWN}"


class Quotes:
    """Quotes and their verifications. A quote is edited in place, its earlier words kept in the history."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self) -> int:
        """How many quotes the bank has."""
        row = self._store.one(f"SELECT count(*) FROM quote WHERE {_SHOWN_QUOTES}")
        return int(row[0]) if row else 0

    def newest(self, limit: int = -1) -> list[int]:
        """The ids of the quotes learned last, the newest first; -1: all of them."""
        # As one text a page: a row for each of a million would keep every other thread waiting.
        found: list[int] = []
        before, left = _BEYOND, limit if limit >= 0 else _BEYOND
        while left > 0:
            page = self._store.one(
                f"""
                SELECT json_group_array(id) FROM (
                  SELECT id FROM quote WHERE {_SHOWN_QUOTES} AND id < :before ORDER BY id DESC LIMIT :limit
                )
                """,
                before=before,
                limit=min(left, _PAGE),
            )
            ids = json.loads(page[0]) if page is not None else []
            if not ids:
                break
            found += ids
            before, left = ids[-1], left - len(ids)
        return found

    def of_source(self, source_id: int) -> list[int]:
        """The ids of the quotes taken from one source, oldest first."""
        rows = self._store.all(
            f"SELECT id FROM quote WHERE source_id = :source AND {_SHOWN_QUOTES} ORDER BY id", source=source_id
        )
        return [row["id"] for row in rows]

    def who_spoke(self, source_id: int) -> tuple[list[str], list[str]]:
        """Every name by which the desk knows those whose words were taken from a source, as printed and as known now;
        and with whom terms were agreed for single quotes of it. Once each, however many quotes there are.
        """
        spoke = self._store.all(
            f"""
            SELECT DISTINCT s.name, coalesce(p.name, o.name) AS now_name, coalesce(o.full_name, '') AS full_name,
              coalesce(p.aliases, o.aliases, '[]') AS aliases
            FROM quote q JOIN quote_speaker s ON s.quote_id = q.id
              LEFT JOIN person p ON p.id = {end_of("person", "s.person_id")}
              LEFT JOIN party o ON o.id = {end_of("party", "s.party_id")}
            WHERE q.source_id = :source AND q.withdrawn_at IS NULL AND q.added_by {SHOWN} AND s.withdrawn_at IS NULL
            """,
            source=source_id,
        )
        agreed = self._store.all(
            f"""
            SELECT DISTINCT t.agreed_with FROM terms t JOIN quote q ON q.id = t.quote_id
            WHERE q.source_id = :source AND t.agreed_with <> '' AND q.added_by {SHOWN}
            """,
            source=source_id,
        )
        every = dict.fromkeys(name for row in spoke for name in (row["name"], *_known_as(row)))
        return list(every), [row["agreed_with"] for row in agreed]

    def withdrawn(self) -> list[int]:
        """The ids of the quotes that were withdrawn, oldest first."""
        rows = self._store.all(f"SELECT id FROM quote WHERE withdrawn_at IS NOT NULL AND added_by {SHOWN} ORDER BY id")
        return [row["id"] for row in rows]

    def get(self, quote_id: int) -> Quote:
        """One quote, withdrawn or not. Raises RefusedError where there is none."""
        return self.record(quote_id).quote

    def record(self, quote_id: int) -> QuoteRecord:
        """One quote, withdrawn or not, with everything that decides whether it may leave."""
        found = self.records([quote_id])
        if not found:
            raise RefusedError(f"There is no quote {quote_id}.")
        return found[0]

    def records(self, quote_ids: Iterable[int]) -> list[QuoteRecord]:
        """The quotes with these ids, in this order; those that do not exist are left out."""
        order = list(quote_ids)
        ids = json.dumps(order)
        quotes = {
            row["id"]: row
            for row in self._store.all(
                f"""
                SELECT q.*, {DATE_COLUMNS} FROM quote q JOIN date_value d ON d.id = q.date_id
                WHERE q.id IN (SELECT value FROM json_each(:ids)) AND q.added_by {SHOWN}
                """,
                ids=ids,
            )
        }
        if not quotes:
            return []
        speakers = self._by_quote(
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
        talks = self._by_quote(
            """
            SELECT quote_id, negotiation_id FROM quote_talks
            WHERE withdrawn_at IS NULL AND quote_id IN (SELECT value FROM json_each(:ids)) ORDER BY id
            """,
            ids,
        )
        checked = self._by_quote(
            f"""
            SELECT * FROM verification WHERE withdrawn_at IS NULL AND added_by {SHOWN}
              AND quote_id IN (SELECT value FROM json_each(:ids)) ORDER BY id
            """,
            ids,
        )
        sources = self._sources(
            {row["source_id"] for row in quotes.values()}
            | {row["source_id"] for rows in checked.values() for row in rows}
        )
        compared = AsCompared(self._store, [row for rows in checked.values() for row in rows])
        own_terms, own_embargoes = self._own_terms(ids)
        source_terms = {key: self._store.sources.effective_terms(source) for key, source in sources.items()}
        source_embargoes = {key: self._store.sources.embargoes(source_id=key) for key in sources}
        records = []
        for quote_id in order:
            row = quotes.get(quote_id)
            if row is None:
                continue
            source = sources.get(row["source_id"])
            said_by = speakers.get(quote_id, [])
            records.append(
                QuoteRecord(
                    quote=_quote(row, said_by, [r["negotiation_id"] for r in talks.get(quote_id, [])]),
                    source=source,
                    terms=own_terms.get(quote_id) or (source_terms[row["source_id"]] if source else Terms()),
                    embargo=_in_force(own_embargoes.get(quote_id), source_embargoes.get(row["source_id"], [])),
                    verifications=tuple(
                        (_verification(check), compared.of(sources.get(check["source_id"]), check))
                        for check in checked.get(quote_id, [])
                    ),
                    confidential=any(r["confidential"] for r in said_by)
                    or (source is not None and source.confidential),
                    known_as=tuple(name for r in said_by for name in _known_as(r)),
                )
            )
        return records

    def _by_quote(self, sql: str, ids: str) -> dict[int, list[sqlite3.Row]]:
        found: dict[int, list[sqlite3.Row]] = {}
        for row in self._store.all(sql, ids=ids):
            found.setdefault(row["quote_id"], []).append(row)
        return found

    def _sources(self, wanted: set[int | None]) -> dict[int | None, Source]:
        return {source_id: self._store.sources.get(source_id) for source_id in wanted if source_id is not None}

    def _own_terms(self, ids: str) -> tuple[dict[int, Terms], dict[int, Embargo]]:
        """What was agreed, or embargoed, for single quotes among these: few have any."""
        with_own = self._store.all(
            """
            SELECT DISTINCT quote_id FROM (SELECT quote_id FROM terms UNION ALL SELECT quote_id FROM embargo)
            WHERE quote_id IN (SELECT value FROM json_each(:ids))
            """,
            ids=ids,
        )
        terms: dict[int, Terms] = {}
        embargoes: dict[int, Embargo] = {}
        for row in with_own:
            quote_id = row["quote_id"]
            if agreed := self._store.sources.terms(quote_id=quote_id):
                terms[quote_id] = agreed[-1]
            if set_for_it := self._store.sources.embargoes(quote_id=quote_id):
                embargoes[quote_id] = set_for_it[-1]
        return terms, embargoes

    # Changing

    def add(self, quote: Quote) -> int:
        """Keep a new quote. Raises InputError where words or speaker are missing."""
        words = self._checked(quote)
        with self._store.action("add a quote") as act:
            quote_id = act.insert(
                "quote", recorded_at=quote.recorded_at, date_id=act.date(quote.date), **_columns(quote, words)
            )
            _insert_speakers(act, quote_id, quote.speakers)
            for negotiation_id in dict.fromkeys(quote.negotiation_ids):
                act.insert("quote_talks", quote_id=quote_id, negotiation_id=negotiation_id)
        return quote_id

    def edit(self, quote: Quote) -> None:
        """Change a quote to this value. Its verifications stay, and are stale where words or speakers changed.

        Where another source or speaker would put it under looser terms, it keeps those that it was under as its own.
        """
        assert quote.id is not None
        words = self._checked(quote)
        before = self.get(quote.id)
        with self._store.action("edit a quote") as act, kept(self._store, act, [quote.id], self._moved(before, quote)):
            act.update("quote", quote.id, date_id=act.date(quote.date), **_columns(quote, words))
            if before.speakers != quote.speakers:
                self._withdraw_rows(act, "quote_speaker", quote.id)
                _insert_speakers(act, quote.id, quote.speakers)
            if set(before.negotiation_ids) != set(quote.negotiation_ids):
                self._withdraw_rows(act, "quote_talks", quote.id)
                for negotiation_id in dict.fromkeys(quote.negotiation_ids):
                    act.insert("quote_talks", quote_id=quote.id, negotiation_id=negotiation_id)

    def _moved(self, before: Quote, quote: Quote) -> str:
        """What an edit changes of that on which the terms rest, in words."""
        if before.source_id == quote.source_id:
            return "another speaker"
        codes = [self._store.sources.get(one).code if one is not None else "no source" for one in
                 (before.source_id, quote.source_id)]  # fmt: skip
        return f"moving it from {codes[0]} to {codes[1]}"

    def _withdraw_rows(self, act: Action, table: str, quote_id: int) -> None:
        for row in act.all(f"SELECT id FROM {table} WHERE quote_id = :quote AND withdrawn_at IS NULL", quote=quote_id):
            act.withdraw(table, row["id"])

    def withdraw(self, quote_id: int) -> None:
        """Take a quote out of use; undo brings it back."""
        with self._store.action("withdraw a quote") as act:
            act.withdraw("quote", quote_id)

    def dispute(self, quote_id: int, reason: str) -> None:
        """Somebody contests the quote, and why; an empty reason settles it."""
        with self._store.action("mark a quote disputed" if reason.strip() else "settle a dispute") as act:
            act.update("quote", quote_id, disputed=one_line(reason))

    def verify(
        self,
        quote_id: int,
        kind: VerificationKind,
        *,
        source_id: int | None,
        passage: str = "",
        locator: str = "",
        listened: bool = False,
        note: str = "",
    ) -> int:
        """Write down that the quote as it is now was compared with a source. What that makes of it is computed.

        Of a long passage the part around the quote is kept, and of a quote with cuts what was cut and inserted. Raises
        RefusedError where the passage has other words, where a check of something written has none, and where a cut or an
        insertion may turn the sense and `note` does not say why it is kept.
        """
        # Comparing words is needed here only, and what it takes is slow to load.
        from desk.model.excerpt import excerpt
        from desk.model.passage import compare
        from desk.model.passing import Check, kept_note, obstacle

        quote = self.get(quote_id)
        passage = clean(passage).strip()
        start, end = excerpt(passage, quote.words)
        passage = passage[start:end]
        check = Check(
            kind=kind,
            source=self._store.sources.get(source_id) if source_id is not None else None,
            comparison=compare(passage, quote.words) if passage else None,
            locator=one_line(locator),
            listened=listened,
            note=clean(note),
        )
        if reason := obstacle(quote, check):
            raise RefusedError(f"It cannot be passed. {reason}")
        with self._store.action("verify a quote") as act:
            return act.insert(
                "verification",
                quote_id=quote_id,
                kind=kind.value,
                source_id=source_id,
                fingerprint=fingerprint(quote),
                passage=passage,
                locator=check.locator,
                listened=int(listened),
                who=self._store.settings.reporter(),
                note=kept_note(check) if quote.form is not QuoteForm.PARAPHRASE else check.note,
            )

    def _checked(self, quote: Quote) -> str:
        words = clean(quote.words).strip()
        if not words:
            raise InputError("the words are missing", where="words", remedy="Type or paste what was said.")
        if not quote.speakers:
            raise InputError("who said it is missing", where="speaker", remedy="Name a person or a party.")
        return words


def _columns(quote: Quote, words: str) -> dict[str, Any]:
    tags = tuple(dict.fromkeys(tag for tag in (one_line(tag).lstrip("#") for tag in quote.tags) if tag))
    return {
        "form": quote.form.value,
        "words": words,
        "end_mark": quote.end_mark.value,
        "source_id": quote.source_id,
        "venue": one_line(quote.venue),
        "locator": one_line(quote.locator),
        "tags": as_list(tags),
        "note": clean(quote.note),
        "disputed": one_line(quote.disputed),
    }


def _insert_speakers(act: Action, quote_id: int, speakers: Sequence[Speaker]) -> None:
    for rank, speaker in enumerate(speakers):
        name = one_line(speaker.name)
        if not name:
            raise InputError("a speaker has no name", where="speaker")
        act.insert(
            "quote_speaker",
            quote_id=quote_id,
            rank=rank,
            person_id=speaker.person_id,
            party_id=speaker.party_id,
            name=name,
            title=one_line(speaker.title),
            party=one_line(speaker.party),
        )


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
        recorded_at=when(row["recorded_at"]),
        withdrawn_at=maybe_when(row["withdrawn_at"]),
    )


def _known_as(speaker: sqlite3.Row) -> tuple[str, ...]:
    return tuple(name for name in (speaker["now_name"], speaker["full_name"], *names(speaker["aliases"])) if name)


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
        recorded_at=when(row["recorded_at"]),
    )
