"""Every negotiation on one calendar: bars, spans, what falls together, what a day was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.model.dates import value as dates
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Axis, Certainty, DeadlineKind, DevelopmentKind
from desk.model.records import Deadline, DeadlineDate, Development, Negotiation
from desk.model.talks import timeline
from desk.model.talks.as_of import AsOf
from desk.model.talks.timeline import Row

LEARNED = datetime(2026, 2, 14, 17, tzinfo=UTC)
TODAY = date(2026, 2, 14)
OPEN = (Axis.PHASE, "talks_open")


def on(year: int, month: int, day: int) -> DateValue:
    return dates.day(date(year, month, day))


def happened(value: DateValue, *axes: tuple[Axis, str], talks: int = 1, number: int = 1) -> Development:
    return Development(
        id=number,
        kind=DevelopmentKind.SESSION,
        words=f"development {number}",
        date=replace(value, certainty=Certainty.OCCURRED),
        negotiation_ids=(talks,),
        axes=axes,
        recorded_at=LEARNED,
    )


def due(
    *values: DateValue, kind: DeadlineKind = DeadlineKind.OTHER, talks: int | None = 1, done: bool = False
) -> Deadline:
    return Deadline(
        id=1,
        name="due",
        kind=kind,
        negotiation_id=talks,
        done_at=LEARNED if done else None,
        dates=tuple(DeadlineDate(id=number, deadline_id=1, date=value) for number, value in enumerate(values)),
    )


def talks(number: int = 1, *parties: int) -> Negotiation:
    return Negotiation(id=number, code=f"talks-{number}", name=f"Talks {number}", party_ids=parties)


def a_row(developments: list[Development], deadlines: list[Deadline]) -> Row:
    return timeline.rows([talks()], developments, deadlines)[0]


EXPIRY = DeadlineKind.EXPIRY


@pytest.mark.parametrize(
    ("value", "first", "last", "exact"),
    [
        (on(2026, 6, 30), date(2026, 6, 30), date(2026, 6, 30), True),
        (dates.at(datetime(2026, 6, 30, 23, 59), "America/Los_Angeles"), date(2026, 6, 30), date(2026, 6, 30), True),
        (dates.week_of(date(2026, 2, 18)), date(2026, 2, 16), date(2026, 2, 22), False),
        (dates.month(2026, 5), date(2026, 5, 1), date(2026, 5, 31), False),
        (dates.year(2026), date(2026, 1, 1), date(2026, 12, 31), False),
        (dates.span(on(2026, 2, 9), on(2026, 2, 13)), date(2026, 2, 9), date(2026, 2, 13), False),
        # nobody has said from when on it may be: only its end stands on a calendar
        (dates.by(on(2026, 2, 9)), date(2026, 2, 9), date(2026, 2, 9), False),
    ],
)
def test_a_date_stands_on_the_calendar_as_exactly_as_it_is_known(
    value: DateValue, first: date, last: date, exact: bool
) -> None:
    for row in (a_row([], [due(value)]), a_row([happened(value, OPEN)], [])):
        (mark,) = row.marks
        assert (mark.first, mark.last, mark.exact) == (first, last, exact)


def test_what_has_no_date_is_counted_and_stands_nowhere() -> None:
    row = a_row([happened(UNDATED, OPEN)], [due(UNDATED), due()])
    assert (row.marks, row.undated, row.first, row.begins, row.ends, row.days) == ((), 3, None, None, None, None)


def test_only_what_moved_an_axis_is_a_mark() -> None:
    row = a_row([happened(on(2026, 2, 9), OPEN), happened(on(2026, 2, 10))], [])
    assert [mark.last for mark in row.marks] == [date(2026, 2, 9)]
    expected = replace(happened(on(2026, 2, 9), OPEN), date=on(2026, 2, 9))
    assert a_row([expected], []).marks == ()


def test_dates_in_conflict_both_stand_and_the_later_ends_the_bar() -> None:
    row = a_row([happened(on(2026, 2, 9), OPEN)], [due(on(2026, 6, 30), on(2026, 7, 31), kind=EXPIRY)])
    assert [(mark.last, mark.conflict) for mark in row.marks if mark.deadline] == [
        (date(2026, 6, 30), True),
        (date(2026, 7, 31), True),
    ]
    assert (row.begins, row.ends, row.days) == (date(2026, 2, 9), date(2026, 7, 31), (141, 172))


@pytest.mark.parametrize(
    ("developments", "deadlines", "begins", "ends", "days"),
    [
        # talks without an end
        ([happened(on(2026, 2, 9), OPEN)], [], date(2026, 2, 9), None, None),
        # an end, and no talks yet
        ([], [due(on(2026, 6, 30), kind=EXPIRY)], None, date(2026, 6, 30), None),
        # talks that are to begin some day in May
        (
            [],
            [due(dates.month(2026, 5), kind=DeadlineKind.TALKS_BEGIN), due(on(2026, 6, 30), kind=EXPIRY)],
            date(2026, 5, 1),
            date(2026, 6, 30),
            None,
        ),
        # an end that is a month
        ([happened(on(2026, 2, 9), OPEN)], [due(dates.month(2026, 6), kind=EXPIRY)],
         date(2026, 2, 9), date(2026, 6, 30), (112, 141)),
        # the contract had run out before the talks began
        ([happened(on(2026, 2, 9), OPEN)], [due(on(2026, 1, 31), kind=EXPIRY)],
         date(2026, 2, 9), date(2026, 1, 31), None),
        # one expiry is over, the next is ahead
        ([happened(on(2026, 2, 9), OPEN)],
         [due(on(2026, 3, 1), kind=EXPIRY, done=True), due(on(2026, 3, 31), kind=EXPIRY)],
         date(2026, 2, 9), date(2026, 3, 31), (50, 50)),
    ],
)  # fmt: skip
def test_a_bar_goes_from_the_first_day_of_talks_to_expiry_as_far_as_they_are_known(
    developments: list[Development],
    deadlines: list[Deadline],
    begins: date | None,
    ends: date | None,
    days: tuple[int, int] | None,
) -> None:
    row = a_row(developments, deadlines)
    assert (row.begins, row.ends, row.days) == (begins, ends, days)


def test_what_belongs_to_no_talks_has_a_row_of_its_own() -> None:
    loose = replace(happened(on(2026, 2, 9), OPEN), negotiation_ids=())
    calendar = timeline.rows([talks()], [loose], [due(on(2026, 3, 1), talks=None)])
    assert [row.id for row in calendar] == [1, None]
    assert len(calendar[1].marks) == 2


@pytest.mark.parametrize(
    ("first", "second", "sure", "maybe"),
    [
        (on(2026, 5, 11), on(2026, 5, 15), 2, 0),
        (on(2026, 5, 11), on(2026, 5, 17), 2, 0),
        (on(2026, 5, 11), on(2026, 5, 18), 0, 0),
        (on(2026, 5, 11), dates.week_of(date(2026, 5, 13)), 2, 0),
        # the 11th of May may be in the week that is only known to be in May
        (on(2026, 5, 11), dates.month(2026, 5), 1, 1),
        (on(2026, 5, 11), dates.month(2026, 6), 0, 0),
        # a year, or two months, falls together with everything
        (on(2026, 5, 11), dates.year(2026), 0, 0),
        (dates.month(2026, 5), dates.month(2026, 5), 0, 0),
        (on(2026, 5, 11), dates.by(on(2026, 5, 13)), 0, 0),
        (on(2026, 5, 11), UNDATED, 0, 0),
        # over
        (on(2026, 2, 2), on(2026, 2, 3), 0, 0),
    ],
)
def test_deadlines_of_different_talks_in_one_week_are_pointed_out(
    first: DateValue, second: DateValue, sure: int, maybe: int
) -> None:
    calendar = timeline.rows([talks(1), talks(2)], [], [due(first, talks=1), due(second, talks=2)])
    found = timeline.together(calendar, TODAY)
    assert (sum(len(one.sure) for one in found), sum(len(one.maybe) for one in found)) == (sure, maybe)
    same = timeline.rows([talks(1)], [], [due(first, talks=1), due(second, talks=1)])
    assert timeline.together(same, TODAY) == ()


def test_one_of_two_dates_in_conflict_falls_together_with_other_talks() -> None:
    either = due(on(2026, 3, 6), on(2026, 3, 16), talks=1)
    calendar = timeline.rows([talks(1), talks(2)], [], [either, due(on(2026, 3, 17), talks=2)])
    (found,) = timeline.together(calendar, TODAY)
    assert found.week == date(2026, 3, 16)
    done = replace(either, done_at=LEARNED)
    assert timeline.together(timeline.rows([talks(1), talks(2)], [], [done]), TODAY) == ()


def test_what_happened_and_what_is_due_on_a_day_the_exact_before_the_vague() -> None:
    log = [
        happened(dates.year(2026), number=1),
        happened(dates.span(on(2026, 2, 9), on(2026, 2, 13)), number=2),
        happened(on(2026, 2, 9), number=3),
        happened(UNDATED, number=4),
        happened(on(2026, 2, 10), number=5),
    ]
    calendar = timeline.rows([talks()], log, [due(dates.week_of(date(2026, 2, 9))), due(on(2026, 2, 9))])
    found = timeline.on_day(date(2026, 2, 9), calendar, log)
    assert [one.id for one in found.happened] == [3, 2, 1]
    assert [mark.exact for mark in found.due] == [True, False]


def test_one_cycle_beside_another_of_the_same_parties() -> None:
    log = [
        happened(on(2023, 6, 5), (Axis.ACTION, "strike_vote_passed"), talks=1, number=1),
        happened(on(2023, 6, 7), OPEN, talks=1, number=2),
        happened(on(2026, 2, 9), OPEN, talks=2, number=3),
        happened(on(2026, 2, 9), OPEN, talks=3, number=4),
    ]
    calendar = timeline.rows([talks(1, 7, 8), talks(2, 8, 7), talks(3, 9)], log, [])
    (pace,) = timeline.paces(calendar, calendar[1], TODAY, log)
    assert (pace.row.id, pace.number, pace.day) == (1, 6, date(2023, 6, 12))
    assert pace.standing[Axis.ACTION] == "strike_vote_passed"
    assert timeline.paces(calendar, calendar[1], date(2026, 2, 8), log) == ()
    assert timeline.paces(calendar, calendar[2], TODAY, log) == ()


def test_thirty_negotiations_over_ten_years() -> None:
    many = [talks(number) for number in range(30)]
    log = [
        happened(dates.day(date(2016, 1, 1) + timedelta(days=120 * number)), OPEN, talks=number, number=number)
        for number in range(30)
    ]
    ahead = [
        due(dates.day(date(2016, 6, 1) + timedelta(days=120 * number)), kind=EXPIRY, talks=number)
        for number in range(30)
    ]
    calendar = timeline.rows(many, log, ahead)
    assert [row.days for row in calendar] == [(152, 152)] * 30
    assert timeline.ends(calendar, TODAY) == (date(2016, 1, 1), TODAY)
    assert timeline.next_mark(calendar, date(2016, 1, 1), 1) == date(2016, 4, 30)
    assert timeline.next_mark(calendar, date(2016, 1, 1), -1) is None


def test_a_vague_date_does_not_stretch_the_calendar() -> None:
    some_year = happened(dates.year(2023), (Axis.CONTRACT, "in_force"))
    calendar = timeline.rows([talks()], [some_year], [due(dates.month(2026, 5))])
    assert timeline.ends(calendar, TODAY) == (TODAY, date(2026, 5, 31))


def test_a_day_that_is_turned_to_ends_with_its_last_moment_in_the_reporters_zone() -> None:
    stood, known = AsOf(TODAY, "America/Los_Angeles"), AsOf(TODAY, "America/Los_Angeles", known=True)
    assert stood.now == datetime(2026, 2, 15, 7, 59, 59, 999000, tzinfo=UTC)
    assert (stood.happened_by, stood.known_by) == (TODAY, None)
    assert (known.happened_by, known.known_by) == (None, stood.now)
