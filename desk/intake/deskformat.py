"""Reading the desk's own format: one JSON document in which rows name each other by codes and names.

    {"format": "newsroom-desk", "version": 1, "zone": "America/Los_Angeles",
     "parties": [{"name": "SAG-AFTRA", "kind": "union"}], "sources": [{"code": "S1", "kind": "press_release", …}],
     "quotes": [{"words": "…", "speakers": [{"person": "…"}], "source": "S1", "date": "2026-02-13"}], …}

`logged` is when the desk learned a row: what does not say so was learned with its source, else with what it stands in,
else now. A row that another refers to goes by its name or code, or by a `key` of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from desk.intake.fields import Fields
from desk.intake.refs import Refs
from desk.model.errors import InputError
from desk.model.groundrules import default_tier
from desk.model.records import (
    Asked,
    Check,
    CheckMark,
    Copied,
    Deadline,
    DeadlineDate,
    Development,
    Embargo,
    Issue,
    Negotiation,
    Party,
    Person,
    Position,
    Quote,
    Source,
    Speaker,
    Story,
    Terms,
    Verification,
)
from desk.model.words import (
    AXIS_VALUES,
    Agreed,
    Axis,
    Certainty,
    CommentOutcome,
    DeadlineKind,
    DevelopmentKind,
    EndMark,
    GroundRule,
    Mark,
    PartyKind,
    PositionKind,
    QuoteForm,
    SourceKind,
    Tier,
    VerificationKind,
)
from desk.store.entries import Entry, Load
from desk.store.store import Store

FORMAT = "newsroom-desk"
VERSION = 1

V = TypeVar("V")


def read_document(text: str) -> dict[str, Any]:
    """The document as JSON has it. Raises InputError where it is none, or not the desk's."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "the document"
        what = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be taken apart"
        raise InputError(f"this is not JSON ({what})", where=where) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InputError(
            "this is not the desk's own format",
            where="format",
            remedy=f'Such a document begins with {{"format": "{FORMAT}", "version": {VERSION}, …}}.',
        )
    if document.get("version") != VERSION:
        raise InputError(
            f"this desk reads version {VERSION}", where="version", remedy="Update the desk, then import it again."
        )
    return document


def read_load(document: dict[str, Any], store: Store, *, until: datetime | None = None) -> tuple[Load, list[str]]:
    """What the document holds, ready to be loaded into this file, and remarks for the reporter.

    Rows that were logged after `until` are left out, as the desk did not know them yet. Raises InputError with the path of
    the first mistake.
    """
    reading = _Reading(Fields(document, ""), store, until)
    reading.everything()
    return reading.load, reading.known.remarks


