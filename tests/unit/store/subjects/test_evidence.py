"""Copies kept beside the desk's file, so that a verification can be examined again."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest

from desk.model.enums import SourceKind, Tier
from desk.model.errors import InputError, StorageError
from desk.model.records import Source
from desk.store.store import Store
from desk.store.subjects.evidence import Copy, told
from tests.unit.store.conftest import Known

RELEASE = "“We stand in solidarity,” the guild said.\n".encode()


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_bytes(RELEASE)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_kept_copy_is_read_back_though_the_file_itself_is_gone(store: Store, release: Path) -> None:
    sha256 = store.evidence.keep(release)
    release.unlink()
    assert sha256 == hashlib.sha256(RELEASE).hexdigest()
    assert store.evidence.read(sha256) == RELEASE


def test_nobody_else_can_read_a_copy_whatever_the_umask(store: Store, release: Path) -> None:
    before = os.umask(0)
    try:
        sha256 = store.evidence.keep(release)
    finally:
        os.umask(before)
    assert mode(store.evidence.folder) == 0o700
    assert mode(store.evidence.folder / sha256) == 0o600
    assert mode(release) != 0o600


def test_a_statement_that_was_pasted_is_kept_like_a_file(store: Store, release: Path) -> None:
    assert store.evidence.keep_text(RELEASE.decode()) == store.evidence.keep(release)
    assert mode(store.evidence.folder / store.evidence.keep_text("x")) == 0o600


def test_keeping_the_same_file_twice_makes_one_copy(store: Store, release: Path) -> None:
    assert store.evidence.keep(release) == store.evidence.keep(release)
    assert len(list(store.evidence.folder.iterdir())) == 1


def test_a_copy_that_was_changed_is_whole_again_when_the_file_is_kept_again(store: Store, release: Path) -> None:
    sha256 = store.evidence.keep(release)
    (store.evidence.folder / sha256).write_bytes(b"something else")
    store.evidence.keep(release)
    assert store.evidence.read(sha256) == RELEASE


def test_a_source_with_a_copy_and_undo(store: Store, known: Known, release: Path) -> None:
    source = store.evidence.attach(known.source, release)
    assert store.evidence.check(source) is Copy.PRESENT
    assert store.sources.get(known.source).sha256 == source.sha256
    done = store.history.undo()
    assert done.label == "keep a copy for the source presser"
    assert store.evidence.check(store.sources.get(known.source)) is Copy.NONE


def test_a_missing_and_a_changed_copy_are_said(store: Store, known: Known, release: Path) -> None:
    source = store.evidence.attach(known.source, release)
    copy = store.evidence.folder / source.sha256
    copy.write_bytes(RELEASE.replace(b"We stand", b"They stand"))
    assert store.evidence.check(source) is Copy.CHANGED
    assert "was changed" in told(Copy.CHANGED, source.code)
    with pytest.raises(StorageError, match="was changed"):
        store.evidence.read(source.sha256)
    copy.unlink()
    assert store.evidence.check(source) is Copy.MISSING
    assert "presser is gone" in told(Copy.MISSING, source.code)
    with pytest.raises(StorageError, match="Attach the file to the source again"):
        store.evidence.read(source.sha256)


def test_a_copy_that_is_changed_after_it_was_found_whole_is_said(store: Store, known: Known, release: Path) -> None:
    source = store.evidence.attach(known.source, release)
    assert store.evidence.check(source) is Copy.PRESENT
    (store.evidence.folder / source.sha256).write_bytes(b"other words")
    assert store.evidence.check(source) is Copy.CHANGED


def test_there_is_nothing_to_say_of_a_copy_that_is_there_or_was_never_kept() -> None:
    assert told(Copy.PRESENT, "S1") == told(Copy.NONE, "S1") == ""


@pytest.mark.parametrize("name", ["gone.txt", "release.txt/inside"])
def test_a_file_that_is_gone_is_a_sentence(store: Store, release: Path, name: str) -> None:
    with pytest.raises(InputError, match="no such file"):
        store.evidence.keep(release.parent / name)


def test_a_folder_and_a_pipe_are_not_taken(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder"):
        store.evidence.keep(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not an ordinary file"):
        store.evidence.keep(tmp_path / "pipe")


def test_a_full_disk_leaves_no_half_copy(store: Store, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        store.evidence.keep(release)
    assert list(store.evidence.folder.iterdir()) == []


def test_stopping_the_copy_leaves_nothing_behind(store: Store, release: Path) -> None:
    def stop(done: int, size: int) -> None:
        assert (done, size) == (len(RELEASE), len(RELEASE))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.evidence.keep(release, progress=stop)
    assert list(store.evidence.folder.iterdir()) == []


def test_what_is_no_sha256_is_never_a_path(store: Store, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    for name in ("../secret", "", "A" * 64, "/etc/passwd"):
        with pytest.raises(StorageError, match="not the name"):
            store.evidence.read(name)


def test_a_source_without_a_copy_has_none(store: Store) -> None:
    assert store.evidence.check(Source(code="S1", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY)) is Copy.NONE
