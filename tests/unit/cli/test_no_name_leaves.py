"""A hunt: every command, asked right and wrong, on a desk full of names that may not be told, tells none of them.

The command lines are made from the parser, so that a new command or option is in the hunt by itself. Every fourth of
them is tried, the same ones each time; DESK_WHOLE_HUNT=1 tries all.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.cli import main
from desk.cli.parser import parser
from desk.model.enums import GroundRule
from desk.store.store import Store
from tests import planted

ROOT = Path(__file__).parents[3]
#: What a reporter asks for by name, to be shown all of it.
ASKED_FOR = ("--private",)
#: Where a command would read a draft or quotes: each has a name in it, and something that is wrong.
PAPERS = {
    "draft.md": "“We will not accept offer number 3,” {0} said. “I told {0} that we stay,” she said.\n",
    "lines.jsonl": '{{"words": "{0} said no", "speaker": "{0}", "source": "{1}-tape"}}\nnonsense of {0}\n',
    "own.json": '{{"desk": 1, "people": [{{"name": "{0}"}}, {{"name": "{0}", "key": "{0}"}}], "{0}": 1}}\n',
    "unclosed.json": '{{"people": [{{"name": "{0}", "party": "{0}"',
    "talks.db": "this is no desk: {0}",
}
#: Of the command lines one in so many is tried.
EACH = 1 if "DESK_WHOLE_HUNT" in os.environ else 4


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk full of names, in a folder beside papers that have them too."""
    folder = tmp_path_factory.mktemp("planted")
    draft = folder / f"{planted.token(planted.MARKED['name'])}-draft.md"
    with Store.open(folder / "desk.db") as store:
        planted.plant(store, draft)
    return folder


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command, with its own parser."""
    whole = parser(["--help"])
    (found,) = (one for one in whole._actions if isinstance(one, argparse._SubParsersAction))
    return dict(found.choices)


def words(name: str) -> tuple[str, ...]:
    """What may be typed for a value: the whole name, its surname, a part, and the same where the desk has a key for it."""
    short = planted.slug(name)
    typed = [name, short, f"@{short}", f'@"{name}"', f"talks:{short}", f"issue:{short}", f"src:{short}", f"on:{short}"]
    line = f'“We stay” @"{name}" src:call-background talks:{short}-talks'
    search = [f'speaker:"{name}"', f"org:{short}", f"since:{short}", f"colour:{short}", f'"{name} walks"']
    return (*typed, line, f"{name} walks out @SAG-AFTRA #session", "@zed says", "talks:s issue:d x", *search)


def lines(command: str, own: argparse.ArgumentParser, folder: Path, name: str) -> Iterator[list[str]]:
    """Command lines for one command with a name in every place where a value goes."""
    paths = [str(folder / f"{planted.slug(name)}-{paper}") for paper in (*PAPERS, "not-there.json")]
    values = [*words(name), *paths, "1", "9", "-"]
    positional = [one for one in own._actions if not one.option_strings]
    options = [
        one for one in own._actions if one.option_strings and not {"-h", "--db", "--now"} & {*one.option_strings}
    ]
    yield [command, f"--{planted.slug(name)}", name]
    yield from ([command, value] for value in values if positional)
    if name != planted.MARKED["name"]:
        return
    base = [[command, value] for value in ("1", *paths[:2])] if positional else [[command]]
    for option in options:
        flag = option.option_strings[0]
        settings = (
            [[flag]] if option.nargs == 0 else [[flag, value] for value in (*(option.choices or ()), *words(name)[:3])]
        )
        yield from (line + setting for line, setting in itertools.product(base, settings))
        yield [command, flag, name, name, name]


def say(argv: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str = "") -> str:
    """Everything that one command line has printed."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    with contextlib.suppress(SystemExit):  # help and the version end so
        main(argv)
    printed = capsys.readouterr()
    return printed.out + printed.err


def in_the_root() -> set[str]:
    """What lies in the repository's folder, but what tools keep there."""
    return {one.name for one in ROOT.iterdir() if not one.name.startswith(".")}


