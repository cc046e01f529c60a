"""Green is what was seen: never the story's own word."""

from __future__ import annotations

import pytest

from desk.model.checks import check_evidence, is_the_story
from desk.model.enums import SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.quotes import Source
from desk.model.records import Story

STORY = Story(slug="week-one", headline="The first week of talks", draft="week-one.md")
CALENDAR = Source(code="S2", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="The guild's calendar")
REPORT = Source(code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY, title="A week in")
SECOND = Source(
    code="S4",
    kind=SourceKind.PUBLISHED_REPORT,
    tier=Tier.SECONDARY,
    title="A week in, again",
    outlet="TheWrap",
    url="https://wrap.example/a-week-in",
)
OWN = Source(code="S9", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY, title="The First Week of Talks")
WORDS = "talks begin March 6"


@pytest.mark.parametrize(
    ("evidence", "source"),
    [
        ("", CALENDAR),
        ("the calendar, March page", None),
        ("and the calendar says so", REPORT),
        ("seen", CALENDAR),
        ("S2", None),
        ("S1, and the guild's calendar says so", None),
        ("week one of the calendar", None),
        ("called the press office of the guild", None),
        ("https://guild.example/calendar/march", None),
    ],
)
def test_green_rests_on_what_was_looked_at(evidence: str, source: Source | None) -> None:
    check_evidence(evidence, source, STORY, WORDS, sources=(CALENDAR, REPORT))


@pytest.mark.parametrize(
    ("evidence", "source", "field"),
    [
        ("", None, "evidence"),
        ("", REPORT, "evidence"),
        ("I read it again", OWN, "source"),
        ("", OWN, "source"),
        ("Talks begin: March 6.", None, "evidence"),
        ("the story", None, "evidence"),
        ("Week one", CALENDAR, "evidence"),
        ("WEEK–ONE", None, "evidence"),
        ("weekone", None, "evidence"),
        ("see week_one.md, line 12", None, "evidence"),
        ("~/drafts/Week-One.MD", None, "evidence"),
        ("C:\\drafts\\week-one.md", None, "evidence"),
        ("https://paper.example/2026/02/14/week-one.html", None, "evidence"),
        ("https://paper.example/the%20first%20week%20of%20talks?utm=x", None, "evidence"),
        ("as my own draft says", None, "evidence"),
        ("The F\u0131rst Week of Talks".replace("\u0131", "i\u0301"), None, "evidence"),
        ("wee\u00adk one", None, "evidence"),
        ("checked, ok", None, "evidence"),
        ("S9", None, "evidence"),
    ],
)
def test_the_story_is_no_evidence_for_itself(evidence: str, source: Source | None, field: str) -> None:
    with pytest.raises(InputError) as raised:
        check_evidence(evidence, source, STORY, WORDS, sources=(CALENDAR, REPORT, OWN))
    assert raised.value.where == field


@pytest.mark.parametrize(
    ("evidence", "source"),
    [
        ("S1", None),
        ("per S1", None),
        ("S1", REPORT),
        ("confirmed", REPORT),
        ("the report says so", REPORT),
        ("A Week In", None),
        ("the Wrap", None),
        ("according to TheWrap (https://wrap.example/a-week-in)", None),
        ("S1 and S4 agree", None),
        ("S4 says so too", REPORT),
    ],
)
def test_what_only_published_reports_say_is_amber_however_they_are_named(evidence: str, source: Source | None) -> None:
    with pytest.raises(InputError, match="what only a report says is amber"):
        check_evidence(evidence, source, STORY, WORDS, sources=(CALENDAR, REPORT, SECOND))


@pytest.mark.parametrize(
    "source",
    [
        Source(code="S7", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, url="https://paper.example/news/week-one/"),
        Source(code="S7", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, url="file:///home/ann/drafts/week-one.md"),
        Source(code="S7", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="Week One (draft 2)"),
        Source(code="weekone", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY),
        Source(code="S7", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="My story: the first week of talks"),
    ],
)
def test_the_story_is_known_in_a_source_by_its_address_and_other_spellings(source: Source) -> None:
    assert is_the_story(source, STORY)


def test_the_draft_is_known_by_what_it_holds_whatever_it_is_called() -> None:
    kept = Source(code="S3", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="Notes", sha256="a" * 64)
    assert is_the_story(kept, STORY, "a" * 64)
    assert not is_the_story(kept, STORY, "b" * 64)
    assert not is_the_story(kept, STORY)


def test_a_short_slug_stands_in_many_an_address_that_is_not_the_story() -> None:
    check_evidence("https://guild.example/deal/march", None, Story(slug="deal"), WORDS)
