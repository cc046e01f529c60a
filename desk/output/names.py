"""Finding names that may not be in a text, however they are written there.

A name is found whatever its case, accents, hyphens and apostrophes, as a possessive or plural, by its surname alone,
with initials for the first names, turned round, and split across a line. What is only like a name is not: "good man"
is not Goodman, and a surname that is a common word ("price") counts only with a capital.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from desk.model.frozen import frozen
from desk.output.everyday import COMMON, is_no_name

# The marks of most texts. They are no part of a name, and without them most texts are ASCII, which is quick to search.
_MARKS = (("“", '"'), ("”", '"'), ("’", "'"), ("‘", "'"), ("—", "-"), ("–", "-"), ("…", "."))
# Letters with strokes and joined letters, which no normal form takes apart.
_STROKES = str.maketrans("øØłŁđĐħĦŧŦıðÐ", "oOlLdDhHtTidD")
_JOINED = str.maketrans({"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ß": "ss", "ẞ": "SS"})
# Letters of other scripts that look like Latin ones, as they come along from pages and files.
_ALIKE = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo")
_LATIN = re.compile("[A-Za-z]")
# How an address and a page write what is no letter.
_WRITTEN = re.compile(r"%[0-9A-Fa-f]{2}|&#?\w+;")
_ADDRESS = re.compile(rf"(?<!\S)\S*?(?:{_WRITTEN.pattern})\S*")
# An address that is handed on inside of another is written so once more each time.
_WRITTEN_OVER = 4
_HYPHENS = frozenset("-‐‑")
_WORD = re.compile(r"[^\W\d_]+|\d+")
# Scripts written without spaces: there a name has no edges to be found by.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"

_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "hon", "sen", "rep", "gov"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"})
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "st", "van", "von"}
)
# Initials that stand for something else in news copy.
_NOT_INITIALS = frozenset(
    {"ad", "ai", "am", "bc", "dc", "ec", "eu", "fm", "hr", "la", "ny", "pm", "pr", "pt", "tv", "uk", "un", "us", "vp"}
)
# Capitals side by side that are words, states and bodies of news copy, and no initials of a person.
_NOT_CAPITALS = _NOT_INITIALS | frozenset(
    """
    ab ac ad ah ai al am an ap ar as at az ba be bo by ca cb ce co ct da de dc do ea ed eh ex fa fl ga ge gm go ha he hi
    ho hp ia id if il in io ip is it ix ja jr ks ky la lo ma md me mi mn mo mp ms mt mu my nc nd ne nh nj nm no nv oh ok
    om on op or os ow ox oz pa pc ph pi pm pr ps qa qb ra re rn ri rv sc sd sh si so sr st ta ti tn to tv tx um un up ur
    us ut va vi vp vs vt wa we wi wv wy xi ya ye yo
    abc act afm aft ama amc and any are atm bad bbc big bus but can car cbs ceo cfo coo cnn cut day did dga eat end far
    fbi few for fox get gdp god got guy had has hbo her him his how ibt ibm its job law led let low mad man map may men
    met mgm nbc new nfl nhl nba nor not now off old one our out own pay per ppo put ran raw red run sag sat saw say set
    she sit six tax tea ten the tie too top tip tow try two usa use van war was way wga who why win yes yet you
    """.split()
)
# Halves of double names that are places.
_PLACES = frozenset(
    {"ireland", "england", "france", "holland", "israel", "jordan", "london", "scotland", "wales", "york"}
)
# What a description begins with, and a name does not.
_DESCRIBES = frozenset({"a", "an", "another", "my", "one", "our", "some", "somebody", "someone"})


@frozen
class _Form:
    """One way to write a name: its letters without anything between, where in them a gap may stand, what it needs.

    `lone` is a single word, which somebody else who may be named can share; `capital` must begin with one, `turned` must
    have one at each word, being the name's everyday words turned round ("the price will rise" is not Will Price);
    `initials` must be capitals with a period after each; `capitals` must be one word of nothing else.
    """

    letters: str
    joints: frozenset[int]
    lone: bool = False
    capital: bool = False
    turned: bool = False
    initials: bool = False
    capitals: bool = False


class Names:
    """The names that may not be handed on, made ready for searching many texts.

    `people` are names and aliases of persons; `others` names of anything else (a confidential source's title), found
    only as a whole. `bodies` are what organisations are called: their capitals are nobody's initials.
    """

    def __init__(self, people: Iterable[str] = (), others: Iterable[str] = (), bodies: Iterable[str] = ()) -> None:
        called = {"".join(_words(body)).replace("-", "") for body in bodies}
        forms = {
            form
            for name in people
            for spelt in _spellings(name)
            for form in _forms_of_person(spelt)
            if not (form.capitals and form.letters in called)
        }
        # A title of one word ("Notes") is one only with its capital.
        forms |= {form for words in map(_words, others) for form in _whole(words, capital=len(words) == 1)}
        self._unspaced = tuple(form for form in forms if re.search(_UNSPACED, form.letters))
        self._by_start: dict[str, list[_Form]] = {}
        for form in forms:
            self._by_start.setdefault(form.letters[:2], []).append(form)
        self._single = any(len(start) == 1 for start in self._by_start)

    def within(self, text: str, *, permitted: Iterable[str] = ()) -> bool:
        """Whether any of the names is in the text. A single word that is also part of a permitted name does not count:
        where Jane Smith may be named, "Smith" is hers; "John Smith" is still found.
        """
        if not self._by_start:
            return False
        if any(True for _ in self._found(_Folded(text), permitted)):
            return True
        return bool(_WRITTEN.search(text)) and any(True for _ in self._found(_Folded(_read(text)), permitted))

    def places(self, text: str, *, permitted: Iterable[str] = ()) -> list[tuple[int, int]]:
        """Where in the text the names stand, as half-open spans in order; one inside another is left out."""
        if not self._by_start:
            return []
        permitted = tuple(permitted)
        folded = _Folded(text)
        spans = [folded.span(offset, length) for offset, length in self._found(folded, permitted)]
        if spans and len(folded.plain) != len(text):
            starts = _offsets(text)
            spans = [(bisect_right(starts, start) - 1, bisect_left(starts, end)) for start, end in spans]
        # What an address writes for letters has no places of its own: the whole of it is where the name stands.
        spans += [
            match.span()
            for match in _ADDRESS.finditer(text)
            if any(True for _ in self._found(_Folded(_read(match[0])), permitted))
        ]
        found: list[tuple[int, int]] = []
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end))
        return found

    def _found(self, folded: _Folded, permitted: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Each name as it is found: from which letter on, and how many letters it has."""
        letters, words = folded.letters, folded.words
        for form in self._unspaced:
            at = letters.find(form.letters)
            while at >= 0:
                yield at, len(form.letters)
                at = letters.find(form.letters, at + 1)
        shared = {word.replace("-", "") for name in permitted for word in _words(name)}
        offset = 0
        for at, (start, end) in enumerate(words):
            likely = self._by_start.get(letters[offset : offset + 2], ())
            if self._single:
                likely = [*likely, *self._by_start.get(letters[offset], ())]
            for form in likely:
                if (
                    letters.startswith(form.letters, offset)
                    and not (form.lone and form.letters in shared)
                    and _stands(form, folded.plain, words, at)
                ):
                    yield offset, len(form.letters)
            offset += end - start


class _Folded:
    """A text as names are searched in it: without accents, its words, and their letters one after the other."""

    def __init__(self, text: str) -> None:
        plain = _plain(text)
        lower = plain.lower()
        if len(lower) != len(plain):
            plain = lower = plain.casefold()
        self.plain = plain
        self.words = [(match.start(), match.end()) for match in _WORD.finditer(lower)]
        self.letters = "".join(lower[start:end] for start, end in self.words)

    def span(self, offset: int, length: int) -> tuple[int, int]:
        """Where in the plain text some letters stand."""
        starts = list(accumulate((end - start for start, end in self.words), initial=0))
        first, last = bisect_right(starts, offset) - 1, bisect_right(starts, offset + length - 1) - 1
        start = self.words[first][0] + offset - starts[first]
        return start, self.words[last][0] + offset + length - starts[last]


def _read(text: str) -> str:
    """A text with what an address or a page writes for letters as these letters."""
    # Few texts have any, and every command that prints searches its text.
    from html import unescape
    from urllib.parse import unquote

    for _ in range(_WRITTEN_OVER):
        read = unescape(unquote(text))
        if read == text:
            break
        text = read
    return text


def _offsets(text: str) -> list[int]:
    """Where each character of a text begins in its plain form."""
    return list(accumulate((len(_plain(character)) for character in text), initial=0))


def _plain(text: str) -> str:
    """Text without accents and joined letters, in its own case."""
    if text.isascii():
        return text
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text).translate(_STROKES).translate(_JOINED)
    if _LATIN.search(apart):
        apart = apart.translate(_ALIKE)
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def _words(name: str) -> list[str]:
    """A name's words in order, the parts of each with a hyphen between: "Crabtree-Ireland" is "crabtree-ireland"."""
    folded = ("-".join(_WORD.findall(_plain(word).lower())) for word in name.split())
    return [word for word in folded if word]


