"""`w`: what changed since the desk was last opened, or in any other span, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from desk.model import dateshow
from desk.model.records import Copied
from desk.model.zones import zone_info
from desk.store.history import Change, Done
from desk.ui import changes
from desk.ui.screens.sheet import SheetScreen
from desk.ui.session import Session
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words

#: Rows that belong to another row, which says what happened already.
_PARTS = frozenset({"quote_speaker", "quote_talks", "negotiation_party", "development_talks", "development_axis",
                    "development_who", "development_asked"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """What is asked for, and since when (UTC); None: ever."""

    words: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class _Read:
    span: Span
    changes: Sequence[Change]
    imports: Sequence[Done]
    overridden: Sequence[Copied]


class ChangedScreen(SheetScreen[_Read]):
    """`[` and `]` choose the span."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "span(-1)", "shorter", id="changed.shorter"),
        Binding("right_square_bracket", "span(1)", "longer", id="changed.longer"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, "What changed")
        self._spans = spans(session)
        self._at = 0

    def read(self) -> _Read:
        span, history = self._spans[self._at], self.session.store.history
        since = span.since or datetime(1900, 1, 1, tzinfo=UTC)
        overridden = self.session.store.copies.overridden(since=since)
        return _Read(span, history.changes(since=since), history.imports(since=since), overridden)

    def items(self, view: _Read) -> Sequence[Item]:
        self.pane.subject = view.span.words
        self.pane.show_keys([("[", "shorter"), ("]", "longer"), ("esc", "back")])
        zone, today = self.session.zone, self.session.today()
        events: list[tuple[datetime, text.Part]] = [
            (change.action.at, _line(change)) for change in view.changes if change.table not in _PARTS
        ]
        events += [(done.at, done.label) for done in view.imports]
        events += [(one.recorded_at, _let_out(one)) for one in view.overridden if one.recorded_at is not None]
        self.pane.count = f"{len(events)}"
        if not events:
            longer = "" if self._at == len(self._spans) - 1 else " ] asks about a longer span."
            return [Words((f"Nothing changed {view.span.words}.{longer}", text.DIM))]
        found: list[Item] = []
        day: date | None = None
        for at, line in sorted(events, key=lambda event: event[0], reverse=True):
            local = at.astimezone(zone_info(zone))
            if local.date() != day:
                day = local.date()
                found.append(Title(_day(day, today)))
            found.append(Fact(f"{local:%H:%M}", line))
        return found

    def action_span(self, by: int) -> None:
        """Ask about a shorter or longer span."""
        self._at = min(max(0, self._at + by), len(self._spans) - 1)
        self.read_again()


def spans(session: Session) -> tuple[Span, ...]:
    """Since the desk was last opened, and the usual longer ones."""
    now, zone = session.now(), zone_info(session.zone)
    midnight = datetime.combine(session.today(), time(), zone).astimezone(UTC)
    found = [Span("today", midnight)]
    if session.opened_before is not None:
        found.append(Span(f"since you last opened the desk, {_moment(session)}", session.opened_before))
    found += [
        Span("in the last 7 days", now - timedelta(days=7)),
        Span("in the last 31 days", now - timedelta(days=31)),
    ]
    known = [span for span in found if span.since is not None]
    known.sort(key=lambda span: span.since or now, reverse=True)
    first = [span for span in known if span.since == session.opened_before]
    return (*first, *(span for span in known if span not in first), Span("ever", None))


def _moment(session: Session) -> str:
    assert session.opened_before is not None
    local = session.opened_before.astimezone(zone_info(session.zone))
    return f"{_day(local.date(), session.today())} {local:%H:%M}"


def _day(on: date, today: date) -> str:
    if on == today:
        return "today"
    year = f" {on.year}" if on.year != today.year else ""
    return f"{dateshow.WEEKDAYS[on.weekday()]} {dateshow.MONTHS[on.month - 1]} {on.day}{year}"


def _let_out(copy: Copied) -> text.Part:
    """A disputed quote that left with a reason: what went out is what the gate let through, stamp and all."""
    words = " ".join(copy.text.split())
    return text.assemble(("disputed quote copied  ", "$disputed"), words, (f"  because: {copy.reason}", text.DIM))


def _line(change: Change) -> text.Part:
    """ "deadline edited: name  WGA talks begin"; of changed words, what they were."""
    head = f"{changes.thing(change.table)} {changes.what_happened(change)}"
    was = changes.was(change)
    who = f"  by {change.action.via}" if change.action.via in ("command", "import") else ""
    return text.assemble(
        (f"{head}  ", text.DIM), changes.called(change), (f"  was: {was}" if was else "", text.DIM), (who, text.DIM)
    )
