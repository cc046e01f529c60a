"""Green is what was seen: the store lets no check be green by the story itself, however it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.model.enums import Mark, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.records import Check, CheckMark, Source, Story
from desk.store.store import Store


@pytest.fixture
def check(store: Store, tmp_path: Path) -> int:
    """A check of a story that has a draft, beside reports and a calendar."""
    draft = tmp_path / "drafts" / "talks-resume.md"
    draft.parent.mkdir()
    draft.write_text("Talks begin March 6.\n", encoding="utf-8")
    story = store.stories.add(Story(slug="sag-week-one", headline="The first week of talks", draft=str(draft)))
    for code, kind, tier, title in (
        ("S1", SourceKind.PUBLISHED_REPORT, Tier.SECONDARY, "A week in"),
        ("S2", SourceKind.DOCUMENT, Tier.PRIMARY, "The guild's calendar"),
    ):
        store.sources.add(Source(code=code, kind=kind, tier=tier, title=title))
    return store.stories.add_check(Check(story_id=story, what="WGA talks on March 6", words="Talks begin March 6"))


@pytest.mark.parametrize(
    "evidence",
    [
        "sag week one",
        "SAG_Week_One.md",
        "The first week of talks.",
        "drafts/talks-resume.md",
        "the draft",
        "S1",
        "per S1",
    ],
)
def test_naming_the_story_or_a_report_alone_makes_nothing_green(store: Store, check: int, evidence: str) -> None:
    with pytest.raises(InputError):
        store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, evidence=evidence))
    # What one report says is amber.
    store.stories.mark(CheckMark(check_id=check, mark=Mark.AMBER, evidence=evidence))


def test_a_kept_copy_of_the_draft_is_no_evidence_whatever_its_source_is_called(
    store: Store, check: int, tmp_path: Path
) -> None:
    source = store.sources.add(Source(code="notes", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title="Notes"))
    store.evidence.attach(source, tmp_path / "drafts" / "talks-resume.md")
    for evidence in ("", "as there", "notes"):
        with pytest.raises(InputError, match="the story itself"):
            store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, evidence=evidence, source_id=source))
    with pytest.raises(InputError, match="the story itself"):
        store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, evidence="notes"))


def test_what_was_looked_at_makes_it_green(store: Store, check: int) -> None:
    calendar = store.sources.find("S2")
    assert calendar is not None
    store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, source_id=calendar.id))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.GREEN, evidence="S1, and Lee at the guild confirmed it"))
