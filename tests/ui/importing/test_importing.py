"""Importing from the desk: a pasted statement, a file of quotes, a file of words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from desk.model.enums import PartyKind, QuoteForm, QuoteState, SourceKind, Tier
from desk.model.quotes.fingerprint import state
from desk.model.records import Party, Source
from desk.store.store import Store
from desk.ui.app import DeskApp
from desk.ui.entry.form import FormScreen
from desk.ui.importing.importing import ImportScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.widgets.area import Area
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList
from tests.ui.opened import ODD, a_store, notices, opened, press, settle, shown, static, type_in

STATEMENT = """“We will not accept a deal that is not fair,” said Duncan Crabtree-Ireland.

“They have to move now,” he added.

The DGA wrote: “We stand with them all.”"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


async def paste(pilot: Pilot[int], words: str) -> None:
    pilot.app.screen.query_one("#import-text", Area).lines.post_message(events.Paste(words))
    await settle(pilot)


async def fill(
    pilot: Pilot[int], code: str, kind: str = "press release", by: str = "SAG-AFTRA", date: str = "feb 13"
) -> None:
    """Fill in the source, and leave the cursor on the first quotation."""
    for name, value in (("source", code), ("kind", kind), ("by", by), ("date", date)):
        pilot.app.screen.query_one(f"#import-{name}", Entry).value = value
    pilot.app.screen.query_one(RowList).focus()
    await settle(pilot)


async def test_a_pasted_statement_becomes_quotes_of_a_new_press_release(store: Store) -> None:
    before = store.quotes.count()
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, STATEMENT)
        await fill(pilot, "release-1")
        await press(pilot, "ctrl+s")
        assert static(pilot, "#import-message").startswith("look at “They have to move now")
        await press(pilot, "space", "ctrl+s")
        assert not isinstance(pilot.app.screen, ImportScreen)
    assert store.quotes.count() == before + 2
    quotes = [store.quotes.get(one) for one in store.quotes.newest(2)]
    assert [(quote.words, quote.form, quote.speakers[0].name) for quote in reversed(quotes)] == [
        ("We will not accept a deal that is not fair", QuoteForm.FULL, "Duncan Crabtree-Ireland"),
        ("We stand with them all.", QuoteForm.FULL, "DGA"),
    ]
    source = store.sources.find("release-1")
    assert source is not None
    assert (source.kind, source.outlet) == (SourceKind.PRESS_RELEASE, "SAG-AFTRA")
    store.history.undo()
    assert store.quotes.count() == before
    assert store.sources.find("release-1") is None


async def test_a_row_says_that_its_words_are_in_the_bank_already(store: Store) -> None:
    fair = "We are not going to accept a deal that is not fair to our members"
    text = f"“{fair},” said Duncan Crabtree-Ireland.\n\n“{fair.replace('not fair', 'fair')},” he said.\n\n"
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, text + "“Nobody has asked for a recess of these talks,” said Duncan Crabtree-Ireland.")
        screen = shown(pilot)
        assert "· the same words as quote 1, S1" in screen
        assert "· nearly the same words as quote 1, S1" in screen
        assert screen.count("words as quote") == 2
        assert "3 quotes ─ 1 to look at ─ 2 in the bank already" in screen
        await fill(pilot, "release-1")
        await press(pilot, "space")
        assert "left out · the same words as quote 1" in shown(pilot)
        assert "2 quotes ─ 1 to look at ─ 1 in the bank already" in shown(pilot)


async def test_a_row_says_it_once_the_search_is_loaded_and_has_room_for_it(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        desk = pilot.app
        assert isinstance(desk, DeskApp)
        bank, desk.session.bank = desk.session.bank, None
        assert bank is not None
        await press(pilot, "i")
        await paste(pilot, "“We are not going to accept a deal that is not fair to our members,” Fran Drescher said.")
        assert "as quote" not in shown(pilot)
        desk.session.take_bank(bank)
        await settle(pilot)
        assert "· the same words as q" in shown(pilot)


async def test_nothing_is_taken_for_granted_of_a_new_source(store: Store) -> None:
    before = store.quotes.count()
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, STATEMENT)
        await press(pilot, "tab")
        await type_in(pilot, "story-1")
        for name in ("kind", "by", "date"):
            await press(pilot, "ctrl+s")
            assert pilot.app.screen.query_one(f"#import-{name}", Entry).has_class("-wrong")
            pilot.app.screen.query_one(f"#import-{name}", Entry).value = {
                "kind": "published",
                "by": "A",
                "date": "fri",
            }[name]
        await press(pilot, "ctrl+s", "enter", "enter", "ctrl+s")
        assert not isinstance(pilot.app.screen, ImportScreen)
        await press(pilot, "enter")
    records = store.quotes.records(store.quotes.newest(store.quotes.count() - before))
    assert {state(record) for record in records} == {QuoteState.MATCHES_REPORT}


async def test_what_may_be_read_in_two_ways_is_kept_once_it_was_looked_at(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, STATEMENT)
        await fill(pilot, "release-1")
        assert "1 to look at" in pilot.app.screen.query_one(Pane).count
        await press(pilot, "ctrl+s", "enter")
        await type_in(pilot, "crabtree")
        await press(pilot, "enter", "ctrl+s")
        assert not isinstance(pilot.app.screen, ImportScreen)
    assert len({store.quotes.get(one).speakers[0].name for one in store.quotes.newest(3)}) == 2