class _Reading:
    """One document being read, section by section in the order in which rows may refer to each other."""

    def __init__(self, top: Fields, store: Store, until: datetime | None) -> None:
        self.top = top
        self.load = Load()
        self.until = until
        self.known = Refs(store)

    def everything(self) -> None:
        for name in ("format", "version", "desk"):
            self.top.raw(name)
        self.top.zone = self.top.zone_name("zone")
        self.logged = self.top.instant("logged")
        self._section("parties", self.load.parties, self._party)
        self._section("people", self.load.people, self._person)
        self._section("sources", self.load.sources, self._source)
        self._section("negotiations", self.load.negotiations, self._negotiation)
        self._section("issues", self.load.issues, self._issue)
        self._section("positions", self.load.positions, self._position)
        self._section("developments", self.load.developments, self._development)
        self._section("deadlines", self.load.deadlines, self._deadline)
        self._section("quotes", self.load.quotes, self._quote)
        self._section("stories", self.load.stories, self._story)
        self._section("copies", self.load.copies, self._copy)
        self.top.end()

    def _section(self, name: str, into: list[Entry[V]], read: Callable[[Fields], V | None]) -> None:
        for row in self.top.rows(name):
            self._add(name, row, into, read, self.logged)

    def _add(
        self,
        section: str,
        row: Fields,
        into: list[Entry[V]],
        read: Callable[[Fields], V | None],
        otherwise: datetime | None,
    ) -> None:
        """Read one row into its section, unless the desk did not know it yet or has it already."""
        logged = row.instant("logged") or self.known.learned(row.peek("source")) or otherwise
        withdrawn = row.instant("withdrawn")
        if self.until is not None and logged is not None and logged > self.until:
            if section == "sources":
                self.known.learned_with(str(row.peek("code")), logged)
            return
        if withdrawn is not None and self.until is not None and withdrawn > self.until:
            withdrawn = None
        self.row_logged, self.row_withdrawn = logged, withdrawn
        key = row.line("key")
        merged = self.known.refer(row, "merged_into", section) if section in ("parties", "people") else None
        value = read(row)
        who = row.line("who") if section == "copies" else ""
        changed = self._changed(row) if section == "verifications" else {}
        row.end()
        if value is None:
            return
        if key:
            self.known.name(row, "key", section, key, len(into))
        into.append(
            Entry(value=value, logged=logged, withdrawn=withdrawn, merged_into=merged, who=who, changed=changed)
        )

    def _changed(self, row: Fields) -> dict[str, str]:
        inner = row.row("changed")
        if inner is None:
            return {}
        found = {part: inner.line(part) for part in ("words", "speaker", "title", "source") if inner.has(part)}
        inner.end()
        return found

    # Who, and where from

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
        kept = self.known.new(row, "code", "sources", (source.code,), found, source, self.load.sources)
        number = len(self.load.sources) if kept is not None else -(found or 0)
        # Of a source that is here already, the terms are those that are here.
        self._children(row, "terms", self.load.terms, lambda r: _new(kept, self._terms(r, source=number)))
        self._children(row, "embargoes", self.load.embargoes, lambda r: _new(kept, self._embargo(r, source=number)))
        return replace(kept, code=self.known.free_code(kept.code)) if kept and self.row_withdrawn is None else kept

    def _children(
        self, row: Fields, name: str, into: list[Entry[V]], read: Callable[[Fields], V | None], section: str = ""
    ) -> None:
        """The rows inside another, which were learned with it where they say nothing else."""
        logged, withdrawn = self.row_logged, self.row_withdrawn
        for inner in row.rows(name):
            self._add(section or name, inner, into, read, logged)
        self.row_logged, self.row_withdrawn = logged, withdrawn

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

    # Talks

    def _negotiation(self, row: Fields) -> Negotiation | None:
        name = row.line("name", None)
        talks = Negotiation(
            code="-".join(row.line("code", name).casefold().split()),
            name=name,
            party_ids=self.known.refer_all(row, "parties", "parties"),
            archived=row.flag("archived"),
        )
        found = self.known.talks(talks.code) if self.row_withdrawn is None else None
        names = (talks.code, talks.name)
        return self.known.new(row, "code", "negotiations", names, found, talks, self.load.negotiations)

    def _issue(self, row: Fields) -> Issue | None:
        talks = self.known.need(row, "talks", "negotiations")
        issue = Issue(negotiation_id=talks, name=row.line("name", None), rank=row.whole("rank", len(self.load.issues)))
        found = self.known.issue(talks, issue.name) if self.row_withdrawn is None else None
        name = self.known.issue_name(talks, issue.name)
        return self.known.new(row, "name", "issues", (name,), found, issue, self.load.issues)

    def _position(self, row: Fields) -> Position:
        talks = self.known.refer(row, "talks", "negotiations")
        kind = row.word("kind", PositionKind)
        words = row.text("words")
        if not words and kind is not PositionKind.NO_PUBLIC_POSITION:
            raise row.wrong("words", "say what they want, or choose no_public_position")
        issue = self.known.issue_in(row, "issue", () if talks is None else (talks,))
        if issue is None:
            raise row.wrong("issue", "this is missing")
        return Position(
            issue_id=issue,
            party_id=self.known.need(row, "party", "parties"),
            kind=kind,
            words=words,
            date=row.date("date"),
            source_id=self.known.refer(row, "source", "sources"),
            corrects=self.known.refer(row, "corrects", "positions"),
        )

    def _development(self, row: Fields) -> Development:
        talks = self.known.refer_all(row, "talks", "negotiations")
        development = Development(
            kind=row.word("kind", DevelopmentKind),
            words=row.text("words", None),
            date=row.date("date", certainty=Certainty.OCCURRED),
            negotiation_ids=talks,
            axes=self._axes(row),
            party_ids=self.known.refer_all(row, "parties", "parties"),
            person_ids=self.known.refer_all(row, "people", "people"),
            issue_id=self.known.issue_in(row, "issue", talks),
            asked=tuple(self._asked(inner) for inner in row.rows("asked")),
            source_id=self.known.refer(row, "source", "sources"),
            locator=row.line("locator"),
            corrects=self.known.refer(row, "corrects", "developments"),
        )
        number = len(self.load.developments)
        self._children(row, "embargoes", self.load.embargoes, lambda r: self._embargo(r, development=number))
        return development

    def _axes(self, row: Fields) -> tuple[tuple[Axis, str], ...]:
        inner = row.row("axes")
        if inner is None:
            return ()
        found = []
        for axis in Axis:
            if inner.has(axis.value):
                value = inner.line(axis.value)
                if value not in AXIS_VALUES[axis]:
                    raise inner.wrong(axis.value, f"“{value}” is none of {', '.join(AXIS_VALUES[axis])}")
                found.append((axis, value))
        inner.end()
        return tuple(found)

    def _asked(self, row: Fields) -> Asked:
        person, party = self._one_of(row)
        asked = Asked(
            person_id=person,
            party_id=party,
            how=row.line("how"),
            outcome=row.word("outcome", CommentOutcome, CommentOutcome.PENDING),
        )
        row.end()
        return asked

    def _one_of(self, row: Fields) -> tuple[int | None, int | None]:
        person, party = self.known.refer(row, "person", "people"), self.known.refer(row, "party", "parties")
        if (person is None) == (party is None):
            raise row.wrong("person", "name a person or a party, one of the two")
        return person, party

    def _deadline(self, row: Fields) -> Deadline:
        number = len(self.load.deadlines)
        deadline = Deadline(
            name=row.line("name", None),
            kind=row.word("kind", DeadlineKind, DeadlineKind.OTHER),
            negotiation_id=self.known.refer(row, "talks", "negotiations"),
            note=row.text("note"),
            done_at=row.instant("done"),
        )
        if not row.has("dates"):
            raise row.wrong("dates", "this is missing: a deadline has at least one date")
        self._children(
            row, "dates", self.load.deadline_dates, lambda r: self._deadline_date(r, number), "deadline_dates"
        )
        return deadline

    def _deadline_date(self, row: Fields, deadline: int) -> DeadlineDate:
        return DeadlineDate(
            deadline_id=deadline,
            date=row.date("date"),
            source_id=self.known.refer(row, "source", "sources"),
            locator=row.line("locator"),
            corrects=self.known.refer(row, "corrects", "deadline_dates"),
        )

    # Words

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

    # Stories

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
            reason=row.line("reason"),
        )


def _new(whose: object, value: V) -> V | None:
    """The value, where what it belongs to is new."""
    return None if whose is None else value
