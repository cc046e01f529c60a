"""The demo talks, loaded through the real import."""

from __future__ import annotations

from datetime import UTC, datetime

from desk import resources
from desk.formats.native.deskformat import read_document, read_load
from desk.model.dates.zones import to_utc
from desk.model.enums import Deed
from desk.store.bulk.loading import load
from desk.store.store import Store

ZONE = "America/Los_Angeles"
REPORTER = "Demo reporter"
#: When the demo's clock starts, by the clocks of its zone: Saturday, 9 a.m., after the first week of talks.
STARTS = datetime(2026, 2, 14, 9, 0)


def starts_at() -> datetime:
    """The same as an instant."""
    return to_utc(STARTS, ZONE).astimezone(UTC)


def load_demo(store: Store, *, until: datetime | None = None) -> int:
    """Fill an empty file with what the demo's reporter had logged by `until` (None: all of it).

    The store is one that was opened with `via="demo"`, so that undo does not take the demo away.
    """
    store.settings.put("reporter", REPORTER)
    store.settings.put("zone", ZONE)
    what, _ = read_load(read_document(resources.demo()), store, until=until)
    return load(store, what, "load the demo", deed=Deed.LOAD_DEMO, reporter=REPORTER).action_id
