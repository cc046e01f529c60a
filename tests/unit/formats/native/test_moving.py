"""A desk that moves to another machine by its private export: every row comes along. What was checked is there as a record of
who compared what, and when; on the other desk nobody has compared anything. A backup moves it with its checks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.app.importing.files import import_file
from desk.formats.native.native_export import private_text
from desk.model.dates import value as dates
from desk.model.enums import Agreed, GroundRule, PartyKind, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.fingerprint import evidence, state
from desk.model.quotes.gate import UNVERIFIED, Permit, gate
from desk.model.quotes.verification_history import history
from desk.model.records import Copied, Embargo, Party, Person, Quote, Source, Speaker, Story, Terms
from desk.store.bulk.listing import lines
from desk.store.file.backup import backup
from desk.store.store import Store

CHECKED = (QuoteState.VERIFIED, QuoteState.MATCHES_REPORT, QuoteState.STALE)


class Clock:
    """Moves on by a minute with each look at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 2, 14, 17, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "here.db", clock=clock, gate_clock=clock) as opened:
        opened.settings.put("reporter", "Ann")
        yield opened


class Day:
    """What a reporter does to quotes, one of each kind."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
        self.person = store.people.add_person(Person(name="Jo Roe", title="chair", party_id=self.union))
        self.story = store.stories.add(Story(slug="week-one"))

    def source(self, code: str, kind: SourceKind, tier: Tier = Tier.PRIMARY) -> int:
        source = self.store.sources.add(Source(code=code, kind=kind, tier=tier))
        self.store.sources.set_terms(Terms(rule=GroundRule.ON_RECORD, source_id=source))
        return source

    def call(self, source: int, tier: Tier, kind: SourceKind = SourceKind.TRANSCRIPT) -> None:
        self.store.sources.edit(dataclasses.replace(self.store.sources.get(source), tier=tier, kind=kind))

    def quote(self, words: str, source: int, **more: Any) -> int:
        speaker = Speaker(person_id=self.person, name="Jo Roe", title="chair", party="SAG-AFTRA")
        return self.store.quotes.add(Quote(**{"words": words, "speakers": (speaker,), "source_id": source, **more}))

    def edit(self, quote: int, **columns: Any) -> None:
        self.store.quotes.edit(dataclasses.replace(self.store.quotes.get(quote), **columns))

    def verify(self, quote: int, kind: VerificationKind, source: int, passage: str = "", **more: Any) -> None:
        self.store.quotes.verify(quote, kind, source_id=source, passage=passage, **more)

    def copy(self, quote: int, stamp: str = "", reason: str = "", *, confirmed: bool = True) -> None:
        self.store.copies.log(
            Copied(
                quote_id=quote,
                story_id=self.story,
                format="sentence",
                text=f"text {quote}",
                stamp=stamp,
                mechanism="xclip",
                confirmed=confirmed,
                reason=reason,
            )
        )


def told(store: Store) -> dict[str, Any]:
    """All that is known of each quote, withdrawn ones too, by its words; without numbers, which are each file's own."""
    found = {}
    verified = {line.words for some in lines(store) for line in some if line.verified}
    now = datetime(2026, 2, 20, tzinfo=UTC)
    for record in store.quotes.records([*store.quotes.newest(), *store.quotes.withdrawn()]):
        quote, numberless = record.quote, {"id": None, "source_id": None, "quote_id": None, "corrects": None}
        found[quote.words] = {
            "state": state(record),
            "listed": quote.words in verified,
            "evidence": evidence(record),
            "history": history(record),
            "checks": [
                (
                    one.kind,
                    one.who,
                    one.recorded_at,
                    one.passage,
                    one.locator,
                    one.listened,
                    one.note,
                    source and source.code,
                )
                for one, source in record.verifications
            ],
            "copies": [
                dataclasses.replace(one, id=None, quote_id=0, story_id=None) for one in store.copies.of(quote.id or 0)
            ],
            "terms": dataclasses.replace(record.terms, **numberless),
            "own terms": [dataclasses.replace(one, **numberless) for one in store.sources.terms(quote_id=quote.id)],
            "source's terms": [
                dataclasses.replace(one, **numberless) for one in store.sources.terms(source_id=quote.source_id)
            ],
            "embargoes": [
                dataclasses.replace(one, **numberless)
                for one in (
                    *store.sources.embargoes(quote_id=quote.id),
                    *store.sources.embargoes(source_id=quote.source_id),
                )
            ],
            "gate": gate(record, now=now, override="it is in dispute" if quote.disputed else ""),
        }
    return found


