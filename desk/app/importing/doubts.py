"""What has to be looked at before a quote is passed, though every word of it is in the passage.

Asked in one place for a quote by itself and for all quotes of a source: what is warned of there is not passed here.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property

from desk.app.importing.speakers import SpokenBy, label_speakers
from desk.app.importing.statement import given_by
from desk.app.lines.context import EntryContext
from desk.model.enums import SourceKind
from desk.model.frozen import frozen
from desk.model.quotes.verification_blocker import risks_of
from desk.model.records import Party, Person, QuoteRecord, Source, Speaker
from desk.model.wording.passage import Comparison
from desk.prose.attributed import ANSWERING, BOTH_SIDES, HEARD, TOGETHER, UNCLEAR
from desk.prose.pairs import Span, quotations_in
from desk.prose.transcript import Transcript


@frozen
class Whose:
    """Whose words a stretch of a text is, as far as the text says so.

    `labels` are the speakers that a transcript names, each with whom of the desk that means; `given`, to whom the
    quotations are given of which it has a part. `inside` says that it stands in marks inside of other words,
    `outside` that it stands in none in a text that has them. `notes` are what else leaves its words or its speaker open.
    """

    labels: tuple[tuple[str, SpokenBy], ...] = ()
    given: tuple[SpokenBy, ...] = ()
    inside: bool = False
    outside: bool = False
    notes: tuple[str, ...] = ()


class SpokenText:
    """A text with the speakers that it names, at its lines or beside its quotations."""

    def __init__(self, transcript: Transcript, known: EntryContext, doubt: str = "") -> None:
        self.transcript = transcript
        #: Why none of its words are read for certain, "" where they are.
        self._doubt = doubt
        self._known = known

    @cached_property
    def _spans(self) -> list[Span]:
        return quotations_in(self.transcript.text)

    @cached_property
    def _given(self) -> list[SpokenBy]:
        return given_by(self.transcript.text, self._spans, self._known)

    @cached_property
    def _labels(self) -> dict[str, SpokenBy]:
        return label_speakers([segment.speaker for segment in self.transcript.segments], self._known)

    def whose(self, start: int, end: int) -> Whose:
        """Whose words stand there, half-open."""
        if end <= start:
            return Whose()
        labels = tuple((label, self._labels[label]) for label in self.transcript.speakers(start, end))
        notes = [f"In the kept file {self._doubt}."] if self._doubt else []
        notes += self.transcript.doubts(start, end)
        given, inside, touched = [], False, False
        for span, by in zip(self._spans, self._given, strict=True):
            if span.end <= start:
                continue
            if span.start >= end:
                break
            touched = True
            within = span.start <= start and end <= span.end
            if span.doubt:
                notes.append(f"In the text {span.doubt}.")
            if within and _is_inside(self.transcript.text, span, start, end):
                inside = True
            if span.whole and (within or start <= span.start or span.end <= end):
                given.append(by)
        if self.transcript.named and not labels:
            notes.append("The transcript does not say who speaks there.")
        outside = bool(self._spans) and not touched
        return Whose(labels, tuple(given), inside, outside, tuple(dict.fromkeys(notes)))


def _is_inside(text: str, span: Span, start: int, end: int) -> bool:
    """Return True if a stretch of a quotation stands in marks of its own, and is not all of what the quotation has in them."""
    begin, stop = span.parts[0][0], span.parts[-1][1]
    for inner in quotations_in(text[begin:stop]):
        whole = inner.end - inner.start >= stop - begin - 2
        if inner.whole and not whole and begin + inner.start <= start and end <= begin + inner.end:
            return True
    return False


def doubts(record: QuoteRecord, comparison: Comparison, whose: Whose, source: Source | None) -> list[str]:
    """What the reporter should know of a quote beside its passage that no rule forbids, each a sentence."""
    if not comparison.end:
        return []
    found = list(risks_of(comparison))
    if comparison.cut_negation:
        found.append(
            f"The sentence it is cut from has “{comparison.cut_negation}” outside of the quoted words: "
            "does the cut turn its sense round?"
        )
    speakers = record.quote.speakers
    if len(whose.labels) > 1:
        names = ", ".join(label for label, _ in whose.labels)
        found.append(f"The passage is by more than one speaker: {names}.")
    elif whose.labels and len(speakers) > 1:
        found.append(f"The transcript gives these words to {whose.labels[0][0]} alone.")
    elif whose.labels and not any(_is_label(one, *whose.labels[0]) for one in speakers):
        found.append(f"The transcript gives these words to {whose.labels[0][0]}.")
    called = list(dict.fromkeys(by.called for by in whose.given if by.called))
    if len(called) > 1:
        found.append(f"The passage runs over words that the text gives to {' and to '.join(called)}.")
    elif called:
        by = next(by for by in whose.given if by.called)
        if not any(_is(one, by) for one in speakers):
            gives = "gives" if by.sure else "may give"
            found.append(f"The text {gives} these words to {by.called}: “{by.said_by}”.")
        elif by.doubt == TOGETHER:
            if len(speakers) < 2:
                found.append(f"More than one may be saying it, by the text: “{by.said_by}”.")
        elif by.doubt in _ANOTHERS:
            found.append(f"They may be another's words: {by.doubt}: “{by.said_by}”.")
        elif len(speakers) > 1:
            found.append(f"The text gives these words to {by.called} alone: “{by.said_by}”.")
    if whose.inside:
        found.append("In the passage these words stand in marks inside of other words: are they another's?")
    if whose.outside and source is not None and source.kind is SourceKind.PUBLISHED_REPORT:
        found.append("In the report these words stand in no quotation marks: are they the reporter's?")
    return [*found, *whose.notes]


#: By these the words may be another's than the one whom the sentence names.
_ANOTHERS = frozenset((ANSWERING, BOTH_SIDES, HEARD, UNCLEAR))


def _is_label(speaker: Speaker, label: str, by: SpokenBy) -> bool:
    """Return True if a transcript's name for a speaker may be one of the quote's."""
    if by.who is not None and by.sure:
        return _is_who(speaker, by.who)
    return _alike(speaker.name, label)


def _is(speaker: Speaker, by: SpokenBy) -> bool:
    return _is_who(speaker, by.who) if by.who is not None else _alike(speaker.name, by.name)


def _is_who(speaker: Speaker, who: Party | Person) -> bool:
    return (speaker.party_id if isinstance(who, Party) else speaker.person_id) == who.id


def _alike(name: str, printed: str) -> bool:
    """Return True if two names may be one: they share a word, and where both have a first name, that is not another."""
    ours, theirs = _parts(name), _parts(printed)
    if not set(ours) & set(theirs):
        return False
    if len(ours) < 2 or len(theirs) < 2 or ours[0] in theirs or theirs[0] in ours:
        return True
    return (len(ours[0]) == 1 or len(theirs[0]) == 1) and ours[0][0] == theirs[0][0]


def _parts(name: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return [word for part in bare.replace("-", " ").split() if (word := part.strip(".,’'()")) and word not in _TITLES]


_TITLES = frozenset("mr mrs ms miss dr sen senator rep the chairman chairwoman".split())
