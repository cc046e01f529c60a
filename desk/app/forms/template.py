"""Talks from a template: two sides, not begun, a contract that ends. What a desk begins with."""

from __future__ import annotations

from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form
from desk.app.forms.readers import Line, When
from desk.app.lines.linedraft import is_ahead
from desk.model.dates.value import UNDATED, DateValue, day
from desk.model.enums import Axis, Certainty, DeadlineKind, Deed, DevelopmentKind, PartyKind
from desk.model.errors import InputError
from desk.model.records import Deadline, Development, Negotiation, Party
from desk.store.store import Store

_UNION = Field(name="union", label="Union", reader=Line(), needed=True, hint="SAG-AFTRA")
_OTHER = Field(
    name="other", label="Other side", reader=Line(), needed=True, hint="AMPTP: the employers or their association"
)
_NAME = Field(name="name", label="Talks", reader=Line(), hint="Empty: the union and the year of the contract's end.")
_EXPIRES = Field(
    name="expires",
    label="Contract ends",
    reader=When(UNDATED, "future"),
    hint="jun 30, jun 30 11:59pm PT; empty: not known",
)
_BEGINS = Field(
    name="begins",
    label="Talks begin",
    reader=When(UNDATED, "future"),
    hint="feb 9, may; a past day with its year; empty: not known",
)


def _party(store: Store, name: str, kind: PartyKind) -> Party:
    """The party of that name, added where there is none."""
    found = store.people.find_party(name)
    return found or store.people.party(store.people.add_party(Party(name=name, kind=kind)))


def _deadline(store: Store, talks_id: int, name: str, kind: DeadlineKind, date: DateValue) -> None:
    if date.dated:
        value = replace(date, certainty=Certainty.SCHEDULED if kind is DeadlineKind.EXPIRY else Certainty.EXPECTED)
        store.deadlines.add(Deadline(name=name, kind=kind, negotiation_id=talks_id), value)


def _save(store: Store, filled: Filled) -> int:
    known, expires, begins = filled.known, filled[_EXPIRES], filled[_BEGINS]
    name = filled[_NAME] or f"{filled[_UNION]} {(expires.end or known.today).year}"
    with store.action(Deed.START_TALKS, f"start the talks {name}"):
        union = _party(store, filled[_UNION], PartyKind.UNION)
        other = _party(store, filled[_OTHER], PartyKind.EMPLOYER_ASSOCIATION)
        if union.id == other.id:
            raise InputError("both sides are the same party", where="other")
        talks_id = store.talks.add_negotiation(
            Negotiation(code="", name=name, party_ids=(union.id or 0, other.id or 0))
        )
        begun = begins.dated and not is_ahead(begins, known)
        store.developments.log(
            Development(
                kind=DevelopmentKind.SESSION if begun else DevelopmentKind.SCHEDULE,
                words="talks begin" if begun else "talks have not begun",
                date=replace(begins if begun else day(known.today, zone=known.zone), certainty=Certainty.OCCURRED),
                negotiation_ids=(talks_id,),
                axes=((Axis.PHASE, "talks_open" if begun else "pre_talks"),),
            )
        )
        if not begun:
            _deadline(store, talks_id, f"{union.name} talks begin", DeadlineKind.TALKS_BEGIN, begins)
        _deadline(store, talks_id, f"{union.name} contract expires", DeadlineKind.EXPIRY, expires)
    return talks_id


TEMPLATE = Form(
    kind="template",
    noun="new talks",
    add_title="Start talks from a template",
    fields=(_UNION, _OTHER, _EXPIRES, _BEGINS, _NAME),
    save=_save,
)
