"""Undo says which thing it took back."""

from __future__ import annotations

from desk.model.enums import Mark
from desk.model.records import Check, CheckMark, Person
from desk.store.store import Store
from desk.store.subjects.describe_action import describe_action
from tests.unit.store.conftest import Known, a_deadline, a_development, a_quote


def test_what_was_taken_back_is_named(store: Store, known: Known) -> None:
    store.developments.log(a_development(known, "SAG wraps early", 13))
    assert describe_action(store, store.history.undo()) == "log a development “SAG wraps early”"
    store.quotes.add(a_quote(known, "We will not accept that, not now and not in the weeks to come"))
    assert (
        describe_action(store, store.history.undo()) == "add a quote “We will not accept that, not now and not in the…”"
    )
    check = store.stories.add_check(Check(story_id=known.story, what="WGA talks on March 6"))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.AMBER))
    assert describe_action(store, store.history.undo()) == "mark “WGA talks on March 6” amber"
    store.stories.withdraw_check(check)
    assert describe_action(store, store.history.undo()) == "withdraw a check “WGA talks on March 6”"


def test_what_a_command_did_is_said_to_be_a_commands(store: Store, known: Known) -> None:
    with Store.open(store.path, clock=store.clock, via="command") as other:
        other.developments.log(a_development(known, "SAG wraps early", 13))
    assert describe_action(store, store.history.undo()) == "log a development “SAG wraps early” (by a command)"


def test_a_confidential_person_is_not_named(store: Store) -> None:
    person = store.people.add_person(Person(name="The Insider", confidential=True))
    store.people.withdraw_person(person)
    assert describe_action(store, store.history.undo()) == "withdraw a person"


def test_a_name_that_stands_there_already_is_not_said_twice(store: Store, known: Known) -> None:
    deadline = store.deadlines.add(a_deadline(known), a_development(known, "x", 20).date)
    store.deadlines.set_done(deadline, done=True)
    assert describe_action(store, store.history.undo()) == "done: Contract expires"
