"""Other spellings of a name that stand for the same one: without a key for its letters, from another script, with or without
a gap after "van" and "Mac".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desk.model.names.scripts import HAS_LATIN, HAS_SOUNDS, HAS_TWO, KANA, PLAIN, SOUNDS, TWO_LETTERS, latin_tables
from desk.model.names.tables import COMMON, GIVEN, GIVEN_SURNAMES, JOINED, SMALL

_SKY_ENDS = "sky ski skiy skii skij skyy skogo skomu skim skom skaya skaia skoi skoy skuyu skie".split()
_SKY = re.compile(r"(?:skiy|skii|skij|skyy|sky|ski|skaya|skaia)$")
_OVA = re.compile(r"(?<=ov|ev|in)a$")
_IY = re.compile(r"(?:iy|ii|yy|ij|y)$")
_UMLAUT = re.compile(r"([aou])e(?=[^aeiouy])|(a)a(?=[^aeiouy])")
_FIRST_LETTER = re.compile(r"[aou](?=[bcdfghjklmnpqrstvwxz])")
_GREEK_ENDS = ("is", "os", "as", "es", "ou", "a", "i")
_GREEK_SOUNDS = (("mp", "b"), ("b", "mp"), ("nt", "d"), ("d", "nt"), ("gk", "g"), ("g", "gk"))
_TWO_ALIKE = re.compile(r"([bcdfgklmnprstz])\1")
_ONE_FOR_TWO = re.compile(r"(?<=[aeiou])[lnprst](?=$|[aeiou])")
_TZ = re.compile(r"(?<=[lnr])tz$")
_Z = re.compile(r"(?<=[lnr])z$")
_LONG_VOWEL = r"([ou])u"
KNOWN = (COMMON, SMALL, GIVEN, GIVEN_SURNAMES)


def spellings(name: str) -> Iterator[tuple[str, bool]]:
    """A name as it is, as it is written where there is no key for its letters ("Müller" is "Mueller"), and in Latin
    letters; and whether its letters are its own.
    """
    yield name, True
    if name.isascii():
        return
    tables = [TWO_LETTERS] if re.search(HAS_TWO, name) else []
    tables += [SOUNDS] if re.search(HAS_SOUNDS, name) else []
    korean = _parted_korean(name)
    if re.search(HAS_LATIN, name):
        tables += latin_tables()
    seen = {name.translate(PLAIN)}
    for table in tables:
        if (spelt := korean.translate(table)) not in seen:
            seen.add(spelt)
            yield spelt, False
            if re.search(_LONG_VOWEL, spelt) and re.search(KANA, name):
                yield re.sub(_LONG_VOWEL, r"\1", spelt), False


def parted(words: list[str]) -> list[str]:
    """A surname with a gap after the article that it begins with: "Vanderberg" is "van der Berg" too."""
    if len(words) != 1 or "-" in words[0]:
        return words
    word = words[0]
    parts: list[str] = []
    for _ in range(2):
        start = next((one for one in JOINED if word.startswith(one) and len(word) - len(one) >= 4), "")
        if not start:
            break
        parts += [start[:3], start[3:]] if start.startswith("vand") else [start]
        word = word[len(start) :]
    return [*parts, word]


def respelt(letters: str) -> Iterable[str]:
    """Other spellings of a surname that stand for the same one."""
    if not letters.isascii():
        return ()
    found = {_UMLAUT.sub(lambda match: match[1] or match[2], letters)}
    if len(letters) >= 5:
        found |= {f"{letters[: at + 1]}e{letters[at + 1 :]}" for at in _first_vowels(letters)}
    if _SKY.search(letters):
        found |= {_SKY.sub(end, letters) for end in _SKY_ENDS}
    elif len(letters) > 5 and _IY.search(letters) and not letters.endswith(("ey", "ay", "oy")):
        found |= {_IY.sub(end, letters) for end in ("y", "iy", "ii")}
    elif _OVA.search(letters):
        found |= {letters[:-1] + end for end in ("oi", "oy", "u")}
    if letters.startswith(("e", "ye")) and len(letters) > 4:
        found.add(letters[1:] if letters[0] == "y" else f"y{letters}")
    if letters.endswith(_GREEK_ENDS):
        found |= {f"{other}{letters[len(one) :]}" for one, other in _GREEK_SOUNDS if letters.startswith(one)}
        if len(letters) > 5 and letters.endswith(("as", "is", "os")):
            found |= {letters[:-1], f"{letters[:-1]}u"}
    if letters.startswith("mc"):
        found.add(f"mac{letters[2:]}")
    elif letters.startswith("mac") and len(letters) > 5:
        found.add(f"mc{letters[3:]}")
    if letters.startswith("ch"):
        found |= {f"t{other}" for other in (letters, *found) if other.startswith("ch")}
    elif letters.startswith("tch"):
        found |= {other[1:] for other in (letters, *found) if other.startswith("tch")}
    return [
        other for other in found if len(other) > 3 and other != letters and not any(other in known for known in KNOWN)
    ]


def misspelt(words: list[str]) -> Iterable[list[str]]:
    """A surname and what belongs to it, with one letter for two and two for one, as it is often taken down by ear: "O'Neil" for O'Neill."""
    *before, word = words
    if not word.isascii():
        return []
    found = {word[: two.start()] + word[two.start() + 1 :] for two in _TWO_ALIKE.finditer(word)}
    found.add(_TWO_ALIKE.sub(r"\1", word))
    found |= {word[: one.end()] + word[one.start() :] for one in _ONE_FOR_TWO.finditer(word)}
    found |= {_TZ.sub("z", word), _Z.sub("tz", word)}
    spelt = {"".join((*before, other)).replace("-", ""): [*before, other] for other in found - {word}}
    return [
        other for letters, other in spelt.items() if len(letters) > 4 and not any(letters in known for known in KNOWN)
    ]


def _first_vowels(letters: str) -> list[int]:
    return [
        match.start()
        for match in _FIRST_LETTER.finditer(letters)
        if letters[match.start() - 1 : match.start()] not in tuple("aeiou")
    ][:2]


def _parted_korean(name: str) -> str:
    """A Korean name of one word with a gap between surname and first name."""
    return " ".join(
        f"{word[0]} {word[1:]}" if len(word) in (3, 4) and all("가" <= sign <= "힣" for sign in word) else word
        for word in name.split()
    )
