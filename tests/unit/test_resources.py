"""What comes with the program is found in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import resources
from desk.model.errors import StorageError


def wheel(tmp_path: Path) -> Path:
    package = tmp_path / "site-packages" / "desk"
    for name in ("db", "themes"):
        (package / "_data" / name).mkdir(parents=True)
    return package


def test_a_wheel_carries_its_data_inside_the_package(tmp_path: Path) -> None:
    package = wheel(tmp_path)
    (package.parent / "db").mkdir()
    assert resources.folder("db", package) == package / "_data" / "db"


def test_a_checkout_has_its_data_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "themes").mkdir()
    assert resources.folder("themes", tmp_path / "desk") == tmp_path / "themes"


def test_an_installation_without_its_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"db is missing.*Install newsroom-desk again"):
        resources.migrations(tmp_path / "desk")


def test_migrations_come_by_their_number_and_nothing_else_is_one(tmp_path: Path) -> None:
    package = wheel(tmp_path)
    for name in ("0010_later.sql", "0002_second.sql", "0001_first.sql", "notes.sql", "0003_backup.sql~", "demo.json"):
        (package / "_data" / "db" / name).write_text(f"-- {name}")
    assert resources.migrations(package) == [
        ("0001_first", "-- 0001_first.sql"),
        ("0002_second", "-- 0002_second.sql"),
        ("0010_later", "-- 0010_later.sql"),
    ]
    assert resources.demo(package) == "-- demo.json"


def test_the_desk_has_its_migrations_and_themes() -> None:
    assert resources.migrations()
    assert "newsroom-dark" in [path.stem for path in resources.theme_files()]
