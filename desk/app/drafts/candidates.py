"""Which of the bank's quotes a quotation may be. Found by rows of words, else by likeness: this never says that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.model.frozen import frozen
from desk.model.quotes.quotes import QuoteRecord
from desk.model.wording.tokens import terms
from desk.search.bank import Bank
from desk.search.document import Document
from desk.store.store import Store

#: What a reporter may have cut or put in: the words between are the speaker's.
_CUTS = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.{3,}|(?:\. ){2,}\.")
_MOST = 24
_ALIKE = 6
_RUNS = 3
#: Words at either end that are enough to find a quote from whose middle many were dropped.
_HALF = 2
#: So many words in a row are looked for; more tell no more.
_LONGEST_ROW = 60


@frozen
class Candidate:
    """A quote of the bank, and how alike its words are, from 0 to 1. 1 where the words stand in it in a row."""

    id: int
    likeness: float


def candidates(bank: Bank, words: str) -> list[Candidate]:
    """The quotes that these words may be from, in no order."""
    runs = [" ".join(terms(run)[:_LONGEST_ROW]) for run in _CUTS.split(words)]
    runs = sorted(filter(None, runs), key=len, reverse=True)[:_RUNS]
    found: dict[int, float] = {}
    whole = " ".join(terms(words)[:_LONGEST_ROW])
    for number in bank.holding(whole, _MOST) if whole else ():
        found[number] = 1.0
    if not found and len(runs) and runs[0] != whole:
        for run in runs:
            found.update(dict.fromkeys(bank.holding(run, _MOST), 1.0))
    size = len(whole.split())
    if (not found or runs[0] != whole) and size > 2:
        for similar in bank.similar(" ".join(runs), _ALIKE):
            found.setdefault(similar.id, similar.likeness)
    if not found and size >= 2 * _HALF:
        # Words dropped from the middle leave both ends, though little else is alike.
        for half in (whole.split()[:_HALF], whole.split()[-_HALF:]):
            found.update(dict.fromkeys(bank.holding(" ".join(half), _MOST // 2), 0.0))
    return [Candidate(number, likeness) for number, likeness in found.items()]


def withdrawn_bank(store: Store) -> Bank:
    """The quotes that were withdrawn, which the bank does not find: their words may not be used either."""
    records: Sequence[QuoteRecord] = store.quotes.records(store.quotes.withdrawn())
    return Bank(Document(id=one.quote.id, words=one.quote.words) for one in records if one.quote.id is not None)
