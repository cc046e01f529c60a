"""Forms, with keys only: add, edit, withdraw, mark; what is wrong at its field; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from desk.app.forms.forms import ADD
from desk.model.enums import Certainty, DeadlineKind, Mark, PartyKind, PositionKind
from desk.store.store import Store
from desk.ui.dialogs.confirm import ConfirmScreen
from desk.ui.entry.entry import open_add, open_another_date, open_edit, open_evidence, open_mark, open_withdraw
from desk.ui.entry.form import FormScreen
from desk.ui.entry.keeping import PAUSE
from desk.ui.panes.desk import DeskScreen
from desk.ui.widgets.area import Area
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.rows import RowList
from tests.finding import talks_called
from tests.ui.opened import ODD, SHOWN, a_store, notices, opened, press, settle, shown, static, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def field(pilot: Pilot[int], name: str) -> Entry | Area:
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    return screen.widget(name)


def beneath(pilot: Pilot[int], name: str) -> str:
    found = field(pilot, name)
    return static(pilot, f"#field-{name} .{'area' if isinstance(found, Area) else 'entry'}--echo")


async def test_a_deadline_is_added_from_its_pane_with_the_date_echoed(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "2", "a")
        await type_in(pilot, "guild files")
        await press(pilot, "enter")
        await type_in(pilot, "jun 30 11:59pm ET")
        assert beneath(pilot, "date") == "= Tue Jun 30 2026, 11:59 p.m. EDT = 8:59 p.m. PDT"
        await press(pilot, "enter")
        await type_in(pilot, "fil")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, DeskScreen)
        (deadline,) = [one for one in store.deadlines.all() if one.name == "guild files"]
        assert deadline.kind is DeadlineKind.FILING
        assert notices(pilot) == ["deadline kept; u undoes"]
        await press(pilot, "u")
        assert "guild files" not in [one.name for one in store.deadlines.all()]


async def test_enter_on_the_last_field_saves(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "party")
        await settle(pilot)
        await type_in(pilot, "IATSE")
        await press(pilot, "enter", "enter")
        await type_in(pilot, "union")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert store.people.find_party("iatse") is not None


async def test_what_is_wrong_is_said_at_its_field_which_gets_the_focus(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "deadline")
        await settle(pilot)
        await type_in(pilot, "something")
        await press(pilot, "enter")
        await type_in(pilot, "13/2")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert beneath(pilot, "date") == "✕ “13/2” is not taken as a date. Write February 13."
        assert field(pilot, "date").has_focus_within
        assert field(pilot, "name").value == "something"


async def test_what_the_file_refuses_is_said_at_its_field_too(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "party")
        await settle(pilot)
        await type_in(pilot, "sag-aftra")
        await press(pilot, "enter", "enter")
        await type_in(pilot, "union")
        await press(pilot, "ctrl+s")
        assert beneath(pilot, "name").startswith("✕ sag-aftra is there already")
        assert len(store.people.parties()) == 4


async def test_a_field_that_is_needed_says_so_only_when_saving(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "story")
        await settle(pilot)
        assert beneath(pilot, "slug") == "sag-aftra-week-one"
        await press(pilot, "ctrl+s")
        assert beneath(pilot, "slug").startswith("✕ this is needed")


async def test_an_unknown_name_is_added_from_the_field_that_names_it(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "negotiation")
        await settle(pilot)
        await type_in(pilot, "Teamsters 2027")
        await press(pilot, "enter")
        await type_in(pilot, "TEAMSTERS")
        assert static(pilot, "#form-message") == "^n adds TEAMSTERS"
        await press(pilot, "ctrl+n")
        assert field(pilot, "full_name").value == ""
        await press(pilot, "enter", "enter")
        await type_in(pilot, "union")
        await press(pilot, "ctrl+s", "ctrl+s")
        talks = talks_called(store, "teamsters-2027")
        assert talks is not None
        assert len(talks.party_ids) == 1


async def test_a_quote_is_pasted_with_its_lines(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "3", "a")
        words = field(pilot, "words")
        assert isinstance(words, Area)
        words.lines.post_message(events.Paste("One.\r\n\r\nTwo.\x1b[31m"))
        await settle(pilot)
        await press(pilot, "tab")
        await type_in(pilot, "crabtree")
        await press(pilot, "tab", "ctrl+s")
        quote = store.quotes.get(store.quotes.newest(1)[0])
        assert (quote.words, quote.speakers[0].name) == ("One.\n\nTwo.", "Duncan Crabtree-Ireland")


async def test_a_form_opens_on_what_is_not_answered_by_where_it_was_opened(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "terms", source_id=store.sources.all()[0].id)
        await settle(pilot)
        assert field(pilot, "source").value
        assert field(pilot, "rule").has_focus_within


async def test_an_edited_development_names_the_one_it_corrects(store: Store) -> None:
    async with opened(store) as pilot:
        before = store.developments.all()[-1]
        open_edit(pilot.app, "development", before.id)
        await settle(pilot)
        assert field(pilot, "words").value == before.words
        await press(pilot, "ctrl+end")
        await type_in(pilot, ", again")
        await press(pilot, "ctrl+s")
        after = store.developments.all()[-1]
        assert (after.corrects, after.words) == (before.id, f"{before.words}, again")
        assert (after.axes, after.date, after.negotiation_ids) == (before.axes, before.date, before.negotiation_ids)


async def test_another_date_stands_beside_the_old_one(store: Store) -> None:
    async with opened(store) as pilot:
        (deadline,) = [one for one in store.deadlines.all() if one.name.startswith("WGA talks")]
        open_another_date(pilot.app, deadline.id)
        await settle(pilot)
        await type_in(pilot, "mar 16")
        await press(pilot, "enter")
        await type_in(pilot, "sched")
        await press(pilot, "ctrl+s")
        dates = store.deadlines.get(deadline.id).dates
        assert [(one.date.start.day, one.date.certainty) for one in dates if one.date.start] == [
            (6, Certainty.EXPECTED),
            (16, Certainty.SCHEDULED),
        ]


async def test_withdrawing_is_confirmed_by_another_key_and_undone_by_u(store: Store) -> None:
    async with opened(store) as pilot:
        quote_id = store.quotes.newest(1)[0]
        open_withdraw(pilot.app, "quote", quote_id)
        await settle(pilot)
        assert static(pilot, "#confirm-what") == store.quotes.get(quote_id).words
        assert "u brings it back" in static(pilot, "#confirm-follows")
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert store.quotes.newest(1) == [quote_id]
        open_withdraw(pilot.app, "quote", quote_id)
        await settle(pilot)
        await press(pilot, "y")
        assert store.quotes.newest(1) != [quote_id]
        await press(pilot, "u")
        assert store.quotes.newest(1) == [quote_id]


async def test_what_is_not_there_any_more_cannot_be_withdrawn(store: Store) -> None:
    async with opened(store) as pilot:
        open_withdraw(pilot.app, "deadline", 9999)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        assert notices(pilot) == ["There is no such deadline (9999)."]


async def test_a_check_is_marked_with_one_key_and_green_asks_for_evidence(store: Store) -> None:
    async with opened(store) as pilot:
        check = store.stories.checks(store.stories.all()[0].id or 0)[0]
        open_mark(pilot.app, check.id)
        await settle(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, DeskScreen)
        mark = store.stories.check(check.id).mark
        assert mark is not None
        assert mark.mark is Mark.AMBER
        open_mark(pilot.app, check.id)
        await settle(pilot)
        await press(pilot, "g")
        assert field(pilot, "mark").value == "green"
        await type_in(pilot, "the release, line 3")
        await press(pilot, "ctrl+s")
        mark = store.stories.check(check.id).mark
        assert mark is not None
        assert (mark.mark, mark.evidence) == (Mark.GREEN, "the release, line 3")


async def test_evidence_keeps_the_mark(store: Store) -> None:
    async with opened(store) as pilot:
        check = store.stories.checks(store.stories.all()[0].id or 0)[0]
        open_evidence(pilot.app, check.id)
        await settle(pilot)
        await type_in(pilot, "asked the guild")
        await press(pilot, "ctrl+s")
        mark = store.stories.check(check.id).mark
        assert mark is not None
        assert (mark.mark, mark.evidence) == (Mark.RED, "asked the guild")


async def test_an_untouched_form_is_left_without_a_question(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "2", "a", "escape")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_touched_form_asks_what_is_to_become_of_it(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "2", "a")
        await type_in(pilot, "half")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert field(pilot, "name").value == "half"
        await press(pilot, "escape", "k")
        await press(pilot, "a")
        assert field(pilot, "name").value == "half"
        assert static(pilot, "#form-message").startswith("Kept from before")
        await press(pilot, "escape", "a")
        assert field(pilot, "name").value == "half"
        await press(pilot, "ctrl+t")
        assert field(pilot, "name").value == ""
        await type_in(pilot, "other")
        await press(pilot, "escape", "x")
        await press(pilot, "a")
        assert field(pilot, "name").value == ""


async def test_a_form_half_filled_in_before_a_crash_is_there_after_it(store: Store, tmp_path: Path) -> None:
    async with opened(store) as pilot:
        await press(pilot, "2", "a")
        await type_in(pilot, "half")
        await press(pilot, "enter")
        await type_in(pilot, "fri 5")
        await pilot.pause(PAUSE + 0.2)
        await settle(pilot)
    with a_store(tmp_path) as again:
        async with opened(again) as pilot:
            await press(pilot, "2", "a")
            assert (field(pilot, "name").value, field(pilot, "date").value) == ("half", "fri 5")
            assert (
                static(pilot, "#form-message") == "Kept from before: 2 of the fields. ^t throws it away; esc keeps it."
            )


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (120, 40), (60, 16)])
async def test_what_is_said_of_a_form_is_seen_at_every_size(size: tuple[int, int], store: Store) -> None:
    async with opened(store, size) as pilot:
        await press(pilot, "3", "a")
        await type_in(pilot, "Kept words")
        await press(pilot, "escape", "k", "a")
        assert "^t throws it away" in shown(pilot)
        await press(pilot, "tab")
        await type_in(pilot, "Robert Roe")
        assert "^n adds Robert Roe" in shown(pilot)


async def test_words_kept_from_before_are_there_however_often_one_leaves(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "3", "a")
        await type_in(pilot, "Kept words")
        await press(pilot, "escape", "k", "a", "escape", "a", "escape", "a")
        assert field(pilot, "words").value == "Kept words"
        await press(pilot, "ctrl+t", "escape", "a")
        assert field(pilot, "words").value == ""


async def test_a_form_that_was_saved_is_empty_the_next_time(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "story")
        await settle(pilot)
        await type_in(pilot, "week-two")
        await pilot.pause(PAUSE + 0.2)
        await press(pilot, "ctrl+s")
        open_add(pilot.app, "story")
        await settle(pilot)
        assert field(pilot, "slug").value == ""


async def test_what_is_typed_while_a_form_opens_is_not_lost(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "deadline")
        await type_in(pilot, "guild files")
        assert field(pilot, "name").value == "guild files"


@pytest.mark.parametrize("kind", list(ADD))
async def test_every_form_shows_anybodys_words_as_words(kind: str, store: Store) -> None:
    check = store.stories.checks(store.stories.all()[0].id or 0)[0]
    asked = [one.name for one in ADD[kind].fields if not one.only_edited]
    texts: dict[str, int | str | None] = dict.fromkeys(asked, ODD)
    async with opened(store, (80, 24)) as pilot:
        open_add(pilot.app, kind, **texts | {"check_id": check.id})
        await settle(pilot)
        for name in asked:
            assert field(pilot, name).value.startswith(SHOWN)
        await press(pilot, "ctrl+s")
        assert pilot.app.is_running
        drawn = "".join(beneath(pilot, name) for name in asked) if isinstance(pilot.app.screen, FormScreen) else ""
        assert "\x1b" not in drawn


async def test_a_hundred_thousand_characters_fit_a_field(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "3", "a")
        words = field(pilot, "words")
        assert isinstance(words, Area)
        words.lines.post_message(events.Paste("word " * 20_000))
        await settle(pilot)
        await press(pilot, "tab")
        await type_in(pilot, "DGA")
        await press(pilot, "ctrl+s")
        assert len(store.quotes.get(store.quotes.newest(1)[0]).words) == 99_999


async def test_who_marks_is_asked_once_where_nobody_gave_a_name(store: Store) -> None:
    store.settings.put("reporter", "")
    async with opened(store) as pilot:
        if not isinstance(pilot.app.screen, DeskScreen):
            await press(pilot, "escape")  # later
        check = store.stories.checks(store.stories.all()[0].id or 0)[0]
        for mark in ("a", "r"):
            await press(pilot, "4", "space")
            if store.settings.reporter() == "":
                await type_in(pilot, "Ann")
                await press(pilot, "enter")
            await press(pilot, mark)
        marks = store.stories.marks(check.id or 0)
        assert [(one.mark, one.who) for one in marks[-2:]] == [(Mark.AMBER, "Ann"), (Mark.RED, "Ann")]


async def test_green_on_the_storys_own_word_asks_what_was_looked_at(store: Store) -> None:
    async with opened(store) as pilot:
        check = store.stories.checks(store.stories.all()[0].id or 0)[0]
        await press(pilot, "4", "space", "g", "tab")
        await type_in(pilot, "S1")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "published report" in beneath(pilot, "evidence")
        mark = store.stories.check(check.id or 0).mark
        assert mark is not None
        assert mark.mark is Mark.RED


async def test_after_adding_something_the_next_key_is_meant_for_it(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "2", "a")
        await type_in(pilot, "Guild files")
        await press(pilot, "enter")
        await type_in(pilot, "apr 3")
        await press(pilot, "ctrl+s", "space")
        assert "Guild files" in [one.name for one in store.deadlines.all() if one.done_at is not None]
        await press(pilot, "quotation_mark")
        await type_in(pilot, '"We are done." @Crabtree-Ireland src:S1')
        await press(pilot, "enter", "3")
        rows = pilot.app.screen.query_one("#quotes-rows", RowList)
        assert rows.key == store.quotes.newest(1)[0]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_footer_keeps_the_keys_of_the_three_lines_and_of_search_beside_a_long_row(
    size: tuple[int, int], store: Store
) -> None:
    async with opened(store, size) as pilot:
        for pane in "1234":
            await press(pilot, pane)
            last = shown(pilot).splitlines()[-1]
            assert all(key in last for key in ("l log", '" quote', "i import", "/ search", "? keys", "^p "))
            assert last[1:20].strip()  # and still says what the keys do here


async def test_an_empty_choice_offers_its_list_and_tab_still_goes_on(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "party")
        await settle(pilot)
        entry = field(pilot, "kind")
        assert isinstance(entry, Entry)
        entry.value = ""
        await press(pilot, "tab")
        while not entry.line.has_focus:
            await press(pilot, "tab")
        await press(pilot, "down")
        assert entry.has_class("-offering")
        assert "employer association" in shown(pilot)
        await press(pilot, "enter")
        assert entry.value.strip() == "union"


async def test_tab_in_a_field_of_a_closed_list_never_takes_one_of_two_that_may_be_meant(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "source")
        await settle(pilot)
        await type_in(pilot, "S9")
        await press(pilot, "enter")
        await type_in(pilot, "publ")
        await press(pilot, "tab")
        assert field(pilot, "kind").value == "publi"
        await type_in(pilot, "s")
        await press(pilot, "tab")
        assert field(pilot, "kind").value == "published report "


async def test_tab_goes_on_from_a_choice_that_stands_there_whole(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "party")
        await settle(pilot)
        await type_in(pilot, "Warner")
        await press(pilot, "enter", "enter")
        await type_in(pilot, "employer")
        await press(pilot, "tab", "ctrl+s")
        assert [one.kind for one in store.people.parties() if one.name == "Warner"] == [PartyKind.EMPLOYER]


async def test_who_released_a_name_is_asked_only_of_somebody_who_is_known_already(store: Store) -> None:
    async with opened(store) as pilot:
        open_add(pilot.app, "person")
        await settle(pilot)
        assert "Released by" not in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
        open_edit(pilot.app, "person", store.people.persons()[0].id or 0)
        await settle(pilot)
        assert "Released by" in shown(pilot)


async def test_how_a_position_is_known_is_asked_for_and_never_filled_in(store: Store) -> None:
    talks = store.talks.negotiations()[0].id or 0
    issue, (union, *_) = store.talks.issues()[0], store.talks.negotiation(talks).party_ids
    before = {one.id for one in store.talks.positions(talks)}
    async with opened(store) as pilot:
        open_add(pilot.app, "position", issue_id=issue.id or 0, party_id=union)
        await settle(pilot)
        field(pilot, "words").value = "parity with the writers"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "this is needed" in beneath(pilot, "kind")
        await type_in(pilot, "rep")
        await press(pilot, "tab", "ctrl+s")
        assert isinstance(pilot.app.screen, DeskScreen)
    (kept,) = [one for one in store.talks.positions(talks) if one.id not in before]
    assert kept.kind is PositionKind.REPORTED_UNNAMED
