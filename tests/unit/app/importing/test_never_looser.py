"""An attacker who has a file: any desk, any file in any format, and afterwards nothing may leave that could not before.

`DESK_ATTACKS=5000 pytest tests/unit/app/importing/test_never_looser.py` tries that many, others each time; the suite a few, the same ones.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desk.app.importing.files import Options, import_stream
from desk.formats.native.native_export import private_text
from desk.model.enums import Deed, GroundRule, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.errors import DeskError
from desk.model.quotes import fingerprint
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.records import Embargo, Person, Quote, QuoteRecord, Source, Speaker, Terms
from desk.store.bulk import loading, new_quotes
from desk.store.bulk.load_rows import Rows
from desk.store.bulk.same_words import SameWords
from desk.store.bulk.tightening import Tightened
from desk.store.store import Store
from desk.store.subjects import quote_records

TRIES = int(os.environ.get("DESK_ATTACKS", "20"))
NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
NAMES = ("Jo Roe", "Ann Lee", "Bo Ek")
ALIASES = ("J. Roe", "Lee, Ann", "Ek")
WORDS = ("We will not sign that", "They fold by Friday", "It is about pensions")
SOURCES = (("call", SourceKind.INTERVIEW_NOTES), ("release", SourceKind.PRESS_RELEASE), ("tape", SourceKind.RECORDING))
UNTIL = tuple(NOW + timedelta(days=days) for days in (-1, 3, 30))


def now() -> datetime:
    return NOW


flags = st.booleans()
rarely = st.sampled_from((False, False, False, True))
rules = st.sampled_from((*GroundRule, GroundRule.ON_RECORD, GroundRule.ON_RECORD))
maybe = st.sampled_from((None, None, None, False, True))
terms = st.builds(
    Terms,
    rule=rules,
    may_publish=maybe,
    may_quote=maybe,
    may_name=maybe,
    attribution=st.sampled_from(("", "an aide", "a negotiator on the fifth floor")),
    agreed_with=st.just("the agent"),
    note=st.just("by phone"),
)


@st.composite
def desks(draw: Callable[..., Any]) -> dict[str, Any]:
    """What stands on a desk: who may not be named, what was agreed with whom, what was said and checked."""
    return {
        "people": [(draw(flags), draw(rarely)) for _ in NAMES],
        "sources": [
            {"confidential": draw(rarely), "terms": draw(st.lists(terms, max_size=2)), "embargo": draw(maybe_embargo)}
            for _ in SOURCES
        ],
        "quotes": [
            {
                "words": draw(st.sampled_from(WORDS)),
                "who": draw(st.integers(0, 2)),
                "source": draw(st.integers(0, 2)),
                "terms": draw(st.lists(terms, max_size=1)),
                "embargo": draw(maybe_embargo),
                "disputed": draw(st.sampled_from(("", "", "the guild says otherwise"))),
                "withdrawn": draw(rarely),
                "verified": draw(flags),
                "late": draw(rarely),
            }
            for _ in range(draw(st.integers(1, 3)))
        ],
    }


maybe_embargo = st.one_of(st.none(), st.tuples(st.sampled_from(UNTIL), rarely))


def build(store: Store, desk: dict[str, Any]) -> None:
    """Write a desk down, as its reporter could have made it."""
    with store.action(Deed.OTHER, "a day of work") as act:
        people = [
            store.people.add_person(Person(name=name, confidential=secret, aliases=(alias,) if known_as else ()))
            for name, alias, (secret, known_as) in zip(NAMES, ALIASES, desk["people"], strict=True)
        ]
        sources = []
        later: list[tuple[int, Terms]] = []
        for (code, kind), one in zip(SOURCES, desk["sources"], strict=True):
            source = Source(code=code, kind=kind, tier=Tier.PRIMARY, confidential=one["confidential"])
            sources.append(store.sources.add(source))
            for number, agreed in enumerate(one["terms"]):
                agreed = dataclasses.replace(agreed, source_id=sources[-1])
                if number:
                    later.append((sources[-1], agreed))
                else:
                    store.sources.write_terms(act, agreed)
            _embargo(store, one["embargo"], source_id=sources[-1])
        for one in desk["quotes"]:
            who = one["who"]
            quote_id = store.quotes.add(
                Quote(
                    words=one["words"],
                    speakers=(Speaker(person_id=people[who], name=NAMES[who]),),
                    source_id=sources[one["source"]],
                    disputed=one["disputed"],
                )
            )
            for agreed in one["terms"]:
                store.sources.write_terms(act, dataclasses.replace(agreed, quote_id=quote_id))
            _embargo(store, one["embargo"], quote_id=quote_id)
            if one["verified"]:
                source_id = sources[one["source"]]
                store.quotes.verify(quote_id, VerificationKind.RECORDING, source_id=source_id, passage=one["words"])
            if one["withdrawn"]:
                store.quotes.withdraw(quote_id)
        for _, agreed in later:
            store.sources.write_terms(act, agreed)


def _embargo(store: Store, embargo: tuple[datetime, bool] | None, **whose: int) -> None:
    if embargo is not None:
        until, lifted = embargo
        store.sources.set_embargo(Embargo(until=until, zone="UTC", lifted=lifted, note="agreed", **whose))


@st.composite
def forged(draw: Callable[..., Any]) -> bytes:
    """A document in the desk's own format that says what suits its writer."""
    people, sources = [], []
    for number, (name, alias) in enumerate(zip(NAMES, ALIASES, strict=True)):
        person: dict[str, Any] = {"name": draw(st.sampled_from((name, name, alias))), "key": f"p{number}"}
        if draw(flags):
            person["confidential"] = draw(flags)
        if draw(flags):
            person["aliases"] = [draw(st.sampled_from((alias, "Nobody Else", name.swapcase())))]
        if draw(flags):
            person["withdrawn"] = "2026-01-01 10:00Z"
        people.append(person)
    if draw(rarely):
        people.append({"name": "A. Double", "merged_into": "p0", "key": "p3", "confidential": draw(flags)})
    for number, (code, kind) in enumerate(SOURCES):
        source: dict[str, Any] = {"code": code, "kind": kind.value, "tier": "primary", "key": f"s{number}"}
        if draw(rarely):
            source["title"] = "quite another thing"
        if draw(flags):
            source["confidential"] = draw(flags)
        source["terms"] = [agreed(draw) for _ in range(draw(st.sampled_from((0, 0, 1, 2))))]
        source["embargoes"] = draw(st.lists(embargoes, max_size=2))
        sources.append(source)
    quotes = []
    for _ in range(draw(st.integers(1, 3))):
        who = draw(st.sampled_from(people))
        speaker = {"person": who["key"]}
        if draw(flags):
            speaker["name"] = draw(st.sampled_from(NAMES))
        quote: dict[str, Any] = {
            "words": draw(st.sampled_from((*WORDS, "“We will not sign—that.”"))),
            "speakers": [speaker],
            "source": draw(st.sampled_from(("s0", "s1", "s2"))),
            "terms": [agreed(draw) for _ in range(draw(st.integers(0, 2)))],
            "embargoes": draw(st.lists(embargoes, max_size=2)),
        }
        if draw(flags):
            quote["verifications"] = [
                {
                    "kind": draw(st.sampled_from(("notes", "recording", "readback", "transcript"))),
                    "source": quote["source"],
                    "passage": draw(st.sampled_from(("", quote["words"]))),
                    "listened": draw(flags),
                    "locator": "00:01:10",
                    "logged": "2031-01-01 10:00Z",
                }
            ]
        quotes.append(quote)
    document = {
        "format": "newsroom-desk",
        "version": 1,
        "zone": "UTC",
        "people": people,
        "sources": sources,
        "quotes": quotes,
    }
    return json.dumps(document, indent=1).encode()


