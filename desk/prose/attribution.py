"""Whom a draft says a quotation is by: read where it says so plainly beside it. The words for it are in `cues`.

Pure: a text with its quotations in, for each of them the names and whether anybody is said to have said it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from desk.model.dates.apstyle import AP_MONTHS, MONTHS, WEEKDAYS
from desk.model.frozen import frozen
from desk.model.quotes.quotes import QuoteRecord
from desk.model.wording.tokens import fold, initialisms, terms
from desk.prose.cues import (
    CALLING,
    DEEDS,
    HELPING,
    HONORIFICS,
    PRONOUNS,
    SAID,
    SAYING_STILL,
    SOMEBODY,
    TITLES,
    WORDS,
    cued,
    uncued,
)
from desk.prose.quotations import Quotation, Read

_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w.&’'-]*)"
_NAME = (
    rf"{_CAPITAL}(?:\s+(?:(?:de|del|della|van|von|der|den|di|da|la|le|bin|al|of|the|and|&)\s+){{0,2}}{_CAPITAL}){{0,6}}"
)
_N = rf"(?P<name>{_NAME})"
#: What may stand between a name and its verb: title and age between commas, an organisation in brackets.
_WITHIN = r"(?:[^,“”\"«»\n.!?]|\.(?!\s+[^\W\d_a-z]))"
_APART = rf"(?:\s*\([^()\n]{{1,80}}\))?(?:\s*,\s*(?P<apart>{_WITHIN}{{1,90}}(?:,{_WITHIN}{{1,60}}){{0,2}}),)?"
#: Words without capitals before a name: said [a visibly tired] Hessinger.
_LOWER = (
    r"(?:(?!(?:said|that|who|when|while|as|after|before|because|if|and|but|he|she|they)\b)[a-zß-öø-ÿ][\w’'-]*\s+){0,6}"
)
_FEW = r"(?:(?!(?:said|that|who|when|while|as|after|before|because|if|and|but|he|she|they|or|in|on|at|to|by)\b)[a-zß-öø-ÿ][\w’'-]*\s+)"
_LED = (
    rf"(?:(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)\s+{_LOWER})|{_FEW}{{1,3}})?"
    # The Trump lawyer Marc Kasowitz, Obama’s former strategist David Axelrod.
    rf"(?:{_NAME}\s+{_FEW}{{1,4}})?"
)
#: What stands right behind a quotation: a footnote's star, a comma, a dash.
_LEAD = r"[*†‡]?\s*,?\s*(?:(?:—|–|--)\s*)?"
#: After the verb: to whom, where and when, or what was said, up to the marks.
#: What is written short, by its length: a look behind has one length.
_SHORT = tuple(
    "|".join(sorted(word.capitalize() for word in HONORIFICS | {"jr", "sr", "st"} if len(word) == length))
    for length in (2, 3, 4)
)
_MONTH = "Jan|Feb|Aug|Oct|Nov|Dec"
_AFTER_SHORT = "|".join(rf"(?<=\b(?:{words})\.)" for words in _SHORT)
_TAIL = rf"(?:[^.!?“”\"«»\n]|\.(?:(?=[a-z0-9])|(?<=[A-Z]\.)|{_AFTER_SHORT}|(?<=(?:{_MONTH})\.))){{0,140}}?"
_END = r"[,:—]?\s*\Z"
_START = (
    r"(?:\A|[.!?][\"”’]?\s+|\n)\s*(?:(?:But|And|Then|Later|Still|Yet|Or|So|Now|Today|Earlier|Also|Meanwhile),?\s+)?"
)
_READ = r"(?:\s+.?(?:was|is|were|are|read|reads|said|says|began|begins|ended|went|goes|called|that|which)\b)"
_READS = (
    rf"{_READ}?"
    r"(?:\s+(?:that|simple|clear|blunt|short|brief|this|as\s+follows|part|in)){0,3}"
)
_FROM = (
    r"(?:[Aa]ccording\s+to|[Pp]er|[Ii]n\s+the\s+(?:\w+\s+)?words\s+of|[Tt]o\s+quote|[Qq]uoting|(?:words\s+|a\s+quote\s+)?"
    r"attributed\s+to|as\s+(?:told|said|put|quoted)\s+by|(?:said|spoken|written|uttered)\s+by)"
)
_QUOTED_BY = rf"{_LOWER}{_N}"
_SAYS = rf"{HELPING}{SAID}(?!\w)"

#: Right behind a quotation.
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}{_LED}{_N}{_APART}\s+{_SAYS}",
        rf"{_LEAD}{_FROM}\s+(?:(?:[^.!?“”\"\n]){{0,60}}?\b(?:from|by|of)\s+)?{_LED}{_LOWER}{_N}",
        rf"{_LEAD}(?:is|was|were)?\s*(?:how|what|as)\s+{_LED}{_N}{_APART}\s+{HELPING}(?:{SAID}|{CALLING}|put|saw|has|would)\b",
        rf"{_LEAD}in\s+{_LED}{_N}[’']s?\s+(?:\w+\s+)?(?:words|phrase|view|telling|opinion)\b",
        # The general secretary, Hessinger, said.
        rf"{_LEAD}(?:the|a|an|its|their|his|her|our)\s+(?:[a-z’'-]+\s+){{0,5}}?[a-z’'-]+,\s+{_N},\s+{_SAYS}",
        rf"\s*\(\s*{_N}\s*(?:,[^()\n]{{1,60}})?\)",
        rf"\s*[:,]\s*{_N}\s*\Z",
        rf"{_LEAD}(?:is|was|were|read|reads)\s+{_LED}{_N}[’']s?\s+(?:[a-z-]+\s+){{0,3}}{WORDS}\b",
    )
)
#: The verb first. Where no comma ends the words, only the plainest verbs are one: “Rudy” offers Astin a way out.
_INVERTED = re.compile(rf"{_LEAD}{_SAYS}\s+(?!{SAID}\b){_LOWER}{_N}")
_INVERTED_PLAIN = re.compile(rf"{_LEAD}.(?:said|says|wrote|writes|added|adds)\s+{_LOWER}{_N}")
_DASH = re.compile(rf"\s*(?:—|–|--|-|―)\s*{_N}(?=\s*(?:[,(.“\n]|\Z))")
_BY = re.compile(rf"\s*,?\s*(?:\w+\s+)?by\s+{_LED}{_N}")
_CALLED = re.compile(rf"{CALLING}(?:\s+(?:it|him|her|them|the\s+\w+))?(?:\s+as)?(?:\s+an?)?\s*\Z")

#: Before a quotation, up to its opening mark.
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\A|[^\w’']){_LED}{_N}{_APART}\s+{_SAYS}{_TAIL}{_END}",
        rf"(?:\A|[^\w’']){_LED}{_N}{_APART}\s+{HELPING}{CALLING}\b{_TAIL}{_END}",
        rf"{_FROM}\s+{_LED}{_LOWER}{_N}{_APART}\s*[,:]\s*\Z",
        rf"\b[Aa]s\s+{_LED}{_N}{_APART}\s+{HELPING}(?:{SAID}|put|has|would)\b{_TAIL}[,:]\s*\Z",
        rf"\b[Ii]n\s+{_LED}{_N}[’']s?\s+(?:\w+\s+)?(?:words|phrase|view|telling|opinion)\s*[,:]?\s*\Z",
        rf"{_START}{SAID}\s+{_LOWER}{_N}{_APART}{_TAIL}[,:]\s*\Z",
        rf"(?:\A|[\n\t])[*\s]*{_N}(?:\s+(?:to|on|at|in|after|tells)\s+[^:“”\n]{{1,60}}|\s*\([^()\n]{{1,60}}\)|\s*,[^:“”.\n]{{1,60}})?\s*:\s*\Z",
        rf"(?:\A|\t)\s*{_N}\s*\t\s*\Z",
        rf"(?:\A|\n)\s*{_N}\s*[—–]\s*\Z",
        rf"\b{_N}[’']s?\s+(?:[a-z-]+\s+){{0,3}}{WORDS}\?\s*\Z",
        rf"\b{_N}\s+took\s+to\s+[^:“”\n]{{1,40}}:\s*\Z",
        rf"\b{_N}[’']s?\s+(?:[a-z-]+\s+){{0,3}}{WORDS}(?:\s+(?:to|on|in|from|of|for)\s+[^“”.!?:\n]{{1,60}}?)?(?:{_READ}|(?=\s*:)){_READS}\s*{_END}",
        rf"\b{WORDS}\s+(?:from|by|of|signed\s+by|attributed\s+to)\s+{_LED}{_N}{_APART}{_READS}\s*{_END}",
        rf"{_START}{_LED}{_N}{_APART}\s+[^:A-Z“”\n]{{2,80}}:\s*\Z",
        rf"{_START}(?:[A-Z][a-z]+(?:\s+[^,“”.\n]{{1,40}})?,\s+)?{_LED}{_N}{_APART}[\s,][^.!?“”\n]{{0,140}}?{SAYING_STILL}\b{_TAIL}{_END}",
    )
)
#: A paragraph under a block quote that only says whose it is: Astin wrote.
_UNDER = re.compile(rf"{_LED}{_N}{_APART}\s+{_SAYS}[^.!?“”\"]{{0,40}}\.?")
_DEEDS = re.compile(rf"\b(?:{'|'.join(sorted(DEEDS))})\b[^,:]*\Z")
#: The same where nobody is named.
_SOMEBODY_AFTER = (
    re.compile(
        rf"{_LEAD}(?:{PRONOUNS}|{SOMEBODY}|(?:the|a|an|one|two|his|her|their|its|our)\s+(?:[a-z’'-]+\s+){{1,5}}?){_APART}\s*{_SAYS}"
    ),
    re.compile(rf"{_LEAD}{_SAYS}\s+(?:{PRONOUNS}|{SOMEBODY})\b"),
    re.compile(rf"{_LEAD}{_FROM}\b"),
)
_SOMEBODY_BEFORE = (
    re.compile(rf"\b(?:{PRONOUNS}|{SOMEBODY}){_APART}\s+{HELPING}(?:{SAID}|{CALLING})\b{_TAIL}{_END}"),
    re.compile(rf"(?:.(?:said|says|added|told\s+\w+)|{SAYING_STILL})(?:\s+that)?\s*{_END}"),
    re.compile(rf"{_FROM}\s+[^“”.!?\n]{{1,80}}[,:]\s*\Z"),
)
#: Words with a capital that name nobody.
_NOBODY = frozenset(
    """
    he she they it i we you who the this that these those there one both a an but and so or if when then as at in on for
    with from after before while yet also still only even his her their its our my your no not yes what why how where
    according statement friday today tomorrow yesterday tonight now later here mr mrs ms many most few several some all
    nobody everyone everybody somebody someone others another each every under about over since during because although
    though once until inside outside asked told meanwhile instead however earlier once said says
    """.split()
) | {word.casefold().rstrip(".") for word in (*MONTHS, *AP_MONTHS, *WEEKDAYS)}
#: Stands for whoever said it where that cannot be told for sure.
_SOMEBODY = ("",)
#: How far beside a quotation is looked, and before it for the one whose words go on.
_NEAR, _FAR = 180, 280
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-Z])" + "".join(rf"(?<!\b(?:{words}))" for words in _SHORT) + r"[.!?](?=\s|\Z)")
_COMMA_LIKE = (",", "?", "!", "—", "–", "…", "-")


@frozen
class Attribution:
    """Whom a draft gives a quotation to: names as it writes them, and whether it gives it to anybody at all."""

    names: tuple[str, ...] = ()
    said: bool = False


def attributions(read: Read, named: Collection[str] = ()) -> list[Attribution]:
    """For each quotation whose the draft says it is. `named` are the terms of names that are known, by which a capital
    that begins a sentence is told from a name.
    """
    found: list[Attribution] = []
    quotations = read.quotations
    for number, one in enumerate(quotations):
        before = quotations[number - 1].end if number else 0
        after = quotations[number + 1].start if number + 1 < len(quotations) else len(read.shown)
        whose = _beside(read, one, before, after, named)
        if not whose.names and number and quotations[number - 1].low == one.low:
            between = read.shown[before : one.start]
            if _goes_on(between):
                whose = found[-1]
        found.append(whose)
    return found


def _goes_on(between: str) -> bool:
    """Return True if nothing but the end of a sentence stands between two quotations: “A,” Smith said. “B.”"""
    between = between.strip()
    return between.endswith(".") and len(between) <= _FAR and not _ENDS_SENTENCE.search(between[:-1])


def _beside(read: Read, quotation: Quotation, before: int, after: int, named: Collection[str]) -> Attribution:
    shown = read.shown
    if quotation.credit:
        found = re.search(_NAME, quotation.credit)
        return Attribution(_names(found.group()) if found is not None else (), said=True)
    if quotation.unmarked:
        return Attribution()
    following = cued(shown[quotation.end : min(after, quotation.high, quotation.end + _NEAR)])
    preceding = cued(_preceding(shown, quotation, before))
    behind = _behind(shown, quotation, following, preceding, named)
    in_front = _in_front(shown, preceding, named)
    # Where the words end a sentence, what follows begins another, unless nothing stood before.
    first, second = (behind, in_front) if _goes_on_behind(quotation, following, preceding) else (in_front, behind)
    said = False
    for names in chain(first, second):
        if names is _SOMEBODY:
            said = True
        elif names:
            return Attribution(names, said=True)
    if quotation.block and (below := _below(read, quotation, named)):
        return Attribution(below, said=True)
    return Attribution((), said=said or _by_somebody(quotation, following, preceding))


def _preceding(shown: str, quotation: Quotation, before: int) -> str:
    if quotation.block or quotation.start == quotation.low:
        # A block quote, or a quotation that begins its paragraph: the line before leads it in.
        lead = shown[max(before, quotation.low - _NEAR) : quotation.low].rstrip()
        return lead if lead.endswith(":") else ""
    return shown[max(before, quotation.low, quotation.start - _FAR) : quotation.start]


def _goes_on_behind(quotation: Quotation, following: str, preceding: str) -> bool:
    """Return True if the sentence goes on after a quotation, so that whose it is may be said there."""
    if quotation.words.rstrip("’'").endswith((".", "?", "!")) and preceding.rstrip().endswith((",", ":", "that")):
        return False
    return _ends_like_speech(quotation, following)


def _ends_like_speech(quotation: Quotation, following: str) -> bool:
    return quotation.words.rstrip("’'").endswith(_COMMA_LIKE) or following.lstrip("*†‡ ").startswith(
        (",", "—", "–", "--")
    )


def _behind(
    shown: str, quotation: Quotation, following: str, preceding: str, named: Collection[str]
) -> Iterator[tuple[str, ...]]:
    goes_on = _ends_like_speech(quotation, following)
    for pattern in (_INVERTED if goes_on else _INVERTED_PLAIN, *_AFTER, _DASH):
        if (match := pattern.match(following)) is None or match["name"].endswith(("’s", "'s")):
            continue
        names = _with_apart(match)
        # After words that end a sentence another begins, perhaps of somebody who is not named in it.
        if goes_on or not _is_doubtful(names, shown, named):
            yield names
        elif match.group().lstrip().startswith(":"):
            yield _SOMEBODY  # a headline: ‘No deal’: Obi
    if (match := _BY.match(following)) is not None and _CALLED.search(preceding):
        yield _names(match["name"])


def _is_doubtful(names: tuple[str, ...], shown: str, named: Collection[str]) -> bool:
    """Return True if a name that begins a sentence may be any word there."""
    return len(names) == 1 and " " not in names[0] and not _is_known(names[0], shown, named)


def _with_apart(match: re.Match[str]) -> tuple[str, ...]:
    """The names of a match; after "a spokesman for Y" the name that stands beside it as well."""
    names = _names(match["name"])
    apart = match.groupdict().get("apart") or ""
    if re.search(r"\bspokes\w+\s+for\b", match.group()) and re.fullmatch(_NAME, apart.strip()):
        return (*names, *_names(apart.strip()))
    return names


def _in_front(shown: str, preceding: str, named: Collection[str]) -> Iterator[tuple[str, ...]]:
    found: list[tuple[int, tuple[str, ...]]] = []
    for number, pattern in enumerate(_BEFORE):
        match = _nearest(pattern, preceding)
        if match is None or (number == 0 and _DEEDS.search(preceding[match.end("name") :])):
            continue
        names = _with_apart(match)
        start = match.start("name")
        if _begins_sentence(preceding, start) and _is_doubtful(names, shown, named):
            names = _SOMEBODY  # a name that nobody knows, or any word: somebody said it
        found.append((match.end("name"), names))
    # The name that stands nearest is whose it is.
    for _, names in sorted(found, key=lambda each: -each[0]):
        yield names


def _nearest(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match whose name stands nearest to the end."""
    nearest, match = None, pattern.search(text)
    while match is not None:
        # Mr. Obama’s remarks: what is his says nothing.
        nearest = match if not match["name"].endswith(("’s", "'s")) else nearest
        match = pattern.search(text, match.end("name"))
    return nearest


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in '.!?”"\n'


