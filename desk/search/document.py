"""What is put into the index, and what a search gives back. Values only."""

from __future__ import annotations

import hashlib
from enum import IntEnum

from desk.model.frozen import frozen


@frozen(kw_only=True)
class Document:
    """One quote as it may be found.

    The index knows only what it is handed: for a speaker who may not be named `speakers` holds the agreed attribution,
    and words that may not be found are left out here, by the store.

    `date` is a day's ordinal (`date.toordinal()`), the first the quote may have been said on; None when unknown.
    `speakers` may hold names, aliases and titles; `org`, `venue` and each of `talks` may hold several forms of a name.
    `copyable` is what `is:copyable` asks for: the desk would let it out now.
    """

    id: int
    words: str
    speakers: tuple[str, ...] = ()
    org: str = ""
    venue: str = ""
    tags: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    date: int | None = None
    verified: bool = False
    copyable: bool = False

    def digest(self) -> int:
        """64 bits of everything but the id: equal for equal documents, in any process."""
        speakers, tags, talks = "\x1e".join(self.speakers), "\x1e".join(self.tags), "\x1e".join(self.talks)
        text = (
            f"{self.words}\x1f{self.org}\x1f{self.venue}\x1f{speakers}\x1f{tags}\x1f{talks}"
            f"\x1f{self.date}\x1f{self.verified}\x1f{self.copyable}"
        )
        return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Grade(IntEnum):
    """How a hit was found. A higher grade always stands above a lower one, whatever the scores."""

    FUZZY = 0  #: some words, or misspelt, inflected or joined ones
    EXACT = 1  #: every word that was typed, as it was typed
    PHRASE = 2  #: the same, side by side and in that order


@frozen
class Hit:
    """A quote that was found. `score` compares hits of one answer only (higher is better)."""

    id: int
    score: float
    grade: Grade


@frozen
class Match:
    """What of one quote matched: character spans (half-open) in its words, and the names of the other fields."""

    spans: tuple[tuple[int, int], ...]
    fields: tuple[str, ...]


@frozen
class Similar:
    """A quote with the same or nearly the same words. `likeness` runs from 0 to 1; 1 means the same words.

    Likeness finds a quote, it never passes one: a dropped "not" still leaves it above 0.9.
    """

    id: int
    likeness: float
