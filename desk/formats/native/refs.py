"""What the rows of a document call each other, and what the file has already under the same names."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from desk.formats.fields import Fields
from desk.model.dates.zones import printable
from desk.model.records import Issue, Source
from desk.model.text import one_line
from desk.store.store import Store

V = TypeVar("V")

_WORDS = {
    "parties": "party",
    "people": "person",
    "sources": "source",
    "negotiations": "talks",
    "issues": "issue",
    "stories": "story",
}


class Refs:
    """Names to numbers, section by section: a row of the document by its place, one of the file below 0."""

    def __init__(self, store: Store) -> None:
        self.remarks: list[str] = []
        self._unnamed = store.people.unnamed()
        self._names: dict[str, dict[str, int]] = {}
        self._withdrawn: dict[str, dict[str, int]] = {}
        self._learned: dict[str, datetime | None] = {}
        people = store.people
        self._here: dict[str, dict[str, int]] = {
            "parties": {_fold(n): p.id or 0 for p in people.parties() for n in (*p.aliases, p.full_name, p.name) if n},
            "people": {_fold(n): p.id or 0 for p in people.persons() for n in (*p.aliases, p.name)},
            "negotiations": {_fold(n): t.id or 0 for t in store.talks.negotiations() for n in (t.name, t.code)},
            "stories": {_fold(s.slug): s.id or 0 for s in store.stories.all()},
        }
        self._sources: dict[str, Source] = {_fold(s.code): s for s in store.sources.all()}
        self._here["sources"] = {code: source.id or 0 for code, source in self._sources.items()}
        self._issues_here: dict[tuple[int, str], Issue] = {
            (one.negotiation_id, _fold(one.name)): one for one in store.talks.issues()
        }
        self._codes = set(self._sources)

    # What is here already

    def party(self, name: str) -> int | None:
        return self._here["parties"].get(_fold(name))

    def person(self, name: str) -> int | None:
        return self._here["people"].get(_fold(name))

    def talks(self, code: str) -> int | None:
        return self._here["negotiations"].get(_fold(code))

    def story(self, slug: str) -> int | None:
        return self._here["stories"].get(_fold(slug))

    def issue(self, talks: int, name: str) -> int | None:
        found = self._issues_here.get((-talks, _fold(name)))
        return found.id if found is not None else None

    def source(self, source: Source) -> int | None:
        """The source of the file with the same code, where it is the same source."""
        found = self._sources.get(_fold(source.code))
        if found is None:
            return None
        here = (found.title, found.outlet, found.url, found.date if found.date.dated else None)
        said = (source.title, source.outlet, source.url, source.date if source.date.dated else None)
        # What a document leaves out is no difference.
        same = found.kind is source.kind and all(
            ours == theirs for ours, theirs in zip(here, said, strict=True) if theirs
        )
        return found.id if same else None

    def is_unnamed(self, *names: str) -> bool:
        """Return True where somebody of one of these names may not be named here."""
        return any(map(self._unnamed.is_one, names))

    def free_code(self, code: str) -> str:
        """A code for a source that no other has; says so where it is not the one that was asked for."""
        free, number = code, 2
        while _fold(free) in self._codes:
            free, number = f"{code}-{number}", number + 1
        if free != code:
            self.remarks.append(f"{code} is another source here, so the imported one is {free}.")
        self._codes.add(_fold(free))
        return free

    # When the desk learned what

    def learned_with(self, code: str, logged: datetime | None) -> None:
        """Remember when a source was learned: what was taken from it was learned then, where it does not say."""
        self._learned[_fold(code)] = logged

    def learned(self, code: object) -> datetime | None:
        return self._learned.get(_fold(code)) if isinstance(code, str) else None

    # Names

    def new(
        self,
        row: Fields,
        field: str,
        section: str,
        names: tuple[str, ...],
        found: int | None,
        value: V,
        rows: list[Any],
    ) -> V | None:
        """Give a row its name and the others it goes by. None where the file has it already, which is then meant."""
        number = len(rows) if found is None else -found
        # A withdrawn row goes by its name only where no other does.
        known = (self._withdrawn if row.has("withdrawn") else self._names).setdefault(section, {})
        own = _fold(names[0])
        if known.setdefault(own, number) != number and not row.has("withdrawn"):
            raise row.wrong(field, f"“{printable(names[0])}” stands for another {_WORDS[section]} in this document")
        for name in filter(None, map(_fold, names[1:])):
            known.setdefault(name, number)
        if found is None:
            return value
        if key := row.peek("key"):
            self.name(row, "key", section, str(key), number)
        return None

    def name(self, row: Fields, field: str, section: str, key: str, number: int) -> None:
        """Give a row a name of its own choosing."""
        if self._names.setdefault(section, {}).setdefault(_fold(key), number) != number:
            raise row.wrong(field, f"“{printable(key)}” is another row's key")

    def _find(self, row: Fields, field: str, section: str, name: str) -> int:
        wanted = _fold(name)
        found = self._names.get(section, {}).get(wanted)
        if found is not None:
            return found
        here = self._here.get(section, {}).get(wanted)
        if here is not None:
            return -here
        withdrawn = self._withdrawn.get(section, {}).get(wanted)
        if withdrawn is not None:
            return withdrawn
        raise row.wrong(
            field,
            f"there is no {_WORDS.get(section, 'row')} “{printable(name)}” above, nor in the desk",
            "Add it to the document, or check its name.",
        )

    def refer(self, row: Fields, field: str, section: str) -> int | None:
        """The row that a field names; None where the field is missing."""
        name = row.line(field)
        return self._find(row, field, section, name) if name else None

    def need(self, row: Fields, field: str, section: str) -> int:
        """The same for a field that has to be there."""
        return self._find(row, field, section, row.line(field, None))

    def refer_all(self, row: Fields, field: str, section: str) -> tuple[int, ...]:
        """The rows that a list names."""
        names = enumerate(row.lines(field))
        return tuple(self._find(row, f"{field}[{number}]", section, name) for number, name in names)

    def issue_name(self, talks: int, name: str) -> str:
        """What an issue is called among those of all talks."""
        return f"{talks}/{_fold(name)}"

    def issue_in(self, row: Fields, field: str, talks: tuple[int, ...]) -> int | None:
        """The issue that a field names: by its key, or by its name in one of these talks."""
        name = row.line(field)
        if not name:
            return None
        names = self._names.get("issues", {})
        for one in talks:
            found = names.get(self.issue_name(one, name))
            here = self.issue(one, name)
            if found is not None or here is not None:
                return found if found is not None else -(here or 0)
        return self._find(row, field, "issues", name)


def _fold(name: object) -> str:
    return one_line(str(name)).casefold()
