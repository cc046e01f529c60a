"""A pasted statement or press release: the quotations in it, and whose they are as far as the text itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.intake.known import Known, surname
from desk.intake.quoteline import speaker_of
from desk.intake.tokens import CLOSING
from desk.model.dates import DateValue
from desk.model.errors import InputError
from desk.model.records import Party, Person, Quote, Source
from desk.model.text import clean
from desk.model.words import EndMark, QuoteForm

if TYPE_CHECKING:
    from desk.store.store import Store

#: Fewer words in marks are a term or a title, not a quotation.
LEAST_WORDS = 4
_ENDS = (".", "!", "?", "…")
_SAID = re.compile(
    r"\b(?:said|says|added|adds|told|stated|states|wrote|writes|continued|noted|according to)\b", re.IGNORECASE
)
#: A quotation mark, and whether a new paragraph begins with it.
_MARKS = re.compile(r'(\n[ \t]*\n\s*)?(["“”„«»])')
_BREAK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, how much of a sentence they are, and who said them; None where the text does not tell."""

    words: str
    form: QuoteForm
    end_mark: EndMark
    speaker: Party | Person | None
    #: Whether the text names somebody the desk does not know.
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    """A quotation by its place: [start, end) without its marks, and the parts that were marks in between."""

    start: int
    end: int
    words: str


def read_statement(text: str, known: Known, speaker: Party | Person | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in their order. `speaker` is whose words they are where the text names nobody.

    A text without any quotation marks is `speaker`'s own statement, each paragraph a quote. What is said by somebody
    whose name the desk does not know is given to nobody.
    """
    text = clean(text).strip()
    spans = _spans(text)
    if not spans and speaker is not None and not any(mark in text for mark in CLOSING):
        return tuple(
            _own(paragraph, speaker) for paragraph in _BREAK.split(text) if len(paragraph.split()) >= LEAST_WORDS
        )
    found = []
    for number, span in enumerate(spans):
        if len(span.words.split()) < LEAST_WORDS:
            continue
        following = spans[number + 1].words if number + 1 < len(spans) else ""
        form, end_mark, words = _form(span.words, following)
        who, unknown = _speaker(text, span, spans, known, speaker)
        found.append(Quotation(words, form, end_mark, who, unknown))
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


def _own(paragraph: str, speaker: Party | Person) -> Quotation:
    words = " ".join(paragraph.split())
    return Quotation(words, QuoteForm.FULL, EndMark.GIVEN if words.endswith(_ENDS) else EndMark.UNKNOWN, speaker)


def _spans(text: str) -> list[_Span]:
    """The outermost quotations. One that goes on in the next paragraph opens there again, as printed."""
    found: list[_Span] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark not in CLOSING or (mark == '"' and at and not (text[at - 1].isspace() or text[at - 1] in "([—–-")):
            at += 1
            continue
        parts: list[str] = []
        begin, end = at + 1, at
        while True:
            close = _close(text, begin, mark)
            gap = _BREAK.search(text, begin, close if close >= 0 else len(text))
            if gap is not None and text[gap.end() : gap.end() + 1] == mark:
                parts.append(text[begin : gap.start()])
                begin = gap.end() + 1
                continue
            if close >= 0 and gap is None:
                parts.append(text[begin:close])
                found.append(_Span(at, close + 1, "\n\n".join(part.strip() for part in parts)))
                end = close
            break
        at = end + 1
    return [span for span in found if span.words.strip()]


def _close(text: str, begin: int, mark: str) -> int:
    """Where the mark stands that closes what `mark` opened; one quotation inside another is passed over."""
    depth = 1
    for found in _MARKS.finditer(text, begin):
        char, goes_on = found[2], found[1] is not None
        if char in CLOSING[mark]:
            depth -= 1
            if depth == 0:
                return found.start(2)
        elif char == mark and not goes_on:
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


def _speaker(
    text: str, span: _Span, spans: Sequence[_Span], known: Known, speaker: Party | Person | None
) -> tuple[Party | Person | None, bool]:
    """Who said it: the person, else the party, named nearest to it outside the marks of its paragraph."""
    start = max((gap.end() for gap in _BREAK.finditer(text, 0, span.start)), default=0)
    gap = _BREAK.search(text, span.end)
    end = gap.start() if gap else len(text)
    outside = list(text[start:end])
    for other in spans:
        for at in range(max(other.start, start), min(other.end, end)):
            outside[at - start] = " "
    around = "".join(outside)
    named: list[Party | Person] = _nearest(
        around, span.start - start, [(one, _person_names(one)) for one in known.persons]
    )
    named = named or _nearest(
        around, span.start - start, [(one, [one.name, one.full_name, *one.aliases]) for one in known.parties]
    )
    if named:
        return named[0], False
    if _SAID.search(around):
        return None, True
    return speaker, False


def _person_names(person: Person) -> list[str]:
    return [person.name, *person.aliases, surname(person.name)]


def _nearest(around: str, place: int, names: Sequence[tuple[Party | Person, Sequence[str]]]) -> list[Party | Person]:
    """Those named in a text, the nearest to a place first."""
    found: list[tuple[int, int, Party | Person]] = []
    for number, (one, spellings) in enumerate(names):
        for name in spellings:
            if name:
                places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", around)]
                found += [(abs(at - place), number, one) for at in places]
    return [one for _, _, one in sorted(found, key=lambda each: each[:2])]
