"""`Form`: what is asked for to add or edit one kind of thing, and what is kept of it. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from desk.app.forms.readers import Reader, at_field
from desk.app.forms.version import Preset, Version, check, unchanged
from desk.app.lines.completing import Candidate
from desk.app.lines.context import EntryContext, UnknownError
from desk.model.errors import InputError
from desk.model.quotes.groundrules import Naming
from desk.store.store import Store

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Field(Generic[T]):
    """One thing a form asks for. `preset` is the name under which an id for it may come in.

    `only_edited` is asked for only of what there is already.
    """

    name: str
    label: str
    reader: Reader[T]
    needed: bool = False
    hint: str = ""
    preset: str = ""
    only_edited: bool = False

    def hinted(self, naming: Naming) -> str:
        """What the line beneath the field says while it is empty."""
        return "; ".join(part for part in (self.hint, self.reader.listed(naming)) if part)

    def read(self, values: Mapping[str, str], known: EntryContext) -> T:
        """What the field says among a form's values. Raises InputError with the field's name as its place."""
        text = values.get(self.name, "")
        if not text.strip():
            if self.needed:
                raise InputError("this is needed", where=self.name, remedy=self.hint)
            return self.reader.empty
        try:
            return self.reader.read(text, known, values)
        except UnknownError as error:
            raise UnknownError(error.subject, error.name, error.what, where=self.name, remedy=error.remedy) from None
        except InputError as error:
            raise at_field(error, self.name) from None

    def echo(self, values: Mapping[str, str], known: EntryContext) -> str:
        """What was understood, to stand under the field. Raises InputError where it is not."""
        return self.reader.echo(self.read(values, known), known)

    def offer(self, text: str, cursor: int, values: Mapping[str, str], known: EntryContext) -> tuple[Candidate, ...]:
        """What could complete the field, and is not there already."""
        offered = self.reader.offer(text, cursor, known, values)
        return tuple(one for one in offered if one.text.casefold() != text[one.start : one.end].strip().casefold())


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A form as it was filled in and read: each field's value under the field itself. `row_id` is what is edited."""

    known: EntryContext
    row_id: int | None = None
    preset: Preset = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, wanted: Field[T]) -> T:
        value: T = self.values[wanted.name]
        return value

    def id(self, name: str) -> int | None:
        """An id that came in beforehand."""
        found = self.preset.get(name)
        return found if isinstance(found, int) else None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A kind of thing with its fields. `load` gives the texts of an existing row, `start` those for a new one; `save`
    keeps a filled form.
    """

    kind: str
    noun: str
    fields: tuple[Field[Any], ...]
    save: Callable[[Store, Filled], int]
    load: Callable[[Store, EntryContext, int], dict[str, str]] | None = None
    start: Callable[[Store, EntryContext, Preset], dict[str, str]] | None = None
    #: `start` gives what stands already, which the new row takes the place of.
    renews: bool = False
    #: What else is shown, by its label, of what the form is for: where it is another by now, that is told as well.
    also: Callable[[Store, EntryContext, Preset, int | None], dict[str, str]] | None = None
    add_title: str = ""
    edit_title: str = ""

    def title(self, *, editing: bool) -> str:
        """What the form is for."""
        if editing:
            return self.edit_title or f"Edit the {self.noun}"
        article = "an" if self.noun[0] in "aeiou" else "a"
        return self.add_title or f"Add {article} {self.noun}"

    def initial(self, store: Store, known: EntryContext, preset: Preset, row_id: int | None) -> dict[str, str]:
        """The texts that the form opens with. Reads the file: for a worker."""
        texts = {one.name: "" for one in self.fields}
        if row_id is not None and self.load is not None:
            texts |= self.load(store, known, row_id)
        elif self.start is not None:
            texts |= self.start(store, known, preset)
        for one in self.fields:
            given = preset.get(one.name, preset.get(one.preset) if one.preset else None)
            if isinstance(given, str):
                texts[one.name] = given
            elif isinstance(given, int):
                texts[one.name] = one.reader.of_id(given, known)
        return texts

    def read(
        self, values: Mapping[str, str], known: EntryContext, *, row_id: int | None = None, preset: Preset | None = None
    ) -> tuple[Filled, list[InputError]]:
        """The form as it stands, and what is wrong in it, in the order of its fields; `where` is a field's name."""
        read: dict[str, Any] = {}
        errors: list[InputError] = []
        for one in self.fields:
            try:
                read[one.name] = one.read(values, known)
            except InputError as error:
                errors.append(error)
        return Filled(known=known, row_id=row_id, preset=preset or {}, values=read), errors

    def keep(self, store: Store, filled: Filled, began: Version, known_now: Callable[[], EntryContext]) -> int:
        """Keep a filled form; returns the row's id. `began` is what it was opened on, `known_now` reads the file anew.

        Raises ChangedSinceError where somebody else changed that meanwhile, and what `save` raises; nothing is written
        then.
        """
        with store.transaction():
            row_id = began.row_id
            if not unchanged(store, began):
                row_id = check(self, store, known_now(), filled.preset, began).row_id
            return self.save(store, replace(filled, row_id=row_id))

    def draft_key(self, preset: Preset, row_id: int | None) -> str:
        """Under what a half-filled form is kept: one for each thing that can be edited, or added to."""
        what = f"edit {row_id}" if row_id is not None else "add"
        ids = " ".join(f"{key}={value}" for key, value in sorted(preset.items()) if isinstance(value, int))
        return " ".join(part for part in ("form", self.kind, what, ids) if part)


def written(one: Field[T], value: T, known: EntryContext) -> dict[str, str]:
    """A field's text for a value, to be joined into the texts of a form."""
    return {one.name: one.reader.write(value, known)}
