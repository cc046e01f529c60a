"""What is said beside the work: one notice at a time, where it covers neither the line it is about nor the keys.

A screen with a line of its own for what is said (a form, the log line) says it there, and shows no notice.
"""

from __future__ import annotations

import time
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.css.query import NoMatches
from textual.geometry import Offset, Region, Size
from textual.notifications import Notification, SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets._toast import Toast, ToastHolder, ToastRack

from desk.model.frozen import frozen
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

#: The cells of the widest notice.
_WIDEST = 72
#: Seconds in which what may have to be read first (a warning, an error) is not replaced by the next notice, but joined.
_READ = 3.0
#: Lines up to which what has the focus is a line that is typed into; what is higher is read, and may be covered in part.
_LINES = 3
#: How often, in seconds, it is looked whether the notice still stands well: the cursor moves, panes are read again.
_LOOK = 0.1


@runtime_checkable
class SpeaksItself(Protocol):
    """A screen that shows what is said in a line of its own."""

    def take_notice(self, words: str) -> None:
        """Show these words until something else is done."""


@frozen
class _Said:
    words: str
    title: str
    severity: SeverityLevel
    at: float
    seconds: float


class NoticingApp(App[int]):
    """An app that says one thing at a time."""

    _said: _Said | None = None
    _looks: Timer | None = None

    @property
    def speaks_itself(self) -> bool:
        """True if what is said now goes to a line of the screen on top."""
        return bool(self.screen_stack) and isinstance(self.screen, SpeaksItself)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say this, in place of what was said before; what may have to be read first stays with it."""
        if self.screen_stack and isinstance(self.screen, SpeaksItself):
            self.screen.take_notice(message)
            return
        now, seconds = time.monotonic(), timeout or self.NOTIFICATION_TIMEOUT
        before = self._said
        if before is not None and before.severity != "information" and now - before.at < min(_READ, before.seconds):
            if message not in before.words.split("\n"):
                message = f"{before.words}\n{f'{title}: ' if title and title != before.title else ''}{message}"
            else:
                message = before.words
            title = before.title
            severity = "error" if "error" in (severity, before.severity) else "warning"
            seconds = max(seconds, before.seconds)
        self._said = _Said(message, title, severity, now, seconds)
        self._notifications.clear()
        self._notifications.add(Notification(message, title, severity, seconds, markup=False))
        self._refresh_notifications()
        self.call_after_refresh(self._place)
        if self._looks is None:
            self._looks = self.set_interval(_LOOK, self._place)
        self._looks.resume()

    def take_back_notice(self, words: str) -> None:
        """Take this line out of what is said, since it is not so any more."""
        said = self._said
        if said is None or words not in (lines := said.words.split("\n")):
            return
        lines.remove(words)
        left = said.at + said.seconds - time.monotonic()
        self._said = None
        self.clear_notifications()
        if lines and left > 0:
            self.notify("\n".join(lines), title=said.title, severity=said.severity, timeout=left)

    def _refresh_notifications(self) -> None:
        """Show what is said on the screen on top alone: one beneath, of which a part is seen, would say it again."""
        for beneath in self.screen_stack[:-1]:
            for rack in beneath.query(ToastRack):
                rack.display = False
        super()._refresh_notifications()

    def quiet_for(self, screen: Screen[Any]) -> None:
        """A screen with a line of its own opens: nothing stands over it. What still has to be read, it says."""
        said, self._said = self._said, None
        self.clear_notifications()
        urgent = said is not None and said.severity != "information" and time.monotonic() - said.at < said.seconds
        if said is not None and urgent and isinstance(screen, SpeaksItself):
            screen.take_notice(said.words)

    def _place(self) -> None:
        """Put the notice where nothing lies under it that is needed now."""
        if not self._notifications or not self.screen_stack:
            if self._looks is not None:
                self._looks.pause()
            return
        try:
            rack = self.screen.get_child_by_type(ToastRack)
        except NoMatches:
            return
        for toast in rack.query(Toast):
            toast.styles.max_width = min(_WIDEST, self.screen.size.width)
            size = toast.outer_size
            if size.width and isinstance(toast.parent, ToastHolder):
                at = place(size, self.screen.size, _needed(self.screen))
                toast.parent.styles.align_horizontal = "right" if at.x else "left"
                rack.styles.margin = (0, 0, max(0, self.screen.size.height - at.y - size.height), 0)


def place(notice: Size, screen: Size, needed: list[Region]) -> Offset:
    """The lowest place at the right, or else at the left, at which a notice covers nothing that is needed."""
    lowest = max(0, screen.height - notice.height)
    for y in range(lowest, -1, -1):
        for x in (max(0, screen.width - notice.width), 0):
            region = Region(x, y, notice.width, notice.height)
            if not any(region.overlaps(one) for one in needed):
                return Offset(x, y)
    return Offset(max(0, screen.width - notice.width), max(0, lowest - 1))


def _needed(screen: Screen[Any]) -> list[Region]:
    """The last line, which has the keys; the line where the cursor is; the frame of what has the focus, with its keys."""
    size = screen.size
    needed = [Region(0, size.height - 1, size.width, 1)]
    focused = screen.focused
    if isinstance(focused, RowList):
        needed.append(focused.cursor_region)
    elif focused is not None and focused.region.height <= _LINES:
        needed.append(focused.region)
    panes = [one for one in focused.ancestors if isinstance(one, Pane)] if focused is not None else []
    for pane in panes or [one for one in screen.query(Pane) if not focused]:
        needed.append(Region(pane.region.x, pane.region.bottom - 1, pane.region.width, 1))
        needed.append(Region(pane.region.x, pane.region.y, pane.region.width, 1))
    return [one for one in needed if one.area]
