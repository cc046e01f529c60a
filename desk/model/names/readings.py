"""A text as names are searched in it: its plain letters, and each other way in which somebody may have to read it.

An address writes letters as numbers, a page parts a name by markup, and another script writes it in other letters. Each is
a reading of its own; all know where in the text their letters stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from desk.model.names.scripts import (
    HAS_ALIKE,
    HAS_LATIN,
    HAS_SOUNDS,
    HAS_TWO,
    OTHER_SCRIPT,
    PLAIN,
    SOUNDS,
    TWO_LETTERS,
    as_latin,
    latin_tables,
    unmixed,
)

#: Words, with the signs that stand for vowels in scripts from Hebrew to Khmer.
WORD = re.compile(
    r"(?:[^\W\d_]|[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0970-\u0e3a\u0e40-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3])+|\d+"
)
# How an address, a page, a mail and a program write what is no letter, and what marks up a text.
_WRITTEN = re.compile(
    r"(?P<bytes>(?:%[0-9A-Fa-f]{2})+|(?:=[0-9A-F]{2})+)|(?P<entity>&\#?\w{1,32};)|(?P<code>(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})+)"
    r"|(?P<end>\\[nrt](?=[^\W\d_]))|(?P<garbled>(?:[\u00c2-\u00c5\u00ce-\u00d1][\u0080-\u00bf])+)|(?P<domain>\bxn--[a-z0-9-]{1,59}(?![a-z0-9-]))|(?P<markup><!--.{0,500}?-->|</?[A-Za-z][^<>]{0,4000}>|\[/?(?:b|i|u|s|url|quote|code|color|size|em|strong)\]|\]\([^\s()]*\)|=\n)",
    re.DOTALL,
)
_MAY_BE_WRITTEN = re.compile(r"[%&<\\=\[\]\u00c2-\u00c5\u00ce-\u00d1]|xn--")
# An address that is handed on inside of another is written so once more each time.
_WRITTEN_OVER = 4
# What makes of the signs around it an address, the name of a file or what somebody is called online, where nobody writes
# capitals; and how far that goes.
_RUN_SIGN = re.compile(r"[@#/_\\]|\.[a-z][a-z0-9]{1,4}(?![\w.])")
_NO_RUN = re.compile(r"[\s<>\"“”()\[\]]")
_LONGEST_RUN = 200
# A paragraph with a letter that is in nobody's name, so that no name is found across it.
_APART = "\n\n.\ua66e.\n\n"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Reading:
    """One reading of a text: `plain` is without accents; `letters` are its words' letters in a row, in lower case.
    `declined` says that its words were of another script and may end as their language has them end.
    """

    def __init__(
        self,
        plain: str,
        starts: Sequence[int] | None = None,
        *,
        declined: bool = False,
        table: dict[int, str] | None = None,
        text: str = "",
    ) -> None:
        self._of = (text, table)
        self._ends: list[int] | None = None
        lower = plain.lower()
        if len(lower) != len(plain):
            plain = lower = plain.casefold()
        self.plain, self._starts, self.declined = plain, starts, declined
        self.runs = _runs(plain)
        words = [match.span() for match in WORD.finditer(lower)]
        if any(_HUMP.search(plain, *run) for run in self.runs):
            words = list(_without_humps(words, plain, self.runs))
        self.words = words
        self.letters = "".join(lower[start:end] for start, end in words)

    def alike(self) -> Reading:
        """The same with each letter that looks like a Latin one as that."""
        text, table = self._of
        return Reading(as_latin(self.plain), self._starts, table=table, text=text)

    def in_run(self, at: int) -> bool:
        """Return True if a place stands in an address or what is written like one."""
        before = bisect_right(self.runs, at, key=lambda run: run[0]) - 1
        return before >= 0 and at < self.runs[before][1]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text that was read a place of `plain` is."""
        text, table = self._of
        if table is not None and len(text) != len(self.plain):
            if self._ends is None:
                self._ends = list(accumulate(len(character.translate(table)) for character in text))
            start, end = bisect_right(self._ends, start), bisect_right(self._ends, end - 1) + 1
        if self._starts is None:
            return start, end
        return self._starts[start], self._starts[end - 1] + 1


def readings(text: str) -> Iterator[tuple[Reading, bool]]:
    """Every way to read a text, and whether what an address or a page writes for letters was read as these."""
    yield from ((reading, False) for reading in _read(text))
    if _MAY_BE_WRITTEN.search(text):
        written, starts = _as_meant(text)
        if written != text:
            yield from ((reading, True) for reading in _read(written, starts))


