"""What a quotation of a draft is beside the bank's quotes. Pure: by words, never by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from desk.app.drafts.findings import Finding, Sort
from desk.model.enums import QuoteForm, QuoteState
from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force, until
from desk.model.quotes.fingerprint import made_here, state
from desk.model.quotes.gate import Permit, gate, hidden_names
from desk.model.quotes.quotes import QuoteRecord
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.quotes.shown import hides_names, shown_speakers
from desk.model.quotes.verification_blocker import changes_in_words
from desk.model.wording.compare import Flag, Kind, Piece, same_words
from desk.model.wording.passage import Comparison, compare
from desk.model.wording.words import is_negation, is_number, is_word, tokens
from desk.prose.attribution import Attribution, Known
from desk.prose.quotations import Quotation

#: Less alike than this is another remark; less still will do where the draft names the same speaker.
_ALIKE, _ALIKE_OF_SPEAKER = 0.72, 0.6
#: In one of so few words nothing but capitals and signs may differ.
_FEW = 4
#: In a short quotation a word more or less is much of it.
_SHORT, _ALIKE_SHORT = 6, 0.8
#: With so many of its words in order in a quote, a quotation is that one with words dropped.
_NEARLY_ALL = 0.85
#: Words or fewer that match nothing, and that nobody is said to have said, are no quotation.
SCARE = 2

_STATES = {
    QuoteState.UNVERIFIED: "nobody has compared it with a source",
    QuoteState.STALE: "it was changed since it was compared",
    QuoteState.DISPUTED: "it is disputed",
    QuoteState.MATCHES_REPORT: "it matches a report and was not checked against the original",
}
_REASONS_TO_TELL = frozenset({Reason.DISPUTED, Reason.NO_SPEAKER, Reason.NO_WORDS, Reason.NOT_SET})
#: What is said of a quote under no terms yet, whose words are compared like any other's.
_TERMS_NOT_SET = "terms not set"
_BETTER = {Sort.EXACT: 0, Sort.PARTIAL: 1, Sort.ELIDED: 2}


#: All that is said of words that may not leave.
RESTRICTED_MATCH = "restricted match"


def is_restricted(answer: Permit | Refusal) -> bool:
    """Return True if nothing of a quote may leave, so that nothing of it is told."""
    return isinstance(answer, Refusal) and answer.reason not in _REASONS_TO_TELL


@frozen
class Meant:
    """A quote of the bank beside a quotation of the draft."""

    record: QuoteRecord
    likeness: float
    comparison: Comparison
    #: What it is by its words alone: EXACT, PARTIAL, ELIDED, or ALTERED.
    sort: Sort
    #: Whether the draft names its speaker (True), somebody else (False), or does not say.
    fits: bool | None
    answer: Permit | Refusal

    @property
    def restricted(self) -> bool:
        """True if nothing of it may leave, so that nothing of it is shown."""
        return is_restricted(self.answer)

    @property
    def id(self) -> int:
        return self.record.quote.id or 0


def meant(record: QuoteRecord, likeness: float, words: str, said: Sequence[str], known: Known, now: datetime) -> Meant:
    """A candidate, laid beside the draft's words."""
    comparison = compare(record.quote.words, words)
    if comparison.same:
        sort = Sort.EXACT if same_words(record.quote.words, words) else Sort.PARTIAL
    else:
        sort = Sort.ELIDED if comparison.elision is not None else Sort.ALTERED
    # Of a source who may not be named nothing tells whether it is who the draft names.
    hidden = hides_names(record.terms, confidential=record.confidential)
    fits = known.fits(said, record) if said and not hidden else None
    kept = _kept(comparison, words) if sort is Sort.ALTERED else 0.0
    return Meant(
        record, max(likeness, kept if kept >= _NEARLY_ALL else 0.0), comparison, sort, fits, gate(record, now=now)
    )


