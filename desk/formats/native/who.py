"""Who takes part, who speaks, and where things are known from."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from desk.formats.fields import Fields
from desk.formats.native.rows import Rows
from desk.model.enums import Agreed, Certainty, GroundRule, PartyKind, SourceKind, Tier
from desk.model.quotes.groundrules import default_tier
from desk.model.records import Embargo, Party, Person, Source, Terms
from desk.store.bulk.entries import Entry

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
        if self.known.is_unnamed(person.name, *person.aliases):
            person = replace(person, confidential=True)
        found = self.known.person(person.name) if self.row_withdrawn is None else None
        here = {found, *(self.known.person(name) for name in (person.name, *person.aliases))} - {None}
        self.load.here.people += [(one, person) for one in here if one is not None]
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
        if found is not None:
            self.load.here.sources.append((found, source))
        kept = self.known.new(row, "code", "sources", (source.code,), found, source, self.load.sources)
        if kept is None:
            self._of_one_that_is_here(row, found or 0)
            return None
        number = len(self.load.sources)
        self._children(row, "terms", self.load.terms, lambda r: self._terms(r, source=number))
        self._children(row, "embargoes", self.load.embargoes, lambda r: self._embargo(r, source=number))
        return replace(kept, code=self.known.free_code(kept.code)) if self.row_withdrawn is None else kept

    def _of_one_that_is_here(self, row: Fields, source_id: int) -> None:
        """What was agreed with a source that the file has: no rows of their own, but what they are stricter in counts."""
        here = self.load.here

        def terms(inner: Fields) -> None:
            here.terms.append((source_id, self._said(self._terms(inner, source=-source_id, apart=True))))

        def embargo(inner: Fields) -> None:
            here.embargoes.append((source_id, self._said(self._embargo(inner, source=-source_id, apart=True))))

        self._children(row, "terms", self.load.terms, terms)
        self._children(row, "embargoes", self.load.embargoes, embargo)

    def _said(self, value: V) -> Entry[V]:
        return Entry(value=value, logged=self.row_logged, withdrawn=self.row_withdrawn)

    def _corrects(self, row: Fields, section: str, *, apart: bool) -> int | None:
        """The row that this one corrects; `apart`: those that it could correct are not taken."""
        if apart:
            row.line("corrects")
            return None
        return self.known.refer(row, "corrects", section)

    def _terms(self, row: Fields, *, source: int | None = None, quote: int | None = None, apart: bool = False) -> Terms:
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
            corrects=self._corrects(row, "terms", apart=apart),
        )

    def _embargo(
        self,
        row: Fields,
        *,
        source: int | None = None,
        quote: int | None = None,
        development: int | None = None,
        apart: bool = False,
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
            corrects=self._corrects(row, "embargoes", apart=apart),
        )
