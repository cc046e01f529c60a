"""Quotes of the bank with the same or nearly the same words: a double entry, or one remark in two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.frozen import frozen
from desk.model.quotes.quotes import QuoteRecord
from desk.model.wording.compare import same_words
from desk.model.wording.tokens import terms
from desk.store.store import Store

if TYPE_CHECKING:
    from desk.search.bank import Bank

#: So many are told.
MOST = 3
#: Fewer words than this say little: half the bank has them. Of scripts without spaces, so many characters.
LEAST_WORDS = 4


@frozen
class Alike:
    """Another quote, and whether its words are the same, or only like these."""

    record: QuoteRecord
    same: bool

    @property
    def words(self) -> str:
        """How alike they are, as people say it."""
        return "the same words" if self.same else "nearly the same words"


def tell_much(words: str) -> bool:
    """Return True if it says anything that another quote has these words too."""
    return len(terms(words)) >= LEAST_WORDS


def find(store: Store, bank: Bank | None, words: str, but: int | None = None) -> tuple[Alike, ...]:
    """The quotes most like these words, but one. For a worker. None where the search is not loaded yet."""
    if bank is None or not tell_much(words):
        return ()
    ids = [one.id for one in bank.similar(words, MOST, but=but)]
    return tuple(Alike(one, same_words(one.quote.words, words)) for one in store.quotes.records(ids))
