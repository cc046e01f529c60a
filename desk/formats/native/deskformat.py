"""Reading the desk's own format: one JSON document in which rows name each other by codes and names.

    {"format": "newsroom-desk", "version": 1, "zone": "America/Los_Angeles",
     "parties": [{"name": "SAG-AFTRA", "kind": "union"}], "sources": [{"code": "S1", "kind": "press_release", …}],
     "quotes": [{"words": "…", "speakers": [{"person": "…"}], "source": "S1", "date": "2026-02-13"}], …}

`logged` is when the desk learned a row: what does not say so was learned with its source, else with what it stands in,
else now. A row that another refers to goes by its name or code, or by a `key` of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from desk.formats.fields import Fields
from desk.formats.native.stories import StoryReader
from desk.model.errors import InputError
from desk.model.names.names import Names
from desk.store.bulk.entries import Load
from desk.store.store import Store

FORMAT = "newsroom-desk"
VERSION = 1


def read_document(text: str) -> dict[str, Any]:
    """The document as JSON has it. Raises InputError where it is none, or not the desk's."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "the document"
        what = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be taken apart"
        raise InputError(f"this is not JSON ({what})", where=where) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InputError(
            "this is not the desk's own format",
            where="format",
            remedy=f'Such a document begins with {{"format": "{FORMAT}", "version": {VERSION}, …}}.',
        )
    if document.get("version") != VERSION:
        raise InputError(
            f"this desk reads version {VERSION}", where="version", remedy="Update the desk, then import it again."
        )
    return document


def read_load(document: dict[str, Any], store: Store, *, until: datetime | None = None) -> tuple[Load, list[str]]:
    """What the document holds, ready to be loaded into this file, and remarks for the reporter.

    Rows that were logged after `until` are left out, as the desk did not know them yet. Raises InputError with the path of
    the first mistake, which tells no name that the document itself has confidential.
    """
    reading = _Reading(Fields(document, ""), store, until)
    try:
        reading.everything()
    except InputError as error:
        hidden = _hidden_in(document)
        what, where, remedy = map(hidden.masked, (error.what, error.where, error.remedy))
        raise InputError(what, where=where, remedy=remedy) from None
    return reading.load, reading.known.remarks


def _hidden_in(document: dict[str, Any]) -> Names:
    """What people and sources are called that the document marks as confidential, whatever else is wrong with it."""

    def called(section: str, *fields: str) -> Iterator[str]:
        rows = document.get(section)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and row.get("confidential"):
                for field in fields:
                    value = row.get(field)
                    yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))

    return Names(called("people", "name", "aliases", "key"), called("sources", "title"))


class _Reading(StoryReader):
    """One document being read, section by section in the order in which rows may refer to each other."""

    def everything(self) -> None:
        for name in ("format", "version", "desk"):
            self.top.raw(name)
        self.top.zone = self.top.zone_name("zone")
        self.logged = self.top.instant("logged")
        self._section("parties", self.load.parties, self._party)
        self._section("people", self.load.people, self._person)
        self._section("sources", self.load.sources, self._source)
        self._section("negotiations", self.load.negotiations, self._negotiation)
        self._section("issues", self.load.issues, self._issue)
        self._section("positions", self.load.positions, self._position)
        self._section("developments", self.load.developments, self._development)
        self._section("deadlines", self.load.deadlines, self._deadline)
        self._section("quotes", self.load.quotes, self._quote)
        self._section("stories", self.load.stories, self._story)
        self._section("copies", self.load.copies, self._copy)
        self.top.end()
