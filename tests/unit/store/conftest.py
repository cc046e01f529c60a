"""A real file for each test, a clock that stands still until it is told, and the people of one set of talks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.model.dates import value as dates
from desk.model.enums import Axis, Certainty, DevelopmentKind, PartyKind, SourceKind, Tier
from desk.model.records import Deadline, Development, Issue, Negotiation, Party, Person, Quote, Source, Speaker, Story
from desk.store.store import Store


class SetClock:
    """A clock for tests: it moves when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 2, 14, 17, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Known:
    """The ids of what the file starts with."""

    union: int
    studios: int
    negotiator: int
    talks: int
    issue: int
    source: int
    story: int


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.db"


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty file of the newest model, made once: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("desk") / "empty.db"
    Store.open(path).close()
    return path


@pytest.fixture
def store(path: Path, clock: SetClock, empty_desk: Path) -> Iterator[Store]:
    shutil.copy(empty_desk, path)
    with Store.open(path, clock=clock, gate_clock=clock) as opened:
        opened.settings.put("reporter", "Ann")
        yield opened


@pytest.fixture
def known(store: Store) -> Known:
    union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
    studios = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
    talks = store.talks.add_negotiation(Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(union, studios)))
    return Known(
        union=union,
        studios=studios,
        negotiator=store.people.add_person(
            Person(name="Duncan Crabtree-Ireland", title="chief negotiator", party_id=union)
        ),
        talks=talks,
        issue=store.talks.add_issue(Issue(negotiation_id=talks, name="Streaming residuals")),
        source=store.sources.add(Source(code="presser", kind=SourceKind.RECORDING, tier=Tier.PRIMARY)),
        story=store.stories.add(Story(slug="week-one")),
    )


def a_quote(known: Known, words: str = "We will not accept that") -> Quote:
    speaker = Speaker(
        person_id=known.negotiator, name="Duncan Crabtree-Ireland", title="chief negotiator", party="SAG-AFTRA"
    )
    return Quote(words=words, speakers=(speaker,), source_id=known.source, negotiation_ids=(known.talks,))


def a_development(
    known: Known, words: str, day: int, *axes: tuple[Axis, str], corrects: int | None = None
) -> Development:
    return Development(
        kind=DevelopmentKind.SESSION,
        words=words,
        date=replace(dates.day(date(2026, 2, day)), certainty=Certainty.OCCURRED),
        negotiation_ids=(known.talks,),
        axes=axes,
        corrects=corrects,
    )


def a_deadline(known: Known, name: str = "Contract expires") -> Deadline:
    return Deadline(name=name, negotiation_id=known.talks)
