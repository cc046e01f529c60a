"""Loading a desk, or a piece of one, as one action. It adds, and loosens nothing of what stands here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from desk.model.checks import check_evidence
from desk.model.enums import Deed, Mark, QuoteForm, VerificationKind
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.quotes.effective_terms import narrowest, opens, tightens
from desk.model.quotes.fingerprint import PARTS, fingerprint
from desk.model.quotes.quotes import Terms
from desk.model.quotes.verification_blocker import WRITTEN
from desk.model.records import Check, CheckMark, Copied, Quote, Source, Speaker, Story, Verification
from desk.model.text import clean, one_line
from desk.model.wording.passage import compare
from desk.store.bulk.entries import Entry, Load
from desk.store.bulk.holding import closer, disputed, happened, hold
from desk.store.bulk.load_rows import Rows, as_texts
from desk.store.bulk.reaching import reach, reach_developments
from desk.store.bulk.tightening import Tightened, take_back, tighten
from desk.store.file.rows import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from desk.store.store import Store

#: Rows in one transaction: short enough that readers and other writers are not kept waiting.
BATCH = 1_500
#: Told how many rows are in so far, and of how many.
Progress = Callable[[int, int], None]


@frozen(kw_only=True)
class Loaded:
    """What a load came to: `checks` and `marks` are reported by what was loaded; the terms of so many quotes (`stay`)
    are those of their source here, which are stricter; so many are `held` as close as the same words are here, and so
    many quotes that were here are `reached` by what it has closer of the same ones, and so many developments are
    `embargoed` by its embargo on the same words.
    """

    action_id: int
    tightened: Tightened
    checks: int = 0
    marks: int = 0
    stay: int = 0
    held: int = 0
    reached: int = 0
    embargoed: int = 0


def load(
    store: Store,
    what: Load,
    label: str,
    *,
    deed: Deed = Deed.IMPORT_FILE,
    reporter: str = "",
    progress: Progress | None = None,
) -> Loaded:
    """Write all of it as one action, in batches: it is seen when it is whole, and one undo takes it back.

    `reporter` is who did what it names nobody for. Before it, in an action of its own, people and sources that are here
    already are made as strict as the load has them; where there is nothing else in it, that is all. Raises StorageError;
    nothing of it is then seen.
    """
    what.here.disputed += disputed(store, what)
    tightened = tighten(store, what.here, label)
    if not len(what):
        return Loaded(action_id=tightened.action_id or 0, tightened=tightened)
    try:
        said, under = closer(store, what), happened(what)
        held = hold(store, what)
        total = len(what)
        done = 0
        with store.bulk(label, deed=deed, prepared_by=tightened.action_id) as bulk:
            writer = _Writer(store, reporter)
            rows = _in_order(what, store.clock())
            while batch := list(islice(rows, BATCH)):
                with bulk.batch() as act:
                    writer.act = act
                    for section, number, entry in batch:
                        writer.write(section, number, entry)
                done += len(batch)
                if progress is not None:
                    progress(done, total)
            closer_there = [dataclasses.replace(one, source_id=writer.source(number)) for number, one in said]
            reached = reach(store, bulk, closer_there)
            under_there = [dataclasses.replace(one, source_id=writer.source_if_any(one.source_id)) for one in under]
            embargoed = reach_developments(store, bulk, under_there)
    except BaseException:
        take_back(store, tightened)
        raise
    return Loaded(
        action_id=bulk.id,
        tightened=tightened,
        checks=len(what.verifications),
        marks=sum(entry.value.mark in (Mark.GREEN, Mark.N_A) for entry in what.marks),
        stay=len(writer.stay),
        held=held,
        reached=reached,
        embargoed=embargoed,
    )


def _in_order(what: Load, now: datetime) -> Iterator[tuple[str, int, Entry[Any]]]:
    """Every row with its section and its number there. Of what was agreed the row that is written last counts, for a quote
    and its source together: they come in the order in which they were learned, none later than now.
    """
    for section, entries in what.sections():
        numbers: Sequence[int] = range(len(entries))
        if section in ("terms", "embargoes"):
            learned: list[datetime] = []
            for entry in entries:
                at = min(entry.logged or now, now)
                corrects = entry.value.corrects
                learned.append(max(at, learned[corrects]) if corrects is not None and corrects >= 0 else at)
            numbers = sorted(numbers, key=learned.__getitem__)
        for number in numbers:
            yield section, number, entries[number]


class _Writer(Rows):
    """Writes the words besides, and knows what each quote, story and source was when it came in."""

    def __init__(self, store: Store, reporter: str) -> None:
        super().__init__()
        self._store = store
        self._written: dict[int, Quote] = {}
        self._kept: dict[tuple[str, int], Any] = {}
        self._new_sources: set[int | None] = set()
        self._reporter = reporter
        #: Quotes whose terms stay those of their source here.
        self.stay: set[int] = set()

    def _quotes(self, entry: Entry[Quote]) -> int:
        one = entry.value
        words = clean(one.words).strip()
        speakers = tuple(self._speaker(speaker) for speaker in one.speakers)
        source_id = self._at("sources", one.source_id)
        row_id = self._insert(
            "quote",
            entry,
            form=one.form.value,
            words=words,
            end_mark=one.end_mark.value,
            source_id=source_id,
            venue=one_line(one.venue),
            date_id=self._date(one.date),
            locator=one_line(one.locator),
            tags=as_texts(one.tags),
            note=clean(one.note),
            disputed=one_line(one.disputed),
        )
        live = dataclasses.replace(entry, withdrawn=None)
        for rank, speaker in enumerate(speakers):
            columns = {name: getattr(speaker, name) for name in ("person_id", "party_id", "name", "title", "party")}
            self._insert("quote_speaker", live, quote_id=row_id, rank=rank, **columns)
        for talks in dict.fromkeys(one.negotiation_ids):
            self._insert("quote_talks", live, quote_id=row_id, negotiation_id=self._at("negotiations", talks))
        # What was compared is known by its fingerprint, which is of the rows as they are here.
        self._written[row_id] = Quote(form=one.form, words=words, speakers=speakers, source_id=source_id)
        return row_id

    def _speaker(self, one: Speaker) -> Speaker:
        return Speaker(
            person_id=self._at("people", one.person_id),
            party_id=self._at("parties", one.party_id),
            name=one_line(one.name),
            title=one_line(one.title),
            party=one_line(one.party),
        )

    def write(self, section: str, number: int, entry: Entry[Any]) -> None:
        if section in ("sources", "stories", "checks"):
            self._kept[section, number] = entry.value
        super().write(section, number, entry)
        if section == "sources":
            self._new_sources.add(self._at("sources", number))

    def _terms(self, entry: Entry[Terms]) -> int | None:
        """Of a quote whose source was here before: only what is closer than its source's, in this very transaction."""
        quote_id = self._at("quotes", entry.value.quote_id)
        source_id = self._written[quote_id].source_id if quote_id is not None else None
        if quote_id is None or source_id is None or source_id in self._new_sources:
            return super()._terms(entry)
        if entry.withdrawn is not None:
            return None
        here = self._store.sources.effective_terms(self._store.sources.get(source_id))
        if not tightens(here, entry.value):
            self.stay |= {quote_id} if opens(here, entry.value) else set()
            return None
        terms = dataclasses.replace(narrowest(here, entry.value), source_id=None, quote_id=entry.value.quote_id)
        return super()._terms(dataclasses.replace(entry, value=dataclasses.replace(terms, corrects=None)))

    def _verifications(self, entry: Entry[Verification]) -> int:
        one = entry.value
        quote_id = self._at("quotes", one.quote_id)
        assert quote_id is not None
        quote = self._written[quote_id]
        changed = entry.changed if "words" in entry.changed or is_in(one, quote) else {**entry.changed, "words": _OTHER}
        row_id = self._insert(
            "verification",
            entry,
            quote_id=quote_id,
            kind=one.kind.value,
            source_id=self._at("sources", one.source_id),
            fingerprint=compared(fingerprint(quote), changed),
            passage=clean(one.passage),
            locator=one_line(one.locator),
            listened=int(one.listened),
            who=one_line(one.who) or self._reporter,
            note=clean(one.note),
            corrects=self._at("verifications", one.corrects),
        )
        if entry.source_was is not None:
            kind, tier = entry.source_was
            self._row("compared_as", {"verification_id": row_id, "kind": kind.value, "tier": tier.value})
        return row_id

    def _stories(self, entry: Entry[Story]) -> int:
        one = entry.value
        return self._insert(
            "story",
            entry,
            slug=one.slug,
            headline=one_line(one.headline),
            draft=one_line(one.draft),
            negotiation_id=self._at("negotiations", one.negotiation_id),
            archived=int(one.archived),
        )

    def _checks(self, entry: Entry[Check]) -> int:
        one = entry.value
        return self._insert(
            "story_check",
            entry,
            story_id=self._at("stories", one.story_id),
            what=one_line(one.what),
            category=one_line(one.category),
            words=clean(one.words),
        )

    def _marks(self, entry: Entry[CheckMark]) -> int:
        one = self._judged(entry.value)
        return self._insert(
            "check_mark",
            entry,
            check_id=self._at("checks", one.check_id),
            mark=one.mark.value,
            evidence=clean(one.evidence).strip(),
            source_id=self._at("sources", one.source_id),
            who=one_line(one.who) or self._reporter,
            corrects=self._at("marks", one.corrects),
        )

    def _judged(self, one: CheckMark) -> CheckMark:
        """A mark as this desk would let it stand: green that rests on the story itself, or on reports alone, is amber."""
        if one.mark is not Mark.GREEN:
            return one
        check = self._kept["checks", one.check_id]
        story = self._story(check.story_id)
        source = self._source(one.source_id) if one.source_id is not None else None
        known = [value for (section, _), value in self._kept.items() if section == "sources"]
        try:
            check_evidence(clean(one.evidence).strip(), source, story, check.words, sources=known)
        except InputError as error:
            told = f"{clean(one.evidence).strip()} (it was green where it comes from; {error.what})".strip()
            return dataclasses.replace(one, mark=Mark.AMBER, evidence=told)
        return one

    def source(self, number: int) -> int:
        """The row of a source of the load."""
        row_id = self.source_if_any(number)
        assert row_id is not None
        return row_id

    def source_if_any(self, number: int | None) -> int | None:
        """The same; None where there is no number."""
        return self._at("sources", number)

    def _story(self, number: int) -> Story:
        found: Story = self._kept["stories", number] if number >= 0 else self._store.stories.get(-number)
        return found

    def _source(self, number: int) -> Source:
        found: Source = self._kept["sources", number] if number >= 0 else self._store.sources.get(-number)
        return found

    def _copies(self, entry: Entry[Copied]) -> int:
        one = entry.value
        copy_id = self._row(
            "copy_log",
            {
                "quote_id": self._at("quotes", one.quote_id),
                "story_id": self._at("stories", one.story_id),
                "format": one_line(one.format),
                "text": clean(one.text),
                "stamp": one_line(one.stamp),
                "mechanism": "" if one.failed else one_line(one.mechanism),
                "confirmed": int(one.confirmed and not one.failed),
                "reason": one_line(one.reason),
                "who": one_line(entry.who),
                "recorded_at": utc_text(entry.logged or self.act.now),
            },
        )
        if one.failed:
            at = utc_text(entry.logged or self.act.now)
            self._row("copy_outcome", {"copy_id": copy_id, "confirmed": 0, "failed": 1, "recorded_at": at})
        return copy_id


#: The mark of words that are others than those which were compared.
_OTHER = "another"


def is_in(one: Verification, quote: Quote) -> bool:
    """Return True if the passage that is kept with a comparison has the quote's words. A document may say anything of itself."""
    if quote.form is QuoteForm.PARAPHRASE:
        return True
    if not one.passage.strip():
        # What was only held against a report is never more than that.
        return one.kind not in WRITTEN or one.kind is VerificationKind.PUBLISHED_REPORT
    if " ".join(quote.words.split()) in " ".join(one.passage.split()):
        return True
    return compare(clean(one.passage), quote.words).word_for_word


def compared(now: str, changed: Mapping[str, str]) -> str:
    """The fingerprint of what was compared: that of the quote as it is now, less the parts that changed since."""
    version, *marks = now.split("-")
    return "-".join([version, *(changed.get(part, mark) for part, mark in zip(PARTS, marks, strict=True))])
