"""What gate and release of a quote cost beside reading it from the store: `python -m tests.bench.release [QUOTES]`.

The two alternate over the same quotes, so that the figures can be compared however busy the machine is. The file has
confidential people with aliases, since every text that leaves is searched for all of them. Exits 1 where letting a
quote out costs more than reading it.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from desk.app.confidential import confidential_names
from desk.app.release import release
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import all_formats
from desk.model.enums import GroundRule, PartyKind, SourceKind, Tier
from desk.model.quotes.gate import Permit, gate
from desk.model.records import Party, Person, Quote, Source, Speaker, Terms
from desk.model.released import Released
from desk.store.file.file import machine_clock
from desk.store.store import Store

WORDS = (
    "we will not accept a deal that is fair to our members until the studios come back with pay health pension".split()
)
CONFIDENTIAL = 200
ROUNDS = 5


def fill(store: Store, size: int) -> list[int]:
    """Quotes of thirty words, and people who may not be named."""
    chance = random.Random(20260214)
    with store.bulk("fill the bench") as bulk, bulk.batch():
        union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
        for number in range(CONFIDENTIAL):
            store.people.add_person(
                Person(
                    name=f"Person{number} Surname{number}",
                    aliases=(f"Nick{number}",),
                    confidential=True,
                    party_id=union,
                )
            )
        speaker = Speaker(
            person_id=store.people.add_person(Person(name="Duncan Crabtree-Ireland", party_id=union)),
            name="Duncan Crabtree-Ireland",
            title="national executive director",
            party="SAG-AFTRA",
        )
        source = store.sources.add(
            Source(code="presser", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.ON_RECORD),
        )
        return [
            store.quotes.add(Quote(words=" ".join(chance.choices(WORDS, k=30)), speakers=(speaker,), source_id=source))
            for _ in range(size)
        ]


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    now, house = machine_clock(), HouseStyle(today=date(2026, 2, 14))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        ids = fill(store, size)
        began = time.perf_counter()
        names = confidential_names(store)
        prepared = time.perf_counter() - began
        slowest = 0.0
        for chosen in all_formats({}):
            reading: list[float] = []
            leaving: list[float] = []
            for _ in range(ROUNDS):
                for quote_id in ids:
                    began = time.perf_counter()
                    record = store.quotes.record(quote_id)
                    read = time.perf_counter()
                    permit = gate(record, now=now)
                    assert isinstance(permit, Permit)
                    assert isinstance(release(permit, chosen, way="clipboard", names=names, house=house), Released)
                    leaving.append(time.perf_counter() - read)
                    reading.append(read - began)
            share = statistics.median(leaving) / statistics.median(reading)
            slowest = max(slowest, share)
            print(
                f"{chosen.name:12} read {statistics.median(reading) * 1e6:6.0f} µs   gate and release "
                f"{statistics.median(leaving) * 1e6:6.0f} µs   {share:.2f} of reading"
            )
        print(f"preparing the names of {CONFIDENTIAL} people, once a copy: {prepared * 1e3:.1f} ms")
    return 0 if slowest < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
