"""Every way in which somebody's name is written and searched for: in order and turned round, by its surname alone, with
initials, in other scripts and spellings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desk.model.frozen import frozen
from desk.model.names.readings import WORD, plain_words
from desk.model.names.respelling import KNOWN, misspelt, parted, respelt, spellings
from desk.model.names.scripts import (
    HAN,
    PLAIN,
    UNSPACED,
    latin_tables,
    stem,
)
from desk.model.names.tables import (
    COMMON,
    DESCRIPTIONS,
    FIRST_SURNAMES,
    GIVEN,
    GIVEN_SURNAMES,
    NOT_CAPITALS,
    NOT_INITIALS,
    PARTICLES,
    SMALL,
)
from desk.model.names.titles import HONORIFICS, SUFFIXES

# Halves of double names that are places.
_PLACES = frozenset("ireland england france holland israel jordan london scotland wales york".split())
# What a description begins with.
_DESCRIBES = frozenset("a an another any my one our some somebody someone her his their the this that".split())
_SURE_DESCRIPTIONS = frozenset({"somebody", "someone"})
# How Chinese, Korean, Vietnamese and Japanese names sound in Latin letters.
_EASTERN = (
    r"(?:(?:[bcdfghjklmnpqrstvwxyz]|ch|sh|zh|ng|nh|ph|th|tr|kh|qu|gi|gh|ts|hw|gw|kw|kk|jj|ss|[kgnmrhbpj]y)?[aeiouwy]{1,3}"
    r"(?:ng|nh|ch|[nmklpth](?![aeiouwy]))?){1,5}"
)
_NICKNAME = r"\s[\"“„(«]([^\"”“»)]+)[\"”“»)]"
# "MC Hammer" and "JK Rowling" are written with periods too.
_STAGE_NAME = re.compile(r"([A-Z])([A-Z])\s+(\S.*)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Of a Chinese or Korean surname alone there is no telling, but before one of these; and of two signs which are one.
_CALLED = "先生 女士 小姐 太太 夫人 氏 总 老师 教授 主席 委员 律师 さん 様 君 くん ちゃん".split()
_CALLED_KOREAN = "씨 님 선생 기자 의원 대표 위원 위원장 교수 사장 이사 국장 전무 부장 회장 변호사".split()
_THAI_TITLE = re.compile("^(?:นางสาว|นาย|นาง|คุณ|ดร\\.)(?=...)")
_FAMILIAR = "老小阿"
_TWO_SIGNS = frozenset("欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐".split())


@frozen
class Form:
    """One way to write a name: its letters without anything between, where in them a gap may stand, what it needs.

    `lone` is a single word, which somebody else who may be named can share; `capital` must begin with one; `turned` must
    have one at each word, being the name's everyday words turned round ("the price will rise" is not Will Price), and
    `everyday` where it is not clear that a name stands there; `titled` must stand after "Mr." or the like;
    `initials` must be capitals with a period after each; `capitals` must be one word of nothing else; `address` is
    looked for in addresses alone. `stem` has no plural, and is what stays of a name whose end changes with its sentence.
    """

    letters: str
    joints: frozenset[int]
    lone: bool = False
    capital: bool = False
    turned: bool = False
    everyday: bool = False
    titled: bool = False
    initials: bool = False
    capitals: bool = False
    address: bool = False
    stem: bool = False


def words_of(name: str) -> list[str]:
    """A name's words in order, the parts of each with a hyphen between: "Crabtree-Ireland" is "crabtree-ireland"."""
    folded = ("-".join(WORD.findall(plain_words(word).lower())) for word in name.split())
    return [word for word in folded if word]


def whole(words: list[str], **needs: bool) -> set[Form]:
    """The words as one, with gaps where they have some."""
    letters, joints = "", set()
    for part in "-".join(words).split("-"):
        joints.add(len(letters))
        letters += part
    return {Form(letters, frozenset(joints), **needs)} if letters else set()


@lru_cache(maxsize=2048)
def forms_of_person(name: str) -> frozenset[Form]:
    """Every way in which a person's name is searched for. "A studio executive" is a description, and none."""
    if _describes(name):
        return frozenset()
    name = name.replace("、", ",").replace("，", ",").replace("・", " ").replace("·", " ")
    forms: set[Form] = set()
    if nickname := re.search(_NICKNAME, name):
        without = re.sub(_NICKNAME, " ", name)
        if len(without.split()) > 1:
            forms |= forms_of_person(without) | forms_of_person(f"{nickname[1]} {without.split()[-1]}")
    if (stage := _STAGE_NAME.fullmatch(name)) and not stage[3].isupper():
        forms |= forms_of_person(f"{stage[1]}. {stage[2]}. {stage[3]}")
    if "," in name:
        last, _, first = name.partition(",")
        turned = f"{first} {last}" if not set(words_of(first)) <= SUFFIXES else last
        return forms_of_person(turned.replace(",", " ")).union(forms)
    if not name.isascii() and re.search(UNSPACED, name):
        forms |= _unspaced(name)
    for spelt, own in spellings(name):
        forms |= _in_order(spelt, own=own)
    return frozenset(forms)


