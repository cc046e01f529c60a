"""From the file into the bank: every quote as it may be found, at the start and after each change."""

from __future__ import annotations

import os

from desk.model.errors import StorageError
from desk.model.frozen import frozen
from desk.search.bank import Bank
from desk.search.documents import Documents
from desk.search.half_index import HalfIndex
from desk.search.index.build import build
from desk.search.query import DateReader, iso_days
from desk.store.bulk import indexing, listing
from desk.store.store import Store

#: Changed with every change of what a document holds of a quote, or of what is a term: a snapshot of others is not used.
_STAMP = "documents 4"
#: So many quotes read from the table are worth a snapshot; fewer are read in a moment.
_WORTH_KEEPING = 1_000
#: Bytes of one part of the snapshot: each is read while every other thread waits.
_PART = 1024 * 1024


@frozen
class Read:
    """How the bank came by what it has: the last action it knows, and how many quotes were read from the table for it."""

    known: int
    fresh: int

    @property
    def worth_keeping(self) -> bool:
        """True if the next start would have much to read without a snapshot of this bank."""
        return self.fresh >= _WORTH_KEEPING


def read_bank(store: Store, *, dates: DateReader = iso_days) -> tuple[Bank, Read]:
    """The bank over every quote of the file: from the snapshot in it, with what changed since, or from the table where
    there is none to use. For a worker: it takes a while.
    """
    kept = indexing.snapshot(store)
    known = indexing.settled(store)
    if kept is not None and kept[0] <= known:
        try:
            bank, stamp = Bank.from_snapshot(kept[1], dates=dates)
        except StorageError:
            stamp = ""  # it is damaged, or of another version of the index
        if stamp == _STAMP:
            touched = indexing.touched_since(store, kept[0])
            _take(bank, store, touched)
            return bank, Read(known, len(touched))
    bank = _read_all(store, dates)
    return bank, Read(known, len(bank))


def _read_all(store: Store, dates: DateReader) -> Bank:
    """The bank from the table, which two processes read where that is sooner done."""
    half = listing.middle(store) if (os.cpu_count() or 1) > 1 else None
    if half is None:
        return Bank(Documents(store).of(), dates=dates)
    with HalfIndex(store.path, after=half) as other:
        lower = build(Documents(store).of(until=half))
        upper = other.index()
    bank = Bank.of((lower, build(Documents(store).of(after=half)) if upper is None else upper), dates=dates)
    bank.tidy()
    return bank


def keep_bank(bank: Bank, store: Store, read: Read) -> bool:
    """Keep a snapshot of the bank in the file where the next start would have much to read; returns whether it did.

    Writes megabytes in one go: not while somebody waits for the file.
    """
    if store.read_only or not read.worth_keeping:
        return False
    indexing.save_snapshot(store, read.known, bank.snapshot_parts(_STAMP, _PART))
    return True


def refresh(bank: Bank, store: Store, after: int) -> Read:
    """Take into the bank what actions after this one changed (edits, undo, an import, another desk's writes).

    Returns how far the bank knows the file now, which is the next call's `after`, and how many quotes were read for it.
    """
    known = indexing.settled(store)
    touched = indexing.touched_since(store, after)
    _take(bank, store, touched)
    return Read(known, len(touched))


def _take(bank: Bank, store: Store, touched: set[int]) -> None:
    if touched:
        documents = list(Documents(store).of(touched))
        bank.remove(touched - {document.id for document in documents})
        bank.put_many(documents)
