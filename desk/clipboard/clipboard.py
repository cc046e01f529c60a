"""The clipboard chain: the reporter's own command, tmux, the machine's tool, the terminal, a private file.

It says what it knows. "Copied" is only what was read back from the clipboard; what was handed to something that does
not answer is "sent, not confirmed". All of it takes some two seconds at most; the selection of the middle mouse
button (PRIMARY) is left alone.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path

from desk.clipboard.machine import ClipboardEnv, Tool, tools, unified
from desk.clipboard.programs import Ran
from desk.model.frozen import frozen
from desk.model.quotes.copy_notices import IN_A_FILE
from desk.model.released import Released
from desk.model.text import one_line

#: Seconds for the whole chain.
BUDGET = 2.0
_STEP = 0.6
# How often, and how many seconds apart, it is looked whether a clipboard was cleared, and whether it took a text: a tool
# may come back before the clipboard is another's.
_LOOKS, _LOOKS_BACK, _BETWEEN = 10, 4, 0.05
# What the terminals that limit it still take (100,000 characters when encoded).
OSC52_LIMIT = 74_994
_SCREEN_CHUNK = 512
# What a program said of its failure may be long.
_LONGEST_WHY = 120
_FILE = "last-copy.txt"
_OWN, _TMUX, _TERMINAL, _KEPT = "your own command", "tmux", "the terminal", IN_A_FILE


class Certainty(StrEnum):
    """What is known of a copy: read back from the clipboard, sent off, kept in a file, or nothing."""

    COPIED = "copied"
    SENT = "sent"
    FILE = "file"
    FAILED = "failed"


@frozen
class Try:
    """One link of the chain: whether it took the text, and if not, why, and how that is mended."""

    mechanism: str
    worked: bool
    why: str = ""
    mend: str = ""


@frozen
class Outcome:
    """What became of a copy. Holds nothing of the text but its digest, by which it is known again."""

    certainty: Certainty
    mechanism: str
    sentence: str
    tries: tuple[Try, ...] = ()
    digest: str = ""
    path: Path | None = None


class _Clock:
    """What is left of the time for the whole chain."""

    def __init__(self, around: ClipboardEnv) -> None:
        self._around = around
        self._end = around.clock() + BUDGET

    def run(self, command: tuple[str, ...], given: bytes = b"", *, reads: bool = False) -> Ran:
        """Run a program within what is left."""
        seconds = min(_STEP, self._end - self._around.clock())
        if seconds < 0.02:
            return Ran(None, why="no time was left to try it")
        return self._around.run(command, given=given, seconds=seconds, env=self._around.env, reads=reads)


def copy(released: Released, around: ClipboardEnv) -> Outcome:
    """Put released text on the clipboard that belongs to the screen the reporter sits at, by the first way that
    takes it; go on from a way that cannot confirm to one that can.
    """
    text, clock = released.text, _Clock(around)
    tries: list[Try] = []
    sent: list[str] = []
    remote = _remote(around, clock)
    if around.command and _own_command(around, clock, text, tries):
        sent.append(_OWN)
        tool = None if remote else _holder(around, clock, text)
        return _copied(f"{_OWN}, read back with {tool.name}", text, tries) if tool else _sent(sent, text, tries)
    if around.in_tmux and _tmux(around, clock, text, tries):
        sent.append(_TMUX)
    tool = None if remote else _machine(around, clock, text, tries, sent)
    if remote:
        tries.append(Try("the machine's clipboard", False, _ELSEWHERE))
    if tool is not None:
        return _copied(" and ".join([*sent, tool.name]), text, tries)
    if _TMUX not in sent and _osc52(around, text, tries):
        sent.append(_TERMINAL)
    return _sent(sent, text, tries) if sent else _file(around, text, tries)


_ELSEWHERE = "you are here over ssh, so this machine's clipboard is not the one at your screen"


def expected(text: str, around: ClipboardEnv) -> Outcome:
    """Every place where a copy of this text can be looked at again, before it is known which of them takes it."""
    return Outcome(
        Certainty.COPIED if _installed(around) else Certainty.SENT,
        _TMUX if around.in_tmux else "",
        "",
        digest=_digest(text),
        path=around.folder / _FILE if around.folder is not None else None,
    )


def clear_if_unchanged(outcome: Outcome, around: ClipboardEnv) -> bool:
    """Take a confidential copy away again where it is still the last one. True where something was cleared.

    What was only sent to a terminal cannot be read, and is left: it may be something else by now.
    """
    clock = _Clock(around)
    cleared = False
    if outcome.path is not None:
        with contextlib.suppress(OSError, UnicodeDecodeError):  # it is gone, or another's by now
            if _digest(outcome.path.read_text("utf-8")) == outcome.digest:
                outcome.path.unlink()
                cleared = True
    if reached_tmux(outcome):
        buffer = clock.run(("tmux", "show-buffer"), reads=True)
        if buffer.good and _digest(buffer.out.decode("utf-8", "replace")) == outcome.digest:
            cleared = clock.run(("tmux", "delete-buffer")).good
    if outcome.certainty is Certainty.COPIED:
        for tool in _installed(around):
            held = clock.run(tool.read, reads=True)
            if held.good and _digest(held.out.decode("utf-8", "replace")) == outcome.digest:
                clock.run(tool.clear or tool.write)
                return _is_gone(clock, tool, outcome.digest) or cleared
    return cleared


def _is_gone(clock: _Clock, tool: Tool, digest: str) -> bool:
    """Return True if a tool's clipboard no longer holds it."""
    for _ in range(_LOOKS):
        held = clock.run(tool.read, reads=True)
        if not held.good or _digest(held.out.decode("utf-8", "replace")) != digest:
            return True
        time.sleep(_BETWEEN)
    return False


