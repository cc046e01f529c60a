"""What of a draft's text is markup and what it does: Markdown, HTML and the marks of editing, in one pass.

A library's syntax tree has no places inside of a line, and what is asked here is where each character that a reader
sees stands in the file. So this is a small reader of our own, which knows what may stand *inside of a sentence*; where
it is not sure that something is markup it is text, so that no words are passed over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum

from desk.model.frozen import frozen
from desk.prose.glyphs import STRUCK_OVER, UNSEEN


class Does(Enum):
    """What a piece of markup does to what is read."""

    TEXT = "stands for other text, or for none"
    HIDES = "nobody sees this"
    STRIKES = "it is struck out"
    BREAKS = "a paragraph ends"
    CELL = "the next cell of a table begins"
    QUOTES = "a block quote begins"
    ENDS_QUOTE = "a block quote ends"
    CREDITS = "whose a block quote is follows"


@frozen
class Markup:
    """Markup at [start, end), in whose place a reader sees `shown`. `apart` is where words of it stand that are read after
    the text: a footnote, what describes a picture.
    """

    start: int
    end: int
    does: Does = Does.TEXT
    shown: str = ""
    apart: tuple[tuple[int, int], ...] = ()


_BLOCKS = """
    address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noframes ol optgroup option p pre
    search section summary table tbody tfoot thead title tr ul
"""
_BLOCK_TAGS = frozenset(_BLOCKS.split())
_HIDDEN_TAGS = frozenset("script style template svg iframe object video audio canvas datalist math".split())
_STRUCK_TAGS = frozenset("del s strike".split())
_INLINE = """
    a abbr acronym applet area b base basefont bdi bdo big blink br button cite code col colgroup data dfn em embed font i
    img input ins kbd label link map mark meta meter nobr output param picture progress q rp rt ruby samp select noscript small
    source span strong sub sup td textarea th time track tt u var wbr ref gallery math
