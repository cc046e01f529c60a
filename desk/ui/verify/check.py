"""The check's side of the verify screen: against which source, of what kind, where it stands, and why the sense is kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from desk.app import verifying
from desk.app.session import Session
from desk.app.verifying import Copy, Laid, Opened
from desk.model.enums import plain
from desk.model.quotes.verification_blocker import Check, kinds_for, machine_transcript, risks_of
from desk.model.records import Source
from desk.ui.base import OnDesk
from desk.ui.verify import lines as verify_lines
from desk.ui.widgets import text
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.lines import Lines

if TYPE_CHECKING:
    pass

#: What is compared: the quote's words and the passage.
Beside = tuple[str, str]


class CheckPart(Vertical, OnDesk):
    """Holds what the reporter says of the check. Posts `Changed` when that is another."""

    class Changed(Message):
        """The source, the kind, the locator, the note or what is known of the kept copy is another."""

    def __init__(self, session: Session, opened: Opened, kept: Mapping[str, str]) -> None:
        """`kept` is what was typed here before and not passed."""
        super().__init__(id="verify-check")
        self._session = session
        self._sources = {source.id: source for source in opened.sources}
        self.source: Source | None = opened.record.source
        #: How it is with the source's kept copy.
        self.copy: Copy = opened.copy
        self._kind = kinds_for(self.source)[0]
        self._listened = False
        #: Why the sense is kept, and beside what that was said: it holds for no other words.
        self._note, self._noted_of = kept.get("note", ""), (opened.record.quote.words, kept.get("passage", ""))
        self._where = kept.get("locator") or opened.record.quote.locator

    def compose(self) -> ComposeResult:
        yield Lines(id="verify-facts")
        yield Entry("where", self._where, placeholder="timecode, page, paragraph", id="verify-locator")

    @property
    def locator(self) -> Entry:
        """Where in the source it stands."""
        return self.query_one(Entry)

    def check(self, laid: Laid | None, beside: Beside) -> Check:
        """The check as it would be written down for this comparison."""
        return Check(
            kind=self._kind,
            source=self.source,
            comparison=laid.comparison if laid is not None else None,
            locator=self.locator.value,
            listened=self._listened and machine_transcript(self.source),
            note=self.note(beside) if laid is not None else "",
        )

    def note(self, beside: Beside) -> str:
        """Why the sense is kept, as far as that was said of these words."""
        return self._note if beside == self._noted_of else ""

    def show(self, check: Check, notes: Sequence[str]) -> None:
        """Show what the check is, and what the reporter should know of it."""
        copy, key = self.copy, self.desk.key_of
        self.query_one(Lines).show(lambda width: verify_lines.check_lines(check, copy, notes, width, key))

    def next_kind(self) -> None:
        """The next kind of check that fits the source."""
        kinds = kinds_for(self.source)
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self.post_message(self.Changed())

    def listened(self) -> None:
        """The reporter listened at the timecode, or did not."""
        if machine_transcript(self.source):
            self._listened = not self._listened
            self.post_message(self.Changed())

    def ask_source(self, then: Callable[[Source], None]) -> None:
        """Ask with which source it is compared."""
        from desk.ui.dialogs.pick import Choice, PickScreen

        choices = [
            Choice(
                key,
                f"{source.code} {source.title if not source.confidential else ''}".strip(),
                f"{plain(source.kind)}, {source.tier}",
            )
            for key, source in self._sources.items()
        ]
        chosen = self.source.id if self.source is not None else None

        def picked(key: Hashable) -> None:
            source = self._sources.get(key) if isinstance(key, int) else None
            if source is not None:
                then(source)

        self.app.push_screen(PickScreen("Compare with which source?", choices, chosen=chosen), picked)

    def take_source(self, source: Source) -> None:
        """It is compared with this source; how it is with its kept copy is looked up."""
        if self.source is None or source.id != self.source.id:
            self._kind, self._listened = kinds_for(source)[0], False
        self.source, self.copy = source, Copy.NONE
        self._sources[source.id] = source
        store = self._session.store
        self.desk.in_background(
            "checking the kept copy", lambda: verifying.check_copy(store, source), self._copy_checked
        )
        self.post_message(self.Changed())

    def _copy_checked(self, copy: Copy) -> None:
        if self.still_open():
            self.copy = copy
            self.post_message(self.Changed())

    def ask_note(self, laid: Laid | None, beside: Beside) -> None:
        """Have it written down why the sense is kept, where a cut or an insertion may turn it."""
        from desk.ui.dialogs.ask import AskScreen

        if laid is None or not (risks := risks_of(laid.comparison)):
            text.notice(self.app, "No cut and no insertion here needs a note.", "warning")
            return

        def noted(note: str | None) -> None:
            if note is not None:
                self._note, self._noted_of = note, beside
                self.post_message(self.Changed())

        hint = f"{risks[0]} It is kept with the check."
        self.app.push_screen(AskScreen("Why is the sense kept?", value=self.note(beside), hint=hint), noted)

    @on(Entry.Changed)
    def _locator_typed(self, event: Entry.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
