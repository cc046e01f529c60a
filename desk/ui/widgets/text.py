"""The one place where people's text becomes something the screen can show. Nobody's words are ever markup.

Each kind of widget takes text in its own form; the functions here give the safe one. Styles are ours alone: names of
theme variables and attributes, as in `"bold $verified"`. They are looked up when a line is drawn, so that a change of
theme reaches everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual.app import App
from textual.color import Color
from textual.command import DiscoveryHit, Hit
from textual.content import Content, Span
from textual.filter import LineFilter
from textual.strip import Strip
from textual.style import Style

from desk.model.text import visible

DIM = "$dim"
BOLD = "bold"
MATCH = "bold $match"

Part = str | Content | tuple[str, str]
Severity = Literal["information", "warning", "error"]


def said(text: str, style: str = "") -> Content:
    """Text for `Static`, `Label`, `Button`, tooltips, tabs, options and border titles."""
    shown = visible(text)
    return Content(shown, [Span(0, len(shown), style)] if style and shown else None)


def assemble(*parts: Part) -> Content:
    """Pieces of text, each plain, with a style of ours, or made by this module, one after the other."""
    return Content.assemble(
        *(part if isinstance(part, Content) else said(part) if isinstance(part, str) else said(*part) for part in parts)
    )


def cell(text: str, style: str = "") -> Text:
    """Text for a cell or header of `DataTable` and a label of `Tree`; `style` is one of Rich's."""
    return Text(visible(text), style, no_wrap=True, end="")


def marked(text: str, spans: Iterable[tuple[int, int]], style: str = MATCH, base: str = "") -> Content:
    """Text with the characters of each span (start, end) in `style`: what a search matched, what a comparison found."""
    shown = said(text, base)
    length = len(shown)
    kept = ((max(0, start), min(end, length)) for start, end in spans)
    return shown.add_spans([Span(start, end, style) for start, end in kept if start < end])


def hit(score: float, text: str, command: Callable[[], Any], help: str = "", letters: Iterable[int] = ()) -> Hit:
    """One line found in the command palette; `letters` are the places of those that matched."""
    return Hit(score, _offer(marked(text, ((at, at + 1) for at in letters)), help), command, text=visible(text))


def offered(text: str, command: Callable[[], Any], help: str = "") -> DiscoveryHit:
    """One line of the command palette before anything is typed."""
    return DiscoveryHit(_offer(said(text), help), command, text=visible(text))


def notice(
    app: App[Any], text: str, severity: Severity = "information", *, title: str = "", seconds: float = 6
) -> None:
    """Tell the reporter something beside the work."""
    app.notify(visible(text), title=visible(title), severity=severity, timeout=seconds, markup=False)


def fit(part: Part, width: int, align: Literal["left", "right"] = "left") -> Content:
    """A column: exactly `width` cells of text, cut with an ellipsis or filled with spaces."""
    if width <= 0:
        return Content("")
    content = assemble(part).truncate(width, ellipsis=True)
    gap = width - content.cell_length
    return content.pad_left(gap) if align == "right" else content.pad_right(gap)


def between(left: Part, right: Part, width: int) -> Content:
    """One line with `right` at its right end; where both do not fit, `left` is cut first."""
    end = assemble(right).truncate(width, ellipsis=True)
    if not end:
        return fit(left, width)
    room = max(0, width - end.cell_length - 1)
    return Content.assemble(fit(left, room), " " if room else "", end)


def wrap(part: Part, width: int, most: int | None = None) -> list[Content]:
    """Text as lines of at most `width` cells, broken between words; of more than `most` the last is cut with "…"."""
    lines = assemble(part).wrap(max(1, width)) or [Content("")]
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    return [
        *lines[: most - 1],
        (last.truncate(max(0, width - 1)).rstrip() if last.cell_length >= width else last) + "…",
    ]


def strip(line: Content, width: int, style: Style) -> Strip:
    """One line as a widget that draws its own lines returns it: of exactly `width` cells, cut with an ellipsis."""
    if not line.plain.isprintable():
        line = line.first_line.expand_tabs()
    line = line.truncate(width, ellipsis=True)
    return Strip(line.render_segments(style), line.cell_length).extend_cell_length(width, style.rich_style)


class LastNet(LineFilter):
    """The last net under the screen: what steers a terminal and got this far is shown as a symbol instead.

    An app adds it after its own filters (`get_line_filters`). A line keeps its width, so nothing is pushed aside.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line as it may be printed."""
        plain = "".join([segment.text for segment in segments if not segment.control])
        if plain.isascii() and plain.isprintable():
            return segments
        if visible(plain) == plain and "\t" not in plain and "\n" not in plain:
            return segments
        shown = [
            segment if segment.control else Segment(_one_line(segment.text), segment.style) for segment in segments
        ]
        return Segment.adjust_line_length(shown, cell_len(plain), pad=False)


def _offer(shown: Content, help: str) -> Content:
    # The palette reads a hit's own help as markup, so the words of ours that explain it stand in its text.
    return assemble(shown, ("\n" + help, DIM)) if help else shown


def _one_line(text: str) -> str:
    return visible(text).replace("\n", "␊").replace("\t", "␉")