"""
_TAGS = _BLOCK_TAGS | _HIDDEN_TAGS | _STRUCK_TAGS | frozenset(_INLINE.split()) | {"blockquote"}
_BB = "b|i|u|s|del|em|strong|url|color|size|font|center|quote"

_WITH_ARGUMENTS = r"""(?:[\s/](?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'|["'](?=[^"'<>]{0,200}>)){0,2000})?"""
_DESTINATION = (
    r"\((?:[ \t\n]*(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]{0,200}\)){0,400}\)){0,2000})"
    r"""(?:[ \t\n]+(?:"[^"]{0,400}"|'[^']{0,400}'|“[^”]{0,400}”|\([^()]{0,400}\)))?[ \t\n]*"""
    r"|(?:https?:|mailto:|www\.|/|\#)[^()\n]{0,2000})\)"
)
_TOKEN = re.compile(
    r"(?P<comment><!--)"
    r"|(?P<declared><[!?][A-Za-z\[][^<>]{0,2000}>|\]\]>)"
    r"|(?P<sup><sup\b[^<>]{0,400}>(?:<a\b[^<>]{0,1000}>)?\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?\s*(?:</a>)?\s*</sup>)"
    rf"|(?P<tag>(?<!<)<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]{{0,15}}){_WITH_ARGUMENTS}>)"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]{1,2000})>"
    r"|(?P<entity>&(?:amp;){0,3}(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?)"
    r"|(?P<critic>\{(?:--|\+\+|~~|>>|==))"
    r"|(?P<wikiquote>\{\{\s*(?:[Bb]lock|[Pp]ull|[RrCc])?[ -]?[Qq]uote\w{0,20}\s*\|(?:\s*(?:text|quote|1)\s*=)?)"
    r"|(?P<short>\{\{[<%][^{}\n]{0,1000}[>%]\}\}|\[/?[a-z][\w-]{0,30}(?:\s+[\w-]{1,30}=\"[^\"\n]{0,400}\"){1,9}\s*/?\])"
    r"|(?P<liquid>\{%[^{}\n]{0,400}%\}|%%[^%\n]{1,2000}%%)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~]|(?=\n))"
    r"|(?P<org>\[\[[^\[\]\n]{1,1000}\]\[(?P<org_text>[^\[\]\n]{1,1000})\]\])"
    r"|(?P<wiki>\[\[(?:[^\[\]\n|]{0,400}\|)?(?P<wiki_text>[^\[\]\n|]{1,400})\]\])"
    rf"|(?P<bb>\[/?(?P<bb_name>{_BB})(?:=[^\]\n]{{0,1000}})?\])"
    r"|(?P<note>\^\[)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<grave>`+)"
    r"|(?P<strike>(?<!~)~{1,2}(?=[^\s~]))"
    r"|(?P<stars>\*{1,3})"
    r"|(?P<lines>_{1,3})"
    r"|(?P<marked>==(?=[^\s=])|(?<=[^\s=])==)"
    r"|(?P<notes>(?<=[^\W\d_])[¹²³⁰⁴-⁹]{1,3}(?!\w))"
    rf"|(?P<over>{STRUCK_OVER.pattern})"
    rf"|(?P<unseen>{UNSEEN.pattern})",
)
_DESTINATION_AFTER = re.compile(_DESTINATION)
_REFERENCE_AFTER = re.compile(r"[ ]?\[(?!\^)([^\[\]\n]{0,200})\]")
_ATTRIBUTES_AFTER = re.compile(r"\{[.#=:][^{}\n]{0,400}\}")
_ADDRESS_BEFORE = re.compile(r"(?:link:|https?://|mailto:)[^\s\[\]<>“”\"]{0,1000}\Z")
_ADDRESS_WITHIN = re.compile(r"(?:https?://|mailto:)[^\s\[\]]{1,1000}[ \t]+")
_ADDRESS_BEHIND = re.compile(r"\|(?:https?://|mailto:)[^\s\[\]|]{1,1000}\Z")
_DEFINED = re.compile(r"^[ ]{0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*\S", re.MULTILINE)
#: What of a tag hides or strikes: an attribute, or the style; not the words of another attribute.
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_HIDDEN = re.compile(r"\shidden(?=[\s=/>])", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[\w-]*\s*:\s*[^;\"']*line-through", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"""\s(?:alt|title|aria-label|content|summary|caption|quote|text|data-[\w-]{1,40})\s*=\s*"""
    r"""(?P<mark>["'])(?P<words>[^"']*\s(?:(?!(?P=mark)).)*)(?P=mark)""",
    re.IGNORECASE | re.DOTALL,
)
_QUOTE_TAG = re.compile(r"(?:\{%|\{\{[<%])-?\s*(?P<closes>/|end)?(?P<name>(?:block|pull)?-?quote)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
#: What stands in a link's address after it: the title.
_TITLE = re.compile(r"""\s["'(“](.*)["')”]\s*\)\Z""", re.DOTALL)
_UNIT = re.compile(r"(?:\b|\d)(?:[kcdmµ]?m|ft|in|mi)\Z")
_CRITIC = {"{--": "--}", "{++": "++}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}
#: Nothing inside of a sentence is longer; a remark or a hidden part of a page may be.
_LONGEST, _LONGEST_PART = 4_000, 200_000
#: Code of so many words is somebody's sentence between the only marks that were on the keyboard.
_SENTENCE = 4


def markup(text: str) -> list[Markup]:
    """Every piece of markup of a text in order. A piece may lie inside of one that hides it."""
    reader = _Markup(text)
    for found in _TOKEN.finditer(text):
        if found.start() >= reader.at:
            reader.token(found)
    return sorted(reader.found, key=lambda one: (one.start, -one.end))


class _Markup:
    """Goes through a text once. `at` is up to where it is dealt with."""

    def __init__(self, text: str) -> None:
        self.found: list[Markup] = []
        self.at = 0
        self._text = text
        self._open: list[tuple[int, str]] = []
        self._paragraph = 0
        self._quotes = 0
        self._bold = False
        self._stressed = 0
        self._missing: set[str] = set()
        self._bbs: set[str] = set()
        self._defined = {_label(one[1]) for one in _DEFINED.finditer(text)} if "]:" in text else set()

    def token(self, found: re.Match[str]) -> None:
        handle = {
            "comment": self._comment, "tag": self._tag, "entity": self._entity, "critic": self._critic,
            "escaped": self._escaped, "note": self._note, "open": self._opens, "close": self._closes,
            "grave": self._grave, "strike": self._strike, "stars": self._stars, "lines": self._lines, "bb": self._bb,
            "short": self._short, "liquid": self._short, "wikiquote": self._wikiquote, "org": self._named,
            "wiki": self._named, "notes": self._notes, "auto": self._auto,
        }.get(found.lastgroup or "", self._gone)  # fmt: skip
        handle(found)

    def _add(
        self,
        start: int,
        end: int,
        does: Does = Does.TEXT,
        shown: str = "",
        *,
        apart: tuple[tuple[int, int], ...] = (),
    ) -> None:
        if end > start:
            self.found.append(Markup(start, end, does, shown, apart))

    def _gone(self, found: re.Match[str]) -> None:
        kind = found.lastgroup
        does = Does.STRIKES if kind == "over" else Does.HIDES if kind == "liquid" else Does.TEXT
        self._add(found.start(), found.end(), does)

    def _end_of(self, end: str, start: int, longest: int = _LONGEST) -> int:
        """Where this stands next, or -1; what does not come any more is not looked for again."""
        if end in self._missing:
            return -1
        at = self._text.find(end, start)
        if at < 0:
            self._missing.add(end)
        return at if at - start <= longest else -1

    def _in_paragraph(self, end: str, start: int) -> int:
        at = self._end_of(end, start)
        return -1 if at < 0 or "\n\n" in self._text[start:at] else at

    def _comment(self, found: re.Match[str]) -> None:
        # One that is never closed hides nothing: rather read too much than too little.
        end = self._end_of("-->", found.end(), _LONGEST_PART)
        if end >= 0:
            self._hide(found.start(), end + 3)

    def _hide(self, start: int, end: int, does: Does = Does.HIDES) -> None:
        self._add(start, end, does)
        self.at = end

    def _tag(self, found: re.Match[str]) -> None:
        name, closes = found["name"].casefold(), bool(found["closing"])
        if name not in _TAGS and not (closes or "=" in found.group() or found.group().endswith("/>")):
            return  # a word between signs is text
        start, end = found.span()
        if not closes and not found.group().endswith("/>"):
            style = next(filter(None, styled.groups()), "") if (styled := _STYLE.search(found.group())) else ""
            struck = name in _STRUCK_TAGS or bool(_STRIKING.search(style))
            hidden = _HIDING.search(style) or _HIDDEN.search(_VALUE.sub("=", found.group()))
            if struck or hidden or name in _HIDDEN_TAGS:
                last = self._element(name, end)
                if last >= 0:
                    self._hide(start, last, Does.STRIKES if struck else Does.HIDES)
                    return
            if name == "ref" and (last := self._element(name, end)) >= 0:
                inner = (end, self._text.rfind("<", end, last))
                self._add(start, last, apart=(inner,))
                self.at = last
                return
        self._add(start, end, *self._does(name, closes=closes), apart=() if closes else self._described(start, end))

    def _described(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The words of a tag that a page, a search or a screen reader shows: what a picture is described by."""
        places = [one.span("words") for one in _DESCRIBES.finditer(self._text, start, end)]
        for place in places:
            for entity in _ENTITY.finditer(self._text, *place):
                self._entity(entity)
        return tuple(places)

    def _does(self, name: str, *, closes: bool) -> tuple[Does, str]:
        if name == "blockquote":
            return (Does.ENDS_QUOTE if closes else Does.QUOTES), ""
        if name in ("cite", "footer") and not closes:
            return Does.CREDITS, ""
        if name == "br":
            return Does.TEXT, "\n"
        if name in ("td", "th"):
            return (Does.CELL if closes else Does.TEXT), ""
        if name == "q":
            self._quotes = max(0, self._quotes + (-1 if closes else 1))
            outer = self._quotes == (0 if closes else 1)
            return Does.TEXT, ("”" if closes else "“") if outer else ("’" if closes else "‘")
        return (Does.BREAKS if name in _BLOCK_TAGS else Does.TEXT), ""

    def _element(self, name: str, start: int) -> int:
        """Behind the tag that closes an element opened before `start`, or -1."""
        tag = rf"<(/?){name}\b[^<>]{{0,2000}}>"
        depth = 1
        if tag in self._missing:
            return -1
        for one in re.finditer(tag, self._text[start : start + _LONGEST_PART], re.IGNORECASE):
            depth += -1 if one[1] else 1
            if not depth:
                return start + one.end()
        self._missing.add(tag)
        return -1

    def _entity(self, found: re.Match[str]) -> None:
        raw = found.group()
        # Escaped twice over it is still meant as the character.
        single = re.sub(r"^&(?:amp;)+(?=[#A-Za-z])", "&", raw)
        if not single.endswith(";") and not single.startswith("&#"):
            return
        character = html.unescape(single)
        if character != single:
            self._add(found.start(), found.end(), shown=character)

    def _critic(self, found: re.Match[str]) -> None:
        start, end = found.span()
        close = _CRITIC[found.group()]
        last = self._end_of(close, end)
        if last < 0:
            return
        if found.group() == "{--":
            self._hide(start, last + 3, Does.STRIKES)
        elif found.group() == "{>>":
            self._hide(start, last + 3)
        elif found.group() == "{~~":
            arrow = self._text.find("~>", end, last)
            if arrow >= 0:
                self._hide(start, arrow + 2, Does.STRIKES)
                self._add(last, last + 3)
        else:
            self._add(start, end)
            self._add(last, last + 3)

    def _escaped(self, found: re.Match[str]) -> None:
        self._add(found.start(), found.end(), shown=found["escaped"])
        self.at = found.end()

    def _short(self, found: re.Match[str]) -> None:
        """A template's tag: that of a quote is a block quote's; words of it without a name before them are text."""
        tag = found.group()
        if quote := _QUOTE_TAG.match(tag):
            closes = bool(quote["closes"])
            if closes or re.search(rf"[/d]{quote['name']}\b", self._text[found.end() : found.end() + _LONGEST]):
                self._add(*found.span(), Does.ENDS_QUOTE if closes else Does.QUOTES)
                return
        if tag.startswith("{{") and re.search(r"\s[\"'“][^\"]*\s", _VALUE.sub("=", tag)):
            return
        self._add(*found.span(), Does.HIDES, apart=self._described(*found.span()))

    def _wikiquote(self, found: re.Match[str]) -> None:
        end = self._end_of("}}", found.end())
        if end >= 0:
            bar = self._text.find("|", found.end(), end)
            self._add(*found.span(), Does.QUOTES)
            self._add(bar if bar >= 0 else end, end + 2, Does.ENDS_QUOTE)

    def _named(self, found: re.Match[str]) -> None:
        group = "org_text" if found["org"] else "wiki_text"
        self._add(found.start(), found.start(group))
        self._add(found.end(group), found.end())

    def _auto(self, found: re.Match[str]) -> None:
        self._add(found.start(), found.start() + 1)
        self._add(found.end() - 1, found.end())

    def _bb(self, found: re.Match[str]) -> None:
        start, end, name = found.start(), found.end(), found["bb_name"]
        if found.group().startswith("[/"):
            if name in self._bbs:
                self._add(start, end, Does.ENDS_QUOTE if name == "quote" else Does.TEXT)
            return
        self._bbs.add(name)
        last = self._end_of(f"[/{name}]", end)
        if last < 0:
            return
        if name in ("s", "del"):
            self._hide(start, last + len(name) + 3, Does.STRIKES)
        else:
            self._add(start, end, Does.QUOTES if name == "quote" else Does.TEXT)

    def _note(self, found: re.Match[str]) -> None:
        end = self._in_paragraph("]", found.end())
        if end >= 0:
            self._add(found.start(), end + 1, apart=((found.end(), end),))
            self.at = end + 1

    def _opens(self, found: re.Match[str]) -> None:
        # Brackets pair within their paragraph.
        if self._text.find("\n\n", self._paragraph, found.start()) >= 0:
            self._open.clear()
        self._paragraph = found.start()
        self._open.append((found.start(), found.group()))

    def _closes(self, found: re.Match[str]) -> None:
        if not self._open:
            return
        start, opener = self._open.pop()
        text, end = self._text, found.end()
        inside = start + (2 if opener == "![" else 1)
        inner = text[inside : end - 1]
        tail = self._tail(inner, end)
        titles: tuple[tuple[int, int], ...] = ()
        if tail and (titled := _TITLE.search(text[end:tail])) is not None:
            titles = ((end + titled.start(1), end + titled.end(1)),)
        if opener == "![" and tail:
            self._add(start, tail, apart=((inside, end - 1), *titles))
            self.at = titles[0][0] if titles else tail
        elif inner.isdigit() and len(inner) <= 3 and not text[start - 1 : start].isspace() and start and not tail > end:
            self._add(start, end)  # the number of a note
        elif inner.startswith("^"):
            if "\n" not in inner and not text.startswith(":", end):
                self._add(start, end)
        elif tail:
            self._add(start, inside)
            self._add(end - 1, tail, apart=titles)
            self.at = titles[0][0] if titles else tail
        elif address := _ADDRESS_WITHIN.match(inner):
            self._add(start, inside + address.end())
            self._add(end - 1, end)
        elif address := _ADDRESS_BEHIND.search(inner):
            self._add(start, inside)
            self._add(inside + address.start(), end)
        elif address := _ADDRESS_BEFORE.search(text, max(0, start - 1000), start):
            self._add(address.start(), inside)
            self._add(end - 1, end)

    def _tail(self, inner: str, end: int) -> int:
        """Behind what says where a link leads; 0 for brackets that are no link."""
        if found := _DESTINATION_AFTER.match(self._text, end):
            attributes = _ATTRIBUTES_AFTER.match(self._text, found.end())
            return attributes.end() if attributes else found.end()
        found = _REFERENCE_AFTER.match(self._text, end)
        # Without its definition it is a link that is still to be made; two brackets side by side are nothing else.
        beside = found is not None and (found.group()[0] == "[" or _label(found[1]) in self._defined)
        if found is not None and beside and "sic" not in (inner.casefold(), found[1].casefold()):
            return found.end()
        if found := _ATTRIBUTES_AFTER.match(self._text, end):
            return found.end()
        return end if _label(inner) in self._defined else 0

    def _grave(self, found: re.Match[str]) -> None:
        start, end = found.span()
        size = end - start
        if size >= 3:
            return
        before = self._text[start - 1 : start]
        if size == 2:
            opens = not self._text[end : end + 1].isspace() and not (before and (before.isalnum() or before in ".,!?…"))
            self._add(start, end, shown="“" if opens and end < len(self._text) else "”")
            return
        last = self._text.find("`", end, end + _LONGEST)
        inner = self._text[end:last] if last >= 0 else ""
        if last < 0 or "\n" in inner or re.search(r"['’](?=[\s.,;]|\Z)", inner):
            if self._text[end : end + 1].isalnum() and not before.isalnum():
                self._add(start, end, shown="‘")
            return
        quoted = len(inner.split()) >= _SENTENCE and not re.search(r"[“”\"«»„]", inner)
        marks = ("‘", "’") if quoted else ("", "")
        self._add(start, end, shown=marks[0])
        self._add(last, last + 1, shown=marks[1])
        self.at = last + 1

    def _strike(self, found: re.Match[str]) -> None:
        start, end = found.span()
        mark = found.group()
        last = self._in_paragraph(mark, end)
        alone = mark == "~~" or (not self._text[start - 1 : start].isalnum())
        if last < 0 or self._text[last - 1].isspace() or not alone:
            return
        after = self._text[last + len(mark) : last + len(mark) + 1]
        if mark == "~" and (after.isalnum() or after == "~"):
            return
        self._hide(start, last + len(mark), Does.STRIKES)

    def _stars(self, found: re.Match[str]) -> None:
        start, end = found.span()
        text = self._text
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if before.isalpha() and after.isalpha():
            # Inside of a word: only where there are two, since a censored word has them as well.
            if end - start == 2 and (self._bold or "**" in text[end:].split(maxsplit=1)[0]):
                self._bold = not self._bold
                self._stressed += self._bold
                self._add(start, end)
            return
        opens = not after.isspace() and not before.isalnum()
        closes = not before.isspace() and not after.isalnum()
        if opens:
            self._bold = True
            self._stressed += 1
        elif closes and self._stressed:
            # A star that nothing opened is one: of a footnote, or of a word that may not be printed.
            self._bold = False
            self._stressed = max(0, self._stressed - (2 if end - start == 3 else 1))
        else:
            return
        self._add(start, end)

    def _lines(self, found: re.Match[str]) -> None:
        start, end = found.span()
        before, after = self._text[start - 1 : start] or " ", self._text[end : end + 1] or " "
        opens = not after.isspace() and not before.isalnum()
        closes = not before.isspace() and not after.isalnum()
        if opens or closes:
            self._add(start, end)

    def _notes(self, found: re.Match[str]) -> None:
        if not _UNIT.search(self._text, max(0, found.start() - 4), found.start()):
            self._add(found.start(), found.end())


def _label(words: str) -> str:
    return " ".join(words.split()).casefold()


def all_tags(text: str) -> Iterator[str]:
    """The names of the tags of a text, for telling whether it is a page."""
    for found in _TOKEN.finditer(text):
        if found["tag"] and found["name"].casefold() in _TAGS:
            yield found["name"].casefold()
