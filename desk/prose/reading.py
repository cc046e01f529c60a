"""What a reader sees of a draft: its paragraphs as plain text, with the way back to each place in the file. Pure.

Markup is gone from it, struck and hidden words are not in it, an entity is its character and a strange quotation mark
the usual one. Headings, captions, tables, lists, code and the values of front matter are text like any other.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desk.model.frozen import frozen
from desk.prose.glyphs import GLYPHS
from desk.prose.markup import Does, Markup, all_tags, markup

#: A line as long as this is a paragraph of its own: no editor that breaks lines breaks them so late.
_LONG_LINE = 120
_QUOTED = re.compile(r"[ ]{0,3}(?:>|&gt;)(?:[ ]{0,3}(?:>|&gt;))*[ \t]?")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+|[ ]{0,3}h[1-6]\.[ \t]+|[ ]{0,3}={2,6}[ \t]+(?=\S)")
_HEADING_END = re.compile(r"[ \t]+(?:#+|={2,6})[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣◦▪][ \t]+(?![-*][ \t]*[-*])|\d{1,3}[.)][ \t]+)(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+|-{2}|:{3,}[^\n]*)[ \t]*\Z")
#: A line that opens, or closes, a block quote in Org, Pandoc, AsciiDoc, reStructuredText; a paragraph that is one in Textile.
_QUOTE_FENCE = re.compile(
    r"\s*(?:\#\+begin_quote\b.*|:{3,}\s*(?:\{\s*\.)?(?:block|pull)?-?quote\b.*|\.\.\s+(?:pull-quote|epigraph)::.*)\s*\Z"
    r"|_{4,}\s*\Z",
    re.IGNORECASE,
)
_QUOTE_FENCE_END = re.compile(r"\s*(?:\#\+end_quote\b.*|:{3,}|_{4,})\s*\Z", re.IGNORECASE)
_TEXTILE_QUOTE = re.compile(r"bq\.[.:]?\S*[ \t]+")
_FENCE = re.compile(r"[ \t]{0,12}(?:`{3,}[^`\n]*|~{3,}[^~\n]*)\Z")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*\Z", re.DOTALL)
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\Z")
_CELL = re.compile(r"(?<!\\)\|")
_REFERENCE = re.compile(
    r"[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*"
    r"""(?:<[^<>\n]*>|\#|[^\s<>]*[/.#:][^\s<>]*)[ \t]*(?P<title>"[^\n]*"|'[^\n]*'|\([^\n]*\))?[ \t]*\Z"""
)
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]{1,100}\]:[ \t]*")
_FRONT = re.compile(r"(?:---|\+\+\+)[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"[ \t]*(?:-[ \t]+)?(?P<key>[\w.-]{1,60})[ \t]*[:=](?:[ \t]+|\Z)(?:[|>][-+]?[ \t]*\Z)?")
_WHOLE_VALUE = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'""")
_PULLED = frozenset("quote pullquote pull_quote pull-quote blockquote".split())
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "'", "»", ":")
_INDENT = re.compile(r"[ ]{2,}|\t|[\u3000\u2003]")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--.*?-->\s*)*<(?:!doctype|!--|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE | re.DOTALL
)
_PAGE_TAGS = frozenset("html body p div article section main h1 h2 h3 h4 blockquote ul ol table figure".split())
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@frozen
class Block:
    """A paragraph, heading, row or item of a list at [start, end). `group` numbers the block quote it stands in; 0: none."""

    start: int
    end: int
    group: int = 0

    @property
    def quoted(self) -> bool:
        """True if it stands in a block quote."""
        return bool(self.group)


@frozen
class Struck:
    """Words that are struck out in the draft: before which place they stood, and what they were."""

    at: int
    words: str


