"""Quotes `3`: what is listed, all quotes or what the search line asks for, and how much that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from desk.app import searching
from desk.app.reporter import date_reader
from desk.app.searching import Found, Loaded
from desk.app.session import Changed, Chosen, Session
from desk.model.errors import DeskError
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.quotes import QuoteRecord
from desk.model.quotes.refusal import Refusal
from desk.ui import keys
from desk.ui.key_queue import Holds
from desk.ui.panes import quote_lines
from desk.ui.panes.base import DeskPane
from desk.ui.panes.quote_rows import QuoteRows
from desk.ui.panes.search_line import SearchInput
from desk.ui.quotes.acts import QuoteActs
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.panes.detail import QuoteDetail


#: Said in the frame while the desk is turned: what may leave is judged today, so its words and terms are today's.
_THEN = "by that day, as they are now"


class QuotesPane(DeskPane[Found], QuoteActs):
    """Typing searches in a thread after every key; a newer key takes the place of the search before it."""

    SCOPE = "quotes"
    NUMBER = "3"
    NAME = "Quotes"
    TABLES = frozenset(
        {
            "quote",
            "quote_speaker",
            "quote_talks",
            "verification",
            "terms",
            "embargo",
            "source",
            "person",
            "party",
            "negotiation",
        }
    )
    FOLLOWS = frozenset({Chosen.BANK, Chosen.REPORTER})
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("quotes")

    DEFAULT_CSS = """
    QuotesPane {
        & > #quotes-line {
            height: 1;
            padding: 0 1;
            margin-bottom: 1;

            & > Static {
                width: 2;
                color: $border;
            }
            & > SearchInput {
                background: $background;
            }
        }
        & > Horizontal {
            height: 1fr;
        }
        & QuoteDetail {
            display: none;
            width: 46%;
            border-left: solid $border-blurred;
            padding: 0 1 0 2;
        }
    }
    """

    def compose(self) -> ComposeResult:
        with Horizontal(id="quotes-line"):
            yield Static("/", markup=False)
            yield SearchInput(self.to_results, self.copy_first)
        with Horizontal(id="quotes-found"):
            yield QuoteRows(self.session)
            if self.screen.has_class("-detail"):
                yield self._make_detail()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._loaded: Loaded | None = None
        self._copy_when_found = False
        self._detail: QuoteDetail | None = None
        #: The whole list as it was read last, for when the line is emptied again; None when the file changed since.
        self._all: Found | None = None

    @property
    def rows(self) -> QuoteRows:
        """Its list."""
        return self.query_one(QuoteRows)

    @property
    def line(self) -> SearchInput:
        """The search line."""
        return self.query_one(SearchInput)

    @property
    def quote_id(self) -> int | None:
        """The quote under the cursor."""
        return self.rows.row

    @property
    def record(self) -> QuoteRecord | None:
        """The quote under the cursor; None where there is none, or it was not read yet."""
        return self.rows.record

    def _make_detail(self) -> QuoteDetail:
        """The column beside the list: loaded before the first paint only where it is seen in it."""
        from desk.ui.panes.detail import QuoteDetail

        self._detail = QuoteDetail(self.session)
        return self._detail

    def first_focus(self) -> Widget:
        return self.rows

    def search(self) -> None:
        """Go to the search line."""
        self.line.focus()

    def to_results(self) -> None:
        """Go from the search line to the list."""
        self.rows.focus()

    # Reading and searching

    def painted(self) -> None:
        """The first page is on the screen: now the rest of the list, and the search."""
        store, dates = self.session.store, date_reader(self.session)
        if self._detail is None:
            self.query_one("#quotes-found").mount(self._make_detail())
            self._show_detail()
        self.desk.in_background(
            "loading the search",
            lambda: searching.load(store, dates),
            self._bank_loaded,
            failed=self._bank_not_loaded,
            holds=self._searched_for,
        )

    def _searched_for(self) -> Holds:
        """What waits for the search: while it is asked for something, whatever is done with what it finds."""
        return Holds.COMMANDS if self.line.value.strip() else Holds.NOTHING

    def _bank_not_loaded(self, error: DeskError) -> None:
        self.desk.say_error(error)
        self.read_again()

    def _bank_loaded(self, loaded: Loaded) -> None:
        self._take(loaded)
        self.session.take_bank(loaded.bank)  # which reads the list again, in full or as it is searched for

    def _take(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.session.keep_search = searching.keeping(loaded, self.session.store)

    def read(self) -> Found:
        return searching.newest(self.session.store, self._under_cursor, self.session.turned)

    def read_first(self) -> Found:
        return searching.first(self.session.store)

    _under_cursor: int | None = None

    def read_again(self) -> None:
        """Read the list anew: all quotes, or what the line searches for."""
        words = self.line.value.strip()
        line, store, then = self.session.line, self.session.store, self.session.turned
        if not words:
            super().read_again()
        elif line is not None:
            self.desk.in_background(
                "searching",
                lambda: searching.ask(line, store, words, then),
                self._answered,
                group=f"read-{self.id}",
                holds=Holds.COMMANDS,
            )
        else:
            self.count = "loading the search …"

    def _stored(self, changed: Changed) -> None:
        if not (changed.foreign or changed.tables & self.TABLES):
            return
        self._all = None
        loaded, store = self._loaded, self.session.store
        if loaded is not None and changed.replaced:
            self.painted()  # what was searched may be in no file any more
            return
        if loaded is None:
            self.read_again()
            return

        def brought(newer: Loaded) -> None:
            self._take(newer)
            self.read_again()

        self.desk.in_background(
            "bringing the search up to date",
            lambda: searching.bring_up(loaded, store),
            brought,
            holds=self._searched_for,
        )

    def _answered(self, found: Found | None) -> None:
        if found is not None:
            self._arrived(found)

    def show(self, view: Found) -> None:
        same = view.line == self._shown_line
        self._shown_line = view.line
        if view.answer is None and view.total is not None:
            self._all = view
        self.count = searching.counted(view, self._loaded, turned=self.session.turned is not None)
        self.rows.show_found(view, keep=same, empty=self._empty(view))
        if self._copy_when_found and view.line == self.line.value.strip():
            self._copy_when_found = False
            self.copy_first()

    _shown_line = ""

    def _empty(self, view: Found) -> str:
        if self.session.turned is not None:
            return "No quote of that day or before it."
        if view.answer is not None:
            told = searching.nothing(view.answer, len(self._loaded.bank) if self._loaded is not None else 1)
            drop = "Take it out, or " if view.answer.without is not None else ""
            return f"{told} {drop}{self.desk.key_of('search.leave')} empties the line."
        return (
            f"No quotes yet. {self.desk.key_of('quote')} notes one in a line, {self.desk.key_of('quotes.add')} adds one, "
            f"{self.desk.key_of('import')} imports a statement."
        )

    @on(Input.Changed, "#quotes-search")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._copy_when_found = False
        if not event.value.strip() and self._all is not None:
            self.desk.drop(f"read-{self.id}")
            self._arrived(self._all)
        else:
            self.read_again()
            self.tell()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.NAMES:
            self.rows.redraw()
            self._show_detail()
        if what is Chosen.TURNED:
            self._all = None
            self.subject = _THEN if self.session.turned is not None else ""
        super()._chosen(what)

    @on(QuoteRows.Read)
    def _rows_read(self) -> None:
        self._show_detail()
        self.tell()

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._under_cursor = self.rows.row
        self._show_detail()
        self.tell()

    def _show_detail(self) -> None:
        if self._detail is not None:
            self._detail.show_quote(self.rows.row)

    def tab(self) -> str:
        total = self.view.total if self.view is not None else None
        return f"3 Quotes {total:,}" if total is not None else "3 Quotes"

    def own_keys(self) -> Iterable[tuple[str, str]]:
        """None while letters are text."""
        return () if self.line.has_focus else super().own_keys()

    def footer(self) -> text.Part:
        if self.line.has_focus:
            first = self.rows.record_of(self.view.ids[0]) if self.view is not None and self.view.ids else None
            like = quote_lines.copies_as(self._gate(first)) if first is not None else ""
            return text.assemble(
                ("↵ ↓", "bold $border"),
                (" to the results   ", text.DIM),
                (self.desk.key_of("search.copy_first"), "bold $border"),
                (" copy the first, " if like else " copy the first", text.DIM),
                like,
                ("   esc", "bold $border"),
                (" leave", text.DIM),
            )
        record = self.record
        if record is None:
            return ""
        return text.assemble(
            (self.desk.key_of("quotes.copy"), "bold $border"),
            (" copy, ", text.DIM),
            quote_lines.copies_as(self._gate(record)),
        )

    def _gate(self, record: QuoteRecord) -> Permit | Refusal:
        return gate(record, now=self.session.gate_now(), naming=self.session.config.labels.of)

    def on_descendant_focus(self, _: object) -> None:
        self.tell()

    # Actions

    def action_clear(self) -> None:
        """Empty the search line, so that all quotes are listed again."""
        self.line.value = ""

    def copy_first(self) -> None:
        """Copy the best of what the line searches for; where the search is not done yet, as soon as it is."""
        if self.view is None or self.view.line != self.line.value.strip():
            self._copy_when_found = True
            return
        if self.view.ids:
            route("copy")(self.desk, self.view.ids[0])

    @on(RowList.Chosen)
    def _open(self) -> None:
        if (quote_id := self.rows.row) is not None:
            self.app.push_screen(route("quote")(self.session, quote_id))
