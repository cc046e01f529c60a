"""`w`: what changed since the desk was last opened, or in any other span, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from desk.app.session import Session
from desk.app.views import history_words
from desk.app.views.changes import ChangesView, read_changes
from desk.app.views.history_words import Change
from desk.model.dates import show as dateshow
from desk.model.dates.span import Span, parse_span
from desk.model.dates.zones import zone_info
from desk.model.names.names import Names
from desk.model.quotes.groundrules import Naming
from desk.model.records import Copied
from desk.ui import keys
from desk.ui.dialogs.ask import AskScreen
from desk.ui.reference.sheet import SheetScreen
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words

#: Rows that belong to another row, which says what happened already.
_PARTS = frozenset({"quote_speaker", "quote_talks", "negotiation_party", "development_talks", "development_axis",
                    "development_who", "development_asked"})  # fmt: skip


class ChangedScreen(SheetScreen[ChangesView]):
    """Everything that was changed, for the reporter; what of it an editor may have is one key away."""

    #: Whose keys the help shows first.
    SCOPE = "changed"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("changed")

    def __init__(self, session: Session) -> None:
        super().__init__(session, "What changed")
        self._spans = spans(session)
        self._span = self._spans[0]

    def read(self) -> ChangesView:
        return read_changes(self.session.store, self._span, self.session.today())

    def items(self, view: ChangesView) -> Sequence[Item]:
        self.pane.subject = view.span.words
        shown = ("changed.send", "changed.span", "changed.shorter", "changed.longer", "sheet.leave")
        self.pane.show_keys(self.desk.keys_of(*shown))
        zone, today, naming = self.session.zone, self.session.today(), self.session.config.labels.of
        events: list[tuple[datetime, text.Part]] = [
            (change.action.at, _line(change, view, naming)) for change in view.changes if change.table not in _PARTS
        ]
        events += [(done.at, history_words.without_names(done.label, view.names)) for done in view.imports]
        events += [
            (one.recorded_at, _let_out(one, view.names)) for one in view.overridden if one.recorded_at is not None
        ]
        self.pane.count = f"{len(events)}"
        if not events:
            return [Words((f"Nothing changed: {view.span.words}.{self._further()}", text.DIM))]
        found: list[Item] = []
        day: date | None = None
        for at, line in sorted(events, key=lambda event: event[0], reverse=True):
            local = at.astimezone(zone_info(zone))
            if local.date() != day:
                day = local.date()
                found.append(Title(_day(day, today)))
            found.append(Fact(f"{local:%H:%M}", line))
        return found

    def _further(self) -> str:
        longer, asks = self.desk.key_of("changed.longer"), self.desk.key_of("changed.span")
        ways = [f"{longer} asks about a longer span" if longer and self._span != self._spans[-1] else ""]
        ways.append(f"{asks} about any" if asks else "")
        said = ", ".join(way for way in ways if way)
        return f" {said}." if said else ""

    def action_span(self, by: int) -> None:
        """Ask about a shorter or longer span."""
        here = self._spans.index(self._span) if self._span in self._spans else -1 if by > 0 else 1
        self._take(self._spans[min(max(0, here + by), len(self._spans) - 1)])

    def action_ask(self) -> None:
        """Ask about any span, typed as dates are."""
        now, zone = self.session.now(), self.session.zone

        def echo(line: str) -> Content:
            if not line.strip():
                return Content("")
            return text.said(f"= {_said(parse_span(line, now=now, zone=zone))}", text.DIM)

        def answered(line: str | None) -> None:
            if line:
                self._take(parse_span(line, now=now, zone=zone))

        hint = "mon, since mon, feb 9 - feb 13, week of feb 9, fri 5pm"
        self.app.push_screen(AskScreen("What changed when?", hint=hint, echo=echo), answered)

    def _take(self, span: Span) -> None:
        self._span = span
        self.read_again()

    def action_send(self) -> None:
        """Show what an editor may have of this span, and copy it from there."""
        route("send")(self.desk, self._span)


def spans(session: Session) -> tuple[Span, ...]:
    """Since the desk was last opened, and the usual longer ones."""
    now, zone = session.now(), zone_info(session.zone)
    midnight = datetime.combine(session.today(), time(), zone).astimezone(UTC)
    found = [Span("today", midnight - timedelta(milliseconds=1))]
    if session.opened_before is not None:
        found.append(Span(f"since you last opened the desk, {_moment(session)}", session.opened_before))
    found += [
        Span("in the last 7 days", now - timedelta(days=7)),
        Span("in the last 31 days", now - timedelta(days=31)),
    ]
    found.sort(key=lambda span: span.since or now, reverse=True)
    first = [span for span in found if span.since == session.opened_before]
    return (*first, *(span for span in found if span not in first), Span("ever", None))


def _said(span: Span) -> str:
    """What was understood; of a lone day also that it ends."""
    if span.until is None or span.since is None or "–" in span.words:
        return span.words
    return f"{span.words}, and no later; “since …” goes on until now"


def _moment(session: Session) -> str:
    assert session.opened_before is not None
    local = session.opened_before.astimezone(zone_info(session.zone))
    return f"{_day(local.date(), session.today())} {local:%H:%M}"


def _day(on: date, today: date) -> str:
    if on == today:
        return "today"
    year = f" {on.year}" if on.year != today.year else ""
    return f"{dateshow.WEEKDAYS[on.weekday()]} {dateshow.MONTHS[on.month - 1]} {on.day}{year}"


def _let_out(copy: Copied, names: Names) -> text.Part:
    """A disputed quote that left with a reason: what went out is what the gate let through, stamp and all."""
    words = history_words.without_names(" ".join(copy.text.split()), names)
    return text.assemble(
        ("disputed quote copied  ", "$disputed"),
        words,
        (f"  because: {history_words.without_names(copy.reason, names)}", text.DIM),
    )


def _line(change: Change, view: ChangesView, naming: Naming) -> text.Part:
    """ "deadline edited: name  WGA talks begin"; of changed words, what they were."""
    head = f"{history_words.thing(change.table)} {history_words.what_happened(change)}"
    who = f"  by {change.action.via}" if change.action.via in ("command", "import") else ""
    if change.table == "person" and (change.row_id in view.hidden or change.after.get("confidential")):
        return text.assemble((f"{head}  ", text.DIM), "a confidential source", (who, text.DIM))
    footing = view.footings.get((change.table, change.row_id))
    rest = f"  {footing.words}" if footing is not None else ""
    called, was = (
        history_words.without_names(history_words.called(change, naming), view.names),
        history_words.without_names(history_words.was(change), view.names),
    )
    return text.assemble(
        (f"{head}  ", text.DIM),
        called,
        (history_words.without_names(rest, view.names), text.DIM),
        (f"  was: {was}" if was else "", text.DIM),
        (who, text.DIM),
    )
