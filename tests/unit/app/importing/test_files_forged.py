"""A file that says more than its writer may: it adds, and loosens nothing of what stands here."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.app.importing.files import Imported, Options, import_stream
from desk.formats.native.native_export import private_text
from desk.model.dates import value as dates
from desk.model.enums import (
    Certainty,
    Deed,
    DevelopmentKind,
    GroundRule,
    Mark,
    QuoteState,
    SourceKind,
    Tier,
    VerificationKind,
)
from desk.model.errors import InputError
from desk.model.quotes.fingerprint import evidence, state
from desk.model.quotes.gate import UNVERIFIED, Permit, gate
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.quotes.verification_history import history
from desk.model.records import Development, Embargo, Person, Quote, QuoteRecord, Source, Speaker, Story, Terms
from desk.store.bulk import loading
from desk.store.bulk.indexing import touched_since
from desk.store.store import Store
from desk.store.subjects.embargoes import held

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
BACKGROUND = Terms(rule=GroundRule.BACKGROUND, attribution="an aide")
OFF = Terms(rule=GroundRule.OFF_RECORD)
ON = Terms(rule=GroundRule.ON_RECORD)
CALL = {"code": "call", "kind": "interview_notes"}
RENEGOTIATED = {
    "rule": "on_record",
    "agreed_with": "Jo Roe",
    "agreed_on": "2026-02-13",
    "agreed": "after",
    "note": "she agreed by phone",
}


class SetClock:
    """A clock for tests: it moves when told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db", clock=clock, gate_clock=clock) as opened:
        opened.settings.put("reporter", "Ann")
        yield opened


def take(store: Store, *quotes: dict[str, Any], **sections: Any) -> Imported:
    """Take in a document with these quotes, all by Jo Roe and from the call where they say nothing else."""
    document = {
        "format": "newsroom-desk",
        "version": 1,
        "zone": "UTC",
        "people": [{"name": "Jo Roe"}],
        "sources": [CALL],
        "quotes": [
            {"words": "We fold.", "speakers": [{"person": "Jo Roe"}], "source": "call", **one} for one in quotes
        ],
        **sections,
    }
    return import_stream(store, io.BytesIO(json.dumps(document, indent=1).encode()), name="mail.json")


def take_lines(store: Store, *rows: dict[str, Any], options: Options = Options()) -> Imported:  # noqa: B008
    lines = [json.dumps({"text": "We fold.", "speaker": "Jo Roe", "source": "call", **row}) for row in rows]
    return import_stream(store, io.BytesIO("\n".join(lines).encode()), name="bank.jsonl", options=options)


def a_call(store: Store, terms: Terms | None = None, **columns: Any) -> int:
    source = Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY, **columns)
    return store.sources.add(source, terms=terms)


def a_quote(store: Store, source: int | None, words: str = "We fold.", **columns: Any) -> int:
    people = [one.id for one in store.people.persons() if one.name == "Jo Roe"]
    person = people[0] if people else store.people.add_person(Person(name="Jo Roe"))
    speaker = Speaker(person_id=person, name="Jo Roe")
    return store.quotes.add(Quote(words=words, speakers=(speaker,), source_id=source, **columns))


def newest(store: Store) -> QuoteRecord:
    return store.quotes.record(max((*store.quotes.newest(), *store.quotes.withdrawn())))


def asked(record: QuoteRecord) -> Permit | Refusal:
    return gate(record, now=NOW, override="all the same" if record.quote.disputed else "")


def reason(record: QuoteRecord) -> Reason:
    answer = asked(record)
    assert isinstance(answer, Refusal), answer
    return answer.reason


# Checks


