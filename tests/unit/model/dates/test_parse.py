"""What a reporter types as a date, on Saturday, February 14, 2026, at 9 a.m. in Los Angeles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.dates import value as dates
from desk.model.dates.parse import entry_form, parse_date, parse_instant
from desk.model.dates.resolve import Toward
from desk.model.dates.value import UNDATED, DateValue
from desk.model.dates.zones import comes_twice
from desk.model.enums import Precision
from desk.model.errors import InputError

LA, NY = "America/Los_Angeles", "America/New_York"
NOW = datetime(2026, 2, 14, 9, tzinfo=ZoneInfo(LA))


def parse(text: str, toward: Toward | None = None, now: datetime = NOW, zone: str = LA) -> DateValue:
    return parse_date(text, now=now, zone=zone, toward=toward)


def day(year: int, month: int, of: int, zone: str = LA) -> DateValue:
    return dates.day(date(year, month, of), zone=zone)


def minute(text: str, zone: str = LA, fold: int | None = None) -> DateValue:
    return dates.at(datetime.fromisoformat(text), zone, fold=fold)


def week(year: int, month: int, of: int) -> DateValue:
    return dates.week_of(date(year, month, of), zone=LA)


def between(a: DateValue, b: DateValue) -> DateValue:
    return dates.span(a, b)


FEB_9_TO_13 = between(day(2026, 2, 9), day(2026, 2, 13))

PLAIN = [
    ("today", day(2026, 2, 14)),
    ("tomorrow", day(2026, 2, 15)),
    ("yesterday", day(2026, 2, 13)),
    ("today 5pm", minute("2026-02-14T17:00")),
    ("tomorrow at noon", minute("2026-02-15T12:00")),
    ("yesterday, 9:05 a.m.", minute("2026-02-13T09:05")),
    ("last fri", day(2026, 2, 13)),
    ("next fri", day(2026, 2, 20)),
    ("last sat", day(2026, 2, 7)),
    ("next Saturday", day(2026, 2, 21)),
    ("next fri 5pm", minute("2026-02-20T17:00")),
    ("this week", week(2026, 2, 9)),
    ("next week", week(2026, 2, 16)),
    ("last week", week(2026, 2, 2)),
    ("last month", dates.month(2026, 1, zone=LA)),
    ("next month", dates.month(2026, 3, zone=LA)),
    ("last year", dates.year(2025, zone=LA)),
    ("mar 6 2026", day(2026, 3, 6)),
    ("mar 6, 2026", day(2026, 3, 6)),
    ("6 mar 2026", day(2026, 3, 6)),
    ("March 6, 2026", day(2026, 3, 6)),
    ("  MAR.\t6  2026 ", day(2026, 3, 6)),
    ("Fri mar 6 2026", day(2026, 3, 6)),
    ("Friday, March 6, 2026", day(2026, 3, 6)),
    ("fri 2026-03-06", day(2026, 3, 6)),
    ("2026-03-06", day(2026, 3, 6)),
    ("2026‑03‑06", day(2026, 3, 6)),
    ("feb 29 2028", day(2028, 2, 29)),
    ("2026-03-06 17:00", minute("2026-03-06T17:00")),
    ("2026-03-06T17:00", minute("2026-03-06T17:00")),
    ("2026-03-06 9:00", minute("2026-03-06T09:00")),
    ("2026-03-06T11:59", minute("2026-03-06T11:59")),
    ("2026-03-06T17:00Z", minute("2026-03-06T17:00", "UTC")),
    ("mar 6 2026 17:00", minute("2026-03-06T17:00")),
    ("mar 6 2026 05:00", minute("2026-03-06T05:00")),
    ("mar 6 2026 00:00", minute("2026-03-06T00:00")),
    ("mar 6 2026 12:01am", minute("2026-03-06T00:01")),
    ("mar 6 2026 12:30 P.M.", minute("2026-03-06T12:30")),
    ("9 a.m. Friday, March 6, 2026", minute("2026-03-06T09:00")),
    ("9 a.m. ET, mar 6 2026", minute("2026-03-06T09:00", NY)),
    ("jun 30 2026 11:59pm PT", minute("2026-06-30T23:59")),
    ("jun 30 2026 11:59 p.m. et", minute("2026-06-30T23:59", NY)),
    ("jun 30 2026 11:59pm PDT", minute("2026-06-30T23:59")),
    ("jan 30 2026 5pm PST", minute("2026-01-30T17:00")),
    ("jun 30 2026 5pm CT", minute("2026-06-30T17:00", "America/Chicago")),
    ("jun 30 2026 5pm MDT", minute("2026-06-30T17:00", "America/Denver")),
    ("jun 30 2026 5pm AKT", minute("2026-06-30T17:00", "America/Anchorage")),
    ("jun 30 2026 5pm HT", minute("2026-06-30T17:00", "Pacific/Honolulu")),
    ("jun 30 2026 5pm GMT", minute("2026-06-30T17:00", "Etc/GMT")),
    ("jun 30 2026 5pm utc", minute("2026-06-30T17:00", "UTC")),
    ("jun 30 2026 5pm BST", minute("2026-06-30T17:00", "Europe/London")),
    ("jan 30 2026 5pm CET", minute("2026-01-30T17:00", "Europe/Paris")),
    ("jun 30 2026 5pm america/los_angeles", minute("2026-06-30T17:00")),
    ("jun 30 2026 5pm America/Port-au-Prince", minute("2026-06-30T17:00", "America/Port-au-Prince")),
    ("jun 30 2026 ET", day(2026, 6, 30, NY)),
    ("nov 1 2026 1:30am PDT", minute("2026-11-01T01:30", fold=0)),
    ("nov 1 2026 1:30am PST", minute("2026-11-01T01:30", fold=1)),
    ("nov 1 2026 1:30am first", minute("2026-11-01T01:30", fold=0)),
    ("nov 1 2026 1:30am PT second", minute("2026-11-01T01:30", fold=1)),
    ("may 2026", dates.month(2026, 5, zone=LA)),
    ("2026-05", dates.month(2026, 5, zone=LA)),
    ("~may 2026", dates.month(2026, 5, zone=LA)),
    ("2026", dates.year(2026, zone=LA)),
    ("~ 2026", dates.year(2026, zone=LA)),
    ("week of feb 16 2026", week(2026, 2, 16)),
    ("wk. of Feb. 18, 2026", week(2026, 2, 16)),
    ("week of 2026-02-16", week(2026, 2, 16)),
    ("~ wk of feb 16 2026", week(2026, 2, 16)),
    ("+3d", day(2026, 2, 17)),
    ("+2w", day(2026, 2, 28)),
    ("-1d", day(2026, 2, 13)),
    ("−1 d", day(2026, 2, 13)),
    ("+3d 5pm", minute("2026-02-17T17:00")),
    ("in 3 days", day(2026, 2, 17)),
    ("3 days ago", day(2026, 2, 11)),
    ("1 week ago", day(2026, 2, 7)),
    ("by 2026-06-30", dates.by(day(2026, 6, 30))),
    ("by may 2026", dates.by(dates.month(2026, 5, zone=LA))),
    ("by next week", dates.by(week(2026, 2, 16))),
    ("feb 9-13 2026", FEB_9_TO_13),
    ("feb 9–13, 2026", FEB_9_TO_13),
    ("9-13 feb 2026", FEB_9_TO_13),
    ("feb 9 2026 to feb 13", FEB_9_TO_13),
    ("between feb 9 and feb 13 2026", FEB_9_TO_13),
    ("between 9 and 13 feb 2026", FEB_9_TO_13),
    ("2026-02-09 to 2026-02-13", FEB_9_TO_13),
    ("nov 14 to dec 5 2023", between(day(2023, 11, 14), day(2023, 12, 5))),
    ("dec 20 to jan 5 2027", between(day(2026, 12, 20), day(2027, 1, 5))),
    ("dec 20 2026 to jan 5", between(day(2026, 12, 20), day(2027, 1, 5))),
    ("may to june 2026", between(dates.month(2026, 5, zone=LA), dates.month(2026, 6, zone=LA))),
    ("2025-2026", between(dates.year(2025, zone=LA), dates.year(2026, zone=LA))),
    ("today to feb 20", between(day(2026, 2, 14), day(2026, 2, 20))),
    ("feb 20 2026 09:00-17:00", between(minute("2026-02-20T09:00"), minute("2026-02-20T17:00"))),
    ("2026-02-20 9:00 to 17:00", between(minute("2026-02-20T09:00"), minute("2026-02-20T17:00"))),
    ("today 9am to 5pm", between(minute("2026-02-14T09:00"), minute("2026-02-14T17:00"))),
    ("feb 20 2026 9am to 5pm ET", between(minute("2026-02-20T09:00", NY), minute("2026-02-20T17:00", NY))),
    ("undated", UNDATED),
    ("UNDATED", UNDATED),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
@pytest.mark.parametrize("toward", ["past", "future", None])
def test_what_says_everything_means_the_same_everywhere(text: str, expected: DateValue, toward: Toward | None) -> None:
    assert parse(text, toward) == expected


OPEN = [
    # text, as something that happened, as something ahead
    ("fri", day(2026, 2, 13), day(2026, 2, 20)),
    ("Friday", day(2026, 2, 13), day(2026, 2, 20)),
    ("sat", day(2026, 2, 14), day(2026, 2, 21)),
    ("sun", day(2026, 2, 8), day(2026, 2, 15)),
    ("fri 5pm", minute("2026-02-13T17:00"), minute("2026-02-20T17:00")),
    ("5pm fri ET", minute("2026-02-13T17:00", NY), minute("2026-02-20T17:00", NY)),
    ("sat 8am", minute("2026-02-14T08:00"), minute("2026-02-21T08:00")),
    ("sat 5pm", minute("2026-02-07T17:00"), minute("2026-02-14T17:00")),
    ("sat noon ET", minute("2026-02-14T12:00", NY), minute("2026-02-14T12:00", NY)),
    ("by fri 5pm", dates.by(minute("2026-02-13T17:00")), dates.by(minute("2026-02-20T17:00"))),
    ("mar 6", day(2025, 3, 6), day(2026, 3, 6)),
    ("6 mar", day(2025, 3, 6), day(2026, 3, 6)),
    ("march 6", day(2025, 3, 6), day(2026, 3, 6)),
    ("Feb. 14", day(2026, 2, 14), day(2026, 2, 14)),
    ("feb 14 5pm", minute("2026-02-14T17:00"), minute("2026-02-14T17:00")),
    ("feb 13", day(2026, 2, 13), day(2027, 2, 13)),
    ("sept 3", day(2025, 9, 3), day(2026, 9, 3)),
    ("jun 30 11:59pm PT", minute("2025-06-30T23:59"), minute("2026-06-30T23:59")),
    ("jun 30 11:59 p.m. ET", minute("2025-06-30T23:59", NY), minute("2026-06-30T23:59", NY)),
    ("may", dates.month(2025, 5, zone=LA), dates.month(2026, 5, zone=LA)),
    ("~may", dates.month(2025, 5, zone=LA), dates.month(2026, 5, zone=LA)),
    ("feb", dates.month(2026, 2, zone=LA), dates.month(2026, 2, zone=LA)),
    ("week of feb 9", week(2026, 2, 9), week(2026, 2, 9)),
    ("week of feb 18", week(2025, 2, 18), week(2026, 2, 16)),
    ("by jun 30", dates.by(day(2025, 6, 30)), dates.by(day(2026, 6, 30))),
    ("feb 9-13", FEB_9_TO_13, between(day(2027, 2, 9), day(2027, 2, 13))),
    ("feb 9 to 13", FEB_9_TO_13, between(day(2027, 2, 9), day(2027, 2, 13))),
    ("between feb 9 and feb 13", FEB_9_TO_13, between(day(2027, 2, 9), day(2027, 2, 13))),
    ("feb 9-20", between(day(2026, 2, 9), day(2026, 2, 20)), between(day(2026, 2, 9), day(2026, 2, 20))),
    ("nov 14 to dec 5", between(day(2025, 11, 14), day(2025, 12, 5)), between(day(2026, 11, 14), day(2026, 12, 5))),
    ("dec 20 to jan 5", between(day(2025, 12, 20), day(2026, 1, 5)), between(day(2026, 12, 20), day(2027, 1, 5))),
    ("noon", minute("2026-02-13T12:00"), minute("2026-02-14T12:00")),
    ("5pm", minute("2026-02-13T17:00"), minute("2026-02-14T17:00")),
    ("17:00", minute("2026-02-13T17:00"), minute("2026-02-14T17:00")),
    ("8am", minute("2026-02-14T08:00"), minute("2026-02-15T08:00")),
    ("9am", minute("2026-02-14T09:00"), minute("2026-02-14T09:00")),
]


@pytest.mark.parametrize(("text", "happened", "ahead"), OPEN)
def test_what_leaves_something_open_follows_where_the_thing_lies(
    text: str, happened: DateValue, ahead: DateValue
) -> None:
    assert parse(text, "past") == happened
    assert parse(text, "future") == ahead
    with pytest.raises(InputError, match=r"not said (which|in which|on which)"):
        parse(text, None)


def test_a_weekday_on_its_own_day_is_today_for_what_happened_and_next_week_for_what_is_ahead() -> None:
    friday = datetime(2026, 2, 13, 15, tzinfo=ZoneInfo(LA))
    assert parse("fri", "past", friday) == day(2026, 2, 13)
    assert parse("fri", "future", friday) == day(2026, 2, 20)
    assert parse("fri 5pm", "future", friday) == minute("2026-02-13T17:00")
    assert parse("fri 2pm", "future", friday) == minute("2026-02-20T14:00")
    assert parse("fri 5pm", "past", friday) == minute("2026-02-06T17:00")


def test_today_is_the_reporters_day_not_the_days_of_utc() -> None:
    late = datetime(2026, 2, 15, 5, tzinfo=UTC)
    assert parse("today", now=late) == day(2026, 2, 14)
    assert parse("today", now=late, zone=NY) == day(2026, 2, 15, NY)


def test_around_new_year_a_day_without_a_year_finds_its_own() -> None:
    new_year = datetime(2027, 1, 2, 9, tzinfo=ZoneInfo(LA))
    assert parse("dec 28", "past", new_year) == day(2026, 12, 28)
    assert parse("jan 5", "future", datetime(2026, 12, 28, 9, tzinfo=ZoneInfo(LA))) == day(2027, 1, 5)
    assert parse("dec 20 to jan 5", "future", new_year) == between(day(2026, 12, 20), day(2027, 1, 5))
    assert parse("week of dec 30", "past", new_year) == week(2026, 12, 28)


def test_february_29_is_found_only_in_a_year_close_by() -> None:
    assert parse("feb 29", "past", datetime(2029, 1, 5, tzinfo=UTC)) == day(2028, 2, 29)
    assert parse("feb 29", "future", datetime(2027, 6, 5, tzinfo=UTC)) == day(2028, 2, 29)
    with pytest.raises(InputError, match="no February 29 within a year"):
        parse("feb 29", "future")


@pytest.mark.parametrize("zone", [LA, "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("other", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_a_time_half_round_the_world_is_the_last_or_the_next_such_time(zone: str, other: str, hour: int) -> None:
    now = datetime(2026, 2, 14, hour, 30, tzinfo=UTC)
    for text, within in (("5pm", 1), ("fri 5pm", 7)):
        past = parse(f"{text} {other}", "past", now, zone).utc_start
        ahead = parse(f"{text} {other}", "future", now, zone).utc_start
        assert past is not None
        assert ahead is not None
        assert (ahead - past).days == within
        assert past <= now <= ahead


REFUSED = [
    ("", "No date was given"),
    ("   ", "No date was given"),
    ("3/6", "March 6 or June 3"),
    ("3/6/2026", "March 6 or June 3"),
    ("6/30", r"Write June 30\."),
    ("13/13", "Write the month as a word"),
    ("mar 6 foo", "“foo”"),
    ("foo mar 6", "“foo”"),
    ("mar 6 7", "“7”"),
    ("mar 6 5pm 6pm", "“6”"),
    ("mar 6,", "“,”"),
    ("mar 6 PT ET", "“et”"),
    ("marhc 6", "Did you mean march"),
    ("fryday", "Did you mean fri"),
    ("mar 6 expected", "field of its own"),
    ("confirmed mar 6", "field of its own"),
    ("early may", "two ends"),
    ("end of june", r"“end” is no part of a date\. Write the month, or two ends"),
    ("q3", r"“q” is no part of a date\. Write the month"),
    ("tonight", "the hour where it is known"),
    ("before jun 30", "the last day that it may be"),
    ("tbd", "Write undated"),
    ("about mar 6", "two ends"),
    ("in 2 hours", "Write the time"),
    ("in 3 months", "the month or the year"),
    ("3 days", "length of time"),
    ("in", "“in”|missing"),
    ("+", "number of days or weeks"),
    ("+3", "of what is not said"),
    ("+99999d", "too far away"),
    ("+9999w", "too far away"),
    ("-9999w", "too far away"),
    ("next", "needs week, month, year or a weekday"),
    ("this fri", "before or after today"),
    ("next mar 6", "“mar”"),
    ("5", "a day or an hour"),
    ("5:00", "morning or evening"),
    ("jun 30 11:59", "morning or evening"),
    ("12pm fri", "noon or midnight"),
    ("12:00am fri", "noon or midnight"),
    ("midnight", "11:59pm or 12:01am"),
    ("jun 30 midnight", "11:59pm or 12:01am"),
    ("13pm fri", "from 1 to 12"),
    ("0:30am fri", "from 1 to 12"),
    ("fri 24:00", "past the end of the day"),
    ("fri 17:60", "59 minutes"),
    ("fri 17:00:30", "hours and minutes"),
    ("fri 1700", "“1700”"),
    ("1700", "not a year"),
    ("feb 30", "February has no day 30"),
    ("feb 0 2026", "has no day 0"),
    ("feb 29 2026", "February 2026 has no day 29"),
    ("2026-02-30", "February 2026 has no day 30"),
    ("2026-13-01", "no month 13"),
    ("2026-13", "no month 13"),
    ("mar 6 26", "“26”"),
    ("mar 6 0026", "not a year"),
    ("0001-01-01", "not a year"),
    ("9999-12-31", "not a year"),
    ("2026-03-06T05:00-08:00", "“-08:00” after 05:00 is not a zone"),
    ("2026-03-06 05:00 +0100", "“[+]0100” after 05:00 is not a zone"),
    ("2026-03-06 05:00–08:00", "for a range, write to"),
    ("may 5pm", "has no time of day"),
    ("next week 5pm", "has no time of day"),
    ("2026 noon", "has no time of day"),
    ("week of may", "needs a day, not a month"),
    ("week of fri", "“fri”"),
    ("week feb 16", "“feb”"),
    (
        "week of feb 15 2026",
        "a Sunday, which may begin or end a week. Write week of Feb. 9, 2026 or week of Feb. 16, 2026",
    ),
    ("week of dec 31 2199", "not between 1900 and 2199"),
    ("Mon Feb 10 2026", "February 10, 2026, is a Tuesday, not a Monday"),
    ("mon mar 6 2026 5pm", "is a Friday, not a Monday"),
    ("mon feb 9 2026 to thu feb 13 2026", "is a Friday, not a Thursday"),
    ("jun 30 2026 5pm PST", "On June 30 Pacific time is PDT, not PST"),
    ("jun 30 2026 PST", "On June 30 Pacific time is PDT, not PST"),
    ("jan 30 2026 5pm EDT", "On January 30 Eastern time is EST, not EDT"),
    ("jun 30 2026 5pm MST", "America/Phoenix for Arizona"),
    ("jun 30 2026 5pm CET", "is CEST, not CET"),
    ("jan 30 2026 5pm BST", "is GMT, not BST"),
    ("jun 30 2026 5pm America/Los_Angles", "Did you mean America/Los_Angeles"),
    ("jun 30 2026 5pm IST", "Write a zone"),
    ("mar 8 2026 2:30am", "does not exist in Pacific time"),
    ("mar 8 2026 2:30am ET", "does not exist in Eastern time"),
    ("nov 1 2026 1:30am", "comes twice in Pacific time.*PDT for the first or PST for the second"),
    ("apr 5 2026 1:45am Australia/Lord_Howe", "Add first or second"),
    ("nov 1 2026 1:30am PDT second", "PDT is the first"),
    ("nov 1 2026 5am second", "does not come twice"),
    ("nov 1 2026 second", "go with a time"),
    ("~mar 6 2026", "one exact day"),
    ("~undated", "“undated”"),
    ("undated 5pm", "“5”"),
    ("by undated", "“undated”"),
    ("by", "missing"),
    ("by by fri", "“by”"),
    ("by feb 9-13 2026", "“-”"),
    ("between feb 9 2026", "needs “and”"),
    ("between feb 9 and", "missing"),
    ("feb 9 2026 and feb 13 2026", "“and”"),
    ("feb 9 2026 to", "missing"),
    ("feb 13-9 2026", "before the first"),
    ("feb 13 2026 to feb 9 2026", "before the first"),
    ("feb 9 2026 to feb 9 2026", "the same"),
    ("feb 9 2026 to may 2026", "of one kind"),
    ("fri to mon", "not weekdays"),
    ("9am to 5pm", "needs its days"),
    ("feb 9 2026 9am to feb 13 2026", "a time at both ends"),
    ("feb 9 2026 to feb 13 2026 5pm", "a time at both ends"),
    ("feb 9 2026 9am PT to 5pm ET", "one zone"),
    ("feb 9 2026 5pm to 9am", "before the last"),
    ("today.", "period"),
    ("٣ mar 2026", "digit of another script"),
    ("mar ６ 2026", "digit of another script"),
    ("mar 6 2026\x00", "not understood"),
    ("mar 6 2026; drop", "“;”"),
    ("[bold]mar 6[/bold]", "not understood"),
    ("mar 6 \ud800", "not understood"),
    ("март 6", "not understood"),
    ("ma\u0301r 6", "not understood"),
    ("x" * 10_000, "too long"),
    ("1" * 10_000, "too long"),
    ("\x00" * 10_000, "too long"),
    ("1" * 100, "not a year"),
    ("mar " + "1" * 100, "not a year"),
    ("-" * 100, "“-”"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_is_not_wholly_understood_is_refused_in_words(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        parse(text, "future")
    assert refused.value.where == "date"
    assert refused.value.remedy
    assert str(refused.value).isprintable()


def test_a_year_that_fits_the_weekday_is_not_looked_for() -> None:
    assert parse("fri mar 6", "future") == day(2026, 3, 6)
    with pytest.raises(InputError, match="March 6, 2025, is a Thursday, not a Friday") as refused:
        parse("fri mar 6", "past")
    assert refused.value.remedy.endswith("Or with its year: March 6 2026.")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("march 6th", "mar 6"),
        ("6th march", "mar 6"),
        ("6th of march 2026", "mar 6 2026"),
        ("june 30th, 2026", "jun 30 2026"),
        ("feb 9th to 13th", "feb 9 to 13"),
        ("2026-3-6", "2026-03-06"),
        ("jun 30 11:59 p.m. Pacific", "jun 30 11:59pm PT"),
        ("jun 30 11:59 p.m. eastern time", "jun 30 11:59pm ET"),
    ],
)
def test_other_ways_to_write_the_same_day_are_taken(text: str, same: str) -> None:
    assert parse(text, "future") == parse(same, "future")


def test_weeks_begin_on_the_day_that_the_reporter_says() -> None:
    sunday = datetime(2026, 2, 15, 9, tzinfo=ZoneInfo(LA))

    def read(text: str, week_starts: str) -> DateValue:
        return parse_date(text, now=sunday, zone=LA, toward="future", week_starts=week_starts)

    assert (read("next week", "monday"), read("next week", "sunday")) == (week(2026, 2, 16), week(2026, 2, 23))
    assert (read("this week", "monday"), read("this week", "sunday")) == (week(2026, 2, 9), week(2026, 2, 16))
    assert read("week of feb 22", "sunday") == week(2026, 2, 23)
    with pytest.raises(InputError, match="may begin or end a week"):
        read("week of feb 22", "monday")


@pytest.mark.parametrize("text", ["march 6st", "march 2th", "march 6thh", "march th"])
def test_letters_that_are_no_ordinal_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse(text, "future")


def test_an_embargo_is_one_moment_in_utc_with_the_zone_it_was_given_in() -> None:
    for text, moment, zone in (
        ("mar 6 9am ET", datetime(2026, 3, 6, 14, tzinfo=UTC), NY),
        ("fri 5pm", datetime(2026, 2, 21, 1, tzinfo=UTC), LA),
        ("5pm", datetime(2026, 2, 15, 1, tzinfo=UTC), LA),
    ):
        assert parse_instant(text, now=NOW, zone=LA) == (moment, zone)
    for text in ("mar 6", "may", "undated", "by mar 6 9am", "mar 6 9am to 5pm"):
        with pytest.raises(InputError, match="one day and its time"):
            parse_instant(text, now=NOW, zone=LA)


def test_a_clock_without_its_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="needs its zone"):
        parse("today", now=datetime(2026, 2, 14))


FORMS = [
    (UNDATED, "undated"),
    (day(2026, 3, 6), "Mar 6 2026"),
    (day(2026, 3, 6, NY), "Mar 6 2026 ET"),
    (minute("2026-06-30T23:59"), "Jun 30 2026 11:59pm"),
    (minute("2026-06-30T12:00", NY), "Jun 30 2026 noon ET"),
    (minute("2026-06-30T00:00"), "Jun 30 2026 00:00"),
    (minute("2026-06-30T09:00", "Asia/Tokyo"), "Jun 30 2026 9am Asia/Tokyo"),
    (minute("2026-11-01T01:30", NY, 1), "Nov 1 2026 1:30am ET second"),
    (week(2026, 2, 16), "week of Feb 16 2026"),
    (dates.month(2026, 5, zone=LA), "May 2026"),
    (dates.by(dates.year(2026, zone=LA)), "by 2026"),
    (FEB_9_TO_13, "Feb 9 2026 to Feb 13 2026"),
    (dates.day(date(2026, 3, 6)), "Mar 6 2026"),
]


@pytest.mark.parametrize(("value", "text"), FORMS)
def test_a_date_is_put_into_a_form_as_one_would_type_it(value: DateValue, text: str) -> None:
    assert entry_form(value, zone=LA) == text


ZONES = (LA, NY, "Europe/London", "Etc/GMT", "UTC", "Australia/Lord_Howe", "America/Port-au-Prince", "Etc/GMT+8")


@st.composite
def values(draw: st.DrawFn) -> DateValue:
    """Any date with a zone, as it may stand in a form."""
    zone = draw(st.sampled_from(ZONES))
    precision = draw(st.sampled_from([one for one in Precision if one is not Precision.UNDATED]))

    def one() -> DateValue:
        wall = draw(st.datetimes(datetime(1971, 1, 10), datetime(2199, 12, 20)))
        match precision:
            case Precision.MINUTE:
                found = dates.instant(wall.replace(tzinfo=UTC), zone)
                # Half of them in the hour that comes twice, so that it is met at all.
                back = datetime(wall.year % 30 + 2007, 11, 1).date()
                back = back.replace(day=7 - back.weekday())
                hour = datetime.combine(back, wall.time().replace(hour=1, second=0, microsecond=0))
                twice = wall.second % 2 and comes_twice(hour, zone)
                return dates.at(hour, zone, fold=wall.hour % 2) if twice else found
            case Precision.WEEK:
                return dates.week_of(wall.date(), zone=zone)
            case Precision.MONTH:
                return dates.month(wall.year, wall.month, zone=zone)
            case Precision.YEAR:
                return dates.year(wall.year, zone=zone)
            case _:
                return dates.day(wall.date(), zone=zone)

    first = one()
    match draw(st.sampled_from(["on", "by", "between"])):
        case "by":
            return dates.by(first)
        case "between":
            try:
                return dates.span(first, one())
            except ValueError:
                return first
        case _:
            return first


@given(values(), st.sampled_from(ZONES), st.sampled_from(["past", "future", None]))
def test_what_a_form_shows_is_read_back_as_the_same_date(value: DateValue, zone: str, toward: Toward | None) -> None:
    assert parse(entry_form(value, zone=zone), toward, zone=zone) == value


_MONTHS_AND_DAYS = ("jan", "feb.", "march", "6", "30", "2026", "2026-03-06", "today", "fri", "may", "week", "wk")
_TIMES = ("5pm", "17:00", "11:59", "p.m.", "noon", "midnight", "PT", "PST", "ET", "Z", "America/New_York", "T")
_LINKS = (
    "of",
    "by",
    "~",
    "+",
    "-",
    "to",
    "and",
    "between",
    "last",
    "next",
    "this",
    "in",
    "ago",
    "3",
    "d",
    "w",
    ",",
    "/",
)
_ODD = ("at", "undated", "first", "second", "\x00", "”", "é")
_PIECES = st.sampled_from(_MONTHS_AND_DAYS + _TIMES + _LINKS + _ODD)


@given(st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=30), st.sampled_from(["past", "future", None]))
def test_anything_typed_is_a_date_or_a_sentence(text: str, toward: Toward | None) -> None:
    try:
        value = parse(text, toward)
    except InputError as error:
        refused = error
    else:
        assert parse(entry_form(value, zone=LA), zone=LA) == value
        return
    assert refused.where == "date"
    assert refused.remedy
