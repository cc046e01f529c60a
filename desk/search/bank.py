"""The quote bank as the desk searches it: built from documents, kept up with every edit, safe from many threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from desk.search.answer import Answer, Superseded
from desk.search.document import Document, Grade, Hit, Similar
from desk.search.query import DateReader, Query, iso_days, read

#: Asked now and then during a search; True stops it.
Cancelled = Callable[[], bool]


class Bank:
    """Every quote that may be found, in memory.

    Safe to use from many threads. A search sees the bank as it was when it began.
    """

    def __init__(self, documents: Iterable[Document] = (), *, dates: DateReader = iso_days) -> None:
        """Builds the index from documents, in any order; ids are unique. `dates` reads `since:` and `before:`."""
        self._dates = dates
        self._lock = threading.RLock()
        self._documents = {document.id: document for document in documents}

    def __len__(self) -> int:
        return len(self._documents)

    def put(self, document: Document) -> None:
        """A new quote, or an edited one in place of its earlier form. Found by the next search."""
        with self._lock:
            self._documents[document.id] = document

    def put_many(self, documents: Iterable[Document]) -> None:
        """The same for many at once (an import, an undo)."""
        for document in documents:
            self.put(document)

    def remove(self, ids: Iterable[int]) -> None:
        """Quotes that may no longer be found; ids that are not in the bank are ignored."""
        with self._lock:
            for number in ids:
                self._documents.pop(number, None)

    def search(self, line: str, limit: int = 200, *, cancelled: Cancelled | None = None) -> Answer:
        """The answer to a search line, best first. An empty line gives all, verified and newest first.

        Any text is a search line: this raises nothing for what was typed, only `Superseded` when `cancelled` says so.
        """
        began = time.perf_counter()
        query = read(line, self._dates)
        found = []
        for document in list(self._documents.values()):
            if cancelled is not None and cancelled():
                raise Superseded
            score = _score(query, document)
            if score or not query.words:
                found.append((-score, not document.verified, -(document.date or 0), document.id))
        found.sort()
        hits = [Hit(key[3], -key[0], Grade.FUZZY) for key in found[:limit]]
        took = (time.perf_counter() - began) * 1e3
        taken_for = [{word: 1.0} for word in query.words]
        return Answer(hits=hits, total=len(found), took_ms=took, unknown=query.unknown, taken_for=taken_for)

    def similar(self, words: str, limit: int = 5, *, but: int | None = None) -> list[Similar]:
        """Quotes with the same or nearly the same words, most alike first; `but` is left out (the quote itself)."""
        return []

    def line(self) -> SearchLine:
        """A search line of its own (one a screen): a newer question there stops the one before."""
        return SearchLine(self)


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


def _score(query: Query, document: Document) -> float:
    fields = (document.words, *document.speakers, document.org, document.venue, *document.tags, *document.talks)
    text = " ".join(fields).lower()
    return float(sum(word in text for word in query.words))
