"""Finding names that may not be in a text, however they are written there.

A name is found whatever its case, accents, hyphens and apostrophes, as a possessive or plural, by its surname alone,
with initials for the first names, turned round, split across a line or by markup, in an address, and in another script.
What is only like a name is not: "good man" is not Goodman, and a surname that is a common word ("price") counts only
with a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from desk.model.names.everyday import PAIRED, are_a_bodys, is_body, is_no_name, is_spoken_of, may_be_name
from desk.model.names.forms import Form, forms_of_person, whole, words_of
from desk.model.names.readings import Reading, around, readings
from desk.model.names.scripts import ARABIC, DECLINED, HAS_PREFIXES, TAIL, UNSPACED, may_end, prefixes
from desk.model.names.tables import COMMON, SMALL
from desk.model.names.titles import HONORIFICS

#: Stands for the name itself in a sentence.
A_NAME = "[a confidential name]"
_HYPHENS = frozenset("-‐‑\u00ac")
_TITLED = re.compile(r"([A-Za-z]+)\.?[\s>]+$")
_NAME_GOES_ON = re.compile(r"[ \t]+(?:[A-Z]\.[ \t]+)?[A-Z][a-z]")
# An address says a name among other words, without gaps; shorter ones are parts of words.
_WITHIN_ADDRESS = 6
_SMALL_TITLES = frozenset({"mr", "mrs", "ms", "mx", "dr"})


class Names:
    """The names that may not be handed on, made ready for searching many texts.

    `people` are names and aliases of persons; `others` names of anything else (a confidential source's title), found
    only as a whole. `bodies` are what organisations are called: their capitals are nobody's initials, and a word of
    theirs is nobody's name where they are called by it.
    """

    def __init__(self, people: Iterable[str] = (), others: Iterable[str] = (), bodies: Iterable[str] = ()) -> None:
        called = [words_of(body) for body in bodies]
        capitals = {"".join(words).replace("-", "") for words in called}
        self._bodies = [" ".join(words).replace("-", " ") for words in called if len(words) > 1]
        forms = {
            form
            for name in people
            for form in forms_of_person(name)
            if not ((form.capitals or form.initials) and form.letters in capitals)
        }
        # A title of one word ("Notes") is one only with its capital.
        forms |= {form for words in map(words_of, others) for form in whole(words, capital=len(words) == 1)}
        self._unspaced = tuple(
            form for form in forms if not form.letters.isascii() and re.search(UNSPACED, form.letters)
        )
        self._in_addresses = tuple(form for form in forms if _is_sure_in_address(form))
        self._by_start: dict[str, list[Form]] = {}
        for form in forms:
            self._by_start.setdefault(form.letters[:3], []).append(form)
        self._firsts = {start[0] for start in self._by_start}
        self._short = any(len(start) < 3 for start in self._by_start)
        self._prefixed = any(not form.letters.isascii() and HAS_PREFIXES.match(form.letters) for form in forms)

    def within(self, text: str, *, permitted: Iterable[str] = ()) -> bool:
        """Return True if any of the names is in the text. A single word that is also part of a permitted name does not
        count: where Jane Smith may be named, "Smith" is hers; "John Smith" is still found.
        """
        if not self._by_start:
            return False
        permitted = tuple(permitted)
        return any(True for reading, _ in readings(text) for _ in self._found(reading, permitted))

    def places(self, text: str, *, permitted: Iterable[str] = ()) -> list[tuple[int, int]]:
        """Where in the text the names stand, as half-open spans in order; one inside another is left out."""
        if not self._by_start:
            return []
        permitted = tuple(permitted)
        spans: list[tuple[int, int]] = []
        written: list[tuple[int, int]] = []
        for reading, meant in readings(text):
            places = (reading.source(start, end) for start, end in self._found(reading, permitted))
            (written if meant else spans).extend(places)
        # What is written for letters has no places of its own: the whole of it is where the name stands.
        known, until = _united(spans), 0
        for start, end in sorted(written):
            before = bisect_left(known, (end,)) - 1
            if start >= until and not (before >= 0 and start < known[before][1]):
                spans.append(around(text, start, end))
                until = spans[-1][1]
        found: list[tuple[int, int]] = []
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end))
        return found

    def masked(self, text: str) -> str:
        """The text with `A_NAME` in the place of each name. What is found only in the whole of it stays: it has no place."""
        for start, end in reversed(self.places(text)):
            text = f"{text[:start]}{A_NAME}{text[end:]}"
        return text

    def _found(self, reading: Reading, permitted: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Each name as it is found: where it begins and ends in the reading's plain text."""
        letters, words = reading.letters, reading.words
        shared = {word.replace("-", "") for name in permitted for word in words_of(name)}
        if self._unspaced and re.search(UNSPACED, letters):
            yield from self._without_spaces(reading, shared)
        by_start, firsts, short, prefixed, offset = self._by_start, self._firsts, self._short, self._prefixed, 0
        for at, (start, end) in enumerate(words):
            first = letters[offset]
            joined = prefixed and HAS_PREFIXES.match(first)
            if joined or (first in firsts and (short or letters[offset : offset + 3] in by_start)):
                begins = (0, *prefixes(letters[offset : offset + end - start])) if joined else (0,)
                for skipped in begins:
                    from_letter = offset + skipped
                    for form in self._likely(letters, from_letter):
                        if (
                            letters.startswith(form.letters, from_letter)
                            and not (form.lone and form.letters in shared)
                            and (until := self._stands(form, reading, at, skipped)) is not None
                        ):
                            yield start + skipped, until
            offset += end - start
        for start, end in reading.runs:
            run = "".join(letter for letter in reading.plain[start:end].lower() if letter.isalpha())
            if any(form.letters in run and not (form.lone and form.letters in shared) for form in self._in_addresses):
                yield start, end

    def _likely(self, letters: str, at: int) -> Iterator[Form]:
        """The forms that may begin at a letter, by their first three letters; those of few letters too."""
        for length in (3, 2, 1) if self._short else (3,):
            yield from self._by_start.get(letters[at : at + length], ())

    def _without_spaces(self, reading: Reading, shared: set[str]) -> Iterator[tuple[int, int]]:
        """Names in scripts that have no spaces between words, which are found wherever their letters stand in a row."""
        places = [place for start, end in reading.words for place in range(start, end)]
        for form in self._unspaced:
            if form.lone and form.letters in shared:
                continue
            at = reading.letters.find(form.letters)
            while at >= 0:
                start, end = places[at], places[at + len(form.letters) - 1] + 1
                between = re.sub(r"\w", "", reading.plain[start:end])
                if not re.match(TAIL, reading.plain[end : end + 1]) and not between.strip(" \t\n\u3000・·*_-=>"):
                    yield start, end
                at = reading.letters.find(form.letters, at + 1)

    def _stands(self, form: Form, reading: Reading, at: int, skipped: int) -> int | None:
        """Where a form ends that begins at this word, if the letters found there are that form and not only like it."""
        plain, words = reading.plain, reading.words
        start, end = words[at]
        if form.capitals:
            return end if end - start == len(form.letters) and plain[start:end].isupper() else None
        addressed = reading.in_run(start)
        if form.address and not addressed:
            return None
        if (
            (form.capital or form.initials)
            and not addressed
            and _is_small(plain[start])
            and not _is_sloppy(form, plain, start)
        ):
            return None
        length, last, small, gap = -skipped, at, False, " "
        while True:
            if (
                length in form.joints
                and gap[-1:].isspace()
                and gap[:1] not in _HYPHENS
                and _is_small(plain[words[last][0]])
            ):
                small = True
            length += words[last][1] - words[last][0]
            if length >= len(form.letters):
                break
            if last + 1 >= len(words):
                return None
            gap = plain[words[last][1] : words[last + 1][0]]
            if form.initials and gap.strip() not in (".", ".-"):
                return None
            # Inside of a word only what splits one: a hyphen or apostrophe, markup, the end of a line; or all in letters.
            if (
                length not in form.joints
                and gap.strip() != gap
                and "\n" not in gap
                and gap[:1] not in _HYPHENS
                and not _is_spaced_out(words, at, len(form.letters))
            ):
                return None
            last += 1
        end = words[last][1]
        over = length - len(form.letters)
        if form.turned and small and not addressed:
            return None
        if form.initials:
            if over or plain[start:end].upper() != plain[start:end]:
                return None
            return end if _are_all(plain, start, end) and not are_a_bodys(form.letters, plain, start, end + 1) else None
        if over and not _may_go_on(form, plain[end - over : end].lower(), declined=reading.declined):
            return None
        if (
            form.capital
            and not addressed
            and _is_small(plain[start])
            and not (is_spoken_of(plain, start, end) or _is_titled(plain, start))
        ):
            return None
        if form.everyday and small and not addressed and not may_be_name(plain, start, end):
            return None
        if form.titled and (not _is_titled(plain, start) or _NAME_GOES_ON.match(plain, end)):
            return None
        if form.lone and addressed and form.letters in SMALL:
            return None
        if form.lone and not addressed and not form.titled:
            everyday = form.letters in COMMON or form.letters in SMALL or form.letters in PAIRED
            if everyday and is_no_name(form.letters, plain, start, end, plural=over > 0):
                return None
            if self._bodies and is_body(self._bodies, plain, start, end):
                return None
        return end


def _united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_small(letter: str) -> bool:
    return letter.islower() and letter.upper() != letter


def _is_sloppy(form: Form, plain: str, start: int) -> bool:
    """Return True if a name that needs its capital may stand there without one."""
    title = _TITLED.search(plain, max(0, start - 8), start)
    if title is not None and title[1] in _SMALL_TITLES:
        return True
    return form.lone and len(form.letters) > 3 and form.letters not in COMMON and form.letters not in SMALL


def _are_all(plain: str, start: int, end: int) -> bool:
    """Return True if initials end with a period and no more stand before or after them."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 3]
    return after[:1] == "." and not re.search(r"[^\W\d_]\.$", before) and not re.match(r"\.[^\W\d_]\.", after)


def _is_spaced_out(words: list[tuple[int, int]], at: int, length: int) -> bool:
    """Return True if a name is written with a gap after each letter."""
    return len(words) >= at + length > at + 2 and all(end - start == 1 for start, end in words[at : at + length])


def _may_go_on(form: Form, rest: str, *, declined: bool) -> bool:
    if form.stem:
        # The shortest Arabic names with an end are other words.
        return may_end(rest) and (len(form.letters) > 3 or not re.match(ARABIC, rest))
    return rest in ("s", "es") or (declined and form.lone and rest in DECLINED)


def _is_titled(plain: str, start: int) -> bool:
    title = _TITLED.search(plain, max(0, start - 12), start)
    return title is not None and title[1].lower() in HONORIFICS


def _is_sure_in_address(form: Form) -> bool:
    """Return True for a form that is found within an address also where nothing parts it from other words."""
    if len(form.letters) < _WITHIN_ADDRESS or form.capitals or form.initials or form.stem or form.titled:
        return False
    if form.lone:
        return form.letters not in COMMON and form.letters not in SMALL and len(form.letters) > _WITHIN_ADDRESS
    return len(form.joints) > 1 and (not form.capital or 1 not in form.joints)
