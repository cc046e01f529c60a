"""What a search that finds nothing would find without one of its filters."""

from __future__ import annotations

from collections.abc import Callable

from desk.search.answer import Answer, Without
from desk.search.query import Query

#: Of more filters than this in one line, the rest is not tried each for itself.
_TRIED = 6


def without_one(query: Query, ask: Callable[[str], Answer]) -> Without | None:
    """The filter, or the marks, of a line without which the most is found; all of them where no single one will do.

    None where nothing is found even so. `ask` answers a line.
    """
    if not query.limits:
        return None
    whole = ask(_less(query, query.limits))
    if not whole.total:
        return None
    best: Without | None = None
    for limit in query.limits[:_TRIED] if len(query.limits) > 1 else ():
        found = ask(_less(query, (limit,)))
        if found.total and (best is None or found.total > best.total):
            best = Without((_text(query, limit),), found.total, found.counted)
    return best or Without(tuple(_text(query, each) for each in query.limits), whole.total, whole.counted)


def _text(query: Query, limit: tuple[int, int]) -> str:
    return query.line[slice(*limit)]


def _less(query: Query, limits: tuple[tuple[int, int], ...]) -> str:
    """The line without these filters; exact words stay, as words."""
    line = query.line
    for start, end in reversed(limits):
        kept = line[start:end].strip('"') if line[start] == '"' else ""
        line = f"{line[:start]}{kept}{line[end:]}"
    return line
