"""What changed, as it may be sent to an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.model import dates
from desk.model.records import (
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
)
from desk.model.span import Span
from desk.model.words import (
    Axis,
    Certainty,
    DevelopmentKind,
    GroundRule,
    Mark,
    PartyKind,
    PositionKind,
    SourceKind,
    Tier,
    VerificationKind,
)
from desk.output.attribution import House
from desk.output.changed import ChangedText, changed_text
from desk.output.release import Released
from desk.store.store import Store
from tests.finding import person_called

MONDAY = datetime(2026, 2, 9, 18, tzinfo=UTC)
ZONE = "America/Los_Angeles"


class Desk:
    """A reporter's desk on a Monday, with one set of talks; time passes when it is told to."""

    def __init__(self, path: Path) -> None:
        self.now = MONDAY
        self.store = store = Store.open(path, clock=lambda: self.now)
        store.settings.put("reporter", "Pat Reporter")
        self.union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
        self.studios = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
        self.talks = store.talks.add_negotiation(
            Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(self.union, self.studios))
        )
        self.issue = store.talks.add_issue(Issue(negotiation_id=self.talks, name="wages"))
        self.event = self.source("presser", SourceKind.PUBLIC_EVENT, title="press conference")
        self.since = self.now

    def source(self, code: str, kind: SourceKind, *, rule: GroundRule | None = None, **more: object) -> int:
        terms = Terms(rule=rule, attribution="a person in the room", agreed_with="Zelda Quixano") if rule else None
        value = Source(code=code, kind=kind, tier=Tier.PRIMARY)
        return self.store.sources.add(replace(value, **more), terms=terms)  # type: ignore[arg-type]

    def later(self, **span: float) -> None:
        self.now += timedelta(**(span or {"hours": 1}))

    def log(self, words: str, *, day: int = 9, source: int | None = None, **more: object) -> int:
        one = Development(
            kind=DevelopmentKind.SESSION,
            words=words,
            date=replace(dates.day(date(2026, 2, day)), certainty=Certainty.OCCURRED),
            negotiation_ids=(self.talks,),
            source_id=source if source is not None else self.event,
        )
        return self.store.developments.log(replace(one, **more))  # type: ignore[arg-type]

    def quote(self, words: str, *, source: int | None = None, verify: bool = False, name: str = "Ann Lee") -> int:
        person = person_called(self.store, name)
        person_id = person.id if person else self.store.people.add_person(Person(name=name))
        number = self.store.quotes.add(
            Quote(
                words=words,
                speakers=(Speaker(person_id=person_id, name=name, title="president", party="SAG-AFTRA"),),
                source_id=source if source is not None else self.event,
                negotiation_ids=(self.talks,),
            )
        )
        if verify:
            of = source or self.event
            self.store.quotes.verify(
                number,
                VerificationKind.RECORDING,
                source_id=of,
                locator="1:00",
                passage="" if of == self.event else words,
            )
        return number

    def changed(self, since: datetime | None = None, until: datetime | None = None) -> ChangedText:
        self.later(minutes=1)
        return changed_text(
            self.store, Span("", since or self.since, until), now=self.now, gate_now=self.now, zone=ZONE,
            house=House(today=self.now.date()),
        )  # fmt: skip

    def text(self, **span: datetime) -> str:
        released = self.changed(**span).released
        assert isinstance(released, Released)
        assert released.way.name == "changed"
        return released.text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "talks.db")
    opened.later()
    yield opened
    opened.store.close()


def test_it_says_whose_it_is_and_of_which_span_and_groups_by_talks(desk: Desk) -> None:
    desk.log("talks begin", axes=((Axis.PHASE, "talks_open"),))
    desk.log("sides agree to say little.", day=10)
    assert desk.text() == (
        "What changed: Mon Feb 9, 2026, 10 a.m. PT to Mon Feb 9, 2026, 11:01 a.m. PT\n"
        "Pat Reporter\n\n"
        "SAG-AFTRA 2026\n\n"
        "Developments\n"
        "- Feb. 10: sides agree to say little (press conference)\n"
        "- Feb. 9: talks begin [talks open] (press conference)"
    )


def test_nothing_is_said_to_be_nothing(desk: Desk) -> None:
    assert desk.text().endswith("\n\nNothing that can be told.")


def test_a_correction_says_what_it_was_and_what_was_taken_back_is_told(desk: Desk) -> None:
    first, second = desk.log("talks begin at noon"), desk.log("talks move")
    desk.later()
    since = desk.now
    desk.later()
    again = desk.log("talks begin at two", corrects=first)
    desk.log("talks begin at one", corrects=again)
    desk.store.developments.withdraw(second)
    text = desk.text(since=since)
    assert "- corrected: Feb. 9: talks begin at one (press conference); was: Feb. 9: talks begin at noon" in text
    assert "- taken back: Feb. 9: talks move" in text
    assert "at two" not in text


