"""`desk search` takes anything: as an argument, and a line each on standard input."""

from __future__ import annotations

import json

import pytest

from tests.unit.cli.conftest import Shell
from tests.unit.search.hostile import LINES

#: What a shell can hand over: no argument has a NUL in it, and those of surrogates are bytes of no character.
ARGUMENTS = ("FTS5", "an article", "surrogates", "filters", "escapes", "all at once", "white space")


@pytest.mark.parametrize("name", ARGUMENTS)
def test_ten_thousand_characters_of_anything_are_an_argument(desk: Shell, name: str) -> None:
    line = LINES[name].replace("\x00", "").encode("utf-8", "replace").decode()
    told = desk("search", "--limit", "3", "--", line)
    assert "Traceback" not in told.err
    assert "\x1b" not in told.out + told.err
    if line.strip():
        assert (told.code, told.out.count(" ms\n")) == (0, 1)
    else:
        assert (told.code, "say what to look for" in told.err) == (1, True)


def test_a_batch_answers_a_line_of_every_kind(desk: Shell) -> None:
    lines = [" ".join(line.replace("\x00", " \x00 ").splitlines()) for line in LINES.values()]
    told = desk("search", "--batch", "--limit", "2", typed="\n".join(lines).encode("utf-8", "surrogatepass"))
    assert (told.code, told.err) == (0, "")
    answers = [json.loads(line) for line in told.out.split("\n") if line]
    assert len(answers) == len(lines)
    assert all(len(answer["ids"]) <= 2 for answer in answers)
    assert "Traceback" not in told.err
