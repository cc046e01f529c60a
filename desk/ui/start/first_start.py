"""The first start: who works at this desk and in which zone; then what to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from desk.app.session import SEE_DEMO, Session
from desk.model.dates.apstyle import ap_time
from desk.model.dates.zones import abbreviation, zone_info, zone_named
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.text import one_line
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

_LABEL = 12


@frozen
class _Way:
    """Something to begin with."""

    key: str
    words: str
    beside: str


_WAYS = (
    _Way("template", "Start talks from a template", "two sides, one contract"),
    _Way("import", "Import", "a statement, quotes, or another desk's talks"),
    _Way("demo", "See the demo", "the talks of February 2026, on a desk to throw away"),
    _Way("open", "Open the empty desk", 'l logs, " notes a quote, ? shows the keys'),
)


def needed(session: Session) -> bool:
    """Return True if nobody said yet who works at this desk. Reads one setting."""
    store = session.store
    return not (session.demo or store.read_only or store.settings.reporter() or session.config.reporter.name)


class FirstStartScreen(Screen[None], OnDesk):
    """Asks for name and zone, then offers what to begin with."""

    CSS_PATH = "first_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("first")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._zones: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        with Pane("", "Newsroom Desk"):
            yield Static(
                text.said("Where the talks stand, what is due, who said exactly what, and is this story checked?")
            )
            yield Entry("Your name".ljust(_LABEL), hint="It stands beside what you checked.", id="first-name")
            yield Entry(
                "Your zone".ljust(_LABEL),
                self.session.zone,
                complete=self._complete,
                echo=self._echo,
                hint="PT, ET, or a name such as America/Los_Angeles",
                id="first-zone",
            )
            yield RowList[_Way](self._draw, lambda way: way.key, id="first-ways")

    def on_mount(self) -> None:
        self.query_one("#first-ways", RowList).display = False
        self.query_one(Pane).show_keys(((self.desk.key_of("entry.enter"), "next"), *self.desk.keys_of("first.later")))
        self.query_one("#first-name", Entry).focus()
        self.desk.in_background("reading the zones", _zone_names, self._zones_arrived, holds=Holds.COMMANDS)

    def _zones_arrived(self, zones: tuple[str, ...]) -> None:
        self._zones = zones

    # Name and zone

    def _complete(self, line: str, cursor: int) -> Sequence[Completion]:
        wanted = line.strip().casefold().replace(" ", "_")
        if len(wanted) < 2:
            return ()
        found = [name for name in self._zones if wanted in name.casefold() and wanted != name.casefold()]
        found.sort(key=lambda name: not name.rpartition("/")[2].casefold().startswith(wanted))
        return [Completion(name, start=0, end=len(line)) for name in found[:8]]

    def _echo(self, line: str) -> Content:
        try:
            zone = zone_named(line)
        except InputError as error:
            words = InputError(error.what, remedy=error.remedy)
            if self._complete(line, len(line)):
                return text.said(str(words), text.DIM)  # it may only not be finished yet
            raise words from None
        now = self.session.now().astimezone(zone_info(zone))
        return text.said(f"= {zone}, where it is {ap_time(now.time())} {abbreviation(now, zone)}", text.DIM)

    @on(Entry.Submitted, "#first-name")
    def _named(self, event: Entry.Submitted) -> None:
        if one_line(event.value):
            # The machine's zone stands there as an offer: what is typed takes its place.
            self.query_one("#first-zone", Entry).focus().line.select_all()
        else:
            event.entry.wrong("A name is needed, since every check says who made it.")

    @on(Entry.Submitted, "#first-zone")
    def _zoned(self, event: Entry.Submitted) -> None:
        name = self.query_one("#first-name", Entry)
        try:
            zone = zone_named(event.value)
        except InputError as error:
            event.entry.wrong(str(InputError(error.what, remedy=error.remedy)))
            return
        if not one_line(name.value):
            name.wrong("A name is needed, since every check says who made it.")
            name.focus()
            return
        settings, reporter = self.session.store.settings, one_line(name.value)

        def work() -> None:
            with self.session.store.transaction(quiet=True):
                settings.put("reporter", reporter)
                settings.put("zone", zone)

        self.desk.change("", work, self._kept)

    def _kept(self, _: None) -> None:
        self.session.reporter_changed()
        for entry in self.query(Entry):
            entry.disabled = True
        ways = self.query_one("#first-ways", RowList)
        ways.display = True
        ways.show(_WAYS)
        ways.focus()
        same = " ".join(self.desk.key_of(f"first.{way.key}") for way in _WAYS)
        self.query_one(Pane).show_keys(((self.desk.key_of("rows.choose"), "begin"), (same, "the same")))

    # What to begin with

    def _draw(self, way: _Way, width: int) -> list[Content]:
        key = self.desk.key_of(f"first.{way.key}")
        return [
            text.assemble(
                (f"{key}  ", "bold $border"), text.between(way.words, (way.beside, text.DIM), max(0, width - 3))
            )
        ]

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.action_take(str(event.key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The ways are open once the name is kept."""
        return action != "take" or self.query_one("#first-ways").display

    def action_take(self, key: str) -> None:
        """Begin."""
        app = self.desk
        if key == "demo":
            app.exit(SEE_DEMO)
            return
        self.dismiss(None)
        if key == "template":
            route("add")(app, "template")
        elif key == "import":
            route("import")(app)

    def action_later(self) -> None:
        """Go to the desk without; it is asked again at the next start."""
        self.dismiss(None)


def _zone_names() -> tuple[str, ...]:
    from zoneinfo import available_timezones

    names = (name for name in available_timezones() if "/" in name or name == "UTC")
    return tuple(sorted(name for name in names if not name.startswith(("Etc/", "posix/", "right/"))))
