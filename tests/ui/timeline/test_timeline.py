"""The timeline: every negotiation on one calendar, its day in words, keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.importing.demo import load_demo
from desk.model.dates import value as dates
from desk.model.enums import Axis, Certainty, DeadlineKind, DevelopmentKind
from desk.model.records import Deadline, Development, Negotiation
from desk.model.talks.calendar_window import Window, fitting
from desk.model.talks.timeline import Row
from desk.store.store import Store
from desk.ui.timeline import cells as timeline_cells
from desk.ui.timeline.cells import Look
from desk.ui.timeline.rows import CalendarRows
from desk.ui.timeline.timeline import TimelineScreen
from tests.finding import talks_called
from tests.ui.opened import NOW, ODD, SHOWN, a_store, opened, press, settle, shown

MARCH = datetime(2026, 3, 7, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def top(pilot: Pilot[int]) -> str:
    """What the screen on top shows."""
    return shown(pilot)[-(pilot.app.size.width + 1) * pilot.app.size.height :]


def calendar(pilot: Pilot[int], name: str) -> str:
    """The line of some talks."""
    return next(line for line in top(pilot).splitlines() if line.lstrip("│▌ ").startswith(name))


def screen(pilot: Pilot[int]) -> TimelineScreen:
    found = pilot.app.screen
    assert isinstance(found, TimelineScreen)
    return found


async def test_every_negotiation_is_a_row_from_the_first_day_of_talks_to_expiry(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t")
        page = top(pilot)
        for name in ("SAG-AFTRA 2026", "WGA 2026", "DGA 2026", "SAG-AFTRA 2023"):
            assert calendar(pilot, name)
        sag = calendar(pilot, "SAG-AFTRA 2026")
        assert "●" in sag
        assert "~~~" in sag  # the week in which talks resume
        assert sag.index("●") < sag.index("─┫")
        assert "141 d" in sag
        assert "23 d" in calendar(pilot, "SAG-AFTRA 2023")
        assert "Feb" in page
        assert "2026" in page
        assert "Sat Feb 14 2026, today" in page
        assert "day 6 of 141 · talks open · contract in force · mutual blackout" in page
        assert "SAG-AFTRA 2023 on its day 6 of 23, Mon Jun 12 2023: talks open · strike vote passed" in page


async def test_the_cursor_says_what_happened_or_is_due_on_its_day(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", *["left"] * 5)
        assert screen(pilot).day == date(2026, 2, 9)
        page = top(pilot)
        assert "talks begin  → talks open" in page
        assert "sides agree to limit statements  → blackout mutual" in page
        assert "DGA states its support" in page
        await press(pilot, "home", "right", "right")
        assert "~ due  Talks resume" in top(pilot)
        await press(pilot, "end")
        assert screen(pilot).day == date(2026, 2, 16)  # the list's own keys go to its ends


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("left",), date(2026, 2, 13)),
        (("right", "right"), date(2026, 2, 16)),
        (("{",), date(2026, 1, 14)),
        (("}",), date(2026, 3, 14)),
        (("shift+left", "shift+left"), date(2025, 12, 14)),
        (("shift+right", "home"), date(2026, 2, 14)),
        (("n",), date(2026, 2, 22)),
        (("n", "n"), date(2026, 6, 30)),
        (("n", "n", "n"), date(2026, 6, 30)),
        (("b",), date(2026, 2, 13)),
    ],
)
async def test_moving_by_keys(store: Store, keys: tuple[str, ...], day: date) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "t", *keys)
        assert screen(pilot).day == day
        assert "▼" in top(pilot)


async def test_looking_nearer_and_wider(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", "+", "+")
        assert "Feb 9" in top(pilot)
        await press(pilot, *["-"] * 4)
        assert "Apr" in top(pilot)
        await press(pilot, "-", "-", "-", "f")
        assert "2024" in top(pilot)
        old = calendar(pilot, "SAG-AFTRA 2023")
        assert "‹" not in old
        assert "●" in old


async def test_the_last_cycles_pace_beside_this_ones(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", "p")
        assert "day 1" in top(pilot)
        old, new = calendar(pilot, "SAG-AFTRA 2023"), calendar(pilot, "SAG-AFTRA 2026")
        # both begin in the same column, and 23 days are shorter than 141
        assert abs(old.index("━") - new.index("●")) <= 2
        assert old.index("◇") < new.index("┫")
        await press(pilot, "p")
        assert "day 1" not in top(pilot).replace("day 1 of", "")


async def test_dates_in_conflict_stand_joined(tmp_path: Path) -> None:
    path = tmp_path / "march.db"
    with Store.open(path, clock=lambda: MARCH, via="demo") as store:
        load_demo(store)
    with Store.open(path, clock=lambda: NOW) as store:
        async with opened(store) as pilot:
            await press(pilot, "t", "j", "n", "n")
            assert "≠┄" in calendar(pilot, "WGA 2026")
            assert screen(pilot).day == date(2026, 3, 6 if screen(pilot).day.day == 6 else 16)
            assert "≠ due  WGA talks begin" in top(pilot)


async def test_deadlines_of_different_talks_in_one_week_are_pointed_out(store: Store) -> None:
    talks = {one.name: one.id for one in store.talks.negotiations()}
    store.deadlines.add(
        Deadline(name="Strike vote closes", kind=DeadlineKind.VOTE, negotiation_id=talks["WGA 2026"]),
        dates.day(date(2026, 7, 1)),
    )
    async with opened(store) as pilot:
        await press(pilot, "t")
        page = top(pilot)
        assert "1 week in which deadlines fall together" in page
        assert "week of Jun 29, fall together: " in page
        assert "SAG-AFTRA contract expires (SAG-AFTRA 2026)" in page
        assert "Strike vote closes (WGA 2026)" in " ".join(page.replace("│", " ").split())


async def test_a_click_goes_to_its_day_and_a_second_one_turns_the_desk(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t")
        rows = screen(pilot).query_one(CalendarRows)
        await pilot.click(rows, offset=(40, 1))
        await settle(pilot)
        day = screen(pilot).day
        assert day > date(2026, 2, 14)
        assert "WGA 2026  pre talks" in top(pilot)
        await pilot.click(rows, offset=(40, 1))
        await settle(pilot)
        assert pilot.app.session.turned is not None  # type: ignore[attr-defined]
        assert pilot.app.session.turned.day == day  # type: ignore[attr-defined]
        assert "WGA 2026" in top(pilot).splitlines()[0]


async def test_what_we_knew_then_has_only_what_had_been_logged(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", "left", "K")
        page = top(pilot)
        assert "as we knew it then" in page
        assert "SAG-AFTRA 2026  not known to the desk by then" in page
        assert "┫" not in calendar(pilot, "SAG-AFTRA 2026")
        await press(pilot, "right")
        assert "day 6 of 141" in top(pilot)


async def test_peoples_text_is_shown_as_it_is_and_a_long_name_leaves_room(store: Store) -> None:
    store.talks.add_negotiation(Negotiation(code="odd", name=f"{ODD} {'long ' * 40}".strip()))
    talks = talks_called(store, "odd")
    assert talks is not None
    store.developments.log(
        Development(
            kind=DevelopmentKind.SESSION,
            words=ODD,
            date=replace(dates.day(date(2026, 2, 14)), certainty=Certainty.OCCURRED),
            negotiation_ids=(talks.id or 0,),
            axes=((Axis.PHASE, "talks_open"),),
        )
    )
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "t")
        assert SHOWN[:40] in top(pilot)
        await press(pilot, "j", "j", "j")
        assert "talks open" in top(pilot)
        await press(pilot, "escape", "A")
        assert SHOWN[:10] in top(pilot)


async def test_an_empty_desk_says_what_to_press(tmp_path: Path) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann")
        async with opened(store, (80, 24)) as pilot:
            await press(pilot, "t", "left", "p", "K", "f", "+", "n", "j")
            assert "No talks yet. m keeps parties and talks." in top(pilot)
            await press(pilot, "enter")
            assert "turned to Fri Feb 13 2026" in top(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 10)])
async def test_thirty_negotiations_over_ten_years(store: Store, size: tuple[int, int]) -> None:
    first = date(2016, 2, 1)
    for number in range(30):
        talks = store.talks.add_negotiation(Negotiation(code=f"n{number}", name=f"Talks number {number}"))
        store.developments.log(
            Development(
                kind=DevelopmentKind.SESSION,
                words="talks begin",
                date=replace(dates.day(first + timedelta(days=120 * number)), certainty=Certainty.OCCURRED),
                negotiation_ids=(talks,),
                axes=((Axis.PHASE, "talks_open"),),
            )
        )
        store.deadlines.add(
            Deadline(name=f"contract {number}", kind=DeadlineKind.EXPIRY, negotiation_id=talks),
            dates.day(first + timedelta(days=120 * number + 90)),
        )
    async with opened(store, size) as pilot:
        await press(pilot, "t", "f", "G")
        assert screen(pilot).query_one(CalendarRows).key == 4
        await press(pilot, "g")
        assert "SAG-AFT" in top(pilot)
        assert all(len(line) <= size[0] for line in top(pilot).splitlines())


def a_row(*, first: date | None = date(2026, 2, 9)) -> Row:
    return Row(negotiation=Negotiation(id=1, code="a", name="A"), first=first)


def look(window: Window) -> Look:
    return Look(window, date(2026, 2, 14), date(2026, 2, 14), 10)


@pytest.mark.parametrize(
    ("row", "drawn"),
    [
        # nobody has said when the contract ends: the bar goes on, as far as anybody knows
        (a_row(), "━━━━━┿┄┄┄┄"),
        # no talks yet, and nothing that ends
        (a_row(first=None), "     │    "),
        (replace(a_row(), expiry=(dates.day(date(2026, 2, 16)),)), "━━━━━┿──  "),
        (replace(a_row(first=None), planned=(dates.day(date(2026, 2, 16)),),
                 expiry=(dates.day(date(2026, 2, 17)),)), "     │ ╌╌ "),
        (replace(a_row(), expiry=(dates.day(date(2026, 1, 1)),)), "━━━━━┿┄┄┄┄"),
    ],
)  # fmt: skip
def test_a_bar_says_what_is_over_what_is_ahead_and_what_nobody_knows(row: Row, drawn: str) -> None:
    cells = timeline_cells.drawn(row, look(Window(date(2026, 2, 9), 1, 10)))
    assert "".join(char for char, _ in cells) == drawn


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_line_is_as_wide_as_there_is_room(width: int) -> None:
    names, cells = timeline_cells.columns(width, 200)
    window = fitting(date(2026, 2, 9), date(2026, 6, 30), cells)
    line = timeline_cells.row_line(a_row(), "A" * 200, Look(window, NOW.date(), NOW.date(), names), width, frozenset())
    assert line.cell_length <= width
    assert all(one.cell_length <= width for one in timeline_cells.head(Look(window, NOW.date(), NOW.date(), names), ()))
