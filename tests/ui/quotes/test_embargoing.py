"""Embargoes on developments, with keys only: set in the form, the record and the log line, counted down, lifted early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.dates.value import day
from desk.model.enums import DevelopmentKind, SourceKind, Tier
from desk.model.quotes.embargo import in_force
from desk.model.records import Development, Embargo, Source
from desk.store.file.file import machine_clock
from desk.store.store import Store
from desk.ui.dialogs.ask import AskScreen
from desk.ui.entry.form import FormScreen
from desk.ui.reference.record import RecordScreen
from tests.finding import talks_called
from tests.ui.opened import NOW, a_store, notices, opened, press, settle, shown, type_in

ZONE = "America/Los_Angeles"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        one.settings.put("zone", ZONE)
        yield one


def in_hours(hours: float) -> Embargo:
    return Embargo(until=machine_clock() + timedelta(hours=hours, seconds=30), zone=ZONE)


def logged(store: Store, embargo: Embargo | None = None, source_id: int | None = None) -> int:
    """The newest development of the talks in view."""
    talks = talks_called(store, "sag-aftra-2026")
    assert talks is not None
    one = Development(
        kind=DevelopmentKind.CLAIM,
        words="a deal is reached",
        date=day(NOW.date()),
        negotiation_ids=(talks.id or 0,),
        source_id=source_id,
    )
    return store.developments.log(one, embargo=embargo)


async def to_the_record(pilot: Pilot[int]) -> None:
    await press(pilot, "1")
    while "a deal is reached" not in str(getattr(pilot.app.focused, "row", "")):
        await press(pilot, "down")
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, RecordScreen)


def holds(store: Store, row_id: int) -> bool:
    return in_force(store.developments.get(row_id).embargo, machine_clock())


async def test_an_embargo_stands_in_the_pane_and_in_the_record_and_is_counted_down(store: Store) -> None:
    logged(store, in_hours(2.5))
    async with opened(store) as pilot:
        await press(pilot, "1")
        assert "⏲ a deal is reached" in shown(pilot)
        await to_the_record(pilot)
        assert "in 2 h" in shown(pilot)
        assert "L lift it" in shown(pilot)


async def test_it_is_set_and_lifted_early_in_the_record_with_a_note(store: Store) -> None:
    row_id = logged(store)
    async with opened(store) as pilot:
        await to_the_record(pilot)
        await press(pilot, "L")
        assert notices(pilot) == ["There is no embargo to lift."]
        await press(pilot, "b")
        await type_in(pilot, "tomorrow 9am")
        await press(pilot, "enter")
        assert holds(store, row_id)
        assert "⏲" in shown(pilot)
        await press(pilot, "L", "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        await type_in(pilot, "AMPTP let it go")
        await press(pilot, "enter")
        assert not holds(store, row_id)
        assert "lifted early: AMPTP let it go" in shown(pilot)
        await press(pilot, "u")
        assert holds(store, row_id)


async def test_an_edit_in_the_form_keeps_the_embargo_and_does_not_let_it_go(store: Store) -> None:
    logged(store, in_hours(30))
    async with opened(store) as pilot:
        await to_the_record(pilot)
        await press(pilot, "e")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert form.widget("embargo").value
        form.widget("words").value = "a tentative deal is reached"
        until, form.widget("embargo").value = form.widget("embargo").value, ""
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "needs a note" in shown(pilot)
        form.widget("embargo").value = until
        await press(pilot, "ctrl+s")
    (corrected,) = [one for one in store.developments.all() if one.words == "a tentative deal is reached"]
    assert corrected.id is not None
    assert holds(store, corrected.id)
    assert len(store.sources.embargoes(development_id=corrected.id)) == 1


async def test_the_embargo_of_the_source_is_lifted_at_the_source(store: Store) -> None:
    source_id = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=in_hours(3))
    row_id = logged(store, source_id=source_id)
    async with opened(store) as pilot:
        await to_the_record(pilot)
        assert "of its source leak" in shown(pilot)
        await press(pilot, "L")
        assert notices(pilot) == ["The embargo is its source's; it is lifted on the source's terms."]
    assert holds(store, row_id)


async def test_the_log_line_takes_an_embargo(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "1", "l")
        await settle(pilot)
        await type_in(pilot, 'a deal is reached #claim src:S1 embargo:"dec 31 2099 9am"')
        assert "⏲ embargo until Thu" in shown(pilot)
        assert "Dec 31 2099, 9 a.m." in shown(pilot)
        await press(pilot, "enter")
    (one,) = [each for each in store.developments.all() if each.words == "a deal is reached"]
    assert one.id is not None
    assert holds(store, one.id)


async def test_what_changed_says_that_an_embargo_was_lifted_and_why(store: Store) -> None:
    embargo = in_hours(5)
    source_id = store.sources.add(Source(code="call", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    store.sources.set_embargo(replace(embargo, source_id=source_id))
    store.sources.set_embargo(replace(embargo, source_id=source_id, lifted=True, note="the guild agreed"))
    async with opened(store, (160, 40)) as pilot:
        await press(pilot, "w")
        page = shown(pilot)
        assert "embargo added  until " in page
        assert "embargo lifted early  until " in page
        assert ": the guild agreed" in page
