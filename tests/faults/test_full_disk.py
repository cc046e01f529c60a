"""A full disk: the change is refused in words, what was saved stays, and the desk goes on once there is room."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.model.enums import PartyKind
from desk.model.errors import StorageError
from desk.model.records import Party, Quote, Speaker
from desk.store.store import Store


def fill(store: Store, party: int, saved: list[str]) -> None:
    """Add quotes until the disk says no; `saved` is what the desk said it kept."""
    for number in range(10_000):
        words = f"quote {number} " + "words and words " * 100
        store.quotes.add(Quote(words=words.strip(), speakers=(Speaker(party_id=party, name="AMPTP"),)))
        saved.append(words.strip())


def check(store: Store, party: int, saved: list[str]) -> None:
    kept = [record.quote.words for record in store.quotes.records(store.quotes.newest())]
    assert sorted(kept) == sorted(saved)
    assert len(saved) > 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root; the limit on the file's size below covers the rest")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("this machine does not allow mounting")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_refuses_the_change_and_loses_nothing(small_disk: Path) -> None:
    with Store.open(small_disk / "talks.db") as store:
        party = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
        saved: list[str] = []
        with pytest.raises(StorageError, match="disk is full"):
            fill(store, party, saved)
        check(store, party, saved)
    with Store.open(small_disk / "talks.db") as store:
        check(store, party, saved)
        subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
        store.quotes.add(Quote(words="there is room again", speakers=(Speaker(party_id=party, name="AMPTP"),)))
        check(store, party, [*saved, "there is room again"])


def test_a_file_that_may_not_grow_refuses_the_change_and_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "talks.db") as store:
        party = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
        saved: list[str] = []
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, before[1]))
        try:
            with pytest.raises(StorageError):
                fill(store, party, saved)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, handler)
        check(store, party, saved)
        store.quotes.add(Quote(words="there is room again", speakers=(Speaker(party_id=party, name="AMPTP"),)))
        check(store, party, [*saved, "there is room again"])
