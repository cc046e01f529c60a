"""Where the desk keeps its things, and how a private file or folder is made.

Nothing is created by asking where something is; only the functions below that say so create.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from desk.model.errors import StorageError
from desk.model.frozen import frozen

_PROGRAM = "newsroom-desk"
#: Where the XDG base directories hold.
_XDG: bool = sys.platform == "linux"
FILE_NAME = "talks.db"
CONFIG_NAME = "config.toml"
THEMES_NAME = "themes"
COPIED_NAME = "copied.txt"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


class Folders(Protocol):
    """The two folders that a platform gives each user's program (platformdirs answers this)."""

    @property
    def user_data_path(self) -> Path: ...

    @property
    def user_config_path(self) -> Path: ...


@frozen
class Locations:
    """The places of one desk. `own_folder` says that the file's folder is the desk's own, so that it may be made."""

    file: Path
    own_folder: bool
    config: Path | None
    themes: Path | None
    copied: Path


def locate(environ: Mapping[str, str], *, db: str = "", folders: Folders | None = None) -> Locations:
    """The places of the desk: `db` (from --db) before DESK_DB before the platform's folder for data.

    The config comes from DESK_CONFIG or the platform's folder; without a home folder there is none (and no themes of
    the user's own). What is copied without a clipboard goes into a file beside the desk's own file.
    Raises StorageError where no place for the file is known.
    """
    named = db or environ.get("DESK_DB", "")
    config = _config(environ, folders)
    if named:
        file = _absolute(named, environ)
    elif _has_home(environ, "XDG_DATA_HOME"):
        file = (folders or _platform_folders(environ)).user_data_path / FILE_NAME
    else:
        raise StorageError(
            "There is no home folder, so the desk does not know where its file is",
            remedy="Say where: desk --db PATH, or set DESK_DB.",
        )
    return Locations(
        file=file,
        own_folder=not named,
        config=config,
        themes=config.parent / THEMES_NAME if config else None,
        copied=file.parent / COPIED_NAME,
    )


def prepare(locations: Locations) -> None:
    """Make the file's folder where it is the desk's own, and see that the file can stand where it is said to.

    Raises StorageError for a folder given as the file, a missing folder, or something that is no ordinary file.
    """
    file = locations.file
    if locations.own_folder:
        private_folder(file.parent)
    check_file(file)


def check_file(file: Path) -> None:
    """See that `file` is, or could be, an ordinary file; read nothing of it. Raises StorageError in words."""
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:
        if not file.parent.is_dir():
            raise StorageError(
                f"The folder {file.parent} does not exist",
                where=str(file),
                remedy="Make the folder first, or check the path.",
            ) from None
        return
    except NotADirectoryError:
        raise StorageError(
            "Part of this path is a file, not a folder", where=str(file), remedy="Check the path."
        ) from None
    except OSError as error:
        raise _failed("The file cannot be reached", file, error) from error
    if stat.S_ISDIR(mode):
        raise StorageError(
            "This is a folder, not a file", where=str(file), remedy=f"Name a file in it, such as {file / FILE_NAME}."
        )
    if not stat.S_ISREG(mode):
        raise StorageError("This is not an ordinary file", where=str(file), remedy="Name another file.")


def made_private(file: Path) -> str:
    """Make a file that is there already readable by nobody else; says in a sentence where that cannot be done."""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
        if mode & 0o077:
            file.chmod(mode & 0o700)
    except FileNotFoundError:
        return ""
    except OSError:
        return f"{file} can be read by others, and its modes are not yours to change. See to it that they cannot."
    return ""


def insist_on_writing(file: Path) -> None:
    """Raise StorageError where the desk could not save: the file, or the folder its journal stands in, is read-only."""
    for place in (file, file.parent):
        if place.exists() and not os.access(place, os.W_OK):
            what = "the file" if place == file else "its folder"
            raise StorageError(
                f"{what} cannot be written, so nothing would be saved and the desk does not open",
                where=str(file),
                remedy=f"Make {place} writable for you, or copy the file and open the copy: desk --db COPY. "
                "desk status, desk due and desk search read it as it is.",
            )


def private_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, readable by nobody else under any umask. Raises StorageError."""
    missing = [place for place in folder.parents if not place.exists()]
    try:
        for place in (*reversed(missing), folder):
            place.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            place.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise _failed("The folder cannot be made", folder, error) from error


def private_file(file: Path) -> None:
    """Make an empty file, or take an existing one, readable by nobody else under any umask.

    A file that is private already is left alone, so that one on a read-only disk can be read. Raises StorageError.
    """
    try:
        os.close(os.open(file, os.O_RDONLY | os.O_CREAT, PRIVATE_FILE))
        if stat.S_IMODE(file.stat().st_mode) != PRIVATE_FILE:
            file.chmod(PRIVATE_FILE)
    except OSError as error:
        raise _failed("The file cannot be made private", file, error) from error


def write_private(file: Path, text: str) -> None:
    """Write `text` into a file that nobody else can read, replacing what was there, whole or not at all.

    Raises StorageError.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        _write(beside, text)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _failed("The file cannot be written", file, error) from error


def write_new(file: Path, text: str) -> None:
    """Write `text` into a new file that nobody else can read, in a private folder that is made if it is missing.

    Raises StorageError; an existing file is refused and left as it is.
    """
    if not file.parent.exists():
        private_folder(file.parent)
    try:
        _write(file, text)
    except FileExistsError:
        raise StorageError(
            "There is such a file already; it was left as it is", where=str(file), remedy="Edit it, or move it away."
        ) from None
    except OSError as error:
        raise _failed("The file cannot be written", file, error) from error


def _write(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as out:
        file.chmod(PRIVATE_FILE)
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _config(environ: Mapping[str, str], folders: Folders | None) -> Path | None:
    if named := environ.get("DESK_CONFIG", ""):
        return _absolute(named, environ)
    if not _has_home(environ, "XDG_CONFIG_HOME"):
        return None
    return (folders or _platform_folders(environ)).user_config_path / CONFIG_NAME


def _has_home(environ: Mapping[str, str], instead: str) -> bool:
    return sys.platform == "win32" or bool(environ.get(instead) or environ.get("HOME"))


def _absolute(named: str, environ: Mapping[str, str]) -> Path:
    if (named == "~" or named.startswith("~/")) and environ.get("HOME"):
        named = environ["HOME"] + named[1:]
    return Path(os.path.abspath(named))


@frozen
class _Xdg:
    """The folders of the XDG base directories, as platformdirs gives them, without loading it."""

    user_data_path: Path
    user_config_path: Path


def _platform_folders(environ: Mapping[str, str]) -> Folders:
    if _XDG:
        home = Path(environ.get("HOME", ""))
        data = environ.get("XDG_DATA_HOME", "").strip() or home / ".local" / "share"
        config = environ.get("XDG_CONFIG_HOME", "").strip() or home / ".config"
        return _Xdg(Path(data) / _PROGRAM, Path(config) / _PROGRAM)
    # Only the commands that need a default place pay for the import.
    from platformdirs import PlatformDirs

    return PlatformDirs(_PROGRAM, appauthor=False)


def _failed(what: str, place: Path, error: OSError) -> StorageError:
    return StorageError(
        f"{what}: {error.strerror or error}",
        where=str(place),
        remedy="Check the path and the permissions of its folder.",
    )
