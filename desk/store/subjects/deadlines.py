"""What is ahead, with the dates that sources give for it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.dates.value import DateValue
from desk.model.enums import DeadlineKind, Deed
from desk.model.errors import InputError, RefusedError
from desk.model.records import Deadline, DeadlineDate
from desk.model.text import clean, one_line
from desk.store.file.rows import DATE_COLUMNS, SHOWN, date_of, known_rows, limit, maybe_utc, parse_utc, utc_text
from desk.store.subjects.conflicts import see_uncorrected

if TYPE_CHECKING:
    from desk.store.file.access import Access


class Deadlines:
    """Deadlines and their dates. A new date never removes an old one: both stand until one is superseded."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def all(self, *, known_by: datetime | None = None) -> list[Deadline]:
        """Every deadline with the dates that stood at `known_by`, oldest first; done ones too."""
        dates: dict[int, list[DeadlineDate]] = {}
        for row in self._store.all(
            f"""
            SELECT t.*, {DATE_COLUMNS} FROM deadline_date t JOIN date_value d ON d.id = t.date_id
            WHERE {known_rows("deadline_date")} ORDER BY t.id
            """,
            known_by=limit(known_by),
        ):
            dates.setdefault(row["deadline_id"], []).append(_date(row))
        rows = self._store.all(
            f"""
            SELECT * FROM deadline WHERE recorded_at <= :known_by AND coalesce(withdrawn_at, '~') > :known_by
              AND added_by {SHOWN} ORDER BY id
            """,
            known_by=limit(known_by),
        )
        return [_deadline(row, tuple(dates.get(row["id"], ()))) for row in rows]

    def get(self, deadline_id: int) -> Deadline:
        """One deadline that was not withdrawn. Raises RefusedError where there is none."""
        for deadline in self.all():
            if deadline.id == deadline_id:
                return deadline
        raise RefusedError(f"There is no such deadline ({deadline_id}).")

    def add(
        self,
        deadline: Deadline,
        date: DateValue,
        *,
        source_id: int | None = None,
        locator: str = "",
        recorded_at: datetime | None = None,
    ) -> int:
        """Keep a new deadline with its first date. Raises InputError where it has no name."""
        name = _named(deadline)
        with self._store.action(Deed.ADD_DEADLINE, f"add the deadline {name}") as act:
            deadline_id = act.insert(
                "deadline",
                recorded_at=recorded_at,
                name=name,
                kind=deadline.kind.value,
                negotiation_id=deadline.negotiation_id,
                note=clean(deadline.note),
            )
            self.add_date(
                DeadlineDate(
                    deadline_id=deadline_id, date=date, source_id=source_id, locator=locator, recorded_at=recorded_at
                )
            )
        return deadline_id

    def add_date(self, date: DeadlineDate) -> int:
        """Another date for a deadline; with `corrects`, in place of that one, which stays in the record."""
        deed, label = (Deed.CORRECT_DATE, "correct a date") if date.corrects else (Deed.ADD_DATE, "add another date")
        with self._store.action(deed, label) as act:
            see_uncorrected(self._store, "deadline_date", date.corrects)
            return act.insert(
                "deadline_date",
                recorded_at=date.recorded_at,
                deadline_id=date.deadline_id,
                date_id=act.date(date.date),
                source_id=date.source_id,
                locator=one_line(date.locator),
                corrects=date.corrects,
            )

    def edit(self, deadline: Deadline) -> None:
        """Change name, kind, talks and note; dates have methods of their own."""
        assert deadline.id is not None
        name = _named(deadline)
        with self._store.action(Deed.EDIT_DEADLINE, f"edit the deadline {name}") as act:
            act.update(
                "deadline",
                deadline.id,
                name=name,
                kind=deadline.kind.value,
                negotiation_id=deadline.negotiation_id,
                note=clean(deadline.note),
            )

    def set_done(self, deadline_id: int, *, done: bool) -> None:
        """It is done, or is not after all."""
        deadline = self.get(deadline_id)
        deed, label = (Deed.FINISH_DEADLINE, "done") if done else (Deed.REOPEN_DEADLINE, "not done")
        with self._store.action(deed, f"{label}: {deadline.name}") as act:
            act.update("deadline", deadline_id, done_at=utc_text(act.now) if done else None)

    def withdraw(self, deadline_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_DEADLINE, f"withdraw the deadline {self.get(deadline_id).name}") as act:
            act.withdraw("deadline", deadline_id)

    def withdraw_date(self, date_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_DATE, "withdraw a date") as act:
            act.withdraw("deadline_date", date_id)


def _named(deadline: Deadline) -> str:
    name = one_line(deadline.name)
    if not name:
        raise InputError("say what is due", where="name")
    return name


def _deadline(row: sqlite3.Row, dates: tuple[DeadlineDate, ...]) -> Deadline:
    return Deadline(
        id=row["id"],
        name=row["name"],
        kind=DeadlineKind(row["kind"]),
        negotiation_id=row["negotiation_id"],
        note=row["note"],
        done_at=maybe_utc(row["done_at"]),
        dates=dates,
    )


def _date(row: sqlite3.Row) -> DeadlineDate:
    return DeadlineDate(
        id=row["id"],
        deadline_id=row["deadline_id"],
        date=date_of(row),
        source_id=row["source_id"],
        locator=row["locator"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
    )
