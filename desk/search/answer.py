"""What a search gives back: ranked hits, how many there are, how long it took, and what in a quote matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import overload

from desk.model.frozen import frozen
from desk.model.wording.spellings import respelt
from desk.model.wording.tokens import Token, tokens
from desk.search.document import Document, Grade, Hit, Match


class Superseded(Exception):  # noqa: N818 - nothing went wrong: a newer search took this one's place
    """A search stopped before its end, because a newer one began or the caller no longer wants it."""


class Hits(Sequence[Hit]):
    """Hits, best first, made one at a time as they are asked for."""

    def __init__(self, ids: Sequence[int] = (), scores: Sequence[float] = (), grades: Sequence[int] = ()) -> None:
        self.ids = ids
        self._scores = scores
        self._grades = grades

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> Hits: ...
    def __getitem__(self, place: int | slice) -> Hit | Hits:
        if isinstance(place, slice):
            return Hits(self.ids[place], self._scores[place], self._grades[place])
        return Hit(self.ids[place], self._scores[place], Grade(self._grades[place]))


@frozen
class Run:
    """Words that are looked for in a row, as terms; where it is `open_ended` the last may be the beginning of one.

    Two of them may stand as one word in a text, and one as two.
    """

    words: tuple[str, ...]
    open_ended: bool = False

    def places(self, found: Sequence[Token]) -> list[Token]:
        """The words of a text that are these in a row, wherever they stand so."""
        inside: list[Token] = []
        terms = [token.term for token in found]
        begins = self.words[0][0] if self.words else ""
        for at, term in enumerate(terms):
            if term[0] == begins:
                inside += found[at : self._end(terms, at)]
        return inside

    def _end(self, terms: Sequence[str], at: int) -> int:
        """Where the words end that begin at this place in a text; the place itself where they do not."""
        start, number = at, 0
        while number < len(self.words):
            if at == len(terms):
                return start
            word, term = self.words[number], terms[at]
            if self._is(term, word, number):
                number, at = number + 1, at + 1
            elif number + 1 < len(self.words) and self._is(term, word + self.words[number + 1], number + 1):
                number, at = number + 2, at + 1
            elif len(term) < len(word) and at + 1 < len(terms) and self._is(term + terms[at + 1], word, number):
                number, at = number + 1, at + 2
            else:
                return start
        return at

    def _is(self, term: str, word: str, number: int) -> bool:
        return term == word or (self.open_ended and number == len(self.words) - 1 and term.startswith(word))


def _spans(marked: Iterable[Token]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(token.start, token.end) for token in marked}):
        if spans and start < spans[-1][1]:  # a word, and part of it
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


@frozen
class Without:
    """Parts of a line, and how many quotes match without them."""

    parts: tuple[str, ...]
    total: int
    counted: bool


@frozen(kw_only=True)
class Answer:
    """The hits of one search, best first.

    `total` is how many quotes matched; `counted` is False where the search stopped counting, and then there are at
    least that many. `hits` holds no more than the limit that was asked for. `unknown` holds the parts of the line that
    look like a filter and are none.
    """

    hits: Hits
    total: int
    counted: bool = True
    took_ms: float = 0.0
    unknown: tuple[str, ...] = ()
    #: What `since:` and `before:` were understood as: the first day allowed, the first not any more, as ordinals.
    since: int | None = None
    before: int | None = None
    #: How many of them have the exact words only in a name.
    named: int = 0
    #: Where nothing was found: what of the line keeps everything out.
    without: Without | None = None
    #: For each word typed: the terms it was taken for, each with a weight; the heaviest in a text is what matched.
    taken_for: Callable[[], Sequence[Mapping[str, float]]] = field(default=tuple, repr=False)
    #: Beginnings of words that match too, with their weights, for each word typed ("" where there is none).
    beginnings: Sequence[tuple[str, float]] = field(default_factory=tuple, repr=False)
    #: The words typed, and those typed in marks: where they stand in a row, that is what matched.
    typed: Run = field(default_factory=lambda: Run(()), repr=False)
    phrases: Sequence[Run] = field(default_factory=tuple, repr=False)
    #: Words by number that stand for the same letters as others: lost and stray spaces mended.
    instead: Sequence[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=tuple, repr=False)

    @property
    def ids(self) -> Sequence[int]:
        """The ids of the hits, best first."""
        return self.hits.ids

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where in any text the words of this search stand: half-open character offsets, in order, not overlapping."""
        found = tokens(text)
        exact = [token for phrase in self.phrases for token in phrase.places(found)]
        in_a_row = self.typed.places(found) if len(self.typed.words) > 1 else ()
        if in_a_row:
            return _spans((*exact, *in_a_row))
        every = [*found, *respelt(text)]
        marked = [self._marked(number, weights, every) for number, weights in enumerate(self.taken_for())]
        for typed, mended in self.instead:
            loser = typed if all(marked[number] for number in mended) else mended
            for number in loser:
                marked[number] = []
        return _spans((*exact, *(token for each in marked for token in each)))

    def _marked(self, number: int, weights: Mapping[str, float], found: Sequence[Token]) -> list[Token]:
        """The words of a text that one typed word was taken for: those with the highest weight there."""
        start, start_weight = self.beginnings[number] if number < len(self.beginnings) else ("", 0.0)
        scored = [
            max(weights.get(token.term, 0.0), start_weight if start and token.term.startswith(start) else 0.0)
            for token in found
        ]
        best = max(scored, default=0.0)
        return [token for token, score in zip(found, scored, strict=True) if score == best > 0]

    def match(self, document: Document) -> Match:
        """What of a quote matched. Asked for the rows that are drawn, not for all that were found."""
        fields = {
            "speaker": document.speakers,
            "org": (document.org,),
            "venue": (document.venue,),
            "tag": document.tags,
            "talks": document.talks,
        }
        named = tuple(name for name, values in fields.items() if any(self.spans(value) for value in values))
        return Match(self.spans(document.words), named)
