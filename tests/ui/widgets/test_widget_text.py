"""Nobody's words are markup, and nothing that steers a terminal gets out."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.filter import LineFilter
from textual.widgets import DataTable, Static

from desk.ui import themes
from desk.ui.themes import ThemedApp
from desk.ui.widgets import text

HOSTILE = [
    '"We was [sic] there"',
    "[/bold] and [@click=app.quit]here[/]",
    "[b]$q[/b] $HOME ${x}",
    "back\\slash \\[x] \\",
    "[link=file:///etc/passwd]x[/link]",
]


class Words(ThemedApp[None]):
    def __init__(self, words: str) -> None:
        super().__init__(themes.load())
        self.words = words

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), text.LastNet()]

    def compose(self) -> ComposeResult:
        yield Static(text.said(self.words, "bold $verified"), id="said")
        yield Static(text.assemble("who: ", (self.words, "$red")), id="assembled")
        yield Static(self.words, markup=False, id="raw")
        yield DataTable()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_column(text.cell(self.words))
        table.add_row(text.cell(self.words))
        text.notice(self, self.words, "warning", title=self.words)


def lines(app: App[None]) -> list[str]:
    return ["".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("words", HOSTILE)
async def test_people_s_words_are_shown_letter_for_letter(words: str) -> None:
    app = Words(words)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause()
        shown = lines(app)
        assert sum(words in line for line in shown) >= 5
        assert any(f"who: {words}" in line for line in shown)


async def test_what_reached_the_screen_uncleaned_is_shown_as_symbols() -> None:
    app = Words("a\x1b]52;c;eA==\x07b\u202ec\u200bd\x9be")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        shown = "".join(lines(app))
        assert not set(shown) & set("\x1b\x07\u202e\u200b\x9b")
        assert "a␛]52;c;eA==␇b␦c␦d␦e" in shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain", "plain"),
        ("“curly” ─ │ é 日本", "“curly” ─ │ é 日本"),
        ("👩\u200d💻 نمی\u200cخواهم", "👩\u200d💻 نمی\u200cخواهم"),
        ("a\x1bb", "a␛"),
        ("a\nb\tc", "a␊b"),
    ],
)
def test_the_last_net_touches_only_what_steers_a_terminal(words: str, shown: str) -> None:
    segments = [Segment(words, Style(bold=True))]
    caught = text.LastNet().apply(segments, Color(0, 0, 0))
    assert "".join(segment.text for segment in caught).startswith(shown)
    assert all(segment.style == Style(bold=True) for segment in caught)


def test_a_line_through_the_net_keeps_its_width() -> None:
    segments = [Segment("│a\x1b\u200bb"), Segment("│")]
    caught = text.LastNet().apply(segments, Color(0, 0, 0))
    assert cell_len("".join(segment.text for segment in caught)) == 4


@pytest.mark.parametrize(
    ("words", "width", "align", "column"),
    [
        ("20 d", 8, "right", "    20 d"),
        ("20 d", 8, "left", "20 d    "),
        ("national executive director", 8, "left", "nationa…"),
        ("日本語", 5, "left", "日本…"),
        ("日本語", 4, "left", "日 …"),
        ("x", 0, "left", ""),
    ],
)
def test_a_column_is_as_wide_as_it_is_said_to_be(words: str, width: int, align: str, column: str) -> None:
    fitted = text.fit(words, width, align)  # type: ignore[arg-type]
    assert fitted.plain == column
    assert fitted.cell_length == width


@pytest.mark.parametrize(
    ("left", "right", "width", "line"),
    [
        ("Talks resume", "expected", 24, "Talks resume    expected"),
        ("SAG-AFTRA contract expires", "scheduled", 20, "SAG-AFTRA… scheduled"),
        ("Talks resume", "", 14, "Talks resume  "),
        ("Talks", "scheduled", 5, "sche…"),
    ],
)
def test_what_stands_at_the_right_end_is_kept(left: str, right: str, width: int, line: str) -> None:
    shown = text.between(left, (right, text.DIM), width).plain
    assert shown == line
    assert cell_len(shown) == width


def test_long_words_are_wrapped_and_cut_with_a_sign() -> None:
    words = "We are not going to accept a deal that is not fair to our members"
    assert [line.plain for line in text.wrap(words, 24)] == [
        "We are not going to",
        "accept a deal that is",
        "not fair to our members",
    ]
    assert [line.plain for line in text.wrap(words, 24, 2)] == ["We are not going to", "accept a deal that is…"]
    assert [line.plain for line in text.wrap("", 24)] == [""]
    assert all(line.cell_length <= 10 for most in (1, 2, 3) for line in text.wrap(words, 10, most))


def test_what_matched_is_marked_where_it_stands() -> None:
    shown = text.marked("a fair deal", [(2, 6), (7, 40), (5, 5)], "bold")
    assert [(span.start, span.end) for span in shown.spans] == [(2, 6), (7, 11)]


def test_a_command_found_shows_its_words_and_explains_itself_without_markup() -> None:
    found = text.hit(0.5, "copy [sic]", lambda: None, "as [/bold] it is", letters=[0, 1])
    assert found.text == "copy [sic]"
    assert found.help is None
    assert str(found.match_display) == "copy [sic]\nas [/bold] it is"