def agreed(draw: Callable[..., Any]) -> dict[str, Any]:
    found = draw(terms)
    said: dict[str, Any] = {"rule": found.rule.value, "agreed_with": "the agent", "agreed_on": "2026-02-13"}
    said |= {"attribution": found.attribution, "note": "renegotiated, it says", "agreed": "after"}
    for name in ("may_publish", "may_quote", "may_name"):
        if getattr(found, name) is not None:
            said[name] = getattr(found, name)
    if draw(flags):
        said["logged"] = draw(st.sampled_from(("2020-01-01 10:00Z", "2031-01-01 10:00Z")))
    return said


embargoes = st.builds(
    lambda until, lifted: {"until": until.isoformat(), "zone": "UTC", "lifted": lifted, "note": "so it says"},
    st.sampled_from(UNTIL),
    flags,
)


@st.composite
def lists(draw: Callable[..., Any]) -> bytes:
    """Quotes as JSON Lines that say what suits their writer."""
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        row: dict[str, Any] = {
            "text": draw(st.sampled_from(WORDS)),
            "speaker": draw(st.sampled_from((*NAMES, *ALIASES, "JO ROE"))),
            "source": draw(st.sampled_from(("call", "Release", "tape", "another"))),
            "venue": draw(st.sampled_from(("", "a rally"))),
            "verified": True,
        }
        if draw(flags):
            row["ground_rule"] = draw(rules).value
        rows.append(json.dumps(row))
    return "\n".join(rows).encode()


