"""The field's own words, as enumerations. The database's CHECKs hold the same lists (a test compares them)."""

from __future__ import annotations

from enum import StrEnum


class PartyKind(StrEnum):
    """What an organisation is at or around a table."""

    UNION = "union"
    EMPLOYER_ASSOCIATION = "employer_association"
    EMPLOYER = "employer"
    AGENCY = "agency"
    MEDIATOR = "mediator"


class SourceKind(StrEnum):
    """Where something is known from."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    PRESS_RELEASE = "press_release"
    PUBLIC_EVENT = "public_event"
    DOCUMENT = "document"
    INTERVIEW_NOTES = "interview_notes"
    PUBLISHED_REPORT = "published_report"
    SOCIAL_POST = "social_post"


class Tier(StrEnum):
    """Whether a source is the thing itself or somebody's account of it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class GroundRule(StrEnum):
    """The label of what was agreed with a source; the terms beside it say what it means."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    NOT_FOR_ATTRIBUTION = "not_for_attribution"
    DEEP_BACKGROUND = "deep_background"
    OFF_RECORD = "off_record"
    UNKNOWN = "unknown"


class Agreed(StrEnum):
    """Whether terms were agreed before or after the words were said."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class PositionKind(StrEnum):
    """How it is known what a party wants."""

    STATED = "stated"
    CHARACTERISED_BY_OTHER = "characterised_by_other"
    REPORTED_UNNAMED = "reported_unnamed"
    DOCUMENT = "document"
    NO_PUBLIC_POSITION = "no_public_position"


class DevelopmentKind(StrEnum):
    """What kind of thing happened in the talks."""

    SESSION = "session"
    STATEMENT = "statement"
    PROPOSAL = "proposal"
    COMMENT_SOUGHT = "comment_sought"
    VOTE = "vote"
    FILING = "filing"
    SCHEDULE = "schedule"
    ACTION = "action"
    CLAIM = "claim"
    CORRECTION = "correction"


class CommentOutcome(StrEnum):
    """What came of asking somebody for comment; `pending` is owed."""

    PENDING = "pending"
    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    UNREACHABLE = "unreachable"
    REFERRED = "referred"


class DeadlineKind(StrEnum):
    """What is ahead. `expiry` ends the contract, so it closes the bar of the talks."""

    TALKS_BEGIN = "talks_begin"
    TALKS_RESUME = "talks_resume"
    EXPIRY = "expiry"
    VOTE = "vote"
    FILING = "filing"
    PUBLICATION = "publication"
    OTHER = "other"


class QuoteForm(StrEnum):
    """Whether the words are somebody's whole sentence, a piece of one, or our rendering."""

    FULL = "full"
    PARTIAL = "partial"
    PARAPHRASE = "paraphrase"


class EndMark(StrEnum):
    """Whether the sentence's last mark is known (a report often closes a quotation with its own comma)."""

    GIVEN = "given"
    UNKNOWN = "unknown"


class VerificationKind(StrEnum):
    """What a quote's words and speaker were compared with."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    DOCUMENT = "document"
    STATEMENT = "statement"
    NOTES = "notes"
    READBACK = "readback"
    PUBLISHED_REPORT = "published_report"


class QuoteState(StrEnum):
    """What is known of a quote's accuracy. Computed each time, never stored."""

    VERIFIED = "verified"
    MATCHES_REPORT = "matches_report"
    STALE = "stale"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Mark(StrEnum):
    """The state of one line of a checklist."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    N_A = "n_a"


class Bound(StrEnum):
    """How a date's ends bind: on it, not later than it, or somewhere between."""

    ON = "on"
    BY = "by"
    BETWEEN = "between"