def _kept(comparison: Comparison, words: str) -> float:
    """How many of the draft's words stand in the quote, in order and near each other: some may be dropped between."""
    same = sum(_words(piece.quote) for piece in comparison.pieces if piece.kind is Kind.SAME)
    return same / max(1, _words(words))


def _words(text: str) -> int:
    return sum(is_word(token.key) for token in tokens(text))


def choose(found: Sequence[Meant], words: str, talks: int | None = None, *, telling: bool = False) -> Meant | None:
    """The quote that is meant. Word for word before likeness; then whom the draft names, and what may leave. `telling`
    says that these words, few as they are, are no ordinary phrase.
    """
    verbatim = [one for one in found if one.sort is not Sort.ALTERED and not _only_common(one, words)]
    if verbatim:
        return min(verbatim, key=lambda one: _order(one, talks))
    # Said by somebody else as well, and free to use, such words are nobody's, whatever their capitals.
    there = [one for one in found if one.sort is not Sort.ALTERED]
    free = any(not one.restricted and (one.sort is not Sort.ALTERED or one.likeness == 1.0) for one in found)
    if telling and there and not free:
        return min(there, key=lambda one: _order(one, talks))
    changed = (one for one in found if one.sort is Sort.ALTERED and not _only_common(one, words))
    alike = [one for one in changed if one.likeness >= _least(one, words) and _is_much_of_it(one, words)]
    return max(alike, key=lambda one: (one.likeness, one.fits is True, one.id), default=None)


def _only_common(one: Meant, words: str) -> bool:
    """Return True if a few words in a row only happen to stand in a quote: of somebody else, or one of which nothing is told."""
    size = len(words.split())
    if one.sort is Sort.EXACT:
        return one.fits is False and size <= SCARE
    elsewhere = one.fits is False or one.record.quote.form is QuoteForm.PARAPHRASE
    return (elsewhere and size < _SHORT) or (one.restricted and size <= SCARE)


def _order(one: Meant, talks: int | None) -> tuple[int | bool, ...]:
    """Whose it is as the draft has it, what may leave, the whole quote, what is verified, what is of the story's talks."""
    quote = one.record.quote
    return (
        one.fits is False,
        one.fits is None,
        one.restricted,
        quote.form is QuoteForm.PARAPHRASE,
        _BETTER[one.sort],
        state(one.record) is not QuoteState.VERIFIED,
        talks is not None and talks not in quote.negotiation_ids,
        -one.id,
    )


def _least(one: Meant, words: str) -> float:
    short = len(words.split()) < _SHORT
    if one.fits is False:
        return _ALIKE_SHORT + 0.05
    if one.fits:
        return _ALIKE_OF_SPEAKER
    return _ALIKE_SHORT if short else _ALIKE


def _is_much_of_it(one: Meant, words: str) -> bool:
    """Return True if enough is the same to call the rest a change: half of the draft's words, or nearly all of the quote's."""
    pieces = one.comparison.pieces
    same = sum(_words(piece.quote) for piece in pieces if piece.kind is Kind.SAME)
    whole, theirs = _words(words), _words(one.record.quote.words)
    if whole < _FEW:
        changed = [piece for piece in pieces if piece.kind is not Kind.SAME]
        return all(piece.flags and piece.flags <= {Flag.CASE, Flag.PUNCTUATION} for piece in changed)
    return same >= whole / 2 or (same >= _SHORT and same >= _NEARLY_ALL * theirs)


