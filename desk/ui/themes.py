"""Themes: colours only, one TOML file each, ours and the reporter's own. A broken file costs a notice, never the start."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from textual.app import App
from textual.color import Color, ColorParseError
from textual.reactive import Initialize, Reactive
from textual.theme import Theme

from desk import resources
from desk.model.errors import InputError
from desk.model.frozen import frozen

R = TypeVar("R")

DEFAULT = "newsroom-dark"

#: The desk's own variables, with the colours that a theme gets which does not say (on dark, on light).
#: In styles and TCSS they are `$verified`, `$red`, `$dim` …; each has a sign or a word beside it on screen.
STATUS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "dim": ("#949dac", "#5f6670"),
        "verified": ("#86c98a", "#27703a"),
        "report": ("#74c3c9", "#0f6b73"),
        "unverified": ("#c8b88a", "#6d5d1e"),
        "stale": ("#e09a5f", "#9c4a0c"),
        "disputed": ("#f0827f", "#b3261e"),
        "restricted": ("#dd8fc0", "#9a2c74"),
        "embargo": ("#b7a1f0", "#5f45b0"),
        "red": ("#f0827f", "#b3261e"),
        "amber": ("#e2b35c", "#87560a"),
        "green": ("#86c98a", "#27703a"),
        "due": ("#f2c46d", "#87560a"),
        "conflict": ("#e09a5f", "#9c4a0c"),
        "match": ("#ffd866", "#8f2f00"),
        "added": ("#86c98a", "#27703a"),
        "removed": ("#f0827f", "#b3261e"),
        "bar": ("#5d7da3", "#7c9cc4"),
    }
)
#: What Textual's own styles use and a system of ANSI colours does not bring along.
_ANSI_DETAILS = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "foreground-disabled": "ansi_bright_black",
    "surface-active": "ansi_default",
}
_BASE = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
)
_NEEDED = ("primary", "foreground", "background")
_TEXT_STYLES = ("none", "bold", "reverse", "bold reverse", "underline")


@frozen
class Themes:
    """The themes that can be used, by name, and one sentence a file for those that cannot."""

    themes: Mapping[str, Theme]
    titles: Mapping[str, str]
    broken: tuple[str, ...]

    @property
    def notice(self) -> str:
        """One text for all broken files; empty where there is none."""
        if not self.broken:
            return ""
        count = "A theme" if len(self.broken) == 1 else f"{len(self.broken)} themes"
        return f"{count} cannot be used.\n" + "\n".join(self.broken)


class ThemedApp(App[R]):
    """An app in the desk's themes instead of Textual's own, whose colours say nothing of the desk's states.

    It begins in the first of the `wanted` themes that there is. That is known before Textual reads any style, since a
    theme that is changed at the start has all of them read twice.
    """

    def __init__(self, found: Themes, *wanted: str) -> None:
        self.themes = found
        self._wanted = wanted
        super().__init__()

    def first_theme(self) -> str:
        """The name of the theme to begin in."""
        return pick(self.themes, *self._wanted)

    theme: Reactive[str] = Reactive(Initialize(first_theme))

    @property
    def available_themes(self) -> dict[str, Theme]:
        return dict(self.themes.themes) or super().available_themes

    @property
    def current_theme(self) -> Theme:
        # Asked for with every line that is drawn.
        return self.themes.themes.get(self.theme) or super().current_theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The desk's own variables, so that every `$name` of the desk is always known."""
        return {name: dark for name, (dark, _) in STATUS.items()}


def load(own: Path | None = None) -> Themes:
    """The themes that come with the desk and those in the reporter's folder `own`; of two with one name, the latter."""
    return _read_all([*resources.theme_files(), *_own_files(own)])


def first(own: Path | None, *wanted: str) -> Themes:
    """Only the theme that `pick` would choose of all, for the first paint; all of them where its file is broken."""
    files = [*resources.theme_files(), *_own_files(own)]
    name = next((name for name in (*wanted, DEFAULT) if any(file.stem == name for file in files)), "")
    found = _read_all(file for file in files if file.stem == name)
    return found if name in found.themes and not found.broken else _read_all(files)


def _read_all(files: Iterable[Path]) -> Themes:
    themes: dict[str, Theme] = {}
    titles: dict[str, str] = {}
    broken = []
    for file in files:
        try:
            theme, title = read(file.stem, file.read_text(encoding="utf-8"))
        except InputError as error:
            broken.append(f"{file.name}: {error}")
        except (OSError, UnicodeDecodeError) as error:
            broken.append(f"{file.name}: it cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})")
        else:
            themes[theme.name] = theme
            titles[theme.name] = title
    return Themes(MappingProxyType(themes), MappingProxyType(titles), tuple(broken))


def read(name: str, text: str) -> tuple[Theme, str]:
    """A theme and its title from TOML. Raises InputError that names what is wrong: a bad colour fails here, not later."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"it is not TOML ({error})") from None
    _only(data, ("title", "dark", "ansi", "base", "status", "details"), "")
    dark = _flag(data, "dark", True)
    ansi = _flag(data, "ansi", False)
    base = _colours(data, "base", _BASE)
    for needed in _NEEDED:
        if needed not in base:
            raise InputError(f"base.{needed} is missing")
    status = {key: (on_dark if dark else on_light) for key, (on_dark, on_light) in STATUS.items()}
    status |= _colours(data, "status", tuple(STATUS))
    theme = Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=base["primary"],
        secondary=base.get("secondary"),
        accent=base.get("accent"),
        foreground=base["foreground"],
        background=base["background"],
        surface=base.get("surface"),
        panel=base.get("panel"),
        success=base.get("success"),
        warning=base.get("warning"),
        error=base.get("error"),
    )
    missing = _ANSI_DETAILS if ansi else {}
    details = _colours(data, "details", (*theme.to_color_system().generate(), *missing))
    theme.variables = {**status, **missing, **details}
    title = data.get("title", name)
    return theme, title if isinstance(title, str) and title.strip() else name


def pick(themes: Themes, *wanted: str) -> str:
    """The first of the wanted themes that there is, else the default, else any."""
    return next((name for name in (*wanted, DEFAULT, *themes.themes) if name in themes.themes), "textual-dark")


def _own_files(own: Path | None) -> Iterable[Path]:
    try:
        return sorted(own.glob("*.toml")) if own is not None else ()
    except OSError:
        return ()


def _only(data: Mapping[str, Any], known: Iterable[str], section: str) -> None:
    known = tuple(known)
    for key in data:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            raise InputError(f"{section}{key} is not known" + (f"; did you mean {near[0]}?" if near else ""))


def _flag(data: Mapping[str, Any], key: str, default: bool) -> bool:
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise InputError(f"{key} must be true or false")
    return value


def _colours(data: Mapping[str, Any], section: str, known: tuple[str, ...]) -> dict[str, str]:
    table = data.get(section, {})
    if not isinstance(table, dict):
        raise InputError(f"{section} must be a section: [{section}]")
    _only(table, known, f"{section}.")
    for key, value in table.items():
        if key.endswith("-text-style"):
            if value not in _TEXT_STYLES:
                raise InputError(f"{section}.{key} must be one of: {', '.join(_TEXT_STYLES)}")
            continue
        try:
            Color.parse(value if isinstance(value, str) else "")
        except ColorParseError:
            raise InputError(f'{section}.{key}: "{value}" is not a colour; write it like "#7ab7f5"') from None
    return table