files = st.one_of(forged(), forged(), lists(), desks())
steps = st.lists(st.sampled_from(("undo", "redo", "merge", "off record")), min_size=1, max_size=4)


def everything(store: Store) -> dict[int, QuoteRecord]:
    ids = [*store.quotes.newest(), *store.quotes.withdrawn()]
    return {record.quote.id or 0: record for record in store.quotes.records(ids)}


def allowed(record: QuoteRecord) -> set[str]:
    """What may be done with a quote's words."""
    found = permissions(record.terms, confidential=record.confidential)
    if not found.publish:
        return set()
    return {"publish"} | {part for part in ("quote", "name", "attribute") if getattr(found, part)}


def leaves(record: QuoteRecord) -> Permit | Refusal:
    """What the gate says; a dispute is left out of it, so that what is behind it is seen."""
    return gate(record, now=NOW, override="all the same" if record.quote.disputed else "")


def no_looser(was: QuoteRecord, is_now: QuoteRecord) -> None:
    """One quote, or two of the same words: the second may not do what the first may not."""
    assert allowed(is_now) <= allowed(was)
    before, after = leaves(was), leaves(is_now)
    # Words that are only not to be described as anybody's may be those of a source with whom that was agreed.
    passing = (Reason.WITHDRAWN, Reason.NO_ATTRIBUTION) if was.quote.id != is_now.quote.id else (Reason.WITHDRAWN,)
    if isinstance(before, Refusal) and before.reason not in passing:
        assert isinstance(after, Refusal)
    if isinstance(before, Permit) and isinstance(after, Permit):
        assert not after.attribution.speakers or before.attribution.speakers
    if was.embargo is not None and was.embargo.until > NOW:
        assert is_now.embargo is not None
        assert is_now.embargo.until >= was.embargo.until
    if was.quote.disputed:
        assert is_now.quote.disputed
    if was.confidential:
        assert "name" not in allowed(is_now)


def same_as_before(before: dict[int, QuoteRecord], store: Store) -> None:
    """Every quote that was there forbids what it forbade, and none is cleaner."""
    after = everything(store)
    for quote_id, was in before.items():
        no_looser(was, after[quote_id])
        if was.quote.withdrawn_at is not None:
            assert after[quote_id].quote.withdrawn_at is not None
        if fingerprint.state(was) is not QuoteState.VERIFIED:
            assert fingerprint.state(after[quote_id]) is not QuoteState.VERIFIED


def new_ones(before: dict[int, QuoteRecord], hidden: set[str], closed: dict[int, Terms], store: Store) -> None:
    """What came in is not clean, names nobody who may not be named, and is no looser than its source here or the same words."""
    for quote_id, record in everything(store).items():
        if quote_id in before:
            continue
        assert fingerprint.state(record) not in (QuoteState.VERIFIED, QuoteState.MATCHES_REPORT)
        answer = leaves(record)
        if isinstance(answer, Permit):
            assert answer.stamp
            assert hidden.isdisjoint(one.name.casefold() for one in answer.attribution.speakers)
        if record.quote.source_id in closed:
            assert allowed(record) <= set(_parts(closed[record.quote.source_id]))
        mine = {name.casefold() for name in (*record.known_as, *(one.name for one in record.quote.speakers))}
        for was in before.values():
            spoke = {name.casefold() for name in (*was.known_as, *(one.name for one in was.quote.speakers))}
            same_source = was.quote.source_id == record.quote.source_id
            if words(was) != words(record) or mine.isdisjoint(spoke):
                continue
            if was.terms.rule is not GroundRule.UNKNOWN or same_source:
                no_looser(was, record)


