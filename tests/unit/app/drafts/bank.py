"""A bank on a file of the test's own, and a way to check words against it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desk.app.confidential import marked_names
from desk.app.drafts.check import check_draft
from desk.app.drafts.file import Draft
from desk.app.drafts.findings import Finding
from desk.model.enums import GroundRule, PartyKind, QuoteForm, SourceKind, Tier, VerificationKind
from desk.model.records import Embargo, Party, Person, Quote, Source, Speaker, Terms
from desk.search.indexer import read_bank
from desk.store.store import Store

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)


class Bank:
    """Quotes of one union and its people, each from a source of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.union = store.people.add_party(
            Party(
                name="SAG-AFTRA", kind=PartyKind.UNION, full_name="Screen Actors Guild", aliases=("the actors union",)
            )
        )
        self.people: dict[str, int] = {}

    def person(self, name: str, *, confidential: bool = False) -> int:
        if name not in self.people:
            self.people[name] = self.store.people.add_person(
                Person(name=name, party_id=self.union, confidential=confidential)
            )
        return self.people[name]

    def quote(
        self,
        words: str,
        name: str = "Sean Astin",
        *,
        rule: GroundRule = GroundRule.ON_RECORD,
        attribution: str = "",
        embargo: Embargo | None = None,
        form: QuoteForm = QuoteForm.FULL,
        verified: bool = True,
        confidential: bool = False,
        disputed: str = "",
    ) -> int:
        """Keep a quote; verified against a recording unless said otherwise."""
        number = len(self.store.sources.all())
        source_id = self.store.sources.add(
            Source(code=f"r{number}", kind=SourceKind.RECORDING, tier=Tier.PRIMARY),
            terms=Terms(rule=rule, attribution=attribution, agreed_with="the press office"),
            embargo=embargo,
        )
        speaker = Speaker(
            person_id=self.person(name, confidential=confidential), name=name, title="president", party="SAG-AFTRA"
        )
        quote_id = self.store.quotes.add(Quote(words=words, form=form, speakers=(speaker,), source_id=source_id))
        if verified:
            self.store.quotes.verify(
                quote_id, VerificationKind.RECORDING, source_id=source_id, passage=words, locator="00:01"
            )
        if disputed:
            self.store.quotes.dispute(quote_id, disputed)
        return quote_id

    def check(self, text: str) -> list[Finding]:
        """Everything found in a draft of these words."""
        bank, _ = read_bank(self.store)
        report = check_draft(
            Draft("draft.md", text),
            bank,
            self.store,
            now=NOW,
            today=date(2026, 2, 14),
            places=marked_names(self.store).places,
        )
        return list(report.findings)

    def sorts(self, text: str) -> list[str]:
        return [finding.sort.value for finding in self.check(text)]
