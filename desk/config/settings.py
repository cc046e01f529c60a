"""Every setting there is: its default, how its value is read, and the words that explain it.

These dataclasses are the one table from which the file is read and the commented default file is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, TypeVar

from desk.config import values
from desk.model.enums import GroundRule
from desk.model.frozen import frozen
from desk.model.quotes.groundrules import label

T = TypeVar("T")


def _setting(default: T, read: Callable[[Any], T], words: str) -> T:
    return field(default=default, metadata={"read": read, "words": words})


@frozen
class Reporter:
    """Who works at this desk. What the first start asks for is used where these are empty."""

    name: str = _setting("", values.text, "Your name, as it stands beside what you checked.")
    zone: str = _setting("", values.zone, 'Your time zone, such as "America/Los_Angeles"; empty: the machine\'s own.')


@frozen
class Time:
    """How times are shown back to you."""

    also_in: tuple[str, ...] = _setting(
        (), values.zones, 'Zones in which a time is echoed as well, such as ["America/New_York"].'
    )
    week_starts: str = _setting(
        "monday", values.one_of("monday", "sunday"), 'The day on which "next week" begins: "monday" or "sunday".'
    )


@frozen
class Style:
    """The newsroom's style for what is copied out."""

    marks: str = _setting(
        "us", values.one_of("us", "british"), 'Quotation marks: "us" (double outside) or "british" (single outside).'
    )
    guide: str = _setting(
        "ap", values.one_of("ap", "british"), 'Dates and times: "ap" (Feb. 14, 9 a.m.) or "british" (14 February, 9am).'
    )


@frozen
class Clipboard:
    """Where a copy goes."""

    command: tuple[str, ...] = _setting(
        (), values.command, 'A command of your own that takes the text on its standard input, such as "wl-copy".'
    )
    clear_after: int = _setting(
        45,
        values.whole(0, 3600),
        "Seconds after which a copy of a confidential source's words is cleared, if it is still there; 0: never.",
    )


@frozen
class Editor:
    """The editor for long text."""

    command: tuple[str, ...] = _setting((), values.command, "Empty: $VISUAL, then $EDITOR.")


@frozen
class Screen:
    """How the desk looks and listens."""

    theme: str = _setting(
        "newsroom-dark", values.label, "The theme at the start; one chosen in the palette is remembered instead."
    )
    poll: float = _setting(
        1.0, values.seconds(0.2, 60), "How often, in seconds, the desk looks for what another desk wrote in its file."
    )


@frozen
class Labels:
    """Your newsroom's own labels for the ground rules. What a quote's terms allow is kept beside the label."""

    on_record: str = _setting(label(GroundRule.ON_RECORD), values.label, "May be quoted, with the name.")
    background: str = _setting(
        label(GroundRule.BACKGROUND), values.label, "May be quoted, with the agreed attribution."
    )
    not_for_attribution: str = _setting(
        label(GroundRule.NOT_FOR_ATTRIBUTION), values.label, "May be used, without saying where it comes from."
    )
    deep_background: str = _setting(
        label(GroundRule.DEEP_BACKGROUND), values.label, "May be paraphrased, with no attribution."
    )
    off_record: str = _setting(label(GroundRule.OFF_RECORD), values.label, "May not leave the desk.")
    unknown: str = _setting(label(GroundRule.UNKNOWN), values.label, "Nothing was agreed yet, so nothing may leave.")

    def of(self, rule: GroundRule) -> str:
        """The newsroom's label for `rule`."""
        return str(getattr(self, rule.value))


#: What a template may name. There are no bare words among them: a quote leaves in its marks.
FIELDS = (
    "quote", "sentence", "attribution", "said", "name", "title", "party", "venue", "date", "source", "outlet", "url",
    "locator", "state", "stamp",
)  # fmt: skip


@frozen
class Config:
    """All settings. `templates` are copy formats by name; `keys` hold what the reporter rebound, by action."""

    reporter: Reporter = Reporter()
    time: Time = Time()
    style: Style = Style()
    clipboard: Clipboard = Clipboard()
    editor: Editor = Editor()
    screen: Screen = Screen()
    labels: Labels = Labels()
    templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


#: The sections whose keys are given; `templates` and `keys` take names of the reporter's or the desk's own.
SECTIONS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "reporter": Reporter,
        "time": Time,
        "style": Style,
        "clipboard": Clipboard,
        "editor": Editor,
        "screen": Screen,
        "labels": Labels,
    }
)
