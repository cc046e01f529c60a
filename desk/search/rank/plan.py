"""What is looked for: the typed words as slots, each to be filled by one word of a quote; lost and stray spaces mended."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from desk.model.frozen import frozen

_SHORTEST_SPLIT = 5
_MOST_REPAIRS = 6


@frozen
class Slot:
    """One word to be found. `exact_only`: nothing but the word itself fills it (it is a guess already)."""

    word: str
    open_ended: bool = False
    exact_only: bool = False


@frozen
class Plan:
    """Slots by number. The first `typed` of them are the words as typed, each once; `order` is how they were typed.

    `pairs` are slots expected side by side; the first `typed_pairs` of them as typed. Of each alternative, two groups
    of slots that stand for the same letters, only the better counts.
    """

    slots: tuple[Slot, ...]
    typed: int
    order: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    typed_pairs: int
    alternatives: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def plan(words: tuple[str, ...], open_ended: bool, rows_with: Callable[[str], int]) -> Plan:
    """How to look for these words. `rows_with` says how many quotes have a very word."""
    slots: dict[Slot, int] = {}
    places = [
        slots.setdefault(Slot(word, open_ended and number == len(words) - 1), len(slots))
        for number, word in enumerate(words)
    ]
    typed = len(slots)
    pairs = dict.fromkeys((a, b) for a, b in pairwise(places) if a != b)
    typed_pairs = len(pairs)
    alternatives: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for number, word in enumerate(words):
        if len(alternatives) >= _MOST_REPAIRS:
            break
        before = places[number - 1] if number else None
        after = places[number + 1] if number + 1 < len(places) else None
        digits = word.isdigit() and after is not None and words[number + 1].isdigit()
        if after is not None and (digits or rows_with(word + words[number + 1])):
            # A number may go on: of "18,451,000" somebody remembers the beginning.
            joined = slots.setdefault(Slot(word + words[number + 1], digits, exact_only=True), len(slots))
            alternatives.append(((places[number], after), (joined,)))
            beyond = places[number + 2] if number + 2 < len(places) else None
            pairs.update(dict.fromkeys(_side_by_side(before, joined, beyond)))
        for first, second in splits(word, rows_with):
            one = slots.setdefault(Slot(first, exact_only=True), len(slots))
            two = slots.setdefault(Slot(second, exact_only=True), len(slots))
            alternatives.append(((places[number],), (one, two)))
            pairs.update(dict.fromkeys(_side_by_side(before, one, two, after)))
    return Plan(tuple(slots), typed, tuple(places), tuple(pairs), typed_pairs, tuple(alternatives))


def splits(word: str, rows_with: Callable[[str], int]) -> list[tuple[str, str]]:
    """The likeliest ways in which a word that no quote has is two words without their space."""
    if len(word) < _SHORTEST_SPLIT or rows_with(word):
        return []
    found = []
    for at in range(1, len(word)):
        first, second = rows_with(word[:at]), rows_with(word[at:])
        if first and second:
            found.append((first * second, word[:at], word[at:]))
    found.sort(reverse=True)
    return [(first, second) for _, first, second in found[:1]]


def _side_by_side(*slots: int | None) -> list[tuple[int, int]]:
    there = [slot for slot in slots if slot is not None]
    return [(a, b) for a, b in pairwise(there) if a != b]
