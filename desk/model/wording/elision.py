"""A quote with cuts and insertions beside a passage: whether it is the passage's words, in order, less what was cut.

Between the marks (`…`, `[inserted words]`, `[sic]`, `(…)`) every word is verbatim in the passage; a cut stands where words
are left out, an insertion is the reporter's own, alone or in place of words of one sentence. A mark that the passage has
itself is one of its words: a bare `…` beside a pause of the speaker's cuts nothing there, `[…]` does. Likeness never
counts here either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from desk.model.frozen import frozen
from desk.model.wording.compare import Flag, Kind, Piece
from desk.model.wording.elision_marks import Connector, marks_in, pattern_of
from desk.model.wording.elision_search import Chain, Searched
from desk.model.wording.elision_sense import Stretch, risks_of
from desk.model.wording.words import Token, core, is_word

#: Before the first or after the last word that was kept an insertion stands for the rest of the sentence, if it is short.
_REST = 6
#: A mark may be the passage's own or the reporter's: so many are tried both ways, and only in a passage of such a length.
_BOTH_WAYS = 5
_LONG = 50_000


@frozen
class Change:
    """One cut or insertion: the mark as it stands in the quote, what it stands for, and why it may turn the sense.

    `left_out` is the passage's own text, empty where nothing is left out; `words` counts the words in it. `risks` says
    what of the meaning it may take away, each with a sentence.
    """

    kind: Kind
    mark: str
    left_out: str = ""
    words: int = 0
    paragraphs: int = 0
    risks: tuple[tuple[Flag, str], ...] = ()


@frozen
class Elision:
    """How the quote is made of the passage: pieces of kind SAME, CUT and INSERTED, and where in it (half-open)."""

    pieces: tuple[Piece, ...]
    start: int
    end: int
    changes: tuple[Change, ...]

    @property
    def risks(self) -> tuple[str, ...]:
        """Each way in which a cut or an insertion may turn the sense, as a sentence."""
        return tuple(sentence for change in self.changes for _, sentence in change.risks)


def elided(
    passage: str, theirs: list[Token], quote: str, whole: list[Token], ours: list[Token] | None = None
) -> Elision | None:
    """The quote as pieces of the passage, in order, with the fewest words left out; None where it has no marks, or
    where a word outside of them is not the passage's. `theirs` and `whole` are the two texts' tokens; `ours` those of
    the quote that count, where that is not for `core` to say.
    """
    ours = core(whole) if ours is None else ours
    marks = marks_in(ours)
    if not marks or not theirs:
        return None
    text = Searched(theirs)
    own = [
        number for number, mark in enumerate(marks) if text.has([token.key for token in ours[mark.first : mark.last]])
    ]
    ways: Iterator[tuple[bool, ...]]
    if len(own) <= _BOTH_WAYS and len(theirs) <= _LONG:
        ways = product((False, True), repeat=len(own))
    else:
        ways = iter([(False,) * len(own), (True,) * len(own)])
    ends_in_period = next((token.key for token in reversed(whole) if token.key != "'"), "") == "."
    best: Chain | None = None
    for way in ways:
        literal = {number for number, is_own in zip(own, way, strict=True) if is_own}
        pattern = pattern_of(ours, [mark for number, mark in enumerate(marks) if number not in literal])
        found = text.chain(pattern, ends_in_period=ends_in_period) if pattern is not None else None
        if found is not None and (best is None or found.cost < best.cost) and not _at_pause(text, found):
            best = found
    return _made(passage, text, quote, ours, best) if best is not None else None


def _gaps(chain: Chain) -> list[tuple[int, int]]:
    return [(a, b) for (_, a), (b, _) in pairwise(chain.spans)]


def _at_pause(text: Searched, chain: Chain) -> bool:
    """Return True if a bare mark would cut words right beside a pause of the speaker's own: it is that pause, and the words are
    dropped without a mark.
    """
    for connector, (start, end) in zip(chain.pattern.connectors[1:-1], _gaps(chain), strict=True):
        cuts = [mark for mark in connector.marks if mark.kind is Kind.CUT]
        bare = bool(cuts) and all(mark.last - mark.first == 1 for mark in cuts)
        if bare and start < end and "…" in (text.tokens[start].key, text.tokens[end - 1].key):
            return True
    return False


def _made(passage: str, text: Searched, quote: str, ours: list[Token], chain: Chain) -> Elision:
    """The pieces and changes of a chain."""
    pattern, spans = chain.pattern, chain.spans
    first, last = spans[0][0], spans[-1][1]
    gaps = [_edge(text, pattern.connectors[0], text.rest_before(first), first)]
    gaps += _gaps(chain)
    gaps.append(_edge(text, pattern.connectors[-1], last, text.rest_after(last)))
    stretches: list[Stretch] = []
    for connector, gap in zip(pattern.connectors, gaps, strict=True):
        stretches += _stretches(connector, gap)
    for run, (start, _) in zip(pattern.runs, spans, strict=True):
        stretches += [Stretch(mark, start + at, start + at + 1) for at, mark in run.marks]
    stretches.sort(key=lambda stretch: stretch.mark.first)
    replaced = {at for one in stretches for at in range(one.start, one.end)}
    kept = {at for start, end in spans for at in range(start, end)} - replaced
    changes = tuple(_change(passage, text.tokens, quote, ours, one, kept) for one in stretches)
    pieces = tuple(_pieces(passage, text.tokens, quote, ours, chain, stretches))
    start = min((piece.source_start for piece in pieces if piece.source), default=0)
    end = max((piece.source_end for piece in pieces if piece.source), default=0)
    return Elision(pieces, start, end, changes)


def _edge(text: Searched, connector: Connector, start: int, end: int) -> tuple[int, int]:
    """What the marks before the first, or after the last word that was kept stand for: the rest of the sentence.

    A cut there leaves more out, of whole sentences; an insertion stands for it only where it is short.
    """
    at = end if connector.leading else start
    if not connector.marks or not (connector.cuts or connector.replaces):
        return at, at
    short = text.words[end] - text.words[start] <= _REST
    return (start, end) if connector.cuts or short else (at, at)


def _stretches(connector: Connector, gap: tuple[int, int]) -> list[Stretch]:
    """Which mark stands for what is between two runs: the first cut, else the first insertion that may."""
    whose = next((mark for mark in connector.marks if mark.kind is Kind.CUT), None)
    whose = whose or next((mark for mark in connector.marks if not mark.sic), None)
    return [Stretch(mark, *(gap if mark is whose else (gap[1], gap[1]))) for mark in connector.marks]


def _change(passage: str, theirs: list[Token], quote: str, ours: list[Token], one: Stretch, kept: set[int]) -> Change:
    mark = _text(quote, ours, one.mark.first, one.mark.last)
    worded = [at for at in range(one.start, one.end) if is_word(theirs[at].key)]
    left_out = passage[theirs[worded[0]].start : theirs[worded[-1]].end] if worded else ""
    risks = risks_of(theirs, one, kept, mark)
    words = sum(is_word(word) for word in left_out.split())
    return Change(one.mark.kind, mark, left_out, words, left_out.count("\n\n"), risks)


def _pieces(
    passage: str, theirs: list[Token], quote: str, ours: list[Token], chain: Chain, stretches: Sequence[Stretch]
) -> Iterator[Piece]:
    """The pieces in the quote's order. What style puts beside a cut (a period, a comma) belongs to the cut's piece."""
    between = [one for one in stretches if not one.mark.spelled]
    spelled = {one.mark.first: one for one in stretches if one.mark.spelled}
    units: list[tuple[int, int, Stretch | int]] = [(one.mark.first, one.mark.last, one) for one in between]
    units += [(run.first, run.last, number) for number, run in enumerate(chain.pattern.runs)]
    units.sort(key=lambda unit: unit[0])
    low = 0
    for number, (_, last, unit) in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else None
        if isinstance(unit, Stretch):
            if following is None or isinstance(following[2], int):
                last = following[0] if following is not None else len(ours)
            yield _piece(unit.mark.kind, passage, theirs, (unit.start, unit.end), quote, ours, (low, last))
        else:
            run, (start, _) = chain.pattern.runs[unit], chain.spans[unit]
            at = run.first
            while at < run.last:
                one = spelled.get(at)
                next_mark = min((first for first in spelled if first > at), default=run.last)
                to = one.mark.last if one is not None else min(next_mark, run.last)
                begin = start + run.place(at)
                size = 1 if one is not None else to - at
                kind = Kind.SAME if one is None else Kind.INSERTED
                yield _piece(kind, passage, theirs, (begin, begin + size), quote, ours, (at, to))
                at = to
        low = last


def _piece(
    kind: Kind,
    passage: str,
    theirs: list[Token],
    there: tuple[int, int],
    quote: str,
    ours: list[Token],
    here: tuple[int, int],
) -> Piece:
    s1, s2 = _span(theirs, *there)
    q1, q2 = _span(ours, *here)
    return Piece(kind, passage[s1:s2], quote[q1:q2], s1, s2, q1, q2)


def _span(found: list[Token], low: int, high: int) -> tuple[int, int]:
    if low < high:
        return found[low].start, found[high - 1].end
    at = found[low].start if low < len(found) else found[-1].end
    return at, at


def _text(quote: str, ours: list[Token], low: int, high: int) -> str:
    return " ".join(quote[ours[low].start : ours[high - 1].end].split())
