"""A file on its way into the desk: it comes in beneath the work, says how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from desk.model.errors import DeskError, RefusedError
from desk.model.frozen import frozen
from desk.ui.key_queue import Holds
from desk.ui.widgets import text

if TYPE_CHECKING:
    from desk.app.importing.files import Imported, Progress
    from desk.ui.background import WorkingApp

#: How often, in seconds, it is said how far an import is.
_TOLD_EVERY = 0.25


@frozen
class Watcher:
    """A screen that looks at an import: told how far it is, what came of it, or what went wrong."""

    tell: Callable[[str], None]
    taken: Callable[[Imported | str], None]
    failed: Callable[[DeskError], None]


class Bringing:
    """One import under way. Asked and told on the screen's thread; only what reads the file runs in another."""

    def __init__(self, app: WorkingApp, path: Path, ended: Callable[[], None]) -> None:
        """`ended` is called when it is in, or when it came to nothing."""
        self.name = path.name
        self.watcher: Watcher | None = None
        #: It was said that to leave the desk stops it.
        self.may_be_left = False
        self._app = app
        self._path = path
        self._told_ended = ended
        self._stop = Event()
        self._done = 0.0
        self._rows = 0
        self._then: Callable[[], None] = lambda: None

    def start(self, work: Callable[[Path, Progress], Imported | str]) -> None:
        """Take the file in. `work` runs in a thread; what it is given to tell how far it is raises to stop it."""
        self._timer = self._app.set_interval(_TOLD_EVERY, self._tell)
        self._app.in_background(
            self._label, lambda: work(self._path, self._progress), self._taken, failed=self._failed, holds=Holds.NOTHING
        )

    def stop(self, then: Callable[[], None] = lambda: None) -> None:
        """Have it stopped and taken back; `then` is called when it is."""
        self._then = then
        self._stop.set()

    @property
    def words(self) -> str:
        """How far it is, as in "quotes.jsonl: 62,000 so far, 62%"."""
        share = f", {self._done:.0%}" if self._done else ""
        return f"{self.name}: {'stopping' if self._stop.is_set() else f'{self._rows:,} so far{share}'}"

    @property
    def _label(self) -> str:
        return f"importing {self.name}"

    def _progress(self, done: int, whole: int, rows: int) -> None:
        # In the thread that reads: what is said of it is picked up by the timer, so that neither waits for the other.
        self._done, self._rows = (done / whole if whole else 0.0), rows
        if self._stop.is_set():
            raise RefusedError(f"The import of {self.name} was stopped; nothing of it was kept")

    def _tell(self) -> None:
        self._app.tell_progress(self._label, f"importing {self.words}")
        if self.watcher is not None:
            self.watcher.tell(self.words)

    def _ended(self) -> None:
        self._timer.stop()
        self._app.tell_progress(self._label, "")
        self._told_ended()

    def _taken(self, done: Imported | str) -> None:
        self._ended()
        if self.watcher is not None:
            self.watcher.taken(done)
        elif isinstance(done, str):
            text.notice(self._app, f"{self.name} has no quotes that the desk can take as they are", "warning")
        if not isinstance(done, str):
            say_imported(self._app, done)
        self._then()

    def _failed(self, error: DeskError) -> None:
        self._ended()
        if self.watcher is not None:
            self.watcher.failed(error)
        else:
            self._app.say_error(error)
        self._then()


def say_imported(app: WorkingApp, done: Imported) -> None:
    """What came in, and what of it the reporter may not expect."""
    told = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in done.counts.items() if count)
    said = "\n".join((f"imported {told or 'nothing new'}; {app.key_of('undo')} undoes", *done.remarks))
    text.notice(app, said, "warning" if done.remarks else "information", seconds=10 if done.remarks else 6)
