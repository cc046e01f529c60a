"""Whose words each quotation of a text is, as far as the text itself says so by a verb of speech; else nobody's.

Looked at are the quotation's own sentence, the line that leads it in ("…issued the following statement:"), and the
attribution just before a quotation that goes on ("…," he said. "…"). A name merely standing near is no attribution, and
what may be read in two ways is sure in neither: the reason is kept in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desk.model.frozen import frozen
from desk.prose.cues import SAYINGS, STATEMENTS
from desk.prose.sentences import Piece, Sentence, Sort, ends_asking, ends_open, ends_sentence
from desk.prose.subjects import (
    ANSWERED,
    ANSWERS,
    CLAUSES,
    DAYS,
    DENIALS,
    HEARSAY,
    IFS,
    JOINT,
    NAMING,
    PASSED_ON,
    PRONOUNS,
    QUOTING,
    THOUGHTS,
    TOLD,
    Kind,
    Subject,
    gives_statement,
    is_name,
    is_verb,
    is_verb_beside,
    joined,
    leads_in,
    may_come_first,
    names_in,
    subject_after,
    subject_before,
)

#: After "said" at the end of a question these go on with how it was said, not with what.
_HOW = frozenset(
    "in on at during after before when while as last this to of about by with through from today yesterday "
    "sarcastically later earlier".split()
)
#: What comes behind a question may be the answer to it.
_ASKS = frozenset("asked asks asking".split())
#: So many words either side of a quotation are read in its sentence; no sentence of prose is longer.
_WINDOW = 120
#: In a longer paragraph nobody is looked for whom a pronoun may mean.
_LONGEST = 600
#: Words of a label before a colon.
_LONGEST_LABEL = 6
#: Anywhere in a text this says that a statement in it is of more than one.
_JOINTLY = re.compile(r"\bjoint(?:ly)? (?:statement|letter|release|message|memo)", re.IGNORECASE)


TOGETHER = "more than one may be saying it"
BOTH_SIDES = "two are named as saying it, before and after the words"
OTHERS = "others are named between the name and the words"
ANSWERING = "they may be the words of another, which are answered"
MIDST = "another clause stands between the name and the words"
SEVERAL_VERBS = "the sentence tells of more than one who speaks"
UNCLEAR = "the sentence may mean another"
HEARD = "it is told by hearsay"
ASKED = "the sentence beside it asks, or leads in other words"


@frozen
class Attribution:
    """Who said it, as the text has it, and the words of the text that say so; `doubt` is why that may be read in another
    way too, "" where it cannot.

    `before` are the pieces among which a pronoun finds whom it means: those of the paragraph so far, then those of the
    sentence before the paragraph.
    """

    who: Subject
    said_by: str
    doubt: str = ""
    before: tuple[Sentence, Sentence] = ((), ())


def attributions(text: str, read: Sequence[Sequence[Sentence]], count: int) -> list[Attribution | None]:
    """For each of so many quotations, who said it; None where the text does not say. `read` are its paragraphs."""
    found: list[Attribution | None] = [None] * count
    previous: Sentence = ()
    for paragraph in read:
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
        ahead = self._ahead(sentence, at) or self._led_in(sentence, at)
        found = behind or ahead
        if behind is None and (ahead is None or ahead.doubt):
            found = self._further_behind(after) or ahead or self._right_beside(sentence, at)
        if (
            behind is not None
            and ahead is not None
            and ahead.who.text != behind.who.text
            and not _pronoun(behind, ahead)
        ):
            # "Jo Roe called it “a bad deal,” Al Poe said": whose words they are is for a person to say.
            found = replace(behind if ends_open(quote) else ahead, doubt=BOTH_SIDES)
        if found is None:
            return None
        if found is not ahead and not found.doubt:
            found = replace(found, doubt=_answering(sentence[max(0, at - _WINDOW) : at], found.who))
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
        found = self._leading(after, begin)
        if found is None:
            return self._signature(after) if _signed(after) else None
        return replace(found, doubt=found.doubt or _told_by_another(after, begin))

    def _leading(self, pieces: Sentence, begin: int, *, beside: bool = False) -> Attribution | None:
        """An attribution with which these pieces begin, by any verb where `beside` says that words end before them."""
        if (told := self._according(pieces, begin)) is not None:
            return told
        if begin + 1 < len(pieces) and may_come_first(pieces[begin], beside=beside):
            who = subject_after(pieces, begin + 1)
            return self._said(pieces, who, begin) if who is not None else None
        is_one = is_verb_beside if beside else is_verb
        verb = next((at for at in range(begin, len(pieces)) if is_one(pieces, at)), -1)
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
        found = self._said(pieces, who, verb)
        # "Jo Roe heard Al Poe say", "and then Al Poe said".
        if any(piece.low in CLAUSES for piece in lead) or (pieces[verb].low in ("say", "saying") and names_in(lead)):
            return replace(found, doubt=found.doubt or UNCLEAR)
        return found

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
        if not plain or pieces[0].low == "according":
            return None
        leads = next((piece for at, piece in enumerate(rest) if piece.text == ":" or _begins_anew(rest, at)), None)
        if leads is not None and leads.text == ":":
            return None
        return replace(found, doubt=found.doubt or (ASKED if leads or pieces[verb].low in ANSWERED else ""))

    def _signature(self, pieces: Sentence) -> Attribution | None:
        """A dash and a name, as beneath a letter."""
        who = subject_after(pieces, 1)
        if who is None or who.kind is not Kind.NAME or who.first != 1 or not _closes(pieces, who.last + 1):
            return None
        return Attribution(who, self._cut(pieces[0].start, pieces[who.last].end))

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
        if may_come_first(after[verb]) and verb and after[verb - 1].text == ",":
            who = subject_after(after, verb + 1)
        else:
            who = subject_before(after, verb)
            if who is None or who.first == 0 or after[who.first - 1].text not in (",", "the", "The"):
                return None
        if who is None:
            return None
        found = self._said(after, who, verb)
        return replace(found, doubt=found.doubt or (SEVERAL_VERBS if len(verbs) > 1 else ""))

    def _according(self, pieces: Sentence, at: int) -> Attribution | None:
        """ "According to the DGA", "per Jo Roe", "according to a statement from Jo Roe"."""
        if pieces[at].low == "per" and at + 1 < len(pieces) and pieces[at + 1].capital:
            begin = at + 1
        elif [piece.low for piece in pieces[at : at + 2]] == ["according", "to"]:
            begin = at + 2
        else:
            return None
        who = subject_after(pieces, begin)
        if who is not None and who.kind is Kind.DESCRIPTION:
            for sender in range(begin + 1, who.last):
                if pieces[sender].low in ("from", "by") and pieces[sender - 1].low in STATEMENTS:
                    who = subject_after(pieces, sender + 1)
                    break
        return self._said(pieces, who, at) if who is not None else None

    # Ahead of the words

    def _ahead(self, sentence: Sentence, at: int) -> Attribution | None:
        """Jo Roe said: "…"; in a statement, the DGA called it "…"; Jo Roe: "…"."""
        ahead = sentence[max(0, at - _WINDOW) : at]
        begin = max((n + 1 for n, piece in enumerate(ahead) if piece.text == ";"), default=0)
        pieces = ahead[begin:]
        if (label := self._label(pieces)) is not None:
            return label
        verbs = [n for n in range(len(pieces)) if is_verb(pieces, n) or gives_statement(pieces, n)]
        told = next((one for n in range(len(pieces)) if (one := self._according(pieces, n)) is not None), None)
        for verb in reversed(verbs):
            who = subject_before(pieces, verb)
            if who is None:
                continue
            found = self._said(pieces, who, verb)
            return replace(found, doubt=found.doubt or self._between(pieces, verb, verbs, told))
        return told

    def _between(self, pieces: Sentence, verb: int, verbs: Sequence[int], told: Attribution | None) -> str:
        """Why what stands between the verb and the words may make them another's."""
        gap = pieces[verb + 1 :]
        if told is not None or any(other < verb and subject_before(pieces, other) is not None for other in verbs):
            return SEVERAL_VERBS
        if _saying_of_another(gap) or any(piece.low in TOLD for piece in gap):
            return ANSWERING
        if any(gap[n].low in THOUGHTS and gap[n - 1].low not in PRONOUNS for n in range(1, len(gap))):
            return SEVERAL_VERBS
        statement = gives_statement(pieces, verb)
        if not statement and pieces[verb].low not in NAMING | {"told", "tells", "telling"} and names_in(gap):
            return OTHERS
        if any(piece.sort is Sort.MARK and piece.text in (",", "—", "–", "--") for piece in gap[:-1]):
            return MIDST
        return ""

    def _right_beside(self, sentence: Sentence, at: int) -> Attribution | None:
        """The same by verbs that tell of other deeds as well, where no other word stands between them and the words."""
        after = sentence[at + 1 : at + 1 + _WINDOW]
        begin = 1 if after and after[0].text in (",", "—", "–", "--") else 0
        if begin < len(after) and (begin or ends_open(sentence[at])):
            found = self._leading(after, begin, beside=True)
            if found is not None:
                return replace(found, doubt=found.doubt or _told_by_another(after, begin))
        ahead = sentence[max(0, at - _WINDOW) : at]
        pieces = ahead[max((n + 1 for n, piece in enumerate(ahead) if piece.text == ";"), default=0) :]
        verb = next((n for n in reversed(range(len(pieces))) if leads_in(pieces, n)), -1)
        who = subject_before(pieces, verb) if verb > 0 else None
        if who is None:
            return None
        found = self._said(pieces, who, verb)
        verbs = [n for n in range(len(pieces)) if is_verb(pieces, n)]
        return replace(found, doubt=found.doubt or self._between(pieces, verb, verbs, None))

    def _led_in(self, sentence: Sentence, at: int) -> Attribution | None:
        """A line that ends with a colon and leads in the paragraph after it."""
        if at or self._sentences[0] is not sentence or not self._previous or self._previous[-1].text != ":":
            return None
        pieces = self._previous[-_WINDOW:]
        if (found := self._ahead(pieces, len(pieces))) is not None:
            return replace(found, doubt=found.doubt or TOGETHER) if _JOINTLY.search(self._text) else found
        # As in: Statement from Jo Roe, president of the guild.
        sender = next((n for n, piece in enumerate(pieces) if piece.low == "from"), -1)
        if sender < 0 or any(is_verb(pieces, n) for n in range(len(pieces))):
            return None
        who = subject_after(pieces, sender + 1)
        return self._said(pieces, who, sender) if who is not None and who.kind is Kind.NAME else None

    def _label(self, pieces: Sentence) -> Attribution | None:
        """A name and a colon, with nothing else before the words."""
        if not 1 < len(pieces) <= _LONGEST_LABEL or pieces[-1].text != ":":
            return None
        names = names_in(pieces[:-1])
        if len(names) != 1 or names[0].last != len(pieces) - 2 or any(is_verb(pieces, n) for n in range(len(pieces))):
            return None
        said_by = self._cut(pieces[0].start, pieces[-1].end)
        return Attribution(names[0], said_by, "" if names[0].first == 0 else UNCLEAR)

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
            doubt = SEVERAL_VERBS if verbs > 1 else ASKED if any(one.low in _ASKS for one in behind) else ""
            self._found[sentence[0].number] = replace(last, doubt=last.doubt or doubt)

    def _said(self, pieces: Sentence, who: Subject, verb: int) -> Attribution:
        first, last = min(verb, who.first), max(verb, who.last)
        if pieces[verb].low == "according":
            last = max(last, verb + 1)
        doubt = UNCLEAR if who.doubtful else ""
        if joined(pieces, who, verb) or any(piece.low in JOINT for piece in pieces):
            doubt = TOGETHER
        elif _quotes(pieces[who.last + 1 : max(verb, who.last) + 6]) or pieces[verb].low in PASSED_ON:
            doubt = ANSWERING
        elif any(piece.low in HEARSAY for piece in pieces[first : last + 1]):
            doubt = HEARD
        elif any(piece.low in IFS | DENIALS for piece in pieces[max(0, first - 4) : first]):
            doubt = UNCLEAR
        elif pieces[verb].low == "say" and who.kind is Kind.NAME and first == who.first and first:
            doubt = UNCLEAR  # "heard Jo Roe say"
        return Attribution(who, self._cut(pieces[first].start, pieces[last].end), doubt)

    def _cut(self, start: int, end: int) -> str:
        return " ".join(self._text[start:end].split())


