"""The quotations of a text: where each stands, its words, and which marks have no partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desk.model.frozen import frozen
from desk.model.text import clean
from desk.prose.cues import HELPING, SAID, WHO, cued
from desk.prose.marks import CLOSES, Mark, marks
from desk.prose.reading import Block, Reading

#: The line under a block quote that says whose it is.
_CREDIT = re.compile(r"\n?[ \t]*(?:(?:—|–|--|-|―)[ \t]*)+(?=[^\W\d_])[^\n]{1,120}\Z")

_SENTENCE_ENDS = re.compile(r"[.!?]+\s")

#: A quotation has fewer marks inside of it, and fewer inside one another.
_MOST_MARKS, _DEEPEST = 400, 12
#: What stands before speech that has no marks: ASTIN: …, or — … as in dialogue.
_LABELLED = re.compile(
    r"(?:(?P<name>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:[ ][^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3})(?:[ ]?\([^()\n]{1,60}\))?[ ]?:|[QA]\.|[—–―])\s*"
    r"(?=\w)"
)
#: Fewer words after it are a label.
_SPEECH = 4
#: What ends a paragraph whose quotation was not closed before its attribution: “We stay, he told members.
_ATTRIBUTED = re.compile(rf"[,?!—]\s+(?:{WHO}\s+{HELPING}{SAID}(?!\w)|{SAID}\s+{WHO}\b)[^.!?\n]{{0,80}}[.!?]?\s*\Z")
#: So many paragraphs a quotation may run on without being opened again.
_RUNS_ON = 12
#: So much white space may stand before one that is led in.
_LEAD_IN = 40


@frozen
class Quotation:
    """Words between marks, or in a block quote. [start, end) is all of it with its marks; `parts` is what stands between
    them, a part a paragraph; `words` is that as it is compared. [low, high) is the paragraph, or paragraphs, around it.

    `closed` is False where it goes on to the end of its paragraph without a mark. `credit` is the line of a block quote,
    or, for speech without marks (`unmarked`), what stands before it says whose it is. `reopened` is False where it runs
    over paragraphs that do not open it again. `struck` are words inside of it that the draft strikes out.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    words: str
    low: int
    high: int
    closed: bool = True
    block: bool = False
    credit: str = ""
    unmarked: bool = False
    reopened: bool = True
    struck: tuple[str, ...] = ()


@frozen
class Read:
    """A text as it was read: what is seen of it, its quotations in order, and closing marks that close nothing.

    All places are those of `reading.text`.
    """

    reading: Reading
    quotations: tuple[Quotation, ...]
    strays: tuple[int, ...]

    @property
    def shown(self) -> str:
        """The text as a reader sees it."""
        return self.reading.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its paragraphs."""
        return self.reading.blocks


def read_quotations(text: str) -> Read:
    """Every outermost quotation of a draft's text. A quotation inside another is part of that one's words."""
    reading = Reading(text)
    found = reading.blocks
    reader = _Reader(reading.text, found)
    taken: set[int] = set()
    for group in _block_quotes(found):
        if not _begins_with_mark(reading.text, found[group[0]]):
            reader.block_quote(group)
            taken.update(group)
    at = 0
    while at < len(found):
        at = reader.paragraph(at) if at not in taken else at + 1
    for block in found:
        reader.speech(block)
    quotations = [_with_struck(one, reading) for one in sorted(reader.quotations, key=lambda one: one.start)]
    return Read(reading, tuple(quotations), tuple(reader.strays))


def _block_quotes(found: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the paragraphs of each block quote."""
    for group, some in groupby(range(len(found)), key=lambda number: found[number].group):
        if group:
            yield list(some)


def _with_struck(one: Quotation, reading: Reading) -> Quotation:
    struck = tuple(each.words for each in reading.struck if one.start < each.at <= one.end and each.words)
    return replace(one, struck=struck) if struck else one


