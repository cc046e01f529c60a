"""The lines of the deadlines pane: a date is never cut in its hour or its year."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk.app.views.deadlines import DeadlinesView, Due
from desk.model.dates.parse import parse_date
from desk.model.enums import DeadlineKind
from desk.model.records import Deadline, DeadlineDate
from desk.ui.panes import deadlines_lines

NOW, ZONE = datetime(2026, 2, 14, 17, tzinfo=UTC), "America/Los_Angeles"


def due(number: int, name: str, date: str) -> Due:
    value = parse_date(date, now=NOW, zone=ZONE, toward="future")
    entry = DeadlineDate(id=number, deadline_id=number, date=value)
    return Due(Deadline(id=number, name=name, kind=DeadlineKind.EXPIRY, dates=(entry,)), (entry,))


AHEAD = (
    due(1, "SAG-AFTRA contract expires", "apr 3 5pm ET"),
    due(2, "WGA talks begin", "2027-06-30"),
    due(3, "Talks resume", "week of feb 16"),
)


def drawn(one: Due, width: int) -> list[str]:
    view = DeadlinesView(ahead=AHEAD, codes={}, now=NOW, zone=ZONE)
    return [line.plain for line in deadlines_lines.due(view, one, width, NOW, ZONE)]


@pytest.mark.parametrize("width", [36, 40, 46, 50, 52, 64, 76, 116])
def test_hour_year_and_certainty_are_whole_at_every_width(width: int) -> None:
    hour, year, week = (drawn(one, width) for one in AHEAD)
    assert any("5 p.m. EDT" in line for line in hour)
    assert any("2027" in line for line in year)
    assert "expected" in week[0]
    for line in (*hour, *year, *week):
        assert len(line.rstrip()) <= width
        assert "…" not in line


def test_one_long_date_leaves_the_names_their_room() -> None:
    text = " ".join(" ".join(drawn(AHEAD[1], 52)).split())
    assert "WGA talks" in text
    assert "no hour" in text
