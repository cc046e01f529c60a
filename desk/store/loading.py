"""Writing what an import brings: many rows of many kinds, each with what the desk knew of it, as one action."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from desk.model.fingerprint import PARTS, fingerprint
from desk.model.records import (
    Check,
    CheckMark,
    Copied,
    Deadline,
    DeadlineDate,
    Development,
    Embargo,
    Issue,
    Negotiation,
    Party,
    Person,
    Position,
    Quote,
    Source,
    Speaker,
    Story,
    Terms,
    Verification,
)
from desk.model.text import clean, one_line
from desk.store.entries import Entry, Load
from desk.store.rows import as_list, flag, utc_text

if TYPE_CHECKING:
    from desk.store.store import Action, Store

#: Rows in one transaction: short enough that readers and other writers are not kept waiting.
BATCH = 1_500
#: Told how many rows are in so far, and of how many.
Progress = Callable[[int, int], None]


def load(store: Store, what: Load, label: str, *, progress: Progress | None = None) -> int:
    """Write all of it as one action, in batches: it is seen when it is whole, and one undo takes it back.

    Returns the action's number. Raises StorageError; nothing of it is then seen.
    """
    total = len(what)
    done = 0
    with store.bulk(label) as bulk:
        writer = _Writer(store.settings.reporter())
        rows = ((name, entry) for name, entries in what.sections() for entry in entries)
        while batch := list(islice(rows, BATCH)):
            with bulk.batch() as act:
                writer.act = act
                for name, entry in batch:
                    writer.write(name, entry)
            done += len(batch)
            if progress is not None:
                progress(done, total)
    return bulk.id


class _Writer:
    """Writes entries, and knows which row each became."""

    act: Action

    def __init__(self, reporter: str) -> None:
        self._reporter = reporter
        self._ids: dict[str, list[int]] = {}
        self._written: dict[int, Quote] = {}
        self._dates: dict[Any, int] = {}

    def write(self, section: str, entry: Entry[Any]) -> None:
        row_id = getattr(self, f"_{section}")(entry)
        self._ids.setdefault(section, []).append(row_id)

    def _at(self, section: str, number: int | None) -> int | None:
        """The row that a reference means."""
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

    # One method a section

    def _parties(self, entry: Entry[Party]) -> int:
        one = entry.value
        return self._insert(
            "party",
            entry,
            name=one_line(one.name),
            full_name=one_line(one.full_name),
            kind=one.kind.value,
            aliases=_list(one.aliases),
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
            aliases=_list(one.aliases),
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

    def _quotes(self, entry: Entry[Quote]) -> int:
        one = entry.value
        words = clean(one.words).strip()
        speakers = tuple(self._speaker(speaker) for speaker in one.speakers)
        source_id = self._at("sources", one.source_id)
        row_id = self._insert(
            "quote",
            entry,
            form=one.form.value,
            words=words,
            end_mark=one.end_mark.value,
            source_id=source_id,
            venue=one_line(one.venue),
            date_id=self._date(one.date),
            locator=one_line(one.locator),
            tags=_list(one.tags),
            note=clean(one.note),
            disputed=one_line(one.disputed),
        )
        live = dataclasses.replace(entry, withdrawn=None)
        for rank, speaker in enumerate(speakers):
            columns = {name: getattr(speaker, name) for name in ("person_id", "party_id", "name", "title", "party")}
            self._insert("quote_speaker", live, quote_id=row_id, rank=rank, **columns)
        for talks in dict.fromkeys(one.negotiation_ids):
            self._insert("quote_talks", live, quote_id=row_id, negotiation_id=self._at("negotiations", talks))
        # What was compared is known by its fingerprint, which is of the rows as they are here.
        self._written[len(self._written)] = Quote(form=one.form, words=words, speakers=speakers, source_id=source_id)
        return row_id

    def _speaker(self, one: Speaker) -> Speaker:
        return Speaker(
            person_id=self._at("people", one.person_id),
            party_id=self._at("parties", one.party_id),
            name=one_line(one.name),
            title=one_line(one.title),
            party=one_line(one.party),
        )

    def _terms(self, entry: Entry[Terms]) -> int:
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

    def _verifications(self, entry: Entry[Verification]) -> int:
        one = entry.value
        return self._insert(
            "verification",
            entry,
            quote_id=self._at("quotes", one.quote_id),
            kind=one.kind.value,
            source_id=self._at("sources", one.source_id),
            fingerprint=compared(fingerprint(self._written[one.quote_id]), entry.changed),
            passage=clean(one.passage),
            locator=one_line(one.locator),
            listened=int(one.listened),
            who=one_line(one.who) or self._reporter,
            note=clean(one.note),
            corrects=self._at("verifications", one.corrects),
        )

    def _stories(self, entry: Entry[Story]) -> int:
        one = entry.value
        return self._insert(
            "story",
            entry,
            slug=one.slug,
            headline=one_line(one.headline),
            draft=one_line(one.draft),
            negotiation_id=self._at("negotiations", one.negotiation_id),
            archived=int(one.archived),
        )

    def _checks(self, entry: Entry[Check]) -> int:
        one = entry.value
        return self._insert(
            "story_check",
            entry,
            story_id=self._at("stories", one.story_id),
            what=one_line(one.what),
            category=one_line(one.category),
            words=clean(one.words),
        )

    def _marks(self, entry: Entry[CheckMark]) -> int:
        one = entry.value
        return self._insert(
            "check_mark",
            entry,
            check_id=self._at("checks", one.check_id),
            mark=one.mark.value,
            evidence=clean(one.evidence).strip(),
            source_id=self._at("sources", one.source_id),
            who=one_line(one.who) or self._reporter,
            corrects=self._at("marks", one.corrects),
        )

    def _copies(self, entry: Entry[Copied]) -> int:
        one = entry.value
        return self._row(
            "copy_log",
            {
                "quote_id": self._at("quotes", one.quote_id),
                "story_id": self._at("stories", one.story_id),
                "format": one_line(one.format),
                "text": clean(one.text),
                "stamp": one_line(one.stamp),
                "mechanism": one_line(one.mechanism),
                "confirmed": int(one.confirmed),
                "reason": one_line(one.reason),
                "who": one_line(entry.who),
                "recorded_at": utc_text(entry.logged or self.act.now),
            },
        )


def compared(now: str, changed: Mapping[str, str]) -> str:
    """The fingerprint of what was compared: that of the quote as it is now, less the parts that changed since."""
    version, *marks = now.split("-")
    return "-".join([version, *(changed.get(part, mark) for part, mark in zip(PARTS, marks, strict=True))])


def _list(items: Iterable[str]) -> str:
    return as_list(tuple(dict.fromkeys(name for name in map(one_line, items) if name)))
