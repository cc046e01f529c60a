"""The main screen: status line, four panes, footer. Four at once where there is room, else one under a row of tabs.

The first thing painted has one pane in full, the quotes or in a narrow window the talks, and the frames of the others,
whose modules are loaded after it.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from desk.app.session import Chosen, Session
from desk.ui import keys
from desk.ui.acts import Act
from desk.ui.base import OnDesk
from desk.ui.panes.base import DeskPane, PaneChanged
from desk.ui.panes.footer import Footer
from desk.ui.panes.status import StatusLine, Tabs
from desk.ui.routes import route
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.panes.quotes import QuotesPane
    from desk.ui.panes.talks import TalksPane

#: Cells from which all four panes stand side by side, and from which the quotes get their detail column.
WIDE, VERY_WIDE = 100, 160
#: Lines from which two panes stand one above the other.
TALL = 26
#: Less than this cannot show a pane.
LEAST_WIDTH, LEAST_HEIGHT = 40, 10

ORDER = ("talks", "deadlines", "quotes", "checks")


class DeskScreen(Screen[None], OnDesk):
    """What the reporter works on. Holds no data of its own: the panes do."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("desk")
    #: The app's own actions work here.
    ANYWHERE = True
    #: The focus goes to the talks once they are there.
    AUTO_FOCUS = ""

    def __init__(self, session: Session, size: Size) -> None:
        super().__init__(classes=" ".join(name for name, on in _room(*size).items() if on))
        self.session = session
        self._current = "talks"
        #: The pane that is painted first. It is read here, before anything is mounted.
        self._first = _pane("quotes" if self.has_class("-four") else self._current, session)
        self._whole = False

    def compose(self) -> ComposeResult:
        yield StatusLine(self.session)
        yield Tabs()
        with Horizontal(id="panes"):
            with Vertical(id="left", classes="-current"):
                yield self._begin("talks")
                yield self._begin("quotes")
            with Vertical(id="right"):
                yield self._begin("deadlines")
                yield self._begin("checks")
        yield Footer()
        yield Static("The desk needs a window of at least 40 by 10.", id="too-small", markup=False)

    def _begin(self, scope: str) -> Pane:
        """What stands for a pane in the first paint: itself, or its frame."""
        if scope == self._first.SCOPE:
            return self._first
        number, name = _FRAMES[scope]
        return Pane(number, name, id=scope, classes="-entered" if scope == self._current else "")

    def on_mount(self) -> None:
        self.follow(chosen=self._chosen)
        self.call_after_refresh(self._painted)

    def _chosen(self, what: Chosen) -> None:
        """A line over the panes says which day the desk is turned to; at today there is none."""
        if what is Chosen.TURNED:
            from desk.ui.timeline.turning import TurnedLine

            for line in self.query(TurnedLine):
                line.remove()
            if self.session.turned is not None:
                self.mount(TurnedLine(self.session), before="#panes")

    async def _painted(self) -> None:
        """The first paint is on the screen: now the other panes, unless the desk closes before they are there."""
        with self.app.batch_update():
            for scope in ORDER:
                if scope != self._first.SCOPE:
                    if not self.still_open():
                        return
                    await self.query_one(f"#{scope}", Pane).remove()
                    column, at = _PLACES[scope]
                    pane = _pane(scope, self.session)
                    if not self.still_open():
                        return
                    await self.query_one(column, Vertical).mount(pane, before=at)
            if not self.still_open():
                return
            self._whole = True
            self._take(self._current)
            self.pane(self._current).first_focus().focus()
        self.desk.warm()
        self._quotes.painted()

    def on_key(self, event: events.Key) -> None:
        """Turned to a day, the desk comes back to today with escape."""
        if event.key == "escape" and self.session.turned is not None:
            event.stop()
            self.session.turn(None)

    @property
    def _quotes(self) -> QuotesPane:
        return cast("QuotesPane", self.pane("quotes"))

    @property
    def _talks(self) -> TalksPane:
        return cast("TalksPane", self.pane("talks"))

    # Panes

    def pane(self, scope: str) -> DeskPane[object]:
        """The pane of that scope."""
        return cast("DeskPane[object]", self.query_one(f"#{scope}", DeskPane))

    @property
    def current(self) -> str:
        """The scope of the pane that has the focus, or had it last."""
        return self._current

    def go(self, scope: str) -> None:
        """Go to a pane, unless the focus is in it already."""
        if not self._whole:
            self._current = scope  # which gets the focus as soon as it is there
        elif scope != self._current or not self.pane(scope).has_focus_within:
            self._take(scope)
            self.pane(scope).first_focus().focus()

    def _take(self, scope: str) -> None:
        self._current = scope
        if not self._whole:
            return
        for each in ORDER:
            self.pane(each).set_class(each == scope, "-current")
        self.query_one("#left").set_class(scope in ("talks", "quotes"), "-current")
        self.query_one("#right").set_class(scope in ("deadlines", "checks"), "-current")
        self._tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane clicked on is the current one."""
        for node in event.widget.ancestors_with_self:
            if isinstance(node, DeskPane):
                self._take(node.SCOPE)
                return

    @on(PaneChanged)
    def _tell(self) -> None:
        if not self._whole:
            return
        panes = [self.pane(scope) for scope in ORDER]
        self.query_one(Tabs).show_tabs([(pane.SCOPE, pane.tab()) for pane in panes], self._current)
        self.query_one(Footer).show_here(self.pane(self._current).footer())

    # Room

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(event.size.width, event.size.height)

    def _arrange(self, width: int, height: int) -> None:
        for name, has in _room(width, height).items():
            self.set_class(has, name)

    def want(self, scope: str, key: Hashable) -> None:
        """Put a pane's cursor on that row as soon as it is there."""
        if self._whole:
            self.pane(scope).query_one(f"#{scope}-rows", RowList).want(key)

    # Actions

    async def do(self, act: Act) -> None:
        """Do an action of the desk or of a pane, going there first."""
        if not self._whole:
            return
        if act.scope == "desk":
            await self.app.run_action(act.action, self)
        elif act.scope == "search":
            self.action_search()
            await self.app.run_action(act.action, self._quotes.line)
        else:
            self.go(act.scope)
            await self.app.run_action(act.action, self.pane(act.scope))

    def action_go(self, scope: str) -> None:
        """Go to a pane by its number."""
        self.go(scope)

    def action_next_pane(self, by: int) -> None:
        """Go round the panes."""
        self.go(ORDER[(ORDER.index(self._current) + by) % len(ORDER)])

    def action_search(self) -> None:
        """Go to the search line."""
        self._take("quotes")
        self._quotes.search()

    def action_other_talks(self, by: int) -> None:
        """Show other talks, wherever the focus is."""
        self._talks.other(by)

    # Other days

    def action_timeline(self) -> None:
        """Every negotiation on one calendar."""
        self.app.push_screen(route("timeline")(self.session))

    def action_all_talks(self) -> None:
        """All talks, one line each."""
        self.app.push_screen(route("all_talks")(self.session))

    def action_turn(self, by: int) -> None:
        """Turn the whole desk a day back or on."""
        from desk.model.talks.as_of import AsOf
        from desk.model.talks.calendar_window import clamp

        turned = self.session.turned
        day = clamp(self.session.seen_today(), by)
        self.session.turn(AsOf(day, self.session.zone, known=turned is not None and turned.known))

    def action_known(self) -> None:
        """Ask the other question about the day: as it stood, or as we knew it."""
        from desk.model.talks.as_of import AsOf

        turned = self.session.turned
        known = turned is None or not turned.known
        self.session.turn(AsOf(self.session.seen_today(), self.session.zone, known=known))

    def action_today(self) -> None:
        """Back to today."""
        self.session.turn(None)

    @on(Tabs.Picked)
    def _picked(self, event: Tabs.Picked) -> None:
        self.go(event.scope)


