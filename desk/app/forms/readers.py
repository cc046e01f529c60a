"""How the text of a field is read, echoed, completed, and written back for editing. One reader a kind of value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar, cast

from desk.app.lines.completing import Candidate, Value, who_offered
from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import Toward
from desk.app.lines.suggestions import meant
from desk.model.dates.parse import Instant, entry_form, parse_instant
from desk.model.dates.show import long
from desk.model.dates.value import UNDATED, DateValue, instant
from desk.model.dates.zones import printable
from desk.model.enums import GroundRule, plain
from desk.model.errors import InputError
from desk.model.quotes.groundrules import Naming, label
from desk.model.quotes.quotes import Embargo
from desk.model.text import clean, one_line

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_DAYS = (
    "today",
    "yesterday",
    "tomorrow",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "this week",
    "next week",
    "undated",
)
#: The items of a list: in marks where they hold a comma.
_ITEM = re.compile(r'\s*(?:"([^"]*)"|“([^”]*)”|([^,]*))\s*(?:,|$)')


@dataclass
class Reader(Generic[T]):
    """Reads one kind of value. `empty` is what an empty field means."""

    empty: T

    #: A field of several lines, into which a passage can be pasted.
    several_lines = False
    #: What it offers is a closed list, of which none is likelier than another.
    even = False

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> T:
        """The value of a field that is not empty; `others` are the form's other fields. Raises InputError in words."""
        raise NotImplementedError

    def echo(self, value: T, known: EntryContext) -> str:
        """What was understood, where the text itself does not say it all."""
        return ""

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        """What could complete the field at the cursor."""
        return ()

    def write(self, value: T, known: EntryContext) -> str:
        """The text that is read as this value again."""
        return str(value)

    def listed(self, naming: Naming) -> str:
        """What there is to choose from, where the line beneath an empty field says it."""
        return ""

    def of_id(self, row_id: int, known: EntryContext) -> str:
        """The text that means the row with this id, for a field that is filled in beforehand."""
        return ""


class Line(Reader[str]):
    """One line of anybody's words."""

    def __init__(self) -> None:
        super().__init__("")

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> str:
        return one_line(text)


class Passage(Reader[str]):
    """Words of several lines."""

    several_lines = True

    def __init__(self) -> None:
        super().__init__("")

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> str:
        return clean(text).strip()


class Names(Reader[tuple[str, ...]]):
    """Several names or words with commas between them."""

    def __init__(self) -> None:
        super().__init__(())

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in map(one_line, items(text)) if name))

    def write(self, value: tuple[str, ...], known: EntryContext) -> str:
        return listed(value)


@dataclass
class OneOf(Reader[T]):
    """One of a few words; as much of it as no other begins with will do. `options` has each value under its words."""

    options: Mapping[str, T]

    even = True

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> T:
        wanted = _folded(text)
        found = [words for words in self.options if _folded(words) == wanted]
        found = found or [words for words in self.options if _folded(words).startswith(wanted)]
        if len(found) == 1:
            return self.options[found[0]]
        if found:
            raise InputError(f"“{printable(one_line(text))}” may be {' or '.join(found)}", remedy="Write more of it.")
        raise InputError(f"“{printable(one_line(text))}” is not one of them", remedy=meant(wanted, list(self.options)))

    def echo(self, value: T, known: EntryContext) -> str:
        return self.write(value, known)

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        wanted = _folded(text)
        offered = [words for words in self.options if _folded(words).startswith(wanted)]
        if any(_folded(words) == wanted for words in offered):
            return ()  # it stands there whole, also where a longer one begins with it: tab goes on to the next field
        return tuple(Candidate(words, 0, len(text)) for words in offered)

    def write(self, value: T, known: EntryContext) -> str:
        return next((words for words, option in self.options.items() if option == value), "")


def words_of(kinds: Iterable[E]) -> dict[str, E]:
    """The members of an enumeration under their words."""
    return {plain(kind): kind for kind in kinds}


class Yes(OneOf[bool]):
    """Yes or no; empty is no."""

    def __init__(self) -> None:
        super().__init__(empty=False, options={"yes": True, "no": False})

    def echo(self, value: bool, known: EntryContext) -> str:
        return ""

    def write(self, value: bool, known: EntryContext) -> str:
        return "yes" if value else ""


