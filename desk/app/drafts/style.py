"""What a draft says beside its quotations that the desk can look at: stamps left in, house style, weekdays and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desk.app.drafts.findings import Finding, Sort
from desk.model.dates.apstyle import MONTHS, WEEKDAYS
from desk.prose.reading import Block

_STAMP = re.compile(
    r"\[(?:UNVERIFIED|CHANGED SINCE CHECKED|EMBARGOED until [^\]\n]{1,80}|DISPUTED: [^\]\n]{1,400}"
    r"|per [^\]\n]{1,200}; not checked against the original)\]"
)
_PERSON = r"(?:persons?|people|sources?|officials?|individuals?|insiders?|executives?|employees?|somebody|someone)"
_FAMILIAR = re.compile(rf"\b{_PERSON}\s+(?:who\s+(?:is|are|was|were)\s+)?familiar\b(?!\s+with\b)", re.IGNORECASE)
_NO_COMMENT = re.compile(
    r"\b(?:declin(?:ed|es|ing)\s+(?:to\s+)?comment|refus(?:ed|es|ing)\s+to\s+comment|would\s+not\s+comment"
    r"|had\s+no\s+comment)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf"\b{_PERSON}\s+(?:who\s+(?:is|are|was|were)\s+)?(?:familiar|briefed|close\s+to|with\s+(?:direct\s+)?knowledge)\b"
    r"|\b(?:on\s+(?:the\s+)?condition\s+of\s+anonymity|asked\s+not\s+to\s+be\s+(?:named|identified)|unnamed|anonymous(?:ly)?)\b"
    r"|\b(?:a|one|two|three|several|multiple|some)\s+(?:\w+\s+)?sources?\s+(?:said|say|says|told)\b"
    r"|\bsources\s+(?:said|say|told)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|Co|vs|No))[.!?][”’\"')\]]*(?=\s|\Z)")

_DAY_NAMES = "|".join(f"{day}|{day[:3]}" for day in WEEKDAYS) + "|Tues|Wednes|Thur|Thurs"
_MONTH_NAMES = "|".join(sorted({*MONTHS, *(month[:3] for month in MONTHS), "Sept"}, key=len, reverse=True))
_ON = re.compile(
    rf"\b(?P<weekday>{_DAY_NAMES})\b\.?,?\s+(?:the\s+)?"
    rf"(?:(?P<month>{_MONTH_NAMES})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH_NAMES})\b\.?)"
    r"(?:,?\s+(?P<year>\d{4})\b)?"
)


def stamps(text: str) -> Iterator[Finding]:
    """A stamp of the desk that still stands in the draft."""
    for found in _STAMP.finditer(text):
        yield Finding(
            sort=Sort.STAMP,
            start=found.start(),
            end=found.end(),
            sentence="A stamp of the desk stands here. See to what it says; then take it out.",
            words=found.group(),
        )


def familiar(text: str) -> Iterator[Finding]:
    """A "person familiar" without "with" what."""
    for found in _FAMILIAR.finditer(text):
        yield _style(found.start(), found.end(), text, "Say with what the source is familiar.")


def no_comment(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """A no-comment beside an unnamed source: in the same paragraph, or in the sentence before or after."""
    sentence = (
        "A no-comment stands beside an unnamed source: whoever reads both may take one for the other. "
        "Part them, or say how the source is known."
    )
    for number, block in enumerate(blocks):
        for found in _NO_COMMENT.finditer(text, block.start, block.end):
            beside = [(block.start, block.end)]
            if number and not _SENTENCE_END.search(text, block.start, found.start()):
                beside.append(_last_sentence(text, blocks[number - 1]))
            if number + 1 < len(blocks) and not _more(text, found.end(), block.end):
                beside.append(_first_sentence(text, blocks[number + 1]))
            if any(_UNNAMED.search(text, start, end) for start, end in beside):
                yield _style(found.start(), found.end(), text, sentence)


def _more(text: str, at: int, end: int) -> bool:
    """Return True if another sentence begins before the end of the paragraph."""
    ends = _SENTENCE_END.search(text, at, end)
    return ends is not None and bool(text[ends.end() : end].strip())


def _last_sentence(text: str, block: Block) -> tuple[int, int]:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, block.start, block.end) if found.end() < block.end]
    return (ends[-1] if ends else block.start), block.end


def _first_sentence(text: str, block: Block) -> tuple[int, int]:
    found = _SENTENCE_END.search(text, block.start, block.end)
    return block.start, found.end() if found is not None else block.end


def weekdays(text: str, today: date) -> Iterator[Finding]:
    """A weekday beside a date that is not one. Without a year the date nearest to today is meant."""
    for found in _ON.finditer(text):
        month = next(
            number for number, name in enumerate(MONTHS, 1) if name.startswith((found["month"] or found["month2"])[:3])
        )
        day, year = int(found["day"] or found["day2"]), found["year"]
        said = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(found["weekday"][:3]))
        near = _dates(month, day, [int(year)] if year else [today.year - 1, today.year, today.year + 1])
        if not near:
            yield _day(found, f"There is no {MONTHS[month - 1]} {day}{f', {year}' if year else ''}.")
            continue
        meant = min(near, key=lambda one: abs((one - today).days))
        if meant.weekday() != said:
            yield _day(
                found,
                f"{MONTHS[month - 1]} {day}, {meant.year}, is a {WEEKDAYS[meant.weekday()]}, not a {WEEKDAYS[said]}.",
            )


def _dates(month: int, day: int, years: Sequence[int]) -> list[date]:
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # no such day that year
    return found


def _style(start: int, end: int, text: str, sentence: str) -> Finding:
    return Finding(
        sort=Sort.HOUSE_STYLE, start=start, end=end, sentence=sentence, words=" ".join(text[start:end].split())
    )


def _day(found: re.Match[str], sentence: str) -> Finding:
    return Finding(
        sort=Sort.WEEKDAY,
        start=found.start(),
        end=found.end(),
        sentence=sentence,
        words=" ".join(found.group().split()),
    )
