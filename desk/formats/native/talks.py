"""Talks, what is on the table, what happened, what is ahead."""

from __future__ import annotations

from desk.formats.fields import Fields
from desk.formats.native.who import Who
from desk.model.enums import AXIS_VALUES, Axis, Certainty, CommentOutcome, DeadlineKind, DevelopmentKind, PositionKind
from desk.model.records import Asked, Deadline, DeadlineDate, Development, Issue, Negotiation, Position


class Talks(Who):
    """Negotiations, issues, positions, developments and deadlines."""

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
