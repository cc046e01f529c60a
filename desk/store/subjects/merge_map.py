"""Two rows for one party or person: what refers to the one that was dropped is read as the one that was kept.

Append-only rows keep the number they were written with, so that taking the merge back brings back exactly what was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from desk.store.file.access import Access


class MergeMap(dict[int, int]):
    """By the number of a dropped row, the one it was merged into in the end; every other number is its own.

    No number at all (`None`, as a column that may be empty has it) stays none.
    """

    def __missing__(self, row_id: Any) -> Any:
        return row_id


def merge_map(store: Access, table: Literal["party", "person"]) -> MergeMap:
    """What every reader of a party's or person's number looks it up in. Chains are followed to their end."""
    into = {
        row["id"]: row["merged_into"]
        for row in store.all(f"SELECT id, merged_into FROM {table} WHERE merged_into IS NOT NULL")
    }
    return MergeMap({row_id: _end(row_id, into) for row_id in into})


def _end(row_id: int, into: dict[int, int]) -> int:
    passed = set[int]()
    while row_id in into and row_id not in passed:
        passed.add(row_id)
        row_id = into[row_id]
    return row_id


def end_of(table: Literal["party", "person"], column: str) -> str:
    """The same as an expression in SQL, for a read that joins many rows; empty where the column is."""
    return f"""(
      WITH RECURSIVE chain(id, next) AS (
        SELECT id, merged_into FROM {table} WHERE id = {column}
        UNION SELECT m.id, m.merged_into FROM chain JOIN {table} m ON m.id = chain.next)
      SELECT id FROM chain WHERE next IS NULL)"""
