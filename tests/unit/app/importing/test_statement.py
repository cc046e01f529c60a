"""A pasted statement: its quotations are found whole, and given to nobody whom the text does not name."""

from __future__ import annotations

import time

import pytest

from desk.app.importing.statement import read_statement
from desk.app.lines.context import EntryContext
from desk.model.enums import EndMark, QuoteForm

FULL, PARTIAL = QuoteForm.FULL, QuoteForm.PARTIAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will not accept that,” Crabtree-Ireland said.", ["We will not accept that"]),
        ('"We will not accept that," said Crabtree-Ireland. "It is not fair."', ["We will not accept that", "It is not fair."]),
        ("The “final offer” is no offer, AMPTP says.", ["final offer"]),
        ("“No deal,” Crabtree-Ireland said.", ["No deal"]),
        ("“We will not,” Crabtree-Ireland said, “be bullied.”", ["We will not", "be bullied."]),
        ("‘The members’ deal is fair,’ said Crabtree-Ireland. ‘It’s ours.’", ["The members’ deal is fair", "It’s ours."]),
        ("‘He told me “no” and left,’ Crabtree-Ireland said.", ["He told me “no” and left"]),
        ("AMPTP: “One.\n\nThe second, without a mark.\n\nA third.”", ["One.\n\nThe second, without a mark.\n\nA third."]),
        ("AMPTP: “One, he said.\n\n“Two,” Crabtree-Ireland said.", ["One, he said.", "Two"]),
        ("Crabtree-Ireland: “One part of it.\n\n“And the second part.”", ["One part of it.\n\nAnd the second part."]),
        ("Crabtree-Ireland: “He told me ‘no’ and went.”", ["He told me ‘no’ and went."]),
        ("Crabtree-Ireland: “He told me “no, never” and went away.”", ["He told me “no, never” and went away."]),
        ("Crabtree-Ireland: “It is never closed at all", ["It is never closed at all"]),
        ("Never opened at all,” Crabtree-Ireland said.", ["Never opened at all"]),
        ('a 5" cut and a 7" cut, Crabtree-Ireland', []),
    ],
)  # fmt: skip
def test_quotations_are_found_whole(text: str, words: list[str], known: EntryContext) -> None:
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
def test_a_sentence_is_full_and_a_piece_is_partial(
    text: str, form: QuoteForm, end: EndMark, known: EntryContext
) -> None:
    (one,) = read_statement(text, known)
    assert (one.form, one.end_mark) == (form, end)


def test_a_sentence_broken_by_its_attribution_is_two_pieces(known: EntryContext) -> None:
    text = "“We will not accept that,” Crabtree-Ireland said, “and we will say so again.”"
    assert [one.form for one in read_statement(text, known)] == [PARTIAL, PARTIAL]


def test_each_quotation_is_given_to_the_one_named_beside_it(known: EntryContext) -> None:
    text = "“We will not accept that,” said Crabtree-Ireland.\n\nGreg Hessinger answered: “There is a fair offer.”"
    assert [one.speaker.name for one in read_statement(text, known) if one.speaker] == [
        "Duncan Crabtree-Ireland",
        "Greg Hessinger",
    ]


def test_a_person_counts_before_the_party(known: EntryContext) -> None:
    (one,) = read_statement("“We will not accept that,” SAG-AFTRA negotiator Duncan Crabtree-Ireland said.", known)
    assert one.speaker == known.persons[0]


def test_a_name_inside_the_words_does_not_make_a_speaker(known: EntryContext) -> None:
    (one,) = read_statement("“We will ask Greg Hessinger about that.”", known, known.parties[0])
    assert (one.speaker, one.name, one.sure) == (None, "", False)


def test_words_of_somebody_unknown_are_given_to_nobody_who_is_known(known: EntryContext) -> None:
    (one,) = read_statement("“We will not accept that,” said Jo Roe, the treasurer.", known, known.parties[0])
    assert (one.speaker, one.name, one.said_by) == (None, "Jo Roe", "said Jo Roe")