def _read(text: str, starts: Sequence[int] | None = None) -> Iterator[Reading]:
    if text.isascii():
        yield Reading(text, starts)
        return
    yield (plain := _read_by(text, PLAIN, starts))
    if HAS_ALIKE.search(plain.plain):
        yield plain.alike()
    if re.search(HAS_TWO, text):
        yield _read_by(text, TWO_LETTERS, starts)
    if re.search(HAS_SOUNDS, text):
        yield _read_by(text, SOUNDS, starts)
    if re.search(HAS_LATIN, text):
        other, places = _of_other_scripts(text, starts)
        read = {other.translate(PLAIN)}
        for table in latin_tables():
            if (written := other.translate(table)) not in read:
                read.add(written)
                yield _read_by(other, table, places, declined=True)


def _of_other_scripts(text: str, starts: Sequence[int] | None) -> tuple[str, list[int]]:
    """What of a text is to be read in Latin letters, each part a paragraph of its own, and where its letters were."""
    parts: list[str] = []
    places: list[int] = []
    for part in re.finditer(OTHER_SCRIPT, text):
        where = range(part.start(), part.end()) if starts is None else starts[part.start() : part.end()]
        parts += (part[0], _APART)
        places += where
        places += [where[-1]] * len(_APART)
    return "".join(parts), places


def plain_words(text: str) -> str:
    """A text without accents, its words of two scripts at once read as Latin."""
    return text if text.isascii() else unmixed(text.translate(PLAIN))


def _read_by(text: str, table: dict[int, str], starts: Sequence[int] | None, *, declined: bool = False) -> Reading:
    return Reading(unmixed(text.translate(table)), starts, declined=declined, table=table, text=text)


def _as_meant(text: str) -> tuple[str, list[int]]:
    """A text with what stands for letters as these letters and without markup; and where each of them was."""
    starts: list[int] | range = range(len(text))
    for _ in range(_WRITTEN_OVER):
        out: list[str] = []
        places: list[int] = []
        done = 0
        for sign in _MAY_BE_WRITTEN.finditer(text):
            if sign.start() < done or (match := _WRITTEN.match(text, sign.start())) is None:
                continue
            meant = _meant(match)
            out += (text[done : match.start()], meant)
            places += starts[done : match.start()]
            places += [starts[match.start()]] * len(meant)
            done = match.end()
        if not out:
            break
        out.append(text[done:])
        places += starts[done:]
        text, starts = "".join(out), places
    return text, list(starts)


def _meant(match: re.Match[str]) -> str:
    # Few texts have any, and every command that prints searches its text.
    written = match[0]
    match match.lastgroup:
        case "bytes":
            return _decoded(bytes(int(part, 16) for part in re.split("[%=]", written)[1:]))
        case "garbled":
            return _decoded(written.encode("latin-1"))
        case "entity":
            from html import unescape

            return unescape(written)
        case "code":
            units = b"".join(int(part, 16).to_bytes(2, "big") for part in re.split(r"\\[ux]", written)[1:])
            return units.decode("utf-16-be", "replace")
        case "end":
            return "\n"
        case "domain":
            try:
                return written[4:].encode("ascii").decode("punycode")
            except UnicodeError:
                return written
        case _:
            return ""


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _runs(plain: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _RUN_SIGN.finditer(plain):
        at, sign = match.start(), match[0]
        if found and at < found[-1][1]:
            continue
        before, after = plain[at - 1 : at].isalnum(), plain[at + 1 : at + 2].isalnum()
        if not (after and (before or sign in "@#/\\")) and not (sign == "@" and before):
            continue
        start = at
        while start > max(0, at - _LONGEST_RUN) and not _NO_RUN.match(plain[start - 1]):
            start -= 1
        end = _NO_RUN.search(plain, at)
        found.append((start, end.start() if end else len(plain)))
    return found


def _without_humps(words: list[tuple[int, int]], plain: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words as they are, but those of addresses in parts where a capital begins one: #FreeWillGrant."""
    at = 0
    for start, end in words:
        while at < len(runs) and runs[at][1] <= start:
            at += 1
        if at < len(runs) and runs[at][0] <= start and not plain[start:end].islower():
            for hump in _HUMP.finditer(plain, start, end):
                yield start, hump.start()
                start = hump.start()
        yield start, end


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """A place with what stands next to it without a space, since what is read has no places of its own."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
