"""Verify: the source's passage beside the quote, the words that differ marked in both, and one key to pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from desk.app import verifying
from desk.app.session import Changed, Session
from desk.app.verifying import Opened
from desk.model.errors import DeskError
from desk.model.quotes.verification_blocker import Check, taken_over
from desk.model.records import QuoteRecord, Source
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.entry.keeping import Keeper
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.routes import route
from desk.ui.verify import lines as verify_lines
from desk.ui.verify.check import Beside, CheckPart
from desk.ui.verify.passage import PassagePane
from desk.ui.widgets import text
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane, keys_line

if TYPE_CHECKING:
    from desk.ui.base import Desk

_TABLES = frozenset({"quote", "quote_speaker", "verification", "terms", "source"})


def open_verify(app: Desk, quote_id: int) -> None:
    """Compare a quote with its source."""
    store = app.session.store

    def read() -> tuple[Opened, dict[str, str]]:
        return verifying.open_quote(store, quote_id), store.settings.kept_form(_form(quote_id))

    def show(found: tuple[Opened, dict[str, str]]) -> None:
        app.push_screen(VerifyScreen(app.session, *found))

    app.in_background("reading the quote", read, show)


def _form(quote_id: int) -> str:
    return f"verify {quote_id}"


class Verdict(Static, can_focus=True):
    """The button: what stands in the way, or what passing will mean."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "press", "pass", show=False, id="verify.press")]

    class Pressed(Message):
        """Enter, or a click."""

    def action_press(self) -> None:
        """Pass, where that can be."""
        self.post_message(self.Pressed())

    def on_click(self) -> None:
        self.post_message(self.Pressed())


