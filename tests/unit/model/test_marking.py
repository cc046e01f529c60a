"""Green is what was seen: never the story's own word."""

from __future__ import annotations

import pytest

from desk.model.errors import InputError
from desk.model.marking import insist_on_evidence, is_the_story
from desk.model.quoted import Source
from desk.model.records import Story
from desk.model.words import SourceKind, Tier

STORY = Story(slug="week-one", headline="The first week of talks", draft="week-one.md")
CALENDAR = Source(code="S2", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="The guild's calendar")
REPORT = Source(code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY, title="A week in")
OWN = Source(code="S9", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY, title="The First Week of Talks")
WORDS = "talks begin March 6"


@pytest.mark.parametrize(
    ("evidence", "source"),
    [("", CALENDAR), ("the calendar, March page", None), ("and the calendar says so", REPORT), ("seen", CALENDAR)],
)
def test_green_rests_on_what_was_looked_at(evidence: str, source: Source | None) -> None:
    insist_on_evidence(evidence, source, STORY, WORDS)


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
    ],
)
def test_the_story_is_no_evidence_for_itself(evidence: str, source: Source | None, field: str) -> None:
    with pytest.raises(InputError) as raised:
        insist_on_evidence(evidence, source, STORY, WORDS)
    assert raised.value.where == field


def test_the_draft_is_known_by_what_it_holds_whatever_it_is_called() -> None:
    kept = Source(code="S3", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="Notes", sha256="a" * 64)
    assert is_the_story(kept, STORY, "a" * 64)
    assert not is_the_story(kept, STORY, "b" * 64)
    assert not is_the_story(kept, STORY)
