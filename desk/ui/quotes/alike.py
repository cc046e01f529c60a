"""The same or nearly the same words elsewhere in the bank: a double entry, or one remark in two reports."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer

from desk.app.duplicates import Alike, find
from desk.app.session import Session
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes import quote_lines
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: How long, in seconds, nothing was typed before the bank is asked.
_PAUSE = 0.3


def in_words(one: Alike, look: quote_lines.Look, *, named: bool = False) -> text.Part:
    """As in "the same words · DGA · S1 · Mon Feb 9 · on the record": enough to see which it is."""
    record = one.record
    source = record.source.code if record.source is not None else ""
    parts: list[text.Part] = [(one.words, "$due"), (" · ", text.DIM)]
    parts += [quote_lines.who(record, named=named), (f" · {source}" if source else "", text.DIM)]
    parts.append((f" · {quote_lines.where_from(record, look, named=named)}", text.DIM))
    return text.assemble(*parts)


def open_elsewhere(desk: Desk, quote_id: int) -> None:
    """Open the other quote that has these words; where there are several, the one that is chosen."""
    from desk.ui.dialogs.pick import Choice, PickScreen

    session = desk.session
    store, bank = session.store, session.bank

    def look() -> Sequence[Alike]:
        return find(store, bank, store.quotes.get(quote_id).words, quote_id)

    def chosen(other: Hashable) -> None:
        if isinstance(other, int):
            desk.push_screen(route("quote")(session, other))

    def found(others: Sequence[Alike]) -> None:
        if not others:
            text.notice(desk, "No other quote in the bank has these words, or nearly these.")
        elif len(others) == 1:
            chosen(others[0].record.quote.id)
        else:
            choices = [Choice(one.record.quote.id, one.record.quote.words, one.words) for one in others]
            desk.push_screen(PickScreen("Elsewhere", choices), chosen)

    desk.in_background("looking for the same words", look, found, group="elsewhere")


class AlikeLine(Lines, OnDesk):
    """One line under where a quote is typed: what the bank has of it already. Empty without, so that nothing jumps."""

    DEFAULT_CSS = """
    AlikeLine {
        height: 1;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._words = ""
        self._waiting: Timer | None = None

    def ask(self, words: str, but: int | None = None) -> None:
        """Look for these words when nothing more is typed for a moment."""
        if words == self._words:
            return
        self._words = words
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, lambda: self._look(words, but))

    def _look(self, words: str, but: int | None) -> None:
        store, bank = self._session.store, self._session.bank
        self.desk.in_background(
            "looking for the same words",
            lambda: find(store, bank, words, but),
            self._told,
            group="alike",
            holds=Holds.NOTHING,
        )

    def _told(self, found: Sequence[Alike]) -> None:
        if not self.still_open():
            return
        session = self._session
        look = quote_lines.Look(session.gate_now(), session.today(), session.config.labels)
        self.show(lambda width: [self._line(found, look).truncate(width, ellipsis=True)] if found else [])

    @staticmethod
    def _line(found: Sequence[Alike], look: quote_lines.Look) -> Content:
        more = f"  and {len(found) - 1} more" if len(found) > 1 else ""
        return text.assemble(("in the bank already: ", text.DIM), in_words(found[0], look), (more, text.DIM))
