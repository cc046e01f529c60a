"""A copy from key to clipboard: gate, release, clipboard chain, copy log; and what the reporter is told of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.frozen import frozen
from desk.model.gate import Permit, gate
from desk.model.groundrules import Naming, label
from desk.model.records import Copied
from desk.model.refusal import Mend, Refusal
from desk.model.text import one_line
from desk.output.attribution import Guide, House
from desk.output.clearing import clear_later
from desk.output.clipboard import Certainty, Outcome, copy
from desk.output.confidential import confidential_names
from desk.output.formats import CopyFormat, all_formats
from desk.output.machine import Surroundings, surroundings
from desk.output.marks import Marks
from desk.output.release import Released, release
from desk.store.store import Store
from desk.ui.panes.quote_lines import hidden
from desk.ui.session import Session
from desk.ui.widgets import text

if TYPE_CHECKING:
    from desk.ui.app import DeskApp

#: Why a disputed quote is let go all the same, most often.
USUAL_REASONS = ("the dispute is part of the story", "for the other side to answer", "for the editor, not for print")
#: The action whose key mends a refusal.
_MENDS = {
    Mend.RESTORE: "undo",
    Mend.SET_TERMS: "quotes.terms",
    Mend.EDIT_QUOTE: "quotes.edit",
    Mend.VERIFY: "quotes.verify",
}


@frozen
class Went:
    """A copy that was made: exactly what went out, what became of it, and what is said of its being cleared again."""

    released: Released
    outcome: Outcome
    cleared: str = ""


def house(session: Session) -> House:
    """The newsroom's style, with the reporter's day."""
    style = session.config.style
    return House(today=session.today(), marks=Marks(style.marks), guide=Guide(style.guide))


def formats(session: Session) -> tuple[CopyFormat, ...]:
    """The formats there are, the usual one first."""
    return all_formats(session.config.templates)


@frozen
class Prepared:
    """The text as it would leave now, or why not. `secret`: its source is one to be careful with."""

    answer: Released | Refusal
    secret: bool
    disputed: bool


def prepare(
    store: Store, quote_id: int, chosen: CopyFormat, style: House, *, now: datetime, override: str = "",
    naming: Naming = label,
) -> Prepared:  # fmt: skip
    """Ask the gate, and make the text of what it lets through."""
    record = store.quotes.record(quote_id)
    answer: Permit | Released | Refusal = gate(record, now=now, override=override, naming=naming)
    if isinstance(answer, Permit):
        answer = release(answer, chosen, way="clipboard", names=confidential_names(store), house=style)
    return Prepared(answer, hidden(record), disputed=bool(record.quote.disputed))


def send(
    store: Store, quote_id: int, chosen: CopyFormat, style: House, around: Surroundings, *, now: datetime,
    story_id: int | None, clear_after: int, override: str = "", naming: Naming = label,
) -> Went | Refusal:  # fmt: skip
    """Copy a quote and keep that in the copy log. Runs in a thread: a clipboard may take two seconds to answer."""
    prepared = prepare(store, quote_id, chosen, style, now=now, override=override, naming=naming)
    released = prepared.answer
    if isinstance(released, Refusal):
        return released
    outcome = copy(released, around)
    if outcome.certainty is not Certainty.FAILED:
        store.copies.log(
            Copied(
                quote_id=quote_id,
                story_id=story_id,
                format=chosen.name,
                text=released.text,
                stamp=released.stamp,
                mechanism=outcome.mechanism,
                confirmed=outcome.certainty is Certainty.COPIED,
                reason=one_line(override) if prepared.disputed else "",
            )
        )
    # By a process of its own, so that it is cleared also where the desk is left before.
    return Went(released, outcome, clear_later(outcome, around, clear_after) if prepared.secret else "")


def around_of(app: DeskApp) -> Surroundings:
    """Where the desk runs, with the reporter's own command and the private folder."""
    return surroundings(
        terminal=app.terminal,
        command=app.session.config.clipboard.command,
        folder=app.locations.copied.parent if app.locations is not None else None,
    )


def copy_quote(app: DeskApp, quote_id: int, chosen: CopyFormat | None = None, *, override: str = "") -> None:
    """Copy a quote from the screen, and say exactly what went out, where to, and how sure that is."""
    session = app.session
    wanted = chosen or formats(session)[0]
    around, clear_after = around_of(app), session.config.clipboard.clear_after
    style, now, story_id, store = house(session), session.gate_now(), session.story_id, session.store

    def done(went: Went | Refusal) -> None:
        if isinstance(went, Refusal):
            _refused(app, went, quote_id, wanted)
        else:
            say(app, went)

    app.in_background(
        "copying",
        lambda: send(
            store,
            quote_id,
            wanted,
            style,
            around,
            now=now,
            story_id=story_id,
            clear_after=clear_after,
            override=override,
            naming=session.config.labels.of,
        ),
        done,
    )


def say(app: DeskApp, went: Went, *, shown: str = "") -> None:
    """Tell the reporter exactly what went out, and what became of it; `shown` stands for a text that was seen just now."""
    outcome, told = went.outcome, f"{went.outcome.sentence} {went.cleared}".rstrip()
    if outcome.certainty in (Certainty.FILE, Certainty.FAILED):
        from desk.ui.screens.selection import SelectionScreen

        app.push_screen(SelectionScreen(went.released, told))
        return
    sure = outcome.certainty is Certainty.COPIED
    text.notice(app, f"{shown or went.released.text}\n\n{told}", "information" if sure else "warning", seconds=8)


def _refused(app: DeskApp, refusal: Refusal, quote_id: int, chosen: CopyFormat) -> None:
    if refusal.mend is Mend.GIVE_REASON:
        from desk.ui.screens.pick import Choice, PickScreen

        def go(reason: object) -> None:
            if isinstance(reason, str) and reason.strip():
                copy_quote(app, quote_id, chosen, override=reason)

        choices = [Choice(reason, reason) for reason in USUAL_REASONS]
        app.push_screen(PickScreen("Disputed. Copy it all the same, because …", choices, free=True), go)
        return
    key = app.key_of(_MENDS[refusal.mend]) if refusal.mend in _MENDS else ""
    text.notice(app, f"Not copied. {refusal.on_screen()}" + (f" ({key})" if key else ""), "warning", seconds=8)
