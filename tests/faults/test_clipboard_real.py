"""The clipboard chain against what really stands behind it: an X server, tmux in a terminal, a dead display."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import os
import pty
import select
import shutil
import signal
import stat
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.release import release_text
from desk.clipboard.clearing import clear_later
from desk.clipboard.clipboard import BUDGET, Certainty, clear_if_unchanged, copy
from desk.clipboard.doctor import examine
from desk.clipboard.machine import ClipboardEnv
from desk.clipboard.programs import Ran, run
from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.names.names import Names
from desk.model.records import Person, Quote, Source, Speaker, Terms
from desk.model.released import Released
from desk.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X and tmux are started as on Linux")

TEXT = "“We are not going to accept a deal,” é 漢字 😀\nsecond line"


def needs(*programs: str) -> None:
    """Skip where a program is not installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def released(text: str = TEXT) -> Released:
    answer = release_text(text, way="clipboard", names=Names())
    assert isinstance(answer, Released)
    return answer


def around(
    folder: Path,
    env: Mapping[str, str] | None = None,
    *,
    command: tuple[str, ...] = (),
    terminal: Callable[[bytes], None] | None = None,
) -> ClipboardEnv:
    """This machine without a desktop, a multiplexer or ssh, unless given."""
    plain = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return ClipboardEnv(
        env={**plain, **(env or {})},
        platform="linux",
        run=run,
        which=shutil.which,
        terminal=terminal,
        command=command,
        folder=folder / "kept",
    )


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the display of an X server of our own."""
    needs("Xvfb", "xclip")
    reader, writer = os.pipe()
    with (tmp_path_factory.mktemp("x") / "log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x8", "-nolisten", "tcp"],
            pass_fds=[writer],
            stdout=log,
            stderr=log,
        )
    os.close(writer)
    number = b""
    while select.select([reader], [], [], 20)[0]:
        part = os.read(reader, 100)
        number += part
        if not part or number.endswith(b"\n"):
            break
    os.close(reader)
    if not number.strip():
        server.kill()
        server.wait()
        pytest.skip("Xvfb would not start here")
    yield f":{number.decode().strip()}"
    server.terminate()
    server.wait(10)


def xclip_reads(display: str, selection: str = "clipboard") -> str:
    got = subprocess.run(
        ["xclip", "-selection", selection, "-out"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        timeout=5,
        check=False,
    )
    return got.stdout.decode("utf-8")


def test_on_a_desktop_the_text_is_on_the_clipboard_and_said_to_be_copied(display: str, tmp_path: Path) -> None:
    outcome = copy(released(), around(tmp_path, env={"DISPLAY": display}))
    assert outcome.certainty is Certainty.COPIED
    assert outcome.mechanism == "xclip"
    assert xclip_reads(display) == TEXT


def test_the_selection_of_the_middle_button_is_left_alone(display: str, tmp_path: Path) -> None:
    subprocess.run(
        ["xclip", "-selection", "primary", "-in"],
        input=b"mine",
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=5,
        check=True,
    )
    copy(released(), around(tmp_path, env={"DISPLAY": display}))
    assert xclip_reads(display, "primary") == "mine"


def test_a_long_text_arrives_whole(display: str, tmp_path: Path) -> None:
    long = "word “é” " * 60_000
    outcome = copy(released(long), around(tmp_path, env={"DISPLAY": display}))
    assert outcome.certainty is Certainty.COPIED
    assert xclip_reads(display) == long


def test_pyperclip_serves_where_no_tool_is_on_the_path_that_we_know(display: str, tmp_path: Path) -> None:
    def which(name: str) -> str | None:
        return None if name in ("xclip", "xsel", "wl-copy") else shutil.which(name)

    outcome = copy(released(), replace(around(tmp_path, env={"DISPLAY": display}), which=which))
    # Where starting a second Python takes too long here, it must not be called copied.
    if outcome.certainty is Certainty.COPIED:
        assert outcome.mechanism == "pyperclip"
        assert xclip_reads(display) == TEXT
    else:
        assert "pyperclip" in [tried.mechanism for tried in outcome.tries if tried.why]


def test_a_confidential_copy_is_cleared_only_while_it_is_still_there(display: str, tmp_path: Path) -> None:
    here = around(tmp_path, env={"DISPLAY": display})
    outcome = copy(released(), here)
    assert clear_if_unchanged(outcome, here)
    assert TEXT not in xclip_reads(display)
    copy(released("something newer"), here)
    assert not clear_if_unchanged(outcome, here)
    assert xclip_reads(display) == "something newer"


def test_the_doctor_tests_the_clipboard_and_puts_back_what_was_there(display: str, tmp_path: Path) -> None:
    here = around(tmp_path, env={"DISPLAY": display})
    copy(released("what I copied before"), here)
    links = {link.name: link for link in examine(here)}
    assert links["xclip"].works is True
    assert xclip_reads(display) == "what I copied before"


@pytest.mark.parametrize(
    ("script", "works", "told"),
    [
        ("xclip -selection clipboard", True, "read back with xclip"),
        ("cat >/dev/null; exit 3", False, "It failed: it ended with code 3"),
        ("xclip -selection clipboard; sleep 30", False, "did not answer within"),
        ("cat >/dev/null", None, "cannot be read from here"),
    ],
)
def test_the_doctor_tests_the_reporters_own_command(
    display: str, tmp_path: Path, script: str, works: bool | None, told: str
) -> None:
    copy(released("what I copied before"), around(tmp_path, env={"DISPLAY": display}))
    here = around(tmp_path, env={"DISPLAY": display}, command=("sh", "-c", script))
    link = examine(here)[0]
    assert link.works is works
    assert told in link.sentence
    assert xclip_reads(display) == "what I copied before"


def test_with_a_dead_display_nothing_is_said_to_be_copied(tmp_path: Path) -> None:
    needs("xclip")
    here = around(tmp_path, env={"DISPLAY": ":77"})
    outcome = copy(released(), here)
    assert outcome.certainty is Certainty.FILE
    assert outcome.path is not None
    assert outcome.path.read_text("utf-8") == TEXT
    assert stat.S_IMODE(outcome.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(outcome.path.parent.stat().st_mode) == 0o700
    why = {tried.mechanism: tried.why for tried in outcome.tries}
    assert ":77" in why["xclip"]
    links = {link.name: link for link in examine(here)}
    assert links["xclip"].works is False
    assert ":77" in links["xclip"].mend


def test_a_dead_display_beside_a_terminal_is_sent_and_not_confirmed(tmp_path: Path) -> None:
    needs("xclip")
    written: list[bytes] = []
    outcome = copy(released(), around(tmp_path, env={"DISPLAY": ":77"}, terminal=written.append))
    assert outcome.certainty is Certainty.SENT
    assert outcome.mechanism == "the terminal"
    assert base64.b64encode(TEXT.encode()) in b"".join(written)


class Terminal:
    """A terminal around tmux: a pseudo-terminal that keeps what tmux writes to it."""

    def __init__(self, socket: Path, folder: Path) -> None:
        self.tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        subprocess.run(
            [*self.tmux, "new-session", "-d", "-s", "desk", "-x", "80", "-y", "24"], env=self.env, check=True
        )
        server = subprocess.run(
            [*self.tmux, "display-message", "-p", "#{pid}"], env=self.env, check=True, capture_output=True, text=True
        )
        self.inside = {"TMUX": f"{socket},{server.stdout.strip()},0"}
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.execvpe("tmux", [*self.tmux, "attach", "-t", "desk"], self.env)
        self.seen = b""
        assert self.until(lambda: self.told("#{session_attached}") == "1"), "tmux would not attach"

    def told(self, what: str) -> str:
        asked = [*self.tmux, "display-message", "-p", "-t", "desk", what]
        return subprocess.run(asked, env=self.env, check=True, capture_output=True, text=True).stdout.strip()

    def set(self, *option: str) -> None:
        subprocess.run([*self.tmux, "set-option", *option], env=self.env, check=True)

    def until(self, holds: Callable[[], bool], seconds: float = 15.0) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while select.select([self.screen], [], [], 0.05)[0]:
                self.seen += os.read(self.screen, 65536)
            if holds():
                return True
        return False

    def close(self) -> None:
        subprocess.run([*self.tmux, "kill-server"], env=self.env, check=False)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.screen)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    needs("tmux")
    (tmp_path / "home").mkdir()
    opened = Terminal(tmp_path / "s", tmp_path / "home")
    yield opened
    opened.close()


def tmux_holds(terminal: Terminal) -> bytes:
    shown = subprocess.run([*terminal.tmux, "show-buffer"], env=terminal.env, capture_output=True, check=False)
    return shown.stdout


def test_in_tmux_the_text_reaches_the_terminal_around_it_and_is_called_sent(terminal: Terminal, tmp_path: Path) -> None:
    outcome = copy(released(), around(tmp_path, env=terminal.inside))
    assert outcome.certainty is Certainty.SENT
    assert outcome.mechanism == "tmux"
    assert tmux_holds(terminal).decode("utf-8") == TEXT
    wanted = base64.b64encode(TEXT.encode("utf-8"))
    assert terminal.until(lambda: b"\x1b]52;" in terminal.seen and wanted in terminal.seen)


def test_in_tmux_on_a_desktop_it_is_copied_since_it_can_be_read_back(
    terminal: Terminal, display: str, tmp_path: Path
) -> None:
    outcome = copy(released(), around(tmp_path, env={**terminal.inside, "DISPLAY": display}))
    assert outcome.certainty is Certainty.COPIED
    assert outcome.mechanism == "tmux and xclip"
    assert xclip_reads(display) == TEXT


def test_in_tmux_over_ssh_the_clipboard_of_this_machine_is_left_alone(
    terminal: Terminal, display: str, tmp_path: Path
) -> None:
    copy(released("what was here"), around(tmp_path, env={"DISPLAY": display}))
    subprocess.run([*terminal.tmux, "set-environment", "SSH_CONNECTION", "a b"], env=terminal.env, check=True)
    outcome = copy(released(), around(tmp_path, env={**terminal.inside, "DISPLAY": display}))
    assert outcome.certainty is Certainty.SENT
    assert xclip_reads(display) == "what was here"


def test_a_confidential_copy_is_taken_out_of_tmux_again(terminal: Terminal, tmp_path: Path) -> None:
    here = around(tmp_path, env=terminal.inside)
    outcome = copy(released(), here)
    assert clear_if_unchanged(outcome, here)
    assert tmux_holds(terminal) == b""


def test_the_doctor_sees_that_tmux_keeps_copies_to_itself(terminal: Terminal, tmp_path: Path) -> None:
    here = around(tmp_path, env=terminal.inside)
    terminal.set("-s", "set-clipboard", "off")
    (link,) = [link for link in examine(here) if link.name == "tmux"]
    assert link.works is False
    assert "set-clipboard" in link.mend
    terminal.set("-s", "set-clipboard", "external")
    (link,) = [link for link in examine(here) if link.name == "tmux"]
    assert link.works is None


def test_a_tmux_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    needs("tmux")
    outcome = copy(released(), around(tmp_path, env={"TMUX": f"{tmp_path}/no-socket,1,0"}))
    assert outcome.certainty is Certainty.FILE
    (tried,) = [tried for tried in outcome.tries if tried.mechanism == "tmux"]
    assert not tried.worked
    assert tried.why


@pytest.mark.parametrize(
    "command",
    [("sleep", "60"), ("sh", "-c", "sleep 60 & sleep 60"), ("sh", "-c", "exit 3"), ("no-such-program-here",)],
)
def test_a_command_that_hangs_or_fails_is_passed_over_and_named(command: tuple[str, ...], tmp_path: Path) -> None:
    allowed: list[float] = []

    def timed(command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool) -> Ran:
        allowed.append(seconds)
        return run(command, given=given, seconds=seconds, env=env, reads=reads)

    outcome = copy(released(), replace(around(tmp_path, command=command), run=timed))
    assert outcome.certainty is Certainty.FILE
    assert outcome.tries[0].mechanism == "your own command"
    assert outcome.tries[0].why
    assert sum(allowed) <= BUDGET


def test_a_command_of_ones_own_gets_the_text_on_its_standard_input(tmp_path: Path) -> None:
    target = tmp_path / "got"
    outcome = copy(released(), around(tmp_path, command=("sh", "-c", f"cat > '{target}'")))
    assert outcome.certainty is Certainty.SENT
    assert target.read_text("utf-8") == TEXT


def test_a_command_of_ones_own_is_copied_where_the_clipboard_shows_it(display: str, tmp_path: Path) -> None:
    command = ("xclip", "-selection", "clipboard")
    outcome = copy(released(), around(tmp_path, env={"DISPLAY": display}, command=command))
    assert outcome.certainty is Certainty.COPIED


def until(holds: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether it holds in the end."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def clearing(home: Path) -> list[Path]:
    """The processes, by their folders in /proc, that wait for a copy made under this home to be cleared."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            ours = f"HOME={home}".encode() in (process / "environ").read_bytes().split(b"\0")
            if ours and b"desk.clipboard.clearing" in (process / "cmdline").read_bytes():
                found.append(process)
    return found


