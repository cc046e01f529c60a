"""What is being typed, kept beside the desk's file while that cannot take it; taken up again when it can.

One file, which only the reporter can read, under the name of the desk's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desk import locations
from desk.model.errors import StorageError
from desk.store.file.settings import Settings

if TYPE_CHECKING:
    from desk.store.file.access import Access


def place(path: Path) -> Path:
    """Where that is."""
    return path.with_name(f"{path.name}.typed")


def keep(path: Path, form: str, fields: Mapping[str, str]) -> Path:
    """Keep these texts of a form or line; returns where they are. Raises StorageError where they cannot be kept."""
    kept = read(path)
    if kept.get(form) != fields:
        locations.write_private(place(path), json.dumps({**kept, form: dict(fields)}, ensure_ascii=False))
    return place(path)


def read(path: Path) -> dict[str, dict[str, str]]:
    """The texts kept beside this file, by form; none where there are none that can be read."""
    try:
        found = json.loads(place(path).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def forget(path: Path, form: str) -> None:
    """The form is in the desk's file, or not wanted any more."""
    kept = read(path)
    if kept.pop(form, None) is None:
        return
    if kept:
        locations.write_private(place(path), json.dumps(kept, ensure_ascii=False))
    else:
        place(path).unlink(missing_ok=True)


def take_up(store: Access) -> None:
    """Put what was kept beside the file into it, where it was opened and can be written."""
    for form, fields in read(store.path).items():
        try:
            if not Settings(store).kept_form(form):
                Settings(store).keep_form(form, fields)
            forget(store.path, form)
        except StorageError:
            return  # it stays beside the file, where the form finds it
