"""The line at the bottom: what the next key will do where the focus is, and the keys that work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widgets import Input

from desk.ui.base import OnDesk
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import key_at, keys_line, press

if TYPE_CHECKING:
    pass

_ALWAYS, _ALWAYS_SHORT = (("help", "keys"), ("palette", "commands")), (("help", "keys"), ("palette", "more"))
_WHERE_THERE_IS_ROOM = (
    ("desk.timeline", "timeline"),
    ("log", "log"),
    ("quote", "quote"),
    ("import", "import"),
    ("desk.search", "search"),
    ("undo", "undo"),
)

#: Those that stay over the panes however long the words before them are; while somebody types into a line they are letters.
_KEPT = ("log", "quote", "import", "desk.search")
#: Cells from which the footer is wide.
_WIDE = 100


class Footer(Lines, OnDesk):
    """Follows the focus. A click on one of its keys presses it."""

    DEFAULT_CSS = """
    Footer {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $dim;
    }
    """

    def __init__(self) -> None:
        super().__init__(self._line)
        self._here: text.Part = ""
        self._places: list[tuple[int, int, str]] = []

    def show_here(self, here: text.Part) -> None:
        """What the keys do where the focus is."""
        if not text.assemble(here).is_same(text.assemble(self._here)):
            self._here = here
            self.refresh()

    def _keys(self, actions: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
        """Those of them that work on this screen, with their keys."""
        app = self.desk
        here = getattr(self.screen, "ANYWHERE", False)
        panes = self.screen is app.screen_stack[0]
        if app.session.turned is not None:  # nothing is changed on another day
            actions = tuple(each for each in actions if each[0] != "undo")
        return [
            (key, words, action)
            for action, words in actions
            if (key := app.key_of(action)) and (panes if action.startswith("desk.") else here)
        ]

    def _line(self, width: int) -> list[Content]:
        here = text.assemble(self._here)
        narrow, panes = width < _WIDE, self.screen is self.app.screen_stack[0]
        # Over the panes a narrow footer puts its keys close together, so that none of the three lines is left out.
        gap = 2 if narrow and panes else 3
        shown = self._keys(_ALWAYS_SHORT if narrow and panes else _ALWAYS)
        more = self._keys(_WHERE_THERE_IS_ROOM)
        typing = isinstance(self.screen.focused, Input)
        chosen = [one for one in more if one[2] in _KEPT] if panes and not typing else []
        if _width([*chosen, *shown], gap) > width * 2 // 3:
            chosen = []
        for one in more:
            if one not in chosen and here.cell_length + 3 + _width([*chosen, one, *shown], gap) <= width:
                chosen.append(one)
        shown = [*(one for one in more if one in chosen), *shown]
        at = width - _width(shown, gap)
        self._places = []
        for key, words, action in shown:
            self._places.append((at, at + len(key) + 1 + len(words), action))
            at += len(key) + 1 + len(words) + gap
        return [text.between(here, keys_line(((key, words) for key, words, _ in shown), gap), width)]

    async def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset_capture(self).x
        for start, end, action in self._places:
            if start <= at < end:
                await self.desk.do(action)
                return
        if not self._places or at < self._places[0][0]:
            press(self.app, key_at(text.assemble(self._here), at))


def _width(shown: list[tuple[str, str, str]], gap: int) -> int:
    return sum(len(key) + 1 + len(words) for key, words, _ in shown) + gap * (len(shown) - 1)
