"""The log line and the quote line: one line over the desk, what was understood beneath it, one Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from desk.app.lines.completing import Candidate, complete_log, complete_quote
from desk.app.lines.context import EntryContext, UnknownError
from desk.app.lines.logline import LogDraft, keep_log, parse_log
from desk.app.lines.quoteline import QuoteDraft, keep_quote, parse_quote
from desk.app.session import Session, Store
from desk.model.errors import DeskError, InputError, ReplacedError, StorageError
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.entry.keeping import Keeper, KeptBesideError
from desk.ui.quotes.alike import AlikeLine
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.early import TypedAhead
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.pane import Pane

Draft = LogDraft | QuoteDraft
#: What the file knows, what was kept of the line, and which file that was.
_Read = tuple[EntryContext, dict[str, str], int]
#: Seconds after which it is looked again whether a screen that is left is gone.
_CLOSES = 0.02


@dataclass(frozen=True)
class LineKind:
    """What one line is for. `keep` writes its draft and gives the new row's id."""

    key: str
    title: str
    example: str
    parse: Callable[[str, EntryContext], Draft]
    complete: Callable[[str, int, EntryContext], tuple[Candidate, ...]]
    keep: Callable[[Store, Any], int]
    saved: str


LOG = LineKind(
    "log line",
    "Log a development",
    "SAG wraps early on:fri #session src:S1",
    parse_log,
    complete_log,
    keep_log,
    "logged",
)
QUOTE = LineKind(
    "quote line", "Note a quote", '"We won\'t accept that" @Crabtree-Ireland src:presser', parse_quote, complete_quote,
    keep_quote, "quote noted",
)  # fmt: skip


