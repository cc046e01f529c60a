"""Whether a check of a quote may be passed: what still differs, in words, and what a check would make of the quote."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.model.enums import QuoteForm, QuoteState, SourceKind, Tier, VerificationKind, plain
from desk.model.frozen import frozen
from desk.model.quotes.fingerprint import fingerprint, has_timecode, is_withdrawn, state
from desk.model.quotes.quotes import Quote, QuoteRecord, Source, Verification
from desk.model.wording.compare import Flag, Kind, Piece
from desk.model.wording.elision import Change
from desk.model.wording.passage import Comparison

#: Checks of something written: its words have to be there to be compared.
WRITTEN = frozenset(
    {
        VerificationKind.TRANSCRIPT,
        VerificationKind.DOCUMENT,
        VerificationKind.STATEMENT,
        VerificationKind.PUBLISHED_REPORT,
    }
)
#: Sources that are writing and nothing else: whatever a check of them is called, their words are what is compared.
_WRITINGS = frozenset(
    {SourceKind.PRESS_RELEASE, SourceKind.DOCUMENT, SourceKind.SOCIAL_POST, SourceKind.PUBLISHED_REPORT}
)

_USUAL = {
    SourceKind.RECORDING: VerificationKind.RECORDING,
    SourceKind.TRANSCRIPT: VerificationKind.TRANSCRIPT,
    SourceKind.PRESS_RELEASE: VerificationKind.STATEMENT,
    SourceKind.PUBLIC_EVENT: VerificationKind.NOTES,
    SourceKind.DOCUMENT: VerificationKind.DOCUMENT,
    SourceKind.INTERVIEW_NOTES: VerificationKind.NOTES,
    SourceKind.PUBLISHED_REPORT: VerificationKind.PUBLISHED_REPORT,
    SourceKind.SOCIAL_POST: VerificationKind.STATEMENT,
}

_SHOWN_DIFFERENCES = 3
_LONGEST_PIECE = 40
_SPACES = re.compile(" {2,}")


@frozen(kw_only=True)
class Check:
    """A comparison as the reporter is about to write it down. `comparison` is None while there is no passage.

    `note` is why the sense is kept, where a cut or an insertion may turn it.
    """

    kind: VerificationKind
    source: Source | None
    comparison: Comparison | None = None
    locator: str = ""
    listened: bool = False
    note: str = ""


def kinds_for(source: Source | None) -> tuple[VerificationKind, ...]:
    """The kinds of check that a source can be compared by, the usual one first."""
    if source is None:
        return tuple(kind for kind in VerificationKind if kind is not VerificationKind.PUBLISHED_REPORT)
    usual = _USUAL[source.kind]
    if usual is VerificationKind.PUBLISHED_REPORT:
        return (usual,)
    others = (kind for kind in VerificationKind if kind not in (usual, VerificationKind.PUBLISHED_REPORT))
    return (usual, *others)


def machine_transcript(source: Source | None) -> bool:
    """Return True if a source is a transcript that is not an official one: it counts as primary only where it was listened to."""
    return source is not None and source.kind is SourceKind.TRANSCRIPT and source.tier is Tier.SECONDARY


def verification_blocker(quote: Quote, check: Check) -> str:
    """Why this check cannot be passed, in a sentence; empty where it can."""
    if quote.withdrawn_at is not None:
        return "The quote was withdrawn."
    if check.source is not None and is_withdrawn(check.source):
        return f"{check.source.code} was withdrawn: compare it with another source, or undo that."
    if check.source is not None and check.kind not in kinds_for(check.source):
        return f"A {plain(check.source.kind)} is not compared as “{plain(check.kind)}”."
    if check.comparison is None:
        if _is_written(check):
            return "Put the source's own words beside the quote first."
        if check.kind is VerificationKind.RECORDING and quote.form is QuoteForm.PARAPHRASE:
            return "Write down what the recording says, beside the paraphrase."
    elif quote.form is not QuoteForm.PARAPHRASE:
        if not check.comparison.word_for_word:
            return differences(check.comparison)
        if not check.note.strip() and (risks := risks_of(check.comparison)):
            return f"{risks[0]} Write down why the sense is kept."
    if check.listened and not has_timecode(check.locator):
        return "Give the timecode at which you listened."
    return ""


def _is_written(check: Check) -> bool:
    """Return True if there are words to compare. Those of a transcript can only be done without where its recording was heard."""
    if check.kind in WRITTEN:
        return True
    if check.source is None:
        return False
    if check.source.kind is SourceKind.TRANSCRIPT:
        return not (check.kind is VerificationKind.RECORDING and check.listened)
    return check.source.kind in _WRITINGS


def risks_of(comparison: Comparison) -> tuple[str, ...]:
    """In which ways the quote's cuts and insertions may turn the sense, each as a sentence."""
    return comparison.elision.risks if comparison.elision is not None else ()


def changes_in_words(comparison: Comparison) -> tuple[str, ...]:
    """What the reporter cut and inserted: "3 words cut at “…”", "“[the union]” is yours, for “they”"."""
    return tuple(_changed(change) for change in comparison.elision.changes) if comparison.elision is not None else ()


def left_out_in_words(comparison: Comparison) -> tuple[str, ...]:
    """The same as seen from the passage: which of its words the quote cuts, or has others for."""
    if comparison.elision is None:
        return ()
    told = []
    for change in comparison.elision.changes:
        if change.left_out:
            how = "is cut" if change.kind is Kind.CUT else f"stands as “{change.mark}” in the quote"
            told.append(f"{_named(change.left_out)} {how}")
    return tuple(told)


