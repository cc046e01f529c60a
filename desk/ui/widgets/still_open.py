"""Whether what asked for something is still there when the answer comes."""

from __future__ import annotations

from textual.widget import Widget


def still_open(widget: Widget) -> bool:
    """Whether a screen, or the one that a widget stands on, has been put together and is not closing.

    A screen that closes loses what is on it before it is unmounted itself.
    """
    return widget.is_mounted and widget.is_attached and widget.screen in widget.app.screen_stack
