"""The clipboard chain by where the desk runs, with programs that answer as told."""

from __future__ import annotations

import base64
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from desk.app.release import release_text
from desk.clipboard.clearing import clear, clear_later
from desk.clipboard.clipboard import BUDGET, OSC52_LIMIT, Certainty, clear_if_unchanged, copy, osc52
from desk.clipboard.doctor import PROBE, Link, examine
from desk.clipboard.machine import ClipboardEnv, tools
from desk.clipboard.programs import Ran
from desk.model.names.names import Names
from desk.model.released import Released


def released(text: str = "“No deal,” é\nsecond") -> Released:
    answer = release_text(text, way="clipboard", names=Names())
    assert isinstance(answer, Released)
    return answer


@dataclass
class Machine:
    """Programs by name: `dead` ones fail, `hung` ones never answer, `deaf` ones take text and keep none of it."""

    installed: set[str]
    dead: set[str] = field(default_factory=set)
    hung: set[str] = field(default_factory=set)
    deaf: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    attached: str = ""
    clipboard: bytes = b""
    buffer: bytes = b""
    now: float = 0.0
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def run(self, command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool) -> Ran:
        self.asked.append(tuple(command))
        name = command[0]
        if name in self.hung:
            self.now += seconds
            return Ran(None, why=f"{name} did not answer")
        self.now += 0.01
        if name in self.dead or name not in self.installed:
            return Ran(1, why=f"{name} failed")
        if name == "tmux":
            return self._tmux(command, given)
        if name in self.unread and reads:
            return Ran(1, why="cannot be read")
        if reads:
            return Ran(0, self.clipboard)
        if name not in self.deaf:
            self.clipboard = given.decode("utf-16").encode() if name == "clip.exe" else given
        return Ran(0)

    def _tmux(self, command: Sequence[str], given: bytes) -> Ran:
        match command[1]:
            case "load-buffer":
                self.buffer = given
            case "show-buffer":
                return Ran(0, self.buffer)
            case "delete-buffer":
                self.buffer = b""
            case "show-environment":
                return Ran(0, self.attached.encode()) if self.attached else Ran(1, why="unknown variable")
            case "-V":
                return Ran(0, b"tmux 3.4")
        return Ran(0)

    def around(self, env: Mapping[str, str], **more: object) -> ClipboardEnv:
        known = ClipboardEnv(
            env={"TERM": "xterm", **env},
            platform="linux",
            run=self.run,
            which=lambda name: f"/bin/{name}" if name in self.installed else None,
            clock=lambda: self.now,
        )
        return replace(known, **more)


X11 = {"DISPLAY": ":0"}
SSH = {"SSH_TTY": "/dev/pts/1", "SSH_CONNECTION": "1 2 3 4"}
TMUX = {"TMUX": "/tmp/tmux,1,0"}


@pytest.mark.parametrize(
    ("env", "machine", "terminal", "certainty", "mechanism"),
    [
        (X11, Machine({"xclip"}), True, Certainty.COPIED, "xclip"),
        (X11, Machine({"xsel"}), True, Certainty.COPIED, "xsel"),
        (X11, Machine({"xclip", "xsel"}, dead={"xclip"}), True, Certainty.COPIED, "xsel"),
        (X11, Machine({"xclip"}, deaf={"xclip"}), True, Certainty.SENT, "the terminal"),
        (X11, Machine({"xclip"}, deaf={"xclip"}), False, Certainty.FAILED, ""),
        (X11, Machine({"xclip"}, unread={"xclip"}), False, Certainty.SENT, "xclip"),
        (X11, Machine({"xclip"}, hung={"xclip"}), True, Certainty.SENT, "the terminal"),
        (
            {"WAYLAND_DISPLAY": "wayland-0", **X11},
            Machine({"wl-copy", "wl-paste"}),
            True,
            Certainty.COPIED,
            "wl-copy",
        ),
        ({"WSL_DISTRO_NAME": "Ubuntu"}, Machine({"clip.exe"}), False, Certainty.SENT, "clip.exe"),
        ({}, Machine({"xclip"}), True, Certainty.SENT, "the terminal"),
        ({}, Machine(set()), False, Certainty.FAILED, ""),
        (SSH | X11, Machine({"xclip"}), True, Certainty.SENT, "the terminal"),
        (SSH | {"DISPLAY": "localhost:10.0"}, Machine({"xclip"}), True, Certainty.COPIED, "xclip"),
        (TMUX, Machine({"tmux"}), True, Certainty.SENT, "tmux"),
        (TMUX | X11, Machine({"tmux", "xclip"}), True, Certainty.COPIED, "tmux and xclip"),
        (TMUX | X11 | SSH, Machine({"tmux", "xclip"}), True, Certainty.SENT, "tmux"),
        # Started over ssh, attached again at the desk itself; and the other way round.
        (
            TMUX | X11 | SSH,
            Machine({"tmux", "xclip"}, attached="-SSH_CONNECTION"),
            True,
            Certainty.COPIED,
            "tmux and xclip",
        ),
        (TMUX | X11, Machine({"tmux", "xclip"}, attached="SSH_CONNECTION=1 2"), True, Certainty.SENT, "tmux"),
        (TMUX, Machine({"tmux"}, dead={"tmux"}), True, Certainty.SENT, "the terminal"),
    ],
)
def test_the_clipboard_is_the_one_at_the_reporters_screen(
    env: dict[str, str], machine: Machine, terminal: bool, certainty: Certainty, mechanism: str
) -> None:
    written: list[bytes] = []
    machine = replace(machine, asked=[])
    outcome = copy(released(), machine.around(env, terminal=written.append if terminal else None))
    assert (outcome.certainty, outcome.mechanism) == (certainty, mechanism)
    assert bool(written) == ("the terminal" in mechanism)
    if certainty is Certainty.COPIED:
        assert machine.clipboard.decode() == released().text
    if "SSH_TTY" in env and "xclip" not in mechanism:
        assert not [command for command in machine.asked if command[0] == "xclip"]