def reached_tmux(outcome: Outcome) -> bool:
    """Return True if a buffer of tmux has it, where it can be looked at again."""
    return _TMUX in outcome.mechanism.split(" and ")


def osc52(text: str, env: Mapping[str, str]) -> bytes:
    """The sequence that asks a terminal to set its clipboard, wrapped for a multiplexer between us and it."""
    body = base64.b64encode(text.encode("utf-8"))
    plain = b"\x1b]52;c;" + body + b"\x07"
    if env.get("TMUX"):
        return b"\x1bPtmux;" + plain.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    if env.get("STY"):
        chunks = (plain[at : at + _SCREEN_CHUNK] for at in range(0, len(plain), _SCREEN_CHUNK))
        return b"".join(b"\x1bP" + chunk + b"\x1b\\" for chunk in chunks)
    return plain


def no_terminal(around: ClipboardEnv) -> str:
    """Why the terminal cannot be asked to set its clipboard, or "" where it can."""
    if around.terminal is None:
        return "there is no terminal to ask"
    term = around.env.get("TERM", "")
    if term in ("", "dumb", "linux", "vt100"):
        return f"this terminal ({term or 'TERM is not set'}) has no clipboard"
    if around.env.get("TERM_PROGRAM") == "Apple_Terminal":
        return "the Terminal of macOS takes no text for its clipboard from programs"
    return ""


def _remote(around: ClipboardEnv, clock: _Clock) -> bool:
    """Return True if the reporter's screen is on another machine. A session of tmux outlives the one it was started from, so
    there it is asked who is attached now.
    """
    if around.forwarded_display:
        return False
    if around.in_tmux:
        answer = clock.run(("tmux", "show-environment", "SSH_CONNECTION"), reads=True)
        if answer.good:
            return answer.out.startswith(b"SSH_CONNECTION=")
    return around.over_ssh


def _own_command(around: ClipboardEnv, clock: _Clock, text: str, tries: list[Try]) -> bool:
    ran = clock.run(around.command, text.encode("utf-8"))
    why = "" if ran.good else ran.why
    tries.append(Try(_OWN, ran.good, why, "" if ran.good else f"Check the clipboard's command: {around.command[0]}"))
    return ran.good


def _tmux(around: ClipboardEnv, clock: _Clock, text: str, tries: list[Try]) -> bool:
    if around.which("tmux") is None:
        tries.append(Try(_TMUX, False, "the desk runs in tmux, but the program is not to be found", "Install tmux."))
        return False
    ran = clock.run(("tmux", "load-buffer", "-w", "-"), text.encode("utf-8"))
    mend = "" if ran.good else "tmux 3.2 or newer is needed: tmux -V tells which it is."
    tries.append(Try(_TMUX, ran.good, "" if ran.good else ran.why, mend))
    return ran.good