class Rule(Reader[T]):
    """A ground rule by the newsroom's own label; the desk's own words for it are understood as well."""

    even = True

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> T:
        wanted = _folded(text)
        labels = self._labels(known.naming)
        if wanted not in map(_folded, labels.options):
            for rule in GroundRule:
                if wanted in (_folded(label(rule)), _folded(rule)):
                    return cast("T", rule)
        return labels.read(text, known, others)

    def echo(self, value: T, known: EntryContext) -> str:
        return self.write(value, known)

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        return self._labels(known.naming).offer(text, cursor, known, others)

    def write(self, value: T, known: EntryContext) -> str:
        return self._labels(known.naming).write(value, known)

    def listed(self, naming: Naming) -> str:
        return " · ".join(naming(rule) for rule in GroundRule if rule is not GroundRule.UNKNOWN)

    def _labels(self, naming: Naming) -> OneOf[T]:
        return OneOf(self.empty, {naming(rule): cast("T", rule) for rule in GroundRule})


@dataclass
class When(Reader[DateValue]):
    """A date in the strict grammar of date entry, echoed as it was understood."""

    toward: Toward

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> DateValue:
        return known.date(text, self.toward)

    def echo(self, value: DateValue, known: EntryContext) -> str:
        return long(value, zones=(known.zone, *known.zones))

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        wanted = text.strip().casefold()
        return tuple(
            Candidate(word, 0, len(text), self.echo(self.read(word, known, others), known))
            for word in _DAYS
            if wanted and word.startswith(wanted) and word != wanted
        )

    def write(self, value: DateValue, known: EntryContext) -> str:
        return entry_form(value, zone=known.zone) if value.dated else ""


class MaybeWhen(Reader[DateValue | None]):
    """A date that may be left out, which is not the same as `undated`."""

    def __init__(self, toward: Toward) -> None:
        super().__init__(None)
        self._when = When(UNDATED, toward)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> DateValue | None:
        return self._when.read(text, known, others)

    def echo(self, value: DateValue | None, known: EntryContext) -> str:
        return self._when.echo(value, known) if value else ""

    def offer(self, text: str, cursor: int, known: EntryContext, others: Mapping[str, str]) -> tuple[Candidate, ...]:
        return self._when.offer(text, cursor, known, others)

    def write(self, value: DateValue | None, known: EntryContext) -> str:
        return entry_form(value, zone=known.zone) if value else ""


class Moment(Reader[Instant | None]):
    """One minute that is ahead, such as the end of an embargo."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, text: str, known: EntryContext, others: Mapping[str, str]) -> Instant | None:
        return parse_instant(text, now=known.now, zone=known.zone)

    def echo(self, value: Instant | None, known: EntryContext) -> str:
        return long(instant(*value), zones=(known.zone, *known.zones)) if value else ""

    def write(self, value: Instant | None, known: EntryContext) -> str:
        return entry_form(instant(*value), zone=known.zone) if value else ""


def stands(embargo: Embargo, typed: Instant) -> bool:
    """Return True if what a field says is the embargo that stands: the field has no seconds."""
    return (embargo.until.replace(second=0, microsecond=0), embargo.zone) == (typed.moment, typed.zone)


# Lists


def items(text: str) -> list[str]:
    """The items of a list with commas; one in marks may hold a comma itself."""
    found = []
    at = 0
    while at < len(text):
        match = _ITEM.match(text, at)
        if match is None:  # a mark that is closed in the middle of an item: no list, so words as they stand
            found.append(text[at:].strip())
            break
        found.append(next(part for part in match.groups() if part is not None).strip())
        at = max(match.end(), at + 1)
    return [item for item in found if item]


def listed(names: Iterable[str]) -> str:
    """Items as a list that reads back as them."""
    return ", ".join(f'"{name}"' if "," in name and '"' not in name else name for name in names)


def last_item(text: str, cursor: int) -> tuple[str, int]:
    """The item of a list that the cursor stands in, up to the cursor, and where it begins."""
    begin = text.rfind(",", 0, cursor) + 1
    while begin < cursor and text[begin].isspace():
        begin += 1
    return text[begin:cursor], begin


def within(candidates: Iterable[Value], begin: int, end: int) -> tuple[Candidate, ...]:
    """Candidates for the item at [begin, end)."""
    return tuple(Candidate(listed([one.text]), begin, end, one.hint, one.label) for one in candidates)


def who_within(known: EntryContext, begun: str, begin: int, end: int) -> tuple[Candidate, ...]:
    """Names for the item at [begin, end); none while nothing is typed."""
    return within(who_offered(known, begun), begin, end) if begun else ()


def at_field(error: InputError, where: str) -> InputError:
    """The same error, said of a field."""
    return InputError(error.what, where=where, remedy=error.remedy)


def _folded(text: str) -> str:
    return one_line(text).casefold().replace("_", " ").replace("-", " ")


def kept_date(typed: DateValue, before: DateValue) -> DateValue:
    """A date from a form that was opened on `before`: where the days are the same, so is the zone they were given in."""
    same = replace(before, basis=typed.basis, certainty=typed.certainty)
    return same if replace(same, zone=typed.zone) == typed else typed
