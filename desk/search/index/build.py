"""Documents into an index: each is read once, into flat arrays."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count

import numpy as np
from numpy.typing import NDArray

from desk.model.wording.spellings import spellings
from desk.model.wording.tokens import initialisms, terms
from desk.search.document import Document
from desk.search.index.index import COPYABLE, FIELDS, UNDATED, VERIFIED, Index
from desk.search.index.merge_index import Rows, assemble, field_code

#: Values of fields come back often, so what was read of them is remembered, up to so many.
_REMEMBERED_VALUES = 20_000
_READ_AT_ONCE = 1 << 14
_SPEAKER, _TAG, _SPELLING = FIELDS.index("speaker"), FIELDS.index("tag"), FIELDS.index("spelling")
_ROW = np.dtype([("id", "i8"), ("size", "i4"), ("words", "i4"), ("date", "i4"), ("flags", "u1"), ("digest", "u8")])


class Builder:
    """Takes documents one at a time and makes an index of them. Ids are unique."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._symbols = array("i")
        self._read: list[int] = []  # symbols on their way into the array: many at once go faster
        self._rows: list[tuple[int, int, int, int, int, int]] = []
        self._kept: list[NDArray[np.void]] = []
        self._ids: set[int] = set()
        self._values: tuple[dict[str, list[int]], ...] = tuple({} for _ in FIELDS[:_SPELLING])

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> set[int]:
        """Whose documents were added."""
        return self._ids

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
        if other := spellings(document.words):
            read += [field_code(self._numbers[term], _SPELLING) for term in other]
        flags = VERIFIED * document.verified | COPYABLE * document.copyable
        size = len(read) - before
        self._ids.add(document.id)
        self._rows.append((document.id, size, words, document.date or UNDATED, flags, document.digest()))
        if len(read) > _READ_AT_ONCE:
            self._keep()

    def _keep(self) -> None:
        self._symbols.frombytes(np.array(self._read, np.int32).tobytes())
        self._read.clear()
        self._kept.append(np.array(self._rows, _ROW))
        self._rows.clear()

    def _value(self, kind: int, value: str) -> list[int]:
        """What stands for one value of a field."""
        known = self._values[kind]
        if len(known) > _REMEMBERED_VALUES:
            known.clear()
        words = terms(value)
        # A person's two names are not known by their initials; a body of two words may be.
        if kind != _TAG and (kind != _SPEAKER or len(words) > 2):
            words += initialisms(value)
        words += spellings(value)
        known[value] = [field_code(self._numbers[term], kind) for term in words]
        return known[value]

    def finish(self) -> Index:
        """The index of all that was added so far."""
        self._keep()
        names = sorted_terms(self._numbers)
        rank = np.empty(len(names), np.int32)
        rank[[self._numbers[name] for name in names]] = np.arange(len(names), dtype=np.int32)
        kept = np.concatenate(self._kept)
        return assemble(
            Rows(
                vocabulary=names,
                rank=rank,
                symbols=np.frombuffer(self._symbols, np.int32) if self._symbols else np.zeros(0, np.int32),
                lengths=kept["size"].astype(np.int64),
                word_counts=kept["words"].copy(),
                ids=kept["id"].copy(),
                dates=kept["date"].copy(),
                flags=kept["flags"].copy(),
                digests=kept["digest"].copy(),
            )
        )


def sorted_terms(terms: Iterable[str]) -> list[str]:
    """Terms in order, a letter at a time: one long sort would hold back every other thread."""
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms:
        letters[term[0]].append(term)
    return [term for letter in sorted(letters) for term in sorted(letters[letter])]


def build(documents: Iterable[Document]) -> Index:
    """The index of some documents."""
    builder = Builder()
    for document in documents:
        builder.add(document)
    return builder.finish()
