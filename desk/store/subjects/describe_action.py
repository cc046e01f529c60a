"""What an action was done to, in a few words for the reporter's own screen: undo says which thing it took back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.model.enums import GroundRule
from desk.model.quotes.groundrules import Naming, label
from desk.model.text import one_line
from desk.store.subjects.sources import WITH_TERMS

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.history import Done

#: As much of somebody's words as a notice has room for.
_MOST = 48
#: How a row of each table is known, by its number. A confidential person is not named.
_CALLED = {
    "development": "SELECT words FROM development WHERE id = :id",
    "position": "SELECT i.name || ': ' || p.words FROM position p JOIN issue i ON i.id = p.issue_id WHERE p.id = :id",
    "issue": "SELECT name FROM issue WHERE id = :id",
    "deadline": "SELECT name FROM deadline WHERE id = :id",
    "deadline_date": "SELECT d.name FROM deadline_date t JOIN deadline d ON d.id = t.deadline_id WHERE t.id = :id",
    "quote": "SELECT words FROM quote WHERE id = :id",
    "verification": "SELECT q.words FROM verification v JOIN quote q ON q.id = v.quote_id WHERE v.id = :id",
    "terms": """SELECT coalesce(s.code, q.words) FROM terms t LEFT JOIN source s ON s.id = t.source_id
                LEFT JOIN quote q ON q.id = t.quote_id WHERE t.id = :id""",
    "embargo": """SELECT coalesce(s.code, q.words, d.words) FROM embargo t LEFT JOIN source s ON s.id = t.source_id
                  LEFT JOIN quote q ON q.id = t.quote_id LEFT JOIN development d ON d.id = t.development_id
                  WHERE t.id = :id""",
    "story_check": "SELECT what FROM story_check WHERE id = :id",
    "check_mark": "SELECT c.what FROM check_mark m JOIN story_check c ON c.id = m.check_id WHERE m.id = :id",
    "person": "SELECT name FROM person WHERE id = :id AND confidential = 0",
    "party": "SELECT name FROM party WHERE id = :id",
    "source": "SELECT code FROM source WHERE id = :id",
    "story": "SELECT slug FROM story WHERE id = :id",
}


def describe_action(store: Access, done: Done, naming: Naming = label) -> str:
    """What was done, to which thing, and by what other door: "log a development “talks resume” (by a command)". A ground
    rule is called as the newsroom calls it.
    """
    words = _with_rule(store, done, naming)
    called = _called(store, done.id)
    if called and called.casefold() not in words.casefold():
        short = called if len(called) <= _MOST else called[: _MOST - 1].rstrip() + "…"
        words += f" “{short}”"
    return words + (" (by a command)" if done.via == "command" else "")


def _with_rule(store: Access, done: Done, naming: Naming) -> str:
    """The label, which has the ground rule's plain name, with the newsroom's own."""
    if done.deed not in WITH_TERMS:
        return done.label
    row = store.one("SELECT rule FROM terms WHERE added_by = :id ORDER BY id LIMIT 1", id=done.id)
    return done.label if row is None else f"{WITH_TERMS[done.deed]}: {naming(GroundRule(row['rule']))}"


def _called(store: Access, action_id: int) -> str:
    row = store.one("SELECT table_name, row_id FROM history WHERE action_id = :id ORDER BY id LIMIT 1", id=action_id)
    sql = _CALLED.get(row["table_name"]) if row is not None else None
    found = store.one(sql, id=row["row_id"]) if row is not None and sql is not None else None
    return one_line(found[0] or "") if found is not None else ""