class OneLineScreen(TypedAhead[int | None], OnDesk):
    """Gives the id of what was kept, or None. What is missing is said while typing, and saved as missing."""

    CSS_PATH = "oneline.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("line")

    def __init__(self, session: Session, kind: LineKind) -> None:
        super().__init__()
        self.session = session
        self._kind = kind
        self._known: EntryContext | None = None
        self._generation = 0
        self._saving = False
        self._restored = ""
        #: What was said beside the work, and what went wrong with the saving, as it stands beside the line.
        self._told = self._wrong = ""
        self._unknown: UnknownError | None = None

    def compose(self) -> ComposeResult:
        with Pane("", self._kind.title):
            yield Entry(
                "",
                complete=self._complete,
                echo=self._echo,
                hint=self._kind.example,
            )
            yield Static(id="line-notes")
            if self._kind is QUOTE:
                yield AlikeLine(self.session)

    def on_mount(self) -> None:
        self._keeper = Keeper(self.desk, self._kind.key)
        self.desk.quiet_for(self)
        self.query_one(Entry).focus()
        self.pour()
        self._show_keys()
        if self.session.turned is not None:
            from desk.ui.timeline.turning import as_of_today

            self.query_one(Pane).subject = as_of_today(self.session)
        self._read(self._arrived)

    def first_line(self) -> Input | None:
        return self.query_one(Entry).line if self.still_open() else None

    def on_unmount(self) -> None:
        self._keeper.close()

    def _read(self, then: Callable[[_Read], None]) -> None:
        known, keeper, store = self.session.reading(), self._keeper, self.session.store

        def read() -> _Read:
            generation = store.generation  # before: what is read then is of this file or of a newer one
            return known(), keeper.kept(), generation

        self.desk.in_background("reading the desk", read, then)

    def _arrived(self, read: _Read) -> None:
        if not self.still_open():
            return
        known, kept, self._generation = read
        self._known = known
        self.can_read()
        entry = self.query_one(Entry)
        before = kept.get("line", "")
        if before and not entry.value:
            self._restored = before
            entry.value = before
        entry.say_again()
        self._say()

    # What was understood

    def _complete(self, line: str, cursor: int) -> Sequence[Completion]:
        if self._known is None:
            return ()
        return [
            Completion(one.text, one.hint, one.label, start=one.start, end=one.end)
            for one in self._kind.complete(line, cursor, self._known)
        ]

    def _draft(self, line: str) -> Draft | None:
        """What the line says so far; None before the desk was read. Raises InputError."""
        return self._kind.parse(line, self._known) if self._known is not None else None

    def _echo(self, line: str) -> Content:
        self._unknown = None
        try:
            draft = self._draft(line)
        except UnknownError as error:
            self._unknown = error
            if self._under_way(line, error):
                return text.said(str(error), text.DIM)
            raise
        except InputError as error:
            if self._under_way(line, error):
                return text.said(str(error), text.DIM)
            raise
        if draft is None:
            return Content("")
        pieces: list[text.Part] = []
        for piece in draft.pieces:
            pieces += [(" · ", text.DIM) if pieces else "", (piece.echo, "$foreground" if piece.given else text.DIM)]
        return text.assemble(*pieces)

    @staticmethod
    def _under_way(line: str, error: InputError) -> bool:
        """Return True if what is wrong may only not be finished yet: it is the last thing typed, or words to come."""
        return error.where in ("words", '"', "“") or line.endswith((error.where, f"{error.where}:"))

    def _say(self) -> None:
        """The second line: what the reporter may not expect, and what can be done."""
        notes = self._notes(self.query_one(Entry).value)
        said = "; ".join(part for part in (self._told, notes) if part)
        self.query_one("#line-notes", Static).update(text.said(said, "$due"))

    def take_notice(self, words: str) -> None:
        """Say it beneath the line, until something is typed; not again what stands beside the line already."""
        if words not in self._wrong:
            self._told = words
            self._say()

    def _notes(self, line: str) -> str:
        if self._restored and line == self._restored:
            return f"kept from before; {self.desk.key_of('line.forget')} throws it away, esc keeps it"
        if self._unknown is not None:
            return f"{self.desk.key_of('line.add')} adds {self._unknown.name}"
        try:
            draft = self._draft(line) if line.strip() else None
        except InputError:
            return ""
        return "; ".join(draft.notes) if draft is not None else ""

    def _show_keys(self) -> None:
        key = self.desk.key_of
        shown = ((key("entry.enter"), "save"), (key("entry.take"), "complete"), (key("line.leave"), "leave"))
        self.query_one(Pane).show_keys(shown)

    @on(Entry.Changed)
    def _changed(self, event: Entry.Changed) -> None:
        self._told = self._wrong = ""
        self._say()
        if event.value != self._restored:
            self._restored = ""
        self._keeper.typed({"line": event.value})
        self._look_for_the_same(event.value)

    def _look_for_the_same(self, line: str) -> None:
        """A quote that the bank has already is said before it is there twice."""
        for alike in self.query(AlikeLine):
            try:
                draft = self._draft(line) if line.strip() else None
            except InputError:
                continue
            alike.ask(draft.quote.words if isinstance(draft, QuoteDraft) else "")

    # Saving

    @on(Entry.Submitted)
    async def _submitted(self, event: Entry.Submitted) -> None:
        entry = self.query_one(Entry)
        await self.until_read()
        if self._saving or self._known is None:
            return
        if not event.value.strip():
            self.action_leave()
            return
        try:
            draft = self._kind.parse(event.value, self._known)
        except InputError as error:
            entry.wrong(str(error))
            return
        needed = next((one.what for one in draft.missing if one.needed), "")
        if needed:
            entry.wrong(f"the {needed} is missing: @ and a name")
            return
        self._save(draft)

    def _save(self, draft: Draft) -> None:
        self._saving = True
        store, keep, keeper, parse = self.session.store, self._kind.keep, self._keeper, self._kind.parse
        line, read_known, generation = self.query_one(Entry).value, self.session.reading(), self._generation

        def write(understood: Draft, generation: int) -> int:
            with store.transaction():
                store.see_same(generation)
                row_id = keep(store, understood)
                keeper.forget()
            return row_id

        def work() -> int:
            try:
                return write(draft, generation)
            except ReplacedError:
                keeper.not_saved()
                # Who and what the line names may be other rows in the file that is there now.
                generation_now = store.generation
                understood = parse(line, read_known())
                if [one.what for one in understood.missing] != [one.what for one in draft.missing]:
                    raise
                return write(understood, generation_now)

        self.desk.change(self._kind.saved, work, self._saved, failed=self._failed)

    def _saved(self, row_id: int) -> None:
        self._keeper.close()
        self.dismiss(row_id)

    def _failed(self, error: DeskError) -> None:
        self._saving = False
        self._keeper.not_saved()
        self._keeper.now()
        # The path of the desk's file would leave no room on the line for what is wrong with it.
        self._wrong = str(error) if not isinstance(error, StorageError) else f"{error.what}. {error.remedy}"
        self.query_one(Entry).wrong(self._wrong)
        if self._told and self._told in self._wrong:
            self._told = ""
            self._say()

    # Leaving, and adding what is not known

    def action_leave(self) -> None:
        """Leave. What was typed is kept for the next time."""
        line = self.query_one(Entry).value
        if line.strip():
            self._keeper.typed({"line": line})
            self._keep_left(line)
        else:
            self._keeper.throw_away()
        self.dismiss(None)

    def _keep_left(self, line: str) -> None:
        """Keep the line that is left, and say so once that is true; where it cannot be kept, the words are told."""
        app, keeper = self.desk, self._keeper

        def say(words: str, severity: text.Severity, seconds: float) -> None:
            if self in app.screen_stack:  # said to a screen that closes, it would not be seen
                app.set_timer(_CLOSES, lambda: say(words, severity, seconds))
            else:
                text.notice(app, words, severity, seconds=seconds)

        def kept(_: None) -> None:
            say("The line is kept; it is there when you come back.", "information", 3)

        def failed(error: DeskError) -> None:
            beside = isinstance(error, KeptBesideError)
            say(str(error) if beside else f"{error} The line was: {line}", "error", 60)

        app.in_background("keeping the line", keeper.keep, kept, failed=failed)

    def action_forget(self) -> None:
        """Throw away the line that was kept from before."""
        entry = self.query_one(Entry)
        if self._restored and entry.value == self._restored:
            self._restored = ""
            self._keeper.start_again()
            entry.value = ""

    def action_add_unknown(self) -> None:
        """Add the person, party, source, issue or talks that the line names and the desk does not know."""
        if (error := self._unknown) is None:
            return
        from desk.app.forms.forms import to_add

        kind, preset = to_add(error)
        self.app.push_screen(route("form")(self.session, kind, preset=preset), self._added)

    def _added(self, row_id: int | None) -> None:
        if row_id is not None:
            self._read(self._arrived)