@pytest.mark.parametrize("kind", ["notes", "recording", "readback", "transcript", "statement", "document"])
@pytest.mark.parametrize("passage", ["", "We fold."])
@pytest.mark.parametrize("who", ["", "Bo"])
def test_a_check_in_a_file_is_reported_and_passes_nothing(store: Store, kind: str, passage: str, who: str) -> None:
    check = {"kind": kind, "source": "call", "passage": passage, "who": who, "listened": True, "locator": "00:01:10"}
    done = take(store, {"verifications": [check], "terms": [RENEGOTIATED]})
    record = newest(store)
    assert state(record) is QuoteState.UNVERIFIED
    answer = asked(record)
    assert isinstance(answer, Permit)
    assert answer.stamps == (UNVERIFIED,)
    ((verification, source),) = record.verifications
    assert (verification.who, verification.kind, verification.passage) == (who, kind, passage)
    assert source is not None
    assert "Ann" not in evidence(record)
    assert "nobody here has" in evidence(record)
    assert not history(record)[0].holds
    assert any(remark.startswith("1 check is kept as reported by the file") for remark in done.remarks)
    assert any("desk backup" in remark for remark in done.remarks)


def test_a_quote_that_somebody_here_compares_after_all_is_verified_by_them(store: Store) -> None:
    take(store, {"verifications": [{"kind": "notes", "source": "call", "who": "Bo"}]})
    record = newest(store)
    call = store.sources.find("call")
    assert call is not None
    store.quotes.verify(record.quote.id or 0, VerificationKind.RECORDING, source_id=call.id)
    record = newest(store)
    assert state(record) is QuoteState.VERIFIED
    assert evidence(record).endswith("by Ann.")
    assert [one.holds for one in history(record)] == [False, True]


def test_a_report_in_a_file_is_no_match_with_a_report(store: Store) -> None:
    report = {"code": "S1", "kind": "published_report", "outlet": "The Paper"}
    take(
        store,
        {"source": "S1", "verifications": [{"kind": "published_report", "source": "S1", "passage": "“We fold.”"}]},
        sources=[report],
    )
    assert state(newest(store)) is QuoteState.UNVERIFIED
    answer = asked(newest(store))
    assert isinstance(answer, Permit)
    assert UNVERIFIED in answer.stamps


def test_a_green_mark_of_a_file_is_amber_until_somebody_here_looks(store: Store) -> None:
    store.stories.add(Story(slug="week-one"))
    checks = [{"what": "the date", "marks": [{"mark": "green", "evidence": "called the union"}]}]
    done = take(store, {}, stories=[{"slug": "week-one", "checks": checks}])
    (check,) = store.stories.checks(store.stories.all()[0].id or 0)
    assert check.mark is not None
    assert (check.mark.mark, check.mark.who, check.counts_as) == (Mark.GREEN, "", Mark.AMBER)
    assert check.mark.why_less == "green in the file that it came in with"
    assert any(remark.startswith("1 mark on checklists is kept as reported") for remark in done.remarks)


# Terms


@pytest.mark.parametrize("logged", [{}, {"logged": "2020-01-01 10:00Z"}, {"logged": "2099-01-01 10:00Z"}])
@pytest.mark.parametrize("here", [OFF, Terms(), replace(BACKGROUND, may_publish=False)], ids=["off", "unset", "closed"])
@pytest.mark.parametrize("where", ["quote", "source"])
def test_a_renegotiation_in_a_file_opens_nothing(store: Store, where: str, here: Terms, logged: dict[str, str]) -> None:
    call = a_call(store, here)
    there = a_quote(store, call, "We stay.")
    said = {"terms": [RENEGOTIATED | logged]}
    done = take(store, said if where == "quote" else {}, sources=[CALL | (said if where == "source" else {})])
    assert isinstance(asked(newest(store)), Refusal)
    assert isinstance(asked(store.quotes.record(there)), Refusal)
    assert any("stay stricter here" in one or "the file has looser terms" in one for one in done.remarks)
    store.sources.set_terms(replace(OFF, source_id=call))
    assert reason(newest(store)) is Reason.OFF_RECORD


@pytest.mark.parametrize("rule", ["on_record", "background", "deep_background"])
def test_a_list_sets_no_ground_rule_for_a_source_that_is_here(store: Store, rule: str) -> None:
    a_quote(store, a_call(store), "We stay.")
    done = take_lines(store, {"ground_rule": rule})
    assert [reason(store.quotes.record(one)) for one in store.quotes.newest()] == [Reason.NOT_SET] * 2
    assert any("looser ground rule" in remark for remark in done.remarks)


