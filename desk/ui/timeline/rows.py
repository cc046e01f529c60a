"""The list of the timeline: a row for talks, in which a click means a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from desk.model.talks.timeline import Row
from desk.ui.widgets.rows import RowList


class CalendarRows(RowList[Row]):
    """The rows of the calendar. A click goes to the day under it, and on the day of the cursor turns the desk."""

    #: The list's own keys, less those that mean the day here.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "screen.today", show=False, id="timeline.today"),
        Binding("enter", "screen.turn", show=False, id="timeline.turn"),
    ]

    @dataclass
    class Clicked(Message):
        """A row was clicked on, so many cells from its left."""

        row: int
        cell: int

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        at = event.get_content_offset_capture(self)
        line = at.y + self.scroll_offset.y
        if line < len(self.rows):
            self.post_message(self.Clicked(line, at.x - 1))
