"""The README's pictures, made by the program itself: `python -m tests.snapshots.pictures` writes them anew.

Each is the desk on the demo's first week of talks, its clock standing still, after the keys that are given.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desk.ui import themes
from tests.ui.opened import a_store, opened, press, settle, type_in

FOLDER = Path(__file__).with_name("readme")


@dataclass(frozen=True)
class Picture:
    """One picture: what is typed (a name of a key, or text in quotes), in which size and theme."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 40)
    theme: str = themes.DEFAULT


PICTURES = (
    Picture("desk"),
    Picture("search", ("slash", "'fair deel'")),
    Picture("log", ("l", "'SAG wraps early on:fri #session src:S1'")),
    Picture("verify", ("slash", "'fair deel'", "enter", "v")),
    Picture("changed", ("w", "y")),
    Picture("timeline", ("t",)),
    Picture("narrow", ("3",), size=(80, 24)),
    Picture("light", ("2",), theme="newsroom-light"),
)


async def draw(picture: Picture) -> None:
    with tempfile.TemporaryDirectory() as folder, a_store(Path(folder)) as store:
        async with opened(store, picture.size) as pilot:
            pilot.app.theme = picture.theme
            for key in picture.keys:
                if key.startswith("'"):
                    await type_in(pilot, key.strip("'"))
                else:
                    await press(pilot, key)
            await settle(pilot)
            svg = pilot.app.export_screenshot(title="desk", simplify=True)
    (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        asyncio.run(draw(picture))


if __name__ == "__main__":
    main()
