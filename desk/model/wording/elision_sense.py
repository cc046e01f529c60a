"""What a cut or an insertion may take of a sentence's meaning: a negation, a number, a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desk.model.frozen import frozen
from desk.model.wording.compare import Flag, Kind
from desk.model.wording.elision_marks import Mark
from desk.model.wording.words import Token, is_name, is_negation, is_number, is_sentence_end, is_word

#: Capitals that name a time, not somebody.
_TIMES = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """.split()
)


@frozen
class Stretch:
    """A mark, and the tokens of the passage for which it stands (half-open; none where it stands alone)."""

    mark: Mark
    start: int
    end: int


def risks_of(theirs: Sequence[Token], one: Stretch, kept: set[int], mark: str) -> tuple[tuple[Flag, str], ...]:
    """Why this cut or insertion may turn the sense, each with a sentence. `kept` are the passage's tokens that stay."""
    find = _of_cut if one.mark.kind is Kind.CUT else _of_insertion
    return tuple(find(theirs, one, kept, mark))


def _of_cut(theirs: Sequence[Token], one: Stretch, kept: set[int], mark: str) -> Iterator[tuple[Flag, str]]:
    left_out = range(one.start, one.end)
    for at in left_out:
        if is_negation(theirs[at].key) and _others_stay(theirs, at, kept):
            yield (
                Flag.NEGATION,
                f"The cut at “{mark}” takes “{theirs[at].key}” out of a sentence of which other words stay.",
            )
            break
    for flag, torn in ((Flag.NUMBER, _is_number), (Flag.NAME, _is_name)):
        if pair := _torn(theirs, one, kept, torn):
            what = "a number" if flag is Flag.NUMBER else "a name"
            yield flag, f"The cut at “{mark}” parts {what}: “{theirs[pair[0]].key}” and “{theirs[pair[1]].key}”."


def _of_insertion(theirs: Sequence[Token], one: Stretch, kept: set[int], mark: str) -> Iterator[tuple[Flag, str]]:
    gone = [theirs[at].key for at in range(one.start, one.end)]
    come = list(one.mark.words)
    lost, brought = ([key for key in keys if is_negation(key)] for keys in (gone, come))
    if len(brought) > len(lost):
        yield Flag.NEGATION, f"“{mark}” brings in a negation that the passage does not have there."
    elif len(lost) > len(brought):
        yield Flag.NEGATION, f"“{mark}” stands for words with “{lost[0]}” in them."
    here = {theirs[at].key.casefold() for at in kept} | {key.casefold() for key in gone}
    new = [key for key in come if is_number(key) and key.casefold() not in here]
    old = [key for key in gone if is_number(key) and key.casefold() not in {word.casefold() for word in come}]
    if new:
        yield Flag.NUMBER, f"“{mark}” brings in a number, “{new[0]}”, that the passage does not have there."
    elif old:
        yield Flag.NUMBER, f"“{mark}” stands for words with the number “{old[0]}” in them."
    named = [theirs[at].key for at in range(one.start, one.end) if _is_name(theirs, at)]
    if missing := [name for name in named if name not in come]:
        yield Flag.NAME, f"“{mark}” stands for the name “{missing[0]}”."


def _others_stay(theirs: Sequence[Token], at: int, kept: set[int]) -> bool:
    """Return True if words of the sentence in which this token stands are in the quote."""
    low = at
    while low > 0 and not is_sentence_end(theirs, low - 1):
        low -= 1
        if low in kept and is_word(theirs[low].key):
            return True
    high = at
    while high < len(theirs) and not is_sentence_end(theirs, high):
        if high in kept and is_word(theirs[high].key):
            return True
        high += 1
    return False


def _torn(
    theirs: Sequence[Token], one: Stretch, kept: set[int], is_one: Callable[[Sequence[Token], int], bool]
) -> tuple[int, int] | None:
    """Two neighbours that are one number or name, of which one is cut and the other stays."""
    for inside, step in ((one.start, -1), (one.end - 1, 1)):
        beside = inside + step
        while 0 <= beside < len(theirs) and theirs[beside].key == "-":
            beside += step
        if one.start < one.end and beside in kept and is_one(theirs, inside) and is_one(theirs, beside):
            return (beside, inside) if step < 0 else (inside, beside)
    return None


def _is_number(theirs: Sequence[Token], at: int) -> bool:
    return is_number(theirs[at].key)


def _is_name(theirs: Sequence[Token], at: int) -> bool:
    return is_name(theirs, at) and theirs[at].key not in _TIMES
