"""`Area`: a labelled field of several lines, into which a passage can be pasted, with what is wrong beneath it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from desk.model.errors import InputError
from desk.model.text import clean
from desk.ui import keys
from desk.ui.widgets import text


class _Lines(TextArea):
    """Takes a paste cleaned, as it will be kept."""

    async def _on_paste(self, event: events.Paste) -> None:
        await super()._on_paste(events.Paste(clean(event.text)))
        event.stop()
        event.prevent_default()


class Area(Vertical):
    """Has the ways of an `Entry`: a value, an echo, words for what is wrong. Enter begins a new line.

    ctrl+o asks the app, with `Outside`, for the reporter's own editor.
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("area")

    DEFAULT_CSS = """
    Area {
        height: auto;

        & > Horizontal {
            height: 3;
        }
        & .area--label {
            width: auto;
            color: $dim;
        }
        & TextArea {
            width: 1fr;
            height: 3;
            border: none;
            padding: 0;
            background: $surface;
            scrollbar-size-vertical: 1;

            &:focus {
                border: none;
                background: $panel;
                background-tint: transparent;
            }
        }
        & .area--echo {
            height: 1;
            width: 1fr;
            color: $dim;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        &.-wrong .area--echo, &.-wrong .area--label {
            color: $red;
        }
        &:focus-within .area--label {
            color: $foreground;
        }
    }
    """

    @dataclass
    class Changed(Message):
        """The words are others now."""

        area: Area
        value: str

        @property
        def control(self) -> Area:
            return self.area

    @dataclass
    class Outside(Message):
        """The words are to be written in the reporter's own editor."""

        area: Area

        @property
        def control(self) -> Area:
            return self.area

    def __init__(
        self, label: str, value: str = "", *, read: Callable[[str], object], hint: str = "", id: str | None = None
    ) -> None:
        """`read` raises InputError for what cannot be taken; `hint` stands beneath while nothing is wrong."""
        super().__init__(id=id)
        self._label = label
        self._read = read
        self._hint = hint
        self.lines = _Lines(
            value, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )
        self._beneath = Static(classes="area--echo")

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(text.said(self._label), classes="area--label")
            yield self.lines
        yield self._beneath

    def on_mount(self) -> None:
        self.say_again()

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.lines.text

    @value.setter
    def value(self, value: str) -> None:
        self.lines.text = value
        self.lines.move_cursor(self.lines.document.end)

    def focus(self, scroll_visible: bool = True) -> Area:
        """Put the cursor into the field."""
        self.lines.focus(scroll_visible)
        return self

    def say_again(self) -> None:
        """Say what is wrong, or the hint."""
        self.remove_class("-wrong")
        if self.value.strip():
            try:
                self._read(self.value)
            except InputError as error:
                self.wrong(str(error))
                return
        self._beneath.update(text.said(" · ".join(part for part in ("^o your editor", self._hint) if part)))

    def action_outside(self) -> None:
        """Write the words in the reporter's own editor."""
        self.post_message(self.Outside(self))

    def wrong(self, words: str) -> None:
        """Say at the field what is wrong with it, until it is changed."""
        self.add_class("-wrong")
        self._beneath.update(text.said(f"✕ {words}"))

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.say_again()
        self.post_message(self.Changed(self, self.value))
