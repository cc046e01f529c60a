"""A day that the desk is turned to, and which of two questions is asked about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from desk.model.dates.zones import zone_info
from desk.model.frozen import frozen

#: Instants of the desk are kept to the millisecond: the last one of a day is this long before the next.
_LAST = timedelta(milliseconds=1)


@frozen
class AsOf:
    """The end of a civil day in the reporter's zone.

    As it stood: all that is known today, as far as it had happened by that day. With `known`, as it was known: only
    what the desk had been told by then.
    """

    day: date
    zone: str
    known: bool = False

    @property
    def now(self) -> datetime:
        """The last moment of that day, in UTC: what is counted from and what had passed by then."""
        midnight = datetime.combine(self.day + timedelta(days=1), time(), zone_info(self.zone))
        return midnight.astimezone(UTC) - _LAST

    @property
    def happened_by(self) -> date | None:
        """The limit on when things happened; None where it is asked what was known."""
        return None if self.known else self.day

    @property
    def known_by(self) -> datetime | None:
        """The limit on when the desk learned of things; None where it is asked what had happened."""
        return self.now if self.known else None


def happened_by(then: AsOf | None) -> date | None:
    """The limit on when things happened: none on the desk of today."""
    return None if then is None else then.happened_by


def known_by(then: AsOf | None) -> datetime | None:
    """The limit on when the desk learned of things: none on the desk of today."""
    return None if then is None else then.known_by
