"""Surnames that are everyday words, months or parts of places: where such a word stands it may be no name at all.

Safety comes first: what follows is only what a name cannot be. "In May" is a month, and "confidence in May" is refused;
"Will they accept?" is a question, and "Will accepted" is refused. Whoever is stopped for nothing is told by which word.
"""

from __future__ import annotations

import re

# Surnames and nicknames that are everyday words: without a capital they are no names.
_COMMON_WORDS = """
    april august baker banks bell best bill bishop black blue board booker boss branch bridges brook brown buck bush
    butcher butler carter case chance chase christian church clay close coal coach cole cook cooper cross crew day dean
    drew duke dollar early east english faith farmer fields fine fisher ford foster fox frank free freed french gold
    good grace grant gray green grey guild hall hand harder hart hill holiday hook hope house hunt hunter iron joy judge
    june just king knight lake lamb lane law light little long love low major march mark marks may miller mills moon
    moore more morning moss new noble north nurse oak page park parks parker peace penny pierce pitt pool pope post
    potter power powers price prince pryce pure quick rich rider ring rivers rob rock rose rush sage sands savage scott
    sea seal sharp shepherd short silver singer small smart snow south speaker spring star stark steel stern still stone
    story strange street strong summer summers swan sweet taylor teller temple tower town trump tucker turner union vice
    wall walker waters weaver webb weeks west wheeler white wild will winter winters wise wolf wood woods work worth
    wright yards young
"""
COMMON = frozenset(_COMMON_WORDS.split())
_MONTHS = frozenset({"may", "march", "april", "june", "august"})
_ASKING = frozenset({"may", "will"})

#: Two words that are a place, a body or a day, though one of them may be somebody's surname.
_PAIRS = frozenset(
    """
    black-friday central-park east-coast fox-news good-friday green-bay long-beach long-island new-hampshire new-jersey
    new-mexico new-orleans new-york new-zealand north-america north-carolina north-dakota north-korea south-africa
    south-america south-carolina south-dakota south-korea wall-street west-coast west-hollywood west-virginia
    white-house
    """.split()
)

# How much of the text before and after a word decides what it is. Patterns are kept as texts: few texts need them.
_NEAR = 80
_GAP = r"[\s>]+"
_BEGINS = r"(?:^|[.!?:][\"')\]]*\s|\n[\s>]*\n)[\s>*_\"'(\[#-]*$"
_NO_SENTENCE = r"(?i)\b(?:mr|mrs|ms|dr|prof|sen|rep|gov|rev|hon|[a-z])\.\s*$"
_ASKED = _GAP + r"(?:I|we|you|he|she|it|they|there|this|that|the|a|an|our|their|any|anyone)\b[^.!?]*\?"
_WORD_BEFORE = r"([A-Za-z]+)[ \n>]+$"
_WORD_AFTER = r"[ \n>]+([A-Za-z]+)"

_DAY_AFTER = r"\s+(?:the\s+)?\d|,\s+(?:19|20)\d\d\b"
_DAY_BEFORE = r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?$"
_IN = r"(?i)(?:^|[^\w'])(\w*)[\s>\"'(,;:]*\bin" + _GAP + "$"
# What one has in a person, and what is done to one: "no confidence at all in May", "they brought in May" are no dates.
_IN_SOMEBODY = r"(?i)\b(?:confiden|faith|trust|hope|belie|interest|disappoint|invest)\w*[^.!?]*$"
_DONE_TO = (
    r"(?i)(?:found|finds?|saw|sees?|seen|had|has|have|bring|brings|brought|calls?|called|sent|sends?|lets?|drafted|roped|"
    r"flew|flown|invited|took|takes?|put)$"
)
_PART = (
    r"(?i)\b(?:early|mid)[\s>-]+$"
    r"|(?<!the )(?<!the\n)\blate[\s>-]+$"
    r"|\b(?:beginning|start|middle|end|month)\s+of" + _GAP + "$"
)
_OF_A_YEAR = r"(?i)(?<!the )(?<!at )\b(?:next|last)" + _GAP + "$"
_SINCE = r"(?i)\b(?:since|until|till|during)" + _GAP + "$"
_SENTENCE_ENDS = r"\s*(?:$|[.!?;)])"
_GOES_ON = r"\s*(?:$|[.!?;,)])|\s+(?:the|a|an|when|to|for|at|on|with)\b"


def is_everyday(found: str) -> bool:
    """Whether what was found as a name is made of everyday words alone, so that it may have been stopped for nothing."""
    words = re.findall(r"[a-z]+", found.lower())
    return bool(words) and all(word in COMMON or word.removesuffix("s") in COMMON or word == "s" for word in words)


def is_no_name(word: str, text: str, start: int, end: int) -> bool:
    """Whether a surname of one word, found with its capital, cannot be a name where it stands. `word` is its letters;
    `text` is without accents and curly marks, and `end` is after a plural or possessive of it.
    """
    if word not in COMMON:
        return False
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _is_paired(text[start:end], before, after):
        return True
    if end - start > len(word):
        # "Prices rose": the plural of a word that begins a sentence, not two people of that name; not "PRICES".
        return text[end - 2 : end].islower() and _begins_sentence(before)
    if word in _ASKING and _begins_sentence(before) and re.match(_ASKED, text[end : end + 400]):
        return True
    return word in _MONTHS and _is_month(before, after)


def _is_paired(word: str, before: str, after: str) -> bool:
    """Whether the word is a half of a place or a body, written as one: "White House", "the West Coast"."""
    first, second = re.search(_WORD_BEFORE, before), re.match(_WORD_AFTER, after)
    pairs = [(word, second[1])] if second else []
    pairs += [(first[1], word)] if first else []
    return any(one[0].isupper() and other[0].isupper() and f"{one}-{other}".lower() in _PAIRS for one, other in pairs)


def _begins_sentence(before: str) -> bool:
    return bool(re.search(_BEGINS, before)) and not re.search(_NO_SENTENCE, before)


def _is_month(before: str, after: str) -> bool:
    """Whether what stands around makes a date of it. "In May's" may be both, and counts as the name."""
    if re.match(_DAY_AFTER, after) or re.search(_DAY_BEFORE, before):
        return True
    if after[:1] == "'":
        return False
    if re.match(r"\s+as\b", after):  # "voted in May as their leader"
        return False
    if (found := re.search(_IN, before)) is not None:
        return not re.match(_DONE_TO, found[1]) and not re.search(_IN_SOMEBODY, before)
    if re.search(_SINCE, before):
        return bool(re.match(_SENTENCE_ENDS, after))
    return bool(re.search(_PART, before)) or bool(re.search(_OF_A_YEAR, before) and re.match(_GOES_ON, after))