def test_what_came_and_went_within_the_span_is_not_told(desk: Desk) -> None:
    desk.log("a slip of the finger")
    desk.store.history.undo()
    assert "slip" not in desk.text()


def test_a_deadline_that_moved_has_both_dates(desk: Desk) -> None:
    number = desk.store.deadlines.add(
        Deadline(name="Talks resume", negotiation_id=desk.talks), dates.day(date(2026, 2, 16)), source_id=desk.event
    )
    desk.later()
    since = desk.now
    desk.later()
    (old,) = desk.store.deadlines.get(number).dates
    desk.store.deadlines.add_date(
        DeadlineDate(
            deadline_id=number,
            date=replace(dates.day(date(2026, 2, 23)), certainty=Certainty.SCHEDULED),
            corrects=old.id,
            source_id=desk.event,
        )
    )
    assert "- Talks resume: Feb. 16 → Feb. 23, scheduled (press conference)" in desk.text(since=since)
    desk.store.deadlines.add_date(DeadlineDate(deadline_id=number, date=dates.day(date(2026, 3, 2))))
    told = "sources differ, Feb. 23, scheduled (press conference) or March 2, expected (no source given)"
    assert f"- Talks resume: {told}" in desk.text(since=since)
    desk.store.deadlines.set_done(number, done=True)
    assert "- Talks resume: done" in desk.text(since=since)
    desk.store.deadlines.withdraw(number)
    assert "- Talks resume: dropped" in desk.text(since=since)


def test_a_position_that_changed_says_what_it_was(desk: Desk) -> None:
    def position(words: str, day: int) -> None:
        desk.store.talks.add_position(
            Position(
                issue_id=desk.issue,
                party_id=desk.studios,
                kind=PositionKind.STATED,
                words=words,
                date=dates.day(date(2026, 2, day)),
                source_id=desk.event,
            )
        )

    position("3%", 9)
    desk.later()
    since = desk.now
    desk.later()
    position("4%", 10)
    assert "- AMPTP on wages: 4% [stated, Feb. 10] (press conference); was: 3%" in desk.text(since=since)


def test_a_verified_quote_goes_with_its_words_and_one_that_is_not_stays_behind(desk: Desk) -> None:
    number = desk.quote("We will stay.\n\nAnd we will wait.", verify=True)
    desk.quote("Nobody has checked this.")
    stale = desk.quote("This was changed.", verify=True)
    desk.store.quotes.edit(replace(desk.store.quotes.get(stale), words="This was changed since."))
    made = desk.changed()
    assert isinstance(made.released, Released)
    line = "verified: “We will stay. And we will wait,” Ann Lee, president of SAG-AFTRA, said."
    assert f"\n\nQuotes\n- {line}" in made.released.text
    assert made.quotes == ((number, line),)
    assert "checked this" not in made.released.text
    assert "changed since" not in made.released.text
    assert made.left_out == "Left out: 1 not verified, stamped or under embargo."


def test_a_disputed_quote_is_told_of_without_its_words(desk: Desk) -> None:
    number = desk.quote("We will stay.", verify=True)
    desk.store.quotes.dispute(number, "she denies it")
    text = desk.text()
    assert "- disputed: a quote by Ann Lee, president of SAG-AFTRA: she denies it" in text
    assert "We will stay" not in text
    since = desk.now
    desk.later()
    desk.store.quotes.dispute(number, "")
    assert "- no longer disputed: a quote by Ann Lee, president of SAG-AFTRA" in desk.text(since=since)


def test_checks_that_turned_are_told_and_new_ones_counted(desk: Desk) -> None:
    story = desk.store.stories.add(Story(slug="week-one"))
    one = desk.store.stories.add_check(Check(story_id=story, what="March 6 is a Friday"))
    desk.store.stories.add_check(Check(story_id=story, what="the title"), mark=Mark.AMBER)
    assert "Story: week-one\n\nChecks\n- new on the list: 1 red, 1 amber" in desk.text()
    since = desk.now
    desk.later()
    desk.store.stories.mark(CheckMark(check_id=one, mark=Mark.GREEN, evidence="the calendar"))
    assert "- green: March 6 is a Friday [was red]" in desk.text(since=since)


def test_a_disputed_quote_that_was_copied_all_the_same_stands_with_its_story(desk: Desk) -> None:
    story = desk.store.stories.add(Story(slug="week-one"))
    number = desk.quote("We will stay.")
    desk.store.quotes.dispute(number, "she denies it")
    desk.store.copies.log(
        Copied(quote_id=number, story_id=story, format="words", text="x", mechanism="tmux", reason="it is the story")
    )
    text = desk.text()
    told = "disputed, copied all the same: a quote by Ann Lee, president of SAG-AFTRA, because it is the story"
    assert f"Story: week-one\n\nChecks\n- {told}" in text


# What may not leave


