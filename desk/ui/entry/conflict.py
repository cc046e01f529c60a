"""Two have changed one thing: what is there now beside what was typed, field by field, until it is said what counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from desk.model.frozen import frozen
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.widgets import text
from desk.ui.widgets.pane import Pane
from desk.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

#: Lines of one text that are shown, and characters before the first difference.
_MOST, _BEFORE = 6, 32
MINE, THEIRS = "mine", "theirs"


@frozen(kw_only=True)
class Differing:
    """One field that was changed by somebody else since: as it was, as it is there, as it was typed here.

    `only_told` is no field that is asked for, so that there is nothing to choose.
    """

    name: str
    label: str
    began: str
    there: str
    mine: str
    chosen: str = ""
    only_told: bool = False


def differing(
    labels: Mapping[str, str], names: Sequence[str], began: Mapping[str, str], there: Mapping[str, str],
    mine: Mapping[str, str],
) -> list[Differing]:  # fmt: skip
    """The fields to decide on. Where only they changed one, theirs is suggested; where it is the same now, that is it."""
    found = []
    for name in names:
        told = name not in labels
        texts = began.get(name, ""), there.get(name, ""), mine.get(name, "")
        chosen = THEIRS if told or texts[2] in texts[:2] else ""
        found.append(
            Differing(
                name=name, label=labels.get(name, name), began=texts[0], there=texts[1], mine=texts[2], chosen=chosen,
                only_told=told,
            )
        )  # fmt: skip
    return found


class ConflictScreen(ModalScreen[dict[str, str] | None], OnDesk):
    """Gives the texts that count, by field; None where nothing was decided, and then nothing is saved."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("conflict")

    DEFAULT_CSS = """
    ConflictScreen {
        align: center middle;
        background: $background 60%;

        & > Pane {
            width: 96;
            max-width: 100%;
            height: auto;
            max-height: 90%;
            padding: 0 1;

            & > RowList {
                height: auto;
                max-height: 28;
            }
            & > Static {
                height: auto;
                color: $due;
                margin-bottom: 1;
            }
        }
    }
    """

    def __init__(self, noun: str, fields: Sequence[Differing]) -> None:
        super().__init__()
        self._noun = noun
        self._fields = list(fields)
        self._notice = ""

    def compose(self) -> ComposeResult:
        with Pane("", f"The {self._noun} was changed meanwhile") as pane:
            yield Static(id="conflict-left")
            yield RowList[Differing](_draw, lambda one: one.name, height=lambda one, width: len(_draw(one, width)))
        pane.show_keys(self.desk.keys_of(*_KEYS))

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        self._show()

    def take_notice(self, words: str) -> None:
        """Say it here: what is decided on is read again when it is saved, whatever became of the file."""
        self._notice = words
        self._show()

    def _show(self) -> None:
        self.query_one(RowList).show(list(self._fields))
        left = sum(not one.chosen for one in self._fields)
        told = (
            f"{left} to decide; nothing is saved yet, and nothing of either is lost."
            if left
            else "Nothing is saved yet."
        )
        self.query_one("#conflict-left", Static).update(
            text.said(f"Somebody else saved it first. {told} {self._notice}".rstrip())
        )

    def action_choose(self, which: str) -> None:
        """Choose for the field under the cursor, and go on to the next."""
        rows = self.query_one(RowList)
        row = rows.row
        if isinstance(row, Differing) and not row.only_told:
            self._fields = [replace(one, chosen=which) if one.name == row.name else one for one in self._fields]
            self._show()
            rows.action_step(1)

    def action_choose_all(self, which: str) -> None:
        """Choose for every field."""
        self._fields = [one if one.only_told else replace(one, chosen=which) for one in self._fields]
        self._show()

    def action_save(self) -> None:
        """Save it so, once everything is decided."""
        if all(one.chosen for one in self._fields):
            self.dismiss(
                {one.name: one.mine if one.chosen == MINE else one.there for one in self._fields if not one.only_told}
            )
        else:
            self.query_one(RowList).go_to(next(one.name for one in self._fields if not one.chosen))

    def action_leave(self) -> None:
        """Decide nothing: back to the form, as it was typed."""
        self.dismiss(None)


_KEYS = ("conflict.mine", "conflict.theirs", "conflict.save", "conflict.leave")


def _draw(one: Differing, width: int) -> list[Content]:
    lines = [text.assemble((one.label, text.BOLD), ("" if one.chosen else "  to decide", "$due"))]
    sides = [("there now", one.there, one.only_told or one.chosen == THEIRS)]
    if not one.only_told:
        sides.append(("yours", one.mine, one.chosen == MINE))
    for side, words, taken in sides:
        sign = "● " if taken and not one.only_told else "  "
        head = text.fit((f"{sign}{side}", "$verified" if taken else text.DIM), 13)
        shown = text.wrap(
            _from_difference(words, one.mine if side != "yours" else one.there), max(8, width - 13), _MOST
        )
        lines += [Content.assemble(head if not at else " " * 13, line) for at, line in enumerate(shown)]
    return lines


def _from_difference(words: str, other: str) -> str:
    """A text from where it begins to be another than the other one; what is empty is called so."""
    if not words.strip():
        return "(empty)"
    at = next((at for at, pair in enumerate(zip(words, other, strict=False)) if pair[0] != pair[1]), 0)
    at = words.rfind(" ", 0, max(0, at - _BEFORE)) + 1
    return f"… {words[at:]}" if at else words