def _quotes(pieces: Sentence) -> bool:
    """Return True if somebody is said to give another's words, or to speak for another."""
    low = [piece.low for piece in pieces]
    pairs = set(pairwise(low))
    return bool(QUOTING & set(low[:-2] if len(low) > 5 else low)) or bool(
        pairs & {("speaking", "for"), ("words", "of"), ("reading", "from"), ("to", "quote")}
    )


def _signed(pieces: Sentence) -> bool:
    return len(pieces) > 1 and pieces[0].text in ("—", "–", "--", "-")


def _closes(pieces: Sentence, at: int) -> bool:
    return at >= len(pieces) or pieces[at].text in (",", ".", "(")


def _pronoun(behind: Attribution, ahead: Attribution) -> bool:
    """Return True if both may mean the same one."""
    return Kind.PRONOUN in (behind.who.kind, ahead.who.kind)


def _answering(ahead: Sentence, who: Subject) -> str:
    """Why words may be another's that stand in a sentence before it says who speaks: "Asked about Poe’s remark that “…,”"."""
    pieces = [piece for piece in ahead if piece.sort is not Sort.QUOTE]
    if any(piece.low in ANSWERS | SAYINGS or piece.possessive for piece in pieces):
        return ANSWERING
    last = who.text.split()[-1]
    return ANSWERING if any(last not in one.text.split() for one in names_in(pieces)) else ""