def test_news_copy_without_blank_lines_has_a_paragraph_a_line(known: EntryContext) -> None:
    told = "The parties met on Monday for a second long day of talks in Los Angeles, and both went home late without a deal."
    text = "\n".join(
        (told, f"Greg Hessinger said he hoped for more. {told}", "“We stand with all of them in this,” it said.")
    )
    (one,) = read_statement(text, known)
    assert one.speaker is None


def test_a_quotation_wrapped_by_hand_is_whole(known: EntryContext) -> None:
    (one,) = read_statement("“We stand with them.\nAll of them,” Greg Hessinger\nsaid.", known)
    assert (one.words, one.speaker) == ("We stand with them.\nAll of them", known.persons[1])


def test_a_statement_without_marks_is_the_partys_own(known: EntryContext) -> None:
    text = "The guild stands with its members.\n\nIt will say more on Monday.\n\n###"
    assert [(one.words, one.speaker) for one in read_statement(text, known, known.parties[2])] == [
        ("The guild stands with its members.", known.parties[2]),
        ("It will say more on Monday.", known.parties[2]),
    ]
    assert read_statement(text, known) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hessinger began. “We go, he told them.\n\n“Yes, we have heard that,” Crabtree-Ireland said.", "not closed"),
        ("“We go,” Hessinger said. “We have come far.\n\n“We stay,” Crabtree-Ireland said.", "several paragraphs"),
        ("Hessinger said: “We go.\n\nWe will be back.\n\nThey know it.”", "without its mark being opened again"),
        ("We go,” Hessinger said.", "not opened"),
        ("Hessinger said “he called “no deal” a bluff.”", "inside each other"),
        ("Hessinger said ‘the members’ and went.", "apostrophe"),
        ("Hessinger said: “We should <em>not</em> go.”", "markup"),
        ("Hessinger said: “We are [never](http://x.org) going.”", "markup"),
    ],
)
def test_marks_that_may_be_read_in_two_ways_are_never_sure(text: str, why: str, known: EntryContext) -> None:
    found = read_statement(text, known)
    assert why in " ".join(one.why for one in found)
    assert not [one for one in found if one.sure]


def test_few_words_that_nobody_is_said_to_have_said_are_listed_and_left_out(known: EntryContext) -> None:
    term, said, asked = read_statement("The “final offer” is none. “No deal,” said Hessinger.\n\n“Will you go?”", known)
    assert (term.taken, term.why) == (False, "few words, which nobody is said to have said: a term or a title?")
    assert (said.taken, said.sure, said.speaker) == (True, True, known.persons[1])
    assert (asked.taken, asked.sure) == (True, False)


DIALOGUE = "Duncan Crabtree-Ireland replied: ‘Yes, of course.’ Greg Hessinger asked: ‘Will there be a strike?’"


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        DIALOGUE,
        DIALOGUE.replace("‘", "'").replace("’", "'"),
        "Duncan Crabtree-Ireland: We are not going.\nGreg Hessinger: How long can you hold out?",
        "DUNCAN CRABTREE-IRELAND, DIRECTOR (on camera): We are not going.\nHESSINGER: How long?\nGREG HESSINGER: Yes?",
        "Duncan Crabtree-Ireland  0:05\nWe are not going.\n\nGreg Hessinger  0:14\nHow long can you hold out?",
        "WEBVTT\n\n00:05.000 --> 00:07.000\n<v Duncan Crabtree-Ireland>We go.</v>\n<v Greg Hessinger>How long?</v>",
        "1\n00:00:05,000 --> 00:00:07,000\nDuncan Crabtree-Ireland: We go.\n\n2\n00:00:07,000 --> 00:00:09,000\nGreg Hessinger: How?",
    ],
)  # fmt: skip
def test_a_name_in_the_field_makes_nobodys_words_theirs(text: str, named: bool, known: EntryContext) -> None:
    found = read_statement(text, known, known.parties[2] if named else None)
    assert [one.speaker for one in found][:2] == list(known.persons[:2])
    assert all(one.sure for one in found if one.speaker in known.persons[:2])


