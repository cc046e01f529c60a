"""Quotation marks around, inside of and over the end of words."""

from __future__ import annotations

import pytest

from desk.formats.copies.marks import Marks, bare, ended, paragraphs, quoted, sentences
from desk.model.enums import EndMark

GIVEN, UNKNOWN = EndMark.GIVEN, EndMark.UNKNOWN


@pytest.mark.parametrize(
    ("words", "us", "british"),
    [
        ("No deal.", "“No deal.”", "‘No deal.’"),
        ('He said "no" to us', "“He said ‘no’ to us”", "‘He said “no” to us’"),
        ("He said ‘no’ to us", "“He said ‘no’ to us”", "‘He said “no” to us’"),
        ("It's “a ‘double’ nest”", "“It's ‘a “double” nest’”", "‘It's “a ‘double’ nest”’"),
        ("the workers' '90s deal", "“the workers' '90s deal”", "‘the workers' '90s deal’"),
        ("rock ’n’ roll", "“rock ’n’ roll”", "‘rock ’n’ roll’"),
        ("6'2\" tall", "“6'2\" tall”", "‘6'2\" tall’"),
        ("We was [sic] there", "“We was [sic] there”", "‘We was [sic] there’"),
        ("One.\n\nTwo.", "“One.\n\n“Two.”", "‘One.\n\n‘Two.’"),
    ],
)
def test_marks_inside_turn_with_the_ones_outside(words: str, us: str, british: str) -> None:
    assert quoted(words, Marks.US) == us
    assert quoted(words, Marks.BRITISH) == british


@pytest.mark.parametrize(
    ("words", "before_attribution", "at_the_end"),
    [
        ("No deal.", "“No deal,”", "“No deal.”"),
        ("No deal", "“No deal,”", "“No deal.”"),
        ("No deal,", "“No deal,”", "“No deal.”"),
        ("No deal?", "“No deal?”", "“No deal?”"),
        ("No deal!", "“No deal!”", "“No deal!”"),
        ("No deal ...", "“No deal ...”", "“No deal ...”"),
        ("No deal…", "“No deal…”", "“No deal…”"),
        ("We were —", "“We were —”", "“We were —”"),
        ("We were--", "“We were--”", "“We were--”"),
        ("The answer is No.", "“The answer is No,”", "“The answer is No.”"),
        ("At 5 p.m.", "“At 5 p.m.,”", "“At 5 p.m.”"),
        ("In the U.S.", "“In the U.S.,”", "“In the U.S.”"),
        ("He said “no.”", "“He said ‘no,’”", "“He said ‘no.’”"),
        ("He said “no”.", "“He said ‘no’,”", "“He said ‘no’.”"),
        ("He asked “why?”", "“He asked ‘why?’”", "“He asked ‘why?’”"),
    ],
)
def test_the_point_stands_inside_the_marks_in_us_style(words: str, before_attribution: str, at_the_end: str) -> None:
    assert ended(words, ",", Marks.US, GIVEN) == before_attribution
    assert ended(words, ".", Marks.US, GIVEN) == at_the_end


@pytest.mark.parametrize(
    ("words", "end_mark", "expected"),
    [
        ("No deal.", GIVEN, "‘No deal,’"),
        ("No deal", GIVEN, "‘No deal’,"),
        ("No deal", UNKNOWN, "‘No deal’,"),
        ("No deal,", UNKNOWN, "‘No deal’,"),
        ("No deal?", GIVEN, "‘No deal?’"),
    ],
)
def test_a_point_that_is_not_the_speakers_stands_outside_in_british_style(
    words: str, end_mark: EndMark, expected: str
) -> None:
    assert ended(words, ",", Marks.BRITISH, end_mark) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("a line that\nwas only wrapped", ["a line that was only wrapped"]),
        ("a line that\nwas wrapped.\n\nA second", ["a line that was wrapped.", "A second"]),
        ("  one  ", ["one"]),
    ],
)
def test_paragraphs_are_told_from_wrapped_lines(words: str, expected: list[str]) -> None:
    assert paragraphs(words) == expected


def test_sentences_end_where_it_is_sure_that_one_does() -> None:
    text = "We met. Mr. Smith said no. In the U.S. we wait. J. Smith is in! “Fine. Go.” And done"
    assert sentences(text) == [
        "We met.", "Mr. Smith said no.", "In the U.S. we wait.", "J. Smith is in!", "“Fine. Go.”", "And done",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["We met Gen. Smith there.", "In Boston, Mass. They met.", "It is No. 10 now.", "Ask Ann Lee, Ph.D. Now."]
)
def test_no_sentence_is_parted_after_what_may_go_on(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“no deal”", "no deal"),
        ('"no deal"', "no deal"),
        ("“no” and “yes”", "“no” and “yes”"),
        ("he said “no”", "he said “no”"),
        ("no deal", "no deal"),
    ],
)
def test_marks_around_a_paraphrase_are_taken_off(words: str, expected: str) -> None:
    assert bare(words) == expected


@pytest.mark.parametrize("words", ['"' * 30_000, "’" * 30_000, "“" * 30_000, "Aa. " * 10_000])
def test_odd_and_long_words_are_still_in_marks(words: str) -> None:
    text = quoted(words, Marks.US)
    assert text[0] == "“"
    assert text[-1] == "”"
    assert ended(words, ",", Marks.US, GIVEN)[0] == "“"
