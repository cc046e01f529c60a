"""A quote with all its record: words, terms, accuracy, source, where it went and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from desk.app.session import Session
from desk.app.views.quotes import QuoteFacts, read_facts
from desk.model.quotes.gate import gate
from desk.model.quotes.quotes import QuoteRecord
from desk.ui import keys
from desk.ui.panes import quote_lines
from desk.ui.panes.footer import Footer
from desk.ui.panes.quote_facts import items
from desk.ui.quotes.acts import QuoteActs
from desk.ui.reference.sheet import SheetScreen
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Item


class QuoteScreen(SheetScreen[QuoteFacts], QuoteActs):
    """The keys are those of the quotes pane."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("quotes")

    def __init__(self, session: Session, quote_id: int) -> None:
        super().__init__(session, "Quote")
        self._quote_id = quote_id
        self._facts: QuoteFacts | None = None

    @property
    def quote_id(self) -> int:
        """The quote that is shown."""
        return self._quote_id

    @property
    def record(self) -> QuoteRecord | None:
        """The quote that is shown; None while it was not read yet."""
        return self._facts.record if self._facts is not None else None

    def read(self) -> QuoteFacts:
        return read_facts(self.session.store, self._quote_id, self.session.bank)

    def items(self, view: QuoteFacts) -> Sequence[Item]:
        self._facts = view
        look = quote_lines.Look(self.session.gate_now(), self.session.today(), self.session.config.labels)
        self.pane.subject = str(self._quote_id)
        shown = ("quotes.copy", "quotes.copy_as", "quotes.verify", "quotes.edit", "quotes.withdraw")
        labels = {act.id: act.label for act in keys.ACTIONS}
        own = [(self.desk.key_of(one), labels[one]) for one in shown]
        if view.alike:
            # In place of the least used, so that 80 columns hold the way back too.
            own[-1] = (self.desk.key_of("quotes.elsewhere"), labels["quotes.elsewhere"])
        if quote_lines.hidden(view.record):
            own.append((self.desk.key_of("quotes.names"), "name"))
        self.pane.show_keys([*own, *self.desk.keys_of("sheet.leave")])
        answer = gate(view.record, now=self.session.gate_now())
        self.query_one(Footer).show_here(
            text.assemble(
                (self.desk.key_of("quotes.copy"), "bold $border"), (" copy, ", text.DIM), quote_lines.copies_as(answer)
            )
        )
        named = self.session.names_shown(self._quote_id)
        return items(view, look, self.session.zone, named=named, whole=True)

    def action_clear(self) -> None:
        """There is no search line here: the same key goes back."""
        self.action_leave()
