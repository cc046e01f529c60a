"""Dates as plain values that a person can read and write in a JSON file, and back.

    "2026-06-30"                                            that day; also "2026-06", "2026", "2026-06-30T23:59"
    {"on": "2026-02-16", "precision": "week", …}            the week around that day
    {"by": "2026-02-09", …}                                 not later than that day
    {"from": "2026-02-09", "to": "2026-02-13", …}           somewhere between
    {"undated": true, …}                                    nothing is known of when

with `zone`, `fold`, `basis` and `certainty` where they are not the usual ones. A minute needs its zone.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from desk.model.dates.value import UNDATED, DateValue, at, by, day, month, span, week_of, year
from desk.model.enums import Basis, Bound, Certainty, Precision

W = TypeVar("W", bound=StrEnum)

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d))?)?)?\Z", re.ASCII)
_FIELDS = frozenset({"on", "by", "from", "to", "undated", "precision", "zone", "fold", "basis", "certainty"})
_HELP = 'write a date as "2026-06-30", "2026-06", "2026" or "2026-06-30T23:59"'


def date_from_plain(
    value: object, *, zone: str = "", certainty: Certainty = Certainty.EXPECTED, basis: Basis = Basis.STATED
) -> DateValue:
    """The date that a plain value says; None is undated. `zone`, `certainty` and `basis` count where it says none.

    Raises ValueError with a sentence.
    """
    if value is None:
        return dataclasses.replace(UNDATED, certainty=certainty, basis=basis)
    if isinstance(value, str):
        value = {"on": value}
    if not isinstance(value, Mapping):
        raise ValueError(_HELP)
    unknown = next((str(key) for key in value if key not in _FIELDS), None)
    if unknown is not None:
        raise ValueError(f"a date has no “{unknown}”")
    found = _bound(value, zone)
    return dataclasses.replace(
        found,
        basis=_word(Basis, value.get("basis", basis), "basis"),
        certainty=_word(Certainty, value.get("certainty", certainty), "certainty"),
    )


def _bound(value: Mapping[Any, Any], zone: str) -> DateValue:
    given = sorted({"on", "by", "from", "to", "undated"} & set(value))
    if given == ["undated"]:
        if value["undated"] is not True:
            raise ValueError("“undated” is true or is not there")
        return UNDATED
    if given == ["on"]:
        return _point(value["on"], value, zone)
    if given == ["by"]:
        return by(_point(value["by"], value, zone))
    if given == ["from", "to"]:
        first, last = (_point(value[key], {**value, "fold": 0}, zone) for key in ("from", "to"))
        found = span(first, last)
        return dataclasses.replace(found, fold=_fold(value)) if _fold(value) else found
    raise ValueError("a date has “on”, or “by”, or “from” and “to”, or “undated”")


def _point(text: object, value: Mapping[Any, Any], zone: str) -> DateValue:
    match = _FORM.match(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(_HELP)
    in_zone = value.get("zone", "")
    if not isinstance(in_zone, str):
        raise ValueError("a zone is a name such as America/Los_Angeles")
    of_year, of_month, of_day, clock = match.groups()
    precision = _word(Precision, value["precision"], "precision") if "precision" in value else None
    if clock is not None:
        found = at(
            datetime.fromisoformat(f"{of_year}-{of_month}-{of_day}T{clock}"),
            in_zone or zone or "UTC",
            fold=_fold(value) if "fold" in value else None,
        )
    elif of_day is not None:
        on = date(int(of_year), int(of_month), int(of_day))
        found = week_of(on, zone=in_zone) if precision is Precision.WEEK else day(on, zone=in_zone)
    elif of_month is not None:
        found = month(int(of_year), int(of_month), zone=in_zone)
    else:
        found = year(int(of_year), zone=in_zone)
    if precision is not None and precision is not found.precision:
        raise ValueError(f"“{text}” is a {found.precision}, not a {precision}")
    return found


def _fold(value: Mapping[Any, Any]) -> int:
    if value.get("fold", 0) not in (0, 1):
        raise ValueError("“fold” is 0 or 1")
    return int(value.get("fold", 0))


def _word(kind: type[W], value: object, name: str) -> W:
    try:
        return kind(str(value))
    except ValueError:
        raise ValueError(f"“{name}” is one of {', '.join(kind)}") from None


def date_to_plain(value: DateValue, *, certainty: Certainty = Certainty.EXPECTED) -> str | dict[str, Any] | None:
    """The same back: as short as it can be said where `certainty` is what a reader will take for granted."""
    said: dict[str, Any] = {}
    if value.end is None:
        said["undated"] = True
    elif value.bound is Bound.BY or value.start is None:
        said["by"] = _text(value, last=True)
    elif value.bound is Bound.BETWEEN:
        said["from"], said["to"] = _text(value, last=False), _text(value, last=True)
    else:
        said["on"] = _text(value, last=False)
    if value.precision is Precision.WEEK:
        said["precision"] = value.precision.value
    if value.zone:
        said["zone"] = value.zone
    if value.fold:
        said["fold"] = value.fold
    if value.basis is not Basis.STATED:
        said["basis"] = value.basis.value
    if value.certainty is not certainty:
        said["certainty"] = value.certainty.value
    if list(said) == ["on"]:
        return str(said["on"])
    return None if list(said) == ["undated"] else said


def _text(value: DateValue, *, last: bool) -> str:
    on, clock = (value.end, value.end_time) if last else (value.start, value.start_time)
    assert on is not None
    if clock is not None:
        return f"{on.isoformat()}T{clock:%H:%M}"
    return {Precision.YEAR: f"{on:%Y}", Precision.MONTH: f"{on:%Y-%m}"}.get(value.precision, on.isoformat())
