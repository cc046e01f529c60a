"""Where the desk's things are, and that nobody else can read them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk import locations
from desk.model.errors import StorageError


@dataclass
class Folders:
    user_data_path: Path
    user_config_path: Path


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data" / "newsroom-desk", tmp_path / "config" / "newsroom-desk")


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_and_the_settings_are_in_the_folders_of_the_platform(folders: Folders) -> None:
    found = locations.locate({"HOME": "/home/ada"}, folders=folders)
    assert found.file == folders.user_data_path / "talks.db"
    assert found.own_folder
    assert found.config == folders.user_config_path / "config.toml"
    assert found.themes == folders.user_config_path / "themes"
    assert found.copied.parent == found.file.parent


@pytest.mark.parametrize(
    ("db", "environ", "expected"),
    [
        ("/x/given.db", {"DESK_DB": "/x/named.db"}, "/x/given.db"),
        ("", {"DESK_DB": "/x/named.db"}, "/x/named.db"),
        ("~/talks.db", {"HOME": "/home/ada"}, "/home/ada/talks.db"),
        ("/x/../y/talks.db", {}, "/y/talks.db"),
    ],
)
def test_a_named_file_comes_before_the_usual_one(db: str, environ: dict[str, str], expected: str) -> None:
    found = locations.locate({"DESK_CONFIG": "/x/desk.toml", **environ}, db=db)
    assert found.file == Path(expected)
    assert not found.own_folder


def test_a_file_named_without_a_folder_is_where_one_stands(
    tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert locations.locate({}, db="mine.db", folders=folders).file == tmp_path / "mine.db"


def test_the_settings_may_be_elsewhere(folders: Folders) -> None:
    found = locations.locate({"HOME": "/home/ada", "DESK_CONFIG": "~/desk.toml"}, folders=folders)
    assert found.config == Path("/home/ada/desk.toml")
    assert found.themes == Path("/home/ada/themes")


def test_without_a_home_the_desk_asks_where_its_file_is() -> None:
    with pytest.raises(StorageError, match=r"no home folder.*--db PATH, or set DESK_DB"):
        locations.locate({})


def test_without_a_home_a_named_file_opens_with_the_usual_settings() -> None:
    assert locations.locate({"DESK_DB": "/x/talks.db"}).config is None


def test_asking_where_things_are_makes_nothing(tmp_path: Path, folders: Folders) -> None:
    locations.locate({"HOME": "/home/ada"}, folders=folders)
    assert list(tmp_path.iterdir()) == []


def test_the_usual_folder_is_made_for_the_reporter_alone(folders: Folders, umask: int) -> None:
    locations.prepare(locations.locate({"HOME": "/home/ada"}, folders=folders))
    assert mode(folders.user_data_path) == 0o700
    assert mode(folders.user_data_path.parent) == 0o700


def test_a_usual_folder_that_others_could_read_is_closed(folders: Folders) -> None:
    folders.user_data_path.mkdir(parents=True, mode=0o755)
    locations.prepare(locations.locate({"HOME": "/home/ada"}, folders=folders))
    assert mode(folders.user_data_path) == 0o700


def test_the_folder_of_a_named_file_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    locations.prepare(locations.locate({}, db=str(tmp_path / "talks.db")))
    assert mode(tmp_path) == 0o755
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("folder", "This is a folder, not a file"),
        ("missing/talks.db", r"The folder .*missing does not exist"),
        ("file/talks.db", "Part of this path is a file"),
        ("pipe", "not an ordinary file"),
    ],
)
def test_what_cannot_be_the_file_is_said_in_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageError, match=words) as caught:
        locations.prepare(locations.locate({}, db=str(tmp_path / name)))
    assert caught.value.where == str(tmp_path / name)
    assert caught.value.remedy


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="folder cannot be made"):
        locations.private_folder(tmp_path / "file" / "desk")


def test_a_new_file_is_the_reporters_alone(tmp_path: Path, umask: int) -> None:
    locations.private_file(tmp_path / "talks.db")
    assert mode(tmp_path / "talks.db") == 0o600


def test_a_file_that_others_could_read_is_closed_and_keeps_its_content(tmp_path: Path) -> None:
    file = tmp_path / "talks.db"
    file.write_text("kept")
    file.chmod(0o644)
    locations.private_file(file)
    assert mode(file) == 0o600
    assert file.read_text() == "kept"


def test_what_is_written_is_private_and_replaces_what_was_there(tmp_path: Path, umask: int) -> None:
    file = tmp_path / "copied.txt"
    locations.write_private(file, "first")
    locations.write_private(file, "second “marks”")
    assert file.read_text(encoding="utf-8") == "second “marks”"
    assert mode(file) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "config.toml"
    locations.write_new(file, "mine")
    with pytest.raises(StorageError, match="left as it is"):
        locations.write_new(file, "theirs")
    assert file.read_text() == "mine"
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


def test_a_file_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        locations.write_private(tmp_path / "missing" / "copied.txt", "x")


def test_importing_costs_no_platform_library() -> None:
    code = "import sys, desk.locations; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "given", [{}, {"XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"}, {"XDG_DATA_HOME": " "}]
)
def test_the_usual_places_are_those_of_platformdirs_which_linux_does_without(given: dict[str, str]) -> None:
    code = """
import os, sys
from desk import locations
found = locations.locate(os.environ)
assert sys.platform != "linux" or "platformdirs" not in sys.modules
from platformdirs import PlatformDirs
usual = PlatformDirs("newsroom-desk", appauthor=False)
assert (found.file.parent, found.config.parent) == (usual.user_data_path, usual.user_config_path)
"""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DESK_"))}
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**environ, "HOME": "/home/ada", **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
