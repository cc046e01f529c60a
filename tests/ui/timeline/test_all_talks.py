"""All talks in one line each, and one issue across guilds and cycles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.app.views.compare import issue_names, read_compare, same_issue
from desk.model.dates import value as dates
from desk.model.enums import PositionKind
from desk.model.records import Issue, Negotiation, Position
from desk.store.store import Store
from desk.ui.panes.desk import DeskScreen
from desk.ui.timeline import compare_view
from desk.ui.timeline.all_talks import AllTalksScreen, widths
from desk.ui.timeline.compare import CompareScreen
from desk.ui.timeline.timeline import TimelineScreen
from tests.ui.opened import ODD, SHOWN, a_store, notices, opened, press, shown, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def line(pilot: Pilot[int], name: str) -> str:
    """The last line that is about these talks."""
    return next(each for each in reversed(shown(pilot).splitlines()) if each.lstrip("│▌ ").startswith(name))


async def test_each_negotiation_in_one_line(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, AllTalksScreen)
        said = " ".join(line(pilot, "SAG-AFTRA 2026").split())
        for part in ("talks open", "in force", "mutual", "Fri Feb 13: session", "~ wk of Feb 16", "2–8 d"):
            assert part in said
        said = " ".join(line(pilot, "SAG-AFTRA 2023").split())
        for part in ("ratified", "superseded", "strike ended", "lifted", "by Tue Dec 5 2023"):
            assert part in said
        assert "11–15 wk" in line(pilot, "DGA 2026")


async def test_in_a_narrow_window_the_dates_stand_alone(store: Store) -> None:
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "A")
        said = " ".join(line(pilot, "SAG-AFTRA 2026").split())
        for part in ("talks open", "in force", "mutual", "Feb 13", "~ Feb 16", "2–8 d"):
            assert part in said
        await press(pilot, "j", "j")
        assert "11–15 wk" in line(pilot, "DGA 2026")
        await press(pilot, "j")
        assert "ratified · contract superseded · strike ended" in shown(pilot).splitlines()[-1]


async def test_enter_goes_to_those_talks(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "A", "j", "j", "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert "DGA 2026" in shown(pilot).splitlines()[0]


async def test_from_the_timeline_and_back(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "t", "A")
        assert isinstance(pilot.app.screen, AllTalksScreen)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TimelineScreen)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_on_the_day_that_the_desk_is_turned_to(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "<", "<", "A")
        assert "Thu Feb 12 2026, as it stood" in shown(pilot)
        assert "mutual" not in line(pilot, "SAG-AFTRA 2026")


@pytest.mark.parametrize(
    ("wanted", "name", "same"),
    [
        ("AI", "AI and digital likeness", True),
        ("ai", "A.I.", False),
        ("AI and digital likeness", "AI", False),
        ("Streaming residuals", "Residuals, streaming", True),
        ("AI", "Paid leave", False),
        ("…", "…", True),
    ],
)
def test_an_issue_is_the_same_where_all_of_its_words_are_there(wanted: str, name: str, same: bool) -> None:
    assert same_issue(wanted, name) is same


def across(store: Store, many: int = 2) -> None:
    """The same issue in other talks, with positions of other kinds."""
    (guild, *_) = store.people.parties()
    for number in range(1, many):
        talks = store.talks.add_negotiation(
            Negotiation(code=f"n{number}", name=f"Guild {number} {ODD}", party_ids=(guild.id or 0,))
        )
        issue = store.talks.add_issue(Issue(negotiation_id=talks, name="streaming residuals"))
        for kind, words, day in (
            (PositionKind.STATED, f"four cents {ODD}", 3),
            (PositionKind.DOCUMENT, "five cents", 9),
        ):
            store.talks.add_position(
                Position(
                    issue_id=issue, party_id=guild.id or 0, kind=kind, words=words, date=dates.day(date(2026, 2, day))
                )
            )


async def test_one_issue_across_guilds_and_cycles_side_by_side(store: Store) -> None:
    across(store)
    async with opened(store) as pilot:
        await press(pilot, "A", "c")
        assert "in 2 sets of talks" in shown(pilot)
        await type_in(pilot, "resid")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        page = shown(pilot)
        both = next(each for each in reversed(page.splitlines()) if "improvements sought" in each)
        assert "§ five cents" in both  # the latest of the other talks stands beside it
        assert "reported, from sources who are not named" in page
        assert "from a document · Mon Feb 9" in page
        assert "stated by the party itself" in page
        assert SHOWN[:20] in page
        assert "no public position" in page


async def test_more_talks_than_there_is_room_for(store: Store) -> None:
    across(store, 6)
    async with opened(store, (80, 24)) as pilot:
        await press(pilot, "A", "c")
        await type_in(pilot, "resid")
        await press(pilot, "enter")
        assert "1–2 of 6" in shown(pilot)
        await press(pilot, "right", "right", "right", "right", "right", "right")
        assert "5–6 of 6" in shown(pilot)
        await press(pilot, "left")
        assert "4–5 of 6" in shown(pilot)
        await pilot.resize_terminal(200, 50)
        await press(pilot, "left")
        assert "Guild 1" in shown(pilot)


async def test_no_issue_yet(tmp_path: Path) -> None:
    with a_store(tmp_path, demo=False) as store:
        store.settings.put("reporter", "Ann")
        async with opened(store) as pilot:
            await press(pilot, "A", "j", "c", "enter")
            assert any("No issue is on any table yet." in notice for notice in notices(pilot))


def test_names_are_offered_once_whatever_their_case(store: Store) -> None:
    across(store)
    assert [(name, count) for name, count in issue_names(store.talks.issues()) if "resid" in name.casefold()] == [
        ("streaming residuals", 2)
    ]


@pytest.mark.parametrize("width", [20, 26, 40, 80, 200])
def test_columns_are_no_wider_than_the_room(store: Store, width: int) -> None:
    across(store, 4)
    columns, codes = read_compare(store, "streaming residuals", None)
    shown_columns = columns[: compare_view.fit_in(width)]
    lines = compare_view.draw(shown_columns, codes, date(2026, 2, 14), width)
    assert lines
    assert all(each.cell_length <= width for each in lines)


@pytest.mark.parametrize("width", [40, 78, 118, 198])
def test_a_line_of_all_talks_gives_way_where_there_is_little_room(width: int) -> None:
    row = (
        "N" * 200,
        "tentative agreement",
        "superseded",
        "strike suspended",
        "one sided",
        "W" * 90,
        "D" * 60,
        "11–15 wk",
    )
    each = widths([row], width)
    assert all(cells >= 4 for cells in each)
    assert sum(each) + 7 <= max(width, 76)
