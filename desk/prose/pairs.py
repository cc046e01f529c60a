"""Where the quotations of a text stand, by their marks alone, and which marks have no partner.

Nothing between marks is passed over: what was not closed, or closes nothing, is there too, with the reason why its
ends are in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.model.frozen import frozen
from desk.prose.cues import PLAIN_VERBS
from desk.prose.marks import CLOSES, Mark, marks
from desk.prose.sentences import hard_breaks

NOT_CLOSED = "its mark is not closed, so it is not said where the words end"
NOT_OPENED = "its mark is not opened, so it is not said where the words begin"
NOT_REOPENED = "it goes on over paragraphs without its mark being opened again"
OVER_PARAGRAPHS = "it runs over several paragraphs, unless a mark was not closed"
BESIDE_UNPAIRED = "a mark beside it has no partner, so the words may be others"
INSIDE_EACH_OTHER = "marks of one kind stand inside each other"
APOSTROPHE = "its single mark may be an apostrophe"

#: A quotation goes on over no more paragraphs than that without its mark being opened again.
_MOST_PARAGRAPHS = 12
#: A line that begins with such a mark and a gap is one of a list.
_BULLET = re.compile(r"[»›](?:[ \t]{2,}|\t)")
_VERB = "|".join(sorted(PLAIN_VERBS, key=len, reverse=True))
#: Inside of words that were not closed: the report goes on, so that the mark was forgotten.
_REPORTED = re.compile(
    rf",[’”]?\s+(?:(?:he|she|they|it|(?:(?:the|a|an|his|her|its|their)\s+(?:[a-z’'-]+\s+){{0,3}})?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{0,4}}|"
    rf"(?:the|a|an|his|her|its|their)(?:\s+[a-z’'-]+){{1,3}})\s+(?:{_VERB})|(?:said|says|added)\s+(?:the |a |an )?[A-Za-z])\b"
)


@frozen
class Span:
    """A quotation by its place with its marks, [start, end), and its words without them, a part a paragraph.

    `doubt` is why the marks leave it open where the words begin or end, "" where they do not. `whole` is False for
    words beside a mark that has no partner.
    """

    start: int
    end: int
    words: str
    parts: tuple[tuple[int, int], ...] = ()
    doubt: str = ""
    whole: bool = True


def quotations_in(text: str) -> list[Span]:
    """The outermost quotations in their order. One inside another is part of that one's words."""
    edges = [0, *(edge for span in hard_breaks(text) for edge in span), len(text)]
    reader = _Reader(text, list(zip(edges[::2], edges[1::2], strict=True)))
    number = since = 0
    while number < len(reader.places):
        number, since = reader.paragraph(number, since)
    return sorted(reader.found, key=lambda span: span.start)


def words_of(text: str, parts: Sequence[tuple[int, int]]) -> str:
    """What stands in these parts of a text, a paragraph each."""
    return "\n\n".join(words for begin, end in parts if (words := text[begin:end].strip()))