class Reading:
    """A text as a reader sees it, its paragraphs, and where in the file each of its characters stands.

    `hidden` are stretches of the file itself that no reader sees: remarks, struck words.
    """

    def __init__(self, source: str) -> None:
        writer = _Writer(source)
        writer.read()
        self.source = source
        self.text = "".join(writer.out)
        self.blocks: tuple[Block, ...] = tuple(writer.blocks)
        self.struck: tuple[Struck, ...] = tuple(writer.struck)
        self.hidden: tuple[tuple[int, int], ...] = tuple(writer.hidden)
        self._places = writer.places
        self._ends = writer.ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file a stretch of the text stands; half-open, both ways."""
        if not self._places:
            return 0, 0
        last = len(self._places) - 1
        if start >= end:
            at = self._places[min(start, last)] if start <= last else len(self.source)
            return at, at
        begin, final = self._places[min(start, last)], min(end - 1, last)
        return begin, max(begin, self._ends.get(final, self._places[final] + 1))

    @property
    def words(self) -> int:
        """How many words a reader sees."""
        return sum(any(character.isalnum() for character in word) for word in self.text.split())


@dataclass(slots=True)
class _Before:
    """What the line before was: by it is told whether the next begins a paragraph."""

    line: str = ""
    item: bool = False
    indented: bool = False
    fenced: bool = False
    parted: bool = True

    @property
    def long(self) -> bool:
        """True if it is a paragraph of its own."""
        return len(self.line) > _LONG_LINE

    @property
    def begins_by_indent(self) -> bool:
        """True if an indented line after it begins a paragraph."""
        return not self.indented and not self.item and self.line.rstrip().endswith(_SENTENCE_ENDS)

    def after(self, line: str, *, item: bool = False, indented: bool = False, fenced: bool = False) -> None:
        """The next line was read."""
        self.line, self.item, self.indented, self.fenced, self.parted = line, item, indented, fenced, False


class _Writer:
    """Writes what is seen, paragraph by paragraph."""

    def __init__(self, source: str) -> None:
        self.out: list[str] = []
        self.places = array("q")
        self.ends: dict[int, int] = {}
        self.blocks: list[Block] = []
        self.struck: list[Struck] = []
        self.hidden: list[tuple[int, int]] = []
        self._source = source
        self._edits: Sequence[Markup] = markup(source)
        self._next = 0
        self._at = 0
        self._size = 0
        self._begin = self._mark = 0
        self._group = self._groups = 0
        self._notes: list[tuple[int, int]] = []
        self._page = _is_page(source)
        self._in_paragraph = False
        #: Up to what a block quote goes on that a line or a tag opened: its closing, a blank line, a line not indented.
        self._until = ""

    def read(self) -> None:
        if self._page:
            self._write(0, len(self._source))
        else:
            self._lines()
        self._break(len(self._source))
        self._group = 0
        for start, end in self._notes:
            # A footnote is read where it stands on the page: below.
            self._at = start
            self._next = bisect_left(self._edits, start, key=lambda one: one.start)
            self._write(start, end)
            self._break(end)

    # Lines of Markdown and of plain text

    def _lines(self) -> None:
        source = self._source
        start, before = self._front(), _Before()
        while start < len(source):
            stop = source.find("\n", start)
            stop = len(source) if stop < 0 else stop
            if self._at > start:
                # A remark or a link that began on a line above ends in this one, or further down.
                if self._at < stop:
                    self._rest_of_line(self._at, stop, before)
            elif not source[start:stop].strip():
                self._break(start)
                self._until = "" if self._until == "blank" else self._until
                self._group, before = self._group if self._until else 0, _Before(fenced=before.fenced)
            else:
                self._line(start, stop, before)
            start = stop + 1

    def _line(self, start: int, stop: int, before: _Before) -> None:
        """A line with words in it, less what of it only says how it is laid out."""
        line = self._source[start:stop]
        if self._opens_or_closes(line, start, before):
            self._at = stop
            before.after(line, fenced=before.fenced)
            return
        quote = _TEXTILE_QUOTE.match(line) or _QUOTED.match(line)
        if quote and line.startswith("bq."):
            self._until = "blank"
        self._quoting(bool(quote or self._until), start, parted=before.parted and not self._until)
        begin = start + (quote.end() if quote else 0)
        rest = self._source[begin:stop]
        fence = bool(_FENCE.match(rest))
        if (defined := _REFERENCE.match(rest)) and defined["title"]:
            self._notes.append((begin + defined.start("title") + 1, begin + defined.end("title") - 1))
        if fence or not rest.strip() or defined or (not before.fenced and _is_rule(rest)):
            self._break(start)
            self._at = stop
            before.after("", fenced=before.fenced != fence)
            return
        lead = self._lead(rest, quoted=bool(quote))
        deeper = bool(_INDENT.match(rest))
        row, heading = bool(_ROW.match(rest)), bool(_HEADING.match(rest))
        if lead or row or before.long or (deeper and before.begins_by_indent):
            self._break(start)
        before.after(line, item=bool(lead) or before.item, indented=deeper, fenced=before.fenced)
        if row:
            self._row(begin, stop)
        elif heading:
            closing = _HEADING_END.search(self._source, begin, stop)
            self._write(begin + lead, closing.start() if closing else stop)
            self._at = max(self._at, stop)
            self._break(stop)
        else:
            self._rest_of_line(begin + lead, stop, before)

    def _opens_or_closes(self, line: str, at: int, before: _Before) -> bool:
        """Return True if a line only opens or closes a block quote."""
        if self._until == "indent" and not line.startswith((" ", "\t")):
            self._until = ""
        closes = self._until == "line" and bool(_QUOTE_FENCE_END.match(line))
        opens = not self._until and bool(_QUOTE_FENCE.match(line))
        if opens and line.startswith("_"):
            opens = before.line.casefold().startswith("[quote")
        if not (opens or closes):
            return False
        self._quoting(False, at, parted=False)
        self._until = "" if closes else "indent" if line.lstrip().startswith("..") else "line"
        return True

    def _rest_of_line(self, begin: int, stop: int, before: _Before) -> None:
        self._write(begin, stop)
        # The end of a line parts words.
        self._write(stop, min(stop + 1, len(self._source)))
        before.parted = False

    def _lead(self, rest: str, *, quoted: bool) -> int:
        """How much of a line only says what it is: a heading, an item of a list, a footnote."""
        for pattern in (_HEADING, _FOOTNOTE):
            if found := pattern.match(rest):
                return found.end()
        found = _ITEM.match(rest)
        # The dash under a block quote is that of its credit.
        return found.end() if found and not (quoted and "-" in found.group()) else 0

    def _quoting(self, quoted: bool, at: int, *, parted: bool) -> None:
        if quoted and (not self._group or parted):
            self._break(at)
            self._groups += 1
            self._group = self._groups
        elif not quoted and self._group:
            self._break(at)
            self._group = 0

    def _front(self) -> int:
        """The values of the front matter, a paragraph each; where the text begins."""
        found = _FRONT.match(self._source)
        if found is None:
            return 0
        at = self._source.index("\n") + 1
        lines = self._source[at : found.end()].splitlines(keepends=True)[:-1]
        for line in lines:
            field = _FIELD.match(line.rstrip("\n"))
            begin, end = at + (field.end() if field else 0), at + len(line.rstrip("\n"))
            if field or not line.startswith((" ", "\t")):
                self._group_after(at)
                self._break(at)
            if field and field["key"].casefold() in _PULLED:
                self._groups += 1
                self._group = self._groups
            # The marks around a whole value are the format's, not the reporter's.
            value = self._source[begin:end].rstrip()
            if _WHOLE_VALUE.fullmatch(value):
                begin, end = begin + 1, begin + len(value) - 1
            self._at = max(self._at, begin)
            self._write(begin, end)
            self._at = max(self._at, at + len(line))
            at += len(line)
        self._break(found.end())
        self._group = 0
        self._at = found.end()
        return found.end()

    def _group_after(self, at: int) -> None:
        if self._group:
            self._break(at)
            self._group = 0

    def _row(self, start: int, stop: int) -> None:
        """A row of a table, with a tab between its cells."""
        at = start
        for bar in [*_CELL.finditer(self._source, start, stop), None]:
            end = bar.start() if bar else stop
            if end > at:
                self._write(at, end)
            if bar:
                self._at = max(self._at, bar.end())
                self._put("\t", bar.start(), bar.end())
            at = bar.end() if bar else stop
        self._break(stop)

    # Writing

    def _write(self, start: int, stop: int) -> None:
        """What is seen of [start, stop) of the file."""
        at = max(start, self._at)
        edits = self._edits
        while self._next < len(edits) and edits[self._next].start < stop:
            one = edits[self._next]
            self._next += 1
            if one.start < at:
                continue
            self._copy(at, one.start)
            at = one.end
            self._at = at
            self._markup(one)
        if at < stop:
            self._copy(at, stop)
            at = stop
        self._at = max(self._at, at)

    def _markup(self, one: Markup) -> None:
        self._notes += one.apart
        match one.does:
            case Does.TEXT:
                if one.shown:
                    self._put(one.shown.translate(GLYPHS), one.start, one.end)
            case Does.HIDES:
                self.hidden.append((one.start, one.end))
            case Does.STRIKES:
                self.hidden.append((one.start, one.end))
                self.struck.append(Struck(self._size, _bare(self._source[one.start : one.end])))
            case Does.CELL:
                self._put("\t", one.start, one.end)
            case Does.BREAKS:
                self._in_paragraph = self._source[one.start : one.start + 3].casefold() in ("<p>", "<p ", "<li", "<td")
                self._break(one.start)
            case Does.CREDITS:
                if self._group:
                    self._break(one.start)
                    self._put("— ", one.start, one.end)
            case Does.QUOTES:
                self._break(one.start)
                self._groups += 1
                self._group, self._until = self._groups, "tag"
            case Does.ENDS_QUOTE:
                self._break(one.start)
                self._group, self._until = 0, ""

    def _copy(self, start: int, stop: int) -> None:
        if stop <= start:
            return
        if self._page and not self._in_paragraph:
            while blank := _BLANK_LINE.search(self._source, start, stop):
                self._put_piece(start, blank.start())
                self._break(blank.start())
                start = blank.end()
        self._put_piece(start, stop)

    def _put_piece(self, start: int, stop: int) -> None:
        piece = self._source[start:stop]
        if self._page:
            piece = piece.replace("\n", " ")
        if not piece.isascii() or "\v" in piece or "\f" in piece:
            piece = piece.translate(GLYPHS)
        self.out.append(piece)
        self.places.extend(range(start, stop))
        self._size += stop - start

    def _put(self, shown: str, start: int, end: int) -> None:
        """Text that stands for markup: all of it at the markup's own place."""
        for at in range(self._size, self._size + len(shown)):
            self.ends[at] = end
        self.out.append(shown)
        self.places.extend([start] * len(shown))
        self._size += len(shown)

    def _break(self, at: int) -> None:
        """End the paragraph, if one is begun."""
        text = "".join(self.out[self._mark :])
        if text.strip():
            left = len(text) - len(text.lstrip())
            begin = self._begin + left
            self.blocks.append(Block(begin, self._begin + len(text.rstrip()), self._group))
            self._put("\n\n", at, at)
        self._mark = len(self.out)
        self._begin = self._size


def _is_page(text: str) -> bool:
    """Return True if a text is HTML, in which the ends of lines mean nothing, and not text with some HTML in it."""
    if _PAGE.match(text[:4000]) is None:
        return False
    found = 0
    for name in all_tags(text[:20_000]):
        if name in _PAGE_TAGS:
            return True
        found += 1
    return bool(found) and text.lstrip().startswith("<") and not _BLANK_LINE.search(text.strip())


def _is_rule(rest: str) -> bool:
    """Return True if a line is drawn: under a heading, between parts, under the head of a table."""
    return bool(_RULE.match(rest)) or ("|" in rest and "-" in rest and bool(_ROW_RULE.match(rest)))


def _bare(raw: str) -> str:
    """Struck words without the marks that strike them."""
    words = re.sub(r"<[^<>]*>|\{(?:--|~~)|--\}|~>|~~|\[/?(?:s|del)\]|[\u0335-\u0338]", "", raw)
    return " ".join(words.strip("~ ").split())
