"""Values as columns and back: instants, dates, lists."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from typing import Any

from desk.model.dates.value import DateValue

#: Rows of a bulk action that is not done are nobody's yet. Every read of the reporter's rows asks this of `added_by`.
SHOWN = "NOT IN (SELECT id FROM action WHERE state <> 'done')"

#: Whether a row `t` came in with a file: what it says was done is then reported, and nobody here has done it. The demo's
#: file is the desk's own.
REPORTED = "EXISTS (SELECT 1 FROM action a WHERE a.id = t.added_by AND a.bulk = 1 AND a.via <> 'demo')"

#: Later than any instant the desk will learn something at: "no limit" for known_by.
_NO_LIMIT = "9999"

#: The columns of date_value as they come with a row that points to it, under `d`.
DATE_COLUMNS = """d.precision AS d_precision, d.bound AS d_bound, d.start AS d_start, d.end AS d_end, d.zone AS d_zone,
  d.fold AS d_fold, d.basis AS d_basis, d.certainty AS d_certainty"""
_DATE_NAMES = ("precision", "bound", "start", "end", "zone", "fold", "basis", "certainty")


def utc_text(moment: datetime) -> str:
    """An aware instant as the database has it: UTC, to the millisecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def parse_utc(text: str) -> datetime:
    """An instant of the database as an aware datetime in UTC."""
    return datetime.fromisoformat(text)


def maybe_utc(text: str | None) -> datetime | None:
    """The same for a column that may be empty."""
    return parse_utc(text) if text else None


def date_of(row: sqlite3.Row) -> DateValue:
    """The date of a row that was read with DATE_COLUMNS."""
    return DateValue.from_columns({name: row[f"d_{name}"] for name in _DATE_NAMES})


def names(text: str) -> tuple[str, ...]:
    """A JSON list of strings as a tuple."""
    return tuple(str(item) for item in json.loads(text))


def as_list(items: tuple[str, ...]) -> str:
    """A tuple of strings as JSON, letters of any script as they are."""
    return json.dumps(list(items), ensure_ascii=False)


def flag(value: bool | None) -> int | None:
    """A truth as SQLite has it; None stays unknown."""
    return None if value is None else int(value)


def maybe_bool(value: Any) -> bool | None:
    """The same back."""
    return None if value is None else bool(value)


def known_rows(table: str) -> str:
    """The WHERE of an append-only table `t` for what was known by :known_by: added by then, not withdrawn, not corrected."""
    return f"""
      t.recorded_at <= :known_by AND coalesce(t.withdrawn_at, '~') > :known_by AND t.added_by {SHOWN}
      AND NOT EXISTS (SELECT 1 FROM {table} c WHERE c.corrects = t.id AND c.added_by {SHOWN}
                      AND c.recorded_at <= :known_by AND coalesce(c.withdrawn_at, '~') > :known_by)
    """


def limit(known_by: datetime | None) -> str:
    """What to pass as :known_by."""
    return utc_text(known_by) if known_by is not None else _NO_LIMIT
