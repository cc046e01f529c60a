"""Developments: what happened in the talks. None is changed in place: an edit is a new row that names the one it corrects."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.enums import Axis, CommentOutcome, Deed, DevelopmentKind
from desk.model.errors import InputError, RefusedError
from desk.model.records import Asked, Development, Embargo
from desk.model.text import clean, one_line
from desk.store.file.rows import DATE_COLUMNS, date_of, known_rows, limit, parse_utc
from desk.store.subjects.conflicts import see_uncorrected
from desk.store.subjects.embargoes import of_developments
from desk.store.subjects.merge_map import merge_map
from desk.store.subjects.preserve_terms import keep_embargo
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.action import Action


class Developments:
    """What happened, as the desk knows it now or knew it at some moment."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def all(self, *, known_by: datetime | None = None) -> list[Development]:
        """Every development that stood at `known_by`, in order of id: corrected and withdrawn ones left out."""
        rows = self._store.all(
            f"""
            SELECT t.*, {DATE_COLUMNS} FROM development t JOIN date_value d ON d.id = t.date_id
            WHERE {known_rows("development")} ORDER BY t.id
            """,
            known_by=limit(known_by),
        )
        return self._with_children(rows)

    def get(self, development_id: int) -> Development:
        """One development, withdrawn or corrected as it may be."""
        rows = self._store.all(
            f"SELECT t.*, {DATE_COLUMNS} FROM development t JOIN date_value d ON d.id = t.date_id WHERE t.id = :id",
            id=development_id,
        )
        if not rows:
            raise RefusedError(f"There is no such development ({development_id}).")
        return self._with_children(rows)[0]

    def log(self, development: Development, *, embargo: Embargo | None = None) -> int:
        """Keep a development; with `corrects`, as an edit of that one. Raises InputError where it has no words.

        `embargo` is set with it. A correction is under the embargo of what it corrects, whatever its own source is under.
        """
        words = clean(development.words).strip()
        if not words:
            raise InputError("say what happened", where="words")
        deed, label = (
            (Deed.EDIT_DEVELOPMENT, "edit a development")
            if development.corrects
            else (Deed.LOG_DEVELOPMENT, "log a development")
        )
        with self._store.action(deed, label) as act:
            see_uncorrected(self._store, "development", development.corrects)
            development_id = act.insert(
                "development",
                recorded_at=development.recorded_at,
                kind=development.kind.value,
                words=words,
                date_id=act.date(development.date),
                issue_id=development.issue_id,
                source_id=development.source_id,
                locator=one_line(development.locator),
                corrects=development.corrects,
            )
            _insert_children(act, development_id, development)
            if development.corrects is not None:
                keep_embargo(self._store, act, self.get(development.corrects), self.get(development_id))
            if embargo is not None:
                Sources(self._store).set_embargo(dataclasses.replace(embargo, development_id=development_id))
        return development_id

    def withdraw(self, development_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_DEVELOPMENT, "withdraw a development") as act:
            act.withdraw("development", development_id)

    def _with_children(self, rows: list[sqlite3.Row]) -> list[Development]:
        one = rows[0]["id"] if len(rows) == 1 else None
        children: dict[str, dict[int, list[sqlite3.Row]]] = {}
        for table in ("development_talks", "development_axis", "development_who", "development_asked"):
            by_id: dict[int, list[sqlite3.Row]] = {}
            for row in self._store.all(
                f"SELECT * FROM {table} WHERE :one IS NULL OR development_id = :one ORDER BY id", one=one
            ):
                by_id.setdefault(row["development_id"], []).append(row)
            children[table] = by_id
        embargoes = of_developments(self._store, rows)

        parties, persons = merge_map(self._store, "party"), merge_map(self._store, "person")

        def of(table: str, row: sqlite3.Row) -> list[sqlite3.Row]:
            return children[table].get(row["id"], [])

        return [
            Development(
                id=row["id"],
                kind=DevelopmentKind(row["kind"]),
                words=row["words"],
                date=date_of(row),
                negotiation_ids=tuple(r["negotiation_id"] for r in of("development_talks", row)),
                axes=tuple((Axis(r["axis"]), r["value"]) for r in of("development_axis", row)),
                party_ids=_once(parties[r["party_id"]] for r in of("development_who", row)),
                person_ids=_once(persons[r["person_id"]] for r in of("development_who", row)),
                issue_id=row["issue_id"],
                asked=tuple(
                    Asked(
                        person_id=persons[r["person_id"]],
                        party_id=parties[r["party_id"]],
                        how=r["how"],
                        outcome=CommentOutcome(r["outcome"]),
                    )
                    for r in of("development_asked", row)
                ),
                source_id=row["source_id"],
                locator=row["locator"],
                corrects=row["corrects"],
                recorded_at=parse_utc(row["recorded_at"]),
                embargo=embargoes.get(row["id"]),
            )
            for row in rows
        ]


def _once(ids: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in ids if one is not None))


def _insert_children(act: Action, development_id: int, development: Development) -> None:
    for negotiation_id in dict.fromkeys(development.negotiation_ids):
        act.insert("development_talks", development_id=development_id, negotiation_id=negotiation_id)
    for axis, value in development.axes:
        act.insert("development_axis", development_id=development_id, axis=axis.value, value=value)
    for party_id in dict.fromkeys(development.party_ids):
        act.insert("development_who", development_id=development_id, party_id=party_id)
    for person_id in dict.fromkeys(development.person_ids):
        act.insert("development_who", development_id=development_id, person_id=person_id)
    for asked in development.asked:
        act.insert(
            "development_asked",
            development_id=development_id,
            person_id=asked.person_id,
            party_id=asked.party_id,
            how=one_line(asked.how),
            outcome=asked.outcome.value,
        )
