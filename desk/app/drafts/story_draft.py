"""A story's draft, as the screen reads it: the file, what is found in it, and whether it was saved since."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from desk.app.confidential import marked_names
from desk.app.drafts.check import Progress, check_draft
from desk.app.drafts.file import Draft, read_draft
from desk.app.drafts.findings import Report
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.search.bank import Bank
from desk.store.store import Store

#: When a file was written, and how long it is: another of either means that it was saved. None where there is none.
Stamp = tuple[int, int, int] | None


@frozen
class Looked:
    """A draft, as it was at that stamp, and what was found in it."""

    report: Report
    stamp: Stamp


def stamp_of(path: Path) -> Stamp:
    """What tells one version of a file from another."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def read(path: Path) -> tuple[Draft, Stamp]:
    """The draft, and the stamp of the file from before it was read: what is saved meanwhile is seen as saved since."""
    stamp = stamp_of(path)
    return read_draft(path), stamp


def look_through(
    draft: Draft, store: Store, bank: Bank, *, now: datetime, today: date, talks: int | None, progress: Progress
) -> Report:
    """Everything found in it. Runs in a thread."""
    places = marked_names(store).places
    return check_draft(draft, bank, store, now=now, today=today, places=places, talks=talks, progress=progress)


def kept_path(typed: str) -> str:
    """A path as it is kept with a story: whole, so that it means the same wherever the desk is opened.

    Raises InputError where no draft can be read there.
    """
    path = Path(os.path.abspath(Path(typed.strip().strip("'\"")).expanduser()))
    read_draft(path)
    return str(path)


class Stop:
    """Says to a look that is under way that its result is no longer wanted."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.stopped = False

    def __call__(self, done: int, whole: int) -> None:
        if self.stopped:
            raise InputError("another look at the draft took this one's place")
        self._tell(done, whole)
