"""What an app lets out by itself, shut: the mouse's selection, the system's clipboard, the terminal, the crash report."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter

from desk.ui import privacy
from desk.ui.widgets import text

#: One for all lines, since a line that is drawn again is known to have passed by the filter it passed.
_LAST_NET = text.LastNet()


class PrivateApp(App[int]):
    """An app that hands nothing on but through the gate."""

    #: Text is not picked up with the mouse.
    ALLOW_SELECT = False

    _cut = ""

    @property
    def clipboard(self) -> str:
        """What was cut or copied between the desk's own fields. It stays in the desk."""
        return self._cut

    def copy_to_clipboard(self, text: str) -> None:
        """Text fields cut and paste among themselves; the only way out is a copy through the gate."""
        self._cut = text

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), _LAST_NET]

    def panic(self, *_: object) -> None:
        """End on an error that nobody foresaw, with a report that holds no value of the reporter's."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._exit_renderables.append(privacy.report())
        self._close_messages_no_wait()
