"""What taking a completion, or pasting, does to a line."""

from __future__ import annotations

import pytest

from desk.ui.widgets.completion import Completion, accept, pasted, word_at


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("SAG wraps @am|", "@am"),
        ("SAG wr|aps early", "wraps"),
        ("|SAG", "SAG"),
        ("SAG |", ""),
        ("|", ""),
        ("a |b", "b"),
    ],
)
def test_a_word_goes_from_space_to_space(line: str, word: str) -> None:
    cursor = line.index("|")
    line = line.replace("|", "")
    start, end = word_at(line, cursor)
    assert line[start:end] == word


@pytest.mark.parametrize(
    ("line", "completion", "after"),
    [
        ("SAG wraps @am|", Completion("@AMPTP"), "SAG wraps @AMPTP |"),
        ("@am| offers 4%", Completion("@AMPTP"), "@AMPTP |offers 4%"),
        ("wraps sr|", Completion("src:"), "wraps src:|"),
        ("wraps src:|", Completion("src:S1"), "wraps src:S1 |"),
        ("wraps src:p|r", Completion('src:"press room"'), 'wraps src:"press room" |'),
        ("talks:sag 2|", Completion("SAG-AFTRA 2026", start=6, end=11), "talks:SAG-AFTRA 2026 |"),
        ("|", Completion("#session "), "#session |"),
    ],
)
def test_a_completion_takes_the_place_of_its_word_and_the_next_can_follow(
    line: str, completion: Completion, after: str
) -> None:
    cursor = line.index("|")
    completed, at = accept(line.replace("|", ""), cursor, completion)
    assert completed[:at] + "|" + completed[at:] == after


def test_the_list_shows_a_label_where_there_is_one() -> None:
    assert Completion("@42", label="Duncan").shown == "Duncan"
    assert Completion("@AMPTP").shown == "@AMPTP"


@pytest.mark.parametrize(
    ("pasted_text", "line"),
    [
        ("one line, as it is  ", "one line, as it is  "),
        ("We won't\naccept that.\n", "We won't accept that."),
        ("  first  \r\n\r\n\tsecond\r\n", "first second"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x1b[0m \u202eflip", "red flip"),
        ("", ""),
        ("\n", ""),
    ],
)
def test_a_paste_becomes_part_of_one_line(pasted_text: str, line: str) -> None:
    assert pasted(pasted_text) == line
