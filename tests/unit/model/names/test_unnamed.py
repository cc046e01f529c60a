"""Who is one of those that may not be named."""

from __future__ import annotations

import pytest

from desk.model.names.unnamed import Unnamed

HIDDEN = Unnamed([("Ivan Petrov", "Vanya"), ("Mary Ek",)])


@pytest.mark.parametrize(
    "name",
    ["Ivan Petrov", "IVAN  PETROV", "Petrov, Ivan", "Iván Petrov", "vanya petrov", "Ivan “Vanya” Petrov", "vanya"],
)
def test_whoever_has_only_words_of_their_names_is_one_of_them(name: str) -> None:
    assert HIDDEN.is_one(name)


@pytest.mark.parametrize("name", ["Petrov", "Mary Petrov", "Ivan Ek", "Anna Petrov", "", "Ivan"])
def test_a_word_that_they_share_with_others_is_no_name_of_theirs(name: str) -> None:
    assert not HIDDEN.is_one(name)
