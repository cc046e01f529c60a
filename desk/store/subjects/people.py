"""Parties and people: who takes part and who speaks."""

from __future__ import annotations

import dataclasses
import sqlite3
from typing import TYPE_CHECKING, Any, Literal

from desk.model.enums import Deed, PartyKind
from desk.model.errors import InputError, RefusedError
from desk.model.names.unnamed import Unnamed
from desk.model.records import Party, Person
from desk.model.text import one_line
from desk.store.file.rows import SHOWN, as_list, names
from desk.store.subjects.merge_map import MergeMap, merge_map
from desk.store.subjects.sources import check_released
from desk.store.subjects.talks import Talks

if TYPE_CHECKING:
    from desk.store.file.access import Access

#: Tables whose rows may change and refer to a party or person.
_MOVED = {"party": ("person", "quote_speaker", "negotiation_party"), "person": ("quote_speaker",)}


class People:
    """Parties and people. Names are unique under `str.casefold` among those that are not withdrawn."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def parties(self) -> list[Party]:
        """Every party, by name."""
        rows = self._store.all(
            f"SELECT * FROM party WHERE withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY name COLLATE NOCASE"
        )
        return [_party(row) for row in rows]

    def persons(self) -> list[Person]:
        """Every person, by name."""
        rows = self._store.all(
            f"SELECT * FROM person WHERE withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY name COLLATE NOCASE"
        )
        parties = merge_map(self._store, "party")
        return [_person(row, parties) for row in rows]

    def party(self, party_id: int) -> Party:
        """One party, withdrawn or not; one that was merged into another is that other."""
        return _party(self._followed("party", party_id))

    def person(self, person_id: int) -> Person:
        """One person, withdrawn or not; one who was merged into another is that other."""
        return _person(self._followed("person", person_id), merge_map(self._store, "party"))

    def find_party(self, name: str) -> Party | None:
        """The party with that name, full name or alias, however it is written."""
        wanted = one_line(name).casefold()
        return next(
            (p for p in self.parties() if wanted in {n.casefold() for n in (p.name, p.full_name, *p.aliases)}), None
        )

    def add_party(self, party: Party) -> int:
        """Keep a new party. Raises InputError where the name is empty or taken."""
        party = dataclasses.replace(party, name=self._free("party", party.name, None))
        with self._store.action(Deed.ADD_PARTY, f"add the party {party.name}") as act:
            return act.insert("party", **_party_columns(party))

    def edit_party(self, party: Party) -> None:
        """Change a party's row to this value."""
        assert party.id is not None
        party_id = party.id
        party = dataclasses.replace(party, name=self._free("party", party.name, party_id))
        with self._store.action(Deed.EDIT_PARTY, f"edit the party {party.name}") as act:
            act.update("party", party_id, **_party_columns(party))

    def add_person(self, person: Person) -> int:
        """Keep a new person. Raises InputError where the name is empty or taken."""
        person = dataclasses.replace(person, name=self._free("person", person.name, None))
        with self._store.action(Deed.ADD_PERSON, f"add {'a person' if person.confidential else person.name}") as act:
            return act.insert("person", **_person_columns(person))

    def edit_person(self, person: Person, *, released: str = "") -> None:
        """Change a person's row to this value. Quotes keep the title they were said under.

        A confidential person keeps every name that they had, as an alias, so that none of them is ever handed on. To take
        the mark away is a renegotiation: `released` says who agreed to it. Raises InputError where that is missing.
        """
        assert person.id is not None
        person_id = person.id
        before = self.person(person_id)
        person = dataclasses.replace(person, name=self._free("person", person.name, person_id))
        opened = before.confidential and not person.confidential
        deed, label = Deed.EDIT_PERSON, f"edit {'a person' if person.confidential else person.name}"
        if opened:
            check_released(released)
            deed = Deed.RELEASE_PERSON
            label = f"renegotiate: {person.name} is no longer confidential: {one_line(released)}"
        elif before.confidential and before.name != person.name:
            person = dataclasses.replace(person, aliases=(*person.aliases, before.name))
        with self._store.action(deed, label) as act:
            act.update("person", person_id, **_person_columns(person))

    def withdraw_party(self, party_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_PARTY, f"withdraw the party {self.party(party_id).name}") as act:
            act.withdraw("party", party_id)

    def withdraw_person(self, person_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_PERSON, "withdraw a person") as act:
            act.withdraw("person", person_id)

    def merge_parties(self, keep: int, drop: int) -> None:
        """Two rows for one party become one: names become aliases, what referred to `drop` is read as `keep`'s."""
        kept, dropped = self.party(keep), self.party(drop)
        self._merge("party", kept, dropped, f"merge {dropped.name} into {kept.name}")

    def merge_persons(self, keep: int, drop: int) -> None:
        """Two rows for one person become one. Confidential stays confidential."""
        kept, dropped = self.person(keep), self.person(drop)
        secret = kept.confidential or dropped.confidential
        label = "merge two people" if secret else f"merge {dropped.name} into {kept.name}"
        self._merge("person", kept, dropped, label, confidential=int(secret))

    def _merge(
        self, table: Literal["party", "person"], kept: Party | Person, dropped: Party | Person, label: str, **also: int
    ) -> None:
        """Both are the ends of their chains, so that no chain can come back to where it began."""
        assert kept.id is not None
        assert dropped.id is not None
        if kept.id == dropped.id:
            raise RefusedError("These are one already." if table == "party" else "These are one person already.")
        aliases = tuple(dict.fromkeys((*kept.aliases, dropped.name, *dropped.aliases)))
        deed = Deed.MERGE_PARTIES if table == "party" else Deed.MERGE_PERSONS
        with self._store.action(deed, label) as act:
            act.update(table, kept.id, aliases=as_list(aliases), **also)
            act.update(table, dropped.id, merged_into=kept.id)
            act.withdraw(table, dropped.id)
            # Rows that may change are moved, which the index over the quotes follows; all others are read through `kept`.
            column = f"{table}_id"
            for moved in _MOVED[table]:
                for row in act.all(f"SELECT id FROM {moved} WHERE {column} = :drop", drop=dropped.id):
                    act.update(moved, row["id"], **{column: kept.id})

    def sides_joined(self, keep: int, drop: int) -> list[str]:
        """The names of the talks in which both parties sit: to merge two sides of one table is rarely meant."""
        both = {self.party(keep).id, self.party(drop).id}
        return [one.name for one in Talks(self._store).negotiations() if both <= set(one.party_ids)]

    def unnamed(self) -> Unnamed:
        """Everybody who is confidential now, withdrawn or not: whoever goes by one of their names may not be named either.
        The names of a row that was merged into another stand with that other.
        """
        rows = self._store.all(
            f"""
            SELECT name, aliases FROM person WHERE confidential = 1 AND merged_into IS NULL AND added_by {SHOWN}
            """
        )
        return Unnamed(tuple(filter(None, (row["name"], *names(row["aliases"])))) for row in rows)

    def confidential_ids(self) -> frozenset[int]:
        """The rows of people who are confidential now, or were merged into one who is; also of people withdrawn since."""
        rows = self._store.all(
            """
            WITH RECURSIVE hidden(id) AS (
              SELECT id FROM person WHERE confidential = 1 UNION SELECT p.id FROM person p JOIN hidden h ON p.merged_into = h.id
            )
            SELECT id FROM hidden
            """
        )
        return frozenset(row["id"] for row in rows)

    def _followed(self, table: str, row_id: int) -> sqlite3.Row:
        row = self._store.one(f"SELECT * FROM {table} WHERE id = :id", id=row_id)
        while row is not None and row["merged_into"] is not None:
            row = self._store.one(f"SELECT * FROM {table} WHERE id = :id", id=row["merged_into"])
        if row is None:
            raise RefusedError(f"There is no such {table} ({row_id}).")
        return row

    def _free(self, table: str, name: str, own: int | None) -> str:
        name = one_line(name)
        if not name:
            raise InputError("a name is needed", where="name")
        everybody: list[Party] | list[Person] = self.parties() if table == "party" else self.persons()
        if any(other.name.casefold() == name.casefold() and other.id != own for other in everybody):
            raise InputError(
                f"{name} is there already", where="name", remedy="Edit that one, or add this name as its alias."
            )
        return name


def _party(row: sqlite3.Row) -> Party:
    return Party(
        id=row["id"],
        name=row["name"],
        kind=PartyKind(row["kind"]),
        full_name=row["full_name"],
        aliases=names(row["aliases"]),
    )


def _person(row: sqlite3.Row, parties: MergeMap) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        title=row["title"],
        party_id=parties[row["party_id"]],
        aliases=names(row["aliases"]),
        confidential=bool(row["confidential"]),
    )


def _party_columns(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "full_name": one_line(party.full_name),
        "kind": party.kind.value,
        "aliases": _cleaned(party.aliases),
    }


def _person_columns(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "title": one_line(person.title),
        "party_id": person.party_id,
        "aliases": _cleaned(person.aliases),
        "confidential": int(person.confidential),
    }


def _cleaned(aliases: tuple[str, ...]) -> str:
    return as_list(tuple(dict.fromkeys(name for name in map(one_line, aliases) if name)))