def _is_known(word: str, shown: str, named: Collection[str]) -> bool:
    """Return True if a single capitalised word that begins a sentence is a name: known, in capitals, or such in mid-sentence too."""
    if any(term in named for term in terms(word)) or (len(word) > 1 and sum(c.isupper() for c in word) > 1):
        return True
    return re.search(rf"[a-z,]\s+{re.escape(word)}\b|\b{re.escape(word)},\s", shown) is not None


def _below(read: Read, quotation: Quotation, named: Collection[str]) -> tuple[str, ...]:
    """Who is said to have said a block quote in a short paragraph right under it."""
    under = next((block for block in read.blocks if block.start >= quotation.high), None)
    text = cued(read.shown[under.start : under.end]) if under is not None and not under.quoted else ""
    names = _names(match["name"]) if len(text) <= _NEAR and (match := _UNDER.fullmatch(text)) is not None else ()
    return () if _is_doubtful(names, read.shown, named) else names


def _by_somebody(quotation: Quotation, following: str, preceding: str) -> bool:
    if _ends_like_speech(quotation, following) and any(one.match(following) for one in _SOMEBODY_AFTER):
        return True
    matches = (one.search(preceding) for one in _SOMEBODY_BEFORE)
    return any(match is not None and not _DEEDS.search(match.group()) for match in matches)


