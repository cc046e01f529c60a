"""The line at the top: which talks, how they stand, what time it is. Under it, in a narrow window, the tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message

from desk.app.session import Session
from desk.model.dates.apstyle import ap_time
from desk.model.dates.show import MONTHS, WEEKDAYS
from desk.model.dates.zones import GENERAL_WORD, abbreviation
from desk.model.talks.grounds import Grounds
from desk.model.talks.standing import standing_words
from desk.ui.base import OnDesk
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from desk.model.talks.fold import Standing


class StatusLine(Lines, OnDesk):
    """Name of the talks, the axes that are known, the clock; and what is under way where it takes long."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(self._line)
        self._session = session
        self._talks = ""
        self._standing: Standing | None = None
        self._grounds = Grounds()
        self._told = False
        self._shown = ""

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)
        self.watch(self.app, "working", self.refresh_line, init=False)

    def set_talks(self, name: str, standing: Standing | None, grounds: Grounds) -> None:
        """Other talks, or the same that stand otherwise."""
        self._talks, self._standing, self._grounds, self._told = name, standing, grounds, True
        self.refresh()

    def refresh_line(self) -> None:
        self.refresh()

    def _tick(self) -> None:
        if self._clock() != self._shown:
            self.refresh()

    def _clock(self) -> str:
        now = self._session.local_now()
        zone = GENERAL_WORD.get(self._session.zone) or abbreviation(now, self._session.zone)
        return f"{WEEKDAYS[now.weekday()]} {MONTHS[now.month - 1]} {now.day}  {ap_time(now.time())} {zone}"

    def _line(self, width: int) -> list[Content]:
        self._shown = self._clock()
        working = self.desk.working
        end = text.assemble((f"… {working}   ", "$due") if working else "", (self._clock(), text.DIM))
        if self._standing is None:
            name = self._talks or "Newsroom Desk" if self._told else ""  # before that nothing, so that no word jumps
            return [text.between((name, text.BOLD), end, width)]
        today = self._session.seen_today()
        how = standing_words(self._standing, self._grounds, today)
        if len(self._talks) + len(how) + end.cell_length + 4 > width:
            how = standing_words(self._standing, self._grounds, today, brief=True)
        return [text.between(text.assemble((self._talks, text.BOLD), "   ", how), end, width)]


class Tabs(Lines):
    """The panes by name and count, with the next deadline at the end: the row over a single pane."""

    DEFAULT_CSS = """
    Tabs {
        height: 1;
        width: 1fr;
        padding: 0 1;
    }
    """

    @dataclass
    class Picked(Message):
        """A tab was clicked on."""

        scope: str

    def __init__(self) -> None:
        super().__init__(self._line)
        self._tabs: Sequence[tuple[str, str]] = ()
        self._current = ""
        self._next: text.Part = ""

    def show_tabs(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        """What the tabs say, and which pane is seen."""
        if (tabs, current) != (self._tabs, self._current):
            self._tabs, self._current = tabs, current
            self.refresh()

    def show_next(self, words: text.Part) -> None:
        """The next deadline."""
        self._next = words
        self.refresh()

    def _line(self, width: int) -> list[Content]:
        parts: list[text.Part] = []
        for scope, words in self._tabs:
            parts += ["  " if parts else "", (words, "bold $border underline" if scope == self._current else text.DIM)]
        tabs = text.assemble(*parts)
        # The tabs come first; the deadline has what is left of the line, or nothing.
        room = width - tabs.cell_length - 2
        return [text.between(tabs, text.assemble(self._next).truncate(room, ellipsis=True) if room >= 8 else "", width)]

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset_capture(self).x
        for scope, words in self._tabs:
            at -= len(words)
            if at < 0:
                self.post_message(self.Picked(scope))
                return
            at -= 2
            if at < 0:
                return
