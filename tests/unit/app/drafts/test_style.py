"""House style, stamps, and weekdays that do not fit their dates."""

from __future__ import annotations

from datetime import date

import pytest

from desk.app.drafts.style import familiar, no_comment, stamps, weekdays
from desk.prose.quotations import read_quotations

TODAY = date(2026, 2, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("according to a person familiar.", ["person familiar"]),
        ("two people familiar, who asked for nothing, said", ["people familiar"]),
        ("a source who is familiar said", ["source who is familiar"]),
        ("according to a person familiar with the schedule", []),
        ("people familiar\nwith the talks", []),
        ("a familiar person", []),
    ],
)
def test_a_person_familiar_says_with_what(text: str, found: list[str]) -> None:
    assert [one.words for one in familiar(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The AMPTP declined to comment, and a person familiar with the talks said no.", 1),
        ("A source said no deal is near. Both sides declined to comment.", 1),
        ("One official, speaking on condition of anonymity, agreed. The union declined comment.", 1),
        # The sentence before or after, over the break of a paragraph.
        ("It ended early, a person familiar with the schedule said.\n\nBoth sides declined to comment.", 1),
        ("Both sides declined to comment.\n\nIt ended early, a person close to the talks said. More.", 1),
        ("A source said no.\n\nThe talks began in May. Both sides declined to comment.", 0),
        ("Sean Astin said no. The AMPTP declined to comment.", 0),
        ("A source said no deal is near.", 0),
    ],
)
def test_a_no_comment_beside_an_unnamed_source(text: str, found: int) -> None:
    read = read_quotations(text)
    assert len(list(no_comment(read.shown, read.blocks))) == found


def test_what_is_said_of_a_no_comment_hints_at_no_side() -> None:
    text = "The AMPTP declined to comment; a person familiar with the union's plans said no."
    read = read_quotations(text)
    (one,) = no_comment(read.shown, read.blocks)
    assert one.words == "declined to comment"
    assert "AMPTP" not in one.sentence
    assert "union" not in one.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on Friday, Feb. 14", "February 14, 2026, is a Saturday, not a Friday."),
        ("on Sat., Feb. 14", ""),
        ("on Saturday, 14 February", ""),
        ("on Friday the 14th of February 2025", ""),
        ("on Friday, Feb. 14, 2025", ""),
        ("on Friday, Nov. 10, 2023", ""),
        ("on Thursday, November 10th, 2023", "November 10, 2023, is a Friday, not a Thursday."),
        # Near the turn of a year the nearest is meant.
        ("on Wednesday, Dec. 31", ""),
        ("on Monday, Feb. 30", "There is no February 30."),
        ("on Sunday, Feb. 29, 2026", "There is no February 29, 2026."),
        ("on Friday of the week of Feb. 9", ""),
        ("Friday’s session, in May 2026", ""),
    ],
)
def test_a_weekday_that_does_not_fit_its_date(text: str, said: str) -> None:
    assert [one.sentence for one in weekdays(text, TODAY)] == ([said] if said else [])


@pytest.mark.parametrize(
    "stamp",
    [
        "[UNVERIFIED]",
        "[CHANGED SINCE CHECKED]",
        "[EMBARGOED until Tue Jun 30, 5 p.m. PT]",
        "[DISPUTED: his office says so]",
        "[per TheWrap; not checked against the original]",
    ],
)
def test_a_stamp_that_still_stands_is_found(stamp: str) -> None:
    text = f"“We stay,” he said. {stamp} More [of the same]."
    assert [text[one.start : one.end] for one in stamps(text)] == [stamp]
