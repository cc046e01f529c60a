"""Importing a statement: the quotations that were found in it, who said each, which are left out, and keeping them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual import on

from desk.app.duplicates import Alike, find
from desk.app.importing.pasting import path_in, settled
from desk.app.importing.statement import Quotation, keep_statement, speaks_for_itself
from desk.app.lines.context import EntryContext
from desk.model.errors import InputError
from desk.model.records import Party, Person
from desk.ui.base import OnDesk
from desk.ui.dialogs.pick import PickScreen
from desk.ui.importing.rows import Row, choices, draw_row, question
from desk.ui.key_queue import Holds
from desk.ui.routes import route
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.importing.parts import ImportForm


class Statement(RowList[Row], OnDesk):
    """The quotations of the text in the form, which are kept together."""

    def __init__(self, form: ImportForm) -> None:
        super().__init__(draw_row, lambda row: row.number, height=2)
        self._form = form
        #: Whom the reporter named for single quotations, by their number.
        self.given: dict[int, Party | Person] = {}
        #: Those that the reporter left out though they would be taken, or took though they would not.
        self._turned: set[int] = set()
        #: The text itself says whose words are in it.
        self.speaks = False
        self._read_before: tuple[tuple[object, ...], tuple[Quotation, ...]] | None = None
        #: What the bank has of the words of a quotation, once it was looked for.
        self._doubles: dict[str, Alike | None] = {}

    # What was found

    def ask_again(self) -> None:
        """Those who were named are others in the file that is there now."""
        self.given.clear()

    def begin_anew(self) -> None:
        """The quotations are others now, so what was said of them by their number no longer holds."""
        self.given.clear()
        self._turned.clear()

    def show_found(self) -> None:
        """Show what is found in the text of the form as it stands, and count it in the frame."""
        found = self._found()
        left_out = self._left_out(found)
        rows = [
            Row(number, one, number not in left_out, self._doubles.get(one.words)) for number, one in enumerate(found)
        ]
        self.show(rows, empty=self._nothing())
        self._look_for_doubles([one.words for one in found])
        self._form.show_count(_count(rows) if rows else "")

    def _left_out(self, found: Sequence[Quotation]) -> set[int]:
        return {number for number, one in enumerate(found) if (number in self._turned) is one.taken}

    def _found(self) -> tuple[Quotation, ...]:
        """The quotations in the text, read again only where it is another, or those who may be meant."""
        form, known = self._form, self._form.known
        if known is None:
            return ()
        read = (known, form.field("text").value, form.field("speaker").value, dict(self.given))
        if self._read_before is None or self._read_before[0] != read:
            self._read_before = (read, form.pasted(known).quotations())
            self.speaks = speaks_for_itself(form.field("text").value)
        return self._read_before[1]

    def _nothing(self) -> str:
        words = self._form.field("text").value.strip()
        if not words or self._form.known is None:
            return ""
        if path_in(words) is not None:
            return f"A file: {self._form.desk.key_of('import.take')} imports it."
        return "No quotation in it." if self.speaks else "No quotation marks in it: name its speaker."

    def _look_for_doubles(self, words: Sequence[str]) -> None:
        """Look in a worker which of these words the bank has already, and say so in their rows."""
        new = [one for one in dict.fromkeys(words) if one not in self._doubles]
        store, bank = self._form.session.store, self._form.session.bank
        if not new or bank is None:
            return

        def look() -> dict[str, Alike | None]:
            return {one: next(iter(find(store, bank, one)), None) for one in new}

        def told(found: dict[str, Alike | None]) -> None:
            self._doubles |= found
            if self.still_open():
                self.show_found()

        self._form.desk.in_background("looking for the same words", look, told, group="doubles", holds=Holds.NOTHING)

    # What the reporter says of it

    def leave_out(self) -> None:
        """Leave the quotation under the cursor out, or take it again."""
        if self.row is not None and self.has_focus:
            self._turned ^= {self.row.number}
            self.show_found()

    @on(RowList.Chosen)
    def _ask_who(self) -> None:
        """Say who said the quotation under the cursor: whom the text seems to name is offered first."""
        known, row = self._form.known, self.row
        if known is None or row is None:
            return
        one = row.quotation

        def take(who: Hashable) -> None:
            if isinstance(who, (Party, Person)):
                self._turned.discard(row.number)
                self.given[row.number] = who
                self.show_found()
            elif isinstance(who, str):
                self._add(row.number, who)

        chosen = one.speaker or one.name or self._form.pasted(known).whose()
        self.app.push_screen(PickScreen(question(one), choices(one, known), chosen=chosen), take)

    def _add(self, number: int, name: str) -> None:
        """Add somebody whom the desk does not know; what the text gives to that name is theirs from then on."""
        kind = "party" if name.isupper() else "person"

        def added(row_id: int | None) -> None:
            if row_id is not None:
                self._form.read_again(lambda known: self._give(number, kind, row_id, known))

        self.app.push_screen(route("form")(self._form.session, kind, preset={"name": name}), added)

    def _give(self, number: int, kind: str, row_id: int, known: EntryContext) -> None:
        rows: Sequence[Party | Person] = known.parties if kind == "party" else known.persons
        self.given[number] = next(one for one in rows if one.id == row_id)

    # Keeping it

    def take(self, known: EntryContext) -> None:
        """Keep the quotations; what stands in the way is said, and gone to."""
        form, pasted = self._form, self._form.pasted(known)
        left_out = self._left_out(pasted.quotations())
        try:
            source, date = pasted.source_of(), pasted.said()
            kept = pasted.to_keep(left_out)
        except InputError as error:
            form.failed(error)
            self._show_open(pasted.open_row(left_out))
            return
        form.busy = True
        store, keeper, generation = form.session.store, form.keeper, form.generation
        talks = (form.session.talks_id,) if form.session.talks_id is not None else ()

        def work() -> int:
            with store.transaction():
                store.see_same(generation)
                source_id = keep_statement(store, kept, known, source, date=date, talks=talks, text=pasted.text)
                keeper.forget()
            return source_id

        form.desk.change(f"{len(kept)} quotes kept", work, self._taken, failed=form.failed)

    def _show_open(self, number: int | None) -> None:
        """Go to the quotation that cannot be kept yet."""
        if number is not None and not self.screen.query(".-wrong"):
            self.go_to(number)
            self.focus()

    def _taken(self, source_id: int) -> None:
        desk = self._form.desk
        self._form.taken()
        # One confirmation for all of them, beside the statement as it was kept.
        route("verify_all")(desk, source_id)


def _count(rows: Sequence[Row]) -> str:
    """How many are kept, how many of those want a look, and how many are left out: "3 quotes ─ 1 to look at"."""
    kept = [row for row in rows if row.kept]
    look = sum(not settled(row.quotation) for row in kept)
    had = sum(row.double is not None for row in kept)
    left_out = len(rows) - len(kept)
    parts = (
        f"{len(kept)} quote{'s' * (len(kept) != 1)}",
        f"{look} to look at" if look else "",
        f"{had} in the bank already" if had else "",
        f"{left_out} left out" if left_out else "",
    )
    return " ─ ".join(part for part in parts if part)
