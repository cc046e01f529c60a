"""The desk's file is replaced, deleted, overwritten or made read-only while a desk has it open.

What was said to be saved is in the file that is at the place afterwards, or the reporter was told otherwise; what was
typed is never lost, and what the desk had saved is somewhere that only the reporter can read.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.model.enums import Deed, PartyKind
from desk.model.errors import ReplacedError, StorageError
from desk.model.records import Party
from desk.store.file import typed
from desk.store.store import Store
from desk.ui.entry.entry import open_edit
from desk.ui.entry.form import FormScreen
from desk.ui.entry.keeping import PAUSE
from desk.ui.entry.oneline import OneLineScreen
from desk.ui.panes.desk import DeskScreen
from tests.ui.opened import NOW, a_store, notices, opened, press, settle, shown, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def union(store: Store, name: str) -> int:
    return store.people.add_party(Party(name=name, kind=PartyKind.UNION))


def parties(path: Path) -> set[str]:
    """The parties in the file that is at a place."""
    with Store.open(path) as store:
        return {one.name for one in store.people.parties()}


def replace_with(path: Path, other: Path) -> None:
    """What a program does that keeps folders alike: a file of its own under the name."""
    beside = path.with_name("from the other machine")
    shutil.copyfile(other, beside)
    os.replace(beside, path)


@pytest.fixture
def elsewhere(store: Store, tmp_path: Path) -> Path:
    """The same desk on another machine, where something was done since."""
    copy = tmp_path / "elsewhere" / "talks.db"
    copy.parent.mkdir()
    shutil.copyfile(store.path, copy)
    with Store.open(copy, clock=lambda: NOW) as other:
        union(other, "IATSE")
    return copy


def beside(path: Path) -> list[Path]:
    """The desks' files that were kept beside a place."""
    return sorted(path.parent.glob(f"{path.name}.before-replaced-*"))


