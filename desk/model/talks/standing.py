"""Where talks stand, in words: what is known, and beside it what is only claimed or still to come."""

from __future__ import annotations

from datetime import date

from desk.model.dates.show import short
from desk.model.enums import Axis, Certainty, plain
from desk.model.frozen import frozen
from desk.model.records import Development
from desk.model.talks.fold import Standing
from desk.model.talks.grounds import Grounds, has_happened, is_claim

NOTHING = "nothing known yet of how they stand"


@frozen
class AxisTold:
    """One axis: what is known of it ("unknown" where nothing is), and what was said since that is no fact: its value,
    why it is none, and the development that says it.
    """

    value: str
    unsettled: str = ""
    why: str = ""
    said_by: Development | None = None


def axis_told(standing: Standing, axis: Axis, grounds: Grounds, today: date) -> AxisTold:
    """How one axis is told. A claim moves it for nobody else, nor does what is confirmed for a day still to come."""
    moves = standing.moves.get(axis, ())
    firm = next((value for one, value in reversed(moves) if not is_claim(one) and has_happened(one, today)), "unknown")
    if not moves:
        return AxisTold(firm)
    last, value = moves[-1]
    if value == firm or (not is_claim(last) and has_happened(last, today)):
        return AxisTold(firm)
    footing = grounds.of(last, today)
    joined = " for" if last.date.certainty is Certainty.CONFIRMED and last.date.start is not None else ","
    ahead = f"{footing.sureness}{joined} {short(last.date, today)}" if footing.to_come else ""
    return AxisTold(firm, value, ", ".join(part for part in (footing.claimed, ahead) if part), last)


def axis_words(axis: Axis, value: str) -> str:
    """An axis as it reads in a row of four: "talks open", "contract in force", "mutual blackout"."""
    words = plain(value)
    match axis:
        case Axis.CONTRACT:
            return f"contract {words}"
        case Axis.BLACKOUT:
            return {"none": "no blackout", "lifted": "blackout lifted"}.get(value, f"{words} blackout")
        case Axis.ACTION:
            return "no strike or lockout" if value == "none" else words
        case _:
            return words


def axis_moved(axis: Axis, value: str) -> str:
    """What a development moved, short: "talks open", "blackout mutual"."""
    return plain(value) if axis in (Axis.PHASE, Axis.ACTION) else f"{axis} {plain(value)}"


def moved_words(one: Development, today: date) -> str:
    """What a development moved; "" for nothing. What a claim or something still to come would move says so."""
    moved = ", ".join(axis_moved(axis, value) for axis, value in one.axes)
    if not moved:
        return ""
    if is_claim(one):
        return f"{moved}, as claimed"
    return moved if has_happened(one, today) else f"not yet: {moved}"


def told_words(told: AxisTold, axis: Axis, *, brief: bool = False) -> str:
    """One axis in words; "" where nothing is said of it. `brief` leaves out what is plain from the words themselves."""
    known = ""
    if told.value != "unknown":
        known = plain(told.value) if brief and axis is Axis.CONTRACT else axis_words(axis, told.value)
    if not told.unsettled:
        return known
    said = f"{told.why}: {axis_words(axis, told.unsettled)}"
    return f"{known}; {said}" if known else said


def standing_words(standing: Standing, grounds: Grounds, today: date, *, brief: bool = False) -> str:
    """Where talks stand, in a line: "talks open · contract in force · mutual blackout"; what is unknown is left out."""
    told = (told_words(axis_told(standing, axis, grounds, today), axis, brief=brief) for axis in Axis)
    return " · ".join(words for words in told if words) or NOTHING
