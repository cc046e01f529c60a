"""The demo talks on past days: what had happened by then, and what the desk had been told by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.app.importing.demo import ZONE, load_demo
from desk.app.views.deadlines import read_deadlines
from desk.model.enums import Axis, DeadlineKind, Mark
from desk.model.records import CheckMark, Deadline
from desk.model.talks import timeline
from desk.model.talks.as_of import AsOf
from desk.store.store import Store
from desk.store.subjects.as_of import quotes_then

MARCH = datetime(2026, 3, 7, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("then") / "talks.db"
    with Store.open(path, clock=lambda: MARCH, via="demo") as store:
        load_demo(store)
        yield store


def then(month: int, day: int, *, known: bool = False, year: int = 2026) -> AsOf:
    return AsOf(date(year, month, day), ZONE, known=known)


def ahead(store: Store, on: AsOf) -> dict[str, int]:
    """What was ahead on a day, with the number of dates that stood against each other."""
    return {due.deadline.name: len(due.dates) for due in read_deadlines(store, MARCH, ZONE, then=on).ahead}


def test_a_conflict_that_came_later_was_not_known_on_the_day_before_it(march: Store) -> None:
    stood, known = ahead(march, then(2, 14)), ahead(march, then(2, 14, known=True))
    assert stood["WGA talks begin"] == 2
    assert known == {
        "Talks resume": 1,
        "WGA talks begin": 1,
        "DGA talks begin": 1,
        "SAG-AFTRA contract expires": 1,
    }
    assert "WGA contract expires" in stood


def test_what_was_done_later_was_still_ahead(march: Store) -> None:
    assert "SAG-AFTRA contract due" in ahead(march, then(6, 10, year=2023))
    assert "SAG-AFTRA contract due" not in ahead(march, then(7, 10, year=2023))


def test_the_days_left_are_counted_from_the_day_that_is_turned_to(march: Store) -> None:
    view = read_deadlines(march, MARCH, ZONE, then=then(6, 10, year=2023))
    assert (view.ahead[0].deadline.name, view.now.date()) == ("SAG-AFTRA contract due", date(2023, 6, 11))


@pytest.mark.parametrize(
    ("on", "stood", "known"),
    [
        (then(3, 7), 5, 5),
        (then(3, 5), 4, 4),
        # the guild spoke on Feb. 9, and the report was logged on the 14th
        (then(2, 9), 3, 0),
        (then(1, 31), 1, 0),
        (then(1, 15), 0, 0),
    ],
)
def test_the_quotes_there_were(march: Store, on: AsOf, stood: int, known: int) -> None:
    assert (len(quotes_then(march, on)), len(quotes_then(march, replace(on, known=True)))) == (stood, known)


def test_talks_and_issues_were_not_there_before_the_desk_was_told(march: Store) -> None:
    early = then(2, 2, known=True).known_by
    assert [one.name for one in march.talks.negotiations(known_by=early)] == ["SAG-AFTRA 2023"]
    assert march.talks.issues(known_by=early) == []
    assert len(march.talks.issues(known_by=then(2, 14, known=True).known_by)) == 3


def test_what_was_withdrawn_since_still_stood_then(store: Store, clock: object, known: object) -> None:
    talks = store.talks.negotiations()[0]
    issue = store.talks.issues()[0]
    before = store.clock()
    clock.pass_time(days=3)  # type: ignore[attr-defined]
    store.talks.withdraw_issue(issue.id or 0)
    store.talks.withdraw_negotiation(talks.id or 0)
    assert store.talks.negotiations() == []
    assert store.talks.negotiations(known_by=before) == [talks]
    assert store.talks.issues(known_by=before) == [issue]


def test_a_check_had_the_mark_that_it_had_then(store: Store, clock: object, known: object) -> None:
    from desk.model.records import Check

    story = store.stories.all()[0].id or 0
    check = store.stories.add_check(Check(story_id=story, what="which Monday"))
    before = store.clock()
    clock.pass_time(days=1)  # type: ignore[attr-defined]
    store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, evidence="the calendar"))
    (now,), (was,) = store.stories.checks(story), store.stories.checks(story, known_by=before)
    assert now.mark is not None
    assert was.mark is not None
    assert (now.mark.mark, was.mark.mark) == (Mark.GREEN, Mark.RED)
    assert store.stories.checks(story, known_by=datetime(2026, 1, 1, tzinfo=UTC)) == []


def test_the_pace_of_2023_beside_2026(march: Store) -> None:
    calendar = timeline.rows(march.talks.negotiations(), march.developments.all(), march.deadlines.all())
    by_name = {row.negotiation.name: row for row in calendar if row.negotiation is not None}
    assert by_name["SAG-AFTRA 2023"].days == (23, 23)
    assert by_name["SAG-AFTRA 2026"].days == (141, 141)
    (pace,) = timeline.paces(calendar, by_name["SAG-AFTRA 2026"], date(2026, 3, 18), march.developments.all(), ZONE)
    # its day 38 was the day of the strike
    assert (pace.number, pace.day, pace.standing[Axis.ACTION]) == (38, date(2023, 7, 14), "strike")


def test_the_calendar_of_the_demo_in_march(march: Store) -> None:
    calendar = timeline.rows(march.talks.negotiations(), march.developments.all(), march.deadlines.all())
    wga = next(row for row in calendar if row.negotiation is not None and row.negotiation.name == "WGA 2026")
    assert [(mark.last, mark.conflict) for mark in wga.marks if mark.deadline is not None] == [
        (date(2026, 3, 6), True),
        (date(2026, 3, 16), True),
        (date(2026, 5, 1), False),
    ]
    assert (wga.begins, wga.ends, wga.days) == (date(2026, 3, 6), date(2026, 5, 1), None)
    assert timeline.together(calendar, date(2026, 3, 7)) == ()
    # the desk is told of a vote in the week of the other guild's expiry
    vote = Deadline(id=99, name="vote", kind=DeadlineKind.VOTE, negotiation_id=1)
    dates = next(mark.deadline for mark in wga.marks if mark.expiry and mark.deadline)
    also = timeline.rows(march.talks.negotiations(), [], [*march.deadlines.all(), replace(vote, dates=dates.dates)])
    (week,) = timeline.together(also, date(2026, 3, 7))
    assert (week.week, len(week.sure)) == (date(2026, 4, 27), 2)
