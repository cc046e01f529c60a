"""One issue across guilds and cycles, drawn as columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from desk.app.views.compare import Column
from desk.model.dates import show as dateshow
from desk.model.enums import PositionKind
from desk.model.records import Position
from desk.model.talks.grounds import Grounds
from desk.ui.panes.talks_lines import POSITION_SIGNS
from desk.ui.widgets import text

#: A column narrower than this cannot be read: then fewer stand beside each other.
LEAST = 26
_GAP = 3


def fit_in(width: int) -> int:
    """How many columns can stand beside each other."""
    return max(1, (width + _GAP) // (LEAST + _GAP))


def draw(columns: Sequence[Column], grounds: Grounds, today: date, width: int) -> list[Content]:
    """The columns beside each other, line by line."""
    if not columns:
        return []
    each = (width - _GAP * (len(columns) - 1)) // len(columns)
    drawn = [_column(column, grounds, today, each) for column in columns]
    height = max(len(lines) for lines in drawn)
    return [
        text.assemble(
            *(
                piece
                for number, lines in enumerate(drawn)
                for piece in (" " * _GAP if number else "", text.fit(lines[at] if at < len(lines) else "", each))
            )
        ).rstrip()
        for at in range(height)
    ]


def _column(column: Column, grounds: Grounds, today: date, width: int) -> list[Content]:
    lines = [
        text.said(column.negotiation.name, text.BOLD).truncate(width, ellipsis=True),
        text.said(column.issue.name, text.DIM).truncate(width, ellipsis=True),
    ]
    for side in column.sides:
        lines += [Content(""), text.said(side.party.name, "$border").truncate(width, ellipsis=True)]
        for one in side.positions:
            lines += _position(one, grounds, today, width)
        if not side.positions:
            lines.append(text.said("nothing known", text.DIM))
    return lines


def _position(one: Position, grounds: Grounds, today: date, width: int) -> list[Content]:
    sign, how = POSITION_SIGNS[one.kind]
    words = " ".join(one.words.split()) or "no public position"
    style = text.DIM if one.kind is PositionKind.NO_PUBLIC_POSITION else ""
    footing = grounds.of(one, today)
    parts = (
        "" if not one.words else how,
        dateshow.short(one.date, today),
        footing.dated_how,
        footing.origin,
        footing.doubt,
    )
    rest = " · ".join(part for part in parts if part)
    return [*text.wrap((f"{sign} {words}".strip(), style), width), *text.wrap((rest, text.DIM), width)]
