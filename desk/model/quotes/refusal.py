"""A no: why something may not leave the desk, and what would change that."""

from __future__ import annotations

from enum import StrEnum

from desk.model.frozen import frozen


class Reason(StrEnum):
    """Why something may not leave."""

    WITHDRAWN = "withdrawn"
    NOT_SET = "not_set"
    OFF_RECORD = "off_record"
    MAY_NOT_PUBLISH = "may_not_publish"
    MAY_NOT_QUOTE = "may_not_quote"
    NO_ATTRIBUTION = "no_attribution"
    NO_SPEAKER = "no_speaker"
    NO_WORDS = "no_words"
    DISPUTED = "disputed"
    NOT_CLEAN = "not_clean"
    CONFIDENTIAL_NAME = "confidential_name"
    BROKEN_FORMAT = "broken_format"


class Mend(StrEnum):
    """What the reporter can do about a refusal. The screens know the key of each."""

    NOTHING = "nothing"
    RESTORE = "restore"
    SET_TERMS = "set_terms"
    EDIT_QUOTE = "edit_quote"
    GIVE_REASON = "give_reason"
    OTHER_FORMAT = "other_format"
    VERIFY = "verify"


@frozen
class Refusal:
    """No, why not, and what would change that. Holds nothing of the quote but `here`: what it was that stopped it, in a
    sentence for the reporter's own screen alone, where an everyday word, or a surname alone, was taken for a name.
    """

    reason: Reason
    sentence: str
    remedy: str = ""
    mend: Mend = Mend.NOTHING
    here: str = ""

    def on_screen(self) -> str:
        """The whole of it; what is printed by a command is `str()` of it."""
        return " ".join(part for part in (self.sentence, self.here, self.remedy) if part)

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".rstrip()