def test_wayland_is_asked_before_x() -> None:
    machine = Machine({"wl-copy", "wl-paste", "xclip"})
    names = [tool.name for tool in tools(machine.around({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}))]
    assert names == ["wl-copy", "xclip", "xsel", "pyperclip"]


@pytest.mark.parametrize(("platform", "first"), [("darwin", "pbcopy"), ("win32", "pyperclip")])
def test_other_systems_have_their_own_tool(platform: str, first: str) -> None:
    machine = Machine({"pbcopy", "pbpaste"})
    assert tools(replace(machine.around({}), platform=platform))[0].name == first


def test_on_a_mac_the_text_is_copied_and_read_back() -> None:
    outcome = copy(released(), Machine({"pbcopy", "pbpaste"}).around({}, platform="darwin"))
    assert (outcome.certainty, outcome.mechanism) == (Certainty.COPIED, "pbcopy")


def test_ones_own_command_comes_first_and_counts_as_sent_until_it_is_read_back() -> None:
    machine = Machine({"mine"})
    outcome = copy(released(), machine.around({}, command=("mine", "--now")))
    assert (outcome.certainty, outcome.mechanism) == (Certainty.SENT, "your own command")
    machine = Machine({"mine", "xclip"})
    outcome = copy(released(), machine.around(X11, command=("mine",)))
    assert outcome.certainty is Certainty.COPIED


def test_ones_own_command_that_fails_is_told_and_the_chain_goes_on() -> None:
    machine = Machine({"mine", "xclip"}, dead={"mine"})
    outcome = copy(released(), machine.around(X11, command=("mine",)))
    assert (outcome.certainty, outcome.mechanism) == (Certainty.COPIED, "xclip")
    assert outcome.tries[0].why == "mine failed"
    assert outcome.tries[0].mend
    assert outcome.sentence == "Copied (xclip). Your own clipboard command failed: mine failed."


def test_programs_that_hang_cost_no_more_than_the_budget() -> None:
    everything = {"mine", "tmux", "wl-copy", "wl-paste", "xclip", "xsel"}
    machine = Machine(everything, hung=everything)
    written: list[bytes] = []
    env = {**TMUX, **X11, "WAYLAND_DISPLAY": "w"}
    outcome = copy(released(), machine.around(env, command=("mine",), terminal=written.append))
    assert machine.now <= BUDGET + 0.001
    assert (outcome.certainty, outcome.mechanism) == (Certainty.SENT, "the terminal")
    assert all(tried.why for tried in outcome.tries if not tried.worked)
    assert "Your own clipboard command failed" in outcome.sentence


def test_the_last_resort_is_a_private_file_and_never_called_copied(tmp_path: Path) -> None:
    outcome = copy(released(), Machine(set()).around({"TERM": "dumb"}, folder=tmp_path / "kept", terminal=print))
    assert outcome.certainty is Certainty.FILE
    assert outcome.path is not None
    assert outcome.sentence.startswith("Not copied")
    assert str(outcome.path) in outcome.sentence
    assert outcome.path.read_text("utf-8") == released().text
    assert stat.S_IMODE(outcome.path.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("keep me")
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "last-copy.txt").symlink_to(target)
    outcome = copy(released(), Machine(set()).around({}, folder=folder))
    assert outcome.certainty is Certainty.FILE
    assert target.read_text() == "keep me"


