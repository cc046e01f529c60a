"""Words as they are left once a newsroom has tidied them, so that a remark is known again: fillers dropped, slang written
out, figures and spelling by house style, words cut. Pure. It finds, and never passes: only a refusal rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_FILLERS = frozenset(
    """
    um umm uh uhh er erm ah eh hmm mm mhm oh well like so just really actually basically literally look okay ok right
    honestly frankly yeah yes yep no nope hey i'd anyway obviously totally kind sort
    """.split()
)
_PHRASES = re.compile(
    r"\b(?:you\s+know|i\s+mean|you\s+see|sort\s+of|kind\s+of|or\s+whatever|and\s+stuff|let\s+me\s+tell\s+you)\b"
)
_WRITTEN_OUT = {
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "hafta": "have to", "kinda": "", "sorta": "",
    "lemme": "let me", "gimme": "give me", "dunno": "do not know", "ain't": "are not", "can't": "can not",
    "cannot": "can not", "won't": "will not", "shan't": "shall not", "'em": "them", "cause": "because", "cuz": "because",
    "coz": "because", "till": "until", "thru": "through", "ya": "you", "y'all": "you all", "let's": "let us",
    "dollars": "", "dollar": "", "bucks": "", "pct": "percent", "%": "percent",
}  # fmt: skip
_ENDINGS = (
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
    ("'s", ""),
    ("'d", ""),
    ("s'", "s"),
)
_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MAGNITUDES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "k": "thousand"}
_SPELLING = (
    (re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|ers?|able|ite|\b)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e|ed|es|er|ing|ation|ations)"), "iz"),
    (re.compile(r"(?<=[a-z])ll(?=ed|ing|or|er)"), "l"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])re\b"), "er"),
    (re.compile(r"(?<=[a-z])ence\b"), "ense"),
    (re.compile(r"amme(?=s?\b)"), "am"),
    (re.compile(r"(?<=[a-z])ogue(?=s?\b)"), "og"),
)
_PER_CENT = re.compile(r"\bper[\s-]+cent\b")
_TOKEN = re.compile(r"\d[\d,.]*\d|\d+|%|'?[^\W\d_]+(?:'[^\W\d_]*)*")
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
#: A longer word that ends in "in'" is goin' and not in'.
_CLIPPED = 4
#: So many of the words have to be the quote's, in its order, and so near each other where no cut is marked.
_MOST, _LEAST_WORDS = 0.8, 3
_SLACK = 8


def tidied(words: str) -> list[str]:
    """The words as house style would have them, a term each; the reporter's brackets are left out."""
    text = _BRACKETS.sub(" ", words).casefold().translate(str.maketrans("’‘ʼ´`‐‑", "'''''--"))
    text = _PER_CENT.sub("percent", _PHRASES.sub(" ", text))
    found: list[str] = []
    for raw in _TOKEN.findall(text):
        for word in _written_out(raw).split():
            if word not in _FILLERS and (not found or found[-1] != word):
                found.append(word)
    return _figures(found)


def _written_out(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    if word in _WRITTEN_OUT:
        return _WRITTEN_OUT[word]
    word = f"{word[:-1]}g" if word.endswith("in'") and len(word) > _CLIPPED else word.strip("'")
    for ending, written in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)] + written
    for pattern, common in _SPELLING:
        word = pattern.sub(common, word)
    return word.replace("'", "")


def _figures(words: Sequence[str]) -> list[str]:
    """Numbers in figures, whatever they were written in: `ten percent` and `10%`, `6 million` and `6,000,000`."""
    found: list[str] = []
    value: float | None = None
    part = 0.0
    for word in [*words, ""]:
        word = _MAGNITUDES.get(word, word) if found or value is not None else word
        if word in _UNITS:
            value = (value or 0) + 0
            part = part + _UNITS[word]
        elif word == "hundred" and part:
            part *= 100
        elif word in _SCALES and (part or value):
            value, part = (value or 0) + part * _SCALES[word], 0.0
        elif word and word[0].isdigit() and _is_number(word) and value is None:
            value, part = 0.0, float(word)
        elif word == "and" and part >= 100:
            continue
        else:
            if value is not None or part:
                found.append(f"{(value or 0) + part:.15g}")
            value, part = None, 0.0
            if word and word[0].isdigit() and _is_number(word):
                value, part = 0.0, float(word)
            elif word:
                found.append(word)
    return found


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdigit()


def is_tidied(
    ours: Sequence[str], theirs: Sequence[str], own: Callable[[str], bool], least: int, least_of_all: int, *, cut: bool
) -> bool:
    """Return True if some words are those of a quote, tidied or cut: nearly all stand in it, in order and near each other. Both
    are as `tidied` gives them.

    At least so many of them are `own` to a remark and not everybody's; `least_of_all` where all of them stand in it in
    a row. `cut` says that a cut is marked, so that they may stand apart.
    """
    if len(ours) < _LEAST_WORDS or not theirs:
        return False
    blocks = SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()
    blocks = [block for block in blocks if block.size]
    same = sum(block.size for block in blocks)
    if same < _MOST * len(ours):
        return False
    shared = {ours[at] for block in blocks for at in range(block.b, block.b + block.size)}
    whole = len(blocks) == 1 and same == len(ours)
    if sum(map(own, shared)) < (least_of_all if whole else least):
        return False
    spread = blocks[-1].a + blocks[-1].size - blocks[0].a
    return cut or spread <= 1.5 * same + _SLACK
