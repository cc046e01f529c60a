"""Dates as a person writes them in a file: understood exactly, or refused; and the same again when written out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.dates import value as dates
from desk.model.dates.plain import date_from_plain, date_to_plain
from desk.model.dates.value import DateValue
from desk.model.enums import Basis, Certainty, Precision

LA = "America/Los_Angeles"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-06-30", dates.day(date(2026, 6, 30))),
        ("2026-06", dates.month(2026, 6)),
        ("2026", dates.year(2026)),
        ({"on": "2026-02-18", "precision": "week"}, dates.week_of(date(2026, 2, 16))),
        ({"by": "2026-02-09"}, dates.by(dates.day(date(2026, 2, 9)))),
        ({"from": "2026-02-09", "to": "2026-02-13"}, dates.span(dates.day(date(2026, 2, 9)), dates.day(date(2026, 2, 13)))),
        ({"on": "2026-06-30T23:59", "zone": LA}, dates.at(datetime(2026, 6, 30, 23, 59), LA)),
        ({"on": "2026-11-01 01:30", "zone": LA, "fold": 1}, dates.at(datetime(2026, 11, 1, 1, 30), LA, fold=1)),
        ({"undated": True}, dates.UNDATED),
        (None, dates.UNDATED),
    ],
)  # fmt: skip
def test_what_is_written_is_what_is_meant(said: object, meant: DateValue) -> None:
    assert date_from_plain(said) == meant


def test_a_minute_is_by_the_clocks_of_the_documents_zone_unless_it_says_another() -> None:
    assert date_from_plain("2026-06-30T23:59", zone=LA) == dates.at(datetime(2026, 6, 30, 23, 59), LA)
    assert date_from_plain({"on": "2026-06-30T23:59", "zone": "Europe/Paris"}, zone=LA).zone == "Europe/Paris"
    assert date_from_plain("2026-06-30", zone=LA).zone == ""


def test_basis_and_certainty_are_taken_for_granted_only_where_they_are_not_said() -> None:
    found = date_from_plain({"on": "2026", "basis": "derived"}, certainty=Certainty.OCCURRED)
    assert (found.basis, found.certainty) == (Basis.DERIVED, Certainty.OCCURRED)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "write a date as"),
        ("tomorrow", "write a date as"),
        ("2026-6-3", "write a date as"),
        ("2026-02-30", "day is out of range"),
        ("2026-13", "month must be in"),
        ("1066-10-14", "not between"),
        (20260630, "write a date as"),
        ([], "write a date as"),
        ({}, "a date has “on”"),
        ({"on": "2026", "by": "2026"}, "a date has “on”"),
        ({"from": "2026"}, "a date has “on”"),
        ({"from": "2026", "to": "2026-02"}, "two ends of one kind"),
        ({"from": "2026-03-01", "to": "2026-02-01"}, "is after"),
        ({"undated": False}, "“undated” is true"),
        ({"on": "2026", "precision": "day"}, "is a year, not a day"),
        ({"on": "2026", "precision": "decade"}, "“precision” is one of"),
        ({"on": "2026", "certainty": "maybe"}, "“certainty” is one of"),
        ({"on": "2026-03-08T02:30", "zone": LA}, "clocks skip it"),
        ({"on": "2026-11-01T01:30", "zone": LA}, "comes twice"),
        ({"on": "2026-11-01T01:30", "zone": "Mars"}, "no time zone"),
        ({"on": "2026-11-01T01:30", "zone": 3}, "a zone is a name"),
        ({"on": "2026", "fold": 2}, ""),
        ({"on": "2026", "colour": "red"}, "has no “colour”"),
    ],
)
def test_what_is_not_wholly_understood_is_refused(said: Any, why: str) -> None:
    if why:
        with pytest.raises(ValueError, match=why):
            date_from_plain(said)
    else:
        assert date_from_plain(said) == dates.year(2026)


DAYS = st.dates(date(1901, 1, 1), date(2180, 12, 31))


@st.composite
def values(draw: st.DrawFn) -> DateValue:
    def one(on: date) -> DateValue:
        match kind:
            case Precision.DAY:
                return dates.day(on, zone=zone)
            case Precision.WEEK:
                return dates.week_of(on, zone=zone)
            case Precision.MONTH:
                return dates.month(on.year, on.month, zone=zone)
            case Precision.YEAR:
                return dates.year(on.year, zone=zone)
            case _:
                return dates.at(datetime(on.year, on.month, on.day, 12, 5), LA)

    kind = draw(st.sampled_from([one for one in Precision if one is not Precision.UNDATED]))
    zone = draw(st.sampled_from(["", LA]))
    first = draw(DAYS)
    value = one(first)
    form = draw(st.sampled_from(["on", "by", "between"]))
    if form == "by":
        value = dates.by(value)
    elif form == "between":
        value = dates.span(value, one(first + timedelta(days=draw(st.integers(366, 3000)))))
    return DateValue(
        **{name: getattr(value, name) for name in DateValue.__dataclass_fields__}
        | {"basis": draw(st.sampled_from(Basis)), "certainty": draw(st.sampled_from(Certainty))}
    )


@given(values())
def test_every_date_comes_back_as_it_was(value: DateValue) -> None:
    assert date_from_plain(date_to_plain(value)) == value
    plain = date_to_plain(value, certainty=Certainty.OCCURRED)
    assert date_from_plain(plain, certainty=Certainty.OCCURRED) == value
