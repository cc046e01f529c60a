"""Reading the clipboard for a passage: the right one, or a sentence."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import pytest

from desk.clipboard.machine import ClipboardEnv
from desk.clipboard.pasted import read
from desk.clipboard.programs import Ran
from desk.model.errors import InputError


def around(answers: Mapping[str, Ran], platform: str = "linux", **env: str) -> ClipboardEnv:
    """A machine on which these programs are installed and answer so."""

    def run(command: Sequence[str], *, given: bytes, seconds: float, env: Mapping[str, str], reads: bool) -> Ran:
        assert reads
        assert not given
        return answers[command[0]]

    return ClipboardEnv(env=env, platform=platform, run=run, which=lambda name: name if name in answers else None)


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        (around({"xclip": Ran(0, b"We will stay\r\n")}, DISPLAY=":0"), "We will stay"),
        (around({"xclip": Ran(None), "xsel": Ran(0, b"We will")}, DISPLAY=":0"), "We will"),
        (around({"wl-paste": Ran(0, "Señor".encode())}, WAYLAND_DISPLAY="w"), "Señor"),
        (around({"pbpaste": Ran(0, b"We")}, platform="darwin"), "We"),
        (around({"tmux": Ran(0, b"from tmux")}, TMUX="x"), "from tmux"),
        (around({"xclip": Ran(0, b""), "tmux": Ran(0, b"from tmux")}, TMUX="x", DISPLAY=":0"), "from tmux"),
        (around({"xclip": Ran(0, b"We\x1b]52;c;eA==\x07 stay\xff")}, DISPLAY=":0"), "We stay\ufffd"),
    ],
)
def test_the_passage_is_read_and_cleaned(machine: ClipboardEnv, expected: str) -> None:
    assert read(machine) == expected


def test_over_ssh_this_machines_clipboard_is_the_wrong_one() -> None:
    machine = around({"xclip": Ran(0, b"somebody else's")}, DISPLAY=":0", SSH_TTY="/dev/pts/1")
    with pytest.raises(InputError, match="cannot be read from here"):
        read(machine)
    forwarded = around({"xclip": Ran(0, b"mine")}, DISPLAY="localhost:10.0", SSH_CONNECTION="x")
    assert read(forwarded) == "mine"


@pytest.mark.parametrize(
    "machine",
    [
        around({}),
        around({"xclip": Ran(1)}, DISPLAY=":0"),
        around({"xclip": Ran(None)}, DISPLAY=":0"),
        around({"xclip": Ran(1), sys.executable: Ran(0, b"")}, DISPLAY=":0"),
    ],
)
def test_a_clipboard_that_hangs_or_fails_says_how_to_paste_instead(machine: ClipboardEnv) -> None:
    with pytest.raises(InputError, match="Paste with your terminal's own key"):
        read(machine)


def test_an_empty_clipboard_is_not_a_dead_one() -> None:
    with pytest.raises(InputError, match="no text on the clipboard"):
        read(around({"xclip": Ran(0, b" \n")}, DISPLAY=":0"))
