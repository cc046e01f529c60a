"""`desk extract` prints what is said in a file and by whom, and takes nothing in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.cli import main

TEXT = "“No deal,” Ann Poe said.\n\n“We go, he said.\n"


def test_what_is_found_is_printed_with_its_place_and_whether_it_is_sure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.txt").write_text(TEXT, "utf-8")
    assert main(["--db", str(tmp_path / "none.db"), "extract", str(tmp_path / "story.txt"), "--json"]) == 0
    sure, open_ = json.loads(capsys.readouterr().out)
    assert TEXT[sure["start"] : sure["end"]] == "No deal,"
    assert (sure["words"], sure["speaker"], sure["cue"], sure["sure"]) == ("No deal", "Ann Poe", "Ann Poe said", True)
    assert (open_["speaker"], open_["sure"], "not closed" in open_["why"]) == ("", False, True)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(tmp_path / "none.db"), "extract", str(tmp_path / "no.txt")]) == 1
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize("indent", [None, 1])
def test_a_desk_s_own_file_is_no_text_and_nobody_in_it_is_told(
    indent: int | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [{"name": "Mara Quandt", "confidential": True}]
    document = {"people": people, "version": 1, "format": "newsroom-desk"}
    (tmp_path / "desk.json").write_text(json.dumps(document, indent=indent), "utf-8")
    assert main(["--db", str(tmp_path / "none.db"), "extract", str(tmp_path / "desk.json")]) == 1
    said = capsys.readouterr()
    assert "desk import" in said.err
    assert "Quandt" not in said.out + said.err
