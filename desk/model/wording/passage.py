"""A quote beside the passage of its source: where it stands there, which words differ, and what the cut left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.model.frozen import frozen
from desk.model.wording.compare import Flag, Kind, Piece, pieces
from desk.model.wording.elision import Elision, elided
from desk.model.wording.elision_marks import Mark, marks_in
from desk.model.wording.words import Token, core, is_negation, is_word, marks_at_end, tokens

_SENTENCE_ENDS = frozenset({".", "!", "?"})
_DOUBLE_MARKS = frozenset('"“”„«»')


@frozen
class Comparison:
    """A quote laid beside a passage: the pieces, where in the passage (half-open), and whether the words are the same.

    `cut_negation` is a word such as "not" that stands in the same sentence of the passage outside of what was
    quoted, or "": every word can be the speaker's and the sense be turned round. `elision` is set where the words are
    the passage's, in order, but for what the quote's own marks say was cut or inserted; they are not the same then.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    same: bool
    cut_negation: str = ""
    elision: Elision | None = None

    @property
    def word_for_word(self) -> bool:
        """True if every word that the quote gives as the speaker's is the passage's."""
        return self.same or self.elision is not None


def compare(passage: str, quote: str) -> Comparison:
    """A quote beside a passage that may hold more than it: found where most of its words stand together.

    Meant for a passage of any length; what it has before and after the found stretch is no difference, except a
    question or exclamation mark where the quote puts a period.
    """
    theirs, whole = tokens(passage), tokens(quote)
    ours = core(whole)
    if not ours or not theirs:
        return Comparison(pieces(passage, [], quote, ours), 0, 0, same=False)
    if behind := marks_at_end(ours):
        theirs, ours = _ended_alike(theirs, whole, ours, behind)
    first, last = _window([token.key for token in theirs], [token.key for token in ours])
    found = _tightened(passage, theirs[first:last], quote, ours)
    start = min((piece.source_start for piece in found if piece.source), default=0)
    end = max((piece.source_end for piece in found if piece.source), default=0)
    if _ends_with_period(whole):
        follows = next((token for token in theirs if token.start >= end and token.key != "'"), None)
        if end and follows is not None and follows.key in ("?", "!"):
            mark = passage[follows.start : follows.end]
            at = ours[-1].end
            found = (*found, Piece(Kind.REPLACED, mark, quote[at : at + 1], follows.start, follows.end, at, at + 1))
            end = follows.end
    same = bool(end) and all(piece.kind is Kind.SAME for piece in found)
    if not same and (marks := marks_in(ours)):
        if (elision := elided(passage, theirs, quote, whole, ours)) is not None:
            turned = any(flag is Flag.NEGATION for change in elision.changes for flag, _ in change.risks)
            outside = "" if turned else _cut_negation(passage, theirs, elision.start, elision.end)
            return Comparison(elision.pieces, elision.start, elision.end, False, outside, elision)
        found = tuple(_marked(piece, ours, marks) for piece in found)
    return Comparison(found, start, end, same=same, cut_negation=_cut_negation(passage, theirs, start, end))


def _ended_alike(
    theirs: list[Token], whole: list[Token], ours: list[Token], behind: int
) -> tuple[list[Token], list[Token]]:
    """Both where the quote ends with a quotation inside it: without the comma or period before its mark where that is
    all in which they may differ, else with the quote's own.
    """
    keys, at = [token.key for token in ours], len(ours) - behind
    for end in ((), (".",), (",",)):
        place = _find([token.key for token in theirs], [*keys[:at], *end, *keys[at:]])
        if place >= 0:
            return (theirs[: place + at] + theirs[place + at + len(end) :]), ours
    if not at:
        return theirs, ours
    before, after = ours[at - 1], ours[at]
    return theirs, [*ours[:at], *(one for one in whole if before.end <= one.start < after.start), *ours[at:]]


def _marked(piece: Piece, ours: list[Token], marks: Sequence[Mark]) -> Piece:
    """A piece of the difference; one that a mark of the quote accounts for is told as that, so that the others are seen."""
    here = [at for at, token in enumerate(ours) if piece.quote_start <= token.start < piece.quote_end]
    whose = [mark for mark in marks if any(mark.first <= at < mark.last for at in here)]
    if piece.kind not in (Kind.ADDED, Kind.REPLACED) or any(
        not any(mark.first <= at < mark.last for mark in whose) for at in here
    ):
        return piece
    if any(mark.kind is Kind.CUT for mark in whose):
        worded = any(is_word(token.key) for token in tokens(piece.source))
        return replace(piece, kind=Kind.CUT, flags=frozenset()) if worded else piece
    return replace(piece, kind=Kind.INSERTED, flags=frozenset()) if whose else piece


def _ends_with_period(whole: list[Token]) -> bool:
    return next((token.key for token in reversed(whole) if token.key != "'"), "") == "."


