"""One key after the other: what arrives in a burst (over ssh, from tmux) means what it would mean typed slowly.

A key goes to what has the focus and bubbles up to the app, where its action may open a screen or move the focus. Left to
itself, the next key is sent off before that has happened, and lands in the wrong place: of `l` and a line of text that
arrive together, the text would be taken for keys of the desk.
"""

from __future__ import annotations

import time
from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import ModalScreen

#: A key that was not seen through in this time (seconds) no longer holds the next one up: what took it is gone.
PATIENCE = 0.5
#: How soon, in seconds, to look again whether a new screen can take keys.
SOON = 0.01


class KeysInOrder(App[int]):
    """An app that hands on a key, or a paste, when the one before has been seen through."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._handed_on = 0.0
        self._keys = 0
        self._under_way = 0

    @property
    def idle(self) -> float:
        """Seconds since the last key or paste."""
        return time.monotonic() - self._handed_on

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way and time.monotonic() - self._handed_on < PATIENCE:
            self._held.append(event)
            if len(self._held) == 1:
                self.set_timer(PATIENCE, self._give_up)
        elif self._held:
            self._held.append(event)
            await self._next()
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._handed_on = time.monotonic()
        self._keys += 1
        self._under_way = self._keys
        target: DOMNode = self.focused or self.screen
        await super().on_event(event)
        self._follow(target, self._under_way)

    def _follow(self, node: DOMNode | None, key: int) -> None:
        """Go behind the key through every queue it may bubble into, so as to come to the app after it."""
        while node is not None and node is not self:
            parent = node.parent
            if node.call_later(self._follow, parent, key):
                return
            node = parent  # this one is closing, and takes nothing any more
        # What the key's action asked of the app (a change of focus) stands in its queue now: go behind that as well.
        self.call_later(self.call_later, self._seen_through, key)

    async def _seen_through(self, key: int) -> None:
        if key != self._under_way:
            return
        screen = self.screen
        opening = isinstance(screen, ModalScreen) and screen.focused is None
        if self._held and opening and time.monotonic() - self._handed_on < PATIENCE:
            self.set_timer(SOON, lambda: self._seen_through(key))
            return
        await self._next()

    async def _next(self) -> None:
        self._under_way = 0
        if self._held:
            await self._hand_on(self._held.popleft())

    async def _give_up(self) -> None:
        if self._held and time.monotonic() - self._handed_on >= PATIENCE:
            await self._next()
        elif self._held:
            self.set_timer(PATIENCE, self._give_up)
