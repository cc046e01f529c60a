"""What was agreed with a source, put into words for the terms screen. Knows no widget of it."""

from __future__ import annotations

from datetime import date, datetime

from desk.app.views.agreements import Agreements
from desk.config.settings import Labels
from desk.model.dates import show as dateshow
from desk.model.dates.zones import zone_info
from desk.model.enums import Agreed, GroundRule
from desk.model.frozen import frozen
from desk.model.names.names import Names
from desk.model.quotes.embargo import until
from desk.model.quotes.gate import named_in
from desk.model.quotes.groundrules import default_terms, in_words, permissions
from desk.model.quotes.renegotiation import loosened
from desk.model.records import Terms
from desk.ui.quotes import embargoing
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words

_HIDDEN = "hidden with the name"


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
