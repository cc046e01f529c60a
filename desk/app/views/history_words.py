"""What a row's history says, in words: for the record of a thing and for what changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desk.model.enums import Deed, GroundRule, plain
from desk.model.names.names import Names
from desk.model.quotes.embargo import until
from desk.model.quotes.groundrules import Naming, label
from desk.model.quotes.quotes import Embargo
from desk.store.file.history import Change as Change

#: Columns that say nothing to a reporter.
_SILENT = frozenset({"id", "added_by", "recorded_at", "withdrawn_at", "merged_into", "rank"})
_NAMES = {
    "date_id": "date",
    "source_id": "source",
    "party_id": "party",
    "person_id": "person",
    "negotiation_id": "talks",
    "end_mark": "last mark",
    "full_name": "full name",
    "done_at": "done",
}
_THINGS = {
    "story_check": "check",
    "check_mark": "mark",
    "deadline_date": "date of a deadline",
    "quote_speaker": "speaker",
    "quote_talks": "talks of a quote",
    "negotiation": "talks",
    "negotiation_party": "party to the talks",
    "terms": "ground rule",
}
#: What a row is called by, where it has such a column.
_CALLED = ("words", "what", "name", "slug", "code", "rule", "mark", "value")
_LONGEST = 200
#: What opens something that was agreed to be closed; the terms that it writes are a renegotiation.
_RENEGOTIATING = frozenset({Deed.RENEGOTIATE_TERMS, Deed.RELEASE_SOURCE, Deed.RELEASE_PERSON})


def without_names(words: str, names: Names) -> str:
    """Words as they may stand on the screen: what has a confidential name in it is told by that alone."""
    return "(with a confidential name)" if words and names.within(words) else words


def thing(table: str) -> str:
    """What a row of a table is called."""
    return _THINGS.get(table, table.replace("_", " "))


def what_happened(change: Change) -> str:
    """ "added", "withdrawn", "edited: words, venue"; an undo says what it took back."""
    words = _happened(change)
    return (
        f"{'taken back' if change.action.kind == 'undo' else 'done again'} ({words})"
        if change.action.kind != "do"
        else words
    )


def _happened(change: Change) -> str:
    before, after = change.before, change.after
    if before is None and change.table == "terms" and change.action.deed in _RENEGOTIATING:
        return "renegotiated"
    if before is None and change.table == "embargo" and after.get("lifted"):
        return "lifted early"
    if before is None:
        return "edited" if after.get("corrects") else "added"
    if before.get("withdrawn_at") != after.get("withdrawn_at"):
        return "withdrawn" if after.get("withdrawn_at") else "brought back"
    changed = [_NAMES.get(name, name.replace("_", " ")) for name in differing(before, after)]
    return f"edited: {', '.join(changed)}" if changed else "edited"


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The columns, of those that mean something, whose values differ."""
    return [name for name in after if name not in _SILENT and before.get(name) != after[name]]


def called(change: Change, naming: Naming = label) -> str:
    """The words by which a row is known, on one line; a ground rule as the newsroom calls it."""
    if change.table == "embargo":
        embargo = Embargo(until=datetime.fromisoformat(change.after["until_utc"]), zone=change.after["zone"])
        note = " ".join(change.after["note"].split())
        return f"until {until(embargo, change.action.at)}{f': {note}' if note else ''}"[:_LONGEST]
    for column in _CALLED:
        value = change.after.get(column)
        if isinstance(value, str) and value:
            flat = " ".join(value.split())
            flat = (
                naming(GroundRule(flat)) if column == "rule" else plain(flat) if column in ("mark", "value") else flat
            )
            return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    return ""


def was(change: Change) -> str:
    """The words before an edit of them; empty where they are the same."""
    if change.before is None or change.before.get("words") == change.after.get("words"):
        return ""
    value = change.before.get("words")
    return " ".join(value.split()) if isinstance(value, str) else ""
