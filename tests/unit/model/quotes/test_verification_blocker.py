"""What stands in the way of passing a check, in words, and what the check would make of the quote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.model.enums import QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.verification_blocker import (
    Check,
    differences,
    kinds_for,
    outlook,
    taken_over,
    verification_blocker,
)
from desk.model.records import Quote, QuoteRecord, Source, Speaker
from desk.model.wording.passage import compare

WORDS = "We are not going to accept a deal that is not fair to our members"
PASSAGE = f"We are here. “{WORDS},” he said. Members are many."
RELEASE = Source(id=3, code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY)
MACHINE = Source(id=4, code="otter", kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY)
REPORT = Source(id=5, code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY)
RECORDING = Source(id=6, code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY)


def a_quote(words: str = WORDS, form: QuoteForm = QuoteForm.FULL) -> Quote:
    return Quote(id=1, words=words, form=form, speakers=(Speaker(person_id=1, name="Duncan Crabtree-Ireland"),))


def a_check(quote: Quote, passage: str = PASSAGE, source: Source = RELEASE, **more: object) -> Check:
    kind = more.pop("kind", kinds_for(source)[0])
    found = compare(passage, quote.words) if passage else None
    return Check(kind=kind, source=source, comparison=found, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (WORDS.replace("not ", "", 1), "The words differ: the quote leaves out “not” (a negation)."),
        (WORDS.replace("not going", "never going"), "The words differ: “never” stands for “not” (a negation)."),
        (WORDS.replace("members", "good members"), "The words differ: the passage does not have “good”."),
        (WORDS.replace("We are", "we are"), "The words differ: “we” stands for “We”."),
        ("I love oranges", "None of the quote's words stand in the passage."),
        (
            "We're going to take one deal that seems fair to members",
            "The words differ: “We're” stands for “We are not” (a negation); “take one” stands for “accept a” (a number); "
            "“seems” stands for “is not” (a negation); and 1 more place.",
        ),
    ],
)
def test_the_sentence_says_which_words_differ(words: str, told: str) -> None:
    assert differences(compare(PASSAGE, words)) == told
    assert verification_blocker(a_quote(words), a_check(a_quote(words))) == told


def test_words_that_stand_twice_in_the_passage_are_compared_with_the_nearer_ones() -> None:
    passage = "We are here. We are not going to accept that, our members said. Our members know."
    assert differences(compare(passage, "We are going to accept that, our members")) == (
        "The words differ: the quote leaves out “not” (a negation)."
    )
    assert differences(compare("to our side, to our members", "fair to our members")) == (
        "The words differ: “fair” stands for “our side,”."
    )


def test_the_same_words_in_other_marks_can_be_passed() -> None:
    assert verification_blocker(a_quote(), a_check(a_quote())) == ""
    assert verification_blocker(a_quote(f"“{WORDS}.”"), a_check(a_quote(f"“{WORDS}.”"))) == ""


@pytest.mark.parametrize("kind", [kind for kind in VerificationKind if kind is not VerificationKind.PUBLISHED_REPORT])
def test_what_is_written_has_to_be_there_to_be_compared(kind: VerificationKind) -> None:
    by_ear = {VerificationKind.RECORDING, VerificationKind.NOTES, VerificationKind.READBACK}
    can_pass = verification_blocker(a_quote(), a_check(a_quote(), "", RECORDING, kind=kind)) == ""
    assert can_pass == (kind in by_ear)


def test_a_paraphrase_has_no_words_to_be_the_same_but_needs_the_passage() -> None:
    paraphrase = a_quote("a strike remains possible", QuoteForm.PARAPHRASE)
    assert verification_blocker(paraphrase, a_check(paraphrase, "We may well strike.", RECORDING)) == ""
    assert "Write down" in verification_blocker(paraphrase, a_check(paraphrase, "", RECORDING))


@pytest.mark.parametrize(
    ("locator", "is_one"),
    [("", False), ("paragraph 3", False), ("p. 12", False), ("00:12:31", True), ("12:31", True), ("at 12 min", True)],
)
def test_having_listened_asks_for_the_timecode(locator: str, is_one: bool) -> None:
    check = a_check(a_quote(), source=MACHINE, listened=True, locator=locator)
    assert verification_blocker(a_quote(), check) == ("" if is_one else "Give the timecode at which you listened.")
    assert (outlook(QuoteRecord(quote=a_quote()), check) is QuoteState.VERIFIED) == is_one
    assert verification_blocker(a_quote(), replace(check, locator="00:12:31")) == ""


@pytest.mark.parametrize(
    ("source", "listened", "locator", "becomes"),
    [
        (RELEASE, False, "", QuoteState.VERIFIED),
        (RECORDING, False, "", QuoteState.VERIFIED),
        (MACHINE, False, "00:12:31", QuoteState.MATCHES_REPORT),
        (MACHINE, True, "00:12:31", QuoteState.VERIFIED),
        (REPORT, False, "", QuoteState.MATCHES_REPORT),
        (REPORT, True, "00:12:31", QuoteState.MATCHES_REPORT),
    ],
)
def test_what_a_check_would_make_of_the_quote(
    source: Source, listened: bool, locator: str, becomes: QuoteState
) -> None:
    check = a_check(a_quote(), source=source, listened=listened, locator=locator)
    assert outlook(QuoteRecord(quote=a_quote(), source=source), check) is becomes


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (SourceKind.RECORDING, VerificationKind.RECORDING),
        (SourceKind.TRANSCRIPT, VerificationKind.TRANSCRIPT),
        (SourceKind.PRESS_RELEASE, VerificationKind.STATEMENT),
        (SourceKind.PUBLIC_EVENT, VerificationKind.NOTES),
        (SourceKind.DOCUMENT, VerificationKind.DOCUMENT),
        (SourceKind.INTERVIEW_NOTES, VerificationKind.NOTES),
        (SourceKind.SOCIAL_POST, VerificationKind.STATEMENT),
    ],
)
def test_the_kind_of_check_follows_from_the_kind_of_source(kind: SourceKind, first: VerificationKind) -> None:
    kinds = kinds_for(Source(code="S", kind=kind, tier=Tier.PRIMARY))
    assert kinds[0] is first
    assert VerificationKind.READBACK in kinds
    assert VerificationKind.PUBLISHED_REPORT not in kinds


def test_a_published_report_can_only_be_compared_as_one() -> None:
    assert kinds_for(REPORT) == (VerificationKind.PUBLISHED_REPORT,)


@pytest.mark.parametrize(
    ("quote", "passage", "becomes"),
    [
        (WORDS.replace("not ", "", 1) + ".", PASSAGE, WORDS + "."),
        ("“We accept a deal.”", "Then: We cannot accept\n  a deal. Never.", "“We cannot accept a deal.”"),
        ("We hope. They do too", "We do hope.\n\nThey do not.", "We do hope.\n\nThey do not"),
        ("I love oranges", PASSAGE, ""),
    ],
)
def test_the_difference_is_taken_over_with_the_quotes_own_marks(quote: str, passage: str, becomes: str) -> None:
    assert taken_over(quote, passage, compare(passage, quote)) == becomes


@pytest.mark.parametrize("kind", kinds_for(RELEASE))
def test_a_release_is_compared_with_its_words_whatever_the_check_is_called(kind: VerificationKind) -> None:
    quote = a_quote()
    assert (
        verification_blocker(quote, a_check(quote, passage="", kind=kind))
        == "Put the source's own words beside the quote first."
    )
    assert verification_blocker(quote, a_check(quote, kind=kind)) == ""


@pytest.mark.parametrize("kind", [VerificationKind.NOTES, VerificationKind.READBACK, VerificationKind.RECORDING])
def test_an_official_transcript_is_not_passed_without_its_words(kind: VerificationKind) -> None:
    quote = a_quote()
    official = Source(id=5, code="hansard", kind=SourceKind.TRANSCRIPT, tier=Tier.PRIMARY)
    assert "the source's own words" in verification_blocker(
        quote, a_check(quote, passage="", source=official, kind=kind)
    )


def test_a_machines_transcript_is_passed_without_its_words_only_where_the_recording_was_heard() -> None:
    quote = a_quote()
    heard = a_check(
        quote, passage="", source=MACHINE, kind=VerificationKind.RECORDING, listened=True, locator="00:12:31"
    )
    assert verification_blocker(quote, heard) == ""
    assert verification_blocker(quote, replace(heard, listened=False))
    assert verification_blocker(quote, replace(heard, kind=VerificationKind.NOTES))


@pytest.mark.parametrize("kind", [VerificationKind.NOTES, VerificationKind.READBACK, VerificationKind.RECORDING])
def test_a_published_report_is_compared_as_nothing_else(kind: VerificationKind) -> None:
    quote = a_quote()
    assert "is not compared as" in verification_blocker(quote, a_check(quote, passage="", source=REPORT, kind=kind))
