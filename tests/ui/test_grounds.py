"""Every screen says of each line what it rests on: whose claim, how sure, from where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.dates import value as dates
from desk.model.enums import Axis, Certainty, DeadlineKind, DevelopmentKind, PositionKind
from desk.model.records import Deadline, DeadlineDate, Development, Position
from desk.store.store import Store
from tests.finding import talks_called
from tests.ui.opened import a_store, opened, press, settle, shown


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def line(pilot: Pilot[int], words: str) -> str:
    """The newest line on the screen that has these words."""
    return next(each for each in reversed(shown(pilot).splitlines()) if words in each)


def on(month: int, day: int, certainty: Certainty) -> dates.DateValue:
    return replace(dates.day(date(2026, month, day)), certainty=certainty)


def talks_of(store: Store) -> int:
    talks = talks_called(store, "sag-aftra-2026")
    assert talks is not None
    assert talks.id is not None
    return talks.id


def log(store: Store, words: str, when: dates.DateValue, **more: object) -> int:
    one = Development(kind=DevelopmentKind.STATEMENT, words=words, date=when, negotiation_ids=(talks_of(store),))
    return store.developments.log(replace(one, **more))  # type: ignore[arg-type]


def studios(store: Store) -> int:
    party = store.people.find_party("AMPTP")
    assert party is not None
    assert party.id is not None
    return party.id


def impasse(store: Store) -> None:
    axes = ((Axis.PHASE, "broken_off"),)
    claim = DevelopmentKind.CLAIM
    log(
        store,
        "an impasse, AMPTP says",
        on(2, 14, Certainty.OCCURRED),
        kind=claim,
        party_ids=(studios(store),),
        axes=axes,
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_lies_ahead_stands_apart_from_what_happened_last(store: Store, size: tuple[int, int]) -> None:
    log(store, "vote set", on(3, 19, Certainty.SCHEDULED))
    async with opened(store, size) as pilot:
        page = shown(pilot)
        assert page.index("Ahead") < page.index("vote set") < page.index("Happened") < page.index("session wraps")
        assert "sched." in line(pilot, "vote set")
        assert "no src" in line(pilot, "vote set")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_claim_is_somebodys_in_its_line_and_in_where_the_talks_stand(
    store: Store, size: tuple[int, int]
) -> None:
    impasse(store)
    async with opened(store, size) as pilot:
        assert "claim · AMPTP" in line(pilot, "an impasse")
        assert "no src" in line(pilot, "an impasse")
        assert "talks open; claimed by AMPTP: broken off" in " ".join(shown(pilot).split())


async def test_all_talks_tell_no_claim_as_where_they_stand(store: Store) -> None:
    impasse(store)
    log(store, "vote set", on(3, 19, Certainty.SCHEDULED))
    async with opened(store, (160, 40)) as pilot:
        await press(pilot, "A")
        row = line(pilot, "▌SAG-AFTRA 2026")
        assert "claim: " in row
        assert "Sat Feb 14: claimed by" in row
        assert "vote set" not in row
        assert "claimed by AMPTP: broken off" in shown(pilot).splitlines()[-1]


async def test_the_timeline_says_of_each_thing_on_a_day_what_it_rests_on(store: Store) -> None:
    impasse(store)
    log(store, "a rally", on(2, 14, Certainty.EXPECTED))
    async with opened(store) as pilot:
        await press(pilot, "t")
        await settle(pilot)
        claim, rally = line(pilot, "an impasse"), line(pilot, "a rally")
        assert "○ an impasse, AMPTP says  → broken off, as claimed" in claim
        assert "claim · AMPTP" in claim
        assert "no src" in claim
        assert "exp." in rally
        assert "no src" in rally
        assert "talks open; claimed by AMPTP: broken off" in shown(pilot)


async def test_a_deadline_without_a_source_says_so_where_there_is_no_column_for_it(store: Store) -> None:
    store.deadlines.add(Deadline(name="the board meets"), on(2, 20, Certainty.EXPECTED))
    async with opened(store) as pilot:
        assert "no src" in shown(pilot)
        await press(pilot, "2", "down")
        assert "no source given" in shown(pilot).splitlines()[-1]


async def test_an_expiry_of_which_sources_differ_is_not_told_as_one_day(store: Store) -> None:
    (expiry,) = [
        one
        for one in store.deadlines.all()
        if one.kind is DeadlineKind.EXPIRY and one.negotiation_id == talks_of(store)
    ]
    store.deadlines.add_date(DeadlineDate(deadline_id=expiry.id or 0, date=on(6, 15, Certainty.SCHEDULED)))
    async with opened(store) as pilot:
        assert "≠ Mon Jun 15 or Tue Jun 30" in shown(pilot)


async def test_a_position_without_a_source_says_so(store: Store) -> None:
    issue = store.talks.issues(talks_of(store))[0]
    store.talks.add_position(
        Position(issue_id=issue.id or 0, party_id=studios(store), kind=PositionKind.STATED, words="3%")
    )
    async with opened(store) as pilot:
        assert "= no src" in line(pilot, "3%")
        await press(pilot, "1", "right")
        assert "stated by the party itself · undated · no sou" in shown(pilot).splitlines()[-1]


async def test_what_changed_says_of_each_development_what_it_rests_on(store: Store) -> None:
    async with opened(store) as pilot:
        impasse(store)
        await press(pilot, "w")
        await settle(pilot)
        assert "claimed by AMPTP; no source given" in line(pilot, "an impasse")
