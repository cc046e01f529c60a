"""`MarkedText`: a long text as it is, with a sign in the margin where something in it is marked. Only read, never edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from textual import events
from textual.content import Content, Span
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from desk.model.frozen import frozen
from desk.ui.widgets import text as say

#: Cells of the margin: a sign and a space.
_MARGIN = 2
#: A tab is as wide as this, and drawn as spaces: a line keeps its places.
_TAB = "    "


@frozen
class MarkedPart:
    """What is marked at [start, end), with which sign, in which style."""

    start: int
    end: int
    sign: str
    style: str


def broken(text: str, lines: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """The lines of a text as stretches of at most `width` cells, broken between words where they can be."""
    found: list[tuple[int, int]] = []
    for start, end in lines:
        wide = cell_len(text[start:end]) != end - start
        while end - start > width or (wide and cell_len(text[start:end]) > width):
            most = _fitting(text, start, end, width) if wide else start + width
            space = text.rfind(" ", start + 1, most + 1)
            stop = space if space > start else most
            found.append((start, stop))
            start = stop + (space > start)
        found.append((start, end))
    return found


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """How far a stretch reaches that fits; one character at least."""
    cells, at = 0, start
    while at < end and (cells := cells + get_character_cell_size(text[at])) <= width:
        at += 1
    return max(at, start + 1)


class MarkedText(ScrollView, can_focus=True):
    """Draws only the lines that are seen. `current` is the number of the marked part that is looked at."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    MarkedText {
        height: 1fr;
        background: transparent;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
    }
    """

    @dataclass
    class Picked(Message):
        """A marked part was clicked on."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._whole: Sequence[tuple[int, int]] = ()
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._parts: Sequence[MarkedPart] = ()
        self._on_line: dict[int, list[int]] = {}
        self._current: int | None = None
        self._width = 0

    def show(self, text: str, lines: Sequence[tuple[int, int]], parts: Sequence[MarkedPart]) -> None:
        """Show a text, with what is marked in it; the same place stays in sight as far as it can."""
        at = self.scroll_offset.y
        self._text, self._whole, self._parts = text.replace("\t", " "), lines, parts
        self._current = None
        self._break()
        self.scroll_to(y=at, animate=False)

    def look_at(self, number: int | None) -> None:
        """Bring one of the marked parts into sight."""
        self._current = number
        if number is not None and self._starts:
            part = self._parts[number]
            first, last = self._line_of(part.start), self._line_of(max(part.start, part.end - 1))
            region = Region(0, max(0, first - 1), 1, min(last - first + 3, max(1, self.size.height)))
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)
        self.refresh()

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _break(self) -> None:
        if not self.scrollable_content_region.width:
            return  # before the first layout there is no width to break lines for
        self._width = max(1, self.scrollable_content_region.width - _MARGIN)
        self._lines = broken(self._text, self._whole, self._width)
        self._starts = [start for start, _ in self._lines]
        self._on_line = {}
        for number, part in enumerate(self._parts):
            for line in range(self._line_of(part.start), self._line_of(max(part.start, part.end - 1)) + 1):
                self._on_line.setdefault(line, []).append(number)
        self.virtual_size = Size(self._width + _MARGIN, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Broken anew for another width; what is looked at stays in sight."""
        if self._whole and max(1, self.scrollable_content_region.width - _MARGIN) != self._width:
            self._break()
            self.look_at(self._current)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset_capture(self)
        line = place.y + self.scroll_offset.y
        numbers = self._on_line.get(line, [])
        at = self._lines[line][0] + place.x - _MARGIN if line < len(self._lines) else 0
        on = [number for number in numbers if self._parts[number].start <= at < self._parts[number].end]
        if on or numbers:
            self.post_message(self.Picked((on or numbers)[0]))

    def notify_style_update(self) -> None:
        """A theme was switched."""
        self.refresh()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line = y + self.scroll_offset.y
        style = self.visual_style
        if line >= len(self._lines):
            return Strip.blank(self.size.width, style.rich_style)
        start, end = self._lines[line]
        shown = say.said(self._text[start:end])
        numbers = self._on_line.get(line, [])
        sign: Content = Content(" " * _MARGIN)
        for number in reversed(numbers):
            part = self._parts[number]
            low, high = max(0, part.start - start), min(end, part.end) - start
            here = f"{part.style} reverse" if number == self._current else f"{part.style} underline"
            if low < high and not (self._covers(numbers, number) and number != self._current):
                shown = shown.add_spans([Span(low, high, here)])
            if self._line_of(part.start) == line:
                sign = say.fit((part.sign, f"bold {part.style}"), _MARGIN)
        content = Content.assemble(sign, shown)
        width = self.scrollable_content_region.width
        return Strip([*say.strip(content, width, style), Segment(" ", style.rich_style)], width + 1).crop(
            0, self.size.width
        )

    def _covers(self, numbers: Sequence[int], number: int) -> bool:
        """Return True if the part that is looked at is the same stretch as this one, so that its style stands there."""
        if self._current is None or self._current not in numbers:
            return False
        part, current = self._parts[number], self._parts[self._current]
        return part.start < current.end and current.start < part.end