def _whole(words: list[str], *, lone: bool = False, capital: bool = False, turned: bool = False) -> set[_Form]:
    letters, joints = "", set()
    for part in "-".join(words).split("-"):
        joints.add(len(letters))
        letters += part
    return {_Form(letters, frozenset(joints), lone, capital, turned)} if letters else set()


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is, and as it is written where there is no key for its letters: "Müller" is "Mueller"."""
    if name.isascii():
        return (name,)
    from desk.model.spellings import TWO_LETTERS  # few names need them

    return name, unicodedata.normalize("NFC", name).translate(TWO_LETTERS)


def _forms_of_person(name: str) -> set[_Form]:
    """Every way in which a person's name is searched for. "A studio executive" is a description, and none."""
    if len(name.split()) > 1 and name.split()[0].casefold() in _DESCRIBES:
        return set()
    if "," in name:
        last, _, first = name.partition(",")
        turned = f"{first} {last}" if not set(_words(first)) <= _SUFFIXES else last
        return _forms_of_person(turned.replace(",", " "))
    words = _words(name)
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    if len(words) < 2:
        return _alone(words)
    first, surname = words[0], words[-1:]
    given = words[:-1]
    while len(given) > 1 and given[-1] in _PARTICLES:
        surname, given = [given[-1], *surname], given[:-1]
    everyday = COMMON.issuperset(words)
    forms = _whole(words) | _whole([first, *surname])
    forms |= _whole([*surname, *given], turned=everyday) | _whole([*surname, first], turned=everyday)
    forms |= _alone(surname) | _alone(surname[-1:])
    halves = surname[-1].split("-")
    if len(halves) > 1:
        # One half of a double name does for it, where that is no other thing's.
        forms |= {
            form
            for half in {*halves, *_written_halves(name, surname[-1])}
            if len(half) > 3 and half not in _PLACES
            for form in _whole([half], lone=True, capital=True)
        }
    forms |= _whole([first[0], *surname], capital=True)
    forms |= _whole([*(word[0] for word in given), *surname], capital=True)
    parts = [part for word in words for part in word.split("-")]
    last = "".join(half[0] for half in halves)
    for letters in {
        first[0] + words[-1][0],
        first[0] + last,
        *("".join(one[0] for one in some) for some in (words, parts)),
    }:
        if letters not in _NOT_INITIALS:
            forms.add(_Form(letters, frozenset(range(1, len(letters))), initials=True))
        if letters not in _NOT_CAPITALS:
            forms.add(_Form(letters, frozenset(), capitals=True))
    return forms


