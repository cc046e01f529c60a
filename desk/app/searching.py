"""Searching the bank: it is loaded, kept up with the file and asked, and what is said of its answer.

Nothing that searching needs is loaded before it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.frozen import frozen
from desk.model.quotes.quotes import QuoteRecord
from desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desk.model.talks.as_of import AsOf
    from desk.search.answer import Answer as Answer
    from desk.search.bank import Bank as Bank
    from desk.search.bank import SearchLine
    from desk.search.document import Document
    from desk.search.query import DateReader

#: How many quotes one search brings, and how many are read before the list is shown.
MOST, PAGE = 200, 24
#: How many it looks at where only those of a day that the desk is turned to are wanted.
_MOST_THEN = 5_000


@frozen(kw_only=True)
class Found:
    """The quotes of the list, best first. `answer` is None where nothing was searched for: all, the newest first.

    `total` is how many there are, None while only the first page was read.
    """

    line: str
    ids: tuple[int, ...]
    records: dict[int, QuoteRecord]
    total: int | None
    answer: Answer | None = None


@frozen
class Loaded:
    """The bank, the last action of the store that it knows, and how many quotes were read since its snapshot."""

    bank: Bank
    action: int
    fresh: int = 0


def load(store: Store, dates: DateReader) -> Loaded:
    """Load the bank. Runs in a thread: takes a moment, and imports what searching needs."""
    from desk.search.indexer import read_bank

    bank, read = read_bank(store, dates=dates)
    return Loaded(bank, read.known, read.fresh)


def load_anew(store: Store, walk: Callable[[Iterable[Document], int], Iterable[Document]]) -> Loaded:
    """Make the index over every quote anew, and keep it; `walk` goes through the quotes, told how many there are."""
    from desk.search.bank import Bank
    from desk.search.documents import Documents
    from desk.store.bulk.indexing import settled

    known = settled(store)
    bank = Bank(walk(Documents(store).of(), store.quotes.count()))
    loaded = Loaded(bank, known, len(bank))
    keep(loaded, store)
    return loaded


def stale(loaded: Loaded, store: Store) -> int:
    """How many quotes the bank does not have as they are in the file."""
    from desk.search.documents import Documents

    indexed = loaded.bank.digests()
    differing = sum(indexed.pop(document.id, None) != document.digest() for document in Documents(store).of())
    return differing + len(indexed)


def bring_up(loaded: Loaded, store: Store) -> Loaded:
    """Take into the bank what changed in the store. Runs in a thread."""
    from desk.search.indexer import refresh

    read = refresh(loaded.bank, store, loaded.action)
    return Loaded(loaded.bank, read.known, loaded.fresh + read.fresh)


def worth_keeping(loaded: Loaded) -> bool:
    """Return True if the next start would have much to read without a snapshot of this bank."""
    from desk.search.indexer import Read

    return Read(loaded.action, loaded.fresh).worth_keeping


def keep(loaded: Loaded, store: Store) -> None:
    """Keep a snapshot in the file where it is worth keeping; it takes a moment. Raises StorageError."""
    from desk.search.indexer import Read, keep_bank

    keep_bank(loaded.bank, store, Read(loaded.action, loaded.fresh))


def keeping(loaded: Loaded, store: Store) -> Callable[[], None] | None:
    """What keeps that snapshot; None where the next start has enough without."""
    return (lambda: keep(loaded, store)) if worth_keeping(loaded) else None


def newest(store: Store, keep: int | None = None, then: AsOf | None = None) -> Found:
    """All quotes, or those there were on a day that is turned to, the newest first, with the records of the first page
    and of those around the id `keep`."""
    ids = tuple(_there(store, then) if then is not None else store.quotes.newest())
    return Found(line="", ids=ids, records=page(store, ids, keep), total=len(ids))


def first(store: Store) -> Found:
    """The same in a hurry, for the first paint: only the first page, uncounted."""
    ids = tuple(store.quotes.newest(PAGE))
    return Found(line="", ids=ids, records=read(store, list(ids)), total=len(ids) if len(ids) < PAGE else None)


def _there(store: Store, then: AsOf) -> list[int]:
    from desk.store.subjects.as_of import quotes_then

    return quotes_then(store, then)


def ask(line: SearchLine, store: Store, words: str, then: AsOf | None = None) -> Found | None:
    """Search; None where a newer search took this one's place. Runs in a thread."""
    from desk.search.answer import Superseded

    try:
        answer = line.ask(words, MOST if then is None else _MOST_THEN)
    except Superseded:
        return None
    ids = tuple(hit.id for hit in answer)
    total = answer.total
    if then is not None:
        there = set(_there(store, then))
        ids = tuple(quote_id for quote_id in ids if quote_id in there)
        total = len(ids)
    return Found(line=words, ids=ids[:MOST], records=page(store, ids, None), total=total, answer=answer)


def counted(found: Found, loaded: Loaded | None, *, turned: bool) -> str:
    """How much was found, of how many, and what was understood of the line: "23 of 5,000 · 3 ms". `turned`: of those of
    a day; which of them have the words only in a name was not counted.
    """
    answer = found.answer
    if answer is None or found.total is None:
        return f"{found.total:,}" if found.total is not None else ""
    least = "" if answer.counted else "≥ "
    whole = f" of {len(loaded.bank):,}" if loaded is not None else ""
    by_name = f"{answer.named:,} by name only" if answer.named and not turned else ""
    said = (f"{least}{found.total:,}{whole}", by_name, days(answer), took(answer), _left_out(answer))
    return " · ".join(part for part in said if part)


def took(answer: Answer) -> str:
    """How long a search took, in words."""
    return f"{answer.took_ms:.0f} ms"


def days(answer: Answer) -> str:
    """What was understood of `since:` and `before:`; "" where neither was typed."""
    from desk.search.date_filters import in_words

    return in_words(answer.since, answer.before)


def _left_out(answer: Answer) -> str:
    """What of a search line looks like a filter and is none."""
    if not answer.unknown:
        return ""
    first, *more = answer.unknown
    return not_understood(first) + (f" and {len(more)} more" if more else "")


def not_understood(part: str) -> str:
    """Why a part of a search line is left out."""
    from desk.search import messages

    return messages.not_understood(part)


def nothing(answer: Answer, bank: int) -> str:
    """A sentence for an answer without a hit in a bank of so many quotes."""
    from desk.search import messages

    return messages.nothing_found(answer, bank)


def page(store: Store, ids: tuple[int, ...], around: int | None) -> dict[int, QuoteRecord]:
    """The records of the first page of a list, and of the page around one of its ids."""
    wanted = list(ids[:PAGE])
    if around is not None and around in ids:
        at = ids.index(around)
        wanted += ids[max(0, at - PAGE) : at + PAGE]
    return read(store, wanted)


def read(store: Store, ids: list[int]) -> dict[int, QuoteRecord]:
    """Records by id."""
    return {
        record.quote.id: record for record in store.quotes.records(dict.fromkeys(ids)) if record.quote.id is not None
    }
