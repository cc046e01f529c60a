"""Writing what an import brings, row by row: who and where from, what was agreed, talks."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desk.model.records import (
    Deadline,
    DeadlineDate,
    Development,
    Embargo,
    Issue,
    Negotiation,
    Party,
    Person,
    Position,
    Source,
    Terms,
)
from desk.model.text import clean, one_line
from desk.store.bulk.entries import Entry
from desk.store.file.rows import as_list, flag, utc_text

if TYPE_CHECKING:
    from desk.store.file.action import Action


class Rows:
    """Writes entries, and knows which row each became."""

    act: Action

    def __init__(self) -> None:
        self._ids: dict[str, dict[int, int | None]] = {}
        self._dates: dict[Any, int] = {}

    def write(self, section: str, number: int, entry: Entry[Any]) -> None:
        """Write one row; `number` is its place in its section, by which others refer to it."""
        self._ids.setdefault(section, {})[number] = getattr(self, f"_{section}")(entry)

    def _at(self, section: str, number: int | None) -> int | None:
        """The row that a reference means; None where it means none, or one that was not taken."""
        if number is None:
            return None
        return -number if number < 0 else self._ids[section][number]

    def _date(self, value: Any) -> int:
        found = self._dates.get(value)
        if found is None:
            found = self._dates[value] = self.act.date(value)
        return found

    def _insert(self, table: str, entry: Entry[Any], **columns: Any) -> int:
        columns["added_by"] = self.act.id
        columns["recorded_at"] = utc_text(entry.logged or self.act.now)
        columns["withdrawn_at"] = utc_text(entry.withdrawn) if entry.withdrawn else None
        return self._row(table, columns)

    def _child(self, table: str, **columns: Any) -> None:
        self._row(table, {**columns, "added_by": self.act.id})

    def _row(self, table: str, columns: Mapping[str, Any]) -> int:
        self.act.touched.add(table)
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        cursor: sqlite3.Cursor = self.act.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", columns)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _parties(self, entry: Entry[Party]) -> int:
        one = entry.value
        return self._insert(
            "party",
            entry,
            name=one_line(one.name),
            full_name=one_line(one.full_name),
            kind=one.kind.value,
            aliases=as_texts(one.aliases),
            merged_into=self._at("parties", entry.merged_into),
        )

    def _people(self, entry: Entry[Person]) -> int:
        one = entry.value
        return self._insert(
            "person",
            entry,
            name=one_line(one.name),
            title=one_line(one.title),
            party_id=self._at("parties", one.party_id),
            aliases=as_texts(one.aliases),
            confidential=int(one.confidential),
            merged_into=self._at("people", entry.merged_into),
        )

    def _sources(self, entry: Entry[Source]) -> int:
        one = entry.value
        return self._insert(
            "source",
            entry,
            code=one.code,
            kind=one.kind.value,
            tier=one.tier.value,
            title=one_line(one.title),
            outlet=one_line(one.outlet),
            date_id=self._date(one.date),
            url=one_line(one.url),
            locator=one_line(one.locator),
            sha256=one.sha256,
            confidential=int(one.confidential),
        )

    def _negotiations(self, entry: Entry[Negotiation]) -> int:
        one = entry.value
        row_id = self._insert("negotiation", entry, code=one.code, name=one_line(one.name), archived=int(one.archived))
        for rank, party in enumerate(one.party_ids):
            self._insert(
                "negotiation_party",
                dataclasses.replace(entry, withdrawn=None),
                negotiation_id=row_id,
                party_id=self._at("parties", party),
                rank=rank,
            )
        return row_id

    def _issues(self, entry: Entry[Issue]) -> int:
        one = entry.value
        talks = self._at("negotiations", one.negotiation_id)
        return self._insert("issue", entry, negotiation_id=talks, name=one_line(one.name), rank=one.rank)

    def _positions(self, entry: Entry[Position]) -> int:
        one = entry.value
        return self._insert(
            "position",
            entry,
            issue_id=self._at("issues", one.issue_id),
            party_id=self._at("parties", one.party_id),
            kind=one.kind.value,
            words=clean(one.words).strip(),
            date_id=self._date(one.date),
            source_id=self._at("sources", one.source_id),
            corrects=self._at("positions", one.corrects),
        )

    def _developments(self, entry: Entry[Development]) -> int:
        one = entry.value
        row_id = self._insert(
            "development",
            entry,
            kind=one.kind.value,
            words=clean(one.words).strip(),
            date_id=self._date(one.date),
            issue_id=self._at("issues", one.issue_id),
            source_id=self._at("sources", one.source_id),
            locator=one_line(one.locator),
            corrects=self._at("developments", one.corrects),
        )
        for talks in dict.fromkeys(one.negotiation_ids):
            talks_id = self._at("negotiations", talks)
            self._child("development_talks", development_id=row_id, negotiation_id=talks_id)
        for axis, value in one.axes:
            self._child("development_axis", development_id=row_id, axis=axis.value, value=value)
        for party in one.party_ids:
            self._child("development_who", development_id=row_id, party_id=self._at("parties", party))
        for person in one.person_ids:
            self._child("development_who", development_id=row_id, person_id=self._at("people", person))
        for asked in one.asked:
            self._child(
                "development_asked",
                development_id=row_id,
                person_id=self._at("people", asked.person_id),
                party_id=self._at("parties", asked.party_id),
                how=one_line(asked.how),
                outcome=asked.outcome.value,
            )
        return row_id

    def _deadlines(self, entry: Entry[Deadline]) -> int:
        one = entry.value
        return self._insert(
            "deadline",
            entry,
            name=one_line(one.name),
            kind=one.kind.value,
            negotiation_id=self._at("negotiations", one.negotiation_id),
            note=clean(one.note),
            done_at=utc_text(one.done_at) if one.done_at else None,
        )

    def _deadline_dates(self, entry: Entry[DeadlineDate]) -> int:
        one = entry.value
        return self._insert(
            "deadline_date",
            entry,
            deadline_id=self._at("deadlines", one.deadline_id),
            date_id=self._date(one.date),
            source_id=self._at("sources", one.source_id),
            locator=one_line(one.locator),
            corrects=self._at("deadline_dates", one.corrects),
        )

    def _terms(self, entry: Entry[Terms]) -> int | None:
        one = entry.value
        return self._insert(
            "terms",
            entry,
            source_id=self._at("sources", one.source_id),
            quote_id=self._at("quotes", one.quote_id),
            rule=one.rule.value,
            may_publish=flag(one.may_publish),
            may_quote=flag(one.may_quote),
            may_name=flag(one.may_name),
            attribution=one_line(one.attribution),
            agreed_with=one_line(one.agreed_with),
            agreed_id=self._date(one.agreed_on),
            agreed=one.agreed.value,
            why_unnamed=one_line(one.why_unnamed),
            how_known=one_line(one.how_known),
            approved_by=one_line(one.approved_by),
            note=clean(one.note),
            corrects=self._at("terms", one.corrects),
        )

    def _embargoes(self, entry: Entry[Embargo]) -> int:
        one = entry.value
        return self._insert(
            "embargo",
            entry,
            source_id=self._at("sources", one.source_id),
            quote_id=self._at("quotes", one.quote_id),
            development_id=self._at("developments", one.development_id),
            until_utc=utc_text(one.until),
            zone=one.zone,
            lifted=int(one.lifted),
            note=clean(one.note),
            corrects=self._at("embargoes", one.corrects),
        )


def as_texts(items: Iterable[str]) -> str:
    """A list of texts, each one line and once."""
    return as_list(tuple(dict.fromkeys(name for name in map(one_line, items) if name)))
