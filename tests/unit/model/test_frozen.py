"""A value of the desk is set once, and is equal to another that says the same."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import ClassVar

import pytest

from desk.model.frozen import frozen


@frozen(kw_only=True)
class Said:
    """Words, by somebody."""

    words: str
    speakers: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("there are no words")


@frozen
class Spot:
    """A place in words, that has a name of its own where it is shown."""

    start: int
    end: int = 0
    NONE: ClassVar[int] = -1

    def __repr__(self) -> str:
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class AsPython:
    """The same as the standard library makes it."""

    start: int
    end: int = 0


def test_a_value_cannot_be_changed_and_says_which_part_was_to_be():
    said = Said(words="We won't accept that")
    with pytest.raises(FrozenInstanceError, match=r"Said\.words"):
        said.words = "We will accept that"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del said.words
    with pytest.raises(FrozenInstanceError):
        said.more = 1  # type: ignore[attr-defined]
    assert said.words == "We won't accept that"


def test_two_values_are_equal_when_all_that_is_compared_is():
    said = Said(words="no", speakers=("Ann Lee",), notes=["one"])
    assert said == Said(words="no", speakers=("Ann Lee",), notes=["another"])
    assert said != Said(words="no")
    assert Spot(1, 2) != AsPython(1, 2)
    assert len({Spot(1), Spot(1, 0), Spot(2)}) == 2


def test_what_is_missing_or_not_known_is_refused_as_python_refuses_it():
    with pytest.raises(TypeError, match="missing 1 required"):
        Spot()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Said("no")  # type: ignore[misc]
    with pytest.raises(ValueError, match="no words"):
        Said(words="")


def test_each_value_gets_a_list_of_its_own():
    one, other = Said(words="a"), Said(words="b")
    one.notes.append("x")
    assert other.notes == []


def test_a_value_shows_its_parts_but_those_left_out():
    assert repr(Said(words="no", notes=["private"])) == "Said(words='no', speakers=())"
    assert repr(Spot(1, 2)) == "1-2"


def test_the_tools_for_dataclasses_work_on_it():
    spot = Spot(1, 2)
    assert replace(spot, end=5) == Spot(1, 5)
    assert asdict(spot) == {"start": 1, "end": 2}
    assert [one.name for one in fields(Spot)] == ["start", "end"]
    assert not hasattr(spot, "__dict__")


@pytest.mark.parametrize("value", [Said(words="no", speakers=("Ann Lee",)), Spot(1, 2)])
def test_a_value_comes_back_whole_from_another_process(value: object):
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
