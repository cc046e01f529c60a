"""From the file into the bank: what is found of each quote, and that it stays so through edits, imports and undo."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from desk.app.duplicates import find
from desk.app.importing.files import import_stream
from desk.model.dates.value import day
from desk.model.enums import GroundRule, PartyKind, QuoteForm, SourceKind, Tier, VerificationKind
from desk.model.records import Negotiation, Party, Person, Quote, Source, Speaker, Terms
from desk.search import indexer
from desk.search.bank import Bank
from desk.search.document import Document
from desk.search.documents import Documents
from desk.search.indexer import keep_bank, read_bank, refresh
from desk.store.bulk import indexing, listing
from desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db") as opened:
        yield opened


class Desk:
    """A desk with one party, one person and one set of talks."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.party = store.people.add_party(
            Party(name="DGA", full_name="Directors Guild of America", kind=PartyKind.UNION, aliases=("the directors",))
        )
        self.person = store.people.add_person(Person(name="Ann Lee", aliases=("Annie Lee",), party_id=self.party))
        self.talks = store.talks.add_negotiation(Negotiation(code="dga-2026", name="DGA 2026"))

    def source(self, kind: SourceKind, terms: Terms | None = None, *, confidential: bool = False) -> int:
        code = f"s{len(self.store.sources.all())}"
        source = Source(code=code, kind=kind, tier=Tier.PRIMARY, confidential=confidential)
        return self.store.sources.add(source, terms=terms)

    def quote(self, words: str = "We will walk out", **more: object) -> int:
        speaker = Speaker(person_id=self.person, name="Ann Lee", title="president", party="DGA")
        return self.store.quotes.add(Quote(**{"words": words, "speakers": (speaker,), **more}))  # type: ignore[arg-type]

    def document(self, quote_id: int) -> Document:
        (found,) = Documents(self.store).of([quote_id])
        return found


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def ids(bank: Bank, line: str) -> list[int]:
    return [hit.id for hit in bank.search(line)]


def test_a_quote_is_found_by_everything_that_is_shown_of_it(desk: Desk) -> None:
    source = desk.source(SourceKind.PUBLIC_EVENT)
    number = desk.quote(
        source_id=source,
        venue="a rally",
        tags=("money",),
        negotiation_ids=(desk.talks,),
        date=day(date(2026, 2, 13)),
    )
    found = desk.document(number)
    assert found.words == "We will walk out"
    assert found.speakers == ("Ann Lee", "Annie Lee")
    assert found.org == "DGA Directors Guild of America the directors"
    assert (found.venue, found.tags, found.talks) == ("a rally", ("money",), ("DGA 2026 dga-2026",))
    assert found.date == date(2026, 2, 13).toordinal()
    assert (found.verified, found.copyable) == (False, True)


def test_a_party_that_speaks_is_found_by_all_its_names(desk: Desk) -> None:
    number = desk.store.quotes.add(Quote(words="We stand", speakers=(Speaker(party_id=desk.party, name="DGA"),)))
    bank, _ = read_bank(desk.store)
    for line in ("dga", "directors guild", "org:dga", "speaker:directors"):
        assert ids(bank, line) == [number]


@pytest.mark.parametrize(
    ("terms", "speakers", "venue", "copyable"),
    [
        (Terms(rule=GroundRule.ON_RECORD), ("Ann Lee", "Annie Lee"), "a bar", True),
        (Terms(rule=GroundRule.BACKGROUND, attribution="an official"), ("an official",), "", True),
        (Terms(rule=GroundRule.BACKGROUND), (), "", False),
        (Terms(rule=GroundRule.BACKGROUND, may_name=True), ("Ann Lee", "Annie Lee"), "a bar", True),
        (Terms(rule=GroundRule.DEEP_BACKGROUND), (), "", False),
        (Terms(rule=GroundRule.OFF_RECORD), ("Ann Lee", "Annie Lee"), "a bar", False),
        (Terms(rule=GroundRule.UNKNOWN), ("Ann Lee", "Annie Lee"), "a bar", False),
        (Terms(rule=GroundRule.ON_RECORD, may_publish=False), ("Ann Lee", "Annie Lee"), "a bar", False),
    ],
)
def test_what_may_not_be_shown_is_not_found_by_what_it_hides(
    desk: Desk, terms: Terms, speakers: tuple[str, ...], venue: str, copyable: bool
) -> None:
    found = desk.document(desk.quote(source_id=desk.source(SourceKind.INTERVIEW_NOTES, terms), venue="a bar"))
    assert (found.speakers, found.venue, found.copyable) == (speakers, venue, copyable)
    assert bool(found.org) == bool(venue)
    assert found.words == "We will walk out"


