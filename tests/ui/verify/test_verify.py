"""Verify: the passage beside the quote, what differs marked in both, and one key to pass. With keys only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from desk.clipboard import pasted
from desk.model.enums import GroundRule, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.errors import InputError, RefusedError
from desk.model.quotes.fingerprint import state
from desk.model.records import Copied, Quote, Source, Speaker, Terms
from desk.store.store import Store
from desk.ui.panes.desk import DeskScreen
from desk.ui.verify.verify import Verdict, VerifyScreen
from desk.ui.verify.verify_all import VerifyAllScreen
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.passage import PassageArea
from tests.ui.opened import NOW, ODD, SHOWN, a_store, notices, opened, press, settle, shown, type_in

WORDS = "We are going to accept a good deal that is not fair to our members"
SAID = "We are not going to accept a deal that is not fair to our members."
SRT = f"""1
00:12:29,100 --> 00:12:31,500
REPORTER: Will you?

2
00:12:31,500 --> 00:12:34,000
DUNCAN: {SAID}

3
00:12:36,000 --> 00:12:38,000
That much is clear.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        one.settings.put("reporter", "Sam")
        yield one


def a_source(store: Store, kind: SourceKind = SourceKind.PRESS_RELEASE, tier: Tier = Tier.PRIMARY) -> int:
    return store.sources.add(Source(code="presser", kind=kind, tier=tier), terms=Terms(rule=GroundRule.ON_RECORD))


def a_quote(store: Store, source_id: int | None, words: str = SAID, form: QuoteForm = QuoteForm.FULL) -> int:
    person = next(one for one in store.people.persons() if "Crabtree" in one.name)
    speaker = Speaker(person_id=person.id, name=person.name, title=person.title, party="SAG-AFTRA")
    return store.quotes.add(Quote(words=words, speakers=(speaker,), source_id=source_id, form=form))


def keep(store: Store, source_id: int, tmp_path: Path, words: str, name: str = "kept.txt") -> None:
    path = tmp_path / name
    path.write_text(words)
    store.evidence.attach(source_id, path)


def on_the_clipboard(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(pasted, "read", lambda around: words)


def known(store: Store, quote_id: int) -> QuoteState:
    return state(store.quotes.record(quote_id))


def verdict(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one(Verdict).render())


def passage(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one(PassageArea).text


async def go_to_newest(pilot: Pilot[int]) -> None:
    """The quote that was added last is the first in the list."""
    await press(pilot, "3")


async def test_a_passage_on_the_clipboard_is_compared_and_passed_with_three_keys(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store))
    on_the_clipboard(monkeypatch, f"Before. “{SAID}” he said.")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        assert verdict(pilot) == "↵ Pass: every word is the same. It will be verified."
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert "compared with presser; u undoes" in notices(pilot)
    verification, source = store.quotes.record(quote_id).verifications[-1]
    assert known(store, quote_id) is QuoteState.VERIFIED
    assert (verification.kind, verification.who) == (VerificationKind.STATEMENT, "Sam")
    assert SAID in verification.passage
    assert source is not None
    assert source.code == "presser"


async def test_while_a_word_differs_the_button_says_which_and_nothing_passes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store), WORDS)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        for key in ("enter", "ctrl+s"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, VerifyScreen)
            assert verdict(pilot) == (
                "✕ Cannot pass. The words differ: the quote leaves out “not” (a negation); the passage does not have “good”."
            )
        assert "‸going to accept a good deal" in shown(pilot).replace("\n", "").replace("│", "")
    assert store.quotes.record(quote_id).verifications == ()


async def test_a_quote_with_cuts_passes_as_elided_and_both_columns_say_what_was_cut(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store), "[The union is] not going to accept … that is not fair")
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v", "p")
        assert verdict(pilot) == (
            "↵ Pass: elided, every word outside of the cuts and insertions is the passage's. It will be verified."
        )
        page = shown(pilot)
        assert "“We are” stands as “[The union is]” in the quote." in page
        assert "“a deal” is cut." in page
        assert "“[The union is]” is yours, for “We are”." in page
        assert "2 words cut at “…”: “a deal”." in page
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
    verification, _ = store.quotes.record(quote_id).verifications[-1]
    assert known(store, quote_id) is QuoteState.VERIFIED
    assert verification.note == "elided: “[The union is]” is yours, for “We are”; 2 words cut at “…”: “a deal”"
    assert verification.passage == SAID


