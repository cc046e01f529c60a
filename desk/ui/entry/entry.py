"""The ways in: what the panes and the app call to have something added, edited, marked or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.app.forms.forms import ADD, Withdrawal, withdrawal
from desk.app.forms.version import Preset
from desk.model.errors import DeskError
from desk.model.text import one_line
from desk.ui.dialogs.confirm import ConfirmScreen
from desk.ui.entry.form import FormScreen
from desk.ui.routes import route

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: As much of somebody's words as a notice has room for.
_MOST = 48


def open_add(app: Desk, kind: str, /, **preset: int | str | None) -> None:
    """Ask for a new thing of that kind. `preset` are ids (`issue_id=3`) or texts of fields (`name="Jo Roe"`)."""
    app.push_screen(FormScreen(app.session, kind, preset=_given(preset)), lambda row_id: show_new(app, kind, row_id))


def show_new(app: Desk, kind: str, row_id: int | None) -> None:
    """Put the cursor on what was just added, where a pane of the desk lists it: the next key is meant for it."""
    from desk.ui.panes.desk import DeskScreen

    main = app.screen_stack[0]
    if row_id is None or not isinstance(main, DeskScreen):
        return
    match kind:
        case "deadline" | "development" | "issue":
            main.want("deadlines" if kind == "deadline" else "talks", (kind, row_id))
        case "quote" | "check":
            main.want("quotes" if kind == "quote" else "checks", row_id)


def _given(preset: dict[str, int | str | None]) -> Preset:
    return {key: value for key, value in preset.items() if value is not None}


def open_edit(app: Desk, kind: str, row_id: int) -> None:
    """Edit what there is. Of a thing that is only added to, the edit is a new row that corrects this one."""
    app.push_screen(FormScreen(app.session, kind, row_id=row_id))


def open_withdraw(app: Desk, kind: str, row_id: int) -> None:
    """Say what withdrawing means, and do it when it is confirmed."""
    store = app.store
    question = ConfirmScreen(f"Withdraw the {ADD[kind].noun}?", "", (("y", "withdraws"),), ready=False)
    found: list[Withdrawal] = []

    def arrived(meant: Withdrawal) -> None:
        found.append(meant)
        undo = app.key_of("undo")
        question.tell(meant.what, f"{meant.follows} It stays in the record; {undo} brings it back.".strip())

    def gone(error: DeskError) -> None:
        app.say_error(error)
        question.give_up()

    def answered(key: str | None) -> None:
        if key == "y" and found:
            app.change(f"{ADD[kind].noun} withdrawn: {_short(found[0].what)}", found[0].work)

    app.push_screen(question, answered)
    app.in_background("reading what is withdrawn", lambda: withdrawal(store, kind, row_id), arrived, failed=gone)


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"


def open_log_line(app: Desk) -> None:
    """Take one development in one line."""
    from desk.ui.entry.oneline import LOG, OneLineScreen

    app.push_screen(OneLineScreen(app.session, LOG), lambda row_id: show_new(app, "development", row_id))


def open_quote_line(app: Desk) -> None:
    """Take one quote in one line."""
    from desk.ui.entry.oneline import QUOTE, OneLineScreen

    app.push_screen(OneLineScreen(app.session, QUOTE), lambda row_id: show_new(app, "quote", row_id))


def named(app: Desk, then: Callable[[], None]) -> None:
    """Do this once the desk knows whose name stands beside a check: it is asked for where nobody gave it yet."""
    settings = app.store.settings

    def known(name: str) -> None:
        if name:
            then()
            return
        from desk.ui.dialogs.ask import AskScreen

        hint = "A name is needed, since every check says who made it."
        app.push_screen(AskScreen("Your name", hint=hint), answered)

    def answered(name: str | None) -> None:
        if name is not None and one_line(name):
            app.change("", lambda: settings.put("reporter", one_line(name)), lambda _: then())

    def read() -> str:
        name = settings.reporter()
        if not name and (name := one_line(app.session.config.reporter.name)):
            settings.put("reporter", name)
        return name

    app.in_background("reading who checks", read, known)


def open_mark(app: Desk, check_id: int) -> None:
    """Mark a check with one key."""
    named(app, lambda: _open_mark(app, check_id))


def _open_mark(app: Desk, check_id: int) -> None:
    def marked(mark: str | None) -> None:
        if mark is not None:
            open_add(app, "check_mark", check_id=check_id, mark=mark or None)

    app.push_screen(route("mark_question")(app.session, check_id), marked)


def open_evidence(app: Desk, check_id: int) -> None:
    """Write down what a check rests on."""
    named(app, lambda: open_add(app, "check_mark", check_id=check_id))


def open_another_date(app: Desk, deadline_id: int) -> None:
    """Give a deadline another date; the old one stays."""
    open_add(app, "deadline_date", deadline_id=deadline_id)


def open_reference(app: Desk) -> None:
    """Show what talks, quotes and checks refer to."""
    app.push_screen(route("reference_screen")(app.session))


def open_import(app: Desk) -> None:
    """Take in a file, or a statement that is pasted."""
    app.push_screen(route("import_screen")(app.session))
