"""Copying from the screen: what the reporter is told of it, and of a refusal the key that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.app import copying as output
from desk.app.copying import CopyResult
from desk.app.reporter import clipboard_of, house_style
from desk.app.session import Session
from desk.clipboard.clipboard import Certainty
from desk.clipboard.machine import ClipboardEnv
from desk.formats.copies.formats import CopyFormat, all_formats
from desk.model.quotes.refusal import Mend, Refusal
from desk.ui.routes import route
from desk.ui.widgets import text

if TYPE_CHECKING:
    from desk.ui.base import Desk

#: Why a disputed quote is let go all the same, most often.
USUAL_REASONS = ("the dispute is part of the story", "for the other side to answer", "for the editor, not for print")
#: The action whose key mends a refusal.
_MENDS = {
    Mend.RESTORE: "undo",
    Mend.SET_TERMS: "quotes.terms",
    Mend.EDIT_QUOTE: "quotes.edit",
    Mend.VERIFY: "quotes.verify",
}


def formats(session: Session) -> tuple[CopyFormat, ...]:
    """The formats there are, the usual one first."""
    return all_formats(session.config.templates)


def around_of(app: Desk) -> ClipboardEnv:
    """Where the desk runs, with the reporter's own command and the private folder."""
    return clipboard_of(app.session.config, app.locations, app.terminal)


def copy_quote(app: Desk, quote_id: int, chosen: CopyFormat | None = None, *, override: str = "") -> None:
    """Copy a quote from the screen, and say exactly what went out, where to, and how sure that is."""
    session = app.session
    wanted = chosen or formats(session)[0]
    around, clear_after = around_of(app), session.config.clipboard.clear_after
    style, now, story_id, store = house_style(session), session.gate_now(), session.story_id, session.store

    def done(went: CopyResult | Refusal) -> None:
        if isinstance(went, Refusal):
            _refused(app, went, quote_id, wanted)
        else:
            say(app, went)

    def work() -> CopyResult | Refusal:
        return output.copy_quote(
            store, quote_id, wanted, style, around, way="clipboard", now=now, story_id=story_id,
            clear_after=clear_after, override=override, naming=session.config.labels.of,
        )  # fmt: skip

    app.in_background("copying", work, done)


def say(app: Desk, went: CopyResult, *, shown: str = "") -> None:
    """Tell the reporter exactly what went out, and what became of it; `shown` stands for a text that was seen just now."""
    outcome, told = went.outcome, went.sentence
    if outcome.certainty in (Certainty.FILE, Certainty.FAILED):
        app.push_screen(route("selection")(went.released, told))
        return
    sure = outcome.certainty is Certainty.COPIED
    text.notice(app, f"{shown or went.released.text}\n\n{told}", "information" if sure else "warning", seconds=8)


def _refused(app: Desk, refusal: Refusal, quote_id: int, chosen: CopyFormat) -> None:
    if refusal.mend is Mend.GIVE_REASON:
        from desk.ui.dialogs.pick import Choice, PickScreen

        def go(reason: object) -> None:
            if isinstance(reason, str) and reason.strip():
                copy_quote(app, quote_id, chosen, override=reason)

        choices = [Choice(reason, reason) for reason in USUAL_REASONS]
        app.push_screen(PickScreen("Disputed. Copy it all the same, because …", choices, free=True), go)
        return
    key = app.key_of(_MENDS[refusal.mend]) if refusal.mend in _MENDS else ""
    text.notice(app, f"Not copied. {refusal.on_screen()}" + (f" ({key})" if key else ""), "warning", seconds=8)
