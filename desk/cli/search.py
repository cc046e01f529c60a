"""`desk search`: quotes by half-remembered words, without the screen."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from desk.app import searching
from desk.app.confidential import confidential_names
from desk.app.release import release
from desk.app.reporter import date_reader, house_style
from desk.app.searching import Loaded
from desk.app.session import Store
from desk.cli.context import Context
from desk.cli.printing import flush, put
from desk.formats.copies.formats import CopyFormat, Kind
from desk.model.errors import InputError, StorageError
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.refusal import Refusal
from desk.model.records import QuoteRecord
from desk.model.released import Released
from desk.model.text import visible
from desk.model.wording.best_window import cut_around

if TYPE_CHECKING:
    from desk.app.searching import Answer, Bank

_FORMAT = CopyFormat("search", "as search shows it", Kind.SENTENCE)
#: Characters of one quote that are printed for people.
_ROOM = 600
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def run(args: argparse.Namespace) -> int:
    """Search, and print what was found as far as it may leave."""
    context = Context(args)
    line = " ".join(args.query)
    if args.batch and line:
        raise InputError("--batch reads its queries from standard input", remedy="Leave out the words, or --batch.")
    if not args.batch and not line.strip():
        raise InputError("say what to look for", remedy="desk search WORDS; desk search --help tells more.")
    with context.store() as store:
        loaded = searching.load(store, date_reader(context))
        if args.batch:
            _batch(context, store, loaded.bank)
        else:
            _one(context, store, loaded.bank, line)
    flush()
    keep(context, loaded)
    return 0


def _one(context: Context, store: Store, bank: Bank, line: str) -> None:
    answer = bank.search(line, context.args.limit)
    found = _Found(context, store, answer)
    if context.args.json:
        context.json(
            {
                "query": context.safe(line),
                "total": answer.total,
                "counted": answer.counted,
                "took_ms": round(answer.took_ms, 3),
                "unknown": [*map(context.safe, answer.unknown)],
                "since": _day(answer.since),
                "before": _day(answer.before),
                "named": answer.named,
                "without": _without(context, answer),
                "hits": [found.value(hit.id, hit.score) for hit in answer],
            }
        )
        return
    for part in answer.unknown:
        context.remark(f"left out: {searching.not_understood(part)}")
    for hit in answer:
        put(found.text(hit.id) + "\n")
    if found.cut:
        context.remark("long quotes are cut around what matched; --json has them whole")
    more = "" if answer.counted else "at least "
    many = (
        f"{len(answer):,} of {more}{answer.total:,}"
        if answer.total
        else context.safe(searching.nothing(answer, len(bank))).rstrip(".")
    )
    named = f"{answer.named:,} by name only" if answer.named else ""
    context.out(" · ".join(part for part in (many, named, searching.days(answer), searching.took(answer)) if part))


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal is not None else None


def _without(context: Context, answer: Answer) -> dict[str, Any] | None:
    """What keeps everything out, and how many there are without it."""
    if answer.without is None:
        return None
    return {
        "parts": [*map(context.safe, answer.without.parts)],
        "total": answer.without.total,
        "counted": answer.without.counted,
    }


def keep(context: Context, loaded: Loaded) -> None:
    """Keep what had to be read anew, so that the next start need not. The answer is out: a file that cannot be written
    is no failure of the search.
    """
    if searching.worth_keeping(loaded):
        with contextlib.suppress(StorageError), context.store(write=True) as store:
            searching.keep(loaded, store)


def _batch(context: Context, store: Store, bank: Bank) -> None:
    """A query a line from standard input, a JSON line each: ids and numbers only, nobody's words."""
    for line in sys.stdin:
        query = line.rstrip("\r\n")
        answer = bank.search(query, context.args.limit)
        words = {record.quote.id: record.quote.words for record in store.quotes.records(hit.id for hit in answer)}
        context.json(
            {
                "query": context.safe(query),
                "ids": [hit.id for hit in answer],
                "scores": [round(hit.score, 4) for hit in answer],
                "spans": [answer.spans(words.get(hit.id, "")) for hit in answer],
                "total": answer.total,
                "counted": answer.counted,
                "took_ms": round(answer.took_ms, 3),
                "unknown": [*map(context.safe, answer.unknown)],
            }
        )
        flush()


class _Found:
    """The quotes of an answer, as far as they may leave."""

    def __init__(self, context: Context, store: Store, answer: Answer) -> None:
        self._answer = answer
        self._house = house_style(context)
        self._now = store.gate_clock()
        self._naming = context.config.labels.of
        self._names = confidential_names(store)
        self._records = {record.quote.id: record for record in store.quotes.records(hit.id for hit in answer)}
        #: Whether any was cut.
        self.cut = False
        self._bold = sys.stdout is not None and sys.stdout.isatty()

    def _said(self, quote_id: int, room: int | None = None) -> tuple[str, str, Permit | None]:
        """(the text that may leave, else why it may not, the permit); long words cut to the room there is."""
        record: QuoteRecord | None = self._records.get(quote_id)
        if record is None:
            return "", "It is not there any more.", None
        permit = gate(record, now=self._now, naming=self._naming)
        if not isinstance(permit, Permit):
            return "", permit.sentence, None
        released = self._release(permit)
        if isinstance(released, Released) and room is not None and len(permit.words) > room:
            # The whole may leave: what is shown of it is formatted, and searched for names, like any quote.
            self.cut = True
            words = " ".join(permit.words.split())
            shown = cut_around(words, self._answer.spans(words), room)
            released = self._release(dataclasses.replace(permit, words=shown))
        if not isinstance(released, Released):
            return "", released.sentence, None
        return released.text, "", permit

    def _release(self, permit: Permit) -> Released | Refusal:
        return release(permit, _FORMAT, way="search", names=self._names, house=self._house)

    def value(self, quote_id: int, score: float) -> dict[str, Any]:
        text, refused, permit = self._said(quote_id)
        value: dict[str, Any] = {"id": quote_id, "score": round(score, 4)}
        if permit is None:
            return {**value, "refused": refused}
        return {
            **value,
            "text": text,
            "spans": self._answer.spans(text),
            "state": permit.state.value,
            "stamp": permit.stamp,
        }

    def text(self, quote_id: int) -> str:
        """The lines of one quote; what matched is bold where the output is a terminal."""
        text, refused, permit = self._said(quote_id, _ROOM)
        if permit is None:
            return visible(f"{quote_id:>7}  ⊘ {refused}")
        shown = visible(text)
        if self._bold and len(shown) == len(text):
            for start, end in reversed(self._answer.spans(text)):
                shown = shown[:start] + _BOLD + shown[start:end] + _PLAIN + shown[end:]
        return f"{quote_id:>7}  " + shown.replace("\n", "\n         ")
