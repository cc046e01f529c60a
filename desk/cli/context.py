"""What every command needs: the places, the config, the clock, the file, and a way to print."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desk import locations
from desk.app.reporter import reporter_zone
from desk.app.session import Store, machine_clock
from desk.cli import printing
from desk.locations import Locations
from desk.model.dates.zones import to_utc, zone_info
from desk.model.errors import InputError, OlderFileError, StorageError
from desk.model.text import visible

if TYPE_CHECKING:
    from desk.config.lines import Problem
    from desk.config.settings import Config


class DeskClock:
    """The desk's clock: the machine's, or one that ticks on from the moment that --now names."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def start_at(self, moment: datetime) -> None:
        self._ahead = moment - machine_clock()

    def __call__(self) -> datetime:
        return machine_clock() + self._ahead


class Context:
    """One command being run."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.clock = DeskClock()
        self._opened: Store | None = None
        self.now_text: str = args.now or os.environ.get("DESK_NOW", "")
        if self.now_text:
            moment(self.now_text, "UTC")  # what cannot be read is said before anything is opened

    @cached_property
    def locations(self) -> Locations:
        return locations.locate(os.environ, db=self.args.db)

    @cached_property
    def read_config(self) -> tuple[Config, tuple[Problem, ...]]:
        """The settings, and what is wrong in them."""
        from desk.config.file import load

        return load(self.locations.config)

    @cached_property
    def config(self) -> Config:
        """The settings, for a plain command: what is wrong in them is said on standard error."""
        settings, problems = self.read_config
        for problem in problems:
            self.remark(f"{self.locations.config}: {problem}")
        return settings

    @contextmanager
    def store(self, *, write: bool = False) -> Iterator[Store]:
        """The desk's file, opened for this command, with its clock set."""
        place = self.locations
        if write:
            locations.prepare(place)
            if remark := locations.made_private(place.file):
                self.remark(remark)
        elif place.own_folder and not place.file.parent.is_dir():
            raise StorageError("there is no desk yet", where=str(place.file), remedy="Open it once: desk.")
        else:
            locations.check_file(place.file)
        with self._open(write=write) as store:
            self.set_clock(store)
            self._opened = store
            try:
                for label in store.taken_back:
                    self.remark(cut_short(label))
                yield store
            finally:
                for said in store.told:
                    self.remark(said)
                self._opened = None

    def _open(self, *, write: bool) -> Store:
        """Return the file, opened. One that an older desk wrote is brought up to date first; a copy as it was stays beside it."""
        path = self.locations.file
        try:
            return Store.open(path, clock=self.clock, via="command", read_only=not write)
        except OlderFileError:
            Store.open(path, clock=self.clock, via="command").close()
            return Store.open(path, clock=self.clock, via="command", read_only=True)

    def set_clock(self, store: Store | None) -> None:
        """Read the reporter's zone, in which --now is told, and set the clock; of a file that is not there yet, None."""
        self.zone = reporter_zone(self._own_zone(), store)
        if self.now_text:
            self.clock.start_at(moment(self.now_text, self.zone))

    def _own_zone(self) -> str:
        """The zone of the config, which is read only where there is one: a plain command starts faster without."""
        place = self.locations.config
        return self.config.reporter.zone if place is not None and place.exists() else ""

    def today(self) -> date:
        """The reporter's day."""
        return self.clock().astimezone(zone_info(self.zone)).date()

    def seen_now(self) -> datetime:
        """The moment from which what is printed counts: the desk's time now."""
        return self.clock()

    # Printing

    def out(self, *lines: str) -> None:
        """Print lines for people; nothing in them steers a terminal."""
        for line in lines:
            printing.put(visible(line) + "\n")

    def json(self, value: Any) -> None:
        """Print one JSON value on a line, for programs."""
        printing.put(json.dumps(value, ensure_ascii=False) + "\n")

    def remark(self, line: str) -> None:
        """Say something beside the output."""
        sys.stderr.write(f"desk: {visible(self.safe(line))}\n")

    def safe(self, sentence: str) -> str:
        """What a command says of itself, a path or the words it was given, without the names that may not be told."""
        from desk.cli.output_filter import hide_names, without_names

        if self._opened is not None:
            return without_names(sentence, self._opened)
        return hide_names(sentence, self.locations.file)


def cut_short(label: str) -> str:
    """What is said of an import that whoever ran it did not live to finish."""
    return f"“{label}” was cut short before it was whole; it is taken back, and nothing of it was kept"


def moment(text: str, zone: str) -> datetime:
    """The moment of --now: ISO, by the clocks of `zone` where it has no offset; a bare date is its midnight."""
    try:
        found = datetime.fromisoformat(text.strip())
        found = found if found.tzinfo is not None else to_utc(found, zone)
    except ValueError:
        raise InputError(
            "this is no moment the desk understands",
            where="--now or DESK_NOW",
            remedy="Write it as 2026-02-14T09:00 or 2026-02-14.",
        ) from None
    if not 1900 <= found.year <= 2199:
        raise InputError("this is not between 1900 and 2199", where="--now or DESK_NOW")
    return found.astimezone(UTC)


def read_text(words: list[str]) -> str:
    """What was typed after a command, or standard input where it was `-`."""
    if words != ["-"]:
        return " ".join(words)
    return sys.stdin.read().strip("\n")
