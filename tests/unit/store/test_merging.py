"""Two rows turn out to be one party or person: everything said of the one is said of the other, until it is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.app.views.deadlines import read_deadlines
from desk.model.dates import value as dates
from desk.model.enums import CommentOutcome, DevelopmentKind, PartyKind, PositionKind
from desk.model.errors import RefusedError
from desk.model.records import Asked, Development, Negotiation, Party, Person, Position, Quote, Speaker
from desk.store.store import Store
from tests.unit.store.conftest import Known

NOW = dates.UNDATED


class Twice:
    """A second row for the union and one for its negotiator, with something in every table that can refer to them."""

    def __init__(self, store: Store, known: Known) -> None:
        self.store, self.known = store, known
        self.party = store.people.add_party(Party(name="Screen Actors Guild", kind=PartyKind.UNION))
        self.person = store.people.add_person(Person(name="D. Crabtree-Ireland"))
        self.staff = store.people.add_person(Person(name="Sean Astin", party_id=self.party))
        self.talks = store.talks.add_negotiation(
            Negotiation(code="tv", name="TV 2026", party_ids=(self.party, known.studios))
        )
        self.position = store.talks.add_position(
            Position(
                issue_id=known.issue, party_id=self.party, kind=PositionKind.STATED, words="a fair share", date=NOW
            )
        )
        asked = [Asked(party_id=self.party, outcome=CommentOutcome.PENDING)]
        asked.append(Asked(person_id=self.person, outcome=CommentOutcome.PENDING))
        self.development = store.developments.log(
            Development(
                kind=DevelopmentKind.COMMENT_SOUGHT,
                words="asked about the offer",
                date=NOW,
                party_ids=(self.party, known.union),
                person_ids=(self.person,),
                asked=tuple(asked),
            )
        )
        said = [Speaker(party_id=self.party, name="SAG"), Speaker(person_id=self.person, name="Duncan")]
        self.quotes = [store.quotes.add(Quote(words=f"words of {one.name}", speakers=(one,))) for one in said]

    def merge(self) -> None:
        self.store.people.merge_parties(self.known.union, self.party)
        self.store.people.merge_persons(self.known.negotiator, self.person)

    def speaker(self, n: int) -> Speaker:
        return self.store.quotes.get(self.quotes[n]).speakers[0]


#: What a reader is told for each column that refers to a party or a person: the dropped row's number, then the kept one's.
READ: dict[tuple[str, str], Callable[[Twice], Any]] = {
    ("person", "party_id"): lambda t: t.store.people.person(t.staff).party_id,
    ("negotiation_party", "party_id"): lambda t: t.store.talks.negotiation(t.talks).party_ids[0],
    ("position", "party_id"): lambda t: t.store.talks.positions(t.known.talks)[0].party_id,
    ("development_who", "party_id"): lambda t: t.store.developments.get(t.development).party_ids[0],
    ("development_who", "person_id"): lambda t: t.store.developments.all()[0].person_ids[0],
    ("development_asked", "party_id"): lambda t: t.store.developments.get(t.development).asked[0].party_id,
    ("development_asked", "person_id"): lambda t: t.store.developments.get(t.development).asked[1].person_id,
    ("quote_speaker", "party_id"): lambda t: t.speaker(0).party_id,
    ("quote_speaker", "person_id"): lambda t: t.speaker(1).person_id,
    ("party", "merged_into"): lambda t: t.store.people.party(t.party).id,
    ("person", "merged_into"): lambda t: t.store.people.person(t.person).id,
}


def referring(store: Store, *tables: str) -> set[tuple[str, str]]:
    """Every column of the file that refers to one of these tables."""
    every = [row["name"] for row in store.all("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        (table, row["from"])
        for table in every
        for row in store.all(f"SELECT * FROM pragma_foreign_key_list('{table}')")
        if row["table"] in tables
    }


@pytest.fixture
def twice(store: Store, known: Known) -> Twice:
    return Twice(store, known)


def test_every_column_that_refers_to_a_party_or_person_is_looked_at_here(store: Store) -> None:
    assert referring(store, "party", "person") == set(READ)


def test_what_cannot_be_merged_needs_nobody_who_follows(store: Store) -> None:
    mergeable = {
        row["name"]
        for row in store.all(
            "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE c.name = 'merged_into'"
        )
    }
    assert mergeable == {"party", "person"}


@pytest.mark.parametrize("column", READ, ids=".".join)
def test_what_referred_to_the_dropped_one_refers_to_the_kept_one_until_undo(
    twice: Twice, column: tuple[str, str]
) -> None:
    of_party = column[1] == "party_id" or column[0] == "party"
    dropped = twice.party if of_party else twice.person
    kept = twice.known.union if of_party else twice.known.negotiator
    assert READ[column](twice) == dropped
    twice.merge()
    assert READ[column](twice) == kept
    twice.store.history.undo()
    twice.store.history.undo()
    assert READ[column](twice) == dropped


def test_append_only_rows_are_as_they_were_written(twice: Twice) -> None:
    tables = ("position", "development_who", "development_asked")
    before = [list(map(tuple, twice.store.all(f"SELECT * FROM {table}"))) for table in tables]
    twice.merge()
    assert [list(map(tuple, twice.store.all(f"SELECT * FROM {table}"))) for table in tables] == before


def test_a_chain_of_merges_is_followed_to_its_end(twice: Twice) -> None:
    third = twice.store.people.add_party(Party(name="SAG", kind=PartyKind.UNION))
    twice.store.people.merge_parties(third, twice.party)
    twice.store.people.merge_parties(twice.known.union, third)
    assert twice.store.talks.positions(twice.known.talks)[0].party_id == twice.known.union
    assert twice.speaker(0).party_id == twice.known.union


def test_a_merge_cannot_come_back_to_where_it_began(twice: Twice) -> None:
    twice.store.people.merge_parties(twice.known.union, twice.party)
    with pytest.raises(RefusedError):
        twice.store.people.merge_parties(twice.party, twice.known.union)


def test_a_quote_noted_by_another_desk_under_the_dropped_name_is_the_kept_ones(twice: Twice) -> None:
    twice.merge()
    late = Speaker(person_id=twice.person, name="Duncan")
    quote_id = twice.store.quotes.add(Quote(words="noted meanwhile", speakers=(late,)))
    record = twice.store.quotes.record(quote_id)
    assert record.quote.speakers[0].person_id == twice.known.negotiator
    assert "Duncan Crabtree-Ireland" in record.known_as


def test_whoever_is_confidential_stays_so_for_what_was_noted_late(twice: Twice) -> None:
    secret = twice.store.people.add_person(Person(name="The Insider", confidential=True))
    twice.store.people.merge_persons(secret, twice.person)
    quote_id = twice.store.quotes.add(
        Quote(words="noted meanwhile", speakers=(Speaker(person_id=twice.person, name="D."),))
    )
    assert twice.store.quotes.record(quote_id).confidential


def test_who_owes_an_answer_is_called_by_the_kept_name(twice: Twice) -> None:
    twice.merge()
    owed = read_deadlines(twice.store, twice.store.clock(), "UTC").owed
    assert [one.name for one in owed] == ["SAG-AFTRA", "Duncan Crabtree-Ireland"]


def test_two_sides_of_one_table_are_said_before_they_are_merged(twice: Twice) -> None:
    assert twice.store.people.sides_joined(twice.known.union, twice.known.studios) == ["SAG-AFTRA 2026"]
    assert twice.store.people.sides_joined(twice.known.union, twice.party) == []


def test_a_party_that_sat_twice_at_one_table_sits_there_once(twice: Twice) -> None:
    twice.store.people.merge_parties(twice.known.union, twice.known.studios)
    assert twice.store.talks.negotiation(twice.known.talks).party_ids == (twice.known.union,)
