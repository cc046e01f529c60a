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
_REMEMBERED_VALUES = 20_000
_READ_AT_ONCE = 1 << 16


class Builder:
    """Takes documents one at a time and makes an index of them. Ids are unique."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._symbols = array("i")
        self._read: list[int] = []  # symbols on their way into the array: many at once go faster
        self._rows: list[tuple[int, int, int, int, int, int]] = []
        self._values: tuple[dict[str, list[int]], ...] = tuple({} for _ in FIELDS)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def ids(self) -> set[int]:
        """Whose documents were added."""
        return {row[0] for row in self._rows}

    def add(self, document: Document) -> None:
        """One more document."""
        read = self._read
        before = len(read)
        read += map(self._numbers.__getitem__, terms(document.words))
        words = len(read) - before
        parts = (document.speakers, (document.org,), (document.venue,), document.tags, document.talks)
        for kind, (values, known) in enumerate(zip(parts, self._values, strict=True)):
            for value in values:
                if value:
                    read += known.get(value) or self._value(kind, value)
        flags = VERIFIED * document.verified | COPYABLE * document.copyable
        size = len(read) - before
        self._rows.append((document.id, size, words, document.date or UNDATED, flags, document.digest()))
        if len(read) > _READ_AT_ONCE:
            self._keep()

    def _keep(self) -> None:
        self._symbols.frombytes(np.array(self._read, np.int32).tobytes())
        self._read.clear()

    def _value(self, kind: int, value: str) -> list[int]:
        """What stands for one value of a field."""
        known = self._values[kind]
        if len(known) > _REMEMBERED_VALUES:
            known.clear()
        words = terms(value) + ([] if FIELDS[kind] == "tag" else list(initialisms(value)))
        known[value] = [field_code(self._numbers[term], kind) for term in words]
        return known[value]

    def finish(self) -> Index:
        """The index of all that was added so far."""
        self._keep()
        names = list(self._numbers)
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(names), np.int32)
        rank[order] = np.arange(len(names), dtype=np.int32)
        ids, lengths, words, dates, flags, digests = zip(*self._rows, strict=True) if self._rows else [()] * 6
        return assemble(
            Rows(
                vocabulary=[names[number] for number in order],
                rank=rank,
                symbols=np.frombuffer(self._symbols, np.int32) if self._symbols else np.zeros(0, np.int32),
                lengths=np.array(lengths, np.int64),
                word_counts=np.array(words, np.int32),
                ids=np.array(ids, np.int64),
                dates=np.array(dates, np.int32),
                flags=np.array(flags, np.uint8),
                digests=np.array(digests, np.uint64),
            )
        )


def build(documents: Iterable[Document]) -> Index:
    """The index of some documents."""
    builder = Builder()
    for document in documents:
        builder.add(document)
    return builder.finish()
