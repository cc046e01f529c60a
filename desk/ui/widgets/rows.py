"""`RowList`: the one list of the desk. It draws only the lines that are seen, so its length costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from desk.ui.widgets import places, text
from desk.ui.widgets.places import Heading, Height, Places

__all__ = ["Heading", "Height", "Render", "RowList"]

T = TypeVar("T")

#: A row's lines, drawn for a width in cells. What is longer is cut with an ellipsis.
Render = Callable[[T, int], Sequence[Content]]

_CACHED_ROWS = 512


class RowList(ScrollView, Generic[T], can_focus=True):
    """Rows of any kind `T`, each known by a key and drawn by a callable.

    `show` replaces the rows: the cursor stays on its key, and that key stays on its line of the screen. Posts
    `Highlighted` when another key comes under the cursor and `Chosen` for enter or a click on the row under it.
    """

    ALLOW_SELECT = False  # What leaves the desk goes through the gate, so text is not picked up with the mouse.

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Down", show=False, id="rows.down"),
        Binding("up,k", "step(-1)", "Up", show=False, id="rows.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="rows.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="rows.page_up"),
        Binding("home,g", "first", "First", show=False, id="rows.first"),
        Binding("end,G", "last", "Last", show=False, id="rows.last"),
        Binding("enter", "choose", "Open", show=False, id="rows.choose"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--row", "rows--cursor", "rows--mark", "rows--heading", "rows--empty"}

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        background: transparent;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        & > .rows--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        & > .rows--mark {
            color: $border-blurred;
        }
        & > .rows--heading {
            color: $dim;
            text-style: bold;
        }
        & > .rows--empty {
            color: $dim;
        }
        &:focus {
            & > .rows--cursor {
                color: $block-cursor-foreground;
                background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
            & > .rows--mark {
                color: $border;
            }
        }
    }
    """

    @dataclass
    class Highlighted(Message):
        """Another key is under the cursor; `key` and `row` are None where there is no row."""

        rows: RowList[Any]
        key: Hashable
        row: Any

        @property
        def control(self) -> RowList[Any]:
            return self.rows

    @dataclass
    class Chosen(Message):
        """The row under the cursor was opened."""

        rows: RowList[Any]
        key: Hashable
        row: Any

        @property
        def control(self) -> RowList[Any]:
            return self.rows

    def __init__(
        self,
        render: Render[T],
        key: Callable[[T], Hashable],
        *,
        height: Height[T] = 1,
        empty: str = "",
        one_click: bool = False,
        headed: bool = True,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        """`empty` is what stands there while there are no rows: it says what to press. With `one_click` a click chooses
        any row, not only the one under the cursor. Without `headed` there are no headings among the rows, so that a
        million of them need not be looked through for one.
        """
        super().__init__(id=id, classes=classes, disabled=disabled)
        self._draw = render
        self._key_of = key
        self._height = height
        self._empty = empty
        self._one_click = one_click
        self._headed = headed
        self._rows: Sequence[T | Heading] = ()
        self._cursor: int | None = None
        self._wanted: Hashable | None = None
        self._places = Places(0, 1)
        self._measured_for = -1
        self._clicked_open = False
        self.auto_links = False
        self._strips: dict[tuple[int, bool], list[Strip]] = {}

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[T | Heading]:
        """What `show` was given."""
        return self._rows

    @property
    def key(self) -> Hashable:
        """The key under the cursor, or None."""
        row = self.row
        return None if row is None else self._key_of(row)

    @property
    def row(self) -> T | None:
        """The row under the cursor, or None."""
        if self._cursor is None:
            return None
        row = self._rows[self._cursor]
        return None if isinstance(row, Heading) else row

    @property
    def cursor_region(self) -> Region:
        """Where on the screen the row under the cursor is; nowhere where there is none, or it is out of sight."""
        if self._cursor is None:
            return Region()
        inside = self.scrollable_content_region
        top = inside.y + self._places.top(self._cursor) - self.scroll_offset.y
        return Region(inside.x, top, inside.width, self._places.height(self._cursor)).intersection(inside)

    def show(self, rows: Sequence[T | Heading], *, keep: bool = True, empty: str | None = None) -> None:
        """Replace the rows. With `keep` the cursor stays on its key (or, that gone, about where it was) and the key on
        its line of the screen, but that a list at its top stays there, so that what is new is seen; without `keep` the
        list begins anew. `empty` replaces the text for no rows.
        """
        before, cursor = self.key, self._cursor
        line = self._places.top(cursor) - self.scroll_offset.y if cursor is not None else 0
        self._rows = rows
        if empty is not None:
            self._empty = empty
        self._measured_for = -1
        self._cursor = None
        self._measure()
        if keep and cursor is not None:
            self._cursor = places.follow(rows, self._key_of, before, cursor)
        else:
            self._cursor = places.selectable(rows, 0, 1)
        if not keep:
            self.scroll_to(y=0, animate=False)
        elif self.scroll_offset.y and self._cursor is not None and cursor is not None:
            self.scroll_to(y=self._places.top(self._cursor) - line, animate=False)
        self._into_view()
        self._draw_ahead()
        self.refresh(layout=self.styles.auto_dimensions)
        if self.key != before:
            self._tell()
        if self._wanted is not None:
            self.want(self._wanted)

    def want(self, key: Hashable) -> None:
        """Put the cursor on `key` now, or as soon as it is shown, unless the cursor is moved before that."""
        self._wanted = None if self.go_to(key) else key

    def redraw(self) -> None:
        """Draw the same rows again, after something that their drawing depends on has changed."""
        self._measured_for = -1
        self._measure()
        self.refresh(layout=self.styles.auto_dimensions)

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on `key`; False where no row has it."""
        index = places.find(self._rows, self._key_of, key)
        if index is not None:
            self._move(index)
        return index is not None

    # -- keys and mouse ------------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Move to the next row that can be selected, or stay at the end."""
        at = 0 if self._cursor is None else self._cursor + by
        self._move(places.selectable(self._rows, at, 1 if by > 0 else -1))

    def action_page(self, by: int) -> None:
        """Move by a screenful of lines."""
        if self._cursor is None:
            return self.action_step(1)
        height = max(1, self.scrollable_content_region.height - 1)
        line = min(max(0, self._places.top(self._cursor) + by * height), max(0, self.virtual_size.height - 1))
        at = self._places.index_at(line)
        found = places.selectable(self._rows, at, by)
        return self._move(places.selectable(self._rows, at, -by) if found is None else found)

    def action_first(self) -> None:
        """Move to the first row."""
        self._move(places.selectable(self._rows, 0, 1))
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Move to the last row."""
        self._move(places.selectable(self._rows, len(self._rows) - 1, -1))

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if (row := self.row) is not None:
            self.post_message(self.Chosen(self, self._key_of(row), row))

    def on_click(self, event: events.Click) -> None:
        line = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if not self._rows or line >= self.virtual_size.height:
            return
        index = self._places.index_at(line)
        if isinstance(self._rows[index], Heading):
            return
        under = index == self._cursor
        self._move(index)
        if event.chain == 1:
            self._clicked_open = False
        if (under or self._one_click) and not self._clicked_open:
            self._clicked_open = True  # a double click opens it once, whichever of the two did
            self.action_choose()

    # -- where rows are ------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Find each row's place, once for these rows at this width: the list's, less the cursor's mark at the left."""
        width = max(0, self.scrollable_content_region.width - 1)
        if width == self._measured_for:
            return
        self._measured_for = width
        self._strips.clear()
        # Before the first layout there is no width to ask rows about.
        self._places = (
            places.measure(self._rows, self._height, width, headed=self._headed)
            if width
            else Places(len(self._rows), 1)
        )
        self._take_room(Size(width + 1, self._places.total))

    def _take_room(self, room: Size) -> None:
        """Have so much to scroll through. Where the bar at the side stays, nothing on the screen has to move for it."""
        fixed = not self.styles.auto_dimensions and room.width == self.virtual_size.width
        if fixed and self.show_vertical_scrollbar and room.height > self.scrollable_content_region.height:
            self.set_reactive(RowList.virtual_size, room)
            self.vertical_scrollbar.window_virtual_size = room.height
            self.scroll_to(y=self.scroll_offset.y, animate=False)
        else:
            self.virtual_size = room

    def _move(self, index: int | None) -> None:
        self._wanted = None
        if index is not None and index != self._cursor:
            for changed in (self._cursor, index):
                if changed is not None:
                    self.refresh_lines(self._places.top(changed), self._places.height(changed))
            self._cursor = index
            self._tell()
        self._into_view()

    def _into_view(self) -> None:
        if self._cursor is None or not self.scrollable_content_region.height:
            return
        place = Region(0, self._places.top(self._cursor), 1, self._places.height(self._cursor))
        self.scroll_to_region(place, animate=False, force=True, x_axis=False)

    def _tell(self) -> None:
        self.post_message(self.Highlighted(self, self.key, self.row))

    # -- drawing -------------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """For `height: auto`: all lines, or those of the text for no rows."""
        if not self._rows:
            return len(text.wrap(self._empty, max(1, width - 2)))
        return places.measure(self._rows, self._height, max(0, width - 1), headed=self._headed).total

    def on_resize(self) -> None:
        """Rows drawn for another width are drawn again, and the cursor stays in sight."""
        self._measure()
        self._into_view()

    def notify_style_update(self) -> None:
        """A theme was switched, or a class or the focus changed."""
        self._strips.clear()
        self.refresh()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        self._measure()
        line = y + self.scroll_offset.y
        if not self._rows:
            return self._empty_line(y)
        if line >= self._places.total:
            return self._line(Content(""), self.get_visual_style("rows--row"))
        index = self._places.index_at(line)
        return self._strips_of(index)[line - self._places.top(index)]

    def _draw_ahead(self) -> None:
        """Draw the rows in sight before they are asked for, so that painting them holds the screen for less at a time."""
        if self._measured_for > 0 and self._rows:
            top = self.scroll_offset.y
            bottom = min(top + self.scrollable_content_region.height, self._places.total)
            for index in dict.fromkeys(self._places.index_at(line) for line in range(top, bottom)):
                self._strips_of(index)

    def _strips_of(self, index: int) -> list[Strip]:
        under = index == self._cursor
        found = self._strips.get((index, under))
        if found is None:
            if len(self._strips) >= _CACHED_ROWS:
                self._strips.clear()
            found = self._strips[index, under] = self._drawn(index, under)
        return found

    def _drawn(self, index: int, under: bool) -> list[Strip]:
        """A row's lines, as many as it takes, each of the whole width."""
        row, height = self._rows[index], self._places.height(index)
        if isinstance(row, Heading):
            words = row.words if isinstance(row.words, Content) else text.said(row.words)
            return [self._line(words, self.get_visual_style("rows--heading"))]
        lines = list(self._draw(row, self._measured_for))[:height]
        lines += [Content("")] * (height - len(lines))
        if not under:
            style = self.get_visual_style("rows--row")
            return [self._line(line, style) for line in lines]
        style = self.get_visual_style("rows--cursor")
        # A visual style leaves `reverse` out, so it is asked of the styles.
        if self.get_component_styles("rows--cursor").text_style.reverse:
            # In the terminal's own colours the bar is one inversion: a status colour inside would break it up.
            style += Style(reverse=True)
            lines = [line.without_spans for line in lines]
        mark = self.get_visual_style("rows--cursor", "rows--mark")
        return [self._line(line, style, mark) for line in lines]

    def _line(self, line: Content, style: Style, mark: Style | None = None) -> Strip:
        begin = Segment("▌", mark.rich_style) if mark else Segment(" ", style.rich_style)
        return Strip([begin, *text.strip(line, self._measured_for, style)], self._measured_for + 1)

    def _empty_line(self, y: int) -> Strip:
        lines = text.wrap(self._empty, max(1, self._measured_for - 1))
        line = lines[y] if self._empty and y < len(lines) else Content("")
        return self._line(line, self.get_visual_style("rows--empty"))
