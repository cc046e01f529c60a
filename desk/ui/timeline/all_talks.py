"""`A`: all talks, one line each; from here one issue across guilds and cycles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from desk.app.session import Changed, Session
from desk.app.views.all_talks import AllTalksView, Line, read_all_talks
from desk.app.views.timeline import name_of
from desk.model.dates import show as dateshow
from desk.model.enums import Axis, Certainty, plain
from desk.model.records import Development
from desk.model.talks.fold import Standing
from desk.model.talks.grounds import Grounds, is_claim
from desk.model.talks.standing import axis_told, standing_words
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

#: A line narrower than this has dates without the words beside them.
_ROOM = 100
_HEADS = ("Talks", "Phase", "Contract", "Action", "Blackout", "Last", "Next", "Left")
#: The least that a column may shrink to where there is little room; what changed last gives way first.
_LEAST = (14, 10, 8, 5, 8, 8, 8, 8)


def cells(line: Line, today: date, grounds: Grounds, *, brief: bool = False) -> tuple[str, ...]:
    """What a line says, column by column; `brief` leaves out what happened and what is due."""
    axes = [_axis(line.standing, axis, grounds, today) for axis in Axis]
    last = ""
    if line.last is not None:
        when = dateshow.short(line.last.date, today, signed=False)
        last = _brief(when) if brief else f"{when}: {_news(line.last, grounds, today)}"
    due, left = "", ""
    if line.next is not None:
        assert line.next.deadline is not None
        sign = f"{dateshow.CONFLICT_SIGN} " if line.next.conflict else f"{dateshow.sign(line.next.value)} ".lstrip()
        due = sign + dateshow.short(line.next.value, today, signed=False)
        sure = "" if line.next.value.certainty is Certainty.OCCURRED else f", {plain(line.next.value.certainty)}"
        due = _brief(due) if brief else f"{due} {line.next.deadline.name}{sure}"
        least = None if line.next.value.start is None else (line.next.first - today).days
        left = str(dateshow.Left(least, (line.next.last - today).days))
    return (name_of(line.row), *axes, last, due, left)


def _axis(standing: Standing, axis: Axis, grounds: Grounds, today: date) -> str:
    """One axis in its column: what is only claimed, or not before another day, says so; the footer says whose it is."""
    told = axis_told(standing, axis, grounds, today)
    if not told.unsettled:
        return plain(told.value) if told.value != "unknown" else "–"
    said = f"{'claim' if told.said_by is not None and is_claim(told.said_by) else 'to come'}: {plain(told.unsettled)}"
    return said if told.value == "unknown" else f"{plain(told.value)}; {said}"


def _news(one: Development, grounds: Grounds, today: date) -> str:
    """What happened last, with what it rests on where that is less than a source."""
    footing = grounds.of(one, today)
    how = f"{footing.how}: " if footing.how else ""
    bare = f" ({footing.origin})" if footing.source is None else ""
    return f"{how}{' '.join(one.words.split())}{bare}"


def _brief(when: str) -> str:
    """A date without its weekday; of a week, which has its sign, the Monday."""
    return " ".join(word for word in when.split() if word not in (*dateshow.WEEKDAYS, "wk", "of"))


def widths(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """The cells of each column: what it needs, the longest giving way first."""
    needs = [max(len(each[at]) for each in (_HEADS, *rows)) for at in range(len(_HEADS))]
    room = width - _gap(width) * (len(_HEADS) - 1)
    while sum(needs) > room:
        over = [at for at, need in enumerate(needs) if need > _LEAST[at]]
        if not over:
            break
        needs[max(over, key=lambda at: needs[at] - _LEAST[at])] -= 1
    return needs


def _gap(width: int) -> int:
    return 2 if width >= _ROOM else 1


def draw(found: tuple[str, ...], each: Sequence[int], gap: int, style: str = "") -> Content:
    """One line in its columns; the days left stand at the right of theirs."""
    parts: list[text.Part] = []
    for at, (words, cells_) in enumerate(zip(found, each, strict=True)):
        look = style or (text.BOLD if not at else text.DIM if words == "–" else "")
        parts += [" " * gap if at else "", text.fit((words, look), cells_, "right" if at == len(each) - 1 else "left")]
    return text.assemble(*parts)


class AllTalksScreen(Screen[None], OnDesk):
    """Enter goes to the talks under the cursor."""

    ANYWHERE = True
    SCOPE = "all_talks"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("all_talks")

    DEFAULT_CSS = """
    AllTalksScreen > Pane {
        height: 1fr;

        & > Lines {
            padding: 0 1;
        }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._view: AllTalksView | None = None

    def compose(self) -> ComposeResult:
        with Pane("", "All talks"):
            yield Lines(self._head)
            yield RowList[Line](self._draw, lambda line: line.row.id, empty="")
        yield Footer()

    @property
    def rows(self) -> RowList[Line]:
        """Its list."""
        return self.query_one(RowList)

    def on_mount(self) -> None:
        self.follow(stored=self._stored)
        self.rows.focus()
        key = self.desk.key_of
        self.query_one(Pane).show_keys(
            (("↵", "these talks"), (key("all_talks.compare"), "compare an issue"), (key("all_talks.timeline"), "timeline"),
             (key("all_talks.leave"), "back"))
        )  # fmt: skip
        self.read_again()

    def read_again(self) -> None:
        """Read and show anew."""
        session = self.session
        store, zone, today, then = session.store, session.zone, session.seen_today(), session.turned
        self.desk.in_background(
            "reading all talks",
            lambda: read_all_talks(store, zone, today, then),
            self._arrived,
            group="all talks",
            holds=Holds.COMMANDS,
        )

    def _stored(self, _: Changed) -> None:
        self.read_again()

    def _arrived(self, view: AllTalksView) -> None:
        if not self.still_open():
            return
        begin, self._view = self._view is None, view
        pane = self.query_one(Pane)
        pane.count = f"{len(view.lines)}"
        if self.session.turned is not None:
            from desk.ui.timeline.lines import asked
            from desk.ui.timeline.turning import said

            pane.subject = f"{said(self.session.turned)}, {asked(self.session.turned.known)}"
        self.query_one(Lines).refresh()
        self.rows.show(view.lines, empty=f"No talks. {self.desk.key_of('reference')} keeps parties and talks.")
        if begin:
            self.rows.go_to(self.session.talks_id)
        self._tell()

    @on(RowList.Highlighted)
    def _tell(self) -> None:
        line = self.rows.row
        if line is None or self._view is None:
            self.query_one(Footer).show_here("")
            return
        grounds, today = self._view.grounds, self._view.today
        said = cells(line, today, grounds)
        standing = standing_words(line.standing, grounds, today)
        settled = not any(axis_told(line.standing, axis, grounds, today).unsettled for axis in Axis)
        # What the columns have no room for.
        more = (said[5], said[6]) if self.size.width >= _ROOM and settled else (standing, said[5])
        words = " · ".join(part for part in more if part)
        self.query_one(Footer).show_here((words, text.DIM))

    def _widths(self, width: int) -> list[int]:
        assert self._view is not None
        return widths([self._cells(line, width) for line in self._view.lines], width)

    def _cells(self, line: Line, width: int) -> tuple[str, ...]:
        assert self._view is not None
        return cells(line, self._view.today, self._view.grounds, brief=width < _ROOM)

    def _head(self, width: int) -> list[Content]:
        return (
            [draw(_HEADS, self._widths(width), _gap(width), text.DIM)]
            if self._view is not None and self._view.lines
            else []
        )

    def _draw(self, line: Line, width: int) -> list[Content]:
        if self._view is None:
            return []
        archived = line.row.negotiation is not None and line.row.negotiation.archived
        return [draw(self._cells(line, width), self._widths(width), _gap(width), text.DIM if archived else "")]

    # Actions

    @on(RowList.Chosen)
    def _go(self) -> None:
        line = self.rows.row
        self.dismiss(None)
        if line is not None:
            self.session.choose_talks(line.row.id)

    def action_compare(self) -> None:
        """Choose an issue by its name, and see it across guilds and cycles."""
        route("compare")(self.desk)

    def action_timeline(self) -> None:
        """Every negotiation on one calendar."""
        self.app.switch_screen(route("timeline")(self.session))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
