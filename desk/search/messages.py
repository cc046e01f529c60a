"""What a search line that was not wholly understood, or finds nothing, is answered with, in words."""

from __future__ import annotations

from desk.search.answer import Answer
from desk.search.query import DATES, FIELD_FILTERS, READ_FILTERS, STATES

#: No more than this is said of one part of the line.
_LONGEST = 24


def cut(part: str) -> str:
    """A part of a line, short enough to be said."""
    return part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1]}…"


def not_understood(part: str) -> str:
    """Why a part of a line is left out: "no such filter: colour:red"."""
    key = part.partition(":")[0].lower()
    if key in DATES:
        return f"no date: {cut(part)}"
    if key == "is":
        return f"is: takes {' or '.join(STATES)}: {cut(part)}"
    if key in FIELD_FILTERS:
        return f"no word in it, or more than {READ_FILTERS} filters: {cut(part)}"
    return f"no such filter: {cut(part)}"


def nothing_found(answer: Answer, bank: int) -> str:
    """A sentence for an answer without a hit in a bank of so many quotes; how many there are without its filters."""
    if not bank:
        return "The bank has no quotes yet."
    without = answer.without
    if without is None:
        return "Nothing like that in the bank."
    least = "" if without.counted else "at least "
    many = f"{least}{without.total:,} {'matches' if without.total == 1 else 'match'}"
    if len(without.parts) == 1 and without.parts[0].startswith('"'):
        return f"Nothing has {cut(without.parts[0])} in these very words; {many} without the marks."
    return f"Nothing matches; {many} without {' '.join(cut(part) for part in without.parts)}."