def sentences(read: Read) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand, without what they quote: half-open, in order."""
    for block in read.blocks:
        at = block.start
        for one in read.quotations:
            if one.start < block.end and one.end > block.start:
                yield from _sentences(read.shown, at, min(one.start, block.end))
                at = max(at, one.end)
        yield from _sentences(read.shown, at, block.end)


def _sentences(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        found = _SENTENCE_ENDS.search(shown, start, end)
        stop = found.end() if found else end
        begin = start + len(shown[start:stop]) - len(shown[start:stop].lstrip())
        if begin < stop:
            yield begin, begin + len(shown[begin:stop].rstrip())
        start = stop


def _begins_with_mark(shown: str, block: Block) -> bool:
    first = next(marks(shown, block.start, block.end), None)
    return first is not None and first.start == block.start and first.opens


class _Reader:
    """Goes through the paragraphs of one text."""

    def __init__(self, shown: str, found: Sequence[Block]) -> None:
        self._shown, self._blocks = shown, found
        self.quotations: list[Quotation] = []
        self.strays: list[int] = []

    def block_quote(self, group: Sequence[int]) -> None:
        """A block quote is a quotation without marks; who said it may stand under it, inside or right after it."""
        parts = [(self._blocks[number].start, self._blocks[number].end) for number in group]
        credit = _CREDIT.search(self._shown, *parts[-1])
        if credit is not None and credit.start() > parts[0][0]:
            parts[-1] = (parts[-1][0], credit.start())
        else:
            following = self._blocks[group[-1] + 1 : group[-1] + 2]
            credit = _CREDIT.match(self._shown, following[0].start, following[0].end) if following else None
        parts = [(start, end) for start, end in parts if self._shown[start:end].strip()]
        start, end = parts[0][0], parts[-1][1]
        said = credit.group().strip(" \t\n-–—―") if credit is not None else ""
        low, high = self._blocks[group[0]].start, self._blocks[group[-1]].end
        self._keep(start, end, parts, low, high, block=True, credit=said)

    def speech(self, block: Block) -> None:
        """A paragraph that is somebody's speech without any marks: after a name in capitals, or after a dash."""
        found = _LABELLED.match(self._shown, block.start, block.end)
        if found is None or block.quoted or next(marks(self._shown, block.start, block.end), None) is not None:
            return
        start = found.end()
        if len(self._shown[start : block.end].split()) >= _SPEECH:
            parts = [(start, block.end)]
            self._keep(start, block.end, parts, block.start, block.end, credit=found["name"] or "", unmarked=True)

    def paragraph(self, number: int) -> int:
        """Read one paragraph, and those into which a quotation goes on; the number of the next."""
        found = list(marks(self._shown, self._blocks[number].start, self._blocks[number].end))
        first, at = number, 0
        while at < len(found):
            mark = found[at]
            if not mark.opens:
                self._stray(mark)
                at += 1
                continue
            close = _close_of(found, at)
            if close is not None:
                block = self._blocks[number]
                self._keep(mark.start, found[close].end, [(mark.end, found[close].start)], block.start, block.end)
                at = close + 1
                continue
            inner = _opens_again(found, at)
            if inner is None and self._goes_on(number, mark):
                number, found, at = self._follow(number, mark)
                continue
            if inner is None and (last := self._runs_on(number, mark)):
                number, found, at = self._run_on(number, mark, last)
                continue
            if mark.double or mark.text == "‘" or _after_lead_in(self._shown, mark.start):
                end = found[inner].start if inner is not None else self._blocks[number].end
                self._unclosed(number, mark, end)
            at = inner if inner is not None and mark.double else at + 1
        return max(number, first) + 1

    def _stray(self, mark: Mark) -> None:
        """A closing mark without its opening one; a figure before it makes it inches, and single ones are apostrophes."""
        if (
            mark.double
            and mark.text not in ("''", "’’", ">>", "<<")
            and not (mark.text == '"' and self._shown[mark.start - 1].isdigit())
        ):
            self.strays.append(mark.start)

    def _goes_on(self, number: int, mark: Mark) -> bool:
        """Return True if the next paragraph opens with the same mark again, as a quotation of several paragraphs does."""
        if number + 1 >= len(self._blocks) or self._is_attributed(number, mark):
            return False
        following = self._blocks[number + 1]
        again = next(marks(self._shown, following.start, following.end), None)
        return (
            again is not None
            and again.start == following.start
            and again.opens
            and again.text == mark.text
            and following.quoted == self._blocks[number].quoted
        )

    def _is_attributed(self, number: int, mark: Mark) -> bool:
        """Return True if somebody is said to have said it before the paragraph ends, so that a mark was forgotten."""
        return _ATTRIBUTED.search(cued(self._shown[mark.end : self._blocks[number].end])) is not None

    def _runs_on(self, number: int, mark: Mark) -> int:
        """The paragraph in which a quotation is closed that those between do not open again; 0 where it is not."""
        if not mark.double or self._is_attributed(number, mark):
            return 0
        for last in range(number + 1, min(number + _RUNS_ON, len(self._blocks))):
            block = self._blocks[last]
            first = next((one for one in marks(self._shown, block.start, block.end) if one.double), None)
            if block.quoted != self._blocks[number].quoted:
                return 0
            if first is not None:
                return last if not first.opens and first.text in CLOSES[mark.text] else 0
        return 0

    def _run_on(self, number: int, mark: Mark, last: int) -> tuple[int, list[Mark], int]:
        """Keep it as one quotation; the last of its paragraphs, that one's marks, and from which of them to go on."""
        found = list(marks(self._shown, self._blocks[last].start, self._blocks[last].end))
        close = next(at for at, one in enumerate(found) if one.double)
        between = [(block.start, block.end) for block in self._blocks[number + 1 : last]]
        parts = [(mark.end, self._blocks[number].end), *between, (self._blocks[last].start, found[close].start)]
        low, high = self._blocks[number].start, self._blocks[last].end
        self._keep(mark.start, found[close].end, parts, low, high, reopened=False)
        return last, found, close + 1

    def _follow(self, number: int, mark: Mark) -> tuple[int, list[Mark], int]:
        """Keep a quotation over several paragraphs; the last of them, its marks, and from which of them to go on."""
        low, parts = self._blocks[number].start, [(mark.end, self._blocks[number].end)]
        opener = mark
        while True:
            number += 1
            block = self._blocks[number]
            found = list(marks(self._shown, block.start, block.end))
            opener = found[0]
            close = _close_of(found, 0)
            if close is not None:
                parts.append((opener.end, found[close].start))
                self._keep(mark.start, found[close].end, parts, low, block.end)
                return number, found, close + 1
            if _opens_again(found, 0) is not None or not self._goes_on(number, opener):
                # Here it was not closed, so that what stood before was a quotation of its own.
                self._unclosed(number - 1, mark, parts[-1][1], parts)
                return number, found, 0
            parts.append((opener.end, block.end))

    def _unclosed(self, number: int, mark: Mark, end: int, parts: Sequence[tuple[int, int]] = ()) -> None:
        block = self._blocks[number]
        self._keep(mark.start, end, parts or [(mark.end, end)], block.start, block.end, closed=False)

    def _keep(
        self,
        start: int,
        end: int,
        parts: Sequence[tuple[int, int]],
        low: int,
        high: int,
        *,
        closed: bool = True,
        block: bool = False,
        credit: str = "",
        unmarked: bool = False,
        reopened: bool = True,
    ) -> None:
        words = "\n\n".join(filter(None, (_plain(self._shown[a:b]) for a, b in parts)))
        if any(character.isalnum() for character in words):
            self.quotations.append(
                Quotation(start, end, tuple(parts), words, low, high, closed, block, credit, unmarked, reopened)
            )


