"""Surnames that are everyday words, months or parts of places: where such a word stands it may be no name at all.

Safety comes first: what follows is only what a name cannot be. "In May" is a month, and "confidence in May" is refused;
"Will they accept?" is a question, and "Will accepted" is refused. Whoever is stopped for nothing is told by which word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desk.model.names.tables import COMMON, NOT_CAPITALS, SMALL

_MONTHS = frozenset({"may", "march", "april", "june", "july", "august"})
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_TITLES = frozenset(
    """
    baron bishop boss captain cardinal chancellor chief coach commander cook count counsel counselor dame deacon dean deputy
    doctor duke earl governor guard judge justice king knight lady lord major marshal master mayor minister nurse officer
    painter pastor pilot pope president priest prince princess professor queen ranger saint senator sergeant sheriff sister
    speaker squire steward trainer warden
    """.split()
)
_ASKING = frozenset({"may", "will"})

#: Two words that are a place, a body or a day, though one of them may be somebody's surname.
_PAIRS = frozenset(
    """
    appeals-court big-apple black-caucus black-friday black-history black-lives
    black-panther black-panthers black-sea boxing-day capitol-hill central-park christmas-day christmas-eve circuit-court city-council
    city-hall columbus-day credit-union criminal-court dark-web district-court earth-day east-coast east-side easter-sunday election-day
    european-union father's-day federal-court fort-worth fox-business fox-news good-friday great-britain green-bay
    green-card green-party gulf-coast high-court high-school highest-court house-democrats house-gop house-judiciary
    house-majority house-minority house-oversight house-panel house-republican house-republicans house-resolution house-speaker
    huffington-post independence-day inauguration-day international-union justice-department labor-day law-center
    law-firm law-review law-school long-beach long-island lower-house luther-king main-street memorial-day
    middle-east middle-west mother's-day native-american new-deal new-england new-hampshire new-jersey new-mexico new-orleans
    new-testament new-world new-year new-york new-yorker new-zealand north-africa north-america north-carolina north-dakota north-korea
    north-pole north-sea northern-ireland northern-california opera-house pearl-harbor peace-corps pell-grant pell-grants penn-station
    presidents-day prime-day prime-minister random-house red-cross red-sea red-sox rolling-stone rolling-stones royal-family secret-service
    silicon-valley social-security south-africa south-america south-carolina south-dakota south-korea south-side southern-california
    soviet-union state-department state-house staten-island studio-city sunday-morning super-bowl supreme-court tax-court tea-party
    times-square trade-union training-day union-city union-station union-square united-states upper-house veterans-day
    wall-street war-room washington-post west-bank west-coast west-end west-hollywood west-point west-side west-virginia
    west-wing white-castle white-collar white-house white-paper white-sox world-bank world-cup world-series world-trade world-war
    writers-guild actors-guild directors-guild producers-guild newspaper-guild wells-fargo whole-foods york-post
    """.split()
)
#: The words that are one half of such a pair.
PAIRED = frozenset(half for pair in _PAIRS for half in pair.split("-"))

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


# "The" is said of these before whatever follows: "the House Intelligence Committee", "the Post reports".
_INSTITUTIONS = frozenset(
    "board church college council court guild hall house law post press state states street union university".split()
)
_SAYS = (
    r"(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|argued|insisted|confirmed|denied|declined|warned|noted|agreed"
    r"|replied|recalled)\b"
)
_SPOKE = rf"(?:'s)?[\s>,]+{_SAYS}"
_NAMED_BY = (
    r"(?i)\b(?:according\s+to|by|from|with|tells?|told|says?|said|asks?|asked|names?|named|calls?|called|quotes?|quoted|meets?|met|saw"
    r"|sees?|knows?|knew|thanks?|thanked|mr\.?|mrs\.?|ms\.?|dr\.?)[\s>]+$"
)
_MODAL = r"(?i)(?:will|may)\b"
_AFTER_MODAL = r"\b(?:will|would|can|could|shall|should|must|might|cannot)(?:[\s>]+not)?[\s>]+$"
_OBJECT = (
    r"[\s>]+(?:a|an|the|this|that|these|those|their|its|his|her|our|your|my|any|no|some|more|all|each|every|them|us|him|it|you|me"
    r"|nothing|anything|everything|both|another|up|\d+|\$\d\S*)\b"
)
_SUBJECT = r"(?:^|[\s>\"'(])(?:I|we|you|he|she|it|they|who|which|there|[a-z-]+s|[A-Z][\w.'-]+)[\s>]+$"
# "A rich field" and "they rob banks", for Rich Field and Rob Banks.
_ARTICLE = r"(?i)\b(?:a|an|the|this|that|these|those|its|our|your|my|every|each|no|any|such|very)[\s>]+$"
_DOING = r"(?i)(?<![\w'])(?:I|we|you|they|who)[\s>]+$"
_SENTENCE = r"[.!?]\s|\n\s*\n"
_PRONOUNS = frozenset("he her hers him his i it me my our she that their them they this us we who you your".split())
# After "the" a name is said only of what belongs to somebody: "the Price report", and not "the House voted".
_THE = r"(?i)\bthe[\s>]+$"
_NO_THING = (
    r"[\s>]*(?:$|[.,;:!?)\"\]])|[\s>]+(?:and|or|but|of|in|on|at|to|for|from|by|with|is|was|has|had|will|would|can|could|may|might"
    r"|that|which|who|when|while|after|before|as|than|voted|passed|approved|rejected|agreed|said|says|did|does)\b"
)
_GIVEN_BEFORE = r"[A-Z][A-Za-z'.-]*[ \t]+$"
_NEXT_NAME = r"[ \t]+(?:[A-Z]\.[ \t]*){0,2}([A-Z][A-Za-z'-]+)"
_NO_SURNAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|" + _MONTH + "$"
_A_BODY = r"[\s>]+of[\s>]+(?:America|Canada|England|Representatives|Commons|Lords|God|Christ|Scotland)\b"


def is_everyday(found: str) -> bool:
    """Return True if what was found as a name is made of everyday words alone, so that it may have been stopped for nothing."""
    words = re.findall(r"[a-z]+", found.lower())
    known = COMMON | SMALL
    return bool(words) and all(word in known or word.removesuffix("s") in known or word == "s" for word in words)


def may_be_name(text: str, start: int, end: int) -> bool:
    """Return False if the everyday words of a whole name, not all with a capital, cannot be that name where they stand: in
    "the studios will grant a raise" they are a verb. Where nobody writes capitals they may be.
    """
    before, after = text[max(0, start - 4 * _NEAR) : start], text[end : end + 4 * _NEAR]
    if is_spoken_of(text, start, end):
        return True
    verb = re.match(_MODAL, text[start : start + 8]) and (re.match(_OBJECT, after) or re.search(_SUBJECT, before))
    thing = re.search(_ARTICLE, before) and re.match(_NO_THING, after)
    if not verb and not thing and not re.search(_AFTER_MODAL, before) and not re.search(_DOING, before):
        return True
    sentence = re.split(_SENTENCE, before)[-1] + text[start:end] + re.split(_SENTENCE, after)[0]
    return not re.search(r"[A-Z]", sentence)


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Return True if somebody is said to speak, or to be spoken with, where a word stands."""
    return bool(re.match(_SPOKE, text[end : end + _NEAR]) or re.search(_NAMED_BY, text[max(0, start - _NEAR) : start]))


