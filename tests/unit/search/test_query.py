from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.search.date_filters import days_of, in_words
from desk.search.query import READ_FILTERS, READ_WORDS, Query, iso_days, read

NOON = datetime(2026, 2, 14, 20, tzinfo=UTC)


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
        ("colour:red strike", ("colour:red",), ("strike",)),
        ("colour:red", ("colour:red",), ("colour", "red")),
        ("-tag:ai strike", ("-tag:ai",), ("strike",)),
        ("is: strike speaker:", (), ("strike",)),
        ("https://sagaftra.org", (), ("https", "sagaftra", "org")),
        ("is:green strike", ("is:green",), ("strike",)),
        ("speaker:— strike", ("speaker:—",), ("strike",)),
        ("tag:🙂 strike", ("tag:🙂",), ("strike",)),
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


def asked(line: str) -> Query:
    def dates(text: str, /, *, after: int | None = None, before: int | None = None) -> tuple[int, int] | None:
        return days_of(text, now=NOON, zone="America/Los_Angeles", after=after, before=before)

    return read(line, dates)


def ends(line: str) -> tuple[date | None, date | None]:
    """What `since:` and `before:` of a line are, on Saturday, Feb. 14, 2026, in Los Angeles."""

    query = asked(line)
    since, before = (date.fromordinal(day) if day is not None else None for day in (query.since, query.before))
    return since, before


@pytest.mark.parametrize(
    ("line", "since", "before"),
    [
        ("since:feb", date(2026, 2, 1), None),
        ("since:mar", date(2025, 3, 1), None),
        ("before:mar", None, date(2025, 3, 1)),
        ("since:feb before:mar", date(2026, 2, 1), date(2026, 3, 1)),
        ("before:mar since:feb", date(2026, 2, 1), date(2026, 3, 1)),
        ("since:nov before:feb", date(2025, 11, 1), date(2026, 2, 1)),
        ("since:mar before:apr", date(2025, 3, 1), date(2025, 4, 1)),
        ("since:fri before:mon", date(2026, 2, 13), date(2026, 2, 16)),
        ("since:tue before:thu", date(2026, 2, 10), date(2026, 2, 12)),
        ("since:feb before:2025-03", date(2025, 2, 1), date(2025, 3, 1)),
        ("since:2024-02 before:mar", date(2024, 2, 1), date(2025, 3, 1)),
        ('since:"feb 9" before:"feb 12"', date(2026, 2, 9), date(2026, 2, 12)),
        ("since:feb-9 before:feb-12", date(2026, 2, 9), date(2026, 2, 12)),
        ("SINCE:Yesterday before:today", date(2026, 2, 13), date(2026, 2, 14)),
        ("since:2026-03 before:2026-02", date(2026, 3, 1), date(2026, 2, 1)),
        ("since:jan since:2026-02-03", date(2026, 2, 3), None),
        ("before:jan before:feb", None, date(2026, 1, 1)),
    ],
)
def test_dates_look_back_and_the_two_ends_hold_days_between_them(
    line: str, since: date | None, before: date | None
) -> None:
    assert ends(line) == (since, before)


@pytest.mark.parametrize(
    ("line", "since", "before", "words"),
    [
        ("since:feb 9", date(2026, 2, 9), None, ()),
        ("since:feb 9 strike", date(2026, 2, 9), None, ("strike",)),
        ("strike since:feb 9, fund", date(2026, 2, 9), None, ("strike", "fund")),
        ("since:last week strike", date(2026, 2, 2), None, ("strike",)),
        ("since:feb 9 2025 deal", date(2025, 2, 9), None, ("deal",)),
        ("since:feb 9, 2025 deal", date(2025, 2, 9), None, ("deal",)),
        ("since:9 feb deal", date(2026, 2, 9), None, ("deal",)),
        ("before:mar 6", None, date(2025, 3, 6), ()),
        ("since:feb 9 before:feb 12 deal", date(2026, 2, 9), date(2026, 2, 12), ("deal",)),
        ("since: feb 9 deal", date(2026, 2, 9), None, ("deal",)),
        ("since:fri 5pm deal", date(2026, 2, 13), None, ("deal",)),
        ("since:feb 9 8 percent", date(2026, 2, 9), None, ("8", "percent")),
        ("since:feb to deal", date(2026, 2, 1), None, ("to", "deal")),
        ("since:2026 budget", date(2026, 1, 1), None, ("budget",)),
        ('since:feb "9 members"', date(2026, 2, 1), None, ()),
        ("since:feb is:verified 9", date(2026, 2, 1), None, ("9",)),
    ],
)
def test_a_date_takes_as_many_of_the_words_after_it_as_make_one(
    line: str, since: date | None, before: date | None, words: tuple[str, ...]
) -> None:
    assert ends(line) == (since, before)
    assert asked(line).words == words
    assert asked(line).unknown == ()


