"""What is different while the desk is turned to a day: a line that says so, and keys that change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from desk.app.session import Session
from desk.model.dates import show as dateshow
from desk.model.talks.as_of import AsOf
from desk.ui import keys
from desk.ui.acts import allowed
from desk.ui.panes.base import DeskPane
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from desk.ui.base import Desk

_SCOPES = ("", "talks", "deadlines", "quotes", "checks")


def _waits(scope: str, method: str) -> bool:
    """Return True if a method of the app or of a pane would change something."""
    return any(act.action.partition("(")[0] == method and not allowed(act) for act in keys.of(scope))


def holds_back(app: Desk, action: Any, namespace: DOMNode | None) -> bool:
    """Return True if an action would change what is known; then the reporter is told how to come back to today.

    A record that was opened from a pane has the methods of panes.
    """
    method = action.rpartition(".")[2].partition("(")[0] if isinstance(action, str) else str(action[1])
    place = app if namespace is None else namespace
    if isinstance(place, App):
        waits = _waits("", method)
    elif isinstance(place, DeskPane):
        waits = _waits(place.SCOPE, method)
    elif isinstance(place, Screen) and not isinstance(place, ModalScreen):
        own = getattr(place, "SCOPE", None)
        waits = any(_waits(scope, method) for scope in (_SCOPES if own is None else (own,)))
    else:
        waits = False
    if not waits:
        return False
    then = app.session.turned
    assert then is not None
    text.notice(
        app,
        f"The desk is turned to {said(then)}, where nothing is changed. {app.key_of('desk.today')} comes back to today.",
        "warning",
        seconds=4,
    )
    return True


def said(then: AsOf) -> str:
    """ "Wed Feb 11 2026"."""
    day = then.day
    return f"{dateshow.WEEKDAYS[day.weekday()]} {dateshow.MONTHS[day.month - 1]} {day.day} {day.year}"


def as_of_today(session: Session) -> str:
    """What a line that logs says while the desk is turned to another day; empty at today."""
    if session.turned is None:
        return ""
    today = said(AsOf(session.today(), session.zone))
    return f"as of today, {today}; the desk is turned to {said(session.turned)}"


class TurnedLine(Lines):
    """Which day the desk is turned to, how it is asked about, and the keys that come back and go on."""

    DEFAULT_CSS = """
    TurnedLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $due;
        text-style: bold reverse;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(self._line)
        self._session = session

    def _line(self, width: int) -> list[Content]:
        from desk.ui.timeline.lines import asked, away

        then = self._session.turned
        if then is None:
            return []
        keys_of = self.screen.app.key_of  # type: ignore[attr-defined]
        today = self._session.today()
        ahead = then.day > today
        how = "as far as it is known today" if ahead and not then.known else asked(then.known)
        left = f"turned to {said(then)}, {away(then.day, today)}: {how}"
        other = "as it stood" if then.known else "as we knew it"
        back = f"{keys_of('desk.today')} back to today"
        more = f"{keys_of('desk.known')} {other}   {keys_of('desk.day_before')} {keys_of('desk.day_after')} day"
        right = f"{back}   {more}"
        if len(left) + len(right) + 2 > width:
            right = back
        if len(left) + len(right) + 2 > width:
            left = f"turned to {said(then)}: {how}"
        return [text.between(left, right, width)]

    def on_click(self) -> None:
        """Back to today."""
        self._session.turn(None)
