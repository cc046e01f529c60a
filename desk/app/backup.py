"""Keeping the whole desk in a backup, and bringing it back."""

from __future__ import annotations

from pathlib import Path

from desk import locations
from desk.locations import Locations
from desk.store.file import backup
from desk.store.file.file import machine_clock


def write_backup(place: Locations, target: Path) -> None:
    """Write a checked copy of the desk's file, and of its kept copies, to a new place. Raises StorageError."""
    backup.backup(place.file, target)


def restore_backup(place: Locations, source: Path) -> Path | None:
    """Put a backup in the place of the desk's file; returns where what was there before is kept. Raises StorageError."""
    locations.prepare(place)
    return backup.restore(place.file, source, now=machine_clock())