def test_where_not_even_a_file_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outcome = copy(released(), Machine(set()).around({}, folder=tmp_path / "file" / "kept"))
    assert outcome.certainty is Certainty.FAILED
    assert "Select the text" in outcome.sentence


@pytest.mark.parametrize(
    ("env", "certainty"),
    [
        ({"TERM": "xterm"}, Certainty.SENT),
        ({"TERM": "dumb"}, Certainty.FAILED),
        ({"TERM": "linux"}, Certainty.FAILED),
        ({"TERM": ""}, Certainty.FAILED),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, Certainty.FAILED),
    ],
)
def test_a_terminal_known_to_have_no_clipboard_is_not_asked(env: dict[str, str], certainty: Certainty) -> None:
    written: list[bytes] = []
    outcome = copy(released(), Machine(set()).around(env, terminal=written.append))
    assert outcome.certainty is certainty
    assert bool(written) == (certainty is Certainty.SENT)


def test_a_text_too_long_for_a_terminal_is_not_sent_in_part() -> None:
    written: list[bytes] = []
    around = Machine(set()).around({}, terminal=written.append)
    assert copy(released("x" * (OSC52_LIMIT + 1)), around).certainty is Certainty.FAILED
    assert not written
    assert copy(released("x" * OSC52_LIMIT), around).certainty is Certainty.SENT


def test_a_terminal_that_cannot_be_written_to_is_no_clipboard() -> None:
    def broken(_: bytes) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    outcome = copy(released(), Machine(set()).around({}, terminal=broken))
    assert outcome.certainty is Certainty.FAILED
    assert "Broken pipe" in outcome.tries[-2].why


def test_the_request_to_the_terminal_is_wrapped_for_what_stands_between() -> None:
    body = base64.b64encode("é".encode())
    plain = b"\x1b]52;c;" + body + b"\x07"
    assert osc52("é", {}) == plain
    assert osc52("é", {"TMUX": "x"}) == b"\x1bPtmux;\x1b" + plain + b"\x1b\\"
    screen = osc52("x" * 2000, {"STY": "1.x"})
    parts = [part for part in screen.split(b"\x1b\\") if part]
    assert all(part.startswith(b"\x1bP") and len(part) < 768 for part in parts)
    inside = b"".join(part.removeprefix(b"\x1bP") for part in parts)
    assert base64.b64decode(inside.removeprefix(b"\x1b]52;c;").removesuffix(b"\x07")) == b"x" * 2000


def test_an_outcome_holds_nothing_of_the_text() -> None:
    outcome = copy(released("secret words"), Machine({"xclip"}).around(X11))
    assert "secret" not in repr(outcome)


def test_a_copy_is_cleared_while_it_is_there_and_left_when_it_is_not(tmp_path: Path) -> None:
    machine = Machine({"xclip"})
    outcome = copy(released(), machine.around(X11))
    machine.clipboard = b"newer"
    assert not clear_if_unchanged(outcome, machine.around(X11))
    assert machine.clipboard == b"newer"
    machine.clipboard = released().text.encode() + b"\n"
    assert clear_if_unchanged(outcome, machine.around(X11))
    assert machine.clipboard == b""
    around = Machine(set()).around({}, folder=tmp_path)
    kept = copy(released(), around)
    assert kept.path is not None
    assert clear_if_unchanged(kept, around)
    assert not kept.path.exists()
    assert not clear_if_unchanged(kept, around)


@pytest.mark.parametrize(("hangs", "left", "asked"), [(0, b"", 1), (2, b"", 3), (99, b"secret", 6)])
def test_a_clipboard_that_does_not_answer_is_asked_again_when_it_is_to_be_cleared(
    hangs: int, left: bytes, asked: int
) -> None:
    machine = Machine({"xclip"})
    around = machine.around(X11)
    outcome = copy(released("secret"), around)
    pauses: list[float] = []

    def run(*command: Any, **how: Any) -> Ran:
        if len(pauses) <= hangs:
            return Ran(None, why="xclip did not answer within 0.6 s")
        return around.run(*command, **how)

    clear(outcome, replace(around, run=run), sleep=pauses.append)
    assert machine.clipboard == left
    assert len(pauses) == asked


def test_what_was_only_sent_is_not_cleared_since_it_cannot_be_seen() -> None:
    written: list[bytes] = []
    around = Machine(set()).around({}, terminal=written.append)
    outcome = copy(released(), around)
    written.clear()
    assert not clear_if_unchanged(outcome, around)
    assert not written