def _written_halves(name: str, surname: str) -> list[str]:
    """The halves of a double name as its hyphen parts them: "Nuñez-O'Brien" is "nunez" and "obrien"."""
    written = next((_plain(word).lower() for word in name.split() if _words(word) == [surname]), surname)
    return ["".join(_WORD.findall(half)) for half in re.split("[-‐‑]", written)]


def _alone(words: list[str]) -> set[_Form]:
    """A surname, or a name of one word. Short ones and everyday words need their capital."""
    letters = "".join(words).replace("-", "")
    return _whole(words, lone=True, capital=len(letters) <= 3 or letters in COMMON)


def _stands(form: _Form, plain: str, words: list[tuple[int, int]], at: int) -> bool:
    """Whether the letters found from this word on are that form and not only like it."""
    start, end = words[at]
    if form.capitals:
        return end - start == len(form.letters) and plain[start:end].isupper()
    if (
        (form.capital or form.initials)
        and not _is_handle(plain, start, end)
        and not plain[start].isupper()
        and plain[start].lower() != plain[start].upper()
    ):
        return False
    length, last = 0, at
    while True:
        if form.turned and length in form.joints and not plain[words[last][0]].isupper():
            return False
        length += words[last][1] - words[last][0]
        if length >= len(form.letters):
            break
        gap = plain[words[last][1] : words[last + 1][0]]
        if form.initials and gap.strip() not in (".", ".-"):
            return False
        # Inside of a word only what splits one: a hyphen or apostrophe, the end of a line.
        if length not in form.joints and gap.strip() != gap and "\n" not in gap and gap[:1] not in _HYPHENS:
            return False
        last += 1
    end = words[last][1]
    over = length - len(form.letters)
    if form.initials:
        return over == 0 and plain[end : end + 1] == "." and plain[start:end].upper() == plain[start:end]
    if over and plain[end - over : end].lower() not in ("s", "es"):
        return False
    return not (form.lone and is_no_name(form.letters, plain, start, end))


def _is_handle(plain: str, start: int, end: int) -> bool:
    """Whether a word stands in an address or is what somebody is called online, where nobody writes capitals."""
    return plain[start - 1 : start] == "@" or plain[end : end + 1] == "@" or (start > 0 and plain[start - 1] == "/")
