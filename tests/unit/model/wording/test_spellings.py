from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.wording.spellings import respelt, spellings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAG-AFTRA", ("sagaftra",)),
        ("Duncan Crabtree‑Ireland", ("crabtreeireland",)),
        ("Renée O’Connor-Smith", ("oconnorsmith",)),
        ("Actors - Stage", ()),
        ("Directors Guild", ()),
        ("The co-op’s non-starter, re-open!", ("coops", "nonstarter", "reopen")),
        ("two words--and a dash – or -this- or that-", ()),
        ("a five-year-old, state-of-the-art", ("fiveyearold", "stateoftheart")),
        ("one-two-three-four-five words", ()),
        ("2025-26, 50-50 and 2026-02-13, a 4-day week", ("4day",)),
        ("reporter@wire-desk.org, https://wire-desk.org/a-b", ()),
        ("1 500 members, 12 345 678, 2 of 500", ("1500", "12345678")),
        ("Müller, Ærø, Løhne, Århus", ("mueller", "aeroe", "loehne", "aarhus")),
        ("co-op and co-op", ("coop",)),
    ],
)
def test_words_are_written_in_other_ways_too(text: str, expected: tuple[str, ...]) -> None:
    assert spellings(text) == expected


@given(st.text(alphabet=st.sampled_from("ab-1 ö'’‑.0\u0301"), max_size=40))
def test_they_stand_where_the_text_has_them(text: str) -> None:
    for token in respelt(text):
        assert token.term
        assert 0 <= token.start < token.end <= len(text)
