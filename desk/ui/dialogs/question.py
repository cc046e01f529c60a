"""What a question looks like: a narrow frame in the middle, over what it is about."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class QuestionScreen(ModalScreen[ScreenResultType]):
    """Composes one pane; gives the answer."""

    DEFAULT_CSS = """
    QuestionScreen {
        align: center middle;
        background: $background 60%;

        & > Pane {
            width: 76;
            max-width: 100%;
            height: auto;
            padding: 0 1;
        }
    }
    """
