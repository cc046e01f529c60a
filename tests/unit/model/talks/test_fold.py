"""Where talks stand is the fold of what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.model.dates import value as dates
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Axis, Certainty, DevelopmentKind, PositionKind
from desk.model.records import Development, Position
from desk.model.talks.fold import first_day, fold, latest_positions

LEARNED = datetime(2026, 2, 14, 17, tzinfo=UTC)


def happened(day: int, month: int = 2) -> DateValue:
    return replace(dates.day(date(2026, month, day)), certainty=Certainty.OCCURRED)


def one(number: int, when: DateValue, *axes: tuple[Axis, str], talks: tuple[int, ...] = (1,)) -> Development:
    return Development(
        id=number,
        kind=DevelopmentKind.SESSION,
        words=f"development {number}",
        date=when,
        negotiation_ids=talks,
        axes=axes,
        recorded_at=LEARNED,
    )


OPEN = (Axis.PHASE, "talks_open")
RECESS = (Axis.PHASE, "recessed")
MUTUAL = (Axis.BLACKOUT, "mutual")


@pytest.mark.parametrize(
    ("developments", "phase"),
    [
        ([], "unknown"),
        ([one(1, happened(9), OPEN)], "talks_open"),
        ([one(1, happened(9), OPEN), one(2, happened(13), RECESS)], "recessed"),
        # logged later, happened earlier
        ([one(1, happened(13), RECESS), one(2, happened(9), OPEN)], "recessed"),
        # the same day: the one logged later counts
        ([one(1, happened(9), RECESS), one(2, happened(9), OPEN)], "talks_open"),
        # a span counts from its latest possible day
        (
            [
                one(
                    1,
                    replace(
                        dates.span(dates.day(date(2026, 2, 9)), dates.day(date(2026, 2, 13))),
                        certainty=Certainty.OCCURRED,
                    ),
                    RECESS,
                ),
                one(2, happened(12), OPEN),
            ],
            "recessed",
        ),
        # what is only expected or scheduled moves nothing, however late the clock
        ([one(1, replace(happened(1), certainty=Certainty.EXPECTED), OPEN)], "unknown"),
        ([one(1, replace(happened(1), certainty=Certainty.SCHEDULED), OPEN)], "unknown"),
        ([one(1, replace(happened(1), certainty=Certainty.SUPERSEDED), OPEN)], "unknown"),
        ([one(1, replace(happened(1), certainty=Certainty.CONFIRMED), OPEN)], "talks_open"),
        # in other talks
        ([one(1, happened(9), OPEN, talks=(2,))], "unknown"),
        ([one(1, happened(9), OPEN, talks=(2, 1))], "talks_open"),
        # undated: it had happened when the desk learned of it
        ([one(1, replace(UNDATED, certainty=Certainty.OCCURRED), RECESS), one(2, happened(9), OPEN)], "recessed"),
    ],
)
def test_the_phase_is_what_the_last_thing_that_happened_made_it(developments: list[Development], phase: str) -> None:
    assert fold(developments, 1)[Axis.PHASE] == phase


def test_the_four_axes_move_apart_from_each_other() -> None:
    standing = fold([one(1, happened(9), OPEN), one(2, happened(10), MUTUAL)], 1)
    assert [standing[axis] for axis in Axis] == ["talks_open", "unknown", "unknown", "mutual"]
    assert standing.moved_by[Axis.BLACKOUT].id == 2


@pytest.mark.parametrize(("day", "phase"), [(8, "unknown"), (9, "talks_open"), (12, "talks_open"), (13, "recessed")])
def test_the_desk_says_how_things_stood_on_a_past_day(day: int, phase: str) -> None:
    log = [one(1, happened(9), OPEN), one(2, happened(13), RECESS)]
    assert fold(log, 1, happened_by=date(2026, 2, day))[Axis.PHASE] == phase


def test_the_first_day_of_talks_is_when_the_phase_first_opened() -> None:
    log = [one(1, happened(20), OPEN), one(2, happened(9), OPEN), one(3, happened(2), RECESS)]
    assert first_day(log, 1) == date(2026, 2, 9)
    assert first_day(log, 2) is None


def wants(number: int, words: str, when: DateValue = UNDATED, kind: PositionKind = PositionKind.STATED) -> Position:
    return Position(id=number, issue_id=1, party_id=1, kind=kind, words=words, date=when)


NONE = PositionKind.NO_PUBLIC_POSITION


@pytest.mark.parametrize(
    ("positions", "words"),
    [
        ([wants(1, "four", happened(9)), wants(2, "five", happened(13))], "five"),
        ([wants(1, "five", happened(13)), wants(2, "four", happened(9))], "five"),
        ([wants(1, "undated", UNDATED), wants(2, "dated", happened(1))], "dated"),
        ([wants(1, "first"), wants(2, "second")], "second"),
        ([wants(1, "known"), wants(2, "", kind=NONE)], "known"),
    ],
)
def test_a_partys_latest_position_is_the_one_with_the_later_date(positions: list[Position], words: str) -> None:
    assert latest_positions(positions)[1, 1].words == words


def test_positions_as_they_stood_on_a_past_day() -> None:
    log = [wants(1, "four", happened(9)), wants(2, "five", happened(13))]
    assert latest_positions(log, happened_by=date(2026, 2, 10))[1, 1].words == "four"


def test_a_position_without_a_date_stood_from_when_the_desk_learned_of_it() -> None:
    undated = replace(wants(1, "four"), recorded_at=datetime(2026, 2, 15, 2, tzinfo=UTC))
    assert latest_positions([undated], happened_by=date(2023, 6, 7)) == {}
    assert latest_positions([undated], happened_by=date(2026, 2, 14)) == {}
    assert (1, 1) in latest_positions([undated], happened_by=date(2026, 2, 14), zone="America/Los_Angeles")


def test_what_has_no_date_counts_from_the_reporters_day_on_which_it_was_learned() -> None:
    undated = replace(
        one(1, replace(UNDATED, certainty=Certainty.OCCURRED), OPEN), recorded_at=datetime(2026, 2, 15, 2, tzinfo=UTC)
    )
    assert fold([undated], 1, happened_by=date(2026, 2, 14))[Axis.PHASE] == "unknown"
    assert fold([undated], 1, happened_by=date(2026, 2, 14), zone="America/Los_Angeles")[Axis.PHASE] == "talks_open"
