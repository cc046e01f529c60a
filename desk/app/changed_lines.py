"""The lines of what changed, before they are let out: one a thing, grouped by talks and by story, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from desk.app.citations import Citations
from desk.formats.copies.attribution import HouseStyle, attribution_text, day_text
from desk.model.dates.conflicts import effective_of
from desk.model.enums import Basis, Mark, plain
from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force
from desk.model.quotes.gate import Permit, gate
from desk.model.records import DeadlineDate, Development, Position, QuoteRecord
from desk.model.talks.fold import order
from desk.model.talks.grounds import NO_SOURCE, Footing, is_ahead
from desk.model.talks.standing import moved_words
from desk.model.talks.timeline import ahead_in_order
from desk.model.text import without_period
from desk.store.store import Store
from desk.store.subjects.changes import Between, Moved, Turned, read_between
from desk.store.subjects.embargoes import held

DEVELOPMENTS, AHEAD, DEADLINES, POSITIONS = "Developments", "Ahead", "Deadlines", "Positions"
QUOTES, CHECKS = "Quotes", "Checks"
#: What stands under each negotiation or story, in this order.
HEADINGS = (DEVELOPMENTS, AHEAD, DEADLINES, POSITIONS, QUOTES, CHECKS)
_IN_NO_TALKS = "In no talks"
_MARKS = (Mark.RED, Mark.AMBER, Mark.GREEN, Mark.N_A)


class Said(StrEnum):
    """Whether a line has a quote's own words, or only tells of a quote."""

    QUOTE = "quote"
    ABOUT = "about"


@frozen(kw_only=True)
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
    store: Store, since: datetime | None, until: datetime, *, gate_now: datetime, house: HouseStyle
) -> list[tuple[str, list[Line]]]:
    """(name of the talks or story, its lines), the talks in their order, then what is in none, then the stories."""
    return _Reading(store, read_between(store, since, until), gate_now, house).groups()


