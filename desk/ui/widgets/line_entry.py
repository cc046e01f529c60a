"""`LineEntry`: the line itself, to type into; alone, or with an echo and completions in an `Entry`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from desk.ui import keys


class LineEntry(Input):
    """An `Input` of one line of its own height, into which a paste of several lines comes as one."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("entry")

    DEFAULT_CSS = """
    LineEntry {
        border: none;
        height: 1;
        padding: 0;
        width: 1fr;
        background: $surface;

        &:focus {
            border: none;
            background: $panel;
            background-tint: transparent;
        }
        & > .input--placeholder, & > .input--suggestion {
            color: $dim;
        }
    }
    """

    @dataclass
    class Moved(Message):
        """A key that first belongs to the list of completions: `take`, `next`, `previous`, `close` or `enter`."""

        line: LineEntry
        what: str

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(value, placeholder, id=id, select_on_focus=False)
        #: Which of these keys the list wants now; the others do what they do everywhere.
        self.wanted: frozenset[str] = frozenset()

    async def action_entry(self, what: str) -> None:
        """Hand a key to the list of completions, or let it do what it does elsewhere."""
        if what in self.wanted:
            self.post_message(self.Moved(self, what))
        elif what == "enter":
            await self.action_submit()
        else:
            raise SkipAction

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        from desk.ui.widgets.completion import pasted

        self.replace(pasted(event.text), *sorted(self.selection))
