"""Which quotes there were on a day that the desk is turned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.talks.as_of import AsOf
from desk.store.file.rows import SHOWN, utc_text

if TYPE_CHECKING:
    from desk.store.file.access import Access


def quotes_then(store: Access, then: AsOf) -> list[int]:
    """The ids of the quotes that had been said by the end of that day (one without a date, by when it was learned), or
    where it is asked what was known, of those the desk had been told; the newest first."""
    if then.known:
        rows = store.all(
            f"""
            SELECT id FROM quote WHERE recorded_at <= :by AND coalesce(withdrawn_at, '~') > :by AND added_by {SHOWN}
            ORDER BY id DESC
            """,
            by=utc_text(then.now),
        )
    else:
        rows = store.all(
            f"""
            SELECT q.id FROM quote q JOIN date_value d ON d.id = q.date_id
            WHERE q.withdrawn_at IS NULL AND q.added_by {SHOWN}
              AND CASE WHEN d.end IS NULL THEN q.recorded_at <= :by ELSE substr(d.end, 1, 10) <= :day END
            ORDER BY q.id DESC
            """,
            by=utc_text(then.now),
            day=then.day.isoformat(),
        )
    return [row["id"] for row in rows]
