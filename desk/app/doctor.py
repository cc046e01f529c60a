"""Looking the desk over: whether its file and the index over the quotes are sound."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from desk import resources
from desk.app import searching
from desk.model.frozen import frozen
from desk.store.file.migrate import missing_triggers
from desk.store.store import Store
from desk.store.subjects.evidence import Copy, told

if TYPE_CHECKING:
    from desk.search.document import Document
    from desk.search.query import DateReader


@frozen
class Finding:
    """One thing that was looked at. `sound` is None where it cannot be known from here."""

    what: str
    sound: bool | None
    sentence: str
    mend: str = ""


def look_at_file(store: Store) -> Iterator[Finding]:
    """The file itself: who may read it, its pages, its rows, what guards it, and the kept copies of sources."""
    path = store.path
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        yield Finding("file", False, f"others may read {path} ({mode:o}).", f"chmod 600 {path}")
    else:
        yield Finding("file", True, f"{path} is yours alone.")
    conn = store.reader()
    damage = [row[0] for row in conn.execute("PRAGMA integrity_check(5)")]
    if damage == ["ok"]:
        yield Finding("pages", True, "the file is whole.")
    else:
        yield Finding("pages", False, f"the file is damaged ({damage[0]}).", "Bring back a backup: desk restore FILE.")
    loose = len(conn.execute("PRAGMA foreign_key_check").fetchall())
    yield Finding(
        "rows", not loose, f"{loose} rows point to nothing." if loose else "every row points to what is there."
    )
    missing = missing_triggers(conn, resources.migrations())
    yield Finding(
        "guards",
        not missing,
        f"{len(missing)} of the file's guards are gone." if missing else "what guards the file is in place.",
        "Open the desk once: it puts them back." if missing else "",
    )
    for source in store.sources.all():
        copy = store.evidence.check(source)
        if copy not in (Copy.NONE, Copy.PRESENT):
            yield Finding("kept copies", False, told(copy, source.code))


def look_at_index(store: Store, dates: DateReader) -> Finding:
    """The index as the next start would have it, held against the table."""
    loaded = searching.load(store, dates)
    wrong = searching.stale(loaded, store)
    if not wrong:
        return Finding("index", True, f"it knows all {len(loaded.bank):,} quotes as they are.")
    return Finding(
        "index",
        False,
        ("1 quote is" if wrong == 1 else f"{wrong:,} quotes are") + " not in it as they are.",
        "desk doctor --rebuild makes it anew.",
    )


def rebuild_index(store: Store, walk: Callable[[Iterable[Document], int], Iterable[Document]]) -> Finding:
    """Make the index anew; `walk` goes through the quotes, told how many there are. Raises StorageError."""
    loaded = searching.load_anew(store, walk)
    return Finding("index", True, f"it was made anew over {len(loaded.bank):,} quotes.")
