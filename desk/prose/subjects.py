"""Who does the speaking in a sentence: the verbs of speech in it, and the name, pronoun or description beside one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import islice

from desk.model.frozen import frozen
from desk.prose import cues
from desk.prose.cues import DEEDS, GIVING, PHRASES, PLAIN_VERBS, STATEMENTS, VERBS
from desk.prose.sentences import Piece, Sort

#: With these a sentence answers somebody.
ANSWERS = frozenset(
    "asked pressed questioned responding reacting referring replying answering commenting quoting citing echoing repeating "
    "rejecting dismissing denying disputing rebutting recalling regarding told reminded paraphrasing mocking "
    "contradicting countering parroting".split()
)
#: A question that is followed by one of these is another's.
ANSWERED = frozenset("replied replies answered answers responded responds retorted".split())
#: With these another clause begins.
CLAUSES = frozenset("and but so then while as when after before because although though or until if".split())
#: In a sentence with one of these several may speak at once.
JOINT = frozenset("joint jointly together both unison alongside".split())
#: What they are said of stands between these and the words, and never a clause.
NAMING = cues.NAMING - {"declared", "declares", "declaring", "praised"}
#: These may not stand before the one who speaks ("said Jo Roe").
_NOT_INVERTED = NAMING | {"say", "tell", "told", "tells", "reads"}
PRONOUNS = frozenset("he she they it we i".split())
_HELPING = frozenset(
    "has have had also later then once recently previously further again repeatedly already just simply even often now "
    "earlier today yesterday himself herself publicly flatly bluntly separately still first only quickly famously "
    "reportedly angrily quietly".split()
)
_PASSIVE = frozenset("was were is are be been being am get gets got".split())
_REFUSED = frozenset("to not never nor without cannot didn’t didn't won’t won't".split())
_ARTICLES = frozenset("the a an his her their its my our your this that these those some any no".split())
_BEFORE_NAMES = frozenset("of for at from with by under against about near behind beside between over on in to".split())
_STOPS = _BEFORE_NAMES | frozenset(
    "who whom whose which that during after before when while as because if where though although via through and but "
    "or last this following amid".split()
)
#: So many words may stand between a verb that gives a name and the name.
_NAMED = 6
#: What may stand between a verb of saying and the words.
_LEADING = frozenset("that it out up back clear in".split())
_JOINING = frozenset(("and", "&", "or"))
_WITH = frozenset("with along together alongside".split())
#: Who speaks only by hearsay, or not at all.
HEARSAY = frozenset("reportedly allegedly supposedly apparently purportedly".split())
IFS = frozenset("if had unless whether suppose imagine imagines imagined wish wished pretend".split())
#: With these before a name it is said that nobody spoke so, or asked whether anybody did.
DENIALS = frozenset(
    "denies denied deny denying nobody none not never neither nor did does do doubts doubted dispute disputes disputed".split()
)
#: With these somebody was told what follows, or thinks that it is thought.
TOLD = frozenset("told hearing heard being".split())
THOUGHTS = frozenset(
    "think thinks thought feel feels felt believe believes want wants hope hopes fear fears know".split()
)
#: What is passed on is often another's.
PASSED_ON = frozenset("shared shares circulated distributed".split())
#: With these somebody gives another's words.
QUOTING = frozenset(
    "quoting citing paraphrasing echoing repeating reading recalling mocking parroting channeling".split()
)
_PARTICLES = frozenset("de van von der den la le du bin al el da di dos y".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov "
    "dec".split()
)
#: Words that have a capital only because a sentence begins with them.
_OPENERS = frozenset(
    "the a an but and or so yet in on at for from with as when while after before during then still now here there what "
    "who why how if though although because since once this that these those his her their its our my your one some "
    "many most all both neither either each other another asked instead meanwhile also later earlier today yesterday "
    "according not no yes we he she they it i you to by of is are was were did do does has have had will would can "
    "could should even just only more former".split()
)


class Kind(Enum):
    """How a speaker is spoken of."""

    NAME = auto()
    PRONOUN = auto()
    DESCRIPTION = auto()


@frozen
class Subject:
    """Who a verb of speech belongs to: their words in the text, from `first` to `last` of the pieces.

    `text` is the name itself, or the words of a description. `doubtful` says that there may be another.
    """

    kind: Kind
    text: str
    first: int
    last: int
    doubtful: bool = False


def is_verb(pieces: Sequence[Piece], at: int) -> bool:
    """Return True if a verb of speech stands there that says, wherever it stands, that somebody did speak."""
    return pieces[at].low in PLAIN_VERBS and _spoke(pieces, at)


def is_verb_beside(pieces: Sequence[Piece], at: int) -> bool:
    """Return True if any verb of speech stands there, to be asked right behind words that it can only be of."""
    low = pieces[at].low
    after = pieces[at + 1].low if at + 1 < len(pieces) else ""
    return (low in VERBS or after in PHRASES.get(low, ())) and _spoke(pieces, at)


def leads_in(pieces: Sequence[Piece], at: int) -> bool:
    """Return True if a verb of speech stands there behind which nothing but words can come with which the pieces end."""
    if not is_verb_beside(pieces, at):
        return False
    behind = [piece for piece in pieces[at + 1 :] if piece.low not in _LEADING]
    if pieces[at].low in DEEDS or pieces[at].low.endswith("ing"):
        return [piece.text for piece in behind] in ([","], [":"])
    if pieces[at].low in NAMING:
        return len(behind) <= _NAMED and all(
            piece.sort is Sort.WORD and piece.low not in _STOPS - {"as"} for piece in behind
        )
    return all(piece.text in (",", ":") for piece in behind)


def may_come_first(piece: Piece, *, beside: bool = False) -> bool:
    """Return True if a verb of speech may stand before the one who speaks: "said Jo Roe"."""
    verbs = VERBS if beside else PLAIN_VERBS
    return piece.low in verbs and not piece.low.endswith("ing") and piece.low not in _NOT_INVERTED


def _spoke(pieces: Sequence[Piece], at: int) -> bool:
    if pieces[at].possessive:
        return False
    back = at - 1
    while back >= 0 and pieces[back].low in _HELPING:
        back -= 1
    before = pieces[back].low if back >= 0 else ""
    return before not in _PASSIVE | _REFUSED | _ARTICLES


def gives_statement(pieces: Sequence[Piece], at: int) -> bool:
    """Return True if somebody gives a statement there: "the DGA issued the following statement"."""
    if pieces[at].low not in GIVING or any(piece.low in _PASSIVE | _REFUSED for piece in pieces[max(0, at - 2) : at]):
        return False
    return any(piece.low in STATEMENTS for piece in pieces[at + 1 : at + 6])


def joined(pieces: Sequence[Piece], who: Subject, verb: int) -> bool:
    """Return True if another is named with them: "the WGA and Jo Roe said", "said Jo Roe, Al Poe and Lee", "Roe said with Poe"."""
    before = [piece.low for piece in pieces[max(0, who.first - 3) : who.first]]
    behind = [piece.low for piece in pieces[who.last + 1 : who.last + 4] if piece.sort is Sort.WORD]
    if before[-3:] == ["as", "well", "as"] or (
        behind[:1] == ["as"] and behind[1:2] and behind[1] in ("did", "does", "do", "well")
    ):
        return True
    if len(pieces) > 1 and pieces[0].low in _WITH and is_name(pieces[1]):
        return True
    at = who.first - 1
    while at >= 0 and pieces[at].sort is Sort.WORD and who.first - at < 8:
        if pieces[at].low in _JOINING | {"nor"}:
            return True
        if pieces[at].low in PLAIN_VERBS | _STOPS:
            break
        at -= 1
    return any(_others_behind(pieces[at + 1 : at + 14]) for at in {who.last, max(verb, who.last)})


def _others_behind(rest: Sequence[Piece]) -> bool:
    if len(rest) < 2:
        return False
    if rest[0].low in _JOINING | _WITH or rest[0].text in ("/", "&"):
        return rest[0].low in _WITH or not is_verb(rest, 1)
    if rest[0].text != ",":
        return False
    if rest[1].low in _WITH or (rest[1].low == "joined"):
        return True
    end = next(
        (n for n, piece in enumerate(rest) if piece.low in _STOPS - _JOINING or piece.sort is Sort.QUOTE), len(rest)
    )
    listed = is_name(rest[1]) or rest[1].low in _JOINING
    return listed and any(rest[n].low in _JOINING and is_name(rest[n + 1]) for n in range(1, end - 1))


def is_name(piece: Piece) -> bool:
    """Return True if a word may belong to a name."""
    return piece.capital and piece.low not in DAYS


def run_back(pieces: Sequence[Piece], last: int) -> int:
    """Where the run of capitals begins that ends at `last`; a possessive before it ("the DGA’s Jo Roe") is not of it."""
    first = last
    while first > 0:
        before = pieces[first - 1]
        if before.possessive or before.sort is not Sort.WORD:
            break
        particle = before.low in _PARTICLES and first > 1 and is_name(pieces[first - 2])
        if not is_name(before) and not particle:
            break
        first -= 1
    while first < last and first == _opening(pieces, first) and pieces[first].low in _OPENERS:
        first += 1
    return first


def _opening(pieces: Sequence[Piece], at: int) -> int:
    """`at` where nothing but marks stands before it, else -1."""
    return at if all(piece.sort is not Sort.WORD for piece in islice(pieces, at)) else -1


def subject_before(pieces: Sequence[Piece], verb: int, begin: int = 0) -> Subject | None:
    """Who speaks where the verb comes after: "Jo Roe, who had left, later said"."""
    at = verb - 1
    while at >= begin and (pieces[at].low in _HELPING or pieces[at].low in DAYS):
        at -= 1
        if at >= begin and pieces[at].low == "on" and pieces[at + 1].low in DAYS:
            at -= 1
    if at < begin:
        return None
    piece = pieces[at]
    if piece.text == ")":
        while at > begin and pieces[at].text != "(":
            at -= 1
        return _ending_at(pieces, at - 1, begin) if at - 1 >= begin else None
    if piece.text == ",":
        if pieces[verb].low.endswith("ing"):
            return _of_sentence(pieces, at, begin)
        return _beside_commas(pieces, at, begin)
    if piece.sort is not Sort.WORD:
        return None
    if piece.low == "who":
        comma = at - 1 >= begin and pieces[at - 1].text == ","
        return _ending_at(pieces, at - 1 - comma, begin) if at - 1 - comma >= begin else None
    if piece.low in _JOINING or piece.low == "but":
        return _of_sentence(pieces, at, begin)
    found = _ending_at(pieces, at, begin)
    if pieces[verb].low.endswith("ing") and found is not None and found.kind is not Kind.PRONOUN:
        # "Footage of Jo Roe saying", "a letter to Al Poe asking": the name beside it may be another's.
        return _of_sentence(pieces, verb, begin)
    return found


def _ending_at(pieces: Sequence[Piece], last: int, begin: int) -> Subject | None:
    """The name, pronoun or description that ends there."""
    piece = pieces[last]
    if piece.sort is not Sort.WORD:
        return None
    if piece.low in PRONOUNS:
        return Subject(Kind.PRONOUN, piece.low, last, last)
    if is_name(piece):
        first = max(run_back(pieces, last), begin)
        before = pieces[first - 1] if first > begin else None
        if before is not None:
            article = before.low in _ARTICLES
            owner = pieces[first - 2] if article and first - 1 > begin else before
            if owner.low in _BEFORE_NAMES and not _opening_words(pieces, begin, first):
                return _of_some_body(pieces, first - 1 - article, begin) or _description(pieces, last, begin)
            if before.low in _JOINING and first - 1 > begin and is_name(pieces[first - 2]):
                return Subject(Kind.NAME, _words(pieces, first, last), first, last, doubtful=True)
        return Subject(Kind.NAME, _words(pieces, first, last), first, last)
    return _description(pieces, last, begin)


def _of_some_body(pieces: Sequence[Piece], preposition: int, begin: int) -> Subject | None:
    """The name in "Jo Roe of the DGA"; None where it is "the president of the DGA"."""
    last = preposition - 1
    if last < begin or not is_name(pieces[last]) or pieces[preposition].low not in ("of", "from", "with", "at"):
        return None
    first = max(run_back(pieces, last), begin)
    return Subject(Kind.NAME, _words(pieces, first, last), first, last)


def _opening_words(pieces: Sequence[Piece], begin: int, first: int) -> bool:
    """Return True if only a preposition and what goes with it stand before a name: "In a statement Jo Roe said"."""
    return first - begin <= 1


def _description(pieces: Sequence[Piece], last: int, begin: int) -> Subject:
    first = last
    while first > begin and last - first < 8 and pieces[first - 1].sort is Sort.WORD:
        first -= 1
        if pieces[first].low in ("that", "but", "when", "while", "because", "if", "as", "and"):
            first += 1
            break
    return Subject(Kind.DESCRIPTION, _words(pieces, first, last), first, last)


def _beside_commas(pieces: Sequence[Piece], comma: int, begin: int) -> Subject | None:
    """Who speaks in "Jo Roe, the treasurer, said" and in "the treasurer, Jo Roe, said"."""
    commas = [at for at in range(begin, comma) if pieces[at].text == ","]
    if not commas:
        return None
    opener = commas[-1]
    between = pieces[opener + 1 : comma]
    whole = len(between) > 1 and all(is_name(one) or one.low in _PARTICLES for one in between)
    if whole and opener > begin and not is_name(pieces[opener - 1]):
        return Subject(Kind.NAME, _words(pieces, opener + 1, comma - 1), opener + 1, comma - 1)
    found = []
    for at in commas:
        named = _ending_at(pieces, at - 1, begin) if at > begin and is_name(pieces[at - 1]) else None
        goes_on = at + 1 < comma and not is_name(pieces[at + 1])
        if named is not None and named.kind is Kind.NAME and goes_on:
            found.append(named)
    if not found:
        return _ending_at(pieces, opener - 1, begin) if opener > begin else None
    first = found[0]
    return Subject(Kind.NAME, first.text, first.first, first.last, doubtful=first.doubtful or len(found) > 1)


def _of_sentence(pieces: Sequence[Piece], until: int, begin: int) -> Subject | None:
    """The one who is named in the sentence before its second verb; nobody where there are two."""
    found = names_in(pieces[begin:until])
    if len({one.text for one in found}) != 1:
        return None
    one = found[0]
    return Subject(Kind.NAME, one.text, one.first + begin, one.last + begin, doubtful=True)


def subject_after(pieces: Sequence[Piece], begin: int) -> Subject | None:
    """Who speaks where they stand behind: "said union president Jo Roe", "according to the DGA"."""
    end = begin
    while end < len(pieces) and pieces[end].sort is Sort.WORD and pieces[end].low not in _STOPS - _PARTICLES:
        end += 1
    joined = end < len(pieces) and pieces[end].low in _JOINING and end + 1 < len(pieces) and is_name(pieces[end + 1])
    last = end - 1
    while last >= begin and (pieces[last].low in DAYS or pieces[last].low in _HELPING):
        last -= 1
    if last < begin:
        return None
    if pieces[last].low in PRONOUNS or (pieces[begin].low in PRONOUNS and last == begin):
        return Subject(Kind.PRONOUN, pieces[last].low, last, last)
    if is_name(pieces[last]):
        first = max(run_back(pieces, last), begin)
        return Subject(Kind.NAME, _words(pieces, first, last), first, last, doubtful=joined)
    while end < len(pieces) and pieces[end].sort is Sort.WORD:
        end += 1
    return Subject(Kind.DESCRIPTION, _words(pieces, begin, end - 1), begin, end - 1)


def names_in(pieces: Sequence[Piece]) -> list[Subject]:
    """Every run of capitals that may be somebody's name."""
    found = []
    at = len(pieces) - 1
    while at >= 0:
        if is_name(pieces[at]):
            first = run_back(pieces, at)
            if not (first == at and _opening(pieces, at) == at and pieces[at].low in _OPENERS):
                found.append(Subject(Kind.NAME, _words(pieces, first, at), first, at))
            at = first - 1
        else:
            at -= 1
    return found[::-1]


def _words(pieces: Sequence[Piece], first: int, last: int) -> str:
    words = [
        piece.text + ("’s" if piece.possessive and at < last else "")
        for at, piece in enumerate(pieces[first : last + 1], first)
    ]
    return " ".join(words)
