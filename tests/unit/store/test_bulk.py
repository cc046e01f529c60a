"""An import is one action: hidden until it is whole, gone if it never was, one undo."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.records import Source, Terms
from desk.store.bulk.indexing import touched_since
from desk.store.store import Store
from tests.unit.store.conftest import Known, SetClock, a_quote


def test_rows_of_an_import_are_seen_when_it_is_whole(store: Store, known: Known) -> None:
    with store.bulk("import quotes") as bulk:
        with bulk.batch():
            store.quotes.add(a_quote(known, "First batch"))
        assert store.quotes.count() == 0
        with bulk.batch():
            store.quotes.add(a_quote(known, "Second batch"))
        assert store.quotes.newest() == []
    assert store.quotes.count() == 2


def test_an_import_that_fails_brings_nothing(store: Store, known: Known) -> None:
    def import_them() -> None:
        with store.bulk("import quotes") as bulk:
            with bulk.batch():
                store.quotes.add(a_quote(known))
            raise ValueError("line 3")

    with pytest.raises(ValueError, match="line 3"):
        import_them()
    assert store.quotes.count() == 0
    assert store.history.last() is not None
    assert store.history.last().label != "import quotes"  # type: ignore[union-attr]


def test_the_reporter_goes_on_while_an_import_runs_and_undo_is_of_what_they_did(store: Store, known: Known) -> None:
    with store.bulk("import quotes") as bulk:
        with bulk.batch():
            store.quotes.add(a_quote(known, "Imported"))
        mine = store.quotes.add(a_quote(known, "Mine"))
        assert store.quotes.newest() == [mine]
        assert store.history.undo().label == "add a quote"
        with bulk.batch():
            store.quotes.add(a_quote(known, "Imported too"))
    assert store.quotes.count() == 2
    assert store.history.undo().label == "import quotes"
    assert store.quotes.count() == 0
    store.history.redo()
    assert store.quotes.count() == 2


def test_search_hears_of_what_an_import_or_its_undo_changed(store: Store, known: Known) -> None:
    with store.bulk("import quotes") as bulk, bulk.batch():
        quote = store.quotes.add(a_quote(known))
    now = store.history.newest()
    assert touched_since(store, now) == set()
    store.history.undo()
    assert touched_since(store, now) == {quote}


def _import_and_die(path: Path, known: Known) -> None:
    store = Store.open(path)
    with store.bulk("import quotes") as bulk:
        with bulk.batch():
            store.quotes.add(a_quote(known))
        os.kill(os.getpid(), signal.SIGKILL)


def test_an_import_whose_desk_was_killed_is_taken_back_at_the_next_start(
    store: Store, known: Known, path: Path, clock: SetClock
) -> None:
    died = multiprocessing.get_context("spawn").Process(target=_import_and_die, args=(path, known))
    died.start()
    died.join()
    assert died.exitcode == -signal.SIGKILL
    assert store.one("SELECT count(*) FROM action WHERE state = 'open'")[0] == 1  # type: ignore[index]
    with Store.open(path, clock=clock) as again:
        assert again.quotes.count() == 0
        assert again.one("SELECT count(*) FROM action WHERE state = 'taken_back'")[0] == 1  # type: ignore[index]
        assert again.taken_back == ("import quotes",)
    with Store.open(path, clock=clock) as later:
        assert later.taken_back == ()


def test_an_import_that_another_desk_is_running_is_left_alone_at_start(store: Store, known: Known, path: Path) -> None:
    with store.bulk("import quotes") as bulk:
        with bulk.batch():
            store.quotes.add(a_quote(known))
        Store.open(path).close()
    assert store.quotes.count() == 1


@pytest.mark.parametrize(("seconds", "there"), [(50, 1), (70, 0)])
def test_an_import_of_another_machine_is_taken_back_when_it_gives_no_sign_of_life(
    store: Store, known: Known, path: Path, clock: SetClock, seconds: int, there: int
) -> None:
    with store.bulk("import quotes") as bulk:
        with bulk.batch() as act:
            store.quotes.add(a_quote(known))
            act.conn.execute("UPDATE action SET holder = 'another-machine:1' WHERE id = :id", {"id": bulk.id})
        clock.pass_time(seconds=seconds)
        with Store.open(path, clock=clock) as again:
            assert again.one("SELECT count(*) FROM action WHERE state = 'open'")[0] == there  # type: ignore[index]


def test_an_import_may_bring_a_source_with_its_terms(store: Store) -> None:
    with store.bulk("import quotes") as bulk, bulk.batch():
        source_id = store.sources.add(
            Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.BACKGROUND, attribution="a union official"),
        )
    assert store.sources.terms(source_id=source_id)[-1].rule is GroundRule.BACKGROUND
