"""The same words of the same speaker, held closer here than a file has them: what comes in is held as close.

Else a quote that is off the record, disputed or under embargo here would leave by its double from a file.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.model.enums import GroundRule
from desk.model.frozen import frozen
from desk.model.quotes.effective_terms import is_closed
from desk.model.quotes.embargo import in_force
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.quotes import Embargo, QuoteRecord, Source, Terms
from desk.model.quotes.renegotiation import stricter
from desk.model.wording.tokens import terms as words_of
from desk.store.file.rows import SHOWN
from desk.store.subjects.embargoes import held

if TYPE_CHECKING:
    from desk.store.store import Store

#: Quotes in one read.
_PAGE = 5_000
_CLOSE = """
  SELECT id FROM quote WHERE withdrawn_at IS NOT NULL OR disputed <> ''
  UNION SELECT id FROM quote WHERE source_id IN (SELECT value FROM json_each(:sources))
  UNION SELECT quote_id FROM quote_speaker WHERE person_id IN (SELECT value FROM json_each(:people))
  UNION SELECT quote_id FROM terms WHERE quote_id IS NOT NULL
  UNION SELECT quote_id FROM embargo WHERE quote_id IS NOT NULL
"""
_OF_THESE = f"SELECT id, words FROM quote WHERE id IN (SELECT value FROM json_each(:ids)) AND added_by {SHOWN}"
WHY = "kept: the same words are held so here"


@frozen(kw_only=True)
class Held:
    """As what a new quote has to come in. `terms` and `embargo` are its own; None where it needs none."""

    terms: Terms | None = None
    embargo: Embargo | None = None
    disputed: str = ""
    withdrawn: bool = False


class SameWords:
    """The quotes of the file that are held closer than others, by their words. They are read once, where there are any."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now = store.gate_clock()
        self._by_words: dict[int, list[int]] = {}
        self._developments: dict[int, Embargo] | None = None
        self._held = held(store, self._now)
        close = [source.id for source in store.sources.all() if self._is_close(source)]
        people = sorted(store.people.confidential_ids())
        ids = [row[0] for row in store.all(_CLOSE, sources=json.dumps(close), people=json.dumps(people))]
        for at in range(0, len(ids), _PAGE):
            for row in store.all(_OF_THESE, ids=json.dumps(ids[at : at + _PAGE])):
                self._by_words.setdefault(same_words(row["words"]), []).append(row["id"])

    def _is_close(self, source: Source) -> bool:
        terms = self._store.sources.effective_terms(source)
        closed = terms.rule is not GroundRule.UNKNOWN and not all(
            (permissions(terms).publish, permissions(terms).quote, permissions(terms).name)
        )
        return source.confidential or closed or source.id in self._held.sources

    def development_until(self, words: str) -> Embargo | None:
        """The embargo under which a development in the same words stands here; None where none does."""
        if not self._held.developments:
            return None
        if self._developments is None:
            self._developments = {}
            for row_id in self._held.developments:
                one = self._store.developments.get(row_id)
                if one.embargo is not None and in_force(one.embargo, self._now):
                    until = Embargo(until=one.embargo.until, zone=one.embargo.zone, note=WHY)
                    stands = self._developments.setdefault(same_words(one.words), until)
                    self._developments[same_words(one.words)] = max(stands, until, key=lambda each: each.until)
        return self._developments.get(same_words(words))

    def held(
        self,
        words: str,
        names: Collection[str],
        terms: Terms,
        *,
        source_id: int | None = None,
        embargo: Embargo | None = None,
    ) -> Held | None:
        """As what a quote with these words, by somebody of these names, has to come in; None: as it is.

        `terms` are those that it would be under, `source_id` is its source where that is here already.
        """
        ids = self._by_words.get(same_words(words)) if self._by_words else None
        if not ids:
            return None
        same = [
            one
            for one in self._store.quotes.records(ids)
            if same_speaker(names, (*(speaker.name for speaker in one.quote.speakers), *one.known_as))
        ]
        if not same:
            return None
        kept = terms
        for one in same:
            kept = _closer(one, kept, same_source=source_id is not None and one.quote.source_id == source_id)
        until = max((one.embargo for one in same if one.embargo), key=lambda each: each.until, default=None)
        if until is not None and (
            not in_force(until, self._now) or (embargo is not None and embargo.until >= until.until)
        ):
            until = None
        mine = [one.quote for one in same if source_id is not None and one.quote.source_id == source_id]
        found = Held(
            terms=replace(kept, note=WHY) if kept is not terms else None,
            embargo=Embargo(until=until.until, zone=until.zone, note=WHY) if until is not None else None,
            disputed=next((one.quote.disputed for one in same if one.quote.disputed), ""),
            withdrawn=bool(mine) and all(quote.withdrawn_at is not None for quote in mine),
        )
        return found if found != Held() else None


def _closer(here: QuoteRecord, terms: Terms, *, same_source: bool) -> Terms:
    """The terms of a new quote, no looser than those of one that is here."""
    if here.terms.rule is GroundRule.UNKNOWN and not same_source:
        return terms  # of another conversation nothing was agreed; what the file has of this one was
    if terms.rule is GroundRule.UNKNOWN and not is_closed(here.terms):
        return terms
    kept = stricter(here.terms, terms, confidential=here.confidential)
    return kept[0] if kept is not None else terms


def same_words(text: str) -> int:
    """The words of a text as search reads them, whatever stands between them, as a number."""
    return hash(tuple(words_of(text)))


def same_speaker(names: Iterable[str], others: Iterable[str]) -> bool:
    """Return True where names of two may be those of one: with these same words a word of the name is enough, since what is
    printed is now “Lee, Ann” and now “Ann Lee, negotiator”.
    """
    return not {word for name in names for word in words_of(name)}.isdisjoint(
        word for name in others for word in words_of(name)
    )