def test_the_reporter_may_set_it_for_the_quotes_of_a_list(store: Store) -> None:
    there = a_quote(store, a_call(store), "We stay.")
    take_lines(store, {}, options=Options(rule=GroundRule.ON_RECORD))
    assert isinstance(asked(newest(store)), Permit)
    assert reason(store.quotes.record(there)) is Reason.NOT_SET


@pytest.mark.parametrize(
    ("here", "there", "counts"),
    [
        (BACKGROUND, {"rule": "off_record"}, replace(OFF, attribution="an aide")),
        (ON, {"rule": "background", "attribution": "a negotiator"}, replace(BACKGROUND, attribution="")),
        (BACKGROUND, {"rule": "background", "may_quote": False, "attribution": "the boss"}, replace(BACKGROUND, may_quote=False)),
        (replace(ON, may_quote=False), {"rule": "background"}, replace(ON, may_quote=False, may_name=False)),
        (Terms(), {"rule": "off_record"}, OFF),
        (ON, {"rule": "unknown"}, Terms()),
    ],
)  # fmt: skip
def test_stricter_terms_of_a_file_reach_all_that_was_said_there(
    store: Store, here: Terms, there: dict[str, Any], counts: Terms
) -> None:
    call = a_call(store, here)
    said = a_quote(store, call, "We stay.")
    own = a_quote(store, call, "We go.")
    store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, quote_id=own, agreed_with="her", note="ok",
                                  agreed_on=dates.day(date(2026, 2, 14))))  # fmt: skip
    done = take(store, {}, sources=[CALL | {"terms": [there]}])
    for record in (store.quotes.record(said), newest(store)):
        terms = record.terms
        assert Terms(rule=terms.rule, may_quote=terms.may_quote, may_name=terms.may_name,
                     attribution=terms.attribution) == counts  # fmt: skip
    assert "terms of 1 source are stricter here now, as in the file, for all that was said there" in done.remarks
    store.history.undo()
    assert store.quotes.record(said).terms.rule is counts.rule
    store.history.undo()
    assert store.quotes.record(said).terms.rule is here.rule


@pytest.mark.parametrize("rule", ["background", "not_for_attribution"])
def test_a_description_in_a_file_lets_nobody_out_who_was_not_to_be_described(store: Store, rule: str) -> None:
    call = a_call(store, ON, confidential=True)
    there = a_quote(store, call, "We stay.")
    said = {"rule": rule, "attribution": "the only aide in the room"}
    take(store, {"terms": [said]}, sources=[CALL | {"terms": [said]}])
    for record in (store.quotes.record(there), newest(store)):
        assert reason(record) is Reason.NO_ATTRIBUTION
    assert "described there as “the only aide in the room”" in store.sources.terms(source_id=call)[-1].note


def test_terms_that_this_desk_went_on_from_are_no_news(store: Store, clock: SetClock) -> None:
    call = a_call(store, OFF)
    a_quote(store, call)
    old = "".join(private_text(store)).encode()
    clock.now += timedelta(days=1)
    on = dates.day(date(2026, 2, 15))
    store.sources.set_terms(replace(ON, source_id=call, agreed_with="her", agreed_on=on, note="by phone"))
    import_stream(store, io.BytesIO(old), name="old.json")
    assert isinstance(asked(store.quotes.record(min(store.quotes.newest()))), Permit)


def test_stricter_terms_of_one_quote_in_a_file_count_for_it(store: Store) -> None:
    call = a_call(store, ON)
    there = a_quote(store, call, "We stay.")
    take(store, {"terms": [{"rule": "off_record"}]})
    assert reason(newest(store)) is Reason.OFF_RECORD
    assert isinstance(asked(store.quotes.record(there)), Permit)


# Names


@pytest.mark.parametrize("said", ["Jo Roe", "jo roe", "J. Roe"])
def test_a_person_confidential_in_a_file_is_so_here_under_every_name(store: Store, said: str) -> None:
    person = store.people.add_person(Person(name="Jo Roe", aliases=("J. Roe",)))
    there = a_quote(store, a_call(store, ON), "We stay.")
    secret = {"name": said, "aliases": ["Roe, Jo", "the chair"], "confidential": True}
    done = take(store, people=[secret])
    assert store.people.person(person).confidential
    names = {name.casefold() for name in store.hidden.all().people}
    assert {"jo roe", "j. roe", "roe, jo", "the chair"} <= names
    assert reason(store.quotes.record(there)) is Reason.NO_ATTRIBUTION
    assert "1 person is confidential here now, under every name that the file has" in done.remarks
    assert not any("Roe" in remark for remark in done.remarks)
    store.history.undo()
    assert not store.people.person(person).confidential
    assert store.people.person(person).aliases == ("J. Roe",)


