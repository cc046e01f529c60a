"""Who takes part, who speaks, and where things are known from."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from desk.intake.fields import Fields
from desk.intake.own.rows import Rows
from desk.model.groundrules import default_tier
from desk.model.records import Embargo, Party, Person, Source, Terms
from desk.model.words import Agreed, Certainty, GroundRule, PartyKind, SourceKind, Tier

V = TypeVar("V")


class Who(Rows):
    """Parties, people and sources, with the terms and embargoes of these."""

    def _party(self, row: Fields) -> Party | None:
        party = Party(
            name=row.line("name", None),
            kind=row.word("kind", PartyKind),
            full_name=row.line("full_name"),
            aliases=row.lines("aliases"),
        )
        found = self.known.party(party.name) if self.row_withdrawn is None else None
        return self.known.new(
            row, "name", "parties", (party.name, party.full_name, *party.aliases), found, party, self.load.parties
        )

    def _person(self, row: Fields) -> Person | None:
        person = Person(
            name=row.line("name", None),
            title=row.line("title"),
            party_id=self.known.refer(row, "party", "parties"),
            aliases=row.lines("aliases"),
            confidential=row.flag("confidential"),
        )
        found = self.known.person(person.name) if self.row_withdrawn is None else None
        if found is not None and person.confidential:
            self.known.tell_of_confidential(person.name, self.known.is_confidential_person(found))
        return self.known.new(row, "name", "people", (person.name, *person.aliases), found, person, self.load.people)

    def _source(self, row: Fields) -> Source | None:
        kind = row.word("kind", SourceKind)
        tier = row.word("tier", Tier, default_tier(kind))
        if kind is SourceKind.PUBLISHED_REPORT and tier is Tier.PRIMARY:
            raise row.wrong("tier", "a published report is never primary")
        sha256 = row.line("sha256")
        if sha256 and len(sha256) != 64:
            raise row.wrong("sha256", "this has to be 64 hexadecimal digits")
        source = Source(
            code="-".join(row.line("code", None).split()),
            kind=kind,
            tier=tier,
            title=row.line("title"),
            outlet=row.line("outlet"),
            date=row.date("date", certainty=Certainty.OCCURRED),
            url=row.line("url"),
            locator=row.line("locator"),
            sha256=sha256,
            confidential=row.flag("confidential"),
        )
        self.known.learned_with(source.code, self.row_logged)
        found = self.known.source(source) if self.row_withdrawn is None else None
        if found is not None and source.confidential:
            self.known.tell_of_confidential(source.code, self.known.is_confidential_source(found))
        kept = self.known.new(row, "code", "sources", (source.code,), found, source, self.load.sources)
        number = len(self.load.sources) if kept is not None else -(found or 0)
        # Of a source that is here already, the terms are those that are here.
        self._children(row, "terms", self.load.terms, lambda r: _new(kept, self._terms(r, source=number)))
        self._children(row, "embargoes", self.load.embargoes, lambda r: _new(kept, self._embargo(r, source=number)))
        return replace(kept, code=self.known.free_code(kept.code)) if kept and self.row_withdrawn is None else kept

    def _terms(self, row: Fields, *, source: int | None = None, quote: int | None = None) -> Terms:
        return Terms(
            rule=row.word("rule", GroundRule),
            may_publish=row.maybe_flag("may_publish"),
            may_quote=row.maybe_flag("may_quote"),
            may_name=row.maybe_flag("may_name"),
            attribution=row.line("attribution"),
            agreed_with=row.line("agreed_with"),
            agreed_on=row.date("agreed_on", certainty=Certainty.OCCURRED),
            agreed=row.word("agreed", Agreed, Agreed.UNKNOWN),
            why_unnamed=row.line("why_unnamed"),
            how_known=row.line("how_known"),
            approved_by=row.line("approved_by"),
            note=row.text("note"),
            source_id=source,
            quote_id=quote,
            corrects=self.known.refer(row, "corrects", "terms"),
        )

    def _embargo(
        self, row: Fields, *, source: int | None = None, quote: int | None = None, development: int | None = None
    ) -> Embargo:
        until = row.instant("until")
        if until is None:
            raise row.wrong("until", "this is missing")
        zone = row.zone_name("zone", self.top.zone or "UTC")
        return Embargo(
            until=until,
            zone=zone,
            lifted=row.flag("lifted"),
            note=row.text("note"),
            source_id=source,
            quote_id=quote,
            development_id=development,
            corrects=self.known.refer(row, "corrects", "embargoes"),
        )


def _new(whose: object, value: V) -> V | None:
    """The value, where what it belongs to is new."""
    return None if whose is None else value