def _close_of(found: Sequence[Mark], at: int) -> int | None:
    """Which mark closes the one at that place."""
    return _close_double(found, at) if found[at].double else _close_single(found, at)


def _close_double(found: Sequence[Mark], at: int) -> int | None:
    """The mark that closes: of the same making or of the other, since drafts mix them, less those that close one inside."""
    opener = found[at]
    closers = CLOSES[opener.text]
    depth = inside = 0
    for number in range(at + 1, min(len(found), at + _MOST_MARKS)):
        mark = found[number]
        if not mark.double:
            continue
        like = (mark.text == '"') == (opener.text == '"')
        if mark.closes and mark.text in closers:
            if like and not depth:
                return number
            if not like and not inside:
                return number
            depth, inside = depth - like, inside - (not like)
        elif mark.opens and mark.text == opener.text:
            if opener.text == '"':
                return None  # one that only opens stands inside, so that this one was not closed
            depth += 1
        elif mark.opens and not like:
            inside += 1
        if depth + inside > _DEEPEST:
            return None
    return None


_CLOSES_SINGLE = {"‘": "’'", "‚": "‘’'", "'": "'’", "’": "’"}


def _close_single(found: Sequence[Mark], at: int) -> int | None:
    """The mark that closes a single one: the first that is no apostrophe, else the first before another opens."""
    likely, number = None, at + 1
    while number < len(found):
        mark = found[number]
        if mark.double:
            inner = _close_double(found, number) if mark.opens else None
            if inner is None:
                break
            number = inner + 1
            continue
        if mark.closes and mark.text in _CLOSES_SINGLE[found[at].text]:
            if mark.sure:
                return number
            likely = number if likely is None else likely
        elif mark.opens:
            break
        number += 1
    return likely


def _opens_again(found: Sequence[Mark], at: int) -> int | None:
    """The next mark like the one at that place that opens, in the same paragraph."""
    mark = found[at]
    return next((n for n in range(at + 1, len(found)) if found[n].opens and found[n].text == mark.text), None)


def _after_lead_in(shown: str, at: int) -> bool:
    """Return True if a straight single mark stands where a quotation is led in, so that it is no apostrophe."""
    return shown[max(0, at - _LEAD_IN) : at].rstrip(" \t\n")[-1:] in (",", ":") if at else False


def _plain(raw: str) -> str:
    """Words as one line."""
    return " ".join(clean(raw).split())
