"""What a one-line entry offers to complete, and what taking it does to the line. Plain functions of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from desk.model.text import clean


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that can stand in the place of what was typed.

    `text` takes the place of the characters from `start` to `end`, by default of the word at the cursor; `note` says
    beside it what it is. What is picked from may be shown as `label` instead of the text itself.
    """

    text: str
    note: str = ""
    label: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def shown(self) -> str:
        """What stands in the list."""
        return self.label or self.text


def word_at(line: str, cursor: int) -> tuple[int, int]:
    """The word that the cursor stands in or behind, from space to space."""
    start = cursor
    while start > 0 and not line[start - 1].isspace():
        start -= 1
    end = cursor
    while end < len(line) and not line[end].isspace():
        end += 1
    return start, end


def accept(line: str, cursor: int, completion: Completion) -> tuple[str, int]:
    """The line with the completion taken, and where the cursor then stands: ready for the next word.

    After a colon nothing is put in between, since a value follows.
    """
    word_start, word_end = word_at(line, cursor)
    start = word_start if completion.start is None else completion.start
    end = word_end if completion.end is None else completion.end
    before, after = line[:start] + completion.text, line[end:]
    if not completion.text.endswith((":", " ")):
        before += " "
        after = after.removeprefix(" ")
    return before + after, len(before)


def in_common(line: str, completions: Sequence[Completion]) -> str:
    """The line with only what all the completions share put in; as it stands where that is no more than was typed."""
    first = completions[0]
    columns = zip(*(one.text.lower() for one in completions), strict=False)
    shared = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, columns))
    if first.start is None or first.end is None or shared <= first.end - first.start:
        return line
    return line[: first.start] + first.text[:shared] + line[first.end :]


def pasted(text: str) -> str:
    """Pasted text as part of one line: cleaned, its lines joined by single spaces."""
    lines = clean(text).replace("\t", " ").split("\n")
    if len(lines) == 1:
        return lines[0]
    return " ".join(line.strip() for line in lines if line.strip())
