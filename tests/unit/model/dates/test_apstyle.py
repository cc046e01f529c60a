"""Dates, times and numbers as AP style writes them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desk.model.dates import value as dates
from desk.model.dates.apstyle import ap_date, ap_day, ap_month, ap_time, ap_when
from desk.model.dates.value import UNDATED, DateValue

LA = "America/Los_Angeles"
TODAY = date(2026, 2, 14)


@pytest.mark.parametrize(
    ("clock", "text"),
    [
        (time(9), "9 a.m."),
        (time(9, 5), "9:05 a.m."),
        (time(23, 59), "11:59 p.m."),
        (time(12), "noon"),
        (time(12, 30), "12:30 p.m."),
        (time(0), "12 a.m."),
        (time(0, 1), "12:01 a.m."),
        (time(13), "1 p.m."),
    ],
)
def test_a_time_has_no_needless_zeros(clock: time, text: str) -> None:
    assert ap_time(clock) == text


def test_five_months_are_never_shortened() -> None:
    said = [ap_day(date(2026, month, 6), TODAY) for month in range(1, 13)]
    assert said == [
        "Jan. 6",
        "Feb. 6",
        "March 6",
        "April 6",
        "May 6",
        "June 6",
        "July 6",
        "Aug. 6",
        "Sept. 6",
        "Oct. 6",
        "Nov. 6",
        "Dec. 6",
    ]


def test_the_year_is_said_only_where_it_is_another() -> None:
    assert ap_day(TODAY, TODAY) == "Feb. 14"
    assert ap_day(date(2025, 2, 14), TODAY) == "Feb. 14, 2025"
    assert ap_month(date(2026, 1, 1), TODAY) == "January"
    assert ap_month(date(2025, 12, 1), TODAY) == "December 2025"


def day(month: int, of: int) -> DateValue:
    return dates.day(date(2026, month, of))


EXPIRY = dates.at(datetime(2026, 6, 30, 23, 59), LA)
DATES = [
    (day(6, 30), "June 30"),
    (dates.day(date(2023, 7, 14)), "July 14, 2023"),
    (EXPIRY, "11:59 p.m. PDT June 30"),
    (dates.at(datetime(2023, 7, 14, 0, 1), LA), "12:01 a.m. PDT July 14, 2023"),
    (dates.week_of(date(2026, 2, 18)), "the week of Feb. 16"),
    (dates.month(2026, 1), "January"),
    (dates.month(2025, 9), "September 2025"),
    (dates.year(2023), "2023"),
    (dates.by(day(6, 30)), "by June 30"),
    (dates.by(EXPIRY), "by 11:59 p.m. PDT June 30"),
    (dates.by(dates.month(2026, 5)), "by May"),
    (dates.span(day(2, 9), day(2, 13)), "between Feb. 9 and Feb. 13"),
    (dates.span(dates.month(2026, 5), dates.month(2026, 6)), "between May and June"),
    (
        dates.span(dates.at(datetime(2026, 10, 31, 9), LA), dates.at(datetime(2026, 11, 1, 17), LA)),
        "between 9 a.m. PDT Oct. 31 and 5 p.m. PST Nov. 1",
    ),
    (UNDATED, ""),
]


@pytest.mark.parametrize(("value", "text"), DATES)
def test_a_date_in_a_sentence(value: DateValue, text: str) -> None:
    assert ap_date(value, TODAY) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (day(2, 13), "Friday"),
        (day(2, 14), "Saturday"),
        (day(2, 8), "Sunday"),
        (day(2, 20), "Friday"),
        (day(2, 7), "Feb. 7"),
        (day(2, 21), "Feb. 21"),
        (dates.at(datetime(2026, 2, 13, 17), LA), "5 p.m. PST Friday"),
        (dates.week_of(TODAY), "the week of Feb. 9"),
        (dates.by(day(2, 16)), "by Feb. 16"),
    ],
)
def test_a_day_less_than_a_week_away_is_called_by_its_weekday(value: DateValue, text: str) -> None:
    assert ap_when(value, TODAY) == text
