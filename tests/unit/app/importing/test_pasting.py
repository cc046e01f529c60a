"""What the import form makes of what was typed into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.app.importing.pasting import Pasted, path_in
from desk.app.lines.context import EntryContext
from desk.model.enums import SourceKind, Tier
from desk.model.errors import InputError

WORDS = "“We will not accept that,” said Crabtree-Ireland.\n\n“They have to move now,” he added."


def pasted(
    known: EntryContext,
    text: str = WORDS,
    source: str = "",
    speaker: str = "",
    date: str = "",
    kind: str = "",
    by: str = "",
) -> Pasted:
    return Pasted(known=known, text=text, source=source, speaker=speaker, date=date, kind=kind, by=by)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/tmp/quotes.jsonl", Path("/tmp/quotes.jsonl")),
        ("'/tmp/with space.txt'", Path("/tmp/with space.txt")),
        ("quotes.jsonl", Path("quotes.jsonl")),
        ("We will not go.", None),
        ("/tmp/a\n/tmp/b", None),
        ("~nobody-of-that-name/x.txt", None),
        ("", None),
        ("/" + "x" * 600, None),
    ],
)
def test_one_line_that_looks_like_a_path_is_a_file(text: str, path: Path | None) -> None:
    assert path_in(text) == path


def test_a_new_code_is_a_source_of_the_kind_and_day_that_are_said(known: EntryContext) -> None:
    form = pasted(known, source="release-1", kind="press", by="AMPTP", date="fri")
    source = form.source_of()
    assert (source.id, source.code, source.kind, source.tier, source.outlet) == (
        None,
        "release-1",
        SourceKind.PRESS_RELEASE,
        Tier.PRIMARY,
        "AMPTP",
    )
    assert source.date.start == form.said().start == date(2026, 2, 13)


def test_a_news_story_is_a_report_from_which_nothing_is_verified(known: EntryContext) -> None:
    form = pasted(known, source="story-1", kind="published report", by="The Paper", date="today")
    assert (form.source_of().tier, form.said().dated) == (Tier.SECONDARY, False)


def test_a_known_code_is_that_source(known: EntryContext) -> None:
    form = pasted(known, source="PRESSER")
    assert form.source_of().id == 2
    assert form.said().start == date(2026, 2, 11)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ({"source": ""}, "source"),
        ({"source": "x"}, "kind"),
        ({"source": "x", "kind": "leaflet"}, "kind"),
        ({"source": "x", "kind": "press release", "date": "fri"}, "by"),
        ({"source": "x", "kind": "press release", "by": "AMPTP"}, "date"),
        ({"source": "x", "kind": "document", "date": "13/2"}, "date"),
        ({"source": "x", "kind": "document", "date": "tomorrow"}, "date"),
    ],
)
def test_what_is_wrong_or_not_said_is_asked_at_its_field(
    typed: dict[str, str], where: str, known: EntryContext
) -> None:
    with pytest.raises(InputError) as refused:
        pasted(known, **typed).source_of()
    assert refused.value.where == where


def test_a_quotation_without_its_speaker_is_not_kept_until_somebody_says_who(known: EntryContext) -> None:
    text = WORDS.replace(" he added", "")
    with pytest.raises(InputError, match="not known who said “They have to move"):
        pasted(known, text).to_keep(set())
    assert len(pasted(known, text).to_keep({1})) == 1
    given = Pasted(known=known, text=text, source="", speaker="", date="", given={1: known.persons[0]})
    assert [one.speaker for one in given.to_keep(set())] == [known.persons[0], known.persons[0]]


def test_what_may_be_read_in_two_ways_is_not_kept_until_somebody_has_looked(known: EntryContext) -> None:
    text = "Hessinger called it “a very bad deal indeed,” Crabtree-Ireland said."
    with pytest.raises(InputError, match=r"look at “a very bad deal.*Crabtree-Ireland said"):
        pasted(known, text).to_keep(set())


def test_a_speaker_whom_the_desk_does_not_know_is_offered_as_new(known: EntryContext) -> None:
    with pytest.raises(InputError, match=r"Jo Roe, who said .* is not in the desk yet"):
        pasted(known, "“We will not accept that,” said Jo Roe, beside Crabtree-Ireland.").to_keep(set())


def test_the_speaker_of_a_whole_statement_is_nobody_elses_quotation(known: EntryContext) -> None:
    with pytest.raises(InputError, match="not known who said"):
        pasted(known, "“We will not accept that.”", speaker="AMPTP").to_keep(set())
    (own,) = pasted(known, "We will not accept any of that.", speaker="AMPTP").to_keep(set())
    assert own.speaker == known.parties[1]


def test_there_has_to_be_something_to_keep(known: EntryContext) -> None:
    for text in ("", "No marks in it, and no speaker.", "/tmp/file.txt"):
        with pytest.raises(InputError, match="nothing in it to keep"):
            pasted(known, text).to_keep(set())
