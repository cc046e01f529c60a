"""What is told on a source's word: whether its terms and embargo let that leave, and how the source is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.embargo import in_force
from desk.model.groundrules import permissions
from desk.model.words import Basis, plain
from desk.output.attribution import House, day_text
from desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Told:
    """Whether what a source told may be published, whether it is under an embargo, and how the source is cited.

    `forbidden` are names that may not stand beside it, of a source that may not be named.
    """

    may: bool = True
    embargoed: bool = False
    cited: str = ""
    forbidden: tuple[str, ...] = ()


class Sources:
    """The desk's sources at one moment of the gate's clock. Each is looked at once."""

    def __init__(self, store: Store, now: datetime, house: House) -> None:
        self._store, self._now, self._house = store, now, house
        self._known: dict[int, Told] = {}

    def of(self, source_id: int | None) -> Told:
        """What may be told of what this source told; what has no source is the reporter's own."""
        if source_id is None:
            return Told()
        if source_id not in self._known:
            self._known[source_id] = self._read(source_id)
        return self._known[source_id]

    def _read(self, source_id: int) -> Told:
        source = self._store.sources.get(source_id)
        terms = self._store.sources.effective_terms(source)
        allowed = permissions(terms, confidential=source.confidential)
        embargoes = self._store.sources.embargoes(source_id=source_id)
        cited = terms.attribution if allowed.attribute else ""
        forbidden: tuple[str, ...] = ()
        if allowed.name:
            sure = source.date.exact and source.date.basis is Basis.STATED
            what = source.outlet or source.title or plain(source.kind)
            cited = ", ".join(part for part in (what, day_text(source.date, self._house) if sure else "") if part)
        else:
            forbidden = self._behind(source_id, terms.agreed_with)
        held = bool(embargoes) and in_force(embargoes[-1], self._now)
        return Told(allowed.publish, held, " ".join(cited.split()), forbidden)

    def _behind(self, source_id: int, agreed_with: str) -> tuple[str, ...]:
        """Every name by which the desk knows who spoke there."""
        records = self._store.quotes.records(self._store.quotes.of_source(source_id))
        spoke = [name for one in records for name in (*one.known_as, *(speaker.name for speaker in one.quote.speakers))]
        return tuple(dict.fromkeys(name for name in (agreed_with, *spoke) if name))
