"""The demo holds every fact of its one story, each as it was known by the demo's clock, and nothing besides."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.app.importing import demo
from desk.app.views.deadlines import Due, read_deadlines
from desk.model.dates import show as dateshow
from desk.model.dates.zones import to_utc
from desk.model.enums import (
    Axis,
    Basis,
    Bound,
    Certainty,
    CommentOutcome,
    DevelopmentKind,
    EndMark,
    GroundRule,
    Mark,
    PartyKind,
    PositionKind,
    Precision,
    QuoteForm,
    QuoteState,
    SourceKind,
    Tier,
)
from desk.model.quotes.fingerprint import state
from desk.model.quotes.gate import Permit, gate
from desk.model.records import Development, QuoteRecord
from desk.model.talks.fold import Standing, first_day, fold, latest_positions
from desk.store.store import Store
from tests.finding import talks_called

FEBRUARY = demo.starts_at()
MARCH = to_utc(datetime(2026, 3, 7), demo.ZONE)


def opened(path: Path, now: datetime) -> Store:
    with Store.open(path, clock=lambda: now, via="demo") as store:
        demo.load_demo(store, until=now)
    return Store.open(path, clock=lambda: now)


@pytest.fixture(scope="module")
def february(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return opened(tmp_path_factory.mktemp("february") / "talks.db", FEBRUARY)


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return opened(tmp_path_factory.mktemp("march") / "talks.db", MARCH)


def standing(store: Store, code: str) -> Standing:
    talks = talks_called(store, code)
    assert talks is not None
    assert talks.id is not None
    return fold(store.developments.all(), talks.id)


def ahead(store: Store, now: datetime) -> list[Due]:
    return list(read_deadlines(store, now, demo.ZONE).ahead)


def left(due: Due, now: datetime) -> list[str]:
    return [str(dateshow.days_left(one.date, now, demo.ZONE)) for one in due.dates]


def records(store: Store) -> list[QuoteRecord]:
    return store.quotes.records(sorted(store.quotes.newest()))


def development(store: Store, begins: str) -> Development:
    (found,) = [one for one in store.developments.all() if one.words.startswith(begins)]
    return found


def test_the_demo_starts_on_the_saturday_after_the_first_week_at_nine_in_los_angeles() -> None:
    assert datetime(2026, 2, 14, 17, tzinfo=UTC) == FEBRUARY


def test_the_desk_knows_who_takes_part(february: Store, march: Store) -> None:
    kinds = {one.name: one.kind for one in february.people.parties()}
    assert kinds == {
        "SAG-AFTRA": PartyKind.UNION,
        "AMPTP": PartyKind.EMPLOYER_ASSOCIATION,
        "WGA": PartyKind.UNION,
        "DGA": PartyKind.UNION,
    }
    assert [one.name for one in february.people.persons()] == ["Duncan Crabtree-Ireland"]
    assert {one.name for one in march.people.persons()} == {"Duncan Crabtree-Ireland", "Sean Astin", "Greg Hessinger"}


def test_sources_are_what_they_are_and_known_when_they_were(february: Store, march: Store) -> None:
    assert {one.code for one in february.sources.all()} == {"S1", "S3", "S4"}
    found = {one.code: one for one in march.sources.all()}
    assert {code: (one.kind, one.tier) for code, one in found.items()} == {
        "S1": (SourceKind.PUBLISHED_REPORT, Tier.SECONDARY),
        "S2": (SourceKind.PUBLISHED_REPORT, Tier.SECONDARY),
        "S3": (SourceKind.DOCUMENT, Tier.PRIMARY),
        "S4": (SourceKind.PUBLISHED_REPORT, Tier.SECONDARY),
    }
    assert {march.sources.effective_terms(one).rule for one in found.values()} == {GroundRule.ON_RECORD}
    assert found["S1"].outlet == ""
    assert (found["S1"].date.start, found["S1"].date.end) == (date(2026, 2, 13), date(2026, 2, 14))
    assert found["S1"].date.basis is Basis.INFERRED
    assert found["S2"].outlet == "TheWrap"
    assert found["S2"].recorded_at == datetime(2026, 3, 7, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "phase", "contract", "action", "blackout"),
    [
        ("sag-aftra-2026", "talks_open", "in_force", "unknown", "mutual"),
        ("wga-2026", "pre_talks", "unknown", "unknown", "unknown"),
        ("dga-2026", "pre_talks", "unknown", "unknown", "unknown"),
        ("sag-aftra-2023", "ratified", "superseded", "strike_ended", "lifted"),
    ],
)
def test_the_four_axes_of_each_negotiation(
    february: Store, code: str, phase: str, contract: str, action: str, blackout: str
) -> None:
    stands = standing(february, code)
    assert [stands[axis] for axis in Axis] == [phase, contract, action, blackout]


def test_only_the_talks_of_2023_are_archived(february: Store) -> None:
    assert [one.code for one in february.talks.negotiations() if one.archived] == ["sag-aftra-2023"]


@pytest.mark.parametrize(
    ("on", "phase", "contract", "action"),
    [
        (date(2023, 6, 6), "unknown", "unknown", "strike_vote_passed"),
        (date(2023, 6, 7), "talks_open", "unknown", "strike_vote_passed"),
        (date(2023, 7, 1), "talks_open", "extended", "strike_vote_passed"),
        (date(2023, 7, 14), "talks_open", "expired", "strike"),
        (date(2023, 11, 8), "tentative_agreement", "expired", "strike"),
        (date(2023, 11, 9), "tentative_agreement", "expired", "strike_suspended"),
        (date(2023, 11, 20), "ratification_vote", "expired", "strike_suspended"),
        (date(2023, 12, 5), "ratified", "superseded", "strike_ended"),
    ],
)
def test_how_the_talks_of_2023_stood_on_any_day(
    february: Store, on: date, phase: str, contract: str, action: str
) -> None:
    talks = talks_called(february, "sag-aftra-2023")
    assert talks is not None
    assert talks.id is not None
    stood = fold(february.developments.all(), talks.id, happened_by=on)
    assert [stood[axis] for axis in (Axis.PHASE, Axis.CONTRACT, Axis.ACTION)] == [phase, contract, action]


@pytest.mark.parametrize(("code", "days"), [("sag-aftra-2023", 23), ("sag-aftra-2026", 141)])
def test_the_pace_of_a_cycle_from_first_day_to_expiry(february: Store, code: str, days: int) -> None:
    talks = talks_called(february, code)
    assert talks is not None
    assert talks.id is not None
    first = first_day(february.developments.all(), talks.id)
    (expiry,) = [one for one in february.deadlines.all() if one.negotiation_id == talks.id and one.kind == "expiry"]
    assert first is not None
    assert expiry.dates[0].date.end is not None
    assert (expiry.dates[0].date.end - first).days == days


def test_no_position_is_stated_and_the_studios_have_none(february: Store) -> None:
    talks = talks_called(february, "sag-aftra-2026")
    assert talks is not None
    assert talks.id is not None
    union, studios = talks.party_ids
    issues = february.talks.issues(talks.id)
    assert [one.name for one in issues] == [
        "Health and pension funding",
        "AI and digital likeness",
        "Streaming residuals",
    ]
    latest = latest_positions(february.talks.positions(talks.id))
    for issue in issues:
        assert issue.id is not None
        assert latest[issue.id, union].kind is PositionKind.REPORTED_UNNAMED
        assert not latest[issue.id, union].date.dated
        assert latest[issue.id, studios].kind is PositionKind.NO_PUBLIC_POSITION


@pytest.mark.parametrize(
    ("begins", "precision", "bound", "start", "end", "basis"),
    [
        ("a labour standoff", Precision.YEAR, Bound.ON, date(2023, 1, 1), date(2023, 12, 31), Basis.STATED),
        ("initial AI protections", Precision.YEAR, Bound.ON, date(2023, 1, 1), date(2023, 12, 31), Basis.STATED),
        ("Crabtree-Ireland appears", Precision.MONTH, Bound.ON, date(2026, 1, 1), date(2026, 1, 31), Basis.STATED),
        ("2023 contract in force", Precision.DAY, Bound.BY, None, date(2026, 2, 9), Basis.DERIVED),
        ("sides agree to limit", Precision.DAY, Bound.BETWEEN, date(2026, 2, 9), date(2026, 2, 13), Basis.INFERRED),
        ("DGA states its support", Precision.DAY, Bound.ON, date(2026, 2, 9), date(2026, 2, 9), Basis.INFERRED),
        ("session wraps", Precision.DAY, Bound.ON, date(2026, 2, 13), date(2026, 2, 13), Basis.INFERRED),
        ("both sides decline", Precision.UNDATED, Bound.ON, None, None, Basis.STATED),
    ],
)
def test_what_happened_is_dated_as_exactly_as_it_is_known(
    february: Store, begins: str, precision: Precision, bound: Bound, start: date | None, end: date | None, basis: Basis
) -> None:
    when = development(february, begins).date
    assert (when.precision, when.bound, when.start, when.end, when.basis) == (precision, bound, start, end, basis)
    assert when.certainty is Certainty.OCCURRED


def test_both_sides_declined_and_the_statement_of_support_belongs_to_two_talks(february: Store) -> None:
    sought = development(february, "both sides decline")
    assert sought.kind is DevelopmentKind.COMMENT_SOUGHT
    assert [asked.outcome for asked in sought.asked] == [CommentOutcome.DECLINED] * 2
    names = {one.id: one.code for one in february.talks.negotiations()}
    support = development(february, "DGA states")
    assert {names[one] for one in support.negotiation_ids} == {"sag-aftra-2026", "dga-2026"}


def test_four_deadlines_are_ahead_on_february_14(february: Store) -> None:
    told = [(one.deadline.name, left(one, FEBRUARY)) for one in ahead(february, FEBRUARY)]
    assert told == [
        ("Talks resume", ["2–8 d"]),
        ("WGA talks begin", ["20 d"]),
        ("DGA talks begin", ["11–15 wk"]),
        ("SAG-AFTRA contract expires", ["136 d"]),
    ]
    assert read_deadlines(february, FEBRUARY, demo.ZONE).done == ()
    assert not any(one.conflict for one in ahead(february, FEBRUARY))


def test_five_are_ahead_on_march_7_one_of_them_in_conflict_and_one_narrowed(march: Store) -> None:
    due = {one.deadline.name: one for one in ahead(march, MARCH)}
    assert len(due) == 5
    assert [name for name, one in due.items() if one.conflict] == ["WGA talks begin"]
    assert [one.date.start for one in due["WGA talks begin"].dates] == [date(2026, 3, 6), date(2026, 3, 16)]
    assert [one.date.start for one in due["DGA talks begin"].dates] == [date(2026, 5, 11)]
    assert [one.date.start for one in due["WGA contract expires"].dates] == [date(2026, 5, 1)]


def test_what_march_brought_is_not_known_in_february(february: Store, march: Store) -> None:
    extended = development(march, "sides extend talks")
    assert extended.recorded_at == datetime(2026, 3, 7, 2, tzinfo=UTC)
    known = march.developments.all(known_by=FEBRUARY)
    assert {one.words for one in known} == {one.words for one in february.developments.all()}


def test_every_quote_matches_a_report_and_none_is_verified(march: Store) -> None:
    assert [state(one) for one in records(march)] == [QuoteState.MATCHES_REPORT] * 5


def test_the_quotes_are_as_they_were_printed(march: Store) -> None:
    q1, q2, q3, p1, q4 = (one.quote for one in records(march))
    assert (q1.end_mark, q2.end_mark, q3.end_mark) == (EndMark.UNKNOWN, EndMark.UNKNOWN, EndMark.GIVEN)
    assert q1.speakers[0].name == "Duncan Crabtree-Ireland"
    assert q1.speakers[0].title == "national executive director"
    assert q1.date.precision is Precision.MONTH
    assert [one.name for one in q2.speakers] == ["DGA"]
    assert q2.speakers[0].party_id is not None
    assert q3.words.endswith("valued.")
    assert (p1.form, p1.date.dated) == (QuoteForm.PARAPHRASE, False)
    assert [one.name for one in q4.speakers] == ["SAG-AFTRA", "AMPTP"]


def test_the_fifth_quote_came_with_the_second_report(february: Store) -> None:
    assert february.quotes.count() == 4


def test_every_quote_may_leave_with_its_stamp(march: Store) -> None:
    for record in records(march):
        permit = gate(record, now=MARCH)
        assert isinstance(permit, Permit)
        assert permit.stamp.startswith("[per ")


def test_twenty_checks_of_which_none_is_green(february: Store) -> None:
    story = february.stories.find("sag-aftra-week-one")
    assert story is not None
    assert story.id is not None
    checks = february.stories.checks(story.id)
    marks = Counter(check.mark.mark for check in checks if check.mark is not None)
    assert marks == {Mark.RED: 17, Mark.AMBER: 3}
    assert checks[0].what == "WGA talks on March 6"


def test_the_first_check_changes_with_the_second_report(march: Store) -> None:
    story = march.stories.find("sag-aftra-week-one")
    assert story is not None
    assert story.id is not None
    checks = march.stories.checks(story.id)
    assert len(checks) == 20
    assert checks[0].what == "WGA talks on March 6 or 16?"


def test_undo_never_takes_the_demo_away(tmp_path: Path, february: Store) -> None:
    assert february.history.last() is None


@pytest.mark.parametrize(
    ("now", "talks", "quotes"),
    [
        (datetime(2026, 1, 1), 0, 0),
        (datetime(2026, 2, 10), 1, 0),
        (datetime(2026, 2, 14, 8), 4, 4),
        (datetime(2026, 3, 6, 17, 59), 4, 4),
        (datetime(2030, 1, 1), 4, 5),
    ],
)
def test_the_demo_loads_as_of_any_moment(tmp_path: Path, now: datetime, talks: int, quotes: int) -> None:
    with opened(tmp_path / "talks.db", to_utc(now, demo.ZONE)) as store:
        assert (len(store.talks.negotiations()), store.quotes.count()) == (talks, quotes)


def test_everything_loads_without_a_limit(tmp_path: Path) -> None:
    with Store.open(tmp_path / "talks.db", via="demo") as store:
        demo.load_demo(store)
        assert store.quotes.count() == 5
        assert store.settings.reporter() == demo.REPORTER
        assert store.settings.zone() == demo.ZONE
