"""What is said alike and written in more than one way: each finds the other, and what is written as typed comes first."""

from __future__ import annotations

from itertools import permutations

import pytest

from desk.search.bank import Bank
from desk.search.document import Document, Grade

NUMBERS = (
    ("99%", "99 percent", "99 per cent", "99 %"),
    ("$4 million", "$4m", "4 million", "4mn"),
    ("$4.5 billion", "4.5bn", "$4.5b"),
    ("$50k", "50,000", "50000"),
    ("1,500", "1500", "1\u00a0500"),
)
#: Beside them: what has the same digits, and is something else.
OTHERS = tuple(
    Document(id=100 + number, words=words)
    for number, words in enumerate(
        ("Rule 99 stands.", "The 401k plan", "Clause 4 of it", "1 of 500 said so", "by a million miles", "a per diem")
    )
)


@pytest.mark.parametrize(("typed", "said"), [pair for forms in NUMBERS for pair in permutations(forms, 2)])
def test_a_number_is_found_however_it_is_written(typed: str, said: str) -> None:
    bank = Bank([*OTHERS, Document(id=1, words=f"We won {said} of what we asked for.")])
    answer = bank.search(typed)
    assert answer.ids[0] == 1
    assert answer.hits[0].grade >= Grade.EXACT
    assert list(bank.search(f'"{typed}"').ids) == [1]
    assert list(bank.search(f'"won {typed} of"').ids) == [1]