def kept_note(check: Check) -> str:
    """What is kept with the verification of a quote with cuts: what was cut and inserted, and why the sense is kept."""
    note = check.note.strip()
    changes = changes_in_words(check.comparison) if check.comparison is not None else ()
    if not changes:
        return note
    told = f"elided: {'; '.join(changes)}"
    return f"{told}. Sense kept: {note}" if note else told


def _changed(change: Change) -> str:
    if change.kind is Kind.CUT:
        if not change.left_out:
            return f"words are cut at “{change.mark}”"
        count = f"{change.words:,} word{'s' if change.words != 1 else ''}"
        across = ", across paragraphs" if change.paragraphs else ""
        return f"{count} cut at “{change.mark}”{across}: {_named(change.left_out)}"
    return f"“{change.mark}” is yours" + (f", for {_named(change.left_out)}" if change.left_out else "")


def differences(comparison: Comparison) -> str:
    """Which words differ, in a sentence; empty where none does."""
    if comparison.word_for_word:
        return ""
    if not any(piece.kind is Kind.SAME for piece in comparison.pieces):
        return "None of the quote's words stand in the passage."
    differing = [piece for piece in comparison.pieces if _differs(piece)]
    if not differing:
        return "The words do not stand in the passage in this order between the cuts and insertions."
    told = "; ".join(_told(piece, comparison) for piece in differing[:_SHOWN_DIFFERENCES])
    more = len(differing) - _SHOWN_DIFFERENCES
    if more > 0:
        told += f"; and {more} more place{'s' if more > 1 else ''}"
    return f"The words differ: {told}."


def _differs(piece: Piece) -> bool:
    """Return True if a piece is a difference that no mark of the quote accounts for."""
    return piece.kind not in (Kind.SAME, Kind.CUT, Kind.INSERTED)


def taken_over(quote: str, passage: str, comparison: Comparison) -> str:
    """The quote with the words that the passage has at that place; its own marks before and after them stay, and so do
    its cuts and insertions where they stand for something.

    Empty where nothing of the quote was found, so that there is nothing to take over.
    """
    same = [piece for piece in comparison.pieces if piece.kind is Kind.SAME]
    if not same:
        return ""
    first = min((piece.quote_start for piece in comparison.pieces if piece.quote), default=0)
    last = max((piece.quote_end for piece in comparison.pieces if piece.quote), default=0)
    if any(piece.kind in (Kind.CUT, Kind.INSERTED) for piece in comparison.pieces):
        return quote[:first] + _with_marks(quote, first, comparison) + quote[last:]
    there = passage[comparison.start : comparison.end]
    # Lines of a passage are broken where its page was; only an empty line is a new paragraph.
    paragraphs = (" ".join(paragraph.split()) for paragraph in there.replace("\r", "").split("\n\n"))
    return quote[:first] + "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + quote[last:]


def _with_marks(quote: str, first: int, comparison: Comparison) -> str:
    """The pieces one after the other: the passage's words where the quote's differ, the quote's own marks else."""
    text, at = "", first
    for piece in comparison.pieces:
        between = quote[at : piece.quote_start]
        text += between if piece.kind is not Kind.DROPPED or piece.source[:1].isalnum() else between.rstrip()
        if piece.kind is Kind.DROPPED and text and not text[-1].isspace() and piece.source[:1].isalnum():
            text += " "
        text += " ".join(piece.source.split()) if _differs(piece) else piece.quote
        text += " " * (piece.kind is Kind.DROPPED)
        at = max(at, piece.quote_end)
    return _SPACES.sub(" ", text).strip()


def outlook(record: QuoteRecord, check: Check) -> QuoteState:
    """What the quote would be known as, were this check passed now."""
    assert record.quote.id is not None
    made = Verification(
        quote_id=record.quote.id,
        kind=check.kind,
        source_id=check.source.id if check.source else None,
        fingerprint=fingerprint(record.quote),
        locator=check.locator,
        listened=check.listened,
    )
    return state(replace(record, verifications=(*record.verifications, (made, check.source))))


def _told(piece: Piece, comparison: Comparison) -> str:
    if piece.kind is Kind.DROPPED:
        told = f"the quote leaves out {_named(piece.source)}"
    elif piece.kind is Kind.ADDED and not any(character.isalnum() for character in piece.quote) and "…" in _dots(piece):
        told = f"nothing is left out at {_named(_beside(piece, comparison))}"
    elif piece.kind is Kind.ADDED:
        told = f"the passage does not have {_named(piece.quote)}"
    else:
        told = f"{_named(piece.quote)} stands for {_named(piece.source)}"
    grave = [flag.value for flag in (Flag.NEGATION, Flag.NUMBER, Flag.NAME) if flag in piece.flags]
    return f"{told} (a {' and a '.join(grave)})" if grave else told


def _named(words: str) -> str:
    words = " ".join(words.split())
    if len(words) > _LONGEST_PIECE:
        words = words[: _LONGEST_PIECE - 1].rstrip() + "…"
    return f"“{words}”"


def _dots(piece: Piece) -> str:
    return piece.quote.replace(" ", "").replace("...", "…")


def _beside(piece: Piece, comparison: Comparison) -> str:
    """A mark with the words on both sides of it, so that it is seen which one is meant."""
    at = comparison.pieces.index(piece)
    before = comparison.pieces[at - 1].quote.split()[-1:] if at else []
    after = comparison.pieces[at + 1].quote.split()[:1] if at + 1 < len(comparison.pieces) else []
    return " ".join((*before, piece.quote, *after))
