"""Breaking a long text into lines for a width, and keeping every place."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from desk.ui.widgets.marked_text import broken


def lines_of(text: str, width: int) -> list[str]:
    whole, at = [], 0
    for line in text.split("\n"):
        whole.append((at, at + len(line)))
        at += len(line) + 1
    return [text[start:end] for start, end in broken(text, whole, width)]


def test_lines_are_broken_between_words_and_long_words_where_they_end() -> None:
    assert lines_of("one two three", 7) == ["one two", "three"]
    assert lines_of("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]
    assert lines_of("a\n\nb", 5) == ["a", "", "b"]


@pytest.mark.parametrize(
    "text", ["“We stay,” 他们说 we do not know 这是什么意思", "🎬🎬🎬🎬🎬🎬", "x" * 99, "a b c d e f g " * 9]
)
def test_no_line_is_wider_and_no_word_is_lost(text: str) -> None:
    for width in (1, 2, 7, 30):
        found = lines_of(text, width)
        assert "".join("".join(found).split()) == "".join(text.split())
        assert all(cell_len(line) <= max(width, 2) for line in found)
