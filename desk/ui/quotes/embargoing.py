"""Setting an embargo and lifting it early, on whatever it is: a source, a quote or a development."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from desk.model.dates import show as dateshow
from desk.model.dates import value as dates
from desk.model.quotes.embargo import until
from desk.model.records import Embargo
from desk.ui.widgets import text

if TYPE_CHECKING:
    from desk.ui.base import Desk


def left(embargo: Embargo, now: datetime, zone: str) -> str:
    """How long an embargo holds yet: "in 3 h 20 m", "in 6 d"."""
    return f"in {dateshow.days_left(dates.instant(embargo.until, embargo.zone), now, zone)}"


def in_words(embargo: Embargo, now: datetime, zone: str) -> Content:
    """An embargo that stands, with its sign, its end and how long that is: "⏲ Tue Jun 30, 5 p.m. PT  in 6 d"."""
    return text.assemble(("⏲ ", "$embargo"), until(embargo, now), (f"  {left(embargo, now, zone)}", "$embargo"))


def ask_until(app: Desk, standing: Embargo | None, target: Embargo) -> None:
    """Ask until when, and set it: in place of the one that stands, or as `target` says on what."""
    # The panes need the words above for their first paint, and no question yet.
    from desk.model.dates.parse import entry_form, parse_instant
    from desk.ui.dialogs.ask import AskScreen

    session = app.session

    def echo(typed: str) -> Content:
        moment = parse_instant(typed, now=session.gate_now(), zone=session.zone)
        zones = (session.zone, *session.config.time.also_in)
        return text.said(dateshow.long(dates.instant(*moment), zones=zones))

    def typed(words: str | None) -> None:
        if words is None:
            return
        moment, zone = parse_instant(words, now=session.gate_now(), zone=session.zone)
        embargo = replace(target, until=moment, zone=zone, corrects=standing.id if standing is not None else None)
        if standing is not None and moment < standing.until:
            # An earlier end lets things out earlier, so it is noted like a lift.
            _ask_note(app, embargo, "Why does it end earlier?", "the embargo ends earlier")
        else:
            app.change("embargo set", lambda: session.store.sources.set_embargo(embargo))

    value = entry_form(dates.instant(standing.until, standing.zone), zone=session.zone) if standing else ""
    hint = "a day and its time: fri 5pm, mar 6 9am ET"
    app.push_screen(AskScreen("Embargo until …", value=value, hint=hint, echo=echo), typed)


def ask_lift(app: Desk, standing: Embargo | None) -> None:
    """Lift an embargo early, with a note."""
    if standing is None:
        text.notice(app, "There is no embargo to lift.", "warning")
        return
    lifted = replace(standing, id=None, lifted=True, corrects=standing.id, recorded_at=None)
    _ask_note(app, lifted, "Lift the embargo now: who agreed, and why?", "embargo lifted")


def _ask_note(app: Desk, embargo: Embargo, question: str, label: str) -> None:
    from desk.ui.dialogs.ask import AskScreen

    store = app.session.store

    def noted(note: str | None) -> None:
        if note is not None:
            app.change(label, lambda: store.sources.set_embargo(replace(embargo, note=note)))

    app.push_screen(AskScreen(question, hint="It is kept with the embargo."), noted)