def _told_by_another(after: Sentence, begin: int) -> str:
    """Why what stands behind words may tell that another tells it: "Jo Roe said, Al Poe recalled"."""
    stop = next(
        (
            at
            for at in range(begin, len(after))
            if after[at].sort is Sort.QUOTE or after[at].text == ";" or after[at].low in CLAUSES
        ),
        len(after),
    )
    verbs = [at for at in range(begin, stop) if is_verb(after, at) and not after[at].low.endswith("ing")]
    verbs += [
        at
        for at in range(begin + 1, stop)
        if (after[at].low in TOLD and not is_verb(after, at))
        or (after[at].low in ("saying", "say") and is_name(after[at - 1]))
    ]
    told = any(after[at].low == "according" for at in range(begin + 1, stop))
    told = told or any(
        after[at].low in ("said", "says") and after[at + 1].low in PRONOUNS | {"his", "her", "their"}
        for at in range(begin, stop - 1)
    )
    return SEVERAL_VERBS if len(verbs) > 1 or told else ""


def _saying_of_another(gap: Sentence) -> bool:
    """Return True if what is said is itself somebody's saying ("Roe recalled Poe’s remark “…”"), and not the way it was said."""
    for at, piece in enumerate(gap):
        if piece.low not in SAYINGS | STATEMENTS:
            continue
        before = [one.low for one in gap[max(0, at - 5) : at]]
        if piece.low in SAYINGS or not {"in", "with", "by", "via", "through", "following", "this", "a", "an"} & set(
            before
        ):
            return True
    return False


def _begins_anew(pieces: Sentence, at: int) -> bool:
    """Return True if a quotation stands there that begins a sentence."""
    return (
        pieces[at].sort is Sort.QUOTE and next((letter for letter in pieces[at].text if letter.isalpha()), "").isupper()
    )