def judge(quotation: Quotation, one: Meant | None, said: Attribution, now: datetime) -> Iterator[Finding]:
    """Every finding of one quotation, the gravest first."""
    if one is None:
        if quotation.unmarked:
            return
        if len(quotation.words.split()) <= SCARE and not said.said:
            yield _plain(
                Sort.SCARE_QUOTE, quotation, "Nobody is said to have said it: a term, a title, or scare quotes."
            )
        else:
            yield _plain(Sort.NOT_IN_BANK, quotation, f"No quote of the bank has these words.{_struck(quotation)}")
        return
    if one.restricted:
        yield _plain(Sort.RESTRICTED, quotation, RESTRICTED_MATCH)
        return
    if one.record.quote.form is QuoteForm.PARAPHRASE and one.sort is not Sort.ALTERED:
        yield _of(Sort.PARAPHRASE, quotation, one, "The bank has it as a paraphrase, which never gets marks.")
        return
    wrong = [*_speaker(quotation, one, said.names), *_embargo(quotation, one, now)]
    if one.sort is Sort.ALTERED:
        sentence = _stamped(f"{altered(one.comparison)}{_struck(quotation)}", one)
        yield _of(Sort.ALTERED, quotation, one, sentence, difference=True)
        yield from wrong
        return
    wrong += _unverified(quotation, one)
    yield from wrong
    if not wrong:
        yield _of(one.sort, quotation, one, f"{_how(one)}.", difference=one.sort is Sort.ELIDED)
    if negation := turned(one.comparison):
        yield _of(Sort.CUT_NEGATION, quotation, one, _stamped(negation, one), difference=one.sort is Sort.ELIDED)


def _struck(quotation: Quotation) -> str:
    """That words of a quotation are struck out in the draft, so that they are not there."""
    if not quotation.struck:
        return ""
    words = ", ".join(map(_named, quotation.struck))
    return f" Struck out in the draft: {words}."


def _not_set(one: Meant) -> bool:
    return isinstance(one.answer, Refusal) and one.answer.reason is Reason.NOT_SET


def _speaker(quotation: Quotation, one: Meant, said: Sequence[str]) -> Iterator[Finding]:
    record = one.record
    if not said:
        return
    if hides_names(record.terms, confidential=record.confidential):
        # Whoever is named here, nothing tells whether that is who said it.
        agreed = shown_speakers(record)
        yield _of(Sort.WRONG_SPEAKER, quotation, one, f"The source may not be named; what is agreed is “{agreed}”.")
    elif one.fits is False:
        names, whose = " and ".join(said), "somebody else" if _not_set(one) else shown_speakers(record)
        yield _of(Sort.WRONG_SPEAKER, quotation, one, f"The draft has it from {names}; in the bank it is from {whose}.")


def _embargo(quotation: Quotation, one: Meant, now: datetime) -> Iterator[Finding]:
    embargo = one.record.embargo
    if embargo is not None and in_force(embargo, now):
        yield _of(Sort.EMBARGOED, quotation, one, f"{_how(one)}; under embargo until {until(embargo, now)}.")


def _unverified(quotation: Quotation, one: Meant) -> Iterator[Finding]:
    known = state(one.record)
    if known is not QuoteState.VERIFIED:
        gone = known is QuoteState.UNVERIFIED and made_here(one.record)
        why = "what it was compared with, or is from, was withdrawn" if gone else _STATES[known]
        terms = f"; {_TERMS_NOT_SET}" if _not_set(one) else ""
        yield _of(Sort.UNVERIFIED, quotation, one, f"{_how(one)}, but {why}{terms}.")
    elif _not_set(one):
        yield _of(Sort.TERMS_NOT_SET, quotation, one, f"{_how(one)}, but {_TERMS_NOT_SET}: set what was agreed first.")


def _stamped(sentence: str, one: Meant) -> str:
    """A sentence with words of the quote in it, with what the quote is stamped with; none of a quote that may not leave."""
    if _not_set(one):
        return f"{sentence} Terms not set."
    if isinstance(one.answer, Refusal):
        return "The words differ from those of a quote that is disputed."
    return f"{sentence} {one.answer.stamp}".rstrip()


