from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.search.query import READ_WORDS, iso_days, read


def ordinal(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


def test_words_are_text_until_a_filter_says_otherwise() -> None:
    query = read('fair wages speaker:Drescher is:verified "last best" since:2026-02')
    assert query.words == ("fair", "wages")
    assert query.filters == (("speaker", ("drescher",)),)
    assert query.states == {"verified"}
    assert query.phrases == (("last", "best"),)
    assert query.since == ordinal(2026, 2, 1)
    assert query.unknown == ()


@pytest.mark.parametrize(
    ("line", "filters"),
    [
        ('speaker:"Fran Drescher"', (("speaker", ("fran", "drescher")),)),
        ("speaker:Crabtree-Ireland", (("speaker", ("crabtree", "ireland")),)),
        ("SPEAKER:Müller", (("speaker", ("muller",)),)),
        ("tag:ai tag:wages", (("tag", ("ai",)), ("tag", ("wages",)))),
        ('org:"unclosed', (("org", ("unclosed",)),)),
        ("org:", ()),
        ("org:—", ()),
    ],
)
def test_a_filter_takes_a_word_or_marked_words(line: str, filters: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert read(line).filters == filters


@pytest.mark.parametrize("marks", ['"{}"', "“{}”", "„{}“", "«{}»", '"{}'])
def test_any_quotation_marks_hold_exact_words(marks: str) -> None:
    assert read(marks.format("Won’t accept")).phrases == (("wont", "accept"),)


@pytest.mark.parametrize(
    ("line", "unknown", "words"),
    [
        ("colour:red strike", ("colour:red",), ("colour", "red", "strike")),
        ("is:green strike", ("is:green",), ("strike",)),
        ("since:whenever strike", ("since:whenever",), ("strike",)),
        ("12:30 strike", (), ("12", "30", "strike")),
        ("the offer: none", (), ("the", "offer", "none")),
    ],
)
def test_an_unknown_filter_is_said_and_the_rest_still_searches(
    line: str, unknown: tuple[str, ...], words: tuple[str, ...]
) -> None:
    query = read(line)
    assert (query.unknown, query.words) == (unknown, words)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-02-13", (ordinal(2026, 2, 13), ordinal(2026, 2, 13))),
        ("2026-02", (ordinal(2026, 2, 1), ordinal(2026, 2, 28))),
        ("2024", (ordinal(2024, 1, 1), ordinal(2024, 12, 31))),
        ("2026-02-30", None),
        ("0000", None),
        ("friday", None),
    ],
)
def test_dates_are_days_months_or_years(text: str, days: tuple[int, int] | None) -> None:
    assert iso_days(text) == days


def test_before_a_month_is_before_its_first_day() -> None:
    assert read("before:2026-02").before == ordinal(2026, 2, 1)


def test_dates_are_read_by_who_was_asked_to() -> None:
    assert read("since:friday", lambda text: (7, 8) if text == "friday" else None).since == 7


@pytest.mark.parametrize(
    ("line", "open_ended"), [("fair wag", True), ("fair wag ", False), ("fair is:verified", False)]
)
def test_the_last_word_may_go_on_until_a_space(line: str, open_ended: bool) -> None:
    assert read(line).open_ended is open_ended


@given(st.text(max_size=300))
def test_any_line_is_a_query(line: str) -> None:
    query = read(line)
    assert len(query.words) <= READ_WORDS
    assert all(query.words)
