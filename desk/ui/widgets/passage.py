"""`PassageArea`: where a source's passage is pasted or typed, with the words marked that differ from the quote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import TextArea

from desk.model.text import visible
from desk.model.wording.compare import Kind, Piece

#: Half-open character offsets in the whole text, and what became of the words there in the quote.
Span = tuple[int, int, Kind]
_STYLES = {Kind.DROPPED: "passage--dropped", Kind.CUT: "passage--marked", Kind.INSERTED: "passage--marked"}


class PassageArea(TextArea):
    """A text area that marks spans. A paste is handed on as a message: it may be far too long to be shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *TextArea.COMPONENT_CLASSES,
        "passage--dropped",
        "passage--replaced",
        "passage--marked",
    }

    DEFAULT_CSS = """
    PassageArea {
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;

        &:focus {
            border: none;
        }
        & > .passage--dropped {
            color: $removed;
            text-style: bold underline;
        }
        & > .passage--replaced {
            color: $due;
            text-style: bold underline;
        }
        & > .passage--marked {
            color: $border;
            text-style: italic underline;
        }
    }
    """

    @dataclass
    class Pasted(Message):
        """Text was pasted with the terminal's own key."""

        text: str

    def __init__(self, *, placeholder: str, id: str | None = None) -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            compact=True,
            # Its colour would stand over the marks.
            highlight_cursor_line=False,
            placeholder=placeholder,
        )
        self._spans: Sequence[Span] = ()
        self._from, self._to = 0, 0
        self._starts: list[int] = [0]

    def show(self, text: str) -> None:
        """Replace the whole text; the place of the quote in it is marked later."""
        self._spans, self._from, self._to = (), 0, 0
        self.load_text(text)

    def mark(self, pieces: Iterable[Piece], start: int, end: int) -> None:
        """Mark what differs; the stretch from `start` to `end` is where the quote stands, the rest is dimmed."""
        self._spans = [
            (piece.source_start, piece.source_end, piece.kind)
            for piece in pieces
            if piece.kind is not Kind.SAME and piece.source
        ]
        self._from, self._to = start, end
        lengths = (len(self.document.get_line(at)) + 1 for at in range(self.document.line_count))
        self._starts = list(accumulate(lengths, initial=0))
        self.notify_style_update()  # the lines are drawn anew

    def go_to(self, offset: int) -> None:
        """Bring a place of the text into sight."""
        row = max(0, bisect_right(self._starts, offset) - 1)
        column = offset - self._starts[row] if row < len(self._starts) else 0
        self.move_cursor((row, column), center=True)

    def get_line(self, line_index: int) -> Text:
        """A line with its marks."""
        line = Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)
        if self._to <= self._from or line_index >= len(self._starts):
            return line
        base = self._starts[line_index]
        dim = self.get_component_rich_style("text-area--placeholder")
        length = len(line)
        line.stylize(dim, 0, max(0, min(length, self._from - base)))
        line.stylize(dim, max(0, min(length, self._to - base)), length)
        for start, end, kind in self._spans:
            if start < base + length and end > base:
                line.stylize(
                    self.get_component_rich_style(_STYLES.get(kind, "passage--replaced")),
                    max(0, start - base),
                    min(length, end - base),
                )
        return line

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))
