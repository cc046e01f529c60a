"""The forms for stories, the lines of their checklists, and the marks on these."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, OneOf, Passage, Yes, words_of
from desk.app.forms.references import ASource, AStory, SomeTalks, by_id
from desk.app.forms.version import Preset
from desk.app.lines.completing import Candidate
from desk.app.lines.context import EntryContext
from desk.model.enums import Mark
from desk.model.errors import InputError
from desk.model.records import Check, CheckMark, Story
from desk.store.store import Store
from desk.store.subjects.conflicts import see_unchanged

_SLUG = Field(name="slug", label="Slug", reader=Line(), needed=True, hint="sag-aftra-week-one")
_HEADLINE = Field(name="headline", label="Headline", reader=Line())
_DRAFT = Field(name="draft", label="Draft file", reader=Line(), hint="The path of the draft; the desk only reads it.")
_TALKS = Field(name="talks", label="Talks", reader=SomeTalks(), preset="negotiation_id")
_ARCHIVED = Field(name="archived", label="Archived", reader=Yes(), hint="yes: published or dropped")


def _start_story(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    return written(_TALKS, by_id(known.negotiations, known.talks), known)


def _load_story(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    story = store.stories.get(row_id)
    return {
        **written(_SLUG, story.slug, known),
        **written(_HEADLINE, story.headline, known),
        **written(_DRAFT, story.draft, known),
        **written(_TALKS, by_id(known.negotiations, story.negotiation_id), known),
        **written(_ARCHIVED, story.archived, known),
    }


def _save_story(store: Store, filled: Filled) -> int:
    talks = filled[_TALKS]
    story = Story(
        id=filled.row_id,
        slug=filled[_SLUG],
        headline=filled[_HEADLINE],
        draft=filled[_DRAFT],
        negotiation_id=talks.id if talks else None,
        archived=filled[_ARCHIVED],
    )
    if filled.row_id is None:
        return store.stories.add(story)
    store.stories.edit(story)
    return filled.row_id


STORY = Form(
    kind="story",
    noun="story",
    fields=(_SLUG, _HEADLINE, _DRAFT, _TALKS, _ARCHIVED),
    load=_load_story,
    start=_start_story,
    save=_save_story,
)

#: What the checks of a story usually are; any other word will do.
CATEGORIES = (
    "quote", "name", "number", "money", "date", "age", "superlative", "attribution", "anonymous source", "place", "event",
    "history", "claim", "style", "url",
)  # fmt: skip


class _Category(Line):
    """Any word, the usual ones completed."""

    def offer(self, text: str, cursor: int, known: EntryContext, others: object) -> tuple[Candidate, ...]:
        begun = text.strip().casefold()
        return tuple(
            Candidate(one, 0, len(text)) for one in CATEGORIES if begun and one.startswith(begun) and one != begun
        )


_WHAT = Field(name="check", label="To check", reader=Line(), needed=True, hint="WGA talks on March 6")
_CATEGORY = Field(
    name="category", label="Category", reader=_Category(), hint="date · name · number · quote · claim · …"
)
_STORY = Field(name="story", label="Story", reader=AStory(), needed=True, preset="story_id")
_DRAFT_WORDS = Field(name="words", label="Words", reader=Passage(), hint="The words of the draft that it covers.")


def _start_check(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    return written(_STORY, store.stories.in_work(), known)


def _load_check(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    check = store.stories.check(row_id)
    return {
        **written(_WHAT, check.what, known),
        **written(_CATEGORY, check.category, known),
        **written(_STORY, by_id(known.stories, check.story_id), known),
        **written(_DRAFT_WORDS, check.words, known),
    }


def _save_check(store: Store, filled: Filled) -> int:
    story = filled[_STORY]
    assert story is not None
    assert story.id is not None
    check = Check(
        id=filled.row_id,
        story_id=story.id,
        what=filled[_WHAT],
        category=filled[_CATEGORY],
        words=filled[_DRAFT_WORDS],
    )
    if filled.row_id is None:
        return store.stories.add_check(check)
    if store.stories.check(filled.row_id).story_id != story.id:
        raise InputError(
            "a check stays with its story", where="story", remedy="Add it to the other story, and withdraw it here."
        )
    store.stories.edit_check(check)
    return filled.row_id


CHECK = Form(
    kind="check",
    noun="check",
    fields=(_WHAT, _CATEGORY, _DRAFT_WORDS, _STORY),
    load=_load_check,
    start=_start_check,
    save=_save_check,
)

_EVIDENCE = Field(
    name="evidence",
    label="Evidence",
    reader=Passage(),
    hint="What was looked at, and what it said. Never the story itself.",
)
_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")
_MARK: Field[Mark] = Field(
    name="mark",
    label="Mark",
    reader=OneOf(Mark.AMBER, words_of(Mark)),
    needed=True,
    hint="red: nobody has looked · amber: one report says so · green: seen myself · n/a",
)


def _check_of(preset: Preset) -> int:
    check_id = preset.get("check_id")
    if not isinstance(check_id, int):
        raise InputError("it is not said which check is marked")
    return check_id


def _start_mark(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    before = store.stories.check(_check_of(preset)).mark
    if before is None:
        return {}
    return {
        **written(_EVIDENCE, before.evidence, known),
        **written(_SOURCE, by_id(known.sources, before.source_id), known),
        **written(_MARK, before.mark, known),
    }


def _save_mark(store: Store, filled: Filled) -> int:
    source = filled[_SOURCE]
    return store.stories.mark(
        CheckMark(
            check_id=_check_of(filled.preset),
            mark=filled[_MARK],
            evidence=filled[_EVIDENCE],
            source_id=source.id if source else None,
        )
    )


CHECK_MARK = Form(
    kind="check_mark",
    noun="mark",
    add_title="Evidence",
    fields=(_EVIDENCE, _SOURCE, _MARK),
    start=_start_mark,
    renews=True,
    save=_save_mark,
)


def mark_again(store: Store, check_id: int, mark: Mark, *, began: Check | None = None) -> int:
    """Give a check another mark, with the evidence that it has. Raises ConflictError where it is not as it was when it
    was read (`began`).
    """
    with store.transaction():
        now = store.stories.check(check_id)
        see_unchanged("check", began, now)
        before = now.mark or CheckMark(check_id=check_id, mark=mark)
        return store.stories.mark(replace(before, id=None, check_id=check_id, mark=mark, who="", recorded_at=None))
