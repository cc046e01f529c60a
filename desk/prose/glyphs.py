"""Characters that a reader takes for quotation marks, or does not see at all, as data."""

from __future__ import annotations

import re

#: What stands for a quotation mark in some script, font or program, as the mark that is meant. One for one, so that
#: places stay. Each pair says which it stands in for.
_STANDS_FOR = {
    "“": "❝‟〝「『｢﹁﹃🙶⹂《⟪",
    "”": "❞〞〟」』｣﹂﹄🙷🙸ˮ》⟫",
    "„": "❠",
    '"': "＂″‶ʺ˝״〃",
    "‘": "❛ʻʽ‛",
    "’": "❜ʼ",
    "‚": "❟",
    "'": "＇′‵´ˊ",
    "‹": "❮",
    "›": "❯",
}
#: What text of one Windows code page becomes where it was read as another.
_MISREAD = dict(zip(b"\x82\x84\x85\x8b\x91\x92\x93\x94\x96\x97\x9b", "‚„…‹‘’“”–—›", strict=True))
GLYPHS: dict[int, str] = (
    {ord(glyph): mark for mark, glyphs in _STANDS_FOR.items() for glyph in glyphs}
    | _MISREAD
    | dict.fromkeys(map(ord, "\v\f\u2028\u2029"), "\n")
)
#: Characters that nobody sees: soft hyphens, zero widths, direction marks, controls, selectors of a glyph's variant.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x81\x83\x86-\x8a\x8c-\x90\x95\x98-\x9a\x9c-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
#: A word struck out by a stroke laid over each of its letters.
STRUCK_OVER = re.compile("(?:[^\\s\u0335-\u0338][\u0335-\u0338][ \u00a0]?)+")
