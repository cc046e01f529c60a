"""The desk's own search as a known-item judge calls it: a list of quotes in, a function from query to ids out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk.search.bank import Bank
from desk.search.document import Document


def document(quote: Mapping[str, Any]) -> Document:
    """A quote of the judge's bank as the desk would index it."""
    return Document(
        id=quote["id"],
        words=quote["text"],
        speakers=(quote["speaker"],),
        org=quote["org"],
        venue=quote["venue"],
        tags=tuple(quote["tags"]),
        date=date.fromisoformat(quote["date"]).toordinal(),
        verified=quote["status"] == "verified",
        copyable=quote["status"] != "disputed",
    )


def factory(quotes: Sequence[Mapping[str, Any]]) -> Callable[[str], Sequence[int]]:
    """A search over these quotes: ids, best first."""
    bank = Bank(document(quote) for quote in quotes)
    return lambda query: bank.search(query).ids
