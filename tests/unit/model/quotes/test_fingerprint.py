"""Verified is computed from what was compared and what the quote is now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.model.dates.value import DateValue
from desk.model.enums import Precision, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.fingerprint import PARTS, changed_since, evidence, fingerprint, state
from desk.model.records import Quote, QuoteRecord, Source, Speaker, Verification

SPEAKER = Speaker(person_id=1, name="Duncan Crabtree-Ireland", title="national executive director", party="SAG-AFTRA")
QUOTE = Quote(id=1, words="We are not going to accept a deal", speakers=(SPEAKER,), source_id=1)
REPORT = Source(id=1, code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY)
RECORDING = Source(id=2, code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY)
MACHINE = Source(id=3, code="otter", kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY)


def checked(
    source: Source | None, kind: VerificationKind, *, quote: Quote = QUOTE, listened: bool = False, locator: str = ""
) -> tuple[Verification, Source | None]:
    return (
        Verification(
            quote_id=1, kind=kind, source_id=None, fingerprint=fingerprint(quote), who="Ana", listened=listened,
            locator=locator,
        ),
        source,
    )  # fmt: skip


def record(*verifications: tuple[Verification, Source | None], quote: Quote = QUOTE) -> QuoteRecord:
    return QuoteRecord(quote=quote, source=REPORT, verifications=verifications)


@pytest.mark.parametrize(
    ("verifications", "expected"),
    [
        ((), QuoteState.UNVERIFIED),
        ((checked(RECORDING, VerificationKind.RECORDING),), QuoteState.VERIFIED),
        ((checked(REPORT, VerificationKind.PUBLISHED_REPORT),), QuoteState.MATCHES_REPORT),
        # A report stays a report, whatever it is called.
        ((checked(replace(REPORT, tier=Tier.PRIMARY), VerificationKind.DOCUMENT),), QuoteState.MATCHES_REPORT),
        ((checked(RECORDING, VerificationKind.PUBLISHED_REPORT),), QuoteState.MATCHES_REPORT),
        ((checked(MACHINE, VerificationKind.TRANSCRIPT),), QuoteState.MATCHES_REPORT),
        ((checked(MACHINE, VerificationKind.TRANSCRIPT, listened=True),), QuoteState.MATCHES_REPORT),
        ((checked(MACHINE, VerificationKind.TRANSCRIPT, locator="12:40"),), QuoteState.MATCHES_REPORT),
        ((checked(MACHINE, VerificationKind.TRANSCRIPT, listened=True, locator="12:40"),), QuoteState.VERIFIED),
        ((checked(None, VerificationKind.READBACK),), QuoteState.UNVERIFIED),
        # The newest counts, for better and for worse.
        (
            (checked(REPORT, VerificationKind.PUBLISHED_REPORT), checked(RECORDING, VerificationKind.RECORDING)),
            QuoteState.VERIFIED,
        ),
        (
            (checked(RECORDING, VerificationKind.RECORDING), checked(REPORT, VerificationKind.PUBLISHED_REPORT)),
            QuoteState.MATCHES_REPORT,
        ),
    ],
)
def test_the_newest_verification_decides(
    verifications: tuple[tuple[Verification, Source | None], ...], expected: QuoteState
) -> None:
    assert state(record(*verifications)) is expected


@pytest.mark.parametrize(
    ("now", "part"),
    [
        (replace(QUOTE, words="We are going to accept a deal"), "words"),
        (replace(QUOTE, words=QUOTE.words + " "), "words"),
        (replace(QUOTE, form=QuoteForm.PARAPHRASE), "words"),
        (replace(QUOTE, speakers=(replace(SPEAKER, name="Sean Astin"),)), "speaker"),
        (replace(QUOTE, speakers=()), "speaker"),
        (replace(QUOTE, speakers=(replace(SPEAKER, person_id=None, party_id=1),)), "speaker"),
        (replace(QUOTE, speakers=(replace(SPEAKER, title="president"),)), "title"),
        (replace(QUOTE, speakers=(replace(SPEAKER, party="WGA"),)), "title"),
        (replace(QUOTE, source_id=2), "source"),
    ],
)
def test_a_quote_edited_after_verification_is_stale(now: Quote, part: str) -> None:
    made = checked(RECORDING, VerificationKind.RECORDING)
    assert state(record(made, quote=now)) is QuoteState.STALE
    assert part in changed_since(made[0], now)
    assert "Ana" in evidence(record(made, quote=now))


@pytest.mark.parametrize(
    "now",
    [
        replace(QUOTE, venue="CES"),
        replace(QUOTE, date=DateValue(precision=Precision.DAY, start=date(2026, 1, 6), end=date(2026, 1, 6))),
        replace(QUOTE, tags=("ai",)),
        replace(QUOTE, note="call back"),
        # Two entries of one person were merged.
        replace(QUOTE, speakers=(replace(SPEAKER, person_id=9),)),
    ],
)
def test_what_was_not_compared_makes_nothing_stale(now: Quote) -> None:
    assert state(record(checked(RECORDING, VerificationKind.RECORDING), quote=now)) is QuoteState.VERIFIED


def test_a_disputed_or_withdrawn_quote_is_that_whatever_was_verified() -> None:
    made = checked(RECORDING, VerificationKind.RECORDING)
    disputed = replace(QUOTE, disputed="the speaker denies it")
    assert state(record(made, quote=disputed)) is QuoteState.DISPUTED
    withdrawn = replace(disputed, withdrawn_at=datetime(2026, 2, 14, tzinfo=UTC))
    assert state(record(made, quote=withdrawn)) is QuoteState.WITHDRAWN


def test_a_fingerprint_of_another_making_counts_as_changed_in_everything() -> None:
    made, source = checked(RECORDING, VerificationKind.RECORDING)
    old = replace(made, fingerprint="0-abc")
    assert changed_since(old, QUOTE) == PARTS
    assert state(record((old, source))) is QuoteState.STALE


def test_a_verification_against_the_original_says_with_what_and_by_whom() -> None:
    text = evidence(record(checked(RECORDING, VerificationKind.RECORDING, locator="12:40")))
    assert text == "Compared with the recording (tape at 12:40) by Ana."
    text = evidence(record(checked(REPORT, VerificationKind.PUBLISHED_REPORT)))
    assert text == "Matches a published report (S1), compared by Ana; not checked against the original."
