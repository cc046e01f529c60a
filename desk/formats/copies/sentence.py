"""A quote as a sentence of news copy, with its attribution before, between or after."""

from __future__ import annotations

import re
from enum import StrEnum

from desk.formats.copies.attribution import HouseStyle, Reference, capitalised, credit, said
from desk.formats.copies.marks import bare, ended, marked, paragraphs, pointed, sentences
from desk.model.enums import EndMark, QuoteForm
from desk.model.quotes.gate import Permit


class Placement(StrEnum):
    """Where the attribution stands."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


# A clause that can stand on its own begins after one of these, so a sentence may be parted there.
_CLAUSE = re.compile(r",\s+(?=(?:and|because|but|if|or|since|so|though|when|while|yet)\s)", re.IGNORECASE)
_FEWEST_WORDS = 3
#: Words that cannot be the last before an attribution.
_LEADS_ON = frozenset({"that", "which", "who", "whom", "whose", "and", "but", "or", "so", "because", "than", "as"})


def sentence(
    permit: Permit,
    house: HouseStyle,
    *,
    placement: Placement = Placement.AFTER,
    reference: Reference = Reference.FIRST,
) -> str:
    """The quote in a sentence, without its stamps.

    A paraphrase gets no marks; a partial quote is said to be one ("said in part"). Where the attribution cannot stand
    between, since the words have no joint, it stands after them.
    """
    if permit.form is QuoteForm.PARAPHRASE:
        return _paraphrase(permit, house, placement, reference)
    partial = permit.form is QuoteForm.PARTIAL
    verb = "said in part" if partial else "said"
    who = said(permit, house, reference, verb=verb, after=placement is not Placement.BEFORE)
    parts = paragraphs(permit.words)
    source = credit(permit)
    if not who:
        return "\n\n".join(_rest(permit, house, parts))
    if placement is Placement.BEFORE:
        return _before(permit, house, capitalised(who), source, parts)
    tail = f"{who}, {source}." if source else f"{who}."
    cut = _joint(parts[0]) if placement is Placement.BETWEEN and not partial else None
    if cut is not None:
        return _between(permit, house, tail, parts, *cut)
    if len(parts) > 1:
        # The attribution comes at the first chance; the words go on in paragraphs of their own.
        head = f"{ended(parts[0], ',', house.marks, EndMark.GIVEN)} {tail}"
        return "\n\n".join([head, *_rest(permit, house, parts[1:])])
    return f"{ended(parts[0], ',', house.marks, permit.end_mark)} {tail}"


def _before(permit: Permit, house: HouseStyle, who: str, source: str, parts: list[str]) -> str:
    many = len(parts) > 1 or len(sentences(parts[0])) > 1 or permit.form is QuoteForm.PARTIAL
    lead = f"{who}, {source}:" if source else f"{who}{':' if many else ','}"
    if len(parts) == 1:
        return f"{lead} {ended(parts[0], '.', house.marks, permit.end_mark)}"
    return "\n\n".join([lead, *_rest(permit, house, parts)])


def _rest(permit: Permit, house: HouseStyle, parts: list[str]) -> list[str]:
    """Paragraphs of which each opens the marks and only the last one closes them."""
    running = [marked(part, house.marks, closes=False) for part in parts[:-1]]
    return [*running, ended(parts[-1], ".", house.marks, permit.end_mark)]


def _joint(paragraph: str) -> tuple[str, str, bool] | None:
    """Where a paragraph may be parted for an attribution: after its first sentence, else before a clause that stands
    on its own. The two halves, and whether the second begins a sentence.
    """
    first, *others = sentences(paragraph)
    if others:
        return first, paragraph[len(first) :].strip(), True
    for match in _CLAUSE.finditer(paragraph):
        left, right = paragraph[: match.start()], paragraph[match.end() :]
        if min(len(left.split()), len(right.split())) >= _FEWEST_WORDS and _parts(left, right):
            return left, right, False
    return None


def _parts(left: str, right: str) -> bool:
    """Return True if a sentence may be parted between these, and not inside of something that belongs together: marks,
    brackets, dashes, a list, or a clause that only interrupts another.
    """
    balanced = all(left.count(a) == left.count(b) for a, b in ("“”", "()", "[]")) and left.count('"') % 2 == 0
    if not balanced or left.count("—") % 2 or left.count("–") % 2 or left.split()[-1].casefold() in _LEADS_ON:
        return False
    begins = right.split()[0].casefold()
    if begins in ("and", "or"):
        return "," not in left
    return begins in ("but", "so", "yet") or "," not in right


def _between(
    permit: Permit, house: HouseStyle, tail: str, parts: list[str], left: str, right: str, new_sentence: bool
) -> str:
    head = ended(left, ",", house.marks, EndMark.GIVEN)
    link = tail if new_sentence else f"{tail[:-1]},"
    if len(parts) == 1:
        return f"{head} {link} {ended(right, '.', house.marks, permit.end_mark)}"
    running = f"{head} {link} {marked(right, house.marks, closes=False)}"
    return "\n\n".join([running, *_rest(permit, house, parts[1:])])


def _paraphrase(permit: Permit, house: HouseStyle, placement: Placement, reference: Reference) -> str:
    words = " ".join(bare(permit.words).split())
    source = credit(permit)
    who = said(permit, house, reference, after=placement is not Placement.BEFORE)
    if not who:
        return capitalised(pointed(words, ".", house.marks))
    first, *others = sentences(words)
    if placement is Placement.BEFORE and not others:
        lead = f"{capitalised(who)}, {source}," if source else capitalised(who)
        if words.endswith(("?", "!")):
            return f"{lead.rstrip(',')}: {capitalised(words)}"
        return f"{lead} that {pointed(_inside(words), '.', house.marks)}"
    # Of several sentences the first one has the attribution.
    tail = f"{who}, {source}." if source else f"{who}."
    rest = [pointed(" ".join(others), ".", house.marks)] if others else []
    return " ".join([capitalised(pointed(first, ",", house.marks)), tail, *rest])


#: Words that begin a sentence with a capital and are no names.
_NO_NAMES = frozenset(
    """
    a an the this that these those there here it its they their he his she her we our you your i'm i'll both all any each
    every few many most neither no none not nobody nothing one some several such two three after although as at because
    before by despite during even for from if in once on only since so though through to under until when where whether
    while with without talks negotiations members actors writers performers directors producers studios employers
    workers unions bargaining health wages pay residuals strikes nothing everybody everyone somebody someone
    """.split()
)


def _inside(words: str) -> str:
    """Words as they go on after "that": without the capital of a sentence, where that is no name's."""
    first = words.split(" ", 1)[0].rstrip(",;:")
    return words[:1].lower() + words[1:] if first.casefold() in _NO_NAMES else words
