"""Captions: SRT and WebVTT, with their voices however they are marked, and each line that rolls once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.model.frozen import frozen
from desk.model.text import one_line
from desk.prose.labels import Label, label_of, looks_like_a_name, seconds, weak_ones
from desk.prose.segments import Segment
from desk.prose.turns import NO_LABEL, NOBODY, ODD_LABEL, cleaned

_CLOCK = r"(?:(?:(\d{1,3}):)?(\d{1,2}):)(\d{2}(?:[.,]\d{1,3})?)"
ARROW = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}.*$", re.MULTILINE)
_INNER_TIME = re.compile(r"<\d[\d:.]*>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
#: What follows in its line is nobody's.
_VOICE_ENDS = re.compile(r"</v>(?=\s*[^\s<])")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|\{\\[^}]*\}")
_ALONE = re.compile(r"\(([^()]{2,60})\)$")
_DASH = re.compile(r"[-–—‐]\s*(?=\S)")
#: A file in which so many captions of a hundred say who speaks says it of each.
_OF_EACH = 80
_FEWEST = 4


@frozen
class _Line:
    """A line of a caption: its words, by whom where it says so (None: it does not), and whether it comes up new."""

    words: str
    label: Label | None = None
    new: bool = False


def captions(text: str, *, webvtt: bool) -> list[Segment]:
    """What is said in captions, a segment a voice of each."""
    found = list(ARROW.finditer(text))
    cues = []
    for at, cue in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        block = _block(text[cue.end() : end].removeprefix("\n"), last=at + 1 == len(found))
        cues.append((seconds(*cue.group(1, 2, 3)), block))
    # Captions made live show each line twice while the next one comes up: by times inside the lines, or plainly.
    timed = webvtt and _INNER_TIME.search(text) is not None
    rolling = timed or _rolls([block for _, block in cues])
    read = [(start, [line for raw in block for line in _lines(raw)]) for start, block in cues]
    labels = [line.label for _, lines in read for line in lines if line.label is not None]
    told = sum(any(line.label is not None for line in lines) for _, lines in read)
    weak = weak_ones(labels, told / max(1, len(read)))
    each = len(read) >= _FEWEST and told * 100 >= len(read) * _OF_EACH
    return list(cleaned(_voices(read, weak, rolling=rolling, timed=timed, each=each)))


def _block(raw: str, *, last: bool) -> list[str]:
    # A caption ends at the first empty line; what follows is the next one's number, name, or a note.
    block, _, after = raw.partition("\n\n")
    lines = block.split("\n")
    if not last and not after and lines[-1] == "" and lines[-2:-1] and lines[-2].strip().isdigit():
        lines = lines[:-2]  # no empty line between the captions: that is the next one's number
    return [line.strip() for line in lines if line.strip()]


def _rolls(blocks: Sequence[Sequence[str]]) -> bool:
    """Return True if most captions begin with a line of the one before."""
    pairs = list(pairwise(blocks))
    again = sum(bool(before and lines and lines[0] in before) for before, lines in pairs)
    return again >= 3 and again * 2 > len(pairs)


def _lines(raw: str) -> Iterator[_Line]:
    """A line of a caption, a piece for each voice in it."""
    new = _INNER_TIME.search(raw) is not None
    pieces = _VOICE.split(_VOICE_ENDS.sub("<v >", _INNER_TIME.sub("", raw)))
    for at in range(0, len(pieces), 2):
        words = one_line(html.unescape(_TAG.sub("", pieces[at])))
        label = Label(one_line(html.unescape(pieces[at - 1])), 0) if at else None
        if label is None:
            label, words = _label(words)
        if words or label is not None:
            yield _Line(words, label, new)


def _label(words: str) -> tuple[Label | None, str]:
    alone = _ALONE.match(words)
    if alone is not None and looks_like_a_name(alone[1]) and len(alone[1].split()) > 1 and not alone[1].isupper():
        return Label(one_line(alone[1]), 0), ""
    if (label := label_of(words)) is not None:
        return label, words[label.begin :]
    if words in ("-", "–", "—"):
        return None, ""
    if dash := _DASH.match(words):
        return Label("", 0), words[dash.end() :]
    return None, words


def _voices(
    read: Sequence[tuple[float, Sequence[_Line]]], weak: frozenset[str], *, rolling: bool, timed: bool, each: bool
) -> Iterator[Segment]:
    before: list[str] = []
    speaker = doubt = ""
    ended = False
    for start, lines in read:
        shown = [line.words for line in lines]
        if rolling:
            lines = [line for line in lines if (timed and line.new) or line.words not in before]
            before = shown or before
        if each and lines and lines[0].label is None:
            doubt = NO_LABEL
        elif ended and speaker and lines and lines[0].label is None:
            doubt = doubt or NO_LABEL
        ended = (lines[-1].words if lines else "").endswith((".", "?", "!", "…", "”", '"')) or (ended and not lines)
        said: list[str] = []
        for line in lines:
            if line.label is not None:
                if any(said):
                    yield _segment(said, start, speaker, doubt)
                said = []
                speaker = line.label.speaker
                doubt = (ODD_LABEL if speaker in weak else "") if speaker else NOBODY
            said.append(line.words)
        if any(said):
            yield _segment(said, start, speaker, doubt)


def _segment(said: Sequence[str], start: float, speaker: str, doubt: str) -> Segment:
    return Segment(" ".join(line for line in said if line), start, speaker, doubt)
