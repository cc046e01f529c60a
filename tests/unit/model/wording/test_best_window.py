from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.wording.best_window import cut_around

LONG = " ".join(f"word{number}" for number in range(1_000))


def test_a_short_text_is_left_as_it_is() -> None:
    assert cut_around("We won’t sign.", [(0, 2)], 20) == "We won’t sign."


@pytest.mark.parametrize("word", ["word0", "word7", "word500", "word990", "word999"])
def test_a_long_one_is_cut_between_words_around_what_matched(word: str) -> None:
    at = LONG.index(word)
    cut = cut_around(LONG, [(at, at + len(word))], 100)
    assert word in cut.split()
    assert len(cut) <= 104
    assert set(cut.split()) - {"…"} <= set(LONG.split())
    assert cut.startswith("… ") == (not cut.startswith("word0 "))
    assert cut.endswith(" …") == (not cut.endswith("word999"))


def test_of_several_places_the_one_with_the_most_words_is_shown() -> None:
    text = f"strike {LONG} fair strike {LONG}"
    at = text.index("fair")
    assert "fair strike" in cut_around(text, [(0, 6), (at, at + 4), (at + 5, at + 11)], 60)


def test_a_word_longer_than_the_room_is_cut_too() -> None:
    assert len(cut_around("x" * 1_000, [(500, 510)], 50)) <= 54


@given(st.text(max_size=200), st.integers(4, 60))
def test_no_more_is_shown_than_there_is_room_for(text: str, room: int) -> None:
    spans = [(at, at + 1) for at in range(0, len(text), 7)]
    assert len(cut_around(text, spans, room)) <= max(room + 4, len(text) if len(text) <= room else 0)
