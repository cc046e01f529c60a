"""Undo and redo, each with the name of what it did as it may stand on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.app.confidential import marked_names
from desk.app.views.history_words import without_names
from desk.model.errors import RefusedError
from desk.model.quotes.groundrules import Naming, label
from desk.store.store import Store
from desk.store.subjects.describe_action import describe_action

if TYPE_CHECKING:
    from desk.store.file.history import Done


def undo(store: Store, naming: Naming = label) -> str:
    """Take back what was done last; returns what that was. Raises RefusedError where it cannot be taken back."""
    return _step(store, store.history.undo, naming)


def redo(store: Store, naming: Naming = label) -> str:
    """Do again what was taken back last; returns what that was. Raises RefusedError where it cannot be done again."""
    return _step(store, store.history.redo, naming)


def _step(store: Store, step: Callable[[], Done], naming: Naming) -> str:
    try:
        # What was done is known by a name that may be confidential again now.
        return without_names(describe_action(store, step(), naming), marked_names(store))
    except RefusedError as error:
        raise RefusedError(without_names(error.what, marked_names(store)), remedy=error.remedy) from None
