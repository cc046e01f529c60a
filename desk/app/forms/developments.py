"""The form for a development: what the log line takes, a field each."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, MaybeWhen, Moment, OneOf, Passage, kept_date, stands, words_of
from desk.app.forms.references import AnIssue, ASource, People, SeveralTalks, WhoWasAsked, by_id
from desk.app.forms.version import Preset
from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import is_ahead, today_of
from desk.model.dates.parse import Instant
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import AXIS_VALUES, Axis, Basis, Certainty, DevelopmentKind, plain
from desk.model.errors import InputError
from desk.model.records import Development, Embargo, Party, Person
from desk.store.store import Store

_WORDS = Field(name="words", label="What happened", reader=Passage(), needed=True)
_KIND: Field[DevelopmentKind] = Field(
    name="kind",
    label="Kind",
    reader=OneOf(DevelopmentKind.STATEMENT, words_of(DevelopmentKind)),
    needed=True,
    hint="session · statement · proposal · comment sought · vote · filing · schedule · action · claim",
)
_DATE = Field(
    name="date",
    label="Date",
    reader=MaybeWhen("past"),
    hint="Empty: today, not stated. fri, feb 9 to feb 13, may, undated",
)
_CERTAINTY: Field[Certainty | None] = Field(
    name="certainty",
    label="Certainty",
    reader=OneOf(None, {plain(one): one for one in Certainty}),
    hint="empty: occurred, or expected where it is ahead · scheduled · confirmed",
)
_BASIS: Field[Basis] = Field(
    name="basis",
    label="Date known",
    reader=OneOf(Basis.STATED, words_of(Basis)),
    hint="empty: stated · inferred · derived · statutory",
)
_TALKS = Field(name="talks", label="Talks", reader=SeveralTalks(), preset="negotiation_id", hint="Empty: in none.")
_ABOUT = Field(name="about", label="About", reader=People(), hint="Parties and people, with commas.")
_ISSUE = Field(name="issue", label="Issue", reader=AnIssue(), preset="issue_id")
_ASKED = Field(
    name="asked",
    label="Asked",
    reader=WhoWasAsked(),
    hint="For a comment sought: AMPTP: declined, Hessinger: pending by phone",
)
_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")
_LOCATOR = Field(name="locator", label="Where in it", reader=Line(), hint="Paragraph, page, timecode.")
_EMBARGO: Field[Instant | None] = Field(
    name="embargo", label="Embargo until", reader=Moment(), hint="fri 5pm, mar 6 9am ET; empty: none of its own"
)


def _axis(axis: Axis) -> Field[str]:
    words = {plain(value): value for value in AXIS_VALUES[axis]}
    hint = "Only where this moves it: " + " · ".join(list(words)[1:])
    return Field(name=axis.value, label=axis.value.capitalize(), reader=OneOf("", words), hint=hint)


_AXES = {axis: _axis(axis) for axis in Axis}


def _start(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    talks = by_id(known.negotiations, known.talks)
    return written(_TALKS, (talks,) if talks else (), known)


def _embargo(store: Store, row_id: int) -> Embargo | None:
    """What stands on the development itself, or on what it corrects; its source's is the source's."""
    embargoes = store.sources.embargoes(development_id=row_id)
    return embargoes[-1] if embargoes and not embargoes[-1].lifted else None


def _load(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    one = store.developments.get(row_id)
    who: list[Party | Person] = [store.people.party(party_id) for party_id in one.party_ids]
    who += [store.people.person(person_id) for person_id in one.person_ids]
    talks = [found for row in one.negotiation_ids if (found := by_id(known.negotiations, row)) is not None]
    axes = dict(one.axes)
    return {
        **written(_WORDS, one.words, known),
        **written(_KIND, one.kind, known),
        **written(_DATE, one.date, known),
        **written(_CERTAINTY, one.date.certainty, known),
        **written(_BASIS, one.date.basis, known),
        **written(_TALKS, tuple(talks), known),
        **{
            key: text
            for axis, field in _AXES.items()
            for key, text in written(field, axes.get(axis, ""), known).items()
        },
        **written(_ABOUT, tuple(who), known),
        **written(_ISSUE, by_id(known.issues, one.issue_id), known),
        **written(_ASKED, one.asked, known),
        **written(_EMBARGO, Instant(own.until, own.zone) if (own := _embargo(store, row_id)) else None, known),
        **written(_SOURCE, by_id(known.sources, one.source_id), known),
        **written(_LOCATOR, one.locator, known),
    }


def _date(filled: Filled) -> DateValue:
    """The date. Where none is given, what happened is taken as of today, by inference, and the rest is undated; what is
    ahead has not occurred.
    """
    known, value, basis = filled.known, filled[_DATE], filled[_BASIS]
    certainty = filled[_CERTAINTY]
    if value is None:
        value = UNDATED if certainty in (Certainty.EXPECTED, Certainty.SCHEDULED) else today_of(known)
        basis = value.basis if basis is Basis.STATED else basis
    ahead = is_ahead(value, known)
    if certainty is Certainty.OCCURRED and ahead:
        raise InputError(
            "what is ahead has not occurred", where="certainty", remedy="Leave it empty, or mend the date."
        )
    usual = Certainty.EXPECTED if ahead else Certainty.OCCURRED
    return replace(value, certainty=certainty or usual, basis=basis)


def _date_of(store: Store, filled: Filled) -> DateValue:
    """The same; where it is edited and not changed, in the zone in which it was given."""
    value = _date(filled)
    return kept_date(value, store.developments.get(filled.row_id).date) if filled.row_id is not None else value


def _save(store: Store, filled: Filled) -> int:
    kind, asked = filled[_KIND], filled[_ASKED]
    if asked and kind is not DevelopmentKind.COMMENT_SOUGHT:
        raise InputError(
            "those asked go with a comment sought", where="asked", remedy="Change the kind, or empty this."
        )
    if kind is DevelopmentKind.COMMENT_SOUGHT and not asked:
        raise InputError("who was asked is missing", where="asked", remedy="AMPTP: declined")
    issue, source, about = filled[_ISSUE], filled[_SOURCE], filled[_ABOUT]
    before = _embargo(store, filled.row_id) if filled.row_id is not None else None
    development = Development(
        kind=kind,
        words=filled[_WORDS],
        date=_date_of(store, filled),
        negotiation_ids=tuple(one.id for one in filled[_TALKS] if one.id is not None),
        axes=tuple((axis, filled[field]) for axis, field in _AXES.items() if filled[field]),
        party_ids=tuple(one.id for one in about if isinstance(one, Party) and one.id is not None),
        person_ids=tuple(one.id for one in about if isinstance(one, Person) and one.id is not None),
        issue_id=issue.id if issue else None,
        asked=asked,
        source_id=source.id if source else None,
        locator=filled[_LOCATOR],
        corrects=filled.row_id,
    )
    return store.developments.log(development, embargo=_changed_embargo(before, filled[_EMBARGO]))


def _changed_embargo(before: Embargo | None, until: Instant | None) -> Embargo | None:
    """What is to be written down: nothing where it stands as it did, since a correction inherits it."""
    if until is None:
        return replace(before, id=None, lifted=True, corrects=before.id, recorded_at=None) if before else None
    if before is not None and stands(before, until):
        return None
    return Embargo(until=until.moment, zone=until.zone, corrects=before.id if before else None)


DEVELOPMENT = Form(
    kind="development",
    noun="development",
    add_title="Log a development",
    fields=(
        _WORDS,
        _KIND,
        _DATE,
        _SOURCE,
        _LOCATOR,
        _TALKS,
        _ABOUT,
        _ISSUE,
        _EMBARGO,
        *_AXES.values(),
        _ASKED,
        _CERTAINTY,
        _BASIS,
    ),
    load=_load,
    start=_start,
    save=_save,
)
