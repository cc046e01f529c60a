"""Quotes `3`: the search line and the ranked quotes, with terms and verification at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from desk.model.errors import DeskError
from desk.model.gate import Permit, gate
from desk.model.quoted import QuoteRecord
from desk.model.refusal import Refusal
from desk.store.store import Changed
from desk.ui import keys
from desk.ui.panes import quote_lines, searching
from desk.ui.panes.base import DeskPane
from desk.ui.panes.searching import Found, Loaded
from desk.ui.session import Chosen, Session
from desk.ui.widgets import text
from desk.ui.widgets.line_entry import LineEntry
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.search.answer import Answer
    from desk.ui.panes.detail import QuoteDetail


#: Said in the frame while the desk is turned: what may leave is judged today, so its words and terms are today's.
_THEN = "by that day, as they are now"


class SearchInput(LineEntry):
    """The search line. Letters are text here; a few keys go to the results."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("search")

    def on_mount(self) -> None:
        self.cursor_blink = False  # a calm line; a blink would also be a repaint every half second

    def action_results(self) -> None:
        """Go to the results."""
        self._pane.to_results()

    def action_copy_first(self) -> None:
        """Copy the first quote found."""
        self._pane.copy_first()

    def action_leave(self) -> None:
        """Empty the line; empty already, go to the list."""
        if self.value:
            self.value = ""
        else:
            self._pane.to_results()

    @property
    def _pane(self) -> QuotesPane:
        return next(node for node in self.ancestors if isinstance(node, QuotesPane))