def test_other_names_of_a_file_for_somebody_confidential_here_are_kept_off_too(store: Store) -> None:
    store.people.add_person(Person(name="Jo Roe", confidential=True))
    take(store, {}, people=[{"name": "Jo Roe", "aliases": ["Roey"]}])
    assert set(store.hidden.all().people) == {"Jo Roe", "Roey"}


@pytest.mark.parametrize(
    ("people", "speaker"),
    [
        ([{"name": "Jo Roe", "withdrawn": "2026-01-01 10:00Z", "key": "p"}], {"person": "p"}),
        ([{"name": "J. Roe", "aliases": ["Jo Roe"]}], {"person": "J. Roe"}),
        ([{"name": "J. Roe"}], {"person": "J. Roe", "name": "JO ROE"}),
        ([{"name": "Bo Ek"}, {"name": "J. Roe", "merged_into": "Bo Ek", "key": "p"}], {"person": "p", "name": "Jo Roe"}),
    ],
    ids=["withdrawn row", "alias", "as printed", "merged"],
)  # fmt: skip
def test_no_other_row_of_a_file_gives_a_confidential_person_a_name(
    store: Store, people: list[dict[str, Any]], speaker: dict[str, str]
) -> None:
    store.people.add_person(Person(name="Jo Roe", confidential=True))
    take(store, {"speakers": [speaker], "terms": [RENEGOTIATED]}, people=people)
    assert reason(newest(store)) is Reason.NO_ATTRIBUTION


def test_whoever_a_confidential_person_of_a_file_was_merged_into_is_confidential(store: Store) -> None:
    store.people.add_person(Person(name="Jo Roe"))
    people = [{"name": "X", "confidential": True, "merged_into": "Jo Roe", "key": "x"}]
    take(store, {"speakers": [{"person": "x"}]}, people=people)
    assert set(store.hidden.all().people) >= {"Jo Roe", "X"}


def test_a_source_confidential_in_a_file_is_so_here(store: Store) -> None:
    call = a_call(store, ON)
    there = a_quote(store, call, "We stay.")
    done = take(store, sources=[CALL | {"confidential": True}])
    assert store.sources.get(call).confidential
    assert reason(store.quotes.record(there)) is Reason.NO_ATTRIBUTION
    assert done.counts == {}
    assert "1 source is confidential here now, as in the file" in done.remarks


def test_a_file_that_says_nothing_new_is_still_refused(store: Store) -> None:
    a_call(store, ON)
    store.people.add_person(Person(name="Jo Roe"))
    with pytest.raises(InputError, match="nothing in it"):
        take(store)


# Embargoes, disputes, what was withdrawn


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ({"until": (LATER + timedelta(days=1)).isoformat()}, LATER + timedelta(days=1)),
        ({"until": NOW.isoformat()}, LATER),
        ({"until": LATER.isoformat(), "lifted": True, "note": "they agreed"}, LATER),
    ],
    ids=["later", "earlier", "lifted"],
)
def test_of_two_embargoes_the_later_counts(store: Store, said: dict[str, Any], until: datetime) -> None:
    call = a_call(store, ON)
    there = a_quote(store, call, "We stay.")
    store.sources.set_embargo(Embargo(until=LATER, zone="UTC", source_id=call))
    take(store, {"embargoes": [said]}, sources=[CALL | {"embargoes": [said]}])
    for record in (store.quotes.record(there), newest(store)):
        assert record.embargo is not None
        assert record.embargo.until == until


ELSEWHERE = {"code": "release", "kind": "press_release"}


