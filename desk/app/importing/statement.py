"""A pasted statement or press release: the quotations in it, and whose they are as far as the text itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.app.importing.speakers import Speakers, SpokenBy, label_speakers, party_names
from desk.app.lines.context import EntryContext
from desk.app.lines.quoteline import speaker_of
from desk.model.dates.value import DateValue
from desk.model.enums import Deed, EndMark, QuoteForm
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Party, Person, Quote, Source
from desk.model.text import clean
from desk.prose import subjects
from desk.prose.attributed import attributions
from desk.prose.pairs import Span, quotations_in
from desk.prose.sentences import hard_breaks, paragraphs
from desk.prose.subjects import is_verb, subject_before
from desk.prose.transcript import Segment, Transcript, hints_at_speakers, spoken_in, timecode

if TYPE_CHECKING:
    from desk.store.store import Store

#: Fewer words in marks may be a term or a title; a paragraph of fewer words is none of a statement.
FEW_WORDS = 4
NO_SPEAKER = "the transcript does not say who speaks"
MAY_BE_SEVERAL = "it looks as if more than one spoke in this text"
TELLS = "the paragraph tells what somebody said"
#: Marks by which a text may say whose words are in it; a straight single one may be an apostrophe.
_ANY_MARK = '"“”„«»‘'
#: What a mail or a chat puts before another's lines, the sender's name beneath them, and rarer quotation marks.
_OTHERS_WORDS = re.compile(
    r"^[ \t]*(?:>|&gt;|(?:[-–—]|--)[ \t]*[A-Z][^\n]{0,60}$)|[‟″〝〞「」『』❝❞‹›ʺ＂]|&(?:[lr]dquo|quot|#8220|#x201c);",
    re.MULTILINE,
)
ODD_MARKS = "its quotation marks are none that the desk reads: where do the words begin and end?"
_ODD_MARK = re.compile(
    r"[‟″〝〞「」『』❝❞‹›ʺ＂]|,,(?=\w)|&(?:[lr]dquo|quot|#8220|#x201c);|<(?:q|blockquote)\b", re.IGNORECASE
)
MARKUP = "there is markup among the words, which a reader of the page does not see"
_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,8}|#\w{2,6});|=[0-9A-F]{2}(?![0-9])|\\'?[0-9a-z]|\]\(|\[\^|~~|\{[-+]{2}|`|â€|Ã[^\W\d_]|"
    r"(?<!\w)\*{1,3}\w|\w\*{1,3}(?!\w)|\]\[|�"
)
FEW_AND_NOBODYS = "few words, which nobody is said to have said: a term or a title?"
_ENDS = (".", "!", "?", "…")
_AROUND = " \t”\"’'»"


class Kind(StrEnum):
    """What a quotation is in its text: words between marks, a turn of a transcript, a paragraph of somebody's own."""

    MARKS = "marks"
    TURN = "turn"
    OWN = "own"


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
    kind: Kind = Kind.MARKS

    @property
    def sure(self) -> bool:
        """True if the text itself says who said it, in one way only."""
        return not self.why


def read_statement(
    text: str, known: EntryContext, speaker: Party | Person | None = None, *, doubt: str = ""
) -> tuple[Quotation, ...]:
    """The quotations of a text in their order, each given to the one to whom its sentence gives it, else to nobody.

    `doubt` is why none of its words are read for certain, "" where they are.

    A text without any quotation marks and in which nobody else speaks is `speaker`'s own statement, each paragraph a
    quote.
    """
    found = _read(clean(text), known, speaker)
    return tuple(replace(one, why=one.why or doubt) for one in found) if doubt else found


def _read(text: str, known: EntryContext, speaker: Party | Person | None) -> tuple[Quotation, ...]:
    spans = quotations_in(text)
    transcript = spoken_in(text, quoted=bool(spans))
    if transcript is not None:
        return _turns(text, transcript, known)
    if not spans:
        return _own_statement(text, speaker) if speaker is not None else _in_odd_marks(text)
    found = []
    for number, (span, by) in enumerate(zip(spans, given_by(text, spans, known), strict=True)):
        following = spans[number + 1].words if number + 1 < len(spans) else ""
        form, end_mark, words = _form(span.words, following)
        said = span.whole and by.called
        why = span.doubt or markup_in(span.words) or by.doubt
        taken = bool(said) or (span.whole and (len(words.split()) >= FEW_WORDS or _is_sentence(words, form)))
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


def _is_sentence(words: str, form: QuoteForm) -> bool:
    return form is QuoteForm.FULL and words.endswith(_ENDS) and (len(words.split()) > 1 or not words.endswith("."))


def given_by(text: str, spans: Sequence[Span], known: EntryContext) -> list[SpokenBy]:
    """For each quotation of a text, to whom the text gives it."""
    read = paragraphs(text, [(span.start, span.end) for span in spans], party_names(known))
    speakers = Speakers(read, known)
    return [speakers.of(said) for said in attributions(text, read, len(spans))]


