"""Quotes as JSON Lines: one object a line, with as little as `text` and `speaker`.

    {"text": "We won't accept that.", "speaker": "Ann Lee", "title": "…", "org": "…", "venue": "…", "date": "2026-02-13",
     "tags": ["…"], "ground_rule": "on_record", "source": "presser", "form": "partial", "locator": "…"}

What is not known there stays unknown: no source is guessed, and a list that says that its quotes were verified is no
verification. The file is read as it is written, line by line, whatever its length.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import BinaryIO, TypeVar

from desk.model.dates.plain import date_from_plain
from desk.model.dates.value import UNDATED, DateValue
from desk.model.dates.zones import printable
from desk.model.enums import Certainty, GroundRule, QuoteForm
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.text import clean, one_line
from desk.store.bulk.new_quotes import BATCH, NewQuote, QuoteLoader
from desk.store.store import Store

W = TypeVar("W", bound=StrEnum)
_JSON = json.JSONDecoder()
_line = lru_cache(maxsize=20_000)(one_line)

#: No line is longer than this, in bytes; what is, is no quote.
LONGEST = 4 * 1024 * 1024
#: Bad lines that are told one by one.
TOLD = 10
#: Fields without a place that are remembered: their names come from the file.
_IGNORED = 20
_USED = frozenset(
    {"text", "speaker", "title", "org", "venue", "date", "tags", "ground_rule", "source", "form", "locator"}
)


@frozen
class BadLine:
    """A line that could not be taken, by its number (from 1), and why."""

    number: int
    why: str


@dataclass(slots=True)
class Lines:
    """What an import of lines came to, as it goes on. `read` is in bytes; `known` are quotes that the desk had already
    from the same source, `unset` those under no ground rule yet, `strict` those that stay under their source's, which is
    stricter than their own, `held` those that came in as close as the same words are held here, `reached` those that are as
    close now as the list has them.
    """

    quotes: int = 0
    known: int = 0
    people: int = 0
    sources: int = 0
    strict: int = 0
    held: int = 0
    reached: int = 0
    unset: int = 0
    read: int = 0
    bad: int = 0
    told: list[BadLine] = field(default_factory=list)
    #: Fields that the desk has no place for.
    ignored: dict[str, None] = field(default_factory=dict)
    claimed: int = 0
    action_id: int = 0


#: Told now and then how far an import is. May raise to stop it; all of it is then taken back.
Progress = Callable[[Lines], None]


def import_lines(
    store: Store,
    lines: Iterator[bytes],
    *,
    name: str,
    source: str = "",
    rule: GroundRule | None = None,
    skip_bad: bool = False,
    progress: Progress | None = None,
) -> Lines:
    """Take in quotes, as one action that is seen when it is whole and that one undo takes back.

    `source` is the code of the source of quotes that name none, by default one of the file's own, on which `rule` is
    agreed: `unknown` where nobody said. Raises InputError where lines are bad (unless they are to be skipped) or none
    is good, with their numbers; nothing is then kept.
    """
    done = Lines()
    reader = _Reader(done, source or _code(name), rule)
    with store.bulk(f"import {name}") as bulk:
        done.action_id = bulk.id
        loader = QuoteLoader(store, bulk, from_where=name)
        quotes = reader.quotes(lines)
        while batch := list(islice(quotes, BATCH)):
            # After a bad line nothing more is written; the rest is read so that all of them can be named.
            if not done.bad or skip_bad:
                loader.write(batch)
            done.quotes, done.people, done.sources = loader.quotes, loader.people, loader.sources
            done.known, done.unset, done.strict, done.held = loader.known, loader.unset, loader.strict, loader.held
            if progress is not None:
                progress(done)
        if done.bad and (not skip_bad or not done.quotes):
            raise _refused(done)
        loader.finish()
        done.reached = loader.reached
        if not done.quotes and done.known and not done.reached:
            raise InputError(
                "there is nothing in it that the desk does not have already",
                where=name,
                remedy="A quote that was withdrawn counts as well.",
            )
        if not done.quotes and not done.reached:
            raise InputError("there are no quotes in it", where=name)
    return done


def _refused(done: Lines) -> InputError:
    told = "; ".join(f"line {one.number}: {one.why}" for one in done.told)
    more = f"; and {done.bad - len(done.told):,} more" if done.bad > len(done.told) else ""
    count = "1 line" if done.bad == 1 else f"{done.bad:,} lines"
    return InputError(
        f"{count} cannot be taken, so nothing was imported. {told[0].upper()}{told[1:]}{more}",
        remedy="Mend them, or leave them out with --skip-bad.",
    )


def _code(name: str) -> str:
    """A code for the source of a file's quotes, from its name."""
    stem = name.rpartition("/")[2].partition(".")[0]
    return _code_of(stem.casefold()) or "imported"


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, each no longer than LONGEST: of a longer one the beginning, which is then no JSON."""
    while line := file.readline(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = file.readline(LONGEST)


class _Reader:
    """Reads lines as quotes, and keeps count of what could not be taken."""

    def __init__(self, done: Lines, source: str, rule: GroundRule | None) -> None:
        self._done = done
        self._source = _code_of(source)
        self._rule = rule
        self._dates: dict[str, DateValue] = {}
        self._shapes: set[tuple[str, ...]] = set()

    def quotes(self, lines: Iterator[bytes]) -> Iterator[NewQuote]:
        done = self._done
        for number, line in enumerate(lines, 1):
            done.read += len(line)
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.isspace():
                continue
            try:
                yield self._quote(line)
            except ValueError as error:
                done.bad += 1
                if len(done.told) < TOLD:
                    done.told.append(BadLine(number, str(error)))

    def _quote(self, line: bytes) -> NewQuote:
        """One line as a quote. Raises ValueError with what is wrong with it."""
        if len(line) >= LONGEST:
            raise ValueError("it is longer than any quote")
        try:
            text = line.decode("utf-8").strip()
            row, end = _JSON.raw_decode(text)
        except UnicodeDecodeError:
            raise ValueError("it is not text in UTF-8") from None
        except (ValueError, RecursionError):
            raise ValueError("it is not JSON") from None
        if end != len(text):
            raise ValueError("it is not JSON")
        if not isinstance(row, dict):
            raise ValueError("it is no object, { … }")
        words, speaker = row.get("text"), row.get("speaker")
        if not isinstance(words, str) or not (words := clean(words).strip()):
            raise ValueError("`text` is missing")
        if not isinstance(speaker, str) or not _line(speaker):
            raise ValueError("`speaker` is missing")
        self._note_fields(row)
        said = _word(row, "ground_rule", GroundRule)
        return NewQuote(
            words=words,
            speaker=speaker,
            form=_word(row, "form", QuoteForm) or QuoteForm.FULL,
            title=_text(row, "title"),
            party=_text(row, "org"),
            venue=_text(row, "venue"),
            date=self._date(row.get("date")),
            locator=_text(row, "locator"),
            tags=_tags(row.get("tags")),
            source=_code_of(_text(row, "source")) or self._source,
            rule=said or self._rule,
            agreed=said is None,
        )

    def _note_fields(self, row: dict[str, object]) -> None:
        """Remember which fields have no place, and count the lines that say that they are verified."""
        shape = tuple(row)
        if shape not in self._shapes:
            # The names come from the file: no more of them are kept than anybody reads.
            if len(self._shapes) < _IGNORED:
                self._shapes.add(shape)
            self._done.ignored.update(dict.fromkeys(sorted(row.keys() - _USED)[: _IGNORED - len(self._done.ignored)]))
        if row.get("status") == "verified" or row.get("verified") is True:
            self._done.claimed += 1

    def _date(self, value: object) -> DateValue:
        if value is None or value == "":
            return UNDATED
        if not isinstance(value, str):
            return self._read_date(value)
        found = self._dates.get(value)
        if found is None:
            if len(self._dates) > 50_000:
                self._dates.clear()
            found = self._dates[value] = self._read_date(value)
        return found

    def _read_date(self, value: object) -> DateValue:
        try:
            return date_from_plain(value, certainty=Certainty.OCCURRED)
        except ValueError as error:
            raise ValueError(f"`date` {printable(str(value))}: {error}") from None


def _word(row: dict[str, object], name: str, kind: type[W]) -> W | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        return kind(str(value).strip().casefold().replace(" ", "_").replace("-", "_"))
    except ValueError:
        raise ValueError(f"`{name}` “{printable(str(value))}” is none of {', '.join(kind)}") from None


@lru_cache(maxsize=20_000)
def _code_of(text: str) -> str:
    """A source's code, which has no spaces in it."""
    return "-".join(one_line(text).split())


def _text(row: dict[str, object], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"`{name}` has to be text")
    return value


def _tags(value: object) -> list[str]:
    if not value:
        return []
    if isinstance(value, str):
        return value.split(",")
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ValueError("`tags` has to be a list of texts")
    return value
