"""Whom and what the desk knows and may not name: every name of theirs, old ones and as printed, for the search of what leaves.

Hidden is a person who is marked confidential, the title of a source that is, and whoever spoke only where the source's
mark or its terms do not let them be named. Whoever is on the record elsewhere as well is known to the public, and kept
out only of what the hidden source told, which the gate and `output.telling` see to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from desk.model.enums import GroundRule, SourceKind
from desk.model.frozen import frozen
from desk.model.quotes.effective_terms import effective_terms
from desk.model.quotes.gate import named_in
from desk.model.quotes.groundrules import default_terms, permissions
from desk.model.quotes.quotes import Terms
from desk.model.text import one_line
from desk.store.file.rows import SHOWN, maybe_bool, names
from desk.store.subjects.merge_map import merge_map
from desk.store.subjects.people import People
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access

Table = Literal["person", "party"]

#: What stands otherwise when anything was done: single rows are in the history, an import is told by its state.
_STATE = """
  SELECT (SELECT coalesce(max(id), 0) FROM history) AS history, (SELECT max(id) FROM action WHERE bulk = 1) AS import,
         (SELECT group_concat(id || state) FROM action WHERE state <> 'done') AS states
"""
#: Whether it is anything that decides who is hidden.
_DECIDES = """
  SELECT 1 FROM history WHERE id > :seen
    AND table_name IN ('person', 'party', 'source', 'terms', 'quote', 'quote_speaker', 'negotiation_party') LIMIT 1
