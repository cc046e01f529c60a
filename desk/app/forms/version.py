"""What a form began from, so that whoever saves second is told of what was saved first, and decides.

A form that edits something, or that adds to something by what is known of it, knows the texts as the file had them when
it was opened. What is in the file at the moment of saving is read again inside the same transaction: where it is another
by then, nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from desk.model.errors import ConflictError, RefusedError
from desk.model.frozen import frozen
from desk.store.file.rows import SHOWN

if TYPE_CHECKING:
    from desk.app.lines.context import EntryContext
    from desk.store.store import Store

#: The tables of the ids that a form may come with. One that is only a suggestion is not among them.
_GIVEN = MappingProxyType(
    {"source_id": "source", "quote_id": "quote", "check_id": "story_check", "deadline_id": "deadline"}
)
_TABLES = MappingProxyType({"check": "story_check"})
_CORRECTED = frozenset({"position", "development", "deadline_date"})
_MERGED = frozenset({"party", "person"})
#: Whatever is done changes this: the newest action, and which imports are not whole.
_DONE = """
  SELECT (SELECT json_array(id, at, via, who) FROM action ORDER BY id DESC LIMIT 1),
         (SELECT group_concat(id || state) FROM action WHERE state <> 'done')
"""


#: What a form comes with from where it was opened, by the names of its fields.
Preset = Mapping[str, int | str]


class Versioned(Protocol):
    """A form, as far as it says what it began from."""

    @property
    def kind(self) -> str: ...
    @property
    def noun(self) -> str: ...
    @property
    def renews(self) -> bool: ...
    @property
    def load(self) -> Callable[[Store, EntryContext, int], dict[str, str]] | None: ...
    @property
    def start(self) -> Callable[[Store, EntryContext, Preset], dict[str, str]] | None: ...
    @property
    def also(self) -> Callable[[Store, EntryContext, Preset, int | None], dict[str, str]] | None: ...


@frozen(kw_only=True)
class Version:
    """How a thing stood when it was read: its texts by the names of the form's fields (and what else is shown of it, by
    its label), the row that then stood for it, and what tells that row from every other.
    """

    texts: Mapping[str, str]
    row_id: int | None = None
    which: str = ""
    withdrawn: bool = False
    #: What was done last when it was read; empty where that is not known any more.
    done: str = ""

    def to_text(self) -> str:
        """The version as it is kept with a form that was not saved."""
        return json.dumps([dict(self.texts), self.row_id, self.which, self.withdrawn], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Version:
        """The same back."""
        texts, row_id, which, withdrawn = json.loads(text)
        return cls(texts=texts, row_id=row_id, which=which, withdrawn=bool(withdrawn))


class ChangedSinceError(ConflictError):
    """Somebody else changed what a form began from. `now` is how it stands, `names` the fields that are others."""

    def __init__(self, noun: str, now: Version, names: tuple[str, ...]) -> None:
        super().__init__(
            f"the {noun} was changed by somebody else since you opened it; nothing was saved",
            remedy="Look at both, and say what counts.",
        )
        self.now = now
        self.names = names


def read(form: Versioned, store: Store, known: EntryContext, preset: Preset, row_id: int | None) -> Version:
    """How what this form is for stands now. Raises RefusedError where it is not in the file."""
    if row_id is not None:
        table = _table(form)
        row_id = _standing(store, table, row_id)
        which, withdrawn = _which(store, table, row_id)
        texts = form.load(store, known, row_id) if form.load is not None else {}
    else:
        given = [(_GIVEN[name], value) for name, value in sorted(preset.items())
                 if name in _GIVEN and isinstance(value, int)]  # fmt: skip
        found = [_which(store, *one) for one in given]
        which, withdrawn = " ".join(one for one, _ in found), any(gone for _, gone in found)
        texts = form.start(store, known, preset) if form.renews and form.start is not None else {}
    also = form.also(store, known, preset, row_id) if form.also is not None else {}
    return Version(texts={**texts, **also}, row_id=row_id, which=which, withdrawn=withdrawn, done=_done(store))


def check(form: Versioned, store: Store, known: EntryContext, preset: Preset, began: Version) -> Version:
    """How it stands now, where that is as when the form began. Raises ChangedSinceError where it is another, RefusedError
    where it is not there any more.
    """
    now = read(form, store, known, preset, began.row_id)
    # What stands for it by now may be another row; the one that it began from has to be there all the same.
    which = now.which if began.row_id is None else _which(store, _table(form), began.row_id)[0]
    if which != began.which:
        raise RefusedError(
            f"what this {form.noun} was opened on is not in the file any more",
            remedy="Nothing was saved, and what you typed is kept.",
        )
    if now.withdrawn and not began.withdrawn:
        raise RefusedError(
            f"the {form.noun}, or what it is for, was withdrawn by somebody else since you opened it",
            remedy="Nothing was saved, and what you typed is kept; undo brings it back.",
        )
    names = tuple(name for name in {**now.texts, **began.texts} if now.texts.get(name, "") != began.texts.get(name, ""))
    if names:
        raise ChangedSinceError(form.noun, now, names)
    return now


def unchanged(store: Store, began: Version) -> bool:
    """Return True where nothing at all was done in the file since."""
    return bool(began.done) and _done(store) == began.done


def _table(form: Versioned) -> str:
    return _TABLES.get(form.kind, form.kind)


def _done(store: Store) -> str:
    row = store.one(_DONE)
    return json.dumps([row[0], row[1]]) if row is not None else ""


def _standing(store: Store, table: str, row_id: int) -> int:
    """The row that stands for this one: what corrects it, or what it was merged into."""
    if table in _CORRECTED:
        row = store.one(
            f"""
            WITH RECURSIVE chain(id) AS (
              SELECT :id UNION
              SELECT t.id FROM {table} t JOIN chain c ON t.corrects = c.id
              WHERE t.withdrawn_at IS NULL AND t.added_by {SHOWN}
            )
            SELECT max(id) FROM chain
            """,
            id=row_id,
        )
    elif table in _MERGED:
        row = store.one(
            f"""
            WITH RECURSIVE chain(id, merged_into) AS (
              SELECT id, merged_into FROM {table} WHERE id = :id UNION
              SELECT t.id, t.merged_into FROM {table} t JOIN chain c ON t.id = c.merged_into
            )
            SELECT id FROM chain WHERE merged_into IS NULL
            """,
            id=row_id,
        )
    else:
        return row_id
    return int(row[0]) if row is not None else row_id


def _which(store: Store, table: str, row_id: int) -> tuple[str, bool]:
    """What tells a row from every other, in whatever file, and whether it is withdrawn."""
    row = store.one(f"SELECT recorded_at, withdrawn_at FROM {table} WHERE id = :id AND added_by {SHOWN}", id=row_id)
    if row is None:
        raise RefusedError(
            f"there is no such {table.replace('_', ' ')} any more ({row_id})", remedy="What you typed is kept."
        )
    return f"{table} {row['recorded_at']}", row["withdrawn_at"] is not None
