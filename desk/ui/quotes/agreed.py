"""What was agreed with a source, read for the terms screen and put into words. Knows no widget of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from desk.config.settings import Labels
from desk.model.dates import show as dateshow
from desk.model.dates.zones import zone_info
from desk.model.enums import Agreed, GroundRule
from desk.model.frozen import frozen
from desk.model.names.names import Names
from desk.model.quotes.effective_terms import effective_terms
from desk.model.quotes.embargo import in_force, until
from desk.model.quotes.gate import hidden_names, named_in
from desk.model.quotes.groundrules import default_terms, in_words, permissions
from desk.model.quotes.renegotiation import loosened
from desk.model.quotes.shown import hides_names
from desk.model.records import Embargo, Source, Terms
from desk.store.store import Store
from desk.ui.quotes import embargoing
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words

_HIDDEN = "hidden with the name"


@frozen(kw_only=True)
class Agreements:
    """All that was agreed for a quote (if any) and its source, oldest first."""

    quote_id: int | None
    words: str
    source: Source | None
    own: Sequence[Terms]
    sources: Sequence[Terms]
    own_embargoes: Sequence[Embargo]
    source_embargoes: Sequence[Embargo]
    confidential: bool
    #: Whose names are left out of what was written down, where the source is one who may not be named; None: nobody's.
    hidden: Names | None = None

    @property
    def terms(self) -> Terms:
        """What counts now."""
        return effective_terms(self.own, self.sources, default_terms(self.source.kind) if self.source else Terms())

    def standing(self, now: datetime) -> Embargo | None:
        """The embargo that holds now, the later one where two do."""
        last = [found[-1] for found in (self.own_embargoes, self.source_embargoes) if found]
        return max((one for one in last if in_force(one, now)), key=lambda one: one.until, default=None)


def read(store: Store, *, quote_id: int | None, source_id: int | None) -> Agreements:
    """Raises RefusedError where there is no such quote or source."""
    record = store.quotes.record(quote_id) if quote_id is not None else None
    source = record.source if record is not None else store.sources.get(source_id) if source_id is not None else None
    return Agreements(
        quote_id=quote_id,
        words=record.quote.words if record is not None else "",
        source=source,
        own=store.sources.terms(quote_id=quote_id) if quote_id is not None else (),
        sources=store.sources.terms(source_id=source.id) if source is not None else (),
        own_embargoes=store.sources.embargoes(quote_id=quote_id) if quote_id is not None else (),
        source_embargoes=store.sources.embargoes(source_id=source.id) if source is not None else (),
        confidential=record.confidential if record is not None else source is not None and source.confidential,
    )


def masked(store: Store, found: Agreements) -> Agreements:
    """The same with the names to leave out: of a source who may not be named, and of everybody who is confidential here."""
    if not hides_names(found.terms, confidential=found.confidential):
        return found
    known = store.hidden.all()
    asked = [name for terms in (*found.own, *found.sources) for name in named_in(terms.agreed_with)]
    behind = hidden_names(store.quotes.record(found.quote_id)) if found.quote_id is not None else ()
    spoke = store.quotes.who_spoke(found.source.id)[0] if found.source is not None and found.source.id else ()
    people = (*known.people, *known.bound, *known.unset, *asked, *behind, *spoke)
    return replace(found, hidden=Names(people, known.others, known.bodies))


def items(found: Agreements, *, labels: Labels, now: datetime, today: date, zone: str) -> list[Item]:
    """The sheet: what the terms allow, what was agreed, the embargo, and what was agreed before."""
    terms = found.terms
    allowed = permissions(terms, confidential=found.confidential)
    sheet: list[Item] = [Words(found.words)] if found.words else []
    rule_style = "$restricted" if not allowed.publish else "$due" if not allowed.name else "$verified"
    sheet += [
        Title("What may be done with it"),
        Words(
            text.assemble((labels.of(terms.rule), f"bold {rule_style}"), f". {_sentence(terms, found.confidential)}")
        ),
        Fact("publish", _may(allowed.publish, terms.may_publish)),
        Fact("quote", _may(allowed.quote, terms.may_quote)),
        Fact(
            "name", _may(allowed.name, terms.may_name, "" if not found.confidential else "the source is confidential")
        ),
        Title("What was agreed"),
        Fact("covers", _whence(found)),
    ]
    sheet += _agreed(terms, found.hidden)
    sheet += _embargo(found, now, zone)
    sheet += _before(found, labels, today, zone)
    return sheet


def _sentence(terms: Terms, confidential: bool) -> str:
    words = in_words(terms, confidential=confidential).partition(": ")[2]
    return f"{words[0].upper()}{words[1:]}."


def _may(allowed: bool, agreed: bool | None, why: str = "") -> text.Part:
    how = why or ("as the label has it" if agreed is None else "as agreed")
    if agreed is not None and agreed != allowed and not why:
        how = "the ground rule does not let it"
    return text.assemble(("✔ yes", "$verified") if allowed else ("⊘ no", "$restricted"), (f"  {how}", text.DIM))


def _whence(found: Agreements) -> text.Part:
    code = found.source.code if found.source is not None else ""
    if found.own and found.terms != found.own[-1]:
        return f"for this quote alone, and closer since for all of {code}"
    if found.own:
        return "for this quote alone"
    if found.sources:
        return f"for all that was said in {code}"
    if found.source is not None and default_terms(found.source.kind).rule is not GroundRule.UNKNOWN:
        return f"nothing was written down; {code} was public"
    return ("nothing yet", "$restricted")


def _told(words: str, hidden: Names | None) -> str:
    """What was written down, less the names in it; the form has them."""
    if hidden is None:
        return words
    left = hidden.masked(words)
    return left if not hidden.within(left) else _HIDDEN


def _agreed(terms: Terms, hidden: Names | None) -> list[Item]:
    """What was agreed. With whom is left out where it is the name of somebody who is hidden."""
    when = dateshow.long(terms.agreed_on) if terms.agreed_on.dated else ""
    if terms.agreed is not Agreed.UNKNOWN:
        when = f"{when}, {terms.agreed} the words".removeprefix(", ")
    facts = [
        ("described as", f"“{terms.attribution}”" if terms.attribution else ""),
        ("agreed with", _HIDDEN if hidden is not None and named_in(terms.agreed_with) else terms.agreed_with),
        ("when", when),
        ("why unnamed", terms.why_unnamed),
        ("how known", terms.how_known),
        ("approved by", terms.approved_by),
        ("note", terms.note),
    ]
    return [Fact(label, _told(value, hidden)) for label, value in facts if value]


def _embargo(found: Agreements, now: datetime, zone: str) -> list[Item]:
    standing = found.standing(now)
    sheet: list[Item] = [Title("Embargo")]
    if standing is not None:
        whose = "this quote" if standing.quote_id is not None else "all of the source"
        sheet.append(
            Fact(
                "until",
                text.assemble(embargoing.in_words(standing, now, zone), (f"  on {whose}", text.DIM)),
            )
        )  # fmt: skip
    else:
        sheet.append(Fact("", ("none", text.DIM)))
    for one in sorted((*found.own_embargoes, *found.source_embargoes), key=lambda each: each.id or 0, reverse=True):
        if one is not standing and (one.lifted or one.note):
            what = f"lifted early (it was until {until(one, now)})" if one.lifted else f"was until {until(one, now)}"
            note = _told(one.note, found.hidden)
            sheet.append(Fact("before", (f"{what}{f': {note}' if note else ''}", text.DIM)))
    if standing is not None and standing.note:
        sheet.append(Fact("note", _told(standing.note, found.hidden)))
    return sheet


@frozen
class Step:
    """One agreement as it was written down (UTC): what was done, with whom, when and how, and for what."""

    at: datetime | None
    done: text.Part
    how: str
    whose: str

    def told(self, *, secret: bool = False) -> text.Part:
        """As one line; with whom it was agreed tells who a confidential source is."""
        return text.assemble(self.done, "" if secret else self.how, (f"  for {self.whose}", text.DIM))


def steps(found: Agreements, labels: Labels, today: date) -> list[Step]:
    """Every agreement, the newest first, each with what it opened."""
    taken: list[Step] = []
    for whose, agreed in (("this quote", found.own), ("the source", found.sources)):
        older = default_terms(found.source.kind) if found.source is not None else Terms()
        told: list[Step] = []
        for terms in agreed:
            opened = loosened(older, terms)
            how = f"renegotiated: {', '.join(opened)}" if opened else "set"
            who = f" with {terms.agreed_with}" if terms.agreed_with else ""
            on = f", {dateshow.short(terms.agreed_on, today, signed=False)}" if terms.agreed_on.dated else ""
            note = f": {terms.note}" if terms.note else ""
            done = text.assemble((labels.of(terms.rule), "bold"), f" {how}")
            told.append(Step(terms.recorded_at, done, f"{who}{on}{note}", whose))
            # What comes after a ground rule was unset is measured by what stood before that.
            older = terms if terms.rule is not GroundRule.UNKNOWN else older
        taken += reversed(told)
    return taken


def _before(found: Agreements, labels: Labels, today: date, zone: str) -> list[Item]:
    lines = [
        Fact(
            f"{step.at.astimezone(zone_info(zone)):%Y-%m-%d}" if step.at is not None else "",
            step.told(secret=found.hidden is not None),
        )
        for step in steps(found, labels, today)
    ]
    return [Title("How it came to that"), *lines] if len(lines) > 1 else []
