"""The config file: read with every mistake named and the rest applied, and written out with every key explained."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from desk.config import keymap, lines, values
from desk.config.keymap import ActionKeys, nearest
from desk.config.lines import Problem
from desk.config.settings import FIELDS, SECTIONS, Config, Labels
from desk.model.enums import GroundRule

#: Bytes; a config is some hundred lines.
_LARGEST = 256 * 1024
_TEMPLATES = "Copy formats of your own, by name. What stands in braces is filled in; marks and attribution stay text."
_TEMPLATE_EXAMPLE = ("plain", "{quote} {attribution}")
_KEYS = "Keys of your own, by action: one key, several in a list, or [] for none. ? in the desk shows what each does."


def load(
    path: Path | None,
    *,
    actions: Iterable[ActionKeys] | None = None,
    themes: Collection[str] | None = None,
    template_fields: Collection[str] = FIELDS,
) -> tuple[Config, tuple[Problem, ...]]:
    """The settings of the file at `path`, and what is wrong in it; never raises for what the file says.

    No path, or no such file, is no problem: the defaults. `actions`, `themes` and `template_fields` are what the desk
    knows; where one of the first two is None its names are not checked.
    """
    if path is None:
        return Config(), ()
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            return Config(), (Problem(0, f"{path} is too large for a config; no setting of it applies"),)
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return Config(), ()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Config(), (Problem(line, "this is not text in UTF-8; no setting of the file applies"),)
    except OSError as error:
        return Config(), (Problem(0, f"{path} cannot be read ({error.strerror}); no setting of it applies"),)
    return parse(text, actions=actions, themes=themes, template_fields=template_fields)


def parse(
    text: str,
    *,
    actions: Iterable[ActionKeys] | None = None,
    themes: Collection[str] | None = None,
    template_fields: Collection[str] = FIELDS,
) -> tuple[Config, tuple[Problem, ...]]:
    """As `load`, for text that is already read."""
    data, problems = lines.read(text)
    reading = _Reading(text, list(problems))
    sections = {name: reading.section(name, kind, data.pop(name, {})) for name, kind in SECTIONS.items()}
    sections["labels"] = reading.told_apart(sections["labels"])
    templates = reading.templates(data.pop("templates", {}), template_fields)
    keys = reading.keys(data.pop("keys", {}), actions)
    for name in data:
        reading.wrong((name,), f"there is no section [{name}]{nearest(name, [*SECTIONS, 'templates', 'keys'])}")
    config = Config(**sections, templates=MappingProxyType(templates), keys=MappingProxyType(keys))
    theme = config.screen.theme
    if themes is not None and theme not in themes:
        reading.wrong(("screen", "theme"), f'screen.theme: there is no theme "{theme}"{nearest(theme, themes)}')
        config = replace(config, screen=replace(config.screen, theme=Config().screen.theme))
    return config, tuple(sorted(reading.problems))


def default_text(actions: Iterable[ActionKeys] = ()) -> str:
    """A config file in which every key is explained and stands, commented out, at its default."""
    out = [
        "# The settings of the newsroom desk. Take away the # before a line to change it.",
        "# A mistake in here never keeps the desk from opening: it is named with its line, and the rest applies.",
    ]
    for name, kind in SECTIONS.items():
        out += ["", f"# {' '.join((kind.__doc__ or '').split())}", f"[{name}]"]
        for setting in fields(kind):
            out += [f"# {setting.metadata['words']}", f"#{setting.name} = {_toml(setting.default)}"]
    name, template = _TEMPLATE_EXAMPLE
    out += ["", f"# {_TEMPLATES}", f"# The fields: {', '.join(FIELDS)}.", "[templates]", f"#{name} = {_toml(template)}"]
    out += ["", f"# {_KEYS}", "[keys]"]
    for action in actions:
        out += [f"# {action.words}"] if action.words else []
        out += [f"#{_toml(action.id)} = {_toml(action.keys)}"]
    return "\n".join(out) + "\n"


class _Reading:
    """One file being read: its problems so far, and where they stand (looked for only once there is one)."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.problems = problems
        self._text = text
        self._where: Mapping[tuple[str, ...], int] | None = None

    def line(self, path: tuple[str, ...]) -> int:
        if self._where is None:
            self._where = lines.where(self._text)
        return next((self._where[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self._where), 0)

    def wrong(self, path: tuple[str, ...], what: str) -> None:
        self.problems.append(Problem(self.line(path), what))

    def section(self, name: str, kind: type[Any], table: Any) -> Any:
        settings = {setting.name: setting for setting in fields(kind)}
        given: dict[str, Any] = {}
        for key, value in self._table(name, table).items():
            if key not in settings:
                self.wrong((name, key), f"there is no setting {name}.{key}{nearest(key, settings)}")
                continue
            try:
                given[key] = settings[key].metadata["read"](value)
            except ValueError as error:
                self.wrong((name, key), f"{name}.{key} {error}")
        return kind(**given)

    def told_apart(self, labels: Labels) -> Labels:
        """The labels without those that another rule has as well: two rules under one word are one to who reads it."""
        usual = Labels()
        while True:
            called: dict[str, list[str]] = {}
            for rule in GroundRule:
                called.setdefault(" ".join(labels.of(rule).casefold().split()), []).append(rule.value)
            alike = next((rules for rules in called.values() if len(rules) > 1), None)
            if alike is None:
                return labels
            own = {name: getattr(usual, name) for name in alike if getattr(labels, name) != getattr(usual, name)}
            for name, label in own.items():
                others = " and ".join(f"labels.{other}" for other in alike if other != name)
                what = f"labels.{name} is the same as {others}, and the two could not be told apart; it stays"
                self.wrong(("labels", name), f'{what} "{label}"')
            labels = replace(labels, **own)

    def templates(self, table: Any, known: Collection[str]) -> dict[str, str]:
        given: dict[str, str] = {}
        for name, value in self._table("templates", table).items():
            try:
                given[name] = _template(value, known)
            except ValueError as error:
                self.wrong(("templates", name), f"templates.{name} {error}")
        return given

    def keys(self, table: Any, actions: Iterable[ActionKeys] | None) -> dict[str, tuple[str, ...]]:
        wanted = dict(_flat(self._table("keys", table)))
        if not wanted:
            return {}
        at = {".".join(path): self.line(("keys", *path)) for path in _paths(table)}
        keys, problems = keymap.check(wanted, actions, at)
        self.problems += problems
        return keys

    def _table(self, name: str, table: Any) -> dict[str, Any]:
        if isinstance(table, dict):
            return table
        self.wrong((name,), f"{name} must be a section: [{name}] on a line of its own")
        return {}


def _template(value: Any, known: Collection[str]) -> str:
    """A template whose braces name plain fields, so that nothing but the fields can ever be reached."""
    template = values.label(value)
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise ValueError(f"has a brace too many or too few ({error})") from None
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if spec or conversion or not name.isidentifier():
            raise ValueError(f'has "{{{name}}}"; a field is one word in braces')
        if name not in known:
            raise ValueError(f'has the unknown field "{{{name}}}"{nearest(name, known)}')
    return template


def _paths(table: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """The path of every key; an unquoted `quotes.copy` is a table in TOML, and means the same."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from ((key, *path) for path in _paths(value))
        else:
            yield (key,)


def _flat(table: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for path in _paths(table):
        value: Any = table
        for key in path:
            value = value[key]
        yield ".".join(path), value


def _toml(value: Any) -> str:
    """A default as TOML writes it. Its basic strings take the escapes of JSON."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    # Only `desk config` pays for the import.
    import json

    return json.dumps(value, ensure_ascii=False)
