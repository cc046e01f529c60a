"""The lines of what changed, before they are let out: one a thing, grouped by talks and by story, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desk.model.embargo import in_force
from desk.model.gate import Permit, gate
from desk.model.records import Deadline, DeadlineDate, Development, Position, QuoteRecord
from desk.model.talks import order
from desk.model.words import Axis, Basis, Certainty, Mark, PositionKind, plain
from desk.output.attribution import House, attribution_text, day_text
from desk.output.citing import Sources
from desk.store.between import Between, Moved, Turned, read_between
from desk.store.embargoes import held
from desk.store.store import Store

DEVELOPMENTS, DEADLINES, POSITIONS, QUOTES, CHECKS = "Developments", "Deadlines", "Positions", "Quotes", "Checks"
#: What stands under each negotiation or story, in this order.
HEADINGS = (DEVELOPMENTS, DEADLINES, POSITIONS, QUOTES, CHECKS)
_IN_NO_TALKS = "In no talks"
_HOW = {
    PositionKind.STATED: "stated",
    PositionKind.CHARACTERISED_BY_OTHER: "as another party put it",
    PositionKind.REPORTED_UNNAMED: "reported from unnamed sources",
    PositionKind.DOCUMENT: "in a document",
    PositionKind.NO_PUBLIC_POSITION: "",
}
_MARKS = (Mark.RED, Mark.AMBER, Mark.GREEN, Mark.N_A)


class Said(StrEnum):
    """Whether a line has a quote's own words, or only tells of a quote."""

    QUOTE = "quote"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. With a `permit` it is about a quote, whose words follow the text where `said` is QUOTE. `forbidden` are
    names that may not be in it, since its source may not be named.
    """

    heading: str
    text: str
    embargoed: bool = False
    forbidden: tuple[str, ...] = ()
    permit: Permit | None = None
    said: Said = Said.ABOUT
    quote_id: int | None = None


def lines(
    store: Store, since: datetime | None, until: datetime, *, gate_now: datetime, house: House
) -> list[tuple[str, list[Line]]]:
    """(name of the talks or story, its lines), the talks in their order, then what is in none, then the stories."""
    return _Reading(store, read_between(store, since, until), gate_now, house).groups()


class _Reading:
    """Puts what was read into words. Asks of each thing whether its source lets it leave."""

    def __init__(self, store: Store, found: Between, now: datetime, house: House) -> None:
        self._store, self._found, self._now, self._house = store, found, now, house
        self._talks = {one.id: one.name for one in store.talks.negotiations()}
        self._issues = {one.id: one for one in store.talks.issues()}
        self._sources = Sources(store, now, house)
        self._embargoed = held(store, now).developments

    def groups(self) -> list[tuple[str, list[Line]]]:
        by_talks: dict[int | None, list[Line]] = {one: [] for one in (*self._talks, None)}

        def put(talks: int | None, line: Line | None) -> None:
            if line is not None:
                by_talks[talks if talks in self._talks else None].append(line)

        for one, before in sorted(self._found.developments, key=lambda pair: _by_time(pair[0]), reverse=True):
            put(_first(one.negotiation_ids), self._development(one, before))
        for one in reversed(self._found.dropped):
            put(_first(one.negotiation_ids), self._told(one, "taken back: "))
        for moved in reversed(self._found.deadlines):
            put(moved.deadline.negotiation_id, self._deadline(moved))
        for done in reversed(self._found.done):
            put(done.negotiation_id, self._done(done))
        for position, was in reversed(self._found.positions):
            issue = self._issues.get(position.issue_id)
            put(issue.negotiation_id if issue is not None else None, self._position(position, was))
        for tell, numbers in (
            (self._verified, self._found.verified),
            (self._disputed, self._found.disputed),
            (self._settled, self._found.settled),
        ):
            for record in reversed(self._store.quotes.records(numbers)):
                put(_first(record.quote.negotiation_ids), tell(record))
        named = [
            (self._talks.get(talks, _IN_NO_TALKS) if talks is not None else _IN_NO_TALKS, found)
            for talks, found in by_talks.items()
        ]
        return [*named, *self._stories()]

    # What a source lets be told

    def _line(self, heading: str, text: str, *sources: int | None, embargoed: bool = False) -> Line | None:
        """A line about what these sources told; None where one of them may not be published."""
        known = [self._sources.of(one) for one in sources]
        if not all(one.may for one in known):
            return None
        cited = "; ".join(dict.fromkeys(filter(None, map(self._sources.cited, sources))))
        kept = embargoed or any(one.embargoed for one in known)
        forbidden = tuple(name for one in sources for name in self._sources.forbidden(one))
        return Line(heading=heading, text=f"{text} ({cited})" if cited else text, embargoed=kept, forbidden=forbidden)

    # Developments

    def _development(self, one: Development, before: Development | None) -> Line | None:
        if before is None:
            return self._told(one)
        older = self._sources.of(before.source_id)
        line = self._told(one, "corrected: ")
        if line is None or not older.may:
            return line
        return replace(
            line,
            text=f"{line.text}; was: {self._when(before)}{_flat(before.words)}",
            embargoed=line.embargoed or older.embargoed or self._held(before),
            forbidden=line.forbidden + self._sources.forbidden(before.source_id),
        )

    def _held(self, one: Development) -> bool:
        """Whether the development is under an embargo, of its own or of what it corrects."""
        return one.id in self._embargoed

    def _told(self, one: Development, lead: str = "") -> Line | None:
        moved = f" [{', '.join(_moved(axis, value) for axis, value in one.axes)}]" if one.axes else ""
        others = [self._talks[talks] for talks in one.negotiation_ids[1:] if talks in self._talks]
        also = f" [also in {', '.join(others)}]" if others else ""
        text = f"{lead}{self._when(one)}{_flat(one.words)}{moved}{also}"
        return self._line(DEVELOPMENTS, text, one.source_id, embargoed=self._held(one))

    def _when(self, one: Development) -> str:
        return f"{day_text(one.date, self._house) or 'undated'}: "

    # Deadlines

    def _deadline(self, moved: Moved) -> Line | None:
        name = _flat(moved.deadline.name)
        if moved.now is None:
            return self._line(DEADLINES, f"{name}: dropped", *_told_by(moved.before))
        now = self._dates(moved.now)
        certain = {one.date.certainty for one in moved.now} - {Certainty.OCCURRED}
        how = f", {plain(next(iter(certain)))}" if len(certain) == 1 and now else ""
        before = moved.before
        if before is not None and not all(self._sources.of(one).may for one in _told_by(before)):
            before = ()
        if len(moved.now) > 1:
            text = f"{name}: sources differ, {now}"
        elif before is None:
            text = f"{name}: new, {now or 'no date yet'}{how}"
        elif self._dates(before) == now:
            text = f"{name}: {now or 'no date yet'}{how} now"
        elif before:
            text = f"{name}: {self._dates(before)} → {now or 'no date'}{how}"
        else:
            text = f"{name}: {now}{how}"
        return self._line(DEADLINES, text, *_told_by(moved.now))

    def _dates(self, dates: Sequence[DeadlineDate]) -> str:
        return " or ".join(day_text(one.date, self._house) or "undated" for one in dates)

    def _done(self, deadline: Deadline) -> Line | None:
        return self._line(DEADLINES, f"{_flat(deadline.name)}: done", *(one.source_id for one in deadline.dates))

    # Positions

    def _position(self, one: Position, before: Position | None) -> Line | None:
        issue = self._issues.get(one.issue_id)
        whose = self._store.people.party(one.party_id).name
        said = _flat(one.words) or plain(one.kind)
        how = ", ".join(part for part in (_HOW[one.kind], day_text(one.date, self._house)) if part)
        text = f"{whose} on {issue.name if issue is not None else 'an issue'}: {said}{f' [{how}]' if how else ''}"
        line = self._line(POSITIONS, text, one.source_id)
        if line is None or before is None or not self._sources.of(before.source_id).may:
            return line
        older = self._sources.of(before.source_id)
        return replace(
            line,
            text=f"{line.text}; was: {_flat(before.words) or plain(before.kind)}",
            embargoed=line.embargoed or older.embargoed,
            forbidden=line.forbidden + self._sources.forbidden(before.source_id),
        )

    # Quotes

    def _verified(self, record: QuoteRecord) -> Line | None:
        permit = gate(record, now=self._now)
        if not isinstance(permit, Permit):
            return None
        return Line(heading=QUOTES, text="verified: ", permit=permit, said=Said.QUOTE, quote_id=record.quote.id)

    def _disputed(self, record: QuoteRecord) -> Line | None:
        return self._about(record, f"disputed: {{}}: {_flat(record.quote.disputed)}")

    def _settled(self, record: QuoteRecord) -> Line | None:
        return self._about(record, "no longer disputed: {}")

    def _about(self, record: QuoteRecord, text: str, heading: str = QUOTES) -> Line | None:
        """A line that tells of a quote without its words, where these might leave if it were not disputed."""
        permit = gate(record, now=self._now, override="told of, without the words")
        if not isinstance(permit, Permit):
            return None
        whose = attribution_text(permit.attribution)
        origin = permit.origin
        day = day_text(origin.date, self._house) if origin is not None and origin.date.basis is Basis.STATED else ""
        what = " ".join(part for part in ("a quote", f"by {whose}" if whose else "", f"({day})" if day else "") if part)
        kept = record.embargo is not None and in_force(record.embargo, self._now)
        return Line(heading=heading, text=text.replace("{}", what, 1), embargoed=kept, permit=permit)

    # Stories

    def _stories(self) -> list[tuple[str, list[Line]]]:
        found: list[tuple[str, list[Line]]] = []
        slugs = {story.id: story.slug for story in self._store.stories.all()}
        let_out: dict[int | None, list[Line]] = {}
        for copy in reversed(self._found.let_out):
            records = self._store.quotes.records([copy.quote_id])
            text = f"disputed, copied all the same: {{}}, because {_flat(copy.reason)}"
            line = self._about(records[0], text, CHECKS) if records else None
            if line is not None:
                let_out.setdefault(copy.story_id if copy.story_id in slugs else None, []).append(line)
        turned = {story.id: checks for story, checks in self._found.checks}
        for story_id, slug in slugs.items():
            told = [*let_out.get(story_id, ()), *_checks(turned.get(story_id, ()))]
            if told:
                found.append((f"Story: {slug}", told))
        if None in let_out:
            found.append(("For no story", let_out[None]))
        return found


def _checks(turned: Sequence[Turned]) -> list[Line]:
    """What got another mark, red first; what is new is counted."""
    told: list[Line] = []
    for mark in _MARKS:
        told += [
            Line(heading=CHECKS, text=f"{plain(mark)}: {_flat(one.check.what)} [was {plain(one.before)}]")
            for one in reversed(turned)
            if one.now is mark and one.before is not None
        ]
    fresh = [one.now for one in turned if one.before is None]
    if fresh:
        count = ", ".join(f"{fresh.count(mark)} {plain(mark)}" for mark in _MARKS if mark in fresh)
        told.append(Line(heading=CHECKS, text=f"new on the list: {count}"))
    return told


def _by_time(one: Development) -> tuple[bool, tuple[date, str, int]]:
    """By the latest day it can have been; what has no date comes before all others."""
    return (one.date.dated, order(one))


def _first(ids: tuple[int, ...]) -> int | None:
    return ids[0] if ids else None


def _told_by(dates: Sequence[DeadlineDate] | None) -> list[int | None]:
    return [one.source_id for one in dates or ()]


def _flat(words: str) -> str:
    """Words on one line, without the period that the line goes on after."""
    flat = " ".join(words.split())
    return flat[:-1] if flat.endswith(".") and not flat.endswith("..") else flat


def _moved(axis: Axis, value: str) -> str:
    return plain(value) if axis in (Axis.PHASE, Axis.ACTION) else f"{axis} {plain(value)}"