#: Number and name of each pane, for its frame.
_FRAMES = {
    "talks": ("1", "Talks"),
    "deadlines": ("2", "Deadlines"),
    "quotes": ("3", "Quotes"),
    "checks": ("4", "Checks"),
}
#: The column of each pane, and what stands under it there.
_PLACES = {"talks": ("#left", 0), "deadlines": ("#right", 0), "quotes": ("#left", None), "checks": ("#right", None)}


def _pane(scope: str, session: Session) -> DeskPane[Any]:
    """A pane, read; its module is loaded when the first one is made."""
    match scope:
        case "talks":
            from desk.ui.panes.talks import TalksPane

            return TalksPane(session)
        case "deadlines":
            from desk.ui.panes.deadlines import DeadlinesPane

            return DeadlinesPane(session)
        case "checks":
            from desk.ui.panes.checks import ChecksPane

            return ChecksPane(session)
        case _:
            from desk.ui.panes.quotes import QuotesPane

            return QuotesPane(session)


def _room(width: int, height: int) -> dict[str, bool]:
    """How the screen is laid out in a window of this size: the classes it has."""
    small = width < LEAST_WIDTH or height < LEAST_HEIGHT
    four = not small and width >= WIDE and height >= TALL
    return {
        "-small": small,
        "-one": not four and not small,
        "-four": four,
        "-detail": four and width >= VERY_WIDE,
    }