def are_a_bodys(letters: str, text: str, start: int, end: int) -> bool:
    """Return True if initials with periods are no person's: "the W.G.A. said"."""
    if len(letters) < 3 or not re.search(_THE, text[max(0, start - _NEAR) : start]):
        return False
    return letters in NOT_CAPITALS or re.match(_NO_THING, text[end : end + _NEAR]) is not None


def is_body(bodies: Iterable[str], text: str, start: int, end: int) -> bool:
    """Return True if a word is part of what a body is called, in full."""
    word = text[start:end].lower()
    for body in bodies:
        for match in re.finditer(rf"\b{re.escape(word)}\b", body):
            left, right = body[: match.start()].split(), body[match.end() :].split()
            before = re.findall(r"[^\W_]+", text[max(0, start - len(body) - 20) : start].lower())
            after = re.findall(r"[^\W_]+", text[end : end + len(body) + 20].lower())
            if before[len(before) - len(left) :] == left and after[: len(right)] == right:
                return True
    return False


def is_no_name(word: str, text: str, start: int, end: int, *, plural: bool) -> bool:
    """Return True if a surname of one word, found with its capital, cannot be a name where it stands. `word` is its letters;
    `text` is without accents and curly marks, and `end` is after the plural of it.
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if word in PAIRED and _is_paired(text[start:end], before, after):
        return True
    if word in SMALL and not _may_be_small_name(word, before, after, text[start:end]):
        return True
    if word not in COMMON:
        return False
    if re.match(_A_BODY, after):
        return True
    if not plural and re.search(_THE, before) and (word in _INSTITUTIONS or re.match(_NO_THING, after)):
        return True
    if word in _TITLES and (name := re.match(_NEXT_NAME, after)) and not re.match(_NO_SURNAME, name[1]):
        return not re.search(_GIVEN_BEFORE, before)
    if plural:
        # "Prices rose": the plural of a word that begins a sentence, not two people of that name; not "PRICES".
        return text[end - 2 : end].islower() and _begins_sentence(before)
    if word in _ASKING and _begins_sentence(before) and re.match(_ASKED, text[end : end + 400]):
        return True
    return word in _MONTHS and _is_month(before, after)


def _may_be_small_name(word: str, before: str, after: str, written: str) -> bool:
    """Return True if one of the smallest words is somebody's name: in the middle of a sentence, where it has no capital
    otherwise, after "Mr.", or where it speaks.
    """
    if re.search(r"(?i)\b(?:mr|mrs|ms|mx|dr|prof)\.?[\s>]+$", before):
        return True
    if written.isupper() and len(written) > 1:
        return False
    if _begins_sentence(before) or re.search(r"[\"'(\[:*_#>/-]\s*$", before):
        return word not in _PRONOUNS and re.match(_SPOKE, after) is not None
    return re.search(r"(?:^|[\s>\"'(])[a-z][a-z']*,?[\s>]+$", before) is not None and not re.match(_NEXT_NAME, after)


def _is_paired(word: str, before: str, after: str) -> bool:
    """Return True if the word is a half of a place or a body, written as one: "White House", "the West Coast"."""
    first, second = re.search(_WORD_BEFORE, before), re.match(_WORD_AFTER, after)
    pairs = [(word, second[1])] if second else []
    pairs += [(first[1], word)] if first else []
    return any(one[0].isupper() and other[0].isupper() and f"{one}-{other}".lower() in _PAIRS for one, other in pairs)


def _begins_sentence(before: str) -> bool:
    return bool(re.search(_BEGINS, before)) and not re.search(_NO_SENTENCE, before)


def _is_month(before: str, after: str) -> bool:
    """Return True if what stands around makes a date of it. "In May's" may be both, and counts as the name."""
    if re.search(rf"\b{_MONTH}(?:[\s>]+(?:to|through|until|till)[\s>]+|-)$", before) or re.match(
        rf"(?:[\s>]+(?:to|through|until|till)[\s>]+|-){_MONTH}", after
    ):
        return True
    if re.search(rf"(?i)\bbetween[\s>]+(?:{_MONTH}[\s>]+and[\s>]+)?$", before) and (
        re.match(rf"[\s>]+and[\s>]+{_MONTH}", after) or re.search(r"and[\s>]+$", before)
    ):
        return True
    if re.search(r"(?i)\b(?:this|every|each)[\s>]+$", before):
        return True
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
