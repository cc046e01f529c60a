"""What a source's kept file says: where a quote stands in it, and all quotes taken from it compared in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.app.importing.doubts import SpokenText, Whose, doubts
from desk.app.lines.context import EntryContext
from desk.formats.papers.textfile import doubt_of, text_of
from desk.model.enums import Deed, QuoteForm, SourceKind
from desk.model.errors import InputError, RefusedError
from desk.model.frozen import frozen
from desk.model.quotes.fingerprint import fingerprint, made_here
from desk.model.quotes.verification_blocker import Check, kinds_for, verification_blocker
from desk.model.records import QuoteRecord, Source
from desk.model.wording.excerpt import excerpt
from desk.model.wording.passage import Comparison, compare
from desk.prose.pairs import quotations_in
from desk.prose.transcript import Transcript, parse, spoken_in
from desk.store.store import Store

_SPOKEN = frozenset({SourceKind.TRANSCRIPT, SourceKind.RECORDING, SourceKind.INTERVIEW_NOTES, SourceKind.PUBLIC_EVENT})

#: So many places with the same words are looked at.
_TRIES = 8

#: Told how many quotes are compared so far, and of how many.
Progress = Callable[[int, int], None]


@frozen
class Found:
    """Where a quote stands in a text: the passage around it, the comparison with that, timecode or paragraph, whose
    words they are by the text. `at` is its place in the text, [start, end).
    """

    passage: str
    comparison: Comparison
    locator: str = ""
    whose: Whose = Whose()
    at: tuple[int, int] = (0, 0)


@frozen
class Beside:
    """One quote of a source beside its kept file. `obstacle` is why it cannot be passed, or empty; `done` says that it
    was compared with this source already and has not changed since; `doubt`, why it has to be looked at by itself
    though its words are the same.
    """

    record: QuoteRecord
    found: Found
    obstacle: str
    done: bool
    doubt: str = ""

    @property
    def passes(self) -> bool:
        """True if it would be written down as compared now."""
        return not self.obstacle and not self.done and not self.doubt


def read(store: Store, source: Source) -> Transcript:
    """The text of a source's kept copy. Raises InputError or StorageError, in words, where it cannot be read."""
    return _read(store, source)[0]


def _read(store: Store, source: Source) -> tuple[Transcript, str]:
    if not source.sha256:
        raise InputError(f"no copy of {source.code} is kept", remedy="Attach its file first.")
    held = store.evidence.read(source.sha256)
    text = text_of(held)
    # A release may hold nothing but who said what in turn.
    spoken = source.kind in _SPOKEN or spoken_in(text, quoted=bool(quotations_in(text))) is not None
    return parse(text, spoken=spoken), doubt_of(held)


def spoken(store: Store, source: Source) -> SpokenText:
    """The same with the speakers that it names. Raises InputError or StorageError where it cannot be read."""
    transcript, doubt = _read(store, source)
    return SpokenText(transcript, EntryContext.of(store), doubt)


def find(spoken_text: SpokenText, record: QuoteRecord) -> Found:
    """The passage of a text in which a quote stands, or most of its words do.

    Where the same words stand at several places, it is the first about which there is no doubt.
    """
    first = _find(spoken_text, record.quote.words, 0)
    found, tries = first, _TRIES
    while found.comparison.word_for_word and tries and doubts(record, found.comparison, found.whose, record.source):
        found, tries = _find(spoken_text, record.quote.words, found.at[1]), tries - 1
    return found if found.comparison.word_for_word and tries else first


def _find(spoken_text: SpokenText, words: str, since: int) -> Found:
    transcript = spoken_text.transcript
    text = transcript.text[since:]
    start, end = excerpt(text, words)
    passage = text[start:end]
    comparison = compare(passage, words)
    if not comparison.end:
        return Found(passage, comparison)
    at = (since + start + comparison.start, since + start + comparison.end)
    return Found(passage, comparison, transcript.locator(*at), spoken_text.whose(*at), at)


def all_beside(store: Store, source: Source, *, progress: Progress | None = None) -> list[Beside]:
    """Every quote taken from a source, beside its kept file. Raises InputError or StorageError where that cannot be read."""
    assert source.id is not None
    text = spoken(store, source)
    records = store.quotes.records(store.quotes.of_source(source.id))
    beside = []
    for number, record in enumerate(records):
        found = find(text, record)
        doubt = next(iter(doubts(record, found.comparison, found.whose, source)), "")
        beside.append(Beside(record, found, _obstacle(record, source, found), _done(record, source), doubt))
        if progress is not None:
            progress(number + 1, len(records))
    return beside


def pass_all(store: Store, source: Source, beside: Sequence[Beside]) -> int:
    """Write down, as one action, that these quotes were compared with the source's kept file; how many it were.

    Those with other words, and those that were compared before, are left as they are. Raises RefusedError where there
    is none to pass, or where one was changed in the meantime: then nothing is written.
    """
    passing = [one for one in beside if one.passes]
    if not passing:
        raise RefusedError("There is no quote to pass.")
    count = "a quote" if len(passing) == 1 else f"{len(passing)} quotes"
    with store.action(Deed.COMPARE_QUOTES, f"compare {count} with {source.code}"):
        for one in passing:
            assert one.record.quote.id is not None
            store.quotes.verify(
                one.record.quote.id,
                kinds_for(source)[0],
                source_id=source.id,
                passage=one.found.passage,
                locator=one.found.locator,
            )
            if fingerprint(store.quotes.get(one.record.quote.id)) != fingerprint(one.record.quote):
                # Whoever said it by now was not who was looked for in the text.
                raise RefusedError(
                    f"Quote {one.record.quote.id} was changed while it was compared; nothing was passed.",
                    remedy="Look at them again.",
                )
    return len(passing)


def _obstacle(record: QuoteRecord, source: Source, found: Found) -> str:
    if record.quote.form is QuoteForm.PARAPHRASE:
        return "A paraphrase is judged by itself."
    check = Check(kind=kinds_for(source)[0], source=source, comparison=found.comparison, locator=found.locator)
    return verification_blocker(record.quote, check)


def _done(record: QuoteRecord, source: Source) -> bool:
    ours = made_here(record)
    if not ours:
        return False
    verification, compared_with = ours[-1]
    same_source = compared_with is not None and compared_with.id == source.id
    return same_source and verification.fingerprint == fingerprint(record.quote)
