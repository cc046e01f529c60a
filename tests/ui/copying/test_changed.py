"""`w`: what changed in any span, whose names it shows, and what of it an editor gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.clipboard.clipboard import Certainty, Outcome
from desk.model.enums import DevelopmentKind, GroundRule, SourceKind, Tier, VerificationKind
from desk.model.records import Development, Person, Quote, Source, Speaker, Terms
from desk.model.released import Released
from desk.store.store import Store
from desk.ui.copying.changed import ChangedScreen
from desk.ui.copying.selection import SelectionScreen
from desk.ui.copying.send import SendScreen
from desk.ui.dialogs.ask import AskScreen
from tests.ui.opened import a_store, notices, opened, press, shown, type_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened_store:
        yield opened_store


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[Released]:
    """What reached the clipboard, which always takes it."""
    taken: list[Released] = []

    def take(released: Released, _: object) -> Outcome:
        taken.append(released)
        return Outcome(Certainty.COPIED, "xclip", "Copied (xclip).", digest="x")

    monkeypatch.setattr("desk.app.copying.copy", take)
    return taken


def verified(store: Store, words: str) -> int:
    source = store.sources.add(Source(code="tape", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    person = store.people.add_person(Person(name="Ann Lee"))
    number = store.quotes.add(
        Quote(words=words, speakers=(Speaker(person_id=person, name="Ann Lee"),), source_id=source)
    )
    store.quotes.verify(number, VerificationKind.RECORDING, source_id=source, locator="1:00")
    return number


async def test_any_span_is_taken_as_a_date_is_typed_and_echoed_first(store: Store) -> None:
    async with opened(store) as pilot:
        await press(pilot, "w", "s")
        assert isinstance(pilot.app.screen, AskScreen)
        await type_in(pilot, "next week")
        await press(pilot, "enter")
        assert "has not begun yet" in shown(pilot)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "feb 9")
        assert "= Mon Feb 9, and no later; “since …” goes on until now" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChangedScreen)
        assert "What changed ─ Mon Feb 9" in shown(pilot)
        assert "Nothing changed: Mon Feb 9. ] asks about a longer span, s about any." in shown(pilot)
        await press(pilot, "s")
        await type_in(pilot, "since feb 9")
        await press(pilot, "enter")
        assert "What changed ─ since Mon Feb 9" in shown(pilot)
        assert "load the demo" in shown(pilot)


async def test_what_an_editor_gets_is_seen_as_it_is_and_then_copied(store: Store, clipboard: list[Released]) -> None:
    number = verified(store, "We will stay.")
    async with opened(store) as pilot:
        await press(pilot, "w", "y")
        assert isinstance(pilot.app.screen, SendScreen)
        assert "Left out: 4 not verified, stamped or under embargo." in shown(pilot)
        assert clipboard == []
        await press(pilot, "end")
        assert "- verified: “We will stay,” Ann Lee said." in shown(pilot)
        await press(pilot, "enter")
        (released,) = clipboard
        assert released.way.name == "changed"
        assert "Left out" not in released.text
        assert "“We will stay,” Ann Lee said." in released.text
        assert any("Copied (xclip)." in said for said in notices(pilot))
        assert isinstance(pilot.app.screen, ChangedScreen)
    (line,) = store.copies.of(number)
    assert (line.format, line.text, line.confirmed) == ("changed", "verified: “We will stay,” Ann Lee said.", True)


async def test_what_became_another_text_meanwhile_is_not_copied_but_shown(
    store: Store, clipboard: list[Released]
) -> None:
    number = verified(store, "We will stay.")
    async with opened(store) as pilot:
        await press(pilot, "w", "y")
        store.quotes.dispute(number, "she denies it")
        await press(pilot, "enter")
        assert clipboard == []
        assert isinstance(pilot.app.screen, SendScreen)
        await press(pilot, "end")
        assert "disputed: a quote by Ann Lee: she denies it" in shown(pilot)
        assert "verified: “We will stay" not in shown(pilot)
        await press(pilot, "enter")
        assert len(clipboard) == 1


async def test_with_no_clipboard_the_text_stands_to_be_selected(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = Outcome(Certainty.FAILED, "", "Not copied: no clipboard could be reached.")
    monkeypatch.setattr("desk.app.copying.copy", lambda *_: outcome)
    number = verified(store, "We will stay.")
    async with opened(store) as pilot:
        await press(pilot, "w", "y", "enter")
        assert isinstance(pilot.app.screen, SelectionScreen)
        assert "Not copied" in shown(pilot)
    assert store.copies.of(number) == []


async def test_the_screen_names_no_confidential_source(store: Store) -> None:
    person = store.people.add_person(Person(name="Mara Quandt", confidential=False, aliases=("Zelda Quix",)))
    store.people.edit_person(Person(id=person, name="Mara Quandt-Hill", confidential=True))
    one = Development(
        kind=DevelopmentKind.STATEMENT, words="M. Quandt-Hill walks out", date=store.developments.all()[0].date
    )
    store.developments.log(one)
    source = store.sources.add(
        Source(code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
        terms=Terms(rule=GroundRule.BACKGROUND, attribution="a person in the room"),
    )
    quote = Quote(
        words="Call Quandt-Hill.", speakers=(Speaker(person_id=person, name="Mara Quandt-Hill"),), source_id=source
    )
    number = store.quotes.add(quote)
    store.quotes.edit(replace(store.quotes.get(number), words="Call them."))
    async with opened(store) as pilot:
        await press(pilot, "w")
        screen = shown(pilot)
        assert not [name for name in ("Quandt", "Zelda", "Quix") if name in screen]
        assert "person edited: name, aliases, confidential  a confidential source" in screen
        assert "development added  (with a confidential name)" in screen
        assert "quote edited: words  Call them.  was: (with a confidential name)" in screen
        await press(pilot, "y")
        assert "Quandt" not in shown(pilot)
