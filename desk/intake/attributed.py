"""Whose words each quotation of a text is, as far as the text itself says so by a verb of speech; else nobody's.

Looked at are the quotation's own sentence, and the attribution just before a quotation that goes on ("…," he said. "…").
A name merely standing near is no attribution, and what may be read in two ways is `sure` in neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.intake.sentences import (
    Piece,
    Sentence,
    Sort,
    ends_asking,
    ends_open,
    ends_sentence,
    paragraphs,
)
from desk.intake.subjects import (
    DAYS,
    INVERTED,
    NAMING,
    Kind,
    Subject,
    is_verb,
    names_in,
    subject_after,
    subject_before,
)
from desk.model.frozen import frozen

#: After "said" at the end of a question these go on with how it was said, not with what.
_HOW = frozenset(
    "in on at during after before when while as last this to of about by with through from today yesterday "
    "sarcastically later earlier".split()
)
#: So many words either side of a quotation are read in its sentence; no sentence of prose is longer.
_WINDOW = 120
#: In a longer paragraph nobody is looked for whom a pronoun may mean.
_LONGEST = 600
#: Words of a label before a colon.
_LONGEST_LABEL = 6


@frozen
class Attribution:
    """Who said it, as the text has it, and the words of the text that say so; `sure` where it can be read in one way.

    `before` are the pieces among which a pronoun finds whom it means: those of the paragraph so far, then those of the
    sentence before the paragraph.
    """

    who: Subject
    said_by: str
    sure: bool
    before: tuple[Sentence, Sentence] = ((), ())


def attributions(text: str, spans: Sequence[tuple[int, int]], names: Iterable[str] = ()) -> list[Attribution | None]:
    """For each quotation, by its place with its marks, who said it; None where the text does not say.

    `names` are known ones of several words, which are read as one.
    """
    found: list[Attribution | None] = [None] * len(spans)
    previous: Sentence = ()
    for paragraph in paragraphs(text, spans, names):
        _Reader(text, paragraph, previous, found).read()
        previous = paragraph[-1] if paragraph else previous
    return found


class _Reader:
    """Reads one paragraph."""

    def __init__(self, text: str, paragraph: Sequence[Sentence], previous: Sentence, found: list[Attribution | None]):
        self._text = text
        self._sentences = paragraph
        self._previous = tuple(piece for piece in previous if piece.sort is not Sort.QUOTE)
        self._found = found

    def read(self) -> None:
        before: list[Piece] = []
        for number, sentence in enumerate(self._sentences):
            following = self._sentences[number + 1] if number + 1 < len(self._sentences) else ()
            for at, piece in enumerate(sentence):
                if piece.sort is Sort.QUOTE:
                    self._found[piece.number] = self._of(sentence, at, following, before)
            self._go_on(number)
            before += [piece for piece in sentence if piece.sort is not Sort.QUOTE]

    def _of(self, sentence: Sentence, at: int, following: Sentence, before: Sequence[Piece]) -> Attribution | None:
        quote = sentence[at]
        after = sentence[at + 1 : at + 1 + _WINDOW]
        if not after and (ends_asking(quote) or _signed(following)):
            after = following
            behind = self._asked_after(after) if ends_asking(quote) else self._signature(after)
        else:
            behind = self._right_behind(quote, after)
        ahead = self._ahead(sentence, at)
        found = behind or ahead
        if behind is None and (ahead is None or not ahead.sure):
            found = self._further_behind(after) or ahead
        if (
            behind is not None
            and ahead is not None
            and ahead.who.text != behind.who.text
            and not _pronoun(behind, ahead)
        ):
            # "Jo Roe called it “a bad deal,” Al Poe said": whose words they are is for a person to say.
            found = replace(behind, sure=False) if ends_open(quote) else replace(ahead, sure=False)
        if found is None:
            return None
        if found.who.kind is Kind.NAME or len(before) + at > _LONGEST:
            return found
        inside = tuple(piece for piece in sentence[: at + 1] if piece.sort is not Sort.QUOTE)
        return replace(found, before=((*before, *inside), self._previous))

    # Behind the words

    def _right_behind(self, quote: Piece, after: Sentence) -> Attribution | None:
        """ "…," Jo Roe said; "…," said Jo Roe; "…," according to the DGA."""
        begin = 0
        while begin < len(after) and after[begin].text in (",", "—", "–", "--"):
            begin += 1
        if begin == len(after) or not (ends_open(quote) or begin or ends_sentence(quote)):
            return None
        return self._leading(after, begin) or (self._signature(after) if _signed(after) else None)

    def _leading(self, pieces: Sentence, begin: int) -> Attribution | None:
        """An attribution with which these pieces begin."""
        if (told := self._according(pieces, begin)) is not None:
            return told
        if pieces[begin].low in INVERTED and begin + 1 < len(pieces):
            who = subject_after(pieces, begin + 1)
            return self._said(pieces, who, begin) if who is not None else None
        verb = next((at for at in range(begin, len(pieces)) if is_verb(pieces, at)), -1)
        stop = next((at for at in range(begin, len(pieces)) if pieces[at].sort is Sort.QUOTE), len(pieces))
        if not begin < verb < stop:
            return None
        who = subject_before(pieces, verb, begin)
        if who is None:
            return None
        # Nothing but what describes the one who speaks may stand before the name.
        lead = pieces[begin : who.first]
        if any(piece.sort is Sort.MARK and piece.text not in (",", "-", "’") for piece in lead) or len(lead) > 12:
            return None
        return self._said(pieces, who, verb)

    def _asked_after(self, pieces: Sentence) -> Attribution | None:
        """The same where the words end with a question: the next sentence must say nothing else."""
        if not pieces:
            return None
        found = self._leading(pieces, 0)
        if found is None:
            return None
        verb = next((at for at in range(len(pieces)) if is_verb(pieces, at)), 0)
        rest = pieces[max(verb, found.who.last) + 1 :]
        plain = not rest or rest[0].sort is Sort.MARK or rest[0].low in _HOW | DAYS
        return found if plain and pieces[0].low != "according" else None

    def _signature(self, pieces: Sentence) -> Attribution | None:
        """A dash and a name, as beneath a letter."""
        who = subject_after(pieces, 1)
        if who is None or who.kind is not Kind.NAME or who.first != 1 or not _closes(pieces, who.last + 1):
            return None
        return Attribution(who, self._cut(pieces[0].start, pieces[who.last].end), sure=True)

    def _further_behind(self, after: Sentence) -> Attribution | None:
        """ "… a “bad deal for us” all the same, Jo Roe said on Friday.\""""
        stop = next((at for at, piece in enumerate(after) if piece.text == ";"), len(after))
        for at in range(stop):
            if (told := self._according(after, at)) is not None:
                return told
        verbs = [at for at in range(stop) if is_verb(after, at)]
        if not verbs:
            return None
        verb = verbs[0]
        if after[verb].low in INVERTED and verb and after[verb - 1].text == ",":
            who = subject_after(after, verb + 1)
        else:
            who = subject_before(after, verb)
            if who is None or who.first == 0 or after[who.first - 1].text not in (",", "the", "The"):
                return None
        if who is None:
            return None
        found = self._said(after, who, verb)
        return replace(found, sure=found.sure and len(verbs) == 1)

    def _according(self, pieces: Sentence, at: int) -> Attribution | None:
        if [piece.low for piece in pieces[at : at + 2]] != ["according", "to"]:
            return None
        who = subject_after(pieces, at + 2)
        return self._said(pieces, who, at) if who is not None else None

    # Ahead of the words

    def _ahead(self, sentence: Sentence, at: int) -> Attribution | None:
        """Jo Roe said: "…"; in a statement, the DGA called it "…"; Jo Roe: "…"."""
        ahead = sentence[max(0, at - _WINDOW) : at]
        begin = max((n + 1 for n, piece in enumerate(ahead) if piece.text == ";"), default=0)
        pieces = ahead[begin:]
        if (label := self._label(pieces)) is not None:
            return label
        verbs = [n for n in range(len(pieces)) if is_verb(pieces, n)]
        told = next((one for n in range(len(pieces)) if (one := self._according(pieces, n)) is not None), None)
        for verb in reversed(verbs):
            who = subject_before(pieces, verb)
            if who is None:
                continue
            found = self._said(pieces, who, verb)
            gap = pieces[verb + 1 :]
            nested = any(other < verb and subject_before(pieces, other) is not None for other in verbs)
            others = names_in(gap) if pieces[verb].low not in NAMING | {"told", "tells", "telling"} else []
            closed = any(piece.sort is Sort.MARK and piece.text in (",", "—", "–", "--") for piece in gap[:-1])
            return replace(found, sure=found.sure and not nested and not others and not closed and told is None)
        return told

    def _label(self, pieces: Sentence) -> Attribution | None:
        """A name and a colon, with nothing else before the words."""
        if not 1 < len(pieces) <= _LONGEST_LABEL or pieces[-1].text != ":":
            return None
        names = names_in(pieces[:-1])
        if len(names) != 1 or names[0].last != len(pieces) - 2 or any(is_verb(pieces, n) for n in range(len(pieces))):
            return None
        return Attribution(names[0], self._cut(pieces[0].start, pieces[-1].end), sure=names[0].first == 0)

    # A quotation that goes on

    def _go_on(self, number: int) -> None:
        """A quotation right behind the attribution of another goes on with it: "…," he said. "…"."""
        sentence = self._sentences[number]
        if not sentence or sentence[0].sort is not Sort.QUOTE or self._found[sentence[0].number] is not None:
            return
        if number == 0 or any(piece.sort is Sort.WORD for piece in sentence[1:]):
            return
        before = self._sentences[number - 1]
        quotes = [piece for piece in before if piece.sort is Sort.QUOTE]
        last = self._found[quotes[-1].number] if quotes else None
        if last is None and number > 1 and quotes == []:
            earlier = self._sentences[number - 2]
            if earlier and earlier[-1].sort is Sort.QUOTE and ends_asking(earlier[-1]):
                last = self._found[earlier[-1].number]
        if last is not None:
            behind = tuple(piece for piece in before if piece.start >= quotes[-1].end) if quotes else before
            verbs = sum(is_verb(behind, at) for at in range(len(behind)))
            self._found[sentence[0].number] = replace(last, sure=last.sure and verbs < 2)

    def _said(self, pieces: Sentence, who: Subject, verb: int) -> Attribution:
        first, last = min(verb, who.first), max(verb, who.last)
        if pieces[verb].low == "according":
            last = max(last, verb + 1)
        return Attribution(who, self._cut(pieces[first].start, pieces[last].end), sure=not who.doubtful)

    def _cut(self, start: int, end: int) -> str:
        return " ".join(self._text[start:end].split())


def _signed(pieces: Sentence) -> bool:
    return len(pieces) > 1 and pieces[0].text in ("—", "–", "--", "-")


def _closes(pieces: Sentence, at: int) -> bool:
    return at >= len(pieces) or pieces[at].text in (",", ".", "(")


def _pronoun(behind: Attribution, ahead: Attribution) -> bool:
    """Whether both may mean the same one."""
    return Kind.PRONOUN in (behind.who.kind, ahead.who.kind)
