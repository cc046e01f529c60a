"""Transcripts in the forms in which they are met with."""

from __future__ import annotations

import pytest

from desk.model.errors import InputError
from desk.model.wording.passage import compare
from desk.prose.transcript import Segment, parse, timecode

SRT = """1
00:12:29,100 --> 00:12:31,500
We are not going to

2
00:12:31,500 --> 00:12:34,000
<i>accept</i> a deal
that is not fair

3
00:12:34,000 --> 00:12:36,000
to our members.
"""

VTT = """WEBVTT - day one
Kind: captions

NOTE made by a machine

STYLE
::cue { color: red }

intro
00:05.000 --> 00:07.250 align:start position:0%
<v Duncan Crabtree-Ireland>We won&#39;t accept that.

1:00:07.250 --> 1:00:09.000
<v.loud Reporter 2>Why &amp; when?</v>
"""

ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
We<00:00:01.400><c> are</c><00:00:01.900><c> not</c>

00:00:03.000 --> 00:00:03.010
We are not

00:00:03.010 --> 00:00:05.000
We are not
going<00:00:03.400><c> to</c>
"""

STAMPS_FIRST = """Press conference, Feb. 13

[00:00:05] DUNCAN: We are here.
We will stay.
[00:00:12] REPORTER: For how long?
(1:02:03) DUNCAN: As long as it takes.
"""

NAMES_FIRST = """Duncan Crabtree-Ireland  0:05
We are here.

Speaker 2  0:12
For how long?

Duncan Crabtree-Ireland  1:02:03
As long as it takes.
"""

STAMP_LINES = """00:00:05
DUNCAN: We are here.
00:00:12
REPORTER: For how long?
DUNCAN: Always.
"""


def test_captions_are_one_text_in_which_a_quote_is_found_though_they_cut_it_up() -> None:
    transcript = parse(SRT)
    found = compare(transcript.text, "We are not going to accept a deal that is not fair to our members")
    assert found.same
    assert transcript.locator(found.start, found.end) == "00:12:29"
    assert list(transcript.indices(found.start, found.end)) == [0, 1, 2]


def test_a_quote_from_the_second_caption_has_the_second_timecode() -> None:
    transcript = parse(SRT)
    found = compare(transcript.text, "accept a deal")
    assert transcript.locator(found.start, found.end) == "00:12:31"
    assert transcript.text[slice(*transcript.span(1))] == "accept a deal that is not fair"


@pytest.mark.parametrize(
    "text", [SRT.replace("\n", "\r\n"), SRT.replace("\n\n", "\n"), "\ufeff" + SRT, SRT.replace(",", ".")]
)
def test_captions_with_other_line_ends_or_none_between_are_the_same(text: str) -> None:
    assert parse(text).segments == parse(SRT).segments


def test_a_caption_that_is_a_number_is_words() -> None:
    assert [one.words for one in parse(SRT.replace("to our members.", "2026")).segments][-1] == "2026"


def test_webvtt_with_voices_notes_and_styles() -> None:
    assert parse(VTT).segments == (
        Segment("We won't accept that.", 5.0, "Duncan Crabtree-Ireland"),
        Segment("Why & when?", 3607.25, "Reporter 2"),
    )


def test_captions_that_roll_say_each_line_once() -> None:
    assert parse(ROLLING).text == "We are not going to"


def test_a_word_said_twice_is_not_lost_where_captions_do_not_roll() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    assert parse(text).text == "No. No."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            STAMPS_FIRST,
            [("Press conference, Feb. 13", None, ""), ("We are here. We will stay.", 5.0, "DUNCAN"),
             ("For how long?", 12.0, "REPORTER"), ("As long as it takes.", 3723.0, "DUNCAN")],
        ),
        (
            NAMES_FIRST,
            [("We are here.", 5.0, "Duncan Crabtree-Ireland"), ("For how long?", 12.0, "Speaker 2"),
             ("As long as it takes.", 3723.0, "Duncan Crabtree-Ireland")],
        ),
        (
            STAMP_LINES,
            [("We are here.", 5.0, "DUNCAN"), ("For how long?", 12.0, "REPORTER"), ("Always.", None, "DUNCAN")],
        ),
        ("DUNCAN: We are here.\nREPORTER: Why?", [("We are here.", None, "DUNCAN"), ("Why?", None, "REPORTER")]),
    ],
)  # fmt: skip
def test_plain_text_with_timecodes_and_speakers(text: str, expected: list[tuple[str, float | None, str]]) -> None:
    assert [(one.words, one.start, one.speaker) for one in parse(text).segments] == expected


def test_whose_words_a_stretch_has() -> None:
    transcript = parse(STAMPS_FIRST)
    whole = transcript.text
    assert transcript.speakers(whole.index("We will"), whole.index("For")) == ("DUNCAN",)
    assert transcript.speakers(whole.index("We will"), whole.index("how long")) == ("DUNCAN", "REPORTER")
    assert transcript.locator(whole.index("how long"), len(whole)) == "00:00:12"


def test_a_press_release_is_paragraphs_and_its_contact_is_no_speaker() -> None:
    release = (
        "Contact: Press office\nPhone: 555 0100\n\n“We stand in\nsolidarity,” the guild said.\n\n5:00 p.m. is the hour."
    )
    transcript = parse(release, spoken=False)
    assert [one.speaker for one in transcript.segments] == ["", "", ""]
    assert transcript.segments[1].words == "“We stand in solidarity,” the guild said."
    found = compare(transcript.text, "We stand in solidarity")
    assert transcript.locator(found.start, found.end) == "¶2"


def test_a_time_of_day_is_no_timecode() -> None:
    text = "5:00 p.m. The session ends.\n\n9:00 AM It begins."
    assert parse(text).text == text


@pytest.mark.parametrize("text", ["", "  \n", "WEBVTT\n\nNOTE nothing", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_a_transcript_without_words_is_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="no words"):
        parse(text)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00:00"), (751.9, "00:12:31"), (3723, "01:02:03"), (360_000, "100:00:00")]
)
def test_a_timecode_as_it_is_noted(seconds: float, shown: str) -> None:
    assert timecode(seconds) == shown
