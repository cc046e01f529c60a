"""The forms for sources and for what was agreed with them. A changed rule or embargo is a new row of its own."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, Moment, OneOf, Passage, Rule, When, Yes, stands, words_of
from desk.app.forms.references import ASource
from desk.app.forms.version import Preset
from desk.app.forms.who import RELEASED
from desk.app.lines.context import EntryContext
from desk.model.dates.parse import Instant
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Agreed, Certainty, Deed, GroundRule, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.groundrules import default_tier
from desk.model.records import Embargo, Source, Terms
from desk.store.store import Store

_CODE = Field(
    name="code", label="Code", reader=Line(), needed=True, hint="Short, to be typed after src: as in S1 or presser."
)
_KIND: Field[SourceKind] = Field(
    name="kind",
    label="Kind",
    reader=OneOf(SourceKind.DOCUMENT, words_of(SourceKind)),
    needed=True,
    hint="recording · transcript · press release · public event · document · interview notes · …",
)
_TIER: Field[Tier | None] = Field(
    name="tier",
    label="Tier",
    reader=OneOf(None, words_of(Tier)),
    hint="primary or secondary; empty: as its kind usually is",
)
_TITLE = Field(name="title", label="Title", reader=Line())
_OUTLET = Field(name="outlet", label="Outlet", reader=Line(), hint="Who published it.")
_DATE = Field(name="date", label="Date", reader=When(UNDATED, "past"), hint="Of the conversation or publication.")
_URL = Field(name="url", label="URL", reader=Line())
_LOCATOR = Field(name="locator", label="Where", reader=Line(), hint="Timecode, page, folder.")
_CONFIDENTIAL = Field(
    name="confidential", label="Confidential", reader=Yes(), hint="yes: who it is, is never handed on"
)
_RULE: Field[GroundRule | None] = Field(
    name="rule", label="Ground rule", reader=Rule(None), hint="empty: as its kind brings"
)
_ATTRIBUTION = Field(
    name="attribution", label="Attribution", reader=Line(), hint="As agreed: a person familiar with the schedule."
)
_EMBARGO: Field[Instant | None] = Field(
    name="embargo", label="Embargo until", reader=Moment(), hint="fri 5pm, mar 6 9am ET"
)


def _agreed(store: Store, source_id: int) -> Terms | None:
    agreed = store.sources.terms(source_id=source_id)
    return agreed[-1] if agreed else None


def _embargo(store: Store, source_id: int) -> Embargo | None:
    embargoes = store.sources.embargoes(source_id=source_id)
    return embargoes[-1] if embargoes and not embargoes[-1].lifted else None


def _load_source(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    source = store.sources.get(row_id)
    terms, embargo = _agreed(store, row_id), _embargo(store, row_id)
    return {
        **written(_CODE, source.code, known),
        **written(_KIND, source.kind, known),
        **written(_TIER, source.tier, known),
        **written(_TITLE, source.title, known),
        **written(_OUTLET, source.outlet, known),
        **written(_DATE, source.date, known),
        **written(_URL, source.url, known),
        **written(_LOCATOR, source.locator, known),
        **written(_CONFIDENTIAL, source.confidential, known),
        **written(_RULE, terms.rule if terms else None, known),
        **written(_ATTRIBUTION, terms.attribution if terms else "", known),
        **written(_EMBARGO, Instant(embargo.until, embargo.zone) if embargo else None, known),
    }


def _save_source(store: Store, filled: Filled) -> int:
    before = store.sources.get(filled.row_id) if filled.row_id is not None else None
    kind, tier = filled[_KIND], filled[_TIER] or default_tier(filled[_KIND])
    if kind is SourceKind.PUBLISHED_REPORT and tier is Tier.PRIMARY:
        raise InputError("a published report is somebody's account, so secondary", where="tier")
    source = Source(
        id=filled.row_id,
        code=filled[_CODE],
        kind=kind,
        tier=tier,
        title=filled[_TITLE],
        outlet=filled[_OUTLET],
        date=_as_known(filled[_DATE], before),
        url=filled[_URL],
        locator=filled[_LOCATOR],
        sha256=before.sha256 if before else "",
        confidential=filled[_CONFIDENTIAL],
    )
    agreed = _agreed(store, filled.row_id) if filled.row_id is not None else None
    deed, label = (Deed.EDIT_SOURCE, "edit") if before else (Deed.ADD_SOURCE, "add")
    with store.action(deed, f"{label} the source {source.code}"):
        if before is None:
            source_id = store.sources.add(source)
        else:
            store.sources.edit(source, released=filled[RELEASED])
            source_id = filled.row_id or 0
        _save_rule(store, filled, source_id, agreed)
        _save_embargo(store, filled[_EMBARGO], source_id)
    return source_id


def _as_known(date: DateValue, before: Source | None) -> DateValue:
    """The date as typed; where it is the one from before, with its basis and certainty."""
    if before is not None and replace(before.date, basis=date.basis, certainty=date.certainty) == date:
        return before.date
    return replace(date, certainty=Certainty.OCCURRED)


def _save_rule(store: Store, filled: Filled, source_id: int, before: Terms | None) -> None:
    """Write down the rule where the form says another one than stood when it was opened."""
    rule, attribution = filled[_RULE], filled[_ATTRIBUTION]
    if before is None:
        if rule is None and not attribution:
            return
        if rule is None:
            raise InputError("an attribution is agreed under a ground rule", where="rule", remedy="Say which.")
        _set(store, Terms(source_id=source_id, rule=rule, attribution=attribution))
    elif rule is None:
        raise InputError(
            "what was agreed cannot be left out again",
            where="rule",
            remedy=f"Choose another rule; where none is agreed it is “{filled.known.naming(GroundRule.UNKNOWN)}”.",
        )
    elif before.rule is not rule:
        # Of what was agreed under the other rule only what is known of the source itself still holds.
        kept = Terms(why_unnamed=before.why_unnamed, how_known=before.how_known, approved_by=before.approved_by)
        _set(store, replace(kept, source_id=source_id, rule=rule, attribution=attribution))
    elif before.attribution != attribution:
        _set(store, replace(before, id=None, attribution=attribution, corrects=None, recorded_at=None))


def _set(store: Store, terms: Terms) -> None:
    """Write terms down; a loosening needs more than this form asks for."""
    try:
        store.sources.set_terms(terms)
    except InputError as error:
        raise InputError(error.what, where="rule", remedy="Write it down in full: t in the list of sources.") from None


def _save_embargo(store: Store, until: Instant | None, source_id: int) -> None:
    before = _embargo(store, source_id)
    if until is None and before is not None:
        store.sources.set_embargo(replace(before, id=None, lifted=True, corrects=before.id, recorded_at=None))
    elif until is not None and (before is None or not stands(before, until)):
        corrects = before.id if before else None
        store.sources.set_embargo(Embargo(until=until.moment, zone=until.zone, source_id=source_id, corrects=corrects))


SOURCE = Form(
    kind="source",
    noun="source",
    fields=(
        _CODE, _KIND, _TITLE, _OUTLET, _DATE, _RULE, _ATTRIBUTION, _EMBARGO, _CONFIDENTIAL, RELEASED,
        _URL, _LOCATOR, _TIER,
    ),
    load=_load_source,
    save=_save_source,
)  # fmt: skip

# What was agreed, in full

_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")
_AGREED_RULE: Field[GroundRule] = Field(name="rule", label="Ground rule", reader=Rule(GroundRule.UNKNOWN), needed=True)
_MAY_HINT = "yes or no; empty: as the label usually has it"


def _may(name: str, text: str) -> Field[bool | None]:
    return Field(name=name, label=text, reader=OneOf(None, {"yes": True, "no": False}), hint=_MAY_HINT)


_MAY_PUBLISH, _MAY_QUOTE = _may("may_publish", "May publish"), _may("may_quote", "May quote")
_MAY_NAME = _may("may_name", "May name")
_AGREED_WITH = Field(name="agreed_with", label="Agreed with", reader=Line())
_AGREED_ON = Field(name="agreed_on", label="Agreed on", reader=When(UNDATED, "past"))
_AGREED: Field[Agreed] = Field(
    name="agreed", label="Agreed", reader=OneOf(Agreed.UNKNOWN, words_of(Agreed)), hint="before or after the words"
)
_WHY = Field(name="why_unnamed", label="Why unnamed", reader=Line())
_HOW = Field(name="how_known", label="How they know", reader=Line())
_APPROVED = Field(name="approved_by", label="Approved by", reader=Line(), hint="Which editor.")
_NOTE = Field(name="note", label="Note", reader=Passage())


def _start_terms(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    source_id, quote_id = preset.get("source_id"), preset.get("quote_id")
    if isinstance(quote_id, int):
        terms = store.quotes.record(quote_id).terms
    elif isinstance(source_id, int):
        terms = store.sources.effective_terms(store.sources.get(source_id))
    else:
        return {}
    return {
        **written(_AGREED_RULE, terms.rule, known),
        **written(_MAY_PUBLISH, terms.may_publish, known),
        **written(_MAY_QUOTE, terms.may_quote, known),
        **written(_MAY_NAME, terms.may_name, known),
        **written(_ATTRIBUTION, terms.attribution, known),
        **written(_AGREED_WITH, terms.agreed_with, known),
        **written(_AGREED_ON, terms.agreed_on, known),
        **written(_AGREED, terms.agreed, known),
        **written(_WHY, terms.why_unnamed, known),
        **written(_HOW, terms.how_known, known),
        **written(_APPROVED, terms.approved_by, known),
        **written(_NOTE, terms.note, known),
    }


def _save_terms(store: Store, filled: Filled) -> int:
    quote_id, source = filled.id("quote_id"), filled[_SOURCE]
    if quote_id is None and source is None:
        raise InputError("say for which source this was agreed", where="source")
    return store.sources.set_terms(
        Terms(
            rule=filled[_AGREED_RULE],
            may_publish=filled[_MAY_PUBLISH],
            may_quote=filled[_MAY_QUOTE],
            may_name=filled[_MAY_NAME],
            attribution=filled[_ATTRIBUTION],
            agreed_with=filled[_AGREED_WITH],
            agreed_on=replace(filled[_AGREED_ON], certainty=Certainty.OCCURRED),
            agreed=filled[_AGREED],
            why_unnamed=filled[_WHY],
            how_known=filled[_HOW],
            approved_by=filled[_APPROVED],
            note=filled[_NOTE],
            source_id=source.id if quote_id is None and source else None,
            quote_id=quote_id,
        )
    )


TERMS = Form(
    kind="terms",
    noun="ground rule",
    add_title="What was agreed",
    fields=(
        _SOURCE, _AGREED_RULE, _ATTRIBUTION, _MAY_PUBLISH, _MAY_QUOTE, _MAY_NAME, _AGREED_WITH, _AGREED_ON, _AGREED,
        _WHY, _HOW, _APPROVED, _NOTE,
    ),
    start=_start_terms,
    renews=True,
    save=_save_terms,
)  # fmt: skip
