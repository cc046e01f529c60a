"""Nothing is lost by editing: undo and redo for every kind of change, also after a restart."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.model.dates import value as dates
from desk.model.enums import Axis, GroundRule, Mark, PartyKind, PositionKind, SourceKind, Tier, VerificationKind
from desk.model.errors import RefusedError
from desk.model.records import (
    Check,
    CheckMark,
    DeadlineDate,
    Embargo,
    Issue,
    Party,
    Person,
    Position,
    Source,
    Story,
    Terms,
)
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_deadline, a_development, a_quote

DAY = dates.day(date(2026, 6, 30))
EMBARGO = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)


def everything(store: Store) -> dict[str, Any]:
    """All that the reporter can see, without the times at which rows were written."""
    return {
        "parties": store.people.parties(),
        "persons": store.people.persons(),
        "sources": store.sources.all(),
        "terms": [store.sources.terms(source_id=source.id) for source in store.sources.all()],
        "embargoes": [store.sources.embargoes(source_id=source.id) for source in store.sources.all()],
        "talks": store.talks.negotiations(),
        "issues": store.talks.issues(),
        "positions": [store.talks.positions(one.id or 0) for one in store.talks.negotiations()],
        "developments": store.developments.all(),
        "deadlines": store.deadlines.all(),
        "quotes": store.quotes.records(store.quotes.newest()),
        "stories": store.stories.all(),
        "checks": [store.stories.checks(story.id or 0) for story in store.stories.all()],
    }


def edit_quote(store: Store, known: Known) -> None:
    quote = store.quotes.get(store.quotes.newest()[0])
    other = dataclasses.replace(quote.speakers[0], title="president")
    store.quotes.edit(
        dataclasses.replace(quote, words="We will accept that", speakers=(other,), tags=("money",), negotiation_ids=())
    )


def rename_talks(store: Store, known: Known) -> None:
    talks = store.talks.negotiation(known.talks)
    store.talks.edit_negotiation(dataclasses.replace(talks, name="SAG-AFTRA 2026 talks", party_ids=(known.studios,)))


CHANGES: dict[str, Callable[[Store, Known], Any]] = {
    "add a party": lambda s, k: s.people.add_party(Party(name="DGA", kind=PartyKind.UNION, aliases=("the guild",))),
    "edit a party": lambda s, k: s.people.edit_party(
        dataclasses.replace(s.people.party(k.union), full_name="Screen Actors")
    ),
    "withdraw a party": lambda s, k: s.people.withdraw_party(k.studios),
    "merge parties": lambda s, k: s.people.merge_parties(k.union, k.studios),
    "add a person": lambda s, k: s.people.add_person(Person(name="Sean Astin", party_id=k.union)),
    "edit a person": lambda s, k: s.people.edit_person(
        dataclasses.replace(s.people.person(k.negotiator), confidential=True)
    ),
    "withdraw a person": lambda s, k: s.people.withdraw_person(k.negotiator),
    "add a source": lambda s, k: s.sources.add(
        Source(code="S2", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
        terms=Terms(rule=GroundRule.BACKGROUND, attribution="a person close to the talks"),
        embargo=Embargo(until=EMBARGO, zone="America/Los_Angeles"),
    ),
    "edit a source": lambda s, k: s.sources.edit(dataclasses.replace(s.sources.get(k.source), title="Day one")),
    "withdraw a source": lambda s, k: s.sources.withdraw(k.source),
    "set terms": lambda s, k: s.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=k.source)),
    "set an embargo": lambda s, k: s.sources.set_embargo(Embargo(until=EMBARGO, zone="UTC", source_id=k.source)),
    "edit the talks": rename_talks,
    "withdraw the talks": lambda s, k: s.talks.withdraw_negotiation(k.talks),
    "add an issue": lambda s, k: s.talks.add_issue(Issue(negotiation_id=k.talks, name="AI")),
    "edit an issue": lambda s, k: s.talks.edit_issue(dataclasses.replace(s.talks.issues()[0], name="Residuals")),
    "withdraw an issue": lambda s, k: s.talks.withdraw_issue(k.issue),
    "add a position": lambda s, k: s.talks.add_position(
        Position(issue_id=k.issue, party_id=k.union, kind=PositionKind.STATED, words="more", date=DAY)
    ),
    "log a development": lambda s, k: s.developments.log(a_development(k, "recess", 13, (Axis.PHASE, "recessed"))),
    "correct a development": lambda s, k: s.developments.log(
        a_development(k, "no recess", 13, corrects=s.developments.all()[0].id)
    ),
    "withdraw a development": lambda s, k: s.developments.withdraw(s.developments.all()[0].id or 0),
    "add a deadline": lambda s, k: s.deadlines.add(a_deadline(k, "WGA talks begin"), DAY),
    "add another date": lambda s, k: s.deadlines.add_date(
        DeadlineDate(deadline_id=s.deadlines.all()[0].id or 0, date=DAY)
    ),
    "done": lambda s, k: s.deadlines.set_done(s.deadlines.all()[0].id or 0, done=True),
    "edit a deadline": lambda s, k: s.deadlines.edit(dataclasses.replace(s.deadlines.all()[0], name="Contract ends")),
    "withdraw a deadline": lambda s, k: s.deadlines.withdraw(s.deadlines.all()[0].id or 0),
    "add a quote": lambda s, k: s.quotes.add(a_quote(k, "Another one")),
    "edit a quote": edit_quote,
    "withdraw a quote": lambda s, k: s.quotes.withdraw(s.quotes.newest()[0]),
    "dispute a quote": lambda s, k: s.quotes.dispute(s.quotes.newest()[0], "he says he never said it"),
    "verify a quote": lambda s, k: s.quotes.verify(
        s.quotes.newest()[0], VerificationKind.RECORDING, source_id=k.source
    ),
    "add a story": lambda s, k: s.stories.add(Story(slug="week-two")),
    "edit a story": lambda s, k: s.stories.edit(dataclasses.replace(s.stories.all()[0], headline="Talks go on")),
    "withdraw a story": lambda s, k: s.stories.withdraw(k.story),
    "add a check": lambda s, k: s.stories.add_check(Check(story_id=k.story, what="which Monday", category="date")),
    "mark a check": lambda s, k: s.stories.mark(
        CheckMark(check_id=s.stories.checks(k.story)[0].id or 0, mark=Mark.GREEN, evidence="the calendar")
    ),
    "withdraw a check": lambda s, k: s.stories.withdraw_check(s.stories.checks(k.story)[0].id or 0),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_kind_of_change_is_undone_and_redone_across_restarts(
    change: Callable[[Store, Known], Any], store: Store, known: Known, path: Path, clock: SetClock
) -> None:
    store.developments.log(a_development(known, "talks begin", 9, (Axis.PHASE, "talks_open")))
    store.deadlines.add(a_deadline(known), DAY)
    store.quotes.add(a_quote(known))
    store.stories.add_check(Check(story_id=known.story, what="the hour of June 30"))
    before = everything(store)
    clock.pass_time(minutes=1)
    change(store, known)
    after = everything(store)
    assert after != before

    store.close()
    with Store.open(path, clock=clock) as again:
        again.history.undo()
        assert everything(again) == before
    with Store.open(path, clock=clock) as again:
        again.history.redo()
        assert everything(again) == after
        again.history.undo()
        again.history.redo()
        assert everything(again) == after


def test_undo_goes_back_step_by_step_and_names_what_it_took_back(store: Store, known: Known) -> None:
    store.quotes.add(a_quote(known, "One"))
    store.stories.add_check(Check(story_id=known.story, what="spelling"))
    assert [store.history.undo().label for _ in range(2)] == ["add the check spelling", "add a quote"]
    assert store.quotes.count() == 0
    assert [store.history.redo().label for _ in range(2)] == ["add a quote", "add the check spelling"]
    assert store.quotes.count() == 1


def test_something_new_after_an_undo_ends_what_could_be_redone(store: Store, known: Known) -> None:
    store.quotes.add(a_quote(known, "One"))
    store.history.undo()
    store.quotes.add(a_quote(known, "Two"))
    with pytest.raises(RefusedError, match="nothing to redo"):
        store.history.redo()
    assert store.history.undo().label == "add a quote"
    assert store.quotes.count() == 0


def test_an_empty_desk_has_nothing_to_undo(store: Store) -> None:
    with pytest.raises(RefusedError, match="nothing to undo"):
        store.history.undo()


def test_undo_is_refused_where_another_program_changed_the_row_since(store: Store, known: Known, path: Path) -> None:
    quote_id = store.quotes.add(a_quote(known))
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER quote_history_update")
    other.execute("UPDATE quote SET words = 'other words' WHERE id = ?", (quote_id,))
    other.commit()
    other.close()
    with pytest.raises(RefusedError, match="changed since"):
        store.history.undo()
    assert store.quotes.get(quote_id).words == "other words"


def test_an_edit_of_a_withdrawn_development_is_not_lost(store: Store, known: Known) -> None:
    first = store.developments.log(a_development(known, "four percent", 10))
    second = store.developments.log(a_development(known, "five percent", 10, corrects=first))
    assert [one.words for one in store.developments.all()] == ["five percent"]
    store.developments.withdraw(second)
    assert [one.words for one in store.developments.all()] == ["four percent"]
    assert [change.after["withdrawn_at"] is None for change in store.history.of("development", second)] == [True, False]
