"""What several sources' dates for one thing add up to."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.dates import value as dates
from desk.model.dates.conflicts import Effective, Relation, effective_of, relate
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Certainty

LA, NY = "America/Los_Angeles", "America/New_York"


def day(month: int, of: int, zone: str = "") -> DateValue:
    return dates.day(date(2026, month, of), zone=zone)


def minute(month: int, of: int, hour: int, minutes: int, zone: str = LA) -> DateValue:
    return dates.at(datetime(2026, month, of, hour, minutes), zone)


def effective(of_one_thing: Sequence[DateValue]) -> Effective[DateValue]:
    return effective_of(of_one_thing, lambda value: value)


MAY = dates.month(2026, 5)
FEB_9_TO_13 = dates.span(day(2, 9), day(2, 13))
EXPIRY = minute(6, 30, 23, 59)
MORNING = dates.span(minute(2, 13, 9, 0), minute(2, 13, 12, 0))

RELATIONS = [
    (day(3, 6), day(3, 16), Relation.EXCLUDES),
    (day(3, 6), day(3, 6), Relation.SAME),
    (day(3, 6, LA), day(3, 6, NY), Relation.SAME),
    (day(5, 11), MAY, Relation.NARROWS),
    (MAY, day(6, 1), Relation.EXCLUDES),
    (MAY, dates.year(2026), Relation.NARROWS),
    (dates.week_of(date(2026, 4, 29)), MAY, Relation.OVERLAPS),
    (FEB_9_TO_13, dates.week_of(date(2026, 2, 9)), Relation.NARROWS),
    (FEB_9_TO_13, dates.span(day(2, 11), day(2, 20)), Relation.OVERLAPS),
    (dates.span(day(5, 1), day(5, 31)), MAY, Relation.SAME),
    (day(6, 15), dates.by(day(6, 30)), Relation.NARROWS),
    (day(6, 30), dates.by(day(6, 30)), Relation.NARROWS),
    (day(7, 1), dates.by(day(6, 30)), Relation.EXCLUDES),
    (dates.by(day(6, 15)), dates.by(day(6, 30)), Relation.NARROWS),
    (dates.by(day(5, 15)), MAY, Relation.OVERLAPS),
    (day(3, 6), UNDATED, Relation.NARROWS),
    (UNDATED, UNDATED, Relation.SAME),
    # A minute and a day
    (EXPIRY, day(6, 30), Relation.NARROWS),
    (EXPIRY, day(6, 30, LA), Relation.NARROWS),
    (EXPIRY, day(6, 30, NY), Relation.NARROWS),
    (EXPIRY, day(7, 1, NY), Relation.NARROWS),
    (EXPIRY, day(7, 1, LA), Relation.EXCLUDES),
    (EXPIRY, day(6, 29), Relation.EXCLUDES),
    (EXPIRY, dates.by(day(6, 30)), Relation.NARROWS),
    (EXPIRY, dates.month(2026, 6), Relation.NARROWS),
    (MORNING, day(2, 13), Relation.NARROWS),
    (dates.span(minute(2, 13, 9, 0), minute(2, 14, 9, 0)), day(2, 13), Relation.WIDENS),
    (dates.by(EXPIRY), day(6, 30), Relation.WIDENS),
    # Minutes are instants, whatever clock gave them
    (EXPIRY, minute(7, 1, 2, 59, NY), Relation.SAME),
    (EXPIRY, minute(6, 30, 23, 59, NY), Relation.EXCLUDES),
    (minute(2, 13, 10, 0), MORNING, Relation.NARROWS),
    (EXPIRY, dates.by(EXPIRY), Relation.NARROWS),
]
MIRROR = {Relation.NARROWS: Relation.WIDENS, Relation.WIDENS: Relation.NARROWS}


@pytest.mark.parametrize(("a", "b", "expected"), RELATIONS)
def test_how_two_dates_stand_to_each_other(a: DateValue, b: DateValue, expected: Relation) -> None:
    assert relate(a, b) is expected
    assert relate(b, a) is MIRROR.get(expected, expected)


def known(value: DateValue, certainty: Certainty) -> DateValue:
    return dataclasses.replace(value, certainty=certainty)


def test_the_wga_date_in_two_sources_is_a_conflict() -> None:
    first, later = day(3, 6), known(day(3, 16), Certainty.SCHEDULED)
    for given_in in ([first, later], [later, first]):
        found = effective(given_in)
        assert found.conflict
        assert found.shown == (first, later)
        assert found.only is None


def test_a_conflict_ends_when_one_date_is_superseded() -> None:
    found = effective([known(day(3, 6), Certainty.SUPERSEDED), day(3, 16)])
    assert (found.conflict, found.only) == (False, day(3, 16))


def test_may_is_narrowed_by_may_11() -> None:
    found = effective([MAY, day(5, 11)])
    assert (found.conflict, found.only, found.behind) == (False, day(5, 11), (MAY,))


def test_a_wide_date_hides_behind_the_two_that_contradict_each_other() -> None:
    found = effective([MAY, day(5, 11), day(5, 12)])
    assert (found.shown, found.behind) == ((day(5, 11), day(5, 12)), (MAY,))


def test_a_month_that_excludes_a_narrowed_date_is_a_conflict() -> None:
    found = effective([MAY, day(5, 11), dates.month(2026, 6)])
    assert found.shown == (day(5, 11), dates.month(2026, 6))


def test_three_dates_that_exclude_each_other_all_stand() -> None:
    assert effective([day(3, 16), day(3, 6), day(3, 9)]).shown == (day(3, 6), day(3, 9), day(3, 16))


def test_of_dates_that_overlap_the_narrower_is_shown() -> None:
    wider = dates.span(day(2, 11), day(2, 20))
    found = effective([wider, FEB_9_TO_13])
    assert (found.only, found.behind) == (FEB_9_TO_13, (wider,))


@pytest.mark.parametrize("firmer", [0, 1])
def test_of_dates_that_overlap_and_are_as_narrow_the_firmer_is_shown(firmer: int) -> None:
    given = [dates.span(day(2, 9), day(2, 13)), dates.span(day(2, 11), day(2, 15))]
    given[firmer] = known(given[firmer], Certainty.CONFIRMED)
    assert effective(given).only == given[firmer]


def test_of_equal_dates_the_firmer_then_the_newer_is_shown() -> None:
    items = [("S1", day(3, 6)), ("S2", known(day(3, 6), Certainty.CONFIRMED)), ("S3", day(3, 6))]
    assert effective_of(items, lambda item: item[1]).only == items[1]
    same = [("S1", day(3, 6)), ("S2", day(3, 6))]
    assert effective_of(same, lambda item: item[1]).only == same[1]


def test_a_date_replaces_undated() -> None:
    assert effective([UNDATED, day(3, 6)]).only == day(3, 6)
    assert effective([UNDATED]).only == UNDATED


def test_nothing_is_shown_where_no_date_is_left() -> None:
    assert effective([]).shown == ()
    assert effective([known(day(3, 6), Certainty.SUPERSEDED)]).shown == ()


def test_dates_that_each_seem_to_be_inside_the_next_all_stay_in_sight() -> None:
    utc = dates.at(datetime(2026, 2, 13, 0, 0), "UTC"), dates.at(datetime(2026, 2, 13, 23, 59), "UTC")
    tokyo = dates.instant(utc[0].utc_start or datetime.min, "Asia/Tokyo")
    shorter = dates.span(tokyo, dates.at(datetime(2026, 2, 14, 8, 58), "Asia/Tokyo"))
    items = [dates.span(*utc), shorter, day(2, 13)]
    found = effective(items)
    assert found.shown
    assert sorted(map(repr, (*found.shown, *found.behind))) == sorted(map(repr, items))


_some = st.lists(
    st.builds(day, st.integers(3, 5), st.integers(1, 28)) | st.sampled_from([MAY, UNDATED, EXPIRY]), max_size=6
)


@given(_some)
def test_no_date_is_lost_between_what_is_shown_and_what_stands_behind(items: list[DateValue]) -> None:
    found = effective(items)
    assert len(found.shown) + len(found.behind) == len(items)
    assert bool(found.shown) == bool(items)
    exclude = any(relate(a, b) is Relation.EXCLUDES for a in items for b in items)
    assert found.conflict == exclude