class Precision(StrEnum):
    """How exactly a date is known."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNDATED = "undated"


class Basis(StrEnum):
    """How a date came to be known."""

    STATED = "stated"
    INFERRED = "inferred"
    DERIVED = "derived"
    STATUTORY = "statutory"


class Certainty(StrEnum):
    """How sure it is that it happens, or happened, then."""

    EXPECTED = "expected"
    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    OCCURRED = "occurred"
    SUPERSEDED = "superseded"


class Deed(StrEnum):
    """What an action did: code decides by it, and the action's label is for people. `other` is what nobody could tell."""

    ADD_PARTY = "add_party"
    EDIT_PARTY = "edit_party"
    WITHDRAW_PARTY = "withdraw_party"
    MERGE_PARTIES = "merge_parties"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    WITHDRAW_PERSON = "withdraw_person"
    MERGE_PERSONS = "merge_persons"
    RELEASE_PERSON = "release_person"
    ADD_SOURCE = "add_source"
    EDIT_SOURCE = "edit_source"
    WITHDRAW_SOURCE = "withdraw_source"
    RELEASE_SOURCE = "release_source"
    KEEP_EVIDENCE = "keep_evidence"
    SET_TERMS = "set_terms"
    RENEGOTIATE_TERMS = "renegotiate_terms"
    SET_EMBARGO = "set_embargo"
    LIFT_EMBARGO = "lift_embargo"
    START_TALKS = "start_talks"
    ADD_TALKS = "add_talks"
    EDIT_TALKS = "edit_talks"
    WITHDRAW_TALKS = "withdraw_talks"
    ADD_ISSUE = "add_issue"
    EDIT_ISSUE = "edit_issue"
    WITHDRAW_ISSUE = "withdraw_issue"
    ADD_POSITION = "add_position"
    EDIT_POSITION = "edit_position"
    WITHDRAW_POSITION = "withdraw_position"
    LOG_DEVELOPMENT = "log_development"
    EDIT_DEVELOPMENT = "edit_development"
    WITHDRAW_DEVELOPMENT = "withdraw_development"
    ADD_DEADLINE = "add_deadline"
    EDIT_DEADLINE = "edit_deadline"
    FINISH_DEADLINE = "finish_deadline"
    REOPEN_DEADLINE = "reopen_deadline"
    WITHDRAW_DEADLINE = "withdraw_deadline"
    ADD_DATE = "add_date"
    CORRECT_DATE = "correct_date"
    WITHDRAW_DATE = "withdraw_date"
    ADD_QUOTE = "add_quote"
    NOTE_QUOTE = "note_quote"
    EDIT_QUOTE = "edit_quote"
    WITHDRAW_QUOTE = "withdraw_quote"
    DISPUTE_QUOTE = "dispute_quote"
    SETTLE_DISPUTE = "settle_dispute"
    VERIFY_QUOTE = "verify_quote"
    COMPARE_QUOTES = "compare_quotes"
    ADD_STORY = "add_story"
    EDIT_STORY = "edit_story"
    WITHDRAW_STORY = "withdraw_story"
    ADD_CHECK = "add_check"
    EDIT_CHECK = "edit_check"
    WITHDRAW_CHECK = "withdraw_check"
    MARK_CHECK = "mark_check"
    LET_OUT = "let_out"
    IMPORT_FILE = "import_file"
    IMPORT_STATEMENT = "import_statement"
    LOAD_DEMO = "load_demo"
    TIGHTEN = "tighten"
    OTHER = "other"


class Axis(StrEnum):
    """The four ways in which talks stand; all four can differ at once."""

    PHASE = "phase"
    CONTRACT = "contract"
    ACTION = "action"
    BLACKOUT = "blackout"


#: The values an axis may take; each starts at `unknown`.
AXIS_VALUES: dict[Axis, tuple[str, ...]] = {
    Axis.PHASE: (
        "unknown",
        "pre_talks",
        "talks_open",
        "recessed",
        "suspended",
        "broken_off",
        "mediation",
        "tentative_agreement",
        "board_review",
        "ratification_vote",
        "ratified",
        "rejected",
    ),
    Axis.CONTRACT: ("unknown", "in_force", "extended", "expired", "superseded"),
    Axis.ACTION: (
        "unknown",
        "none",
        "strike_vote_called",
        "strike_vote_open",
        "strike_vote_passed",
        "strike_vote_failed",
        "strike_called",
        "strike",
        "strike_suspended",
        "strike_ended",
        "lockout",
    ),
    Axis.BLACKOUT: ("unknown", "none", "mutual", "one_sided", "lifted"),
}


def plain(word: str) -> str:
    """A word of the model as people read it: `matches_report` is "matches report"."""
    return "n/a" if word == Mark.N_A else word.replace("_", " ")
