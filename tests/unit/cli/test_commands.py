"""What each command does, says and ends with."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk import resources
from desk.cli import main
from desk.cli.output_filter import LEFT_OUT
from desk.model.dates.value import day
from desk.model.enums import Axis, Certainty, DevelopmentKind, GroundRule, SourceKind, Tier
from desk.model.records import Asked, Deadline, Development, Embargo, Person, Quote, Source, Speaker, Story, Terms
from desk.store.file import migrate
from desk.store.file.file import machine_clock
from desk.store.store import Store
from tests.finding import talks_called
from tests.unit.cli.conftest import Shell


def test_help_names_every_command_and_the_exit_codes(empty: Shell) -> None:
    told = empty("--help")
    assert told.code == 0
    for (
        name
    ) in "demo status due log quote search copy import export backup restore where config doctor changed".split():
        assert f"\n    {name} " in told.out
    assert "Exit codes" in told.out


def test_the_desk_says_which_it_is(empty: Shell) -> None:
    told = empty("--version")
    assert told.code == 0
    assert told.out.startswith("desk ")


@pytest.mark.parametrize("args", [["nonsense"], ["copy"], ["copy", "x"], ["search", "--limit", "0", "a"], ["--wrong"]])
def test_what_is_not_understood_ends_with_2(desk: Shell, args: list[str]) -> None:
    assert desk(*args).code == 2


def test_status_says_where_the_talks_stand(desk: Shell) -> None:
    told = desk("status")
    assert told.code == 0
    assert "Sat Mar 7, 2026" in told.out
    assert "SAG-AFTRA 2026  talks open · contract in force · mutual blackout" in told.out
    assert "17 red, 3 amber" in told.out
    assert "\x1b" not in told.out


def test_status_as_json(desk: Shell) -> None:
    value = desk("status", "--json").json
    talks = {one["code"]: one for one in value["talks"]}
    assert [talks["sag-aftra-2026"][axis] for axis in ("phase", "contract", "action", "blackout")] == [
        "talks_open",
        "in_force",
        "unknown",
        "mutual",
    ]
    assert value["deadlines"]["ahead"] == 5
    assert value["story"]["checks"] == 20
    assert value["now"] == "2026-03-07T00:00:00-08:00"


@pytest.mark.parametrize("args", [["--now", "2026-02-14T09:00", "due"], ["due", "--now", "2026-02-14T17:00Z"]])
def test_the_clock_may_be_named_before_and_after_the_command(desk: Shell, args: list[str]) -> None:
    line = next(line for line in desk(*args).out.splitlines() if "Talks resume" in line)
    assert line.split()[:2] == ["2–8", "d"]


def test_due_shows_a_conflict_with_both_dates(desk: Shell) -> None:
    (wga,) = [one for one in desk("due", "--json").json["ahead"] if one["name"] == "WGA talks begin"]
    assert wga["conflict"]
    assert [one["shown"] for one in wga["dates"]] == ["Fri Mar 6", "Mon Mar 16"]


@pytest.mark.parametrize("now", ["soon", "2026-13-01", "", "0001-01-01"])
def test_a_clock_that_is_no_moment_is_refused(desk: Shell, now: str) -> None:
    desk.env["DESK_NOW"] = ""
    told = desk("--now", now, "status")
    if now:
        assert (told.code, told.out) == (1, "")
        assert "--now" in told.err
    else:
        assert told.code == 0


def test_a_line_is_logged_and_what_was_understood_is_said(desk: Shell) -> None:
    told = desk("log", "SAG wraps early", "on:fri", "#session", "src:S2")
    assert told.code == 0
    assert "date Fri Mar 6" in told.out
    assert "SAG wraps early" in desk("status").out or "in no talks" in told.out
    with Store.open(desk.file, read_only=True) as store:
        assert store.developments.all()[-1].words == "SAG wraps early"


def test_with_no_talks_to_be_seen_a_line_is_logged_unassigned_and_says_so(empty: Shell) -> None:
    told = empty("log", "something happened")
    assert told.code == 0
    assert "in no talks" in told.out + told.err
    with Store.open(empty.file, read_only=True) as store:
        assert store.developments.all()[0].negotiation_ids == ()


def test_a_line_that_is_not_understood_is_refused_at_its_piece(desk: Shell) -> None:
    told = desk("log", "x on:blurb")
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("desk: on:blurb:")


def test_a_quote_comes_from_standard_input(desk: Shell) -> None:
    told = desk("quote", "-", typed="“We won’t accept that.” @Crabtree-Ireland src:S2\n")
    assert told.code == 0
    assert desk("search", "wont accept that", "--json").json["hits"][0]["state"] == "unverified"


def test_a_quote_that_the_bank_has_already_is_kept_and_said(desk: Shell) -> None:
    words = "We are not going to accept a deal that is not fair to our members"
    told = desk("quote", f'"{words}." @Crabtree-Ireland src:S2')
    assert told.code == 0
    assert "desk: quote 1 has the same words already" in told.err
    dropped = desk("quote", "--json", f'"{words.replace("are not", "are")}." @Crabtree-Ireland src:S2').json
    assert {one["id"]: one["same"] for one in dropped["alike"]} == {1: False, dropped["id"] - 1: False}
    new = desk("quote", "--json", '"Nobody has asked for a recess so far" @Crabtree-Ireland src:S2')
    assert (new.json["alike"], "already" in new.err) == ([], False)


@pytest.mark.parametrize("line", [["quote", '"We won\'t accept that"'], ["log", "Talks begin on:sometime"]])
def test_a_line_that_is_refused_makes_no_desk(empty: Shell, line: list[str]) -> None:
    told = empty(*line)
    assert told.code == 1
    assert told.err.startswith("desk: ")
    assert not empty.file.exists()
    assert empty("log", "Talks begin on:today").code == 0


def test_a_quote_without_a_speaker_says_what_is_missing(desk: Shell) -> None:
    told = desk("quote", '"We won\'t accept that"')
    assert told.code == 1
    assert "the speaker is missing" in told.err


def test_search_finds_half_remembered_words(desk: Shell) -> None:
    told = desk("search", "fair", "deel")
    assert told.code == 0
    assert told.out.lstrip().startswith("1  “We are not going to accept a deal")
    assert "[per a published report; not checked against the original]" in told.out


def test_search_says_what_is_no_filter_and_searches_the_rest(desk: Shell) -> None:
    told = desk("search", "colour:red", "solidarity")
    assert "left out: no such filter: colour:red" in told.err
    assert "stands in solidarity" in told.out


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("since:whenever", "no date: since:whenever"),
        ("before:2026-02-30", "no date: before:2026-02-30"),
        ("is:green", "is: takes verified or copyable: is:green"),
        ("speaker:—", "no word in it, or more than 8 filters: speaker:—"),
        ("tag:🙂", "no word in it, or more than 8 filters: tag:🙂"),
        ("-org:sag", "no such filter: -org:sag"),
        (f"colour:{'x' * 9_000}", f"no such filter: colour:{'x' * 16}…"),
    ],
)
def test_a_filter_of_rubbish_is_said_and_the_rest_still_searches(desk: Shell, part: str, said: str) -> None:
    told = desk("search", f"solidarity {part}")
    assert "stands in solidarity" in told.out
    assert f"left out: {said}\n" in told.err
    assert "stands in solidarity" in told.out


def test_search_takes_dates_as_people_type_them(desk: Shell) -> None:
    value = desk("search", "--json", "since:feb", "directors").json
    assert value["unknown"] == []
    assert value["total"] == 2


def test_search_says_which_days_it_understood(desk: Shell) -> None:
    desk.env["DESK_NOW"] = "2026-02-14"
    value = desk("search", "--json", "since:feb before:mar").json
    assert (value["since"], value["before"]) == ("2026-02-01", "2026-03-01")
    assert desk("search", "--json", "before:mar").json["before"] == "2025-03-01"
    assert " · since Feb 1, before Mar 1, 2026 · " in desk("search", "since:feb before:mar").out


def test_search_without_a_hit_says_what_keeps_the_quotes_out(desk: Shell) -> None:
    told = desk("search", "solidarity is:verified")
    assert told.code == 0
    assert told.out.startswith("Nothing matches; 1 matches without is:verified · ")
    assert desk("search", "--json", "solidarity is:verified").json["without"] == {
        "parts": ["is:verified"],
        "total": 1,
        "counted": True,
    }
    assert desk("search", "solidarity speaker:nobodyatall is:copyable").out.startswith(
        "Nothing matches; 1 matches without speaker:nobodyatall · "
    )
    assert desk("search", '"fair deal to members"').out.startswith("Nothing has ")
    assert desk("search", "zzzzqqq").out.startswith("Nothing like that in the bank · ")


def test_search_cuts_a_long_quote_around_what_matched_and_json_has_it_whole(desk: Shell) -> None:
    words = "Talks go on and on. " * 3_000 + "Then a pelican came in. " + "Nobody left. " * 3_000
    with Store.open(desk.file) as store:
        source = store.sources.add(
            Source(code="long", kind=SourceKind.TRANSCRIPT, tier=Tier.PRIMARY), terms=Terms(rule=GroundRule.ON_RECORD)
        )
        person = store.people.add_person(Person(name="Jane Doe"))
        speaker = Speaker(person_id=person, name="Jane Doe")
        store.quotes.add(Quote(words=words, speakers=(speaker,), source_id=source))
    told = desk("search", "pelican came")
    assert len(told.out) < 1_200
    assert "… " in told.out
    assert "Then a pelican came in." in told.out
    assert "Jane Doe" in told.out
    assert "long quotes are cut around what matched; --json has them whole" in told.err
    assert len(desk("search", "--json", "pelican came").json["hits"][0]["text"]) > 90_000


def test_search_of_an_empty_desk_says_that_there_is_nothing_yet(empty: Shell) -> None:
    empty("log", "SAG wraps early on:today")
    assert empty("search", "fair").out.startswith("The bank has no quotes yet · ")


def test_a_batch_answers_each_line_with_ids_scores_spans_and_time(desk: Shell) -> None:
    told = desk("search", "--batch", "--limit", "2", typed="fair deel\n\nzzzzqqq\n")
    first, everything, nothing = map(json.loads, told.out.splitlines())
    assert first["ids"][0] == 1
    assert len(first["scores"]) == len(first["spans"]) == len(first["ids"])
    assert first["spans"][0][0] == [29, 33] or first["spans"][0]
    assert first["took_ms"] > 0
    assert len(everything["ids"]) == 2
    assert nothing["ids"] == []
    assert "accept" not in told.out


def test_a_batch_takes_lines_as_other_systems_end_them_and_says_what_is_no_filter(desk: Shell) -> None:
    told = desk("search", "--batch", typed=b"fair deel\r\n\r\n\xff\x00 colour:red fair deel")
    first, everything, last = map(json.loads, told.out.splitlines())
    assert (told.code, first["query"], everything["query"]) == (0, "fair deel", "")
    assert everything["total"] > 1
    assert (first["ids"], first["unknown"], first["counted"]) == (last["ids"], [], True)
    assert last["unknown"] == ["colour:red"]
    assert desk("search", "--batch", "fair", typed="").code == 1


def secret(desk: Shell) -> dict[str, int]:
    """Quotes that may not leave, or not under their names."""
    with Store.open(desk.file) as store:
        mole = store.people.add_person(Person(name="Zelda Quixano", aliases=("ZQ",), confidential=True))
        rules = {
            "off": Terms(rule=GroundRule.OFF_RECORD),
            "unset": Terms(rule=GroundRule.UNKNOWN),
            "back": Terms(rule=GroundRule.BACKGROUND, attribution="a person in the room"),
        }
        found = {}
        for name, terms in rules.items():
            source = store.sources.add(
                Source(code=name, kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=terms
            )
            words = {"off": "Pelicans are cheap", "unset": "Herons are dear", "back": "Storks will strike"}[name]
            speaker = Speaker(person_id=mole, name="Zelda Quixano", title="delegate", party="SAG-AFTRA")
            found[name] = store.quotes.add(
                Quote(words=words, speakers=(speaker,), source_id=source, venue="the Rialto")
            )
        return found


def test_nothing_that_may_not_leave_comes_out_of_search(desk: Shell) -> None:
    ids = secret(desk)
    told = desk("search", "pelicans herons storks")
    everything = told.out + desk("search", "--json", "pelicans herons storks").out
    assert "Storks will strike" in everything
    assert "a person in the room" in everything
    for word in ("Pelicans", "Herons", "Zelda", "Quixano", "Rialto", "delegate"):
        assert word not in everything
    assert f"{ids['off']}  ⊘ This was said off the record." in told.out


def test_a_confidential_name_finds_nothing(desk: Shell) -> None:
    secret(desk)
    assert desk("search", "--json", "quixano").json["total"] == 0
    assert desk("search", "--json", "rialto").json["total"] == 0
    assert desk("search", "--json", "person in the room").json["total"] >= 1


def test_status_and_due_leave_out_what_names_a_confidential_source(desk: Shell) -> None:
    secret(desk)
    with Store.open(desk.file) as store:
        talks = talks_called(store, "sag-aftra-2026")
        assert talks is not None
        assert talks.id is not None
        today = day(store.clock().date().replace(year=2026, month=3, day=6))
        store.developments.log(
            Development(kind=DevelopmentKind.CLAIM, words="Z. Quixano says so", date=today, negotiation_ids=(talks.id,))
        )
        store.deadlines.add(Deadline(name="call Quixano"), today)
    for command in ("status", "due"):
        for form in ((), ("--json",)):
            told = desk(command, *form)
            assert told.code == 0
            assert "Quixano" not in told.out
            assert "left out" in told.out or (command, form) == ("status", ())


def test_a_note_of_a_confidential_source_does_not_say_the_name_back(desk: Shell) -> None:
    secret(desk)
    told = desk("quote", '"Swans are fine" @Quixano src:back')
    assert told.code == 0
    assert "Quixano" not in told.out + told.err
    assert "Swans are fine" in desk("search", "swans").out


def test_copy_prints_the_text_and_says_that_it_is_on_no_clipboard(desk: Shell) -> None:
    told = desk("copy", "1")
    assert told.code == 1
    assert told.out.startswith("“We are not going to accept a deal")
    assert "Not copied" in told.err


def test_copy_through_the_reporters_own_command_is_sent_and_not_confirmed(desk: Shell, tmp_path: Path) -> None:
    config, taken = tmp_path / "config.toml", tmp_path / "taken"
    config.write_text(f'[clipboard]\ncommand = ["sh", "-c", \'cat > {taken}\']\n')
    desk.env["DESK_CONFIG"] = str(config)
    told = desk("copy", "4", "--format", "words")
    assert told.code == 3
    assert taken.read_text() == told.out.rstrip("\n")
    assert "not confirmed" in told.err
    with Store.open(desk.file, read_only=True) as store:
        (line,) = store.copies.of(4)
    assert (line.format, line.confirmed, line.text) == ("words", False, taken.read_text())


@pytest.mark.parametrize("how", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_copy_beside_a_desk_that_holds_the_file_hands_nothing_over(
    desk: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    config, taken = tmp_path / "config.toml", tmp_path / "taken"
    config.write_text(f'[clipboard]\ncommand = ["sh", "-c", \'cat > {taken}\']\n')
    for name, value in {"DESK_CONFIG": str(config), "HOME": str(desk.home)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("desk.store.file.connection.PATIENCE", 0.05)
    other = sqlite3.connect(desk.file, isolation_level=None)
    other.execute(how)
    try:
        assert main(["--db", str(desk.file), "copy", "4"]) == 1
    finally:
        other.close()
    said = capsys.readouterr()
    assert (said.out, taken.exists()) == ("", False)
    assert "another desk is writing to the file" in said.err
    with Store.open(desk.file, read_only=True) as store:
        assert store.copies.of(4) == []


def test_copy_of_what_may_not_leave_prints_the_reason_and_nothing_of_it(desk: Shell) -> None:
    ids = secret(desk)
    told = desk("copy", str(ids["off"]))
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("desk: not copied: This was said off the record.")
    with Store.open(desk.file, read_only=True) as store:
        assert store.copies.of(ids["off"]) == []


def test_a_disputed_quote_needs_a_reason_which_is_stamped(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        store.quotes.dispute(1, "she says she never said it")
    assert "disputed" in desk("copy", "1").err
    assert "[DISPUTED: for the editor]" in desk("copy", "1", "--reason", "for the editor").out


def test_an_embargo_is_judged_by_the_machines_clock_whatever_now_says(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        from datetime import timedelta

        store.sources.set_embargo(Embargo(until=machine_clock() + timedelta(days=9), zone="UTC", quote_id=1))
    desk.env["DESK_NOW"] = "2199-01-01"
    assert "[EMBARGOED until" in desk("copy", "1").out


def test_copy_of_a_disputed_quote_wants_a_reason_and_puts_it_on_the_checklist(desk: Shell, tmp_path: Path) -> None:
    config, taken = tmp_path / "config.toml", tmp_path / "taken"
    config.write_text(f'[clipboard]\ncommand = ["sh", "-c", \'cat > {taken}\']\n')
    desk.env["DESK_CONFIG"] = str(config)
    with Store.open(desk.file) as store:
        store.quotes.dispute(4, "she denies it")
        story = store.stories.in_work()
        assert story is not None
        before = len(store.stories.checks(story.id or 0))
    told = desk("copy", "4")
    assert (told.code, told.out) == (1, "")
    assert "--reason" in told.err
    for _ in range(2):
        assert desk("copy", "4", "--reason", "it is part of the story").code == 3
    assert "[DISPUTED: it is part of the story]" in taken.read_text()
    assert desk("copy", "1", "--reason", "no reason is needed here").code == 3
    with Store.open(desk.file, read_only=True) as store:
        added = store.stories.checks(story.id or 0)[before:]
        assert [check.what for check in added] == ["disputed quote copied: because it is part of the story"]
        assert [one.reason for one in store.copies.of(1)] == [""]


def test_copy_of_an_unknown_format_or_quote_says_what_there_is(desk: Shell) -> None:
    assert "sentence, " in desk("copy", "1", "--format", "song").err
    assert desk("copy", "1000").err == "desk: There is no quote 1000.\n"


def test_import_says_what_came_in_and_undo_is_one(empty: Shell, tmp_path: Path) -> None:
    file = tmp_path / "bank.jsonl"
    file.write_text('{"text": "We are done.", "speaker": "Ann Lee"}\n{"text": "Yes.", "speaker": "Bo"}\n')
    told = empty("import", str(file))
    assert (told.code, told.out) == (0, "imported 2 quotes, 2 people, 1 source\n")
    assert stat.S_IMODE(empty.file.stat().st_mode) == 0o600
    assert empty("search", "done", "--json").json["total"] == 1


def test_import_of_bad_lines_is_refused_by_number_unless_they_are_skipped(empty: Shell) -> None:
    bad = '{"text": "fine", "speaker": "A"}\nnope\n'
    told = empty("import", "-", typed=bad)
    assert told.code == 1
    assert "Line 2: it is not JSON" in told.err
    told = empty("import", "-", "--skip-bad", "--rule", "on_record", typed=bad)
    assert told.code == 0
    assert "line 2 was left out" in told.err


def test_what_an_import_remarks_has_no_confidential_name_in_it(empty: Shell, tmp_path: Path) -> None:
    with Store.open(empty.file) as store:
        store.people.add_person(Person(name="Mara Quandt", confidential=True))
    line = '{"text": "We will not sign", "speaker": "Ann Lee", "Mara Quandt told me": "x"}\n'
    told = empty("import", "-", "--json", typed=line)
    assert told.code == 0
    assert LEFT_OUT in told.json["remarks"]
    assert "Quandt" not in told.out + told.err


def test_import_says_what_is_closer_now_and_what_it_did_not_take_without_a_name(empty: Shell) -> None:
    with Store.open(empty.file) as store:
        store.people.add_person(Person(name="Mara Quandt"))
        call = Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY)
        store.sources.add(call, terms=Terms(rule=GroundRule.OFF_RECORD))
    document = {
        "format": "newsroom-desk",
        "version": 1,
        "people": [{"name": "Mara Quandt", "confidential": True}],
        "sources": [{"code": "call", "kind": "interview_notes", "terms": [{"rule": "on_record"}]}],
    }
    told = empty("import", "-", typed=json.dumps(document))
    assert (told.code, told.out) == (0, "imported nothing new\n")
    assert "1 person is confidential here now" in told.err
    assert "terms of 1 source stay stricter here than in the file" in told.err
    assert "Quandt" not in told.out + told.err
    assert "nothing in it that the desk does not have" in empty("import", "-", typed=json.dumps(document)).err


def _importing(shell: Shell) -> subprocess.Popen[bytes]:
    """An import that waits for more, with some of it in the file already."""
    command = [sys.executable, "-m", "desk", "--db", str(shell.file), "import", "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=shell.environ()
    )
    assert process.stdin is not None
    for number in range(5_000):
        process.stdin.write(b'{"text": "quote %d", "speaker": "A"}\n' % number)
    process.stdin.flush()
    while not shell.file.exists() or not _rows(shell.file):
        assert process.poll() is None
    return process


def test_an_import_that_was_killed_is_said_to_be_taken_back_at_the_next_start(empty: Shell) -> None:
    empty("status")
    process = _importing(empty)
    process.kill()
    process.communicate()
    assert empty("search", "quote").out.startswith("The bank has no quotes yet")
    said = "desk: “import standard input” was cut short before it was whole; it is taken back, and nothing of it was kept\n"
    assert said in empty("log", "Talks begin on:today").err
    assert "cut short" not in empty("log", "Talks go on on:today").err
    told = empty("import", "-", typed='{"text": "We will not sign", "speaker": "A"}')
    assert (told.code, "cut short" in told.err) == (0, False)
    with Store.open(empty.file) as store:
        assert store.quotes.count() == 1
        store.history.undo()
        assert store.quotes.count() == 0


def test_an_import_that_is_interrupted_is_taken_back(empty: Shell) -> None:
    empty("status")
    process = _importing(empty)
    process.send_signal(2)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err == b"desk: stopped; nothing of it was kept\n"
    with Store.open(empty.file) as store:
        assert store.quotes.count() == 0
        assert store.history.last() is None


def _rows(file: Path) -> int:
    import sqlite3

    conn = sqlite3.connect(file)
    try:
        return int(conn.execute("SELECT count(*) FROM quote").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        conn.close()


def test_the_private_export_moves_a_desk_whole(desk: Shell, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    told = desk("export", "--private", str(target))
    assert told.code == 0
    assert "only you can read it" in told.err
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    other = Shell(tmp_path / "other.db", desk.home, desk.env)
    assert other("import", str(target)).code == 0
    assert other("status").out == desk("status").out
    assert other("due").out == desk("due").out


def test_the_private_export_is_not_printed(desk: Shell) -> None:
    told = desk("export", "--private")
    assert (told.code, told.out) == (1, "")


def test_an_export_writes_over_nothing(desk: Shell, tmp_path: Path) -> None:
    target = tmp_path / "there.md"
    target.write_text("mine")
    for args in ([], ["--private"]):
        assert "such a file already" in desk("export", *args, str(target)).err
        assert target.read_text() == "mine"


def test_backup_and_restore_bring_back_what_was(desk: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert desk("backup", str(copy)).code == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = desk("status").out
    desk("log", "a mistake")
    told = desk("restore", str(copy))
    assert told.code == 0
    assert desk("status").out == before
    kept = [path for path in tmp_path.iterdir() if ".before-restore-" in path.name]
    assert len(kept) == 1
    assert str(kept[0]) in told.out


def test_where_says_what_is_there_and_makes_nothing(empty: Shell) -> None:
    told = empty("where")
    assert told.code == 0
    assert f"{empty.file}  (not there yet)" in told.out
    assert not empty.file.exists()
    assert list(empty.home.iterdir()) == []


def test_config_is_written_once(empty: Shell) -> None:
    told = empty("config")
    assert told.code == 0
    (place,) = empty.home.rglob("config.toml")
    assert "[clipboard]" in place.read_text()
    assert empty("config").code == 1
    assert empty("status", "--db", str(place)).code == 1


def test_a_mistake_in_the_config_is_named_with_its_line_and_the_command_goes_on(desk: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[reporter]\nzone = "Mars"\n')
    desk.env["DESK_CONFIG"] = str(config)
    told = desk("status")
    assert told.code == 0
    assert "line 2" in told.err


@pytest.mark.parametrize("command", [("copy", "1"), ("config",), ("doctor",)])
def test_a_field_that_no_template_has_is_told_with_its_line(
    desk: Shell, tmp_path: Path, command: tuple[str, ...]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[templates]\nslack = "{quote} {speaker}"\n')
    desk.env["DESK_CONFIG"] = str(config)
    told = desk(*command)
    assert 'line 2: templates.slack has the unknown field "{speaker}"' in told.out + told.err


def test_doctor_names_every_mistake_in_the_config_with_its_line(desk: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[screen]\ntheme = "nosuch"\n[keys]\nbogus = "z"\n')
    desk.env["DESK_CONFIG"] = str(config)
    told = desk("doctor")
    assert told.code == 1
    assert 'line 2: screen.theme: there is no theme "nosuch"' in told.out
    assert 'line 4: keys: there is no action "bogus"' in told.out


def test_a_theme_of_ones_own_may_be_named_in_the_config(desk: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[screen]\ntheme = "mine"\n')
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.toml").write_text("")
    desk.env["DESK_CONFIG"] = str(config)
    assert desk("doctor").code == 0


def test_the_first_line_that_is_logged_is_not_said_to_be_like_the_last(empty: Shell) -> None:
    told = empty("log", "talks begin")
    assert "no kind was given; it is taken as #statement" in told.err


def test_doctor_finds_a_sound_desk_sound(desk: Shell) -> None:
    told = desk("doctor")
    assert told.code == 0
    assert "WRONG" not in told.out


def test_doctor_names_no_confidential_source_whose_kept_copy_is_gone(empty: Shell) -> None:
    with Store.open(empty.file) as store:
        store.people.add_person(Person(name="Mara Quandt", confidential=True))
        for code in ("quandt-call", "presser"):
            source = Source(code=code, kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, sha256="a" * 64)
            store.sources.add(source)
    told = empty("doctor")
    assert "presser" in told.out
    assert "quandt" not in told.out.casefold()


def test_doctor_finds_what_is_wrong(desk: Shell) -> None:
    import sqlite3

    conn = sqlite3.connect(desk.file)
    conn.execute("DROP TRIGGER quote_history_update")
    conn.commit()
    conn.close()
    desk.file.chmod(0o644)
    wrong = {one["what"] for one in desk("doctor", "--json").json if one["sound"] is False}
    assert {"file", "guards"} <= wrong or "file" in wrong


def test_a_reader_who_has_seen_enough_is_no_error(desk: Shell) -> None:
    command = f"{sys.executable} -m desk --db {desk.file} export | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=desk.environ(), timeout=60, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="locales are of POSIX")
def test_a_locale_without_the_desks_letters_still_prints(desk: Shell) -> None:
    desk.env |= {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    told = desk("due")
    assert told.code == 0
    assert "Talks resume" in told.out


def test_status_tells_of_what_was_logged_in_no_talks(empty: Shell) -> None:
    empty("log", "the union calls a meeting #statement")
    told = empty("status")
    assert "1 development in no talks; the last: the union calls a meeting" in told.out


def test_status_and_due_stamp_what_is_under_an_embargo_and_tell_programs_nothing_of_it(desk: Shell) -> None:
    # However far ahead --now is, an embargo is judged by the machine's own clock.
    with Store.open(desk.file) as store:
        talks = talks_called(store, "sag-aftra-2026")
        assert talks is not None
        assert talks.id is not None
        party = store.people.find_party("AMPTP")
        assert party is not None
        until = Embargo(until=machine_clock() + timedelta(days=3), zone="America/Los_Angeles")
        today = day(date(2026, 3, 6))
        deal = Development(
            kind=DevelopmentKind.CLAIM,
            words="a deal is reached",
            date=replace(today, certainty=Certainty.OCCURRED),
            negotiation_ids=(talks.id,),
            axes=((Axis.PHASE, "tentative_agreement"),),
        )
        store.developments.log(deal, embargo=until)
        asked = Asked(party_id=party.id)
        store.developments.log(
            Development(kind=DevelopmentKind.COMMENT_SOUGHT, words="on the deal", date=today, asked=(asked,)),
            embargo=until,
        )
        leak = store.sources.add(Source(code="leak", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY), embargo=until)
        store.deadlines.add(Deadline(name="the deal is signed"), today, source_id=leak)
    desk.env["DESK_NOW"] = "2031-03-07"
    told = desk("status").out
    assert "tentative agreement · contract in force · mutual blackout [EMBARGOED until" in told
    assert "a deal is reached (Fri Mar 6 2026) [EMBARGOED until" in told
    value = desk("status", "--json")
    assert "deal" not in value.out
    talks_told = next(one for one in value.json["talks"] if one["code"] == "sag-aftra-2026")
    assert (talks_told["phase"], talks_told["embargoed"]) == ("talks_open", 1)
    due = desk("due").out
    assert "AMPTP: on the deal [EMBARGOED until" in due
    assert "the deal is signed" in due
    assert due.count("[EMBARGOED until") == 2
    value = desk("due", "--json")
    assert "deal" not in value.out
    assert value.json["embargoed"] == 2


@pytest.fixture
def whispered(desk: Shell) -> Shell:
    """A desk at which somebody said off the record when it ends, and what moves then."""
    with Store.open(desk.file) as store:
        talks = talks_called(store, "sag-aftra-2026")
        party = store.people.find_party("AMPTP")
        assert talks is not None
        assert talks.id is not None
        assert party is not None
        lunch = store.sources.add(
            Source(code="deepthroat", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.OFF_RECORD),
        )
        today = replace(day(date(2026, 3, 6)), certainty=Certainty.OCCURRED)
        store.developments.log(
            Development(
                kind=DevelopmentKind.CLAIM,
                words="a secret offer is on the table",
                date=today,
                negotiation_ids=(talks.id,),
                axes=((Axis.PHASE, "tentative_agreement"),),
                source_id=lunch,
            )
        )
        store.developments.log(
            Development(
                kind=DevelopmentKind.COMMENT_SOUGHT,
                words="on the secret offer",
                date=today,
                asked=(Asked(party_id=party.id),),
                source_id=lunch,
            )
        )
        store.deadlines.add(Deadline(name="the secret signing"), day(date(2026, 3, 9)), source_id=lunch)
    return desk


@pytest.mark.parametrize("command", ["status", "due"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_was_told_off_the_record_comes_out_of_no_command(
    whispered: Shell, command: str, form: tuple[str, ...]
) -> None:
    told = whispered(command, *form)
    assert told.code == 0
    assert "secret" not in told.out + told.err
    assert "tentative" not in told.out
    assert "deepthroat" not in told.out
    assert "not told, since the terms of the source do not let it be published" in told.err


def test_a_source_who_may_not_be_named_has_no_code_in_what_is_due(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        back = store.sources.add(
            Source(code="deepthroat", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.BACKGROUND, attribution="an official"),
        )
        store.deadlines.add(Deadline(name="the committee meets"), day(date(2026, 3, 9)), source_id=back)
    for form in ((), ("--json",)):
        told = desk("due", *form)
        assert "the committee meets" in told.out
        assert "deepthroat" not in told.out


def test_a_confidential_name_that_is_cut_short_is_not_told_in_part(desk: Shell) -> None:
    secret(desk)
    with Store.open(desk.file) as store:
        talks = talks_called(store, "sag-aftra-2026")
        assert talks is not None
        assert talks.id is not None
        words = "the committee meets again " + "late " * 11 + "and Quixano goes"
        assert words.index("Quixano") < 90 < words.index("Quixano") + 7
        today = replace(day(date(2026, 3, 6)), certainty=Certainty.OCCURRED)
        store.developments.log(
            Development(kind=DevelopmentKind.CLAIM, words=words, date=today, negotiation_ids=(talks.id,))
        )
    assert "Qui" not in desk("status").out


def test_a_slug_with_a_confidential_name_in_it_is_not_printed(desk: Shell, tmp_path: Path) -> None:
    secret(desk)
    draft = tmp_path / "draft.md"
    draft.write_text("Nothing was said.\n", encoding="utf-8")
    with Store.open(desk.file) as store:
        story = store.stories.add(Story(slug="quixano-talks"))
        store.stories.choose(story)
    for command in (("check", str(draft), "--story", "quixano-talks"), ("status",)):
        for form in ((), ("--json",)):
            told = desk(*command, *form)
            assert told.code == 0
            assert "quixano" not in (told.out + told.err).casefold()


def test_the_title_of_a_confidential_source_is_not_told_after_it_was_withdrawn(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        title = "Lunch at the Wexcombe harbour"
        lunch = store.sources.add(
            Source(code="lunch", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title=title, confidential=True)
        )
        store.sources.withdraw(lunch)
        store.deadlines.add(Deadline(name=f"after the {title.lower()}"), day(date(2026, 3, 9)))
    assert "Wexcombe".casefold() not in desk("due").out.casefold()


def test_status_tells_what_lies_ahead_as_such_and_a_claim_as_somebodys(desk: Shell) -> None:
    def log(line: str) -> None:
        assert desk("log", f"{line} talks:sag-aftra-2026").code == 0

    log("session ends on:today #session src:S2")
    log('Ratification vote set on:"dec 19 2026" #schedule')
    log("@AMPTP declares an impasse on:today #claim phase:broken_off")
    desk.env["DESK_NOW"] = "2026-03-07T23:00"
    told = desk("status").out
    assert "talks open; claimed by AMPTP: broken off · contract in force" in told
    assert "claimed by AMPTP: AMPTP declares an impasse (Sat Mar 7) · no source given" in told
    assert "ahead: scheduled: Ratification vote set (Sat Dec 19) · no source given" in told
    (talks,) = [one for one in desk("status", "--json").json["talks"] if one["code"] == "sag-aftra-2026"]
    assert talks["phase"] == "talks_open"
    assert talks["unsettled"] == {"phase": {"value": "broken_off", "rests_on": "claimed by AMPTP"}}
    last, ahead = talks["last"], talks["ahead"]
    assert (last["claim"], last["claimed_by"], last["source"]) == (True, ["AMPTP"], None)
    assert last["rests_on"] == "claimed by AMPTP; no source given"
    assert (ahead["words"], ahead["certainty"]) == ("Ratification vote set", "scheduled")
    assert ahead["rests_on"] == "scheduled; no source given"


def test_a_date_that_is_due_without_a_source_says_so(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        store.deadlines.add(Deadline(name="the committee meets"), day(date(2026, 3, 9)))
    assert re.search(r"the committee meets +expected +no source given", desk("due").out)
    (due,) = [one for one in desk("due", "--json").json["ahead"] if one["name"] == "the committee meets"]
    assert due["dates"][0]["rests_on"] == "expected; no source given"


def test_what_changed_says_whose_claim_a_line_is_and_that_it_has_no_source(desk: Shell) -> None:
    line = "members threaten a walkout at Eastside garage #claim certainty:expected talks:sag-aftra-2026"
    told = desk("log", line)
    assert "no source was given" in told.err
    desk.env["DESK_NOW"] = ""
    text = desk("changed", "--since", "2026-01-01").out
    assert (
        "- undated, a claim, nobody named, expected: members threaten a walkout at Eastside garage (no source given)"
        in text
    )
    value = desk("changed", "--since", "2026-01-01", "--json").json
    (ahead,) = [one["lines"] for one in value["changes"] if one["what"] == "ahead"]
    assert ahead[-1].startswith("undated, a claim, nobody named, expected")


@pytest.mark.parametrize(("line", "gap"), [("SAG wraps early #session", "source"), ("SAG wraps early src:S2", "kind")])
def test_a_line_from_the_shell_has_nothing_filled_in(desk: Shell, line: str, gap: str) -> None:
    assert desk("log", "earlier #vote src:S2").code == 0
    told = desk("log", line)
    assert told.code == 0
    assert f"no {gap} was given" in told.err
    with Store.open(desk.file, read_only=True) as store:
        last = store.developments.all()[-1]
        assert (last.source_id is None) is (gap == "source")
        assert last.kind is (DevelopmentKind.SESSION if gap == "source" else DevelopmentKind.STATEMENT)


def test_a_quote_from_the_shell_without_a_speaker_is_nobodys(desk: Shell) -> None:
    assert desk("quote", '"We wait." @Crabtree-Ireland src:S2').code == 0
    told = desk("quote", '"We will not wait." src:S2')
    assert told.code == 1
    assert "the speaker is missing" in told.err
    assert "Crabtree" not in told.err


@pytest.mark.parametrize("command", [("status",), ("due", "--json"), ("search", "fair"), ("export",)])
def test_a_command_brings_a_file_of_an_older_desk_up_to_date_and_keeps_it_as_it_was(
    empty: Shell, command: tuple[str, ...]
) -> None:
    empty.file.parent.mkdir(parents=True, exist_ok=True)
    empty.file.touch(mode=0o600)
    migrate.migrate(empty.file, resources.migrations()[:5], now=machine_clock())
    done = empty(*command)
    assert done.code == 0, done.err
    assert len(list(empty.file.parent.glob("*.before-*"))) == 1