async def test_a_cut_that_takes_a_not_away_passes_only_with_a_note_on_why_the_sense_is_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store), "We are … going to accept a deal")
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v", "p")
        assert verdict(pilot) == (
            "✕ Cannot pass. The cut at “…” takes “not” out of a sentence of which other words stay. "
            "Write down why the sense is kept."
        )
        await press(pilot, "enter")
        assert store.quotes.record(quote_id).verifications == ()
        await press(pilot, "enter")
        assert store.quotes.record(quote_id).verifications == ()
        await type_in(pilot, "satire")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, VerifyScreen)
        assert verdict(pilot).startswith("↵ Pass: elided")
        assert "and you say why the sense is kept" in verdict(pilot)
        await press(pilot, "enter")
    verification, _ = store.quotes.record(quote_id).verifications[-1]
    assert verification.note == "elided: 1 word cut at “…”: “not”. Sense kept: satire"


def test_below_the_screen_a_cut_that_turns_the_sense_needs_its_note_too(store: Store) -> None:
    source_id = a_source(store)
    quote_id = a_quote(store, source_id, "We are … going to accept a deal")
    with pytest.raises(RefusedError, match="takes “not” out of a sentence"):
        store.quotes.verify(quote_id, VerificationKind.STATEMENT, source_id=source_id, passage=SAID, note="  ")
    store.quotes.verify(
        quote_id, VerificationKind.STATEMENT, source_id=source_id, passage=SAID, note="said in full above"
    )
    assert known(store, quote_id) is QuoteState.VERIFIED


async def test_a_note_on_the_sense_holds_for_no_other_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    quote_id = a_quote(store, a_source(store), "We are … going to accept a deal")
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v", "p", "n")
        await type_in(pilot, "satire")
        await press(pilot, "enter")
        assert verdict(pilot).startswith("↵ Pass: elided")
        store.quotes.edit(replace(store.quotes.get(quote_id), words="We are … going to accept a deal that is not fair"))
        await settle(pilot)
        assert verdict(pilot).startswith("✕ Cannot pass. The cut at “…” takes “not”")


async def test_the_help_begins_with_the_keys_of_this_screen(store: Store) -> None:
    a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "question_mark")
        page = shown(pilot)
        assert page.rindex("Take the passage from the clipboard") < page.rindex("From anywhere")


def test_below_the_screen_it_cannot_be_passed_either(store: Store) -> None:
    source_id = a_source(store)
    quote_id = a_quote(store, source_id, WORDS)
    with pytest.raises(RefusedError, match="leaves out “not”"):
        store.quotes.verify(quote_id, VerificationKind.RECORDING, source_id=source_id, passage=SAID)
    with pytest.raises(RefusedError, match="source's own words"):
        store.quotes.verify(quote_id, VerificationKind.STATEMENT, source_id=source_id)
    assert store.quotes.record(quote_id).verifications == ()


async def test_the_difference_is_taken_over_as_one_action_and_then_it_passes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store), WORDS)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        await press(pilot, "t")
        assert store.quotes.get(quote_id).words == SAID.rstrip(".")
        assert verdict(pilot).startswith("↵ Pass: every word is the same.")
        await press(pilot, "u")
        assert store.quotes.get(quote_id).words == WORDS
        assert verdict(pilot).startswith("✕ Cannot pass.")
        await press(pilot, "t")
        await press(pilot, "enter")
    assert known(store, quote_id) is QuoteState.VERIFIED


async def test_why_it_cannot_pass_is_not_said_any_longer_once_the_words_are_taken_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_quote(store, a_source(store), WORDS)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v", "p", "enter")
        assert [said for said in notices(pilot) if said.startswith("The words differ")]
        await press(pilot, "t")
        assert notices(pilot) == ["the quote has the passage's words; u undoes"]