def test_a_confidential_copy_is_cleared_by_a_process_of_its_own(display: str, tmp_path: Path) -> None:
    here = around(tmp_path, env={"DISPLAY": display})
    clearing_it = clear_later(released(), here, 2)
    told = clearing_it.told(copy(released(), here))
    assert told == "It is a confidential source's: cleared in 2 s unless something else was copied by then."
    assert xclip_reads(display) == TEXT
    assert until(lambda: TEXT not in xclip_reads(display))
    assert until(lambda: not clearing(tmp_path))


def test_what_was_copied_after_it_is_left_alone(display: str, tmp_path: Path) -> None:
    here = around(tmp_path, env={"DISPLAY": display})
    assert clear_later(released(), here, 1).started
    copy(released(), here)
    copy(released("something newer"), here)
    assert until(lambda: not clearing(tmp_path))
    assert xclip_reads(display) == "something newer"


def test_the_file_of_the_last_resort_is_cleared_too(tmp_path: Path) -> None:
    here = around(tmp_path)
    clearing_it = clear_later(released(), here, 1)
    outcome = copy(released(), here)
    assert outcome.path is not None
    assert "cleared in 1 s" in clearing_it.told(outcome)
    assert until(lambda: outcome.path is not None and not outcome.path.exists())


def confidential_desk(folder: Path) -> tuple[Path, int]:
    """A desk's file with one quote of a source who may not be named."""
    file = folder / "talks.db"
    with Store.open(file) as store:
        person = store.people.add_person(Person(name="Zelda Quixano", confidential=True))
        source = store.sources.add(
            Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.BACKGROUND, attribution="a person in the room"),
        )
        speaker = Speaker(person_id=person, name="Zelda Quixano")
        number = store.quotes.add(Quote(words="Storks will strike", speakers=(speaker,), source_id=source))
    (folder / "config.toml").write_text("[clipboard]\nclear_after = 8\n")
    return file, number


