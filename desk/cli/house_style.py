"""The newsroom's style, from the config."""

from __future__ import annotations

from desk.cli.context import Context
from desk.formats.copies.attribution import Guide, House
from desk.formats.copies.marks import Marks


def house_of(context: Context) -> House:
    """How what leaves is written."""
    style = context.config.style
    return House(today=context.today(), marks=Marks(style.marks), guide=Guide(style.guide))