async def test_typing_in_the_passage_compares_after_every_change(store: Store) -> None:
    a_quote(store, a_source(store), "No deal")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "tab")
        await type_in(pilot, "No good deal")
        await settle(pilot)
        assert verdict(pilot) == "✕ Cannot pass. The words differ: the quote leaves out “good”."
        await press(pilot, *["backspace"] * len("good deal"), "d", "e", "a", "l")
        assert verdict(pilot).startswith("↵ Pass")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_the_terminals_own_paste_goes_into_the_passage_wherever_the_focus_is(store: Store) -> None:
    a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        pilot.app.post_message(events.Paste(f"{SAID}\nMore."))
        await settle(pilot)
        assert passage(pilot) == f"{SAID}\nMore."
        assert verdict(pilot).startswith("↵ Pass")


async def test_a_passage_of_five_megabytes_shows_only_where_the_quote_stands(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote_id = a_quote(store, a_source(store))
    filler = "The parties met again on Monday and will not keep talking about pay to our members. " * 30_000
    on_the_clipboard(monkeypatch, f"{filler}{SAID} {filler}")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        assert len(passage(pilot)) < 5_000
        assert "of 5,0" in shown(pilot)
        await press(pilot, "enter")
    verification, _ = store.quotes.record(quote_id).verifications[-1]
    assert SAID in verification.passage
    assert len(verification.passage) < 5_000


async def test_a_machines_transcript_is_no_original_until_it_was_listened_to(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store, SourceKind.TRANSCRIPT, Tier.SECONDARY)
    keep(store, source_id, tmp_path, SRT, "presser.srt")
    quote_id = a_quote(store, source_id)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "f")
        assert pilot.app.screen.query_one("#verify-locator", Entry).value == "00:12:31"
        assert "be verified once you have listened at the timecode" in verdict(pilot)
        await press(pilot, "l")
        assert verdict(pilot) == "↵ Pass: every word is the same. It will be verified."
        await press(pilot, "enter")
    verification, _ = store.quotes.record(quote_id).verifications[-1]
    assert (verification.listened, verification.locator) == (True, "00:12:31")
    assert known(store, quote_id) is QuoteState.VERIFIED


async def test_the_place_is_picked_from_the_transcript_by_its_timecode(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store, SourceKind.TRANSCRIPT, Tier.PRIMARY)
    keep(store, source_id, tmp_path, SRT, "presser.srt")
    a_quote(store, source_id)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "s")
        assert "00:12:31 DUNCAN: We are not going" in shown(pilot)
        await type_in(pilot, "12:31")
        await press(pilot, "enter")
        assert passage(pilot).startswith(SAID)
        assert pilot.app.screen.query_one("#verify-locator", Entry).value == "00:12:31"
        assert verdict(pilot).startswith("↵ Pass")


async def test_words_that_the_transcript_gives_to_another_are_warned_of(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store, SourceKind.TRANSCRIPT, Tier.PRIMARY)
    keep(store, source_id, tmp_path, SRT, "presser.srt")
    a_quote(store, source_id, "Will you")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "f")
        assert "The transcript gives these words to REPORTER." in shown(pilot)


async def test_a_cut_that_leaves_a_negation_behind_is_warned_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    a_quote(store, a_source(store), "going to accept a deal", QuoteForm.PARTIAL)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        assert "has “not” outside of the quoted words" in shown(pilot)


async def test_a_published_report_is_matched_and_never_verified(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    source_id = a_source(store, SourceKind.PUBLISHED_REPORT, Tier.SECONDARY)
    quote_id = a_quote(store, source_id)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p", "k")
        assert "which is not verification" in verdict(pilot)
        await press(pilot, "enter")
    verification, _ = store.quotes.record(quote_id).verifications[-1]
    assert verification.kind is VerificationKind.PUBLISHED_REPORT
    assert known(store, quote_id) is QuoteState.MATCHES_REPORT


async def test_a_readback_checks_the_words_and_permits_nothing(store: Store) -> None:
    source_id = store.sources.add(Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY))
    quote_id = a_quote(store, source_id)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        while "[readback]" not in shown(pilot):
            await press(pilot, "k")
        assert "a readback checks the words and permits nothing" in verdict(pilot)
        await press(pilot, "enter")
    record = store.quotes.record(quote_id)
    assert state(record) is QuoteState.VERIFIED
    assert record.terms.rule is GroundRule.UNKNOWN


