"""One object of a JSON document, read field by field: every mistake is named with its path ("quotes[3].speakers")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from desk.model.dates.plain import date_from_plain
from desk.model.dates.value import DateValue
from desk.model.dates.zones import printable, to_utc, zone_info
from desk.model.enums import Certainty
from desk.model.errors import InputError
from desk.model.text import clean, one_line

W = TypeVar("W", bound=StrEnum)

_VALUE = re.compile("“[^”]*”")


class Fields:
    """An object at a path. Each field is asked for once; `end` then refuses what nobody asked for.

    `zone` is the one in which instants and minutes are written that name none.
    """

    def __init__(self, value: object, path: str, *, zone: str = "") -> None:
        self.path = path
        self.zone = zone
        if not isinstance(value, dict):
            raise InputError("this has to be an object, { … }", where=path or "the document")
        self._value: Mapping[str, Any] = value
        self._asked: set[str] = set()

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, what: str, remedy: str = "") -> InputError:
        """What is wrong with a field, to be raised. Of a row that is marked confidential the value is not told."""
        if self._value.get("confidential"):
            what = _VALUE.sub("“…”", what, count=1)
        return InputError(what, where=self.at(name), remedy=remedy)

    def has(self, name: str) -> bool:
        """Return True if the field says anything."""
        return self._value.get(name) is not None

    def peek(self, name: str) -> Any:
        """The field as it is, without having asked for it."""
        return self._value.get(name)

    def raw(self, name: str) -> Any:
        """The field as it is; None where it is missing."""
        self._asked.add(name)
        return self._value.get(name)

    def text(self, name: str, default: str | None = "") -> str:
        """Text, cleaned. A `default` of None means that it has to be there."""
        value = self.raw(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self.wrong(name, "this is missing" if value is None else "this has to be text")
        found = clean(value).strip()
        if not found and default is None:
            raise self.wrong(name, "this is empty")
        return found

    def line(self, name: str, default: str | None = "") -> str:
        """The same as one line."""
        return one_line(self.text(name, default))

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of texts, each one line; one text alone is a list of one."""
        value = self.raw(name)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise self.wrong(name, 'this has to be a list, ["…", "…"]')
        for number, item in enumerate(items):
            if not isinstance(item, str):
                raise self.wrong(f"{name}[{number}]", "this has to be text")
        return tuple(found for found in map(one_line, items) if found)

    def flag(self, name: str) -> bool:
        """true or false; false where it is missing."""
        return bool(self.maybe_flag(name))

    def maybe_flag(self, name: str) -> bool | None:
        """true, false or not said."""
        value = self.raw(name)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(name, "this has to be true or false")
        return value

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number."""
        value = self.raw(name)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 1_000_000_000:
            raise self.wrong(name, "this has to be a whole number")
        return value

    def word(self, name: str, kind: type[W], default: W | None = None) -> W:
        """One of the desk's own words. Without a `default` it has to be there."""
        value = self.raw(name)
        if value is None and default is not None:
            return default
        if value is None:
            raise self.wrong(name, f"this is missing: one of {', '.join(kind)}")
        try:
            return kind(str(value))
        except ValueError:
            raise self.wrong(
                name, f"“{printable(str(value))}” is none of {', '.join(kind)}{_near(str(value), kind)}"
            ) from None

    def date(self, name: str, *, certainty: Certainty = Certainty.EXPECTED) -> DateValue:
        """A date; undated where it is missing."""
        try:
            return date_from_plain(self.raw(name), zone=self.zone, certainty=certainty)
        except ValueError as error:
            raise self.wrong(name, str(error)) from None

    def instant(self, name: str) -> datetime | None:
        """A moment, "2026-02-14 08:00" by the clocks of the document's zone, or with an offset of its own."""
        value = self.raw(name)
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(value) if isinstance(value, str) else None
            if found is not None and found.tzinfo is None:
                return to_utc(found, self.zone) if self.zone else None
        except ValueError as error:
            raise self.wrong(name, f"“{printable(str(value))}” is no moment ({error})") from None
        if found is None:
            raise self.wrong(name, 'this has to be a moment with its offset, such as "2026-02-14T08:00-08:00"')
        return found.astimezone(UTC)

    def zone_name(self, name: str, default: str = "") -> str:
        """An IANA zone."""
        value = self.line(name, default)
        if value:
            try:
                zone_info(value)
            except ValueError as error:
                raise self.wrong(name, str(error)) from None
        return value

    def row(self, name: str) -> Fields | None:
        """An object inside; None where it is missing."""
        value = self.raw(name)
        return None if value is None else Fields(value, self.at(name), zone=self.zone)

    def rows(self, name: str) -> Iterator[Fields]:
        """A list of objects inside."""
        value = self.raw(name)
        if value is None:
            return
        if not isinstance(value, list):
            raise self.wrong(name, "this has to be a list, [ … ]")
        for number, item in enumerate(value):
            yield Fields(item, f"{self.at(name)}[{number}]", zone=self.zone)

    def end(self) -> None:
        """Refuse a field that nobody asked for: a misspelt one would be lost without a word."""
        for name in self._value:
            if name not in self._asked:
                raise self.wrong(printable(name), f"there is no such field here{_near(name, self._asked)}")


def _near(word: str, known: Any) -> str:
    found = get_close_matches(word, [str(one) for one in known], n=1)
    return f"; did you mean “{found[0]}”?" if found else ""
