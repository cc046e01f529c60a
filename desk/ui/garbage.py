"""Garbage is looked for only while nobody types: to look through all of the memory takes as long as drawing the screen."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: How often, in seconds, garbage is looked for, and how long nobody must have typed before.
_EVERY, _IDLE = 20.0, 2.0
#: Collections of the middle generation before one of all: more than there ever are.
_NEVER = 1 << 30


class Tidying:
    """What was loaded until it starts is not looked through at all; nor is what was loaded until the first quiet moment,
    so that each of the others is short.
    """

    def __init__(self, app: Desk) -> None:
        self._app = app
        self._settled = False

    def start(self) -> None:
        """From now on, look through young objects as ever, and through all of them in quiet moments."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        gc.enable()
        self._app.set_interval(_EVERY, self.tidy)

    def tidy(self) -> None:
        """Look through all of it, where nobody typed lately."""
        if self._app.idle <= _IDLE:
            return
        if self._settled:
            gc.collect()
        else:
            gc.freeze()
            self._settled = True
