"""What Textual itself costs: an Input over a list of 200 rows that is replaced at every key. The yardstick, no more."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

ROWS = 200


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList(*self.rows(""))

    def rows(self, typed: str) -> list[Option]:
        return [
            Option(Content(f"{typed} row {number} of a list that is replaced at every key")) for number in range(ROWS)
        ]

    def on_input_changed(self, event: Input.Changed) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self.rows(event.value))


if __name__ == "__main__":
    Bare().run()
