"""Whom a draft says a quotation is by. Read only where it says so plainly beside it: a name, and a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from desk.draft.quotations import Quotation, Read
from desk.model.apstyle import AP_MONTHS, MONTHS, WEEKDAYS
from desk.model.quoted import QuoteRecord
from desk.model.tokens import fold, initialisms, terms

_SAID = (
    r"(?:said|says|told|tells|added|adds|stated|states|wrote|writes|continued|tweeted|posted|argued|warned|insisted|"
    r"asked|explained|noted|declared|announced|replied|recalled|testified)\b"
)
_HELPED = rf"(?:(?:has|have|had|later|also|then|recently|once|previously|repeatedly)\s+){{0,2}}{_SAID}"
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w.&’'-]*)"
_NAME = (
    rf"{_CAPITAL}(?:\s+(?:(?:de|del|della|van|von|der|den|di|da|la|le|bin|al|of|the|and|&)\s+){{0,2}}{_CAPITAL}){{0,6}}"
)
#: What may stand between a name and its verb: the title, between commas.
_APART = r"(?:\s*,\s*[^,“”\"«»\n]{2,90},)?"
_LOWER = r"(?:(?!said\b)[a-zß-öø-ÿ][\w’'-]*\s+){0,4}"
_DAY = rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))})"
_AFTER = (
    re.compile(rf"\s*,?\s*{_HELPED}\s+(?!{_SAID}){_LOWER}(?P<name>{_NAME})"),
    re.compile(rf"\s*,?\s*(?:the\s+|The\s+)?(?P<name>{_NAME}){_APART}\s+{_HELPED}"),
    re.compile(rf"\s*,?\s*[Aa]ccording\s+to\s+(?:the\s+)?{_LOWER}(?P<name>{_NAME})"),
    re.compile(rf"\s*(?:—|–|--)\s*(?P<name>{_NAME})"),
)
_BEFORE = (
    re.compile(
        rf"(?:\A|[^\w])(?:the\s+|The\s+)?(?P<name>{_NAME}){_APART}\s+{_HELPED}(?:[^A-Z.!?“”\"«»\n]|{_DAY}\b\.?){{0,40}}?[,:]?\s*\Z"
    ),
    re.compile(rf"[Aa]ccording\s+to\s+(?:the\s+)?{_LOWER}(?P<name>{_NAME})\s*[,:]\s*\Z"),
    re.compile(rf"(?:\A|\n)\s*(?P<name>{_NAME})\s*:\s*\Z"),
)
#: Words with a capital that name nobody.
_NOBODY = frozenset(
    """
    he she they it i we you who the this that these those there one both a an but and so or if when then as at in on for
    with from after before while yet also still only even his her their its our my your no not yes what why how where
    according statement friday today tomorrow yesterday tonight now later here mr mrs ms
    """.split()
) | {word.casefold().rstrip(".") for word in (*MONTHS, *AP_MONTHS, *WEEKDAYS)}
#: How far beside a quotation is looked.
_NEAR = 160


def attributions(read: Read) -> list[tuple[str, ...]]:
    """For each quotation the names that the draft gives beside it, as it writes them; none where it does not say plainly."""
    found: list[tuple[str, ...]] = []
    quotations = read.quotations
    for number, one in enumerate(quotations):
        before = quotations[number - 1].end if number else 0
        after = quotations[number + 1].start if number + 1 < len(quotations) else len(read.shown)
        names = _beside(read.shown, one, before, after)
        if not names and number and quotations[number - 1].low == one.low and _goes_on(read.shown[before : one.start]):
            names = found[-1]
        found.append(names)
    return found


def _goes_on(between: str) -> bool:
    """Whether nothing but the end of a sentence stands between two quotations: “A,” Smith said. “B.”"""
    between = between.strip()
    return between.endswith(".") and "." not in between[:-1] and len(between) <= _NEAR


def _beside(shown: str, quotation: Quotation, before: int, after: int) -> tuple[str, ...]:
    if quotation.credit:
        found = re.match(_NAME, quotation.credit)
        return _names(found.group()) if found is not None else ()
    following = shown[quotation.end : min(after, quotation.high, quotation.end + _NEAR)]
    for pattern in _AFTER:
        if (match := pattern.match(following)) is not None and (names := _names(match["name"])):
            return names
    if quotation.block or quotation.start == quotation.low:
        # A block quote, or a quotation that begins its paragraph: the line before leads it in.
        lead = shown[max(before, quotation.low - _NEAR) : quotation.low].rstrip()
        preceding = lead if lead.endswith(":") else ""
    else:
        preceding = shown[max(before, quotation.low, quotation.start - _NEAR) : quotation.start]
    for pattern in _BEFORE:
        if (match := pattern.search(preceding)) is not None and (names := _names(match["name"])):
            return names
    return ()


def _names(found: str) -> tuple[str, ...]:
    """The names of one or several people or parties in a run of words with capitals."""
    names = []
    for part in re.split(r"\s+(?:and|&)\s+(?=\S+\s|\S+\Z)", " ".join(found.split())):
        words = part.strip(" ,.’'").removesuffix("’s").removesuffix("'s").split()
        while words and words[0].casefold().rstrip(".") in _NOBODY:
            del words[0]
        if words and not any(word.casefold() in _NOBODY for word in words[-1:]):
            names.append(" ".join(words))
    return tuple(names)


class Known:
    """The names by which the desk knows those who speak."""

    def __init__(self, parties: Iterable[Iterable[str]] = ()) -> None:
        """`parties` has every name of each party."""
        self._parties: Mapping[str, frozenset[str]] = {}
        found: dict[str, frozenset[str]] = {}
        for names in parties:
            every = frozenset(_folded(name) for name in _with_short(names))
            found.update((name, every) for name in every)
        self._parties = found

    def fits(self, said: Iterable[str], record: QuoteRecord) -> bool:
        """Whether one of the names that a draft gives may be one of the quote's speakers, or the party of one."""
        whose = [one.name for one in record.quote.speakers] + list(record.known_as)
        parties = {_folded(one.party) for one in record.quote.speakers if one.party}
        parties |= {_folded(one.name) for one in record.quote.speakers if one.party_id is not None}
        parties |= {other for name in tuple(parties) for other in self._parties.get(name, ())}
        full = {_folded(name) for name in _with_short(whose)}
        return any(
            _folded(name) in full or _folded(name) in parties or any(_is_them(name, one) for one in whose)
            for name in said
        )


def _with_short(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        if name:
            yield name
            yield from initialisms(name)


def _folded(name: str) -> str:
    return " ".join(terms(name.removesuffix("’s").removesuffix("'s")))


def _is_them(named: str, known: str) -> bool:
    """Whether a name as the draft writes it is that of a person: by surname, and by first name where both have one.

    Titles and organisations may stand before it: "SAG-AFTRA President Sean Astin".
    """
    theirs = [fold(word) for word in known.replace(".", " ").split()]
    ours = [fold(word) for word in named.replace(".", " ").split()]
    theirs, ours = [word for word in theirs if word], [word for word in ours if word]
    if not theirs or not ours or theirs[-1] != ours[-1]:
        return False
    if len(theirs) == 1 or len(ours) == 1:
        return True
    first, given = theirs[0], ours[-len(theirs) :][0] if len(ours) >= len(theirs) else ours[0]
    return given == first or first in ours or ours[-2] == first or (len(ours[-2]) == 1 and first.startswith(ours[-2]))
