"""Finding the quotations of a draft, as newsrooms on both sides of the ocean mark them."""

from __future__ import annotations

import pytest

from desk.prose.quotations import read_quotations


def words(text: str) -> list[str]:
    return [one.words for one in read_quotations(text).quotations if one.closed]


def unclosed(text: str) -> list[str]:
    read = read_quotations(text)
    return [text[one.start : one.end] for one in read.quotations if not one.closed] + [text[at] for at in read.strays]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said, “We will stay at the table,” and left.", ["We will stay at the table,"]),
        ('She said, "We will stay at the table," and left.', ["We will stay at the table,"]),
        ("She said, 'We will stay at the table', and left.", ["We will stay at the table"]),
        ("She said, ‘We will stay at the table’, and left.", ["We will stay at the table"]),
        # By nesting: what stands inside is part of the words.
        ("“They told us ‘no deal’ again,” she said.", ["They told us ‘no deal’ again,"]),
        ("‘They told us “no deal” again,’ she said.", ["They told us “no deal” again,"]),
        ("\"They told us 'no deal' again,\" she said.", ["They told us 'no deal' again,"]),
        ("\"It is what they call 'progress,' \" he said.", ["It is what they call 'progress,'"]),
        ("„Wir bleiben am Tisch“, sagte sie. «Nous restons», dit-il.", ["Wir bleiben am Tisch", "Nous restons"]),
        ("„Er sagte: 'Wir bleiben.'“", ["Er sagte: 'Wir bleiben.'"]),
        ("``We stay,'' he said.", ["We stay,"]),
        # Two in a row, one around a dash, one in brackets.
        ("“No,” she said. “Not now.” He (“the chair”) left.", ["No,", "Not now.", "the chair"]),
        ('"We will—" he began. It was—"never mind"—over.', ["We will—", "never mind"]),
        # Drafts mix the two makings.
        ('“We stay," he said. "We stay,” she said.', ["We stay,", "We stay,"]),
        ("He called it “historic.“ Nobody else did.", ["historic."]),
    ],
)
def test_every_quotation_is_found_with_its_words(text: str, found: list[str]) -> None:
    assert words(text) == found
    assert not unclosed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The members' deal isn't the studios' deal, and won't be.",
        "The members’ deal isn’t the studios’ deal, and won’t be.",
        "In the '90s and the ’60s, rock 'n' roll was it; 'twas fun, tell 'em.",
        "They're comin' round, singin' the ol' songs o' the guild.",
        'She is 5\'10" and the screen is 24" wide.',
        "O'Hara and D'Angelo met at Macy's.",
    ],
)
def test_an_apostrophe_is_never_taken_for_a_mark(text: str) -> None:
    assert words(text) == []
    assert not unclosed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'The members' deal is not the studios' deal,' she said.", "The members' deal is not the studios' deal,"),
        ("‘The members’ deal isn’t theirs,’ she said.", "The members’ deal isn’t theirs,"),
        ("'We're goin' to win,' he said of the '23 strike.", "We're goin' to win,"),
        ("He called it 'the workers' hour' and left.", "the workers' hour"),
        ("'Tell 'em we stay,' she said.", "Tell 'em we stay,"),
    ],
)
def test_apostrophes_inside_of_single_marks_close_nothing(text: str, found: str) -> None:
    assert words(text) == [found]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = "“First of all, we stay.\n\n“Second, we talk.\n\n“Third, we sign,” she said.\n\n“Really.”"
    first, second = read_quotations(text).quotations
    assert first.words == "First of all, we stay.\n\nSecond, we talk.\n\nThird, we sign,"
    assert len(first.parts) == 3
    assert second.words == "Really."


def test_a_quotation_over_lines_that_an_editor_broke_is_one() -> None:
    assert words("She said, “We will stay\nat the table until\nJune,” and left.") == [
        "We will stay at the table until June,"
    ]


def test_in_a_draft_of_one_paragraph_a_line_a_mark_left_open_ends_with_its_line() -> None:
    line = "x " * 80
    assert unclosed(f"{line}“We stay, he said.\n{line}\n“We go,” she said.") == ["“We stay, he said."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She said, “We will stay.\n\nNext day they left.", "“We will stay."),
        ('She said, "We will stay.\n\nNext day they left.', '"We will stay.'),
        ("She said, ‘We will stay.\n\nNext day they left.", "‘We will stay."),
        ("She said: 'We will stay.\n\nNext day they left.", "'We will stay."),
        ("We will stay,” she said.", "”"),
        ("“We will stay, she said. “And we will talk.”", "“We will stay, she said. "),
    ],
)
def test_a_mark_without_its_partner_is_said(text: str, said: str) -> None:
    assert unclosed(text) == [said]


def test_what_follows_a_mark_left_open_is_still_read() -> None:
    assert words("“We will stay, she said. “And we will talk.”\n\n“Yes.”") == ["And we will talk.", "Yes."]


def test_a_block_quote_is_a_quotation_without_marks() -> None:
    text = "The guild said:\n\n> We stay at the table\n> until *June*.\n>\n> Then we go.\n> — Sean Astin\n\nNobody else did."
    (one,) = read_quotations(text).quotations
    assert one.words == "We stay at the table until June.\n\nThen we go."
    assert one.block
    assert one.credit == "Sean Astin"


def test_a_block_quote_with_marks_is_read_by_its_marks() -> None:
    assert words("> “We stay,” she said.\n> “We talk.”") == ["We stay,", "We talk."]


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "Not said by anybody"\n---\nText.',
        'See [the page](https://example.org "its title") and <a href="x" title="y">that</a>.',
        '<!-- "ask her again" -->\nText.',
    ],
)
def test_what_is_no_prose_has_no_quotations(text: str) -> None:
    assert words(text) == []
    assert not unclosed(text)


def test_stress_and_escapes_of_markdown_are_no_words() -> None:
    assert words("“We **will** _never_ go \\[sic\\]” and *“No deal,”* she said.") == [
        "We will never go [sic]",
        "No deal,",
    ]


def test_the_place_is_that_of_the_opening_mark() -> None:
    text = "Talks.\n\n  *She* said, “We [stay](x).”"
    read = read_quotations(text)
    (one,) = read.quotations
    start, end = read.reading.span(one.start, one.end)
    assert text[start:end] == "“We [stay](x).”"
    assert read.shown[one.start : one.end] == "“We stay.”"


def test_any_text_is_read_in_a_moment() -> None:
    for text in (
        "“" * 3000,
        '"' * 3000,
        "'a " * 3000,
        "> " * 3000,
        "“a\n\n" * 2000,
        "‘a “b " * 2000,
        "*_" * 5000,
        "<a" * 5000,
    ):
        read_quotations(text)