@dataclass
class Started:
    """Starts nothing, and keeps what it was given."""

    code: int | None = 0
    given: list[bytes] = field(default_factory=list)
    command: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)

    def __call__(
        self, command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool
    ) -> Ran:
        self.given.append(given)
        self.command, self.env = tuple(command), env
        return Ran(self.code)


def test_who_clears_a_confidential_copy_is_told_where_it_went_and_none_of_the_words(tmp_path: Path) -> None:
    outcome = copy(released("secret words"), Machine({"xclip"}).around(X11))
    starts = Started()
    clearing = clear_later(released("secret words"), replace(Machine({"xclip"}).around(X11), run=starts), 45)
    told = clearing.told(outcome)
    assert told == "It is a confidential source's: cleared in 45 s unless something else was copied by then."
    (given,) = starts.given
    everything = f"{given!r} {starts.command} {starts.env}"
    assert "secret" not in everything
    assert outcome.digest in everything


@pytest.mark.parametrize(
    ("installed", "env", "seconds", "code", "told"),
    [
        ({"xclip"}, X11, 0, 0, "It is a confidential source's: it stays there until you clear it."),
        ({"xclip"}, X11, 45, 1, "and could not be set to be cleared: clear it yourself."),
        ({"tmux"}, TMUX, 45, 0, "in tmux cleared in 45 s unless something else was copied by then; in the terminal"),
    ],
)
def test_of_a_confidential_copy_it_is_said_what_becomes_of_it(
    installed: set[str], env: Mapping[str, str], seconds: int, code: int, told: str
) -> None:
    outcome = copy(released(), Machine(installed).around(env))
    clearing = clear_later(released(), replace(Machine(installed).around(env), run=Started(code)), seconds)
    assert told in clearing.told(outcome)


def test_what_only_the_terminal_has_stays_there_and_this_is_said() -> None:
    around = Machine(set()).around({}, terminal=[].append)
    starts = Started()
    told = clear_later(released(), replace(around, run=starts), 45).told(copy(released(), around))
    assert "until you clear it" in told
    assert starts.given == []


def test_the_doctor_goes_through_every_link_and_says_how_to_mend_it() -> None:
    machine = Machine({"tmux"})
    links = {link.name: link for link in examine(machine.around(TMUX | X11, command=("mine",)))}
    assert list(links) == [
        "your own command", "tmux", "xclip", "xsel", "pyperclip", "the terminal", "a file",
    ]  # fmt: skip
    assert links["your own command"].works is False
    assert links["xclip"].mend == "Install xclip."
    assert links["the terminal"].works is False
    for link in links.values():
        assert link.sentence.endswith((".", ")."))


def test_the_doctor_finds_a_clipboard_that_keeps_nothing_and_leaves_the_text_of_one_that_does() -> None:
    machine = Machine({"xclip"}, clipboard=b"mine")
    links = {link.name: link for link in examine(machine.around(X11))}
    assert links["xclip"].works is True
    assert machine.clipboard == b"mine"
    deaf = Machine({"xclip"}, clipboard=b"mine", deaf={"xclip"})
    links = {link.name: link for link in examine(deaf.around(X11))}
    assert links["xclip"].works is False
    assert PROBE.encode() not in deaf.clipboard


def own(machine: Machine, env: Mapping[str, str]) -> Link:
    return examine(machine.around(env, command=("mine", "--in")))[0]


def test_the_doctor_runs_the_reporters_own_command_and_puts_back_what_was_there() -> None:
    machine = Machine({"mine", "xclip"}, clipboard=b"before")
    link = own(machine, X11)
    assert ("mine", "--in") in machine.asked
    assert link.works is True
    assert "read back with xclip" in link.sentence
    assert machine.clipboard == b"before"


def test_what_cannot_be_read_back_is_said_to_be_there_now() -> None:
    machine = Machine({"mine"}, clipboard=b"before")
    link = own(machine, {})
    assert link.works is None
    assert "the test's line is there now" in link.sentence
    assert PROBE in link.mend


@pytest.mark.parametrize("how", ["dead", "hung"])
def test_an_own_command_that_fails_or_hangs_is_told_with_its_mend(how: str) -> None:
    machine = Machine({"mine", "xclip"}, clipboard=b"before", **{how: {"mine"}})
    link = own(machine, X11)
    assert link.works is False
    assert link.sentence.startswith("It failed: mine ")
    assert "[clipboard] command" in link.mend
    assert machine.clipboard == b"before"
    assert machine.now < BUDGET


def test_an_own_command_that_gives_it_to_tmux_leaves_its_buffers_as_they_were() -> None:
    machine = Machine({"tmux"}, buffer=b"")
    link = examine(machine.around(TMUX, command=("tmux", "load-buffer", "-")))[0]
    assert link.works is True
    assert machine.buffer == b""
