"""A quote with all its record: words, terms, accuracy, source, where it went and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from desk.model.gate import gate
from desk.ui import keys
from desk.ui.panes import quote_lines
from desk.ui.panes.quote_facts import QuoteFacts, items, read_facts
from desk.ui.screens.footer import Footer
from desk.ui.screens.sheet import SheetScreen
from desk.ui.session import Session
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Item


class QuoteScreen(SheetScreen[QuoteFacts]):
    """The keys are those of the quotes pane."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("quotes")

    def __init__(self, session: Session, quote_id: int) -> None:
        super().__init__(session, "Quote")
        self._quote_id = quote_id
        self._facts: QuoteFacts | None = None

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

    # Actions, as in the pane

    def action_clear(self) -> None:
        """There is no search line here: the same key goes back."""
        self.action_leave()

    def action_copy(self) -> None:
        """Copy it in the usual format."""
        from desk.ui.copying import copy_quote

        copy_quote(self.desk, self._quote_id)

    def action_copy_as(self) -> None:
        """Choose a format, with preview."""
        from desk.ui.screens.copy_as import CopyAsScreen

        self.app.push_screen(CopyAsScreen(self.session, self._quote_id))

    def action_verify(self) -> None:
        """Compare it with its source."""
        from desk.ui.screens.verify import open_verify

        open_verify(self.desk, self._quote_id)

    def action_verify_all(self) -> None:
        """Compare all quotes of its source with the kept file."""
        from desk.ui.screens.verify_all import open_verify_all

        if self._facts is not None and self._facts.record.quote.source_id is not None:
            open_verify_all(self.desk, self._facts.record.quote.source_id)

    def action_terms(self) -> None:
        """What its terms allow, and setting them."""
        from desk.ui.screens.terms import open_terms

        open_terms(self.desk, quote_id=self._quote_id)

    def action_dispute(self) -> None:
        """Mark it disputed, or settle that."""
        from desk.ui.disputing import ask_dispute

        if self._facts is not None:
            ask_dispute(self.desk, self._facts.record)

    def action_names(self) -> None:
        """Show, or hide again, who a confidential speaker is."""
        if self._facts is not None and quote_lines.hidden(self._facts.record):
            self.session.show_names(self._quote_id)

    def action_elsewhere(self) -> None:
        """Open the quote that has the same words."""
        from desk.ui.alike import open_elsewhere

        open_elsewhere(self.desk, self._quote_id)

    def action_add(self) -> None:
        """Add another quote."""
        from desk.ui.screens.entry import open_add

        open_add(self.desk, "quote", negotiation_id=self.session.talks_id)

    def action_edit(self) -> None:
        """Edit it."""
        from desk.ui.screens.entry import open_edit

        open_edit(self.desk, "quote", self._quote_id)

    def action_withdraw(self) -> None:
        """Withdraw it."""
        from desk.ui.screens.entry import open_withdraw

        open_withdraw(self.desk, "quote", self._quote_id)
