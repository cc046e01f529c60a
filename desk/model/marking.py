"""What a mark of a check may rest on: green is what was seen, and a story is no evidence for itself."""

from __future__ import annotations

import re

from desk.model.errors import InputError
from desk.model.quoted import Source
from desk.model.records import Story
from desk.model.words import SourceKind

_LETTERS = re.compile(r"\w+")


def insist_on_evidence(evidence: str, source: Source | None, story: Story, words: str, draft_sha256: str = "") -> None:
    """Raise InputError, with its field, where this is not enough for green.

    `words` are those of the draft that the check covers; `draft_sha256` is of the story's draft file, where it has one.
    """
    if not evidence and source is None:
        raise InputError(
            "green needs evidence: what was looked at, or which source",
            where="evidence",
            remedy="The story itself is no evidence.",
        )
    if source is not None and is_the_story(source, story, draft_sha256):
        raise InputError(
            f"{source.code} is the story itself, and a story is no evidence for itself",
            where="source",
            remedy="Name what it was checked against, or mark it amber.",
        )
    if source is not None and source.kind is SourceKind.PUBLISHED_REPORT and not evidence:
        raise InputError(
            f"{source.code} is a published report, maybe this story's own: what only a report says is amber",
            where="evidence",
            remedy="Write what was looked at besides it, or mark it amber.",
        )
    if evidence and _plain(evidence) in {
        _plain(one) for one in (words, story.slug, story.headline, "the story") if one
    }:
        raise InputError(
            "this is the story's own word, which is no evidence for itself",
            where="evidence",
            remedy="Write what was looked at, and what it said.",
        )


def is_the_story(source: Source, story: Story, draft_sha256: str = "") -> bool:
    """Whether a source is the story under another name: its draft file, or a thing with its slug or headline."""
    if draft_sha256 and source.sha256 == draft_sha256:
        return True
    own = {_plain(one) for one in (story.slug, story.headline, story.draft) if one}
    return bool(own & {_plain(one) for one in (source.code, source.title, source.url, source.locator) if one})


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold().replace("_", " ")))
