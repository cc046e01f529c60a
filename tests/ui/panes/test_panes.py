"""The panes on the demo's first week of talks: what each shows and what its keys do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.config.settings import Config
from desk.model.dates import value as dates
from desk.model.enums import Axis, Certainty, CommentOutcome, Deed, DevelopmentKind, Mark
from desk.model.records import Asked, Check, CheckMark, DeadlineDate, Development, Story
from desk.store.store import Store
from desk.ui.app import DeskApp
from desk.ui.entry.form import FormScreen
from desk.ui.reference.record import RecordScreen
from tests.ui.opened import NOW, a_store, notices, opened, press, settle, shown


def line(pilot: Pilot[int], words: str) -> str:
    """The line of the screen with these words."""
    return next((one for one in shown(pilot).splitlines() if words in one), "")


# Talks


async def test_the_talks_say_where_they_stand_and_how_long_they_have(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            screen = shown(pilot)
            assert "SAG-AFTRA 2026   talks open · contract in force · mutual blackout" in screen
            assert "day 6 · 136 days left of 141" in screen
            assert "Feb 9 ━" in screen
            assert "Sat Feb 14  5 p.m. UTC" in screen or "Sat Feb 14  9 a.m. PT" in screen


async def test_positions_stand_under_their_side_with_how_they_are_known(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (160, 40)) as pilot:
            assert "focus of the cycle" in line(pilot, "Health and pension funding")
            assert "~" in line(pilot, "Health and pension funding")
            assert "no position" in line(pilot, "Health and pension funding")
            assert "reported, from sources who are not named" in shown(pilot).splitlines()[-1]
            await press(pilot, "right")
            assert "AMPTP" in shown(pilot).splitlines()[-1]


async def test_what_happened_last_stands_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store, (80, 40)) as pilot:
            lines = shown(pilot).splitlines()
            wanted = ["Fri Feb 13", "Feb 9–13", "Mon Feb 9 ", "by Mon Feb 9", "undated"]
            places = [next(at for at, one in enumerate(lines) if words in one and at > 9) for words in wanted]
            assert places == sorted(places)
            assert "blackout mutual" in line(pilot, "sides agree to limit")
            assert "S1" in line(pilot, "sides agree to limit")


async def test_a_development_logged_elsewhere_moves_the_axes_on_the_screen(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            talks = store.talks.negotiations()[0]
            happened = replace(dates.day(date(2026, 2, 14)), certainty=Certainty.OCCURRED)
            store.developments.log(
                Development(
                    kind=DevelopmentKind.SESSION,
                    words="talks are recessed",
                    date=happened,
                    negotiation_ids=(talks.id or 0,),
                    axes=((Axis.PHASE, "recessed"),),
                )
            )
            await settle(pilot)
            assert "SAG-AFTRA 2026   recessed · contract in force" in shown(pilot)


async def test_brackets_show_other_talks(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "right_square_bracket")
            assert "2 of 3" in shown(pilot)
            await press(pilot, "left_square_bracket", "left_square_bracket")
            assert "archived" in shown(pilot)
            assert "SAG-AFTRA 2023" in shown(pilot).splitlines()[0]


async def test_enter_opens_the_record_and_e_edits_it(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "down", "down", "down", "enter")
            assert isinstance(pilot.app.screen, RecordScreen)
            assert "session wraps early" in shown(pilot)
            assert "inferred" in shown(pilot)
            await press(pilot, "e")
            assert isinstance(pilot.app.screen, FormScreen)


async def test_an_empty_desk_says_what_to_press(tmp_path: Path) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann")
        async with opened(store) as pilot:
            screen = shown(pilot)
            for words in (
                "No talks yet. m keeps",
                "Nothing ahead. a adds",
                'No quotes yet. " notes',
                "No story yet. s adds",
            ):
                assert words in screen
            await press(
                pilot, "4", "down", "enter", "y", "x", "2", "space", "e", "enter", "1", "enter", "e", "x", "right"
            )
            assert pilot.app.is_running


# Deadlines


async def test_deadlines_stand_in_order_with_the_time_left(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            lines = shown(pilot).splitlines()
            wanted = ["2–8 d ~ wk of Feb 16", "20 d   Fri Mar 6", "11–15 wk ~ May", "136 d   Tue Jun 30"]
            places = [next(at for at, one in enumerate(lines) if words in one) for words in wanted]
            assert places == sorted(places)
            assert "no hour" in shown(pilot)


async def test_two_dates_that_exclude_each_other_stand_under_each_other(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        wga = next(one for one in store.deadlines.all() if one.name == "WGA talks begin")
        store.deadlines.add_date(DeadlineDate(deadline_id=wga.id or 0, date=dates.day(date(2026, 3, 16))))
        async with opened(store) as pilot:
            lines = shown(pilot).splitlines()
            first = next(at for at, one in enumerate(lines) if "20 d ≠ Fri Mar 6" in one)
            assert "30 d ≠ Mon Mar 16" in lines[first + 1]


async def test_a_call_owed_stands_among_the_deadlines(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        amptp = store.people.find_party("AMPTP")
        assert amptp is not None
        store.developments.log(
            Development(
                kind=DevelopmentKind.COMMENT_SOUGHT,
                words="on the pension figures",
                date=dates.day(date(2026, 2, 13)),
                asked=(Asked(party_id=amptp.id, how="email", outcome=CommentOutcome.PENDING),),
            )
        )
        async with opened(store) as pilot:
            assert "Calls owed" in shown(pilot)
            assert "owed   AMPTP by email: on the pen" in shown(pilot)
            await press(pilot, "2", "end", "space")
            assert isinstance(pilot.app.screen, FormScreen)


async def test_space_says_that_it_is_done_and_again_that_it_is_not(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, "2", "space")
            assert "3 ahead" in shown(pilot)
            assert "Just done" in shown(pilot)
            assert notices(pilot) == ["done: Talks resume; u undoes"]
            await press(pilot, "end", "space")
            assert "4 ahead" in shown(pilot)


async def test_the_countdown_follows_the_clock(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        now = [NOW]
        app = DeskApp(store, Config(), clock=lambda: now[0])
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            now[0] += timedelta(days=1)
            for _ in range(20):  # the clock is asked each second; a busy machine may take longer to draw
                await pilot.pause(0.5)
                await settle(pilot)
                if "Sun Feb 15" in shown(pilot) and "135 d" in shown(pilot):
                    break
            assert "135 d   Tue Jun 30" in shown(pilot)
            assert "Sun Feb 15" in shown(pilot)


# Checks


async def test_checks_stand_red_first_with_how_much_is_green(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            assert "4 Checks ─ sag-aftra-week-one ─ 0 of 20" in shown(pilot)
            lines = shown(pilot).splitlines()
            red = next(at for at, one in enumerate(lines) if "■ WGA talks on March 6" in one)
            amber = next(at for at, one in enumerate(lines) if "▲ began Feb. 9" in one)
            assert red < amber


async def test_a_check_marked_elsewhere_goes_down_the_list_and_counts(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            check = store.stories.checks(store.stories.all()[0].id or 0)[0]
            store.stories.mark(CheckMark(check_id=check.id or 0, mark=Mark.GREEN, evidence="the guild's own calendar"))
            await settle(pilot)
            assert "1 of 20" in shown(pilot)
            await press(pilot, "4", "end")
            assert "green · the guild's own calendar" in shown(pilot).splitlines()[-1]


async def test_s_takes_another_story_in_work_and_remembers_it(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        other = store.stories.add(Story(slug="pensions"))
        store.stories.add_check(Check(story_id=other, what="the figure of 2023", category="claim"))
        store.stories.choose(next(one.id or 0 for one in store.stories.all() if one.id != other))
        async with opened(store) as pilot:
            await press(pilot, "4", "s", *"pens", "enter")
            assert "4 Checks ─ pensions ─ 0 of 1" in shown(pilot)
            in_work = store.stories.in_work()
            assert in_work is not None
            assert in_work.slug == "pensions"


async def test_a_story_that_was_added_but_not_taken_in_work_is_not_shown_at_the_next_start(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            added = store.stories.add(Story(slug="pensions"))
            await settle(pilot)
            assert "4 Checks ─ sag-aftra-week-one" in shown(pilot)
        async with opened(store) as pilot:
            assert "4 Checks ─ sag-aftra-week-one" in shown(pilot)
            await press(pilot, "4", "s", *"pens", "enter")
            latest = store.stories.add(Story(slug="the-vote"))
            store.stories.withdraw(added)
        assert (story := store.stories.in_work()) is not None
        assert story.id == latest


@pytest.mark.parametrize(
    ("pane", "key"), [("1", "a"), ("2", "a"), ("3", "a"), ("4", "a"), ("2", "e"), ("3", "e"), ("4", "space")]
)
async def test_the_keys_of_a_pane_open_its_forms(tmp_path: Path, pane: str, key: str) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            await press(pilot, pane, key)
            assert len(pilot.app.screen_stack) == 2
            await press(pilot, "escape")


def a_bank(store: Store, size: int) -> None:
    """Many quotes, so that not all can be read at once."""
    quote = store.quotes.get(store.quotes.newest(1)[0])
    with store.action(Deed.OTHER, "many"):
        for number in range(size):
            store.quotes.add(replace(quote, id=None, words=f"Number {number} of the many things that were said"))


async def test_a_development_that_moved_several_axes_keeps_its_words_and_its_source(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        async with opened(store) as pilot:
            old = next(one for one in store.talks.negotiations() if one.name == "SAG-AFTRA 2023")
            pilot.app.session.choose_talks(old.id)
            await settle(pilot)
            (line,) = [line for line in shown(pilot).splitlines() if "Tue Dec 5 2023    " in line]
            assert "ratified: 78" in line
            assert "S4" in line
