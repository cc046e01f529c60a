"""What can be typed after `desk`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, NoReturn

from desk import __version__
from desk.model.enums import GroundRule

_ABOUT = """\
The desk of a reporter who covers labour talks: where they stand, what is due, who said exactly what, and what of a story
is checked. Without a command it opens on the whole screen."""
_EXITS = """\
Exit codes: 0 done, 1 refused or failed (the reason is on standard error), 2 not understood, 130 stopped with ctrl+c.
`desk copy` ends with 3 where the text was sent to a clipboard that does not answer, `desk check` with 1 while something
in the draft is wrong.

DESK_DB, DESK_CONFIG and DESK_NOW say what --db, the config's place and --now say."""


class UsageError(Exception):
    """A command line that cannot be understood: how it is used, and what is wrong, which may repeat what was typed."""

    def __init__(self, usage: str, sentence: str) -> None:
        super().__init__(usage, sentence)
        self.usage = usage
        self.sentence = sentence


class _Parser(argparse.ArgumentParser):
    """Raises what it would print, so that it is said like any other error."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(self.format_usage(), f"{self.prog}: error: {message}")


class _Help(argparse.HelpFormatter):
    """Measures the terminal when help is printed, not whenever argparse makes one, which is for every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)

    def format_help(self) -> str:
        from shutil import get_terminal_size

        self._width = get_terminal_size().columns - 2
        return super().format_help()


class _AsWritten(_Help, argparse.RawDescriptionHelpFormatter):
    """The same, with the lines of what stands before and after as they are."""


def parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of this command line. Each command names the module of desk.cli that runs it.

    Where it begins with a command, only that one is in it: making all of them takes longer than many a command runs.
    """
    whole = _Parser(prog="desk", description=_ABOUT, epilog=_EXITS, formatter_class=_AsWritten)
    _everywhere(whole, main=True)
    whole.add_argument("--version", action="version", version=f"desk {__version__}")
    whole.set_defaults(module="desk", command="open")
    # With its name said, argparse does not have to measure the terminal to make one.
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", prog="desk")
    for name in _needed(argv):
        command = _COMMANDS[name]
        one = commands.add_parser(
            name,
            help=command.words,
            description=f"{command.words[0].upper()}{command.words[1:]}.",
            formatter_class=_Help,
        )
        one.set_defaults(module=command.module, command=name)
        _everywhere(one)
        if command.json:
            one.add_argument("--json", action="store_true", help="print JSON, for programs")
        command.arguments(one)
    return whole


def db_of(argv: Sequence[str]) -> str:
    """The file that a line names with --db, written as argparse reads it, also where the line cannot be understood."""
    named = ""
    for at, word in enumerate(argv):
        option, equals, value = word.partition("=")
        if option in ("--db", "--d"):
            named = value if equals else argv[at + 1] if at + 1 < len(argv) else ""
    return named


def _needed(argv: Sequence[str]) -> Iterable[str]:
    """The commands that this line can mean: the one it begins with, none, or all where that is not plain."""
    rest = list(argv)
    while rest and rest[0] in _OPTIONS:
        del rest[:2]
    return rest[:1] if not rest or rest[0] in _COMMANDS else _COMMANDS


class _Command(NamedTuple):
    """A command: the module that runs it, what it does in words, its arguments, whether it can print JSON."""

    module: str
    words: str
    arguments: Callable[[argparse.ArgumentParser], None] = lambda _: None
    json: bool = False


def _log(one: argparse.ArgumentParser) -> None:
    one.add_argument("text", nargs="+", metavar="TEXT", help="SAG wraps early on:fri '#session' src:S1 (- reads it)")


def _quote(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "text",
        nargs="*",
        default=["-"],
        metavar="TEXT",
        help="'\"Words\" @Speaker src:S1'; standard input without it, or with -",
    )


def _changed(one: argparse.ArgumentParser) -> None:
    one.add_argument("--since", default="", metavar="DATE", help="mon, feb 9, fri 5pm; else since the desk was opened")


def _search(one: argparse.ArgumentParser) -> None:
    one.add_argument("query", nargs="*", metavar="QUERY", help='words, filters such as speaker:, "exact words"')
    one.add_argument("--limit", type=_count, default=10, metavar="N", help="at most so many (10)")
    one.add_argument("--batch", action="store_true", help="a query a line from standard input, a JSON line each")


def _copy(one: argparse.ArgumentParser) -> None:
    one.add_argument("id", type=_count, metavar="ID", help="its number, as search prints it")
    one.add_argument("--format", default="", metavar="F", help="sentence, words, markdown, provenance, … or your own")
    one.add_argument("--reason", default="", metavar="WHY", help="why a disputed quote is let go")


def _check(one: argparse.ArgumentParser) -> None:
    one.add_argument("draft", nargs="?", default="", metavar="DRAFT", help="text or Markdown; - reads standard input")
    one.add_argument(
        "--story", default="", metavar="SLUG", help="whose draft it is; its own is read where none is named"
    )


def _import(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", help="- reads standard input")
    rules = list(GroundRule)
    one.add_argument("--rule", choices=rules, metavar="RULE", help=f"for quotes that name none: {', '.join(rules)}")
    one.add_argument("--source", default="", metavar="CODE", help="the source of quotes that name none")
    one.add_argument("--skip-bad", action="store_true", help="leave out lines that cannot be taken")


def _export(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", nargs="?", default="-", metavar="FILE", help="standard output where there is none")
    one.add_argument("--format", default="", choices=["", "json", "markdown", "csv"], metavar="F", help=_FORMATS)
    one.add_argument("--private", action="store_true", help="everything, to move the desk to another machine")


def _file(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE")


def _stream(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", help="- reads standard input")


def _doctor(one: argparse.ArgumentParser) -> None:
    one.add_argument("--rebuild", action="store_true", help="make the index over the quotes anew")


#: By name, in the order in which they are listed.
_COMMANDS = {
    "demo": _Command("desk", "open the demo talks in a throw-away copy"),
    "status": _Command("status", "where every negotiation stands, what is next, what is checked", json=True),
    "due": _Command("status", "what is ahead, whose answer is owed, what has just passed", json=True),
    "changed": _Command("changed", "what changed, as it may be sent to an editor", _changed, json=True),
    "log": _Command("log", "log a development in one line", _log, json=True),
    "quote": _Command("log", "note a quote in one line", _quote, json=True),
    "search": _Command("search", "find quotes by half-remembered words", _search, json=True),
    "copy": _Command("copy", "copy a quote, as far as it may leave", _copy, json=True),
    "check": _Command(
        "check", "check a draft: whose every quotation is, and whether its words are right", _check, json=True
    ),
    "import": _Command("import_", "take in a file: the desk's own format, or quotes as JSON Lines", _import, json=True),
    "extract": _Command("extract", "print what is said in a file and by whom; nothing is taken in", _stream, json=True),
    "export": _Command(
        "export", "write out quotes as far as they may leave; with --private, everything", _export, json=True
    ),
    "backup": _Command("backup", "write a checked copy of everything", _file, json=True),
    "restore": _Command("backup", "bring a backup back; the present file is kept beside it", _file, json=True),
    "where": _Command("backup", "where the desk keeps its things", json=True),
    "config": _Command("backup", "write a config file in which every setting is explained", json=True),
    "doctor": _Command("doctor", "look whether file, index and clipboard are sound", _doctor, json=True),
}
#: Options that may stand before or after the command.
_OPTIONS = ("--db", "--now")
_FORMATS = "json, markdown or csv; as the file's name ends, where not said"


def _everywhere(one: argparse.ArgumentParser, *, main: bool = False) -> None:
    default = "" if main else argparse.SUPPRESS
    group = one.add_argument_group("everywhere")
    group.add_argument("--db", default=default, metavar="PATH", help="the desk's file")
    group.add_argument("--now", default=default, metavar="ISO", help="the desk's clock starts then: 2026-02-14T09:00")


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 10**12:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 to 999,999,999,999")
    return number
