"""What somebody who typed this may have meant."""

from __future__ import annotations

import pytest

from desk.search.document import Document
from desk.search.index.build import build
from desk.search.index.stemming import roots
from desk.search.rank.expand import Expander, slip
from desk.search.rank.plan import plan, splits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strike", "strikes"),
        ("strike", "striking"),
        ("strike", "striker"),
        ("stop", "stopped"),
        ("study", "studies"),
        ("happy", "happiness"),
        ("nation", "national"),
        ("pay", "paid"),
        ("man", "men"),
        ("agree", "agreement"),
    ],
)
def test_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    assert roots(one).keys() & roots(other).keys()


@pytest.mark.parametrize(("one", "other"), [("strike", "string"), ("wage", "wagon"), ("union", "onion"), ("as", "a")])
def test_other_words_share_none(one: str, other: str) -> None:
    assert not roots(one).keys() & roots(other).keys()


@pytest.mark.parametrize(
    ("meant", "likely", "seldom"),
    [
        ("strike", "strkie", "strjke"),  # swapped, beside a letter from far off
        ("wages", "wagea", "wagep"),  # a lies beside s
        ("wages", "wagges", "wagpes"),  # doubled
        ("wages", "wags", "wagbs"),
    ],
)
def test_slips_that_fingers_make_are_likelier(meant: str, likely: str, seldom: str) -> None:
    assert slip(likely, meant) > slip(seldom, meant)


def test_a_slip_in_the_first_letter_is_seldom() -> None:
    assert slip("qages", "wages") < slip("wagws", "wages")


def expander() -> Expander:
    words = "government governments governor wages wage strike stroke dead bodies 18451000 naïve"
    return Expander(build([Document(id=1, words=words, org="Wage Board")]))


@pytest.mark.parametrize(
    ("typed", "open_ended", "meant"),
    [
        ("government", False, "government"),
        ("goverment", False, "government"),
        ("gvoernmetn", False, "government"),
        ("strik", False, "strike"),
        ("wages", False, "wages"),
        ("gov", True, "governor"),
        ("naive", False, "naive"),
    ],
)
def test_the_word_that_was_meant_is_read(typed: str, open_ended: bool, meant: str) -> None:
    one = expander()
    reading = one.read(typed, open_ended=open_ended)
    vocabulary = one._index.vocabulary
    words = {vocabulary[symbol] for symbol in reading.symbols.tolist() if symbol < len(vocabulary)}
    assert meant in words


def test_the_very_word_is_the_likeliest_and_a_field_less_so() -> None:
    reading = expander().read("wage")
    best = reading.symbols[reading.chances.argmax()]
    assert best == reading.exact
    assert reading.chances.max() == 1.0
    assert len(reading.symbols) == len(set(reading.symbols.tolist()))


def known(words: str):  # type: ignore[no-untyped-def]
    return lambda word: int(word in words.split())


def test_a_lost_space_is_put_back_where_both_parts_are_words() -> None:
    assert splits("deadbodies", known("dead bodies bod")) == [("dead", "bodies")]
    assert splits("dead", known("de ad dead")) == []
    assert splits("bodies", known("bodies bod ies")) == []


def test_typed_words_come_first_and_what_mends_them_stands_beside() -> None:
    one = plan(("the", "gov", "ernment"), True, known("the government"))
    assert [slot.word for slot in one.slots] == ["the", "gov", "ernment", "government"]
    assert one.typed == 3
    assert one.pairs[: one.typed_pairs] == ((0, 1), (1, 2))
    assert one.alternatives == (((1, 2), (3,)),)
    assert [slot.open_ended for slot in one.slots] == [False, False, True, False]


def test_numbers_typed_in_groups_may_be_one_number() -> None:
    one = plan(("18", "451"), True, known(""))
    assert [(slot.word, slot.open_ended) for slot in one.slots] == [("18", False), ("451", True), ("18451", True)]


def test_a_word_typed_twice_is_looked_for_once() -> None:
    one = plan(("fund", "which", "fund"), False, known(""))
    assert [slot.word for slot in one.slots] == ["fund", "which"]
    assert one.pairs == ((0, 1), (1, 0))