def test_a_confidential_speaker_is_found_by_the_agreed_attribution_only(desk: Desk) -> None:
    terms = Terms(rule=GroundRule.ON_RECORD, attribution="a delegate")
    number = desk.quote(source_id=desk.source(SourceKind.INTERVIEW_NOTES, terms), venue="a bar")
    bank, read = read_bank(desk.store)
    after = read.known
    assert ids(bank, "annie lee") == [number]
    desk.store.people.edit_person(Person(id=desk.person, name="Ann Lee", aliases=("Annie Lee",), confidential=True))
    refresh(bank, desk.store, after)
    assert ids(bank, "annie lee") == []
    assert ids(bank, "bar") == []
    assert ids(bank, "delegate") == [number]
    assert ids(bank, "walk out") == [number]


def test_words_agreed_otherwise_than_their_source_follow_their_own_terms(desk: Desk) -> None:
    number = desk.quote(source_id=desk.source(SourceKind.PUBLIC_EVENT))
    desk.store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, quote_id=number))
    assert not desk.document(number).copyable


def test_a_paraphrase_may_leave_where_words_may_not(desk: Desk) -> None:
    source = desk.source(SourceKind.INTERVIEW_NOTES, Terms(rule=GroundRule.DEEP_BACKGROUND))
    assert desk.document(desk.quote(source_id=source, form=QuoteForm.PARAPHRASE)).copyable


def test_verified_means_checked_against_the_source_and_unchanged_since(desk: Desk) -> None:
    source = desk.source(SourceKind.RECORDING, Terms(rule=GroundRule.ON_RECORD))
    number = desk.quote(source_id=source)
    bank, read = read_bank(desk.store)
    after = read.known
    assert ids(bank, "is:verified") == []
    desk.store.quotes.verify(number, VerificationKind.RECORDING, source_id=source)
    after = refresh(bank, desk.store, after).known
    assert ids(bank, "is:verified") == [number]
    quote = desk.store.quotes.get(number)
    desk.store.quotes.edit(Quote(id=number, words="We may walk out", speakers=quote.speakers, source_id=source))
    refresh(bank, desk.store, after)
    assert ids(bank, "is:verified") == []
    assert ids(bank, '"may walk"') == [number]


def test_every_kind_of_change_reaches_the_bank(desk: Desk) -> None:
    source = desk.source(SourceKind.PUBLIC_EVENT)
    number = desk.quote(source_id=source, negotiation_ids=(desk.talks,))
    bank, read = read_bank(desk.store)
    after = read.known
    store = desk.store
    store.talks.edit_negotiation(Negotiation(id=desk.talks, code="dga-2026", name="Directors"))
    store.people.edit_party(Party(id=desk.party, name="DGA", full_name="The Megaphone Guild", kind=PartyKind.UNION))
    after = refresh(bank, store, after).known
    assert ids(bank, "talks:directors") == ids(bank, "megaphone") == [number]
    store.quotes.dispute(number, "she denies it")
    after = refresh(bank, store, after).known
    assert ids(bank, "is:copyable") == []
    store.history.undo()
    after = refresh(bank, store, after).known
    assert ids(bank, "is:copyable") == [number]
    store.quotes.withdraw(number)
    after = refresh(bank, store, after).known
    assert len(bank) == 0
    store.history.undo()
    refresh(bank, store, after)
    assert ids(bank, "walk") == [number]


def the_same(bank: Bank, store: Store) -> bool:
    return bank.digests() == {one.id: one.digest() for one in Documents(store).of()}


def import_lines(store: Store, *words: str) -> None:
    import io

    body = "".join(f'{{"text": "{one}", "speaker": "Bo"}}\n' for one in words)
    import_stream(store, io.BytesIO(body.encode()), name="bank.jsonl")


def test_an_import_is_found_when_it_is_whole_and_not_after_it_is_undone(desk: Desk) -> None:
    bank, read = read_bank(desk.store)
    after = read.known
    import_lines(desk.store, "pelicans are cheap", "storks are dear")
    after = refresh(bank, desk.store, after).known
    assert len(ids(bank, "pelicans storks")) == 2
    desk.store.history.undo()
    after = refresh(bank, desk.store, after).known
    assert len(bank) == 0
    desk.store.history.redo()
    refresh(bank, desk.store, after)
    assert len(bank) == 2


