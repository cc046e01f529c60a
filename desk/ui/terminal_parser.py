"""What a terminal sends, read so that nothing in it can end the desk, and nothing but keys is a key.

Textual's parser takes what it does not know for keys, character by character: a late answer of the terminal, a function
key that it has not heard of or a page with colours in it, pasted on a pane, would be commands. Here

- a paste is one text to its end, whatever stands in it (terminals mark where it begins and ends: bracketed paste);
- a sequence (ECMA-48: CSI, SS3) that Textual does not know is passed over as a whole, as is one that is broken off;
- so are the strings that terminals answer with (OSC, DCS, APC);
- escape with a character is these two keys, in whatever haste they came, unless the two mean something together;
- a space that does not break, and what joins letters and signs, are characters like any other.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Collection, Generator, Iterable, Iterator

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

_ESCAPE = "\x1b"
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"

# A whole sequence; the mouse of old has three characters more, the function keys of the Linux console one.
_WHOLE = re.compile(r"\x1b(?:\[M.{3}|\[\[.|\[(?!M|\[)[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~])", re.S)
# What can still become one.
_BEGUN = re.compile(r"\x1b(?:\[(?:M.{0,2}|\[|[0-?]*[ -/]*)?|O[0-9;]*|[]P_])?", re.S)
# How a string of the terminal begins. What a person types with alt has no such second character.
_STRING = re.compile(r"\x1b(?:\][0-9]|P[0-9;<=>?!$+|]|_G)")
# What two of these mean together, to Textual and to the fingers; the rest of its table are signs of one keyboard.
_TOGETHER = frozenset({"\x1b\x7f", "\x1b\t", "\x1bf", "\x1bb"})
#: More of a sequence than this says nothing. A string is as long as it is: what is on the clipboard, for one.
_LONGEST = 31
#: What is not gone on with for so long (seconds) does not come to its end any more: of a sequence, of a paste.
_BROKEN_OFF, _PASTE_BROKEN_OFF = 0.5, 2.0
#: So many characters in one piece, right after a paste that was broken off, are the rest of it: the line had stalled.
_REST = 8
#: No mouse is so far out that a number of it has more digits.
_DIGITS = 5
# Spaces, joiners and other marks of format, and what has no category yet.
_WRITTEN = {"Zs", "Cf", "Co", "Cn"}
# Where a string ends, or is broken off.
_STRING_ENDS = re.compile(r"[\x00-\x1f\x9c]")


class Key(events.Key):
    """A key whose character is put into a field if it is one of a text.

    Python calls no-break spaces and joiners unprintable, and signs that are younger than its tables. Left out, words
    would be glued together.
    """

    @property
    def is_printable(self) -> bool:
        one = self.character
        return one is not None and (one.isprintable() or (len(one) == 1 and unicodedata.category(one) in _WRITTEN))


class TerminalParser(XTermParser):
    """Textual's parser, which never raises. What comes in may end anywhere, and be gone on with later."""

    def __init__(self, debug: bool = False, *, alt_keys: Collection[str] = ()) -> None:
        """`alt_keys` are those that do something, as in `alt+x`."""
        super().__init__(debug)
        self._alt_keys = alt_keys
        self._fed = 0.0
        #: What came of a sequence that is not whole yet.
        self._sequence = ""
        self._string = False
        self._string_ended = False
        #: What came of a paste, and the last of it that may be the beginning of its end; None outside of one.
        self._paste: list[str] | None = None
        self._paste_rest = ""
        self._paste_broken_off = False

    def feed(self, data: str) -> Iterable[Message]:
        """The events of what came."""
        self._fed = time.monotonic()
        if self._paste_broken_off and data:
            self._paste_broken_off = False
            if len(data) >= _REST or _PASTE_ENDS in data:
                self._paste = []
        while data:
            if self._paste is not None:
                data = yield from self._in_paste(data)
            elif self._string:
                data = self._in_string(data)
            elif self._sequence:
                yield from self._in_sequence(data[0])
                data = data[1:]
            else:
                plain, self._sequence, data = data.partition(_ESCAPE)
                if plain:
                    yield from super().feed(plain)

    def tick(self) -> Iterable[Message]:
        """The events of what waited for more, in vain."""
        silent = time.monotonic() - self._fed
        if self._paste is not None:
            if silent >= _PASTE_BROKEN_OFF:
                self._paste_broken_off = True
                yield self._pasted()
        elif self._string:
            if silent >= _BROKEN_OFF:
                self._string = False
        elif len(self._sequence) > 2:
            if silent >= _BROKEN_OFF:
                self._sequence = ""
        elif self._sequence and silent >= constants.ESCAPE_DELAY:
            sequence, self._sequence = self._sequence, ""
            yield from self._escape(sequence[1:])

    # A sequence

    def _in_sequence(self, char: str) -> Iterator[Message]:
        before, self._sequence = self._sequence, ""
        sequence = before + char
        ended, self._string_ended = self._string_ended, False
        if char == _ESCAPE:
            if len(before) <= 2:
                yield from self._escape(before[1:])
            self._sequence = char
        elif sequence == "\x1b\\" and ended:
            pass  # that was the end of the string
        elif sequence == _PASTE_BEGINS:
            self._paste = []
        elif _STRING.fullmatch(sequence):
            self._string = True
        elif _WHOLE.fullmatch(sequence) or (sequence in ANSI_SEQUENCES_KEYS and len(sequence) > 2):
            yield from self._known(sequence)
        elif _BEGUN.fullmatch(sequence):
            self._sequence = sequence if len(sequence) <= _LONGEST else sequence[:_LONGEST]
        elif len(before) == 1:
            yield from self._escape(char)
        elif len(before) == 2:  # nothing that begins so goes on so
            yield from self._escape(before[1])
            yield from super().feed(char)
        elif not " " <= char <= "~":  # what was before is broken off
            yield from super().feed(char)

    def _known(self, sequence: str) -> Iterator[Message]:
        """What a whole sequence means to Textual, which may be nothing."""
        yield from super().feed(sequence)
        if self._timeout_time is not None:  # it waits for more, and there is none
            self._timeout_time = None
            self._gen = self.parse(self._tokens.append)
            self._awaiting = next(self._gen)

    def _escape(self, char: str) -> Iterator[Message]:
        """Escape, and what came right after it."""
        alt = list(self._sequence_to_key_events(char, alt=True)) if char else []
        if any(event.key in self._alt_keys for event in alt):
            yield from alt
        elif _ESCAPE + char in _TOGETHER:
            yield from super().feed(_ESCAPE + char)
        else:
            yield events.Key("escape", _ESCAPE)
            if char:
                yield from super().feed(char)

    # A string

    def _in_string(self, data: str) -> str:
        """Pass over it; what comes behind it."""
        end = _STRING_ENDS.search(data)
        if end is None:
            return ""
        self._string, self._string_ended = False, end[0] == _ESCAPE
        return data[end.end() :] if end[0] in "\x07\x9c" else data[end.start() :]

    # A paste

    def _in_paste(self, data: str) -> Generator[Message, None, str]:
        """Take in what belongs to it; what comes behind it."""
        assert self._paste is not None
        text, mark, after = (self._paste_rest + data).partition(_PASTE_ENDS)
        if mark:
            self._paste.append(text)
            self._paste_rest = ""
            yield self._pasted()
            return after
        size = next((n for n in range(len(_PASTE_ENDS) - 1, 0, -1) if text.endswith(_PASTE_ENDS[:n])), 0)
        self._paste.append(text[: len(text) - size])
        self._paste_rest = text[len(text) - size :]
        return ""

    def _pasted(self) -> events.Paste:
        text = "".join(self._paste or ()) + self._paste_rest
        self._paste, self._paste_rest = None, ""
        return events.Paste(text.replace("\0", ""))

    # What must not raise

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            keys = super()._sequence_to_key_events(sequence, alt)
            return [Key(key.key, key.character) for key in keys if _may_stand(key.character)]
        except (ValueError, OverflowError):
            return ()  # it names a character that there is not

    def parse_mouse_code(self, code: str) -> Message | None:
        if any(len(number) > _DIGITS for number in re.findall(r"\d+", code)):
            return None
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None  # the terminal said that its window has no size


def _may_stand(character: str | None) -> bool:
    """True of what can be shown and kept; half of a surrogate pair cannot."""
    return not (character and any("\ud800" <= one <= "\udfff" for one in character))
