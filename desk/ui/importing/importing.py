"""Importing: the form that takes a file, or a statement that was pasted. What would be kept is shown before it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.app.forms.readers import Reader
from desk.app.importing.pasting import KIND, PEOPLE, SOURCE, Pasted, path_in
from desk.app.lines.context import EntryContext
from desk.app.session import Chosen, Session
from desk.model.errors import DeskError, InputError, ReplacedError
from desk.model.text import one_line
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.entry.keeping import Keeper
from desk.ui.importing.fields import date_echo, kind_echo, offered, source_echo, speaker_echo
from desk.ui.importing.file import FileImport
from desk.ui.importing.statement import Statement
from desk.ui.widgets import text
from desk.ui.widgets.area import Area
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.entry import Complete, Entry
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    pass

_LABEL = 16
#: The lines that are not what was found: the frame's two, the fields' thirteen, and two that say what is to be said.
_AROUND = 17
#: What the file knows, what was kept of the form, and which file that was.
_Read = tuple[EntryContext, dict[str, str], int]
_FIELDS = ("text", "source", "kind", "by", "date", "speaker")


class ImportScreen(ModalScreen[None], OnDesk):
    """Takes the path of a file (quotes, or another desk's talks), or text with quotations in it."""

    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("import")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        #: What the desk knows; None until it was read.
        self.known: EntryContext | None = None
        #: Which file that was read from.
        self.generation = 0
        #: Something of the form is on its way into the desk.
        self.busy = False
        self._restored: dict[str, str] = {}
        self._file = FileImport(self)
        self._statement = Statement(self)

    def compose(self) -> ComposeResult:
        with Pane("", "Import"):
            yield Area(
                "Text or file".ljust(_LABEL),
                read=lambda _: None,
                hint="Paste a statement, or write the path of a file (a desk's own, JSON Lines, text).",
                id="import-text",
            )
            yield Entry(
                "Source".ljust(_LABEL),
                complete=self._offer(SOURCE),
                echo=self._say_back(source_echo),
                hint="A code that is known, or a new one.",
                id="import-source",
            )
            yield Entry(
                "Kind".ljust(_LABEL),
                complete=self._offer(KIND),
                echo=self._say_back(kind_echo),
                hint="published report (a news story), press release, document, social post …",
                id="import-kind",
            )
            yield Entry("Published by".ljust(_LABEL), hint="An outlet, or whose release it is.", id="import-by")
            yield Entry(
                "Date".ljust(_LABEL),
                echo=self._say_back(date_echo),
                hint="today, fri, feb 9, undated",
                id="import-date",
            )
            yield Entry(
                "Speaker".ljust(_LABEL),
                complete=self._offer(PEOPLE),
                echo=self._say_back(speaker_echo),
                hint="Whose words they are: there are no quotation marks in it.",
                id="import-speaker",
            )
            yield self._statement
            yield Static(id="import-message")

    def on_mount(self) -> None:
        self.keeper = Keeper(self.desk, "import")
        self.follow(chosen=self._chosen)
        self.desk.quiet_for(self)
        self.query_one("#import-text", Area).focus()
        self.query_one(Pane).show_keys(
            (
                ("tab", "next"),
                (self.desk.key_of("rows.choose"), "who said it"),
                *self.desk.keys_of("import.leave_out", "import.take", "import.leave"),
            )
        )
        self._read(self._arrived)

    def on_unmount(self) -> None:
        self._file.look_away()
        self.keeper.close()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.BANK:
            self._show_found()

    def _read(self, then: Callable[[_Read], None]) -> None:
        known, keeper, store = self.session.reading(), self.keeper, self.session.store

        def read() -> _Read:
            generation = store.generation
            return known(), keeper.kept(), generation

        self.desk.in_background("reading the desk", read, then)

    def on_resize(self, event: events.Resize) -> None:
        """What was found scrolls where it is more than there is room for; what is said beneath it stays in sight."""
        self._statement.styles.max_height = max(3, min(10, event.size.height - _AROUND))

    def _arrived(self, read: _Read) -> None:
        if not self.still_open():
            return
        self.known, kept, self.generation = read
        if kept and not any(self._values().values()):
            for name, value in kept.items():
                self.field(name).value = value
            self._restored = self._values()
        for name in self._values():
            self.field(name).say_again()
        self._show_found()
        self._say_kept()
        self._file.look()

    def read_again(self, then: Callable[[EntryContext], None]) -> None:
        """Read the desk again, to which somebody was added; `then` is told what it knows now."""

        def take(read: _Read) -> None:
            if self.still_open():
                if read[2] != self.generation:
                    self._statement.ask_again()
                self.known, _, self.generation = read
                then(self.known)
                self._show_found()

        self._read(take)

    # Fields

    def field(self, name: str) -> Area | Entry:
        """One of the fields, as `text` or `source`."""
        return cast("Area | Entry", self.query_one(f"#import-{name}"))

    def _values(self) -> dict[str, str]:
        return {name: self.field(name).value for name in _FIELDS}

    def _offer(self, reader: Reader[Any]) -> Complete:
        """What could complete a field that `reader` reads."""

        def complete(line: str, cursor: int) -> Sequence[Completion]:
            return offered(reader, line, cursor, self.known) if self.known is not None else ()

        return complete

    def _say_back(self, echo: Callable[[Pasted], str]) -> Callable[[str], Content]:
        """What was understood of a field, once the desk is read."""

        def said(_: str) -> Content:
            return text.said(f"= {echo(self.pasted(self.known))}", text.DIM) if self.known is not None else Content("")

        return said

    def pasted(self, known: EntryContext) -> Pasted:
        """The form as it stands."""
        return Pasted(known=known, given=self._statement.given, **self._values())

    @on(Area.Changed)
    def _changed_text(self) -> None:
        self._statement.begin_anew()
        self._changed()

    @on(Entry.Changed)
    def _changed(self) -> None:
        self.say("")
        self._say_kept()
        self.keeper.typed(self._values())
        self._show_found()

    def _show_found(self) -> None:
        """Show what is found in the text, and those fields that are asked of it."""
        self._statement.show_found()
        words = self.field("text").value
        self.field("speaker").display = bool(words.strip()) and path_in(words) is None and not self._statement.speaks
        known_source = self.known is not None and self.pasted(self.known).known_source() is not None
        for name in ("kind", "by", "date"):
            self.field(name).display = not known_source and path_in(words) is None

    # Importing

    def action_leave_out(self) -> None:
        """Leave the quotation under the cursor out, or take it again."""
        self._statement.leave_out()

    def action_take(self) -> None:
        """Import the file, or keep the quotations."""
        if self.busy or self.known is None:
            return
        path = path_in(self.field("text").value)
        if path is not None:
            self._file.take(path, one_line(self.field("source").value))
        else:
            self._statement.take(self.known)

    def taken(self) -> None:
        """It is in the desk, or on its way there without the form, which closes."""
        self.keeper.close()
        self.dismiss(None)

    def failed(self, error: DeskError) -> None:
        """It is not in the desk: the reason is said at the field that it is of, or beneath the form."""
        self.busy = False
        self.keeper.not_saved()
        if isinstance(error, ReplacedError):
            self.read_again(lambda _: self.say(str(error)))
        if error.where in self._values():
            field = self.field(error.where)
            field.wrong(str(InputError(error.what, remedy=error.remedy)))
            field.focus()
        else:
            self.say(str(error))

    def show_count(self, words: str) -> None:
        """Say in the frame how many quotations there are."""
        self.query_one(Pane).count = words

    def say(self, words: str) -> None:
        """Say it beneath the form."""
        for line in self.query("#import-message").results(Static):
            line.update(text.said(words, "$due"))

    def _say_kept(self) -> None:
        if self._restored and self._values() == self._restored:
            key = self.desk.key_of("import.forget")
            self.say(f"Kept from before. {key} throws it away; esc keeps it.")

    def action_forget(self) -> None:
        """Throw away what was kept from before; stop the file that is coming in."""
        if self._file.under_way is not None:
            self._file.stop()
            return
        if self.busy or not self._restored or self._values() != self._restored:
            return
        self._restored = {}
        self.keeper.start_again()
        for name in self._values():
            self.field(name).value = ""
        self.field("text").focus()

    def take_notice(self, words: str) -> None:
        """Say it with the import, until something is typed."""
        self.say(words)

    def action_leave(self) -> None:
        """Leave; what was pasted is kept for the next time, and a file goes on coming in."""
        if self._file.under_way is not None:
            self._file.look_away()  # before anything of the screen is taken down
            self.taken()
            return
        if self.busy:
            return
        if any(value.strip() for value in self._values().values()):
            self.keeper.typed(self._values())
            self.keeper.now()
        else:
            self.keeper.throw_away()
        self.dismiss(None)