async def test_a_quote_known_from_a_report_is_verified_with_the_recording(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_source(store, SourceKind.RECORDING)
    report = next(one for one in store.sources.all() if one.kind is SourceKind.PUBLISHED_REPORT)
    quote_id = a_quote(store, report.id)
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "o")
        await type_in(pilot, "presser")
        await press(pilot, "enter")
        await press(pilot, "p")
        assert "[recording]" in shown(pilot)
        await press(pilot, "enter")
    assert known(store, quote_id) is QuoteState.VERIFIED


async def test_a_quote_is_marked_disputed_with_a_reason_and_settled_again(store: Store) -> None:
    quote_id = a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "d")
        await press(pilot, "enter")
        assert store.quotes.get(quote_id).disputed == "the speaker denies having said it"
        assert "disputed" in shown(pilot)
        await press(pilot, "escape")
        await press(pilot, "D")
        await press(pilot, "enter")
        assert store.quotes.get(quote_id).disputed == ""
        await press(pilot, "D")
        await type_in(pilot, "he was misheard")
        await press(pilot, "enter")
    assert store.quotes.get(quote_id).disputed == "he was misheard"


async def test_a_copy_that_was_changed_is_said_and_not_read(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store)
    keep(store, source_id, tmp_path, SAID)
    a_quote(store, source_id)
    source = store.sources.get(source_id)
    (store.evidence.folder / source.sha256).write_text(SAID.replace("not ", ""))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        assert "kept copy changed" in shown(pilot)
        await press(pilot, "f")
        assert any("was changed by somebody" in said for said in notices(pilot))
        assert passage(pilot) == ""


async def test_the_record_says_which_copy_it_was_compared_with_is_gone(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store)
    other = store.sources.add(Source(code="tape", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY))
    quote_id = a_quote(store, source_id)
    keep(store, other, tmp_path, SAID)
    store.quotes.verify(quote_id, VerificationKind.DOCUMENT, source_id=other, passage=SAID)
    (store.evidence.folder / store.sources.get(other).sha256).unlink()
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "enter")
        assert "The kept copy of tape is gone from the desk's folder" in shown(pilot)


async def test_a_file_is_kept_for_the_source_and_found_in(store: Store, tmp_path: Path) -> None:
    a_quote(store, a_source(store))
    path = tmp_path / "release.txt"
    path.write_text(f"Release\n\n“{SAID}” he said.")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "f")
        assert notices(pilot) == ["No copy of presser is kept; F keeps one."]
        await press(pilot, "F")
        await type_in(pilot, str(tmp_path / "gone.txt"))
        await press(pilot, "enter")
        assert any("no such file" in said for said in notices(pilot))
        await press(pilot, "F")
        await type_in(pilot, str(path))
        await press(pilot, "enter")
        await press(pilot, "f")
        assert pilot.app.screen.query_one("#verify-locator", Entry).value == "¶2"
        assert verdict(pilot).startswith("↵ Pass")


async def test_a_clipboard_that_cannot_be_read_is_a_sentence_and_the_quote_unharmed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(around: object) -> str:
        raise InputError("the clipboard cannot be read from here", remedy="Paste.")

    monkeypatch.setattr(pasted, "read", dead)
    quote_id = a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        assert notices(pilot) == ["the clipboard cannot be read from here. Paste."]
        assert verdict(pilot) == "✕ Cannot pass. Put the source's own words beside the quote first."
    assert store.quotes.get(quote_id).words == SAID


async def test_what_was_pasted_and_not_passed_is_still_there_after_a_crash(store: Store) -> None:
    a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        pilot.app.post_message(events.Paste(SAID))
        await settle(pilot)
        await pilot.pause(1.0)
        await settle(pilot)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        assert passage(pilot) == SAID
        await press(pilot, "enter")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        assert passage(pilot) == ""


async def test_what_was_pasted_just_before_the_screen_is_left_is_there_when_it_is_opened_again(store: Store) -> None:
    a_quote(store, a_source(store))
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        pilot.app.post_message(events.Paste(SAID))
        await settle(pilot)
        await press(pilot, "escape", "v")
        assert passage(pilot) == SAID