@pytest.mark.parametrize("words", ["We fold.", "we fold", "“We fold!”"])
def test_words_that_are_off_the_record_here_do_not_leave_by_another_source_of_a_file(store: Store, words: str) -> None:
    a_quote(store, a_call(store, OFF))
    done = take(store, {"words": words, "source": "release"}, sources=[ELSEWHERE])
    assert reason(newest(store)) is Reason.OFF_RECORD
    assert "1 row came in as close as the same words are held here" in done.remarks
    take_lines(store, {"text": words, "source": "a list", "ground_rule": "on_record"})
    assert reason(newest(store)) is Reason.OFF_RECORD


def test_the_same_words_of_somebody_else_are_their_own(store: Store) -> None:
    a_quote(store, a_call(store, OFF))
    take(
        store, {"speakers": [{"person": "Bo Ek"}], "source": "release"}, sources=[ELSEWHERE], people=[{"name": "Bo Ek"}]
    )
    assert isinstance(asked(newest(store)), Permit)


def test_disputed_and_embargoed_words_come_in_as_such(store: Store) -> None:
    there = a_quote(store, a_call(store, ON))
    store.quotes.dispute(there, "the guild says otherwise")
    store.sources.set_embargo(Embargo(until=LATER, zone="UTC", quote_id=there))
    take(store, {"source": "release"}, sources=[ELSEWHERE])
    first = newest(store)
    take_lines(store, {"source": "a list", "ground_rule": "on_record"})
    for record in (first, newest(store)):
        assert record.quote.disputed == "the guild says otherwise"
        assert record.embargo is not None
        assert record.embargo.until == LATER


def test_a_quote_that_was_withdrawn_does_not_come_back_by_a_file(store: Store) -> None:
    store.quotes.withdraw(a_quote(store, a_call(store, ON)))
    take(store, {"venue": "a hall"})
    take_lines(store, {"venue": "another hall", "ground_rule": "on_record"}, {"text": "We stay."})
    assert [store.quotes.get(one).words for one in store.quotes.newest()] == ["We stay."]


def test_a_development_under_embargo_is_not_told_by_its_double(store: Store) -> None:
    when = replace(dates.day(date(2026, 2, 13)), certainty=Certainty.OCCURRED)
    there = store.developments.log(Development(kind=DevelopmentKind.SESSION, words="They have a deal", date=when))
    store.sources.set_embargo(Embargo(until=LATER, zone="UTC", development_id=there))
    take(store, developments=[{"kind": "session", "words": "They have a deal.", "date": "2026-02-13"}])
    assert all(one.embargo is not None and one.embargo.until == LATER for one in store.developments.all())
    assert len(store.developments.all()) == 2


UNDER = {"embargoes": [{"until": LATER.isoformat(), "zone": "UTC"}]}
IN_FILE = {"kind": "session", "words": "They have a deal.", "date": "2026-02-13"}


def a_session(store: Store, **columns: Any) -> int:
    when = replace(dates.day(date(2026, 2, 13)), certainty=Certainty.OCCURRED)
    return store.developments.log(
        Development(kind=DevelopmentKind.SESSION, words="They have a deal", date=when, **columns)
    )


@pytest.mark.parametrize("here", ["call", None])
@pytest.mark.parametrize("there", ["call", None])
def test_a_development_that_a_file_holds_under_embargo_is_held_so_here(
    store: Store, here: str | None, there: str | None
) -> None:
    source = a_call(store, ON)
    row = a_session(store, source_id=source if here else None)
    done = take(store, developments=[IN_FILE | UNDER | ({"source": there} if there else {}), IN_FILE])
    assert "2 developments are under embargo now, as the file has the same words" in done.remarks
    assert all(one.embargo is not None and one.embargo.until == LATER for one in store.developments.all())
    assert row in held(store, NOW).developments
    store.history.undo()
    assert store.developments.get(row).embargo is None


def test_an_embargo_in_a_file_reaches_the_words_that_a_later_line_of_it_corrects_to(store: Store) -> None:
    row = a_session(store)
    first = {"kind": "session", "words": "A deal, they say", "date": "2026-02-13", "key": "first"} | UNDER
    take(store, developments=[first, IN_FILE | {"corrects": "first"}])
    assert row in held(store, NOW).developments


