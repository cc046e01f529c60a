"""A pasted statement: its quotations are found whole, and given to nobody whom the text does not name."""

from __future__ import annotations

import pytest

from desk.intake.known import Known
from desk.intake.statement import read_statement
from desk.model.words import EndMark, QuoteForm

FULL, PARTIAL = QuoteForm.FULL, QuoteForm.PARTIAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will not accept that,” Crabtree-Ireland said.", ["We will not accept that"]),
        ('"We will not accept that," said Crabtree-Ireland. "It is not fair."', ["We will not accept that", "It is not fair."]),
        ("The “final offer” is no offer, AMPTP says.", []),
        ("Crabtree-Ireland: “One part of it.\n\n“And the second part.”", ["One part of it.\n\nAnd the second part."]),
        ("Crabtree-Ireland: “He told me ‘no’ and went.”", ["He told me ‘no’ and went."]),
        ("Crabtree-Ireland: “He told me “no, never” and went away.”", ["He told me “no, never” and went away."]),
        ("Crabtree-Ireland: “It is never closed at all", []),
        ('a 5" cut and a 7" cut, Crabtree-Ireland', []),
    ],
)  # fmt: skip
def test_quotations_are_found_whole(text: str, words: list[str], known: Known) -> None:
    assert [one.words for one in read_statement(text, known)] == words


@pytest.mark.parametrize(
    ("text", "form", "end"),
    [
        ("“We will not accept that.” AMPTP", FULL, EndMark.GIVEN),
        ("“We will not accept that,” AMPTP says.", FULL, EndMark.UNKNOWN),
        ("AMPTP says it “will not accept any of that.”", PARTIAL, EndMark.GIVEN),
        ("AMPTP “We will not accept that” says", PARTIAL, EndMark.GIVEN),
    ],
)
def test_a_sentence_is_full_and_a_piece_is_partial(text: str, form: QuoteForm, end: EndMark, known: Known) -> None:
    (one,) = read_statement(text, known)
    assert (one.form, one.end_mark) == (form, end)


def test_a_sentence_broken_by_its_attribution_is_two_pieces(known: Known) -> None:
    text = "“We will not accept that,” Crabtree-Ireland said, “and we will say so again.”"
    assert [one.form for one in read_statement(text, known)] == [PARTIAL, PARTIAL]


def test_each_quotation_is_given_to_the_one_named_beside_it(known: Known) -> None:
    text = "“We will not accept that,” said Crabtree-Ireland.\n\nGreg Hessinger answered: “There is a fair offer.”"
    assert [one.speaker.name for one in read_statement(text, known) if one.speaker] == [
        "Duncan Crabtree-Ireland",
        "Greg Hessinger",
    ]


def test_a_person_counts_before_the_party(known: Known) -> None:
    (one,) = read_statement("“We will not accept that,” SAG-AFTRA negotiator Duncan Crabtree-Ireland said.", known)
    assert one.speaker == known.persons[0]


def test_a_name_inside_the_words_does_not_make_a_speaker(known: Known) -> None:
    (one,) = read_statement("“We will ask Greg Hessinger about that.”", known, known.parties[0])
    assert (one.speaker, one.name, one.sure) == (None, "", False)


def test_words_of_somebody_unknown_are_given_to_nobody_who_is_known(known: Known) -> None:
    (one,) = read_statement("“We will not accept that,” said Jo Roe, the treasurer.", known, known.parties[0])
    assert (one.speaker, one.name, one.said_by) == (None, "Jo Roe", "said Jo Roe")


def test_news_copy_without_blank_lines_has_a_paragraph_a_line(known: Known) -> None:
    told = "The parties met on Monday for a second long day of talks in Los Angeles, and both went home late without a deal."
    text = "\n".join(
        (told, f"Greg Hessinger said he hoped for more. {told}", "“We stand with all of them in this,” it said.")
    )
    (one,) = read_statement(text, known)
    assert one.speaker is None


def test_a_quotation_wrapped_by_hand_is_whole(known: Known) -> None:
    (one,) = read_statement("“We stand with them.\nAll of them,” Greg Hessinger\nsaid.", known)
    assert (one.words, one.speaker) == ("We stand with them.\nAll of them", known.persons[1])


def test_a_statement_without_marks_is_the_partys_own(known: Known) -> None:
    text = "The guild stands with its members.\n\nIt will say more on Monday.\n\n###"
    assert [(one.words, one.speaker) for one in read_statement(text, known, known.parties[2])] == [
        ("The guild stands with its members.", known.parties[2]),
        ("It will say more on Monday.", known.parties[2]),
    ]
    assert read_statement(text, known) == ()
