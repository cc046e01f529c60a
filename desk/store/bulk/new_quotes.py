"""Many quotes at once: what an import of thousands or a million writes, in batches, with every rule of a single one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import GroundRule, QuoteForm, SourceKind
from desk.model.quotes.effective_terms import narrowest, opens, tightens
from desk.model.quotes.groundrules import default_rule
from desk.model.quotes.quotes import Terms
from desk.model.quotes.renegotiation import loosened
from desk.model.text import clean, one_line
from desk.store.bulk.entries import Entry
from desk.store.bulk.reaching import Said, reach
from desk.store.bulk.same_words import Held, SameWords
from desk.store.file.rows import SHOWN, utc_text

if TYPE_CHECKING:
    from desk.store.file.action import Action
    from desk.store.file.bulk import Bulk
    from desk.store.store import Store

#: Quotes in one transaction: what readers and other writers wait for at most is the end of one.
BATCH = 2_000
#: Quotes of a source that are read at once to know them again.
_READ = 1_000
#: Dates whose rows are remembered; there are not many more days than this on which anybody spoke.
_DATES = 50_000
#: Names, titles and places come again and again.
_line = lru_cache(maxsize=20_000)(one_line)

_QUOTE = """
  INSERT INTO quote (id, form, words, source_id, venue, date_id, locator, tags, disputed, withdrawn_at, added_by,
    recorded_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SPEAKER = """
  INSERT INTO quote_speaker (quote_id, person_id, party_id, name, title, party, added_by, recorded_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
# A withdrawn quote is known again too: it was taken out on purpose.
_KNOWN = f"""
  SELECT q.id, q.words, s.name, q.venue, q.date_id FROM quote q JOIN quote_speaker s ON s.quote_id = q.id AND s.rank = 0
  WHERE q.source_id = :source AND q.id > :after AND q.added_by {SHOWN} ORDER BY q.id LIMIT {_READ}
"""
_PERSON = "INSERT INTO person (id, name, title, party_id, added_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)"
_TERMS = "INSERT INTO terms (quote_id, rule, agreed_id, note, added_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(slots=True, kw_only=True)
class NewQuote:
    """One quote as a list of quotes has it. `source` is a code; `rule` is its own where the source's is another, `agreed`
    whether the reporter says so, and not the list.
    """

    words: str
    speaker: str
    form: QuoteForm = QuoteForm.FULL
    title: str = ""
    party: str = ""
    venue: str = ""
    date: DateValue = UNDATED
    locator: str = ""
    tags: Sequence[str] = ()
    source: str
    rule: GroundRule | None = None
    agreed: bool = False


class QuoteLoader:
    """Writes quotes into one bulk action. Speakers and sources that the file does not know are added with them.

    What the file has already from the same source (the same words of the same speaker, venue and date) is left out, so
    that a list may be imported again when it has grown.
    """

    def __init__(self, store: Store, bulk: Bulk, *, from_where: str) -> None:
        """`from_where` names the file they come from, in the titles of new sources and the notes of terms."""
        self.quotes = self.people = self.sources = self.known = 0
        #: Quotes for which nobody has said what was agreed, so that none of them may leave yet.
        self.unset = 0
        #: Quotes that the list has under a looser ground rule than the one of their source: that one counts.
        self.strict = 0
        #: Quotes that came in as close as the same words are held in the file.
        self.held = 0
        #: Quotes that are as close now as the list has the same words from the same source.
        self.reached = 0
        self._closer: list[Said] = []
        self.store = store
        self._bulk = bulk
        self.from_where = one_line(from_where)
        self._people: dict[str, tuple[int | None, int | None]] = {}
        for person in store.people.persons():
            self._people |= dict.fromkeys(map(str.casefold, (person.name, *person.aliases)), (person.id, None))
        self._parties: dict[str, int | None] = {}
        for party in store.people.parties():
            names = [name.casefold() for name in (party.name, party.full_name, *party.aliases) if name]
            self._parties |= dict.fromkeys(names, party.id)
            self._people |= dict.fromkeys(names, (None, party.id))
        self._sources: dict[str, tuple[int, Terms]] = {}
        for source in reversed(store.sources.all()):
            self._sources[source.code.casefold()] = (source.id or 0, store.sources.effective_terms(source))
        #: The sources that were in the file before, and up to which action it is known what was agreed with them.
        self._here = {source_id for source_id, _ in self._sources.values()}
        self._seen = store.history.newest()
        self.same_words = SameWords(store)
        self._own: dict[tuple[int, GroundRule, bool], Terms | None] = {}
        #: What the file had of each source before, as hashes.
        self._there: dict[int, set[int]] = {}
        #: By which value it is, since that is faster than by what it says; the value is kept, so that it stays that one.
        self._dates: dict[int, tuple[DateValue, int]] = {}

    def write(self, batch: Sequence[NewQuote]) -> None:
        """Keep these in one transaction. Raises StorageError."""
        for code in {quote.source.casefold() for quote in batch} & self._sources.keys():
            self._read_there(self._sources[code][0])
        with self._bulk.batch() as act:
            self._read_terms()
            # A change that does not fit the cache must not lock readers out before it is committed.
            act.conn.execute("PRAGMA cache_spill = OFF").fetchone()
            act.touched.update(("quote", "quote_speaker", "person", "source", "terms"))
            _Batch(self, act).write(batch)

    def finish(self) -> None:
        """Hold every quote as close as the list does. Raises StorageError."""
        self.reached = reach(self.store, self._bulk, self._closer)

    def closer(self, source_id: int, words: str, name: str, terms: Terms) -> None:
        """The list has a quote closer than its source."""
        self._closer.append(Said(source_id=source_id, words=words, names=(name,), terms=Entry(value=terms)))

    def date_id(self, act: Action, date: DateValue) -> int:
        """The row of a date."""
        found = self._dates.get(id(date))
        if found is None:
            if len(self._dates) >= _DATES:
                self._dates.clear()
            found = self._dates[id(date)] = (date, act.date(date))
        return found[1]

    def _read_terms(self) -> None:
        """Read again what was agreed with the file's sources, where somebody did anything since."""
        if (newest := self.store.history.newest()) == self._seen:
            return
        self._seen = newest
        self._own.clear()
        sources = self.store.sources
        for code, (source_id, _) in self._sources.items():
            if source_id in self._here:
                self._sources[code] = (source_id, sources.effective_terms(sources.get(source_id)))

    def own(self, source_id: int, terms: Terms, rule: GroundRule, *, agreed: bool) -> Terms | None:
        """The terms of a quote's own, whose rule is another than its source's; None where the source's count.

        With a source that was here before, a list agrees on nothing: only what is closer there counts. A source for which
        nothing is set is set by the reporter.
        """
        case = (source_id, rule, agreed)
        if case not in self._own:
            said, free = Terms(rule=rule), terms.rule is GroundRule.UNKNOWN
            if source_id not in self._here or (free and agreed):
                self._own[case] = None if loosened(terms, said) else said
            else:
                narrow = narrowest(terms, said)
                self._own[case] = None if narrow is terms else narrow
        return self._own[case]

    def is_here(self, source_id: int) -> bool:
        """Return True where the source was in the file before."""
        return source_id in self._here

    def source(self, act: Action, quote: NewQuote) -> tuple[int, Terms]:
        """The source of a quote and its terms; one the file does not know is added.

        It is not known what kind of thing it is, so nothing is taken for agreed that the list does not say.
        """
        known = self._sources.get(quote.source.casefold())
        if known is not None:
            return known
        rule = quote.rule or GroundRule.UNKNOWN
        now = utc_text(act.now)
        undated = self.date_id(act, UNDATED)
        source_id = act.conn.execute(
            """
            INSERT INTO source (code, kind, tier, title, date_id, added_by, recorded_at)
            VALUES (:code, :kind, 'secondary', :title, :date, :action, :now)
            """,
            {
                "code": quote.source,
                "kind": SourceKind.DOCUMENT.value,
                "title": f"imported from {self.from_where}",
                "date": undated,
                "action": act.id,
                "now": now,
            },
        ).lastrowid
        assert source_id is not None
        if rule is not default_rule(SourceKind.DOCUMENT):
            act.conn.execute(
                "INSERT INTO terms (source_id, rule, agreed_id, note, added_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
                (source_id, rule.value, undated, f"imported from {self.from_where}", act.id, now),
            )
        self.sources += 1
        self._there[source_id] = set()
        known = self._sources[quote.source.casefold()] = (source_id, Terms(rule=rule))
        return known

    def _read_there(self, source_id: int) -> None:
        """Know again what the file has of a source. Read before the transaction, which has to be short."""
        if source_id in self._there:
            return
        there = self._there[source_id] = set[int]()
        after = 0
        while rows := self.store.all(_KNOWN, source=source_id, after=after):
            there.update(hash(tuple(row)[1:]) for row in rows)
            after = rows[-1]["id"]

    def is_there(self, source_id: int, words: str, name: str, venue: str, date_id: int) -> bool:
        """Return True if the file had this quote before."""
        return hash((words, name, venue, date_id)) in self._there[source_id]

    def who(self, name: str) -> tuple[int | None, int | None] | None:
        """The person or party of that name."""
        return self._people.get(name.casefold())

    def party(self, name: str) -> int | None:
        """The party of that name."""
        return self._parties.get(name.casefold()) if name else None

    def added(self, name: str, person_id: int) -> None:
        """A person was added."""
        self._people[name.casefold()] = (person_id, None)
        self.people += 1


class _Batch:
    """One transaction's rows, gathered and then written table by table."""

    def __init__(self, loader: QuoteLoader, act: Action) -> None:
        self._loader = loader
        self._act = act
        self._now = utc_text(act.now)
        self._next_quote, self._next_person = (
            int(act.conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])
            for table in ("quote", "person")
        )
        self._quotes: list[tuple[Any, ...]] = []
        self._speakers: list[tuple[Any, ...]] = []
        self._persons: list[tuple[Any, ...]] = []
        self._terms: list[tuple[Any, ...]] = []
        self._apart: list[tuple[int, Held]] = []

    def write(self, batch: Sequence[NewQuote]) -> None:
        for quote in batch:
            self._take(quote)
        conn = self._act.conn
        conn.executemany(_PERSON, self._persons)
        conn.executemany(_QUOTE, self._quotes)
        conn.executemany(_SPEAKER, self._speakers)
        conn.executemany(_TERMS, self._terms)
        for number, held in self._apart:
            self._hold(number, held)
        self._loader.quotes += len(self._quotes)

    def _take(self, quote: NewQuote) -> None:
        loader, act, now = self._loader, self._act, self._now
        name, title, party = _line(quote.speaker), _line(quote.title), _line(quote.party)
        source_id, terms = loader.source(act, quote)
        words, venue, date_id = clean(quote.words).strip(), _line(quote.venue), loader.date_id(act, quote.date)
        own = None
        if quote.rule is not None and quote.rule is not terms.rule:
            own = loader.own(source_id, terms, quote.rule, agreed=quote.agreed)
            if own is not None and tightens(terms, own):
                loader.closer(source_id, words, name, own)
        if loader.is_there(source_id, words, name, venue, date_id):
            loader.known += 1
            return
        if quote.rule is not None and quote.rule is not terms.rule:
            loader.strict += own is None and opens(terms, Terms(rule=quote.rule))
        held = loader.same_words.held(
            words, (name,), own or terms, source_id=source_id if loader.is_here(source_id) else None
        )
        if held is not None:
            loader.held += 1
            own = held.terms or own
        who = loader.who(name)
        if who is None:
            who = (self._next_person, None)
            self._persons.append((self._next_person, name, title, loader.party(party), act.id, now))
            loader.added(name, self._next_person)
            self._next_person += 1
        number = self._next_quote
        self._next_quote += 1
        tags = dict.fromkeys(map(_tag, quote.tags)) if quote.tags else {}
        self._quotes.append(
            (
                number,
                quote.form.value,
                words,
                source_id,
                venue,
                date_id,
                one_line(quote.locator),
                f"[{', '.join(filter(None, tags))}]",
                held.disputed if held is not None else "",
                utc_text(act.now) if held is not None and held.withdrawn else None,
                act.id,
                now,
            )
        )
        self._speakers.append((number, *who, name, title, party, act.id, now))
        if (own or terms).rule is GroundRule.UNKNOWN:
            loader.unset += 1
        note = f"imported from {loader.from_where}"
        if own is not None and own == Terms(rule=own.rule):
            self._terms.append((number, own.rule.value, loader.date_id(act, UNDATED), note, act.id, now))
        elif own is not None:
            self._apart.append((number, Held(terms=replace(own, note=own.note or note))))
        if held is not None and held.embargo is not None:
            self._apart.append((number, Held(embargo=held.embargo)))

    def _hold(self, number: int, held: Held) -> None:
        """Write down what a quote has of its own that is more than a ground rule: few do."""
        sources = self._loader.store.sources
        if held.terms is not None:
            terms = replace(held.terms, id=None, source_id=None, quote_id=number, corrects=None, recorded_at=None)
            sources.write_terms(self._act, terms)
        if held.embargo is not None:
            sources.set_embargo(replace(held.embargo, quote_id=number))


@lru_cache(maxsize=20_000)
def _tag(tag: str) -> str:
    """A tag as it stands in a list in JSON; empty where nothing is left of it."""
    kept = one_line(tag).lstrip("#")
    return json.dumps(kept, ensure_ascii=False) if kept else ""
