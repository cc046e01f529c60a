"""The quote bank as the desk searches it: built from documents, kept up with every edit, safe from many threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from desk.model.wording.tokens import terms
from desk.search.answer import Answer, Superseded
from desk.search.document import Document, Similar
from desk.search.index.build import Builder, build
from desk.search.index.index import Index
from desk.search.index.merge_index import merge
from desk.search.index.snapshot import dump, load
from desk.search.loosen import without_one
from desk.search.query import DateReader, iso_days, read
from desk.search.rank.alike import alike
from desk.search.rank.phrase import holding
from desk.search.rank.seek import seek
from desk.search.rank.segment import Segment

#: Asked now and then during a search; True stops it.
Cancelled = Callable[[], bool]

#: New and edited quotes are gathered until there are so many.
_FRESH = 64
#: Parts smaller than this are folded together as they come; larger ones only by `tidy`.
_SMALL = 20_000


class Bank:
    """Every quote that may be found, in memory.

    Safe to use from many threads. A search sees the bank as it was when it began.
    """

    def __init__(self, documents: Iterable[Document] = (), *, dates: DateReader = iso_days) -> None:
        """Builds the index from documents, in any order; ids are unique. `dates` reads `since:` and `before:`."""
        self._dates = dates
        self._lock = threading.Lock()  # around the parts of the bank: held for moments
        self._searching = threading.Lock()  # around the working memory of the rankers: one search at a time
        self._tidying = threading.Lock()
        first = build(documents)
        self._parts: tuple[Segment, ...] = (Segment.of(first),) if len(first) else ()
        self._fresh = Builder()
        self._fresh_part: Segment | None = None

    def __len__(self) -> int:
        return sum(part.size for part in self._segments())

    def __contains__(self, number: int) -> bool:
        return any(part.has(number) for part in self._segments())

    def put(self, document: Document) -> None:
        """A new quote, or an edited one in place of its earlier form. Found by the next search."""
        self.put_many((document,))

    def put_many(self, documents: Iterable[Document]) -> None:
        """The same for many at once (an import, an undo); ids are unique among them."""
        documents = tuple(documents)
        # Many take seconds to read: the bank as it is answers meanwhile.
        part = Segment.of(build(documents)) if len(documents) >= _FRESH else None
        with self._lock:
            self._take_away({document.id for document in documents})
            if part is not None:
                self._parts += (part,)
                self._fold_small()
                return
            for document in documents:
                self._fresh.add(document)
            self._fresh_part = None
            if len(self._fresh) >= _FRESH:
                self._retire()

    def remove(self, ids: Iterable[int]) -> None:
        """Quotes that may no longer be found; ids that are not in the bank are ignored.

        Their words are gone from memory after the next `tidy`, and from a snapshot at once.
        """
        with self._lock:
            self._take_away(set(ids))

    def search(self, line: str, limit: int = 200, *, cancelled: Cancelled | None = None) -> Answer:
        """The answer to a search line, best first. An empty line gives all, verified and newest first.

        Any text is a search line: this raises nothing for what was typed, only `Superseded` when `cancelled` says so.
        """
        began = time.perf_counter()

        def pause() -> None:
            if cancelled is not None and cancelled():
                raise Superseded

        query = read(line, self._dates)
        while not self._searching.acquire(timeout=0.05):
            pause()
        try:
            pause()
            parts = self._segments()
            found = seek(parts, query, max(limit, 0), pause)
            without = None
            if not found.total and query.limits:
                without = without_one(query, lambda less: seek(parts, read(less, self._dates), 0, pause))
        finally:
            self._searching.release()
        return replace(
            found,
            took_ms=(time.perf_counter() - began) * 1e3,
            unknown=query.unknown,
            since=query.since,
            before=query.before,
            without=without,
        )

    def similar(self, words: str, limit: int = 5, *, but: int | None = None) -> list[Similar]:
        """Quotes with the same or nearly the same words, most alike first; `but` is left out (the quote itself)."""
        asked = terms(words)
        found = [each for part in self._segments() for each in alike(part.index, part.alive, asked, but)]
        found.sort(key=lambda each: (-each[0], each[1]))
        return [Similar(number, likeness) for likeness, number in found[:limit]]

    def holding(self, words: str, limit: int = 5) -> list[int]:
        """The ids of quotes that have these words in a row, whatever their case and punctuation."""
        asked = terms(words)
        found: list[int] = []
        for part in self._segments():
            found += holding(part.index, part.alive, asked, limit - len(found))
            if len(found) >= limit:
                break
        return found

    def held_back(self, words: Iterable[str], least: int, limit: int) -> list[int]:
        """The quotes that would not be let out now, for whatever reason, and that have at least so many of these words
        (as terms), those first with which they share the rarest.
        """
        asked = tuple(dict.fromkeys(words))
        found = [each for part in self._segments() for each in part.held_back(asked, least)]
        return [number for _, number in sorted(found, reverse=True)[:limit]]

    def line(self) -> SearchLine:
        """A search line of its own (one a screen): a newer question there stops the one before."""
        return SearchLine(self)

    def tidy(self) -> None:
        """Folds all that was put and removed into one index. Takes seconds for a large bank: call it from a worker.

        Searches and edits go on meanwhile.
        """
        with self._tidying:
            with self._lock:
                self._retire(fold=False)
                before = self._parts
            if not before or (len(before) == 1 and before[0].size == len(before[0].index)):
                return
            whole = merge([(part.index, part.alive) for part in before])
            with self._lock:
                now = self._parts[: len(before)]
                if len(now) < len(before) or any(a.index is not b.index for a, b in zip(before, now, strict=True)):
                    return
                gone = [a.index.ids[a.alive & ~b.alive] for a, b in zip(before, now, strict=True)]
                part = Segment.of(whole).without(np.concatenate(gone).tolist())
                self._parts = ((part,) if len(whole) else ()) + self._parts[len(before) :]

    def snapshot_parts(self, stamp: str = "", part: int = 1 << 20) -> Iterator[bytes]:
        """The whole bank as bytes, in parts of at most so many; tidied first, and what was removed is not in it.

        `stamp` is the caller's, and comes back from `from_snapshot`: how far the table had been read. Take its value
        before this call, and put later edits again after reading the snapshot. Call it from a worker.
        """
        while True:
            self.tidy()
            parts = self._segments()
            if not _untidy(parts):
                break
        return dump(parts[0].index if parts else build(()), stamp, part)

    def snapshot(self, stamp: str = "") -> bytes:
        """The same as one block."""
        return b"".join(self.snapshot_parts(stamp))

    @classmethod
    def of(cls, indexes: Iterable[Index], *, dates: DateReader = iso_days) -> Bank:
        """A bank over indexes of which no two have the same quote."""
        bank = cls(dates=dates)
        bank._parts = tuple(Segment.of(index) for index in indexes if len(index))
        return bank

    @classmethod
    def from_snapshot(cls, data: bytes | bytearray, *, dates: DateReader = iso_days) -> tuple[Bank, str]:
        """A bank and its stamp from what `snapshot` gave. Raises StorageError when it cannot be read: build anew."""
        index, stamp = load(data)
        return cls.of((index,), dates=dates), stamp

    def digests(self) -> dict[int, int]:
        """The digest of every document here by id: equal to `Document.digest` of the table's rows, if all is well."""
        every: dict[int, int] = {}
        for part in self._segments():
            every.update(zip(part.index.ids[part.alive].tolist(), part.index.digests[part.alive].tolist(), strict=True))
        return every

    def _segments(self) -> tuple[Segment, ...]:
        with self._lock:
            if self._fresh_part is None and len(self._fresh):
                self._fresh_part = Segment.of(self._fresh.finish())
            return self._parts + ((self._fresh_part,) if self._fresh_part is not None else ())

    def _take_away(self, ids: set[int]) -> None:
        if self._fresh.ids & ids:
            self._retire()
        self._parts = tuple(part for part in (part.without(ids) for part in self._parts) if part.size)

    def _retire(self, *, fold: bool = True) -> None:
        """What is fresh becomes a part like the others."""
        if len(self._fresh):
            self._parts += (self._fresh_part or Segment.of(self._fresh.finish()),)
            self._fresh = Builder()
            self._fresh_part = None
            if fold:
                self._fold_small()

    def _fold_small(self) -> None:
        while len(self._parts) > 1:
            before, last = self._parts[-2:]
            if before.size >= _SMALL or before.size > 4 * last.size:
                return
            self._parts = (*self._parts[:-2], Segment.of(merge([(p.index, p.alive) for p in (before, last)])))


def _untidy(parts: Sequence[Segment]) -> bool:
    return len(parts) > 1 or any(part.size < len(part.index) for part in parts)


class SearchLine:
    """Where somebody types: each question stops the one before it, which then raises `Superseded` in its thread."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._newest = 0
        self._lock = threading.Lock()

    def ask(self, line: str, limit: int = 200) -> Answer:
        """Searches; call it from a worker thread."""
        with self._lock:
            self._newest += 1
            mine = self._newest
        return self._bank.search(line, limit, cancelled=lambda: mine != self._newest)

    def stop(self) -> None:
        """Stops the search that runs, if one does."""
        with self._lock:
            self._newest += 1
