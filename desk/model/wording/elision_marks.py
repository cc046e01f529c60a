"""The marks with which a reporter cuts and inserts, found in a quote, and the quote as runs of words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.model.frozen import frozen
from desk.model.wording.compare import Kind
from desk.model.wording.words import Token, is_word

_CLOSING = {"[": "]", "(": ")"}
#: What style puts at the end of words before a cut, or leaves behind after it.
_STYLE = frozenset({".", ","})


@frozen
class Mark:
    """A cut or an insertion at [first, last) of the quote's tokens. `words` is what was inserted.

    `spelled` is set for a bracket inside a word ("[w]e", "talk[ed]"): the word as a pattern, the letters outside of the
    bracket being the passage's.
    """

    kind: Kind
    first: int
    last: int
    words: tuple[str, ...] = ()
    spelled: str = ""

    @property
    def sic(self) -> bool:
        """True if it says only that the words before it stand so in the passage."""
        return self.kind is Kind.INSERTED and [word.casefold().strip(".!") for word in self.words] == ["sic"]


@frozen
class Connector:
    """The marks between two runs, before the first (`leading`), or after the last."""

    marks: tuple[Mark, ...] = ()
    leading: bool = False

    @property
    def cuts(self) -> bool:
        """True if words have to be left out here."""
        return any(mark.kind is Kind.CUT for mark in self.marks)

    @property
    def replaces(self) -> bool:
        """True if an insertion may stand for words here."""
        return any(not mark.sic for mark in self.marks)


@frozen
class Run:
    """Tokens of the quote at [first, last) that stand together in the passage, as their keys.

    `spelled` is the pattern of all of it among joined keys where a word has a bracket inside; `marks` are these words,
    each with its place among the passage's tokens of the run.
    """

    first: int
    last: int
    keys: tuple[str, ...]
    spelled: re.Pattern[str] | None = None
    marks: tuple[tuple[int, Mark], ...] = ()

    @property
    def size(self) -> int:
        """How many tokens of the passage it is."""
        return len(self.keys)

    def place(self, at: int) -> int:
        """Which token of the run one of the quote's tokens is."""
        return at - self.first - sum(mark.last - mark.first - 1 for _, mark in self.marks if mark.last <= at)


@frozen
class Pattern:
    """A quote as runs of words with marks between them: one more connector than runs."""

    runs: tuple[Run, ...]
    connectors: tuple[Connector, ...]


def marks_in(ours: Sequence[Token]) -> list[Mark]:
    """Every mark of a quote, in order. A bracket that is not closed is none."""
    groups = _groups(ours)
    found: list[Mark] = []
    at = 0
    while at < len(ours):
        if spelled := _spelled(ours, at, groups):
            found.append(spelled)
        elif at in groups:
            found.append(_grouped(ours, at, groups[at]))
        elif ours[at].key == "…":
            found.append(Mark(Kind.CUT, at, at + 1))
        at = found[-1].last if found and found[-1].last > at else at + 1
    return found


def _groups(ours: Sequence[Token]) -> dict[int, int]:
    """Where brackets open, and behind which token each closes; those inside of another are part of it."""
    found: dict[int, int] = {}
    at = 0
    while at < len(ours):
        closing = _CLOSING.get(ours[at].key)
        end = _closed(ours, at, closing) if closing else 0
        if end:
            found[at] = end
        at = end or at + 1
    return found


def _closed(ours: Sequence[Token], at: int, closing: str) -> int:
    opening, depth = ours[at].key, 0
    for place in range(at, len(ours)):
        depth += (ours[place].key == opening) - (ours[place].key == closing)
        if not depth:
            return place + 1
    return 0


def _grouped(ours: Sequence[Token], first: int, last: int) -> Mark:
    inside = [token.key for token in ours[first + 1 : last - 1]]
    if all(key == "…" for key in inside):
        return Mark(Kind.CUT, first, last)
    return Mark(Kind.INSERTED, first, last, tuple(inside))


