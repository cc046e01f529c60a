"""Exports: the gated one lets out what may leave and counts the rest; the private one is the whole desk."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.app.export import FileFormat, Left, export_text
from desk.app.importing import demo
from desk.app.importing.files import import_file
from desk.formats.copies.attribution import HouseStyle
from desk.formats.native.native_export import private_text
from desk.model.enums import GroundRule, Mark, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.fingerprint import changed_since, state
from desk.model.records import (
    CheckMark,
    Deadline,
    DeadlineDate,
    Person,
    Quote,
    Source,
    Speaker,
    Terms,
)
from desk.store.store import Store

NOW = datetime(2026, 3, 7, 8, tzinfo=UTC)
HOUSE = HouseStyle(today=date(2026, 3, 7))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW, via="demo") as filled:
        demo.load_demo(filled)
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW) as opened:
        yield opened


def secret(store: Store, rule: GroundRule, words: str, *, attribution: str = "") -> int:
    """A confidential person's words under a rule."""
    name = f"Zelda Quixano {len(store.people.persons())}"
    person = store.people.add_person(Person(name=name, confidential=True))
    source = store.sources.add(
        Source(code=f"call{person}", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
        terms=Terms(rule=rule, attribution=attribution),
    )
    speaker = Speaker(person_id=person, name=name, title="delegate", party="SAG-AFTRA")
    return store.quotes.add(Quote(words=words, speakers=(speaker,), source_id=source, venue="the Rialto"))


def exported(store: Store, chosen: FileFormat) -> tuple[str, Left]:
    left = Left()
    return "".join(export_text(store, chosen, now=NOW, house=HOUSE, left=left)), left


@pytest.mark.parametrize("chosen", list(FileFormat))
def test_what_may_not_leave_is_counted_and_not_named(store: Store, chosen: FileFormat) -> None:
    secret(store, GroundRule.OFF_RECORD, "Pelicans are cheap")
    secret(store, GroundRule.UNKNOWN, "Herons are dear")
    secret(store, GroundRule.BACKGROUND, "Storks will strike", attribution="a person in the room")
    text, left = exported(store, chosen)
    assert "Storks will strike" in text
    assert "a person in the room" in text
    for word in ("Pelicans", "Herons", "Zelda", "Quixano", "delegate", "Rialto"):
        assert word not in text
    assert str(left) == "6 quotes; 2 left out: 1 off the record, 1 under no ground rule yet"


@pytest.mark.parametrize("chosen", list(FileFormat))
def test_every_stamp_goes_with_its_quote(store: Store, chosen: FileFormat) -> None:
    text, left = exported(store, chosen)
    assert left.written == 5
    assert text.count("not checked against the original]") >= 5


def test_what_is_off_the_record_is_counted_as_the_newsroom_calls_it(store: Store) -> None:
    secret(store, GroundRule.OFF_RECORD, "we are done")
    left = Left(naming=lambda rule: {GroundRule.OFF_RECORD: "unter drei"}.get(rule, ""))
    list(export_text(store, FileFormat.JSON, now=NOW, house=HOUSE, left=left))
    assert "1 unter drei" in str(left)


def test_json_and_csv_can_be_read_again(store: Store) -> None:
    rows = json.loads(exported(store, FileFormat.JSON)[0])
    assert [row["state"] for row in rows] == ["matches_report"] * 5
    table = list(csv.DictReader(io.StringIO(exported(store, FileFormat.CSV)[0])))
    assert [row["sentence"] for row in table] == [row["sentence"] for row in rows]


def test_a_paraphrase_gets_no_marks(store: Store) -> None:
    (row,) = [one for one in json.loads(exported(store, FileFormat.JSON)[0]) if "strike remains" in one["words"]]
    assert "“" not in row["words"] + row["sentence"]


def test_an_empty_desk_exports_an_empty_list(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db") as empty:
        assert json.loads(exported(empty, FileFormat.JSON)[0]) == []


def test_an_export_can_be_stopped(store: Store) -> None:
    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(export_text(store, FileFormat.JSON, now=NOW, house=HOUSE, left=Left(), progress=stop))


# The private export


def moved(store: Store, tmp_path: Path) -> Store:
    """The same desk on another machine."""
    file = tmp_path / "all.json"
    file.write_text("".join(private_text(store)), encoding="utf-8")
    other = Store.open(tmp_path / "other.db", clock=lambda: NOW)
    import_file(other, file)
    return other


def test_a_desk_that_moves_is_the_same_desk(store: Store, tmp_path: Path) -> None:
    secret(store, GroundRule.OFF_RECORD, "Pelicans are cheap")
    store.quotes.withdraw(2)
    store.quotes.dispute(3, "the guild says otherwise")
    deadline = next(one for one in store.deadlines.all() if one.name == "Talks resume")
    assert deadline.id is not None
    store.deadlines.add_date(
        DeadlineDate(deadline_id=deadline.id, date=deadline.dates[0].date, corrects=deadline.dates[0].id)
    )
    store.deadlines.set_done(deadline.id, done=True)
    store.stories.mark(CheckMark(check_id=1, mark=Mark.GREEN, evidence="looked at the calendar"))
    with moved(store, tmp_path) as other:
        assert "".join(private_text(other)) == "".join(private_text(store))
        assert other.settings.reporter() == demo.REPORTER
        assert other.hidden.all().people == store.hidden.all().people
        assert [one.name for one in other.deadlines.all()] == [one.name for one in store.deadlines.all()]


def test_what_was_verified_is_reported_and_what_was_compared_is_known(store: Store, tmp_path: Path) -> None:
    source = store.sources.add(Source(code="tape", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    speaker = Speaker(party_id=1, name="SAG-AFTRA")
    numbers = [
        store.quotes.add(Quote(words=words, speakers=(speaker,), source_id=source)) for words in ("One.", "Two.")
    ]
    for number in numbers:
        store.quotes.verify(number, VerificationKind.RECORDING, source_id=source)
    store.quotes.edit(Quote(id=numbers[1], words="Two!", speakers=(speaker,), source_id=source))
    with moved(store, tmp_path) as other:
        found = {record.quote.words: record for record in other.quotes.records(other.quotes.newest())}
        assert {state(record) for record in found.values()} >= {QuoteState.UNVERIFIED}
        assert QuoteState.VERIFIED not in map(state, found.values())
        (verification, _), *_ = found["One."].verifications
        assert changed_since(verification, found["One."].quote) == ()
        stale = found["Two!"]
        assert changed_since(stale.verifications[0][0], stale.quote) == ("words",)


def test_a_quote_that_got_another_source_never_moves_as_verified(store: Store, tmp_path: Path) -> None:
    tape, memo = (
        store.sources.add(Source(code=code, kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY)) for code in ("a", "b")
    )
    speaker = Speaker(party_id=1, name="SAG-AFTRA")
    number = store.quotes.add(Quote(words="One.", speakers=(speaker,), source_id=tape))
    store.quotes.verify(number, VerificationKind.RECORDING, source_id=tape)
    store.quotes.edit(Quote(id=number, words="One.", speakers=(speaker,), source_id=memo))
    with moved(store, tmp_path) as other:
        (record,) = [one for one in other.quotes.records(other.quotes.newest()) if one.quote.words == "One."]
        assert state(record) is QuoteState.UNVERIFIED
        assert changed_since(record.verifications[0][0], record.quote) == ("source",)


def test_words_that_somebody_changed_in_the_file_do_not_come_in_as_verified(store: Store, tmp_path: Path) -> None:
    release = store.sources.add(Source(code="paper", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY))
    speaker = Speaker(party_id=1, name="SAG-AFTRA")
    number = store.quotes.add(Quote(words="We will not accept it.", speakers=(speaker,), source_id=release))
    store.quotes.verify(
        number, VerificationKind.STATEMENT, source_id=release, passage="“We will not accept it.” They went on."
    )
    file = tmp_path / "all.json"
    file.write_text(
        "".join(private_text(store)).replace('"words": "We will not', '"words": "We will'), encoding="utf-8"
    )
    with Store.open(tmp_path / "other.db", clock=lambda: NOW) as other:
        import_file(other, file)
        (record,) = [one for one in other.quotes.records(other.quotes.newest()) if "accept it" in one.quote.words]
        assert record.quote.words == "We will accept it."
        assert state(record) is QuoteState.UNVERIFIED
        assert changed_since(record.verifications[0][0], record.quote) == ("words",)


def test_a_document_does_not_bring_a_check_that_is_green_by_the_story_itself(store: Store, tmp_path: Path) -> None:
    check = next(one for story in store.stories.all() for one in store.stories.checks(story.id or 0))
    store.stories.mark(CheckMark(check_id=check.id or 0, mark=Mark.GREEN, evidence="looked at the calendar"))
    file = tmp_path / "all.json"
    slug = store.stories.get(check.story_id).slug
    file.write_text("".join(private_text(store)).replace("looked at the calendar", f"see {slug}"), encoding="utf-8")
    with Store.open(tmp_path / "other.db", clock=lambda: NOW) as other:
        import_file(other, file)
        story = other.stories.find(slug)
        assert story is not None
        (mark,) = [one.mark for one in other.stories.checks(story.id or 0) if one.what == check.what]
        assert mark is not None
        assert mark.mark is Mark.AMBER
        assert "it was green where it comes from" in mark.evidence


def test_merged_people_and_two_sources_of_one_code_move_too(store: Store, tmp_path: Path) -> None:
    keep = store.people.add_person(Person(name="Ann Lee"))
    drop = store.people.add_person(Person(name="Anne Lee"))
    number = store.quotes.add(Quote(words="One.", speakers=(Speaker(person_id=drop, name="Anne Lee"),)))
    store.people.merge_persons(keep, drop)
    first = store.sources.add(Source(code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY, title="first"))
    store.sources.withdraw(first)
    store.sources.add(Source(code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY, title="second"))
    assert number
    with moved(store, tmp_path) as other:
        (record,) = [one for one in other.quotes.records(other.quotes.newest()) if one.quote.words == "One."]
        assert record.quote.speakers[0].name == "Anne Lee"
        person = other.people.person(record.quote.speakers[0].person_id or 0)
        assert (person.name, person.aliases) == ("Ann Lee", ("Anne Lee",))
        assert [one.title for one in other.sources.all() if one.code == "tape"] == ["second"]


def test_rows_that_were_taken_back_stay_behind(store: Store, tmp_path: Path) -> None:
    with store.bulk("import") as bulk, bulk.batch() as act:
        act.insert("party", name="Phantom", kind="union")
    store.history.undo()
    assert "Phantom" not in "".join(private_text(store))


def test_a_deadline_without_a_date_left_moves(store: Store, tmp_path: Path) -> None:
    from desk.model.dates.value import day

    number = store.deadlines.add(Deadline(name="answer due"), day(date(2026, 4, 1)))
    (deadline,) = [one for one in store.deadlines.all() if one.id == number]
    store.deadlines.withdraw_date(deadline.dates[0].id or 0)
    with moved(store, tmp_path) as other:
        (found,) = [one for one in other.deadlines.all() if one.name == "answer due"]
        assert found.dates == ()
