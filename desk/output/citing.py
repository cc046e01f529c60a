"""How the source of what is told is cited: by its outlet or title and its day, or as was agreed."""

from __future__ import annotations

from datetime import datetime

from desk.model.words import Basis, plain
from desk.output.attribution import House, day_text
from desk.output.telling import Telling, Told
from desk.store.store import Store


class Sources:
    """The desk's sources at one moment of the gate's clock, each with how it is cited."""

    def __init__(self, store: Store, now: datetime, house: House) -> None:
        self._store, self._house = store, house
        self._telling = Telling(store, now)
        self._cited: dict[int, str] = {}

    def of(self, source_id: int | None) -> Told:
        """What may be told of what this source told; what has no source is the reporter's own."""
        return self._telling.of(source_id)

    def forbidden(self, source_id: int | None) -> tuple[str, ...]:
        """Names that may not stand beside what this source told."""
        return self._telling.forbidden(source_id)

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
