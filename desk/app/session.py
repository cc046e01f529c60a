"""What the reporter has before them: the file, the clock, the talks and the story chosen. Knows no widget.

The front ends name `Store`, `Changed` and `Clock` as well, and take them from here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.app.reporter import reporter_zone
from desk.model.dates.zones import zone_info
from desk.store.file.file import Changed as Changed
from desk.store.file.file import Clock as Clock
from desk.store.file.file import machine_clock as machine_clock
from desk.store.store import Store as Store

if TYPE_CHECKING:
    from desk.app.lines.context import EntryContext
    from desk.config.settings import Config
    from desk.model.talks.as_of import AsOf
    from desk.search.bank import Bank, SearchLine

#: What the desk ends with where the demo is to be opened in its place.
SEE_DEMO = -1


class Chosen(StrEnum):
    """What of the session is another than before."""

    TALKS = "talks"
    STORY = "story"
    NAMES = "names"
    BANK = "bank"
    REPORTER = "reporter"
    TURNED = "turned"


class Session:
    """One opened desk. Asked and changed on the screen's thread only; the store may be used from any."""

    def __init__(self, store: Store, config: Config, *, clock: Clock = machine_clock, demo: bool = False) -> None:
        self.store = store
        self.config = config
        self.clock = clock
        self.demo = demo
        #: The negotiation that the talks pane shows; None until there are any.
        self.talks_id: int | None = None
        #: The story whose checks are shown.
        self.story_id: int | None = None
        #: When the desk was last opened before this time (UTC); None at the first.
        self.opened_before: datetime | None = None
        self.bank: Bank | None = None
        self.line: SearchLine | None = None
        #: Keeps a snapshot of the search in the file, for when the desk was left; None where the next start has enough.
        self.keep_search: Callable[[], object] | None = None
        #: The day that the whole desk is turned to; None: it shows today.
        self.turned: AsOf | None = None
        self._shown_names: set[int] = set()
        self._listeners: list[Callable[[Chosen], None]] = []
        self._store_listeners: list[Callable[[Changed], None]] = []
        self._zone = ""

    # Time

    def now(self) -> datetime:
        """The desk's time now, in UTC. The demo has a clock of its own."""
        return self.clock()

    def gate_now(self) -> datetime:
        """The time by which an embargo is judged: the machine's own, except in the demo."""
        return self.clock() if self.demo else machine_clock()

    @property
    def zone(self) -> str:
        """The reporter's IANA zone: of the config, else of the first start, else the machine's own."""
        if not self._zone:
            self._zone = reporter_zone(self.config.reporter.zone, self.store)
        return self._zone

    def local_now(self) -> datetime:
        """The desk's time now, by the reporter's clock."""
        return self.now().astimezone(zone_info(self.zone))

    def today(self) -> date:
        """The reporter's day."""
        return self.local_now().date()

    def seen_now(self) -> datetime:
        """The moment from which the panes count: the end of the day that the desk is turned to, else now."""
        return self.turned.now if self.turned is not None else self.now()

    def seen_today(self) -> date:
        """The day that the panes show: the one that the desk is turned to, else the reporter's."""
        return self.turned.day if self.turned is not None else self.today()

    def reading(self) -> Callable[[], EntryContext]:
        """What reads, in a worker, all that a line or form is read against."""
        from desk.app.lines.context import EntryContext

        store, talks, zone, time, labels = self.store, self.talks_id, self.zone, self.config.time, self.config.labels
        return lambda: EntryContext.of(
            store, talks=talks, zone=zone, zones=time.also_in, week_starts=time.week_starts, naming=labels.of
        )

    # What is chosen

    def turn(self, then: AsOf | None) -> None:
        """Turn the whole desk to a day; None, or today as it stands: back to the desk of today."""
        if then is not None and then.day == self.today() and not then.known:
            then = None
        if then != self.turned:
            self.turned = then
            self._tell(Chosen.TURNED)

    def choose_talks(self, negotiation_id: int | None) -> None:
        """Show these talks."""
        if negotiation_id != self.talks_id:
            self.talks_id = negotiation_id
            self._tell(Chosen.TALKS)

    def choose_story(self, story_id: int | None) -> None:
        """Show the checks of this story."""
        if story_id != self.story_id:
            self.story_id = story_id
            self._tell(Chosen.STORY)

    def names_shown(self, quote_id: int) -> bool:
        """Return True if the reporter asked to see who a confidential speaker is, at this quote, since the desk was opened."""
        return quote_id in self._shown_names

    def show_names(self, quote_id: int) -> None:
        """Show, or hide again, who is behind an agreed attribution."""
        self._shown_names ^= {quote_id}
        self._tell(Chosen.NAMES)

    def take_bank(self, bank: Bank) -> None:
        """The search over the quotes is ready."""
        self.bank = bank
        self.line = bank.line()
        self._tell(Chosen.BANK)

    def reporter_changed(self) -> None:
        """The first start was gone through: zone and name are read anew."""
        self._zone = ""
        self._tell(Chosen.REPORTER)

    # Telling

    def listen(self, tell: Callable[[Chosen], None]) -> Callable[[], None]:
        """Have `tell` called when something else is chosen. Returns what ends it."""
        self._listeners.append(tell)
        return lambda: self._listeners.remove(tell)

    def listen_to_store(self, tell: Callable[[Changed], None]) -> Callable[[], None]:
        """Have `tell` called, on the screen's thread, after each change of the file. Returns what ends it."""
        self._store_listeners.append(tell)
        return lambda: self._store_listeners.remove(tell)

    def store_changed(self, changed: Changed) -> None:
        """Pass on what the store said. Called by the app, on the screen's thread."""
        for tell in tuple(self._store_listeners):
            tell(changed)

    def _tell(self, what: Chosen) -> None:
        for tell in tuple(self._listeners):
            tell(what)
