"""What works on the way to a clipboard, link by link, and how to mend what does not: the part of `desk doctor`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desk.clipboard.clipboard import no_terminal, read_back
from desk.clipboard.machine import ClipboardEnv, Tool, tools
from desk.clipboard.programs import Ran
from desk.model.frozen import frozen

PROBE = "Newsroom Desk: a test of the clipboard"
_SECONDS = 1.0
_TMUX_NEEDS = (3, 2)


@frozen
class Link:
    """One link of the chain. `works` is None where it cannot be known from here."""

    name: str
    works: bool | None
    sentence: str
    mend: str = ""


def examine(around: ClipboardEnv) -> tuple[Link, ...]:
    """Every link in the order of the chain. Text on the machine's clipboard is put back after the test; where it holds
    something else (a picture), nothing is written to it.
    """
    links = [_own(around)]
    if around.in_tmux:
        links += _tmux(around)
    links += _machine(around)
    links += [_terminal(around), _file(around)]
    return tuple(links)


def _own(around: ClipboardEnv) -> Link:
    name = "your own command"
    if not around.command:
        return Link(name, None, "None is set in the config ([clipboard] command); none is needed.")
    if around.which(around.command[0]) is None:
        return Link(
            name, False, f"{around.command[0]} is not to be found.", "Correct [clipboard] command in the config."
        )
    before = {tool: held for tool in _readable(around) if (held := _ask(around, tool.read)).code is not None}
    if any(not held.good and _other_than_text(around, tool) for tool, held in before.items()):
        told = "The clipboard holds something that is not text; the command was not run to test it."
        return Link(name, None, told, "Copy some text, then run desk doctor again.")
    ran = _ask(around, around.command, PROBE)
    holder = _put_back(around, before)
    if not ran.good:
        mend = "Try it by itself in a shell, and correct [clipboard] command in the config; until then the others are used."
        return Link(name, False, f"It failed: {ran.why}.", mend)
    if holder:
        return Link(name, True, f"It took the text, which was read back with {holder}.")
    told = "It took the text and reported no failure. Where it puts it cannot be read from here, so the test's line is there now."
    return Link(name, None, told, "Paste somewhere: it should say “" + PROBE + "”.")


def _readable(around: ClipboardEnv) -> list[Tool]:
    """The installed tools that read the clipboard of the screen the reporter sits at."""
    if around.over_ssh and not around.forwarded_display and not around.in_tmux:
        return []
    return [tool for tool in tools(around) if around.which(tool.read[0]) is not None]


def _put_back(around: ClipboardEnv, before: Mapping[Tool, Ran]) -> str:
    """Put back what a test replaced, as far as that can be seen; returns by what the test's text was read, or ""."""
    holder = ""
    for tool, was in before.items():
        held = _looked(around, tool, PROBE)
        if held.good and tool.same(held.out, PROBE):
            holder = holder or tool.name
            _restore(around, tool, was)
        elif was.good and was.out and not (held.good and held.out):
            _restore(around, tool, was)  # what held it was ended with a command that hung
    # What tmux was given last is on top of its buffers: without it the one before is.
    if around.in_tmux and _ask(around, ("tmux", "show-buffer")).out == PROBE.encode():
        holder = holder or "tmux"
        _ask(around, ("tmux", "delete-buffer"))
    return holder


def _restore(around: ClipboardEnv, tool: Tool, before: Ran) -> None:
    if before.good and before.out:
        text = before.out.decode("utf-8", "replace")
        _ask(around, tool.write, text, encoding=tool.encoding)
        _looked(around, tool, text)
    else:
        _ask(around, tool.clear or tool.write, "")


