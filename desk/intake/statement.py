"""A pasted statement or press release: the quotations in it, and whose they are as far as the text itself says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.intake.attributed import attributions
from desk.intake.known import Known
from desk.intake.quoteline import speaker_of
from desk.intake.sentences import hard_breaks, paragraphs_of
from desk.intake.speakers import Speakers, party_names
from desk.intake.tokens import CLOSING
from desk.model.dates import DateValue
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Party, Person, Quote, Source
from desk.model.text import clean
from desk.model.words import EndMark, QuoteForm

if TYPE_CHECKING:
    from desk.store.store import Store

#: Fewer words in marks are a term or a title, not a quotation.
LEAST_WORDS = 4
_ENDS = (".", "!", "?", "…")
_MARKS = re.compile(r'["“”„«»]')


@frozen
class Quotation:
    """Words between marks, how much of a sentence they are, and who said them as far as the text itself says so.

    `speaker` is somebody of the desk, `name` somebody whom it does not know; neither where the text does not tell.
    `said_by` are the words of the text that say so; what is not `sure` is for the reporter to look at.
    """

    words: str
    form: QuoteForm
    end_mark: EndMark
    speaker: Party | Person | None
    name: str = ""
    said_by: str = ""
    sure: bool = False


@frozen
class Span:
    """A quotation by its place with its marks, [start, end), and its words without them."""

    start: int
    end: int
    words: str


def read_statement(text: str, known: Known, speaker: Party | Person | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in their order, each given to the one to whom its sentence gives it, else to nobody.

    A text without any quotation marks is `speaker`'s own statement, each paragraph a quote.
    """
    text = clean(text).strip()
    spans = quotations_in(text)
    if not spans and speaker is not None and not marks_in(text):
        return tuple(_own(words, speaker) for words in paragraphs_of(text) if len(words.split()) >= LEAST_WORDS)
    places = [(span.start, span.end) for span in spans]
    speakers = Speakers(text, places, known)
    found = []
    for number, said in enumerate(attributions(text, places, party_names(known))):
        words = spans[number].words
        if len(words.split()) < LEAST_WORDS:
            continue
        following = spans[number + 1].words if number + 1 < len(spans) else ""
        form, end_mark, words = _form(words, following)
        by = speakers.of(said)
        found.append(Quotation(words, form, end_mark, by.who, by.name, by.said_by, by.sure))
    return tuple(found)


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
                    end_mark=one.end_mark,
                    speakers=(speaker_of(one.speaker, known),),
                    source_id=source_id,
                    date=date,
                    negotiation_ids=tuple(talks),
                )
            )
    return source_id


def marks_in(text: str) -> bool:
    """Whether there is any quotation mark in it."""
    return any(mark in text for mark in CLOSING)


def _own(words: str, speaker: Party | Person) -> Quotation:
    end_mark = EndMark.GIVEN if words.endswith(_ENDS) else EndMark.UNKNOWN
    return Quotation(words, QuoteForm.FULL, end_mark, speaker, sure=True)


def quotations_in(text: str) -> list[Span]:
    """The outermost quotations. One that goes on in the next paragraph opens there again, as printed."""
    breaks = hard_breaks(text)
    begins = [begin for begin, _ in breaks]
    opens = frozenset(end for _, end in breaks)
    found: list[Span] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark not in CLOSING or (mark == '"' and at and not (text[at - 1].isspace() or text[at - 1] in "([—–-")):
            at += 1
            continue
        parts: list[str] = []
        begin, end = at + 1, at
        while True:
            close = _close(text, begin, mark, opens)
            number = bisect_left(begins, begin)
            gap = breaks[number] if number < len(breaks) and (close < 0 or breaks[number][1] <= close) else None
            if gap is not None and text[gap[1] : gap[1] + 1] == mark:
                parts.append(text[begin : gap[0]])
                begin = gap[1] + 1
                continue
            if close >= 0 and gap is None:
                parts.append(text[begin:close])
                found.append(Span(at, close + 1, "\n\n".join(part.strip() for part in parts)))
                end = close
            break
        at = end + 1
    return [span for span in found if span.words.strip()]


def _close(text: str, begin: int, mark: str, opens: frozenset[int]) -> int:
    """Where the mark stands that closes what `mark` opened; one quotation inside another is passed over."""
    depth = 1
    for found in _MARKS.finditer(text, begin):
        char = found[0]
        if char in CLOSING[mark]:
            depth -= 1
            if depth == 0:
                return found.start()
        elif char == mark and found.start() not in opens:
            depth += 1
    return -1


def _form(words: str, following: str) -> tuple[QuoteForm, EndMark, str]:
    """Whether the words are whole sentences, with a report's own comma taken off."""
    begins = words[:1].isupper() or not words[:1].isalpha()
    if words.endswith(_ENDS):
        return (QuoteForm.FULL if begins else QuoteForm.PARTIAL), EndMark.GIVEN, words
    bare = words.rstrip(", ")
    goes_on = following[:1].islower()
    if begins and words.endswith(",") and not goes_on:
        return QuoteForm.FULL, EndMark.UNKNOWN, bare
    return QuoteForm.PARTIAL, EndMark.GIVEN, bare
