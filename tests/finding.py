"""Finds rows of a desk by what the reporter calls them."""

from __future__ import annotations

from desk.model.records import Negotiation, Person
from desk.store.store import Store


def talks_called(store: Store, code: str) -> Negotiation | None:
    """The talks with that code."""
    return next((one for one in store.talks.negotiations() if one.code == code), None)


def person_called(store: Store, name: str) -> Person | None:
    """The person of that name."""
    return next((one for one in store.people.persons() if one.name == name), None)
