"""The desk's own errors: a sentence for the person who meets them."""

from __future__ import annotations


class DeskError(Exception):
    """Something went wrong that the reporter can read about and act on.

    Carries what happened, to what, and what to do now; `str()` gives the three as one line. Where the
    subject or the remedy is obvious it may be empty.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        if not self.remedy:
            return head
        if head[-1] not in ".!?":
            head += "."
        return f"{head} {self.remedy}"


class InputError(DeskError):
    """What somebody typed or handed in cannot be taken as it is. `where` names the field, or file and line."""


class StorageError(DeskError):
    """The file of the desk cannot be read, written or trusted. `where` names the file."""


class OlderFileError(StorageError):
    """An older desk wrote the file, and it was opened for reading only. Whoever opens it for writing brings it up to date."""


class ReplacedError(StorageError):
    """Another program put another file in the place of the desk's. The desk goes on with it; nothing was written."""


class RefusedError(DeskError):
    """A rule of the desk says no (the copy gate, a withdrawn row, an undo of something changed since)."""


class ConflictError(RefusedError):
    """What was to be changed is another by now than when it was read; nothing was written."""