async def test_a_speaker_whom_the_desk_does_not_know_is_added_and_takes_all_their_words(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, "“We will not accept it,” said Jo Roe, beside Crabtree-Ireland. “It is not fair to us.”")
        await fill(pilot, "release-1")
        await press(pilot, "ctrl+s")
        assert static(pilot, "#import-message").startswith("Jo Roe, who said")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "ctrl+s", "ctrl+s")
        assert not isinstance(pilot.app.screen, ImportScreen)
    assert {store.quotes.get(one).speakers[0].name for one in store.quotes.newest(2)} == {"Jo Roe"}


async def test_a_file_of_quotes_is_imported_and_undone_as_one(store: Store, tmp_path: Path) -> None:
    before = store.quotes.count()
    file = tmp_path / "quotes.jsonl"
    file.write_text('{"text": "We will not go.", "speaker": "Jo Roe"}\n{"text": "Nor will we.", "speaker": "Al Poe"}\n')
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, str(file))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert any("2 quotes" in notice for notice in notices(pilot))
        assert store.quotes.count() == before + 2
        await press(pilot, "u")
        assert store.quotes.count() == before


async def test_a_bad_file_is_refused_in_words_and_nothing_is_kept(store: Store, tmp_path: Path) -> None:
    before = store.quotes.count()
    file = tmp_path / "bad.jsonl"
    file.write_text('{"text": "We will not go.", "speaker": "Jo Roe"}\n{"text": ')
    async with opened(store) as pilot:
        await press(pilot, "i")
        for path in (file, tmp_path / "missing.jsonl", tmp_path):
            pilot.app.screen.query_one("#import-text", Area).value = ""
            await paste(pilot, str(path))
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, ImportScreen)
            assert static(pilot, "#import-message")
    assert store.quotes.count() == before


async def test_a_file_of_words_is_read_into_the_form(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "statement.txt"
    file.write_text(STATEMENT)
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, str(file))
        await press(pilot, "ctrl+s")
        assert len(pilot.app.screen.query_one(RowList).rows) == 3


async def test_anything_may_be_pasted(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "i")
        await paste(pilot, f"“{ODD} and more words”\n\n{'“' * 500}")
        await press(pilot, "ctrl+s")
        assert pilot.app.is_running


async def test_what_was_pasted_is_there_when_one_comes_back(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, STATEMENT)
        await press(pilot, "escape", "i")
        assert pilot.app.screen.query_one("#import-text", Area).value == STATEMENT


async def test_what_was_pasted_before_is_thrown_away_by_its_own_key(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "i")
        await type_in(pilot, "pasted")
        await press(pilot, "escape", "i", "escape", "i")
        assert "Kept from before. ^t throws it away" in shown(pilot)
        await press(pilot, "ctrl+t", "escape", "i")
        assert pilot.app.screen.query_one("#import-text", Area).value == ""


async def test_whose_words_a_statement_has_is_read_again_where_another_file_came(tmp_path: Path) -> None:
    """The same number may be another party there, and the words would be in another's mouth."""
    (tmp_path / "other").mkdir()
    (tmp_path / "here").mkdir()
    with a_store(tmp_path / "other", demo=False) as other:
        for name in ("IATSE", "DGA"):
            other.people.add_party(Party(name=name, kind=PartyKind.UNION))
        elsewhere = other.path
    with a_store(tmp_path / "here", demo=False) as store:
        store.settings.put("reporter", "Ann")
        store.people.add_party(Party(name="DGA", kind=PartyKind.UNION))
        async with opened(store) as pilot:
            await press(pilot, "i")
            await paste(pilot, "The DGA wrote: “We stand with them all.”")
            await fill(pilot, "release-1", by="DGA")
            os.replace(elsewhere, store.path)
            store.poll()
            await settle(pilot)
            assert store.generation == 1
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, ImportScreen)
            assert "This was not saved" in static(pilot, "#import-message")
            assert store.quotes.count() == 0
            await press(pilot, "ctrl+s")
            assert not isinstance(pilot.app.screen, ImportScreen)
        (quote,) = store.quotes.newest(1)
        (speaker,) = store.quotes.get(quote).speakers
        assert store.people.party(speaker.party_id or 0).name == "DGA"


async def test_a_source_that_was_made_confidential_while_its_words_were_pasted_stays_so(store: Store) -> None:
    number = store.sources.add(
        Source(code="release-9", kind=SourceKind.PRESS_RELEASE, title="Week one", tier=Tier.PRIMARY)
    )
    async with opened(store) as pilot:
        await press(pilot, "i")
        await paste(pilot, "The DGA wrote: “We stand with them all.”")
        pilot.app.screen.query_one("#import-source", Entry).value = "release-9"
        await settle(pilot)
        with Store.open(store.path) as other:
            other.sources.edit(replace(other.sources.get(number), confidential=True, title="Week one, corrected"))
        await press(pilot, "ctrl+s")
        assert not isinstance(pilot.app.screen, ImportScreen)
    now = store.sources.get(number)
    assert (now.confidential, now.title) == (True, "Week one, corrected")
    assert now.sha256
