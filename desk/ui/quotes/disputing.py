"""Marking a quote disputed: a usual reason by one key or a typed one, from wherever the quote is."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from desk.model.records import QuoteRecord
from desk.ui.dialogs.pick import Choice, PickScreen

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: Why a quote is contested, most often.
USUAL_REASONS = (
    "the speaker denies having said it",
    "the speaker says it was cut out of its sense",
    "the recording has other words",
    "another report has other words",
)
_SETTLED = 0


def ask_dispute(app: Desk, record: QuoteRecord) -> None:
    """Ask for the reason and mark the quote disputed; one that is disputed already can be settled."""
    quote, store = record.quote, app.session.store
    assert quote.id is not None
    quote_id = quote.id

    def answered(reason: Hashable) -> None:
        if reason is None:
            return
        words = reason if isinstance(reason, str) else ""
        label = "marked disputed" if words else "the dispute is settled"
        app.change(label, lambda: store.quotes.dispute(quote_id, words, began=quote))

    settled = [Choice(_SETTLED, "it is settled: no longer disputed", quote.disputed)] if quote.disputed else []
    choices = [*settled, *(Choice(reason, reason) for reason in USUAL_REASONS)]
    app.push_screen(PickScreen("Disputed, because …", choices, free=True), answered)
