"""A search without a hit knows what keeps everything out."""

from __future__ import annotations

import pytest

from desk.search.bank import Bank
from desk.search.document import Document
from desk.search.messages import not_understood, nothing_found

BANK = Bank(
    Document(
        id=number, words=f"We strike on day {number}.", speakers=("Ann Wright",), verified=number < 3, date=738_000
    )
    for number in range(1, 13)
)


@pytest.mark.parametrize(
    ("line", "parts", "total"),
    [
        ("strike is:copyable", ("is:copyable",), 12),
        ("strike speaker:wright is:copyable", ("is:copyable",), 12),
        ("strike is:verified is:copyable", ("is:copyable",), 2),
        ("strike before:2000 is:copyable", ("before:2000", "is:copyable"), 12),
        ("strike tag:none", ("tag:none",), 12),
        ('"strike we"', ('"strike we"',), 12),
        ("“strike we” is:verified", ('"strike we"',), 2),
        ("since:2026 strike", ("since:2026",), 12),
    ],
)
def test_the_filter_that_keeps_everything_out_is_named(line: str, parts: tuple[str, ...], total: int) -> None:
    answer = BANK.search(line)
    assert answer.total == 0
    assert answer.without is not None
    assert (answer.without.parts, answer.without.total) == (parts, total)


@pytest.mark.parametrize("line", ["zzzz", "zzzz is:verified", "strike", "strike is:verified", ""])
def test_where_no_filter_is_to_blame_none_is_named(line: str) -> None:
    assert BANK.search(line).without is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("zzzz", "Nothing like that in the bank."),
        ("strike is:copyable", "Nothing matches; 12 match without is:copyable."),
        ('"strike we"', 'Nothing has "strike we" in these very words; 12 match without the marks.'),
        (f"strike tag:{'x' * 60}", f"Nothing matches; 12 match without tag:{'x' * 19}…."),
        ("strike before:2000 is:copyable", "Nothing matches; 12 match without before:2000 is:copyable."),
    ],
)
def test_what_is_said_of_it(line: str, said: str) -> None:
    assert nothing_found(BANK.search(line), 12) == said


def test_an_empty_bank_says_so() -> None:
    assert nothing_found(Bank().search("strike"), 0) == "The bank has no quotes yet."


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("colour:red", "no such filter: colour:red"),
        ("since:whenever", "no date: since:whenever"),
        ("IS:green", "is: takes verified or copyable: IS:green"),
    ],
)
def test_what_is_not_understood_is_said_for_what_it_is(part: str, said: str) -> None:
    assert not_understood(part) == said
