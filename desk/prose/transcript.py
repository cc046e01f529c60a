"""Transcripts as machines and agencies write them: SRT, WebVTT, or plain text with timecodes and speakers.

Anything that is text can be read; what has neither timecodes nor speakers is paragraphs. Nobody's words are changed,
only what stands around them (numbers of captions, timecodes, names before a colon) is set apart.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from desk.model.errors import InputError
from desk.model.text import clean, one_line
from desk.prose.captions import ARROW, captions
from desk.prose.segments import Segment
from desk.prose.sentences import paragraphs_of
from desk.prose.turns import Turns, cleaned

__all__ = ["Segment", "Transcript", "hints_at_speakers", "parse", "spoken_in", "timecode"]


@dataclass(frozen=True)
class Transcript:
    """The segments in order, and their words as one text in which a quote is found though captions cut it up."""

    segments: tuple[Segment, ...]

    @property
    def timed(self) -> bool:
        """True if any segment has a timecode."""
        return any(segment.start is not None for segment in self.segments)

    @cached_property
    def text(self) -> str:
        """All words; a new paragraph where another speaks."""
        return "".join(self._pieces)

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        """Each segment's words with what parts it from the next."""
        pieces = []
        for at, segment in enumerate(self.segments):
            after = self.segments[at + 1] if at + 1 < len(self.segments) else None
            paragraph = not self.timed or (after is not None and after.speaker != segment.speaker)
            pieces.append(segment.words + ("" if after is None else "\n\n" if paragraph else " "))
        return tuple(pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate(map(len, self._pieces), initial=0))[:-1]

    def span(self, index: int) -> tuple[int, int]:
        """Where one segment's words stand in the text."""
        start = self._starts[index]
        return start, start + len(self.segments[index].words)

    @property
    def named(self) -> bool:
        """True if any segment has a speaker."""
        return any(segment.speaker for segment in self.segments)

    def doubts(self, start: int, end: int) -> tuple[str, ...]:
        """Why it is open who speaks in a stretch of the text, or what is said there."""
        found = (self.segments[index].doubt for index in self.indices(start, end))
        return tuple(dict.fromkeys(doubt for doubt in found if doubt))

    def indices(self, start: int, end: int) -> range:
        """The segments of which a stretch of the text (half-open) has a part."""
        if not self.segments:
            return range(0)
        first = max(0, bisect_right(self._starts, start) - 1)
        return range(first, max(first, bisect_right(self._starts, max(start, end - 1)) - 1) + 1)

    def locator(self, start: int, end: int) -> str:
        """Where a stretch of the text is: the timecode of the segment that it begins in, or of the last before it that
        has one; the number of its paragraph where nothing has.
        """
        if not self.timed:
            return f"¶{self.indices(start, end).start + 1}"
        for index in range(self.indices(start, end).start, -1, -1):
            if (at := self.segments[index].start) is not None:
                return timecode(at)
        return ""

    def speakers(self, start: int, end: int) -> tuple[str, ...]:
        """Whose words a stretch of the text has, as the transcript names them."""
        named = (self.segments[index].speaker for index in self.indices(start, end))
        return tuple(dict.fromkeys(name for name in named if name))


def timecode(seconds: float) -> str:
    """Seconds as hours, minutes, seconds: "00:12:31"."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def parse(text: str, *, spoken: bool = True) -> Transcript:
    """A transcript in whichever form it is. Raises InputError where there are no words in it.

    With `spoken` False, names before a colon are taken for speakers only beside timecodes: a press release has lines
    such as "Contact: …" too.
    """
    text = clean(text).strip("\n")
    segments = _captioned(text)
    if segments is None:
        segments = Turns(text).segments(spoken=spoken)
    if segments is None:
        segments = [Segment(one_line(paragraph)) for paragraph in paragraphs_of(text)]
    return _transcript(segments)


def spoken_in(text: str, *, quoted: bool) -> Transcript | None:
    """A text that is plainly a transcript, whatever is said of it; None where it may be prose.

    `quoted` says that there are quotations in it, so that a few lines with a name or an hour make it none.
    """
    text = clean(text).strip("\n")
    segments = _captioned(text)
    if segments is None:
        turns = Turns(text)
        segments = turns.segments(spoken=True) if turns.plain(quoted=quoted) else None
    kept = tuple(segment for segment in segments or () if segment.words)
    return Transcript(kept) if kept else None


def hints_at_speakers(text: str) -> bool:
    """Return True if anything in a text looks as if more than its one author spoke in it."""
    return Turns(text).hint()


def _transcript(segments: list[Segment]) -> Transcript:
    kept = tuple(segment for segment in segments if segment.words)
    if not kept:
        raise InputError("there are no words in it", remedy="Choose the transcript itself, as SRT, VTT or plain text.")
    return Transcript(kept)


def _captioned(text: str) -> list[Segment] | None:
    """The segments of a file that says of itself what it is; None for plain text."""
    if text.startswith("WEBVTT") or ARROW.search(text):
        return captions(text, webvtt=text.startswith("WEBVTT"))
    return _of_machine(text) if text.startswith("{") else None


def _of_machine(text: str) -> list[Segment] | None:
    """What whisper and whisper.cpp write as JSON."""
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    rows = read.get("segments") or read.get("transcription") if isinstance(read, dict) else None
    if not isinstance(rows, list) or not all(
        isinstance(row, dict) and isinstance(row.get("text"), str) for row in rows
    ):
        return None
    found = (Segment(one_line(row["text"]), _start(row), one_line(str(row.get("speaker") or ""))) for row in rows)
    return list(cleaned(found))


def _start(row: dict[str, Any]) -> float | None:
    start = row.get("start")
    if isinstance(start, (int, float)):
        return float(start)
    offsets = row.get("offsets")
    offset = offsets.get("from") if isinstance(offsets, dict) else None
    return offset / 1000 if isinstance(offset, (int, float)) else None
