"""From the name that a text gives to the party or person of the desk that it means, or to somebody new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from desk.app.lines.context import EntryContext, surname
from desk.model.enums import PartyKind
from desk.model.frozen import frozen
from desk.model.records import Party, Person
from desk.prose.attributed import Attribution
from desk.prose.cues import TITLES, TITLES_AND_NAMES
from desk.prose.labels import is_unknown
from desk.prose.sentences import Piece, Sentence, Sort, paragraphs
from desk.prose.subjects import Kind, is_verb, names_in, subject_before

#: What may stand before a name, the last of them right before it.
_TITLES = TITLES - TITLES_AND_NAMES | {"the"}
#: With one of these a run of capitals is no person.
_BODIES = frozenset(
    "guild association alliance studio studios inc corp corporation company co university college school "
    "house senate party department council committee union show states state city county street times post "
    "news journal press institute center centre court bank office agency bureau board commission federation "
    "league brothers bros festival awards academy congress parliament law act contract agreement foundation "
    "group network magazine radio television hotel theatre theater club caucus convention pac america "
    "american americans".split()
)
#: What a description calls a party of each kind.
_KINDS: dict[str, frozenset[PartyKind]] = {
    **dict.fromkeys(("guild", "union"), frozenset({PartyKind.UNION})),
    **dict.fromkeys(
        ("alliance", "association", "studios", "producers", "employers"), frozenset({PartyKind.EMPLOYER_ASSOCIATION})
    ),
    **dict.fromkeys(("company", "studio", "employer"), frozenset({PartyKind.EMPLOYER})),
    "agency": frozenset({PartyKind.AGENCY}),
    "mediator": frozenset({PartyKind.MEDIATOR}),
}
_ANY_PARTY = frozenset(("it", "organization", "organisation", "group", "statement", "release"))
_THEIR_WORDS = frozenset(
    ("statement", "release", "letter", "memo", "email", "spokesman", "spokeswoman", "spokesperson")
)


NOT_SAID = "the text does not say who said it"
NOT_NAMED = "it is said by no name"
MAY_MEAN_ANOTHER = "the word may mean another"
NO_PERSON = "the name may be no person's"
TWO_OF_THE_NAME = "two have that name"
ONLY_A_SURNAME = "the whole name is nowhere in the text"


@frozen
class SpokenBy:
    """Who a quotation is given to. `who` is somebody of the desk, `name` somebody whom it does not know; neither where
    the text does not tell. `said_by` are the words that say so; `doubt`, why they may be read in another way, or "".
    """

    who: Party | Person | None = None
    name: str = ""
    said_by: str = ""
    doubt: str = ""

    @property
    def sure(self) -> bool:
        """True if somebody is said to have said it, in one way only."""
        return not self.doubt and bool(self.who or self.name)

    @property
    def called(self) -> str:
        """Their name, "" where nobody is said to have said it."""
        return self.who.name if self.who is not None else self.name


class Speakers:
    """Reads the names of one text. `read` are its paragraphs, in which the words of quotations name nobody."""

    def __init__(self, read: Sequence[Sequence[Sentence]], known: EntryContext) -> None:
        self._known = known
        self._paragraphs = read

    @cached_property
    def _full(self) -> dict[str, dict[str, str]]:
        """The whole names that the text prints, by their last word, and each by its letters without case."""
        found: dict[str, dict[str, str]] = {}
        for paragraph in self._paragraphs:
            for sentence in paragraph:
                for one in names_in([piece for piece in sentence if piece.sort is not Sort.QUOTE]):
                    name = self._bare(one.text)
                    if len(name.split()) > 1 and self._party(name) is None:
                        names = found.setdefault(name.split()[-1].casefold(), {})
                        names.setdefault(_folded(name), name)
                        if (other := self._of_the_same(sentence, one.first)) is not None:
                            names.setdefault(_folded(other), f"{other} {name.split()[-1]}")
        return found

    def _of_the_same(self, sentence: Sentence, first: int) -> str | None:
        """The first name in "Jo and Al Roe"."""
        before = [piece for piece in sentence[:first] if piece.sort is not Sort.QUOTE][-2:]
        if len(before) < 2 or before[1].low not in ("and", "&") or not before[0].capital or before[0].possessive:
            return None
        return before[0].text if self._party(before[0].text) is None else None

    def of(self, said: Attribution | None) -> SpokenBy:
        """Who is meant by an attribution."""
        if said is None:
            return SpokenBy(doubt=NOT_SAID)
        match said.who.kind:
            case Kind.NAME:
                found = self.named(said.who.text)
            case Kind.PRONOUN:
                found = self._meant(said)
            case _:
                found = self._described(said)
        return SpokenBy(found.who, found.name, said.said_by, said.doubt or found.doubt)

    # Names

    def named(self, printed: str) -> SpokenBy:
        """Who is meant by a name as it is printed, with titles and parties before it."""
        if (party := self._party(printed)) is not None:
            return SpokenBy(party)
        if (person := self._whole(printed)) is not None:
            return SpokenBy(person)
        name = self._bare(printed)
        if not name:
            return SpokenBy(doubt=NOT_NAMED)
        if (party := self._party(name)) is not None:
            # "SAG-AFTRA President said": somebody of the party, who is not named.
            return SpokenBy(party, doubt=NOT_NAMED)
        if len(name.split()) > 1:
            return SpokenBy(name=name, doubt=NO_PERSON if self._is_body(name) else "")
        return self._by_surname(name)

    def prints(self, who: Party | Person, printed: str) -> bool:
        """Return True if the text has the whole name of somebody whom a part of it means, or that part is a name of theirs."""
        if isinstance(who, Party):
            return True
        whole = self._full.get(self._bare(printed).split()[-1].casefold(), {})
        names = {_folded(name) for name in (who.name, *who.aliases)}
        return bool(whole) or _folded(self._bare(printed)) in names

    def _whole(self, printed: str) -> Person | None:
        """The person whose whole name or alias ends what is printed: titles may stand before it."""
        folded = _folded(printed)
        found = [
            one
            for one in self._known.persons
            if any(
                len(name.split()) > 1 and _ends_with(folded, _folded(name)) for name in (one.name, *one.aliases) if name
            )
        ]
        return found[0] if len(found) == 1 else None

    def _by_surname(self, name: str) -> SpokenBy:
        whole = self._full.get(name.casefold(), {})
        if len(whole) == 1:
            full = next(iter(whole.values()))
            person = self._whole(full)
            if person is None and self._by_last_name.get(_folded(name)):
                return SpokenBy(name=full, doubt=TWO_OF_THE_NAME)
            return SpokenBy(person) if person is not None else SpokenBy(name=full)
        if whole:
            return SpokenBy(name=name, doubt=TWO_OF_THE_NAME)
        known = self._by_last_name.get(_folded(name), [])
        if len(known) == 1:
            return SpokenBy(known[0])
        return SpokenBy(name="" if known else name, doubt=TWO_OF_THE_NAME if known else ONLY_A_SURNAME)

    @cached_property
    def _by_last_name(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for one in self._known.persons:
            for name in {_folded(surname(one.name)), *map(_folded, (one.name, *one.aliases))}:
                found.setdefault(name, []).append(one)
        return found

    @cached_property
    def _parties(self) -> dict[str, Party]:
        found: dict[str, Party] = {}
        for party in self._known.parties:
            for name in (party.name, party.full_name, *party.aliases):
                if name:
                    found.setdefault(_folded(name).removeprefix("the "), party)
        return found

    def _party(self, printed: str) -> Party | None:
        return self._parties.get(_folded(printed).removeprefix("the "))

    def _bare(self, printed: str) -> str:
        """A printed name without the titles and parties before it; "" where it is nothing else."""
        words = printed.split()
        titles = [at for at, word in enumerate(words) if word.casefold().removesuffix("’s").rstrip(".") in _TITLES]
        words = words[titles[-1] + 1 :] if titles else words
        for cut in range(len(words) - 1, 0, -1):
            if self._party(" ".join(words[:cut])) is not None:
                return " ".join(words[cut:])
        return " ".join(words)

    @staticmethod
    def _is_body(name: str) -> bool:
        return any(word.casefold().strip(".,") in _BODIES for word in name.split())

    # Pronouns and descriptions

    def _meant(self, said: Attribution) -> SpokenBy:
        """Whom a pronoun means: the only one who is left in its paragraph, else in the sentence before."""
        if said.who.text == "it":
            return self._only_party(said, None)
        if said.who.text not in ("he", "she"):
            return SpokenBy(doubt=NOT_NAMED)
        for near, pieces in zip((True, False), said.before, strict=True):
            people = self._people(pieces)
            if len(people) > 1:
                return SpokenBy(doubt=MAY_MEAN_ANOTHER)
            if people:
                name = next(iter(people.values()))
                found = self.named(name)
                doubt = found.doubt or ("" if near and _acts(name, pieces) else MAY_MEAN_ANOTHER)
                return SpokenBy(found.who, found.name, doubt=doubt)
        return SpokenBy(doubt=NOT_NAMED)

    def _people(self, pieces: Sequence[Piece]) -> dict[str, str]:
        """Those named in some pieces who may be people: what they are called, by their last name."""
        found: dict[str, str] = {}
        for one in names_in(pieces):
            name = self._bare(one.text)
            if not name or self._party(name) is not None or self._party(one.text) is not None or self._is_body(name):
                continue
            last = name.split()[-1]
            single = len(name.split()) == 1
            if single and last.casefold() not in self._full and not self._knows(last):
                continue
            if len(found.get(last.casefold(), "")) < len(one.text):
                found[last.casefold()] = one.text
        return found

    def _knows(self, last: str) -> bool:
        return any(_folded(surname(one.name)) == _folded(last) for one in self._known.persons)

    def _described(self, said: Attribution) -> SpokenBy:
        """ "The guild" is the only one of its kind in sight; "an AMPTP spokesperson" speaks for a party, by no name."""
        words = said.who.text.split()
        head = words[-1].casefold()
        named = [party for party in self._known.parties if self._mentions(said.who.text, party)]
        if len(named) == 1 and _THEIR_WORDS & {word.casefold() for word in words}:
            return SpokenBy(named[0], doubt=NOT_NAMED)
        if len(words) == 2 and words[0].casefold() == "the" and (head in _KINDS or head in _ANY_PARTY):
            return self._only_party(said, _KINDS.get(head))
        return SpokenBy(doubt=NOT_NAMED)

    def _only_party(self, said: Attribution, kinds: frozenset[PartyKind] | None) -> SpokenBy:
        for near, pieces in zip((True, False), said.before, strict=True):
            words = " ".join(piece.text for piece in pieces)
            found = [
                party
                for party in self._known.parties
                if (kinds is None or party.kind in kinds) and self._mentions(words, party)
            ]
            if len(found) > 1:
                return SpokenBy(doubt=MAY_MEAN_ANOTHER)
            if found:
                return SpokenBy(found[0], doubt="" if near and kinds is not None else MAY_MEAN_ANOTHER)
        return SpokenBy(doubt=NOT_NAMED)

    @staticmethod
    def _mentions(words: str, party: Party) -> bool:
        return any(
            re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
            for name in (party.name, party.full_name, *party.aliases)
            if name
        )


def party_names(known: EntryContext) -> list[str]:
    """Every name of a party, to be read as one where it has several words."""
    return [name for party in known.parties for name in (party.name, party.full_name, *party.aliases) if name]


def _acts(name: str, pieces: Sequence[Piece]) -> bool:
    """Return True if somebody is who speaks in some sentences: a pronoun then means nobody else near."""
    speaking = [subject_before(pieces, at) for at in range(len(pieces)) if is_verb(pieces, at)]
    return any(one is not None and one.text == name for one in speaking)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _ends_with(printed: str, name: str) -> bool:
    return printed == name or printed.endswith((f" {name}", f"'s {name}"))


#: "Mr. Reed of Texas": not his name.
_OF_PLACE = re.compile(r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*$")


def label_speakers(labels: Iterable[str], known: EntryContext) -> dict[str, SpokenBy]:
    """Whom each name means that a transcript puts before what is said: "ORTIZ" is the Maria Ortiz of another line.

    "Speaker 2" and "Q" are nobody.
    """
    distinct = list(dict.fromkeys(label for label in labels if label))
    speakers = Speakers(paragraphs("\n\n".join(f"{label}." for label in distinct), [], party_names(known)), known)
    found = {}
    for label in distinct:
        bare = _OF_PLACE.sub("", label)
        by = SpokenBy(doubt=NOT_NAMED) if is_unknown(label) else speakers.named(bare)
        if by.who is not None and not by.doubt and not speakers.prints(by.who, bare):
            by = replace(by, doubt=ONLY_A_SURNAME)
        name = by.name.title() if by.name.isupper() and " " in by.name else by.name
        found[label] = SpokenBy(by.who, name, label, by.doubt)
    return found
