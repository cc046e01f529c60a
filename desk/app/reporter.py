"""What the reporter has set, as the uses of the desk need it: their zone, how they type dates, their house style, their
clipboard. The screen and the commands are each a desk of the same reporter.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desk.model.dates.zones import zone_info

if TYPE_CHECKING:
    from desk.clipboard.machine import ClipboardEnv
    from desk.config.settings import Config
    from desk.formats.copies.attribution import HouseStyle
    from desk.locations import Locations
    from desk.search.query import DateReader
    from desk.store.store import Store


class Reporting(Protocol):
    """A desk that is open, on the screen or for one command, with its reporter's settings and clock."""

    @property
    def config(self) -> Config:
        """The settings."""

    @property
    def zone(self) -> str:
        """The reporter's IANA zone."""

    def today(self) -> date:
        """The reporter's day."""

    def seen_now(self) -> datetime:
        """The moment from which what is shown counts."""


def reporter_zone(configured: str, store: Store | None) -> str:
    """The reporter's IANA zone: of the config, else of the first start, else the machine's own."""
    return configured or (store.settings.get("zone") if store is not None else "") or machine_zone()


def machine_zone(link: Path = Path("/etc/localtime")) -> str:
    """The IANA zone of this machine, as far as it says which: TZ, else where its clock's file points. Else UTC."""
    candidates = [os.environ.get("TZ", "").lstrip(":")]
    with contextlib.suppress(OSError):  # no such link on this system
        candidates.append(str(link.readlink()).partition("zoneinfo/")[2])
    for name in candidates:
        try:
            zone_info(name)
        except ValueError:
            continue
        return name
    return "UTC"


def date_reader(desk: Reporting) -> DateReader:
    """What reads `since:` and `before:` of a search as people type dates, in a worker: by the day that the desk shows."""

    def read(text: str, /, *, after: int | None = None, before: int | None = None) -> tuple[int, int] | None:
        from desk.search.date_filters import days_of

        starts = desk.config.time.week_starts
        return days_of(text, now=desk.seen_now(), zone=desk.zone, week_starts=starts, after=after, before=before)

    return read


def house_style(desk: Reporting) -> HouseStyle:
    """How what leaves is written: the newsroom's style, with the reporter's day."""
    from desk.formats.copies.attribution import Guide, HouseStyle
    from desk.formats.copies.marks import Marks

    style = desk.config.style
    return HouseStyle(today=desk.today(), marks=Marks(style.marks), guide=Guide(style.guide))


def clipboard_of(config: Config, place: Locations | None, terminal: Callable[[bytes], None] | None) -> ClipboardEnv:
    """Where the desk runs, with the reporter's own command and the private folder."""
    from desk.clipboard import machine

    folder = place.copied.parent if place is not None else None
    return machine.clipboard_env(terminal=terminal, command=config.clipboard.command, folder=folder)
