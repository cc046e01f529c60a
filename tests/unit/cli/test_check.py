"""`desk check`: a line a finding, as an editor's error list reads them; the exit code; nothing that may not be printed."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.model.enums import GroundRule, SourceKind, Tier, VerificationKind
from desk.model.records import Person, Quote, Source, Speaker, Story, Terms
from desk.store.store import Store
from tests.unit.cli.conftest import Shell

FAIR = "We are not going to accept a deal that is not fair to our members"


def write(desk: Shell, text: str, name: str = "draft.md") -> str:
    path = desk.home / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_line_a_finding_with_file_line_and_column(desk: Shell) -> None:
    path = write(desk, f"Talks.\n\n  “{FAIR.replace('not fair', 'fair')},” Crabtree-Ireland said.\n")
    ran = desk("check", path)
    assert ran.code == 1
    assert ran.out == (
        f"{path}:3:3: ALTERED A negation lost: “not” is dropped. "
        "[per a published report; not checked against the original] (quote 1)\n"
    )
    assert "1 found, 1 to be seen to" in ran.err


def test_quotes_of_the_demo_are_found_and_not_verified(desk: Shell) -> None:
    ran = desk("check", "-", typed=f"“{FAIR},” he said. “It is a big tent,” he said.")
    assert ran.code == 1
    first, second = ran.out.splitlines()
    assert first.startswith("-:1:1: UNVERIFIED The words are exact, but it matches a report")
    assert second.startswith("-:1:79: NOT_IN_BANK")


def test_a_clean_draft_ends_with_nought(desk: Shell) -> None:
    with Store.open(desk.file) as store:
        source_id = store.sources.add(
            Source(code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY), terms=Terms(rule=GroundRule.ON_RECORD)
        )
        person = next(one for one in store.people.persons() if "Astin" in one.name)
        speaker = Speaker(person_id=person.id, name=person.name)
        quote_id = store.quotes.add(Quote(words="We will be back on Monday", speakers=(speaker,), source_id=source_id))
        store.quotes.verify(
            quote_id,
            VerificationKind.RECORDING,
            source_id=source_id,
            passage="We will be back on Monday",
            locator="00:12",
        )
    ran = desk("check", write(desk, "“We will be back on Monday,” Sean Astin said. A “big tent” it was."))
    assert (ran.code, [line.split()[1] for line in ran.out.splitlines()]) == (0, ["EXACT", "SCARE_QUOTE"])
    assert desk("check", write(desk, "No quotation in it.\n")).code == 0


def test_json_has_every_finding_and_the_drafts_own_words(desk: Shell) -> None:
    value = desk("check", write(desk, f"“{FAIR},”\nhe said."), "--json").json
    (found,) = value["findings"]
    assert (value["clean"], found["sort"], found["wrong"], found["quote"]) == (False, "UNVERIFIED", True, 1)
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (1, 1, 1, len(FAIR) + 4)
    assert found["words"] == f"{FAIR},"


def test_a_story_knows_its_draft(desk: Shell) -> None:
    path = write(desk, f"“{FAIR},” he said.")
    assert desk("check", "--story", "sag-aftra-week-one").code == 1
    with Store.open(desk.file) as store:
        story = store.stories.find("sag-aftra-week-one")
        assert story is not None
        store.stories.edit(Story(id=story.id, slug=story.slug, draft=path, negotiation_id=story.negotiation_id))
    ran = desk("check", "--story", "sag-aftra-week-one")
    assert ran.out.startswith(f"{path}:1:1: UNVERIFIED")
    assert "no such story" in desk("check", path, "--story", "nothing").err


@pytest.mark.parametrize(
    ("held", "what"),
    [(None, "there is no such file"), (b"\0\1", "this is no text"), (b"x" * 10_000_000, "longer than a draft may be")],
)
def test_what_cannot_be_read_is_one_sentence(desk: Shell, held: bytes | None, what: str) -> None:
    path = desk.home / "draft.md"
    if held is not None:
        path.write_bytes(held)
    ran = desk("check", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert what in ran.err
    assert "Traceback" not in ran.err


def test_a_draft_must_be_named(desk: Shell) -> None:
    assert "say which draft" in desk("check").err
    assert desk("check", "--no-such-option").code == 2


def secret(desk: Shell) -> None:
    with Store.open(desk.file, clock=lambda: datetime(2026, 3, 7, tzinfo=UTC)) as store:
        person_id = store.people.add_person(Person(name="Mara Quandt", confidential=True))
        source_id = store.sources.add(
            Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
            terms=Terms(rule=GroundRule.OFF_RECORD),
        )
        store.quotes.add(
            Quote(
                words="The studios will walk out on Tuesday at noon",
                speakers=(Speaker(person_id=person_id, name="Mara Quandt"),),
                source_id=source_id,
            )
        )


def test_nothing_of_what_is_off_the_record_is_printed(desk: Shell) -> None:
    secret(desk)
    for words in ("The studios will walk out on Tuesday at noon", "The studios will walk out on Tuesday at dawn"):
        path = write(desk, f"“{words},” somebody said.")
        assert desk("check", path).out == f"{path}:1:1: RESTRICTED restricted match\n"
        as_json = desk("check", path, "--json")
        assert "studios" not in as_json.out
        assert as_json.json["findings"][0]["sentence"] == "restricted match"


def test_a_confidential_name_in_the_draft_is_told_by_its_place_and_never_printed(desk: Shell) -> None:
    secret(desk)
    path = write(desk, "Late on Friday\nQuandt left. “We loved Mara Quandt a lot,” Mara Quandt said.")
    ran = desk("check", path)
    assert f"{path}:2:1: RESTRICTED A name that is confidential here" in ran.out
    assert "NOT_IN_BANK" in ran.out
    assert "Quandt" not in ran.out + ran.err
    as_json = desk("check", path, "--json")
    assert "Quandt" not in as_json.out
    assert len(as_json.json["findings"]) == len(ran.out.splitlines())


def test_a_file_with_a_confidential_name_is_called_the_draft(desk: Shell) -> None:
    secret(desk)
    path = write(desk, "A “big tent” it was.", "quandt.md")
    ran = desk("check", path)
    assert ran.out.startswith("draft:1:3: SCARE_QUOTE")
    assert "quandt" not in ran.out
    assert desk("check", path, "--json").json["file"] == "draft"


def test_the_draft_is_only_read(desk: Shell) -> None:
    path = Path(write(desk, f"“{FAIR},” he said."))
    path.chmod(0o400)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    desk("check", str(path))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_text_that_steers_a_terminal_is_not_passed_on(desk: Shell) -> None:
    ran = desk("check", write(desk, "“No one \x1b]52;c;eA==\x07said \x1b[31mthis ever,” Zed\x1b[0m said."))
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_the_file_of_a_desk_is_no_draft_and_nobody_in_it_is_told(desk: Shell) -> None:
    path = write(
        desk, '{"people": [{"name": "Mara Quandt", "confidential": true}], "format": "newsroom-desk"}', "d.json"
    )
    for rest in ([], ["--json"]):
        ran = desk("check", path, *rest)
        assert ran.code == 1
        assert "no text" in ran.err
        assert "Quandt" not in ran.out + ran.err


def test_whoever_reads_only_the_first_lines_of_a_check_gets_no_error(desk: Shell, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("".join(f"“Nobody ever said number {number} at all,” she said.\n\n" for number in range(4000)))
    command = f'{sys.executable} -m desk --db {desk.file} check {draft} | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=desk.environ(), timeout=60, check=False
    )
    assert "error of the desk" not in done.stderr
    assert "NOT_IN_BANK" in done.stdout
