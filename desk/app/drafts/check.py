"""A draft looked through: every quotation beside the bank, and what else of it the desk can look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from desk.app.drafts import style
from desk.app.drafts.candidates import Candidate, candidates, withdrawn_bank
from desk.app.drafts.file import Draft
from desk.app.drafts.findings import Finding, Report, Sort
from desk.app.drafts.judge import RESTRICTED_MATCH, choose, is_restricted, judge, meant
from desk.app.drafts.telling import OWN, OWN_IN_PROSE, OWN_OF_ALL, is_own, is_telling, telling_runs
from desk.app.drafts.tidied import is_tidied, tidied
from desk.model.quotes.gate import gate
from desk.model.quotes.quotes import QuoteRecord
from desk.model.wording.tokens import terms
from desk.prose.attribution import Attribution, Known, attributions
from desk.prose.quotations import Quotation, Read, read_quotations, sentences
from desk.prose.reading import Reading
from desk.search.bank import Bank
from desk.store.store import Store

#: Quotes read from the file at a time, and quotations whose quotes are read together.
_CHUNK, _AT_ONCE = 400, 50
#: Words that so many quotes have in a row are an ordinary phrase.
_MANY = 12
#: So many quotes that share the rarest words are looked at.
_LIKELY = 12
_SENTENCE = re.compile(r"[^.!?“”\"\n]{3,}")
_CUT = re.compile(r"…|\.{3}|\. \. \.")
_NAME = "A name that is confidential here stands in the draft (restricted)."
_UNCLOSED = "This mark is not closed before its paragraph ends."
_NOT_REOPENED = "The paragraphs into which this goes on are not opened with a mark again: see where it ends."
_STRAY = "This mark closes nothing: the one that opens is missing."

#: Told how many quotations were looked at, and of how many. May raise to stop.
Progress = Callable[[int, int], None]


class Places(Protocol):
    """Where confidential names stand in a text; some names may be permitted there."""

    def __call__(self, text: str, *, permitted: Iterable[str] = ()) -> list[tuple[int, int]]: ...


def check_draft(
    draft: Draft,
    bank: Bank,
    store: Store,
    *,
    now: datetime,
    today: date,
    places: Places,
    talks: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Everything found in a draft. For a worker: it takes a while.

    `now` is the gate's clock; `places` finds the desk's confidential names; `talks` are the negotiation that the story
    is about, whose quotes are meant before others.
    """
    read = read_quotations(draft.text)
    gone = withdrawn_bank(store)
    restricted = _Restricted(store, (bank, gone), now)
    findings = list(_quotations(read, bank, gone, restricted, store, now=now, talks=talks, progress=progress))
    findings += _told(read, restricted)
    findings += _beside(read, today)
    # From here on places are those of the file.
    findings = [_in_file(one, read.reading) for one in findings]
    findings += _hidden(read.reading, restricted)
    findings += _stamps(read.reading)
    findings += [_restricted(start, end) for start, end in _names(read.reading, store, places)]
    order = list(Sort)
    findings.sort(key=lambda one: (one.start, order.index(one.sort)))
    marked = sum(not one.unmarked for one in read.quotations)
    return Report(draft, tuple(findings), read.reading.words, len(read.blocks), marked)


def _in_file(finding: Finding, reading: Reading) -> Finding:
    start, end = reading.span(finding.start, finding.end)
    return replace(finding, start=start, end=end)


def _hidden(reading: Reading, restricted: _Restricted) -> Iterator[Finding]:
    """Restricted words that no reader sees, and that leave with the file: in a remark, struck out."""
    for start, end in reading.hidden:
        words = reading.source[start:end]
        if restricted.stands_in(words, own_words=OWN_IN_PROSE) or any(
            restricted.tidied_in(one, own_words=OWN_IN_PROSE) for one in _SENTENCE.findall(words)
        ):
            yield Finding(sort=Sort.RESTRICTED, start=start, end=end, sentence=RESTRICTED_MATCH)


def _stamps(reading: Reading) -> Iterator[Finding]:
    """Stamps as the file has them, and those that only a reader of the page sees."""
    taken: set[int] = set()
    for one in style.stamps(reading.source):
        taken.update(range(one.start, one.end))
        yield one
    for one in style.stamps(reading.text):
        if (seen := _in_file(one, reading)).start not in taken:
            yield seen


def _beside(read: Read, today: date) -> Iterator[Finding]:
    for at in read.strays:
        yield Finding(sort=Sort.UNCLOSED, start=at, end=at + 1, sentence=_STRAY)
    yield from style.familiar(read.shown)
    yield from style.no_comment(read.shown, read.blocks)
    yield from style.weekdays(read.shown, today)


def _names(reading: Reading, store: Store, places: Places) -> list[tuple[int, int]]:
    """Where confidential names stand, in the file as it is and as a reader sees it: markup may stand within a name."""
    source = _named(reading.source, store, places)
    if reading.text.strip() == reading.source.strip():
        return source
    seen = [reading.span(start, end) for start, end in _named(reading.text, store, places)]
    return source + [(a, b) for a, b in seen if not any(start < b and a < end for start, end in source)]


def _named(text: str, store: Store, places: Places) -> list[tuple[int, int]]:
    """The same of one text. A surname that is also that of somebody the draft names in full is theirs."""
    found = places(text)
    if not found:
        return []
    used, lowered = set(terms(text)), text.casefold()
    known = (one.name for one in store.people.persons() if not one.confidential)
    named = [name for name in known if used.issuperset(terms(name)) and name.casefold() in lowered]
    return places(text, permitted=named) if named else found


