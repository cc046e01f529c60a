"""All quotes of a press release compared with its kept file in one confirmation."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.intake import kept
from desk.model.errors import InputError, RefusedError, StorageError
from desk.model.fingerprint import state
from desk.model.records import Party, Quote, Source, Speaker
from desk.model.words import PartyKind, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.store.store import Store

RELEASE = """GUILD STANDS WITH ACTORS

“The guild stands in solidarity with SAG-AFTRA as they begin negotiations,” the guild said Monday.

“We do not share every aim,” it said. “We share a common goal.”
"""
SAME = "The guild stands in solidarity with SAG-AFTRA as they begin negotiations"
OTHER = "We share every aim"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def source(store: Store, tmp_path: Path) -> Source:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE)
    source_id = store.sources.add(Source(code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    return store.evidence.attach(source_id, path)


def a_quote(store: Store, source: Source, words: str, form: QuoteForm = QuoteForm.FULL) -> int:
    party = store.people.parties()
    party_id = party[0].id if party else store.people.add_party(Party(name="DGA", kind=PartyKind.UNION))
    speaker = Speaker(party_id=party_id, name="DGA")
    return store.quotes.add(Quote(words=words, form=form, speakers=(speaker,), source_id=source.id))


def test_what_has_the_same_words_is_passed_in_one_action_and_the_rest_is_left(store: Store, source: Source) -> None:
    first, second = a_quote(store, source, SAME), a_quote(store, source, "We share a common goal.")
    differs = a_quote(store, source, OTHER)
    beside = kept.all_beside(store, source)
    assert [one.passes for one in beside] == [True, True, False]
    assert beside[2].obstacle == "The words differ: the quote leaves out “do not” (a negation)."
    assert kept.pass_all(store, source, beside) == 2
    assert [state(store.quotes.record(one)) for one in (first, second, differs)] == [
        QuoteState.VERIFIED,
        QuoteState.VERIFIED,
        QuoteState.UNVERIFIED,
    ]
    verification, _ = store.quotes.record(first).verifications[-1]
    assert (verification.kind, verification.locator) == (VerificationKind.STATEMENT, "¶2")
    assert SAME in verification.passage
    assert store.history.undo().label == "compare 2 quotes with release"
    assert state(store.quotes.record(second)) is QuoteState.UNVERIFIED


def test_what_was_compared_before_is_not_compared_again_until_it_changed(store: Store, source: Source) -> None:
    quote_id = a_quote(store, source, SAME)
    kept.pass_all(store, source, kept.all_beside(store, source))
    (again,) = kept.all_beside(store, source)
    assert (again.done, again.passes) == (True, False)
    with pytest.raises(RefusedError, match="no quote to pass"):
        kept.pass_all(store, source, [again])
    store.quotes.edit(dataclasses.replace(store.quotes.get(quote_id), words="We share a common goal"))
    (changed,) = kept.all_beside(store, source)
    assert (changed.done, changed.passes) == (False, True)


def test_a_paraphrase_is_not_passed_with_the_others(store: Store, source: Source) -> None:
    a_quote(store, source, "the guild stands by the actors", QuoteForm.PARAPHRASE)
    (paraphrase,) = kept.all_beside(store, source)
    assert (paraphrase.passes, paraphrase.obstacle) == (False, "A paraphrase is judged by itself.")


def test_a_quote_changed_in_the_meantime_stops_all_of_it(store: Store, source: Source) -> None:
    first, second = a_quote(store, source, SAME), a_quote(store, source, "We share a common goal.")
    beside = kept.all_beside(store, source)
    store.quotes.edit(dataclasses.replace(store.quotes.get(second), words=OTHER))
    with pytest.raises(RefusedError, match="leaves out “do not”"):
        kept.pass_all(store, source, beside)
    assert store.quotes.record(first).verifications == ()


def test_a_cut_that_leaves_a_negation_behind_is_known(store: Store, source: Source) -> None:
    a_quote(store, source, "share every aim", QuoteForm.PARTIAL)
    (one,) = kept.all_beside(store, source)
    assert one.passes
    assert one.found.comparison.cut_negation == "not"


def test_without_a_copy_or_with_one_that_was_changed_it_is_a_sentence(store: Store, source: Source) -> None:
    with pytest.raises(InputError, match="no copy of release is kept"):
        kept.all_beside(store, dataclasses.replace(source, sha256=""))
    (store.evidence.folder / source.sha256).write_text(RELEASE.replace("do not", "do"))
    with pytest.raises(StorageError, match="was changed"):
        kept.all_beside(store, source)


def test_progress_is_told(store: Store, source: Source) -> None:
    for words in (SAME, OTHER):
        a_quote(store, source, words)
    told: list[tuple[int, int]] = []
    kept.all_beside(store, source, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_words_that_the_text_gives_to_another_are_looked_at_one_by_one(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("“We stand as one in this,” the WGA said.\n\n“We share a common goal,” it said.")
    source_id = store.sources.add(Source(code="story", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    source = store.evidence.attach(source_id, path)
    a_quote(store, source, "We stand as one in this")
    a_quote(store, source, "We share a common goal")
    store.people.add_party(Party(name="WGA", kind=PartyKind.UNION))
    beside = kept.all_beside(store, source)
    assert [(one.passes, one.doubt) for one in beside] == [
        (False, "The text gives these words to WGA: “WGA said”."),
        (True, ""),
    ]


def test_news_copy_without_blank_lines_is_found_by_its_paragraph(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    told = "The parties met on Monday for a second long day of talks in Los Angeles, and both went home late without a deal."
    path.write_text(
        f"{told}\n{told}\n“We stand as one in this,” the DGA said, after the WGA had said that it would not."
    )
    source_id = store.sources.add(Source(code="story", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY))
    source = store.evidence.attach(source_id, path)
    a_quote(store, source, "We stand as one in this")
    (one,) = kept.all_beside(store, source)
    assert (one.passes, one.found.locator) == (True, "¶3")
