"""Every row of a file, for a desk that moves: withdrawn and corrected ones too, in short reads.

Rows of an import that was never finished, or was taken back, are nobody's and left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desk.model.dates.value import DateValue
from desk.model.enums import QuoteForm
from desk.model.quotes.fingerprint import PARTS, fingerprint
from desk.model.records import Quote, Speaker
from desk.store.file.rows import DATE_COLUMNS, SHOWN, date_of

if TYPE_CHECKING:
    from desk.store.store import Store

#: Rows in one read: an open read holds up the commits of others.
_CHUNK = 1_000
_DATED = {"terms": "agreed_id", "source": "date_id", "position": "date_id", "development": "date_id",
          "deadline_date": "date_id", "quote": "date_id"}  # fmt: skip
#: The mark of a source that is another by now. A number of this file would mean another source elsewhere.
_ANOTHER = "another"


def tables(store: Store, table: str) -> Iterator[list[sqlite3.Row]]:
    """The rows of one table in order of id, some at a time; one with a date has its columns under `d_`."""
    after = 0
    while rows := store.all(
        f"{_select(table)} AND t.id > :after ORDER BY t.id LIMIT {_CHUNK}",
        after=after,
    ):
        after = rows[-1]["id"]
        yield rows


def children(store: Store, table: str, column: str, parents: Sequence[int]) -> dict[int, list[sqlite3.Row]]:
    """The rows of a table that belong to these rows (in order of id), by the one they belong to."""
    found: dict[int, list[sqlite3.Row]] = {}
    if parents:
        span = {"first": parents[0], "last": parents[-1]}
        for row in store.all(f"{_select(table)} AND t.{column} BETWEEN :first AND :last ORDER BY t.id", **span):
            found.setdefault(row[column], []).append(row)
    return found


def _select(table: str) -> str:
    date = _DATED.get(table)
    columns, join = (f", {DATE_COLUMNS}", f"JOIN date_value d ON d.id = t.{date}") if date else ("", "")
    # The copy log knows no action: what went out went out.
    shown = "1" if table == "copied" else f"t.added_by {SHOWN}"
    return f"SELECT t.*{columns} FROM {table} t {join} WHERE {shown}"


def date_in(row: sqlite3.Row) -> DateValue:
    """The date of a row that was read here."""
    return date_of(row)


def referred_to(store: Store, table: str, column: str) -> set[int]:
    """The rows that rows of this table refer to in a column."""
    return {row[0] for row in store.all(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")}


def changed_since(row: sqlite3.Row, speakers: Sequence[sqlite3.Row], verification: sqlite3.Row) -> dict[str, str]:
    """The parts of a quote that are not as a verification compared them, each with the mark of what was compared."""
    now = fingerprint(
        Quote(
            form=QuoteForm(row["form"]),
            words=row["words"],
            speakers=tuple(
                Speaker(
                    person_id=one["person_id"],
                    party_id=one["party_id"],
                    name=one["name"],
                    title=one["title"],
                    party=one["party"],
                )
                for one in speakers
            ),
            source_id=row["source_id"],
        )
    ).split("-")
    then = verification["fingerprint"].split("-")
    if len(then) != len(now) or then[0] != now[0]:
        return dict.fromkeys(PARTS, _ANOTHER)
    marks = zip(PARTS, now[1:], then[1:], strict=True)
    return {part: _ANOTHER if part == "source" else mark for part, is_now, mark in marks if is_now != mark}
