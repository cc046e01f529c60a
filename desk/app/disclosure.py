"""What a source's terms and embargo let be told of what it told."""

from __future__ import annotations

from datetime import datetime

from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force
from desk.model.quotes.groundrules import permissions
from desk.model.text import one_line
from desk.store.store import Store


@frozen
class Disclosure:
    """Whether what a source told may be published, whether it is under an embargo, whether the source may be named, and
    else the attribution that was agreed.
    """

    may: bool = True
    embargoed: bool = False
    named: bool = True
    agreed: str = ""


class Telling:
    """The desk's sources at one moment of the gate's clock. Each is looked at once."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store, self._now = store, now
        self._known: dict[int, Disclosure] = {}
        self._behind: dict[int, tuple[str, ...]] = {}

    def of(self, source_id: int | None) -> Disclosure:
        """What may be told of what this source told; what has no source is the reporter's own."""
        if source_id is None:
            return Disclosure()
        if source_id not in self._known:
            self._known[source_id] = self._read(source_id)
        return self._known[source_id]

    def forbidden(self, source_id: int | None) -> tuple[str, ...]:
        """Names that may not stand beside what this source told: of a source who may not be named, every one by which the
        desk knows who spoke there.
        """
        if source_id is None or self.of(source_id).named:
            return ()
        if source_id not in self._behind:
            self._behind[source_id] = self._who(source_id)
        return self._behind[source_id]

    def _read(self, source_id: int) -> Disclosure:
        source = self._store.sources.get(source_id)
        terms = self._store.sources.effective_terms(source)
        allowed = permissions(terms, confidential=source.confidential)
        embargoes = self._store.sources.embargoes(source_id=source_id)
        return Disclosure(
            may=allowed.publish,
            embargoed=bool(embargoes) and in_force(embargoes[-1], self._now),
            named=allowed.name,
            agreed=" ".join(terms.attribution.split()) if allowed.attribute and not allowed.name else "",
        )

    def _who(self, source_id: int) -> tuple[str, ...]:
        # Few sources may not be named, and `desk status` waits for no rule that it does without.
        from desk.model.quotes.gate import named_in

        terms = self._store.sources.effective_terms(self._store.sources.get(source_id))
        spoke, agreed = self._store.quotes.who_spoke(source_id)
        asked = [name for words in (terms.agreed_with, *agreed) for name in named_in(words)]
        return tuple(dict.fromkeys((*asked, *map(one_line, spoke))))
