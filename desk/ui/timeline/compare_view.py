"""One issue across guilds and cycles, as values and as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from desk.app.session import Store
from desk.app.views.grounds import read_grounds
from desk.model.dates import show as dateshow
from desk.model.enums import PositionKind
from desk.model.frozen import frozen
from desk.model.records import Issue, Negotiation, Party, Position
from desk.model.talks.as_of import Then, known_by
from desk.model.talks.fold import latest_day
from desk.model.talks.grounds import Grounds
from desk.ui.panes.talks_lines import POSITION_SIGNS
from desk.ui.widgets import text

#: A column narrower than this cannot be read: then fewer stand beside each other.
LEAST = 26
_GAP = 3


@frozen
class Side:
    """What one party of these talks wanted on the issue, the latest first."""

    party: Party
    positions: tuple[Position, ...]


@frozen
class Column:
    """The issue in one negotiation, under the name that it has there."""

    negotiation: Negotiation
    issue: Issue
    sides: tuple[Side, ...]


def same_issue(wanted: str, name: str) -> bool:
    """Whether an issue is the one that is asked about: all words of the asked-for name are in its name."""
    return set(_words(wanted)) <= set(_words(name))


def _words(name: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in name.casefold()).split() or [name.casefold()]


def names(issues: Iterable[Issue]) -> list[tuple[str, int]]:
    """The names of all issues, each once whatever its case, with the number of talks that have it."""
    everything = list(issues)
    first: dict[str, str] = {}
    for issue in everything:
        first.setdefault(issue.name.casefold(), issue.name)
    return [
        (name, len({issue.negotiation_id for issue in everything if same_issue(name, issue.name)}))
        for name in sorted(first.values(), key=str.casefold)
    ]


def read_compare(store: Store, wanted: str, then: Then | None) -> tuple[tuple[Column, ...], Grounds]:
    """A column for each issue of that name in any talks, and what the positions rest on."""
    by = known_by(then)
    columns = []
    for talks in store.talks.negotiations(known_by=by):
        assert talks.id is not None
        for issue in store.talks.issues(talks.id, known_by=by):
            if not same_issue(wanted, issue.name):
                continue
            mine = [
                one
                for one in store.talks.positions(talks.id, known_by=by)
                if one.issue_id == issue.id
                and (then is None or then.happened_by is None or latest_day(one, then.zone) <= then.happened_by)
            ]
            parties = dict.fromkeys((*talks.party_ids, *(one.party_id for one in mine)))
            sides = tuple(
                Side(store.people.party(party_id), _latest_first(one for one in mine if one.party_id == party_id))
                for party_id in parties
            )
            columns.append(Column(talks, issue, sides))
    return tuple(columns), read_grounds(store)


def _latest_first(positions: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda one: (one.date.end or date.min, one.id or 0), reverse=True))


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
