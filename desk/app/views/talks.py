"""What the talks pane shows, as values: read in one go, drawn afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from desk.app.views.grounds import read_grounds
from desk.model.dates.value import DateValue
from desk.model.frozen import frozen
from desk.model.records import Development, Issue, Negotiation, Party, Position
from desk.model.talks.as_of import AsOf, happened_by, known_by
from desk.model.talks.fold import Standing, first_day, fold, had_happened, latest_positions
from desk.model.talks.grounds import Grounds
from desk.model.talks.timeline import expiry_of
from desk.store.store import Store

_WIDEST_SOURCE = 10


@frozen(kw_only=True)
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
    expiries: tuple[DateValue, ...] = ()
    grounds: Grounds
    source_width: int = 0
    order: tuple[int, ...] = ()

    @property
    def expiry(self) -> DateValue | None:
        """When the contract ends, as the sources' dates say; the later of two in conflict closes the bar."""
        return self.expiries[-1] if self.expiries else None


def read_talks(store: Store, negotiation_id: int | None, then: AsOf | None = None) -> TalksView:
    """The talks with that id; where there are none such, the first there are.

    As they stood on a day that is turned to; there, talks that were not known yet are not put in place of others.
    """
    by = known_by(then)
    everything = store.talks.negotiations(known_by=by)
    known = store.developments.all(known_by=by)
    developments = had_happened(known, then)
    talks = next((one for one in everything if one.id == negotiation_id), None)
    if talks is None and everything and (then is None or negotiation_id is None):
        talks = everything[0]
    if talks is None:
        unassigned = newest_first(one for one in developments if not one.negotiation_ids)
        grounds = read_grounds(store, unassigned)
        return TalksView(
            positions={},
            standing=Standing(),
            grounds=grounds,
            developments=unassigned,
            source_width=_source_width(grounds, unassigned),
        )
    assert talks.id is not None
    zone = then.zone if then is not None else "UTC"
    positions = store.talks.positions(talks.id, known_by=by)
    current = [one for one in everything if one.archived == talks.archived]
    place = f"{current.index(talks) + 1} of {len(current)}" + (", archived" if talks.archived else "")
    grounds = read_grounds(store, developments)
    return TalksView(
        negotiation=talks,
        place=place,
        parties=tuple(store.people.party(party_id) for party_id in talks.party_ids),
        issues=tuple(store.talks.issues(talks.id, known_by=by)),
        positions=latest_positions(positions, happened_by=happened_by(then), zone=zone),
        developments=newest_first(
            one for one in developments if talks.id in one.negotiation_ids or not one.negotiation_ids
        ),
        standing=fold(developments, talks.id),
        first=first_day(known, talks.id),
        expiries=expiry_of(one for one in store.deadlines.all(known_by=by) if one.negotiation_id == talks.id),
        grounds=grounds,
        source_width=_source_width(grounds, developments),
        order=tuple(one.id for one in everything if one.id is not None),
    )


def _source_width(grounds: Grounds, developments: Iterable[Development]) -> int:
    """The cells of the developments' column of sources."""
    codes = [one.words for one in grounds.sources.values() if not one.withdrawn]
    codes += {grounds.of(one, date.max).short_source for one in developments}
    return min(_WIDEST_SOURCE, max(map(len, codes), default=0))


def newest_first(developments: Iterable[Development]) -> tuple[Development, ...]:
    """What happened last on top, by the latest day it can have been; what has no date at the end."""
    return tuple(sorted(developments, key=_latest, reverse=True))


def _latest(one: Development) -> tuple[date, date, str, int]:
    hour = one.date.end_time.isoformat() if one.date.end_time else ""
    return (one.date.end or date.min, one.date.start or date.min, hour, one.id or 0)
