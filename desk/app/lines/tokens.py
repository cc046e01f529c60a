"""A typed line taken apart: words, `key:value`, `#kind` and `@who`. What is not one of the desk's own forms is words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum, auto

from desk.model.frozen import frozen

#: Marks that open a piece with spaces in it, and what closes each. The low ones are German.
CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»"}
#: The same around the value of a key or a name, where an apostrophe cannot be meant.
_VALUE_CLOSING = CLOSING | {"'": "'", "‘": "’"}
_KEY = re.compile(r"([^\W\d_]+):")
_KIND = re.compile(r"#([^\W\d]\w*(?:-\w+)*)")
_NAME = re.compile(r"[^\W_](?:[\w.&/’'-]*[\w])?")
_RUN = re.compile(r"\S+")
_SPACE = re.compile(r"\s*")
_NOT_A_VALUE = ",;"


class Sort(Enum):
    """What a piece of a line is."""

    WORDS = auto()
    KEY = auto()
    KIND = auto()
    WHO = auto()


@frozen
class Token:
    """A piece of the line at [start, end). `value` is what was meant, without marks; `open` that marks were not closed.

    For a `@who`, `rest` is what is stuck to the name ("’s", a comma) and belongs to the words.
    """

    sort: Sort
    text: str
    start: int
    end: int
    key: str = ""
    value: str = ""
    rest: str = ""
    open: bool = False


def scan(text: str, keys: Collection[str]) -> list[Token]:
    """The pieces of a line in their order. `keys` are those that are known, in lower case.

    Inside quotation marks everything is words, so that nobody's words can be taken for a key.
    """
    return list(walk(text, keys))


def walk(text: str, keys: Collection[str]) -> Iterator[Token]:
    """The same, one piece at a time."""
    hopeless: set[str] = set()
    at = _past_space(text, 0)
    while at < len(text):
        token = _special(text, at, keys) or _words(text, at, hopeless)
        yield token
        at = _past_space(text, token.end)


def _special(text: str, at: int, keys: Collection[str]) -> Token | None:
    if text[at] == "#" and (found := _KIND.match(text, at)):
        end = _run_end(text, at)
        if not text[found.end() : end].strip(",;.!?)"):
            return Token(Sort.KIND, text[at:end], at, end, value=found[1])
        return None
    if text[at] == "@":
        return _who(text, at)
    if (found := _KEY.match(text, at)) and found[1].casefold() in keys:
        value, end, is_open = _value(text, found.end())
        return Token(Sort.KEY, text[at:end], at, end, key=found[1].casefold(), value=value, open=is_open)
    return None


def _who(text: str, at: int) -> Token | None:
    begin = at + 1
    mark = text[begin : begin + 1]
    if mark in _VALUE_CLOSING:
        close = _closing(text, begin, _VALUE_CLOSING)
        if close < 0:
            return Token(Sort.WHO, text[at:], at, len(text), value=text[begin + 1 :].strip(), open=True)
        end = _run_end(text, close + 1)
        return Token(Sort.WHO, text[at:end], at, end, value=text[begin + 1 : close].strip(), rest=text[close + 1 : end])
    found = _NAME.match(text, begin)
    if found is None:
        return None
    name, end = found[0], _run_end(text, at)
    for possessive in ("'s", "’s"):
        name = name.removesuffix(possessive)
    return Token(Sort.WHO, text[at:end], at, end, value=name, rest=text[begin + len(name) : end])


def _value(text: str, begin: int) -> tuple[str, int, bool]:
    """The value that begins there, where it ends, and whether its marks were left open."""
    mark = text[begin : begin + 1]
    close = _closing(text, begin, _VALUE_CLOSING) if mark in _VALUE_CLOSING else -1
    if close < 0 and mark in CLOSING:
        return text[begin + 1 :].strip(), len(text), True
    if close > 0:
        end = close + 1
        while end < len(text) and text[end] in _NOT_A_VALUE:
            end += 1
        return text[begin + 1 : close].strip(), end, False
    end = _run_end(text, begin)
    return text[begin:end].rstrip(_NOT_A_VALUE), end, False


def _words(text: str, at: int, hopeless: set[str]) -> Token:
    mark = text[at]
    if mark in CLOSING and mark not in hopeless:
        close = _closing(text, at, CLOSING)
        if close > 0:
            end = _run_end(text, close + 1)
            return Token(Sort.WORDS, text[at:end], at, end, value=text[at:end])
        hopeless.add(mark)  # there is none further on either
    end = _run_end(text, at)
    return Token(Sort.WORDS, text[at:end], at, end, value=text[at:end])


def _closing(text: str, at: int, closing: dict[str, str]) -> int:
    found = [text.find(mark, at + 1) for mark in closing[text[at]]]
    return min((place for place in found if place >= 0), default=-1)


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _run_end(text: str, at: int) -> int:
    found = _RUN.match(text, at)
    return found.end() if found else at


def words_of(text: str, tokens: Sequence[Token]) -> str:
    """The words of a line as they stand in it, less what was for the desk alone.

    A `@who` among the words is one of them, without its sign. After the first key or kind with no more words to come
    it only says who it is about.
    """
    last_word = max((i for i, token in enumerate(tokens) if token.sort is Sort.WORDS), default=-1)
    first_key = next((i for i, token in enumerate(tokens) if token.sort in (Sort.KEY, Sort.KIND)), len(tokens))
    parts: list[str] = []
    before = -2
    for index, token in enumerate(tokens):
        spoken = token.sort is Sort.WORDS or (token.sort is Sort.WHO and (index < first_key or index < last_word))
        if not spoken:
            continue
        if parts:
            parts.append(text[tokens[before].end : token.start] if index == before + 1 else " ")
        parts.append(token.text if token.sort is Sort.WORDS else token.value + token.rest)
        before = index
    return "".join(parts)


def keyed(tokens: Iterable[Token], key: str) -> list[Token]:
    """The tokens of one key, in their order."""
    return [token for token in tokens if token.sort is Sort.KEY and token.key == key]


def in_marks(value: str) -> str:
    """A value as it is typed: in marks where it has to be."""
    if value and not any(char.isspace() or char in CLOSING or char in ",;" for char in value) and value[0] not in "'‘":
        return value
    return f'"{value}"' if '"' not in value else f"“{value}”"
