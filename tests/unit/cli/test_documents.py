"""What the README and the page for contributors say of commands, filters, rooms and variables is what there is."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from desk.cli.parser import UsageError, parser
from desk.search.query import DATES, FIELD_FILTERS, STATES
from tests.unit.cli.test_no_name_leaves import commands

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
#: Told of in words beside the table: they show nothing of the talks.
BESIDE = {"demo", "where", "config"}
#: The variables that the desk itself asks for.
PROGRAMS = {"DESK_DB", "DESK_CONFIG", "DESK_NOW"}


def table() -> str:
    """The first cells of the README's table of commands."""
    rows = README[README.index("| command | what it does |") :].split("\n\n")[0].splitlines()[2:]
    return " ".join(row.split("|")[1] for row in rows)


def test_the_readme_has_every_command_and_no_other() -> None:
    assert sorted(re.findall(r"`desk (\w+)", table())) == sorted(set(commands()) - BESIDE)
    assert all(f"`desk {name}`" in README for name in BESIDE)


def test_what_the_table_shows_can_be_typed() -> None:
    for line in re.findall(r"`desk ([^`]+)`", table()):
        typed = re.sub(r"[\[\]]", "", line).replace("ID", "1").split()
        try:
            parser(typed).parse_args(typed)
        except UsageError as error:
            pytest.fail(f"desk {line}: {error.sentence}")


def test_the_readme_has_every_filter() -> None:
    wanted = (*(f"{key}:" for key in (*FIELD_FILTERS, *DATES)), *(f"is:{state}" for state in STATES))
    assert [one for one in wanted if f"`{one}`" not in README] == []


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["readme", "contributing"])
def test_the_order_of_rooms_is_the_one_that_is_held(page: str) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    order = (", ".join(f"`{room.removeprefix('desk.')}`" for room in layer.split(" | ")) for layer in layers)
    assert " → ".join(order) in page


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["readme", "contributing"])
def test_every_place_that_is_named_is_there(page: str) -> None:
    inline = re.findall(r"`((?:desk|db|tests|themes|\.ci)/[\w./-]*)`", page)
    changed = re.findall(r"^((?:desk|db)/[\w./-]+)(?!.*\(new\)) ", page, re.MULTILINE)
    assert inline
    assert [place for place in chain(inline, changed) if not (ROOT / place).exists()] == []


def test_every_variable_that_the_tests_ask_for_is_told() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
    asked = {name for source in sources for name in re.findall(r'"(DESK_[A-Z_]+)"', source)} - PROGRAMS
    assert asked
    assert [name for name in asked if f"`{name}=" not in CONTRIBUTING] == []
