"""The command palette: every action of the table, the talks, the stories and the themes. Its lines are never markup."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, cast

from textual.command import DiscoveryHit, Hit, Provider

from desk.ui import keys
from desk.ui.acts import Act
from desk.ui.app import DeskApp
from desk.ui.screens.desk import DeskScreen
from desk.ui.widgets import text


@dataclass(frozen=True, slots=True)
class _Command:
    words: str
    help: str
    run: Callable[[], Any]
    discover: bool = True


class Commands(Provider):
    """What can be done from here."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        for command in self._commands():
            if command.discover:
                yield text.offered(command.words, command.run, command.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.words)
            if score > 0:
                yield text.hit(score, command.words, command.run, command.help)

    def _commands(self) -> list[_Command]:
        app = cast("DeskApp", self.app)
        on_desk = isinstance(self.screen, DeskScreen)
        found = [
            _Command(_said(act, app.key_of(act.id)), act.tooltip, _doing(app, act.id))
            for act in keys.ACTIONS
            if act.palette and (on_desk or not act.scope)
        ]
        if on_desk:
            found += self._talks(app)
        found += [
            _Command(f"Theme: {title}", "Use these colours", _theme(app, name), discover=False)
            for name, title in app.themes.titles.items()
        ]
        return found

    def _talks(self, app: DeskApp) -> list[_Command]:
        return [
            _Command(f"Talks: {one.name}", "Show these talks", _show_talks(app, one.id), discover=False)
            for one in app.store.talks.negotiations()
        ]


def _said(act: Act, key: str) -> str:
    """ "Quotes: copy  y"."""
    scope = "" if act.scope in ("", "desk") else f"{keys.SCOPES[act.scope]}: "
    words = f"{scope}{act.label}" if scope else act.label[0].upper() + act.label[1:]
    return f"{words}  ({key})" if key else words


def _doing(app: DeskApp, action: str) -> Callable[[], Any]:
    return lambda: app.do(action)


def _theme(app: DeskApp, name: str) -> Callable[[], Any]:
    return lambda: app.keep_theme(name)


def _show_talks(app: DeskApp, negotiation_id: int | None) -> Callable[[], Any]:
    return lambda: app.session.choose_talks(negotiation_id)
