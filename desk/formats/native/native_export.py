"""The private export: everything, in the desk's own format, to move a desk to another machine. It goes through no gate.

What `desk import` reads. Rows name each other by codes and names, or by a key where a name is not enough. What the
history holds (earlier versions of rows, for undo) stays behind: a backup has that. What of it counts for a check comes
along: which of the quote's parts changed since, and what its source was then. On another desk a check stands as reported.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from desk.model.dates.plain import date_to_plain
from desk.model.enums import Certainty, SourceKind, Tier
from desk.store.bulk.dump import changed_since, children, date_in, referred_to, tables
from desk.store.store import Store
from desk.store.subjects.hidden import earlier_names
from desk.store.subjects.source_at_verification import SourceAtVerification

_HEAD = {"format": "newsroom-desk", "version": 1}
#: Columns that stand under other names, or are not written as they are.
_SKIPPED = frozenset({"id", "added_by", "recorded_at", "withdrawn_at", "date_id", "agreed_id", "rank", "kept"})
_FLAGS = frozenset(
    {"confidential", "archived", "may_publish", "may_quote", "may_name", "lifted", "listened", "confirmed", "failed"}
)
_LISTS = frozenset({"aliases", "tags"})
_RENAMED = {"done_at": "done", "until_utc": "until"}
#: What a date is taken for in these tables where it says nothing.
_OCCURRED = frozenset({"source", "development", "quote", "terms"})
#: What the sections are called, and the column that names a row.
_NAMED = {
    "party": ("parties", "name"),
    "person": ("people", "name"),
    "source": ("sources", "code"),
    "negotiation": ("negotiations", "code"),
    "story": ("stories", "slug"),
}
_REFERENCES = {
    "party_id": ("party", "party"),
    "person_id": ("person", "person"),
    "source_id": ("source", "source"),
    "negotiation_id": ("negotiation", "talks"),
    "story_id": ("story", "story"),
    "quote_id": ("quote", "quote"),
    "issue_id": ("issue", "issue"),
}

#: Told how many rows are written.
Progress = Callable[[int], None]


def private_text(store: Store, *, progress: Progress | None = None) -> Iterator[str]:
    """The whole document, a piece at a time."""
    settings = {"reporter": store.settings.reporter(), "zone": store.settings.zone()}
    yield "{\n" + ",\n".join(f"{json.dumps(key)}: {_json(value)}" for key, value in {**_HEAD, "desk": settings}.items())
    writer = _Writer(store)
    done = 0
    for section, rows in writer.sections():
        first = True
        for row in rows:
            yield f',\n\n"{section}": [\n{_json(row)}' if first else f",\n{_json(row)}"
            first = False
            done += 1
            if progress is not None and done % 1_000 == 0:
                progress(done)
        if not first:
            yield "\n]"
    yield "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Writer:
    """Rows as objects. Knows what each row is called."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keys: dict[str, dict[int, str]] = {}
        self._said: dict[str, set[str]] = {}
        self._kinds: dict[int, tuple[SourceKind, Tier]] = {}
        corrected = ("position", "development", "deadline_date", "terms", "embargo", "verification", "check_mark")
        self._needed = {table: referred_to(store, table, "corrects") for table in corrected}
        self._needed["quote"] = referred_to(store, "copy_log", "quote_id")
        self._needed["story"] = referred_to(store, "copy_log", "story_id")

    def sections(self) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
        yield "parties", self._merged("party")
        yield "people", self._merged("person")
        yield "sources", self._sources()
        yield "negotiations", self._negotiations()
        yield "issues", self._every("issue")
        yield "positions", self._every("position", self._position)
        yield "developments", self._developments()
        yield "deadlines", self._deadlines()
        yield "quotes", self._quotes()
        yield "stories", self._stories()
        yield "copies", self._every("copied")

    # Rows

    def _row(self, table: str, row: sqlite3.Row, **parts: Any) -> dict[str, Any]:
        """One row under the names of the format; what is empty is left out."""
        said: dict[str, Any] = dict(self._name(table, row))
        for column in row.keys():  # noqa: SIM118 - a row gives its values when it is walked
            value = row[column]
            if column in _SKIPPED or column.startswith("d_") or value in (None, "", "[]"):
                continue
            if column in _REFERENCES:
                of, name = _REFERENCES[column]
                said[name] = self._keys[of][value]
            elif column == "merged_into":
                said[column] = self._keys[table][self._root(table, value)]
            elif column == "corrects":
                said[column] = f"{table}-{value}"
            elif column in _FLAGS:
                if value or column.startswith("may_"):
                    said[column] = bool(value)
            elif column in _LISTS:
                said[column] = json.loads(value)
            elif column != "fingerprint":
                said[_RENAMED.get(column, column)] = value
        if "d_precision" in row.keys():  # noqa: SIM118
            certainty = Certainty.OCCURRED if table in _OCCURRED else Certainty.EXPECTED
            date = date_to_plain(date_in(row), certainty=certainty)
            if date is not None:
                said["agreed_on" if table == "terms" else "date"] = date
        said |= {name: part for name, part in parts.items() if part not in (None, "", [], {})}
        said["logged"] = row["recorded_at"]
        if "withdrawn_at" in row.keys() and row["withdrawn_at"]:  # noqa: SIM118
            said["withdrawn"] = row["withdrawn_at"]
        return said

    def _name(self, table: str, row: sqlite3.Row) -> dict[str, str]:
        """What the row is called by others: its name where only it has that, else a key."""
        named = _NAMED.get(table)
        key = f"{table}-{row['id']}"
        if named is not None:
            name = str(row[named[1]])
            said = self._said.setdefault(table, set())
            fresh = row["withdrawn_at"] is None and name.casefold() not in said
            if fresh:
                said.add(name.casefold())
            self._keys.setdefault(table, {})[row["id"]] = name if fresh else key
            return {} if fresh else {"key": key}
        self._keys.setdefault(table, {})[row["id"]] = key
        return {"key": key} if table == "issue" or row["id"] in self._needed.get(table, ()) else {}

    def _root(self, table: str, row_id: int) -> int:
        """The row into which this one was merged in the end."""
        row = self._store.one(f"SELECT merged_into FROM {table} WHERE id = :id", id=row_id)
        return row_id if row is None or row[0] is None else self._root(table, row[0])

    def _every(
        self, table: str, parts: Callable[[sqlite3.Row], dict[str, Any]] = lambda row: {}
    ) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, table):
            for row in chunk:
                yield self._row(table, row, **parts(row))

    def _merged(self, table: str) -> Iterator[dict[str, Any]]:
        """Those into which others were merged come before these."""
        rows = [row for chunk in tables(self._store, table) for row in chunk]
        secret = {row["id"] for row in rows if table == "person" and row["confidential"]}
        earlier = earlier_names(self._store, "person", secret)
        for row in sorted(rows, key=lambda row: row["merged_into"] is not None):
            said = self._row(table, row)
            # Earlier versions of rows stay behind; the names in them are hidden on the other machine too.
            if called := [name for name in earlier.get(row["id"], ()) if name != row["name"]]:
                said["aliases"] = list(dict.fromkeys((*said.get("aliases", ()), *called)))
            yield said

    def _inner(self, table: str, rows: Iterable[sqlite3.Row], *without: str) -> list[dict[str, Any]]:
        """Rows that stand inside the one they belong to."""
        found = []
        for row in rows:
            said = self._row(table, row)
            for name in without:
                said.pop(name, None)
            found.append(said)
        return found

    # Sections with parts

    def _sources(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "source"):
            ids = [row["id"] for row in chunk]
            named = {row["id"]: self._row("source", row) for row in chunk}
            terms = children(self._store, "terms", "source_id", ids)
            embargoes = children(self._store, "embargo", "source_id", ids)
            for row in chunk:
                self._kinds[row["id"]] = (SourceKind(row["kind"]), Tier(row["tier"]))
                said = named[row["id"]]
                for name, table, rows in (("terms", "terms", terms), ("embargoes", "embargo", embargoes)):
                    inner = self._inner(table, rows.get(row["id"], ()), "source")
                    if inner:
                        said[name] = inner
                yield said

    def _negotiations(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "negotiation"):
            parties = children(self._store, "negotiation_party", "negotiation_id", [row["id"] for row in chunk])
            for row in chunk:
                live = [one for one in parties.get(row["id"], ()) if one["withdrawn_at"] is None]
                names = [self._keys["party"][one["party_id"]] for one in sorted(live, key=lambda one: one["rank"])]
                yield self._row("negotiation", row, parties=names)

    def _position(self, row: sqlite3.Row) -> dict[str, Any]:
        return {"issue": self._keys["issue"][row["issue_id"]]}

    def _developments(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "development"):
            ids = [row["id"] for row in chunk]
            talks, axes, who, asked = (
                children(self._store, f"development_{part}", "development_id", ids)
                for part in ("talks", "axis", "who", "asked")
            )
            embargoes = children(self._store, "embargo", "development_id", ids)
            for row in chunk:
                mine = who.get(row["id"], ())
                yield self._row(
                    "development",
                    row,
                    talks=[self._keys["negotiation"][one["negotiation_id"]] for one in talks.get(row["id"], ())],
                    axes={one["axis"]: one["value"] for one in axes.get(row["id"], ())},
                    parties=[self._keys["party"][one["party_id"]] for one in mine if one["party_id"] is not None],
                    people=[self._keys["person"][one["person_id"]] for one in mine if one["person_id"] is not None],
                    asked=[self._asked(one) for one in asked.get(row["id"], ())],
                    embargoes=self._embargoes(embargoes.get(row["id"], ())),
                )

    def _asked(self, row: sqlite3.Row) -> dict[str, Any]:
        said = self._who(row)
        if row["how"]:
            said["how"] = row["how"]
        return {**said, "outcome": row["outcome"]}

    def _who(self, row: sqlite3.Row) -> dict[str, Any]:
        if row["person_id"] is not None:
            return {"person": self._keys["person"][row["person_id"]]}
        return {"party": self._keys["party"][row["party_id"]]}

    def _embargoes(self, rows: Iterable[sqlite3.Row]) -> list[dict[str, Any]]:
        return [
            {name: value for name, value in one.items() if name not in ("quote", "source", "development_id")}
            for one in self._inner("embargo", rows)
        ]

    def _deadlines(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "deadline"):
            dates = children(self._store, "deadline_date", "deadline_id", [row["id"] for row in chunk])
            for row in chunk:
                yield self._row(
                    "deadline", row, dates=self._inner("deadline_date", dates.get(row["id"], ()), "deadline_id")
                )

    def _quotes(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "quote"):
            ids = [row["id"] for row in chunk]
            speakers, talks, terms, embargoes, checks = (
                children(self._store, table, "quote_id", ids)
                for table in ("quote_speaker", "quote_talks", "terms", "embargo", "verification")
            )
            then = SourceAtVerification(self._store, [one for rows in checks.values() for one in rows])
            for row in chunk:
                said_by = [one for one in speakers.get(row["id"], ()) if one["withdrawn_at"] is None]
                said_by.sort(key=lambda one: (one["rank"], one["id"]))
                in_talks = [one for one in talks.get(row["id"], ()) if one["withdrawn_at"] is None]
                yield self._row(
                    "quote",
                    row,
                    speakers=[self._speaker(one) for one in said_by],
                    talks=[self._keys["negotiation"][one["negotiation_id"]] for one in in_talks],
                    terms=self._own("terms", terms.get(row["id"], ())),
                    embargoes=self._own("embargo", embargoes.get(row["id"], ())),
                    verifications=[self._verification(row, said_by, one, then) for one in checks.get(row["id"], ())],
                )

    def _own(self, table: str, rows: Iterable[sqlite3.Row]) -> list[dict[str, Any]]:
        found = []
        for row in rows:
            self._keys.setdefault("quote", {}).setdefault(row["quote_id"], "")
            found.append(self._row(table, row))
            found[-1].pop("quote", None)
        return found

    def _speaker(self, row: sqlite3.Row) -> dict[str, Any]:
        said = self._who(row)
        if row["name"] not in said.values():
            said["name"] = row["name"]
        parts = {"title": row["title"], "of": row["party"]}
        return {**said, **{name: part for name, part in parts.items() if part}}

    def _verification(
        self, quote: sqlite3.Row, speakers: list[sqlite3.Row], row: sqlite3.Row, then: SourceAtVerification
    ) -> dict[str, Any]:
        said = self._own("verification", [row])[0]
        if changed := changed_since(quote, speakers, row):
            said["changed"] = changed
        was = then.then(row)
        if was is not None and was != self._kinds[row["source_id"]]:
            said["source_was"] = {"kind": was[0].value, "tier": was[1].value}
        return said

    def _stories(self) -> Iterator[dict[str, Any]]:
        for chunk in tables(self._store, "story"):
            checks = children(self._store, "story_check", "story_id", [row["id"] for row in chunk])
            for row in chunk:
                said = self._row("story", row)
                said["checks"] = []
                for check in checks.get(row["id"], ()):
                    marks = children(self._store, "check_mark", "check_id", [check["id"]]).get(check["id"], ())
                    inner = self._row("story_check", check, marks=self._inner("check_mark", marks, "check_id"))
                    inner.pop("story", None)
                    said["checks"].append(inner)
                yield said
