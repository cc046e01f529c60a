"""Terms: what a quote's or a source's ground rule allows, in words; setting and renegotiating it; its embargo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from desk.app.session import Session
from desk.app.views.agreements import Agreements, masked, read_agreements
from desk.model.quotes.embargo import in_force
from desk.model.records import Embargo
from desk.ui import keys
from desk.ui.panes.footer import Footer
from desk.ui.quotes import agreed, embargoing
from desk.ui.reference.sheet import SheetScreen
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.pane import keys_line
from desk.ui.widgets.sheet import Item

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: Seconds after which the time that is left is told anew, from the clock.
_TICK = 20


def open_terms(app: Desk, *, quote_id: int | None = None, source_id: int | None = None) -> None:
    """What may be done with this quote, or with all that was said in this source."""
    app.push_screen(TermsScreen(app.session, quote_id=quote_id, source_id=source_id))


class TermsScreen(SheetScreen[Agreements]):
    """What is set here for the source counts for everything taken from it."""

    #: Whose keys the help shows first.
    SCOPE = "terms"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("terms")

    def __init__(self, session: Session, *, quote_id: int | None = None, source_id: int | None = None) -> None:
        super().__init__(session, "Terms")
        self._quote_id = quote_id
        self._source_id = source_id
        self._found: Agreements | None = None

    def on_mount(self) -> None:
        self.set_interval(_TICK, self._tick)

    def read(self) -> Agreements:
        found = read_agreements(self.session.store, quote_id=self._quote_id, source_id=self._source_id)
        named = self._quote_id is not None and self.session.names_shown(self._quote_id)
        return found if named else masked(self.session.store, found)

    def items(self, view: Agreements) -> Sequence[Item]:
        self._found = view
        code = view.source.code if view.source is not None else "no source"
        self.pane.subject = code if self._quote_id is None else f"quote {self._quote_id} of {code}"
        self.query_one(Footer).show_here(self._keys(view))
        session = self.session
        return agreed.items(
            view, labels=session.config.labels, now=session.gate_now(), today=session.today(), zone=session.zone
        )

    def _keys(self, view: Agreements) -> Content:
        key = self.desk.key_of
        shown = []
        if view.source is not None:
            shown.append((key("terms.set"), "renegotiate" if view.sources else "set"))
        if view.quote_id is not None:
            shown.append((key("terms.own"), "for it alone"))
        shown.append((key("terms.embargo"), "embargo"))
        if view.standing(self.session.gate_now()) is not None:
            shown.append((key("terms.lift"), "lift it"))
        if view.quote_id is not None and view.source is not None:
            shown.append((key("terms.embargo_own"), "on it alone"))
        return keys_line([*shown, ("esc", "back")])

    def _tick(self) -> None:
        if self._found is not None and self._found.standing(self.session.gate_now()) is not None:
            self.read_again()

    # What was agreed

    def action_set(self) -> None:
        """Set what was agreed for all that was said in the source."""
        if self._found is not None and self._found.source is not None:
            route("add")(self.desk, "terms", source_id=self._found.source.id)
        else:
            text.notice(self.app, "The quote has no source yet; edit it first.", "warning")

    def action_own(self) -> None:
        """Set what was agreed for this quote alone."""
        if self._quote_id is not None:
            source = self._found.source if self._found is not None else None
            route("add")(self.desk, "terms", quote_id=self._quote_id, source_id=source.id if source else None)

    # The embargo

    def action_embargo(self) -> None:
        """Set an embargo for the source, or for the quote where it has none; or another end for the one that stands."""
        found = self._found
        if found is None:
            return
        now = self.session.gate_now()
        standing = found.standing(now)
        on_quote = standing.quote_id is not None if standing is not None else found.source is None
        target = Embargo(
            until=now,
            zone=self.session.zone,
            quote_id=found.quote_id if on_quote else None,
            source_id=found.source.id if not on_quote and found.source is not None else None,
        )
        embargoing.ask_until(self.desk, standing, target)

    def action_embargo_own(self) -> None:
        """Set an embargo for the quote alone, or another end for the one that it has."""
        found = self._found
        if found is None or found.quote_id is None:
            return
        now = self.session.gate_now()
        last = found.own_embargoes[-1] if found.own_embargoes else None
        standing = last if in_force(last, now) else None
        embargoing.ask_until(self.desk, standing, Embargo(until=now, zone=self.session.zone, quote_id=found.quote_id))

    def action_lift(self) -> None:
        """Lift the embargo early, with a note."""
        standing = self._found.standing(self.session.gate_now()) if self._found is not None else None
        embargoing.ask_lift(self.desk, standing)
