"""`Entry`: one line to type into, with what was understood beneath it and what could complete it below that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from desk.model.errors import InputError
from desk.ui.widgets import text
from desk.ui.widgets.completion import Completion, accept, in_common
from desk.ui.widgets.line_entry import LineEntry
from desk.ui.widgets.rows import RowList

#: What could complete the line at the cursor, best first. Asked on the screen's thread after every key: be quick.
Complete = Callable[[str, int], Sequence[Completion]]
#: What was understood of the line, as text; raises InputError in words where it is not.
Echo = Callable[[str], Content]


class Entry(Vertical):
    """A labelled line, the echo of what was understood (or what is wrong, in words), and the completions.

    Posts `Changed` after each change and `Submitted` on enter. A value set from outside posts `Changed` too.
    """

    DEFAULT_CSS = """
    Entry {
        height: auto;

        & > Horizontal {
            height: 1;
        }
        & .entry--label {
            width: auto;
            color: $dim;
        }
        & .entry--echo {
            height: 1;
            width: 1fr;
            color: $dim;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        &.-wrong .entry--echo {
            color: $red;
        }
        &.-wrong .entry--label {
            color: $red;
        }
        &:focus-within .entry--label {
            color: $foreground;
        }
        & > RowList {
            display: none;
            overlay: screen;
            constrain: none inside;
            height: auto;
            max-height: 9;
            width: 1fr;
            max-width: 72;
            background: $panel;

        }
        &.-offering > RowList {
            display: block;
        }
        &.-choosing > RowList > .rows--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        &.-choosing > RowList > .rows--mark {
            color: $border;
        }
    }
    """

    @dataclass
    class Changed(Message):
        """The line is another now."""

        entry: Entry
        value: str

        @property
        def control(self) -> Entry:
            return self.entry

    @dataclass
    class Submitted(Message):
        """Enter was pressed, and no completion was being chosen."""

        entry: Entry
        value: str

        @property
        def control(self) -> Entry:
            return self.entry

    def __init__(
        self,
        label: str = "",
        value: str = "",
        *,
        complete: Complete | None = None,
        echo: Echo | None = None,
        even: bool = False,
        hint: str = "",
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`hint` is what the line beneath says while nothing is typed; the label is as wide as it is given.

        `even` says that none of several completions is likelier than another: tab then puts in what they share, and
        goes into the list where that is nothing more.
        """
        super().__init__(id=id, classes=classes)
        self._label = label
        self._complete = complete
        self._echo = echo
        self._even = even
        self._hint = hint
        self.line = LineEntry(value, placeholder)
        self._beneath = Static(classes="entry--echo")
        self._offers: RowList[tuple[int, Completion]] = RowList(_draw_offer, lambda offer: offer[0], one_click=True)
        self._offers.can_focus = False
        self._chosen = False

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(text.said(self._label), classes="entry--label")
            yield self.line
        yield self._beneath
        yield self._offers

    def on_mount(self) -> None:
        self._say()

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self.line.value

    @value.setter
    def value(self, value: str) -> None:
        self.line.value = value
        self.line.cursor_position = len(value)

    def focus(self, scroll_visible: bool = True) -> Entry:
        """Put the cursor into the line."""
        self.line.focus(scroll_visible)
        return self

    def say_again(self) -> None:
        """Echo the line anew, since what it refers to is another."""
        self._say()

    def wrong(self, words: str) -> None:
        """Say at the field what is wrong with it, until it is changed."""
        self.add_class("-wrong")
        self._beneath.update(text.said(f"✕ {words}"))

    # -- what happens in the line --------------------------------------------------------------------------------

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say()
        self._offer()
        self.post_message(self.Changed(self, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close()
        self.post_message(self.Submitted(self, event.value))

    def on_descendant_focus(self) -> None:
        """In an empty line that takes one of a few words, ↓ shows them; elsewhere it goes where it goes."""
        if not self.value and self._complete is not None and self._complete("", 0):
            self.line.wanted = frozenset({"next"})

    @on(Input.Blurred)
    def _blurred(self, event: Input.Blurred) -> None:
        event.stop()
        self._close()

    @on(LineEntry.Moved)
    def _moved(self, event: LineEntry.Moved) -> None:
        event.stop()
        if event.what == "take" and self._even and not self._chosen and len(self._offers.rows) > 1:
            self._take_shared([row[1] for row in self._offers.rows if isinstance(row, tuple)])
        elif event.what in ("take", "enter"):
            self._take()
        elif event.what == "close":
            self._close()
        elif not self.has_class("-offering"):
            self._offer()
            self._choosing(True)
        elif self._chosen:
            self._offers.action_step(1 if event.what == "next" else -1)
        else:
            self._choosing(True)

    @on(RowList.Highlighted)
    @on(RowList.Chosen)
    def _picked(self, event: RowList.Highlighted | RowList.Chosen) -> None:
        event.stop()
        if isinstance(event, RowList.Chosen):
            self._take()

    # -- the line beneath and the list ---------------------------------------------------------------------------

    def _say(self) -> None:
        """Echo what was understood, or say what is not."""
        self.remove_class("-wrong")
        if not self.value.strip() or self._echo is None:
            self._beneath.update(text.said(self._hint))
            return
        try:
            self._beneath.update(self._echo(self.value))
        except InputError as error:
            self.wrong(str(error))

    def _offer(self) -> None:
        """Show what could complete the line, none of it chosen yet: enter still means the line as it stands."""
        found = self._complete(self.value, self.line.cursor_position) if self._complete and self.line.has_focus else ()
        self._offers.show(list(enumerate(found)), keep=False)
        self.set_class(bool(found), "-offering")
        self._choosing(False)

    def _choosing(self, chosen: bool) -> None:
        self._chosen = chosen
        keys = {"take", "next", "previous", "close"} | ({"enter"} if chosen else set())
        self.line.wanted = frozenset(keys if self.has_class("-offering") else ())
        self.set_class(chosen, "-choosing")

    def _close(self) -> None:
        self.remove_class("-offering")
        self._choosing(False)

    def _take_shared(self, offers: Sequence[Completion]) -> None:
        line = in_common(self.value, offers)
        if line == self.value:
            self._choosing(True)
        else:
            self.value = line

    def _take(self) -> None:
        if (offer := self._offers.row) is None:
            return
        line, cursor = accept(self.value, self.line.cursor_position, offer[1])
        self.line.value = line
        self.line.cursor_position = cursor


def _draw_offer(offer: tuple[int, Completion], width: int) -> list[Content]:
    _, completion = offer
    return [text.between(text.said(completion.shown), (completion.note, text.DIM), width)]