def test_an_import_that_ends_after_a_later_edit_is_found(desk: Desk) -> None:
    bank, read = read_bank(desk.store)
    after = read.known
    with desk.store.bulk("import") as bulk:
        with bulk.batch() as act:
            date_id = act.date(day(date(2026, 2, 13)))
            hidden = act.insert("quote", form="full", words="pelicans are cheap", date_id=date_id)
            act.insert("quote_speaker", quote_id=hidden, person_id=desk.person, name="Ann Lee")
        noted = desk.quote("storks are dear")
        after = refresh(bank, desk.store, after).known
        assert (ids(bank, "pelicans"), ids(bank, "storks")) == ([], [noted])
    refresh(bank, desk.store, after)
    assert ids(bank, "pelicans") == [hidden]


def test_a_start_from_the_snapshot_knows_what_changed_since(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer, "_WORTH_KEEPING", 1)
    first = desk.quote("pelicans are cheap")
    bank, read = read_bank(desk.store)
    assert keep_bank(bank, desk.store, read)
    second = desk.quote("storks are dear")
    desk.store.quotes.withdraw(first)
    again, read = read_bank(desk.store)
    assert read.fresh == 2
    assert ids(again, "pelicans storks") == [second]
    assert the_same(again, desk.store)


def test_a_snapshot_that_is_damaged_or_of_other_documents_is_not_used(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "_WORTH_KEEPING", 1)
    desk.quote("pelicans are cheap")
    bank, read = read_bank(desk.store)
    keep_bank(bank, desk.store, read)
    monkeypatch.setattr(indexer, "_STAMP", "documents of tomorrow")
    again, read = read_bank(desk.store)
    assert read.fresh == 1
    monkeypatch.undo()
    indexing.save_snapshot(desk.store, read.known, [b"nonsense"])
    again, read = read_bank(desk.store)
    assert read.fresh == 1
    assert the_same(again, desk.store)


def test_a_snapshot_of_a_later_file_is_not_used(desk: Desk) -> None:
    """As after bringing back an older file by hand."""
    number = desk.quote("pelicans are cheap")
    bank, read = read_bank(desk.store)
    indexing.save_snapshot(desk.store, read.known + 100, [bank.snapshot(indexer._STAMP)])
    again, read = read_bank(desk.store)
    assert (read.fresh, ids(again, "pelicans")) == (1, [number])


def test_a_small_bank_or_a_file_that_cannot_be_written_keeps_no_snapshot(desk: Desk) -> None:
    desk.quote("pelicans are cheap")
    bank, read = read_bank(desk.store)
    assert not keep_bank(bank, desk.store, read)
    with Store.open(desk.store.path, read_only=True) as reading:
        assert not keep_bank(bank, reading, indexer.Read(read.known, 10**6))


@pytest.fixture
def halved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A bank of a few quotes that counts as large, on a machine of two processors; one quote is withdrawn."""
    monkeypatch.setattr(listing, "_HALVED", range(4, 10))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    numbers = [desk.quote(f"We will walk out on day {day}") for day in range(9)]
    desk.store.quotes.withdraw(numbers[4])
    return desk


def halves_started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that read another half, as they are started from now on."""
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **more))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


def test_a_large_bank_is_read_by_two_processes_and_is_the_same(halved: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started = halves_started(monkeypatch)
    bank, _ = read_bank(halved.store)
    assert [one.returncode for one in started] == [0]
    assert the_same(bank, halved.store)
    whole = Bank(Documents(halved.store).of())
    for line in ("", "walk out", "day 7", "speaker:lee", "wlak"):
        assert ids(bank, line) == ids(whole, line)


@pytest.mark.parametrize("python", ["/nonexistent/python", "false"])
def test_a_large_bank_is_read_by_one_process_where_there_can_be_no_other(
    halved: Desk, monkeypatch: pytest.MonkeyPatch, python: str
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    bank, _ = read_bank(halved.store)
    assert the_same(bank, halved.store)


def test_a_reading_that_is_stopped_leaves_no_process_behind(halved: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started = halves_started(monkeypatch)

    def stopped(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(indexer, "build", stopped)
    with pytest.raises(KeyboardInterrupt):
        read_bank(halved.store)
    assert [one.returncode is not None for one in started] == [True]


def test_the_index_of_half_a_bank_goes_into_no_file(halved: Desk, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desk.search.half_index", str(halved.store.path), "0"]
    with (tmp_path / "taken").open("wb") as taken:
        assert subprocess.run(command, stdout=taken, check=False).returncode == 1
    assert (tmp_path / "taken").read_bytes() == b""
    assert b"walk" in subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def test_a_few_words_that_half_the_bank_has_are_no_double(desk: Desk) -> None:
    desk.quote("We will walk")
    same = desk.quote("We will walk out")
    bank, _ = read_bank(desk.store)
    assert find(desk.store, bank, "We will walk") == ()
    assert [one.record.quote.id for one in find(desk.store, bank, "We will walk out") if one.same] == [same]
