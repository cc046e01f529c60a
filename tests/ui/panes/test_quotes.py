"""The quotes pane: searching as one types, what a row says, and copying from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from desk.app import searching
from desk.app.searching import Found
from desk.clipboard.clipboard import Certainty, Outcome
from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.records import Person, Quote, Source, Speaker, Terms
from desk.model.released import Released
from desk.store.store import Store
from desk.ui.copying.copy_as import CopyAsScreen
from desk.ui.copying.selection import SelectionScreen
from desk.ui.dialogs.pick import PickScreen
from desk.ui.panes import quote_lines
from desk.ui.quotes.quote import QuoteScreen
from tests.ui.opened import a_store, notices, opened, press, settle, shown, type_in
from tests.ui.panes.test_panes import a_bank, line
from tests.unit.search.hostile import LINES

Q1 = "“We are not going to accept a deal that is not fair to our members,” Duncan Crabtree-Ireland"
STAMP = "[per a published report; not checked against the original]"


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A clipboard that takes everything and is read back."""
    held: list[str] = []

    def take(released: Released, around: object) -> Outcome:
        held.append(released.text)
        return Outcome(Certainty.COPIED, "xclip", "Copied with xclip, and read back.")

    monkeypatch.setattr("desk.app.copying.copy", take)
    return held


async def test_half_remembered_misspelt_words_bring_the_quote_to_the_top(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"fair deel")
            lines = shown(pilot).splitlines()
            first = next(one for one in lines if "◐" in one)
            assert "We are not going to accept a deal" in first
            assert "of 4 · " in line(pilot, "3 Quotes")
            assert "ms" in line(pilot, "3 Quotes")


async def test_escape_empties_the_line_then_leaves_it(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"deal", "escape")
            assert "3 Quotes ─ 4 " in shown(pilot)
            assert isinstance(pilot.app.focused, Input)
            await press(pilot, "escape")
            assert pilot.app.focused is not None
            assert pilot.app.focused.id == "quotes-rows"


@pytest.mark.parametrize("typed", ['"', "NEAR(", "* OR -", "is:nonsense", "\\", "[@click=app.quit]", "ö" * 300])
async def test_anything_typed_is_answered(tmp_path: Path, typed: str) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash")
            pilot.app.screen.query_one("#quotes-search", Input).value = typed
            await press(pilot, "down")
            assert not notices(pilot)


