"""The desk's own format: taken whole, or refused with the place of the mistake and nothing kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.app.importing.files import import_file
from desk.model.enums import GroundRule, QuoteState
from desk.model.errors import InputError
from desk.model.quotes.fingerprint import evidence, state
from desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db") as opened:
        yield opened


def whole() -> dict[str, Any]:
    """A small desk, everything in it once."""
    return {
        "format": "newsroom-desk",
        "version": 1,
        "zone": "America/Los_Angeles",
        "parties": [{"name": "SAG-AFTRA", "kind": "union", "aliases": ["the actors"]}, {"name": "AMPTP", "kind": "employer_association"}],
        "people": [{"name": "Ann Lee", "title": "president", "party": "SAG-AFTRA"}],
        "sources": [
            {"code": "presser", "kind": "public_event", "date": "2026-02-13", "logged": "2026-02-13 18:00"},
            {"code": "call", "kind": "interview_notes", "terms": [{"rule": "background", "attribution": "a union official"}]},
        ],
        "negotiations": [{"name": "SAG-AFTRA 2026", "parties": ["SAG-AFTRA", "AMPTP"]}],
        "issues": [{"talks": "sag-aftra-2026", "name": "Wages"}],
        "positions": [{"talks": "SAG-AFTRA 2026", "issue": "wages", "party": "the actors", "kind": "stated", "words": "4%"}],
        "developments": [
            {"kind": "session", "words": "talks begin", "date": "2026-02-09", "talks": ["sag-aftra-2026"],
             "axes": {"phase": "talks_open"}, "key": "begin"},
            {"kind": "comment_sought", "words": "asked", "asked": [{"person": "Ann Lee", "how": "phone"}]},
            {"kind": "correction", "words": "talks began a day later", "date": "2026-02-10", "talks": ["sag-aftra-2026"],
             "corrects": "begin", "embargoes": [{"until": "2026-03-01 09:00"}]},
        ],
        "deadlines": [{"name": "contract expires", "kind": "expiry", "dates": [{"date": {"on": "2026-06-30T23:59"}, "source": "presser"}]}],
        "quotes": [
            {"words": "We are done.", "speakers": [{"person": "Ann Lee", "title": "president", "of": "SAG-AFTRA"}, {"party": "AMPTP"}],
             "source": "presser", "date": "2026-02-13", "tags": ["money"], "key": "q1",
             "verifications": [{"kind": "recording", "source": "presser", "who": "Bo"}]},
            {"words": "No.", "speakers": [{"person": "Ann Lee"}], "source": "call", "terms": [{"rule": "off_record"}]},
        ],
        "stories": [{"slug": "week one", "checks": [{"what": "the date", "marks": [{"mark": "amber", "source": "presser"}]}]}],
        "copies": [{"quote": "q1", "story": "week-one", "format": "words", "text": "“We are done.”", "mechanism": "tmux"}],
    }  # fmt: skip


def write(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "talks.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def rows(store: Store) -> int:
    tables = ("party", "person", "source", "negotiation", "development", "deadline", "quote", "story")
    return sum(
        int(store.all(f"SELECT count(*) FROM {table} WHERE added_by IN (SELECT id FROM action WHERE state = 'done')")[0][0])
        for table in tables
    )  # fmt: skip


def test_a_whole_desk_comes_in_as_one_action_that_one_undo_takes_back(store: Store, tmp_path: Path) -> None:
    done = import_file(store, write(tmp_path, whole()))
    assert done.counts["quotes"] == 2
    assert [party.name for party in store.people.parties()] == ["AMPTP", "SAG-AFTRA"]
    assert store.history.undo().label == "import talks.json"
    assert rows(store) == 0
    store.history.redo()
    assert store.quotes.count() == 2


def test_what_comes_in_is_what_was_written(store: Store, tmp_path: Path) -> None:
    import_file(store, write(tmp_path, whole()))
    first, second = store.quotes.records(sorted(store.quotes.newest()))
    assert state(first) is QuoteState.UNVERIFIED
    assert [speaker.name for speaker in first.quote.speakers] == ["Ann Lee", "AMPTP"]
    assert (first.verifications[0][0].who, first.verifications[0][0].reported) == ("Bo", True)
    assert "says that Bo compared it (recording, presser); nobody here has" in evidence(first)
    assert first.quote.recorded_at == datetime(2026, 2, 14, 2, tzinfo=UTC)  # with its source
    assert (second.terms.rule, store.quotes.get(second.quote.id or 0).words) == (GroundRule.OFF_RECORD, "No.")
    assert [one.words for one in store.developments.all()] == ["asked", "talks began a day later"]
    (deadline,) = store.deadlines.all()
    assert deadline.dates[0].date.utc_end == datetime(2026, 7, 1, 6, 59, tzinfo=UTC)
    assert first.quote.id is not None
    assert [one.text for one in store.copies.of(first.quote.id)] == ["“We are done.”"]


def test_what_the_desk_has_already_is_referred_to_and_not_added_again(store: Store, tmp_path: Path) -> None:
    import_file(store, write(tmp_path, whole()))
    document = {
        "format": "newsroom-desk",
        "version": 1,
        "people": [{"name": "ann lee"}],
        "quotes": [{"words": "Again.", "speakers": [{"person": "Ann Lee"}], "source": "presser"}],
    }
    import_file(store, write(tmp_path, document))
    assert len(store.people.persons()) == 1
    assert store.quotes.records(store.quotes.newest(1))[0].quote.speakers[0].person_id == store.people.persons()[0].id


def test_a_document_loosens_nothing_that_was_agreed_here(store: Store, tmp_path: Path) -> None:
    import_file(store, write(tmp_path, whole()))
    again = whole()
    again["people"][0]["confidential"] = True
    again["quotes"] = [
        {"words": "Maybe.", "speakers": [{"person": "Ann Lee"}], "source": "call", "terms": [{"rule": "on_record"}]}
    ]
    again["copies"] = []
    done = import_file(store, write(tmp_path, again))
    quote_id = store.quotes.newest(1)[0]
    assert store.quotes.record(quote_id).terms.rule is GroundRule.BACKGROUND
    assert any(remark.startswith("for 1 quote the file has looser terms than") for remark in done.remarks)
    assert "1 person is confidential here now, under every name that the file has" in done.remarks
    assert not any("Maybe" in remark or "Lee" in remark for remark in done.remarks)
    assert store.hidden.all().people == ("Ann Lee",)


def test_another_source_under_a_taken_code_gets_a_free_one_and_the_reporter_is_told(
    store: Store, tmp_path: Path
) -> None:
    import_file(store, write(tmp_path, whole()))
    document = {
        "format": "newsroom-desk",
        "version": 1,
        "people": [{"name": "Bo"}],
        "sources": [{"code": "presser", "kind": "press_release", "title": "another"}],
        "quotes": [{"words": "Hm.", "speakers": [{"person": "Bo"}], "source": "presser"}],
    }
    done = import_file(store, write(tmp_path, document))
    assert done.remarks == ("presser is another source here, so the imported one is presser-2.",)
    assert {one.code for one in store.sources.all()} == {"presser", "presser-2", "call"}
    source = store.quotes.records(store.quotes.newest(1))[0].source
    assert source is not None
    assert source.code == "presser-2"


def broken(*path: Any, value: Any = None, drop: bool = False) -> dict[str, Any]:
    document = whole()
    at: Any = document
    for step in path[:-1]:
        at = at[step]
    if drop:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return document


@pytest.mark.parametrize(
    ("document", "where", "what"),
    [
        (broken("version", value=9), "version", "reads version 1"),
        (broken("quotes", 0, "words", drop=True), "quotes[0].words", "missing"),
        (broken("quotes", 0, "words", value="  \u200b"), "quotes[0].words", "empty"),
        (broken("quotes", 0, "words", value=3), "quotes[0].words", "has to be text"),
        (broken("quotes", 0, "speakers", value=[]), "quotes[0].speakers", "missing"),
        (broken("quotes", 1, "speakers", 0, "person", value="Nobody"), "quotes[1].speakers[0].person", "no person “Nobody”"),
        (broken("quotes", 0, "speakers", 0, "party", value="AMPTP"), "quotes[0].speakers[0].person", "one of the two"),
        (broken("quotes", 0, "speeker", value="x"), "quotes[0].speeker", "did you mean “speakers”"),
        (broken("quotes", 0, "form", value="whole"), "quotes[0].form", "none of full, partial, paraphrase"),
        (broken("quotes", 0, "source", value="gone"), "quotes[0].source", "no source “gone”"),
        (broken("quotes", 0, "date", value="13 Feb"), "quotes[0].date", "write a date as"),
        (broken("quotes", 0, "date", value={"on": "2026-02-30"}), "quotes[0].date", "day is out of range"),
        (broken("quotes", 0, "tags", value=[1]), "quotes[0].tags[0]", "has to be text"),
        (broken("quotes", 0, "verifications", 0, "kind", drop=True), "quotes[0].verifications[0].kind", "missing: one of"),
        (broken("developments", 0, "axes", value={"phase": "fine"}), "developments[0].axes.phase", "none of unknown"),
        (broken("developments", 2, "corrects", value="x"), "developments[2].corrects", "no row “x”"),
        (broken("parties", 1, "name", value="sag-aftra"), "parties[1].name", "stands for another party"),
        (broken("negotiations", 0, "parties", 1, value="X"), "negotiations[0].parties[1]", "no party “X”"),
        (broken("deadlines", 0, "dates", drop=True), "deadlines[0].dates", "at least one date"),
        (broken("sources", 0, "sha256", value="abc"), "sources[0].sha256", "64"),
        (broken("sources", 0, "logged", value="yesterday"), "sources[0].logged", "no moment"),
        (
            broken("stories", 0, "checks", 0, "marks", 0, value={"mark": "green"}),
            "stories[0].checks[0].marks[0].evidence",
            "needs evidence",
        ),
        (broken("zone", value="Mars/Base"), "zone", "no time zone"),
        (broken("people", value={}), "people", "has to be a list"),
        (broken("people", 0, value="Ann"), "people[0]", "has to be an object"),
        (broken("quote", value=[]), "quote", "did you mean “quotes”"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_path_and_nothing_is_kept(
    store: Store, tmp_path: Path, document: dict[str, Any], where: str, what: str
) -> None:
    with pytest.raises(InputError) as error:
        import_file(store, write(tmp_path, document))
    assert error.value.where == where
    assert what in str(error.value)
    assert rows(store) == 0
    assert store.history.last() is None


SECRET = {"name": "Mara Quandt", "aliases": ["Mopsy"], "confidential": True}


@pytest.mark.parametrize(
    ("sections", "where"),
    [
        ({"people": [SECRET, {"name": "Ann", "key": "Mara Quandt"}, {"name": "Mara Quandt"}]}, "people[1].key"),
        ({"people": [SECRET, {"name": "Bo Ek", "Mopsy": 1}]}, "people[1].[a confidential name]"),
        ({"people": [SECRET | {"party": "Brotherhood"}]}, "people[0].party"),
        ({"people": [SECRET | {"confidential": "Mara Quandt"}]}, "people[0].confidential"),
        ({"people": [SECRET | {"merged_into": "Quandt, Mara"}]}, "people[0].merged_into"),
        ({"sources": [{"code": "x", "kind": "Brotherhood", "confidential": True}]}, "sources[0].kind"),
        ({"sources": [{"code": "x", "title": "Brotherhood memo", "kind": "Brotherhood memo", "confidential": True}]},
         "sources[0].kind"),
        ({"quotes": [{"words": "x", "speakers": [{"person": "Mopsy"}]}], "people": [SECRET | {"logged": "Mopsy"}]},
         "people[0].logged"),
        ({"people": [SECRET], "quotes": [{"words": "x", "speakers": [{"person": "M. Quandt"}]}]},
         "quotes[0].speakers[0].person"),
    ],
)  # fmt: skip
def test_a_mistake_tells_nothing_that_the_file_itself_has_confidential(
    store: Store, tmp_path: Path, sections: dict[str, Any], where: str
) -> None:
    with pytest.raises(InputError) as error:
        import_file(store, write(tmp_path, {"format": "newsroom-desk", "version": 1, "zone": "UTC", **sections}))
    assert error.value.where == where
    assert not any(name in str(error.value) for name in ("Quandt", "Mopsy", "Brotherhood"))


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"\x00\x01\x02 not text", "knows no such format"),
        (b"[1, 2]", "knows no such format"),
        (b"PK\x03\x04", "knows no such format"),
        (b'{\n "format": "other"\n}', "not the desk's own format"),
        (b'{\n "format": "newsroom-desk", "version": 1,\n', "not JSON"),
        (b'{\n "format": "newsroom-desk\xff"}', "UTF-8"),
        (b'{\n"format": "newsroom-desk", "version": 1}', "nothing in it"),
        pytest.param(b"{" * 100_000, "not JSON", id="deep"),
    ],
)
def test_what_is_no_document_of_the_desk_is_said_to_be_none(
    store: Store, tmp_path: Path, body: bytes, what: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(body)
    with pytest.raises(InputError, match=what):
        import_file(store, path)
    assert rows(store) == 0


@pytest.mark.parametrize(("name", "what"), [("nowhere.json", "no such file"), (".", "folder")])
def test_a_file_that_cannot_be_read_is_said_to_be_so(store: Store, tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        import_file(store, tmp_path / name)


def test_people_s_text_is_cleaned_on_the_way_in(store: Store, tmp_path: Path) -> None:
    document = broken("quotes", 0, "words", value="We \x1b[31mare\x1b]52;c;eA==\x07 do\u200bne \ud800 [sic] [/b].")
    import_file(store, write(tmp_path, document))
    assert store.quotes.get(min(store.quotes.newest())).words == "We are done \ufffd [sic] [/b]."


def test_a_new_desk_takes_over_whose_it_is_and_one_that_knows_keeps_it(store: Store, tmp_path: Path) -> None:
    document = {**whole(), "desk": {"reporter": "Ada", "zone": "Europe/Paris"}}
    import_file(store, write(tmp_path, document))
    assert (store.settings.reporter(), store.settings.zone()) == ("Ada", "Europe/Paris")
    import_file(store, write(tmp_path, {**document, "desk": {"reporter": "Bo", "zone": "UTC"}}))
    assert (store.settings.reporter(), store.settings.zone()) == ("Ada", "Europe/Paris")
