"""Terms: what a quote's terms allow, in words; setting, renegotiating, and the embargo. With keys only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.lines.context import EntryContext
from desk.app.lines.quoteline import keep_quote, parse_quote
from desk.model.dates import value as dates
from desk.model.enums import Agreed, GroundRule, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.gate import Permit, gate
from desk.model.records import Embargo, Person, Quote, Source, Speaker, Terms
from desk.store.file.file import machine_clock
from desk.store.store import Store
from desk.ui.dialogs.ask import AskScreen
from desk.ui.entry.entry import open_edit
from desk.ui.entry.form import FormScreen
from desk.ui.quotes.terms import TermsScreen
from desk.ui.quotes.terms import open_terms as show_terms
from tests.ui.opened import NOW, ODD, SHOWN, a_store, notices, opened, press, settle, shown, type_in

ZONE = "America/Los_Angeles"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        one.settings.put("zone", ZONE)
        yield one


def a_talk(store: Store, terms: Terms | None = None, embargo: Embargo | None = None) -> tuple[int, int]:
    """A conversation and one quote from it."""
    source_id = store.sources.add(
        Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=terms, embargo=embargo
    )
    person = next(one for one in store.people.persons() if "Crabtree" in one.name)
    quote_id = store.quotes.add(
        Quote(words="We will stay", speakers=(Speaker(person_id=person.id, name=person.name),), source_id=source_id)
    )
    return source_id, quote_id


def background(**more: object) -> Terms:
    return Terms(rule=GroundRule.BACKGROUND, attribution="a union official", agreed_with="his aide", **more)  # type: ignore[arg-type]


def in_hours(hours: float) -> Embargo:
    return Embargo(until=machine_clock() + timedelta(hours=hours, seconds=30), zone=ZONE)


async def open_terms(pilot: Pilot[int]) -> None:
    await press(pilot, "3")
    await press(pilot, "T")
    assert isinstance(pilot.app.screen, TermsScreen)


async def test_the_screen_says_in_words_what_may_be_done(store: Store) -> None:
    a_talk(store, background(agreed=Agreed.BEFORE, how_known="was in the room", approved_by="the city editor"))
    async with opened(store) as pilot:
        await open_terms(pilot)
        page = shown(pilot)
        assert "on background. May be quoted, may not be named; as “a union official”." in page
        for fact in (
            "his aide",
            "before the words",
            "was in the room",
            "the city editor",
            "for all that was said in call",
        ):
            assert fact in page


@pytest.mark.parametrize("marked", [False, True])
async def test_the_names_in_what_was_agreed_are_shown_only_when_they_are_asked_for(
    store: Store, *, marked: bool
) -> None:
    store.people.add_person(Person(name="Jo Roe", confidential=True))
    knows = "Crabtree-Ireland was in the room with Jo Roe"
    source_id, quote_id = a_talk(
        store,
        background(
            how_known=knows, why_unnamed="Duncan Crabtree-Ireland would be fired", note="not before Roe has left"
        ),
        Embargo(until=machine_clock() + timedelta(hours=3), zone=ZONE, note="so Roe asked"),
    )
    if marked:
        store.sources.edit(replace(store.sources.get(source_id), confidential=True))
    opens: dict[str, int]
    for opens in ({"quote_id": quote_id}, {"source_id": source_id}):
        async with opened(store) as pilot:
            show_terms(pilot.app, **opens)  # type: ignore[arg-type]
            await settle(pilot)
            page = shown(pilot).rpartition("What may be done with it")[2]  # the screen on top
            assert not any(name in page for name in ("Crabtree", "Duncan", "Roe"))
            assert "was in the room with" in page
            assert "would be fired" in page
            assert "not before" in page
            assert "his aide" in page
            if "quote_id" in opens:
                pilot.app.session.show_names(quote_id)  # type: ignore[attr-defined]
                await settle(pilot)
                assert knows in shown(pilot)
                pilot.app.session.show_names(quote_id)  # type: ignore[attr-defined]


async def test_nothing_is_agreed_yet_and_nothing_may_leave(store: Store) -> None:
    a_talk(store)
    async with opened(store) as pilot:
        await open_terms(pilot)
        assert "terms unknown. Nothing may leave until a ground rule is set." in shown(pilot)
        assert shown(pilot).count("⊘ no") == 3


async def test_terms_are_set_once_for_the_conversation_and_inherited(store: Store) -> None:
    source_id, quote_id = a_talk(store)
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, FormScreen)
        pilot.app.screen.query_one("#field-rule").value = ""  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#field-rule").focus()
        await type_in(pilot, "on the record")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TermsScreen)
        assert "May be quoted and named." in shown(pilot)
    assert store.sources.terms(source_id=source_id)[-1].rule is GroundRule.ON_RECORD
    assert store.quotes.record(quote_id).terms.rule is GroundRule.ON_RECORD


async def test_loosening_asks_with_whom_when_and_what_and_stays_in_the_record(store: Store) -> None:
    source_id, _ = a_talk(store, background())
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "e")
        form = pilot.app.screen
        form.query_one("#field-rule").value = "on the record"  # type: ignore[attr-defined]
        form.query_one("#field-agreed_with").value = ""  # type: ignore[attr-defined]
        for field, typed in (("agreed_with", "his lawyer"), ("agreed_on", "feb 13"), ("note", "by name, in print")):
            await press(pilot, "ctrl+s")
            assert pilot.app.screen is form
            assert len(store.sources.terms(source_id=source_id)) == 1
            form.query_one(f"#field-{field}").focus()
            await type_in(pilot, typed)
        await press(pilot, "ctrl+s")
        page = shown(pilot)
        assert "on the record renegotiated: may be named with his lawyer, Fri Feb 13: by name, in print" in page
    assert [terms.rule for terms in store.sources.terms(source_id=source_id)] == [
        GroundRule.BACKGROUND,
        GroundRule.ON_RECORD,
    ]
    assert store.history.last() is not None
    assert store.history.last().label == "renegotiate the ground rule: on record"  # type: ignore[union-attr]


def test_below_the_screen_terms_are_not_loosened_unlogged_either(store: Store) -> None:
    source_id, quote_id = a_talk(store, background(note="no name"))
    for where in ({"source_id": source_id}, {"quote_id": quote_id}):
        with pytest.raises(InputError, match="allows more than was agreed"):
            store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, **where))
        with pytest.raises(InputError, match="what was agreed now"):
            store.sources.set_terms(
                Terms(
                    rule=GroundRule.ON_RECORD,
                    agreed_with="his aide",
                    agreed_on=dates.day(NOW.date()),
                    note="no name",
                    **where,
                )
            )
    store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, quote_id=quote_id))
    assert store.quotes.record(quote_id).terms.rule is GroundRule.OFF_RECORD


async def test_an_embargo_is_set_with_a_day_and_its_hour_and_counted_down(store: Store) -> None:
    source_id, quote_id = a_talk(store, Terms(rule=GroundRule.ON_RECORD))
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "b")
        await type_in(pilot, "friday")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        assert "This needs one day and its time" in shown(pilot)
        await press(pilot, *["backspace"] * len("friday"))
        year = machine_clock().year + 1
        await type_in(pilot, f"jan 8 {year} 5pm ET")
        assert f"Jan 8, {year}, 5 p.m. EST" in shown(pilot) or f"Jan 8 {year}, 5 p.m. EST" in shown(pilot)
        await press(pilot, "enter")
        assert "on all of the source" in shown(pilot)
        assert " in " in shown(pilot)
    (embargo,) = store.sources.embargoes(source_id=source_id)
    assert (embargo.zone, embargo.until.hour) == ("America/New_York", 22)
    permit = gate(store.quotes.record(quote_id), now=machine_clock())
    assert isinstance(permit, Permit)
    assert permit.stamp.startswith("[EMBARGOED until")


async def test_one_quote_of_a_source_may_be_under_an_embargo_of_its_own(store: Store) -> None:
    source_id, quote_id = a_talk(store, Terms(rule=GroundRule.ON_RECORD))
    async with opened(store) as pilot:
        await open_terms(pilot)
        assert "B on it alone" in shown(pilot)
        await press(pilot, "B")
        await type_in(pilot, f"jan 8 {machine_clock().year + 1} 5pm ET")
        await press(pilot, "enter")
        assert "on this quote" in shown(pilot)
    assert not store.sources.embargoes(source_id=source_id)
    assert len(store.sources.embargoes(quote_id=quote_id)) == 1


async def test_an_embargo_is_lifted_early_only_with_a_note(store: Store) -> None:
    source_id, _ = a_talk(store, Terms(rule=GroundRule.ON_RECORD), in_hours(3.5))
    async with opened(store) as pilot:
        await open_terms(pilot)
        assert "in 3 h" in shown(pilot)
        await press(pilot, "L")
        await press(pilot, "enter")
        assert len(store.sources.embargoes(source_id=source_id)) == 1
        await type_in(pilot, "the guild released it at noon")
        await press(pilot, "enter")
        assert "lifted early" in shown(pilot)
        assert "the guild released it at noon" in shown(pilot)
        await press(pilot, "L")
        assert "There is no embargo to lift." in notices(pilot)
    assert store.sources.embargoes(source_id=source_id)[-1].lifted


async def test_an_earlier_end_asks_for_a_note_as_well(store: Store) -> None:
    source_id, _ = a_talk(store, Terms(rule=GroundRule.ON_RECORD), in_hours(24 * 400))
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "b")
        await press(pilot, "ctrl+u")
        await type_in(pilot, f"jan 8 {machine_clock().year + 1} 5pm")
        await press(pilot, "enter")
        assert "Why does it end earlier?" in shown(pilot)
        await type_in(pilot, "moved up by the board")
        await press(pilot, "enter")
    assert [one.note for one in store.sources.embargoes(source_id=source_id)] == ["", "moved up by the board"]


def test_below_the_screen_an_embargo_is_not_let_go_without_a_note_either(store: Store) -> None:
    source_id, _ = a_talk(store, None, in_hours(3))
    (embargo,) = store.sources.embargoes(source_id=source_id)
    for lifted, hours in ((True, 3), (False, 1)):
        with pytest.raises(InputError, match="needs a note"):
            store.sources.set_embargo(
                Embargo(until=embargo.until + timedelta(hours=hours - 3), zone=ZONE, lifted=lifted, source_id=source_id)
            )
    store.sources.set_embargo(Embargo(until=embargo.until + timedelta(hours=6), zone=ZONE, source_id=source_id))
    assert embargo.id == store.sources.embargoes(source_id=source_id)[0].id


async def test_what_a_label_means_here_is_set_beside_it_and_said_in_words(store: Store) -> None:
    _, quote_id = a_talk(store)
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "E")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        typed = {"rule": "background", "may_quote": "no", "may_name": "yes", "attribution": "a union official"}
        for name, value in typed.items():
            form.widget(name).value = value
        await press(pilot, "ctrl+s")
        page = shown(pilot)
        assert "May be paraphrased, not quoted and may be named" in page
        assert "quote        ⊘ no  as agreed" in page
        assert "name         ✔ yes  as agreed" in page
        assert "publish      ✔ yes  as the label has it" in page
    terms = store.quotes.record(quote_id).terms
    assert (terms.may_publish, terms.may_quote, terms.may_name) == (None, False, True)


async def test_a_quote_moved_to_a_looser_source_keeps_its_terms_and_the_desk_says_so(store: Store) -> None:
    _, quote_id = a_talk(store, background())
    store.sources.add(Source(code="handout", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    async with opened(store) as pilot:
        await press(pilot, "3", "e")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        form.widget("source").value = "handout"
        await press(pilot, "ctrl+s")
        assert notices(pilot) == [
            f"Quote {quote_id} keeps its terms: moving it from call to handout would mean that it may be "
            "named. T on a quote sets or renegotiates its terms.\nquote edited; u undoes",
        ]
        await press(pilot, "T")
        assert "for this quote alone" in shown(pilot)
    assert store.quotes.record(quote_id).terms.rule is GroundRule.BACKGROUND


async def test_a_confidential_mark_stays_until_it_is_said_who_agreed(store: Store) -> None:
    person_id = store.people.add_person(Person(name="Jo Roe", confidential=True))
    async with opened(store) as pilot:
        open_edit(pilot.app, "person", person_id)  # type: ignore[arg-type]
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        form.widget("confidential").value = "no"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "Write down who agreed" in shown(pilot)
        assert store.people.person(person_id).confidential
        await type_in(pilot, "herself, Feb 14")
        await press(pilot, "ctrl+s")
        assert not store.people.person(person_id).confidential


async def test_other_terms_for_one_quote_leave_the_source_alone(store: Store) -> None:
    source_id, quote_id = a_talk(store, Terms(rule=GroundRule.ON_RECORD))
    async with opened(store) as pilot:
        await open_terms(pilot)
        await press(pilot, "E")
        pilot.app.screen.query_one("#field-rule").value = "off the record"  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert "for this quote alone" in shown(pilot)
        assert "May not be published." in shown(pilot)
    assert store.quotes.record(quote_id).terms.rule is GroundRule.OFF_RECORD
    assert store.sources.terms(source_id=source_id)[-1].rule is GroundRule.ON_RECORD


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_was_agreed_is_never_markup(store: Store, size: tuple[int, int]) -> None:
    a_talk(store, background(note=ODD))
    async with opened(store, size) as pilot:
        await open_terms(pilot)
        await settle(pilot)
        assert SHOWN.split()[0] in shown(pilot)
        assert "[/bold]" in shown(pilot)


def test_a_rule_in_the_line_that_is_the_sources_own_keeps_what_was_agreed_there(store: Store) -> None:
    a_talk(store, background())
    known = EntryContext.of(store, zone=ZONE)
    for rule, own in (("background", 0), ("off-record", 1)):
        number = keep_quote(store, parse_quote(f'"We go at once." @Crabtree-Ireland src:call rule:{rule}', known))
        assert len(store.sources.terms(quote_id=number)) == own
        record = store.quotes.record(number)
        assert record.terms.attribution == ("" if own else "a union official")
