"""The detail column of the quotes in a very wide window: record, source and history of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.app.session import Session
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes import quote_lines
from desk.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from desk.app.views.quotes import QuoteFacts


class QuoteDetail(Sheet, OnDesk, can_focus=False):
    """Follows the cursor of the list. Where it is not seen it reads nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._quote_id: int | None = None

    def show_quote(self, quote_id: int | None) -> None:
        """Show this quote."""
        self._quote_id = quote_id
        if self.still_open():
            self._read()

    def on_mount(self) -> None:
        self._read()

    def on_show(self) -> None:
        self._read()

    def _read(self) -> None:
        quote_id, store, bank = self._quote_id, self._session.store, self._session.bank
        if quote_id is None:
            self.show([])
        elif self.display:
            from desk.app.views.quotes import read_facts

            app = self.desk
            app.in_background(
                "reading the quote",
                lambda: read_facts(store, quote_id, bank),
                self._facts,
                group="quote-detail",
                holds=Holds.NOTHING,
            )

    def _facts(self, facts: QuoteFacts) -> None:
        from desk.ui.panes.quote_facts import items

        if self.still_open():
            session = self._session
            look = quote_lines.Look(session.gate_now(), session.today(), session.config.labels)
            named = session.names_shown(facts.record.quote.id or 0)
            self.show(items(facts, look, session.zone, named=named, whole=False))