def in_a_terminal(arguments: Sequence[str], env: Mapping[str, str]) -> tuple[int, int]:
    """Start `desk` in a terminal of its own; its process and the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, [sys.executable, "-m", "desk", *arguments], dict(env))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    return process, terminal


def said_in(terminal: int, wanted: bytes, seconds: float = 60.0) -> bytes:
    """What a terminal shows until the wanted words are among it, or it is closed."""
    said, end = b"", time.monotonic() + seconds
    while wanted not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            said += part
    return said


def environment(folder: Path, display: str) -> dict[str, str]:
    plain = around(folder, env={"DISPLAY": display}).env
    return {**plain, "PYTHONPATH": str(Path(__file__).parents[2]), "DESK_CONFIG": str(folder / "config.toml")}


def test_desk_copy_has_it_cleared_also_where_its_terminal_is_closed(display: str, tmp_path: Path) -> None:
    file, number = confidential_desk(tmp_path)
    env = environment(tmp_path, display)
    process, terminal = in_a_terminal(["--db", str(file), "copy", str(number)], env)
    said = said_in(terminal, b"by then.")
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) in (0, -signal.SIGHUP)
    assert b"cleared in 8 s" in said
    assert "Storks will strike" in xclip_reads(display)
    (waiting,) = clearing(tmp_path)
    for told in ("cmdline", "environ"):
        assert not [word for word in (b"Storks", b"Zelda", b"room") if word in (waiting / told).read_bytes()]
    assert until(lambda: "Storks" not in xclip_reads(display))
    assert until(lambda: not clearing(tmp_path))


def test_leaving_the_desk_before_the_time_is_over_leaves_no_words(display: str, tmp_path: Path) -> None:
    file, _ = confidential_desk(tmp_path)
    with Store.open(file) as store:
        store.settings.put("reporter", "Pat Reporter")
    process, terminal = in_a_terminal(["--db", str(file)], environment(tmp_path, display))
    assert b"Storks" in said_in(terminal, b"Storks")
    os.write(terminal, b"3y")
    said_in(terminal, b"by then.")
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    assert "Storks will strike" in xclip_reads(display)
    assert until(lambda: "Storks" not in xclip_reads(display))
