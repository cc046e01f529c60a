"""Other ways in which people write the words of a text, as terms: `coop` for "co-op", `mueller` for "Müller".

A text is found by these beside its own terms. Standard library only.
"""

from __future__ import annotations

import re

from desk.model.wording.tokens import Token, fold

_HYPHENS = "-\u2010\u2011"
_LETTER = r"[^\W_]|[\u0300-\u036f'’]"
#: Words held together by hyphens, at most so many: longer ones are addresses and whole sentences.
_HYPHENED = re.compile(
    rf"(?<![^\W_])(?<![{_HYPHENS}'’@/.\u0300-\u036f])[^\W_](?:{_LETTER})*(?:[{_HYPHENS}][^\W_](?:{_LETTER})*){{1,3}}"
    rf"(?![^\W_]|[{_HYPHENS}@/])"
)
#: One number in groups of three figures, with a space between them: 1 500.
_GROUPS = re.compile(r"(?<![\w,.])[0-9]{1,3}(?: [0-9]{3})+(?!\w|[,.][0-9])")
#: Letters that become two where there is no key for them.
TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
_SPELT = re.compile("[äöüåøÄÖÜÅØ]")
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(f"[{_HYPHENS} '’]")
_FIGURES = re.compile(r"[0-9] [0-9]")


def respelt(text: str) -> list[Token]:
    """The words of a text that are written in another way too, as that, with their places in the text."""
    found = []
    if "-" in text or "\u2010" in text or "\u2011" in text:
        # Figures alone are a date, a score or a span of years: nobody writes those as one number.
        found += [match for match in _HYPHENED.finditer(text) if not _APART.sub("", match[0]).isdigit()]
    if _FIGURES.search(text):
        found += _GROUPS.finditer(text)
    spelt = [Token(term, *match.span()) for match in found if (term := fold(_APART.sub("", match[0])))]
    if not text.isascii() and _SPELT.search(text):
        for match in _WORD.finditer(text):
            if _SPELT.search(match[0]):
                spelt.append(Token(fold(match[0].translate(TWO_LETTERS)), *match.span()))
    return spelt


def spellings(text: str) -> tuple[str, ...]:
    """The same without their places, each once."""
    return tuple(dict.fromkeys(token.term for token in respelt(text)))
