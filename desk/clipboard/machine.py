"""Where the desk runs, as far as a clipboard is concerned, and the tools that reach the machine's own."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from desk.clipboard.programs import Runner, run
from desk.model.frozen import frozen

_PYTHON = (sys.executable, "-X", "utf8", "-c")


@frozen
class ClipboardEnv:
    """All that the choice of a clipboard depends on.

    `terminal` takes bytes for the terminal, or is None where there is none. `command` is the reporter's own, which
    takes the text on standard input. `folder` is a private one for the last resort. `clock` counts seconds.
    """

    env: Mapping[str, str]
    platform: str
    run: Runner
    which: Callable[[str], str | None]
    terminal: Callable[[bytes], None] | None = None
    command: tuple[str, ...] = ()
    folder: Path | None = None
    clock: Callable[[], float] = time.monotonic

    @property
    def in_tmux(self) -> bool:
        """True if the desk runs inside of tmux."""
        return bool(self.env.get("TMUX"))

    @property
    def over_ssh(self) -> bool:
        """True if the terminal is on another machine, as far as the environment knows."""
        return any(self.env.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"))

    @property
    def wsl(self) -> bool:
        """True if this is Linux inside of Windows."""
        return any(self.env.get(name) for name in ("WSL_DISTRO_NAME", "WSL_INTEROP"))

    @property
    def forwarded_display(self) -> bool:
        """True if ssh brings the X display of the reporter's own machine."""
        host = self.env.get("DISPLAY", "").rpartition(":")[0]
        return self.over_ssh and host in ("localhost", "127.0.0.1", "[::1]")


def clipboard_env(
    *,
    terminal: Callable[[bytes], None] | None = None,
    command: tuple[str, ...] = (),
    folder: Path | None = None,
) -> ClipboardEnv:
    """What the clipboard of this process depends on."""
    return ClipboardEnv(
        env=dict(os.environ),
        platform=sys.platform,
        run=run,
        which=shutil.which,
        terminal=terminal,
        command=command,
        folder=folder,
    )


@frozen
class Tool:
    """A program that sets the machine's clipboard, and how it is read and emptied again."""

    name: str
    write: tuple[str, ...]
    read: tuple[str, ...]
    clear: tuple[str, ...] = ()
    encoding: str = "utf-8"
    install: str = ""

    def same(self, out: bytes, text: str) -> bool:
        """Return True if what was read is the text. Windows' line ends and one line end of the reader's own don't count."""
        return unified(out.decode("utf-8", "replace")) == unified(text)


def unified(text: str) -> str:
    """A text as it is compared after a way through a clipboard."""
    return text.replace("\r\n", "\n").removesuffix("\n")


_PBCOPY = Tool("pbcopy", ("pbcopy",), ("pbpaste",))
_CLIP_EXE = Tool(
    "clip.exe",
    ("clip.exe",),
    (
        "powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
    encoding="utf-16",
    install="Switch on Windows interop (/etc/wsl.conf, [interop]).",
)
_WL_COPY = Tool(
    "wl-copy",
    ("wl-copy", "--type", "text/plain;charset=utf-8"),
    ("wl-paste", "--no-newline"),
    ("wl-copy", "--clear"),
    install="Install wl-clipboard.",
)
_XCLIP = Tool(
    "xclip",
    ("xclip", "-selection", "clipboard", "-in"),
    ("xclip", "-selection", "clipboard", "-out"),
    install="Install xclip.",
)
_XSEL = Tool(
    "xsel",
    ("xsel", "--clipboard", "--input"),
    ("xsel", "--clipboard", "--output"),
    ("xsel", "--clipboard", "--clear"),
    install="Install xsel.",
)
_TERMUX = Tool(
    "termux-clipboard-set", ("termux-clipboard-set",), ("termux-clipboard-get",), install="Install Termux:API."
)
# In a process of its own: it can hang, and it raises nothing where the display is dead.
_PYPERCLIP = Tool(
    "pyperclip",
    (*_PYTHON, "import sys, pyperclip; pyperclip.copy(sys.stdin.read())"),
    (*_PYTHON, "import sys, pyperclip; sys.stdout.write(pyperclip.paste())"),
)


def tools(around: ClipboardEnv) -> tuple[Tool, ...]:
    """The tools that fit where the desk runs, the best first, whether or not they are installed."""
    if around.platform == "darwin":
        return (_PBCOPY, _PYPERCLIP)
    if around.platform == "win32":
        return (_PYPERCLIP,)
    found: list[Tool] = []
    if around.wsl:
        found.append(_CLIP_EXE)
    if "com.termux" in around.env.get("PREFIX", ""):
        found.append(_TERMUX)
    if around.env.get("WAYLAND_DISPLAY"):
        found.append(_WL_COPY)
    if around.env.get("DISPLAY"):
        found += [_XCLIP, _XSEL]
    if around.env.get("WAYLAND_DISPLAY") or around.env.get("DISPLAY"):
        found.append(_PYPERCLIP)
    return tuple(found)