def words(record: QuoteRecord) -> list[str]:
    return "".join(letter if letter.isalpha() else " " for letter in record.quote.words.casefold()).split()


def attack(folder: Path, desk: dict[str, Any], file: bytes | dict[str, Any], then: list[str]) -> None:
    """One desk, one file, and what its reporter may do then."""
    path = folder / "desk.db"
    shutil.copy(folder / "empty.db", path)
    if isinstance(file, dict):
        shutil.copy(folder / "empty.db", folder / "other.db")
        with Store.open(folder / "other.db", clock=now, gate_clock=now) as other:
            build(other, file)
            file = "".join(private_text(other)).encode()
    with Store.open(path, clock=now, gate_clock=now) as store:
        store.settings.put("reporter", "Ann")
        build(store, desk)
        before = everything(store)
        closed = {one.id: store.sources.effective_terms(one) for one in store.sources.all() if one.id is not None}
        secret = {name.casefold() for name in store.hidden.all().people}
        hidden = secret | in_file(file)
        try:
            import_stream(store, io.BytesIO(file), name="file", options=Options())
        except DeskError:
            hidden = secret
        same_as_before(before, store)
        new_ones(before, hidden, closed, store)
        assert hidden <= {name.casefold() for name in store.hidden.all().people}
        for source_id, agreed in closed.items():
            terms_now = store.sources.effective_terms(store.sources.get(source_id))
            assert set(_parts(terms_now)) <= set(_parts(agreed))
        for step in then:
            take(store, step)
            same_as_before(before, store)


def _parts(agreed: Terms) -> Iterator[str]:
    found = permissions(agreed)
    return (part for part in ("publish", "quote", "name", "attribute") if found.publish and getattr(found, part))


def in_file(file: bytes) -> set[str]:
    """The names that a file calls confidential."""
    try:
        document = json.loads(file)
    except ValueError:
        return set()
    people = document.get("people", []) if "format" in document else []
    return {
        name.casefold() for one in people if one.get("confidential") for name in (one["name"], *one.get("aliases", ()))
    }


def take(store: Store, step: str) -> None:
    try:
        match step:
            case "undo":
                done = store.history.last()
                if done is not None and done.label != "a day of work":
                    store.history.undo()
            case "redo":
                store.history.redo()
            case "merge":
                people = [one.id or 0 for one in store.people.persons()]
                if len(people) > 1:
                    store.people.merge_persons(*people[:2])
            case _:
                source_id = store.sources.all()[-1].id or 0
                store.sources.set_terms(Terms(rule=GroundRule.OFF_RECORD, source_id=source_id))
                for record in store.quotes.records(store.quotes.of_source(source_id)):
                    assert isinstance(leaves(record), Refusal)
    except DeskError:
        return


def attacker(folder: Path, tries: int) -> Callable[[], None]:
    @settings(
        max_examples=tries,
        deadline=None,
        database=None,
        derandomize=tries <= 300,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(desk=desks(), file=files, then=steps)
    def run(desk: dict[str, Any], file: bytes | dict[str, Any], then: list[str]) -> None:
        attack(folder, desk, file, then)

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attack")
    Store.open(folder / "empty.db").close()
    return folder


def test_no_file_loosens_anything_or_brings_anything_clean(folder: Path) -> None:
    attacker(folder, TRIES)()


def _last(own: list[Terms], its_sources: list[Terms], default: Terms) -> Terms:
    return [default, *its_sources, *own][-1]


HOLES: dict[str, tuple[object, str, Any]] = {
    "what a file says of checks counts": (fingerprint, "made_here", lambda record: list(record.verifications)),
    "terms of a quote's own count as the file has them": (loading._Writer, "_terms", Rows._terms),
    "a list agrees with a source that is here": (
        new_quotes.QuoteLoader,
        "own",
        lambda self, source_id, terms, rule, agreed: Terms(rule=rule),
    ),
    "what is confidential in the file is not here": (loading, "tighten", lambda store, here, label: Tightened()),
    "the same words are another quote": (SameWords, "held", lambda *_, **__: None),
    "a source that is tightened reaches no older terms": (quote_records, "effective_terms", _last),
}


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_that_is_made_on_purpose_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch, hole: str) -> None:
    where, name, instead = HOLES[hole]
    monkeypatch.setattr(where, name, instead)
    with pytest.raises(AssertionError):
        attacker(folder, 300)()
