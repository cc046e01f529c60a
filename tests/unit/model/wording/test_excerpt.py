"""Finding a quote in a text that is too long to show."""

from __future__ import annotations

import pytest

from desk.model.wording.excerpt import AROUND, LONGEST, excerpt
from desk.model.wording.passage import compare

QUOTE = "We are not going to accept a deal that is not fair to our members."
FILLER = "The parties met again on Monday and said that they would not keep talking about pay. We are here. " * 3_000


def test_a_short_text_is_taken_whole() -> None:
    assert excerpt(QUOTE * 10, QUOTE) == (0, len(QUOTE * 10))


@pytest.mark.parametrize("at", [0, 1, 150_001, len(FILLER) - 1, len(FILLER)])
def test_the_quote_is_found_wherever_it_stands(at: int) -> None:
    text = f"{FILLER[:at]} {QUOTE} {FILLER[at:]}"
    start, end = excerpt(text, QUOTE)
    assert compare(text[start:end], QUOTE).same
    assert end - start <= LONGEST


def test_of_two_places_the_one_with_the_same_words_is_taken() -> None:
    nearly = QUOTE.replace("not ", "", 1)
    text = f"{nearly} {FILLER} {QUOTE} {FILLER} {nearly}"
    start, end = excerpt(text, QUOTE)
    assert compare(text[start:end], QUOTE).same


def test_a_misquoted_quote_is_shown_where_it_was_said() -> None:
    text = f"{FILLER}\n{QUOTE}\n{FILLER}"
    start, end = excerpt(text, "We are going to accept deals that are fair for members")
    assert QUOTE in text[start:end]


@pytest.mark.parametrize("quote", ["", "…", "Zzyzx"])
def test_of_a_text_without_the_words_the_beginning_is_shown(quote: str) -> None:
    start, end = excerpt(FILLER, quote)
    assert start == 0
    assert AROUND <= end <= AROUND + 20


def test_a_text_without_white_space_is_cut_all_the_same() -> None:
    start, end = excerpt("x" * 3_000_000, "xx")
    assert end - start <= LONGEST
