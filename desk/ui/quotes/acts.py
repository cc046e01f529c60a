"""What the keys of a quote do to it: the same in the list and on the quote's own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.ui.routes import route

if TYPE_CHECKING:
    from desk.app.session import Session
    from desk.model.quotes.quotes import QuoteRecord
    from desk.ui.base import Desk


class QuoteActs:
    """The actions of the scope `quotes`, for a widget that has a quote under the cursor or shows one."""

    session: Session

    @property
    def desk(self) -> Desk:
        """The app, as what it is."""
        raise NotImplementedError

    @property
    def quote_id(self) -> int | None:
        """The quote that the keys are for; None where there is none."""
        raise NotImplementedError

    @property
    def record(self) -> QuoteRecord | None:
        """The same with all that is known of it; None as well while it was not read yet."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy the quote in the usual format."""
        if (quote_id := self.quote_id) is not None:
            route("copy")(self.desk, quote_id)

    def action_copy_as(self) -> None:
        """Choose a format, with preview."""
        if (quote_id := self.quote_id) is not None:
            self.desk.push_screen(route("copy_as")(self.session, quote_id))

    def action_verify(self) -> None:
        """Compare the quote with its source."""
        if (quote_id := self.quote_id) is not None:
            route("verify")(self.desk, quote_id)

    def action_verify_all(self) -> None:
        """Compare all quotes of its source with the kept file."""
        if (record := self.record) is not None and record.quote.source_id is not None:
            route("verify_all")(self.desk, record.quote.source_id)

    def action_terms(self) -> None:
        """What the quote's terms allow, and setting them."""
        if (quote_id := self.quote_id) is not None:
            route("terms")(self.desk, quote_id=quote_id)

    def action_dispute(self) -> None:
        """Mark the quote disputed, or settle it."""
        if (record := self.record) is not None:
            route("dispute")(self.desk, record)

    def action_names(self) -> None:
        """Show, or hide again, who a confidential speaker is."""
        from desk.ui.panes.quote_lines import hidden

        if (record := self.record) is not None and hidden(record) and record.quote.id is not None:
            self.session.show_names(record.quote.id)

    def action_elsewhere(self) -> None:
        """Open the quote that has the same words."""
        if (quote_id := self.quote_id) is not None:
            route("elsewhere")(self.desk, quote_id)

    def action_add(self) -> None:
        """Add another quote."""
        route("add")(self.desk, "quote", negotiation_id=self.session.talks_id)

    def action_edit(self) -> None:
        """Edit the quote."""
        if (quote_id := self.quote_id) is not None:
            route("edit")(self.desk, "quote", quote_id)

    def action_withdraw(self) -> None:
        """Withdraw the quote."""
        if (quote_id := self.quote_id) is not None:
            route("withdraw")(self.desk, "quote", quote_id)
