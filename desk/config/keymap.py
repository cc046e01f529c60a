"""The reporter's own keys, checked before anything is bound to them: the screen itself would take any nonsense."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from desk.config.lines import Problem
from desk.model.frozen import frozen

_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
_NAMED = frozenset(
    ["up", "down", "left", "right", "home", "end", "pageup", "pagedown"]
    + ["enter", "escape", "tab", "space", "backspace", "delete", "insert"]
    + [f"f{number}" for number in range(1, 25)]
)
#: Where the screen's name for a character is shorter than Unicode's.
_SHORT = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_LONG = {short: long for long, short in _SHORT.items()} | {"minus": "hyphen-minus", "full_stop": "full stop"}


@frozen
class ActionKeys:
    """An action that can be rebound: its id, its keys, where they work ("" everywhere, else a pane or screen), and
    what it does, in words.

    `meets` are other places that are on the screen with its own; where it is `alone`, nothing from everywhere works.
    """

    id: str
    keys: tuple[str, ...]
    scope: str = ""
    words: str = ""
    meets: tuple[str, ...] = ()
    alone: bool = False


def canonical(key: str) -> str:
    """A key under the name that the screen knows it by: `?` is `question_mark`. Raises ValueError in words."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    unknown = next((part for part in modifiers if part not in _MODIFIERS), None)
    if unknown is not None or not base.strip():
        raise ValueError(f'"{key}" is not a key; write it like "y", "f5", "pagedown" or "ctrl+r"')
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        raise ValueError(f'"{key}" is not sent by terminals; write "{base.upper()}"')
    if base not in _NAMED:
        base = _character(base, key)
    return "+".join((*sorted(set(modifiers), key=_MODIFIERS.index), base))


def check(
    wanted: Mapping[str, Any], actions: Iterable[ActionKeys] | None, line_of: Mapping[str, int]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The keys that the reporter set, by action, with what is wrong among them.

    A wrong entry is left out, so that its action keeps its own keys. Two actions may share a key only where they
    never meet, or where they share it already. With `actions` None only the keys themselves are checked.
    """
    known = None if actions is None else {action.id: action for action in actions}
    keys: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for action, value in wanted.items():
        try:
            if known is not None and action not in known:
                raise ValueError(f'there is no action "{action}"{nearest(action, known)}')
            keys[action] = _keys(value)
        except ValueError as error:
            problems.append(Problem(line_of.get(action, 0), f"keys: {error}"))
    if known is not None:
        while clash := _clash(keys, known):
            action, key, other = clash
            del keys[action]
            what = (
                f'keys: "{_as_written(key, wanted[action])}" for {action} is taken by {other}; {action} keeps its own'
            )
            problems.append(Problem(line_of.get(action, 0), what))
    return keys, problems


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "theme"?` for the nearest word that is known, or nothing."""
    # Imported once something is wrong.
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{found[0]}"?' if found else ""


def _keys(value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        raise ValueError('a key must be text, like "y", or a list, like ["y", "ctrl+y"]')
    return tuple(dict.fromkeys(canonical(key) for key in listed))


def _as_written(key: str, value: Any) -> str:
    """A key as the reporter wrote it: `?`, where the screen knows it by a name."""
    return next((one for one in ([value] if isinstance(value, str) else value) if canonical(one) == key), key)


def _clash(keys: Mapping[str, tuple[str, ...]], known: Mapping[str, ActionKeys]) -> tuple[str, str, str] | None:
    """The first action of the reporter's whose key is another's too, with the key and the other."""
    before = {action.id: _canonical_keys(action.keys) for action in known.values()}
    now = {**before, **keys}
    for action in reversed(list(keys)):
        for other, others in now.items():
            if other == action or not _meet(known[action], known[other]):
                continue
            for key in keys[action]:
                if key in others and not (key in before[action] and key in before[other]):
                    return action, key, other
    return None


def _canonical_keys(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(canonical(key) for key in keys)


def _meet(one: ActionKeys, other: ActionKeys) -> bool:
    if one.scope == other.scope or other.scope in one.meets or one.scope in other.meets:
        return True
    return (not one.scope and not other.alone) or (not other.scope and not one.alone)


def _character(base: str, key: str) -> str:
    """The screen's name of one character, given as itself or by name."""
    character = base
    if len(base) > 1:
        try:
            character = unicodedata.lookup(_LONG.get(base, base).replace("_", " "))
        except KeyError:
            raise ValueError(f'"{key}" is not a key{nearest(base, _NAMED)}') from None
    if not character.isprintable():
        raise ValueError(f'"{key}" is not a key')
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name or character)