@pytest.mark.parametrize("rule", [GroundRule.OFF_RECORD, GroundRule.UNKNOWN])
def test_what_terms_keep_back_is_not_in_it_and_not_counted(desk: Desk, rule: GroundRule) -> None:
    source = desk.source("call", SourceKind.INTERVIEW_NOTES, rule=rule)
    desk.log("pelicans will strike", source=source)
    desk.quote("Pelicans will strike.", source=source, verify=True)
    disputed = desk.quote("Pelicans are cheap.", source=source)
    desk.store.quotes.dispute(disputed, "pelicans deny it")
    desk.store.deadlines.add(
        Deadline(name="pelican day", negotiation_id=desk.talks), dates.day(date(2026, 3, 1)), source_id=source
    )
    made = desk.changed()
    assert isinstance(made.released, Released)
    assert "elican" not in made.released.text
    assert (made.count, made.left_out) == (0, "")


def test_a_source_that_may_not_be_named_is_cited_as_agreed_and_never_by_a_name(desk: Desk) -> None:
    source = desk.source("call", SourceKind.INTERVIEW_NOTES, rule=GroundRule.BACKGROUND, title="call with Zelda")
    desk.quote("We will stay.", source=source, verify=True, name="Bea Storck")
    desk.log("the sides are close", source=source)
    desk.log("Quixano says they are close", source=source)
    desk.log("Storck left early", source=source)
    made = desk.changed()
    assert isinstance(made.released, Released)
    assert "the sides are close (a person in the room)" in made.released.text
    assert "verified: “We will stay,” a person in the room said." in made.released.text
    assert not [name for name in ("Quixano", "Zelda", "Storck", "Bea") if name in made.released.text]
    assert made.left_out == "Left out: 2 with a confidential name."


def test_a_line_with_a_confidential_name_stays_behind_and_the_text_does_not_tell(desk: Desk) -> None:
    desk.store.people.add_person(Person(name="Mara Quandt", aliases=("MQ Hammer",), confidential=True))
    story = desk.store.stories.add(Story(slug="the-quandt-files"))
    desk.store.stories.add_check(Check(story_id=story, what="a date"))
    desk.log("M. Quandt walks out")
    desk.log("talks begin")
    desk.store.deadlines.add(Deadline(name="call Mara Quandt", negotiation_id=desk.talks), dates.day(date(2026, 3, 1)))
    made = desk.changed()
    assert isinstance(made.released, Released)
    assert "uandt" not in made.released.text
    assert "talks begin" in made.released.text
    assert "eft out:" not in made.released.text
    assert made.left_out == "Left out: 2 with a confidential name."


def test_what_is_under_embargo_stays_behind_until_it_is_over(desk: Desk) -> None:
    source = desk.source("release", SourceKind.PRESS_RELEASE, title="deal reached")
    embargo = Embargo(until=desk.now + timedelta(days=1), zone=ZONE)
    desk.store.sources.set_embargo(replace(embargo, source_id=source))
    desk.log("a deal is reached", source=source)
    number = desk.log("the board meets")
    desk.store.sources.set_embargo(replace(embargo, development_id=number))
    desk.quote("We have a deal.", source=source, verify=True)
    made = desk.changed()
    assert isinstance(made.released, Released)
    assert (made.count, made.left_out) == (0, "Left out: 3 not verified, stamped or under embargo.")
    desk.later(days=2)
    text = desk.text()
    assert "a deal is reached" in text
    assert "the board meets" in text
    assert "We have a deal" in text


def test_one_who_may_be_named_is_named_though_a_confidential_one_has_that_surname(desk: Desk) -> None:
    desk.store.people.add_person(Person(name="Mara Storck", confidential=True))
    desk.quote("We will stay.", verify=True, name="Bea Storck")
    assert "Bea Storck, president of SAG-AFTRA" in desk.text()


def test_a_reporter_with_a_confidential_ones_surname_can_send_it_all_the_same(desk: Desk) -> None:
    desk.store.people.add_person(Person(name="Mara Reporter", confidential=True))
    desk.log("talks begin")
    desk.log("Reporter walks out")
    made = desk.changed()
    assert isinstance(made.released, Released)
    assert "\nPat Reporter\n" in made.released.text
    assert "walks out" not in made.released.text


def test_a_span_of_the_past_tells_what_was_known_at_its_end(desk: Desk) -> None:
    number = desk.log("talks begin at noon")
    desk.later()
    until = desk.now
    desk.later()
    desk.log("talks begin at two", corrects=number)
    text = desk.text(since=desk.since, until=until)
    assert "at noon" in text
    assert "at two" not in text


def test_each_thing_is_one_line_whatever_its_words(desk: Desk) -> None:
    for number in range(40):
        desk.log(f"line {number}\nand more\n\n- of it")
    lines = desk.text().split("\nDevelopments\n")[1].split("\n")
    assert len(lines) == 40
    assert all(line.startswith("- Feb. 9: line ") for line in lines)
