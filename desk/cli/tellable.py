"""What commands print of what sources told: only as far as their terms let it be published, and with no name behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desk.cli.safe import LEFT_OUT, Door
from desk.model.grounds import Grounds
from desk.model.records import DeadlineDate, Development
from desk.output.attribution import House
from desk.output.citing import Sources
from desk.output.release import Released, release_text
from desk.store.due import DeadlinesView, Due
from desk.store.store import Store


class Tellable:
    """Looks at each source once, and remembers what is not told at all, since its source's terms do not let it be."""

    def __init__(self, store: Store, door: Door, house: House) -> None:
        self._telling = Sources(store, store.gate_clock(), house)
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
                replace(owed, development=developments[owed.development.id])
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
                found.append(replace(due, dates=dates))
            else:
                self._left.add(("deadline", due.deadline.id))
        return tuple(found)

    def _words(self, one: Development) -> str:
        forbidden = self._telling.forbidden(one.source_id)
        answer = release_text(one.words, way=self._door.way, names=self._door.names, forbidden=forbidden)
        return one.words if isinstance(answer, Released) else LEFT_OUT
