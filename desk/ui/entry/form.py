"""`FormScreen`: any of the desk's forms, to add something or to edit it. What is asked for is not decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from desk.app.forms.form import Field, Filled, Form
from desk.app.forms.forms import ADD, EDIT, to_add
from desk.app.forms.version import ChangedSinceError, Preset, Version
from desk.app.forms.version import read as read_version
from desk.app.lines.context import EntryContext, UnknownError
from desk.app.session import Session
from desk.model.errors import DeskError, InputError, ReplacedError
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.dialogs.confirm import ConfirmScreen
from desk.ui.entry.conflict import ConflictScreen, differing
from desk.ui.entry.keeping import Keeper
from desk.ui.quotes.alike import AlikeLine
from desk.ui.widgets import text
from desk.ui.widgets.area import Area
from desk.ui.widgets.completion import Completion
from desk.ui.widgets.early import TypedAhead
from desk.ui.widgets.entry import Entry
from desk.ui.widgets.pane import Pane

if TYPE_CHECKING:
    pass

#: The cells of a label, as in the styles.
_LABEL = 16
#: The lines of a form that are not its fields': the frame's two, and up to three that say what is to be said of it.
_AROUND = 5

#: Under what the version that a form began from is kept with what was typed.
_BEGAN = "began from"

_Opened = tuple[EntryContext, dict[str, str], dict[str, str], Version, int]


class FormScreen(TypedAhead[int | None], OnDesk):
    """Gives the id of the row that was kept, or None."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("form")

    def __init__(self, session: Session, kind: str, *, row_id: int | None = None, preset: Preset | None = None) -> None:
        super().__init__()
        self.session = session
        self._form: Form = (EDIT if row_id is not None else ADD)[kind]
        self._fields = tuple(one for one in self._form.fields if row_id is not None or not one.only_edited)
        self._row_id = row_id
        self._preset: Preset = preset or {}
        self._known: EntryContext | None = None
        #: Which file that was read from.
        self._generation = 0
        self._initial: dict[str, str] = {}
        self._restored: dict[str, str] = {}
        #: What the form was opened on, and what stood in the file when it was.
        self._began = self._stood = Version(texts={})
        self._saving = False
        #: Why it was not saved, where that belongs to no field.
        self._wrong = ""
        self._unknown: dict[str, UnknownError] = {}
        self._widgets: dict[str, Entry | Area] = {}

    def compose(self) -> ComposeResult:
        self._widgets = {field.name: self._widget(field) for field in self._fields}
        with Pane("", self._form.title(editing=self._row_id is not None)):
            with VerticalScroll(can_focus=False):
                yield from self._widgets.values()
            if self._form.noun == "quote":
                yield AlikeLine(self.session)
            yield Static(id="form-message")

    def _widget(self, field: Field[Any]) -> Entry | Area:
        label = f"{field.label}{' *' if field.needed else ''}".ljust(_LABEL)
        given = self._preset.get(field.name, "")
        value = given if isinstance(given, str) else ""
        hint = field.hinted(self.session.config.labels.of)
        if field.reader.several_lines:
            return Area(label, value, read=lambda _: self._read_field(field), hint=hint, id=f"field-{field.name}")
        return Entry(
            label,
            value,
            complete=lambda line, cursor: self._complete(field, line, cursor),
            echo=lambda _: self._echo(field),
            even=field.reader.even,
            hint=hint,
            id=f"field-{field.name}",
        )

    def on_mount(self) -> None:
        self._keeper = Keeper(self.desk, self._form.draft_key(self._preset, self._row_id))
        self.desk.quiet_for(self)
        self._initial = self.values
        self._first.focus()
        self.pour()
        store, form, preset, row_id, keeper = self.session.store, self._form, self._preset, self._row_id, self._keeper
        read_known = self.session.reading()

        def read() -> _Opened:
            generation = store.generation
            known = read_known()
            version = read_version(form, store, known, preset, row_id)
            return known, form.initial(store, known, preset, row_id), keeper.kept(), version, generation

        self.desk.in_background("opening the form", read, self._arrived, failed=self._gone)

    @property
    def _first(self) -> Entry | Area:
        """The first field that the place where the form was opened does not answer."""
        asked = [one for one in self._fields if not one.preset or self._preset.get(one.preset) is None]
        return self.widget((asked or self._fields)[0].name)

    def _gone(self, error: DeskError) -> None:
        self.can_read()
        self.desk.say_error(error)
        self.dismiss(None)

    def first_line(self) -> Input | TextArea | None:
        if not self.still_open():
            return None
        first = self._first
        return first.line if isinstance(first, Entry) else first.lines

    def on_unmount(self) -> None:
        self._keeper.close()

    def _arrived(self, opened: _Opened) -> None:
        """The file was read: fill in what was not typed over meanwhile."""
        if not self.still_open():
            return
        self._known, initial, kept, self._stood, self._generation = opened
        began = kept.pop(_BEGAN, "")
        typed = self.values
        initial = {name: initial[name] for name in typed}
        untouched = {name for name, value in typed.items() if value == self._initial.get(name, "")}
        kept = {name: value for name, value in kept.items() if name in initial and value != initial[name]}
        self._initial = initial
        self._began = Version.from_text(began) if kept and began else self._stood
        for name in untouched:
            self.widget(name).value = kept.get(name, initial[name])
        if kept and untouched == set(typed):
            self._restored = dict(self.values)
            another = dict(self._began.texts) != dict(self._stood.texts)
            self._say(_kept(len(kept), self.desk.key_of("form.forget"), another=another))
        for field in self._fields:
            self.widget(field.name).say_again()
        self.can_read()

    # Fields

    def widget(self, name: str) -> Entry | Area:
        """The field of that name."""
        return self._widgets[name]

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.name: self.widget(field.name).value for field in self._fields}

    def _complete(self, field: Field[Any], line: str, cursor: int) -> Sequence[Completion]:
        if self._known is None:
            return ()
        return [
            Completion(one.text, one.hint, one.label, start=one.start, end=one.end)
            for one in field.offer(line, cursor, self.values, self._known)
        ]

    def _read_field(self, field: Field[Any]) -> object:
        return field.read(self.values, self._known) if self._known is not None else None

    def _echo(self, field: Field[Any]) -> Content:
        if self._known is None:
            return Content("")
        values = self.values
        self._unknown.pop(field.name, None)
        try:
            echo = field.echo(values, self._known)
        except InputError as error:
            if isinstance(error, UnknownError):
                self._unknown[field.name] = error
            words = InputError(error.what, remedy=error.remedy)
            line = values[field.name]
            if field.offer(line, len(line), values, self._known):
                return text.said(str(words), text.DIM)  # it may only not be finished yet
            raise words from None
        typed = values[field.name].strip().casefold()
        return text.said(f"= {echo}" if echo and echo.casefold() != typed else "", text.DIM)

    @on(Entry.Changed)
    @on(Area.Changed)
    def _changed(self) -> None:
        values = self.values
        self._wrong = ""
        if values != self._restored:
            unknown = next(iter(self._unknown.values()), None)
            self._say(f"{self.desk.key_of('form.add')} adds {unknown.name}" if unknown else "")
        self._say_again_of_others(values)
        self._keep_typed(values)
        for alike in self.query(AlikeLine):
            alike.ask(values["words"], self._row_id)

    def _keep_typed(self, values: Mapping[str, str]) -> None:
        """Keep what was typed, with what it began from: after a crash it is saved over nothing that was changed since."""
        edits = self._known is not None and (self._row_id is not None or self._began.which)
        self._keeper.typed({**values, _BEGAN: self._began.to_text()} if edits else values)

    def _say_again_of_others(self, values: Mapping[str, str]) -> None:
        """An issue is one of the talks that another field names."""
        if "talks" in values and "issue" in values:
            self.widget("issue").say_again()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where the focus is decides what Enter will do; the pane's keys say so."""
        here = self._index(event.widget.parent.parent if event.widget.parent is not None else None)
        if here is None:
            return
        fields = self._fields
        several = fields[here].reader.several_lines
        follows = fields[here + 1].label if here + 1 < len(fields) else ""
        save, leave = self.desk.keys_of("form.save", "form.leave")
        enter = self.desk.key_of("entry.enter")
        leads = ("tab" if several else enter, f"to {follows}") if follows else (save[0] if several else enter, "save")
        self.query_one(Pane).show_keys([leads, save, leave] if follows or not several else [leads, leave])

    def _index(self, widget: object) -> int | None:
        return next((n for n, field in enumerate(self._fields) if self.widget(field.name) is widget), None)

    @on(Entry.Submitted)
    async def _entered(self, event: Entry.Submitted) -> None:
        here = self._index(event.entry)
        if here is None or here + 1 == len(self._fields):
            await self.action_save()
        else:
            self.widget(self._fields[here + 1].name).focus()

    def action_next_field(self, by: int) -> None:
        """Go to the field below or above."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    # Saving

    async def action_save(self) -> None:
        """Keep what was filled in, or say at its field what is wrong."""
        await self.until_read()
        if self._saving or self._known is None:
            return
        filled, errors = self._form.read(self.values, self._known, row_id=self._row_id, preset=self._preset)
        if errors:
            self._point_at(errors)
            return
        self._saving = True
        store, form, keeper, began = self.session.store, self._form, self._keeper, self._began
        read_known = self.session.reading()

        values, row, preset, generation = self.values, self._row_id, self._preset, self._generation

        def write(filled: Filled, began: Version, generation: int) -> int:
            with store.transaction():
                store.see_same(generation)
                row_id = form.keep(store, filled, began, read_known)
                keeper.forget()
            return row_id

        def work() -> int:
            try:
                return write(filled, began, generation)
            except ReplacedError:
                keeper.not_saved()
                # Who and what the form names may be other rows in the file that is there now.
                generation_now = store.generation
                again, wrong = form.read(values, read_known(), row_id=row, preset=preset)
                if wrong:
                    raise
                return write(again, replace(began, done=""), generation_now)

        verb = "edited" if self._row_id is not None else "kept"
        self.desk.change(f"{form.noun} {verb}", work, self._saved, failed=self._failed)

    def _saved(self, row_id: int) -> None:
        self._keeper.close()
        self.dismiss(row_id)

    def _failed(self, error: DeskError) -> None:
        self._saving = False
        self._keeper.not_saved()
        self._keeper.now()
        if isinstance(error, ChangedSinceError):
            self._decide(error)
        else:
            self._point_at([error])

    def _decide(self, error: ChangedSinceError) -> None:
        """Somebody else saved it first: show both, and save again what the reporter says."""
        labels = {field.name: field.label for field in self._fields}
        fields = differing(labels, error.names, self._began.texts, error.now.texts, self.values)

        def decided(chosen: dict[str, str] | None) -> None:
            if chosen is None:
                self._say(f"Not saved. {error}")
                return
            self._fill(chosen)
            self._began = error.now
            self._keep_typed(self.values)
            self.desk.in_background("reading the desk", self.session.reading(), again)

        def again(known: EntryContext) -> None:
            self._known_again(known)
            self.run_worker(self.action_save())

        self.app.push_screen(ConflictScreen(self._form.noun, fields), decided)

    def _point_at(self, errors: Sequence[DeskError]) -> None:
        """Say each error at its field and go to the first; what belongs to none is said below."""
        known = {field.name for field in self._fields}
        for error in reversed(errors):
            if error.where in known:
                field = self.widget(error.where)
                field.wrong(str(InputError(error.what, remedy=error.remedy)))
                field.focus()
            else:
                self._wrong = str(error)
                self._say(self._wrong)

    def _say(self, words: str) -> None:
        self.query_one("#form-message", Static).update(text.said(words, "$due"))

    def take_notice(self, words: str) -> None:
        """Say it with the form, until something is typed; beside why it was not saved, where it was not."""
        self._say(f"{self._wrong} {words}".strip())

    def on_resize(self, event: events.Resize) -> None:
        """The fields scroll where they are more than there is room for; what is said of the form stays in sight."""
        self.query_one(VerticalScroll).styles.max_height = max(3, event.size.height - _AROUND)

    # Leaving

    def action_leave(self) -> None:
        """Leave; where something was typed, ask what is to become of it."""
        values = self.values
        if values == self._initial:
            self._keeper.throw_away()
            self.dismiss(None)
        elif values == self._restored:
            self.dismiss(None)  # it is kept as it was
        else:
            question = ConfirmScreen(
                "Leave the form?",
                "What you typed is not saved yet.",
                (("x", "throw it away"), ("k", "keep it for the next time")),
            )
            self.app.push_screen(question, self._left)

    def action_forget(self) -> None:
        """Throw away what was kept from before."""
        if self._restored and self.values == self._restored:
            self._restored = {}
            self._keeper.start_again()
            self._began = self._stood
            self._fill(self._initial)
            self._say("")

    # Adding what is not known

    def action_add_unknown(self) -> None:
        """Add the person, party, source, issue or talks that a field names and the desk does not know."""
        error = next(iter(self._unknown.values()), None)
        if error is not None:
            kind, preset = to_add(error)
            self.app.push_screen(FormScreen(self.session, kind, preset=preset), self._added)

    def _added(self, row_id: int | None) -> None:
        if row_id is None:
            return
        self.desk.in_background("reading the desk", self.session.reading(), self._known_again)

    def _known_again(self, known: EntryContext) -> None:
        self._known = known
        for field in self._fields:
            self.widget(field.name).say_again()

    def _fill(self, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            self.widget(name).value = value

    def _left(self, key: str | None) -> None:
        if key == "x":
            self._keeper.throw_away()
            self.dismiss(None)
        elif key == "k":
            self._keep_typed(self.values)
            self._keeper.now()
            self.dismiss(None)


def _kept(fields: int, key: str, *, another: bool) -> str:
    meanwhile = " Somebody changed it since: saving shows both." if another else ""
    return f"Kept from before: {fields} of the fields. {key} throws it away; esc keeps it.{meanwhile}"
