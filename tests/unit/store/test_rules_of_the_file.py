"""The database itself holds the rules: a screen that forgets one cannot break it."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desk import resources
from desk.model import enums
from desk.model.enums import AXIS_VALUES, Axis, Mark
from desk.model.records import Check, CheckMark
from desk.store.file import migrate
from desk.store.file.connection import connect
from desk.store.store import Store
from tests.unit.store.conftest import Known, a_development, a_quote

APPEND_ONLY = [
    "terms",
    "embargo",
    "position",
    "development",
    "development_talks",
    "development_axis",
    "development_who",
    "development_asked",
    "deadline_date",
    "verification",
    "check_mark",
    "copy_log",
    "history",
    "date_value",
]
#: Words for which the file has room, though no value has them yet.
TO_COME = {("date_value", "precision", "part_of_day")}


@pytest.fixture
def raw(store: Store, known: Known, path: Path) -> sqlite3.Connection:
    store.developments.log(a_development(known, "talks begin", 9, (Axis.PHASE, "talks_open")))
    quote = store.quotes.add(a_quote(known))
    store.quotes.verify(quote, enums.VerificationKind.RECORDING, source_id=known.source)
    check = store.stories.add_check(Check(story_id=known.story, what="spelling"))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.AMBER))
    store.close()
    return connect(path, write=True)


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_an_append_only_table_lets_no_column_change_but_the_mark_of_withdrawal(
    table: str, raw: sqlite3.Connection
) -> None:
    columns = [row["name"] for row in raw.execute(f"PRAGMA table_info({table})")]
    guard = raw.execute(
        "SELECT group_concat(sql, ' ') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE UPDATE%'",
        (table,),
    ).fetchone()[0]
    of = re.search(r"UPDATE OF (.*?)\s+ON ", guard, re.DOTALL)
    guarded = {name.strip() for name in of.group(1).split(",")} if of else set(columns)
    assert set(columns) - guarded <= {"withdrawn_at"}


def test_a_logged_development_cannot_be_rewritten(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute("UPDATE development SET words = 'talks ended'")
    raw.execute("UPDATE development SET withdrawn_at = '2026-02-14T00:00:00.000Z'")


@pytest.mark.parametrize(
    "table", ["quote", "development", "verification", "check_mark", "party", "source", "action", "history"]
)
def test_no_row_is_ever_deleted(table: str, raw: sqlite3.Connection) -> None:
    assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(f"DELETE FROM {table}")


def test_green_without_evidence_is_refused_by_the_file(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("INSERT INTO check_mark (check_id, mark, added_by, recorded_at) VALUES (1, 'green', 1, 'x')")


@pytest.mark.parametrize(
    ("table", "column", "enumeration"),
    [
        ("party", "kind", enums.PartyKind),
        ("source", "kind", enums.SourceKind),
        ("source", "tier", enums.Tier),
        ("terms", "rule", enums.GroundRule),
        ("terms", "agreed", enums.Agreed),
        ("position", "kind", enums.PositionKind),
        ("development", "kind", enums.DevelopmentKind),
        ("development_asked", "outcome", enums.CommentOutcome),
        ("deadline", "kind", enums.DeadlineKind),
        ("quote", "form", enums.QuoteForm),
        ("quote", "end_mark", enums.EndMark),
        ("verification", "kind", enums.VerificationKind),
        ("check_mark", "mark", enums.Mark),
        ("development_axis", "axis", enums.Axis),
        ("action", "deed", enums.Deed),
        ("date_value", "precision", enums.Precision),
        ("date_value", "bound", enums.Bound),
        ("date_value", "basis", enums.Basis),
        ("date_value", "certainty", enums.Certainty),
    ],
)
def test_the_file_knows_every_word_of_the_program_and_has_room_for_those_to_come(
    table: str, column: str, enumeration: type[enums.PartyKind], raw: sqlite3.Connection
) -> None:
    sql = raw.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    listed = re.search(rf"CHECK \({column} IN \((.*?)\)\)", sql, re.DOTALL)
    assert listed is not None
    words = [word for word in re.findall(r"'([^']*)'", listed.group(1)) if (table, column, word) not in TO_COME]
    assert words == [member.value for member in enumeration]


@pytest.mark.parametrize("axis", list(Axis))
def test_the_file_and_the_program_know_the_same_values_of_each_axis(axis: Axis, raw: sqlite3.Connection) -> None:
    sql = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'development_axis'").fetchone()[0]
    listed = re.search(rf"WHEN '{axis.value}'\s+THEN value IN \((.*?)\)", sql, re.DOTALL)
    assert listed is not None
    assert tuple(re.findall(r"'([^']*)'", listed.group(1))) == AXIS_VALUES[axis]


def test_a_trigger_that_another_tool_dropped_is_back_at_the_next_start(path: Path, raw: sqlite3.Connection) -> None:
    raw.execute("DROP TRIGGER development_is_append_only")
    raw.execute("DROP TRIGGER quote_history_update")
    raw.close()
    Store.open(path).close()
    with Store.open(path) as again:
        assert not migrate.missing_triggers(again.reader(), resources.migrations())


def test_bulk_rows_do_not_fill_the_history(store: Store, known: Known) -> None:
    before = store.one("SELECT count(*) FROM history")
    with store.bulk("import quotes") as bulk, bulk.batch():
        store.quotes.add(a_quote(known))
    assert tuple(store.one("SELECT count(*) FROM history") or ()) == tuple(before or ())
    assert store.quotes.count() == 1


def test_a_tag_is_kept_once_without_its_sign(store: Store, known: Known) -> None:
    quote = store.quotes.add(replace(a_quote(known), tags=("#ai", "ai", " pay ", "#")))
    assert store.quotes.get(quote).tags == ("ai", "pay")
