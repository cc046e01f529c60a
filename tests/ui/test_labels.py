"""A newsroom's own labels for the ground rules, wherever one of them is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from desk.config.settings import Config, Labels
from desk.model.dates import value as dates
from desk.model.enums import Agreed, GroundRule, SourceKind, Tier
from desk.model.records import Quote, Source, Speaker, Terms
from desk.store.store import Store
from desk.ui.entry.entry import open_add, open_edit
from desk.ui.entry.form import FormScreen
from desk.ui.quotes.quote import QuoteScreen
from tests.ui.opened import a_store, notices, opened, press, settle, shown, type_in

HOUSE = Config(labels=Labels(background="BG", off_record="OTR", unknown="not agreed"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def said_off_the_record(store: Store) -> tuple[int, int]:
    source_id = store.sources.add(
        Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=Terms(rule=GroundRule.OFF_RECORD)
    )
    person = store.people.persons()[0]
    speaker = Speaker(person_id=person.id, name=person.name)
    return source_id, store.quotes.add(Quote(words="We will stay", speakers=(speaker,), source_id=source_id))


async def test_the_form_of_a_source_offers_the_newsrooms_labels_and_takes_them(store: Store) -> None:
    async with opened(store, config=HOUSE) as pilot:
        open_add(pilot.app, "source")
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        beneath = form.query_one("#field-rule .entry--echo", Static)
        assert str(beneath.content) == (
            "empty: as its kind brings; on the record · BG · not for attribution · deep background · OTR"
        )
        form.widget("code").value, form.widget("kind").value = "call", "interview notes"
        form.widget("rule").focus()
        await type_in(pilot, "b")
        await press(pilot, "tab")
        assert form.widget("rule").value == "BG "
        form.widget("attribution").value = "a union official"
        await press(pilot, "ctrl+s")
        source = next(one for one in store.sources.all() if one.code == "call")
        assert store.sources.effective_terms(source).rule is GroundRule.BACKGROUND


async def test_the_desks_own_word_for_a_rule_is_understood_as_well(store: Store) -> None:
    async with opened(store, config=HOUSE) as pilot:
        open_add(pilot.app, "source")
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        for typed in ("background", "on background", "Background "):
            form.widget("rule").value = typed
            await settle(pilot)
            assert str(form.query_one("#field-rule .entry--echo", Static).content) == "= BG"


async def test_an_existing_rule_is_written_by_the_newsrooms_label(store: Store) -> None:
    source_id, quote_id = said_off_the_record(store)
    async with opened(store, config=HOUSE) as pilot:
        open_edit(pilot.app, "source", source_id)
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert form.widget("rule").value == "OTR"
        await press(pilot, "escape")
        open_add(pilot.app, "terms", quote_id=quote_id)
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert form.widget("rule").value == "OTR"


async def test_quotes_sources_refusals_and_the_line_name_it_alike(store: Store) -> None:
    said_off_the_record(store)
    async with opened(store, (200, 50), HOUSE) as pilot:
        await press(pilot, "3")
        page = shown(pilot)
        assert "OTR: may not be published" in page
        assert "This was said OTR." in page
        await press(pilot, "m", "right", "right")
        assert "off the record" not in shown(pilot)
        await press(pilot, "escape", '"')
        await type_in(pilot, '"We go" @Crabtree-Ireland rule:BG ')
        assert "BG" in shown(pilot).split("rule:BG", 1)[1]


async def test_the_history_calls_a_ground_rule_as_the_newsroom_does(store: Store) -> None:
    source_id, quote_id = said_off_the_record(store)
    store.sources.set_terms(
        Terms(
            rule=GroundRule.BACKGROUND,
            attribution="a union official",
            source_id=source_id,
            agreed_with="Sean Astin",
            agreed_on=dates.day(date(2026, 2, 14)),
            agreed=Agreed.AFTER,
            note="by phone",
        )
    )
    async with opened(store, (120, 60), HOUSE) as pilot:
        pilot.app.push_screen(QuoteScreen(pilot.app.session, quote_id))
        await settle(pilot)
        told = shown(pilot)
        # With whom it was agreed stays hidden with the name.
        assert "BG renegotiated: " in told
        assert "OTR set  for the source" in told
        assert "phone" not in told
        await press(pilot, "N")
        assert "with Sean Astin" in shown(pilot)
        assert "phone" in shown(pilot)
        await press(pilot, "escape", "w")
        assert "ground rule renegotiated  BG" in shown(pilot)
        await press(pilot, "escape", "u")
        assert any("taken back: renegotiate the ground rule: BG" in one for one in notices(pilot))