def _describes(name: str) -> bool:
    """Return True for what somebody is called who is not named: "a studio executive", and not "A Smith" or "An Nguyen"."""
    words = re.findall(r"[^\s,.;:()\"“”]+", name)
    first = words[0].casefold() if words else ""
    if len(words) < 2 or first not in _DESCRIBES:
        return False
    last = words[-1].casefold()
    if last.removesuffix("s") in DESCRIPTIONS or words[1].casefold() in ("of", "who", "close", "familiar"):
        return True
    if first == "the":
        return False
    if first in _SURE_DESCRIPTIONS:
        return True
    small = [word for word in words[1:] if word[0].islower() and word.casefold() not in PARTICLES]
    return bool(small) and not (len(words) == 2 and (last in FIRST_SURNAMES or last in GIVEN))


def _in_order(name: str, *, own: bool) -> set[Form]:
    """The forms of a name in one spelling."""
    # A capital inside of a word begins a part of it: "MacDonald", "DeVito".
    name = " ".join(_CAMEL.sub("-", word) if not word.isupper() else word for word in name.split())
    words = words_of(name)
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    if not words:
        return set()
    # An article that is one with its name: "al-Masri".
    articled = [word for word in words[:-1] if _is_article(word)]
    words = [part for word in words for part in ([*word.split("-", 1)] if _is_article(word) else [word])]
    if len(words) < 2:
        return _alone(words)
    if all(word in PARTICLES for word in words[:-1]):
        forms = _alone(words) | whole([*words[-1:], *words[:-1]])
        return forms if words[-2] in ("mac", "mc") else forms | _alone(words[-1:])
    surname, given = words[-1:], words[:-1]
    while len(given) > 1 and given[-1] in PARTICLES:
        surname, given = [given[-1], *surname], given[:-1]
    first = given[0]
    everyday = everyday_words(words)
    forms = whole(words, everyday=everyday) | whole([first, *surname], everyday=everyday)
    forms |= whole([*surname, *given], turned=everyday) | whole([*surname, first], turned=everyday)
    forms |= _alone(surname)
    for word in articled:
        forms |= _alone([word])
    if len(surname) > 1:
        forms |= whole([first, surname[-1]], everyday=everyday)
        forms |= _alone(surname[-1:]) if surname[-2] not in ("mac", "mc") else set()
    forms |= _halves(surname[-1], name)
    forms |= _by_other_words(words, given, surname)
    forms |= _initialled(words, given, surname) if own else set()
    return forms


def everyday_words(words: list[str]) -> bool:
    """Return True if a name is made of everyday words alone."""
    return all(part in COMMON or part in SMALL for word in words for part in word.split("-"))


def _is_article(word: str) -> bool:
    first, _, rest = word.partition("-")
    return first in PARTICLES and len(rest) > 2


def _by_other_words(words: list[str], given: list[str], surname: list[str]) -> set[Form]:
    """A name by a word of it that is not its last: of two surnames the first, one that stands first, a rare first name;
    and by any word after "Mr.".
    """
    forms: set[Form] = set()
    eastern = given[0] in FIRST_SURNAMES and all(
        part in FIRST_SURNAMES or re.fullmatch(_EASTERN, part) for word in words[1:] for part in word.split("-")
    )
    for at, word in enumerate(given):
        parts = word.split("-")
        letters = "".join(parts)
        if len(letters) < 2 or word in PARTICLES:
            continue
        forms |= whole([word], lone=True, capital=True, titled=True)
        shared = (
            letters in GIVEN or letters in SMALL or all(part in GIVEN for part in parts) or _given_elsewhere(letters)
        )
        if at == 0 and eastern:
            forms |= _alone([word])
        elif not shared and not (at == 0 and (letters in COMMON or letters in GIVEN_SURNAMES or len(letters) < 4)):
            forms |= _alone([word])
            if at > 0:
                forms |= whole([given[0][0], word], address=True)
                forms |= whole([given[at - 1], word], lone=True) if given[at - 1] in PARTICLES else set()
                known = everyday_words([given[0], word])
                forms |= whole([given[0], word], capital=True, turned=known)
                forms |= whole([word, *surname], capital=True, turned=everyday_words([word, *surname]))
        elif at > 1 and at == len(given) - 1 and len(surname) > 1:
            # Who has two names before "Lula da Silva" goes by what stands last before the article.
            forms |= whole([word], lone=True, capital=True)
    return forms


