"""Whatever somebody pastes into a form is kept and shown as words, on every screen that shows what was kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from desk.app.forms.forms import ADD
from desk.app.forms.readers import Line, Names, Passage
from desk.store.store import Store
from desk.ui.entry.entry import open_add
from desk.ui.entry.form import FormScreen
from desk.ui.panes.desk import DeskScreen
from desk.ui.widgets.area import Area
from tests.ui.opened import ODD, SHOWN, a_store, notices, opened, press, settle, shown

#: All kinds of it at once: markup, sequences that steer a terminal or set its clipboard, half a character, two lines.
HOSTILE = f"{ODD} \x1b]52;c;aGk=\x07\ud800\x00 {{0}} %s\r\nsecond line"
#: What steers a terminal, turns the line around, or is no character at all.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: What the fields are given that take only what they know.
GIVEN = {
    "party": {"kind": "union"},
    "person": {"party": "AMPTP"},
    "source": {"kind": "document", "date": "feb 9 2026", "rule": "background"},
    "terms": {"source": "S1", "rule": "background"},
    "negotiation": {"parties": "AMPTP"},
    "issue": {"talks": "sag-aftra-2026"},
    "position": {"issue": "Health and pension funding", "party": "AMPTP", "kind": "stated", "source": "S1"},
    "development": {"kind": "session", "date": "feb 9 2026", "source": "S1", "talks": "sag-aftra-2026"},
    "deadline": {"date": "jun 30 2026"},
    "deadline_date": {"date": "jul 1 2026"},
    "quote": {"speaker": "AMPTP", "source": "S1"},
    "check": {"story": "sag-aftra-week-one"},
    "check_mark": {"mark": "amber"},
    "template": {"other": "AMPTP", "name": "Next talks"},
}
#: Every screen of the desk that shows what was kept, by the keys that lead there and on through it.
WALK = (
    *(("1", *keys) for keys in (("end",), ("enter", "end", "escape"), ("home", "enter", "end", "escape"))),
    *(("2", *keys) for keys in (("end", "enter", "end", "escape"),)),
    *(("3", *keys) for keys in (("home",), ("enter", "end", "escape"), ("Y", "down", "escape"), ("v", "escape", "escape"))),
    *(("4", *keys) for keys in (("end",), ("enter", "escape"), ("space", "escape"))),
    *(("m", tab, "home", "down", "end", "escape") for tab in "123456"),
    ("w", "end", "escape"),
    ("t", "down", "down", "escape"),
    ("A", "end", "escape"),
    ("l", "escape"),
    ("u", "u", "u", "ctrl+r", "ctrl+r", "ctrl+r"),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as one:
        yield one


def preset(store: Store, kind: str) -> dict[str, int | None]:
    """What a form is for, where it is for something that is there."""
    match kind:
        case "check_mark":
            story = next(one for one in store.stories.all() if one.slug == "sag-aftra-week-one")
            return {"check_id": store.stories.checks(story.id or 0)[0].id}
        case "deadline_date":
            return {"deadline_id": store.deadlines.all()[0].id}
        case _:
            return {}


def harmless(pilot: Pilot[int], where: str) -> None:
    said = "\n".join((shown(pilot), *notices(pilot)))
    assert pilot.app.is_running, where
    assert not STEERS.search(said), where
    assert "an error of the desk's own" not in said, where


async def fill(pilot: Pilot[int], kind: str) -> None:
    """Paste into every field: what it needs where it takes only what it knows, else what anybody might write."""
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    for field in ADD[kind].fields:
        given = GIVEN.get(kind, {}).get(field.name, HOSTILE if isinstance(field.reader, Line | Names | Passage) else "")
        if given and not field.only_edited:
            widget = screen.widget(field.name)
            widget.value = ""
            (widget.lines if isinstance(widget, Area) else widget.line).post_message(events.Paste(given))
    await settle(pilot)


async def test_what_anybody_wrote_is_kept_and_shown_as_words_everywhere(store: Store) -> None:
    kinds = [kind for kind in ADD if kind not in ("check_mark", "deadline_date")]
    async with opened(store, (80, 24)) as pilot:
        for kind in (*kinds, "check_mark", "deadline_date"):
            open_add(pilot.app, kind, **preset(store, kind))
            await settle(pilot)
            await fill(pilot, kind)
            harmless(pilot, f"the form of a {kind}")
            await press(pilot, "ctrl+s")
            harmless(pilot, f"a {kind} that was kept")
            assert isinstance(pilot.app.screen, DeskScreen), f"a {kind} was not kept: {shown(pilot)}"
        seen = []
        for keys in WALK:
            for number in range(len(keys)):
                await press(pilot, keys[number])
                harmless(pilot, " ".join(keys[: number + 1]))
                seen.append(shown(pilot))
            assert isinstance(pilot.app.screen, DeskScreen), keys
    assert sum(SHOWN[:20] in one for one in seen) > len(WALK) // 2
