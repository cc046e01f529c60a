"""Text that has been let out, and every way by which text leaves the desk.

A Released is made by `desk.app.release` alone, after it was searched for every confidential name, and whatever carries
text out (the clipboard, an export, a notice) takes only a Released. Each way is in WAYS_OUT; a test walks the list, and
finds what is not in it.
"""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

from desk.model.frozen import frozen


@frozen
class WayOut:
    """A way by which text leaves the desk. `clean_only`: what is embargoed or stamped does not go by it."""

    name: str
    words: str
    clean_only: bool = False


_WAYS = (
    WayOut("clipboard", "the clipboard, from the screen"),
    WayOut("copy", "`desk copy`: the clipboard and standard output"),
    WayOut("export", "`desk export` in each of its formats, without --private"),
    WayOut("search", "`desk search`, as text and as --json"),
    WayOut("status", "`desk status` and `desk due`, as text and as --json"),
    WayOut("changed", "`desk changed`, and what changed from the screen, to be sent to an editor", clean_only=True),
    WayOut("extract", "`desk extract`: what is said in a file and by whom, as text and as --json"),
    WayOut("draft", "findings in a draft, as text and for an editor's error list"),
    WayOut("said", "what a command says of itself: errors, remarks, paths, and the words it was given"),
    # It says where in the program it was, and nothing that anybody wrote: no text of the desk is released by it.
    WayOut("crash", "a report of a crash", clean_only=True),
)

#: Every way out by its name. What is not here cannot release anything.
WAYS_OUT = MappingProxyType({way.name: way for way in _WAYS})

#: What `desk.app.release` puts into what it lets out; a test sees to it that nothing else does.
SEAL = object()


@frozen
class Released:
    """Text that may leave, by one way. Only `desk.app.release` makes one."""

    text: str
    way: WayOut
    format: str = ""
    stamp: str = ""
    seal: object = dataclasses.field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not SEAL:
            raise TypeError("text is released by desk.app.release, after it was searched, and by nothing else")
