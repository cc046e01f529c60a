"""Who may not be named goes by more than one row: whoever has one of their names, or only words of them, is that person."""

from __future__ import annotations

from collections.abc import Iterable

from desk.model.text import one_line
from desk.model.wording.tokens import terms


class Unnamed:
    """The confidential people of a file, each by every name that they have."""

    def __init__(self, people: Iterable[tuple[str, ...]]) -> None:
        people = tuple(people)
        self._whole = {_fold(name) for names in people for name in names}
        self._words = [frozenset(word for name in names for word in terms(name)) for names in people]
        self._known: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._whole)

    def has(self, name: str) -> bool:
        """Return True where this is one of the names, letter for letter."""
        return _fold(name) in self._whole

    def is_one(self, name: str) -> bool:
        """Return True where a person of this name is one of them: “Petrov, Ivan”, and “Vanya Petrov” where that is an alias
        of Ivan Petrov's. One word alone may be anybody's.
        """
        found = self._known.get(name)
        if found is None:
            words = set(terms(name))
            found = self.has(name) or (len(words) > 1 and any(words <= theirs for theirs in self._words))
            self._known[name] = found
        return found


def _fold(name: str) -> str:
    return one_line(name).casefold()
