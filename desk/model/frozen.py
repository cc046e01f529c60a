"""`frozen`: how the desk's values are made, as `dataclass(frozen=True, slots=True)` makes them, in a tenth of the time.

Python 3.11 compiles six functions for each such class. A start of the desk makes some fifty classes, and compiling was an
eighth of the time to the first quote. Here one is compiled, `__init__`; the others are the same for all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C", bound=type)

#: Stands for what a field's factory makes.
_NEW: Any = object()


@overload
def frozen(cls: C, /) -> C: ...


@overload
def frozen(*, kw_only: bool = False) -> Callable[[C], C]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make a value of a class: its fields are set once, and two are equal when they are."""

    def made(given: type) -> type:
        new: type = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=kw_only)(given)
        compared = attrgetter(*(one.name for one in fields(new) if one.compare))

        def equal(self: object, other: object) -> bool:
            return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

        methods = {
            "__init__": _init(new),
            "__eq__": equal,
            "__hash__": lambda self: hash(compared(self)),
            "__repr__": _shown,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__getstate__": _state,
            "__setstate__": _set_state,
        }
        for name, function in methods.items():
            if name not in given.__dict__:
                setattr(new, name, function)
        return new

    return made if cls is None else made(cls)


def _init(made: type) -> Any:
    """Its `__init__`, which fills each slot."""
    known: dict[str, Any] = {"_new": _NEW}
    given: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for one in fields(made):
        if not one.init:
            continue
        known[f"_set_{one.name}"] = getattr(made, one.name).__set__
        default = value = ""
        if one.default is not MISSING:
            known[f"_default_{one.name}"] = one.default
            default = f"=_default_{one.name}"
        elif one.default_factory is not MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            default, value = "=_new", f"_make_{one.name}() if {one.name} is _new else "
        (named if one.kw_only else given).append(one.name + default)
        body.append(f" _set_{one.name}(self, {value}{one.name})")
    if hasattr(made, "__post_init__"):
        body.append(" self.__post_init__()")
    arguments = ", ".join(["self", *given, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({arguments}):", *(body or [" pass"])]), known)
    return known["__init__"]


def _shown(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({told})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for one, kept in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, kept)
