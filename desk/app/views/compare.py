"""One issue across guilds and cycles, as values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desk.app.views.grounds import read_grounds
from desk.model.frozen import frozen
from desk.model.records import Issue, Negotiation, Party, Position
from desk.model.talks.as_of import AsOf, known_by
from desk.model.talks.fold import latest_day
from desk.model.talks.grounds import Grounds
from desk.store.store import Store


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
    """Return True if an issue is the one that is asked about: all words of the asked-for name are in its name."""
    return set(_words(wanted)) <= set(_words(name))


def _words(name: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in name.casefold()).split() or [name.casefold()]


def issue_names(issues: Iterable[Issue]) -> list[tuple[str, int]]:
    """The names of all issues, each once whatever its case, with the number of talks that have it."""
    everything = list(issues)
    first: dict[str, str] = {}
    for issue in everything:
        first.setdefault(issue.name.casefold(), issue.name)
    return [
        (name, len({issue.negotiation_id for issue in everything if same_issue(name, issue.name)}))
        for name in sorted(first.values(), key=str.casefold)
    ]


def read_compare(store: Store, wanted: str, then: AsOf | None) -> tuple[tuple[Column, ...], Grounds]:
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
