"""All quotes taken from one source beside its kept file, passed in one confirmation; those that differ are shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from desk.app.importing import bulk_verify
from desk.app.importing.bulk_verify import Beside
from desk.app.session import Changed, Session
from desk.model.enums import Tier
from desk.model.quotes.fingerprint import state
from desk.model.quotes.shown import shown_speakers
from desk.model.quotes.verification_blocker import changes_in_words
from desk.model.records import Source
from desk.ui.base import OnDesk
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.panes.quote_lines import STATE_SIGNS
from desk.ui.verify.verify import open_verify
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane, keys_line
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from desk.ui.base import Desk

_TABLES = frozenset({"quote", "quote_speaker", "verification", "source"})


def open_verify_all(app: Desk, source_id: int) -> None:
    """Compare all quotes of a source with its kept file, or say what to do where there is none."""
    store = app.session.store

    def read() -> tuple[Source, list[Beside]]:
        source = store.sources.get(source_id)
        return source, bulk_verify.all_beside(store, source)

    app.in_background(
        "comparing all quotes of the source",
        read,
        lambda found: cast(None, app.push_screen(VerifyAllScreen(app.session, *found))),
    )


class VerifyAllScreen(Screen[None], OnDesk):
    """One enter passes every quote whose words are the same."""

    ANYWHERE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "passes", "pass", priority=True, show=False, id="verify_all.passes"),
        Binding("v", "verify", "this one by itself", show=False, id="verify_all.verify"),
        Binding("escape,q", "leave", "leave", show=False, id="verify_all.leave"),
    ]

    DEFAULT_CSS = """
    VerifyAllScreen > Pane {
        height: 1fr;
        padding: 0 1;
    }
    """

    def __init__(self, session: Session, source: Source, beside: list[Beside]) -> None:
        super().__init__()
        self.session = session
        self._source = source
        self._beside = beside

    def compose(self) -> ComposeResult:
        with Pane("", f"The quotes of {self._source.code} beside its kept file"):
            yield RowList[Beside](
                _draw, lambda one: one.record.quote.id, height=3, empty="No quote was taken from this source yet."
            )
        yield Footer()

    def on_mount(self) -> None:
        self.follow(stored=self._stored)
        self.query_one(RowList).focus()
        self._show()

    @property
    def _passing(self) -> int:
        return sum(one.passes for one in self._beside)

    def _show(self) -> None:
        left = [one for one in self._beside if (one.obstacle or one.doubt) and not one.done]
        ordered = [*left, *(one for one in self._beside if one not in left)]
        self.query_one(RowList).show(ordered)
        differing = sum(bool(one.obstacle) for one in left)
        differ = f" ─ {differing} cannot pass" if differing else ""
        look = f" ─ {len(left) - differing} to look at" if len(left) > differing else ""
        self.query_one(Pane).count = f"{self._passing} of {len(self._beside)} to pass{differ}{look}"
        becomes = "" if self._source.tier is Tier.PRIMARY else ", as matching the report"
        keys = [("↵", f"pass {self._passing} in one{becomes}")] if self._passing else []
        self.query_one(Footer).show_here(keys_line([*keys, ("v", "this one by itself"), ("esc", "leave")]))

    def _stored(self, changed: Changed) -> None:
        if changed.foreign or changed.tables & _TABLES:
            store, source = self.session.store, self._source
            self.desk.in_background(
                "comparing",
                lambda: bulk_verify.all_beside(store, source),
                self._arrived,
                group="verify-all",
                holds=Holds.COMMANDS,
            )

    def _arrived(self, beside: list[Beside]) -> None:
        if self.still_open():
            self._beside = beside
            self._show()

    def action_passes(self) -> None:
        """Pass every quote whose words are the same, but for its own cuts and insertions."""
        if not self._passing:
            text.notice(self.app, "There is no quote to pass.", "warning")
            return
        store, source, beside = self.session.store, self._source, self._beside
        count = "a quote" if self._passing == 1 else f"{self._passing} quotes"
        self.desk.change(f"{count} compared with {source.code}", lambda: bulk_verify.pass_all(store, source, beside))

    def action_verify(self) -> None:
        """Compare the quote under the cursor by itself."""
        row = self.query_one(RowList).row
        if isinstance(row, Beside) and row.record.quote.id is not None:
            open_verify(self.desk, row.record.quote.id)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_verify()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _draw(one: Beside, width: int) -> list[Content]:
    mark, style = ("○", "$unverified")
    if one.done:
        mark, style = STATE_SIGNS[state(one.record)]
    elif one.obstacle:
        mark, style = ("✕", "$disputed")
    elif one.doubt:
        mark, style = ("▲", "$amber")
    if one.done:
        told: text.Part = ("compared with it already, and not changed since", text.DIM)
    elif one.obstacle:
        told = (one.obstacle, "$disputed")
    elif one.doubt:
        told = (f"{one.doubt} v looks at it", "$amber")
    elif changes := changes_in_words(one.found.comparison):
        told = text.assemble(("elided: ", "$verified"), "; ".join(changes), (f"  {one.found.locator}", text.DIM))
    else:
        told = text.assemble(("every word is the same", "$verified"), (f"  {one.found.locator}", text.DIM))
    if one.passes and one.found.comparison.cut_negation:
        told = text.assemble(told, (f"  ▲ “{one.found.comparison.cut_negation}” stands outside of the cut", "$amber"))
    words = " ".join(one.record.quote.words.split())
    return [
        text.assemble((f"{mark} ", style), text.fit(words, width - 2)),
        text.assemble("  ", shown_speakers(one.record) or "said by nobody"),
        text.assemble("  ", told),
    ]
