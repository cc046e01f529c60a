"""Imports that nobody brings to an end any more: what they brought so far is taken back when a desk is opened."""

from __future__ import annotations

import os
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

from desk.store.file.action import holder
from desk.store.file.history import History
from desk.store.file.rows import parse_utc

if TYPE_CHECKING:
    from desk.store.file.access import Access

#: A bulk action without a sign of life for this long is nobody's any more.
_ABANDONED = timedelta(seconds=60)


def take_back_abandoned(store: Access) -> tuple[str, ...]:
    """Hide for good what the bulk actions brought whose desk is gone. Returns their labels."""
    left = [
        row
        for row in store.all(
            "SELECT id, label, holder, beat_at, prepared_by FROM action WHERE state = 'open' ORDER BY id"
        )
        if _is_left(store, row)
    ]
    if left:
        with store.transaction(quiet=True) as act:
            for row in left:
                act.set_bulk_state(row["id"], "taken_back")
        for row in left:
            if row["prepared_by"] is not None:  # nothing of it is kept, nor what it made closer before its rows came in
                History(store).give_up(row["prepared_by"])
    return tuple(row["label"] for row in left)


def _is_left(store: Access, row: sqlite3.Row) -> bool:
    host, _, process = row["holder"].rpartition(":")
    if host == holder().rpartition(":")[0] and process.isdigit():
        return not _runs(int(process))
    return store.clock() - parse_utc(row["beat_at"]) > _ABANDONED


def _runs(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
