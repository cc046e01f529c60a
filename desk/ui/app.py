"""The full-screen desk: opens the main screen, runs every change of the store, says what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from desk.app.session import Changed, Clock, Session, Store, machine_clock
from desk.locations import Locations
from desk.model.errors import DeskError
from desk.model.quotes.refusal import Mend
from desk.ui import keys, privacy, themes
from desk.ui.base import Desk
from desk.ui.garbage import Tidying
from desk.ui.key_queue import Holds
from desk.ui.other_desks import OtherDesks
from desk.ui.panes.desk import DeskScreen
from desk.ui.quotes.recall import Recall
from desk.ui.routes import route
from desk.ui.widgets import text

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.driver import Driver

    from desk.config.lines import Problem
    from desk.config.settings import Config
    from desk.model.quotes.groundrules import Naming
    from desk.ui.widgets.area import Area


#: How often, in seconds, it is looked whether a line or form is closed that covers what has to be read.
_CLOSED = 0.2


@dataclass
class StoreChanged(Message):
    """The file was changed, by this desk or another."""

    changed: Changed


def _commands() -> type[Provider]:
    from desk.ui.palette import Commands

    return Commands


class DeskApp(Desk):
    """The desk on one file, with its screens."""

    TITLE = "Newsroom Desk"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["app.tcss", "panes/desk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    def __init__(
        self,
        store: Store,
        config: Config,
        *,
        clock: Clock = machine_clock,
        demo: bool = False,
        locations: Locations | None = None,
        problems: Sequence[Problem] = (),
        remark: str = "",
    ) -> None:
        """`problems` are what is wrong in the config; they become one notice. `remark`: what to say of the file."""
        self._remark = remark
        self._leave: Callable[[], None] = lambda: None
        self.session = Session(store, config, clock=clock, demo=demo)
        self.locations = locations
        wanted = self._wanted_themes()
        super().__init__(themes.first(locations.themes if locations else None, *wanted), *wanted)
        self._problems = problems
        self._other_desks = OtherDesks(self)
        #: The panes are there, and what is asked at the first start.
        self._begun = False
        self._ending: asyncio.Task[None] | None = None
        self.set_keymap(keys.keymap(config.keys))

    def on_area_outside(self, event: Area.Outside) -> None:
        """Hand the words of a field to the reporter's own editor, and take them back."""
        from desk.ui.entry.outside import edit

        words = edit(self, event.area.value)
        if words is not None:
            event.area.value = words

    # Start and end

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver  # another system's, or one that a test named
        from desk.ui.terminal import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[Any]:
        return DeskScreen(self.session, self.size)

    def on_mount(self) -> None:
        self._leave = self.store.subscribe(self._store_told)
        self.session.listen_to_store(Recall(self).stored)
        self._say_problems()
        if self._remark:
            text.notice(self, self._remark, "warning", seconds=20)
        self._leave_on_signals()

    def _leave_on_signals(self) -> None:
        """A closed terminal, or whoever ends this process, ends the desk in order, and what is being typed is kept."""
        if os.name != "nt" and threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._told_to_end, 128 + number)

    def _told_to_end(self, code: int) -> None:
        """End with what was typed: what is there is kept at once, then what is still on its way to a field."""
        self._keep()
        if self._ending is None:
            self._ending = asyncio.create_task(self._end_after_keys(code), name="ending")

    async def _end_after_keys(self, code: int) -> None:
        await asyncio.sleep(_READ_OUT)
        await self.all_handed_on(_LAST_KEYS)
        self._end(code)

    def _keep(self) -> None:
        for keeper in tuple(self.keepers):
            with contextlib.suppress(DeskError):  # there is nobody left to tell
                keeper.keep()

    def _end(self, code: int) -> None:
        self._keep()
        if self.bringing is not None:
            self.bringing.stop()
        self.exit(code)

    def _store_told(self, changed: Changed) -> None:
        """Called on the thread that committed; the rest happens on the screen's."""
        self.post_message(StoreChanged(changed))

    def on_unmount(self) -> None:
        self._leave()

    def _say_problems(self) -> None:
        if self._problems:
            count = "A setting" if len(self._problems) == 1 else f"{len(self._problems)} settings"
            lines = "\n".join(map(str, self._problems))
            text.notice(self, f"{count} of the config cannot be used:\n{lines}", "warning", seconds=20)

    def _wanted_themes(self) -> tuple[str, str]:
        """The theme chosen in the palette, then that of the config."""
        return self.store.settings.get("theme"), self.session.config.screen.theme

    def _take_themes(self, found: themes.Themes) -> None:
        """All the themes there are, from which another may be chosen."""
        self.themes = found
        if found.notice:
            text.notice(self, found.notice, "warning", seconds=20)

    def warm(self) -> None:
        """After the first paint: load what writing needs, then look for what other desks write from time to time."""
        if not gc.isenabled():  # the command that opened the desk left it off
            Tidying(self).start()
        from desk.ui.start.first_start import FirstStartScreen, needed

        if needed(self.session):
            self.push_screen(FirstStartScreen(self.session))
        self._begun = True
        own = self.locations.themes if self.locations else None
        self.in_background("reading the themes", lambda: themes.load(own), self._take_themes, holds=Holds.COMMANDS)
        self.in_background("opening the desk", self._open, self._opened, holds=Holds.NOTHING)

    def _open(self) -> datetime | None:
        """Note that the desk is open, and when it was opened before. Runs in a thread."""
        settings = self.store.settings
        before = settings.opened()
        if not self.store.read_only:
            self.store.warm()
            settings.note_opened(self.session.now())
        return before

    def _opened(self, before: datetime | None) -> None:
        self.session.opened_before = before
        self._other_desks.start(every=self.session.config.screen.poll)

    def on_store_changed(self, event: StoreChanged) -> None:
        self.session.store_changed(event.changed)
        if event.changed.replaced:
            # A question is about what was there; a line or form is read anew when it is saved.
            while len(self.screen_stack) > 1 and not self.speaks_itself:
                self.pop_screen()
        if told := event.changed.told:
            self.when_saved(partial(self._say_of_file, told))
        for remark, mend in event.changed.remarks:
            key = self.key_of("quotes.terms") if mend is Mend.SET_TERMS else ""
            words = f"{remark}. {key} on a quote sets or renegotiates its terms." if key else f"{remark}."
            title = "What was checked" if mend is Mend.VERIFY else "As it was agreed"
            self.when_saved(partial(text.notice, self, words, "warning", title=title, seconds=20))

    def _say_of_file(self, told: str, *, again: bool = False) -> None:
        """Say what became of the file; said beside a line or a form, it is said again when that is closed."""
        beside = self.speaks_itself
        if not (beside and again):
            text.notice(self, told, "error", title="The desk's file", seconds=60)
        if beside:
            self.set_timer(_CLOSED, partial(self._say_of_file, told, again=True))

    # Actions from anywhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The desk's own actions work on the screens that say so, and not under a form or a question."""
        if action in _ANYWHERE:
            return bool(getattr(self.screen, "ANYWHERE", False))
        return True

    def action_log(self) -> None:
        """Open the log line."""
        route("log_line")(self)

    def action_quote(self) -> None:
        """Open the quote line."""
        route("quote_line")(self)

    def action_import_words(self) -> None:
        """Import a statement or a file."""
        route("import")(self)

    def action_reference(self) -> None:
        """Open the reference screen."""
        route("reference")(self)

    def action_undo(self) -> None:
        """Take back what was done last, and name it."""
        from desk.app.history import undo

        self._back_and_forth(undo, "taken back")

    def action_redo(self) -> None:
        """Do again what was taken back last, and name it."""
        from desk.app.history import redo

        self._back_and_forth(redo, "done again")

    def _back_and_forth(self, step: Callable[[Store, Naming], str], words: str) -> None:
        store, naming = self.store, self.session.config.labels.of
        self.change("", lambda: step(store, naming), lambda what: text.notice(self, f"{words}: {what}", seconds=4))

    def action_changed(self) -> None:
        """What changed since the desk was last opened."""
        self.push_screen(route("changed")(self.session))

    def action_theme(self) -> None:
        """Choose the colours."""
        self.push_screen(route("theme")(self.themes))

    def action_keys(self) -> None:
        """The keys that work here."""
        main = self.screen
        scope = main.current if isinstance(main, DeskScreen) else getattr(main, "SCOPE", "quotes")
        self.push_screen(route("help")(self.session, scope))

    async def action_quit(self) -> None:
        """Leave; what was begun is still written. An import would hold it up, so it is stopped, once that was said."""
        if self.bringing is None:
            self.exit(0)
        elif self.bringing.may_be_left:
            self.bringing.stop(lambda: self.exit(0))
        else:
            self.bringing.may_be_left = True
            again = f"{self.key_of('quit')} again leaves, and nothing of it is kept."
            text.notice(self, f"{self.bringing.words}. {again}", "warning", seconds=10)

    def action_help_quit(self) -> None:
        text.notice(self, f"{self.key_of('quit')} leaves the desk", seconds=3)

    # Keys

    def waits_for(self, holds: Holds) -> bool:
        """Keys that come before all panes are there wait for them."""
        return not self._begun or super().waits_for(holds)

    async def do(self, action: str) -> None:
        """Do what the action with this id does, as its key would where the focus is now; a pane's in that pane."""
        act = next(act for act in keys.ACTIONS if act.id == action)
        main = self.screen
        if not act.scope:
            await self.run_action(act.action, self)
        elif isinstance(main, DeskScreen):
            await main.do(act)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Every key and command comes this way: while the desk is turned to a day, what would change something waits."""
        if self.session.turned is not None:
            from desk.ui.timeline.turning import holds_back

            if holds_back(self, action, default_namespace):
                return True
        return await super().run_action(action, default_namespace, namespaces)

    @property
    def alt_keys(self) -> frozenset[str]:
        """The keys with alt that the reporter has given something to do."""
        return frozenset(key for own in self.session.config.keys.values() for key in own if key.startswith("alt+"))

    def on_hung_up(self) -> None:
        """The terminal is gone, and with it the keyboard."""
        self._told_to_end(128 + signal.SIGHUP)


#: Actions that a form or a question must not let through.
#: How long (seconds) a desk that is told to end gives its reader for what it has read, and the keys of it to arrive.
_READ_OUT, _LAST_KEYS = 0.05, 2.0
_ANYWHERE = frozenset(act.action for act in keys.of(""))


def run(app: DeskApp) -> int:
    """Run the desk until it is left; its exit code."""
    privacy.no_core_dumps()
    result = app.run()
    return app.return_code or 0 if result is None else result
