"""Importing: a file, or a statement that was pasted. What would be kept is shown before it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.intake.entry.references import ASource, People, described
from desk.intake.files import Imported, Options, import_file
from desk.intake.known import Known
from desk.intake.pasting import DATE, PEOPLE, Pasted, path_in
from desk.intake.statement import Quotation, keep_statement
from desk.intake.textfile import text_of
from desk.model.errors import DeskError, InputError
from desk.model.records import Party, Person
from desk.model.text import one_line
from desk.model.words import QuoteForm
from desk.ui.keeping import FORGET, Keeper
from desk.ui.screens.pick import Choice, PickScreen
from desk.ui.session import Session
from desk.ui.widgets import text
from desk.ui.widgets.area import Area
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.app import DeskApp

_LABEL = 16
#: The lines that are not what was found: the frame's two, the fields' thirteen, and two that say what is to be said.
_AROUND = 17
#: A file of words is read into the form up to this size; longer ones are no statement.
_MOST = 1024 * 1024
_SOURCE = ASource()


@dataclass(frozen=True, slots=True)
class _Row:
    """A quotation that was found, by its place, and whether it is to be kept."""

    number: int
    quotation: Quotation
    kept: bool


class ImportScreen(ModalScreen[None]):
    """Takes the path of a file (quotes, or another desk's talks), or text with quotations in it."""

    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "import", priority=True, id="import.take"),
        Binding("escape", "leave", "leave", id="import.leave"),
        Binding("ctrl+t", "forget", "throw away what was kept", show=False, priority=True, id="import.forget"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._known: Known | None = None
        self._left_out: set[int] = set()
        self._given: dict[int, Party | Person] = {}
        self._busy = False
        self._restored: dict[str, str] = {}

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
                complete=self._sources,
                echo=self._echo_source,
                hint="A code that is known, or a new one for this press release.",
                id="import-source",
            )
            yield Entry(
                "Speaker".ljust(_LABEL),
                complete=self._who,
                echo=self._echo_speaker,
                hint="Whose words they are where the text names nobody.",
                id="import-speaker",
            )
            yield Entry("Said".ljust(_LABEL), echo=self._echo_date, hint="Empty: today. fri, feb 9", id="import-date")
            yield RowList[_Row](_draw, lambda row: row.number, empty="")
            yield Static(id="import-message")

    def on_mount(self) -> None:
        self._keeper = Keeper(self.desk, "import")
        self.desk.quiet_for(self)
        self.query_one("#import-text", Area).focus()
        self.query_one(Pane).show_keys(
            (("tab", "next"), ("↵", "who said it"), ("space", "leave it out"), ("^s", "import"), ("esc", "leave"))
        )
        store, session, keeper = self.session.store, self.session, self._keeper
        talks, zone, zones = session.talks_id, session.zone, session.config.time.also_in
        self.desk.in_background(
            "reading the desk",
            lambda: (Known.of(store, talks=talks, zone=zone, zones=zones), keeper.kept()),
            self._arrived,
        )

    def on_unmount(self) -> None:
        self._keeper.close()

    def on_resize(self, event: events.Resize) -> None:
        """What was found scrolls where it is more than there is room for; what is said beneath it stays in sight."""
        self.query_one(RowList).styles.max_height = max(3, min(10, event.size.height - _AROUND))

    def _arrived(self, read: tuple[Known, dict[str, str]]) -> None:
        if not self.is_mounted:
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

    # Fields

    def _field(self, name: str) -> Area | Entry:
        return cast("Area | Entry", self.query_one(f"#import-{name}"))

    def _values(self) -> dict[str, str]:
        return {name: self._field(name).value for name in ("text", "source", "speaker", "date")}

    def _sources(self, line: str, cursor: int) -> Sequence[Completion]:
        return self._offered(_SOURCE, line, cursor)

    def _who(self, line: str, cursor: int) -> Sequence[Completion]:
        return self._offered(PEOPLE, line, cursor)

    def _offered(self, reader: ASource | People, line: str, cursor: int) -> Sequence[Completion]:
        offered = reader.offer(line, cursor, self._known, {}) if self._known is not None else ()
        return [Completion(one.text, one.hint, start=one.start, end=one.end) for one in offered]

    def _echo_source(self, line: str) -> Content:
        if self._known is None:
            return Content("")
        source = self._pasted(self._known).source_of()
        new = f"new: a press release, {DATE.echo(source.date, self._known)}"
        return text.said(f"= {new if source.id is None else _SOURCE.echo(source, self._known)}", text.DIM)

    def _echo_speaker(self, line: str) -> Content:
        if self._known is None:
            return Content("")
        try:
            return text.said(f"= {PEOPLE.echo(PEOPLE.read(line, self._known, {}), self._known)}", text.DIM)
        except InputError as error:
            if self._who(line, len(line)):
                return text.said(error.what, text.DIM)
            raise InputError(error.what, remedy=error.remedy) from None

    def _echo_date(self, line: str) -> Content:
        if self._known is None:
            return Content("")
        try:
            return text.said(f"= {DATE.echo(self._pasted(self._known).said(), self._known)}", text.DIM)
        except InputError as error:
            raise InputError(error.what, remedy=error.remedy) from None

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
        return self._pasted(self._known).quotations() if self._known is not None else ()

    def _show_found(self) -> None:
        found = self._found()
        self._left_out &= set(range(len(found)))
        rows = [_Row(number, one, number not in self._left_out) for number, one in enumerate(found)]
        self.query_one(RowList).show(rows, empty=self._nothing())
        self.query_one(Pane).count = f"{sum(row.kept for row in rows)} quotes" if rows else ""

    def _nothing(self) -> str:
        words = self._field("text").value.strip()
        if not words or self._known is None:
            return ""
        return "A file: ^s imports it." if path_in(words) is not None else "No quotation marks in it: name its speaker."

    def key_space(self) -> None:
        """Leave the quotation under the cursor out, or take it again."""
        row = self.query_one(RowList).row
        if isinstance(row, _Row) and self.query_one(RowList).has_focus:
            self._left_out ^= {row.number}
            self._show_found()

    @on(RowList.Chosen)
    def _ask_who(self, event: RowList.Chosen) -> None:
        """Say who said the quotation under the cursor."""
        known, row = self._known, event.row
        if known is None or not isinstance(row, _Row):
            return
        who: list[Party | Person] = [one for one in known.persons if not one.confidential]
        who += known.parties
        choices = [Choice(one, one.name, described(one, known)) for one in who]

        def take(who: Hashable) -> None:
            if isinstance(who, (Party, Person)):
                self._given[row.number] = who
                self._show_found()

        self.app.push_screen(PickScreen("Who said it?", choices, chosen=row.quotation.speaker), take)

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
        store, keeper, code = self.session.store, self._keeper, one_line(self._field("source").value)
        self._busy = True
        tell = self._progress(path.name)

        def work() -> Imported | str:
            try:
                done = import_file(store, path, Options(source=code), progress=tell)
            except InputError as error:
                if "no such format" in error.what and path.stat().st_size <= _MOST:
                    return text_of(path.read_bytes())
                raise
            keeper.forget()
            return done

        self.desk.change("", work, self._file_taken, failed=self._failed)

    def _progress(self, name: str) -> Callable[[int, int, int], None]:
        app, screen = self.desk, self

        def tell(done: int, whole: int, rows: int) -> None:
            share = f", {done / whole:.0%}" if whole else ""
            app.call_from_thread(screen._say, f"{name}: {rows:,} so far{share}")

        return tell

    def _file_taken(self, done: Imported | str) -> None:
        self._busy = False
        if isinstance(done, str):
            self._field("text").value = done
            self._say("The words of the file. Say who speaks in them; ^s keeps the quotes.")
            return
        told = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in done.counts.items() if count)
        self._keeper.close()
        self.dismiss(None)
        said = "\n".join((f"imported {told}; {self.desk.key_of('undo')} undoes", *done.remarks))
        text.notice(self.app, said, "warning" if done.remarks else "information", seconds=10 if done.remarks else 6)

    def _take_statement(self) -> None:
        known = self._known
        assert known is not None
        pasted = self._pasted(known)
        try:
            kept = pasted.to_keep(self._left_out)
            source, date = pasted.source_of(), pasted.said()
        except InputError as error:
            self._failed(error)
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
        if self.is_mounted:
            self.query_one("#import-message", Static).update(text.said(words, "$due"))

    def _say_kept(self) -> None:
        if self._restored and self._values() == self._restored:
            key = self.desk.key_of("import.forget") or FORGET
            self._say(f"Kept from before. {key} throws it away; esc keeps it.")

    def action_forget(self) -> None:
        """Throw away what was kept from before."""
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
        """Leave; what was pasted is kept for the next time."""
        if self._busy:
            return
        if any(value.strip() for value in self._values().values()):
            self._keeper.typed(self._values())
            self._keeper.now()
        else:
            self._keeper.throw_away()
        self.dismiss(None)


def _draw(row: _Row, width: int) -> list[Content]:
    one = row.quotation
    sign = ("–", text.DIM) if not row.kept else ("+", "$green") if one.speaker else ("?", "$red")
    who = one.speaker.name if one.speaker else "who?"
    form = "" if one.form is QuoteForm.FULL else f" · {one.form.value}"
    words = " ".join(one.words.split())
    shown = text.assemble(sign, " ", (words, "" if row.kept else text.DIM))
    return [text.between(shown, (f"{who}{form}", text.DIM), width)]