def _window(theirs: Sequence[str], ours: Sequence[str]) -> tuple[int, int]:
    """The stretch of their tokens in which most of ours stand: as long as ours, with as much again for what differs."""
    width = len(ours)
    exact = _find(theirs, ours)
    if exact >= 0:
        return exact, exact + width
    wanted, have = Counter(ours), Counter[str]()
    common = best = 0
    best_at = 0
    for at, key in enumerate(theirs):
        if have[key] < wanted[key]:
            common += 1
        have[key] += 1
        if at >= width:
            gone = theirs[at - width]
            have[gone] -= 1
            if have[gone] < wanted[gone]:
                common -= 1
        if common > best:
            best, best_at = common, at + 1
    slack = max(8, width // 2)
    return max(0, best_at - width - slack), min(len(theirs), best_at + slack)


def _find(theirs: Sequence[str], ours: Sequence[str]) -> int:
    """Where our tokens stand as they are among theirs, or -1."""
    # One string search over joined keys: a key holds no white space.
    joined = f" {' '.join(theirs)} "
    place = joined.find(f" {' '.join(ours)} ")
    return joined.count(" ", 0, place) if place >= 0 else -1


#: How many more words than the quote has there its first or last difference may show of the passage.
_EDGE = 2


def _tightened(passage: str, theirs: list[Token], quote: str, ours: list[Token]) -> tuple[Piece, ...]:
    """The difference in the shortest stretch. Where the quote's first or last words stand twice, the nearer ones count,
    and a difference at either end reaches no further than its sentence.

    Otherwise "We are here. We are not going" beside "We are going" would show four words as left out, not one.
    """
    found = _trimmed(pieces(passage, theirs, quote, ours))
    for from_end in (False, True):
        # The passage's tokens as seen from that end: the stretch begins at one of them.
        seen = theirs[::-1] if from_end else theirs
        begin = _begin(found[::-1] if from_end else found, passage, seen, ours)
        if begin:
            shorter = seen[begin:][::-1] if from_end else seen[begin:]
            tried = _trimmed(pieces(passage, shorter, quote, ours))
            if _same_length(tried) >= _same_length(found):
                found, theirs = tried, shorter
    return found


def _begin(run: Sequence[Piece], passage: str, seen: list[Token], ours: list[Token]) -> int:
    """How many tokens may be left off from that end; 0 for none."""
    if len(run) >= 2 and run[0].kind is Kind.REPLACED:
        inner = _inside(run[0], seen)
        most = _EDGE + sum(run[0].quote_start <= token.start < run[0].quote_end for token in ours)
        at = inner[-1] + 1
        while at > inner[0] and inner[-1] + 1 - at < most and not _parts(seen[at - 1], passage):
            at -= 1
        return at
    if len(run) >= 3 and run[0].kind is Kind.SAME and run[1].kind in (Kind.DROPPED, Kind.REPLACED):
        edge = [seen[at].key for at in _inside(run[0], seen)]
        inner = _inside(run[1], seen)
        again = (at for at in reversed(inner) if [token.key for token in seen[at : at + len(edge)]] == edge)
        return next((at for at in again if at + len(edge) - 1 <= inner[-1]), 0)
    return 0


def _inside(piece: Piece, seen: list[Token]) -> list[int]:
    return [at for at, token in enumerate(seen) if piece.source_start <= token.start < piece.source_end]


def _parts(token: Token, passage: str) -> bool:
    """Return True if a token parts one sentence, or what one person says, from another."""
    return token.key in _SENTENCE_ENDS or passage[token.start] in _DOUBLE_MARKS


def _same_length(found: tuple[Piece, ...]) -> int:
    return sum(piece.quote_end - piece.quote_start for piece in found if piece.kind is Kind.SAME)


def _trimmed(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without what the passage has before and after: that was not dropped, only not quoted."""
    low, high = 0, len(found)
    if high - low > 1 and found[low].kind is Kind.DROPPED:
        low += 1
    if high - low > 1 and found[high - 1].kind is Kind.DROPPED:
        high -= 1
    return found[low:high]


def _cut_negation(passage: str, theirs: list[Token], start: int, end: int) -> str:
    """A negation in the sentence of the passage that was quoted from, outside of the quoted stretch."""
    if not end:
        return ""
    first = next(at for at, token in enumerate(theirs) if token.end > start)
    last = next((at for at, token in enumerate(theirs) if token.start >= end), len(theirs))
    sides: tuple[Iterator[int], ...] = (iter(range(first - 1, -1, -1)), iter(range(last, len(theirs))))
    for side in sides:
        for at in side:
            token = theirs[at]
            # What stands beyond the speaker's own marks is the reporter's sentence, not the speaker's.
            if _parts(token, passage):
                break
            if is_negation(token.key):
                return token.key
    return ""