def test_what_is_saved_goes_into_the_file_that_is_there_now(store: Store, elsewhere: Path) -> None:
    store.warm()
    union(store, "Teamsters")
    replace_with(store.path, elsewhere)
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    union(store, "DGA East")
    assert {"IATSE", "DGA East"} <= parties(store.path)
    assert "Teamsters" not in parties(store.path)
    (kept,) = beside(store.path)
    assert "Teamsters" in parties(kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "replaced by another program" in store.told[0]
    assert str(kept) in store.told[0]


def test_of_a_file_that_has_everything_no_copy_is_kept(store: Store, elsewhere: Path) -> None:
    store.warm()
    replace_with(store.path, elsewhere)
    assert store.poll()
    union(store, "DGA East")
    assert beside(store.path) == []
    assert {"IATSE", "DGA East"} <= parties(store.path)


def test_what_other_threads_read_is_the_new_file(store: Store, elsewhere: Path) -> None:
    seen: list[set[str]] = []
    asked, answered = threading.Event(), threading.Event()

    def read() -> None:
        seen.append({one.name for one in store.people.parties()})
        answered.set()
        assert asked.wait(10)
        seen.append({one.name for one in store.people.parties()})

    thread = threading.Thread(target=read)
    thread.start()
    assert answered.wait(10)
    replace_with(store.path, elsewhere)
    store.poll()
    asked.set()
    thread.join(10)
    assert [("IATSE" in one) for one in seen] == [False, True]


def test_what_was_replaced_while_it_was_saved_is_not_said_to_be_saved(store: Store, elsewhere: Path) -> None:
    store.warm()

    def add() -> None:
        with store.action(Deed.OTHER, "add"):
            union(store, "Teamsters")
            replace_with(store.path, elsewhere)

    with pytest.raises(ReplacedError):
        add()
    assert "Teamsters" not in parties(store.path)
    assert "IATSE" in parties(store.path)


def test_a_deleted_file_is_put_back_by_what_is_saved_next(store: Store) -> None:
    store.warm()
    union(store, "Teamsters")
    store.path.unlink()
    union(store, "IATSE")
    assert {"Teamsters", "IATSE"} <= parties(store.path)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert "put back" in store.told[0]


def test_a_deleted_file_is_told_once_and_not_put_back_by_looking(store: Store) -> None:
    store.warm()
    store.poll()
    store.path.unlink()
    for _ in range(3):
        store.poll()
    assert not store.path.exists()
    assert len(store.told) == 1
    assert "deleted or moved" in store.told[0]


def test_a_desk_that_never_wrote_yet_puts_a_deleted_file_back_too(store: Store) -> None:
    with Store.open(store.path, clock=lambda: NOW) as fresh:
        store.path.unlink()
        union(fresh, "IATSE")
        assert "IATSE" in parties(fresh.path)


def test_a_file_that_comes_back_while_it_is_put_back_is_not_written_over(
    store: Store, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.warm()
    store.path.unlink()
    link = os.link

    def comes_back(source: Path, target: Path) -> None:
        replace_with(store.path, elsewhere)
        link(source, target)

    monkeypatch.setattr(os, "link", comes_back)
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    assert "IATSE" in parties(store.path)


GARBAGE = {
    "empty": b"",
    "text": b"conflict: see the other machine\n" * 500,
    "noise": bytes(range(256)) * 400,
}


@pytest.mark.parametrize("what", sorted(GARBAGE))
@pytest.mark.parametrize("how", ["in place", "renamed"])
def test_what_is_no_desks_file_is_left_as_it_is_and_said(store: Store, what: str, how: str) -> None:
    store.warm()
    union(store, "Teamsters")
    if how == "in place":
        store.path.write_bytes(GARBAGE[what])
    else:
        other = store.path.with_name("other")
        other.write_bytes(GARBAGE[what])
        os.replace(other, store.path)
    for _ in range(2):
        with pytest.raises(StorageError, match=r"overwritten|replaced") as told:
            union(store, "IATSE")
    assert "read-only" not in str(told.value)
    assert "desk restore" in str(told.value)
    with pytest.raises(StorageError, match=r"overwritten|replaced"):
        store.poll()
    assert store.path.read_bytes() == GARBAGE[what]
    if how == "renamed":
        (kept,) = beside(store.path)
        assert "Teamsters" in parties(kept)


def test_a_file_cut_short_is_said_and_not_written_to(store: Store) -> None:
    store.warm()
    union(store, "Teamsters")
    os.truncate(store.path, store.path.stat().st_size // 2)
    before = store.path.read_bytes()
    with pytest.raises(StorageError):
        union(store, "IATSE")
    assert store.path.read_bytes() == before


def test_an_older_state_written_into_the_file_is_told_and_nothing_said_saved_is_missing_silently(
    store: Store,
) -> None:
    store.warm()
    old = store.path.read_bytes()
    union(store, "Teamsters")
    store.path.write_bytes(old)
    with pytest.raises(ReplacedError):
        union(store, "IATSE")
    assert "overwritten by another program" in store.told[0]
    union(store, "IATSE")
    assert "IATSE" in parties(store.path)


def test_an_older_state_is_noticed_by_looking_too(store: Store) -> None:
    store.warm()
    old = store.path.read_bytes()
    union(store, "Teamsters")
    store.poll()
    store.path.write_bytes(old)
    assert store.poll()
    assert "overwritten by another program" in store.told[0]


def test_forms_that_were_kept_are_in_the_new_file(store: Store, elsewhere: Path) -> None:
    store.settings.keep_form("log line", {"line": "half a line"})
    replace_with(store.path, elsewhere)
    store.poll()
    assert store.settings.kept_form("log line") == {"line": "half a line"}


def test_what_was_typed_beside_a_broken_file_is_there_when_it_is_mended(store: Store) -> None:
    good = store.path.read_bytes()
    typed.keep(store.path, "log line", {"line": "half a line"})
    assert stat.S_IMODE(typed.place(store.path).stat().st_mode) == 0o600
    store.path.write_bytes(good)
    with Store.open(store.path) as again:
        assert again.settings.kept_form("log line") == {"line": "half a line"}
    assert not typed.place(store.path).exists()


# The running screen

LINE = "SAG wraps early #session"


async def typed_line(pilot: object, store: Store) -> None:
    await press(pilot, "l")  # type: ignore[arg-type]
    await type_in(pilot, LINE)  # type: ignore[arg-type]


async def save_line(pilot: object) -> None:
    """Enter, as often as the line asks for what was not said."""
    for _ in range(3):
        if isinstance(pilot.app.screen, OneLineScreen):  # type: ignore[attr-defined]
            await press(pilot, "enter")  # type: ignore[arg-type]
            await settle(pilot)  # type: ignore[arg-type]


def lines(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [one.words for one in store.developments.all() if "SAG wraps early" in one.words]


@pytest.mark.parametrize("how", ["replaced", "deleted"])
async def test_the_line_being_typed_is_in_the_file_that_is_there_afterwards(
    store: Store, elsewhere: Path, how: str
) -> None:
    async with opened(store) as pilot:
        await typed_line(pilot, store)
        if how == "replaced":
            replace_with(store.path, elsewhere)
        else:
            store.path.unlink()
        await save_line(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        assert len(lines(store.path)) == 1
        await pilot.pause(0.5)
        assert any("by another program" in said for said in notices(pilot))
        if how == "replaced":
            assert "IATSE" in parties(store.path)


@pytest.mark.parametrize("what", sorted(GARBAGE))
async def test_a_line_that_no_file_takes_is_kept_beside_it_and_nothing_is_promised(store: Store, what: str) -> None:
    good = store.path.read_bytes()
    async with opened(store) as pilot:
        await typed_line(pilot, store)
        store.path.write_bytes(GARBAGE[what])
        await save_line(pilot)
        assert isinstance(pilot.app.screen, OneLineScreen)
        assert "overwritten by another program" in shown(pilot)
        assert not [said for said in notices(pilot) if "undoes" in said]
        await press(pilot, "escape")
        await settle(pilot)
        assert not [said for said in notices(pilot) if said.startswith("The line is kept; it is there")]
        assert any(str(typed.place(store.path)) in said for said in notices(pilot))
    store.close()
    store.path.write_bytes(good)
    with a_store(store.path.parent) as again:
        assert LINE in again.settings.kept_form("log line")["line"]


async def test_a_form_whose_file_was_replaced_is_saved_into_the_new_one(store: Store, elsewhere: Path) -> None:
    number = store.quotes.newest(1)[0]
    async with opened(store) as pilot:
        open_edit(pilot.app, "quote", number)
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormScreen)
        pilot.app.screen.widget("words").value = "What I heard"
        await settle(pilot)
        replace_with(store.path, elsewhere)
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
    with Store.open(store.path) as again:
        assert again.quotes.get(number).words == "What I heard"


async def test_a_form_is_not_saved_onto_another_row_of_the_new_file(store: Store, tmp_path: Path) -> None:
    number = store.quotes.newest(1)[0]
    other = tmp_path / "other" / "talks.db"
    other.parent.mkdir()
    with a_store(other.parent) as made, made.transaction(quiet=True) as act:
        act.conn.execute("UPDATE quote SET recorded_at = '2020-01-01T00:00:00.000Z'")
    async with opened(store) as pilot:
        open_edit(pilot.app, "quote", number)
        await settle(pilot)
        pilot.app.screen.widget("words").value = "What I heard"  # type: ignore[attr-defined]
        await settle(pilot)
        replace_with(store.path, other)
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormScreen)
        assert "is not in the file any more" in shown(pilot)
        assert pilot.app.screen.widget("words").value == "What I heard"
    with Store.open(store.path) as again:
        assert again.quotes.get(number).words != "What I heard"


async def test_what_is_typed_is_kept_in_the_new_file_while_it_is_typed(store: Store, elsewhere: Path) -> None:
    async with opened(store) as pilot:
        await press(pilot, "l")
        replace_with(store.path, elsewhere)
        await type_in(pilot, LINE)
        await pilot.pause(PAUSE * 2)
        await settle(pilot)
    with Store.open(store.path) as again:
        assert again.settings.kept_form("log line") == {"line": LINE}


def test_a_file_that_was_made_read_only_says_so_and_keeps_what_was_there(store: Store) -> None:
    store.warm()
    conn = store._database().conn
    conn.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="read-only"):
        union(store, "IATSE")
    conn.execute("PRAGMA query_only = OFF")
    store.path.chmod(0o400)
    union(store, "IATSE")  # it was open already, so it is still saved
    assert "IATSE" in {one.name for one in store.people.parties()}


def test_an_import_goes_on_in_no_other_file(store: Store, elsewhere: Path) -> None:
    """Its number is somebody else's there."""
    store.warm()

    def bring() -> None:
        with store.bulk("import") as bulk:
            with bulk.batch():
                union(store, "Teamsters")
            replace_with(store.path, elsewhere)
            store.poll()  # which goes on with the new file between two batches
            with bulk.batch():
                union(store, "DGA East")

    with pytest.raises(ReplacedError):
        bring()
    assert not {"Teamsters", "DGA East"} & parties(store.path)
    assert "IATSE" in parties(store.path)


async def test_a_line_whose_file_was_replaced_while_it_was_typed_names_the_people_of_the_new_one(
    store: Store, tmp_path: Path
) -> None:
    """The same number may be another party there."""
    other = tmp_path / "other" / "talks.db"
    other.parent.mkdir()
    with a_store(other.parent) as made:
        there = union(made, "Writers of America East")
        guild = union(made, "IATSE")
    here = union(store, "IATSE")
    assert here == there != guild
    async with opened(store) as pilot:
        await press(pilot, "l")
        await type_in(pilot, f"@IATSE {LINE}")
        replace_with(store.path, other)
        store.poll()  # where the desk has not looked itself by now
        assert store.generation == 1
        await save_line(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
    with Store.open(store.path) as again:
        (line,) = [one for one in again.developments.all() if "wraps early" in one.words and "SAG" in one.words]
        assert line.party_ids == (guild,)


def test_looking_at_the_place_takes_no_lock_away(store: Store) -> None:
    """A program that opens and closes a file that it has locks on loses them."""
    with Store.open(store.path) as other, store.transaction(quiet=True):
        store._place.is_there()
        probe = sqlite3.connect(store.path, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            probe.execute("BEGIN IMMEDIATE")
        probe.close()
        assert other.people.parties()


def overwrite_with(path: Path, other: Path) -> None:
    """What a program does that writes into the file that is there."""
    with path.open("r+b") as file:
        file.write(other.read_bytes())
        file.truncate()


def test_a_file_that_was_changed_as_often_elsewhere_is_known_as_another_when_it_is_written_over(
    store: Store, elsewhere: Path
) -> None:
    store.poll()
    union(store, "Teamsters")
    assert store.path.read_bytes()[24:28] == elsewhere.read_bytes()[24:28], "SQLite counts the same changes"
    overwrite_with(store.path, elsewhere)
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    union(store, "DGA East")
    assert {"IATSE", "DGA East"} <= parties(store.path)
    assert any("overwritten" in said for said in store.told)


def test_a_file_written_over_is_seen_by_the_next_look_and_by_what_is_read_then(store: Store, elsewhere: Path) -> None:
    store.poll()
    union(store, "Teamsters")
    assert "Teamsters" in {one.name for one in store.people.parties()}
    overwrite_with(store.path, elsewhere)
    assert store.poll()
    assert "IATSE" in {one.name for one in store.people.parties()}


def test_what_another_desk_saves_is_seen_each_time(store: Store) -> None:
    store.poll()
    with Store.open(store.path, clock=lambda: NOW) as other:
        for name in ("IATSE", "Teamsters", "SAG"):
            union(other, name)
            assert store.poll(), name
            assert not store.poll()
            assert name in {one.name for one in store.people.parties()}


def test_a_file_that_is_whole_a_moment_later_is_taken_then(store: Store, elsewhere: Path) -> None:
    union(store, "Teamsters")
    store.path.unlink()
    store.path.touch()
    for _ in range(2):
        with pytest.raises(StorageError, match="is empty"):
            union(store, "DGA East")
    overwrite_with(store.path, elsewhere)
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    union(store, "DGA East")
    assert {"IATSE", "DGA East"} <= parties(store.path)
    (kept,) = beside(store.path)
    assert "Teamsters" in parties(kept)


def test_a_file_that_is_locked_when_it_comes_is_no_damaged_one(
    store: Store, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.store.file.connection.PATIENCE", 0.1)
    store.warm()
    locked = sqlite3.connect(elsewhere, isolation_level=None)
    locked.execute("BEGIN EXCLUSIVE")
    os.replace(elsewhere, store.path)
    with pytest.raises(StorageError, match="another desk is writing"):
        union(store, "DGA East")
    locked.execute("ROLLBACK")
    locked.close()
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    assert not beside(store.path)


def test_what_was_typed_is_kept_beside_a_file_that_does_not_take_it(
    store: Store, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.store.file.connection.PATIENCE", 0.1)
    store.settings.keep_form("line", {"line": "Drescher at 4"})
    locked = sqlite3.connect(elsewhere, isolation_level=None)
    locked.execute("BEGIN IMMEDIATE")
    os.replace(elsewhere, store.path)
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    assert typed.read(store.path) == {"line": {"line": "Drescher at 4"}}
    assert any("was replaced" in said for said in store.told)
    locked.close()
    with Store.open(store.path) as again:
        assert again.settings.kept_form("line") == {"line": "Drescher at 4"}


def test_a_file_is_not_left_before_all_that_was_in_it_is_kept(
    store: Store, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    union(store, "Teamsters")
    replace_with(store.path, elsewhere)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("desk.store.file.place.Place._keep", full)
        for _ in range(2):
            with pytest.raises(StorageError, match="could not be kept"):
                union(store, "DGA East")
    with pytest.raises(ReplacedError):
        union(store, "DGA East")
    (kept,) = beside(store.path)
    assert "Teamsters" in parties(kept)


def test_a_link_to_a_file_that_was_deleted_leads_to_it_again(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "linked.db"
    link.symlink_to(store.path)
    with Store.open(link) as linked:
        linked.warm()
        store.path.unlink()
        union(linked, "Teamsters")
    assert link.is_symlink()
    assert "Teamsters" in parties(store.path)


def test_a_desk_that_only_reads_reads_the_file_that_came(store: Store, elsewhere: Path) -> None:
    with Store.open(store.path, read_only=True) as reading:
        reading.poll()
        assert "IATSE" not in {one.name for one in reading.people.parties()}
        replace_with(store.path, elsewhere)
        assert reading.poll()
        assert "IATSE" in {one.name for one in reading.people.parties()}
        assert any("was replaced" in said for said in reading.told)


@pytest.mark.parametrize("stopped", [False, True], ids=["to the end", "stopped"])
def test_an_import_says_nothing_of_one_in_another_file_that_has_its_number(
    store: Store, tmp_path: Path, stopped: bool
) -> None:
    copy = tmp_path / "elsewhere.db"
    shutil.copyfile(store.path, copy)
    with Store.open(copy, clock=lambda: NOW) as other, other.bulk("import theirs") as bulk, bulk.batch():
        union(other, "IATSE")

    def run() -> None:
        with store.bulk("import ours") as bulk:
            with bulk.batch():
                union(store, "Teamsters")
            replace_with(store.path, copy)
            store.poll()  # the look of the screen, between two batches
            if stopped:
                raise KeyboardInterrupt

    with pytest.raises(ReplacedError):
        run()
    assert "IATSE" in parties(store.path)
    assert len(beside(store.path)) == 1
