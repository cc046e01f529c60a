"""The forms for negotiations and what is on their tables."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, OneOf, Passage, When, Yes, kept_date, words_of
from desk.app.forms.references import AnIssue, AParty, ASource, Parties, SomeTalks, by_id
from desk.app.forms.version import Preset
from desk.app.lines.context import EntryContext
from desk.model.dates.value import UNDATED
from desk.model.enums import Certainty, PositionKind
from desk.model.errors import InputError
from desk.model.records import Issue, Negotiation, Position
from desk.store.store import Store

_NAME = Field(name="name", label="Name", reader=Line(), needed=True, hint="SAG-AFTRA 2026")
_CODE = Field(name="code", label="Code", reader=Line(), hint="What is typed after talks: (empty: made of the name)")
_PARTIES = Field(name="parties", label="Parties", reader=Parties(), hint="With commas, in the order of the columns.")
_ARCHIVED = Field(name="archived", label="Archived", reader=Yes(), hint="yes: over, kept for comparison")


def _load_negotiation(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    talks = store.talks.negotiation(row_id)
    parties = tuple(store.people.party(party_id) for party_id in talks.party_ids)
    return {
        **written(_NAME, talks.name, known),
        **written(_CODE, talks.code, known),
        **written(_PARTIES, parties, known),
        **written(_ARCHIVED, talks.archived, known),
    }


def _save_negotiation(store: Store, filled: Filled) -> int:
    talks = Negotiation(
        id=filled.row_id,
        name=filled[_NAME],
        code=filled[_CODE],
        party_ids=tuple(one.id for one in filled[_PARTIES] if one.id is not None),
        archived=filled[_ARCHIVED],
    )
    if filled.row_id is None:
        return store.talks.add_negotiation(talks)
    store.talks.edit_negotiation(talks)
    return filled.row_id


NEGOTIATION = Form(
    kind="negotiation",
    noun="negotiation",
    add_title="Start talks",
    edit_title="Edit the talks",
    fields=(_NAME, _PARTIES, _CODE, _ARCHIVED),
    load=_load_negotiation,
    save=_save_negotiation,
)

_TALKS = Field(name="talks", label="Talks", reader=SomeTalks(), needed=True, preset="negotiation_id")
_ISSUE_NAME = Field(name="issue", label="Issue", reader=Line(), needed=True, hint="Health and pension")
_RANK: Field[int] = Field(
    name="rank",
    label="Place",
    reader=OneOf(0, {str(number): number for number in range(1, 100)}),
    hint="Its line on the table, from 1; empty: the last",
)


def _start_in_view(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    return written(_TALKS, by_id(known.negotiations, known.talks), known)


def _issue(store: Store, row_id: int) -> Issue:
    found = by_id(store.talks.issues(), row_id)
    if found is None:
        raise InputError("that issue is not there any more")
    return found


def _load_issue(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    issue = _issue(store, row_id)
    return {
        **written(_ISSUE_NAME, issue.name, known),
        **written(_TALKS, by_id(known.negotiations, issue.negotiation_id), known),
        **written(_RANK, issue.rank, known),
    }


def _save_issue(store: Store, filled: Filled) -> int:
    talks = filled[_TALKS]
    assert talks is not None
    assert talks.id is not None
    rank = filled[_RANK] or (_issue(store, filled.row_id).rank if filled.row_id is not None else 0)
    issue = Issue(id=filled.row_id, negotiation_id=talks.id, name=filled[_ISSUE_NAME], rank=rank)
    if filled.row_id is None:
        return store.talks.add_issue(issue)
    store.talks.edit_issue(issue)
    return filled.row_id


ISSUE = Form(
    kind="issue",
    noun="issue",
    fields=(_ISSUE_NAME, _TALKS, _RANK),
    load=_load_issue,
    start=_start_in_view,
    save=_save_issue,
)

_ON_ISSUE = Field(name="issue", label="Issue", reader=AnIssue(), needed=True, preset="issue_id")
_PARTY = Field(name="party", label="Party", reader=AParty(), needed=True, preset="party_id")
_OPTIONAL_TALKS = Field(name="talks", label="Talks", reader=SomeTalks(), preset="negotiation_id")
_KIND: Field[PositionKind] = Field(
    name="kind",
    label="Known how",
    reader=OneOf(PositionKind.STATED, words_of(PositionKind)),
    needed=True,
    hint="stated · characterised by other · reported unnamed · document · no public position",
)
_WORDS = Field(name="words", label="They want", reader=Passage(), hint="In your words; a quote has its own place.")
_DATE = Field(name="date", label="Date", reader=When(UNDATED, "past"), hint="Empty: undated.")
_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")


def _start_position(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    issue_id = preset.get("issue_id")
    issue = by_id(known.issues, issue_id if isinstance(issue_id, int) else None)
    talks = by_id(known.negotiations, issue.negotiation_id if issue else known.talks)
    return written(_OPTIONAL_TALKS, talks, known)


def _load_position(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    position = store.talks.position(row_id)
    issue = by_id(known.issues, position.issue_id)
    return {
        **written(_ON_ISSUE, issue, known),
        **written(_OPTIONAL_TALKS, by_id(known.negotiations, issue.negotiation_id if issue else None), known),
        **written(_PARTY, store.people.party(position.party_id), known),
        **written(_KIND, position.kind, known),
        **written(_WORDS, position.words, known),
        **written(_DATE, position.date, known),
        **written(_SOURCE, by_id(known.sources, position.source_id), known),
    }


def _save_position(store: Store, filled: Filled) -> int:
    issue, party, source = filled[_ON_ISSUE], filled[_PARTY], filled[_SOURCE]
    date = replace(filled[_DATE], certainty=Certainty.OCCURRED)
    assert issue is not None
    assert issue.id is not None
    assert party is not None
    assert party.id is not None
    return store.talks.add_position(
        Position(
            issue_id=issue.id,
            party_id=party.id,
            kind=filled[_KIND],
            words=filled[_WORDS],
            date=kept_date(date, store.talks.position(filled.row_id).date) if filled.row_id is not None else date,
            source_id=source.id if source else None,
            corrects=filled.row_id,
        )
    )


POSITION = Form(
    kind="position",
    noun="position",
    fields=(_OPTIONAL_TALKS, _ON_ISSUE, _PARTY, _KIND, _WORDS, _DATE, _SOURCE),
    load=_load_position,
    start=_start_position,
    save=_save_position,
)
