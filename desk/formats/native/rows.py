"""What all sections of the desk's own format have in common: when a row was learned, what stands inside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from desk.formats.fields import Fields
from desk.formats.native.refs import Refs
from desk.model.enums import SourceKind, Tier
from desk.model.records import Person
from desk.store.bulk.entries import Entry, Load
from desk.store.store import Store

V = TypeVar("V")


class Rows:
    """One document being read, into `load`. Rows that were logged after `until` are left out."""

    def __init__(self, top: Fields, store: Store, until: datetime | None) -> None:
        self.top = top
        self.load = Load()
        self.until = until
        self.known = Refs(store)
        self.logged: datetime | None = None
        #: Of the row that is being read.
        self.row_logged: datetime | None = None
        self.row_withdrawn: datetime | None = None

    def _section(self, name: str, into: list[Entry[V]], read: Callable[[Fields], V | None]) -> None:
        for row in self.top.rows(name):
            self._add(name, row, into, read, self.logged)

    def _add(
        self,
        section: str,
        row: Fields,
        into: list[Entry[V]],
        read: Callable[[Fields], V | None],
        otherwise: datetime | None,
    ) -> None:
        """Read one row into its section, unless the desk did not know it yet or has it already."""
        logged = row.instant("logged") or self.known.learned(row.peek("source")) or otherwise
        withdrawn = row.instant("withdrawn")
        if self.until is not None and logged is not None and logged > self.until:
            if section == "sources":
                self.known.learned_with(str(row.peek("code")), logged)
            return
        if withdrawn is not None and self.until is not None and withdrawn > self.until:
            withdrawn = None
        self.row_logged, self.row_withdrawn = logged, withdrawn
        key = row.line("key")
        merged = self.known.refer(row, "merged_into", section) if section in ("parties", "people") else None
        value = read(row)
        who = row.line("who") if section == "copies" else ""
        changed = self._changed(row) if section == "verifications" else {}
        was = self._source_was(row) if section == "verifications" else None
        row.end()
        if section == "people" and merged is not None and value is not None:
            self._merged(merged, value)
        if value is None:
            return
        if key:
            self.known.name(row, "key", section, key, len(into))
        into.append(
            Entry(
                value=value,
                logged=logged,
                withdrawn=withdrawn,
                merged_into=merged,
                who=who,
                changed=changed,
                source_was=was,
            )
        )

    def _merged(self, into: int, value: Any) -> None:
        """Whoever a confidential person was merged into is that person, and goes by those names as well."""
        if not isinstance(value, Person) or not value.confidential:
            return
        if into < 0:
            self.load.here.people.append((-into, value))
            return
        kept = self.load.people[into]
        names = tuple(dict.fromkeys((*kept.value.aliases, value.name, *value.aliases)))
        self.load.people[into] = replace(kept, value=replace(kept.value, confidential=True, aliases=names))

    def _changed(self, row: Fields) -> dict[str, str]:
        inner = row.row("changed")
        if inner is None:
            return {}
        found = {part: inner.line(part) for part in ("words", "speaker", "title", "source") if inner.has(part)}
        inner.end()
        return found

    def _source_was(self, row: Fields) -> tuple[SourceKind, Tier] | None:
        """What a check's source was then, which the document says where it is called something else by now."""
        inner = row.row("source_was")
        if inner is None:
            return None
        found = (inner.word("kind", SourceKind), inner.word("tier", Tier))
        inner.end()
        return found

    def _children(
        self, row: Fields, name: str, into: list[Entry[V]], read: Callable[[Fields], V | None], section: str = ""
    ) -> None:
        """The rows inside another, which were learned with it where they say nothing else."""
        logged, withdrawn = self.row_logged, self.row_withdrawn
        for inner in row.rows(name):
            self._add(section or name, inner, into, read, logged)
        self.row_logged, self.row_withdrawn = logged, withdrawn
