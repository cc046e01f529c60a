"""What is due: ahead until it is done, whatever the clock says; conflicts side by side; calls owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.app.views.deadlines import read_deadlines
from desk.model.dates import value as dates
from desk.model.dates.value import DateValue
from desk.model.enums import Certainty, CommentOutcome, DevelopmentKind
from desk.model.records import Asked, DeadlineDate, Person
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_deadline, a_development

ZONE = "America/Los_Angeles"


def day(month: int, number: int) -> DateValue:
    return dates.day(date(2026, month, number), zone=ZONE)


def names(store: Store, clock: SetClock) -> list[str]:
    return [due.deadline.name for due in read_deadlines(store, clock(), ZONE).ahead]


def test_the_nearest_comes_first(store: Store, known: Known, clock: SetClock) -> None:
    store.deadlines.add(a_deadline(known, "expiry"), day(6, 30))
    store.deadlines.add(a_deadline(known, "session"), dates.week_of(date(2026, 2, 16), zone=ZONE))
    store.deadlines.add(a_deadline(known, "some day"), dates.UNDATED)
    assert names(store, clock) == ["session", "expiry", "some day"]


def test_what_goes_by_stays_until_it_is_done_and_is_not_what_is_next(
    store: Store, known: Known, clock: SetClock
) -> None:
    first = store.deadlines.add(a_deadline(known, "session"), day(2, 16))
    store.deadlines.add(a_deadline(known, "expiry"), day(6, 30))
    clock.pass_time(days=30)
    view = read_deadlines(store, clock(), ZONE)
    assert [view.over(due) for due in view.ahead] == [True, False]
    assert view.next is not None
    assert view.next.deadline.name == "expiry"
    store.deadlines.set_done(first, done=True)
    view = read_deadlines(store, clock(), ZONE)
    assert [due.deadline.name for due in view.ahead] == ["expiry"]
    assert [due.deadline.name for due in view.done] == ["session"]
    clock.pass_time(days=15)
    assert read_deadlines(store, clock(), ZONE).done == ()


def test_dates_that_exclude_each_other_stand_side_by_side_until_one_is_superseded(
    store: Store, known: Known, clock: SetClock
) -> None:
    deadline = store.deadlines.add(a_deadline(known, "WGA talks begin"), day(3, 6))
    store.deadlines.add_date(DeadlineDate(deadline_id=deadline, date=day(3, 16)))
    (due,) = read_deadlines(store, clock(), ZONE).ahead
    assert due.conflict
    assert [one.date.start for one in due.dates] == [date(2026, 3, 6), date(2026, 3, 16)]
    old = store.deadlines.get(deadline).dates[0]
    superseded = replace(old.date, certainty=Certainty.SUPERSEDED)
    store.deadlines.add_date(DeadlineDate(deadline_id=deadline, date=superseded, corrects=old.id))
    (due,) = read_deadlines(store, clock(), ZONE).ahead
    assert [one.date.start for one in due.dates] == [date(2026, 3, 16)]


def test_a_call_not_answered_is_owed_and_a_confidential_one_is_not_named(
    store: Store, known: Known, clock: SetClock
) -> None:
    secret = store.people.add_person(Person(name="Jane Roe", confidential=True))
    asked = tuple(Asked(person_id=one, outcome=CommentOutcome.PENDING) for one in (known.negotiator, secret))
    call = store.developments.log(
        replace(a_development(known, "asked about the offer", 14), kind=DevelopmentKind.COMMENT_SOUGHT, asked=asked)
    )
    owed = read_deadlines(store, clock(), ZONE).owed
    assert [one.name for one in owed] == ["Duncan Crabtree-Ireland", "a confidential source"]
    answered = tuple(replace(one, outcome=CommentOutcome.DECLINED) for one in asked)
    store.developments.log(
        replace(store.developments.get(call), id=None, corrects=call, asked=answered, recorded_at=None)
    )
    assert read_deadlines(store, clock(), ZONE).owed == ()
