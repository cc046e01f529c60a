"""A pasted statement or press release: the quotations in it, and whose they are as far as the text itself says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.intake.attributed import attributions
from desk.intake.known import Known
from desk.intake.quotations import Span, quotations_in
from desk.intake.quoteline import speaker_of
from desk.intake.sentences import hard_breaks, paragraphs
from desk.intake.speakers import Speakers, SpokenBy, party_names
from desk.model.dates import DateValue
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Party, Person, Quote, Source
from desk.model.text import clean
from desk.model.words import EndMark, QuoteForm

if TYPE_CHECKING:
    from desk.store.store import Store

#: Fewer words in marks may be a term or a title; a paragraph of fewer words is none of a statement.
FEW_WORDS = 4
FEW_AND_NOBODYS = "few words, which nobody is said to have said: a term or a title?"
_ENDS = (".", "!", "?", "…")
_AROUND = " \t”\"’'»"


@frozen
class Quotation:
    """Words between marks, how much of a sentence they are, and who said them as far as the text itself says so.

    `speaker` is somebody of the desk, `name` somebody whom it does not know; neither where the text does not tell.
    `said_by` are the words of the text that say so. `why` is what the reporter has to look at, "" where it can be read
    in one way only. [start, end) is where the words stand in the text, `taken` False where they are most likely none.
    """

    words: str
    form: QuoteForm
    end_mark: EndMark
    speaker: Party | Person | None
    name: str = ""
    said_by: str = ""
    why: str = ""
    start: int = 0
    end: int = 0
    taken: bool = True
    locator: str = ""

    @property
    def sure(self) -> bool:
        """Whether the text itself says who said it, in one way only."""
        return not self.why


def read_statement(text: str, known: Known, speaker: Party | Person | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in their order, each given to the one to whom its sentence gives it, else to nobody.

    A text without any quotation marks and in which nobody else speaks is `speaker`'s own statement, each paragraph a
    quote.
    """
    text = clean(text)
    spans = quotations_in(text)
    if not spans:
        return _own_statement(text, speaker) if speaker is not None else ()
    found = []
    for number, (span, by) in enumerate(zip(spans, given_by(text, spans, known), strict=True)):
        following = spans[number + 1].words if number + 1 < len(spans) else ""
        form, end_mark, words = _form(span.words, following)
        said = span.whole and by.called
        why = span.doubt or by.doubt
        taken = bool(said) or (span.whole and len(words.split()) >= FEW_WORDS)
        found.append(
            Quotation(
                words=words,
                form=form,
                end_mark=end_mark,
                speaker=by.who if span.whole else None,
                name=by.name if span.whole else "",
                said_by=by.said_by,
                why=why if taken or not span.whole else FEW_AND_NOBODYS,
                start=span.parts[0][0],
                end=span.parts[-1][1],
                taken=taken or not span.whole,
            )
        )
    return tuple(found)


def given_by(text: str, spans: Sequence[Span], known: Known) -> list[SpokenBy]:
    """For each quotation of a text, to whom the text gives it."""
    read = paragraphs(text, [(span.start, span.end) for span in spans], party_names(known))
    speakers = Speakers(read, known)
    return [speakers.of(said) for said in attributions(text, read, len(spans))]


def keep_statement(
    store: Store,
    quotations: Sequence[Quotation],
    known: Known,
    source: Source,
    *,
    date: DateValue,
    talks: Sequence[int] = (),
    text: str = "",
) -> int:
    """Keep the quotations as quotes of one source, as one change, adding the source where it is new; its id.

    The statement's own text is kept as the source's evidence, where it has none yet.
    """
    if not quotations:
        raise InputError("there is nothing in it to keep")
    if text and not source.sha256:
        source = replace(source, sha256=store.evidence.keep_text(text))
    with store.action(f"import {len(quotations)} quotes from {source.code}"):
        if source.id is None:
            source_id = store.sources.add(source)
        else:
            source_id = source.id
            if source.sha256 != store.sources.get(source_id).sha256:
                store.sources.edit(source)
        for one in quotations:
            if one.speaker is None:
                raise InputError("it is not known who said this", where="speaker")
            store.quotes.add(
                Quote(
                    form=one.form,
                    words=one.words,
                    end_mark=one.end_mark,
                    speakers=(speaker_of(one.speaker, known),),
                    source_id=source_id,
                    date=date,
                    negotiation_ids=tuple(talks),
                )
            )
    return source_id


def _own_statement(text: str, speaker: Party | Person) -> tuple[Quotation, ...]:
    edges = [0, *(edge for span in hard_breaks(text) for edge in span), len(text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = " ".join(text[start:end].split())
        if len(words.split()) >= FEW_WORDS:
            end_mark = EndMark.GIVEN if words.endswith(_ENDS) else EndMark.UNKNOWN
            found.append(Quotation(words, QuoteForm.FULL, end_mark, speaker, start=start, end=end))
    return tuple(found)


def _form(words: str, following: str) -> tuple[QuoteForm, EndMark, str]:
    """Whether the words are whole sentences, with a report's own comma taken off."""
    begins = words[:1].isupper() or not words[:1].isalpha()
    if words.rstrip(_AROUND).endswith(_ENDS):
        return (QuoteForm.FULL if begins else QuoteForm.PARTIAL), EndMark.GIVEN, words
    bare = words.rstrip(", ")
    goes_on = following[:1].islower()
    if begins and words.endswith(",") and not goes_on:
        return QuoteForm.FULL, EndMark.UNKNOWN, bare
    return QuoteForm.PARTIAL, EndMark.GIVEN, bare