def _spelled(ours: Sequence[Token], first: int, groups: dict[int, int]) -> Mark | None:
    """A word with brackets inside that begins at this token: parts without white space between, some in brackets."""
    at = first
    parts: list[str] = []
    letters = ""
    outside = False
    while at < len(ours) and (at == first or ours[at].start == ours[at - 1].end):
        if at in groups:
            inside = ours[at + 1 : groups[at] - 1]
            if len(inside) > 1 or any(not is_word(token.key) for token in inside):
                break
            parts.append("[^ ]*")
            letters += "".join(token.key for token in inside)
            at = groups[at]
        elif is_word(ours[at].key):
            outside = True
            parts.append(re.escape(ours[at].key))
            letters += ours[at].key
            at += 1
        else:
            break
    if not outside or len(parts) < 2:
        return None
    return Mark(Kind.INSERTED, first, at, (letters,), "".join(parts))


def pattern_of(ours: Sequence[Token], marks: Sequence[Mark]) -> Pattern | None:
    """The quote's tokens as runs between these marks; None where there is no mark, or no word is left outside of them."""
    if not marks:
        return None
    by_first = {mark.first: mark for mark in marks}
    runs: list[Run] = []
    connectors: list[list[Mark]] = [[]]
    at = 0
    begin = -1
    spelled: list[Mark] = []

    def close() -> None:
        nonlocal begin, spelled
        if begin >= 0:
            runs.append(_run(ours, begin, at, spelled))
            connectors.append([])
        begin, spelled = -1, []

    while at < len(ours):
        mark = by_first.get(at)
        if mark is not None and not mark.spelled:
            close()
            connectors[-1].append(mark)
            at = mark.last
            continue
        begin = at if begin < 0 else begin
        if mark is not None:
            spelled.append(mark)
        at = mark.last if mark is not None else at + 1
    close()
    return _styled(ours, runs, connectors)


def _styled(ours: Sequence[Token], runs: list[Run], connectors: list[list[Mark]]) -> Pattern | None:
    """Without the period or comma that stands beside a cut: style puts or leaves it there."""
    kept: list[Run] = []
    between: list[list[Mark]] = [list(connectors[0])]
    for number, run in enumerate(runs):
        first, last = run.first, run.last
        inner = [mark for _, mark in run.marks]
        if any(mark.kind is Kind.CUT for mark in connectors[number + 1]) and ours[last - 1].key in _STYLE:
            last -= 1
        if any(mark.kind is Kind.CUT for mark in connectors[number]) and first < last and ours[first].key in _STYLE:
            first += 1
        if first < last:
            kept.append(_run(ours, first, last, inner))
            between.append([])
        between[-1] += connectors[number + 1]
    words = (is_word(key) for run in kept for at, key in enumerate(run.keys) if at not in {n for n, _ in run.marks})
    if not any(words):
        return None
    found = [Connector(tuple(marks), leading=not number) for number, marks in enumerate(between)]
    return Pattern(tuple(kept), tuple(found))


def _run(ours: Sequence[Token], first: int, last: int, spelled: Sequence[Mark]) -> Run:
    by_first = {mark.first: mark for mark in spelled}
    keys: list[str] = []
    parts: list[str] = []
    marks: list[tuple[int, Mark]] = []
    at = first
    while at < last:
        mark = by_first.get(at)
        if mark is None:
            keys.append(ours[at].key)
            parts.append(re.escape(ours[at].key))
            at += 1
        else:
            marks.append((len(keys), mark))
            keys.append(mark.words[0])
            parts.append(mark.spelled)
            at = mark.last
    # Looked for ahead, so that one place may begin within another; the space before stays outside of the next.
    pattern = re.compile(f" (?={' '.join(parts)} )") if marks else None
    return Run(first, last, tuple(keys), pattern, tuple(marks))
