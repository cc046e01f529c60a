"""A date says exactly as much as is known, and cannot say what cannot be."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.model.dates import value as dates
from desk.model.dates.value import UNDATED, DateValue
from desk.model.dates.zones import AmbiguousTimeError, NoSuchTimeError
from desk.model.enums import Basis, Bound, Certainty, Precision

LA = "America/Los_Angeles"
NY = "America/New_York"
ZONES = (LA, NY, "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC", "Africa/Casablanca")

JUNE_30 = date(2026, 6, 30)
EXPIRY = dates.at(datetime(2026, 6, 30, 23, 59), LA)


def test_a_day_without_an_hour_has_no_utc() -> None:
    value = dates.day(JUNE_30, zone=LA)
    assert (value.precision, value.start, value.end) == (Precision.DAY, JUNE_30, JUNE_30)
    assert (value.start_time, value.utc_start, value.utc_end) == (None, None, None)


def test_pacific_time_in_june_is_daylight_time() -> None:
    assert EXPIRY.utc_start == EXPIRY.utc_end == datetime(2026, 7, 1, 6, 59, tzinfo=UTC)


def test_a_week_goes_from_monday_to_sunday() -> None:
    for offset in range(7):
        value = dates.week_of(date(2026, 2, 16) + timedelta(days=offset))
        assert (value.start, value.end) == (date(2026, 2, 16), date(2026, 2, 22))


def test_a_month_and_a_year_cover_all_their_days() -> None:
    assert (dates.month(2028, 2).start, dates.month(2028, 2).end) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (dates.year(2023).start, dates.year(2023).end) == (date(2023, 1, 1), date(2023, 12, 31))


def test_by_has_only_an_end() -> None:
    value = dates.by(dates.day(date(2026, 2, 9)))
    assert (value.bound, value.start, value.end) == (Bound.BY, None, date(2026, 2, 9))
    hour = dates.by(EXPIRY)
    assert (hour.utc_start, hour.utc_end) == (None, EXPIRY.utc_end)


def test_undated_has_neither_end() -> None:
    assert (UNDATED.start, UNDATED.end, UNDATED.dated) == (None, None, False)


def test_only_one_day_or_one_minute_is_exact() -> None:
    feb_9, feb_13 = dates.day(date(2026, 2, 9)), dates.day(date(2026, 2, 13))
    assert feb_9.exact
    assert EXPIRY.exact
    inexact = (dates.week_of(JUNE_30), dates.month(2026, 5), dates.year(2026), dates.by(feb_9))
    assert not any(value.exact for value in (*inexact, dates.span(feb_9, feb_13), UNDATED))


def test_a_time_that_clocks_skip_is_refused() -> None:
    with pytest.raises(NoSuchTimeError, match="clocks skip it"):
        dates.at(datetime(2026, 3, 8, 2, 30), LA)
    with pytest.raises(ValueError, match="clocks skip it"):
        dataclasses.replace(EXPIRY, start=date(2026, 3, 8), end=date(2026, 3, 8), start_time=time(2), end_time=time(2))


def test_a_whole_day_that_a_country_skipped_is_refused() -> None:
    with pytest.raises(NoSuchTimeError):
        dates.at(datetime(2011, 12, 30, 12, 0), "Pacific/Apia")


def test_a_time_that_comes_twice_needs_to_be_said_which() -> None:
    wall = datetime(2026, 11, 1, 1, 30)
    with pytest.raises(AmbiguousTimeError, match="comes twice"):
        dates.at(wall, LA)
    first, second = dates.at(wall, LA, fold=0), dates.at(wall, LA, fold=1)
    assert first.utc_start == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    assert second.utc_start == datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def test_clocks_that_go_back_half_an_hour_are_known() -> None:
    with pytest.raises(AmbiguousTimeError):
        dates.at(datetime(2026, 4, 5, 1, 45), "Australia/Lord_Howe")
    assert dates.at(datetime(2026, 4, 5, 2, 15), "Australia/Lord_Howe").fold == 0


_DAY = dates.day(JUNE_30)
IMPOSSIBLE = [
    (_DAY, {"end": None}, "needs its last day"),
    (_DAY, {"start": None}, "only has an end|has only an end"),
    (_DAY, {"bound": Bound.BY}, "has only an end"),
    (_DAY, {"start": date(2026, 7, 1)}, "is after"),
    (_DAY, {"start": date(2026, 6, 29)}, "more than one day"),
    (_DAY, {"bound": Bound.BETWEEN}, "two different ends"),
    (_DAY, {"start_time": time(9), "end_time": time(9)}, "no time of day"),
    (_DAY, {"fold": 1}, "no time of day"),
    (_DAY, {"zone": "Pacific Time"}, "no time zone"),
    (_DAY, {"zone": "EST"}, "no time zone"),
    (_DAY, {"zone": "America"}, "no time zone"),
    (_DAY, {"zone": "../etc/passwd"}, "no time zone"),
    (_DAY, {"zone": "America/\x00"}, "no time zone"),
    (_DAY, {"start": date(1066, 10, 14), "end": date(1066, 10, 14)}, "not between 1900 and 2199"),
    (_DAY, {"start": datetime(2026, 6, 30), "end": datetime(2026, 6, 30)}, "a date, not a moment"),
    (_DAY, {"precision": Precision.UNDATED}, "undated value has no"),
    (UNDATED, {"bound": Bound.BY}, "undated value has no"),
    (dates.week_of(JUNE_30), {"start": date(2026, 6, 30)}, "not the first day of a week"),
    (dates.week_of(JUNE_30), {"end": date(2026, 7, 3)}, "not the last day of a week"),
    (dates.month(2026, 5), {"end": date(2026, 6, 30)}, "more than one month"),
    (dates.month(2026, 5), {"end": date(2026, 5, 30)}, "not the last day of a month"),
    (dates.year(2026), {"start": date(2026, 2, 1)}, "not the first day of a year"),
    (EXPIRY, {"zone": ""}, "needs its zone"),
    (EXPIRY, {"end_time": None}, "needs its time of day"),
    (EXPIRY, {"start_time": None}, "needs its time of day"),
    (EXPIRY, {"start_time": time(9)}, "one time of day"),
    (EXPIRY, {"start_time": time(23, 59, 30), "end_time": time(23, 59, 30)}, "hours and minutes"),
    (EXPIRY, {"start_time": time(9, tzinfo=UTC), "end_time": time(9, tzinfo=UTC)}, "hours and minutes"),
    (EXPIRY, {"fold": 1}, "comes twice"),
    (EXPIRY, {"fold": 2}, "0 or 1"),
    (EXPIRY, {"bound": Bound.BETWEEN}, "first minute before the last"),
]


@pytest.mark.parametrize(("value", "change", "sentence"), IMPOSSIBLE)
def test_a_date_that_cannot_be_is_refused(value: DateValue, change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        dataclasses.replace(value, **change)


def test_a_range_needs_two_ends_of_one_kind_in_one_zone_in_order() -> None:
    a, b = dates.day(date(2026, 2, 9), zone=LA), dates.day(date(2026, 2, 13), zone=LA)
    assert (dates.span(a, b).start, dates.span(a, b).end) == (a.start, b.end)
    for first, last, sentence in (
        (b, a, "is after"),
        (a, a, "two different ends"),
        (a, dates.month(2026, 5, zone=LA), "of one kind"),
        (a, dates.day(date(2026, 2, 13), zone=NY), "one zone"),
        (dates.by(a), b, "needs two days"),
        (UNDATED, UNDATED, "needs two days"),
    ):
        with pytest.raises(ValueError, match=sentence):
            dates.span(first, last)


def test_a_range_out_of_the_hour_that_comes_twice_keeps_which_hour_it_was() -> None:
    first, second = (dates.at(datetime(2026, 11, 1, 1, 30), LA, fold=fold) for fold in (0, 1))
    later = dates.at(datetime(2026, 11, 1, 9, 0), LA)
    assert dates.span(first, later).utc_start == first.utc_start
    assert dates.span(second, later).utc_start == second.utc_start
    with pytest.raises(ValueError, match=r"wall times|before the last"):
        dates.span(dates.at(datetime(2026, 11, 1, 1, 10), LA, fold=0), second)


def test_an_aware_moment_becomes_the_minute_that_clocks_show() -> None:
    assert dates.instant(datetime(2026, 7, 1, 6, 59, 42, tzinfo=UTC), LA) == EXPIRY
    assert dates.instant(datetime(2026, 11, 1, 9, 30, tzinfo=UTC), LA).fold == 1
    with pytest.raises(ValueError, match="needs its zone"):
        dates.instant(datetime(2026, 7, 1), LA)
    with pytest.raises(ValueError, match="no zone of its own"):
        dates.at(datetime(2026, 7, 1, tzinfo=UTC), LA)


def test_the_columns_hold_wall_time_as_given_and_utc_beside_it() -> None:
    assert EXPIRY.to_columns() == {
        "start": "2026-06-30T23:59",
        "end": "2026-06-30T23:59",
        "bound": "on",
        "precision": "minute",
        "zone": LA,
        "fold": 0,
        "start_utc": "2026-07-01T06:59Z",
        "end_utc": "2026-07-01T06:59Z",
        "basis": "stated",
        "certainty": "expected",
    }
    day = dates.day(JUNE_30, zone=LA).to_columns()
    assert (day["start"], day["end"], day["start_utc"], day["end_utc"]) == ("2026-06-30", "2026-06-30", None, None)
    by = dates.by(EXPIRY).to_columns()
    assert (by["start"], by["start_utc"], by["end_utc"]) == (None, None, "2026-07-01T06:59Z")
    assert (UNDATED.to_columns()["start"], UNDATED.to_columns()["end"]) == (None, None)


def test_a_row_that_holds_no_date_is_refused() -> None:
    for change in ({"end": "2026-02-30"}, {"precision": "hour"}, {"end": None}, {"end": "soon"}, {"zone": ""}):
        with pytest.raises(ValueError):  # noqa: PT011 - whichever sentence: it is told apart above
            DateValue.from_columns({**EXPIRY.to_columns(), **change})


_days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_zones = st.sampled_from(ZONES)


@st.composite
def whole(draw: st.DrawFn, zones: st.SearchStrategy[str] = _zones) -> DateValue:
    """One day, minute, week, month or year."""
    on, zone = draw(_days), draw(zones)
    match draw(st.sampled_from(["day", "minute", "week", "month", "year"])):
        case "day":
            return dates.day(on, zone=zone)
        case "minute":
            wall = datetime.combine(on, time(draw(st.integers(0, 23)), draw(st.integers(0, 59))))
            try:
                return dates.at(wall, zone, fold=None)
            except AmbiguousTimeError:
                return dates.at(wall, zone, fold=draw(st.integers(0, 1)))
            except NoSuchTimeError:
                return dates.day(on, zone=zone)
        case "week":
            assume(dates.unit(on, Precision.WEEK)[0].year >= 1900 and dates.unit(on, Precision.WEEK)[1].year <= 2199)
            return dates.week_of(on, zone=zone)
        case "month":
            return dates.month(on.year, on.month, zone=zone)
        case _:
            return dates.year(on.year, zone=zone)


@st.composite
def values(draw: st.DrawFn) -> DateValue:
    """Any date that can be."""
    first = draw(whole())
    match draw(st.sampled_from(["on", "by", "between", "undated"])):
        case "by":
            found = dates.by(first)
        case "between":
            last = draw(whole(st.just(first.zone)).filter(lambda value: value.precision is first.precision))
            try:
                found = dates.span(first, last)
            except ValueError:
                found = first
        case "undated":
            found = UNDATED
        case _:
            found = first
    return dataclasses.replace(
        found, basis=draw(st.sampled_from(list(Basis))), certainty=draw(st.sampled_from(list(Certainty)))
    )


@given(values())
def test_whatever_is_kept_comes_back_the_same(value: DateValue) -> None:
    columns = value.to_columns()
    assert DateValue.from_columns(columns) == value
    assert (columns["end_utc"] is not None) == (value.precision is Precision.MINUTE)


@given(st.datetimes(datetime(1971, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC)), _zones)
def test_a_minute_goes_through_any_zone_and_back(moment: datetime, zone: str) -> None:
    assert dates.instant(moment, zone).utc_start == moment.replace(second=0, microsecond=0)
