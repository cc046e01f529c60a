"""What is found in a draft: each thing with its place, a word for what it is, and a sentence."""

from __future__ import annotations

from enum import StrEnum

from desk.app.drafts.file import Draft
from desk.model.frozen import frozen
from desk.model.wording.compare import Piece


class Sort(StrEnum):
    """What a finding says. Those down to UNCLOSED are of quotations."""

    EXACT = "EXACT"
    PARTIAL = "PARTIAL"
    ELIDED = "ELIDED"
    ALTERED = "ALTERED"
    WRONG_SPEAKER = "WRONG_SPEAKER"
    RESTRICTED = "RESTRICTED"
    EMBARGOED = "EMBARGOED"
    UNVERIFIED = "UNVERIFIED"
    #: The words are right, and nothing was agreed yet about what may be done with them.
    TERMS_NOT_SET = "TERMS_NOT_SET"
    NOT_IN_BANK = "NOT_IN_BANK"
    #: The bank has it as a paraphrase, which never gets marks.
    PARAPHRASE = "PARAPHRASE"
    #: Every word is the speaker's, and a word such as "not" of the sentence is outside of them.
    CUT_NEGATION = "CUT_NEGATION"
    #: One or two words in marks that nobody is known to have said.
    SCARE_QUOTE = "SCARE_QUOTE"
    UNCLOSED = "UNCLOSED"
    STAMP = "STAMP"
    HOUSE_STYLE = "HOUSE_STYLE"
    WEEKDAY = "WEEKDAY"


#: With these a draft is clean.
FINE = frozenset({Sort.EXACT, Sort.PARTIAL, Sort.ELIDED, Sort.SCARE_QUOTE})


@frozen(kw_only=True)
class Finding:
    """One thing at [start, end) of the draft.

    `quote_id` is the bank's quote; None where there is none or nothing of it is shown. `difference` is that between
    its words (`theirs`) and the draft's (`words`). `forbidden` are names that may not be in what is said of it.
    """

    sort: Sort
    start: int
    end: int
    sentence: str
    words: str = ""
    quote_id: int | None = None
    theirs: str = ""
    difference: tuple[Piece, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """True if the draft is not clean while this stands."""
        return self.sort not in FINE


@frozen
class Report:
    """A draft and all that was found in it, in the order of the text; and how much of it was read."""

    draft: Draft
    findings: tuple[Finding, ...]
    words: int = 0
    paragraphs: int = 0
    quotations: int = 0

    @property
    def read(self) -> str:
        """What was read and how much of it: "1,204 words in 31 paragraphs, 12 quotations"."""
        what = _count(self.quotations, "quotation") if self.quotations else "no quotation"
        return f"{_count(self.words, 'word')} in {_count(self.paragraphs, 'paragraph')}, {what}"

    @property
    def wrong(self) -> int:
        """How many findings keep the draft from being clean."""
        return sum(finding.wrong for finding in self.findings)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