class VerifyScreen(Screen[None], OnDesk):
    """Opens with the focus on the button, so that a passage on the clipboard is compared and passed with two keys."""

    CSS_PATH = "verify.tcss"
    #: Whose keys the help shows first.
    SCOPE = "verify"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("verify")
    #: The app's own actions work here: what was taken over can be undone.
    ANYWHERE = True

    def __init__(self, session: Session, opened: Opened, kept: dict[str, str]) -> None:
        """`kept` is what was typed here before and not passed."""
        super().__init__()
        self.session = session
        self._record: QuoteRecord = opened.record
        self._check_part = CheckPart(session, opened, kept)
        self._kept = kept
        #: What was said of why it cannot pass.
        self._refused = ""

    def compose(self) -> ComposeResult:
        with Horizontal(id="verify-texts"):
            yield PassagePane(self.session, self._record)
            with Pane("", "The quote", id="verify-quote-pane"), VerticalScroll(id="verify-quote", can_focus=False):
                yield Lines(id="verify-words")
        yield self._check_part
        yield Verdict(markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._keeper = Keeper(self.desk, _form(self._quote_id))
        self.follow(stored=self._stored)
        self.query_one(Verdict).focus()
        if passage := self._kept.get("passage", ""):
            self._pane.take_text(passage)
        self._show()

    def on_unmount(self) -> None:
        self._keeper.close()

    @property
    def _quote_id(self) -> int:
        assert self._record.quote.id is not None
        return self._record.quote.id

    @property
    def _pane(self) -> PassagePane:
        return self.query_one(PassagePane)

    @property
    def _beside(self) -> Beside:
        return self._record.quote.words, self._pane.area.text

    def _check(self) -> Check:
        return self._check_part.check(self._pane.laid, self._beside)

    # The passage

    def on_paste(self, event: events.Paste) -> None:
        """The terminal's own key pastes into the passage wherever the focus is."""
        event.stop()
        self._pane.take_text(event.text)

    def action_paste(self) -> None:
        """Take the passage from the clipboard."""
        self._pane.take_clipboard()

    def action_kept(self) -> None:
        """Find the quote in the source's kept file."""
        self._pane.find_in_kept()

    def action_segment(self) -> None:
        """Pick the place in the kept transcript."""
        self._pane.pick_from_kept()

    @on(PassagePane.Compared)
    def _compared(self, event: PassagePane.Compared) -> None:
        if event.locator:
            self._check_part.locator.value = event.locator
        self._changed()

    @on(Entry.Submitted)
    def _locator_done(self) -> None:
        self.query_one(Verdict).focus()

    # What the check is

    @on(CheckPart.Changed)
    def _changed(self) -> None:
        self._show()
        self._keep_typed()

    def action_kind(self) -> None:
        """The next kind of check that fits the source."""
        self._check_part.next_kind()

    def action_listened(self) -> None:
        """The reporter listened at the timecode, or did not."""
        self._check_part.listened()

    def action_source(self) -> None:
        """Compare with another source."""
        self._check_part.ask_source(self._take_source)

    def _take_source(self, source: Source) -> None:
        self._pane.set_source(source)
        self._check_part.take_source(source)

    def action_note(self) -> None:
        """Write down why the sense is kept, where a cut or an insertion may turn it."""
        self._check_part.ask_note(self._pane.laid, self._beside)

    def action_keep(self) -> None:
        """Keep a copy of a file as the source's evidence."""
        source = self._check_part.source
        if source is None or source.id is None:
            text.notice(self.app, f"Say first which source it is: {self.desk.key_of('verify.source')}.", "warning")
        else:
            route("keep_file")(self.desk, source.id, source.code, self._take_source)

    # Passing, taking over, disputing

    @on(Verdict.Pressed)
    def action_passes(self) -> None:
        """Write down that it was compared."""
        check, laid = self._check(), self._pane.laid
        can, why = verifying.verdict(self._record, check, laid)
        if not self._pane.comparing and verifying.note_is_missing(self._record, check):
            self.action_note()
            return
        if self._pane.comparing or not can or check.source is None:
            self._refused = "Still comparing …" if self._pane.comparing else why
            text.notice(self.app, self._refused, "warning")
            return
        store, quote_id, source, keeper = self.session.store, self._quote_id, check.source, self._keeper
        quote = self._record.quote

        def work() -> None:
            with store.transaction():
                store.quotes.verify(
                    quote_id,
                    check.kind,
                    source_id=source.id,
                    passage=laid.passage if laid is not None else "",
                    locator=check.locator,
                    listened=check.listened,
                    note=check.note,
                    began=quote,
                )
                keeper.forget()

        self.desk.change(f"compared with {source.code}", work, lambda _: self._leave(), failed=self._not_passed)

    def _not_passed(self, error: DeskError) -> None:
        self._keeper.not_saved()
        self.desk.say_error(error)

    def action_take_over(self) -> None:
        """Put the passage's words into the quote."""
        laid, quote = self._pane.laid, self._record.quote
        words = taken_over(quote.words, laid.passage, laid.comparison) if laid is not None else ""
        if laid is None or laid.comparison.word_for_word or not words:
            text.notice(self.app, "There is no difference to take over.", "warning")
            return
        store = self.session.store

        self.desk.change(
            "the quote has the passage's words", lambda: store.quotes.edit(replace(quote, words=words), began=quote)
        )

    def action_dispute(self) -> None:
        """Mark the quote disputed, or settle it."""
        route("dispute")(self.desk, self._record)

    def _stored(self, changed: Changed) -> None:
        """The quote may be another now, by this screen, by undo, or by another desk."""
        if changed.foreign or changed.tables & _TABLES:
            store, quote_id = self.session.store, self._quote_id
            self.desk.in_background(
                "reading the quote",
                lambda: store.quotes.record(quote_id),
                self._read_again,
                group="verify-record",
                holds=Holds.COMMANDS,
            )

    def _read_again(self, record: QuoteRecord) -> None:
        if self.still_open():
            self._record = record
            self._pane.set_record(record)
            self._show()

    def action_leave(self) -> None:
        """From a field to the button; from there back to where it was opened."""
        button = self.query_one(Verdict)
        if button.has_focus:
            self._leave()
        else:
            button.focus()

    def _leave(self) -> None:
        if self.is_current:
            self._keeper.now()
            self.dismiss(None)

    def _keep_typed(self) -> None:
        """Keep the passage with what is said of it, so that a crash loses nothing."""
        passage, locator = self._pane.area.text, self._check_part.locator.value
        if passage.strip():
            note = self._check_part.note(self._beside)
            self._keeper.typed({"passage": passage, "locator": locator, "note": note})

    # Showing

    def _show(self) -> None:
        record, check = self._record, self._check()
        laid, busy = self._pane.laid, self._pane.comparing
        named, naming = self.session.names_shown(self._quote_id), self.session.config.labels.of
        self._pane.subject = verify_lines.subject(check.source, laid)
        self.query_one("#verify-quote-pane", Pane).subject = str(self._quote_id)
        self.query_one("#verify-words", Lines).show(
            lambda width: verify_lines.quote_side(record, laid, width, named=named, naming=naming)
        )
        self._check_part.show(check, verifying.warnings(record, laid, check.source, self._check_part.copy))
        can, sentence = verifying.verdict(record, check, laid)
        if self._refused and self._refused != sentence:
            self.desk.take_back_notice(self._refused)
            self._refused = ""
        button = self.query_one(Verdict)
        button.set_class(can and not busy, "-yes")
        button.set_class(not can and laid is not None, "-no")
        button.update(verify_lines.verdict(can, sentence, busy))
        differs = laid is not None and laid.found and not laid.comparison.word_for_word
        noted = not busy and verifying.note_is_missing(record, check)
        self.query_one(Footer).show_here(self._footer(can and not busy, differs, noted))

    def _footer(self, can: bool, differs: bool, noted: bool) -> text.Part:
        key = self.desk.key_of
        shown = [("↵", "pass")] if can else [("↵", "say why the sense is kept")] if noted else []
        if differs:
            shown += [(key("verify.take_over"), "take over"), (key("verify.dispute"), "dispute")]
        shown += [(key("verify.paste"), "paste"), (key("verify.kept"), "kept file"), (key("verify.segment"), "pick")]
        shown += [("tab", "fields"), (key("verify.leave"), "leave")]
        return keys_line(shown)