def _names(found: str) -> tuple[str, ...]:
    """The names of one or several people or parties in a run of words with capitals."""
    names = []
    found = uncued(found)
    for part in re.split(r"\s+(?:and|&)\s+(?=\S+\s|\S+\Z)", " ".join(found.split())):
        # The AMPTP’s Hessinger: whose he is stands before it.
        part = re.split(r"[’']s\s+", part)[-1]
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
        self._words = frozenset(term for name in found for term in name.split())

    def fits(self, said: Iterable[str], record: QuoteRecord) -> bool:
        """Return True if one of the names that a draft gives may be one of the quote's speakers, or the party of one."""
        whose = [one.name for one in record.quote.speakers] + list(record.known_as)
        parties = {_folded(one.party) for one in record.quote.speakers if one.party}
        parties |= {_folded(one.name) for one in record.quote.speakers if one.party_id is not None}
        parties |= {other for name in tuple(parties) for other in self._parties.get(name, ())}
        full = {_folded(name) for name in _with_short(whose)}
        return any(
            _folded(name) in full or _folded(name) in parties or any(_is_them(name, one, self._words) for one in whose)
            for name in said
        )


def _with_short(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        if name:
            yield name
            yield from initialisms(name)


def _folded(name: str) -> str:
    return " ".join(terms(name.removesuffix("’s").removesuffix("'s")))


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"})
#: So many letters of a first name tell that one is short for the other.
_SHORT_FOR = 3


#: What may stand before a surname and is no first name, a party's short name too: Democrat Jane Roe.
_BEFORE_SURNAMES = TITLES | frozenset("democrat republican union guild labor labour democratic".split())


def _is_them(named: str, known: str, organisations: Collection[str] = ()) -> bool:
    """Return True if a name as the draft writes it is that of a person: by surname, and by first name where both have one.

    Titles and organisations may stand before it: "SAG-AFTRA President Sean Astin".
    """
    theirs, ours = _parts_of(known), _parts_of(named)
    if not theirs or not ours or theirs[-1] != ours[-1]:
        return False
    given = [word for word in ours[:-1] if word not in _BEFORE_SURNAMES and not set(terms(word)) <= set(organisations)]
    if len(theirs) == 1 or not given:
        return True
    first = theirs[0]
    if first in given or given[-1] in theirs[:-1]:
        return True
    return any(
        word == first[: len(word)] or first == word[: len(first)]
        for word in given
        if min(len(word), len(first)) >= _SHORT_FOR or len(word) == 1
    )


def _parts_of(name: str) -> list[str]:
    words = [fold(word) for word in name.replace(".", " ").split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    return words