async def test_all_quotes_of_a_kept_release_are_passed_in_one_confirmation(store: Store, tmp_path: Path) -> None:
    source_id = a_source(store)
    keep(store, source_id, tmp_path, f"“{SAID}” he said.\n\n“We do not share every aim.”")
    same = a_quote(store, source_id)
    differs = a_quote(store, source_id, "We share every aim")
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "V")
        assert isinstance(pilot.app.screen, VerifyAllScreen)
        assert "the quote leaves out “do not” (a negation)" in shown(pilot)
        assert "1 of 2 to pass" in shown(pilot)
        await press(pilot, "enter")
        assert "0 of 2 to pass" in shown(pilot)
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, VerifyScreen)
    assert (known(store, same), known(store, differs)) == (QuoteState.VERIFIED, QuoteState.UNVERIFIED)


async def test_quotes_imported_from_a_statement_are_verified_with_it_in_one_confirmation(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "i")
        pilot.app.screen.query_one("#import-text").value = f"“{SAID}” the DGA said."  # type: ignore[attr-defined]
        for name, value in (("source", "release-feb14"), ("kind", "press release"), ("by", "DGA"), ("date", "feb 13")):
            pilot.app.screen.query_one(f"#import-{name}").value = value  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, VerifyAllScreen)
        assert "1 of 1 to pass" in shown(pilot)
        assert "▌  DGA " in shown(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
    source = store.sources.find("release-feb14")
    assert source is not None
    (quote_id,) = store.quotes.of_source(source.id or 0)
    assert known(store, quote_id) is QuoteState.VERIFIED
    assert SAID in store.evidence.read(source.sha256).decode()


async def test_an_edit_after_a_copy_says_where_the_quote_went(store: Store) -> None:
    quote_id = a_quote(store, a_source(store))
    story = store.stories.all()[0]
    store.copies.log(
        Copied(quote_id=quote_id, format="sentence", text="x", mechanism="tmux", confirmed=True, story_id=story.id)
    )
    store.clock = five_past
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "D")
        await press(pilot, "enter")
        await settle(pilot)
        assert any(
            f"was copied once, last at 9 a.m., for {story.slug}, and is disputed now" in said for said in notices(pilot)
        )


async def test_a_source_withdrawn_after_a_copy_says_where_what_rested_on_it_went(store: Store) -> None:
    source_id = a_source(store)
    quote_id = a_quote(store, source_id)
    story = store.stories.all()[0]
    store.copies.log(
        Copied(quote_id=quote_id, format="sentence", text="x", mechanism="tmux", confirmed=True, story_id=story.id)
    )
    store.clock = five_past
    async with opened(store) as pilot:
        store.sources.withdraw(source_id)
        await settle(pilot)
        assert any(
            f"for {story.slug}, and is unverified (its source was withdrawn) now" in said for said in notices(pilot)
        )


async def test_a_disputed_quote_that_is_let_out_with_a_reason_stands_in_what_changed(store: Store) -> None:
    quote_id = a_quote(store, a_source(store))
    store.quotes.dispute(quote_id, "he denies it")
    store.copies.log(
        Copied(
            quote_id=quote_id,
            format="sentence",
            text="“We stay,” he said. [DISPUTED: for the editor]",
            mechanism="tmux",
            confirmed=True,
            reason="for the editor",
        )
    )
    async with opened(store) as pilot:
        await press(pilot, "w")
        assert "disputed quote copied  “We stay,” he said. [DISPUTED: for the editor]" in shown(pilot)


def five_past() -> datetime:
    return NOW.replace(minute=5)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12)])
async def test_nobodys_words_are_markup_at_any_size(
    store: Store, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    quote_id = a_quote(store, a_source(store), ODD)
    on_the_clipboard(monkeypatch, f"{ODD} {SAID}")
    async with opened(store, size) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        assert verdict(pilot).startswith("↵ Pass")
        if size[0] >= 120:
            assert SHOWN in shown(pilot)
        await press(pilot, "enter")
    assert known(store, quote_id) is QuoteState.VERIFIED


async def test_a_speaker_changed_after_the_check_makes_it_stale(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    quote_id = a_quote(store, a_source(store))
    on_the_clipboard(monkeypatch, SAID)
    async with opened(store) as pilot:
        await go_to_newest(pilot)
        await press(pilot, "v")
        await press(pilot, "p")
        await press(pilot, "enter")
        quote = store.quotes.get(quote_id)
        store.quotes.edit(replace(quote, speakers=(replace(quote.speakers[0], name="D. Crabtree"),)))
        await press(pilot, "enter")
        assert "changed since: the speaker" in shown(pilot)
    assert known(store, quote_id) is QuoteState.STALE
