"""Documents into an index: each is read once, into flat arrays."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count

import numpy as np

from desk.model.tokens import initialisms, terms
from desk.search.assemble import Rows, assemble, field_code
from desk.search.document import Document
from desk.search.index import COPYABLE, FIELDS, UNDATED, VERIFIED, Index

#: Values of fields come back often, so what was read of them is remembered, up to so many.
_REMEMBERED_VALUES = 50_000


class Builder:
    """Takes documents one at a time and makes an index of them. Ids are unique."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._symbols = array("i")
        self._lengths = array("i")
        self._word_counts = array("i")
        self._ids = array("q")
        self._dates = array("i")
        self._flags = array("B")
        self._digests = array("Q")
        self._values: dict[tuple[int, str], tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> set[int]:
        """Whose documents were added."""
        return set(self._ids)

    def add(self, document: Document) -> None:
        """One more document."""
        before = len(self._symbols)
        self._symbols.extend(map(self._numbers.__getitem__, terms(document.words)))
        self._word_counts.append(len(self._symbols) - before)
        parts = (document.speakers, (document.org,), (document.venue,), document.tags, document.talks)
        for kind, values in enumerate(parts):
            for value in values:
                if value:
                    known = self._values.get((kind, value))
                    self._symbols.extend(known if known is not None else self._value(kind, value))
        self._lengths.append(len(self._symbols) - before)
        self._ids.append(document.id)
        self._dates.append(document.date or UNDATED)
        self._flags.append(VERIFIED * document.verified | COPYABLE * document.copyable)
        self._digests.append(document.digest())

    def _value(self, kind: int, value: str) -> tuple[int, ...]:
        """What stands for one value of a field."""
        if len(self._values) > _REMEMBERED_VALUES:
            self._values.clear()
        words = terms(value) + ([] if FIELDS[kind] == "tag" else list(initialisms(value)))
        found = tuple(field_code(self._numbers[term], kind) for term in words)
        self._values[kind, value] = found
        return found

    def finish(self) -> Index:
        """The index of all that was added so far."""
        names = list(self._numbers)
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(names), np.int32)
        rank[order] = np.arange(len(names), dtype=np.int32)
        return assemble(
            Rows(
                vocabulary=[names[number] for number in order],
                rank=rank,
                symbols=np.frombuffer(self._symbols, np.int32) if self._symbols else np.zeros(0, np.int32),
                lengths=np.array(self._lengths, np.int64),
                word_counts=np.array(self._word_counts, np.int32),
                ids=np.array(self._ids, np.int64),
                dates=np.array(self._dates, np.int32),
                flags=np.array(self._flags, np.uint8),
                digests=np.array(self._digests, np.uint64),
            )
        )


def build(documents: Iterable[Document]) -> Index:
    """The index of some documents."""
    builder = Builder()
    for document in documents:
        builder.add(document)
    return builder.finish()
