"""A few lines that are measured and shown from one drawing."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from desk.ui.widgets.lines import Lines


class Few(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.words = "Talks resume"
        self.drawn: list[int] = []

    def compose(self) -> ComposeResult:
        yield Lines(self.draw)

    def draw(self, width: int) -> list[Content]:
        self.drawn.append(width)
        return [Content(self.words), Content("second")]

    def text(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips()[:2])


async def test_they_are_drawn_once_for_a_width_and_anew_when_refreshed() -> None:
    app = Few()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        assert (app.text(), set(app.drawn)) == ("Talks resume\nsecond", {40})
        app.drawn.clear()
        app.words = "Talks wrap"
        app.query_one(Lines).refresh(layout=True)
        await pilot.pause()
        assert (app.text(), app.drawn) == ("Talks wrap\nsecond", [40])
        await pilot.resize_terminal(30, 6)
        await pilot.pause()
        assert app.drawn[-1] == 30
