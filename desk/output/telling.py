"""What a source's terms and embargo let be told of what it told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.embargo import in_force
from desk.model.groundrules import permissions
from desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Told:
    """Whether what a source told may be published, whether it is under an embargo, whether the source may be named, and
    else the attribution that was agreed.

    `forbidden` are names that may not stand beside it, of a source that may not be named.
    """

    may: bool = True
    embargoed: bool = False
    named: bool = True
    agreed: str = ""
    forbidden: tuple[str, ...] = ()


class Telling:
    """The desk's sources at one moment of the gate's clock. Each is looked at once."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store, self._now = store, now
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
        return Told(
            may=allowed.publish,
            embargoed=bool(embargoes) and in_force(embargoes[-1], self._now),
            named=allowed.name,
            agreed=" ".join(terms.attribution.split()) if allowed.attribute and not allowed.name else "",
            forbidden=() if allowed.name else self._behind(source_id, terms.agreed_with),
        )

    def _behind(self, source_id: int, agreed_with: str) -> tuple[str, ...]:
        """Every name by which the desk knows who spoke there."""
        # Few sources may not be named, and `desk status` waits for no rule that it does without.
        from desk.model.gate import hidden_names, named_in

        records = self._store.quotes.records(self._store.quotes.of_source(source_id))
        spoke = [name for one in records for name in hidden_names(one)]
        return tuple(dict.fromkeys((*named_in(agreed_with), *spoke)))
