"""The draft's file: read, never written. Text in UTF-8, in which a place is a line and a column."""

from __future__ import annotations

import os
import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from desk.app.drafts.readable import SAVE_AS, why_unreadable
from desk.formats.papers.textfile import OF_A_DESK, is_of_a_desk
from desk.model.errors import InputError

#: A longer file is no draft of a story; checking it would take minutes.
LARGEST = 4_000_000


@dataclass(frozen=True)
class Draft:
    """A draft as it was when it was read. `name` is what it is called in what is said of it."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))[:-1]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a place in the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def lines(self) -> list[tuple[int, int]]:
        """Where each line begins and ends, without the break."""
        starts = self._starts
        return [
            (start, (starts[at + 1] if at + 1 < len(starts) else len(self.text) + 1) - 1)
            for at, start in enumerate(starts)
        ]


def read_draft(path: Path, name: str = "") -> Draft:
    """The draft in a file. Raises InputError, in words, for what is missing, no text, or too large."""
    name = name or str(path)
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            kind = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(kind):
                raise InputError("this is no file", where=name, remedy="Name the draft's own file.")
            return read_stream(file, name)
    except FileNotFoundError:
        raise InputError("there is no such file", where=name) from None
    except IsADirectoryError:
        raise InputError("this is a folder", where=name, remedy="Name the draft's own file.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or "no such name can be"
        raise InputError(f"this cannot be read: {why}", where=name) from error


def read_stream(file: BinaryIO, name: str) -> Draft:
    """The same from something open, such as standard input."""
    held = file.read(LARGEST + 1)
    if len(held) > LARGEST:
        raise InputError(
            f"this is longer than a draft may be ({LARGEST // 1_000_000} MB)", where=name, remedy="Check a part of it."
        )
    if held.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("this is UTF-16", where=name, remedy=SAVE_AS)
    if b"\0" in held or held.startswith((b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        raise InputError("this is no text", where=name, remedy=SAVE_AS)
    if is_of_a_desk(held):
        raise InputError(OF_A_DESK, where=name, remedy="Name the draft's own file.")
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        raise InputError(f"this is not UTF-8: see line {line}", where=name, remedy=SAVE_AS) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    why, line = why_unreadable(text)
    if why:
        raise InputError(f"{why}: see line {line}", where=name, remedy=SAVE_AS)
    return Draft(name, text)