class QuotesPane(DeskPane[Found]):
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
            yield SearchInput(placeholder="search the quotes", id="quotes-search")
        with Horizontal(id="quotes-found"):
            yield RowList[int](self._draw, lambda quote_id: quote_id, height=quote_lines.HEIGHT, id="quotes-rows")
            if self.screen.has_class("-detail"):
                yield self._make_detail()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._records: dict[int, QuoteRecord] = {}
        self._wanted: set[int] = set()
        self._loaded: Loaded | None = None
        self._copy_when_found = False
        self._fetching: Timer | None = None
        self._detail: QuoteDetail | None = None
        #: The whole list as it was read last, for when the line is emptied again; None when the file changed since.
        self._all: Found | None = None

    @property
    def rows(self) -> RowList[int]:
        """Its list: ids of quotes, whose records are read as they come into sight."""
        return self.query_one("#quotes-rows", RowList)

    @property
    def line(self) -> SearchInput:
        """The search line."""
        return self.query_one(SearchInput)

    @property
    def record(self) -> QuoteRecord | None:
        """The quote under the cursor; None where there is none, or it was not read yet."""
        quote_id = self.rows.row
        return self._records.get(quote_id) if quote_id is not None else None

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
        store, dates = self.session.store, self.session.dates()
        if self._detail is None:
            self.query_one("#quotes-found").mount(self._make_detail())
            self._show_detail()
        self.desk.in_background(
            "loading the search", lambda: searching.load(store, dates), self._bank_loaded, failed=self._bank_not_loaded
        )

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
                "searching", lambda: searching.ask(line, store, words, then), self._answered, group=f"read-{self.id}"
            )
        else:
            self.count = "loading the search …"

    def _stored(self, changed: Changed) -> None:
        if not (changed.foreign or changed.tables & self.TABLES):
            return
        self._all = None
        loaded, store = self._loaded, self.session.store
        if loaded is None:
            self.read_again()
            return

        def brought(newer: Loaded) -> None:
            self._take(newer)
            self.read_again()

        self.desk.in_background("bringing the search up to date", lambda: searching.bring_up(loaded, store), brought)

    def _answered(self, found: Found | None) -> None:
        if found is not None:
            self._arrived(found)

    def show(self, view: Found) -> None:
        same = view.line == self._shown_line
        self._shown_line = view.line
        if view.answer is None and view.total is not None:
            self._all = view
        self._records = dict(view.records) if not same else {**self._records, **view.records}
        self.count = self._count(view)
        self.rows.show(view.ids, keep=same, empty=self._empty(view))
        if self._copy_when_found and view.line == self.line.value.strip():
            self._copy_when_found = False
            self.copy_first()

    _shown_line = ""

    def _count(self, view: Found) -> str:
        if view.answer is None or view.total is None:
            return f"{view.total:,}" if view.total is not None else ""
        least = "" if view.answer.counted else "≥ "
        whole = f" of {len(self._loaded.bank):,}" if self._loaded is not None else ""
        said = (
            f"{least}{view.total:,}{whole}",
            searching.by_name(view.answer) if self.session.turned is None else "",
            searching.days(view.answer),
            took(view.answer),
            searching.left_out(view.answer),
        )
        return " · ".join(part for part in said if part)

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

    # Drawing

    def _draw(self, quote_id: int, width: int) -> Sequence[Content]:
        record = self._records.get(quote_id)
        if record is None:
            self._want(quote_id)
            return [text.said("…", text.DIM)]
        spans = self.view.answer.spans(record.quote.words) if self.view is not None and self.view.answer else ()
        return quote_lines.row(record, width, self._look(), spans=spans, named=self.session.names_shown(quote_id))

    def _look(self) -> quote_lines.Look:
        return quote_lines.Look(self.session.gate_now(), self.session.today(), self.session.config.labels)

    def _want(self, quote_id: int) -> None:
        """A row came into sight that was not read yet: read it with its neighbours."""
        self._wanted.add(quote_id)
        if self._fetching is None:
            self._fetching = self.set_timer(0.01, self._fetch)

    def _fetch(self) -> None:
        self._fetching = None
        wanted, store = list(self._wanted), self.session.store
        self._wanted.clear()
        self.desk.in_background("reading quotes", lambda: searching.read(store, wanted), self._fetched)

    def _fetched(self, records: dict[int, QuoteRecord]) -> None:
        self._records.update(records)
        self.rows.redraw()
        self._show_detail()
        self.tell()

    def _chosen(self, what: Chosen) -> None:
        if what is Chosen.NAMES:
            self.rows.redraw()
            self._show_detail()
        if what is Chosen.TURNED:
            self._all = None
            self.subject = _THEN if self.session.turned is not None else ""
        super()._chosen(what)

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
            first = self._records.get(self.view.ids[0]) if self.view is not None and self.view.ids else None
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
            self._copy(self.view.ids[0])

    def action_copy(self) -> None:
        """Copy the quote under the cursor in the usual format."""
        if (quote_id := self.rows.row) is not None:
            self._copy(quote_id)

    def _copy(self, quote_id: int) -> None:
        from desk.ui.copying import copy_quote

        copy_quote(self.desk, quote_id)

    def action_copy_as(self) -> None:
        """Choose a format, with preview."""
        from desk.ui.screens.copy_as import CopyAsScreen

        if (quote_id := self.rows.row) is not None:
            self.app.push_screen(CopyAsScreen(self.session, quote_id))

    def action_verify(self) -> None:
        """Compare the quote with its source."""
        from desk.ui.screens.verify import open_verify

        if (quote_id := self.rows.row) is not None:
            open_verify(self.desk, quote_id)

    def action_verify_all(self) -> None:
        """Compare all quotes of its source with the kept file."""
        from desk.ui.screens.verify_all import open_verify_all

        if (record := self.record) is not None and record.quote.source_id is not None:
            open_verify_all(self.desk, record.quote.source_id)

    def action_terms(self) -> None:
        """What the quote's terms allow, and setting them."""
        from desk.ui.screens.terms import open_terms

        if (quote_id := self.rows.row) is not None:
            open_terms(self.desk, quote_id=quote_id)

    def action_dispute(self) -> None:
        """Mark the quote disputed, or settle it."""
        from desk.ui.disputing import ask_dispute

        if (record := self.record) is not None:
            ask_dispute(self.desk, record)

    def action_names(self) -> None:
        """Show, or hide again, who a confidential speaker is."""
        if (record := self.record) is not None and quote_lines.hidden(record) and record.quote.id is not None:
            self.session.show_names(record.quote.id)

    def action_elsewhere(self) -> None:
        """Open the quote that has the same words."""
        from desk.ui.alike import open_elsewhere

        if (quote_id := self.rows.row) is not None:
            open_elsewhere(self.desk, quote_id)

    def action_add(self) -> None:
        """Add a quote."""
        from desk.ui.screens.entry import open_add

        open_add(self.desk, "quote", negotiation_id=self.session.talks_id)

    def action_edit(self) -> None:
        """Edit the quote under the cursor."""
        from desk.ui.screens.entry import open_edit

        if (quote_id := self.rows.row) is not None:
            open_edit(self.desk, "quote", quote_id)

    def action_withdraw(self) -> None:
        """Withdraw the quote under the cursor."""
        from desk.ui.screens.entry import open_withdraw

        if (quote_id := self.rows.row) is not None:
            open_withdraw(self.desk, "quote", quote_id)

    @on(RowList.Chosen)
    def _open(self) -> None:
        from desk.ui.screens.quote import QuoteScreen

        if (quote_id := self.rows.row) is not None:
            self.app.push_screen(QuoteScreen(self.session, quote_id))


def took(answer: Answer) -> str:
    """How long a search took, in words."""
    return f"{answer.took_ms:.0f} ms"
