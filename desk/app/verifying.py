"""What the verify screen works on: a quote, the source it is compared with, and the passage. Knows no widget.

The functions that read or compare take time where a text is long: they are for a worker.
"""

from __future__ import annotations

from dataclasses import replace

from desk.app.importing import bulk_verify
from desk.app.importing.doubts import SpokenText, Whose, doubts
from desk.app.lines.context import EntryContext
from desk.model.enums import QuoteForm, QuoteState, VerificationKind, plain
from desk.model.frozen import frozen
from desk.model.quotes.fingerprint import is_withdrawn
from desk.model.quotes.verification_blocker import Check, machine_transcript, outlook, risks_of, verification_blocker
from desk.model.records import QuoteRecord, Source
from desk.model.text import clean
from desk.model.wording.excerpt import excerpt
from desk.model.wording.passage import Comparison, compare
from desk.prose.transcript import Segment, Transcript, timecode
from desk.store.store import Store
from desk.store.subjects.evidence import Copy as Copy
from desk.store.subjects.evidence import told


@frozen(kw_only=True)
class Opened:
    """A quote with all that it may be compared with."""

    record: QuoteRecord
    sources: tuple[Source, ...]
    copy: Copy


@frozen(kw_only=True)
class Laid:
    """A passage laid beside the quote. `whole` is how long the text is that it was taken from, in characters."""

    passage: str
    comparison: Comparison
    whole: int
    locator: str = ""
    whose: Whose = Whose()

    @property
    def cut(self) -> bool:
        """True if the text was too long to be shown whole."""
        return self.whole > len(self.passage)

    @property
    def found(self) -> bool:
        """True if anything of the quote stands in it."""
        return self.comparison.end > 0


def open_quote(store: Store, quote_id: int) -> Opened:
    """Read a quote for comparing. Raises RefusedError where there is none."""
    record = store.quotes.record(quote_id)
    return Opened(record=record, sources=tuple(store.sources.all()), copy=check_copy(store, record.source))


def check_copy(store: Store, source: Source | None) -> Copy:
    """How it is with the kept copy of a source."""
    return store.evidence.check(source) if source is not None else Copy.NONE


def lay_beside(text: str, words: str, known: EntryContext) -> Laid:
    """Any text beside the quote: all of it, or of a long one the stretch where the quote's words stand."""
    text = clean(text).strip()
    start, end = excerpt(text, words)
    return replace(lay_typed(text[start:end], words, known), whole=len(text))


def lay_typed(passage: str, words: str, known: EntryContext) -> Laid:
    """What stands in the field beside the quote, exactly as it stands there, so that marks fit to what is shown."""
    found = compare(passage, words)
    whose = SpokenText(Transcript((Segment(passage),)), known).whose(found.start, found.end)
    return Laid(passage=passage, comparison=found, whole=len(passage), whose=whose)


def lay_kept(text: SpokenText, record: QuoteRecord) -> Laid:
    """The same for a transcript or a kept text, with the timecode or paragraph, and whose words it says they are."""
    found = bulk_verify.find(text, record)
    return Laid(
        passage=found.passage,
        comparison=found.comparison,
        whole=len(text.transcript.text),
        locator=found.locator,
        whose=found.whose,
    )


def lay_segment(text: SpokenText, index: int, words: str) -> Laid:
    """A segment that was picked by hand, and as many after it as the quote is long."""
    transcript = text.transcript
    first, last = transcript.span(index)[0], index
    while last + 1 < len(transcript.segments) and transcript.span(last)[1] - first < 1.5 * len(words):
        last += 1
    end = transcript.span(last)[1]
    passage = transcript.text[first:end]
    found = compare(passage, words)
    return Laid(
        passage=passage,
        comparison=found,
        whole=len(passage),
        locator=transcript.locator(first, first + 1),
        whose=text.whose(first + found.start, first + found.end),
    )


def segment_line(transcript: Transcript, index: int) -> str:
    """One segment for a list: when, who, what."""
    segment = transcript.segments[index]
    when = timecode(segment.start) if segment.start is not None else ""
    who = f"{segment.speaker}:" if segment.speaker else ""
    return " ".join(part for part in (when, who, segment.words) if part)


def warnings(record: QuoteRecord, laid: Laid | None, source: Source | None, copy: Copy) -> list[str]:
    """What the reporter should know that no rule forbids, each a sentence."""
    found = []
    if source is not None and (said := told(copy, source.code)):
        found.append(said)
    if laid is not None:
        found += doubts(record, laid.comparison, laid.whose, source)
    return found


def verdict(record: QuoteRecord, check: Check, laid: Laid | None) -> tuple[bool, str]:
    """Whether the check can be passed, and the sentence for the button: what differs, or what passing will mean."""
    if check.source is None:
        return False, "Say which source it is compared with."
    if reason := verification_blocker(record.quote, check):
        return False, reason
    becomes = outlook(record, check)
    if record.quote.form is QuoteForm.PARAPHRASE:
        how = "you say that it renders the passage fairly"
    elif laid is not None and laid.comparison.elision is not None:
        how = "elided, every word outside of the cuts and insertions is the passage's"
        how += ", and you say why the sense is kept" if check.note.strip() and risks_of(laid.comparison) else ""
    elif laid is not None:
        how = "every word is the same"
    else:
        how = {
            VerificationKind.RECORDING: "you heard every word in the recording",
            VerificationKind.READBACK: "it was read back to them, word for word",
        }.get(check.kind, "you compared every word")
    if becomes is QuoteState.UNVERIFIED and record.source is not None and is_withdrawn(record.source):
        return True, f"Pass: {how}. It stays unverified while {record.source.code}, where it is from, is withdrawn."
    return True, f"Pass: {how}. {_meaning(becomes, check)}"


def note_is_missing(record: QuoteRecord, check: Check) -> bool:
    """Return True if all that stands in the way is that nobody said why a cut or an insertion keeps the sense."""
    whole = verification_blocker(record.quote, replace(check, note="said"))
    return check.source is not None and not whole and bool(verification_blocker(record.quote, check))


def _meaning(becomes: QuoteState, check: Check) -> str:
    match becomes:
        case QuoteState.VERIFIED if check.kind is VerificationKind.READBACK:
            return "It will be verified; a readback checks the words and permits nothing."
        case QuoteState.VERIFIED:
            return "It will be verified."
        case QuoteState.MATCHES_REPORT if machine_transcript(check.source):
            return "It will match the transcript, and be verified once you have listened at the timecode."
        case QuoteState.MATCHES_REPORT:
            kind = plain(check.source.kind) if check.source else "report"
            return f"It will match the {kind}, which is not verification."
        case QuoteState.DISPUTED:
            return "It stays disputed all the same."
        case _:
            return f"It stays {plain(becomes)}."
