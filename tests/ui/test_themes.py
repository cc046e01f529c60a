"""Themes: readable by measure, and a broken one costs a notice, never the start."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Static

from desk import resources
from desk.model.errors import InputError
from desk.ui import themes
from desk.ui.themes import ThemedApp

LOADED = themes.load()
COLOURED = [name for name, theme in LOADED.themes.items() if not theme.ansi]
GROUNDS = ("background", "surface", "panel", "block-cursor-background", "block-cursor-blurred-background")
#: A bar is a shape, not text, and is held to the contrast of shapes.
TEXTS = ("foreground", *(name for name in themes.STATUS if name != "bar"))

SMALL = """
dark = true
[base]
primary = "#7ab7f5"
foreground = "#dddddd"
background = "#111111"
"""


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


def variables(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def test_there_are_two_dark_themes_a_light_one_a_high_contrast_one_and_the_terminals_own() -> None:
    dark = {name for name in COLOURED if LOADED.themes[name].dark}
    assert LOADED.broken == ()
    assert len(dark - {"high-contrast"}) >= 2
    assert set(COLOURED) - dark
    assert {"high-contrast", "terminal", themes.DEFAULT} <= set(LOADED.themes)


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(name: str, ground: str) -> None:
    colours = variables(LOADED.themes[name])
    least = 7 if name == "high-contrast" else 4.5
    measured = {text: round(contrast(colours[text], colours[ground]), 2) for text in TEXTS}
    assert {text: ratio for text, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("name", COLOURED)
def test_the_focus_and_the_bar_can_be_seen(name: str) -> None:
    colours = variables(LOADED.themes[name])
    assert contrast(colours["border"], colours["background"]) >= 4.5
    assert contrast(colours["bar"], colours["background"]) >= 2.5
    assert contrast(colours["border"], colours["border-blurred"]) >= 1.5


@pytest.mark.parametrize("name", COLOURED)
def test_states_that_stand_side_by_side_differ_in_colour(name: str) -> None:
    theme = LOADED.themes[name]
    for group in (("red", "amber", "green"), ("verified", "report", "stale", "disputed", "restricted")):
        assert len({theme.variables[state] for state in group}) == len(group)


def test_the_terminals_own_theme_names_no_colour_but_the_terminals() -> None:
    theme = LOADED.themes["terminal"]
    assert theme.ansi
    colours = {name: value for name, value in theme.variables.items() if not name.endswith("-style")}
    assert all(value.startswith("ansi_") for value in colours.values())
    assert theme.primary.startswith("ansi_")


@pytest.mark.parametrize("file", resources.theme_files(), ids=lambda file: file.stem)
def test_each_theme_says_every_state_itself(file: Path) -> None:
    text = file.read_text()
    assert [name for name in themes.STATUS if f"\n{name} = " not in text] == []


def test_a_theme_that_leaves_states_out_gets_those_for_its_ground() -> None:
    dark, _ = themes.read("mine", SMALL)
    light, _ = themes.read("mine", SMALL.replace("true", "false"))
    assert dark.variables["verified"] == themes.STATUS["verified"][0]
    assert light.variables["verified"] == themes.STATUS["verified"][1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SMALL.replace("#7ab7f5", "blu"), 'base.primary: "blu" is not a colour'),
        (SMALL.replace('"#7ab7f5"', "5"), 'base.primary: "5" is not a colour'),
        (SMALL.replace("primary", "primray"), "base.primray is not known; did you mean primary?"),
        (SMALL.replace('foreground = "#dddddd"', ""), "base.foreground is missing"),
        (SMALL + '[status]\nverfied = "#ffffff"', "status.verfied is not known; did you mean verified?"),
        (SMALL + '[details]\nborder = "thick"', 'details.border: "thick" is not a colour'),
        (SMALL + '[details]\n"block-cursor-text-style" = "blink"', "block-cursor-text-style must be one of"),
        (SMALL.replace("true", '"yes"'), "dark must be true or false"),
        ("status = 1\n" + SMALL, "status must be a section"),
        ("dark = yes", "it is not TOML"),
        ("", "base.primary is missing"),
    ],
)
def test_what_is_wrong_in_a_theme_is_named(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        themes.read("mine", text)
    assert words in str(caught.value)


def test_themes_of_ones_own_are_added_and_may_take_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('title = "My own"\n' + SMALL)
    (tmp_path / "newsroom-dark.toml").write_text(SMALL)
    (tmp_path / "notes.txt").write_text("not a theme")
    loaded = themes.load(tmp_path)
    assert loaded.titles["mine"] == "My own"
    assert loaded.themes["newsroom-dark"].background == "#111111"
    assert loaded.notice == ""


def test_broken_themes_become_one_notice(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(SMALL.replace("#7ab7f5", "blu"))
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "good.toml").write_text(SMALL)
    loaded = themes.load(tmp_path)
    assert "good" in loaded.themes
    assert loaded.notice.startswith("2 themes cannot be used.\nbad.toml: ")
    assert "binary.toml: it cannot be read" in loaded.notice


def test_a_folder_that_is_not_there_holds_no_themes(tmp_path: Path) -> None:
    assert themes.load(tmp_path / "missing").broken == ()


class Small(ThemedApp[None]):
    CSS = "Static { color: $verified; background: $panel; border: round $border; }"

    def __init__(self) -> None:
        super().__init__(LOADED)

    def compose(self) -> ComposeResult:
        yield Static("words")


async def test_every_theme_can_be_switched_to_while_the_desk_runs() -> None:
    app = Small()
    async with app.run_test() as pilot:
        for name, theme in LOADED.themes.items():
            app.theme = name
            await pilot.pause()
            assert app.query_one(Static).styles.color == Color.parse(theme.variables["verified"])


async def test_only_the_desks_themes_are_offered() -> None:
    app = Small()
    async with app.run_test():
        assert set(app.available_themes) == set(LOADED.themes)


@pytest.mark.parametrize(
    ("wanted", "taken"), [(("gone", "newsroom-light"), "newsroom-light"), (("gone", ""), themes.DEFAULT)]
)
def test_a_theme_that_is_gone_gives_way_to_the_next(wanted: tuple[str, ...], taken: str) -> None:
    assert themes.pick(LOADED, *wanted) == taken


def test_only_the_theme_in_use_is_read_before_the_first_paint(tmp_path: Path) -> None:
    assert list(themes.first(None, "", "high-contrast").themes) == ["high-contrast"]
    assert list(themes.first(None, "gone", "gone too").themes) == [themes.DEFAULT]
    (tmp_path / "newsroom-dark.toml").write_text("no TOML", encoding="utf-8")
    broken = themes.first(tmp_path, "newsroom-dark")
    assert set(broken.themes) == set(LOADED.themes)
