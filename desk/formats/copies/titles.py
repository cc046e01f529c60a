"""A speaker's name with the title, as news copy writes it: long titles after the name and in lower case, the short
forms of formal ones before it.
"""

from __future__ import annotations

import re

#: What stands before a name and nowhere else.
_BEFORE = re.compile(
    r"(?:the )?(?:Gov|Lt\. Gov|Sen|Rep|State Sen|State Rep|Dr|Rev|Gen|Lt|Lt\. Gen|Col|Lt\. Col|Maj|Capt|Sgt|Adm)\."
)
#: Titles of whom one says that they are "for" somebody, and those that have an "of" already.
_FOR = re.compile(
    r"\b(?:spokes\w+|attorney|counsel|lawyer|lobbyist|negotiator|consultant|organizer|organiser)$|\bof\b", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^the\s|\w['’]s?\s", re.IGNORECASE)
_SUFFIX = re.compile(r",\s+(?=(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
#: Words of which titles are made; only a title of these alone is sure to have no name in it.
_WORDS = frozenset(
    """
    acting administrative administrator adviser advisor agent and assistant associate attorney board business chair
    chairman chairperson chairwoman chief co coordinator counsel delegate deputy director editor elect executive financial
    first founder general governor head honorary interim international judge lawyer lead leader manager managing mayor
    member national negotiator officer operating organizer organiser owner partner past president principal producer
    regional representative secretary senator senior shop spokesman spokesperson spokeswoman steward strategist
    superintendent trustee treasurer vice
    """.split()
)
#: And words for what is in somebody's hands.
_FIELDS = frozenset(
    """
    a affairs bargaining communications contracts entertainment film finance for government health human in industrial
    labor labour legal legislative media music new news of operations pension policy production programs public relations
    research resources safety services sports strategy streaming technology television the theatre training
    """.split()
)
#: Letters that stand together, without those of "U.S.".
_LETTERS = re.compile(r"[^\W\d_]+\b(?!\.)")
_FIRST_PART = re.compile(r"\s(?:of|for|at|to|on|in)\s|,")


def named(name: str, title: str, party: str) -> str:
    """ "Ann Lee, president of SAG-AFTRA", "Gov. Ann Lee". `party` comes with its article, "" where none is to be said."""
    name, title = _SUFFIX.sub(" ", name), title.strip().rstrip(",;")
    if not title:
        return f"{name} of {party}" if party else name
    if _BEFORE.fullmatch(title):
        return f"{title} {name} of {party}" if party else f"{title} {name}"
    title = _lower(title)
    if not party:
        return f"{name}, {title}"
    if _POSSESSIVE.search(title):
        return f"{name} of {party}, {title}"
    return f"{name}, {title} {'for' if _FOR.search(title) else 'of'} {party}"


def _lower(title: str) -> str:
    """A title after a name in lower case, as far as it is sure that it holds no name; letters such as CEO stay."""
    if _nameless(title, _WORDS | _FIELDS):
        return _LETTERS.sub(_lowered, title)
    part = _FIRST_PART.search(title)
    first = title[: part.start()] if part else title
    return _LETTERS.sub(_lowered, first) + title[len(first) :] if _nameless(first, _WORDS) else title


def _nameless(words: str, known: frozenset[str]) -> bool:
    return all(word.isupper() or word.casefold() in known for word in _LETTERS.findall(words))


def _lowered(word: re.Match[str]) -> str:
    letters = word.group()
    return letters if len(letters) > 1 and letters.isupper() else letters.lower()
