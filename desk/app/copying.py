"""A copy, from the gate to the clipboard: judged, released, logged, and only then handed over.

Nothing reaches a clipboard that the copy log does not have: where it cannot be written, nothing is handed over. What
became of it is a row of its own, since the log is only added to. The copy of a confidential source is set to be cleared
before it is made, so that it is cleared whatever happens to the desk meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk.app.changed import FORMAT, ChangedText
from desk.app.confidential import confidential_names
from desk.app.release import release
from desk.clipboard.clearing import clear_later
from desk.clipboard.clipboard import Certainty, Outcome, copy
from desk.clipboard.machine import ClipboardEnv
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import CopyFormat
from desk.model.errors import StorageError
from desk.model.frozen import frozen
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.groundrules import Naming, label
from desk.model.quotes.refusal import Refusal
from desk.model.quotes.shown import hides_names
from desk.model.records import Copied
from desk.model.released import Released
from desk.model.text import one_line
from desk.store.store import Store


@frozen
class CopyResult:
    """A copy that was made: exactly what went out, what became of it, and what is said of that."""

    released: Released
    outcome: Outcome
    #: What is said of its being cleared again, and of a log that could not be written to the end.
    beside: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What became of it, for the reporter."""
        return " ".join((self.outcome.sentence, *self.beside))


@frozen
class Prepared:
    """The text as it would leave now, or why not. `secret`: its source is one to be careful with."""

    answer: Released | Refusal
    secret: bool
    disputed: bool


def prepare(
    store: Store, quote_id: int, chosen: CopyFormat, house: HouseStyle, *, way: str, now: datetime, override: str = "",
    naming: Naming = label,
) -> Prepared:  # fmt: skip
    """Ask the gate, and make the text of what it lets through. `now` is the gate's clock.

    Raises RefusedError where there is no such quote.
    """
    record = store.quotes.record(quote_id)
    answer: Permit | Released | Refusal = gate(record, now=now, override=override, naming=naming)
    if isinstance(answer, Permit):
        answer = release(answer, chosen, way=way, names=confidential_names(store), house=house)
    secret = hides_names(record.terms, confidential=record.confidential)
    return Prepared(answer, secret, disputed=bool(record.quote.disputed))


def copy_quote(
    store: Store, quote_id: int, chosen: CopyFormat, house: HouseStyle, around: ClipboardEnv, *, way: str, now: datetime,
    story_id: int | None, clear_after: int, override: str = "", naming: Naming = label,
) -> CopyResult | Refusal:  # fmt: skip
    """Copy a quote, or why not. Takes up to some two seconds: for a worker.

    Raises StorageError where the copy cannot be logged; nothing was handed over then.
    """
    logged: list[int] = []
    try:
        # In one transaction, so that what is logged is let out by what stands in the file at that moment.
        with store.transaction():
            prepared = prepare(store, quote_id, chosen, house, way=way, now=now, override=override, naming=naming)
            released = prepared.answer
            if isinstance(released, Released):
                line = Copied(
                    quote_id=quote_id,
                    story_id=story_id,
                    format=chosen.name,
                    text=released.text,
                    stamp=released.stamp,
                    # Of a quote that is not disputed nothing is let out against anything.
                    reason=one_line(override) if prepared.disputed else "",
                )
                logged.append(store.copies.log(line))
    except StorageError as error:
        raise _not_logged(error) from error
    if isinstance(released, Refusal):
        return released
    return _hand_over(store, released, logged, around, clear_after if prepared.secret else None)


def copy_changed(
    store: Store, made: ChangedText, released: Released, around: ClipboardEnv, *, clear_after: int
) -> CopyResult:
    """Copy a text of what changed; each verified quote in it is a line of the log. For a worker.

    Raises StorageError where that cannot be logged; nothing was handed over then.
    """
    lines = [Copied(quote_id=quote_id, format=FORMAT.name, text=line) for quote_id, line in made.quotes]
    try:
        with store.transaction():
            logged = [store.copies.log(line) for line in lines]
    except StorageError as error:
        raise _not_logged(error) from error
    return _hand_over(store, released, logged, around, clear_after if made.careful else None)


def _hand_over(
    store: Store, released: Released, logged: Sequence[int], around: ClipboardEnv, clear_after: int | None
) -> CopyResult:
    """Give a text whose copy is logged to the clipboard, and write down what became of it. With `clear_after` it is
    cleared after so many seconds.
    """
    clearing = clear_later(released, around, clear_after) if clear_after is not None else None
    outcome = copy(released, around)
    beside = [clearing.told(outcome)] if clearing is not None else []
    mechanism = outcome.mechanism if outcome.certainty is not Certainty.FAILED else ""
    try:
        with store.transaction():
            for line in logged:
                store.copies.became(line, mechanism=mechanism, confirmed=outcome.certainty is Certainty.COPIED)
    except StorageError as error:
        beside.append(f"The copy log has it as begun, and not what became of it: {error.what}.")
    return CopyResult(released, outcome, tuple(said for said in beside if said))


def _not_logged(error: StorageError) -> StorageError:
    """A copy that cannot be logged is not made."""
    return StorageError(
        f"Not copied, and nothing reached the clipboard: the copy could not be logged, since {error.what}",
        remedy=error.remedy,
    )