def _tmux(around: ClipboardEnv) -> list[Link]:
    version = _ask(around, ("tmux", "-V"))
    if not version.good:
        return [Link("tmux", False, "The desk runs in tmux, but tmux cannot be asked.", "Install tmux, or mend PATH.")]
    told = version.out.decode("utf-8", "replace").strip()
    found = re.search(r"(\d+)\.(\d+)", told)
    if found and (int(found[1]), int(found[2])) < _TMUX_NEEDS:
        return [Link("tmux", False, f"This is {told}; it cannot hand text on.", "Install tmux 3.2 or newer.")]
    setting = _ask(around, ("tmux", "show-options", "-sv", "set-clipboard"))
    if setting.out.strip() == b"off":
        return [
            Link(
                "tmux",
                False,
                "tmux keeps copies to itself (set-clipboard off): they can be pasted in tmux, and nowhere else.",
                "Put `set -g set-clipboard external` into ~/.tmux.conf.",
            )
        ]
    features = _ask(around, ("tmux", "display-message", "-p", "#{client_termfeatures}"))
    if features.good and features.out.strip() and b"clipboard" not in features.out:
        return [
            Link(
                "tmux",
                False,
                "tmux does not know that the terminal around it has a clipboard.",
                "Put `set -as terminal-features ',*:clipboard'` into ~/.tmux.conf, if the terminal takes OSC 52.",
            )
        ]
    return [
        Link("tmux", None, f"{told} hands text on to the terminal around it; whether that takes it cannot be seen.")
    ]


def _machine(around: ClipboardEnv) -> list[Link]:
    if around.over_ssh and not around.forwarded_display and not around.in_tmux:
        told = "You are here over ssh; this machine's clipboard is not the one at your screen, so it is left alone."
        return [Link("the machine's clipboard", None, told)]
    fitting = tools(around)
    if not fitting:
        return [Link("the machine's clipboard", None, "There is no desktop here (no DISPLAY, no WAYLAND_DISPLAY).")]
    return [_tool(around, tool) for tool in fitting]


def _tool(around: ClipboardEnv, tool: Tool) -> Link:
    if around.which(tool.write[0]) is None:
        return Link(tool.name, False, f"{tool.name} is not installed.", tool.install)
    before = _ask(around, tool.read)
    if before.code is None:
        return Link(tool.name, False, f"The clipboard does not answer: {before.why}.", _display(around))
    if not before.good and _other_than_text(around, tool):
        return Link(
            tool.name, None, "The clipboard holds something that is not text; it was not overwritten to test it."
        )
    written = _ask(around, tool.write, PROBE)
    if not written.good:
        return Link(tool.name, False, f"It failed: {written.why}.", _display(around))
    held = _looked(around, tool, PROBE)
    _restore(around, tool, before)
    if held.good and tool.same(held.out, PROBE):
        return Link(tool.name, True, "Text was put on the clipboard and read back.")
    return Link(tool.name, False, "It reported no failure, but the text was not on the clipboard.", _display(around))


def _other_than_text(around: ClipboardEnv, tool: Tool) -> bool:
    """Return True if an X clipboard that gives no text has an owner who offers something else."""
    if tool.name != "xclip":
        return False
    offered = _ask(around, ("xclip", "-selection", "clipboard", "-out", "-t", "TARGETS"))
    return offered.good and b"image/" in offered.out


def _display(around: ClipboardEnv) -> str:
    shown = around.env.get("WAYLAND_DISPLAY") or around.env.get("DISPLAY")
    return (
        f"Is the display {shown} alive? In an old session of tmux or screen it may be gone: start a new one."
        if shown
        else ""
    )


def _terminal(around: ClipboardEnv) -> Link:
    name = "the terminal"
    why = no_terminal(around)
    if why:
        return Link(name, False, f"{why[0].upper()}{why[1:]}.")
    told = "The terminal can be asked to take text (OSC 52); many do, some do so silently not. It cannot be seen from here."
    mend = "Allow programs to set the clipboard in the terminal's settings."
    if around.in_tmux:
        mend += " In tmux: set -g allow-passthrough on."
    return Link(name, None, told, mend)


def _file(around: ClipboardEnv) -> Link:
    name = "a file"
    if around.folder is None:
        return Link(name, False, "There is no private folder for the last resort.")
    folder = around.folder if around.folder.is_dir() else around.folder.parent
    if not folder.is_dir():
        return Link(name, None, f"{around.folder} is made when it is needed.")
    return Link(name, True, f"Where nothing else works, the text is kept in {around.folder}.")


def _looked(around: ClipboardEnv, tool: Tool, text: str) -> Ran:
    """What a tool reads once it has had the time to take a text."""
    return read_back(tool, text, lambda: _ask(around, tool.read))


def _ask(around: ClipboardEnv, command: tuple[str, ...], given: str | None = None, *, encoding: str = "utf-8") -> Ran:
    """Run one program: one that something is given to, or else one that is read from."""
    body = b"" if given is None else given.encode(encoding)
    return around.run(command, given=body, seconds=_SECONDS, env=around.env, reads=given is None)
