"""A date as a value: how exactly it is known, where it binds, in which zone it was given.

A time that nobody gave is never invented: only a value of minute precision has wall time, zone and UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desk.model.words import Basis, Bound, Certainty, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """When something is, was or may be.

    `start` and `end` are civil days in `zone` (an IANA name), both inclusive: the first and last day that the value
    covers or may fall on. A value of week, month or year precision has its first and last day there; `by` has only
    an `end`; `undated` has neither. `start_time` and `end_time` are wall times and exist only with minute precision;
    `fold` is 1 for the second of two equal wall times when clocks go back.
    """

    precision: Precision
    start: date | None = None
    end: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    fold: int = 0
    bound: Bound = Bound.ON
    zone: str = ""
    basis: Basis = Basis.STATED
    certainty: Certainty = Certainty.EXPECTED


UNDATED = DateValue(precision=Precision.UNDATED)
