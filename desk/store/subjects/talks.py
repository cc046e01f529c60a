"""Negotiations, the issues on their tables, and positions."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.enums import Deed, PositionKind
from desk.model.errors import InputError, RefusedError
from desk.model.records import Issue, Negotiation, Position
from desk.model.text import clean, one_line
from desk.store.file.rows import DATE_COLUMNS, SHOWN, date_of, known_rows, limit, parse_utc
from desk.store.subjects.conflicts import see_uncorrected
from desk.store.subjects.merge_map import MergeMap, merge_map

if TYPE_CHECKING:
    from desk.store.file.access import Access

#: The WHERE of a table whose rows are edited in place for what there was at :known_by.
_THERE = "recorded_at <= :known_by AND coalesce(withdrawn_at, '~') > :known_by"


class Talks:
    """Where things happen, and what is on the table."""

    def __init__(self, store: Access) -> None:
        self._store = store

    # Negotiations

    def negotiations(self, *, known_by: datetime | None = None) -> list[Negotiation]:
        """Every negotiation that there was at `known_by`, under the name it has now: those in work first, then archived
        ones, each in the order in which they were added."""
        rows = self._store.all(
            f"SELECT * FROM negotiation WHERE {_THERE} AND added_by {SHOWN} ORDER BY archived, id",
            known_by=limit(known_by),
        )
        same = merge_map(self._store, "party")
        parties: dict[int, list[int]] = {}
        for row in self._store.all(
            f"SELECT * FROM negotiation_party WHERE {_THERE} ORDER BY negotiation_id, rank, id",
            known_by=limit(known_by),
        ):
            parties.setdefault(row["negotiation_id"], []).append(same[row["party_id"]])
        return [_negotiation(row, tuple(dict.fromkeys(parties.get(row["id"], ())))) for row in rows]

    def negotiation(self, negotiation_id: int) -> Negotiation:
        """One negotiation. Raises RefusedError where there is none."""
        for found in self.negotiations():
            if found.id == negotiation_id:
                return found
        raise RefusedError(f"There are no such talks ({negotiation_id}).")

    def add_negotiation(self, negotiation: Negotiation) -> int:
        """Keep new talks. Raises InputError where name or code is empty or taken."""
        negotiation = self._checked(negotiation)
        with self._store.action(Deed.ADD_TALKS, f"add the talks {negotiation.name}") as act:
            negotiation_id = act.insert(
                "negotiation", code=negotiation.code, name=negotiation.name, archived=int(negotiation.archived)
            )
            for rank, party_id in enumerate(negotiation.party_ids):
                act.insert("negotiation_party", negotiation_id=negotiation_id, party_id=party_id, rank=rank)
        return negotiation_id

    def edit_negotiation(self, negotiation: Negotiation) -> None:
        """Change the talks' row and their parties to this value."""
        assert negotiation.id is not None
        negotiation = self._checked(negotiation)
        assert negotiation.id is not None
        before = self.negotiation(negotiation.id)
        with self._store.action(Deed.EDIT_TALKS, f"edit the talks {negotiation.name}") as act:
            act.update(
                "negotiation",
                negotiation.id,
                code=negotiation.code,
                name=negotiation.name,
                archived=int(negotiation.archived),
            )
            if before.party_ids != negotiation.party_ids:
                for row in act.all(
                    "SELECT id FROM negotiation_party WHERE negotiation_id = :id AND withdrawn_at IS NULL",
                    id=negotiation.id,
                ):
                    act.withdraw("negotiation_party", row["id"])
                for rank, party_id in enumerate(negotiation.party_ids):
                    act.insert("negotiation_party", negotiation_id=negotiation.id, party_id=party_id, rank=rank)

    def withdraw_negotiation(self, negotiation_id: int) -> None:
        name = self.negotiation(negotiation_id).name
        with self._store.action(Deed.WITHDRAW_TALKS, f"withdraw the talks {name}") as act:
            act.withdraw("negotiation", negotiation_id)

    def _checked(self, negotiation: Negotiation) -> Negotiation:
        name = one_line(negotiation.name)
        if not name:
            raise InputError("a name is needed, such as SAG-AFTRA 2026", where="name")
        code = "-".join(one_line(negotiation.code or name).casefold().split())
        for other in self.negotiations():
            if other.id != negotiation.id and other.code.casefold() == code:
                raise InputError(f"{code} stands for {other.name} already", where="code", remedy="Choose another code.")
        return dataclasses.replace(negotiation, name=name, code=code)

    # Issues and positions

    def issues(self, negotiation_id: int | None = None, *, known_by: datetime | None = None) -> list[Issue]:
        """What is on the table, or was at `known_by`, in the order it was put there."""
        rows = self._store.all(
            f"""
            SELECT * FROM issue
            WHERE (:talks IS NULL OR negotiation_id = :talks) AND {_THERE} AND added_by {SHOWN}
            ORDER BY rank, id
            """,
            talks=negotiation_id,
            known_by=limit(known_by),
        )
        return [Issue(id=r["id"], negotiation_id=r["negotiation_id"], name=r["name"], rank=r["rank"]) for r in rows]

    def add_issue(self, issue: Issue) -> int:
        """Put an issue on the table. Raises InputError where its name is empty or there already."""
        name = self._free_issue(issue)
        with self._store.action(Deed.ADD_ISSUE, f"add the issue {name}") as act:
            rank = issue.rank or len(self.issues(issue.negotiation_id))
            return act.insert("issue", negotiation_id=issue.negotiation_id, name=name, rank=rank)

    def edit_issue(self, issue: Issue) -> None:
        assert issue.id is not None
        name = self._free_issue(issue)
        with self._store.action(Deed.EDIT_ISSUE, f"edit the issue {name}") as act:
            act.update("issue", issue.id, negotiation_id=issue.negotiation_id, name=name, rank=issue.rank)

    def withdraw_issue(self, issue_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_ISSUE, "withdraw an issue") as act:
            act.withdraw("issue", issue_id)

    def _free_issue(self, issue: Issue) -> str:
        name = one_line(issue.name)
        if not name:
            raise InputError("a name is needed", where="issue")
        for other in self.issues(issue.negotiation_id):
            if other.id != issue.id and other.name.casefold() == name.casefold():
                raise InputError(f"{name} is on the table already", where="issue")
        return name

    def positions(self, negotiation_id: int, *, known_by: datetime | None = None) -> list[Position]:
        """The positions on the table of these talks that stood at `known_by`: corrected and withdrawn ones left out."""
        rows = self._store.all(
            f"""
            SELECT t.*, {DATE_COLUMNS} FROM position t
            JOIN issue i ON i.id = t.issue_id JOIN date_value d ON d.id = t.date_id
            WHERE i.negotiation_id = :talks AND {known_rows("position")} ORDER BY t.id
            """,
            talks=negotiation_id,
            known_by=limit(known_by),
        )
        parties = merge_map(self._store, "party")
        return [_position(row, parties) for row in rows]

    def position(self, position_id: int) -> Position:
        """One position, withdrawn or corrected as it may be."""
        row = self._store.one(
            f"SELECT t.*, {DATE_COLUMNS} FROM position t JOIN date_value d ON d.id = t.date_id WHERE t.id = :id",
            id=position_id,
        )
        if row is None:
            raise RefusedError(f"There is no such position ({position_id}).")
        return _position(row, merge_map(self._store, "party"))

    def add_position(self, position: Position) -> int:
        """Keep a position; with `corrects`, as an edit of that one. Raises InputError where words are needed."""
        words = clean(position.words).strip()
        if not words and position.kind is not PositionKind.NO_PUBLIC_POSITION:
            raise InputError("say what they want, or choose “no public position”", where="words")
        deed, label = (
            (Deed.EDIT_POSITION, "edit a position") if position.corrects else (Deed.ADD_POSITION, "add a position")
        )
        with self._store.action(deed, label) as act:
            see_uncorrected(self._store, "position", position.corrects)
            return act.insert(
                "position",
                recorded_at=position.recorded_at,
                issue_id=position.issue_id,
                party_id=position.party_id,
                kind=position.kind.value,
                words=words,
                date_id=act.date(position.date),
                source_id=position.source_id,
                corrects=position.corrects,
            )

    def withdraw_position(self, position_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_POSITION, "withdraw a position") as act:
            act.withdraw("position", position_id)


def _negotiation(row: sqlite3.Row, parties: tuple[int, ...]) -> Negotiation:
    return Negotiation(
        id=row["id"], code=row["code"], name=row["name"], party_ids=parties, archived=bool(row["archived"])
    )


def _position(row: sqlite3.Row, parties: MergeMap) -> Position:
    return Position(
        id=row["id"],
        issue_id=row["issue_id"],
        party_id=parties[row["party_id"]],
        kind=PositionKind(row["kind"]),
        words=row["words"],
        date=date_of(row),
        source_id=row["source_id"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
    )
