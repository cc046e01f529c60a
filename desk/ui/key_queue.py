"""One key after the other: a key is handed on when all that the one before set off has come to rest.

A key goes to what has the focus and bubbles up to the app; its action may open a screen, move the focus or begin to
save, each some messages later. What was typed ahead (by fast fingers, over ssh, on a busy machine) would meanwhile land
in the wrong place. So keys wait in a queue, and the next is let go only when

- nothing is left to run: no message is under way, no screen is being put together, no focus is on its way;
- nobody on the way from the focus to the app is in the middle of something;
- no work is under way that this key's meaning hangs on (`waits_for`), such as saving what closes the form. What only
  takes long (a search that is loading, an import) holds nobody up.

There is no sleeping and no guessing in it, so it holds at any load; a key that comes alone goes on at once. (On a loop
that cannot be asked what it is about to run, the desk has to be calm for a moment instead.) Every wait has an end: what
holds one key up for `PATIENCE` holds the next ones up for `IMPATIENCE`, until there was rest again. Characters for one
and the same field are put in together, as they would stand there one by one.

A paste is marked by nearly every terminal. Where it is not, it comes as keys, in one read: `is_paste` tells.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.widgets import Input, TextArea

#: What never comes to rest (seconds) holds the keys up no longer than this: it is a fault, and the desk must be left.
PATIENCE = 20.0
#: How long it holds up each of the keys after the first, which would else take minutes to leave with.
IMPATIENCE = 1.0
#: How soon, in seconds, to look again whether the work is done that a key waits for.
SOON = 0.004
#: What comes after so long a pause (seconds) does not go on with what came before.
_PAUSE = 0.5
#: As many characters behind the last line that has a field are still fingers: the keys of what follows.
_FINGERS = 3

_LINE_ENDS = {"\r", "\n"}


class Holds(IntEnum):
    """What waits for work under way: nothing, the keys that are commands, or every key."""

    NOTHING = 0
    COMMANDS = 1
    KEYS = 2


@dataclass
class Typed(Message):
    """The keys of one read, all of them characters and line ends: several lines, in one go.

    `follows`: more came just before, without the pause that hands need between two things.
    """

    keys: Sequence[events.Key]
    follows: bool = False

    @property
    def text(self) -> str:
        """What they write."""
        return "".join(key.character or "" for key in self.keys).replace("\r\n", "\n").replace("\r", "\n")

    @property
    def has_line_feed(self) -> bool:
        """True where a line ends with a character that no Enter key sends: a text, for certain."""
        return any(key.character == "\n" for key in self.keys)


class KeysInOrder(App[int]):
    """An app that hands on a key, or a paste, when the one before has come to rest."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.InputEvent | events.Paste | Typed] = deque()
        self._handing_on: asyncio.Task[None] | None = None
        self._handed_on = 0.0
        self._patience = PATIENCE
        #: What was decided of the last burst: whether it was a paste.
        self._pasting = False

    @property
    def idle(self) -> float:
        """Seconds since the last key or paste."""
        return time.monotonic() - self._handed_on

    @property
    def typed_ahead(self) -> bool:
        """True while something that was typed waits to be handed on."""
        return bool(self._held)

    def waits_for(self, holds: Holds) -> bool:
        """True while something is under way for which keys of this kind have to wait."""
        return False

    # Coming in

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.InputEvent | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.MouseEvent) and not self._held:
            await super().on_event(event)  # the mouse shows where it means
        else:
            self._hold(event)

    def on_typed(self, event: Typed) -> None:
        """Several lines in one read. What is under way when they come is the burst that they belong to."""
        event.stop()
        event.follows = event.follows or bool(self._held)
        self._hold(event)

    def _hold(self, event: events.InputEvent | events.Paste | Typed) -> None:
        if not self._held and self.idle > _PAUSE:
            self._pasting = False
        self._held.append(event)
        if self._handing_on is None:
            self._handing_on = asyncio.create_task(self._hand_on_in_order(), name="keys in order")

    def on_unmount(self) -> None:
        if self._handing_on is not None:
            self._handing_on.cancel()

    # Going on

    async def _hand_on_in_order(self) -> None:
        try:
            while self._held:
                event = self._held[0]
                if not isinstance(event, events.MouseEvent):
                    await self._at_rest(event)
                self._held.popleft()
                if isinstance(event, Typed):
                    self._pasting = self.is_paste(event)
                    if self._pasting:
                        self._hand_on(events.Paste(event.text))
                    else:
                        self._held.extendleft(reversed(event.keys))
                elif isinstance(event, events.Key) and self._is_text(event):
                    self._type(event)
                else:
                    if isinstance(event, events.Key):
                        self._pasting = False
                    self._hand_on(event)
        finally:
            self._handing_on = None

    async def all_handed_on(self, seconds: float) -> None:
        """Return when all that was typed has been handed on and is at rest, at the latest after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._handing_on is not None:
                    await asyncio.sleep(SOON)
                await self._at_rest(events.Key("ignore", None))

    def _hand_on(self, event: events.Event) -> None:
        """Have it dispatched in the app's own turn."""
        self._handed_on = time.monotonic()
        event.set_sender(self)
        self.call_later(super().on_event, event)

    def _type(self, event: events.Key) -> None:
        """Put a character into the field that has the focus, with those that were typed right after it."""
        keys = [event]
        field: Any = self.focused
        whole = isinstance(field, TextArea) or not (field.restrict or field.max_length)
        while whole and self._held and isinstance(following := self._held[0], events.Key) and self._is_text(following):
            keys.append(following)
            self._held.popleft()
        if len(keys) == 1:
            self._hand_on(event)
            return
        self._handed_on = time.monotonic()
        words = "".join(key.character or "" for key in keys)
        if isinstance(field, TextArea):
            put = partial(field.replace, words, *field.selection, maintain_selection_offset=False)
        else:
            put = partial(field.replace, words, *sorted(field.selection))
        field.call_later(put)

    def _is_text(self, event: events.Key | events.Paste | Typed) -> bool:
        """True of a character, where the focus is in a field: whatever else it may mean elsewhere, it is typed."""
        field = self.focused if self.screen_stack else None  # none of them is left when the desk ends
        if isinstance(event, events.Key) and not event.is_printable:
            return False
        return isinstance(field, Input) or (isinstance(field, TextArea) and not field.read_only)

    # Coming to rest

    async def _at_rest(self, event: Any) -> None:
        """Return when nothing of what came before this is under way any more."""
        until = time.monotonic() + self._patience
        ready, calm = _ready(), 0
        while time.monotonic() < until:
            await asyncio.sleep(0)
            if ready:
                continue
            if self.waits_for(Holds.KEYS if self._is_text(event) else Holds.COMMANDS):
                calm = 0
                await asyncio.sleep(SOON)
                continue
            try:
                async with asyncio.timeout(until - time.monotonic()):
                    calm = calm + 1 if await self._nobody_busy() else 0
            except TimeoutError:
                break
            if calm > (_CALM if ready is None else 0):
                self._patience = PATIENCE
                return
            if ready is None:
                await asyncio.sleep(SOON)
        self._patience = IMPATIENCE

    async def _nobody_busy(self) -> bool:
        """Ask everybody between the focus and the app, each in turn; True if nothing else was done until all had answered."""
        node: Any = (self.focused or self.screen) if self.screen_stack else self
        asked = []
        while node is not None:
            answered = asyncio.Event()
            if node.call_later(answered.set):  # what is closing takes nothing any more
                asked.append(answered)
            node = node.parent
        turns = 0
        for answered in asked:
            while not answered.is_set():
                turns += 1
                if turns > _TURNS:
                    await answered.wait()
                else:
                    await asyncio.sleep(0)
        return turns <= _TURNS and not _ready()

    # A paste that is not marked

    def is_paste(self, typed: Typed) -> bool:
        """Return True if several lines that came in one read are a text, False if they are keys.

        - A line feed is sent by no Enter key: a text.
        - What follows on a burst is what the burst is: typed ahead from the desk on, it is keys to its end.
        - Lines that all find a field are keys: Enter goes to the next field, and in a field of several lines begins a
          new line. So nothing of it gets lost, and nothing leaves the form.
        - Lines that would go on behind the last field are a text: there letters are commands, and what was pasted from
          a page must not give any. It goes whole into the field, whose Enter is left to the reporter. A few characters
          there are fingers that were faster than the screen.
        - Where no field has the focus, they are keys; but on a screen that takes a paste as a whole they are one.
        """
        if typed.has_line_feed:
            return True
        if typed.follows:
            return self._pasting
        field = self.focused
        if not self._is_text(typed):
            return hasattr(self.screen, "on_paste")
        assert field is not None
        if isinstance(field, TextArea):
            return True
        chain = self.screen.focus_chain
        fields = 0
        for widget in chain[chain.index(field) + 1 :] if field in chain else ():
            if isinstance(widget, TextArea):
                return False
            if not isinstance(widget, Input):
                break
            fields += 1
        return len("".join(re.split("[\n\t]", typed.text)[fields + 1 :])) > _FINGERS


#: Turns of the loop in which a question among pumps that have nothing to do is answered.
_TURNS = 8
#: How often in a row, `SOON` apart, nobody may be busy on a loop that cannot be asked.
_CALM = 10


def _ready() -> Sequence[object] | None:
    """What the running loop is about to run. The standard library's loops have it, and nothing public tells it.

    None where the loop does not (uvloop).
    """
    ready: Sequence[object] | None = getattr(asyncio.get_running_loop(), "_ready", None)
    return ready
