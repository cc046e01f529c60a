"""How dates and the time left look on the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.dates import value as dates
from desk.model.dates.show import Left, days_left, is_past, long, short, sign
from desk.model.dates.value import UNDATED, DateValue

LA, NY, TOKYO = "America/Los_Angeles", "America/New_York", "Asia/Tokyo"
TODAY = date(2026, 2, 14)
NOW = datetime(2026, 2, 14, 9, tzinfo=ZoneInfo(LA))


def day(month: int, of: int, year: int = 2026) -> DateValue:
    return dates.day(date(year, month, of), zone=LA)


def minute(text: str, zone: str = LA) -> DateValue:
    return dates.at(datetime.fromisoformat(text), zone)


WEEK = dates.week_of(date(2026, 2, 16))
EXPIRY = minute("2026-06-30T23:59")

SHORT = [
    (day(6, 30), "Tue Jun 30"),
    (day(2, 9), "Mon Feb 9"),
    (WEEK, "wk of Feb 16"),
    (dates.month(2026, 5), "~ May"),
    (dates.month(2023, 5), "~ May 2023"),
    (dates.year(2023), "~ 2023"),
    (dates.span(day(2, 9), day(2, 13)), "Feb 9–13"),
    (dates.span(day(2, 9), day(3, 2)), "Feb 9–Mar 2"),
    (dates.span(day(11, 14, 2023), day(12, 5, 2023)), "Nov 14–Dec 5 2023"),
    (dates.span(day(2, 9, 2025), day(2, 13, 2025)), "Feb 9–13 2025"),
    (dates.span(day(12, 20), day(1, 5, 2027)), "Dec 20 2026–Jan 5 2027"),
    (dates.span(day(2, 9, 2025), day(2, 13)), "Feb 9 2025–Feb 13"),
    (dates.span(WEEK, dates.week_of(date(2026, 2, 23))), "wks of Feb 16–23"),
    (dates.span(dates.month(2026, 5), dates.month(2026, 6)), "May–Jun"),
    (dates.span(dates.year(2025), dates.year(2026)), "2025–2026"),
    (dates.by(day(6, 30)), "by Tue Jun 30"),
    (dates.by(dates.month(2026, 5)), "by May"),
    (dates.by(WEEK), "by wk of Feb 16"),
    (dates.by(EXPIRY), "by Tue Jun 30, 11:59 p.m."),
    (EXPIRY, "Tue Jun 30, 11:59 p.m."),
    (minute("2026-06-30T23:59", NY), "Tue Jun 30, 11:59 p.m. EDT"),
    (minute("2026-06-30T12:00", "America/Argentina/Buenos_Aires"), "Tue Jun 30, noon UTC-3"),
    (minute("2026-06-30T12:00", "Asia/Kathmandu"), "Tue Jun 30, noon UTC+5:45"),
    (minute("2026-06-30T12:00", "America/Vancouver"), "Tue Jun 30, noon"),
    (dates.span(minute("2026-02-20T09:00"), minute("2026-02-20T17:00")), "Fri Feb 20, 9 a.m.–5 p.m."),
    (
        dates.span(minute("2026-02-20T09:00", NY), minute("2026-02-21T17:00", NY)),
        "Fri Feb 20, 9 a.m.–Sat Feb 21, 5 p.m. EST",
    ),
    (UNDATED, "undated"),
    # The year is said where it is another, or so far off that it might be taken for another
    (day(2, 13, 2025), "Thu Feb 13 2025"),
    (day(1, 5, 2027), "Tue Jan 5 2027"),
    (day(12, 14), "Mon Dec 14"),
    (day(12, 24), "Thu Dec 24 2026"),
]


@pytest.mark.parametrize(("value", "text"), SHORT)
def test_a_date_fits_its_column(value: DateValue, text: str) -> None:
    assert short(value, TODAY, zone=LA) == text


def test_the_sign_of_an_inexact_date_can_stand_in_a_column_of_its_own() -> None:
    assert [sign(value) for value in (WEEK, dates.month(2026, 5), dates.by(day(6, 30)))] == ["~", "~", "~"]
    assert [sign(value) for value in (day(6, 30), EXPIRY, UNDATED)] == ["", "", ""]
    assert short(dates.month(2026, 1), TODAY, signed=False) == "Jan"


def test_without_a_readers_zone_every_hour_says_its_own() -> None:
    assert short(EXPIRY, TODAY) == "Tue Jun 30, 11:59 p.m. PDT"


LONG = [
    (EXPIRY, (NY,), "Tue Jun 30 2026, 11:59 p.m. PDT = Wed 2:59 a.m. EDT"),
    (EXPIRY, (LA,), "Tue Jun 30 2026, 11:59 p.m. PDT"),
    (EXPIRY, (), "Tue Jun 30 2026, 11:59 p.m. PDT"),
    (EXPIRY, (LA, NY, TOKYO), "Tue Jun 30 2026, 11:59 p.m. PDT = Wed 2:59 a.m. EDT = Wed 3:59 p.m. JST"),
    (EXPIRY, (NY, "America/Detroit"), "Tue Jun 30 2026, 11:59 p.m. PDT = Wed 2:59 a.m. EDT"),
    (minute("2026-02-20T17:00"), (NY,), "Fri Feb 20 2026, 5 p.m. PST = 8 p.m. EST"),
    (minute("2026-02-20T12:00", NY), (LA,), "Fri Feb 20 2026, noon EST = 9 a.m. PST"),
    (minute("2026-02-20T00:00"), (NY,), "Fri Feb 20 2026, 12 a.m. PST = 3 a.m. EST"),
    (dates.by(EXPIRY), (NY,), "by Tue Jun 30 2026, 11:59 p.m. PDT = Wed 2:59 a.m. EDT"),
    (
        dates.span(minute("2026-02-20T09:00"), minute("2026-02-20T17:00")),
        (NY,),
        "between Fri Feb 20 2026, 9 a.m. PST and Fri Feb 20 2026, 5 p.m. PST = noon EST and 8 p.m. EST",
    ),
    (day(2, 13), (NY,), "Fri Feb 13 2026"),
    (day(2, 13, 2027), (NY,), "Sat Feb 13 2027"),
    (WEEK, (), "the week of Mon Feb 16, to Sun Feb 22 2026"),
    (dates.month(2026, 5), (), "some day in May 2026"),
    (dates.month(2025, 5), (), "some day in May 2025"),
    (dates.year(2026), (), "some day in 2026"),
    (dates.week_of(date(2026, 12, 30)), (), "the week of Mon Dec 28 2026, to Sun Jan 3 2027"),
    (dates.span(day(12, 30), day(1, 2, 2027)), (), "between Wed Dec 30 2026 and Sat Jan 2 2027"),
    (dates.by(day(2, 9)), (), "by Mon Feb 9 2026"),
    (dates.by(dates.month(2026, 5)), (), "by May 2026"),
    (dates.span(day(2, 9), day(2, 13)), (), "between Mon Feb 9 and Fri Feb 13 2026"),
    (dates.span(dates.month(2026, 5), dates.month(2026, 6)), (), "between May and Jun 2026"),
    (UNDATED, (NY,), "undated"),
]


@pytest.mark.parametrize(("value", "zones", "text"), LONG)
def test_what_was_understood_is_said_before_it_is_saved(value: DateValue, zones: tuple[str, ...], text: str) -> None:
    assert long(value, zones=zones) == text


def test_the_two_equal_hours_are_told_apart() -> None:
    first, second = (dates.at(datetime(2026, 11, 1, 1, 30), LA, fold=fold) for fold in (0, 1))
    assert short(first, date(2026, 10, 30)) == "Sun Nov 1, 1:30 a.m. PDT"
    assert long(second, zones=[NY]) == "Sun Nov 1 2026, 1:30 a.m. PST = 4:30 a.m. EST"


LEFT = [
    (WEEK, (2, 8), "2–8 d"),
    (day(3, 6), (20, 20), "20 d"),
    (dates.month(2026, 5), (76, 106), "11–15 wk"),
    (day(6, 30), (136, 136), "136 d"),
    (EXPIRY, (136, 136), "136 d"),
    (day(2, 15), (1, 1), "1 d"),
    (day(2, 14), (0, 0), "today"),
    (day(2, 11), (-3, -3), "3 d ago"),
    (dates.week_of(TODAY), (-5, 1), "0–1 d"),
    (dates.span(day(2, 9), day(2, 14)), (-5, 0), "today"),
    (dates.span(day(2, 9), day(2, 13)), (-5, -1), "1–5 d ago"),
    (dates.month(2025, 11), (-105, -76), "11–15 wk ago"),
    (dates.span(day(5, 1), day(5, 2)), (76, 77), "11 wk"),
    (dates.year(2027), (321, 685), "11–23 mo"),
    (dates.year(2023), (-1140, -776), "25–37 mo ago"),
    (dates.by(day(3, 6)), (None, 20), "≤ 20 d"),
    (dates.by(day(2, 14)), (None, 0), "today"),
    (dates.by(day(2, 9)), (None, -5), "≥ 5 d ago"),
    (dates.by(minute("2026-02-14T17:00")), (None, 0), "≤ 8 h"),
    (minute("2026-02-14T17:00"), (0, 0), "8 h"),
    (minute("2026-02-14T11:50"), (0, 0), "2 h 50 m"),
    (minute("2026-02-14T12:00", NY), (0, 0), "now"),
    (minute("2026-02-14T09:45"), (0, 0), "45 min"),
    (minute("2026-02-14T08:30"), (0, 0), "30 min ago"),
    (minute("2026-02-13T17:00"), (-1, -1), "16 h ago"),
    (minute("2026-02-15T08:59"), (1, 1), "23 h"),
    (minute("2026-02-15T09:00"), (1, 1), "1 d"),
    (minute("2026-02-13T08:00"), (-1, -1), "1 d ago"),
    (dates.span(minute("2026-02-14T08:00"), minute("2026-02-14T17:00")), (0, 0), "today"),
]


@pytest.mark.parametrize(("value", "days", "text"), LEFT)
def test_how_long_it_is_until_then(value: DateValue, days: tuple[int | None, int], text: str) -> None:
    left = days_left(value, NOW, LA)
    assert left is not None
    assert (left.least, left.most) == days
    assert str(left) == text


def test_nothing_is_counted_towards_an_undated_thing() -> None:
    assert days_left(UNDATED, NOW, LA) is None
    assert not is_past(UNDATED, NOW, LA)


def test_days_are_counted_from_the_reporters_day() -> None:
    late = datetime(2026, 2, 14, 23, 30, tzinfo=ZoneInfo(LA))
    assert days_left(day(3, 6), late, LA) == Left(20, 20)
    assert days_left(day(3, 6), late, NY) == Left(19, 19)


def test_the_count_to_a_minute_agrees_with_the_day_that_is_shown() -> None:
    for zone in (LA, NY, TOKYO):
        assert str(days_left(EXPIRY, NOW, zone)) == "136 d"


def test_hours_are_real_hours_when_clocks_change() -> None:
    evening = datetime(2026, 3, 7, 20, tzinfo=ZoneInfo(LA))
    assert str(days_left(minute("2026-03-08T08:00"), evening, LA)) == "11 h"
    evening = datetime(2026, 10, 31, 20, tzinfo=ZoneInfo(LA))
    assert str(days_left(minute("2026-11-01T08:00"), evening, LA)) == "13 h"


def test_the_seconds_before_and_after_do_not_count_as_a_minute() -> None:
    due = minute("2026-02-14T09:01")
    assert str(days_left(due, NOW + timedelta(seconds=1), LA)) == "now"
    assert str(days_left(due, NOW + timedelta(seconds=119), LA)) == "now"
    assert str(days_left(due, NOW + timedelta(seconds=120), LA)) == "1 min ago"


def test_a_date_is_past_when_its_last_moment_is_over() -> None:
    cases = [
        (day(2, 13), True),
        (day(2, 14), False),
        (dates.week_of(TODAY), False),
        (dates.by(day(2, 9)), True),
        (minute("2026-02-14T08:59"), True),
        (minute("2026-02-14T09:00"), False),
        (minute("2026-02-14T11:59", NY), True),
    ]
    for value, over in cases:
        assert is_past(value, NOW, LA) is over


@given(st.integers(-900, 900), st.integers(0, 900))
def test_a_count_of_days_never_turns_its_ends_round(least: int, length: int) -> None:
    text = str(Left(least, least + length))
    assert text == "today" or text.endswith((" d", " wk", " mo", " ago"))
    figures = [int(part) for part in text.split()[0].split("–") if part.isdecimal()]
    assert figures == sorted(figures)
    assert "-" not in text


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))
def test_an_echo_has_no_hour_that_nobody_gave(moment: datetime) -> None:
    text = long(dates.day(moment.date(), zone=LA), zones=[NY, TOKYO])
    assert ":" not in text
    assert ".m." not in text
