"""What changed, as an editor would get it: seen exactly as it would be sent, then copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.app.changed import ChangedText, changed_text
from desk.app.copying import CopyResult, copy_changed
from desk.app.reporter import house_style
from desk.model.dates.span import Span
from desk.model.errors import DeskError
from desk.model.quotes.refusal import Refusal
from desk.model.released import Released
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.copying import copying
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from desk.ui.base import Desk


def open_send(app: Desk, span: Span) -> None:
    """Make the text of a span and show it, or say why there is none."""

    def show(made: ChangedText) -> None:
        if isinstance(made.released, Refusal):
            text.notice(app, f"Nothing to send. {made.released}", "warning", seconds=8)
        else:
            app.push_screen(SendScreen(span, made, made.released))

    app.in_background("putting together what changed", lambda: _make(app, span), show)


def _make(app: Desk, span: Span) -> ChangedText:
    session = app.session
    return changed_text(
        session.store, span, now=session.now(), gate_now=session.gate_now(), zone=session.zone,
        house=house_style(session),
    )  # fmt: skip


class SendScreen(ModalScreen[None], OnDesk):
    """Shows the text over the whole width; above it what it leaves out, which is not in it."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings_of("ask.take", "ask.leave")

    DEFAULT_CSS = """
    SendScreen {
        align: center middle;
        background: $background 60%;

        & > Pane {
            width: 100;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 1;

            & VerticalScroll {
                height: auto;
                max-height: 1fr;
                scrollbar-size-vertical: 1;
            }
            & .left-out {
                color: $due;
                margin-bottom: 1;
            }
        }
    }
    """

    def __init__(self, span: Span, made: ChangedText, released: Released) -> None:
        super().__init__()
        self._span = span
        self._made = made
        self._released = released
        self._busy = False

    def compose(self) -> ComposeResult:
        with Pane("", "To an editor"), VerticalScroll():
            yield Static(id="send-left-out", classes="left-out")
            yield Static(id="send-text")

    def on_mount(self) -> None:
        pane = self.query_one(Pane)
        pane.show_keys([(self.desk.key_of("ask.take"), "copy it"), *self.desk.keys_of("ask.leave")])
        self.query_one(VerticalScroll).focus()
        self._show()

    def _show(self) -> None:
        pane, left_out = self.query_one(Pane), self.query_one("#send-left-out", Static)
        pane.count = f"{self._made.count} {'line' if self._made.count == 1 else 'lines'}"
        left_out.update(text.said(self._made.left_out))
        left_out.display = bool(self._made.left_out)
        self.query_one("#send-text", Static).update(text.said(self._released.text))

    def action_take(self) -> None:
        """Copy it, if it is still what may be sent; else show what is."""
        if self._busy:
            return
        self._busy = True
        app, shown = self.desk, self._released
        around, clear_after = copying.around_of(app), app.session.config.clipboard.clear_after
        store = app.session.store

        def work() -> CopyResult | ChangedText:
            made = _make(app, self._span)
            if not _same(made, shown):
                return made
            return copy_changed(store, made, shown, around, clear_after=clear_after)

        app.in_background("copying what changed", work, self._done, failed=self._not_copied)

    def _not_copied(self, error: DeskError) -> None:
        """Nothing was handed over; it can be tried again."""
        self._busy = False
        self.desk.say_error(error)

    def _done(self, went: CopyResult | ChangedText) -> None:
        self._busy = False
        if isinstance(went, CopyResult):
            self.dismiss(None)
            copying.say(self.desk, went, shown=f"What changed, {self._made.count} lines")
        elif isinstance(went.released, Refusal):
            self.dismiss(None)
            text.notice(self.desk, f"Not copied. {went.released}", "warning", seconds=8)
        else:
            self._made, self._released = went, went.released
            self._show()
            text.notice(self.desk, "Not copied: it is another text now. Look at it again.", "warning", seconds=8)

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)


def _same(made: ChangedText, shown: Released) -> bool:
    """Return True if the text is as it was shown but for the moment it was made, which stands in its first line."""
    released = made.released
    return isinstance(released, Released) and released.text.split("\n")[1:] == shown.text.split("\n")[1:]
