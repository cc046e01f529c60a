"""The draft: its text as it is, a sign in the margin for each thing found, and the one under the cursor explained."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from desk.app.drafts import story_draft
from desk.app.drafts.file import Draft
from desk.app.drafts.findings import Finding, Report
from desk.app.drafts.story_draft import Looked, Stamp, Stop
from desk.app.session import Changed, Chosen, Session
from desk.model.errors import DeskError
from desk.model.records import Story
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.draft.file import ask_for
from desk.ui.draft.lines import SIGNS, explained
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.marked_text import MarkedPart, MarkedText
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: Seconds between two looks whether the file was saved, and between two words of how far a look is.
_ASK, _TELL = 1.0, 0.2
_TABLES = frozenset(
    {"quote", "quote_speaker", "verification", "terms", "embargo", "source", "person", "party", "story"}
)


def open_draft(app: Desk, story_id: int) -> None:
    """Check a story's draft; where the desk does not know its file yet, ask for it, once."""
    store = app.session.store

    def show(story: Story) -> None:
        app.push_screen(DraftScreen(app.session, story))

    def opened(story: Story) -> None:
        if story.draft:
            show(story)
        else:
            ask_for(app, story, show)

    app.in_background("reading the story", lambda: store.stories.get(story_id), opened)


class DraftScreen(Screen[None], OnDesk):
    """Reads the draft and what the bank says of it, in threads; again after each save, and each change of the bank."""

    CSS_PATH = "draft.tcss"
    SCOPE = "draft"
    ANYWHERE = True
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("draft")

    @dataclass
    class HowFar(Message):
        """How many quotations were looked at."""

        done: int
        whole: int

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__()
        self.session = session
        self._story = story
        self._report: Report | None = None
        self._stamp: Stamp = None
        self._at: int | None = None
        self._look: Stop | None = None
        self._asking = False
        self._trouble = ""

    def compose(self) -> ComposeResult:
        with Pane("", "Draft", id="draft-pane"):
            yield MarkedText(id="draft-text")
        with Pane("", "Found", id="draft-found"):
            yield Lines(id="draft-lines")
        yield Footer()

    def on_mount(self) -> None:
        self.follow(stored=self._stored, chosen=self._chosen)
        self._pane.subject = self._story.slug
        self._pane.show_keys(
            [(key, act.label) for act in keys.of("draft") if (key := self.desk.key_of(act.id)) and act.shown]
        )
        self._text.focus()
        self._tell("reading …")
        self.desk.in_background(
            "reading the draft", lambda: story_draft.read(self._path), self._first, failed=self._failed
        )
        self.set_interval(_ASK, self._ask)

    def on_unmount(self) -> None:
        if self._look is not None:
            self._look.stopped = True

    @property
    def _path(self) -> Path:
        return Path(self._story.draft).expanduser()

    @property
    def _pane(self) -> Pane:
        return self.query_one("#draft-pane", Pane)

    @property
    def _text(self) -> MarkedText:
        return self.query_one(MarkedText)

    # Reading and looking

    def _first(self, read: tuple[Draft, Stamp]) -> None:
        """The text is seen at once, before anything is looked up."""
        if self.still_open():
            draft, self._stamp = read
            self._text.show(draft.text, draft.lines(), ())
            self._look_again()

    def _look_again(self) -> None:
        """Read the file and look it through; a look that is under way comes to nothing."""
        bank, session = self.session.bank, self.session
        if bank is None:
            self._tell("the quotes are still being read")
            return
        if self._look is not None:
            self._look.stopped = True
        told = [0.0]

        def tell(done: int, whole: int) -> None:
            if time.monotonic() - told[0] > _TELL:
                told[0] = time.monotonic()
                self.post_message(self.HowFar(done, whole))

        look = self._look = Stop(tell)
        store, path, talks = session.store, self._path, self._story.negotiation_id
        now, today = session.gate_now(), session.today()

        def work() -> Looked:
            draft, stamp = story_draft.read(path)
            report = story_draft.look_through(draft, store, bank, now=now, today=today, talks=talks, progress=look)
            return Looked(report, stamp)

        def failed(error: DeskError) -> None:
            if not look.stopped:
                self._failed(error)

        self.desk.in_background(
            "looking through the draft", work, self._arrived, failed=failed, group="draft", holds=Holds.COMMANDS
        )

    @on(HowFar)
    def _how_far(self, event: HowFar) -> None:
        if self._look is not None:
            self._pane.count = f"{event.done:,} of {event.whole:,} quotations"

    def _failed(self, error: DeskError) -> None:
        """What cannot be read is said; what was read before stays."""
        if self.still_open():
            self._look = None
            self._trouble = str(error)
            self._show()

    def _arrived(self, looked: Looked) -> None:
        if not self.still_open():
            return
        before = self._finding
        report = looked.report
        self._look, self._report, self._stamp, self._trouble = None, report, looked.stamp, ""
        parts = [MarkedPart(one.start, one.end, *SIGNS[one.sort][:2]) for one in report.findings]
        self._text.show(report.draft.text, report.draft.lines(), parts)
        self._at = _same(report, before)
        self._text.look_at(self._at)
        self._show()

    def _stored(self, changed: Changed) -> None:
        if changed.foreign or changed.tables & _TABLES:
            self._look_again()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.BANK:
            self._look_again()

    def _ask(self) -> None:
        """Ask whether the file was saved since; in a thread, since it may lie on a disk that is slow to answer."""
        if not self._asking:
            self._asking = True
            path = self._path
            self.desk.in_background(
                "asking for the draft", lambda: story_draft.stamp_of(path), self._asked, holds=Holds.NOTHING
            )

    def _asked(self, stamp: Stamp) -> None:
        self._asking = False
        if self.still_open() and stamp is not None and stamp != self._stamp:
            self._stamp = stamp
            self._look_again()
        elif self.still_open() and stamp is None and self._stamp is not None:
            self._stamp = None
            self._trouble = f"{self._path} is not there any more; what it was stays here."
            self._show()

    # Showing

    @property
    def _finding(self) -> Finding | None:
        if self._report is None or self._at is None:
            return None
        return self._report.findings[self._at]

    def _tell(self, words: str) -> None:
        self.query_one("#draft-lines", Lines).show(lambda width: text.wrap((words, text.DIM), width))

    def _show(self) -> None:
        """The finding under the cursor, and how many there are."""
        report, at = self._report, self._at
        if report is not None:
            found = len(report.findings)
            self._pane.count = f"{(at or 0) + 1 if found else 0} of {found} · {report.wrong} to be seen to"
        opens = self.desk.key_of("draft.open")

        def draw(width: int) -> list[Content]:
            lines = text.wrap((self._trouble, "$due"), width) if self._trouble else []
            if report is not None and at is not None:
                return [*lines, *explained(report, at, width, opens=opens)]
            if report is not None:
                lines.append(text.said(f"Nothing to be seen to. Read: {report.read}.", text.DIM))
            return lines

        self.query_one("#draft-lines", Lines).show(draw)

    # Keys

    def action_step(self, by: int) -> None:
        """The next finding, or the one before."""
        if self._report is not None and self._report.findings:
            at = self._at if self._at is not None else -1
            self._go(min(max(at + by, 0), len(self._report.findings) - 1))

    def action_wrong(self, by: int) -> None:
        """The next finding that is to be seen to, or the one before."""
        findings = self._report.findings if self._report is not None else ()
        at = self._at if self._at is not None else -1
        order = range(at + 1, len(findings)) if by > 0 else range(at - 1, -1, -1)
        number = next((number for number in order if findings[number].wrong), None)
        if number is None:
            text.notice(self.app, "None after this one." if by > 0 else "None before this one.", seconds=2)
        else:
            self._go(number)

    def action_scroll(self, pages: int) -> None:
        """Move through the text by a page; the cursor stays where it is."""
        self._text.scroll_relative(y=pages * max(1, self._text.size.height - 1), animate=False)

    @on(MarkedText.Picked)
    def _picked(self, event: MarkedText.Picked) -> None:
        self._go(event.number)

    def _go(self, number: int) -> None:
        self._at = number
        self._text.look_at(number)
        self._show()

    def action_open(self) -> None:
        """Open the bank's quote."""
        finding = self._finding
        if finding is not None and finding.quote_id is not None:
            self.app.push_screen(route("quote")(self.session, finding.quote_id))
        elif finding is not None:
            text.notice(self.app, "There is no quote of the bank to open here.", seconds=3)

    def action_file(self) -> None:
        """The draft is in another file."""

        def taken(story: Story) -> None:
            self._story, self._report, self._at, self._stamp = story, None, None, None
            self._look_again()

        ask_for(self.desk, self._story, taken)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)


def _same(report: Report, before: Finding | None) -> int | None:
    """Which finding is the one that was looked at, in a draft that was saved since: the same words, else the nearest."""
    if not report.findings:
        return None
    if before is None:
        return next((number for number, one in enumerate(report.findings) if one.wrong), 0)

    def apart(number: int) -> tuple[bool, bool, int]:
        one = report.findings[number]
        return one.words != before.words, one.sort is not before.sort, abs(one.start - before.start)

    return min(range(len(report.findings)), key=apart)
