"""Work beside the screen: changes and reads in threads, what came of them, and what takes long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from textual.reactive import reactive
from textual.worker import Worker, WorkerState

from desk.model.errors import DeskError, RefusedError
from desk.ui import privacy
from desk.ui.key_queue import Holds, KeysInOrder
from desk.ui.notices import NoticingApp
from desk.ui.widgets import text

T = TypeVar("T")


class Keeper(Protocol):
    """What keeps a form or a line that is open."""

    def keep(self) -> None:
        """Keep what is typed now. Raises StorageError."""


#: Work that takes longer than this, in seconds, is shown as under way.
SLOW = 0.5
#: Work holds keys up no longer than this, in seconds; but saving does for as long as anything may (`PATIENCE`). What
#: opens a place to type into is short, and waited for even on a machine that has much else to do.
HOLDS_FOR = {Holds.NOTHING: 0.0, Holds.COMMANDS: 4.0, Holds.KEYS: 15.0}
#: The group of the desk's own work, among the workers of Textual's widgets.
_OURS = "desk"


@dataclass
class _Job:
    """Something under way in the background."""

    label: str
    began: float
    holds: Callable[[], Holds]
    saving: bool

    def holds_up(self, now: float) -> Holds:
        """The keys that wait for it."""
        holds = self.holds()
        return holds if self.saving or now - self.began < HOLDS_FOR[holds] else Holds.NOTHING


class WorkingApp(NoticingApp, KeysInOrder):
    """An app that never waits for the store: no work is done on the screen's thread, and no work touches a widget."""

    #: What is being done that takes longer than half a second; empty when nothing does.
    working: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._jobs: dict[int, _Job] = {}
        #: How far something under way is, by its label.
        self._progress: dict[str, str] = {}
        self._job = 0
        #: Changes under way, and what is to be said after them.
        self._saving = 0
        self._held_back: list[Callable[[], None]] = []
        #: What keeps the forms and lines that are open.
        self.keepers: set[Keeper] = set()
        #: The newest job of each group, whose result counts.
        self._newest: dict[str, int] = {}

    def key_of(self, action: str) -> str:
        """The key of an action, as people read it; empty where it has none."""
        raise NotImplementedError

    def change(
        self,
        label: str,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Run a change of the store in a thread, and say "`label`; u undoes" when it is saved.

        `then` gets the result on the screen's thread. What was wrong is shown as a notice, unless `failed` takes the
        error (a form shows it at the field, and keeps what was typed). An empty label says nothing of success.
        """

        def saved(result: T) -> None:
            if then is not None:
                then(result)
            self._say_held()
            if label:  # after what follows: a form that closes leaves it to what is beneath
                undo = "" if self.speaks_itself else f"; {self.key_of('undo')} undoes"
                text.notice(self, f"{label}{undo}", seconds=4)

        self._saving += 1
        self.in_background(f"saving: {label}" if label else "saving", work, saved, failed=failed, saving=True)

    def when_saved(self, say: Callable[[], None]) -> None:
        """Say this when what is being saved is off the screen, which may close with it; at once where nothing is."""
        if self._saving:
            self._held_back.append(say)
        else:
            say()

    def _say_held(self) -> None:
        while self._held_back:
            self._held_back.pop(0)()

    def in_background(
        self,
        label: str,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[DeskError], None] | None = None,
        group: str = "",
        saving: bool = False,
        holds: Holds | Callable[[], Holds] = Holds.KEYS,
    ) -> Worker[None]:
        """Run `work` in a thread, never on the screen's; it may touch no widget. `then` gets its result.

        With a `group`, a newer one takes the place of the one before, whose result is dropped. What takes longer than
        half a second is shown as under way with `label`. Keys that come meanwhile wait for what they may hang on:
        `holds` says which do, for up to `HOLDS_FOR`.
        """
        self._job += 1
        job = self._job
        if group:
            self._newest[group] = job

        def wanted() -> bool:
            return not group or self._newest.get(group) == job

        which = holds if callable(holds) else lambda: holds
        self._jobs[job] = _Job(label, time.monotonic(), which, saving)
        return self.run_worker(
            self._run(job, work, then, failed, wanted, saving), name=label, group=_OURS, exit_on_error=False
        )

    def waits_for(self, holds: Holds) -> bool:
        """True while a job is under way that holds such keys; those that run a command wait for Textual's workers too."""
        now = time.monotonic()
        if any(job.holds_up(now) >= holds for job in self._jobs.values()):
            return True
        theirs = (worker for worker in self.workers if worker.group != _OURS)
        return holds is Holds.COMMANDS and any(not worker.is_finished for worker in theirs)

    def drop(self, group: str) -> None:
        """Let the results of what runs in this group come to nothing."""
        self._newest.pop(group, None)

    async def _run(
        self,
        job: int,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Callable[[DeskError], None] | None,
        wanted: Callable[[], bool],
        saving: bool,
    ) -> None:
        timer = self.set_timer(SLOW, self._show_working)
        try:
            result = await asyncio.to_thread(work)
        except DeskError as error:
            if failed is not None:
                failed(error)
            elif wanted():
                self.say_error(error)
        else:
            if then is not None and wanted():
                then(result)
        finally:
            timer.stop()
            del self._jobs[job]
            self._show_working()
            if saving:
                self._saving -= 1
                self._say_held()

    def tell_progress(self, label: str, words: str) -> None:
        """Say how far what is under way with this label is; with no words, only its label again."""
        if words:
            self._progress[label] = words
        else:
            self._progress.pop(label, None)
        self._show_working()

    def _show_working(self) -> None:
        since = time.monotonic() - SLOW
        label = next((job.label for job in self._jobs.values() if job.began <= since), "")
        self.working = self._progress.get(label, label)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What went wrong in a way that nobody foresaw: said without a value, and the desk goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            where = privacy.place(event.worker.error)
            text.notice(
                self,
                f"This was not done: an error of the desk's own ({where}). What was saved before is safe.",
                "error",
                seconds=20,
            )

    def say_error(self, error: DeskError) -> None:
        """A readable notice of what went wrong."""
        text.notice(self, str(error), "warning" if isinstance(error, RefusedError) else "error", seconds=10)
