"""Two who change one thing: the second is told, inside the transaction that would have written over the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.errors import ConflictError
from desk.store.file.rows import SHOWN

if TYPE_CHECKING:
    from desk.store.file.access import Access


def see_unchanged(noun: str, began: object, now: object) -> None:
    """Raise ConflictError where a thing is another now than when it was read; `began` None: it is not known."""
    if began is not None and began != now:
        raise ConflictError(
            f"the {noun} was changed by somebody else since you looked at it",
            remedy="Nothing was saved: look at it as it is now, and do it again.",
        )


def see_uncorrected(store: Access, table: str, row_id: int | None) -> None:
    """Raise ConflictError where a row that is to be corrected was corrected or withdrawn by somebody else already."""
    if row_id is None:
        return
    row = store.one(
        f"""
        SELECT t.withdrawn_at IS NOT NULL AS withdrawn, EXISTS (
          SELECT 1 FROM {table} c WHERE c.corrects = t.id AND c.withdrawn_at IS NULL AND c.added_by {SHOWN}
        ) AS corrected
        FROM {table} t WHERE t.id = :id
        """,
        id=row_id,
    )
    if row is not None and (row["corrected"] or row["withdrawn"]):
        noun = table.replace("_", " ")
        raise ConflictError(
            f"the {noun} was {'corrected' if row['corrected'] else 'withdrawn'} by somebody else since you looked at it",
            remedy="Nothing was saved: look at it as it is now, and do it again.",
        )
