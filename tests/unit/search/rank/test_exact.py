"""Exact words in marks: in the words first, however they are put together, then in the names."""

from __future__ import annotations

import pytest

from desk.search.bank import Bank
from desk.search.document import Document, Grade
from desk.search.rank import exact

WALKED, ASKED, MASKED, ALONE = 1, 2, 3, 4
NAMES = Bank(
    [
        Document(id=WALKED, words="Crabtree-Ireland walked out.", speakers=("Fran Drescher",), org="SAG-AFTRA"),
        Document(
            id=ASKED, words="We were asked.", speakers=("Duncan Crabtree-Ireland",), org="SAG-AFTRA", verified=True
        ),
        Document(id=MASKED, words="Ireland and the crabtree.", speakers=("Crabtree",), venue="Ireland House"),
        Document(id=ALONE, words="Nobody was named.", org="Directors Guild of America", tags=("crabtree-ireland",)),
    ]
)


@pytest.mark.parametrize(
    ("line", "found", "named"),
    [
        ('"Crabtree-Ireland"', [WALKED, ASKED], 1),
        ('"crabtree ireland"', [WALKED, ASKED], 1),
        ('"crabtreeireland"', [WALKED, ASKED], 1),
        ('"Crabtree-Irel', [WALKED, ASKED], 1),
        ('"duncan crabtree-ireland"', [ASKED], 1),
        ('"ireland house"', [MASKED], 1),
        ('"DGA"', [ALONE], 1),
        ('"directors guild', [ALONE], 1),
        ('"sag-aftra" asked', [ASKED], 1),
        ('"crabtree-ireland" walked', [WALKED], 0),
        ('"crabtree-ireland" "asked"', [ASKED], 1),
        ('"crabtree-ireland" speaker:drescher', [WALKED], 0),
        ('"ireland crabtree"', [ASKED], 1),
        ('"walked crabtree"', [], 0),
    ],
)
def test_a_marked_name_is_looked_for_in_the_words_then_among_who_spoke(line: str, found: list[int], named: int) -> None:
    answer = NAMES.search(line)
    assert list(answer.ids) == found
    assert (answer.total, answer.named) == (len(found), named)


def test_words_that_hold_the_name_stand_first_however_many_have_it_as_theirs() -> None:
    theirs = [
        Document(id=number, words=f"Strike number {number}", org="SAG-AFTRA", verified=True) for number in range(1, 900)
    ]
    bank = Bank([*theirs, Document(id=2_000, words="SAG-AFTRA called a strike, and much else was said on that day.")])
    for line in ('"SAG-AFTRA"', '"sag-aftra" strike', 'strike number "sag-aftra"'):
        answer = bank.search(line)
        assert answer.ids[0] == 2_000, line
        assert (answer.total, answer.named) == (900, 899), line


AS_ONE, HYPHENED, APART, ELSEWHERE = 1, 2, 3, 4
STARTERS = Bank(
    [
        Document(id=AS_ONE, words="That is a nonstarter for us."),
        Document(id=HYPHENED, words="That is a non-starter for us."),
        Document(id=APART, words="That is a non starter for us."),
        Document(id=ELSEWHERE, words="That starter is a non issue, nonstarters for us."),
    ]
)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ('"nonstarter"', {AS_ONE}),
        ('"non starter"', {HYPHENED, APART}),
        ('"non-starter"', {HYPHENED, APART}),
        ('"a nonstarter for"', {AS_ONE}),
        ('"a non starter for"', {HYPHENED, APART}),
        ('"a non-starter for us"', {HYPHENED, APART}),
        ('"is a non start', {HYPHENED, APART}),
        ('"is a nonstarter" for', {AS_ONE}),
    ],
)
def test_marked_words_are_found_as_one_or_apart_and_as_typed_first(line: str, first: set[int]) -> None:
    answer = STARTERS.search(line)
    assert set(answer.ids) == {AS_ONE, HYPHENED, APART}
    assert set(answer.ids[: len(first)]) == first
    assert answer.named == 0


@pytest.mark.parametrize("line", ['"nonstarter"', '"non-starter"', '"a nonstarter"'])
@pytest.mark.parametrize("words", ["a nonstarter", "a non-starter", "a non starter"])
def test_marked_words_are_highlighted_however_they_are_put_together(line: str, words: str) -> None:
    spans = STARTERS.search(line).spans(words)
    assert (
        "".join(words[low:high] for low, high in spans) == words.translate({32: None, 45: None})[("a " not in line) :]
    )


def test_letters_that_only_run_together_are_no_other_spelling() -> None:
    bank = Bank([Document(id=1, words="an ice age"), Document(id=2, words="a nice age")])
    assert list(bank.search('"a nice age"').ids) == [2]


def test_a_common_last_word_in_marks_counts_once_the_marks_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "_MOST_BEGUN", 1)
    bank = Bank([Document(id=number, words=words) for number, words in enumerate(("we say the", "we say them", "the"))])
    assert list(bank.search('"say the"').ids) == [0]
    assert set(bank.search('"say the').ids) == {0, 1}


def test_the_grade_tells_how_the_exact_words_stand() -> None:
    grades = [hit.grade for hit in NAMES.search('"crabtree-ireland"')]
    assert grades == [Grade.PHRASE, Grade.FUZZY]
