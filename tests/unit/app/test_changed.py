"""What changed, as it may be sent to an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.app.changed import ChangedText, changed_text
from desk.formats.copies.attribution import HouseStyle
from desk.model.dates import value as dates
from desk.model.dates.span import Span
from desk.model.enums import (
    Axis,
    Basis,
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
from desk.model.released import Released
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
            house=HouseStyle(today=self.now.date()),
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
    desk.log("talks begin", day=8, axes=((Axis.PHASE, "talks_open"),))
    desk.log("sides agree to say little.")
    assert desk.text() == (
        "What changed: Mon Feb 9, 2026, 10 a.m. PT to Mon Feb 9, 2026, 11:01 a.m. PT\n"
        "Pat Reporter\n\n"
        "SAG-AFTRA 2026\n\n"
        "Developments\n"
        "- Feb. 9: sides agree to say little (press conference)\n"
        "- Feb. 8: talks begin [talks open] (press conference)"
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


# Nothing is told surer than it is


CLAIM, EXPECTED = DevelopmentKind.CLAIM, Certainty.EXPECTED


def on(month: int, day: int, certainty: Certainty) -> dates.DateValue:
    return replace(dates.day(date(2026, month, day)), certainty=certainty)


def bare(desk: Desk, words: str, **more: object) -> int:
    """A development without a source."""
    one = Development(
        kind=DevelopmentKind.STATEMENT,
        words=words,
        date=on(2, 9, Certainty.OCCURRED),
        negotiation_ids=(desk.talks,),
    )
    return desk.store.developments.log(replace(one, **more))  # type: ignore[arg-type]


def test_a_claim_is_told_as_somebodys_and_what_has_no_source_as_such(desk: Desk) -> None:
    lee = desk.store.people.add_person(Person(name="Ann Lee", party_id=desk.union))
    bare(desk, "members threaten a walkout", kind=CLAIM, date=on(2, 20, EXPECTED))
    bare(desk, "AMPTP declares an impasse.", kind=CLAIM, party_ids=(desk.studios,), axes=((Axis.PHASE, "broken_off"),))
    desk.log("a final offer is on the table, Lee says", kind=CLAIM, person_ids=(lee,), party_ids=(desk.union,))
    bare(desk, "AMPTP walked out of the room", kind=CLAIM, party_ids=(desk.studios,))
    bare(desk, "pickets are seen")
    text = desk.text()
    assert "- Feb. 20, a claim, nobody named, expected: members threaten a walkout (no source given)" in text
    told = "AMPTP declares an impasse [broken off, as claimed] (no source given)"
    assert f"- Feb. 9, claimed by AMPTP: {told}" in text
    assert "- Feb. 9, claimed by Ann Lee: a final offer is on the table, Lee says (press conference)" in text
    assert "- Feb. 9, a claim naming AMPTP: AMPTP walked out of the room (no source given)" in text
    assert "- Feb. 9: pickets are seen (no source given)" in text


def test_of_a_confidential_claimant_only_the_agreed_attribution_is_told(desk: Desk) -> None:
    secret = desk.store.people.add_person(Person(name="Mara Quandt", party_id=desk.studios, confidential=True))
    call = desk.source("call", SourceKind.INTERVIEW_NOTES, rule=GroundRule.BACKGROUND, title="call with Zelda")
    deep = desk.source("deep", SourceKind.INTERVIEW_NOTES, rule=GroundRule.DEEP_BACKGROUND, title="deep lunch")
    desk.log("the board is split", kind=CLAIM, person_ids=(secret,), source=call)
    desk.log("the offer is final", kind=CLAIM, party_ids=(desk.studios,), source=call)
    desk.log("the money is gone", kind=CLAIM, party_ids=(desk.studios,), source=deep)
    bare(desk, "the vote fails", kind=CLAIM, person_ids=(secret,))
    text = desk.text()
    assert "- Feb. 9, claimed by a person in the room: the board is split" in text.split("\n")
    assert "- Feb. 9, claimed by a person in the room: the offer is final" in text.split("\n")
    assert "- Feb. 9, a claim, nobody named: the money is gone (its source may not be told)" in text
    assert "- Feb. 9, a claim, nobody named: the vote fails (no source given)" in text
    assert not [name for name in ("Quandt", "Zelda", "lunch", "by AMPTP") if name in text]


def test_what_lies_ahead_stands_apart_in_order_and_as_sure_as_it_is(desk: Desk) -> None:
    desk.log("talks begin")
    bare(desk, "Ratification vote set", kind=DevelopmentKind.SCHEDULE, date=on(3, 19, Certainty.SCHEDULED))
    bare(desk, "the board meets at 9 a.m.", date=on(2, 20, Certainty.CONFIRMED))
    bare(desk, "a walkout", date=replace(dates.UNDATED, certainty=EXPECTED), axes=((Axis.ACTION, "strike"),))
    assert desk.text().split("\n\nDevelopments\n")[1] == (
        "- Feb. 9: talks begin (press conference)\n\n"
        "Ahead\n"
        "- Feb. 20, confirmed: the board meets at 9 a.m. (no source given)\n"
        "- March 19, scheduled: Ratification vote set (no source given)\n"
        "- undated, expected: a walkout [not yet: strike] (no source given)"
    )


def test_what_is_said_to_have_occurred_on_a_day_to_come_is_told_as_still_to_come(desk: Desk) -> None:
    desk.log("Ratification vote set", day=19)
    assert "\n\nAhead\n- Feb. 19, still to come: Ratification vote set (press conference)" in desk.text()


def test_what_was_before_is_told_as_sure_as_it_was(desk: Desk) -> None:
    first = bare(desk, "a strike is called", kind=CLAIM, party_ids=(desk.union,))
    desk.later()
    since = desk.now
    desk.later()
    desk.log("no strike is called", corrects=first)
    told = "no strike is called (press conference); was: Feb. 9, a claim naming SAG-AFTRA: a strike is called"
    assert f"- corrected: Feb. 9: {told} (no source given)" in desk.text(since=since)


def test_a_date_that_was_worked_out_is_not_told_as_given(desk: Desk) -> None:
    desk.log("session wraps", date=replace(on(2, 9, Certainty.OCCURRED), basis=Basis.INFERRED))
    assert "- Feb. 9, date inferred: session wraps (press conference)" in desk.text()


def test_a_source_dated_before_what_it_tells_of_is_told_so(desk: Desk) -> None:
    old = desk.source("bulletin", SourceKind.PRESS_RELEASE, title="bulletin", date=dates.day(date(2026, 2, 2)))
    desk.log("session wraps", source=old)
    assert "- Feb. 9: session wraps (bulletin, Feb. 2; its source is dated before it)" in desk.text()
    desk.store.sources.withdraw(old)
    assert "(bulletin, Feb. 2, withdrawn since; its source is dated before it)" in desk.text()


def test_deadlines_are_in_the_order_of_their_dates_and_each_is_one_line(desk: Desk) -> None:
    def due(name: str, *days: tuple[int, int], source: int | None = None) -> int:
        deadlines, (first, *others) = desk.store.deadlines, [on(*each, Certainty.SCHEDULED) for each in days]
        number = deadlines.add(Deadline(name=name, negotiation_id=desk.talks), first, source_id=source)
        for other in others:
            deadlines.add_date(DeadlineDate(deadline_id=number, date=replace(other, certainty=EXPECTED)))
        return number

    due("Vote closes at 5 p.m.", (3, 19))
    due("Contract expires", (3, 6), (3, 16), source=desk.event)
    done = due("Records due", (2, 8), source=desk.event)
    desk.store.deadlines.set_done(done, done=True)
    due("Mediation", (2, 20), source=desk.event)
    assert desk.text().split("\n\nDeadlines\n")[1].split("\n") == [
        "- Records due: done, Feb. 8, scheduled (press conference)",
        "- Mediation: new, Feb. 20, scheduled (press conference)",
        "- Contract expires: sources differ, March 6, scheduled (press conference) or March 16, expected (no source given)",
        "- Vote closes at 5 p.m.: new, March 19, scheduled (no source given)",
    ]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (PositionKind.STATED, "stated"),
        (PositionKind.CHARACTERISED_BY_OTHER, "as another characterised it"),
        (PositionKind.REPORTED_UNNAMED, "reported, from sources who are not named"),
        (PositionKind.DOCUMENT, "from a document"),
    ],
)
def test_a_position_is_told_with_how_it_is_known_and_what_it_was_with_how_that_was(
    desk: Desk, kind: PositionKind, says: str
) -> None:
    position = Position(
        issue_id=desk.issue, party_id=desk.studios, kind=kind, words="3%", date=dates.day(date(2026, 2, 9))
    )
    desk.store.talks.add_position(position)
    assert f"- AMPTP on wages: 3% [{says}, Feb. 9] (no source given)" in desk.text()
    desk.later()
    since = desk.now
    desk.later()
    now = replace(position, kind=PositionKind.NO_PUBLIC_POSITION, words="", date=dates.day(date(2026, 2, 10)))
    desk.store.talks.add_position(replace(now, source_id=desk.event))
    assert f"(press conference); was: 3% [{says}] (no source given)" in desk.text(since=since)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the board meets at 9 a.m.", "the board meets at 9 a.m. ("),
        ("the union leaves the U.S.", "the union leaves the U.S. ("),
        ("a vote is set for Dec.", "a vote is set for Dec. ("),
        ("pickets at Eastside Inc.", "pickets at Eastside Inc. ("),
        ("talks begin.", "talks begin ("),
        ("and so on...", "and so on... ("),
    ],
)
def test_a_period_that_belongs_to_a_word_stays(desk: Desk, words: str, told: str) -> None:
    desk.log(words)
    assert told in desk.text()
