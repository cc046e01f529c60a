"""Marking a check with one key. Green asks for its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from desk.app.forms.stories import mark_again
from desk.app.session import Session
from desk.model.enums import Mark, plain
from desk.model.errors import DeskError, InputError
from desk.model.records import Check
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.dialogs.question import QuestionScreen
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane, keys_line
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

_MARKS = (
    (Mark.RED, "■", "$red", "nobody has looked yet"),
    (Mark.AMBER, "▲", "$amber", "one report alone says so"),
    (Mark.GREEN, "✔", "$green", "looked at, with evidence that is not the story"),
    (Mark.N_A, "–", "$dim", "does not apply"),
)


class MarkScreen(QuestionScreen[str | None], OnDesk):
    """Gives the mark that evidence is to be asked for with ("" for the one it has), or None.

    A key for each marks at once; the arrows and Enter do the same; one more goes to the evidence.
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("mark")

    DEFAULT_CSS = """
    MarkScreen {
        & > Pane {
            border: round $border;
            border-title-color: $border;
            border-title-style: bold;

            & > Static {
                height: auto;
                max-height: 4;
                margin-bottom: 1;
            }
            & > RowList {
                height: 4;
            }
        }
    }
    """

    def __init__(self, session: Session, check_id: int) -> None:
        super().__init__()
        self.session = session
        self._check_id = check_id
        self._marking = False
        self._began: Check | None = None

    def compose(self) -> ComposeResult:
        rows = RowList(self._draw, lambda row: row[0])
        # With the focus its letters would move in the list; here they are the marks.
        rows.can_focus = False
        with Pane("", "Mark"):
            yield Static(id="mark-what")
            yield rows

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.show(_MARKS)
        self.query_one(Pane).border_subtitle = keys_line(
            (
                (" ".join(self.desk.key_of(f"mark.{mark}") for mark, *_ in _MARKS), "mark"),
                *self.desk.keys_of("mark.evidence", "mark.leave"),
            )
        )
        store, check_id = self.session.store, self._check_id
        self.desk.in_background(
            "reading the check", lambda: store.stories.check(check_id), self._arrived, failed=self._gone
        )

    def _arrived(self, check: Check) -> None:
        if not self.still_open():
            return
        self._began = check
        self.query_one("#mark-what", Static).update(
            text.assemble((check.what, text.BOLD), (f"   {check.category}", text.DIM))
        )
        if check.mark is not None:
            self.query_one(RowList).go_to(check.mark.mark)

    def _gone(self, error: DeskError) -> None:
        self.desk.say_error(error)
        self.dismiss(None)

    def _draw(self, row: tuple[Mark, str, str, str], width: int) -> list[Content]:
        mark, sign, colour, words = row
        key = self.desk.key_of(f"mark.{mark}")
        return [text.assemble((f"{key}  ", "bold $border"), (f"{sign} {plain(mark):<8}", colour), (words, text.DIM))]

    def action_step(self, by: int) -> None:
        """Move to the next mark."""
        self.query_one(RowList).action_step(by)

    def action_take(self) -> None:
        """Give the mark under the cursor."""
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.action_mark(str(event.key))

    def action_mark(self, value: str) -> None:
        """Give the check this mark, with the evidence that it has; for green without any, ask for it."""
        if self._marking:
            return
        self._marking = True
        store, check_id, mark, began = self.session.store, self._check_id, Mark(value), self._began

        def failed(error: DeskError) -> None:
            self._marking = False
            if isinstance(error, InputError) and error.where in ("evidence", "source"):
                self.dismiss(mark.value)
            else:
                self._gone(error)

        self.desk.change(
            f"marked {plain(mark)}",
            lambda: mark_again(store, check_id, mark, began=began),
            self._marked,
            failed=failed,
        )

    def _marked(self, _: int) -> None:
        self.dismiss(None)

    def action_evidence(self) -> None:
        """Write down the evidence."""
        self.dismiss("")

    def action_leave(self) -> None:
        """Leave the mark as it is."""
        self.dismiss(None)
