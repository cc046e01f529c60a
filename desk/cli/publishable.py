"""What commands print of what sources told: only as far as their terms let it be published, and with no name behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desk.app.citations import Citations
from desk.app.release import release_text
from desk.app.session import Store
from desk.app.views.deadlines import DeadlinesView, Due, Owed
from desk.cli.output_filter import LEFT_OUT, OutputFilter
from desk.formats.copies.attribution import HouseStyle
from desk.model.records import DeadlineDate, Development
from desk.model.released import Released
from desk.model.talks.grounds import Grounds


class Publishable:
    """Looks at each source once, and remembers what is not told at all, since its source's terms do not let it be."""

    def __init__(self, store: Store, door: OutputFilter, house: HouseStyle) -> None:
        self._telling = Citations(store, store.gate_clock(), house)
        self._door = door
        self._left: set[tuple[str, int | None]] = set()

    def developments(self, developments: Iterable[Development]) -> list[Development]:
        """Those that may be told, each with its whole words searched: a part of a name is no name any more."""
        told = []
        for one in developments:
            if self._telling.of(one.source_id).may:
                told.append(replace(one, words=self._words(one)))
            else:
                self._left.add(("development", one.id))
        return told

    def grounds(self, records: Iterable[Development | DeadlineDate]) -> Grounds:
        """What these rest on, as far as it may be told."""
        return self._telling.grounds(records)

    def due(self, view: DeadlinesView) -> DeadlinesView:
        """What is due, without the dates, calls and deadlines that may not be told of."""
        developments = {one.id: one for one in self.developments(owed.development for owed in view.owed)}
        return replace(
            view,
            ahead=self._deadlines(view.ahead),
            done=self._deadlines(view.done),
            owed=tuple(
                self._owed(replace(owed, development=developments[owed.development.id]))
                for owed in view.owed
                if owed.development.id in developments
            ),
            codes={key: code for key, code in view.codes.items() if self._telling.of(key).named},
        )

    def remark(self) -> str:
        """What the reporter is told of what is not there; "" where nothing was left out."""
        if not self._left:
            return ""
        things = "1 thing" if len(self._left) == 1 else f"{len(self._left)} things"
        return f"{things} not told, since the terms of the source do not let it be published"

    def _deadlines(self, some: tuple[Due, ...]) -> tuple[Due, ...]:
        found = []
        for due in some:
            dates = tuple(one for one in due.dates if self._telling.of(one.source_id).may)
            if dates or not due.dates:
                name = self._said(due.deadline.name, *(one.source_id for one in dates))
                found.append(replace(due, deadline=replace(due.deadline, name=name), dates=dates))
            else:
                self._left.add(("deadline", due.deadline.id))
        return tuple(found)

    def _owed(self, owed: Owed) -> Owed:
        source_id = owed.development.source_id
        asked = replace(owed.asked, how=self._said(owed.asked.how, source_id))
        return replace(owed, asked=asked, name=self._said(owed.name, source_id))

    def _words(self, one: Development) -> str:
        return self._said(one.words, one.source_id)

    def _said(self, text: str, *sources: int | None) -> str:
        """A text that stands beside what these sources told, or what stands for it where it has a name behind one of them."""
        forbidden = tuple(name for one in sources for name in self._telling.forbidden(one))
        answer = release_text(text, way=self._door.way, names=self._door.names, forbidden=forbidden)
        return text if isinstance(answer, Released) else LEFT_OUT