@pytest.mark.parametrize(
    "text",
    [
        "Q. How long can the members hold out?\nA. We are not going to accept that contract.",
        "Q: How long can the members hold out?\nA: We are not going to accept that contract.",
        "[00:00:00.000 --> 00:00:03.440]  We are not going to accept\n[00:00:03.440 --> 00:00:07.100]  How long is that?",
        "1\n00:00:05,000 --> 00:00:07,000\n- Will you accept the offer?\n- We are not going to accept\n",
        "(speaker 0) We are not going to accept\n(speaker 1) How long can you hold out?",
        "    Ms. Ortiz. Thank you, Mr. Chairman. We are going.\n    Mr. Ito of Texas. How long can you hold out?",
        ">> HOW LONG CAN YOU HOLD OUT?\n>> AS LONG AS IT TAKES TO GET IT.",
        "Ortiz: We are not going to accept it.",
        ">We should never be the first to blink.\n\nHessinger wrote.",
        "Greg Hessinger said:\n\nWe will not accept that offer at all.",
        "Greg Hessinger said that he would not accept it.",
        "We are not going to accept it.\n\n— Greg Hessinger",
        "Hessinger wrote ❝We are not going to accept it.❞",
        "          We are not going to accept\n     a contract\n                                   15\n     of that kind.",
    ],
)
def test_a_name_in_the_field_is_not_sure_where_another_may_speak(text: str, known: EntryContext) -> None:
    found = read_statement(text, known, known.parties[2])
    assert found
    assert not [one for one in found if one.sure]


def test_a_turn_of_a_transcript_has_its_time_and_those_who_are_not_of_the_desk_are_left_out(
    known: EntryContext,
) -> None:
    asked, said = read_statement(
        "Ann Poe (00:05):\nHow long?\n\nGreg Hessinger (01:02:16):\nAs long as it takes.", known
    )
    assert (asked.name, asked.taken) == ("Ann Poe", False)
    assert (said.speaker, said.taken, said.locator) == (known.persons[1], True, "01:02:16")


def test_a_statement_is_led_in_by_the_line_before_it(known: EntryContext) -> None:
    for lead in ("The AMPTP today issued the following statement regarding the talks:", "Statement from AMPTP:"):
        (one,) = read_statement(f"{lead}\n\n“We remain committed. Our latest offer stands.”", known)
        assert (one.speaker, one.sure) == (known.parties[1], True)