def moved(store: Store, tmp_path: Path, name: str = "there") -> Store:
    file = tmp_path / f"{name}.json"
    file.write_text("".join(private_text(store)), encoding="utf-8")
    other = Store.open(tmp_path / f"{name}.db")
    import_file(other, file)
    return other


def test_every_quote_is_known_for_the_same_on_the_other_desk(store: Store, tmp_path: Path, clock: Clock) -> None:
    day = Day(store)
    tape = day.source("tape", SourceKind.RECORDING)
    paper = day.source("paper", SourceKind.PRESS_RELEASE)
    report = day.source("S1", SourceKind.PUBLISHED_REPORT, Tier.SECONDARY)
    otter = day.source("otter", SourceKind.TRANSCRIPT, Tier.SECONDARY)

    day.verify(day.quote("Heard on tape.", tape), VerificationKind.RECORDING, tape, locator="00:01:10")
    day.verify(day.quote("Said by a machine.", otter), VerificationKind.TRANSCRIPT, otter, "Said by a machine.")
    listened = day.quote("Listened to.", otter)
    day.verify(
        listened, VerificationKind.TRANSCRIPT, otter, "Listened to.", locator="00:02:00", listened=True, note="clear"
    )
    day.verify(day.quote("As reported.", report), VerificationKind.PUBLISHED_REPORT, report, "“As reported.”")
    cut = day.quote("We stay … all of us.", paper)
    day.verify(cut, VerificationKind.STATEMENT, paper, "We stay with you, all of us.")
    for number, change in enumerate(({"words": "Other words now."}, {"source_id": paper}, {"speakers": ()})):
        changed = day.quote(f"Changed {number}.", tape)
        day.verify(changed, VerificationKind.RECORDING, tape)
        if "speakers" in change:
            speaker = store.quotes.get(changed).speakers[0]
            change = {"speakers": (dataclasses.replace(speaker, title="president"),)}
        day.edit(changed, **change)
    again = day.quote("Compared twice.", tape)
    day.verify(again, VerificationKind.RECORDING, tape)
    day.verify(again, VerificationKind.PUBLISHED_REPORT, report, "“Compared twice,” he said.")
    undone = day.quote("The check was taken back.", tape)
    day.verify(undone, VerificationKind.RECORDING, tape)
    store.history.undo()
    disputed = day.quote("In dispute.", tape)
    store.quotes.dispute(disputed, "the guild says otherwise")
    store.quotes.withdraw(day.quote("Withdrawn.", tape))
    gone = day.source("gone", SourceKind.DOCUMENT)
    day.verify(day.quote("From what was withdrawn.", gone), VerificationKind.DOCUMENT, gone, "From what was withdrawn.")
    against = day.quote("Only held against it.", tape)
    day.verify(against, VerificationKind.DOCUMENT, gone, "Only held against it.")
    store.sources.withdraw(gone)
    day.verify(
        day.quote("They render it so", paper, form=QuoteForm.PARAPHRASE),
        VerificationKind.STATEMENT,
        paper,
        "We said it.",
    )

    # What a source is called now is not what it was when something was compared with it: in both directions.
    day.call(otter, Tier.PRIMARY)
    day.verify(
        day.quote("After it was made official.", otter),
        VerificationKind.TRANSCRIPT,
        otter,
        "After it was made official.",
    )
    minutes = day.source("minutes", SourceKind.TRANSCRIPT)
    day.verify(
        day.quote("While it was official.", minutes), VerificationKind.TRANSCRIPT, minutes, "While it was official."
    )
    day.call(minutes, Tier.SECONDARY)

    # Terms: renegotiated for one quote and for a source; an embargo that was lifted.
    call = store.sources.add(Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY))
    store.sources.set_terms(Terms(rule=GroundRule.BACKGROUND, attribution="an official", source_id=call))
    opened = day.quote("May be named after all.", call)
    store.sources.set_terms(
        Terms(
            rule=GroundRule.ON_RECORD,
            quote_id=opened,
            agreed_with="Jo Roe",
            agreed_on=dates.day(date(2026, 2, 15)),
            agreed=Agreed.AFTER,
            note="by phone",
        )
    )
    held = day.quote("Under embargo.", call)
    until = Embargo(until=clock.now + timedelta(days=30), zone="America/Los_Angeles", quote_id=held)
    store.sources.set_embargo(until)
    store.sources.set_embargo(dataclasses.replace(until, lifted=True, note="the guild agreed"))
    store.sources.set_embargo(dataclasses.replace(until, quote_id=None, source_id=call))

    day.copy(listened)
    day.copy(listened, "[UNVERIFIED]", confirmed=False)
    day.copy(disputed, "[DISPUTED: for the other side]", "for the other side")

    here = told(store)
    assert here["Said by a machine."]["state"] is QuoteState.MATCHES_REPORT
    assert here["After it was made official."]["state"] is QuoteState.VERIFIED
    with moved(store, tmp_path) as other:
        there = told(other)
        assert there.keys() == here.keys()
        for words, known in here.items():
            judged = ("state", "listed", "evidence", "history", "gate")
            assert {name: there[words][name] for name in known if name not in judged} == {
                name: value for name, value in known.items() if name not in judged
            }, words
            here_is, there_is = known["state"], there[words]["state"]
            assert there_is is (QuoteState.UNVERIFIED if here_is in CHECKED else here_is), words
            assert [one.done for one in there[words]["history"]] == [one.done for one in known["history"]], words
            assert not any(one.holds for one in there[words]["history"]), words
            if isinstance(known["gate"], Permit):
                assert UNVERIFIED in there[words]["gate"].stamps or known["state"] not in CHECKED, words
            else:
                assert there[words]["gate"] == known["gate"], words
        with moved(other, tmp_path, "further") as third:
            assert told(third) == there
    backup(store.path, tmp_path / "backup.db")
    with Store.open(tmp_path / "backup.db") as restored:
        assert told(restored) == here


def test_what_a_source_is_called_on_the_other_desk_makes_no_old_check_more(store: Store, tmp_path: Path) -> None:
    day = Day(store)
    otter = day.source("otter", SourceKind.TRANSCRIPT, Tier.SECONDARY)
    minutes = day.source("minutes", SourceKind.TRANSCRIPT)
    for source, words in ((otter, "By a machine."), (minutes, "By a clerk.")):
        day.verify(day.quote(words, source), VerificationKind.TRANSCRIPT, source, words)
    day.call(minutes, Tier.SECONDARY)
    with moved(store, tmp_path) as other:
        for desk in (store, other):
            for code in ("otter", "minutes"):
                source = desk.sources.find(code)
                assert source is not None
                desk.sources.edit(dataclasses.replace(source, tier=Tier.PRIMARY))
            known = told(desk)
            ours = desk is store
            assert known["By a machine."]["state"] is (QuoteState.MATCHES_REPORT if ours else QuoteState.UNVERIFIED)
            assert known["By a clerk."]["state"] is (QuoteState.VERIFIED if ours else QuoteState.UNVERIFIED)
            assert not known["By a machine."]["listed"]
            assert known["By a clerk."]["listed"] is ours
