"""The names that may not be handed on, as one file knows them."""

from __future__ import annotations

from functools import lru_cache

from desk.model.names.names import Names
from desk.store.store import Store
from desk.store.subjects.hidden import Hidden


def confidential_names(store: Store) -> Names:
    """All that may not be handed on, ready to be searched for: of people, bodies and sources, whatever they were called."""
    hidden = store.hidden.all()
    return _ready((*hidden.people, *hidden.bound, *hidden.unset), hidden)


def printed_names(store: Store) -> Names:
    """The same for what is said of a draft, whose quotations may be those of somebody for whom no ground rule is set yet."""
    hidden = store.hidden.all()
    return _ready((*hidden.people, *hidden.bound), hidden)


def marked_names(store: Store) -> Names:
    """What has no place in a draft: what was marked confidential. What somebody said on other terms is found as a quote."""
    hidden = store.hidden.all()
    return _ready(hidden.people, hidden)


@lru_cache(maxsize=4)
def _ready(people: tuple[str, ...], hidden: Hidden) -> Names:
    return Names(people, hidden.others, hidden.bodies)
