"""Quotes as JSON Lines: as little as words and speaker, in any number, whole or not at all."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk.app.importing.files import Imported, Options, import_stream
from desk.formats.jsonl import LONGEST
from desk.model.enums import GroundRule, PartyKind, Precision, QuoteForm, QuoteState, SourceKind, Tier
from desk.model.errors import InputError
from desk.model.quotes.fingerprint import state
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.refusal import Refusal
from desk.model.records import Party, Person, QuoteRecord, Source, Terms
from desk.store.bulk.new_quotes import BATCH
from desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db") as opened:
        yield opened


def take(store: Store, *rows: object, **options: object) -> Imported:
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    chosen = Options(**options)  # type: ignore[arg-type]
    return import_stream(store, io.BytesIO(b"\n".join(lines)), name="bank.jsonl", options=chosen)


def kept(store: Store) -> list[QuoteRecord]:
    return store.quotes.records(sorted(store.quotes.newest()))


def test_words_and_a_speaker_are_enough(store: Store) -> None:
    done = take(store, {"text": "We are done.", "speaker": "Ann Lee"})
    (record,) = kept(store)
    assert done.counts == {"quotes": 1, "people": 1, "sources": 1}
    assert record.quote.words == "We are done."
    assert (record.quote.speakers[0].name, record.quote.form) == ("Ann Lee", QuoteForm.FULL)
    assert not record.quote.date.dated


def test_what_a_line_says_besides_is_kept_where_it_belongs(store: Store) -> None:
    take(
        store,
        {
            "text": "“We are done.”",
            "speaker": "Ann  Lee",
            "title": "president",
            "org": "SAG-AFTRA",
            "venue": "a rally",
            "date": "2026-02",
            "tags": ["#money", "pay", "money"],
            "source": "the presser",
            "ground_rule": "on record",
            "form": "partial",
            "locator": "12:04",
        },
    )
    (record,) = kept(store)
    quote = record.quote
    assert (quote.speakers[0].name, quote.speakers[0].title, quote.speakers[0].party) == (
        "Ann Lee",
        "president",
        "SAG-AFTRA",
    )
    assert (quote.venue, quote.tags, quote.form, quote.locator) == (
        "a rally",
        ("money", "pay"),
        QuoteForm.PARTIAL,
        "12:04",
    )
    assert (quote.date.precision, quote.date.start) == (Precision.MONTH, date(2026, 2, 1))
    assert record.source is not None
    assert record.source.code == "the-presser"
    assert record.terms.rule is GroundRule.ON_RECORD


def test_nothing_is_taken_for_agreed_that_nobody_said(store: Store) -> None:
    done = take(store, {"text": "We are done.", "speaker": "Ann Lee"})
    (record,) = kept(store)
    assert record.terms.rule is GroundRule.UNKNOWN
    assert isinstance(gate(record, now=store.clock()), Refusal)
    assert any("may not leave yet" in remark for remark in done.remarks)
    assert record.source is not None
    assert record.source.id is not None
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=record.source.id))
    assert isinstance(gate(kept(store)[0], now=store.clock()), Permit)


def test_a_looser_rule_in_the_file_does_not_loosen_what_was_agreed_with_a_source_that_is_here(store: Store) -> None:
    terms = Terms(rule=GroundRule.BACKGROUND, attribution="an aide")
    store.sources.add(Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=terms)
    rows = [
        {"text": "One.", "speaker": "A", "source": "call", "ground_rule": "on_record"},
        {"text": "Two.", "speaker": "A", "source": "call", "ground_rule": "off_record"},
    ]
    done = take(store, *rows)
    assert [record.terms.rule for record in kept(store)] == [GroundRule.BACKGROUND, GroundRule.OFF_RECORD]
    assert any(remark.startswith("for 1 of them the file has a looser ground rule") for remark in done.remarks)


def test_a_rule_given_for_the_file_counts_where_a_line_names_none(store: Store) -> None:
    rows = [{"text": "One.", "speaker": "A"}, {"text": "Two.", "speaker": "A", "ground_rule": "off_record"}]
    take(store, *rows, rule=GroundRule.ON_RECORD)
    assert [record.terms.rule for record in kept(store)] == [GroundRule.ON_RECORD, GroundRule.OFF_RECORD]


def test_quotes_of_a_known_source_are_under_its_terms(store: Store) -> None:
    store.sources.add(Source(code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    take(
        store, {"text": "One.", "speaker": "A", "source": "RELEASE"}, {"text": "Two.", "speaker": "A"}, source="release"
    )
    assert [record.terms.rule for record in kept(store)] == [GroundRule.ON_RECORD] * 2
    assert len(store.sources.all()) == 1


def test_a_list_that_says_verified_verifies_nothing(store: Store) -> None:
    done = take(store, {"text": "One.", "speaker": "A", "status": "verified"})
    assert state(kept(store)[0]) is QuoteState.UNVERIFIED
    assert any("unverified" in remark for remark in done.remarks)


def test_known_people_and_parties_are_matched_by_any_of_their_names(store: Store) -> None:
    party = store.people.add_party(Party(name="DGA", full_name="Directors Guild of America", kind=PartyKind.UNION))
    person = store.people.add_person(Person(name="Ann Lee", aliases=("A. Lee",)))
    done = take(
        store,
        {"text": "One.", "speaker": "directors guild of america"},
        {"text": "Two.", "speaker": "a. lee"},
        {"text": "Three.", "speaker": "Bo Ek", "org": "dga"},
        {"text": "Four.", "speaker": "bo ek"},
    )
    who = [record.quote.speakers[0] for record in kept(store)]
    assert [(one.party_id, one.person_id) for one in who[:2]] == [(party, None), (None, person)]
    assert who[2].person_id == who[3].person_id
    assert store.people.person(who[2].person_id or 0).party_id == party
    assert done.counts["people"] == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"nope", "not JSON"),
        (b'{"text": "x"', "not JSON"),
        (b"[1]", "no object"),
        (b'{"text": "x"}', "`speaker` is missing"),
        (b'{"speaker": "x"}', "`text` is missing"),
        (b'{"text": "\xe2\x80\x8b", "speaker": "x"}', "`text` is missing"),
        (b'{"text": 3, "speaker": "x"}', "`text` is missing"),
        (b'{"text": "x", "speaker": ["y"]}', "`speaker` is missing"),
        (b'{"text": "x", "speaker": "y", "date": "13/2/2026"}', "`date` 13/2/2026"),
        (b'{"text": "x", "speaker": "y", "date": 2026}', "`date` 2026"),
        (b'{"text": "x", "speaker": "y", "ground_rule": "hush"}', "`ground_rule` “hush”"),
        (b'{"text": "x", "speaker": "y", "tags": [1]}', "`tags`"),
        (b'{"text": "x", "speaker": "y", "title": 1}', "`title` has to be text"),
        (b'{"text": "\xff", "speaker": "y"}', "not text in UTF-8"),
        pytest.param(b"[" * 200_000, "not JSON", id="deep"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_by_number_and_nothing_is_kept(store: Store, line: bytes, why: str) -> None:
    good = b'{"text": "fine", "speaker": "A"}'
    with pytest.raises(InputError) as error:
        take(store, good, b"", line, good)
    assert "1 line cannot be taken, so nothing was imported" in str(error.value)
    assert "Line 3: " in str(error.value)
    assert why in str(error.value)
    assert store.quotes.count() == 0
    assert store.people.persons() == []
    assert store.history.last() is None


def test_bad_lines_may_be_left_out(store: Store) -> None:
    done = take(store, b"nope", {"text": "fine", "speaker": "A"}, b"{}", skip_bad=True)
    assert done.counts["quotes"] == 1
    assert done.remarks[:2] == ("line 1 was left out: it is not JSON", "line 3 was left out: `text` is missing")


def test_a_file_of_nothing_but_bad_lines_is_refused_all_the_same(store: Store) -> None:
    with pytest.raises(InputError, match="2 lines cannot be taken"):
        take(store, b'{"text": ""}', b"{}", skip_bad=True)
    assert store.sources.all() == []


def test_many_bad_lines_are_counted_and_the_first_named(store: Store) -> None:
    with pytest.raises(InputError, match=r"line 10: .*; and 15 more"):
        take(store, *[{"text": "no speaker"}] * 25)


def test_a_line_longer_than_any_quote_is_a_bad_line_and_the_next_is_read(store: Store) -> None:
    long = b'{"text": "' + b"x" * (LONGEST + 5) + b'", "speaker": "A"}'
    done = take(store, {"text": "fine", "speaker": "A"}, long, {"text": "also", "speaker": "A"}, skip_bad=True)
    assert done.counts["quotes"] == 2
    assert done.remarks[0].startswith("line 2 was left out: it is longer")


def test_people_s_text_is_cleaned_as_everywhere(store: Store) -> None:
    take(store, {"text": " We \x1b[31mare\r\ndone \ud83d. ", "speaker": "Ann\x07 Lee", "tags": ["a\nb"]})
    (record,) = kept(store)
    assert record.quote.words == "We are\ndone \ufffd."
    assert record.quote.speakers[0].name == "Ann Lee"
    assert record.quote.tags == ("a b",)


def test_several_batches_are_one_action_that_one_undo_takes_back(store: Store) -> None:
    rows = [{"text": f"quote {n}", "speaker": f"person {n % 50}", "date": "2026-02-13"} for n in range(2 * BATCH + 7)]
    done = take(store, *rows)
    assert done.counts == {"quotes": 2 * BATCH + 7, "people": 50, "sources": 1}
    assert [record.quote.words for record in kept(store)[:2]] == ["quote 0", "quote 1"]
    store.history.undo()
    assert (store.quotes.count(), store.people.persons(), store.sources.all()) == (0, [], [])
    store.history.redo()
    assert store.quotes.count() == 2 * BATCH + 7


def test_an_import_that_is_stopped_leaves_nothing_to_be_seen(store: Store) -> None:
    body = b"\n".join(b'{"text": "quote", "speaker": "A"}' for _ in range(2 * BATCH))

    def stop(done: int, whole: int, rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_stream(store, io.BytesIO(body), name="bank.jsonl", progress=stop)
    assert (store.quotes.count(), store.people.persons(), store.history.last()) == (0, [], None)


def test_nothing_is_seen_of_an_import_before_it_is_whole(store: Store, tmp_path: Path) -> None:
    body = b"\n".join(b'{"text": "quote", "speaker": "A"}' for _ in range(2 * BATCH))
    seen = []

    def look(done: int, whole: int, rows: int) -> None:
        with Store.open(tmp_path / "talks.db", read_only=True) as other:
            seen.append((rows, other.quotes.count(), other.people.persons()))

    import_stream(store, io.BytesIO(body), name="bank.jsonl", progress=look)
    assert seen == [(BATCH, 0, []), (2 * BATCH, 0, [])]


def test_a_quote_noted_while_an_import_runs_stays_when_the_import_is_taken_back(store: Store, tmp_path: Path) -> None:
    body = b"\n".join(b'{"text": "quote", "speaker": "A"}' for _ in range(2 * BATCH))
    with Store.open(tmp_path / "talks.db") as other:
        party = other.people.add_party(Party(name="DGA", kind=PartyKind.UNION))

        def note(done: int, whole: int, rows: int) -> None:
            from desk.model.records import Quote, Speaker

            other.quotes.add(Quote(words=f"noted at {rows}", speakers=(Speaker(party_id=party, name="DGA"),)))

        import_stream(store, io.BytesIO(body), name="bank.jsonl", progress=note)
    assert store.quotes.count() == 2 * BATCH + 2
    store.history.undo()
    store.history.undo()
    store.history.undo()
    assert [one.words for one in map(store.quotes.get, store.quotes.newest())] == []


def test_memory_does_not_grow_with_the_file(store: Store) -> None:
    def lines(count: int) -> Iterator[bytes]:
        for number in range(count):
            yield b'{"text": "quote %d %s", "speaker": "A"}\n' % (number, b"x" * 300)

    class Endless(io.RawIOBase):
        def __init__(self, count: int) -> None:
            self._lines = lines(count)

        def readline(self, size: int | None = -1, /) -> bytes:
            return next(self._lines, b"")

    peaks = []
    for count in (BATCH * 2, BATCH * 5):
        tracemalloc.start()
        import_stream(store, Endless(count), name="bank.jsonl")  # type: ignore[arg-type]
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


def test_a_list_that_has_grown_brings_only_what_is_new(store: Store) -> None:
    first = {"text": "We are done.", "speaker": "Ann Lee", "date": "2026-02-13", "venue": "a rally"}
    again = {"text": "We are done.", "speaker": "Ann Lee", "date": "2026-02-14", "venue": "a rally"}
    take(store, first)
    done = take(store, first, again, {"text": "We are not done.", "speaker": "Ann Lee"})
    assert done.counts["quotes"] == 2
    assert "1 of them were in the desk already, from the same source, and were left out" in done.remarks
    assert len(kept(store)) == 3


def test_a_list_that_was_taken_in_before_is_refused_and_adds_nothing(store: Store) -> None:
    rows = [{"text": f"Quote number {number}.", "speaker": "Ann Lee"} for number in range(BATCH + 10)]
    take(store, *rows)
    with pytest.raises(InputError, match="nothing in it that the desk does not have already"):
        take(store, *rows)
    assert store.quotes.count() == BATCH + 10


def test_a_list_whose_import_was_undone_can_be_taken_in_again(store: Store) -> None:
    take(store, {"text": "We are done.", "speaker": "Ann Lee"})
    store.history.undo()
    assert take(store, {"text": "We are done.", "speaker": "Ann Lee"}).counts["quotes"] == 1


def test_a_quote_that_was_withdrawn_does_not_come_back_with_its_list(store: Store) -> None:
    take(store, {"text": "We are done.", "speaker": "Ann Lee"}, {"text": "Not yet.", "speaker": "Ann Lee"})
    store.quotes.withdraw(min(store.quotes.newest()))
    done = take(store, {"text": "We are done.", "speaker": "Ann Lee"}, {"text": "Soon.", "speaker": "Ann Lee"})
    assert done.counts["quotes"] == 1
    assert sorted(record.quote.words for record in kept(store)) == ["Not yet.", "Soon."]


def test_the_same_words_from_another_source_and_twice_in_one_list_are_kept(store: Store) -> None:
    one = {"text": "We are done.", "speaker": "Ann Lee", "source": "presser"}
    take(store, one, one)
    done = take(store, {**one, "source": "report"})
    assert done.counts["quotes"] == 1
    assert len(kept(store)) == 3
