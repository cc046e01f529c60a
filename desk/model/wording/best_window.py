"""What of a long text is shown: a stretch of it around the most of what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def best_window(text: str, spans: Sequence[Span], room: int) -> Span:
    """Where, in no more room than this, the most different words that matched stand together; the first such place."""
    best, most = spans[0], 0
    for number, (begin, end) in enumerate(spans):
        near = [span for span in spans[number : number + room] if span[1] <= begin + room * 2 // 3]
        different = len({text[low:high].casefold() for low, high in near})
        if different > most:
            best, most = (begin, near[-1][1] if near else end), different
    return best


def cut_around(text: str, spans: Sequence[Span], room: int) -> str:
    """A text as far as there is room for it, around the most of what matched; an ellipsis where it is cut.

    Cut between words, but for one that is longer than the room.
    """
    if len(text) <= room:
        return text
    start = 0
    if spans:
        first, last = best_window(text, spans, room)
        start = max(0, min(first - (room - (last - first)) // 2, len(text) - room))
    end = start + room
    if start:
        gap = text.find(" ", start, end - room // 2)
        start = gap + 1 if gap >= 0 else start
    if end < len(text):
        gap = text.rfind(" ", end - room // 2, end)
        end = gap if gap > start else end
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"
