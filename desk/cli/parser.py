"""What can be typed after `desk`."""

from __future__ import annotations

import argparse

from desk import __version__
from desk.model.words import GroundRule

_ABOUT = """\
The desk of a reporter who covers labour talks: where they stand, what is due, who said exactly what, and what of a story
is checked. Without a command it opens on the whole screen."""
_EXITS = """\
Exit codes: 0 done, 1 refused or failed (the reason is on standard error), 2 not understood, 130 stopped with ctrl+c.
`desk copy` ends with 3 where the text was sent to a clipboard that does not answer.

DESK_DB, DESK_CONFIG and DESK_NOW say what --db, the config's place and --now say."""


def parser() -> argparse.ArgumentParser:
    """The parser of the command line. Each command names the module of desk.cli that runs it."""
    whole = argparse.ArgumentParser(
        prog="desk", description=_ABOUT, epilog=_EXITS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    _everywhere(whole, main=True)
    whole.add_argument("--version", action="version", version=f"desk {__version__}")
    whole.set_defaults(module="opening", command="open")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, module: str, words: str, *, json: bool = False) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        one.set_defaults(module=module, command=name)
        _everywhere(one)
        if json:
            one.add_argument("--json", action="store_true", help="print JSON, for programs")
        return one

    command("demo", "opening", "open the demo talks in a throw-away copy")
    command("status", "show", "where every negotiation stands, what is next, what is checked", json=True)
    command("due", "show", "what is ahead, whose answer is owed, what has just passed", json=True)

    changed = command("changed", "changed", "what changed, as it may be sent to an editor", json=True)
    changed.add_argument(
        "--since", default="", metavar="DATE", help="mon, feb 9, fri 5pm; else since the desk was opened"
    )

    log = command("log", "take", "log a development in one line", json=True)
    log.add_argument("text", nargs="+", metavar="TEXT", help="SAG wraps early on:fri '#session' src:S1 (- reads it)")
    quote = command("quote", "take", "note a quote in one line", json=True)
    quote.add_argument(
        "text",
        nargs="*",
        default=["-"],
        metavar="TEXT",
        help="'\"Words\" @Speaker src:S1'; standard input without it, or with -",
    )

    search = command("search", "find", "find quotes by half-remembered words", json=True)
    search.add_argument("query", nargs="*", metavar="QUERY", help='words, filters such as speaker:, "exact words"')
    search.add_argument("--limit", type=_count, default=10, metavar="N", help="at most so many (10)")
    search.add_argument("--batch", action="store_true", help="a query a line from standard input, a JSON line each")

    copy = command("copy", "copying", "copy a quote, as far as it may leave", json=True)
    copy.add_argument("id", type=_count, metavar="ID", help="its number, as search prints it")
    copy.add_argument("--format", default="", metavar="F", help="sentence, words, markdown, provenance, … or your own")
    copy.add_argument("--reason", default="", metavar="WHY", help="why a disputed quote is let go")

    bring = command("import", "bring", "take in a file: the desk's own format, or quotes as JSON Lines", json=True)
    bring.add_argument("file", metavar="FILE", help="- reads standard input")
    bring.add_argument(
        "--rule", choices=list(GroundRule), metavar="RULE", help=f"for quotes that name none: {_rules()}"
    )
    bring.add_argument("--source", default="", metavar="CODE", help="the source of quotes that name none")
    bring.add_argument("--skip-bad", action="store_true", help="leave out lines that cannot be taken")

    export = command("export", "handing", "write out quotes as far as they may leave; with --private, everything")
    export.add_argument("file", nargs="?", default="-", metavar="FILE", help="standard output where there is none")
    export.add_argument("--format", default="", choices=["", "json", "markdown", "csv"], metavar="F", help=_FORMATS)
    export.add_argument("--private", action="store_true", help="everything, to move the desk to another machine")

    backup = command("backup", "keep", "write a checked copy of everything")
    backup.add_argument("file", metavar="FILE")
    restore = command("restore", "keep", "bring a backup back; the present file is kept beside it")
    restore.add_argument("file", metavar="FILE")
    command("where", "keep", "where the desk keeps its things", json=True)
    command("config", "keep", "write a config file in which every setting is explained")
    doctor = command("doctor", "doctor", "look whether file, index and clipboard are sound", json=True)
    doctor.add_argument("--rebuild", action="store_true", help="make the index over the quotes anew")
    return whole


_FORMATS = "json, markdown or csv; as the file's name ends, where not said"


def _everywhere(one: argparse.ArgumentParser, *, main: bool = False) -> None:
    """Options that may stand before or after the command."""
    default = "" if main else argparse.SUPPRESS
    group = one.add_argument_group("everywhere")
    group.add_argument("--db", default=default, metavar="PATH", help="the desk's file")
    group.add_argument("--now", default=default, metavar="ISO", help="the desk's clock starts then: 2026-02-14T09:00")


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 10**12:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return number


def _rules() -> str:
    return ", ".join(GroundRule)
