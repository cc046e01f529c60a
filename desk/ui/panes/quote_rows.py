"""The list of quotes: ids in order, whose records are read as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from desk.app import searching
from desk.app.searching import Found
from desk.app.session import Session
from desk.model.quotes.quotes import QuoteRecord
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes import quote_lines
from desk.ui.widgets import text
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.app.searching import Answer


class QuoteRows(RowList[int], OnDesk):
    """Draws what was found, with what matched marked. Posts `Read` when records came that were not there before."""

    class Read(Message):
        """Quotes that came into sight were read."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            self._lines, lambda quote_id: quote_id, height=quote_lines.HEIGHT, headed=False, id="quotes-rows"
        )
        self._session = session
        self._records: dict[int, QuoteRecord] = {}
        self._answer: Answer | None = None
        self._wanted_ids: set[int] = set()
        self._reading: Timer | None = None

    @property
    def record(self) -> QuoteRecord | None:
        """The quote under the cursor; None where there is none, or it was not read yet."""
        return self.record_of(self.row) if self.row is not None else None

    def record_of(self, quote_id: int) -> QuoteRecord | None:
        """A quote of the list, if it was read."""
        return self._records.get(quote_id)

    def show_found(self, found: Found, *, keep: bool, empty: str) -> None:
        """Replace the rows. With `keep` the search is the one before, so the cursor stays, and so do the records."""
        self._records = {**(self._records if keep else {}), **found.records}
        self._answer = found.answer
        self.show(found.ids, keep=keep, empty=empty)

    def _lines(self, quote_id: int, width: int) -> Sequence[Content]:
        record = self._records.get(quote_id)
        if record is None:
            self._want_record(quote_id)
            return [text.said("…", text.DIM)]
        session = self._session
        look = quote_lines.Look(session.gate_now(), session.today(), session.config.labels)
        spans = self._answer.spans(record.quote.words) if self._answer is not None else ()
        return quote_lines.row(record, width, look, spans=spans, named=session.names_shown(quote_id))

    def _want_record(self, quote_id: int) -> None:
        """A row came into sight that was not read yet: read it with its neighbours."""
        self._wanted_ids.add(quote_id)
        if self._reading is None:
            self._reading = self.set_timer(0.01, self._read)

    def _read(self) -> None:
        self._reading = None
        wanted, store = list(self._wanted_ids), self._session.store
        self._wanted_ids.clear()
        self.desk.in_background(
            "reading quotes", lambda: searching.read(store, wanted), self._came, holds=Holds.COMMANDS
        )

    def _came(self, records: dict[int, QuoteRecord]) -> None:
        self._records.update(records)
        self.redraw()
        self.post_message(self.Read())
