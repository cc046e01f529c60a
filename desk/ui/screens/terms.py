"""Terms: what a quote's or a source's ground rule allows, in words; setting and renegotiating it; its embargo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from desk.model import dates, dateshow
from desk.model.dateparse import entry_form, parse_instant
from desk.model.records import Embargo
from desk.ui import agreed, keys
from desk.ui.agreed import Agreements
from desk.ui.screens.ask import AskScreen
from desk.ui.screens.footer import Footer
from desk.ui.screens.sheet import SheetScreen
from desk.ui.session import Session
from desk.ui.widgets import text
from desk.ui.widgets.pane import keys_line
from desk.ui.widgets.sheet import Item

if TYPE_CHECKING:
    from desk.ui.app import DeskApp

#: Seconds after which the time that is left is told anew, from the clock.
_TICK = 20


def open_terms(app: DeskApp, *, quote_id: int | None = None, source_id: int | None = None) -> None:
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
        return agreed.read(self.session.store, quote_id=self._quote_id, source_id=self._source_id)

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
            shown.append((key("terms.own"), "for this quote"))
        shown.append((key("terms.embargo"), "embargo"))
        if view.standing(self.session.gate_now()) is not None:
            shown.append((key("terms.lift"), "lift it"))
        return keys_line([*shown, ("esc", "back")])

    def _tick(self) -> None:
        if self._found is not None and self._found.standing(self.session.gate_now()) is not None:
            self.read_again()

    # What was agreed

    def action_set(self) -> None:
        """Set what was agreed for all that was said in the source."""
        from desk.ui.screens.entry import open_add

        if self._found is not None and self._found.source is not None:
            open_add(self.desk, "terms", source_id=self._found.source.id)
        else:
            text.notice(self.app, "The quote has no source yet; edit it first.", "warning")

    def action_own(self) -> None:
        """Set what was agreed for this quote alone."""
        from desk.ui.screens.entry import open_add

        if self._quote_id is not None:
            source = self._found.source if self._found is not None else None
            open_add(self.desk, "terms", quote_id=self._quote_id, source_id=source.id if source else None)

    # The embargo

    def action_embargo(self) -> None:
        """Set an embargo for the source, or for the quote where it has none; or another end for the one that stands."""
        if self._found is None:
            return
        now, found = self.session.gate_now(), self._found
        standing = found.standing(now)
        value = entry_form(dates.instant(standing.until, standing.zone), zone=self.session.zone) if standing else ""
        self.app.push_screen(
            AskScreen(
                "Embargo until …", value=value, hint="a day and its time: fri 5pm, mar 6 9am ET", echo=self._echo
            ),
            self._set_embargo,
        )

    def _echo(self, typed: str) -> Content:
        session = self.session
        moment = parse_instant(typed, now=session.gate_now(), zone=session.zone)
        zones = (session.zone, *session.config.time.also_in)
        return text.said(dateshow.long(dates.instant(*moment), zones=zones))

    def _set_embargo(self, typed: str | None) -> None:
        if typed is None or self._found is None:
            return
        session, found = self.session, self._found
        now = session.gate_now()
        moment, zone = parse_instant(typed, now=now, zone=session.zone)
        standing = found.standing(now)
        on_quote = standing.quote_id is not None if standing is not None else found.source is None
        embargo = Embargo(
            until=moment,
            zone=zone,
            quote_id=found.quote_id if on_quote else None,
            source_id=found.source.id if not on_quote and found.source is not None else None,
            corrects=standing.id if standing is not None else None,
        )
        if standing is not None and moment < standing.until:
            # An earlier end lets things out earlier, so it is noted like a lift.
            self._ask_note(embargo, "Why does it end earlier?", "the embargo ends earlier")
        else:
            self.desk.change("embargo set", lambda: session.store.sources.set_embargo(embargo))

    def action_lift(self) -> None:
        """Lift the embargo early, with a note."""
        standing = self._found.standing(self.session.gate_now()) if self._found is not None else None
        if standing is None:
            text.notice(self.app, "There is no embargo to lift.", "warning")
            return
        lifted = replace(standing, id=None, lifted=True, corrects=standing.id, recorded_at=None)
        self._ask_note(lifted, "Lift the embargo now: who agreed, and why?", "embargo lifted")

    def _ask_note(self, embargo: Embargo, question: str, label: str) -> None:
        store = self.session.store

        def noted(note: str | None) -> None:
            if note is not None:
                self.desk.change(label, lambda: store.sources.set_embargo(replace(embargo, note=note)))

        self.app.push_screen(AskScreen(question, hint="It is kept with the embargo."), noted)