class _Paragraph:
    """The marks of one paragraph, and which double ones are a pair."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.marks = [mark for mark in marks(text, start, end) if not _is_bullet(text, mark)]
        #: The place of the mark that closes, by that of the one that opens.
        self.pairs: dict[int, int] = {}
        #: Those that close nothing, and those that nothing closes.
        self.closing: set[int] = set()
        self.opening: list[int] = []
        #: A pair with another of its kind inside.
        self.nested: set[int] = set()
        for at, mark in enumerate(self.marks):
            if mark.double:
                self._pair(text, at, mark)

    def _pair(self, text: str, at: int, mark: Mark) -> None:
        if mark.opens:
            self.opening.append(at)
            return
        for number in range(len(self.opening) - 1, max(-1, len(self.opening) - 4), -1):
            opener = self.opening[number]
            if mark.text in CLOSES[self.marks[opener].text]:
                self.pairs[opener] = at
                if number and self.marks[self.opening[number - 1]].text == self.marks[opener].text:
                    self.nested.add(self.opening[number - 1])
                del self.opening[number]
                return
        if not (mark.text == '"' and mark.start and text[mark.start - 1].isdigit()):
            self.closing.add(at)

    @property
    def unpaired(self) -> bool:
        """True if any double mark of it has no partner."""
        return bool(self.opening or self.closing)

    def open_at_end(self) -> int | None:
        """The mark that the paragraph leaves open, where no quotation comes after it."""
        if not self.opening:
            return None
        last = self.opening[-1]
        after = any(opener > last for opener in self.pairs) or any(closer > last for closer in self.closing)
        return None if after else last


class _Reader:
    """Goes through the paragraphs of one text."""

    def __init__(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self.places = [_Paragraph(text, start, end) for start, end in places]
        self.found: list[Span] = []
        #: The paragraph after one that was left open.
        self._after_open = -1

    def paragraph(self, number: int, since: int) -> tuple[int, int]:
        """Read a paragraph from one of its marks on; which paragraph is to be read next, and from which mark on."""
        here = self.places[number]
        last = here.open_at_end()
        beside = BESIDE_UNPAIRED if here.unpaired or number == self._after_open else ""
        at, low = since, here.marks[since - 1].end if since else here.start
        while at < len(here.marks):
            mark = here.marks[at]
            if mark.double and at in here.pairs:
                close = here.pairs[at]
                doubt = beside or (INSIDE_EACH_OTHER if at in here.nested else "")
                self._keep(mark.start, here.marks[close].end, [(mark.end, here.marks[close].start)], doubt)
                at, low = close + 1, here.marks[close].end
            elif mark.double and mark.opens:
                if at == last:
                    return self._goes_on(number, at)
                end = here.marks[at + 1].start if at + 1 < len(here.marks) else here.end
                self._keep(mark.start, end, [(mark.end, end)], NOT_CLOSED, whole=False)
                at += 1
            elif mark.double:
                if at in here.closing:
                    self._keep(low, mark.end, [(low, mark.start)], NOT_OPENED, whole=False)
                    low = mark.end
                at += 1
            else:
                close = self._single(here, at)
                at, low = (at + 1, low) if close < 0 else (close + 1, here.marks[close].end)
        return number + 1, 0

    # Over paragraphs

    def _goes_on(self, number: int, at: int) -> tuple[int, int]:
        """A mark that its paragraph leaves open: the quotation goes on, or its mark was forgotten."""
        here = self.places[number]
        mark = here.marks[at]
        if not _REPORTED.search(self._text, mark.end, here.end):
            if (read := self._opened_again(number, mark)) is not None:
                return read
            if (read := self._closed_later(number, mark)) is not None:
                return read
        self._left_open(number, mark)
        return number + 1, 0

    def _left_open(self, number: int, mark: Mark) -> None:
        end = self.places[number].end
        self._keep(mark.start, end, [(mark.end, end)], NOT_CLOSED, whole=False)
        self._after_open = number + 1

    def _opened_again(self, number: int, mark: Mark) -> tuple[int, int] | None:
        """Each paragraph opens again, as printed. None where the next does not."""
        parts = [(mark.end, self.places[number].end)]
        first = number
        while number + 1 < len(self.places):
            here = self.places[number + 1]
            again = here.marks[0] if here.marks else None
            if again is None or again.start != here.start or again.text != mark.text or not again.opens:
                break
            number += 1
            if 0 in here.pairs:
                close = here.pairs[0]
                parts.append((again.end, here.marks[close].start))
                self._keep(mark.start, here.marks[close].end, parts, OVER_PARAGRAPHS)
                return number, close + 1
            if here.open_at_end() != 0:
                self._all_left_open(first, number, mark)
                return number, 0
            parts.append((again.end, here.end))
        if number == first:
            return None
        self._all_left_open(first, number + 1, mark)
        return number + 1, 0

    def _all_left_open(self, first: int, beyond: int, mark: Mark) -> None:
        for number in range(first, beyond):
            self._left_open(number, mark if number == first else self.places[number].marks[0])

    def _closed_later(self, number: int, mark: Mark) -> tuple[int, int] | None:
        """The next double mark of the text closes it, paragraphs later."""
        parts = [(mark.end, self.places[number].end)]
        for later in range(number + 1, min(len(self.places), number + _MOST_PARAGRAPHS)):
            here = self.places[later]
            at = next((n for n, other in enumerate(here.marks) if other.double), None)
            if at is None:
                parts.append((here.start, here.end))
                continue
            closer = here.marks[at]
            if at not in here.closing or closer.text not in CLOSES[mark.text]:
                return None
            parts.append((here.start, closer.start))
            here.closing.remove(at)
            self._keep(mark.start, closer.end, parts, NOT_REOPENED)
            return later, at + 1
        return None

    # Single marks

    def _single(self, here: _Paragraph, at: int) -> int:
        """Keep what stands between single marks, where they are no apostrophes; which of them closes, or -1."""
        mark = here.marks[at]
        if not mark.opens:
            return -1
        likely = close = -1
        number = at + 1
        while number < len(here.marks) and close < 0:
            other = here.marks[number]
            if other.double:
                if number not in here.pairs:
                    break
                number = here.pairs[number]
            elif other.closes:
                close = number if other.sure else -1
                likely = number if likely < 0 else likely
            elif other.opens:
                break
            number += 1
        doubt = BESIDE_UNPAIRED if here.unpaired else ""
        if close < 0 and likely >= 0:
            close, doubt = likely, APOSTROPHE
        if close < 0:
            if mark.text == "‘":
                end = here.marks[number].start if number < len(here.marks) else here.end
                self._keep(mark.start, end, [(mark.end, end)], NOT_CLOSED, whole=False)
                return number - 1
            return -1
        following = here.marks[close + 1] if close + 1 < len(here.marks) else None
        if following is not None and not following.double and not following.opens and following.sure:
            doubt = doubt or APOSTROPHE
        self._keep(mark.start, here.marks[close].end, [(mark.end, here.marks[close].start)], doubt)
        return close

    def _keep(self, start: int, end: int, parts: Sequence[tuple[int, int]], doubt: str, *, whole: bool = True) -> None:
        words = words_of(self._text, parts)
        if any(letter.isalnum() for letter in words):
            self.found.append(Span(start, end, words, tuple(parts), doubt, whole))


def _is_bullet(text: str, mark: Mark) -> bool:
    begins = mark.start == 0 or text[mark.start - 1] == "\n"
    return begins and _BULLET.match(text, mark.start) is not None
