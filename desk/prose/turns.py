"""Plain text in which people speak in turn: who, when, and their words, a segment a turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.prose.labels import (
    STAMP_FIRST,
    Label,
    addressed,
    bare_name,
    bare_question,
    duration,
    is_footer,
    is_only_a_note,
    is_plainly_a_name,
    label_of,
    name_and_stamp,
    seconds,
    spoken_words,
    weak_ones,
)
from desk.prose.segments import Segment

NO_LABEL = "The transcript does not say that the same speaker goes on there."
ODD_LABEL = "It is not sure that it is a speaker whom the transcript names there."
NOBODY = "Another may speak there whom the transcript does not name."

_NUMBERED_LINE = re.compile(r"[ \t]{0,4}\d{1,2}(?:[ \t]{2,}|[ \t]*$)")
_PAGE_NUMBER = re.compile(r"[ \t]*(?:page[ \t]+)?\d{1,4}[ \t]*$", re.IGNORECASE)
_LABEL_LIKE = re.compile(r"[^\s:][^:]{0,50}:(?:\s|$)|[-–—]\s|>>")
#: So many lines of a page have their number before a file is one of a court.
_NUMBERED_LINES = 4
#: So many of the lines of a transcript say who speaks, or when.
_OF_ITS_LINES = 0.3
#: A line that ends before so much of the longest, with a sentence, is one that was not wrapped.
_SHORT_LINE = 0.75


class Turns:
    """The lines of a text, and which of them say who speaks."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.paged = sum(_NUMBERED_LINE.match(line) is not None for line in lines) >= max(
            _NUMBERED_LINES, len(lines) // 2
        )
        if self.paged:
            lines = ["" if _PAGE_NUMBER.match(line) else _NUMBERED_LINE.sub("", line, count=1) for line in lines]
        self._numbers = any(_PAGE_NUMBER.match(line) or _NUMBERED_LINE.match(line) for line in lines if line.strip())
        self._lines = [line.strip() for line in lines]
        self._longest = max(map(len, self._lines), default=0)
        self._timed = [self._stamp(line) for line in self._lines]
        self._labels = [label_of(line) for line in self._lines]
        self.stamps = sum(one is not None for one in self._timed) + sum(
            duration(line) is not None for line in self._lines
        )
        self.named = [
            label
            for label, line in zip(self._labels, self._lines, strict=True)
            if label is not None
            and label.speaker
            and line[label.begin : label.begin + 1] not in ("“", '"', "‘", "«", "„")
        ]
        self.changes = sum(label is not None and not label.speaker for label in self._labels)
        self.addresses = sum(addressed(line) is not None for line in self._lines)

    @staticmethod
    def _stamp(line: str) -> Label | None:
        """A line that begins with a timecode, or with a name and a timecode."""
        if found := STAMP_FIRST.match(line):
            rest = line[found.end() :]
            inner = label_of(rest)
            start = seconds(*found.group("h", "m", "s"))
            if inner is None:
                return Label("", found.end(), start, strong=False)
            return replace(inner, begin=found.end() + inner.begin, start=start)
        return name_and_stamp(line)

    @property
    def _share(self) -> float:
        """How many of its lines say who speaks, or when."""
        told = self.stamps + len(self.named) + self.changes + self.addresses
        return told / max(1, sum(bool(line) for line in self._lines))

    def hint(self) -> bool:
        """Return True if anything in it looks as if somebody began to speak there, or as if it were pages of a record."""
        return bool(self.stamps or self.named or self.changes or self.addresses or self.paged or self._numbers)

    def plain(self, *, quoted: bool) -> bool:
        """Return True if it can hardly be anything but people speaking in turn; `quoted`, that there are quotation marks in it."""
        if self.addresses > 2 or (self.addresses > 1 and not quoted):
            return True
        if self.stamps + self.changes < 2 and len(self.named) < 2:
            return False
        speakers = [label.speaker for label in self.named]
        again = len(speakers) > len(set(speakers)) and not quoted
        return self._share >= _OF_ITS_LINES or (again and self._share >= _OF_ITS_LINES / 3)

    def segments(self, *, spoken: bool) -> list[Segment] | None:
        """The turns. None where there are none: neither two timecodes nor, where people speak, two names."""
        timed = self.stamps >= 2
        named = (spoken or timed) and len(self.named) + self.changes >= 2
        hearing = spoken and self.addresses >= 2
        if not timed and not named and not hearing:
            return None
        labels = [one for one in (*self._labels, *self._timed) if one is not None and one.speaker]
        self._weak = weak_ones(labels, self._share)
        return [segment for segment in cleaned(self._read(timed=timed, named=named, hearing=hearing)) if segment.words]

    def _read(self, *, timed: bool, named: bool, hearing: bool) -> Iterator[Segment]:
        current: Segment | None = None
        last_line = ""
        blank = False
        at = 0
        alone = self._names_alone() if timed else {}
        while at < len(self._lines):
            line, label, taken = self._lines[at], None, 1
            if not line or is_footer(line):
                blank, at = True, at + 1
                continue
            if self._timed[at] is None and is_only_a_note(line):
                at += 1  # nothing but a note: who goes on to speak is not said by it
                continue
            if timed:
                label, taken = self._timed_label(at, alone)
            if label is None and named:
                label = self._labels[at] or bare_question(line)
            if label is None and hearing:
                label = addressed(line)
            if label is not None:
                if current is not None and (current.words or label.start is not None):
                    yield current
                    start = label.start
                else:
                    # A stamp on the line above is this speaker's.
                    start = label.start if label.start is not None or current is None else current.start
                current = self._begun(label, start, line[label.begin :] if taken == 1 else "", current, last_line)
            elif current is None:
                current = Segment(line)
            elif blank and current.speaker and current.words:
                yield current
                current = Segment(line, None, current.speaker, NO_LABEL)
            else:
                doubt = current.doubt or (NO_LABEL if current.words and self._may_be_anothers(line, last_line) else "")
                current = Segment(f"{current.words} {line}".strip(), current.start, current.speaker, doubt)
            blank, last_line, at = False, line, at + taken
        if current is not None:
            yield current

    def _begun(self, label: Label, start: float | None, words: str, last: Segment | None, last_line: str) -> Segment:
        if label.speaker:
            return Segment(words, start, label.speaker, ODD_LABEL if label.speaker in self._weak else "")
        if label.strong:
            return Segment(words, start, "", NOBODY)
        # A stamp without a name in the midst of one person's words changes nothing of whose they are, most often.
        speaker = last.speaker if last is not None else ""
        ended = last is not None and speaker and last_line.endswith((".", "?", "!", "”", '"'))
        doubt = last.doubt if last is not None and last.doubt in (NOBODY, NO_LABEL) else ""
        return Segment(words, start, speaker, doubt or (NO_LABEL if ended else ""))

    def _timed_label(self, at: int, alone: dict[int, str]) -> tuple[Label | None, int]:
        """Who speaks by a line with a timecode, and how many lines that takes."""
        label = self._timed[at]
        if at in alone:
            start = label.start if label is not None else duration(self._lines[at + 1])
            return Label(alone[at], 0, start), 2
        return label, 1

    def _names_alone(self) -> dict[int, str]:
        """Lines whose speaker stands on a line alone, below the timecode or above it."""
        found: dict[int, str] = {}
        sure = 0
        for at in range(len(self._lines) - 1):
            label, line, following = self._timed[at], self._lines[at], self._lines[at + 1]
            if duration(following) is not None and (name := bare_name(line)):
                found[at], sure = name, sure + 2
            elif (
                (label is not None and not label.speaker and label.begin >= len(line))
                and self._labels[at + 1] is None
                and self._timed[at + 1] is None
                and (name := bare_name(following))
            ):
                found[at], sure = name, sure + (2 if is_plainly_a_name(following) else 1)
        return found if sure > 1 else {}

    def _may_be_anothers(self, line: str, last_line: str) -> bool:
        """Return True if a line without a name may begin another's words."""
        if _LABEL_LIKE.match(line):
            return True
        ended = last_line.endswith((".", "?", "!", "”", '"'))
        return ended and len(last_line) < _SHORT_LINE * self._longest


def cleaned(found: Iterable[Segment]) -> Iterator[Segment]:
    """Segments with nothing but what was said for their words, in doubt where that is."""
    for segment in found:
        words, doubt = spoken_words(segment.words)
        yield Segment(words, segment.start, segment.speaker, segment.doubt or doubt)