def _machine(around: ClipboardEnv, clock: _Clock, text: str, tries: list[Try], sent: list[str]) -> Tool | None:
    """The tool that set the machine's clipboard and read it back. One that took the text without proof is noted."""
    fitting = tools(around)
    if not fitting:
        tries.append(Try("the machine's clipboard", False, "there is no desktop here (no DISPLAY, no WAYLAND_DISPLAY)"))
    for tool in fitting:
        if around.which(tool.write[0]) is None:
            tries.append(Try(tool.name, False, f"{tool.name} is not installed", tool.install))
            continue
        ran = clock.run(tool.write, text.encode(tool.encoding))
        if not ran.good:
            tries.append(Try(tool.name, False, ran.why))
            continue
        held = read_back(tool, text, partial(clock.run, tool.read, reads=True))
        if held.good and tool.same(held.out, text):
            tries.append(Try(tool.name, True))
            return tool
        if held.good:
            tries.append(Try(tool.name, False, "what was read back from the clipboard is something else"))
            continue
        tries.append(Try(tool.name, False, f"it took the text, but the clipboard could not be read back: {held.why}"))
        if tool.name not in sent:
            sent.append(tool.name)
    return None


def read_back(tool: Tool, text: str, read: Callable[[], Ran]) -> Ran:
    """What a clipboard holds after a text was given to it; looked at again while that is something else."""
    held = read()
    for _ in range(_LOOKS_BACK - 1):
        if held.code is None or (held.good and tool.same(held.out, text)):
            break
        time.sleep(_BETWEEN)
        held = read()
    return held


def _holder(around: ClipboardEnv, clock: _Clock, text: str) -> Tool | None:
    """The tool that reads this text from the machine's clipboard, if one does."""
    for tool in _installed(around):
        held = clock.run(tool.read, reads=True)
        if held.good and tool.same(held.out, text):
            return tool
    return None


def _installed(around: ClipboardEnv) -> list[Tool]:
    return [tool for tool in tools(around) if around.which(tool.read[0]) is not None]


def _osc52(around: ClipboardEnv, text: str, tries: list[Try]) -> bool:
    why = no_terminal(around)
    if not why and len(text.encode("utf-8")) > OSC52_LIMIT:
        why = "the text is longer than terminals take"
    if not why and around.terminal is not None:
        try:
            around.terminal(osc52(text, around.env))
        except OSError as error:
            why = f"the terminal could not be written to: {error.strerror or error}"
    tries.append(Try(_TERMINAL, not why, why))
    return not why


def _file(around: ClipboardEnv, text: str, tries: list[Try]) -> Outcome:
    if around.folder is None:
        tries.append(Try(_KEPT, False, "there is no private folder"))
        return _failed(tries)
    path = around.folder / _FILE
    try:
        around.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        # Made anew, so that it has these permissions from its first moment and follows no link.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        tries.append(Try(_KEPT, False, f"{path} could not be written: {error.strerror or error}"))
        return _failed(tries)
    tries.append(Try(_KEPT, True))
    told = f"Not copied: no clipboard could be reached. The text is in {path}, which only you can read."
    sentence = f"{told}{_own_failed(tries)}"
    return Outcome(Certainty.FILE, _KEPT, sentence, tuple(tries), _digest(text), path)


def _failed(tries: list[Try]) -> Outcome:
    told = "Not copied: no clipboard could be reached. Select the text on the screen; `desk doctor` tells more."
    sentence = f"{told}{_own_failed(tries)}"
    return Outcome(Certainty.FAILED, "", sentence, tuple(tries))


def _copied(mechanism: str, text: str, tries: list[Try]) -> Outcome:
    sentence = f"Copied ({mechanism}).{_own_failed(tries)}"
    return Outcome(Certainty.COPIED, mechanism, sentence, tuple(tries), _digest(text))


def _sent(sent: list[str], text: str, tries: list[Try]) -> Outcome:
    mechanism = " and ".join(sent)
    sentence = f"Sent to {mechanism}, not confirmed: look before you rely on it.{_own_failed(tries)}"
    return Outcome(Certainty.SENT, mechanism, sentence, tuple(tries), _digest(text))


def _own_failed(tries: list[Try]) -> str:
    """What is added where the reporter's own command, which was to take the text, did not."""
    failed = next((one for one in tries if one.mechanism == _OWN and not one.worked), None)
    if failed is None:
        return ""
    why = one_line(failed.why).rstrip(".")
    return f" Your own clipboard command failed: {why if len(why) <= _LONGEST_WHY else why[:_LONGEST_WHY] + '…'}."


def _digest(text: str) -> str:
    return hashlib.sha256(unified(text).encode("utf-8", "replace")).hexdigest()
