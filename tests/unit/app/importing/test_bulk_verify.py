"""All quotes of a press release compared with its kept file in one confirmation."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app import verifying
from desk.app.importing import bulk_verify
from desk.model.enums import PartyKind, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.errors import InputError, RefusedError, StorageError
from desk.model.quotes.fingerprint import state
from desk.model.records import Party, Person, Quote, Source, Speaker
from desk.store.store import Store
from desk.store.subjects.evidence import Copy

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
    beside = bulk_verify.all_beside(store, source)
    assert [one.passes for one in beside] == [True, True, False]
    assert beside[2].obstacle == "The words differ: the quote leaves out “do not” (a negation)."
    assert bulk_verify.pass_all(store, source, beside) == 2
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
    bulk_verify.pass_all(store, source, bulk_verify.all_beside(store, source))
    (again,) = bulk_verify.all_beside(store, source)
    assert (again.done, again.passes) == (True, False)
    with pytest.raises(RefusedError, match="no quote to pass"):
        bulk_verify.pass_all(store, source, [again])
    store.quotes.edit(dataclasses.replace(store.quotes.get(quote_id), words="We share a common goal"))
    (changed,) = bulk_verify.all_beside(store, source)
    assert (changed.done, changed.passes) == (False, True)


def test_a_paraphrase_is_not_passed_with_the_others(store: Store, source: Source) -> None:
    a_quote(store, source, "the guild stands by the actors", QuoteForm.PARAPHRASE)
    (paraphrase,) = bulk_verify.all_beside(store, source)
    assert (paraphrase.passes, paraphrase.obstacle) == (False, "A paraphrase is judged by itself.")


def test_a_quote_changed_in_the_meantime_stops_all_of_it(store: Store, source: Source) -> None:
    first, second = a_quote(store, source, SAME), a_quote(store, source, "We share a common goal.")
    beside = bulk_verify.all_beside(store, source)
    store.quotes.edit(dataclasses.replace(store.quotes.get(second), words=OTHER))
    with pytest.raises(RefusedError, match="leaves out “do not”"):
        bulk_verify.pass_all(store, source, beside)
    assert store.quotes.record(first).verifications == ()


def test_a_cut_that_leaves_a_negation_behind_is_looked_at_by_itself(store: Store, source: Source) -> None:
    a_quote(store, source, "share every aim", QuoteForm.PARTIAL)
    (one,) = bulk_verify.all_beside(store, source)
    assert (one.passes, one.obstacle) == (False, "")
    assert "has “not” outside of the quoted words" in one.doubt


def test_without_a_copy_or_with_one_that_was_changed_it_is_a_sentence(store: Store, source: Source) -> None:
    with pytest.raises(InputError, match="no copy of release is kept"):
        bulk_verify.all_beside(store, dataclasses.replace(source, sha256=""))
    (store.evidence.folder / source.sha256).write_text(RELEASE.replace("do not", "do"))
    with pytest.raises(StorageError, match="was changed"):
        bulk_verify.all_beside(store, source)


def test_progress_is_told(store: Store, source: Source) -> None:
    for words in (SAME, OTHER):
        a_quote(store, source, words)
    told: list[tuple[int, int]] = []
    bulk_verify.all_beside(store, source, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_words_that_the_text_gives_to_another_are_looked_at_one_by_one(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("“We stand as one in this,” the WGA said.\n\n“We share a common goal,” it said.")
    source_id = store.sources.add(Source(code="story", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    source = store.evidence.attach(source_id, path)
    a_quote(store, source, "We stand as one in this")
    a_quote(store, source, "We share a common goal")
    store.people.add_party(Party(name="WGA", kind=PartyKind.UNION))
    beside = bulk_verify.all_beside(store, source)
    assert [(one.passes, one.doubt) for one in beside] == [
        (False, "The text gives these words to WGA: “WGA said”."),
        (False, "The text may give these words to WGA: “it said”."),
    ]


def kept_as(store: Store, tmp_path: Path, text: str, kind: SourceKind) -> Source:
    path = tmp_path / "kept.txt"
    tier = Tier.SECONDARY if kind is SourceKind.PUBLISHED_REPORT else Tier.PRIMARY
    path.write_text(text)
    return store.evidence.attach(store.sources.add(Source(code="kept", kind=kind, tier=tier)), path)


def said_by(store: Store, name: str) -> tuple[Speaker, ...]:
    if name.isupper():
        party = next((one.id for one in store.people.parties() if one.name == name), None)
        return (Speaker(party_id=party or store.people.add_party(Party(name=name, kind=PartyKind.UNION)), name=name),)
    person = next((one.id for one in store.people.persons() if one.name == name), None)
    return (Speaker(person_id=person or store.people.add_person(Person(name=name)), name=name),)


TURNS = "Maria Ortiz: We will strike on Monday.\nTom Reed: We will not strike on Monday.\nMaria Ortiz: We go now.\n"
UNHEARD = "Ann Poe (00:05):\nWe go [inaudible] home now.\n\nTom Reed (00:09):\nNo."
RETOLD = "“He told me ‘we will strike on Monday’ and left,” the DGA said."


@pytest.mark.parametrize(
    ("text", "kind", "words", "name", "doubt"),
    [
        (TURNS, SourceKind.TRANSCRIPT, "We will strike on Monday", "Tom Reed", "gives these words to Maria Ortiz"),
        (TURNS, SourceKind.TRANSCRIPT, "We will strike on Monday", "Ann Ortiz", "gives these words to Maria Ortiz"),
        (TURNS, SourceKind.TRANSCRIPT, "We will not strike on Monday. We go now", "Tom Reed", "more than one speaker"),
        (TURNS, SourceKind.TRANSCRIPT, "We will not strike … We go now", "Tom Reed", "more than one speaker"),
        (RETOLD, SourceKind.PRESS_RELEASE, "we will strike on Monday", "DGA", "in marks inside of other words"),
        ("“We go,” Ann Poe and the WGA said.", SourceKind.PRESS_RELEASE, "We go", "WGA", "More than one may be saying"),
        ("The DGA said it will go on.\n\n“No,” it said.", SourceKind.PUBLISHED_REPORT, "it will go on", "DGA", "in no quotation marks"),
        ("“We go, the WGA said.\n\n“We stay,” the DGA said.", SourceKind.PRESS_RELEASE, "We go", "DGA", "mark is not closed"),
        ("Q. Will you go?\nA. We will go.\nQ. When?", SourceKind.TRANSCRIPT, "Will you go?", "Tom Reed", "gives these words to Q"),
        (UNHEARD, SourceKind.TRANSCRIPT, "We go home now", "Ann Poe", "was not heard"),
    ],
)  # fmt: skip
def test_what_is_warned_of_one_by_one_is_not_passed_with_all(
    text: str, kind: SourceKind, words: str, name: str, doubt: str, store: Store, tmp_path: Path
) -> None:
    store.people.add_party(Party(name="WGA", kind=PartyKind.UNION))
    source = kept_as(store, tmp_path, text, kind)
    store.quotes.add(Quote(words=words, form=QuoteForm.PARTIAL, speakers=said_by(store, name), source_id=source.id))
    (one,) = bulk_verify.all_beside(store, source)
    told = verifying.warnings(
        one.record, verifying.lay_kept(bulk_verify.spoken(store, source), one.record), source, Copy.PRESENT
    )
    assert (one.passes, one.obstacle, one.doubt) == (False, "", told[0])
    assert doubt in " ".join(told)
    with pytest.raises(RefusedError, match="no quote to pass"):
        bulk_verify.pass_all(store, source, [one])


def test_words_that_two_said_pass_as_those_of_either(store: Store, tmp_path: Path) -> None:
    source = kept_as(store, tmp_path, "Ann Poe: No deal.\nTom Reed: No deal.\nAnn Poe: Yes.", SourceKind.TRANSCRIPT)
    for name in ("Ann Poe", "Tom Reed"):
        store.quotes.add(Quote(words="No deal.", speakers=said_by(store, name), source_id=source.id))
    assert [one.passes for one in bulk_verify.all_beside(store, source)] == [True, True]


def test_a_speaker_changed_in_the_meantime_stops_all_of_it(store: Store, source: Source) -> None:
    quote_id = a_quote(store, source, SAME)
    beside = bulk_verify.all_beside(store, source)
    store.quotes.edit(dataclasses.replace(store.quotes.get(quote_id), speakers=said_by(store, "Ann Poe")))
    with pytest.raises(RefusedError, match="was changed while it was compared"):
        bulk_verify.pass_all(store, source, beside)
    assert store.quotes.record(quote_id).verifications == ()


def test_news_copy_without_blank_lines_is_found_by_its_paragraph(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    told = "The parties met on Monday for a second long day of talks in Los Angeles, and both went home late without a deal."
    path.write_text(
        f"{told}\n{told}\n“We stand as one in this,” the DGA said, after the WGA had said that it would not."
    )
    source_id = store.sources.add(Source(code="story", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY))
    source = store.evidence.attach(source_id, path)
    a_quote(store, source, "We stand as one in this")
    (one,) = bulk_verify.all_beside(store, source)
    assert (one.passes, one.found.locator) == (True, "¶3")


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("“We go on Monday, all of us,” Jo Roe said.", [("Jo Roe",)]),
        ("Jo Roe denied she said “We go on Monday, all of us.”", []),
        ("Jo Roe: We go on Monday, all of us.\n\nAl Poe: No.\n\nJo Roe: Yes.", [("Jo Roe",)]),
    ],
)
def test_a_release_passes_only_for_the_one_to_whom_it_gives_the_words(
    store: Store, tmp_path: Path, text: str, passing: list[tuple[str, ...]]
) -> None:
    (tmp_path / "said.txt").write_text(text)
    source_id = store.sources.add(Source(code="said", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    source = store.evidence.attach(source_id, tmp_path / "said.txt")
    people = [Speaker(person_id=store.people.add_person(Person(name=name)), name=name) for name in ("Jo Roe", "Al Poe")]
    for speakers in ((people[0],), (people[1],), tuple(people)):
        store.quotes.add(
            Quote(words="We go on Monday, all of us", form=QuoteForm.FULL, speakers=speakers, source_id=source_id)
        )
    beside = bulk_verify.all_beside(store, source)
    assert [tuple(one.name for one in each.record.quote.speakers) for each in beside if each.passes] == passing
