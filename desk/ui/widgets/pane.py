"""`Pane`: one framed part of the desk. Its border carries number, name and count and, with the focus, its keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from textual import events
from textual.app import App
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, TextArea

from desk.ui.widgets import text

_KEY = "bold $border"


def title(number: str, name: str, *parts: str) -> Content:
    """As in "1 Talks ─ SAG-AFTRA × AMPTP ─ 1 of 3": the number (or none) and name, then what is shown and how much."""
    head = f"{number} {name}" if number else name
    return text.assemble(head, *((f" ─ {part}", text.DIM) for part in parts if part))


def keys_line(keys: Iterable[tuple[str, str]], gap: int = 3) -> Content:
    """As in "a add   e another date": each key in the accent, then what it will do, with `gap` cells between."""
    pieces: list[text.Part] = []
    for key, words in keys:
        pieces += [" " * gap if pieces else "", (key, _KEY), (f" {words}", text.DIM)]
    return text.assemble(*pieces)


def key_at(line: Content, x: int) -> str:
    """The key of a `keys_line` at this cell, or whose words stand there; empty where there is none."""
    keys = sorted((span.start, span.end) for span in line.spans if span.style == _KEY)
    follows = [start for start, _ in keys[1:]] + [len(line)]
    for (start, end), until in zip(keys, follows, strict=True):
        if start <= x < start + len(line.plain[start:until].rstrip()):
            several = line.plain[start:end].split()
            return several[line.plain[start : min(x, end)].count(" ") if x < end else 0]
    return ""


def press(app: App[Any], shown: str) -> None:
    """Press a key that is shown somewhere, for whoever clicked on it; not where it would be a letter typed."""
    from desk.ui.keys import key_shown

    key, character = key_shown(shown)
    if key and not (character and isinstance(app.focused, Input | TextArea)):
        app.post_message(events.Key(key, character or None).set_sender(app))  # as the driver does, so that it bubbles


class Pane(Vertical):
    """A frame with a title; a pane of the desk subclasses it and composes what it holds."""

    DEFAULT_CSS = """
    Pane {
        border: round $border-blurred;
        border-title-color: $foreground;
        border-title-style: none;
        border-subtitle-align: right;
        background: $background;

        &:focus-within, &.-entered {
            border: round $border;
            border-title-color: $border;
            border-title-style: bold;
        }
    }
    """

    subject: reactive[str] = reactive("", repaint=False)
    count: reactive[str] = reactive("", repaint=False)

    def __init__(
        self, number: str, name: str, *children: Widget, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self._number = number
        self._title = name
        self._keys: tuple[tuple[str, str], ...] = ()
        self._shown_keys: tuple[tuple[str, str], ...] = ()
        self._line: int | None = None

    def on_mount(self) -> None:
        self._show_title()

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """The keys that work here now, with what each will do; seen while the focus is inside. What has no key is left
        out.
        """
        self._keys = tuple((key, words) for key, words in keys if key)
        self._show_keys()

    def watch_subject(self) -> None:
        self._show_title()

    def watch_count(self) -> None:
        self._show_title()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        self._show_keys()

    def on_descendant_blur(self, _: events.DescendantBlur) -> None:
        self._show_keys()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As a widget's, but that new words in the border draw only their own line again, not all that it frames."""
        if self._line is not None:
            regions = (Region(-1, self._line, self.outer_size.width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_click(self, event: events.Click) -> None:
        """A key that the frame shows is pressed by a click on it."""
        line = self._border_subtitle
        if line is None or event.screen_y != self.region.bottom - 1:
            return
        begins = self.region.right - 3 - line.cell_length  # a corner, a line and a space are at its right
        press(self.app, key_at(line, event.screen_x - begins))

    def _show_title(self) -> None:
        self._line = -1
        self.border_title = title(self._number, self._title, self.subject, self.count)
        self._line = None

    def _show_keys(self) -> None:
        keys = self._keys if self.has_focus_within else ()
        if keys != self._shown_keys:
            self._shown_keys = keys
            self._line = self.content_size.height
            self.border_subtitle = keys_line(keys) if keys else None
            self._line = None
