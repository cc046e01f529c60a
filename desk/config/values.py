"""How one value of the config is read: each reader takes what TOML gave, and raises ValueError in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST = 500


def text(value: Any) -> str:
    """One line of text."""
    if not isinstance(value, str):
        raise ValueError('must be text in quotation marks, like "this"')
    if len(value) > LONGEST or any(ord(character) < 32 for character in value):
        raise ValueError(f"must be one line of at most {LONGEST} characters")
    return value


def label(value: Any) -> str:
    """Words that stand for something on screen, so never none."""
    words = text(value).strip()
    if not words:
        raise ValueError("must not be empty")
    return words


def zone(value: Any) -> str:
    """An IANA zone that this machine knows, or nothing."""
    name = text(value)
    if not name:
        return ""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError('must be a zone such as "America/Los_Angeles"') from None
    return name


def zones(value: Any) -> tuple[str, ...]:
    """A list of zones."""
    if not isinstance(value, list):
        raise ValueError('must be a list of zones, like ["America/New_York"]')
    return tuple(name for name in map(zone, value) if name)


def one_of(*words: str) -> Callable[[Any], str]:
    """A reader that takes one of these words."""

    def read(value: Any) -> str:
        if value not in words:
            raise ValueError("must be " + " or ".join(f'"{word}"' for word in words))
        return str(value)

    return read


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A reader that takes a whole number within these bounds."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return value

    return read


def seconds(least: float, most: float) -> Callable[[Any], float]:
    """A reader that takes a number of seconds within these bounds."""

    def read(value: Any) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"must be a number of seconds from {least:g} to {most:g}")
        return float(value)

    return read


def command(value: Any) -> tuple[str, ...]:
    """A command and its arguments, as one line or as a list. No shell is asked."""
    if isinstance(value, list):
        words = tuple(text(word) for word in value)
        if words and not words[0].strip():
            raise ValueError('must begin with a program, like ["wl-copy", "--primary"]')
        return words
    # Imported for those who set a command.
    import shlex

    try:
        return tuple(shlex.split(text(value)))
    except ValueError as error:
        raise ValueError(f"must be a command as one would type it in a shell ({error})") from None
