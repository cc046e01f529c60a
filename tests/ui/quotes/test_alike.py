"""The same words twice: said while a quote is typed, and at the quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.model.records import Quote, Speaker
from desk.store.store import Store
from desk.ui.quotes.alike import AlikeLine
from tests.ui.opened import a_store, opened, press, settle, shown, type_in

FAIR = "We are not going to accept a deal that is not fair to our members"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


async def told(pilot: Pilot[int]) -> str:
    await pilot.pause(0.4)
    await settle(pilot)
    lines = pilot.app.screen.query_one(AlikeLine)
    return "\n".join(line.text for line in lines.render_lines(lines.size.region)).strip()


async def test_words_that_the_bank_has_are_said_while_a_quote_is_noted(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark")
        await type_in(pilot, f'"{FAIR}" @Crabtree-Ireland src:S1')
        assert (await told(pilot)).startswith("in the bank already: the same words · Duncan Crabtree-Ireland")


async def test_a_dropped_not_is_nearly_the_same_and_never_the_same(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"We are going to accept a deal that is not fair to our members" @Crabtree-Ireland')
        assert (await told(pilot)).startswith("in the bank already: nearly the same words")


async def test_words_that_are_new_are_passed_over_in_silence(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"Nobody has asked for a recess of the talks so far" @Crabtree-Ireland src:S1')
        assert await told(pilot) == ""


async def test_the_form_of_a_quote_says_it_too_and_does_not_find_the_quote_itself(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "3", "end", "e")
        await type_in(pilot, " ")
        assert await told(pilot) == ""
        await press(pilot, "escape", "x", "a")
        await type_in(pilot, FAIR)
        assert "the same words" in await told(pilot)


async def test_a_quote_says_where_else_its_words_stand(store: Store) -> None:
    person = next(one for one in store.people.persons() if "Crabtree" in one.name)
    store.quotes.add(Quote(words=FAIR + ".", speakers=(Speaker(person_id=person.id, name=person.name),)))
    async with opened(store) as pilot:
        await press(pilot, "3", "home", "enter")
        screen = shown(pilot)
        assert "The same words elsewhere" in screen
        assert "the same words · Duncan Crabtree-Ireland, national executive director" in screen


async def test_who_may_not_be_named_is_not_named_there(store: Store) -> None:
    person = next(one for one in store.people.persons() if "Crabtree" in one.name)
    async with opened(store) as pilot:
        store.people.edit_person(replace(person, confidential=True))
        await settle(pilot)
        await press(pilot, "quotation_mark")
        await type_in(pilot, f'"{FAIR}" @AMPTP src:S1')
        assert "the same words" in (line := await told(pilot))
        assert "Crabtree" not in line


async def test_at_a_quote_a_key_opens_the_other_one_that_has_its_words(store: Store) -> None:
    first = store.quotes.newest()[-1]
    other = store.quotes.add(replace(store.quotes.get(first), id=None))
    async with opened(store) as pilot:
        await press(pilot, "3", "home", "enter")
        assert "The same words elsewhere" in shown(pilot)
        assert " S elsewhere " in shown(pilot)
        opened_first = {f"Quote ─ {number} " for number in (first, other) if f"Quote ─ {number} " in shown(pilot)}
        await press(pilot, "S")
        await settle(pilot)
        opened_then = {f"Quote ─ {number} " for number in (first, other) if f"Quote ─ {number} " in shown(pilot)}
        assert opened_first | opened_then == {f"Quote ─ {first} ", f"Quote ─ {other} "}
        await press(pilot, "escape")
        assert opened_first.pop() in shown(pilot)


async def test_of_several_others_one_is_chosen_and_of_none_it_is_said(store: Store) -> None:
    first = store.quotes.newest()[-1]
    for _ in range(2):
        store.quotes.add(replace(store.quotes.get(first), id=None))
    async with opened(store) as pilot:
        await press(pilot, "3", "home", "S")
        await settle(pilot)
        assert "Elsewhere" in shown(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "The same words elsewhere" in shown(pilot)
        await press(pilot, "escape", "slash")
        await type_in(pilot, "strike remains possible")
        await press(pilot, "enter", "S")
        await settle(pilot)
        assert "No other quote in the bank has these words" in shown(pilot)
