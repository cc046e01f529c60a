"""Rows of words into an index: sorted into lists a chunk of rows at a time, so that the memory beside it is bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desk.model.frozen import frozen
from desk.search.index.index import FIELDS, VERIFIED, Flags, Index, Ints, Longs, ragged
from desk.search.index.letters import letter_masks, root_hash
from desk.search.index.stemming import roots

#: Rows that are worked on at a time: bounds the memory, and how long one step keeps other threads waiting.
CHUNK_BITS = 14
CHUNK = 1 << CHUNK_BITS
#: At most so many terms have lists of their pairs, and only those in more than this many rows.
COMMON_TERMS = 4096
COMMON_ROWS = 1024
#: Terms whose roots are kept: the few quotes that are new are read anew at each that is added.
_REMEMBERED = 1 << 13
_KINDS = len(FIELDS)
_JOINED = ("symbols", "lengths", "word_counts", "ids", "dates", "flags", "digests")


@frozen(kw_only=True)
class Rows:
    """Quotes as numbers, in any order. `rank` turns a number used in `symbols` into a term of the vocabulary.

    A word stands in `symbols` as its number, a word of a field as `field_code(number, kind)`; each row has its words
    first.
    """

    vocabulary: list[str]
    rank: Ints
    symbols: Ints
    lengths: Longs
    word_counts: Ints
    ids: Longs
    dates: Ints
    flags: NDArray[np.uint8]
    digests: NDArray[np.uint64]


def field_code(number: int, kind: int) -> int:
    """How a word of a field stands in `Rows.symbols`: below zero."""
    return -1 - (number * _KINDS + kind)


def assemble(rows: Rows) -> Index:
    """The index of these rows."""
    order = np.lexsort((-rows.ids, -rows.dates, -(rows.flags & VERIFIED).astype(np.int8)))
    lengths = rows.lengths[order]
    row_starts = _starts(lengths)
    word_counts = rows.word_counts[order]
    size = len(rows.vocabulary)
    numbering, field_starts, field_terms = _fields(rows)
    symbols = np.empty(len(rows.symbols), np.int32)
    old_starts = _starts(rows.lengths)[:-1][order]
    for low, high in _chunks(len(order)):
        part = rows.symbols[ragged(old_starts[low:high], lengths[low:high])]
        inside = part < 0
        code = -1 - part[inside]
        part[inside] = size + numbering[(code % _KINDS) * size + rows.rank[code // _KINDS]]
        part[~inside] = rows.rank[part[~inside]]
        symbols[row_starts[low] : row_starts[high]] = part
    parts = list(_chunks(len(order)))
    posting_starts, postings = _lists(
        size + len(field_terms),
        _together(len(symbols), (_single(symbols, row_starts, low, high) for low, high in parts)),
    )
    common = _common(np.diff(posting_starts[: size + 1]))
    pairs = (_paired(symbols, row_starts, word_counts, common, size, low, high) for low, high in parts)
    pair_keys, pair_starts, pair_rows = _pairs(_together(len(symbols), pairs))
    root_hashes, root_terms = _roots(rows.vocabulary)
    return Index(
        terms="\n".join(rows.vocabulary),
        letters=letter_masks(rows.vocabulary),
        lengths=np.array([len(term) for term in rows.vocabulary], np.uint8),
        root_hashes=root_hashes,
        root_terms=root_terms,
        field_starts=field_starts,
        field_terms=field_terms,
        posting_starts=posting_starts,
        postings=postings,
        row_starts=row_starts,
        symbols=symbols,
        word_counts=word_counts,
        common=common,
        pair_keys=pair_keys,
        pair_starts=pair_starts,
        pair_rows=pair_rows,
        ids=rows.ids[order],
        id_order=np.argsort(rows.ids[order], kind="stable"),
        dates=rows.dates[order],
        flags=rows.flags[order],
        digests=rows.digests[order],
    )


def merge(parts: Sequence[tuple[Index, Flags]]) -> Index:
    """One index of several, without the rows whose flag is down; words that only those had are gone from it."""
    every: list[str] = []
    pieces: list[Rows] = []
    for index, alive in parts:
        live = np.flatnonzero(alive)
        used = _used(index, live)
        numbers = (np.cumsum(used) - 1 + len(every)).astype(np.int32)
        every += [index.vocabulary[term] for term in np.flatnonzero(used).tolist()]
        pieces.append(_again(index, live, numbers))
    # Vocabularies are in order already, and so are sorted in no time.
    vocabulary = list(dict.fromkeys(sorted(every)))
    places = {term: place for place, term in enumerate(vocabulary)}
    rank = np.array([places[term] for term in every], np.int32)
    joined = {name: np.concatenate([getattr(piece, name) for piece in pieces]) for name in _JOINED}
    return assemble(Rows(vocabulary=vocabulary, rank=rank, **joined))


def _used(index: Index, live: Longs) -> Flags:
    """Which terms the living rows have."""
    size = len(index.vocabulary)
    used = np.zeros(size + len(index.field_terms), np.bool_)
    for low, high in _chunks(len(live)):
        starts = index.row_starts[live[low:high]]
        used[index.symbols[ragged(starts, index.row_starts[live[low:high] + 1] - starts)]] = True
    used[index.field_terms[used[size:]]] = True
    terms: Flags = used[:size]
    return terms


def _again(index: Index, live: Longs, numbers: Ints) -> Rows:
    """The living rows of an index as they were before they were assembled, with these numbers for its terms."""
    size = len(index.vocabulary)
    codes = np.empty(size + len(index.field_terms), np.int32)
    codes[:size] = numbers
    kinds = np.repeat(np.arange(_KINDS), np.diff(index.field_starts))
    codes[size:] = -1 - (numbers[index.field_terms] * _KINDS + kinds)
    lengths = index.row_starts[live + 1] - index.row_starts[live]
    starts = _starts(lengths)
    symbols = np.empty(int(starts[-1]), np.int32)
    for low, high in _chunks(len(live)):
        places = ragged(index.row_starts[live[low:high]], lengths[low:high])
        symbols[starts[low] : starts[high]] = codes[index.symbols[places]]
    return Rows(
        vocabulary=[],
        rank=np.zeros(0, np.int32),
        symbols=symbols,
        lengths=lengths,
        word_counts=index.word_counts[live],
        ids=index.ids[live],
        dates=index.dates[live],
        flags=index.flags[live],
        digests=index.digests[live],
    )


def _chunks(rows: int) -> Iterator[tuple[int, int]]:
    for low in range(0, rows, CHUNK):
        yield low, min(low + CHUNK, rows)


def _starts(counts: NDArray[np.integer]) -> Longs:
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _fields(rows: Rows) -> tuple[Ints, Longs, Ints]:
    """The number of each (field, term) that occurs, where each field begins among them, and their terms."""
    size = len(rows.vocabulary)
    occurs = np.zeros(_KINDS * size, np.bool_)
    for low in range(0, len(rows.symbols), CHUNK * 64):
        part = rows.symbols[low : low + CHUNK * 64]
        code = -1 - part[part < 0]
        occurs[(code % _KINDS) * size + rows.rank[code // _KINDS]] = True
    numbering = (np.cumsum(occurs) - 1).astype(np.int32)
    present = np.flatnonzero(occurs)
    starts = np.searchsorted(present, np.arange(_KINDS + 1) * size)
    return numbering, starts.astype(np.int64), (present % size if size else present).astype(np.int32)


@frozen
class _Chunk:
    """The lists of some rows: which lists there are, how long each is, and their rows one list after another."""

    lists: Longs
    counts: Longs
    rows: Ints


def _chunk(keys: NDArray[np.uint64], low: int) -> _Chunk:
    """Keys of (list, row of the chunk), each kept once, as lists; `low` is the first row of the chunk."""
    keys.sort()
    keys = keys[_firsts(keys)]
    lists = (keys >> np.uint64(CHUNK_BITS)).astype(np.int64)
    begin = np.append(_firsts(lists), len(lists))
    rows = (keys & np.uint64(CHUNK - 1)).astype(np.int32) + low
    return _Chunk(lists[begin[:-1]], np.diff(begin), rows)


def _firsts(ordered: NDArray[np.integer]) -> Longs:
    """Where each run of equal values begins."""
    return np.flatnonzero(np.concatenate((np.ones(min(len(ordered), 1), np.bool_), ordered[1:] != ordered[:-1])))


def _single(symbols: Ints, row_starts: Longs, low: int, high: int) -> _Chunk:
    keys = symbols[row_starts[low] : row_starts[high]].astype(np.uint64) << np.uint64(CHUNK_BITS)
    keys |= np.repeat(np.arange(high - low, dtype=np.uint64), np.diff(row_starts[low : high + 1]))
    return _chunk(keys, low)


def _paired(
    symbols: Ints, row_starts: Longs, word_counts: Ints, common: Ints, size: int, low: int, high: int
) -> _Chunk:
    counts = word_counts[low:high].astype(np.int64)
    place = np.full(size, -1, np.int64)
    place[common] = np.arange(len(common))
    words = place[symbols[ragged(row_starts[low:high], counts)]]
    rows = np.repeat(np.arange(high - low), counts)
    pairs = np.flatnonzero((words[:-1] >= 0) & (words[1:] >= 0) & (rows[:-1] == rows[1:]))
    codes = (words[pairs] * len(common) + words[pairs + 1]).astype(np.uint64)
    return _chunk((codes << np.uint64(CHUNK_BITS)) | rows[pairs].astype(np.uint64), low)


def _together(most: int, chunks: Iterable[_Chunk]) -> list[_Chunk]:
    """The chunks with their rows in one block of at most so many, which goes back to the system as a whole."""
    block = np.empty(most, np.int32)
    kept, used = [], 0
    for chunk in chunks:
        rows = block[used : used + len(chunk.rows)]
        rows[:] = chunk.rows
        used += len(rows)
        kept.append(_Chunk(chunk.lists, chunk.counts, rows))
    return kept


def _lists(size: int, chunks: Sequence[_Chunk]) -> tuple[Longs, Ints]:
    """The rows of each list, chunk after chunk, so that they ascend: starts and rows."""
    total = np.zeros(size, np.int64)
    for chunk in chunks:
        total[chunk.lists] += chunk.counts
    starts = _starts(total)
    rows = np.empty(int(starts[-1]), np.int32)
    filled = starts[:-1].copy()
    for chunk in chunks:
        begin = np.cumsum(chunk.counts) - chunk.counts
        rows[np.arange(len(chunk.rows)) + np.repeat(filled[chunk.lists] - begin, chunk.counts)] = chunk.rows
        filled[chunk.lists] += chunk.counts
    return starts, rows


def _pairs(chunks: Sequence[_Chunk]) -> tuple[Longs, Longs, Ints]:
    """Which pairs there are, and their lists."""
    every = np.unique(np.concatenate([chunk.lists for chunk in chunks] or [np.zeros(0, np.int64)]))
    placed = [_Chunk(np.searchsorted(every, chunk.lists), chunk.counts, chunk.rows) for chunk in chunks]
    return every, *_lists(len(every), placed)


def _common(counts: Longs) -> Ints:
    often = np.flatnonzero(counts > COMMON_ROWS)
    if len(often) > COMMON_TERMS:
        often = often[np.argsort(-counts[often], kind="stable")[:COMMON_TERMS]]
    return np.sort(often).astype(np.int32)


def _roots(vocabulary: Sequence[str]) -> tuple[NDArray[np.uint32], Ints]:
    hashes: list[int] = []
    owners: list[int] = []
    for number, term in enumerate(vocabulary):
        if term.isascii() and term.isalpha():
            found = _hashes(term)
            hashes += found
            owners += [number] * len(found)
    order = np.argsort(np.array(hashes, np.uint32), kind="stable")
    return np.array(hashes, np.uint32)[order], np.array(owners, np.int32)[order]


@lru_cache(_REMEMBERED)
def _hashes(term: str) -> tuple[int, ...]:
    return tuple(map(root_hash, roots(term)))
