"""The command palette: every action of the table, the talks, the stories and the themes. Its lines are never markup."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, cast

from textual.command import DiscoveryHit, Hit, Provider
from textual.dom import DOMNode

from desk.app.forms.forms import ADD
from desk.model.frozen import frozen
from desk.ui import keys
from desk.ui.acts import Act
from desk.ui.base import Desk
from desk.ui.entry.entry import open_add
from desk.ui.panes.desk import DeskScreen
from desk.ui.widgets import text

#: What is only ever added beside something else, from where that is.
_BESIDE_SOMETHING = frozenset({"terms", "deadline_date", "check_mark"})


@frozen
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
        app = cast("Desk", self.app)
        on_desk = isinstance(self.screen, DeskScreen)
        found = [
            _Command(_said(act, app.key_of(act.id)), act.tooltip, _doing(app, act.id))
            for act in keys.ACTIONS
            if act.palette and (on_desk or not act.scope)
        ]
        found = [*([] if on_desk else self._of_screen(app)), *found]
        if app.session.turned is None:
            found += [
                _Command(form.title(editing=False), f"Add to the desk: {form.noun}", _adding(app, kind), discover=False)
                for kind, form in ADD.items()
                if kind not in _BESIDE_SOMETHING
            ]
        if on_desk:
            found += self._talks(app)
        found += [
            _Command(f"Theme: {title}", "Use these colours", _theme(app, name), discover=False)
            for name, title in app.themes.titles.items()
        ]
        return found

    def _of_screen(self, app: Desk) -> list[_Command]:
        """What the keys do on the screen in front, where that is not the desk itself."""
        acts = {act.id: act for act in keys.ACTIONS if act.scope and act.shown}
        found: dict[str, _Command] = {}
        for active in self.screen.active_bindings.values():
            act = acts.get(active.binding.id or "")
            if act is not None and active.enabled:
                run = _running(app, active.binding.action, active.node)
                found.setdefault(act.id, _Command(_said(act, app.key_of(act.id)), act.tooltip, run))
        return list(found.values())

    def _talks(self, app: Desk) -> list[_Command]:
        return [
            _Command(f"Talks: {one.name}", "Show these talks", _show_talks(app, one.id), discover=False)
            for one in app.store.talks.negotiations()
        ]


def _said(act: Act, key: str) -> str:
    """ "Quotes: copy  y"."""
    scope = "" if act.scope in ("", "desk") else f"{keys.SCOPES[act.scope]}: "
    words = f"{scope}{act.label}" if scope else act.label[0].upper() + act.label[1:]
    return f"{words}  ({key})" if key else words


def _doing(app: Desk, action: str) -> Callable[[], Any]:
    return lambda: app.do(action)


def _running(app: Desk, action: str, place: DOMNode) -> Callable[[], Any]:
    return lambda: app.run_action(action, place)


def _adding(app: Desk, kind: str) -> Callable[[], Any]:
    return lambda: open_add(app, kind)


def _theme(app: Desk, name: str) -> Callable[[], Any]:
    return lambda: app.keep_theme(name)


def _show_talks(app: Desk, negotiation_id: int | None) -> Callable[[], Any]:
    return lambda: app.session.choose_talks(negotiation_id)
