"""A sheet of facts: headings, and values with their labels, aligned and wrapped for the width there is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from desk.model.frozen import frozen
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines

_LABEL = 13


@frozen
class Fact:
    """A value with its label; the same label is not said twice in a row."""

    label: str
    value: text.Part


@frozen
class Words:
    """Text over the whole width, such as the words of a quote."""

    value: text.Part


@frozen
class Title:
    """What the facts below are about."""

    words: str


Item = Fact | Words | Title


def draw(items: Sequence[Item], width: int) -> list[Content]:
    """The lines of a sheet."""
    lines: list[Content] = []
    label = ""
    for item in items:
        match item:
            case Title():
                lines += (
                    [Content(""), text.said(item.words, f"bold {text.DIM}")]
                    if lines
                    else [text.said(item.words, f"bold {text.DIM}")]
                )
                label = ""
            case Words():
                lines += text.wrap(item.value, width)
                label = ""
            case Fact():
                said = item.label if item.label != label else ""
                label = item.label
                for number, line in enumerate(text.wrap(item.value, max(8, width - _LABEL))):
                    lines.append(Content.assemble(text.fit((said if not number else "", text.DIM), _LABEL), line))
    return lines


class Sheet(VerticalScroll):
    """A sheet that scrolls where it is longer than the room."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr;
        scrollbar-size-vertical: 1;
    }
    """

    def compose(self) -> ComposeResult:
        yield Lines()

    def show(self, items: Sequence[Item]) -> None:
        """Show other facts, from the top."""
        self.query_one(Lines).show(lambda width: draw(items, width))
        self.scroll_home(animate=False)
