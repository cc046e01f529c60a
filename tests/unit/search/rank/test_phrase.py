"""Quotes that have words in a row, found many times in a moment; and quotes alike in a bank of common words."""

from __future__ import annotations

import random

import pytest

from desk.search.bank import Bank
from desk.search.document import Document

BANK = Bank(
    [
        Document(id=1, words="We won’t sign, and we will not go: U.S. law says 10,000."),
        Document(id=2, words="We will sign and we will go."),
        Document(id=3, words="Go we will."),
    ]
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("we will", [1, 2, 3]),
        ("We WILL GO", [2]),
        ("we will not go", [1]),
        ("we wont sign and", [1]),
        ("US law says 10000", [1]),
        ("will we", []),
        ("we will never", []),
        ("go we", [3]),
        ("", []),
        ("…", []),
    ],
)
def test_words_in_a_row_whatever_their_case_and_signs(words: str, ids: list[int]) -> None:
    assert sorted(BANK.holding(words)) == ids


def test_what_was_put_and_removed_is_found_and_not_found() -> None:
    bank = Bank([Document(id=1, words="We will stay here")])
    bank.put(Document(id=2, words="and so we will stay"))
    assert sorted(bank.holding("we will stay")) == [1, 2]
    assert len(bank.holding("we will stay", 1)) == 1
    bank.remove([1])
    assert bank.holding("we will stay") == [2]


def test_a_long_quote_of_common_words_is_found_with_one_of_them_dropped() -> None:
    chance = random.Random(11)
    common = [f"common{number}" for number in range(40)]
    documents = [
        Document(id=number, words=" ".join(chance.choices(common, k=30)), date=number) for number in range(1, 9_000)
    ]
    words = " ".join(chance.choices(common, k=20)) + " rare1 rare2 " + " ".join(chance.choices(common, k=10))
    bank = Bank([*documents, Document(id=10_000, words=words)])
    for at in (0, 7, 25):
        without = words.split()
        del without[at]
        assert bank.similar(" ".join(without))[0].id == 10_000
