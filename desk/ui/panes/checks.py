"""Checks `4`: the checklist of the story in work, red first, and how much of it is green."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from desk.app.session import Chosen
from desk.app.views.checks import ChecksView, read_checks
from desk.model.enums import Mark, plain
from desk.model.records import Check, Story
from desk.ui import keys
from desk.ui.panes.base import DeskPane
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.rows import RowList

#: Sign and colour of each mark; the word stands in the footer and in the help.
MARK_SIGNS: Mapping[Mark, tuple[str, str]] = {
    Mark.RED: ("■", "$red"),
    Mark.AMBER: ("▲", "$amber"),
    Mark.GREEN: ("✔", "$green"),
    Mark.N_A: ("–", text.DIM),
}


class ChecksPane(DeskPane[ChecksView]):
    """One check a line; what it is about at the right."""

    SCOPE = "checks"
    NUMBER = "4"
    NAME = "Checks"
    TABLES = frozenset({"story", "story_check", "check_mark", "source"})
    FOLLOWS = frozenset({Chosen.STORY})
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("checks")

    def compose(self) -> ComposeResult:
        yield RowList[Check](self._draw, lambda check: check.id, empty="", id="checks-rows")

    @property
    def rows(self) -> RowList[Check]:
        """Its list."""
        return self.query_one("#checks-rows", RowList)

    def first_focus(self) -> Widget:
        return self.rows

    # Showing

    def read(self) -> ChecksView:
        return read_checks(self.session.store, self.session.story_id, self.session.turned)

    def show(self, view: ChecksView) -> None:
        self.session.story_id = view.story.id if view.story else None
        self.subject = view.story.slug if view.story else ""
        self.count = f"{view.count(Mark.GREEN)} of {len(view.checks)}" if view.story else ""
        self.rows.show(view.checks, empty=self._empty(view))

    def _empty(self, view: ChecksView) -> str:
        if view.story is not None and self.session.turned is not None:
            return "Nothing stood on the checklist by then."
        if view.story is not None:
            return f"Nothing to check yet. {self.desk.key_of('checks.add')} adds a check."
        if view.stories:
            return f"No story in work. {self.desk.key_of('checks.story')} chooses one."
        return f"No story yet. {self.desk.key_of('checks.story')} adds one, and its checklist stands here."

    def _draw(self, check: Check, width: int) -> Sequence[Content]:
        mark = check.counts_as
        sign, style = MARK_SIGNS[mark]
        quiet = mark in (Mark.GREEN, Mark.N_A)
        words = text.said(check.what, text.DIM if quiet else "")
        return [
            Content.assemble(
                text.said(f"{sign} ", style), text.between(words, (check.category, text.DIM), max(0, width - 2))
            )
        ]

    def tab(self) -> str:
        return f"4 Checks {self.view.count(Mark.RED)} red" if self.view and self.view.story else "4 Checks"

    def footer(self) -> text.Part:
        check = self.rows.row
        if check is None:
            return ""
        mark = check.counts_as
        parts = [plain(mark)]
        if check.mark is not None and self.view is not None:
            parts.append(" ".join(check.mark.evidence.split()))
            parts.append(check.mark.why_less or self.view.codes.get(check.mark.source_id or 0, ""))
            parts.append(check.mark.who)
        if mark is Mark.RED and not any(parts[1:3]):
            parts.insert(1, "nobody has looked")
        return text.assemble((" · ".join(part for part in parts if part), text.DIM))

    def on_row_list_highlighted(self) -> None:
        self.tell()

    # Actions

    def action_mark(self) -> None:
        """Mark the check under the cursor."""
        if (check := self.rows.row) is not None and check.id is not None:
            route("mark")(self.desk, check.id)

    def action_evidence(self) -> None:
        """Write down the evidence for the check under the cursor."""
        if (check := self.rows.row) is not None and check.id is not None:
            route("evidence")(self.desk, check.id)

    def action_add(self) -> None:
        """Add a check; a story where there is none."""
        if self.session.story_id is None:
            route("add")(self.desk, "story", negotiation_id=self.session.talks_id)
        else:
            route("add")(self.desk, "check", story_id=self.session.story_id)

    def action_edit(self) -> None:
        """Edit what the check under the cursor says."""
        if (check := self.rows.row) is not None and check.id is not None:
            route("edit")(self.desk, "check", check.id)

    def action_withdraw(self) -> None:
        """Withdraw the check under the cursor."""
        if (check := self.rows.row) is not None and check.id is not None:
            route("withdraw")(self.desk, "check", check.id)

    def action_draft(self) -> None:
        """Check the story's draft."""
        if self.session.story_id is not None:
            route("draft")(self.desk, self.session.story_id)
        else:
            self.action_story()

    def action_story(self) -> None:
        """Take another story in work, or begin one."""
        from desk.ui.dialogs.pick import Choice, PickScreen

        stories = self.view.stories if self.view else ()
        if not stories:
            route("add")(self.desk, "story", negotiation_id=self.session.talks_id)
            return
        choices = [Choice(story.id, story.slug, story.headline or _state(story)) for story in stories]
        self.app.push_screen(PickScreen("Which story?", choices, chosen=self.session.story_id), self._take)

    def _take(self, story_id: object) -> None:
        if isinstance(story_id, int):
            store = self.session.store
            self.desk.change("", lambda: store.stories.choose(story_id), lambda _: self.session.choose_story(story_id))

    def on_row_list_chosen(self) -> None:
        """Open the record of the check under the cursor."""
        if (check := self.rows.row) is not None:
            self.app.push_screen(route("record")(self.session, "check", check.id or 0))


def _state(story: Story) -> str:
    return "archived" if story.archived else ""
