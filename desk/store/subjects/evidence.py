"""Kept copies of what sources were: files beside the database, known by their sha256, readable by nobody else.

A copy is written whole or not at all, and never changed; what it holds is checked against its name each time it is read.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desk import locations
from desk.model.enums import Deed
from desk.model.errors import InputError, StorageError
from desk.model.quotes.quotes import Source
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access

_BLOCK = 1 << 20
_DIGITS = frozenset("0123456789abcdef")

#: Told how many bytes are copied so far, and of how many.
Progress = Callable[[int, int], None]


class Copy(StrEnum):
    """How it is with the copy that a source should have."""

    NONE = "none"
    PRESENT = "present"
    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


class Evidence:
    """The kept copies of one desk. They take time where they are large: never called on the screen's thread."""

    def __init__(self, store: Access) -> None:
        self._store = store
        # What was found whole, by size and time of change: a recording is not read again for every look at its quotes.
        self._whole: dict[str, tuple[int, int]] = {}

    @property
    def folder(self) -> Path:
        """Where the copies are: beside the desk's file, under its name."""
        return self._store.path.with_name(self._store.path.name + ".kept")

    def keep(self, path: Path, *, progress: Progress | None = None) -> str:
        """Copy a file into the desk's folder; returns the sha256 by which it is known. The file itself is left alone.

        Raises InputError where there is no such file or it is no ordinary one, StorageError where it cannot be kept;
        nothing is then left behind.
        """
        with _opened(path) as taken:
            return self._kept(taken, str(path), progress)

    def keep_text(self, words: str) -> str:
        """Keep text that came by another way than a file, such as a statement that was pasted; returns its sha256."""
        return self._kept(io.BytesIO(words.encode("utf-8")), "the pasted text", None)

    def _kept(self, taken: BinaryIO, where: str, progress: Progress | None) -> str:
        locations.private_folder(self.folder)
        beside = self.folder / f".taking-{os.getpid()}-{id(taken):x}"
        try:
            sha256 = _copied(taken, beside, progress)
            beside.replace(self.folder / sha256)
            _sync_folder(self.folder)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise _not_kept(where, error) from error
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        return sha256

    def attach(self, source_id: int, path: Path, *, progress: Progress | None = None) -> Source:
        """Keep a copy of this file as the source's evidence; returns the source as it is then."""
        sha256 = self.keep(path, progress=progress)
        with self._store.transaction():
            source = replace(Sources(self._store).get(source_id), sha256=sha256)
            with self._store.action(Deed.KEEP_EVIDENCE, f"keep a copy for the source {source.code}"):
                Sources(self._store).edit(source)
        return source

    def read(self, sha256: str) -> bytes:
        """What a kept copy holds. Raises StorageError where it is missing, cannot be read or was changed."""
        kept = self._place(sha256)
        try:
            held = kept.read_bytes()
        except FileNotFoundError:
            raise StorageError(
                "the kept copy is gone", where=str(kept), remedy="Attach the file to the source again."
            ) from None
        except OSError as error:
            raise StorageError(
                f"the kept copy cannot be read: {error.strerror or error}",
                where=str(kept),
                remedy="Check its permissions and its folder's.",
            ) from error
        if hashlib.sha256(held).hexdigest() != sha256:
            raise StorageError(
                "the kept copy was changed by somebody since it was kept",
                where=str(kept),
                remedy="Do not rely on it; attach the file to the source again.",
            )
        return held

    def check(self, source: Source) -> Copy:
        """How it is with the copy of a source now."""
        if not source.sha256:
            return Copy.NONE
        kept = self._place(source.sha256)
        try:
            found = kept.stat()
            seen = (found.st_size, found.st_mtime_ns)
            if self._whole.get(source.sha256) == seen:
                return Copy.PRESENT
            with kept.open("rb") as held:
                same = hashlib.file_digest(held, "sha256").hexdigest() == source.sha256
        except FileNotFoundError:
            return Copy.MISSING
        except OSError:
            return Copy.UNREADABLE
        if same:
            self._whole[source.sha256] = seen
        return Copy.PRESENT if same else Copy.CHANGED

    def _place(self, sha256: str) -> Path:
        # What comes from an imported file may be anything, and is no path.
        if len(sha256) != 64 or not _DIGITS.issuperset(sha256):
            raise StorageError("this is not the name of a kept copy", remedy="Attach the file to the source again.")
        return self.folder / sha256


def told(copy: Copy, code: str) -> str:
    """What to say of a source's copy, in a sentence; empty where there is nothing wrong with it."""
    match copy:
        case Copy.MISSING:
            return f"The kept copy of {code} is gone from the desk's folder; attach the file again."
        case Copy.CHANGED:
            return f"The kept copy of {code} was changed since it was kept; do not rely on it."
        case Copy.UNREADABLE:
            return f"The kept copy of {code} cannot be read; check its permissions."
        case _:
            return ""


def _opened(path: Path) -> BinaryIO:
    """The file to be copied, open for reading; only an ordinary one (a pipe would never end)."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError("this is a folder, not a file", where=str(path), remedy="Name a file in it.")
        if not stat.S_ISREG(mode):
            raise InputError("this is not an ordinary file", where=str(path), remedy="Name another file.")
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            "there is no such file, or not any more", where=str(path), remedy="Check the path; nothing was changed."
        ) from None
    except OSError as error:
        raise InputError(
            f"it cannot be read: {error.strerror or error}", where=str(path), remedy="Check its permissions."
        ) from error


def _copied(taken: BinaryIO, beside: Path, progress: Progress | None) -> str:
    """Copy to the disk itself, and say what was copied."""
    digest = hashlib.sha256()
    size = taken.seek(0, os.SEEK_END)
    taken.seek(0)
    done = 0
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, locations.PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as out:
        beside.chmod(locations.PRIVATE_FILE)
        while block := taken.read(_BLOCK):
            digest.update(block)
            out.write(block)
            done += len(block)
            if progress is not None:
                progress(done, size)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """See that the copy's name is on the disk as well, where the system can do that for a folder."""
    with contextlib.suppress(PermissionError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _not_kept(where: str, error: OSError) -> StorageError:
    if error.errno == errno.ENOSPC:
        return StorageError("the disk is full; no copy was kept", where=where, remedy="Free some room, try again.")
    return StorageError(
        f"no copy could be kept: {error.strerror or error}", where=where, remedy="Check the desk's folder."
    )
