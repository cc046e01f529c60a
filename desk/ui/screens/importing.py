"""Importing: a file, or a statement that was pasted. What would be kept is shown before it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.intake.entry.readers import Reader
from desk.intake.files import Imported, Options, Progress, import_file
from desk.intake.known import Known
from desk.intake.pasting import KIND, PEOPLE, SOURCE, Pasted, path_in, settled
from desk.intake.statement import Quotation, keep_statement, marks_in
from desk.intake.textfile import text_of
from desk.model.errors import DeskError, InputError
from desk.model.records import Party, Person
from desk.model.text import one_line
from desk.search.doubles import Alike, find
from desk.ui import keys
from desk.ui.bringing import Bringing, Watcher
from desk.ui.keeping import Keeper
from desk.ui.screens.importing_fields import date_echo, kind_echo, offered, source_echo, speaker_echo
from desk.ui.screens.importing_rows import Row, choices, draw_row, question
from desk.ui.screens.pick import PickScreen
from desk.ui.session import Chosen, Session
from desk.ui.stillopen import still_open
from desk.ui.widgets import text
from desk.ui.widgets.area import Area
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.entry import Complete, Entry
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.app import DeskApp

_LABEL = 16
#: The lines that are not what was found: the frame's two, the fields' thirteen, and two that say what is to be said.
_AROUND = 17
#: A file of words is read into the form up to this size; longer ones are no statement.
_MOST = 1024 * 1024
_FIELDS = ("text", "source", "kind", "by", "date", "speaker")


class ImportScreen(ModalScreen[None]):
    """Takes the path of a file (quotes, or another desk's talks), or text with quotations in it."""

    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("import")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._known: Known | None = None
        self._left_out: set[int] = set()
        self._given: dict[int, Party | Person] = {}
        self._read_before: tuple[tuple[object, ...], tuple[Quotation, ...]] | None = None
        self._busy = False
        self._restored: dict[str, str] = {}
        #: What the bank has of the words of a quotation, once it was looked for.
        self._doubles: dict[str, Alike | None] = {}

    @property
    def desk(self) -> DeskApp:
        """The app, as what it is."""
        return cast("DeskApp", self.app)

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
            yield RowList[Row](draw_row, lambda row: row.number, height=2, empty="")
            yield Static(id="import-message")

    def on_mount(self) -> None:
        self._keeper = Keeper(self.desk, "import")
        self._deafen = self.session.listen(self._chosen)
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
        self._deafen()
        if self.desk.bringing is not None:
            self.desk.bringing.watcher = None
        self._keeper.close()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.BANK:
            self._show_found()

    def _read(self, then: Callable[[tuple[Known, dict[str, str]]], None]) -> None:
        known, keeper = self.session.reading(), self._keeper
        self.desk.in_background("reading the desk", lambda: (known(), keeper.kept()), then)

    def on_resize(self, event: events.Resize) -> None:
        """What was found scrolls where it is more than there is room for; what is said beneath it stays in sight."""
        self.query_one(RowList).styles.max_height = max(3, min(10, event.size.height - _AROUND))

    def _arrived(self, read: tuple[Known, dict[str, str]]) -> None:
        if not still_open(self):
            return
        self._known, kept = read
        if kept and not any(self._values().values()):
            for name, value in kept.items():
                self._field(name).value = value
            self._restored = self._values()
        for name in self._values():
            self._field(name).say_again()
        self._show_found()
        self._say_kept()
        if self.desk.bringing is not None:
            self._watch(self.desk.bringing)

    # Fields

    def _field(self, name: str) -> Area | Entry:
        return cast("Area | Entry", self.query_one(f"#import-{name}"))

    def _values(self) -> dict[str, str]:
        return {name: self._field(name).value for name in _FIELDS}

    def _offer(self, reader: Reader[Any]) -> Complete:
        """What could complete a field that `reader` reads."""

        def complete(line: str, cursor: int) -> Sequence[Completion]:
            return offered(reader, line, cursor, self._known) if self._known is not None else ()

        return complete

    def _say_back(self, echo: Callable[[Pasted], str]) -> Callable[[str], Content]:
        """What was understood of a field, once the desk is read."""

        def said(_: str) -> Content:
            return (
                text.said(f"= {echo(self._pasted(self._known))}", text.DIM) if self._known is not None else Content("")
            )

        return said

    def _pasted(self, known: Known) -> Pasted:
        """The form as it stands."""
        return Pasted(known=known, given=self._given, **self._values())

    @on(Area.Changed)
    def _changed_text(self) -> None:
        # The quotations are others now, so what was said of them by their number no longer holds.
        self._given.clear()
        self._left_out.clear()
        self._changed()

    @on(Entry.Changed)
    def _changed(self) -> None:
        self._say("")
        self._say_kept()
        self._keeper.typed(self._values())
        self._show_found()

    # What was found

    def _found(self) -> tuple[Quotation, ...]:
        """The quotations in the text, read again only where it is another, or those who may be meant."""
        known = self._known
        if known is None:
            return ()
        read = (known, self._field("text").value, self._field("speaker").value, dict(self._given))
        if self._read_before is None or self._read_before[0] != read:
            self._read_before = (read, self._pasted(known).quotations())
        return self._read_before[1]

    def _show_found(self) -> None:
        found = self._found()
        self._left_out &= set(range(len(found)))
        rows = [
            Row(number, one, number not in self._left_out, self._doubles.get(one.words))
            for number, one in enumerate(found)
        ]
        self.query_one(RowList).show(rows, empty=self._nothing())
        self._look_for_doubles([one.words for one in found])
        kept = [row for row in rows if row.kept]
        look = sum(not settled(row.quotation) for row in kept)
        had = sum(row.double is not None for row in kept)
        parts = (
            f"{len(kept)} quote{'s' * (len(kept) != 1)}",
            f"{look} to look at" if look else "",
            f"{had} in the bank already" if had else "",
        )
        self.query_one(Pane).count = " ─ ".join(part for part in parts if part) if rows else ""
        words = self._field("text").value
        self._field("speaker").display = bool(words.strip()) and path_in(words) is None and not marks_in(words)
        known_source = self._known is not None and self._pasted(self._known).known_source() is not None
        for name in ("kind", "by", "date"):
            self._field(name).display = not known_source and path_in(words) is None

    def _look_for_doubles(self, words: Sequence[str]) -> None:
        """Look in a worker which of these words the bank has already, and say so in their rows."""
        new = [one for one in dict.fromkeys(words) if one not in self._doubles]
        store, bank = self.session.store, self.session.bank
        if not new or bank is None:
            return

        def look() -> dict[str, Alike | None]:
            return {one: next(iter(find(store, bank, one)), None) for one in new}

        def told(found: dict[str, Alike | None]) -> None:
            self._doubles |= found
            if still_open(self):
                self._show_found()

        self.desk.in_background("looking for the same words", look, told, group="doubles")

    def _nothing(self) -> str:
        words = self._field("text").value.strip()
        if not words or self._known is None:
            return ""
        if path_in(words) is not None:
            return f"A file: {self.desk.key_of('import.take')} imports it."
        return "No quotation of some words in it." if marks_in(words) else "No quotation marks in it: name its speaker."

    def action_leave_out(self) -> None:
        """Leave the quotation under the cursor out, or take it again."""
        row = self.query_one(RowList).row
        if isinstance(row, Row) and self.query_one(RowList).has_focus:
            self._left_out ^= {row.number}
            self._show_found()

    @on(RowList.Chosen)
    def _ask_who(self, event: RowList.Chosen) -> None:
        """Say who said the quotation under the cursor: whom the text seems to name is offered first."""
        known, row = self._known, event.row
        if known is None or not isinstance(row, Row):
            return
        one = row.quotation

        def take(who: Hashable) -> None:
            if isinstance(who, (Party, Person)):
                self._given[row.number] = who
                self._show_found()
            elif isinstance(who, str):
                self._add(row.number, who)

        ask = PickScreen(
            question(one), choices(one, known), chosen=one.speaker or one.name or self._pasted(known).whose()
        )
        self.app.push_screen(ask, take)

    def _add(self, number: int, name: str) -> None:
        """Add somebody whom the desk does not know; what the text gives to that name is theirs from then on."""
        from desk.ui.screens.form import FormScreen

        kind = "party" if name.isupper() else "person"
        self.app.push_screen(
            FormScreen(self.session, kind, preset={"name": name}), lambda row_id: self._added(number, kind, row_id)
        )

    def _added(self, number: int, kind: str, row_id: int | None) -> None:
        if row_id is None:
            return

        def take(read: tuple[Known, dict[str, str]]) -> None:
            if not still_open(self):
                return
            self._known = read[0]
            rows: Sequence[Party | Person] = self._known.parties if kind == "party" else self._known.persons
            self._given |= {number: next(one for one in rows if one.id == row_id)}
            self._show_found()

        self._read(take)

    # Importing

    def action_take(self) -> None:
        """Import the file, or keep the quotations."""
        if self._busy or self._known is None:
            return
        path = path_in(self._field("text").value)
        if path is not None:
            self._take_file(path)
        else:
            self._take_statement()

    def _take_file(self, path: Path) -> None:
        if self.desk.bringing is not None:
            self._say(f"{self.desk.bringing.name} is still coming in; one file after the other.")
            return
        store, keeper, code = self.session.store, self._keeper, one_line(self._field("source").value)

        def work(path: Path, progress: Progress) -> Imported | str:
            try:
                done = import_file(store, path, Options(source=code), progress=progress)
            except InputError as error:
                if "no such format" in error.what and path.stat().st_size <= _MOST:
                    return text_of(path.read_bytes())
                raise
            keeper.forget()
            return done

        bringing = Bringing(self.desk, path)
        self._watch(bringing)
        bringing.start(work)

    def _watch(self, bringing: Bringing) -> None:
        """Look at an import under way: this one's, or that of an import that was left to go on."""
        self._busy = True
        bringing.watcher = Watcher(self._tell, self._file_taken, self._failed)
        self._tell(bringing.words)

    def _tell(self, words: str) -> None:
        stops, leaves = self.desk.key_of("import.forget"), self.desk.key_of("import.leave")
        self._say(f"{words}. {leaves} works on meanwhile, {stops} stops it.")

    def _file_taken(self, done: Imported | str) -> None:
        self._busy = False
        if isinstance(done, str):
            self._field("text").value = done
            self._say(
                f"The words of the file. Say who speaks in them; {self.desk.key_of('import.take')} keeps the quotes."
            )
            return
        self._keeper.close()
        self.dismiss(None)

    def _take_statement(self) -> None:
        known = self._known
        assert known is not None
        pasted = self._pasted(known)
        try:
            source, date = pasted.source_of(), pasted.said()
            kept = pasted.to_keep(self._left_out)
        except InputError as error:
            self._failed(error)
            self._show_open(pasted.open_row(self._left_out))
            return
        self._busy = True
        store, keeper = self.session.store, self._keeper
        talks = (self.session.talks_id,) if self.session.talks_id is not None else ()
        words = self._field("text").value

        def work() -> int:
            with store.transaction():
                source_id = keep_statement(store, kept, known, source, date=date, talks=talks, text=words)
                keeper.forget()
            return source_id

        self.desk.change(f"{len(kept)} quotes kept", work, self._statement_taken, failed=self._failed)

    def _show_open(self, number: int | None) -> None:
        """Go to the quotation that cannot be kept yet."""
        rows = self.query_one(RowList)
        if number is not None and not self.screen.query(".-wrong"):
            rows.go_to(number)
            rows.focus()

    def _statement_taken(self, source_id: int) -> None:
        from desk.ui.screens.verify_all import open_verify_all

        self._keeper.close()
        self.dismiss(None)
        # One confirmation for all of them, beside the statement as it was kept.
        open_verify_all(self.desk, source_id)

    def _failed(self, error: DeskError) -> None:
        self._busy = False
        self._keeper.not_saved()
        if error.where in self._values():
            field = self._field(error.where)
            field.wrong(str(InputError(error.what, remedy=error.remedy)))
            field.focus()
        else:
            self._say(str(error))

    def _say(self, words: str) -> None:
        for line in self.query("#import-message").results(Static):
            line.update(text.said(words, "$due"))

    def _say_kept(self) -> None:
        if self._restored and self._values() == self._restored:
            key = self.desk.key_of("import.forget")
            self._say(f"Kept from before. {key} throws it away; esc keeps it.")

    def action_forget(self) -> None:
        """Throw away what was kept from before; stop the file that is coming in."""
        if self.desk.bringing is not None:
            self.desk.bringing.stop()
            self._tell(self.desk.bringing.words)
            return
        if self._busy or not self._restored or self._values() != self._restored:
            return
        self._restored = {}
        self._keeper.start_again()
        for name in self._values():
            self._field(name).value = ""
        self._field("text").focus()

    def take_notice(self, words: str) -> None:
        """Say it with the import, until something is typed."""
        self._say(words)

    def action_leave(self) -> None:
        """Leave; what was pasted is kept for the next time, and a file goes on coming in."""
        if self.desk.bringing is not None:
            self.desk.bringing.watcher = None  # before anything of the screen is taken down
            self._keeper.close()
            self.dismiss(None)
            return
        if self._busy:
            return
        if any(value.strip() for value in self._values().values()):
            self._keeper.typed(self._values())
            self._keeper.now()
        else:
            self._keeper.throw_away()
        self.dismiss(None)
