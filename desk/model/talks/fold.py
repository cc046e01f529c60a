"""Where talks stand: the fold of what was logged. Nobody edits it, and no clock moves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date

from desk.model.dates.zones import zone_info
from desk.model.enums import Axis, PositionKind, Precision
from desk.model.frozen import frozen
from desk.model.records import Development, Position
from desk.model.talks.as_of import AsOf
from desk.model.talks.grounds import HAPPENED, is_claim


@frozen
class Standing:
    """The four axes of one negotiation, each `unknown` until a development moved it, and which one did.

    `moves` are all that moved an axis, in the order in which they count: what of it is a fact is for `axis_told` to say.
    """

    values: dict[Axis, str] = field(default_factory=dict)
    moved_by: dict[Axis, Development] = field(default_factory=dict)
    moves: dict[Axis, list[tuple[Development, str]]] = field(default_factory=dict)

    def __getitem__(self, axis: Axis) -> str:
        return self.values.get(axis, "unknown")


def latest_day(one: Development | Position, zone: str = "UTC") -> date:
    """The latest civil day on which it can have happened, or have been said.

    What is undated happened at the latest when the desk learned of it, by the clocks of `zone`.
    """
    if one.date.precision is not Precision.UNDATED and one.date.end is not None:
        return one.date.end
    return one.recorded_at.astimezone(zone_info(zone)).date() if one.recorded_at is not None else date.max


def had_happened(developments: Iterable[Development], then: AsOf | None) -> list[Development]:
    """What had happened by the day that is turned to: all of it on the desk of today, or where it is asked what was
    known."""
    if then is None or then.happened_by is None:
        return list(developments)
    return [one for one in developments if latest_day(one, then.zone) <= then.happened_by]


def order(development: Development) -> tuple[date, str, int]:
    """The order in which developments count: latest possible day, then hour where one is known, then id."""
    hour = development.date.end_time
    return (latest_day(development), hour.isoformat() if hour is not None else "~", development.id or 0)


def fold(
    developments: Iterable[Development], negotiation_id: int, *, happened_by: date | None = None, zone: str = "UTC"
) -> Standing:
    """How the talks stand, or stood at the end of the day `happened_by` in `zone` (None: no limit).

    Only what occurred or is confirmed moves an axis. Corrected developments are for the caller to leave out.
    """
    counted = sorted(
        (
            one
            for one in developments
            if negotiation_id in one.negotiation_ids
            and one.date.certainty in HAPPENED
            and (happened_by is None or latest_day(one, zone) <= happened_by)
        ),
        key=order,
    )
    standing = Standing()
    for one in counted:
        for axis, value in one.axes:
            standing.values[axis] = value
            standing.moved_by[axis] = one
            standing.moves.setdefault(axis, []).append((one, value))
    return standing


def first_day(developments: Iterable[Development], negotiation_id: int) -> date | None:
    """The first day of talks: when the phase was first moved to open. That somebody claims so begins no talks."""
    days = [
        one.date.start or one.date.end
        for one in developments
        if negotiation_id in one.negotiation_ids
        and one.date.certainty in HAPPENED
        and not is_claim(one)
        and (Axis.PHASE, "talks_open") in one.axes
    ]
    return min((day for day in days if day is not None), default=None)


def latest_positions(
    positions: Iterable[Position], *, happened_by: date | None = None, zone: str = "UTC"
) -> dict[tuple[int, int], Position]:
    """Each party's latest position on each issue, by (issue id, party id), or that at the end of the day `happened_by`.

    Of two, the one with the later possible date counts, then the one learned later; a dated one outranks an undated
    one, and a known position is not displaced by an undated "no public position".
    """
    latest: dict[tuple[int, int], Position] = {}

    def rank(one: Position) -> tuple[date, bool, int]:
        return (one.date.end or date.min, one.kind is not PositionKind.NO_PUBLIC_POSITION, one.id or 0)

    for one in positions:
        if happened_by is not None and latest_day(one, zone) > happened_by:
            continue
        key = (one.issue_id, one.party_id)
        if key not in latest or rank(one) > rank(latest[key]):
            latest[key] = one
    return latest
