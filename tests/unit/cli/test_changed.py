"""`desk changed`: what an editor gets from the shell."""

from __future__ import annotations

from datetime import UTC, datetime

from desk.store.store import Store
from tests.unit.cli.conftest import Shell


def test_changed_is_what_was_learned_since_a_date_for_an_editor(desk: Shell) -> None:
    told = desk("changed", "--since", "feb 15")
    assert (told.code, told.err) == (0, "desk: Left out: 1 not verified, stamped or under embargo.\n")
    assert told.out.startswith("What changed: Sun Feb 15, 2026 to ")
    assert "\n- DGA talks begin: May → May 11, scheduled (TheWrap, March 6)\n" in told.out
    assert "week of March 9”" not in told.out


def test_changed_as_json_has_the_same_lines(desk: Shell) -> None:
    value = desk("changed", "--since", "feb 15", "--json").json
    assert value["reporter"] == "Demo reporter"
    assert {"in": "DGA 2026", "what": "deadlines"}.items() <= value["changes"][2].items()
    assert all(line in value["text"] for one in value["changes"] for line in one["lines"])


def test_changed_without_a_date_is_since_the_desk_was_opened(desk: Shell) -> None:
    assert "Nothing that can be told." in desk("changed").out
    with Store.open(desk.file) as store:
        store.settings.note_opened(datetime(2026, 2, 15, tzinfo=UTC))
    assert "DGA talks begin" in desk("changed").out
    assert desk("changed", "--since", "a while").code == 1