@pytest.mark.parametrize("part", ["“", "“a\n\n", "‘a ", "a” ", "“a “b ", '"a " b ', "“a” he said. ", "“a\n\nb\n\n"])
def test_a_long_text_of_nothing_but_marks_is_read_in_time(part: str, known: EntryContext) -> None:
    began = time.process_time()
    read_statement(part * (20_000 // len(part)), known)
    once = time.process_time() - began
    began = time.process_time()
    read_statement(part * (80_000 // len(part)), known)
    assert time.process_time() - began < 12 * once + 0.5


GO = "“We will not go.”"


@pytest.mark.parametrize(
    "text",
    [
        f"Jo Roe, speaking for Al Poe, said: {GO}",
        "“We will not go,” Jo Roe said, using the words of Al Poe.",
        "“We will not go,” Jo Roe said he was told.",
        "“We will not go,” Jo Roe said his father used to say.",
        "“We will not go,” Jo Roe recalled Al Poe saying.",
        f"Jo Roe recalled being told {GO}",
        "Jo Roe says the members think “we are done.”",
        f"Jo Roe denies she said {GO}",
        f"Nobody heard Jo Roe say {GO}",
        "Did Jo Roe say “We will not go”?",
        f"It was Al Poe, not Jo Roe, who said {GO}",
        "Jo Roe said the slogan “We will go” is old.",
        "Jo Roe wrote the song “We Will Go Home Tonight.”",
        f"Jo Roe shared a post that said {GO}",
        f"JOINT STATEMENT\n\nThe AMPTP today issued the following statement:\n\n{GO}",
        f"Jo Roe as well as Al Poe said {GO}",
        f"Jo Roe, as did Al Poe, said {GO}",
        f"With Jo Roe, Al Poe said: {GO}",
        "Jo Roe’s son was there. “We will not go,” he said.",
        "Jo Roe arrived at nine. A member stopped her. “We will not go,” she said.",
        "Jo and Al Roe were there. “We will not go,” Roe said.",
        "“We will not go,” Hessinger said. Ann Hessinger spoke first.",
    ],
)
def test_words_that_may_be_anothers_are_never_sure(text: str, known: EntryContext) -> None:
    assert [one.words for one in read_statement(text, known) if one.sure] == []


def test_what_comes_behind_a_question_may_be_its_answer(known: EntryContext) -> None:
    asked, answer = read_statement("“Do you accept?” Greg Hessinger asked. “No, never.”", known)
    assert (asked.sure, answer.sure) == (True, False)


@pytest.mark.parametrize(
    "turn",
    [
        "We go. AL POE: Do you?",
        "We go. Al Poe | DGA: Do you?",
        "We go. >> Do you?",
        "We go. - Do you?",
        "We go. [Al Poe: No.] We do.",
        "We go. (AL POE: No!) We do.",
        "We (not?) go.",
        "We ____ go.",
        "Here it is. (BEGIN VIDEO CLIP) We go. (END VIDEO CLIP)",
        "“We will go.”",
        "> We will go.",
    ],
)
def test_a_turn_with_another_voice_or_a_note_in_it_is_never_sure(turn: str, known: EntryContext) -> None:
    plain = f"Jo Roe: {turn}\n\nAl Poe: Thank you.\n\nJo Roe: Yes.\n"
    captions = f"WEBVTT\n\n00:01.000 --> 00:02.000\nJo Roe: {turn}\n\n00:03.000 --> 00:04.000\nAl Poe: Thank you.\n"
    for text in (plain, captions):
        found = read_statement(text, known)
        assert (found[0].sure, any(one.sure for one in found[1:])) == (False, True)


@pytest.mark.parametrize(
    "captions",
    [
        "Jo Roe: We go.\n\n00:03.000 --> 00:04.000\nDo you?",
        "<v Jo Roe>We go.</v> Do you?",
        "<v Jo Roe>We go.</v>\n\n00:03.000 --> 00:04.000\nDo you?",
    ],
)
def test_a_caption_that_names_nobody_after_a_sentences_end_is_not_surely_the_last_ones(
    captions: str, known: EntryContext
) -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{captions}\n\n00:05.000 --> 00:06.000\nAl Poe: Thank you.\n"
    assert [one.words for one in read_statement(text, known) if one.sure] == ["We go.", "Thank you."]


def test_a_name_that_the_transcript_guesses_is_nobodys(known: EntryContext) -> None:
    text = "Jo Roe (?): We go.\n\nAl Poe: Thank you.\n\nJo Roe [probably]: Yes.\n\nMultiple Speakers: No.\n"
    assert [one.words for one in read_statement(text, known) if one.sure] == ["Thank you."]


def test_nothing_is_sure_of_what_is_not_read_for_certain(known: EntryContext) -> None:
    (one,) = read_statement(f"Greg Hessinger said: {GO}", known, doubt="it is not read")
    assert (one.sure, one.why) == (False, "it is not read")


@pytest.mark.parametrize("marks", ["❝{}❞", "「{}」", "″{}″", "&ldquo;{}&rdquo;", "<q>{}</q>"])
def test_words_in_marks_that_are_not_read_are_there_to_be_looked_at(marks: str, known: EntryContext) -> None:
    (one,) = read_statement(f"The talks went on.\n\nGreg Hessinger said: {marks.format('We will not go.')}", known)
    assert ("We will not go." in one.words, one.speaker, one.sure) == (True, None, False)