@pytest.mark.parametrize("line", ["since:last", "before:the strike", "since:two members", "since:whenever it was"])
def test_what_is_no_date_is_said_and_the_words_after_it_stay(line: str) -> None:
    query = asked(line)
    assert query.unknown == (line.split()[0],)
    assert " ".join(query.words) == line.partition(" ")[2]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("99 per cent of them", ("99", "percent", "of", "them")),
        ("99 % ", ("99", "percent")),
        ("10\u00a0000 francs", ("10000", "francs")),
        ("99 per is:verified cent", ("99", "per", "cent")),
    ],
)
def test_words_are_read_together_up_to_the_next_filter(line: str, words: tuple[str, ...]) -> None:
    assert read(line).words == words


def test_a_line_full_of_filters_is_read_as_far_as_anybody_types_them() -> None:
    query = read(" ".join(f"tag:number{number}" for number in range(100)) + " strike")
    assert (len(query.filters), query.words) == (READ_FILTERS, ("strike",))
    assert query.unknown[0] == "tag:number8"
    assert len(read("tag:ai " * 100).filters) == 1


def test_each_filter_and_the_exact_words_know_where_in_the_line_they_stand() -> None:
    query = read('fair speaker:"Fran D" “last best” since:2026 is:verified tag:—')
    assert [query.line[start:end] for start, end in query.limits] == [
        'speaker:"Fran D"',
        '"last best"',
        "since:2026",
        "is:verified",
    ]


def test_a_day_that_no_year_has_is_no_date() -> None:
    query = read("since:feb-30 strike", lambda text, **beside: days_of(text, now=NOON, zone="UTC", **beside))
    assert (query.words, query.unknown, query.since) == (("strike",), ("since:feb-30",), None)


@pytest.mark.parametrize(
    ("since", "before", "said"),
    [
        (None, None, ""),
        (date(2026, 2, 1), None, "since Feb 1, 2026"),
        (None, date(2025, 3, 1), "before Mar 1, 2025"),
        (date(2026, 2, 1), date(2026, 3, 1), "since Feb 1, before Mar 1, 2026"),
        (date(2025, 11, 1), date(2026, 3, 1), "since Nov 1, 2025, before Mar 1, 2026"),
    ],
)
def test_what_was_understood_of_the_dates_is_said(since: date | None, before: date | None, said: str) -> None:
    assert in_words(since and since.toordinal(), before and before.toordinal()) == said


def test_before_a_month_is_before_its_first_day() -> None:
    assert read("before:2026-02").before == ordinal(2026, 2, 1)


def test_dates_are_read_by_who_was_asked_to() -> None:
    assert read("since:friday", lambda text, **_: (7, 8) if text == "friday" else None).since == 7


@pytest.mark.parametrize(
    ("line", "open_ended"), [("fair wag", True), ("fair wag ", False), ("fair is:verified", False)]
)
def test_the_last_word_may_go_on_until_a_space(line: str, open_ended: bool) -> None:
    assert read(line).open_ended is open_ended


@pytest.mark.parametrize(
    ("line", "phrase_open"),
    [
        ('"we wo', True),
        ('"we wo ', False),
        ('"we wo"', False),
        ('"we" deal', False),
        ('"', False),
        ('"हड़ताल जारी', True),
    ],
)
def test_the_last_of_the_exact_words_may_go_on_until_their_mark_or_a_space(line: str, phrase_open: bool) -> None:
    assert read(line).phrase_open is phrase_open


@given(st.text(max_size=300))
def test_any_line_is_a_query(line: str) -> None:
    query = read(line)
    assert len(query.words) <= READ_WORDS
    assert all(query.words)
