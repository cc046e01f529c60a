"""What the keys of a quote do to it: the same in the list and on the quote's own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        from desk.ui.copying.copying import copy_quote

        if (quote_id := self.quote_id) is not None:
            copy_quote(self.desk, quote_id)

    def action_copy_as(self) -> None:
        """Choose a format, with preview."""
        from desk.ui.copying.copy_as import CopyAsScreen

        if (quote_id := self.quote_id) is not None:
            self.desk.push_screen(CopyAsScreen(self.session, quote_id))

    def action_verify(self) -> None:
        """Compare the quote with its source."""
        from desk.ui.verify.verify import open_verify

        if (quote_id := self.quote_id) is not None:
            open_verify(self.desk, quote_id)

    def action_verify_all(self) -> None:
        """Compare all quotes of its source with the kept file."""
        from desk.ui.verify.verify_all import open_verify_all

        if (record := self.record) is not None and record.quote.source_id is not None:
            open_verify_all(self.desk, record.quote.source_id)

    def action_terms(self) -> None:
        """What the quote's terms allow, and setting them."""
        from desk.ui.quotes.terms import open_terms

        if (quote_id := self.quote_id) is not None:
            open_terms(self.desk, quote_id=quote_id)

    def action_dispute(self) -> None:
        """Mark the quote disputed, or settle it."""
        from desk.ui.quotes.disputing import ask_dispute

        if (record := self.record) is not None:
            ask_dispute(self.desk, record)

    def action_names(self) -> None:
        """Show, or hide again, who a confidential speaker is."""
        from desk.ui.panes.quote_lines import hidden

        if (record := self.record) is not None and hidden(record) and record.quote.id is not None:
            self.session.show_names(record.quote.id)

    def action_elsewhere(self) -> None:
        """Open the quote that has the same words."""
        from desk.ui.quotes.alike import open_elsewhere

        if (quote_id := self.quote_id) is not None:
            open_elsewhere(self.desk, quote_id)

    def action_add(self) -> None:
        """Add another quote."""
        from desk.ui.entry.entry import open_add

        open_add(self.desk, "quote", negotiation_id=self.session.talks_id)

    def action_edit(self) -> None:
        """Edit the quote."""
        from desk.ui.entry.entry import open_edit

        if (quote_id := self.quote_id) is not None:
            open_edit(self.desk, "quote", quote_id)

    def action_withdraw(self) -> None:
        """Withdraw the quote."""
        from desk.ui.entry.entry import open_withdraw

        if (quote_id := self.quote_id) is not None:
            open_withdraw(self.desk, "quote", quote_id)
