"""What every subject may ask of the file it stands on: rows to read, and a transaction to write in."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from desk.model.enums import Deed
    from desk.store.file.action import Action


class Access(Protocol):
    """The open file, as far as a subject knows it. Safe from any thread."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    @property
    def generation(self) -> int:
        """Rises when another program put another file in the place of the one that was open."""

    def see_same(self, generation: int) -> None:
        """Raise ReplacedError where the file is another than when `generation` was read. Inside a transaction."""

    def clock(self) -> datetime:
        """The desk's time now, in UTC."""

    def gate_clock(self) -> datetime:
        """The time by which an embargo is judged, in UTC."""

    def all(self, sql: str, /, **values: Any) -> list[sqlite3.Row]:
        """The rows, read at once. Raises StorageError."""

    def one(self, sql: str, /, **values: Any) -> sqlite3.Row | None:
        """The first row, or None. Raises StorageError."""

    def action(self, deed: Deed, label: str) -> AbstractContextManager[Action]:
        """One change that a person made, with its history. Raises StorageError; nothing is then written."""

    def transaction(self, *, quiet: bool = False) -> AbstractContextManager[Action]:
        """A transaction without an action's row. Raises StorageError; nothing is then written."""
