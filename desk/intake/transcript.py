"""Transcripts as machines and agencies write them: SRT, WebVTT, or plain text with timecodes and speakers.

Anything that is text can be read; what has neither timecodes nor speakers is paragraphs. Nobody's words are changed,
only what stands around them (numbers of captions, timecodes, names before a colon) is set apart.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from desk.intake.sentences import paragraphs_of
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.text import clean, one_line


@frozen
class Segment:
    """What was said from one timecode on: seconds from the beginning (None where it has none), and by whom."""

    words: str
    start: float | None = None
    speaker: str = ""


@dataclass(frozen=True)
class Transcript:
    """The segments in order, and their words as one text in which a quote is found though captions cut it up."""

    segments: tuple[Segment, ...]

    @property
    def timed(self) -> bool:
        """Whether any segment has a timecode."""
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
    """A transcript in whichever of the three forms it is. Raises InputError where there are no words in it.

    With `spoken` False, names before a colon are taken for speakers only beside timecodes: a press release has lines
    such as "Contact: …" too.
    """
    text = clean(text).strip()
    if text.startswith("WEBVTT"):
        segments = _captions(text, webvtt=True)
    elif _ARROW.search(text):
        segments = _captions(text, webvtt=False)
    else:
        segments = _plain(text, spoken)
    kept = tuple(segment for segment in segments if segment.words)
    if not kept:
        raise InputError("there are no words in it", remedy="Choose the transcript itself, as SRT, VTT or plain text.")
    return Transcript(kept)


# SRT and WebVTT

_CLOCK = r"(?:(?:(\d{1,3}):)?(\d{1,2}):)(\d{2}(?:[.,]\d{1,3})?)"
_ARROW = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}.*$", re.MULTILINE)
_INNER_TIME = re.compile(r"<\d[\d:.]*>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|\{\\[^}]*\}")
_SHOUTED = re.compile(r"(?:>>+\s*)?([A-Z][A-Z.'’\- ]{2,40}):\s+(?=\S)")


def _captions(text: str, *, webvtt: bool) -> list[Segment]:
    # Captions made live show each line twice while the next one comes up, and tell so by times inside the lines.
    rolling = webvtt and _INNER_TIME.search(text) is not None
    segments: list[Segment] = []
    before: list[str] = []
    speaker = ""
    found = list(_ARROW.finditer(text))
    for at, cue in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        # A caption ends at the first empty line; what follows is the next one's number, name, or a note.
        block, _, after = text[cue.end() : end].removeprefix("\n").partition("\n\n")
        lines = block.split("\n")
        if at + 1 < len(found) and not after and lines[-1] == "" and lines[-2:-1] and lines[-2].strip().isdigit():
            lines = lines[:-2]  # no empty line between the captions: that is the next one's number
        lines = [line.strip() for line in lines if line.strip()]
        voice = next((match[1].strip() for line in lines if (match := _VOICE.search(line))), "")
        lines = [one_line(html.unescape(_TAG.sub("", _INNER_TIME.sub("", line)))) for line in lines]
        if rolling:
            new = [line for line in lines if line not in before]
            before = lines or before
            lines = new
        words = " ".join(line for line in lines if line)
        named = _SHOUTED.match(words)
        if named:
            words = words[named.end() :]
        if voice or named:
            speaker = one_line(voice or (named[1] if named else ""))
        elif words.startswith(">>"):
            speaker = ""
        words = words.removeprefix(">>").lstrip("> ") if words.startswith(">>") else words
        segments.append(Segment(words, _seconds(*cue.group(1, 2, 3)), speaker))
    return segments


def _seconds(hours: str | None, minutes: str | None, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds.replace(",", "."))


# Plain text

# Not a time of day: "5:00 p.m." begins a sentence, not a segment.
_STAMP = r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,2}):(?P<s>\d{2}(?:[.,]\d{1,3})?)(?::\d{2})?(?!\d)(?!\s*[aApP]\.?\s?[mM]\b)"
_NAME = r"(?P<name>[^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){0,4})"
_STAMP_FIRST = re.compile(rf"[\[(]?{_STAMP}[\])]?\s*[-–—]?\s*(?:{_NAME}\s*:\s*(?=\S|$)|:?\s*)")
_NAME_FIRST = re.compile(rf"{_NAME}\s*:?\s*[,\-–—]?\s*[\[(]?{_STAMP}[\])]?\s*:?\s*")
_NAME_ONLY = re.compile(rf"{_NAME}:(?:\s+|$)")


def _plain(text: str, spoken: bool) -> list[Segment]:
    lines = [line.strip() for line in text.split("\n")]
    timed = sum(_stamped(line) is not None for line in lines) >= 2
    named = (spoken or timed) and sum(_speaks(line) is not None for line in lines) >= 2
    if not timed and not named:
        return [Segment(one_line(paragraph)) for paragraph in paragraphs_of(text)]
    segments: list[Segment] = []
    for line in lines:
        last = segments[-1] if segments else Segment("")
        if timed and (match := _stamped(line)) is not None:
            name = one_line(match["name"] or "")
            # A stamp without a name in the midst of one person's words changes nothing of whose they are.
            speaker = name or last.speaker
            segments.append(Segment(one_line(line[match.end() :]), _seconds(*match.group("h", "m", "s")), speaker))
        elif named and (match := _speaks(line)) is not None:
            # A stamp on the line above is this speaker's.
            start = last.start if segments and not last.words else None
            segments.append(Segment(one_line(line[match.end() :]), start, one_line(match["name"])))
        elif line:
            joined = Segment(one_line(f"{last.words} {line}"), last.start, last.speaker)
            segments[-1:] = [joined]
    return segments


def _stamped(line: str) -> re.Match[str] | None:
    """A line that begins with a timecode, or with a name and a timecode."""
    match = _STAMP_FIRST.match(line)
    if match is not None:
        return match
    match = _NAME_FIRST.match(line)
    return match if match is not None and _looks_like_a_name(match["name"]) else None


def _speaks(line: str) -> re.Match[str] | None:
    """A line that begins with a name and a colon."""
    match = _NAME_ONLY.match(line)
    return match if match is not None and _looks_like_a_name(match["name"]) else None


def _looks_like_a_name(words: str) -> bool:
    return all(
        word[0].isupper() or word[0].isdigit() or word in ("de", "van", "von", "der", "la") for word in words.split()
    )