def _given_elsewhere(letters: str) -> bool:
    return not letters.isascii() and any(letters.translate(table) in GIVEN for table in latin_tables())


def _halves(word: str, name: str) -> set[Form]:
    """One half of a double name does for it, where that is no other thing's."""
    halves = word.split("-")
    if len(halves) < 2:
        return set()
    written = next((plain_words(one).lower() for one in name.split() if words_of(one) == [word]), word)
    both = {*halves, *("".join(WORD.findall(half)) for half in re.split("[-‐‑]", written))}
    forms: set[Form] = set()
    for half in both:
        if len(half) > 3 and half not in _PLACES:
            forms |= whole([half], lone=True, capital=True)
            if not any(half in known for known in KNOWN):
                forms |= whole([half], lone=True, stem=True)
    return forms


def _initialled(words: list[str], given: list[str], surname: list[str]) -> set[Form]:
    first, halves = given[0], words[-1].split("-")
    if not all(word[0].lower() != word[0].upper() for word in words):
        return set()
    everyday = surname[-1] in COMMON or surname[-1] in SMALL
    forms = whole([first[0], *surname], capital=True, turned=everyday)
    forms |= whole([*(word[0] for word in given), *surname], capital=True, turned=everyday)
    forms |= whole([*surname, first[0]], address=True)
    forms |= whole([surname[-1], first[0]], address=True) | whole([first[0], surname[-1]], address=True)
    parts = [part for word in words for part in word.split("-")]
    for letters in {
        first[0] + words[-1][0],
        first[0] + "".join(half[0] for half in halves),
        *("".join(one[0] for one in some) for some in (words, parts)),
    }:
        if letters not in NOT_INITIALS:
            forms.add(Form(letters, frozenset(range(1, len(letters))), initials=True))
        if letters not in NOT_CAPITALS:
            forms.add(Form(letters, frozenset(), capitals=True))
    return forms


def _alone(words: list[str]) -> set[Form]:
    """A surname, or a name of one word. Short ones and everyday words need their capital."""
    letters = "".join(words).replace("-", "")
    if not letters or (len(letters) == 1 and letters.lower() != letters.upper()):
        return set()
    capital = len(letters) <= 3 or letters in COMMON or letters in SMALL
    forms = whole(parted(words), lone=True, capital=capital)
    for other in respelt(letters):
        forms |= whole(parted([other]), lone=True, capital=len(other) <= 3)
    for spelt in misspelt(words):
        forms |= whole(parted(spelt), lone=True, capital=True)
    if (kept := stem(letters)) is not None and len(words) == 1:
        # "For al-…" is written with one letter less than "al-…".
        kept_forms = {kept, f"لل{kept[2:]}"} if kept.startswith("ال") else {kept}
        forms |= {Form(one, frozenset({0}), lone=True, stem=True) for one in kept_forms if len(one) > 2}
    return forms


def _unspaced(name: str) -> set[Form]:
    """The forms of a name in a script without spaces, which are found wherever their letters are."""
    words = [_THAI_TITLE.sub("", word) for word in name.split()]
    found = {"".join(words)}
    if len(words) > 1:
        found |= {word for word in words if len(word) > 1}
        found.add("".join(reversed(words)) if len(words) == 2 else "")
    word = words[0].translate(PLAIN) if re.search(HAN, words[0]) else words[0]
    korean = all("가" <= sign <= "힣" for sign in word)
    signs = all(re.match(HAN, sign) for sign in word)
    surname = word
    if len(words) == 1 and (korean or signs) and len(word) > 1:
        surname = word[:2] if word[:2] in _TWO_SIGNS or (signs and len(word) > 3) else word[:1]
        rest = word[len(surname) :]
        found |= {part for part in (surname, rest) if len(part) > 1}
        if signs and len(word) == 3:
            found.add(word[:2])
    if len(surname) == 1:
        found |= {surname + called for called in (_CALLED_KOREAN if korean else _CALLED)}
        found |= set() if korean else {sign + surname for sign in _FAMILIAR}
    return {
        Form(letters, frozenset({0}), lone=letters != "".join(words_of(name)))
        for text in found
        if len(letters := "".join(words_of(text)).replace("-", "")) > 1 and re.search(UNSPACED, letters)
    }
