"""The forms for a deadline and for another date of it. A new date never removes an old one."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, OneOf, Passage, When, kept_date, words_of
from desk.app.forms.references import ASource, SomeTalks, by_id
from desk.app.forms.version import Preset
from desk.app.lines.context import EntryContext
from desk.model.dates.show import long
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Basis, Certainty, DeadlineKind, Deed
from desk.model.errors import InputError
from desk.model.records import Deadline, DeadlineDate
from desk.store.store import Store

_NAME = Field(name="name", label="What is due", reader=Line(), needed=True, hint="WGA talks begin")
_KIND: Field[DeadlineKind] = Field(
    name="kind",
    label="Kind",
    reader=OneOf(DeadlineKind.OTHER, words_of(DeadlineKind)),
    hint="talks begin · talks resume · expiry (ends the contract) · vote · filing · publication · other",
)
_TALKS = Field(name="talks", label="Talks", reader=SomeTalks(), preset="negotiation_id")
_DATE = Field(
    name="date",
    label="Date",
    reader=When(UNDATED, "future"),
    needed=True,
    hint="mar 6, jun 30 11:59pm PT, week of feb 16, may, by fri, +3d",
)
_CERTAINTY: Field[Certainty] = Field(
    name="certainty",
    label="Certainty",
    reader=OneOf(Certainty.EXPECTED, words_of(one for one in Certainty if one is not Certainty.SUPERSEDED)),
    hint="empty: expected · scheduled · confirmed",
)
_BASIS: Field[Basis] = Field(
    name="basis",
    label="Date known",
    reader=OneOf(Basis.STATED, words_of(Basis)),
    hint="empty: stated · inferred · derived · statutory",
)
_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")
_LOCATOR = Field(name="locator", label="Where in it", reader=Line(), hint="Paragraph, page, timecode.")
_NOTE = Field(name="note", label="Note", reader=Passage())


def _start(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    return written(_TALKS, by_id(known.negotiations, known.talks), known)


def _value(filled: Filled) -> DateValue:
    return replace(filled[_DATE], certainty=filled[_CERTAINTY], basis=filled[_BASIS])


def _deadline(filled: Filled) -> Deadline:
    talks = filled[_TALKS]
    return Deadline(
        id=filled.row_id,
        name=filled[_NAME],
        kind=filled[_KIND],
        negotiation_id=talks.id if talks else None,
        note=filled[_NOTE],
    )


def _add(store: Store, filled: Filled) -> int:
    source = filled[_SOURCE]
    return store.deadlines.add(
        _deadline(filled), _value(filled), source_id=source.id if source else None, locator=filled[_LOCATOR]
    )


DEADLINE = Form(
    kind="deadline",
    noun="deadline",
    fields=(_NAME, _DATE, _KIND, _TALKS, _CERTAINTY, _SOURCE, _LOCATOR, _BASIS, _NOTE),
    start=_start,
    save=_add,
)


def _load(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    deadline = store.deadlines.get(row_id)
    return {
        **written(_NAME, deadline.name, known),
        **written(_KIND, deadline.kind, known),
        **written(_TALKS, by_id(known.negotiations, deadline.negotiation_id), known),
        **written(_NOTE, deadline.note, known),
    }


def _edit(store: Store, filled: Filled) -> int:
    store.deadlines.edit(_deadline(filled))
    return filled.row_id or 0


#: Editing leaves the dates alone: they have a form of their own.
DEADLINE_EDIT = Form(kind="deadline", noun="deadline", fields=(_NAME, _KIND, _TALKS, _NOTE), load=_load, save=_edit)

_SUPERSEDES: Field[bool] = Field(
    name="supersedes",
    label="Settles it",
    reader=OneOf(empty=False, options={"yes": True, "no": False}),
    hint="yes: the dates from before no longer stand; empty: they stand beside this one",
)


def _parent(filled: Filled) -> int:
    deadline_id = filled.id("deadline_id")
    if deadline_id is None:
        raise InputError("it is not said for which deadline")
    return deadline_id


def _add_date(store: Store, filled: Filled) -> int:
    deadline = store.deadlines.get(_parent(filled))
    source = filled[_SOURCE]
    with store.action(Deed.ADD_DATE, "add another date"):
        if filled[_SUPERSEDES]:
            for old in deadline.dates:
                if old.date.certainty is not Certainty.SUPERSEDED:
                    superseded = replace(old.date, certainty=Certainty.SUPERSEDED)
                    store.deadlines.add_date(replace(old, id=None, date=superseded, corrects=old.id, recorded_at=None))
        return store.deadlines.add_date(
            DeadlineDate(
                deadline_id=deadline.id or 0,
                date=_value(filled),
                source_id=source.id if source else None,
                locator=filled[_LOCATOR],
            )
        )


def _dates_there(store: Store, known: EntryContext, preset: Preset, row_id: int | None) -> dict[str, str]:
    """The dates that there are, which another one may settle."""
    deadline_id = preset.get("deadline_id")
    if not isinstance(deadline_id, int):
        return {}
    return {
        "Its dates": "; ".join(long(one.date, zones=(known.zone,)) for one in store.deadlines.get(deadline_id).dates)
    }


def _load_date(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    old = _one_date(store, row_id)
    return {
        **written(_DATE, old.date, known),
        **written(_ANY_CERTAINTY, old.date.certainty, known),
        **written(_BASIS, old.date.basis, known),
        **written(_SOURCE, by_id(known.sources, old.source_id), known),
        **written(_LOCATOR, old.locator, known),
    }


def _correct_date(store: Store, filled: Filled) -> int:
    old = _one_date(store, filled.row_id)
    source = filled[_SOURCE]
    date = replace(filled[_DATE], certainty=filled[_ANY_CERTAINTY], basis=filled[_BASIS])
    return store.deadlines.add_date(
        DeadlineDate(
            deadline_id=old.deadline_id,
            date=kept_date(date, old.date),
            source_id=source.id if source else None,
            locator=filled[_LOCATOR],
            corrects=old.id,
        )
    )


def _one_date(store: Store, row_id: int | None) -> DeadlineDate:
    for deadline in store.deadlines.all():
        for one in deadline.dates:
            if one.id == row_id:
                return one
    raise InputError("that date is not there any more")


DEADLINE_DATE = Form(
    kind="deadline_date",
    noun="date",
    add_title="Another date; the old one stays",
    fields=(_DATE, _CERTAINTY, _SOURCE, _LOCATOR, _SUPERSEDES, _BASIS),
    also=_dates_there,
    save=_add_date,
)
_ANY_CERTAINTY: Field[Certainty] = Field(
    name="certainty",
    label="Certainty",
    reader=OneOf(Certainty.EXPECTED, words_of(Certainty)),
    hint="expected · scheduled · confirmed · occurred · superseded",
)
DEADLINE_DATE_EDIT = Form(
    kind="deadline_date",
    noun="date",
    fields=(_DATE, _ANY_CERTAINTY, _SOURCE, _LOCATOR, _BASIS),
    load=_load_date,
    save=_correct_date,
)
