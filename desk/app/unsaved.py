"""What is typed and not saved yet: kept in the desk's file, or beside it while that cannot take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from desk.model.errors import StorageError
from desk.store.file import typed
from desk.store.store import Store


def read_unsaved(store: Store, form: str) -> dict[str, str]:
    """The texts of a form or line that were never saved. Raises StorageError where they cannot be read."""
    beside = typed.read(store.path).get(form, {})
    try:
        return store.settings.kept_form(form) or beside
    except StorageError:
        if beside:
            return beside
        raise


def keep_unsaved(store: Store, form: str, fields: Callable[[], Mapping[str, str]]) -> None:
    """Keep in the desk's file the texts that are wanted once a saving under way is over; none: they were saved.

    Raises StorageError where they cannot be kept; what is beside the file then stays.
    """
    with store.transaction(quiet=True):
        if texts := fields():
            store.settings.keep_form(form, dict(texts))
    typed.forget(store.path, form)


def keep_beside(store: Store, form: str, fields: Mapping[str, str]) -> Path:
    """Keep them beside the desk's file; returns where. Raises StorageError where they cannot be kept."""
    return typed.keep(store.path, form, fields)


def forget_unsaved(store: Store, form: str) -> None:
    """They were saved, or are not wanted. Inside a transaction it belongs to that one."""
    store.settings.forget_form(form)
    typed.forget(store.path, form)