async def test_ten_thousand_characters_of_anything_in_the_line_are_answered(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash")
            field = pilot.app.screen.query_one("#quotes-search", Input)
            for name, text in LINES.items():
                field.value = text
                await settle(pilot)
                assert not notices(pilot), name
                assert "loading" not in line(pilot, "3 Quotes ─"), name
            field.value = "fair deel"
            await settle(pilot)
            assert "We are not going to accept" in shown(pilot)


async def test_nothing_found_says_so_and_how_to_go_on(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"zzyzx")
            assert "Nothing like that in the bank. esc empties the line." in shown(pilot)


async def test_a_filter_that_keeps_everything_out_is_named_with_what_it_keeps_out(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash")
            await type_in(pilot, "solidarity is:verified")
            assert "Nothing matches; 1 matches without is:verified." in shown(pilot)
            assert "Take it out," in shown(pilot)
            await press(pilot, "escape")
            await type_in(pilot, '"solidarity stands"')
            assert "matches without the marks." in shown(pilot)


async def test_a_name_in_marks_finds_what_its_owner_said_and_says_so(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "slash")
            await type_in(pilot, '"Crabtree-Ireland"')
            assert "We are not going to accept" in shown(pilot)
            assert " · 2 by name only · " in line(pilot, "3 Quotes ─")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_dates_are_typed_as_people_say_them_and_what_was_understood_is_said(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, size) as pilot:
            await press(pilot, "3", "slash")
            await type_in(pilot, "since:feb before:mar")
            assert "2 of 4 · since Feb 1, before Mar 1, 2026 · " in line(pilot, "3 Quotes ─")
            await press(pilot, "escape")
            await type_in(pilot, "before:mar")
            assert "0 of 4 · before Mar 1, 2025 · " in line(pilot, "3 Quotes ─")


async def test_what_is_no_filter_is_said_and_left_out(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "slash")
            await type_in(pilot, "colour:red is:green solidarity")
            title = line(pilot, "3 Quotes ─")
            assert "1 of 4 · " in title
            assert " ms · no such filter: colour:red and 1" in title


async def test_a_quote_added_elsewhere_is_found_at_once(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"zanzibar")
            quote = store.quotes.get(store.quotes.newest(1)[0])
            store.quotes.add(replace(quote, id=None, words="The next round is in Zanzibar"))
            await press(pilot, "end")
            assert "The next round is in Zanzibar" in shown(pilot)


async def test_a_long_list_is_read_as_it_comes_into_sight(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        a_bank(store, 300)
        async with opened(store) as pilot:
            assert "3 Quotes ─ 304" in shown(pilot)
            await press(pilot, "3", "end")
            assert "We are not going to accept" in shown(pilot)
            await press(pilot, "pageup", "pageup", "pageup", "pageup", "pageup")
            assert "Number 1" in shown(pilot)


async def test_three_keys_and_the_first_quote_is_copied_with_its_stamp_and_logged(
    tmp_path: Path, clipboard: list[str]
) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"fair deal", "ctrl+y")
            assert clipboard[0].startswith(Q1)
            assert clipboard[0].endswith(STAMP)
            assert notices(pilot) == [f"{clipboard[0]}\n\nCopied with xclip, and read back."]
            quote_id = next(one for one in store.quotes.newest() if "not fair" in store.quotes.get(one).words)
            logged = store.copies.of(quote_id)
            assert [(one.text, one.confirmed, one.stamp) for one in logged] == [(clipboard[0], True, STAMP)]


async def test_the_footer_says_what_a_copy_will_be(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash", *"fair deal")
            assert "^y copy the first, stamped [per a published report" in shown(pilot).splitlines()[-1]
            await press(pilot, "enter")
            assert "y copy, stamped [per a published report" in shown(pilot).splitlines()[-1]


async def test_a_copy_asked_for_before_the_answer_waits_for_it(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "slash")
            await pilot.press(*"solidarity", "ctrl+y")
            await press(pilot)
            assert len(clipboard) == 1
            assert "stands in solidarity" in clipboard[0]


async def test_a_copy_asked_for_while_the_search_runs_is_of_what_was_searched_for_then(
    tmp_path: Path, clipboard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering, ask = Event(), searching.ask

    def held(*args: Any) -> Found | None:
        answering.wait(10)
        return ask(*args)

    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            monkeypatch.setattr(searching, "ask", held)
            await pilot.press("slash", *"solidarity", "ctrl+y", "backspace")
            answering.set()
            await press(pilot)
            assert "stands in solidarity" in shown(pilot)
            assert ["stands in solidarity" in copied for copied in clipboard] == [True]
            assert pilot.app.screen.query_one(Input).value == "solidarit"


async def test_another_format_is_seen_before_it_is_copied(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "end", "Y")
            assert isinstance(pilot.app.screen, CopyAsScreen)
            await press(pilot, *["down"] * 4)
            assert "the words alone, in marks" in shown(pilot)
            await press(pilot, "enter")
            assert clipboard[0].startswith("“We are not going to accept a deal that is not fair to our members")
            assert "Crabtree" not in clipboard[0]


async def test_where_no_clipboard_is_reached_the_text_stands_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desk.app.copying.copy", lambda *_: Outcome(Certainty.FAILED, "", "Not copied: nothing took it.")
    )
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "end", "y")
            assert isinstance(pilot.app.screen, SelectionScreen)
            assert "Not copied: nothing took it." in shown(pilot)
            assert "not fair to our members" in shown(pilot)
            assert not store.copies.of(store.quotes.newest()[-1])


async def test_a_disputed_quote_asks_for_a_reason_and_carries_it(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        quote_id = store.quotes.newest()[-1]
        store.quotes.dispute(quote_id, "the speaker denies it")
        async with opened(store) as pilot:
            await press(pilot, "3", "end")
            assert "✕" in line(pilot, "We are not going to accept")
            await press(pilot, "y")
            assert isinstance(pilot.app.screen, PickScreen)
            await press(pilot, *"on the tape", "enter")
            assert "[DISPUTED: on the tape]" in clipboard[0]
            assert store.copies.of(quote_id)[0].reason == "on the tape"


def confidential(store: Store, rule: GroundRule, attribution: str = "") -> int:
    """A quote of somebody who may not be named."""
    person = store.people.add_person(Person(name="Jane Doe", title="chief of staff", confidential=True))
    source = store.sources.add(
        Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY, confidential=True),
        terms=Terms(rule=rule, attribution=attribution),
    )
    return store.quotes.add(
        Quote(
            words="They will fold by May",
            speakers=(Speaker(person_id=person, name="Jane Doe", title="chief of staff"),),
            source_id=source,
            venue="the cafe on Third",
        )
    )


async def test_a_confidential_name_is_shown_only_when_it_is_asked_for(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        confidential(store, GroundRule.BACKGROUND, "a person close to the studios")
        async with opened(store, (200, 50)) as pilot:
            assert "Jane" not in shown(pilot)
            assert "the cafe" not in shown(pilot)
            assert "a person close to the studios" in shown(pilot)
            await press(pilot, "3", "N")
            assert "Jane Doe" in shown(pilot)
            await press(pilot, "y")
            assert "Jane" not in clipboard[0]
            await press(pilot, "N", "enter")
            assert isinstance(pilot.app.screen, QuoteScreen)
            assert "Jane" not in shown(pilot).replace("\n", " ").split("Quote ─")[-1]


async def test_what_may_not_leave_is_refused_with_the_reason(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        confidential(store, GroundRule.OFF_RECORD)
        async with opened(store) as pilot:
            await press(pilot, "3")
            assert "⊘" in line(pilot, "They will fold")
            assert "may not leave: this was said off the record." in shown(pilot).splitlines()[-1]
            await press(pilot, "y")
            assert not clipboard
            assert notices(pilot)[0].startswith("Not copied. This was said off the record.")


@pytest.mark.parametrize(
    ("spans", "room", "wanted"),
    [
        ([], 40, lambda shown: shown.startswith("one two")),
        ([(4, 7)], 40, lambda shown: shown.startswith("one two")),
        ([(700, 703)], 40, lambda shown: shown.startswith("… ") and "needle" in shown),
    ],
)
def test_a_long_quote_is_cut_around_what_matched(
    spans: list[tuple[int, int]], room: int, wanted: Callable[[str], bool]
) -> None:
    words = "one two " + "three " * 115 + "  needle in the hay"
    assert wanted(str(quote_lines.excerpt(words, spans, room)))


async def test_the_record_of_a_quote_tells_its_history_and_where_it_went(tmp_path: Path, clipboard: list[str]) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "3", "end", "y", "enter")
            assert isinstance(pilot.app.screen, QuoteScreen)
            screen = shown(pilot)
            for words in (
                "said by",
                "May it leave?",
                "matches a report",
                "Source",
                "copied once",
                "copied as sentence",
            ):
                assert words in screen
            await press(pilot, "escape")
            assert len(pilot.app.screen_stack) == 1


def test_a_long_quote_is_cut_around_the_most_of_what_matched() -> None:
    words = "the union and the state " + "of the " * 60 + "state union speech at last"
    spans = [(match.start(), match.end()) for match in re.finditer(r"\b(the|state|union|speech)\b", words)]
    shown = str(quote_lines.excerpt(words, spans, 60))
    assert shown.startswith("… ")
    assert "state union speech" in shown[:60]