def keep_statement(
    store: Store,
    quotations: Sequence[Quotation],
    known: EntryContext,
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
    with store.action(Deed.IMPORT_STATEMENT, f"import {len(quotations)} quotes from {source.code}"):
        if source.id is None:
            source_id = store.sources.add(source)
        else:
            source_id = source.id
            now = store.sources.get(source_id)
            if source.sha256 != now.sha256 and not now.sha256:
                # Of what somebody else has changed in it meanwhile nothing is written over.
                store.sources.edit(replace(now, sha256=source.sha256))
        for one in quotations:
            if one.speaker is None:
                raise InputError("it is not known who said this", where="speaker")
            store.quotes.add(
                Quote(
                    form=one.form,
                    words=one.words,
                    locator=one.locator,
                    end_mark=one.end_mark,
                    speakers=(speaker_of(one.speaker, known),),
                    source_id=source_id,
                    date=date,
                    negotiation_ids=tuple(talks),
                )
            )
    return source_id


def markup_in(words: str) -> str:
    """Why words may be others than a reader sees, or ""."""
    return MARKUP if _MARKUP.search(words) else ""


def speaks_for_itself(text: str) -> bool:
    """Return True if a text says by marks, or by lines with names, whose words are in it."""
    return any(mark in text for mark in _ANY_MARK) or spoken_in(text, quoted=False) is not None


def _own_statement(text: str, speaker: Party | Person) -> tuple[Quotation, ...]:
    """Each paragraph as the speaker's own words; to be looked at where anything in it is told of somebody."""
    edges = [0, *(edge for span in hard_breaks(text) for edge in span), len(text)]
    several = MAY_BE_SEVERAL if hints_at_speakers(text) or _OTHERS_WORDS.search(text) else ""
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = " ".join(text[start:end].split())
        if len(words.split()) < FEW_WORDS:
            # "Jo Roe said:" may say of what comes next that it is another's.
            several = several or (MAY_BE_SEVERAL if words.endswith(":") or _tells(words) else "")
        else:
            end_mark = EndMark.GIVEN if words.endswith(_ENDS) else EndMark.UNKNOWN
            why = several or markup_in(words) or (TELLS if _tells(text[start:end]) else "")
            found.append(
                Quotation(words, QuoteForm.FULL, end_mark, speaker, why=why, start=start, end=end, kind=Kind.OWN)
            )
    return tuple(found)


def _in_odd_marks(text: str) -> tuple[Quotation, ...]:
    """Each paragraph with marks that may be quotation marks and are not read as such, to be looked at."""
    edges = [0, *(edge for span in hard_breaks(text) for edge in span), len(text)]
    return tuple(
        Quotation(
            " ".join(text[start:end].split()),
            QuoteForm.PARTIAL,
            EndMark.UNKNOWN,
            None,
            why=ODD_MARKS,
            start=start,
            end=end,
        )
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if _ODD_MARK.search(text, start, end)
    )


def _tells(paragraph: str) -> bool:
    """Return True if a paragraph tells what somebody said, or begins with a line of an office's own."""
    for sentences in paragraphs(paragraph, []):
        for sentence in sentences:
            for at in range(len(sentence)):
                if (
                    is_verb(sentence, at)
                    and (who := subject_before(sentence, at)) is not None
                    and who.kind is subjects.Kind.NAME
                ):
                    return True
    return False


def _turns(text: str, transcript: Transcript, known: EntryContext) -> tuple[Quotation, ...]:
    """What is said in a transcript, one after the other. Whoever is not of the desk is left out until somebody says so."""
    speakers = label_speakers([segment.speaker for segment in transcript.segments], known)
    found, at = [], 0
    for run in _runs(transcript.segments):
        words = " ".join(segment.words for segment in run)
        by = speakers.get(run[0].speaker, SpokenBy(doubt=NO_SPEAKER))
        begin = text.find(words, at)
        at = begin + len(words) if begin >= 0 else at
        start = run[0].start
        found.append(
            Quotation(
                words=words,
                form=QuoteForm.FULL,
                end_mark=EndMark.GIVEN if words.endswith(_ENDS) else EndMark.UNKNOWN,
                speaker=by.who,
                name=by.name,
                said_by=run[0].speaker,
                why=next((segment.doubt for segment in run if segment.doubt), by.doubt),
                start=max(begin, 0),
                end=at if begin >= 0 else 0,
                taken=by.who is not None,
                locator=timecode(start) if start is not None else "",
                kind=Kind.TURN,
            )
        )
    return tuple(found)


def _runs(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Segments that are one turn: of one speaker, or, where nobody is named, up to a sentence's end."""
    run: list[Segment] = []
    for segment in segments:
        last = run[-1] if run else None
        if last is not None and (
            last.speaker != segment.speaker
            or last.doubt != segment.doubt
            or (not segment.speaker and last.words.endswith(_ENDS))
        ):
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


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
