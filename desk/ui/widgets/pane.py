"""`Pane`: one framed part of the desk. Its border carries number, name and count and, with the focus, its keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from desk.ui.widgets import text


def title(number: str, name: str, *parts: str) -> Content:
    """As in "1 Talks ─ SAG-AFTRA × AMPTP ─ 1 of 3": the number (or none) and name, then what is shown and how much."""
    head = f"{number} {name}" if number else name
    return text.assemble(head, *((f" ─ {part}", text.DIM) for part in parts if part))


def keys_line(keys: Iterable[tuple[str, str]], gap: int = 3) -> Content:
    """As in "a add   e another date": each key in the accent, then what it will do, with `gap` cells between."""
    pieces: list[text.Part] = []
    for key, words in keys:
        pieces += [" " * gap if pieces else "", (key, "bold $border"), (f" {words}", text.DIM)]
    return text.assemble(*pieces)


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

    subject: reactive[str] = reactive("")
    count: reactive[str] = reactive("")

    def __init__(
        self, number: str, name: str, *children: Widget, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self._number = number
        self._title = name
        self._keys: tuple[tuple[str, str], ...] = ()
        self._shown_keys: tuple[tuple[str, str], ...] = ()

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

    def _show_title(self) -> None:
        self.border_title = title(self._number, self._title, self.subject, self.count)

    def _show_keys(self) -> None:
        keys = self._keys if self.has_focus_within else ()
        if keys != self._shown_keys:  # a border's words draw the whole pane again
            self._shown_keys = keys
            self.border_subtitle = keys_line(keys) if keys else None