"""
#: The newest terms of a source, as they count now.
_TERMS = "t.rule, t.may_publish, t.may_quote, t.may_name"
_NEWEST = f"(SELECT max(id) FROM terms WHERE {{}} = {{}} AND withdrawn_at IS NULL AND added_by {SHOWN})"


@frozen(kw_only=True)
class Hidden:
    """Names that may not be handed on: of people, and of anything else (a source's title, a body).

    `people` were promised it by a mark, `bound` by the terms of what they said; `unset` spoke only where no ground rule
    is set yet. `bodies` are what organisations that may be named are called. `codes` are those of sources who may not be
    named, with the name of somebody in them who may be named for other things.
    """

    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class HiddenNames:
    """Who is hidden in the file as it is now; read anew when something was done since."""

    def __init__(self, store: Access) -> None:
        self._store = store
        self._read: tuple[sqlite3.Row, Hidden] | None = None

    def all(self) -> Hidden:
        """Every name that may not be handed on: also of rows that were withdrawn since."""
        state = self._store.one(_STATE)
        assert state is not None
        known = self._read
        if known is not None:
            seen, hidden = known
            same = tuple(seen)[1:] == tuple(state)[1:] and seen["history"] <= state["history"]
            if same and self._store.one(_DECIDES, seen=seen["history"]) is None:
                return hidden
        hidden = _Reading(self._store).all()
        self._read = state, hidden
        return hidden

    def attributions(self) -> tuple[dict[int, str], dict[int, str]]:
        """The agreed attributions of confidential people and of confidential sources, by their numbers, where there are any."""
        persons = self._store.all(
            """
            SELECT s.person_id AS id, t.attribution, max(t.id) FROM person p JOIN quote_speaker s ON s.person_id = p.id
              JOIN quote q ON q.id = s.quote_id JOIN terms t ON t.quote_id = q.id OR t.source_id = q.source_id
            WHERE p.confidential = 1 AND s.withdrawn_at IS NULL AND t.withdrawn_at IS NULL AND t.attribution <> ''
            GROUP BY s.person_id
            """
        )
        sources = self._store.all(
            f"""
            SELECT s.id, t.attribution FROM source s JOIN terms t ON t.id = {_NEWEST.format("source_id", "s.id")}
            WHERE s.confidential = 1 AND t.attribution <> ''
            """
        )
        return ({row["id"]: row["attribution"] for row in persons}, {row["id"]: row["attribution"] for row in sources})


def earlier_names(store: Access, table: Table, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What each of these rows was called before it was changed, aliases too. Rows that were never changed are left out."""
    if not ids:
        return {}
    found: dict[int, list[str]] = {}
    for row in store.all(
        """
        SELECT row_id, before FROM history
        WHERE table_name = :table AND row_id IN (SELECT value FROM json_each(:ids)) AND before IS NOT NULL ORDER BY id
        """,
        table=table,
        ids=json.dumps(sorted(set(ids))),
    ):
        was = json.loads(row["before"])
        found.setdefault(row["row_id"], []).extend(
            name for name in (was["name"], was.get("full_name", ""), *names(was["aliases"])) if name
        )
    return {row_id: tuple(dict.fromkeys(called)) for row_id, called in found.items()}


class _Reading:
    """One look at the file. A row of a party or person stands for all that were merged into it."""

    def __init__(self, store: Access) -> None:
        self._store = store
        self._ends = {"person": merge_map(store, "person"), "party": merge_map(store, "party")}
        self._sources = self._of_sources()
        self._quotes = self._of_quotes()
        #: Who spoke where they may not be named, by the source.
        self._behind: dict[int | None, set[tuple[Table, int]]] = {}

    def all(self) -> Hidden:
        # A mark that was taken away with words is taken away from those who were merged into that person as well.
        flagged = {
            row["id"]
            for row in self._store.all("SELECT id FROM person WHERE confidential = 1")
            if row["id"] not in self._ends["person"]
        }
        spoke = self._spoke(self._rows("person", flagged))
        marked, bound, unset = spoke["marked"], spoke["bound"], spoke["unset"]
        self._public = {*spoke["open"], *self._seated()}
        public = self._public
        people = flagged | _rows_of("person", marked - public)
        promised = _rows_of("person", bound - public) - people
        waiting = _rows_of("person", unset - public) - people - promised
        bodies = _rows_of("party", (marked | bound) - public)
        return Hidden(
            people=_once([*self._called("person", people), *self._agreed_with("marked", people)]),
            others=_once([*self._titles(), *self._called("party", bodies)]),
            bound=_once([*self._called("person", promised), *self._agreed_with("bound", people | promised)]),
            unset=_once(self._called("person", waiting)),
            bodies=_once(
                name
                for party in People(self._store).parties()
                if party.id not in bodies
                for name in (party.name, *party.aliases)
            ),
            codes=_once(self._codes()),
        )

    # What may not be named

    def _of_sources(self) -> dict[int, str]:
        """Whether who spoke there may be named: "open"; not as "marked" or "bound" by terms; "unset" while no rule is. What
        may not be published is "held back": it makes nobody known, and hides nobody.
        """
        rows = self._store.all(
            f"""
            SELECT s.id, s.kind, s.confidential, {_TERMS} FROM source s
            LEFT JOIN terms t ON t.id = {_NEWEST.format("source_id", "s.id")}
            WHERE s.confidential = 1 OR s.added_by {SHOWN}
            """
        )
        return {row["id"]: _openness(_newest_terms(row), confidential=row["confidential"]) for row in rows}

    def _of_quotes(self) -> dict[int, str]:
        """The same for the quotes that have terms of their own, by what counts of these and of their sources'."""
        rows = self._store.all(
            """
            SELECT q.id, q.source_id, s.kind, coalesce(s.confidential, 0) AS confidential
            FROM (SELECT DISTINCT quote_id AS id FROM terms WHERE quote_id IS NOT NULL) o
              JOIN quote q ON q.id = o.id LEFT JOIN source s ON s.id = q.source_id
            """
        )
        sources, found = Sources(self._store), dict[int, str]()
        for row in rows:
            own, of_source = sources.terms(quote_id=row["id"]), list[Terms]()
            if row["source_id"] is not None:
                of_source = sources.terms(source_id=row["source_id"])
            if own:
                default = default_terms(SourceKind(row["kind"])) if row["kind"] is not None else Terms()
                found[row["id"]] = _openness(effective_terms(own, of_source, default), confidential=row["confidential"])
        return found

    def _spoke(self, flagged: set[int]) -> dict[str, set[tuple[Table, int]]]:
        """Who spoke where they may be named, and where not. A withdrawn quote opens nobody; where somebody may not be named
        for what is in it, it was said all the same. Beside a confidential person nobody is named.
        """
        beside = {
            row["quote_id"]
            for row in self._store.all(
                """
                SELECT quote_id FROM quote_speaker
                WHERE person_id IN (SELECT value FROM json_each(:ids)) AND withdrawn_at IS NULL
                """,
                ids=json.dumps(sorted(flagged)),
            )
        }
        apart = {*self._quotes, *beside}
        found: dict[str, set[tuple[Table, int]]] = {"open": set(), "marked": set(), "bound": set(), "unset": set()}
        if not apart and {*self._sources.values()} <= {"open", "held back"}:
            return found  # nobody is hidden by what they said: a large bank is not looked through for it
        # One look at all that was said, whatever there is of it; only what has terms of its own is looked at singly.
        for of_quote, which in (("NULL", "NOT IN"), ("q.id", "IN")):
            for row in self._store.all(
                f"""
                SELECT s.person_id, s.party_id, q.source_id, {of_quote} AS quote_id, min(q.withdrawn_at IS NOT NULL) AS gone
                FROM quote_speaker s JOIN quote q ON q.id = s.quote_id
                WHERE q.id {which} (SELECT value FROM json_each(:apart)) AND s.withdrawn_at IS NULL
                  AND q.added_by {SHOWN}
                GROUP BY s.person_id, s.party_id, q.source_id, {of_quote}
                """,
                apart=json.dumps(sorted(apart)),
            ):
                state = self._quotes.get(row["quote_id"]) or self._sources.get(row["source_id"])
                open_or_not_set = state in ("open", "unset")
                if (
                    state is None
                    or state == "held back"
                    or (open_or_not_set and row["gone"])
                    or (state == "open" and row["quote_id"] in beside)
                ):
                    continue
                table: Table = "person" if row["person_id"] is not None else "party"
                who = (table, self._ends[table][row[f"{table}_id"]])
                found[state].add(who)
                if state != "open":
                    self._behind.setdefault(row["source_id"], set()).add(who)
        return found

    def _seated(self) -> set[tuple[Table, int]]:
        """The bodies that sit at a table, which is known to everybody."""
        rows = self._store.all(
            f"SELECT DISTINCT party_id FROM negotiation_party WHERE withdrawn_at IS NULL AND added_by {SHOWN}"
        )
        return {("party", self._ends["party"][row["party_id"]]) for row in rows}

    def _agreed_with(self, state: str, hidden: set[int]) -> list[str]:
        """With whom terms were agreed where nobody may be named, unless that is somebody known to the public."""
        rows = self._store.all(
            """
            SELECT DISTINCT agreed_with FROM terms WHERE agreed_with <> '' AND withdrawn_at IS NULL
              AND (source_id IN (SELECT value FROM json_each(:sources)) OR quote_id IN (SELECT value FROM json_each(:quotes)))
            """,
            sources=_ids(self._sources, state),
            quotes=_ids(self._quotes, state),
        )
        asked = dict.fromkeys(name for row in rows for name in named_in(row["agreed_with"]))
        public = {
            name.casefold()
            for one in (People(self._store).persons() if asked else ())
            if one.id is not None and one.id not in hidden and ("person", one.id) in self._public
            for name in (one.name, *one.aliases)
        }
        return [name for name in asked if name.casefold() not in public]

    # What they are called

    def _called(self, table: Table, hidden: set[int]) -> list[str]:
        """Every name of these: now, before, and as printed with a quote."""
        ids = self._rows(table, hidden)
        if not ids:
            return []
        called = list[str]()
        full = "full_name" if table == "party" else "''"
        for row in self._store.all(
            f"SELECT name, {full} AS full_name, aliases FROM {table} WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
            ids=json.dumps(sorted(ids)),
        ):
            called += [row["name"], row["full_name"], *names(row["aliases"])]
        for earlier in earlier_names(self._store, table, ids).values():
            called += earlier
        printed = self._store.all(
            f"""
            SELECT DISTINCT name FROM quote_speaker WHERE {table}_id IN (SELECT value FROM json_each(:ids))
            UNION SELECT json_extract(h.before, '$.name') FROM quote_speaker s
              JOIN history h ON h.table_name = 'quote_speaker' AND h.row_id = s.id AND h.before IS NOT NULL
            WHERE s.{table}_id IN (SELECT value FROM json_each(:ids))
            """,
            ids=json.dumps(sorted(ids)),
        )
        return called + [row["name"] for row in printed]

    def _titles(self) -> list[str]:
        """What confidential sources are called, and were."""
        now = self._store.all("SELECT title FROM source WHERE confidential = 1 ORDER BY id")
        before = self._store.all(
            """
            SELECT DISTINCT json_extract(h.before, '$.title') AS title FROM source s
              JOIN history h ON h.table_name = 'source' AND h.row_id = s.id AND h.before IS NOT NULL
            WHERE s.confidential = 1
            """
        )
        return [row["title"] for row in (*now, *before)]

    def _codes(self) -> list[str]:
        """The codes of sources in which stands who spoke there, and is known to the public for other things."""
        known = {
            row: some & self._public for row, some in self._behind.items() if row is not None and some & self._public
        }
        if not known:
            return []
        rows = self._store.all(
            "SELECT id, code FROM source WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
            ids=json.dumps(sorted(known)),
        )
        return [
            row["code"]
            for row in rows
            for table, end in sorted(known[row["id"]])
            if any(
                len(part) > 2 and part in row["code"].casefold()
                for name in self._called(table, {end})
                for part in name.casefold().split()
            )
        ]

    def _rows(self, table: Table, ends: set[int]) -> set[int]:
        """These rows, and those that were merged into them."""
        return ends | {row for row, end in self._ends[table].items() if end in ends}


def _openness(terms: Terms, *, confidential: int) -> str:
    allowed = permissions(terms, confidential=bool(confidential))
    if allowed.name:
        return "open" if allowed.publish else "held back"
    if confidential:
        return "marked"
    return "unset" if terms.rule is GroundRule.UNKNOWN else "bound"


def _newest_terms(row: sqlite3.Row) -> Terms:
    """The newest terms of a source, else what its kind brings."""
    if row["rule"] is None:
        return default_terms(SourceKind(row["kind"]))
    return Terms(
        rule=GroundRule(row["rule"]),
        may_publish=maybe_bool(row["may_publish"]),
        may_quote=maybe_bool(row["may_quote"]),
        may_name=maybe_bool(row["may_name"]),
    )


def _rows_of(table: Table, some: set[tuple[Table, int]]) -> set[int]:
    return {row_id for of, row_id in some if of == table}


def _ids(states: dict[int, str], wanted: str) -> str:
    return json.dumps([row_id for row_id, state in states.items() if state == wanted])


def _once(called: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(one_line, called) if name))
