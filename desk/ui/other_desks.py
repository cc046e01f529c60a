"""Other desks on the same file: it is looked from time to time whether one has written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.errors import DeskError
from desk.ui.key_queue import Holds

if TYPE_CHECKING:
    from desk.ui.base import Desk


class OtherDesks:
    """What another desk changed comes in through the store, like a change of this one."""

    def __init__(self, app: Desk) -> None:
        self._app = app
        self._looking = False
        self._failed = ""

    def start(self, *, every: float) -> None:
        """Look every so many seconds."""
        self._app.set_interval(every, self._look)

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            poll = self._app.store.poll
            self._app.in_background(
                "looking for another desk", poll, self._looked, failed=self._not_looked, holds=Holds.NOTHING
            )

    def _looked(self, _: bool) -> None:
        self._looking = False
        self._failed = ""

    def _not_looked(self, error: DeskError) -> None:
        """The file cannot be read any more: said once, not at every look."""
        self._looking = False
        if str(error) != self._failed:
            self._failed = str(error)
            self._app.say_error(error)
