"""The history of a quote's verification, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.model.enums import SourceKind, Tier, VerificationKind
from desk.model.quotes.fingerprint import fingerprint
from desk.model.quotes.verification_history import history
from desk.model.records import Quote, QuoteRecord, Source, Speaker, Verification

QUOTE = Quote(id=1, words="We will stay", speakers=(Speaker(person_id=1, name="Jo Roe", title="chair"),), source_id=3)
TAPE = Source(id=3, code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY)
REPORT = Source(id=4, code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY)
MACHINE = Source(id=5, code="otter", kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY)


def compared(source: Source | None, kind: VerificationKind, **more: object) -> tuple[Verification, Source | None]:
    made = Verification(quote_id=1, kind=kind, fingerprint=fingerprint(QUOTE), who="Sam")
    return replace(made, source_id=source.id if source else None, **more), source  # type: ignore[arg-type]


def test_who_compared_what_and_that_it_still_holds() -> None:
    check = compared(TAPE, VerificationKind.RECORDING, locator="00:12:31", passage="We will stay.")
    (line,) = history(QuoteRecord(quote=QUOTE, source=TAPE, verifications=(check,)))
    assert line.done == "compared with tape (recording) at 00:12:31 by Sam; passage kept"
    assert (line.now, line.holds) == ("still so", True)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (replace(QUOTE, words="We will not stay"), "changed since: the words"),
        (
            replace(QUOTE, words="We may stay", speakers=(Speaker(person_id=1, name="J. Roe", title="chair"),)),
            "changed since: the words and the speaker",
        ),
        (replace(QUOTE, source_id=9), "changed since: the source"),
        (replace(QUOTE, note="ring"), "still so"),
    ],
)
def test_what_changed_since_is_said(quote: Quote, told: str) -> None:
    check = compared(TAPE, VerificationKind.RECORDING)
    (line,) = history(QuoteRecord(quote=quote, source=TAPE, verifications=(check,)))
    assert line.now == told


def test_an_older_comparison_gives_way_to_the_newer_one() -> None:
    checks = (compared(REPORT, VerificationKind.PUBLISHED_REPORT), compared(TAPE, VerificationKind.RECORDING))
    assert [line.now for line in history(QuoteRecord(quote=QUOTE, verifications=checks))] == [
        "compared again since",
        "still so",
    ]


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (
            compared(REPORT, VerificationKind.PUBLISHED_REPORT),
            "still so, but that is a published report, not the original",
        ),
        (compared(MACHINE, VerificationKind.TRANSCRIPT), "still so, but nobody listened to the recording"),
        (compared(MACHINE, VerificationKind.TRANSCRIPT, listened=True, locator="00:01:00"), "still so"),
        (compared(None, VerificationKind.READBACK), "of no source, so it counts for nothing"),
    ],
)
def test_what_a_comparison_is_worth(check: tuple[Verification, Source | None], told: str) -> None:
    (line,) = history(QuoteRecord(quote=QUOTE, verifications=(check,)))
    assert line.now == told
