"""Verify: the source's passage beside the quote, the words that differ marked in both, and one key to pass."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from desk.model.passing import Check, kinds_for, machine_transcript, risks_of, taken_over
from desk.model.records import QuoteRecord, Source
from desk.model.words import plain
from desk.store.evidence import Copy
from desk.store.store import Changed
from desk.ui import keys, verifying
from desk.ui.screens import verify_lines
from desk.ui.screens.footer import Footer
from desk.ui.screens.verify_passage import PassagePane
from desk.ui.session import Session
from desk.ui.stillopen import still_open
from desk.ui.verifying import Opened
from desk.ui.widgets import text
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane, keys_line

if TYPE_CHECKING:
    from desk.ui.app import DeskApp

#: Seconds without a key after which what stands in the fields is kept.
_KEEP_AFTER = 0.8
_TABLES = frozenset({"quote", "quote_speaker", "verification", "terms", "source"})


def open_verify(app: DeskApp, quote_id: int) -> None:
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


class VerifyScreen(Screen[None]):
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
        self._sources = {source.id: source for source in opened.sources}
        self._source: Source | None = opened.record.source
        self._copy: Copy = opened.copy
        self._kind = kinds_for(self._source)[0]
        self._listened = False
        #: Why the sense is kept, and beside which words and passage that was said: it holds for no others.
        self._note, self._noted_of = kept.get("note", ""), (opened.record.quote.words, kept.get("passage", ""))
        self._kept = kept
        self._keeping: Timer | None = None
        #: What was said of why it cannot pass.
        self._refused = ""

    def compose(self) -> ComposeResult:
        with Horizontal(id="verify-texts"):
            yield PassagePane(self.session, self._record.quote.words, self._source)
            with Pane("", "The quote", id="verify-quote-pane"), VerticalScroll(id="verify-quote", can_focus=False):
                yield Lines(id="verify-words")
        with Vertical(id="verify-check"):
            yield Lines(id="verify-facts")
            where = self._kept.get("locator") or self._record.quote.locator
            yield Entry("where", where, placeholder="timecode, page, paragraph", id="verify-locator")
        yield Verdict(markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._end = self.session.listen_to_store(self._stored)
        self.query_one(Verdict).focus()
        if passage := self._kept.get("passage", ""):
            self._pane.take_text(passage)
        self._show()

    def on_unmount(self) -> None:
        self._end()

    @property
    def _desk(self) -> DeskApp:
        return cast("DeskApp", self.app)

    @property
    def _quote_id(self) -> int:
        assert self._record.quote.id is not None
        return self._record.quote.id

    @property
    def _pane(self) -> PassagePane:
        return self.query_one(PassagePane)

    @property
    def _locator(self) -> Entry:
        return self.query_one("#verify-locator", Entry)

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
            self._locator.value = event.locator
        self._show()
        self._keep_soon()

    @on(Entry.Changed)
    def _locator_typed(self) -> None:
        self._show()
        self._keep_soon()

    @on(Entry.Submitted)
    def _locator_done(self) -> None:
        self.query_one(Verdict).focus()

    # What the check is

    def _check(self) -> Check:
        laid = self._pane.laid
        return Check(
            kind=self._kind,
            source=self._source,
            comparison=laid.comparison if laid is not None else None,
            locator=self._locator.value,
            listened=self._listened and machine_transcript(self._source),
            note=self._note if laid is not None and self._beside == self._noted_of else "",
        )

    @property
    def _beside(self) -> tuple[str, str]:
        """What is compared: the quote's words and the passage."""
        return self._record.quote.words, self._pane.area.text

    def action_kind(self) -> None:
        """The next kind of check that fits the source."""
        kinds = kinds_for(self._source)
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._show()

    def action_listened(self) -> None:
        """The reporter listened at the timecode, or did not."""
        if machine_transcript(self._source):
            self._listened = not self._listened
            self._show()

    def action_source(self) -> None:
        """Compare with another source."""
        from desk.ui.screens.pick import Choice, PickScreen

        choices = [
            Choice(key, f"{source.code} {source.title}".strip(), f"{plain(source.kind)}, {source.tier}")
            for key, source in self._sources.items()
        ]
        chosen = self._source.id if self._source is not None else None

        def picked(key: Hashable) -> None:
            source = self._sources.get(key) if isinstance(key, int) else None
            if source is not None:
                self._take_source(source)

        self.app.push_screen(PickScreen("Compare with which source?", choices, chosen=chosen), picked)

    def _take_source(self, source: Source) -> None:
        if self._source is None or source.id != self._source.id:
            self._kind, self._listened = kinds_for(source)[0], False
        self._source, self._copy = source, Copy.NONE
        self._sources[source.id] = source
        self._pane.set_source(source)
        store = self.session.store
        self._desk.in_background(
            "checking the kept copy", lambda: verifying.check_copy(store, source), self._copy_checked
        )
        self._show()

    def _copy_checked(self, copy: Copy) -> None:
        if still_open(self):
            self._copy = copy
            self._show()

    def action_keep(self) -> None:
        """Keep a copy of a file as the source's evidence."""
        from desk.ui.keepfile import ask_file

        source = self._source
        if source is None or source.id is None:
            text.notice(self.app, f"Say first which source it is: {self._desk.key_of('verify.source')}.", "warning")
        else:
            ask_file(self._desk, source.id, source.code, self._take_source)

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
        store, quote_id, source = self.session.store, self._quote_id, check.source

        def work() -> None:
            store.quotes.verify(
                quote_id,
                check.kind,
                source_id=source.id,
                passage=laid.passage if laid is not None else "",
                locator=check.locator,
                listened=check.listened,
                note=check.note,
            )
            store.settings.forget_form(_form(quote_id))

        self._stop_keeping()
        self._desk.change(f"compared with {source.code}", work, lambda _: self._leave())

    def action_note(self) -> None:
        """Write down why the sense is kept, where a cut or an insertion may turn it."""
        from desk.ui.screens.ask import AskScreen

        laid, beside = self._pane.laid, self._beside
        if laid is None or not (risks := risks_of(laid.comparison)):
            text.notice(self.app, "No cut and no insertion here needs a note.", "warning")
            return

        def noted(note: str | None) -> None:
            if note is not None:
                self._note, self._noted_of = note, beside
                self._show()
                self._keep_soon()

        standing = self._note if beside == self._noted_of else ""
        self.app.push_screen(
            AskScreen("Why is the sense kept?", value=standing, hint=f"{risks[0]} It is kept with the check."), noted
        )

    def action_take_over(self) -> None:
        """Put the passage's words into the quote."""
        laid, quote = self._pane.laid, self._record.quote
        words = taken_over(quote.words, laid.passage, laid.comparison) if laid is not None else ""
        if laid is None or laid.comparison.word_for_word or not words:
            text.notice(self.app, "There is no difference to take over.", "warning")
            return
        store = self.session.store

        self._desk.change("the quote has the passage's words", lambda: store.quotes.edit(replace(quote, words=words)))

    def action_dispute(self) -> None:
        """Mark the quote disputed, or settle it."""
        from desk.ui.disputing import ask_dispute

        ask_dispute(self._desk, self._record)

    def _stored(self, changed: Changed) -> None:
        """The quote may be another now, by this screen, by undo, or by another desk."""
        if changed.foreign or changed.tables & _TABLES:
            store, quote_id = self.session.store, self._quote_id
            self._desk.in_background(
                "reading the quote", lambda: store.quotes.record(quote_id), self._read_again, group="verify-record"
            )

    def _read_again(self, record: QuoteRecord) -> None:
        if still_open(self):
            changed = record.quote.words != self._record.quote.words
            self._record = record
            if changed:
                self._pane.set_words(record.quote.words)
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
            self.dismiss(None)

    # Kept as far as it is filled in

    def _keep_soon(self) -> None:
        self._stop_keeping()
        self._keeping = self.set_timer(_KEEP_AFTER, self._keep)

    def _stop_keeping(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None

    def _keep(self) -> None:
        passage = self._pane.area.text
        note = self._note if self._beside == self._noted_of else ""
        fields = {"passage": passage, "locator": self._locator.value, "note": note}
        store, form = self.session.store, _form(self._quote_id)
        if passage.strip():
            self._desk.in_background("keeping what is typed", lambda: store.settings.keep_form(form, fields))

    # Showing

    def _show(self) -> None:
        record, check, copy = self._record, self._check(), self._copy
        laid, busy = self._pane.laid, self._pane.comparing
        named, naming = self.session.names_shown(self._quote_id), self.session.config.labels.of
        self._pane.subject = verify_lines.subject(self._source, laid)
        self.query_one("#verify-quote-pane", Pane).subject = str(self._quote_id)
        self.query_one("#verify-words", Lines).show(
            lambda width: verify_lines.quote_side(record, laid, width, named=named, naming=naming)
        )
        notes = verifying.warnings(record, laid, self._source, copy)
        self.query_one("#verify-facts", Lines).show(
            lambda width: verify_lines.check_lines(check, copy, notes, width, self._desk.key_of)
        )
        can, sentence = verifying.verdict(record, check, laid)
        if self._refused and self._refused != sentence:
            self._desk.take_back_notice(self._refused)
            self._refused = ""
        button = self.query_one(Verdict)
        button.set_class(can and not busy, "-yes")
        button.set_class(not can and laid is not None, "-no")
        button.update(verify_lines.verdict(can, sentence, busy))
        differs = laid is not None and laid.found and not laid.comparison.word_for_word
        noted = not busy and verifying.note_is_missing(record, check)
        self.query_one(Footer).show_here(self._footer(can and not busy, differs, noted))

    def _footer(self, can: bool, differs: bool, noted: bool) -> text.Part:
        key = self._desk.key_of
        shown = [("↵", "pass")] if can else [("↵", "say why the sense is kept")] if noted else []
        if differs:
            shown += [(key("verify.take_over"), "take over"), (key("verify.dispute"), "dispute")]
        shown += [(key("verify.paste"), "paste"), (key("verify.kept"), "kept file"), (key("verify.segment"), "pick")]
        shown += [("tab", "fields"), (key("verify.leave"), "leave")]
        return keys_line(shown)
