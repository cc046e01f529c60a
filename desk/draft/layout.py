"""How a draft is laid out: what of it is no prose, its paragraphs, its Markdown block quotes. Places stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.model.frozen import frozen

#: A line as long as this is a paragraph of its own: no editor that breaks lines breaks them so late.
_LONG_LINE = 120
_PREFIX = re.compile(r"[ ]{0,3}>(?:[ ]{0,3}>)*[ \t]?")
_NEW = re.compile(r"[ ]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]+(?![-*]{2})|\d{1,3}[.)][ \t])")
_FRONT = re.compile(r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^[ ]{0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(
    r"</?[A-Za-z][^<>\n]{0,2000}>"  # a tag with its attributes
    r"|(?<!`)`(?!`)[^`\n]+`(?!`)"  # code
    r"|(?<=\])\([^()\n]{0,2000}\)"  # where a link leads
    r"|(?<=\])\[[^\[\]\n]{0,200}\]"
    r"|^[ ]{0,3}\[[^\]\n]{1,200}\]:[^\n]*$",
    re.MULTILINE | re.DOTALL,
)
_NOT_A_BREAK = re.compile(r"[^\n]")


@frozen
class Block:
    """A paragraph, heading or item of a list at [start, end); `quoted` says that it stands in a block quote."""

    start: int
    end: int
    quoted: bool = False


def prose(text: str) -> str:
    """The text with everything blanked that is none: code, tags, addresses of links, front matter, the marks of block
    quotes. Each character stays in its place.
    """
    if (front := _FRONT.match(text)) is not None:
        text = _blank(front) + text[front.end() :]
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(_blank, text)
    text = _NO_PROSE.sub(_blank, _without_remarks(text))
    return "".join(
        _blank(found) + line[found.end() :] if (found := _PREFIX.match(line)) else line for line in _lines(text)
    )


def _without_remarks(text: str) -> str:
    """The text with its comments blanked, each up to its end."""
    at = text.find("<!--")
    while at >= 0 and (end := text.find("-->", at)) >= 0:
        text = text[:at] + _NOT_A_BREAK.sub(" ", text[at : end + 3]) + text[end + 3 :]
        at = text.find("<!--", end)
    return text


def blocks(text: str, shown: str) -> list[Block]:
    """The paragraphs of a text, whose prose is `shown`, in order."""
    found: list[Block] = []
    begin, quoted, at, after_long = -1, False, 0, False
    for line in _lines(shown):
        size = len(line)
        blank = not line.strip()
        here = bool(_PREFIX.match(text, at, at + size))
        if begin >= 0 and (blank or here != quoted or after_long or _NEW.match(line)):
            found.append(_trimmed(shown, begin, at, quoted))
            begin = -1
        if begin < 0 and not blank:
            begin, quoted = at, here
        after_long = size > _LONG_LINE
        at += size
    if begin >= 0:
        found.append(_trimmed(shown, begin, at, quoted))
    return found


def block_quotes(text: str, found: list[Block]) -> Iterator[list[Block]]:
    """The paragraphs of each block quote; those with nothing but `>` between belong to one."""
    group: list[Block] = []
    for block in found:
        if group and (not block.quoted or _parted(text, group[-1].end, block.start)):
            yield group
            group = []
        if block.quoted:
            group.append(block)
    if group:
        yield group


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a line without a mark stands between two paragraphs of block quotes."""
    return any(not line.strip() for line in text[start:end].split("\n")[1:-1])


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _blank(found: re.Match[str]) -> str:
    return _NOT_A_BREAK.sub(" ", found.group())


def _trimmed(shown: str, start: int, end: int, quoted: bool) -> Block:
    inside = shown[start:end]
    left = len(inside) - len(inside.lstrip())
    return Block(start + left, start + len(inside.rstrip()), quoted)
