"""How the source of what is told is cited: by its outlet or title and its day, or as was agreed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.app.disclosure import Disclosure, Telling
from desk.app.views.grounds import claimed
from desk.formats.copies.attribution import HouseStyle, day_text
from desk.model.enums import Basis, plain
from desk.model.records import DeadlineDate, Development, Position
from desk.model.talks.grounds import Grounds, Provenance, is_claim
from desk.store.store import Store


class Citations:
    """The desk's sources at one moment of the gate's clock, each with how it is cited."""

    def __init__(self, store: Store, now: datetime, house: HouseStyle) -> None:
        self._store, self._house = store, house
        self._telling = Telling(store, now)
        self._cited: dict[int, str] = {}

    def of(self, source_id: int | None) -> Disclosure:
        """What may be told of what this source told; what has no source is the reporter's own."""
        return self._telling.of(source_id)

    def forbidden(self, source_id: int | None) -> tuple[str, ...]:
        """Names that may not stand beside what this source told."""
        return self._telling.forbidden(source_id)

    def grounds(self, records: Iterable[Development | Position | DeadlineDate]) -> Grounds:
        """What these rest on, as far as it may be told: sources as they are cited, claims as was agreed."""
        records = list(records)
        return Grounds(
            sources={number: self._provenance(number) for one in records if (number := one.source_id) is not None},
            claims={
                one.id: claimed(self._store, one, handed_on=True)
                for one in records
                if isinstance(one, Development) and one.id is not None and is_claim(one)
            },
        )

    def _provenance(self, source_id: int) -> Provenance:
        words = self.cited(source_id)
        if not self._telling.of(source_id).named:
            return Provenance(words=words)
        source = self._store.sources.get(source_id)
        return Provenance(words=words, day=source.date, withdrawn=source.withdrawn_at is not None)

    def cited(self, source_id: int | None) -> str:
        """The source as a text for an editor cites it; "" where nothing may be said, or nothing is to be."""
        if source_id is None:
            return ""
        if source_id not in self._cited:
            self._cited[source_id] = self._read(source_id)
        return self._cited[source_id]

    def _read(self, source_id: int) -> str:
        told = self._telling.of(source_id)
        if not told.named:
            return told.agreed
        source = self._store.sources.get(source_id)
        sure = source.date.exact and source.date.basis is Basis.STATED
        what = source.outlet or source.title or plain(source.kind)
        return " ".join(
            ", ".join(part for part in (what, day_text(source.date, self._house) if sure else "") if part).split()
        )
