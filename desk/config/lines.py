"""TOML by the line: on which line a setting stands, and what can still be read of a file with a mistake in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desk.model.frozen import frozen

#: More than a config ever has; beyond it only the mistake is named, and nothing is salvaged.
_MOST_LINES = 1000
_WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in the config: on which line (0 where no line is to blame), and what, in words."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}" if self.line else self.what


@frozen
class _Statement:
    """One key with its value, or one table's header: its first line (from 1), how many lines, and what it sets."""

    line: int
    length: int
    path: tuple[str, ...]
    mistake: str = ""


def read(text: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What the TOML says. Lines that are no TOML are named and left out, so that the rest still applies."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        if text.count("\n") > _MOST_LINES:
            return {}, (Problem(_line_of(error), _words(error)),)
    kept = text.split("\n")
    problems = []
    for statement in _statements(text):
        if statement.mistake:
            problems.append(Problem(statement.line, statement.mistake))
            kept[statement.line - 1] = ""
    try:
        return tomllib.loads("\n".join(kept)), tuple(problems)
    except tomllib.TOMLDecodeError:
        data, more = _without_repeats(kept)
        return data, (*problems, *more)


def where(text: str) -> dict[tuple[str, ...], int]:
    """The line on which each table and key stands, by its path."""
    found: dict[tuple[str, ...], int] = {}
    for statement in _statements(text):
        for depth in range(1, len(statement.path) + 1):
            found.setdefault(statement.path[:depth], statement.line)
    return found


def _without_repeats(kept: list[str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read statements that are each right by themselves; the one that repeats an earlier one is named and left out."""
    data: dict[str, Any] = {}
    problems = []
    so_far = [""] * len(kept)
    for statement in _statements("\n".join(kept)):
        span = slice(statement.line - 1, statement.line - 1 + statement.length)
        so_far[span] = kept[span]
        try:
            data = tomllib.loads("\n".join(so_far))
        except tomllib.TOMLDecodeError:
            name = ".".join(statement.path)
            problems.append(Problem(statement.line, f"{name} is set a second time; this one is left out"))
            so_far[span] = [""] * statement.length
    return data, problems


def _statements(text: str) -> Iterator[_Statement]:
    """Split TOML into its statements: the fewest lines, from where the last one ended, that parse by themselves."""
    lines = text.split("\n")[: _MOST_LINES + 1]
    table: tuple[str, ...] = ()
    at = 0
    while at < len(lines):
        if not (first := lines[at].strip()) or first.startswith("#"):
            at += 1
            continue
        length, parsed, mistake = _shortest(lines, at)
        if mistake:
            yield _Statement(at + 1, 1, (), mistake)
        elif first.startswith("["):
            table = _path(parsed)
            yield _Statement(at + 1, length, table)
        else:
            yield _Statement(at + 1, length, table + _path(parsed))
        at += length


def _shortest(lines: list[str], at: int) -> tuple[int, dict[str, Any], str]:
    """The statement that begins on line `at`: how many lines it takes and what it says; or one line and its mistake."""
    opened = any(mark in lines[at] for mark in ('"""', "'''", "[", "{"))
    mistake = ""
    for end in range(at + 1, len(lines) + 1):
        try:
            return end - at, tomllib.loads("\n".join(lines[at:end])), ""
        except tomllib.TOMLDecodeError as error:
            mistake = mistake or _words(error)
        if not opened:
            break
    return 1, {}, mistake


def _path(parsed: dict[str, Any]) -> tuple[str, ...]:
    """The path that one statement sets: the keys down to its value (a value that is a table ends the path)."""
    path: tuple[str, ...] = ()
    inner: Any = parsed
    while isinstance(inner, dict) and len(inner) == 1:
        key, inner = next(iter(inner.items()))
        path = (*path, key)
    return path


def _line_of(error: tomllib.TOMLDecodeError) -> int:
    found = _WHERE.search(str(error))
    return int(found[1]) if found and found[1] else 0


def _words(error: tomllib.TOMLDecodeError) -> str:
    what = _WHERE.sub("", str(error))
    return f'this is not TOML ({what[:1].lower()}{what[1:]}); text stands in quotation marks, as in name = "Ada"'
