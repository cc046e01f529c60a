"""The app as screens and panes know it, and what every one of them has of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.screen import Screen
from textual.widget import Widget

from desk.app.session import Changed, Chosen, Session, Store
from desk.locations import Locations
from desk.ui import keys
from desk.ui.background import WorkingApp
from desk.ui.private import PrivateApp
from desk.ui.themes import ThemedApp

if TYPE_CHECKING:
    from textual.binding import Binding

    from desk.ui.importing.bringing import Bringing


class Desk(PrivateApp, ThemedApp[int], WorkingApp):
    """The desk on one file, without its screens. Its result is the exit code."""

    session: Session
    locations: Locations | None
    #: The file that is coming in; None where none is.
    bringing: Bringing | None = None

    @property
    def store(self) -> Store:
        """The reporter's file."""
        return self.session.store

    def warm(self) -> None:
        """Do, after the first paint, what the start did not wait for."""
        raise NotImplementedError

    async def do(self, action: str) -> None:
        """Do what the action with this id does, as its key would where the focus is now; a pane's in that pane."""
        raise NotImplementedError

    def keep_theme(self, name: str) -> None:
        """Use these colours, from now on."""
        self.theme = name
        self.change("", lambda: self.store.settings.put("theme", name))

    def key_of(self, action: str) -> str:
        """The key of an action, as people read it, with the reporter's own keys counted; empty where it has none."""
        own = self.session.config.keys.get(action)
        known = own if own is not None else keys.default_keys(action)
        return keys.shown_key(known[0]) if known else ""

    def keys_of(self, *actions: str) -> list[tuple[str, str]]:
        """Their keys with what each does, as a pane shows them."""
        labels = {act.id: act.label for act in keys.ACTIONS}
        return [(self.key_of(one), labels[one]) for one in actions]

    def get_key_display(self, binding: Binding) -> str:
        return keys.shown_key(binding.key)

    @property
    def terminal(self) -> Callable[[bytes], None] | None:
        """What takes bytes for the terminal, such as a request to set its clipboard; None without a terminal."""
        driver = self._driver
        if driver is None or driver.is_headless:
            return None
        return lambda asked: driver.write(asked.decode("ascii"))


class OnDesk(Widget):
    """A screen, a pane or a widget of the desk. Stands last among the bases: Textual takes styles and bindings from the first."""

    _ends: tuple[Callable[[], None], ...] = ()

    @property
    def desk(self) -> Desk:
        """The app, as what it is."""
        return cast("Desk", self.app)

    def follow(
        self, *, stored: Callable[[Changed], None] | None = None, chosen: Callable[[Chosen], None] | None = None
    ) -> None:
        """Have these called, until this is gone, after each change of the file, and when something else is chosen."""
        session = self.desk.session
        if stored is not None:
            self._ends = (*self._ends, session.listen_to_store(stored))
        if chosen is not None:
            self._ends = (*self._ends, session.listen(chosen))

    def on_unmount(self) -> None:
        for end in self._ends:
            end()

    def still_open(self) -> bool:
        """Return True if this, or the screen it stands on, has been put together and is not closing.

        A screen that closes loses what is on it before it is unmounted itself.
        """
        if not (self.is_mounted and self.is_attached):
            return False
        return (self if isinstance(self, Screen) else self.screen) in self.app.screen_stack
