"""What an action did is a kind. A file of before has only labels: they are classified once, and undo goes on as it was."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk import resources
from desk.app.forms.forms import ADD
from desk.app.importing import bulk_verify
from desk.app.importing.demo import load_demo
from desk.app.importing.files import import_file
from desk.app.importing.statement import keep_statement, read_statement
from desk.app.lines.context import EntryContext as Around
from desk.app.lines.quoteline import keep_quote, parse_quote
from desk.model.enums import Deed, GroundRule, Mark, SourceKind, Tier
from desk.model.errors import StorageError
from desk.model.records import CheckMark, Copied, Embargo, Person, Source, Terms
from desk.store.file import migrate
from desk.store.store import Store
from desk.store.subjects.describe_action import describe_action
from tests.unit.store.conftest import Known, SetClock, a_deadline, a_quote
from tests.unit.store.test_undo import CHANGES, DAY, EMBARGO

#: The number of migrations that a file had whose actions were known by their labels alone.
BEFORE = 8
#: Labels as earlier desks wrote them, and what was done; with the table of the first row that it changed, where that tells.
LABELS = [
    ("add a quote", "", Deed.ADD_QUOTE),
    ("note a quote", "", Deed.NOTE_QUOTE),
    ("mark a quote disputed", "", Deed.DISPUTE_QUOTE),
    ("mark a check n/a", "", Deed.MARK_CHECK),
    ("mark “which Monday” green", "", Deed.MARK_CHECK),
    ("add a person", "person", Deed.ADD_PERSON),
    ("add Ann * Lee [she]", "person", Deed.ADD_PERSON),
    ("edit Ann Lee", "person", Deed.EDIT_PERSON),
    ("merge Al into Ann", "person", Deed.MERGE_PERSONS),
    ("merge the guild into DGA", "party", Deed.MERGE_PARTIES),
    ("merge two people", "person", Deed.MERGE_PERSONS),
    ("renegotiate: Ann Lee is no longer confidential: Ann herself", "person", Deed.RELEASE_PERSON),
    ("renegotiate: the source S1 is no longer confidential", "source", Deed.RELEASE_SOURCE),
    ("renegotiate the ground rule: on record", "terms", Deed.RENEGOTIATE_TERMS),
    ("set the ground rule: off record", "terms", Deed.SET_TERMS),
    ("done: add a quote", "deadline", Deed.FINISH_DEADLINE),
    ("not done: expiry", "deadline", Deed.REOPEN_DEADLINE),
    ("import 3 quotes from S1", "source", Deed.IMPORT_STATEMENT),
    ("compare 2 quotes with S1", "verification", Deed.COMPARE_QUOTES),
    ("compare a quote with S1", "verification", Deed.COMPARE_QUOTES),
    ("import mail.json: what it holds closer than this desk did", "terms", Deed.TIGHTEN),
    ("load the demo: what it holds closer than this desk did", "person", Deed.TIGHTEN),
    ("the union's own transcript", "quote", Deed.OTHER),
    ("add to nothing known", "quote", Deed.OTHER),
    ("", "", Deed.OTHER),
]


def an_older_file(path: Path, clock: SetClock) -> sqlite3.Connection:
    """A file as the desk before the deeds left it, to write what it wrote."""
    path.touch(mode=0o600)
    migrate.migrate(path, resources.migrations()[:BEFORE], now=clock())
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    return conn


def done(conn: sqlite3.Connection, label: str, **columns: Any) -> int:
    values = {"at": "2026-02-14T17:00:00.000Z", "label": label, "via": "desk", **columns}
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    return conn.execute(f"INSERT INTO action ({names}) VALUES ({marks})", values).lastrowid or 0


def test_the_labels_of_earlier_desks_are_classified(path: Path, clock: SetClock) -> None:
    conn = an_older_file(path, clock)
    for label, table, _ in LABELS:
        action_id = done(conn, label)
        if table:
            conn.execute(
                "INSERT INTO history (action_id, table_name, row_id, after) VALUES (?, ?, 1, '{}')", (action_id, table)
            )
        done(conn, label, kind="undo", target=action_id)
    done(conn, "load the demo", bulk=1, via="demo")
    done(conn, "import 3 quotes from mail.jsonl", bulk=1)
    conn.commit()
    conn.close()
    migrate.migrate(path, resources.migrations(), now=clock())
    deeds = [row[0] for row in sqlite3.connect(path).execute("SELECT deed FROM action ORDER BY id")]
    assert deeds[:-2:2] == [deed for _, _, deed in LABELS]
    assert deeds[1:-2:2] == deeds[:-2:2]  # an undo did what it is of
    assert deeds[-2:] == [Deed.LOAD_DEMO, Deed.IMPORT_FILE]


def everything_is_done(store: Store, known: Known, tmp_path: Path) -> None:
    """Do all that a reporter can do, each as an action of its own."""
    quote = store.quotes.add(a_quote(known))
    store.deadlines.add(a_deadline(known), DAY)
    for change in CHANGES.values():
        change(store, known)
        if (last := store.history.last()) is not None and last.deed.name.startswith(("WITHDRAW", "MERGE")):
            store.history.undo()
    secret = store.people.add_person(Person(name="Jo Roe", confidential=True))
    store.people.merge_persons(secret, store.people.add_person(Person(name="Jo Row")))
    store.people.edit_person(replace(store.people.person(secret), confidential=False), released="Jo Roe, by phone")
    call = store.sources.add(Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY, confidential=True))
    store.sources.edit(replace(store.sources.get(call), confidential=False), released="the editor")
    closed = Terms(source_id=call, rule=GroundRule.OFF_RECORD)
    store.sources.set_terms(closed)
    store.sources.set_terms(
        replace(closed, rule=GroundRule.ON_RECORD, agreed_with="Jo Roe", agreed_on=DAY, note="by phone")
    )
    store.sources.set_embargo(Embargo(until=EMBARGO, zone="UTC", source_id=call))
    store.sources.set_embargo(Embargo(until=EMBARGO, zone="UTC", source_id=call, lifted=True, note="the desk agreed"))
    position = store.talks.positions(known.talks)[0]
    store.talks.add_position(replace(position, id=None, words="much more", corrects=position.id))
    store.talks.withdraw_position(store.talks.positions(known.talks)[0].id or 0)
    deadline = store.deadlines.all()[0]
    store.deadlines.set_done(deadline.id or 0, done=True)
    store.deadlines.set_done(deadline.id or 0, done=False)
    (first, *_) = store.deadlines.get(deadline.id or 0).dates
    store.deadlines.add_date(replace(first, id=None, corrects=first.id, recorded_at=None))
    store.deadlines.withdraw_date(store.deadlines.get(deadline.id or 0).dates[0].id or 0)
    check = store.stories.checks(known.story)[0]
    store.stories.edit_check(replace(check, what="which Tuesday"))
    store.stories.mark(CheckMark(check_id=check.id or 0, mark=Mark.N_A, evidence="it is gone"))
    store.quotes.dispute(quote, "he denies it")
    store.copies.log(
        Copied(quote_id=quote, format="words", text="x", mechanism="xclip", story_id=known.story, reason="why not")
    )
    store.quotes.dispute(quote, "")
    around = Around.of(store)
    keep_quote(store, parse_quote('"We are done here" @Crabtree-Ireland src:presser', around))
    release = store.sources.get(
        store.sources.add(Source(code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    )
    text = tmp_path / "release.txt"
    text.write_text("“We will be back on Monday for talks,” Duncan Crabtree-Ireland said.")
    release = store.evidence.attach(release.id or 0, text)
    around = Around.of(store)
    keep_statement(store, read_statement(text.read_text(), around), around, release, date=DAY)
    bulk_verify.pass_all(store, release, bulk_verify.all_beside(store, release))
    form = ADD["template"]
    typed = form.initial(store, around, {}, None) | {"union": "WGA", "other": "AMPTP", "expires": "2026-05-01"}
    filled, errors = form.read(typed, around, row_id=None, preset={})
    assert errors == []
    form.save(store, filled)
    lines = tmp_path / "mail.json"
    people = [{"name": "Sean Astin", "confidential": True}, {"name": "Somebody Else"}]
    document = {"format": "newsroom-desk", "version": 1, "people": people}
    lines.write_text(json.dumps(document))
    import_file(store, lines)


def test_every_deed_is_told_by_what_is_done_and_by_its_label_alike(
    store: Store, known: Known, path: Path, clock: SetClock, tmp_path: Path
) -> None:
    everything_is_done(store, known, tmp_path)
    rows = [
        tuple(row) for row in store.all("SELECT id, at, label, via, kind, target, bulk, state FROM action ORDER BY id")
    ]
    first = [tuple(row) for row in store.all("SELECT action_id, table_name FROM history ORDER BY id")]
    deeds = {row["id"]: row["deed"] for row in store.all("SELECT id, deed FROM action")}
    older = tmp_path / "older.db"
    conn = an_older_file(older, clock)
    conn.executemany(
        "INSERT INTO action (id, at, label, via, kind, target, bulk, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
    )
    conn.executemany("INSERT INTO history (action_id, table_name, row_id, after) VALUES (?, ?, 1, '{}')", first)
    conn.commit()
    conn.close()
    migrate.migrate(older, resources.migrations(), now=clock())
    carried = dict(sqlite3.connect(older).execute("SELECT id, deed FROM action").fetchall())
    labels = {row[0]: row[2] for row in rows}
    assert {(labels[one], carried[one]) for one in deeds} == {(labels[one], deeds[one]) for one in deeds}
    assert set(Deed) - set(deeds.values()) == {Deed.LOAD_DEMO, Deed.OTHER}


def test_the_demo_is_loaded_as_such(path: Path) -> None:
    with Store.open(path, via="demo") as store:
        load_demo(store)
        assert [row["deed"] for row in store.all("SELECT deed FROM action")] == [Deed.LOAD_DEMO]


def test_undo_goes_back_across_the_migration_and_leaves_what_it_knows_nothing_of(path: Path, clock: SetClock) -> None:
    conn = an_older_file(path, clock)
    now = "2026-02-14T17:00:00.000Z"
    conn.execute(
        "INSERT INTO date_value (id, precision, bound, basis, certainty) VALUES (1, 'undated', 'on', 'stated', 'expected')"
    )
    source = done(conn, "add the source S1")
    conn.execute(
        "INSERT INTO source (code, kind, tier, date_id, added_by, recorded_at) VALUES ('S1', 'recording', 'primary', 1, ?, ?)",
        (source, now),
    )
    rule = done(conn, "set the ground rule: off record")
    conn.execute(
        "INSERT INTO terms (source_id, rule, agreed_id, note, added_by, recorded_at) VALUES (1, 'off_record', 1, 'kept: so', ?, ?)",
        (rule, now),
    )
    done(conn, "edit the source S1")
    conn.execute("UPDATE source SET title = 'Day one'")
    conn.commit()
    conn.close()
    with Store.open(path, clock=clock) as store:
        assert store.one("SELECT count(*) FROM history WHERE table_name = 'terms'")[0] == 1  # type: ignore[index]
        assert store.one("SELECT kept FROM terms")["kept"] == 1  # type: ignore[index]
        undone = [describe_action(store, store.history.undo(), lambda rule: f"({rule.value})") for _ in range(3)]
        assert undone == ["edit the source S1", "set the ground rule: (off_record) “S1”", "add the source S1"]
        assert store.sources.all() == []
        for _ in undone:
            store.history.redo()
        assert store.sources.get(1).title == "Day one"
        assert [terms.rule for terms in store.sources.terms(source_id=1)] == [GroundRule.OFF_RECORD]


def test_an_import_that_an_earlier_desk_left_open_is_given_up_with_what_it_made_closer(
    path: Path, clock: SetClock
) -> None:
    conn = an_older_file(path, clock)
    added = done(conn, "add Jo Roe")
    conn.execute(
        "INSERT INTO person (name, added_by, recorded_at) VALUES ('Jo Roe', ?, '2026-02-14T17:00:00.000Z')", (added,)
    )
    done(conn, "import mail.json: what it holds closer than this desk did")
    conn.execute("UPDATE person SET confidential = 1")
    done(conn, "import mail.json", bulk=1, state="open", holder="another-machine:1", beat_at="2026-02-14T16:00:00.000Z")
    conn.commit()
    conn.close()
    with Store.open(path, clock=clock) as store:
        assert store.taken_back == ("import mail.json",)
        assert not store.people.person(1).confidential


def test_a_migration_after_which_rows_refer_to_nothing_is_not_made(path: Path, clock: SetClock) -> None:
    conn = an_older_file(path, clock)
    added = done(conn, "add the party DGA")
    conn.execute("INSERT INTO party (name, kind, added_by, recorded_at) VALUES ('DGA', 'union', ?, '')", (added,))
    conn.execute("INSERT INTO person (name, party_id, added_by, recorded_at) VALUES ('Jo Roe', 1, ?, '')", (added,))
    conn.commit()
    conn.close()
    loses = ("0009_loses", "DELETE FROM party")
    with pytest.raises(StorageError, match="lose what rows refer to"):
        migrate.migrate(path, [*resources.migrations()[:BEFORE], loses], now=clock())
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT count(*) FROM party").fetchone()[0] == 1
    assert conn.execute("PRAGMA user_version").fetchone()[0] == BEFORE


def test_a_table_that_was_made_anew_has_its_guards_again(path: Path, clock: SetClock) -> None:
    conn = an_older_file(path, clock)
    done(conn, "add a quote")
    conn.commit()
    conn.close()
    Store.open(path, clock=clock).close()
    conn = sqlite3.connect(path)
    for statement in ("UPDATE action SET deed = 'other'", "DELETE FROM action"):
        with pytest.raises(sqlite3.IntegrityError):
            conn.execute(statement)
    assert not migrate.missing_triggers(conn, resources.migrations())
    assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