@pytest.mark.parametrize("command", commands())
def test_no_command_tells_a_name_that_may_not_be_told(
    command: str, full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = commands()[command]
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "DESK_DB", "DESK_NOW"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    told: dict[str, set[str]] = {}
    tried = 0
    # What a command is told to write it writes, also into a file that is called like its argument.
    monkeypatch.chdir(tmp_path)
    beside = in_the_root()
    for at, name in enumerate((planted.MARKED["name"], planted.MARKED["title"], planted.BOUND_NAME)):
        for paper, text in PAPERS.items():
            (tmp_path / f"{planted.slug(name)}-{paper}").write_text(text.format(name, planted.slug(name)))
        some = itertools.islice(lines(command, own, tmp_path, name), at % EACH, None, EACH)
        for line in itertools.chain([[command]], some):
            if set(ASKED_FOR) & set(line) or (command == "demo" and len(line) == 1):
                continue
            for rest in ([], ["--json"]) if "--json" in own._option_string_actions else ([],):
                file = tmp_path / "desk.db"
                shutil.copy(full / "desk.db", file)
                argv = ["--db", str(file), *line, *rest]
                if found := planted.told(say(argv, capsys, monkeypatch, typed=f"{name} says no\n")):
                    told[" ".join(argv[2:])] = found
                tried += 1
    assert told == {}
    assert tried
    assert in_the_root() == beside


def test_the_hunt_would_find_a_name(
    full: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left out is there to be found: without the search, status tells it all."""
    monkeypatch.setattr("desk.model.names.names.Names.within", lambda *_, **__: False)
    out = say(["--db", str(full / "desk.db"), "status"], capsys, monkeypatch)
    assert len(planted.told(out)) > 10


def test_what_is_printed_as_json_is_still_json(
    full: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f'speaker:"{planted.MARKED["name"]}"'
    out = say(["--db", str(full / "desk.db"), "search", query, "--json"], capsys, monkeypatch)
    assert json.loads(out.splitlines()[0])["query"] == 'speaker:"[a confidential name]"'


@pytest.mark.parametrize("option", [["--db", "{}"], ["--db={}"], ["--d", "{}"], ["--d={}"]])
@pytest.mark.parametrize("text", ["x talks:q", "x issue:demands", "x src:nope", "@zed says"])
def test_an_error_of_a_desk_named_in_any_way_tells_none(
    option: list[str], text: str, full: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = [part.format(full / "desk.db") for part in option]
    for argv in ([*named, "log", text], ["log", *named, text], ["log", *named, "--what", planted.MARKED["name"]]):
        assert planted.told(say(argv, capsys, monkeypatch)) == set()


@pytest.fixture(params=[*planted.BOUND, "confidential"])
def behind(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A desk in which somebody who is on the record, and a body at the table, told something not to be named for it."""
    confidential = request.param == "confidential"
    rule = GroundRule.BACKGROUND if confidential else request.param
    with Store.open(tmp_path / "desk.db") as store:
        planted.plant_behind(store, rule, tmp_path / "draft.md", confidential=confidential)
    return tmp_path


@pytest.mark.parametrize(
    "line", ["status", "due", "changed", "changed --since 2020-01-01", "search fold", "copy 1", "check {}/draft.md"]
)
def test_who_is_on_the_record_elsewhere_is_not_told_of_beside_what_a_source_told_who_may_not_be_named(
    line: str, behind: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(behind))
    monkeypatch.setenv("PATH", "")
    for rest in ([], ["--json"]):
        argv = ["--db", str(behind / "desk.db"), *line.format(behind).split(), *rest]
        out = say(argv, capsys, monkeypatch).casefold()
        at_the_table = out.replace('"parties": ["sag-aftra", "harkonnel brotherhood"]', "")
        assert "vandermolen" not in out
        assert "brotherhood" not in at_the_table


@pytest.mark.parametrize("text", ["x src:vander", "x src:nope", "“We stay put here” @SAG-AFTRA"])
def test_nor_by_the_code_of_such_a_source(
    text: str, behind: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = "quote" if "@" in text else "log"
    assert "vandermolen" not in say(["--db", str(behind / "desk.db"), command, text], capsys, monkeypatch).casefold()