def _how(one: Meant) -> str:
    """How the words are those of the quote."""
    match one.sort:
        case Sort.EXACT:
            return "The words are exact"
        case Sort.PARTIAL:
            return "The words stand in a row in the quote"
        case Sort.ELIDED:
            changes = "; ".join(changes_in_words(one.comparison)) if _may_show(one) else ""
            return "The words are the quote’s, in order, but for the cuts" + (f" ({changes})" if changes else "")
        case _:
            return "The words are nearly those of a quote"


def turned(comparison: Comparison) -> str:
    """The warning of a negation that is cut from its sentence, or "" where none is."""
    if comparison.elision is not None:
        for change in comparison.elision.changes:
            for flag, sentence in change.risks:
                if flag is Flag.NEGATION:
                    return sentence
    if comparison.cut_negation:
        return f"Outside of the marks the same sentence has “{comparison.cut_negation}”: see that the sense is kept."
    return ""


_GRAVE = {Flag.NEGATION: "negation", Flag.NUMBER: "number", Flag.NAME: "name"}
_DONE = {Kind.DROPPED: "lost", Kind.ADDED: "added", Kind.REPLACED: "changed"}
_SHOWN = 3
_LONGEST = 40


def altered(comparison: Comparison) -> str:
    """What was added, dropped or replaced, in a sentence; a lost negation, number or name is called that before it."""
    changed = [piece for piece in comparison.pieces if piece.kind in _DONE]
    if not changed:
        return "The words do not stand in the quote in this order."
    grave = [f"a {_GRAVE[flag]} {_done(piece, flag)}" for piece in changed for flag in _GRAVE if flag in piece.flags]
    told = "; ".join(_told(piece) for piece in changed[:_SHOWN])
    if len(changed) > _SHOWN:
        more = len(changed) - _SHOWN
        told += f"; and {more} more place{'s' if more > 1 else ''}"
    slight = frozenset().union(*(piece.flags for piece in changed))
    if all(piece.flags for piece in changed) and slight <= {Flag.CASE, Flag.PUNCTUATION}:
        told = f"only capitals or signs differ: {told}"
    told = f"{', '.join(dict.fromkeys(grave))}: {told}" if grave else told
    return f"{told[0].upper()}{told[1:]}."


def _told(piece: Piece) -> str:
    match piece.kind:
        case Kind.DROPPED:
            return f"{_named(piece.source)} is dropped"
        case Kind.ADDED:
            return f"{_named(piece.quote)} is added"
        case _:
            return f"{_named(piece.quote)} stands for {_named(piece.source)}"


def _named(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"


def _done(piece: Piece, flag: Flag) -> str:
    """Whether the negation, number or name of a difference was lost, added or changed."""
    if flag is Flag.NAME or piece.kind is not Kind.REPLACED:
        return _DONE[piece.kind]
    is_one = is_negation if flag is Flag.NEGATION else is_number
    there, here = (any(is_one(token.key) for token in tokens(side)) for side in (piece.source, piece.quote))
    return "changed" if there and here else "lost" if there else "added"


def _plain(sort: Sort, quotation: Quotation, sentence: str) -> Finding:
    return Finding(sort=sort, start=quotation.start, end=quotation.end, sentence=sentence, words=quotation.words)


def _may_show(one: Meant) -> bool:
    """Return True if the bank's words may be shown beside the draft's at the reporter's own desk."""
    return isinstance(one.answer, Permit) or _not_set(one)


def _forbidden(one: Meant) -> tuple[str, ...]:
    if isinstance(one.answer, Permit):
        return one.answer.forbidden
    return hidden_names(one.record) if one.record.confidential else ()


def _of(sort: Sort, quotation: Quotation, one: Meant, sentence: str, *, difference: bool = False) -> Finding:
    shown = difference and _may_show(one)
    return Finding(
        sort=sort,
        start=quotation.start,
        end=quotation.end,
        sentence=sentence,
        words=quotation.words,
        quote_id=one.record.quote.id,
        theirs=one.record.quote.words if shown else "",
        difference=one.comparison.pieces if shown else (),
        forbidden=_forbidden(one),
    )