class _Reading:
    """Puts what was read into words. Asks of each thing whether its source lets it leave."""

    def __init__(self, store: Store, found: Between, now: datetime, house: HouseStyle) -> None:
        self._store, self._found, self._now, self._house = store, found, now, house
        self._talks = {one.id: one.name for one in store.talks.negotiations()}
        self._issues = {one.id: one for one in store.talks.issues()}
        self._sources = Citations(store, now, house)
        self._embargoed = held(store, now).developments

    def groups(self) -> list[tuple[str, list[Line]]]:
        by_talks: dict[int | None, list[Line]] = {one: [] for one in (*self._talks, None)}

        def put(talks: int | None, line: Line | None) -> None:
            if line is not None:
                by_talks[talks if talks in self._talks else None].append(line)

        today = self._house.today
        corrected = {one.id: before for one, before in self._found.developments}
        learned = [one for one, _ in self._found.developments]
        happened = sorted((one for one in learned if not is_ahead(one, today)), key=_by_time, reverse=True)
        for one in (*happened, *ahead_in_order(learned, today)):
            put(_first(one.negotiation_ids), self._development(one, corrected[one.id]))
        for one in reversed(self._found.dropped):
            put(_first(one.negotiation_ids), self._told(one, "taken back: "))
        for moved in self._deadlines():
            put(moved.deadline.negotiation_id, self._deadline(moved))
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
        kept = embargoed or any(one.embargoed for one in known)
        forbidden = tuple(name for one in sources for name in self._sources.forbidden(one))
        return Line(heading=heading, text=text, embargoed=kept, forbidden=forbidden)

    def _footing(self, one: Development | Position | DeadlineDate) -> Footing:
        """What it rests on, as it may be told. Only where its source lets it be told at all."""
        return self._sources.grounds([one]).of(one, self._house.today)

    def _add_earlier(
        self, line: Line | None, now: Footing, was: Development | Position | None, text: str
    ) -> Line | None:
        """The line with what stood before, where that may be told; with its source where that was another."""
        if line is None or was is None:
            return line
        older = self._sources.of(was.source_id)
        if not older.may:
            return line
        footing = self._footing(was)
        from_ = _cited(footing) if footing.origin != now.origin else ""
        return replace(
            line,
            text=f"{line.text}; was: {text}{from_}",
            embargoed=line.embargoed or older.embargoed or (isinstance(was, Development) and self._held(was)),
            forbidden=line.forbidden + self._sources.forbidden(was.source_id),
        )

    # Developments

    def _development(self, one: Development, before: Development | None) -> Line | None:
        line = self._told(one, "corrected: " if before is not None else "")
        if line is None or before is None or not self._sources.of(before.source_id).may:
            return line
        return self._add_earlier(line, self._footing(one), before, f"{self._when(before)}{_flat(before.words)}")

    def _held(self, one: Development) -> bool:
        """Return True if the development is under an embargo, of its own or of what it corrects."""
        return one.id in self._embargoed

    def _told(self, one: Development, lead: str = "") -> Line | None:
        if not self._sources.of(one.source_id).may:
            return None
        moves = moved_words(one, self._house.today)
        moved = f" [{moves}]" if moves else ""
        others = [self._talks[talks] for talks in one.negotiation_ids[1:] if talks in self._talks]
        also = f" [also in {', '.join(others)}]" if others else ""
        text = f"{lead}{self._when(one)}{_flat(one.words)}{moved}{also}{_cited(self._footing(one))}"
        heading = AHEAD if is_ahead(one, self._house.today) else DEVELOPMENTS
        return self._line(heading, text, one.source_id, embargoed=self._held(one))

    def _when(self, one: Development) -> str:
        """When it was, and whatever makes it less than a fact: "Dec. 19, claimed by AMPTP, expected: "."""
        when = day_text(one.date, self._house) or "undated"
        footing = self._footing(one)
        return f"{', '.join(part for part in (when, footing.dated_how, footing.how) if part)}: "

    # Deadlines

    def _deadlines(self) -> list[Moved]:
        """What was moved, added, dropped or done, each once, in the order of the dates."""
        moved = {one.deadline.id: one for one in self._found.deadlines}
        for done in self._found.done:
            dates = effective_of(done.dates, lambda one: one.date).shown
            moved.setdefault(done.id, Moved(done, dates, dates))
        return sorted(moved.values(), key=lambda one: _date_order(one.now if one.now is not None else one.before))

    def _deadline(self, moved: Moved) -> Line | None:
        name = _flat(moved.deadline.name)
        if moved.now is None:
            if not self._tellable(moved.before):
                return None
            return self._line(DEADLINES, f"{name}: dropped{self._told_by(moved.before)}", *_source_ids(moved.before))
        if not self._tellable(moved.now):
            return None
        before = moved.before if moved.before is None or self._tellable(moved.before) else ()
        done = any(one.id == moved.deadline.id for one in self._found.done)
        conflict = len(moved.now) > 1
        now = " or ".join(self._date(one, done=done) for one in moved.now)
        was, is_now = (" or ".join(map(self._day, dates or ())) for dates in (before, moved.now))
        if conflict:
            text = f"sources differ, {now}"
        elif not moved.now:
            text = f"{was} → no date" if was else "no date yet"
            text += f" ({NO_SOURCE})"
        elif before and was != is_now:
            text = f"{was} → {now}"
        elif before is None and not done:
            text = f"new, {now}"
        else:
            text = now if done or not before else f"{now}, now so"
        return self._line(DEADLINES, f"{name}: {'done, ' if done else ''}{text}", *_source_ids(moved.now))

    def _tellable(self, dates: Sequence[DeadlineDate] | None) -> bool:
        return all(self._sources.of(one).may for one in _source_ids(dates))

    def _day(self, one: DeadlineDate) -> str:
        return day_text(one.date, self._house) or "undated"

    def _date(self, one: DeadlineDate, *, done: bool) -> str:
        """One date with how sure it is and where it is from: "Feb. 23, scheduled (press conference)". That the day of
        what is done went by is no matter.
        """
        footing = self._footing(one)
        footing = replace(footing, late=footing.late and not done)
        how = footing.how or (plain(one.date.certainty) if one.date.dated else "")
        return f"{', '.join(part for part in (self._day(one), how, footing.dated_how) if part)}{_cited(footing)}"

    def _told_by(self, dates: Sequence[DeadlineDate] | None) -> str:
        return "".join(dict.fromkeys(_cited(self._footing(one)) for one in dates or ()))

    # Positions

    def _position(self, one: Position, before: Position | None) -> Line | None:
        if not self._sources.of(one.source_id).may:
            return None
        issue = self._issues.get(one.issue_id)
        whose = self._store.people.party(one.party_id).name
        footing = self._footing(one)
        how = ", ".join(
            part for part in (footing.known_how, day_text(one.date, self._house), footing.dated_how) if part
        )
        text = (
            f"{whose} on {issue.name if issue is not None else 'an issue'}: {_wanted(one)}{f' [{how}]' if how else ''}"
        )
        line = self._line(POSITIONS, f"{text}{_cited(footing)}", one.source_id)
        if before is None or not self._sources.of(before.source_id).may:
            return line
        earlier = self._footing(before).known_how
        as_known = f" [{earlier}]" if earlier and earlier != footing.known_how else ""
        return self._add_earlier(line, footing, before, f"{_wanted(before)}{as_known}")

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


def _source_ids(dates: Sequence[DeadlineDate] | None) -> list[int | None]:
    return [one.source_id for one in dates or ()]


def _date_order(dates: Sequence[DeadlineDate] | None) -> tuple[date, date]:
    """The first and the last day on which the nearest of them may be; what has no date at the end."""
    days = [(one.date.start or one.date.end, one.date.end) for one in dates or () if one.date.end is not None]
    return min(((first or last, last) for first, last in days if last is not None), default=(date.max, date.max))


def _cited(footing: Footing) -> str:
    """The source in brackets, and what is to be looked at; nothing of a source who is named as the claimant already."""
    source = footing.source.words if footing.source is not None else ""
    parts = ("" if source and footing.claimed_by.by == (source,) else footing.origin, footing.doubt)
    told = "; ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def _wanted(one: Position) -> str:
    return _flat(one.words) or plain(one.kind)


def _flat(words: str) -> str:
    """Words on one line, without the period that the line goes on after."""
    return without_period(" ".join(words.split()))
