"""Words that somebody said, and the stories they are for."""

from __future__ import annotations

from desk.formats.fields import Fields
from desk.formats.native.talks import Talks
from desk.model.enums import Certainty, EndMark, Mark, QuoteForm, VerificationKind
from desk.model.records import Check, CheckMark, Copied, Quote, Speaker, Story, Verification


class StoryReader(Talks):
    """Quotes with what was agreed and checked of them, stories with their checks, the copy log."""

    def _quote(self, row: Fields) -> Quote:
        number = len(self.load.quotes)
        quote = Quote(
            form=row.word("form", QuoteForm, QuoteForm.FULL),
            words=row.text("words", None),
            end_mark=row.word("end_mark", EndMark, EndMark.GIVEN),
            speakers=tuple(self._speaker(inner) for inner in row.rows("speakers")),
            source_id=self.known.refer(row, "source", "sources"),
            venue=row.line("venue"),
            date=row.date("date", certainty=Certainty.OCCURRED),
            locator=row.line("locator"),
            tags=row.lines("tags"),
            negotiation_ids=self.known.refer_all(row, "talks", "negotiations"),
            note=row.text("note"),
            disputed=row.line("disputed"),
        )
        if not quote.speakers:
            raise row.wrong("speakers", "who said it is missing")
        self._children(row, "terms", self.load.terms, lambda r: self._terms(r, quote=number))
        self._children(row, "embargoes", self.load.embargoes, lambda r: self._embargo(r, quote=number))
        self._children(row, "verifications", self.load.verifications, lambda r: self._verification(r, number))
        return quote

    def _speaker(self, row: Fields) -> Speaker:
        person, party = self._one_of(row)
        speaker = Speaker(
            person_id=person,
            party_id=party,
            name=row.line("name") or row.line("person") or row.line("party"),
            title=row.line("title"),
            party=row.line("of"),
        )
        row.end()
        return speaker

    def _verification(self, row: Fields, quote: int) -> Verification:
        return Verification(
            quote_id=quote,
            kind=row.word("kind", VerificationKind),
            source_id=self.known.refer(row, "source", "sources"),
            fingerprint="",
            passage=row.text("passage"),
            locator=row.line("locator"),
            listened=row.flag("listened"),
            who=row.line("who"),
            note=row.text("note"),
            corrects=self.known.refer(row, "corrects", "verifications"),
        )

    def _story(self, row: Fields) -> Story | None:
        story = Story(
            slug="-".join(row.line("slug", None).split()),
            headline=row.line("headline"),
            draft=row.line("draft"),
            negotiation_id=self.known.refer(row, "talks", "negotiations"),
            archived=row.flag("archived"),
        )
        found = self.known.story(story.slug) if self.row_withdrawn is None else None
        kept = self.known.new(row, "slug", "stories", (story.slug,), found, story, self.load.stories)
        number = len(self.load.stories) if kept is not None else -(found or 0)
        self._children(row, "checks", self.load.checks, lambda r: self._check(r, number))
        return kept

    def _check(self, row: Fields, story: int) -> Check:
        number = len(self.load.checks)
        check = Check(
            story_id=story, what=row.line("what", None), category=row.line("category"), words=row.text("words")
        )
        self._children(row, "marks", self.load.marks, lambda r: self._mark(r, number))
        return check

    def _mark(self, row: Fields, check: int) -> CheckMark:
        mark = CheckMark(
            check_id=check,
            mark=row.word("mark", Mark),
            evidence=row.text("evidence"),
            source_id=self.known.refer(row, "source", "sources"),
            who=row.line("who"),
            corrects=self.known.refer(row, "corrects", "marks"),
        )
        if mark.mark is Mark.GREEN and not mark.evidence and mark.source_id is None:
            raise row.wrong("evidence", "green needs evidence: what was looked at, or which source")
        return mark

    def _copy(self, row: Fields) -> Copied:
        return Copied(
            quote_id=self.known.need(row, "quote", "quotes"),
            story_id=self.known.refer(row, "story", "stories"),
            format=row.line("format", None),
            text=row.text("text", None),
            stamp=row.line("stamp"),
            mechanism=row.line("mechanism"),
            confirmed=row.flag("confirmed"),
            failed=row.flag("failed"),
            reason=row.line("reason"),
        )