def test_an_embargo_in_a_file_reaches_no_development_from_elsewhere_and_none_that_it_was_lifted_of(
    store: Store,
) -> None:
    call = a_call(store, ON)
    walk = store.sources.add(Source(code="walk", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=ON)
    elsewhere = a_session(store, source_id=walk)
    here = a_session(store, source_id=call)
    store.sources.set_embargo(Embargo(until=LATER, zone="UTC", development_id=here))
    older = "".join(private_text(store)).encode()
    store.sources.set_embargo(
        Embargo(until=LATER, zone="UTC", development_id=here, lifted=True, note="the guild agreed")
    )
    import_stream(store, io.BytesIO(older), name="older.json")
    assert held(store, NOW).developments.isdisjoint({here, elsewhere})


# The whole of it


def test_an_import_that_fails_leaves_nothing_closer_either(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    call = a_call(store, ON)

    def full(*_: object, **__: object) -> int:
        raise OSError("no space left")

    monkeypatch.setattr("desk.store.bulk.loading._Writer._quotes", full)
    with pytest.raises(OSError, match="no space"):
        take(store, {}, sources=[CALL | {"confidential": True, "terms": [{"rule": "off_record"}]}])
    assert not store.sources.get(call).confidential
    assert store.sources.effective_terms(store.sources.get(call)).rule is GroundRule.ON_RECORD


def test_terms_that_a_desk_tightened_later_are_later_on_the_next_desk(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    call = a_call(store, BACKGROUND)
    own = a_quote(store, call)
    clock.now += timedelta(hours=1)
    on = dates.day(date(2026, 2, 14))
    store.sources.set_terms(replace(ON, quote_id=own, agreed_with="her", agreed_on=on, note="by phone"))
    clock.now += timedelta(hours=1)
    store.sources.set_terms(replace(OFF, source_id=call))
    file = "".join(private_text(store)).encode()
    with Store.open(tmp_path / "next.db", clock=clock, gate_clock=clock) as other:
        import_stream(other, io.BytesIO(file), name="old.json")
        assert reason(newest(other)) is Reason.OFF_RECORD


CLOSER: dict[str, dict[str, Any]] = {
    "off the record": {"terms": [{"rule": "off_record"}]},
    "background": {"terms": [{"rule": "background", "attribution": "an aide"}]},
    "under embargo": {"embargoes": [{"until": LATER.isoformat(), "zone": "UTC"}]},
    "disputed": {"disputed": "the guild says otherwise"},
}


@pytest.mark.parametrize("held", CLOSER)
def test_a_quote_that_a_file_holds_closer_is_held_so_here(store: Store, held: str) -> None:
    here = a_quote(store, a_call(store, ON))
    done = take(store, {"words": "“We fold”"}, {"words": "We fold!", **CLOSER[held]})
    assert any("now" in remark for remark in done.remarks)
    for record in store.quotes.records([here, *store.quotes.newest()]):
        answer = gate(record, now=NOW)
        assert isinstance(answer, Refusal) or "EMBARGO" in answer.stamp
    while (last := store.history.last()) is not None and "import" in last.label:
        store.history.undo()
    answer = gate(store.quotes.record(here), now=NOW)
    assert isinstance(answer, Permit)
    assert answer.stamp == UNVERIFIED


@pytest.mark.parametrize("order", [("off_record",), ("on_record", "off_record"), ("off_record", "on_record")])
@pytest.mark.parametrize("venue", ["", "a rally"])
def test_a_line_that_is_closer_holds_the_quote_that_is_here(store: Store, order: tuple[str, ...], venue: str) -> None:
    here = a_quote(store, a_call(store, ON))
    done = take_lines(store, *({"ground_rule": rule, "venue": venue} for rule in order))
    assert any("as close now" in remark for remark in done.remarks)
    assert all(isinstance(asked(record), Refusal) for record in store.quotes.records(store.quotes.newest()))
    store.history.undo()
    assert isinstance(asked(store.quotes.record(here)), Permit)


def test_of_two_lines_with_one_quote_the_closer_counts_for_both(store: Store) -> None:
    rules = ("on_record", "background", "off_record", "deep_background", "on_record")
    take_lines(store, *({"source": "new", "ground_rule": rule} for rule in rules))
    found = store.quotes.records(store.quotes.newest())
    assert [record.terms.rule for record in found] == [GroundRule.OFF_RECORD] * 5


def test_what_a_file_holds_closer_is_no_news_where_this_desk_went_on_from_it(store: Store, clock: SetClock) -> None:
    here = a_quote(store, a_call(store, ON))
    until = Embargo(until=LATER, zone="UTC", quote_id=here)
    store.sources.set_terms(replace(OFF, quote_id=here))
    store.sources.set_embargo(until)
    store.sources.set_embargo(replace(until, quote_id=None, source_id=store.sources.all()[0].id))
    older = "".join(private_text(store)).encode()
    clock.now += timedelta(minutes=1)
    agreed = Terms(
        rule=GroundRule.ON_RECORD, agreed_with="Jo Roe", agreed_on=dates.day(date(2026, 2, 13)), note="by phone"
    )
    store.sources.set_terms(replace(agreed, quote_id=here))
    store.sources.set_embargo(replace(until, lifted=True, note="she agreed"))
    source = store.sources.all()[0].id
    store.sources.set_embargo(replace(until, quote_id=None, source_id=source, lifted=True, note="she agreed"))
    import_stream(store, io.BytesIO(older), name="older.json")
    answer = asked(store.quotes.record(here))
    assert isinstance(answer, Permit)
    assert answer.stamp == UNVERIFIED


def test_what_is_closer_in_another_conversation_reaches_no_quote_here(store: Store) -> None:
    here = a_quote(store, a_call(store, ON))
    other = store.sources.add(Source(code="pub", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=OFF)
    a_quote(store, other)
    take(store, {}, {"source": "walk", "terms": [{"rule": "off_record"}]}, sources=[CALL, {**CALL, "code": "walk"}])
    assert isinstance(asked(store.quotes.record(here)), Permit)


@pytest.mark.parametrize("name", ["Roe, Jo", "JO ROE, negotiator", "Jo Roé", "J. Roe", "Jo  Roe"])
def test_off_record_words_do_not_leave_under_a_name_printed_otherwise(store: Store, name: str) -> None:
    a_quote(store, a_call(store, OFF))
    take_lines(store, {"speaker": name, "source": "another", "ground_rule": "on_record"})
    assert newest(store).terms.rule is GroundRule.OFF_RECORD


@pytest.mark.parametrize("name", ["Roe, Jo", "Jó Roe", "Jo “Deep Roe” Roe", "deep roe jo"])
def test_nobody_is_named_by_a_file_who_has_only_words_of_a_confidential_name(store: Store, name: str) -> None:
    store.people.add_person(Person(name="Jo Roe", confidential=True, aliases=("Deep Roe",)))
    take_lines(store, {"speaker": name, "ground_rule": "on_record"})
    assert newest(store).confidential
    take(store, {"speakers": [{"person": "x"}]}, people=[{"name": name, "key": "x"}], sources=[CALL])
    assert newest(store).confidential


def test_an_import_that_was_killed_leaves_nothing_closer_either(
    store: Store, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = a_quote(store, a_call(store, ON))

    def killed(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Store, "bulk", killed)
        patch.setattr(loading, "take_back", lambda *_: None)
        with pytest.raises(SystemExit):
            take(store, {}, people=[{"name": "Jo Roe", "confidential": True}])
    closer = store.history.last()
    assert closer is not None
    with store.transaction(quiet=True) as act:
        act.begin(Deed.IMPORT_FILE, "import mail.json", bulk=True, prepared_by=closer.id)
        act.conn.execute("UPDATE action SET holder = 'another-machine:1' WHERE state = 'open'")
    assert store.quotes.record(here).confidential
    clock.now += timedelta(minutes=2)
    with Store.open(tmp_path / "talks.db", clock=clock, gate_clock=clock) as again:
        assert again.taken_back == ("import mail.json",)
        assert not again.quotes.record(here).confidential


def test_search_hears_of_the_quotes_that_a_file_holds_closer(store: Store) -> None:
    here = a_quote(store, a_call(store, ON))
    for done in (
        lambda: take_lines(store, {"ground_rule": "off_record"}),
        lambda: take(store, {"embargoes": [{"until": LATER.isoformat(), "zone": "UTC"}]}),
        store.history.undo,
        store.history.redo,
    ):
        before = store.history.newest()
        done()
        assert here in touched_since(store, before)