def _restricted(start: int, end: int) -> Finding:
    return Finding(sort=Sort.RESTRICTED, start=start, end=end, sentence=_NAME)


def _told(read: Read, restricted: _Restricted) -> Iterator[Finding]:
    """Sentences, or what of them stands outside of quotations, that have restricted words without marks."""
    for start, end in sentences(read):
        words = read.shown[start:end]
        if restricted.stands_in(words, own_words=OWN_IN_PROSE) or restricted.tidied_in(words, own_words=OWN_IN_PROSE):
            yield Finding(sort=Sort.RESTRICTED, start=start, end=end, sentence=RESTRICTED_MATCH)


def _quotations(
    read: Read,
    bank: Bank,
    gone: Bank,
    restricted: _Restricted,
    store: Store,
    *,
    now: datetime,
    talks: int | None,
    progress: Progress | None,
) -> Iterator[Finding]:
    """The findings of every quotation. `gone` has the quotes that were withdrawn."""
    known = Known((party.name, party.full_name, *party.aliases) for party in store.people.parties())
    looked, whole = 0, len(read.quotations)
    pairs = zip(read.quotations, attributions(read, restricted.named), strict=True)
    for _, some in groupby(enumerate(pairs), key=lambda each: each[0] // _AT_ONCE):
        found: list[tuple[Quotation, Attribution, list[Candidate]]] = []
        for _, (one, said) in some:
            if one.closed:
                found.append((one, said, candidates(bank, one.words) + candidates(gone, one.words)))
            elif restricted.stands_in(one.words) or restricted.tidied_in(one.words):
                yield Finding(sort=Sort.RESTRICTED, start=one.start, end=one.end, sentence=RESTRICTED_MATCH)
            else:
                yield Finding(sort=Sort.UNCLOSED, start=one.start, end=one.end, sentence=_UNCLOSED, words=one.words)
            if not one.reopened:
                yield Finding(sort=Sort.UNCLOSED, start=one.start, end=one.start + 1, sentence=_NOT_REOPENED)
            looked += 1
            if progress is not None:
                progress(looked, whole)
        records = _records(store, {candidate.id for _, _, each in found for candidate in each})
        for one, said, each in found:
            likely = [
                meant(records[candidate.id], candidate.likeness, one.words, said.names, known, now)
                for candidate in each
                if candidate.id in records
            ]
            chosen = choose(likely, one.words, talks, telling=is_telling(one.words, restricted.named))
            changed = chosen is None or (chosen.sort is Sort.ALTERED and not chosen.restricted)
            hidden = changed and (restricted.stands_in(one.words) or restricted.tidied_in(one.words))
            if hidden:
                yield Finding(sort=Sort.RESTRICTED, start=one.start, end=one.end, sentence=RESTRICTED_MATCH)
            if hidden and chosen is None:
                continue
            yield from judge(one, chosen, said, now)


class _Restricted:
    """The quotes of which nothing may be told, as far as a few words of them stand in a draft."""

    def __init__(self, store: Store, banks: Sequence[Bank], now: datetime) -> None:
        self._store, self._banks, self._now = store, banks, now
        #: The terms of all names that the desk knows.
        self.named = frozenset(term for name in _every_name(store) for term in terms(name))

    def stands_in(self, words: str, *, own_words: int = OWN) -> bool:
        """Return True if a telling run of these words stands in such a quote, and in no other."""
        for run in telling_runs(words, self.named, own_words=own_words):
            ids = {number for bank in self._banks for number in bank.holding(run, _MANY)}
            if ids and len(ids) < _MANY and all(map(self._is_restricted, self._store.quotes.records(ids))):
                return True
        return False

    def tidied_in(self, words: str, *, own_words: int = OWN) -> bool:
        """Return True if these words are such a quote's, and no other's, tidied or cut: fillers dropped, figures by house style."""
        own = [term for term in terms(words) if self._is_own(term)]
        least = OWN if own_words > OWN else OWN_OF_ALL
        ids = {number for bank in self._banks for number in bank.held_back(own, least, _LIKELY)}
        if not ids:
            return False
        ours, cut = tidied(words), bool(_CUT.search(words))
        of_all = OWN_OF_ALL if own_words == OWN else own_words

        def alike(some: Iterable[int]) -> list[QuoteRecord]:
            return [
                one
                for one in self._store.quotes.records(some)
                if is_tidied(ours, tidied(one.quote.words), self._is_own, own_words, of_all, cut=cut)
            ]

        found = alike(ids)
        if not found or not all(map(self._is_restricted, found)):
            return False
        others = {one.id for bank in self._banks for one in candidates(bank, words)} - ids
        return not alike(others)

    def _is_own(self, term: str) -> bool:
        return is_own(term, self.named)

    def _is_restricted(self, record: QuoteRecord) -> bool:
        return is_restricted(gate(record, now=self._now))


def _every_name(store: Store) -> Iterator[str]:
    for person in store.people.persons():
        yield from (person.name, *person.aliases)
    for party in store.people.parties():
        yield from (party.name, party.full_name, *party.aliases)


def _records(store: Store, ids: set[int]) -> dict[int, QuoteRecord]:
    found: dict[int, QuoteRecord] = {}
    order = sorted(ids)
    for at in range(0, len(order), _CHUNK):
        found.update((record.quote.id or 0, record) for record in store.quotes.records(order[at : at + _CHUNK]))
    return found
