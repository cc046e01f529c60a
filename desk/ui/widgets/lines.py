"""`Lines`: a few lines drawn for the width there is. For what stands still; a list is a `RowList`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]


class Lines(Widget):
    """Shows what `draw` gives for a width in cells, one line each."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Lines {
        height: auto;
        width: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, draw: Draw | None = None, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._draw: Draw = draw or (lambda _: ())

    def show(self, draw: Draw) -> None:
        """Draw something else."""
        self._draw = draw
        self.refresh(layout=self.styles.auto_dimensions)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As a widget's; what was drawn is drawn anew."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int) -> Sequence[Content]:
        """Drawn once: to be measured, and to be shown."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    _drawn: tuple[int, Sequence[Content]] | None = None
