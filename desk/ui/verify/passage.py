"""The passage's side of the verify screen: how a passage comes in, and that it is compared after every change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from desk.app import verifying
from desk.app.importing import bulk_verify
from desk.app.importing.doubts import SpokenText
from desk.app.session import Session
from desk.app.verifying import Laid
from desk.model.errors import DeskError
from desk.model.records import QuoteRecord, Source
from desk.model.wording.compare import Kind
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.verify import lines as verify_lines
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.passage import PassageArea

if TYPE_CHECKING:
    pass


class PassagePane(Pane, OnDesk):
    """Holds the passage and what the comparison found. Posts `Compared` when a comparison begins and when it is done."""

    DEFAULT_CSS = """
    PassagePane {
        padding: 0 1;

        & > #verify-passage-said {
            height: auto;
            max-height: 40%;
        }
    }
    """

    @dataclass
    class Compared(Message):
        """The passage or what is known of it is another. `locator` is where it stands, if it was found in a file."""

        locator: str = ""

    def __init__(self, session: Session, record: QuoteRecord) -> None:
        super().__init__("", "The source's passage", id="verify-passage-pane")
        self._session = session
        self._record = record
        self._source = record.source
        #: The kept file, once it was read.
        self._kept: SpokenText | None = None
        self._shown = ""
        #: The passage beside the quote; None while there is none, or it is being compared.
        self.laid: Laid | None = None
        self.comparing = False

    def compose(self) -> ComposeResult:
        key = self.desk.key_of
        yield PassageArea(
            placeholder=f"{key('verify.paste')} takes it from the clipboard, {key('verify.kept')} finds it in the kept "
            "file, the terminal's own paste works anywhere; or go here with tab and type it.",
            id="verify-passage",
        )
        yield Lines(id="verify-passage-said")

    @property
    def area(self) -> PassageArea:
        """Where it is pasted or typed."""
        return self.query_one(PassageArea)

    def set_source(self, source: Source) -> None:
        """The passage is compared as one of this source's; its kept file is read when asked for."""
        self._source, self._kept = source, None

    def set_record(self, record: QuoteRecord) -> None:
        """The quote is another now."""
        changed = record.quote.words != self._record.quote.words
        self._record = record
        passage = self.area.text
        if changed and passage.strip():
            self._lay_typed(passage)

    def _lay_typed(self, passage: str) -> None:
        words, known = self._record.quote.words, self._session.reading()
        self._lay("comparing", lambda: verifying.lay_typed(passage, words, known()), typed=True)

    # Ways in

    def take_text(self, passage: str) -> None:
        """Take a passage of any length."""
        words, known = self._record.quote.words, self._session.reading()
        self._lay("comparing", lambda: verifying.lay_beside(passage, words, known()))

    def take_clipboard(self) -> None:
        """Take what is on the clipboard."""
        from desk.clipboard import pasted
        from desk.clipboard.machine import clipboard_env

        around = clipboard_env()
        self.desk.in_background("reading the clipboard", lambda: pasted.read(around), self.take_text)

    def find_in_kept(self) -> None:
        """Find the quote in the source's kept file."""
        self._with_kept(self._find_in)

    def pick_from_kept(self) -> None:
        """Let the place in the kept transcript be picked."""
        self._with_kept(self._pick_from)

    def _with_kept(self, then: Callable[[SpokenText], None]) -> None:
        source, store = self._source, self._session.store
        if source is None or not source.sha256:
            what = f"No copy of {source.code} is kept" if source is not None else "It is not said from which source"
            key = self.desk.key_of("verify.keep" if source is not None else "verify.source")
            remedy = "keeps one" if source is not None else "says which"
            text.notice(self.app, f"{what}; {key} {remedy}.", "warning")
        elif self._kept is not None:
            then(self._kept)
        else:
            self.desk.in_background("reading the kept file", lambda: bulk_verify.spoken(store, source), then)

    def _find_in(self, text: SpokenText) -> None:
        self._kept, record = text, self._record
        self._lay("finding the quote", lambda: verifying.lay_kept(text, record))

    def _pick_from(self, text: SpokenText) -> None:
        from desk.ui.dialogs.pick import Choice, PickScreen

        self._kept, words = text, self._record.quote.words
        transcript = text.transcript

        def picked(index: Hashable) -> None:
            if isinstance(index, int):
                self._lay("comparing", lambda: verifying.lay_segment(text, index, words))

        choices = [Choice(at, verifying.segment_line(transcript, at)) for at in range(len(transcript.segments))]
        self.app.push_screen(PickScreen("Where is it said?", choices), picked)

    # Comparing

    def _lay(self, label: str, work: Callable[[], Laid], *, typed: bool = False) -> None:
        """Compare in a thread; a newer comparison takes the place of the one before.

        `typed` says that it is of what stands in the field, so that it is never written over it.
        """
        self.comparing, self.laid = True, None
        self._say()
        self.post_message(self.Compared())
        self.desk.in_background(
            label,
            work,
            lambda laid: self._arrived(laid, typed),
            group="verify-compare",
            failed=self._failed,
            holds=Holds.COMMANDS,
        )

    def _failed(self, error: DeskError) -> None:
        self.comparing = False
        self.post_message(self.Compared())
        self.desk.say_error(error)

    def _arrived(self, laid: Laid, typed: bool) -> None:
        if not self.still_open() or (typed and laid.passage != self.area.text):
            return  # it was typed on: a newer comparison is on its way
        found = laid.comparison
        self.comparing = False
        self.laid = laid if laid.passage.strip() else None
        new = laid.passage != self.area.text
        if new:
            self._shown = laid.passage
            self.area.show(laid.passage)
        self.area.mark(found.pieces if laid.found else (), found.start, found.end)
        if new and laid.found:
            differing = (piece.source_start for piece in found.pieces if piece.kind is not Kind.SAME)
            self.area.go_to(next(differing, found.start))
        self._say()
        self.post_message(self.Compared(laid.locator))

    def _say(self) -> None:
        """What the quote leaves out of the passage, in words."""
        laid = self.laid
        self.query_one("#verify-passage-said", Lines).show(lambda width: verify_lines.passage_side(laid, width))

    @on(PassageArea.Pasted)
    def _pasted(self, event: PassageArea.Pasted) -> None:
        event.stop()
        self.take_text(event.text)

    @on(PassageArea.Changed)
    def _typed(self, event: PassageArea.Changed) -> None:
        event.stop()
        passage = event.text_area.text
        if passage == self._shown:
            return
        self._shown = passage
        self._lay_typed(passage)
