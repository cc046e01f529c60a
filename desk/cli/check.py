"""`desk check`: a draft beside the bank, a line a finding, as an editor's error list reads them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk.app import searching
from desk.app.confidential import marked_names, printed_names
from desk.app.drafts.check import check_draft
from desk.app.drafts.file import Draft, read_draft, read_stream
from desk.app.drafts.findings import Finding, Report, Sort
from desk.app.release import release_text
from desk.app.reporter import date_reader
from desk.app.session import Store
from desk.cli import printing
from desk.cli.context import Context
from desk.cli.output_filter import LEFT_OUT
from desk.cli.search import keep
from desk.model.errors import InputError
from desk.model.names.names import Names
from desk.model.records import Story
from desk.model.released import Released
from desk.model.text import one_line

#: What is said instead of a line that may not leave: where and what it is, no more.
_WITHHELD = "What was found here may not be printed: a name in it is confidential, or like one that is."


def run(args: argparse.Namespace) -> int:
    """Check a draft, print what was found; 1 while something in it is wrong."""
    context = Context(args)
    with context.store() as store:
        story = _story(store, args.story)
        draft = _draft(args.draft, story)
        loaded = searching.load(store, date_reader(context))
        names = printed_names(store)
        report = check_draft(
            draft,
            loaded.bank,
            store,
            now=store.gate_clock(),
            today=context.today(),
            places=marked_names(store).places,
            talks=story.negotiation_id if story is not None else None,
        )
    if args.json:
        context.json(_values(report, story, names))
    else:
        for line in _lines(report, names):
            context.out(line)
        context.remark(_summary(report))
    printing.flush()
    keep(context, loaded)
    return 1 if report.wrong else 0


def _story(store: Store, slug: str) -> Story | None:
    if not slug:
        return None
    story = store.stories.find(slug)
    if story is None:
        raise InputError("there is no such story", where=slug, remedy="desk status lists those in work.")
    return story


def _draft(path: str, story: Story | None) -> Draft:
    """The draft that is meant: the file that is named, standard input for `-`, else the story's own."""
    if path == "-":
        return read_stream(sys.stdin.buffer, "-")
    path = path or (story.draft if story is not None else "")
    if not path:
        raise InputError("say which draft", remedy="desk check FILE, or --story SLUG where the story has one.")
    return read_draft(Path(path).expanduser(), path)


def _summary(report: Report) -> str:
    found = len(report.findings)
    if not found:
        return f"nothing found in it: {report.read}"
    wrong = f"{report.wrong:,} to be seen to" if report.wrong else "nothing wrong"
    return f"{found:,} found, {wrong}: {report.read}"


def _released(text: str, finding: Finding, names: Names) -> bool:
    """Return True if a text may be printed: neither a name that is confidential at this desk nor one this quote hides."""
    hidden = bool(finding.forbidden) and Names(finding.forbidden).within(text)
    return not hidden and isinstance(release_text(text, way="draft", names=names), Released)


def _lines(report: Report, names: Names) -> Iterator[str]:
    """`file:line:column: SORT sentence`, and which quote is meant."""
    file = report.draft.name
    for finding in report.findings:
        line, column = report.draft.place(finding.start)
        whose = f" (quote {finding.quote_id})" if finding.quote_id is not None else ""
        for name, sentence in ((file, finding.sentence + whose), (file, _WITHHELD), ("draft", _WITHHELD)):
            text = one_line(f"{name}:{line}:{column}: {finding.sort} {sentence}")
            if _released(text, finding, names):
                yield text
                break


def _values(report: Report, story: Story | None, names: Names) -> dict[str, Any]:
    """The same for programs. Beside each finding the draft's own words, where they may be printed."""
    findings = []
    for finding in report.findings:
        (line, column), (end_line, end_column) = map(report.draft.place, (finding.start, finding.end))
        value: dict[str, Any] = {
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "sort": finding.sort.value,
            "wrong": finding.wrong,
            "sentence": finding.sentence if _released(finding.sentence, finding, names) else _WITHHELD,
            "quote": finding.quote_id,
        }
        # Of what is restricted it is said where it stands, no more: a log keeps what it is handed.
        if finding.sort is not Sort.RESTRICTED and _released(finding.words, finding, names):
            value["words"] = finding.words
        findings.append(value)
    file = release_text(report.draft.name, way="draft", names=names)
    slug = release_text(story.slug if story is not None else "", way="draft", names=names)
    return {
        "file": file.text if isinstance(file, Released) else "draft",
        "story": (slug.text or None) if isinstance(slug, Released) else LEFT_OUT,
        "clean": not report.wrong,
        "words": report.words,
        "paragraphs": report.paragraphs,
        "quotations": report.quotations,
        "findings": findings,
    }
