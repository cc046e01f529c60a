"""The names that may not be handed on, as one file knows them."""

from __future__ import annotations

from desk.output.names import Names
from desk.store.store import Store


def confidential_names(store: Store) -> Names:
    """The names and aliases of confidential people, and the titles of confidential sources, ready to be searched for."""
    bodies = (name for party in store.people.parties() for name in (party.name, *party.aliases))
    return Names(store.people.confidential_names(), store.sources.confidential_titles(), bodies)
