"""Quotes handed on as a file: each through the gate and the release, what may not leave counted and not named."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk.app.confidential import confidential_names
from desk.app.release import release
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import FORMATS, CopyFormat
from desk.model.enums import GroundRule
from desk.model.names.names import Names
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.groundrules import Naming, label
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.records import QuoteRecord
from desk.model.released import Released
from desk.store.store import Store

#: Quotes read at a time.
_CHUNK = 500
_BY_NAME = {one.name: one for one in FORMATS}
_WORDS = {
    Reason.NOT_SET: "under no ground rule yet",
    Reason.MAY_NOT_PUBLISH: "not for publication",
    Reason.MAY_NOT_QUOTE: "for paraphrase only",
    Reason.NO_ATTRIBUTION: "without an agreed attribution",
    Reason.DISPUTED: "disputed",
    Reason.CONFIDENTIAL_NAME: "with a confidential name in them",
}

#: Told how many quotes were looked at, and of how many. May raise to stop.
Progress = Callable[[int, int], None]


class FileFormat(StrEnum):
    """What an export is written as."""

    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


@dataclass(slots=True)
class Left:
    """What an export came to: quotes written, and those left out by reason. `naming` is how ground rules are called."""

    written: int = 0
    out: Counter[Reason] = field(default_factory=Counter)
    naming: Naming = label

    def __str__(self) -> str:
        """ "12 quotes; 3 left out: 2 off the record, 1 disputed"."""
        told = f"{self.written:,} {'quote' if self.written == 1 else 'quotes'}"
        if not self.out:
            return told
        words = {**_WORDS, Reason.OFF_RECORD: self.naming(GroundRule.OFF_RECORD)}
        reasons = (f"{count:,} {words.get(reason, 'for other reasons')}" for reason, count in self.out.most_common())
        return f"{told}; {self.out.total():,} left out: {', '.join(reasons)}"


def export_text(
    store: Store,
    chosen: FileFormat,
    *,
    now: datetime,
    house: HouseStyle,
    left: Left,
    progress: Progress | None = None,
) -> Iterator[str]:
    """The file, a piece at a time, the quotes in the order they were kept; `left` is filled in on the way.

    `now` is the gate's clock.
    """
    ids = sorted(store.quotes.newest())
    names = confidential_names(store)
    yield _HEADS[chosen]
    for at in range(0, len(ids), _CHUNK):
        for record in store.quotes.records(ids[at : at + _CHUNK]):
            permit = gate(record, now=now)
            row = _row(record, permit, chosen, names, house) if isinstance(permit, Permit) else permit
            if isinstance(row, Refusal):
                left.out[row.reason] += 1
                continue
            yield (",\n" if left.written and chosen is FileFormat.JSON else "") + row
            left.written += 1
        if progress is not None:
            progress(min(at + _CHUNK, len(ids)), len(ids))
    yield _FEET[chosen]


_COLUMNS = ("sentence", "words", "state", "stamp")
_HEADS = {FileFormat.JSON: "[\n", FileFormat.MARKDOWN: "", FileFormat.CSV: ",".join(_COLUMNS) + "\r\n"}
_FEET = {FileFormat.JSON: "\n]\n", FileFormat.MARKDOWN: "", FileFormat.CSV: ""}


def _row(record: QuoteRecord, permit: Permit, chosen: FileFormat, names: Names, house: HouseStyle) -> str | Refusal:
    def let(copy_format: CopyFormat) -> Released | Refusal:
        return release(permit, copy_format, way="export", names=names, house=house)

    if chosen is FileFormat.MARKDOWN:
        text = let(_BY_NAME["markdown"])
        return text if isinstance(text, Refusal) else text.text + "\n\n"
    sentence, words = let(_BY_NAME["sentence"]), let(_BY_NAME["words"])
    if isinstance(sentence, Refusal):
        return sentence
    if isinstance(words, Refusal):
        return words
    cells = dict(zip(_COLUMNS, (sentence.text, words.text, permit.state.value, permit.stamp), strict=True))
    if chosen is FileFormat.JSON:
        return json.dumps({"id": record.quote.id, **cells}, ensure_ascii=False)
    line = io.StringIO()
    csv.writer(line).writerow([_no_formula(cell) for cell in cells.values()])
    return line.getvalue()


def _no_formula(cell: str) -> str:
    """A cell that a spreadsheet shows and does not calculate."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
