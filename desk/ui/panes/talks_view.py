"""What the talks pane shows, as values: read in one go, drawn afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desk.model.conflicts import effective_of
from desk.model.dates import DateValue
from desk.model.records import Development, Issue, Negotiation, Party, Position
from desk.model.talks import Standing, first_day, fold, latest_positions
from desk.model.words import DeadlineKind
from desk.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksView:
    """One negotiation as it stands. `negotiation` is None while there are none; `place` is "1 of 3"."""

    negotiation: Negotiation | None = None
    place: str = ""
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: Mapping[tuple[int, int], Position]
    developments: tuple[Development, ...] = ()
    standing: Standing
    first: date | None = None
    expiry: DateValue | None = None
    codes: Mapping[int, str]
    order: tuple[int, ...] = ()


def read_talks(store: Store, negotiation_id: int | None) -> TalksView:
    """The talks with that id; where there are none such, the first there are."""
    everything = store.talks.negotiations()
    if not everything:
        return TalksView(positions={}, standing=Standing(), codes={}, developments=_unassigned(store))
    talks = next((one for one in everything if one.id == negotiation_id), everything[0])
    assert talks.id is not None
    developments = store.talks.developments()
    current = [one for one in everything if one.archived == talks.archived]
    place = f"{current.index(talks) + 1} of {len(current)}" + (", archived" if talks.archived else "")
    return TalksView(
        negotiation=talks,
        place=place,
        parties=tuple(store.people.party(party_id) for party_id in talks.party_ids),
        issues=tuple(store.talks.issues(talks.id)),
        positions=latest_positions(store.talks.positions(talks.id)),
        developments=newest_first(
            one for one in developments if talks.id in one.negotiation_ids or not one.negotiation_ids
        ),
        standing=fold(developments, talks.id),
        first=first_day(developments, talks.id),
        expiry=_expiry(store, talks.id),
        codes={source.id: source.code for source in store.sources.all() if source.id is not None},
        order=tuple(one.id for one in everything if one.id is not None),
    )


def newest_first(developments: Iterable[Development]) -> tuple[Development, ...]:
    """What happened last on top, by the latest day it can have been; what has no date at the end."""
    return tuple(sorted(developments, key=_latest, reverse=True))


def _latest(one: Development) -> tuple[date, date, str, int]:
    hour = one.date.end_time.isoformat() if one.date.end_time else ""
    return (one.date.end or date.min, one.date.start or date.min, hour, one.id or 0)


def _unassigned(store: Store) -> tuple[Development, ...]:
    return newest_first(one for one in store.talks.developments() if not one.negotiation_ids)


def _expiry(store: Store, negotiation_id: int) -> DateValue | None:
    """When the contract ends, as the sources' dates say; the later of two in conflict closes the bar."""
    for deadline in store.deadlines.all():
        if deadline.kind is DeadlineKind.EXPIRY and deadline.negotiation_id == negotiation_id:
            shown = effective_of(deadline.dates, lambda one: one.date).shown
            if shown:
                return shown[-1].date
    return None
