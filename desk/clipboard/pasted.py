"""Reading the clipboard that belongs to the screen the reporter sits at, for a passage to compare with."""

from __future__ import annotations

import sys

from desk.clipboard.machine import ClipboardEnv, tools
from desk.model.errors import InputError
from desk.model.text import clean

_SECONDS = 1.5
_PASTE = "Paste with your terminal's own key: it goes into the passage."


def read(around: ClipboardEnv) -> str:
    """The text on the clipboard, cleaned. Takes up to some seconds: for a worker.

    Raises InputError where none can be read from here, or where there is no text on it. Over ssh this machine's own is
    the wrong one, so there only tmux is asked.
    """
    elsewhere = around.over_ssh and not around.forwarded_display
    commands = [] if elsewhere else [tool.read for tool in tools(around)]
    if around.in_tmux:
        commands.append(("tmux", "show-buffer"))
    answered = False
    for command in commands:
        if around.which(command[0]) is None:
            continue
        ran = around.run(command, given=b"", seconds=_SECONDS, env=around.env, reads=True)
        # pyperclip, which runs in a Python of its own, says nothing and no error where the display is dead.
        answered = answered or (ran.good and command[0] != sys.executable)
        if ran.good and (text := clean(ran.out.decode("utf-8", "replace")).strip()):
            return text
    if answered:
        raise InputError("there is no text on the clipboard", remedy="Copy the passage first, or type it.")
    raise InputError("the clipboard cannot be read from here", remedy=_PASTE)
