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


JOINED = (
    ("coop", "co-op"),
    ("co op", "co-op"),
    ("nonstarter", "non starter", "non-starter"),
    ("reopen", "re open", "re-open", "re‑open"),
    ("email", "e mail", "e-mail"),
    ("longterm", "long term", "long-term"),
    ("Crabtree-Ireland", "crabtree ireland", "crabtreeireland"),
    ("covid-19", "covid 19", "covid19"),
    ("1500", "1 500", "1,500"),
)
BESIDE = (
    *OTHERS,
    Document(
        id=200, words="The cooperation of starters, they opened it again and open mail for a long while at your terms."
    ),
    Document(id=201, words="Co wrote the op, none started, they opened up for the long run and e went with the male."),
)


@pytest.mark.parametrize(("typed", "said"), [pair for forms in JOINED for pair in permutations(forms, 2)])
def test_words_with_a_hyphen_a_space_or_nothing_between_them_find_each_other(typed: str, said: str) -> None:
    bank = Bank([*BESIDE, Document(id=1, words=f"We call it {said} here.")])
    # As it is typed, "coop" may go on to "cooperation".
    for line in (f"{typed} ", f"we call it {typed} here"):
        assert bank.search(line).ids[:1] == [1], line


@pytest.mark.parametrize("forms", JOINED)
def test_the_word_as_it_was_typed_stands_first_and_all_above_those_only_like_it(forms: tuple[str, ...]) -> None:
    written = {number: said for number, said in enumerate(forms, 1) if " " not in said}
    bank = Bank([*BESIDE, *(Document(id=number, words=f"Say {said}.") for number, said in written.items())])
    for number, typed in enumerate(forms, 1):
        hits = bank.search(f"{typed} ").hits
        assert {hit.id for hit in hits[: len(written)]} == written.keys(), typed
        grades = {hit.id: hit.grade for hit in hits}
        assert hits[0].grade >= Grade.EXACT
        assert grades.get(number, hits[0].grade) == hits[0].grade, typed


def test_a_word_typed_twice_that_is_one_word_elsewhere_gets_an_answer() -> None:
    bank = Bank([Document(id=1, words="a chacha"), Document(id=2, words="cha and cha")])
    assert list(bank.search("cha cha ").ids) == [2, 1]


@pytest.mark.parametrize(
    ("typed", "words", "marked"),
    [
        ("coop ", "The co-op board", ["co-op"]),
        ("coop board ", "The co-op board", ["co", "op", "board"]),
        ("co-op", "The coop board", ["coop"]),
        ("nonstarter", "a non starter", ["non", "starter"]),
        ("crabtreeireland op", "Crabtree-Ireland, op.", ["Crabtree", "Ireland", "op"]),
        ("mueller", "Müller", ["Müller"]),
        ("99 percent", "some 99%", ["99", "%"]),
        ("4 million", "some $4m", ["4", "m"]),
    ],
)
def test_what_is_written_in_another_way_is_marked_as_it_stands(typed: str, words: str, marked: list[str]) -> None:
    spans = Bank([Document(id=1, words=words)]).search(typed).spans(words)
    assert [words[start:end] for start, end in spans] == marked


@pytest.mark.parametrize(
    "line", ["tag:co-op", "tag:coop", "org:sag-aftra", "org:sagaftra", "speaker:mueller", "venue:9-to-5"]
)
@pytest.mark.parametrize("hyphen", ["-", ""])
def test_filters_take_names_with_a_hyphen_or_without(line: str, hyphen: str) -> None:
    quote = Document(
        id=1,
        words="So it is.",
        speakers=("Jo Müller",),
        org=f"SAG{hyphen}AFTRA",
        venue="9-to-5 House",
        tags=(f"co{hyphen}op",),
    )
    bank = Bank([quote, Document(id=2, words="coop sag aftra mueller", org="Cooperative", tags=("op",))])
    assert list(bank.search(line).ids) == [1]
