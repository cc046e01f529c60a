"""The quote bank: words, who said them, and what is known of their accuracy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from desk.model.enums import Deed, QuoteForm, VerificationKind
from desk.model.errors import InputError, RefusedError
from desk.model.quotes.fingerprint import fingerprint
from desk.model.quotes.quotes import Quote, QuoteRecord, Speaker
from desk.model.text import clean, one_line
from desk.store.file.rows import SHOWN, as_list
from desk.store.file.settings import Settings
from desk.store.subjects.conflicts import see_unchanged
from desk.store.subjects.merge_map import end_of
from desk.store.subjects.preserve_terms import preserve_terms
from desk.store.subjects.quote_records import Earlier, known_as, read_records
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.action import Action

#: Ids that are read at once, and one above them all.
_PAGE, _BEYOND = 50_000, 1 << 62
_SHOWN_QUOTES = f"withdrawn_at IS NULL AND added_by {SHOWN}"


class Quotes:
    """Quotes and their verifications. A quote is edited in place, its earlier words kept in the history."""

    def __init__(self, store: Access) -> None:
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
        """Every name by which the desk knows those whose words were taken from a source, as printed, as known now
        and as called before; and with whom terms were agreed for single quotes of it. Once each, however many quotes there are.
        """
        spoke = self._store.all(
            f"""
            SELECT DISTINCT s.name, p.id AS person_id, o.id AS party_id,
              coalesce(p.name, o.name) AS now_name, coalesce(o.full_name, '') AS full_name,
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
        earlier = Earlier(self._store, spoke)
        every = dict.fromkeys(name for row in spoke for name in (row["name"], *known_as(row), *earlier.of(row)))
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
        return read_records(self._store, quote_ids)

    # Changing

    def add(self, quote: Quote) -> int:
        """Keep a new quote. Raises InputError where words or speaker are missing."""
        words = self._checked(quote)
        with self._store.action(Deed.ADD_QUOTE, "add a quote") as act:
            quote_id = act.insert(
                "quote", recorded_at=quote.recorded_at, date_id=act.date(quote.date), **_columns(quote, words)
            )
            _insert_speakers(act, quote_id, quote.speakers)
            for negotiation_id in dict.fromkeys(quote.negotiation_ids):
                act.insert("quote_talks", quote_id=quote_id, negotiation_id=negotiation_id)
        return quote_id

    def edit(self, quote: Quote, *, began: Quote | None = None) -> None:
        """Change a quote to this value. Its verifications stay, and are stale where words or speakers changed.

        Where another source or speaker would put it under looser terms, it keeps those that it was under as its own.
        Raises ConflictError where it is not as it was when it was read (`began`).
        """
        assert quote.id is not None
        words = self._checked(quote)
        with self._store.transaction():
            before = self.get(quote.id)
            see_unchanged("quote", began, before)
            self._edit(quote, before, words)

    def _edit(self, quote: Quote, before: Quote, words: str) -> None:
        assert quote.id is not None
        with (
            self._store.action(Deed.EDIT_QUOTE, "edit a quote") as act,
            preserve_terms(self._store, act, [quote.id], self._moved(before, quote)),
        ):
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
        codes = [Sources(self._store).get(one).code if one is not None else "no source" for one in
                 (before.source_id, quote.source_id)]  # fmt: skip
        return f"moving it from {codes[0]} to {codes[1]}"

    def _withdraw_rows(self, act: Action, table: str, quote_id: int) -> None:
        for row in act.all(f"SELECT id FROM {table} WHERE quote_id = :quote AND withdrawn_at IS NULL", quote=quote_id):
            act.withdraw(table, row["id"])

    def withdraw(self, quote_id: int) -> None:
        """Take a quote out of use; undo brings it back."""
        with self._store.action(Deed.WITHDRAW_QUOTE, "withdraw a quote") as act:
            act.withdraw("quote", quote_id)

    def dispute(self, quote_id: int, reason: str, *, began: Quote | None = None) -> None:
        """Somebody contests the quote, and why; an empty reason settles it. Raises ConflictError where it is not as it
        was when it was read (`began`).
        """
        disputed = bool(reason.strip())
        deed, label = (
            (Deed.DISPUTE_QUOTE, "mark a quote disputed") if disputed else (Deed.SETTLE_DISPUTE, "settle a dispute")
        )
        with self._store.action(deed, label) as act:
            see_unchanged("quote", began, self.get(quote_id) if began is not None else None)
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
        began: Quote | None = None,
    ) -> int:
        """Write down that the quote as it is now was compared with a source. What that makes of it is computed.

        Of a long passage the part around the quote is kept, and of a quote with cuts what was cut and inserted. Raises
        RefusedError where the passage has other words, where a check of something written has none, and where a cut or an
        insertion may turn the sense and `note` does not say why it is kept; ConflictError where it is not the quote that
        was looked at (`began`).
        """
        # Comparing words is needed here only, and what it takes is slow to load.
        from desk.model.quotes.verification_blocker import Check, kept_note, verification_blocker
        from desk.model.wording.excerpt import excerpt
        from desk.model.wording.passage import compare

        quote = self.get(quote_id)
        passage = clean(passage).strip()
        start, end = excerpt(passage, quote.words)
        passage = passage[start:end]
        check = Check(
            kind=kind,
            source=Sources(self._store).get(source_id) if source_id is not None else None,
            comparison=compare(passage, quote.words) if passage else None,
            locator=one_line(locator),
            listened=listened,
            note=clean(note),
        )
        if reason := verification_blocker(quote, check):
            raise RefusedError(f"It cannot be passed. {reason}")
        with self._store.action(Deed.VERIFY_QUOTE, "verify a quote") as act:
            now = self.get(quote_id)
            see_unchanged("quote", began, now)
            see_unchanged("quote", quote, now)
            return act.insert(
                "verification",
                quote_id=quote_id,
                kind=kind.value,
                source_id=source_id,
                fingerprint=fingerprint(quote),
                passage=passage,
                locator=check.locator,
                listened=int(listened),
                who=Settings(self._store).reporter(),
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
