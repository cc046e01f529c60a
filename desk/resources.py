"""The data that comes with the program: the migrations and the demo in `db/`, the themes in `themes/`.

A wheel carries both under `desk/_data/`; in a checkout they stand beside the package.
"""

from __future__ import annotations

import re
from pathlib import Path

from desk.model.errors import StorageError

_PACKAGE = Path(__file__).resolve().parent
_MIGRATION = re.compile(r"\d{4}_[a-z0-9_]+\.sql")


def folder(name: str, package: Path = _PACKAGE) -> Path:
    """The folder `db` or `themes` that came with the program.

    Raises StorageError where it is missing, since nothing can be opened without it.
    """
    for place in (package / "_data" / name, package.parent / name):
        if place.is_dir():
            return place
    raise StorageError(
        f"The installation is not whole: its folder {name} is missing",
        where=str(package),
        remedy="Install newsroom-desk again.",
    )


def migrations(package: Path = _PACKAGE) -> list[tuple[str, str]]:
    """Each migration's name (`0001_talks`) and its SQL, in the order in which they are applied."""
    files = sorted(path for path in folder("db", package).iterdir() if _MIGRATION.fullmatch(path.name))
    return [(path.stem, path.read_text(encoding="utf-8")) for path in files]


def demo(package: Path = _PACKAGE) -> str:
    """The demo talks, in the desk's own import format (JSON)."""
    return (folder("db", package) / "demo.json").read_text(encoding="utf-8")


def theme_names(own: Path | None) -> frozenset[str]:
    """The names of the themes that come with the program, and of those in the reporter's folder `own`."""
    return frozenset(file.stem for file in (*theme_files(), *(own.glob("*.toml") if own is not None else ())))


def theme_files(package: Path = _PACKAGE) -> list[Path]:
    """The themes that come with the program, by file name."""
    return sorted(folder("themes", package).glob("*.toml"))
