"""Keeps what is being typed in the file, twice a second while somebody types, so that a crash loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.timer import Timer

from desk.app import unsaved
from desk.model.errors import DeskError, ReplacedError, StorageError
from desk.ui.key_queue import Holds

if TYPE_CHECKING:
    from desk.app.session import Store
    from desk.ui.base import Desk

#: Seconds after the first key that is not kept yet, at which it is. Further keys do not put it off.
PAUSE = 0.5


class KeptBesideError(StorageError):
    """The desk's file does not take what is typed; it is kept beside it."""


class Keeper:
    """One form's or line's text, under a key of its own. `closed` once it is saved or thrown away."""

    def __init__(self, app: Desk, key: str) -> None:
        self._app = app
        self._store: Store = app.store
        self._key = key
        self._closed = False
        self._forgotten = False
        self._told = False
        self._timer: Timer | None = None
        self._fields: Mapping[str, str] = {}
        app.keepers.add(self)

    def kept(self) -> dict[str, str]:
        """What was typed before and never saved. Reads the file: for a worker."""
        return unsaved.read_unsaved(self._store, self._key)

    def typed(self, fields: Mapping[str, str]) -> None:
        """Keep these texts within `PAUSE` from the first key that is not kept yet."""
        self._fields = fields
        if self._timer is None:
            self._timer = self._app.set_timer(PAUSE, self.now)

    def now(self) -> None:
        """Keep them without waiting."""
        self._stop()
        if not self._store.read_only and not self._closed:
            self._app.in_background("keeping what is typed", self.keep, failed=self._failed, holds=Holds.COMMANDS)

    def keep(self) -> None:
        """Write what was typed last, however late this comes. Writes: for a worker, or when the desk is ended.

        Raises KeptBesideError where the desk's file does not take it and it is kept beside that, StorageError where it
        could not be kept at all.
        """
        try:
            try:
                self._keep()
            except ReplacedError:
                self._keep()  # what is typed is kept in the file that is there now
        except StorageError as error:
            if not self._fields or self._forgotten:
                raise
            kept = unsaved.keep_beside(self._store, self._key, self._fields)
            raise KeptBesideError(
                error.what,
                where=error.where,
                remedy=f"What you typed is kept in {kept}, which only you can read, and comes back.",
            ) from error

    def _keep(self) -> None:
        # What is kept late waits for a saving under way, and does not come back after it.
        unsaved.keep_unsaved(self._store, self._key, lambda: self._fields if not self._forgotten else {})

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _failed(self, error: DeskError) -> None:
        if not self._told:
            self._told = True
            self._app.say_error(error)

    def forget(self) -> None:
        """It was saved, or is not wanted. Writes: for a worker; inside a transaction it belongs to that one."""
        self._forgotten = True
        unsaved.forget_unsaved(self._store, self._key)

    def not_saved(self) -> None:
        """Saving failed, so what is typed is kept again."""
        self._forgotten = False

    def close(self) -> None:
        """Nothing typed from here on is kept; what was on its way still is. On the screen's thread."""
        self._closed = True
        self._app.keepers.discard(self)
        self._stop()

    def throw_away(self) -> None:
        """Close, and forget what was kept."""
        self.close()
        self._forgotten = True
        if not self._store.read_only:
            self._app.in_background("forgetting what was typed", self.forget, holds=Holds.COMMANDS)

    def start_again(self) -> None:
        """Forget what was kept from before; what is typed from here on is kept."""
        self._stop()
        self._fields = {}
        if not self._store.read_only:
            self._app.in_background(
                "forgetting what was typed", lambda: self._store.settings.forget_form(self._key), holds=Holds.COMMANDS
            )
