"""The reporter's own editor for long text: the words go out in a private file, come back, and the file is gone."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from desk.locations import write_private
from desk.model.errors import DeskError, InputError
from desk.model.text import clean

if TYPE_CHECKING:
    from desk.ui.base import Desk

_NO_EDITOR = "Set $EDITOR, or command under [editor] in the config."


def editor(configured: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    """The command of the editor: that of the config, else $VISUAL, else $EDITOR. Raises InputError where there is none."""
    if configured:
        return list(configured)
    for name in ("VISUAL", "EDITOR"):
        try:
            found = shlex.split(environ.get(name, ""))
        except ValueError as error:
            raise InputError(f"${name} is no command: a mark is not closed", remedy=_NO_EDITOR) from error
        if found:
            return found
    raise InputError("no editor is set", remedy=_NO_EDITOR)


def edited(command: Sequence[str], words: str, environ: Mapping[str, str]) -> str:
    """The words as they come back from the editor, which has the terminal meanwhile. Raises InputError in words.

    They lie in a file that only the reporter can read, in a folder of its own, and both are gone afterwards.
    """
    memory = environ.get("XDG_RUNTIME_DIR", "")
    try:
        with tempfile.TemporaryDirectory(prefix="desk-", dir=memory if os.path.isdir(memory) else None) as folder:
            file = Path(folder) / "words.txt"
            write_private(file, words)
            code = subprocess.run([*command, str(file)], check=False).returncode
            if code:
                raise InputError(f"{command[0]} ended with an error ({code}), so the words are as they were")
            return clean(file.read_text("utf-8", "replace")).removesuffix("\n")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"{command[0]} could not be used as an editor: {reason}", remedy=_NO_EDITOR) from error


def edit(app: Desk, words: str) -> str | None:
    """Hand the terminal to the editor, and take the words back; None where nothing is to change, which is then said."""
    try:
        command = editor(app.session.config.editor.command, os.environ)
        wrong: DeskError | None = None
        found: str | None = None
        with app.suspend():
            # Nothing may be raised in here: the terminal would not be taken back.
            try:
                found = edited(command, words, os.environ)
            except DeskError as error:
                wrong = error
        if wrong is not None:
            raise wrong
    except SuspendNotSupported:
        app.say_error(InputError("this terminal cannot be handed to an editor"))
        return None
    except DeskError as error:
        app.say_error(error)
        return None
    return found if found != words else None
