"""The one table of the desk's actions. Bindings, the palette, the help and the config's keys are all made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desk.ui.acts import Act
from desk.ui.acts import act as _act
from desk.ui.screenkeys import ALONE, MEET, SCREENS

if TYPE_CHECKING:
    from textual.binding import BindingType

    from desk.config.keymap import ActionKeys

#: What a key is bound to that is to have none: a name that no terminal sends.
UNBOUND = "unbound"

ACTIONS: tuple[Act, ...] = (
    # From anywhere
    _act("log", "l", "log", "Log a development, in one line"),
    _act("quote", '"', "quote", "Note a quote, in one line"),
    _act("import", "i", "import", "Import a statement, quotes or talks", action="import_words", shown=False),
    _act("undo", "u", "undo", "Take back what was done last", shown=False),
    _act("redo", "ctrl+r", "redo", "Do again what was taken back", shown=False),
    _act("changed", "w", "what changed", "What changed since the desk was last opened, or any span", shown=False),
    _act("reference", "m", "people, sources …", "People, parties, sources, talks and stories", shown=False),
    _act("theme", "", "theme", "Choose the colours, with preview", shown=False),
    _act("help", "?", "keys", "The keys that work here, and the signs", action="keys"),
    _act("palette", "ctrl+p", "commands", "Every command, by name", action="command_palette", palette=False, priority=True),
    _act("quit", "q ctrl+q", "quit", "Leave the desk; everything is saved", shown=False),
    # Moving on the desk
    _act("desk.talks", "1", "talks", "Go to the talks", action="go('talks')", shown=False),
    _act("desk.deadlines", "2", "deadlines", "Go to the deadlines", action="go('deadlines')", shown=False),
    _act("desk.quotes", "3", "quotes", "Go to the quotes", action="go('quotes')", shown=False),
    _act("desk.checks", "4", "checks", "Go to the checks", action="go('checks')", shown=False),
    _act("desk.next", "tab", "next pane", "Go to the next pane", action="next_pane(1)", shown=False, palette=False),
    _act("desk.previous", "shift+tab", "pane before", "Go to the pane before", action="next_pane(-1)", shown=False, palette=False),
    _act("desk.search", "/", "search", "Search the quotes", action="search"),
    _act("desk.talks_before", "[", "talks before", "Show the talks before these", action="other_talks(-1)", shown=False),
    _act("desk.timeline", "t", "timeline", "Every negotiation on one calendar; turns the desk to any day", shown=False),
    _act("desk.all_talks", "A", "all talks", "All talks, one line each; one issue across guilds and cycles", shown=False),
    _act("desk.day_before", "<", "a day back", "Turn the whole desk to the day before", action="turn(-1)", shown=False),
    _act("desk.day_after", ">", "a day on", "Turn the whole desk to the day after", action="turn(1)", shown=False),
    _act("desk.known", "K", "as we knew it", "As it stood then, or as we knew it then", shown=False),
    _act("desk.today", "0", "back to today", "Turn the whole desk back to today", shown=False),
    _act("desk.talks_after", "]", "other talks", "Show the next talks", action="other_talks(1)", shown=False),
    # Talks
    _act("talks.add", "a", "add position", "Add a position, or an issue"),
    _act("talks.edit", "e", "edit", "Edit what is under the cursor"),
    _act("talks.withdraw", "x", "withdraw", "Withdraw what is under the cursor", shown=False),
    _act("talks.left", "left", "side before", "The side before, on an issue", action="side(-1)", shown=False, palette=False),
    _act("talks.right", "right", "next side", "The next side, on an issue", action="side(1)", shown=False, palette=False),
    # Deadlines
    _act("deadlines.add", "a", "add", "Add a deadline"),
    _act("deadlines.edit", "e", "another date", "Give it another date; the old one stays"),
    _act("deadlines.done", "space", "done", "It is done, or is not after all"),
    _act("deadlines.withdraw", "x", "withdraw", "Withdraw the deadline", shown=False),
    # Quotes
    _act("quotes.copy", "y", "copy", "Copy the quote, as far as it may leave"),
    _act("quotes.copy_as", "Y", "copy as …", "Choose a format, with preview"),
    _act("quotes.verify", "v", "verify", "Compare the quote with its source"),
    _act("quotes.add", "a", "add", "Add a quote"),
    _act("quotes.edit", "e", "edit", "Edit the quote"),
    _act("quotes.withdraw", "x", "withdraw", "Withdraw the quote", shown=False),
    _act("quotes.verify_all", "V", "verify all of it", "Compare all quotes of this one's source with its kept file", shown=False),
    _act("quotes.terms", "T", "terms", "What this quote's terms allow; set or renegotiate them, embargo", shown=False),
    _act("quotes.dispute", "D", "dispute", "Mark the quote disputed, with the reason, or settle it", shown=False),
    _act("quotes.names", "N", "name", "Show, or hide, who is behind an agreed attribution", shown=False),
    _act("quotes.elsewhere", "S", "elsewhere", "Open a quote that has the same, or nearly the same, words", shown=False),
    _act("quotes.clear", "escape", "all quotes", "Empty the search line", shown=False, palette=False),
    _act("search.results", "enter down", "to the results", "Go to the results", palette=False),
    _act("search.copy_first", "ctrl+y", "copy the first", "Copy the first quote found"),
    _act("search.leave", "escape", "leave", "Empty the search line, or leave it", palette=False),
    # Verify
    _act("verify.passes", "ctrl+s", "pass", "Write down that it was compared and is the same", palette=False),
    _act("verify.paste", "p", "paste", "Take the passage from the clipboard", palette=False),
    _act("verify.kept", "f", "kept file", "Find the quote in the source's kept file", palette=False),
    _act("verify.segment", "s", "pick from it", "Pick the place in the transcript by its timecode", palette=False),
    _act("verify.keep", "F", "keep a file", "Keep a copy of a file as the source's evidence", shown=False, palette=False),
    _act("verify.kind", "k", "kind", "Another kind of check", palette=False),
    _act("verify.source", "o", "other source", "Compare with another source", palette=False),
    _act("verify.listened", "l", "listened", "You listened to the recording at this timecode, or did not", palette=False),
    _act("verify.take_over", "t", "take over", "Put the passage's words into the quote", palette=False),
    _act("verify.note", "n", "sense kept", "Say why a cut or an insertion keeps the sense", shown=False, palette=False),
    _act("verify.dispute", "d", "dispute", "Mark the quote disputed, with the reason", palette=False),
    _act("verify.press", "enter", "pass", "Press the button: pass, where nothing stands in the way", shown=False, palette=False),
    _act("verify.leave", "escape q", "leave", "Leave the field, or the screen", palette=False),
    # Terms
    _act("terms.set", "e", "set", "Set what was agreed with this source, or renegotiate it", palette=False),
    _act("terms.own", "E", "for this quote", "Set what was agreed for this quote alone", palette=False),
    _act("terms.embargo", "b", "embargo", "Set an embargo, or another end for it", palette=False),
    _act("terms.embargo_own", "B", "for this quote", "Set an embargo on this quote alone", palette=False),
    _act("terms.lift", "L", "lift", "Lift the embargo early, with a note", palette=False),
    # Timeline
    _act("timeline.turn", "enter", "turn the desk", "Turn the whole desk to this day", palette=False),
    _act("timeline.day_before", "left", "day", "The day before", action="day(-1)", palette=False),
    _act("timeline.day_after", "right", "day", "The day after", action="day(1)", palette=False),
    _act("timeline.month_before", "{ shift+left", "month", "A month back", action="month(-1)", palette=False),
    _act("timeline.month_after", "} shift+right", "month", "A month on", action="month(1)", palette=False),
    _act("timeline.today", "home 0", "today", "To today", palette=False),
    _act("timeline.next", "n", "next", "To the next thing of these talks", action="mark(1)", palette=False),
    _act("timeline.previous", "b", "before", "To the thing before of these talks", action="mark(-1)", palette=False),
    _act("timeline.nearer", "+ =", "nearer", "Look nearer: weeks", action="zoom(1)", palette=False),
    _act("timeline.wider", "-", "wider", "Look wider: quarters, years", action="zoom(-1)", palette=False),
    _act("timeline.fit", "f", "all of it", "Everything there is, archived talks too", palette=False),
    _act("timeline.pace", "p", "pace", "Lay all talks over each other by their first day, or by the calendar", palette=False),
    _act("timeline.known", "K", "as we knew it", "As it stood on that day, or as we knew it then", palette=False),
    _act("timeline.all_talks", "A", "all talks", "All talks, one line each", palette=False),
    _act("timeline.leave", "escape q t", "back", "Back to the desk", palette=False),
    # All talks
    _act("all_talks.compare", "c", "compare an issue", "One issue across guilds and cycles, side by side", palette=False),
    _act("all_talks.timeline", "t", "timeline", "Every negotiation on one calendar", palette=False),
    _act("all_talks.leave", "escape q A", "back", "Back to the desk", palette=False),
    # An issue across talks
    _act("compare.left", "left", "talks before", "Bring the talks before into sight", action="side(-1)", palette=False),
    _act("compare.right", "right", "other talks", "Bring the next talks into sight", action="side(1)", palette=False),
    # Checks
    _act("checks.mark", "space", "mark", "Mark the check"),
    _act("checks.evidence", "E", "evidence", "Write down the evidence"),
    _act("checks.add", "a", "add", "Add a check"),
    _act("checks.edit", "e", "edit", "Edit the check", shown=False),
    _act("checks.withdraw", "x", "withdraw", "Withdraw the check", shown=False),
    _act("checks.draft", "d", "draft", "Check the story's draft: its quotations, and whether their words are right"),
    _act("checks.story", "s", "other story", "Show the checks of another story"),
    # The draft
    _act("draft.next", "n", "next to see to", "The next thing that is to be seen to", action="wrong(1)", palette=False),
    _act("draft.previous", "N", "before", "The one before that is to be seen to", action="wrong(-1)", palette=False),
    _act("draft.down", "down j", "next found", "The next thing found", action="step(1)", shown=False, palette=False),
    _act("draft.up", "up k", "found before", "The thing found before", action="step(-1)", shown=False, palette=False),
    _act("draft.page_down", "pagedown", "a page down", "A page further in the text", action="scroll(1)", shown=False, palette=False),
    _act("draft.page_up", "pageup", "a page up", "A page back in the text", action="scroll(-1)", shown=False, palette=False),
    _act("draft.open", "enter", "open the quote", "Open the bank's quote", palette=False),
    _act("draft.file", "o", "other file", "The draft is in another file", shown=False, palette=False),
    _act("draft.leave", "escape q", "back", "Back to the desk", palette=False),
    # The screens on top of the desk, forms and questions
    *SCREENS,
)  # fmt: skip

#: What the scopes are called in the help.
SCOPES: Mapping[str, str] = {
    "": "From anywhere",
    "desk": "On the desk",
    "talks": "Talks",
    "deadlines": "Deadlines",
    "quotes": "Quotes",
    "search": "The search line",
    "checks": "Checks",
    "draft": "The draft",
    "verify": "Verify",
    "terms": "Terms",
    "sheet": "On a record, and what is read like one",
    "record": "A development, an issue, a deadline, a check",
    "changed": "What changed",
    "reference": "People, parties, sources, talks, stories",
    "mark": "Marking a check",
    "line": "The log line and the quote line",
    "form": "In a form",
    "conflict": "What two have changed",
    "entry": "In a line with completions",
    "area": "In a field of several lines",
    "import": "Import",
    "ask": "In a question",
    "verify_all": "All quotes of a source",
    "first": "The first start",
    "timeline": "Timeline",
    "all_talks": "All talks",
    "compare": "An issue across talks",
    "rows": "In every list",
}

#: Scopes whose keys meet those of every pane, so that the config may not give one key to both.
_EVERYWHERE = {"desk": ""}
#: Where there are no lists.
_LISTLESS = {"form", "line", "entry", "area", "mark", "sheet", "record", "changed"}

_ROWS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("rows.down", ("down", "j"), "rows", "down"),
    ("rows.up", ("up", "k"), "rows", "up"),
    ("rows.page_down", ("pagedown",), "rows", "a page down"),
    ("rows.page_up", ("pageup",), "rows", "a page up"),
    ("rows.first", ("home", "g"), "rows", "the first"),
    ("rows.last", ("end", "G"), "rows", "the last"),
    ("rows.choose", ("enter",), "rows", "open"),
)


def config_actions() -> tuple[ActionKeys, ...]:
    """Every action that the config may give other keys."""
    from desk.config.keymap import ActionKeys  # only where there is a config, which few have

    lists = tuple({"", *SCOPES} - _LISTLESS)
    return (
        *(
            ActionKeys(
                act.id,
                act.keys,
                _EVERYWHERE.get(act.scope, act.scope),
                act.tooltip,
                meets=MEET.get(act.scope, ()),
                alone=act.scope in ALONE,
            )
            for act in ACTIONS
        ),
        *(ActionKeys(*row, meets=lists) for row in _ROWS),
    )


def default_keys(action: str) -> tuple[str, ...]:
    """The keys that an action has where the config says nothing; none for what is no action."""
    listed = next((row[1] for row in _ROWS if row[0] == action), ())
    return next((act.keys for act in ACTIONS if act.id == action), listed)


def of(scope: str) -> Iterable[Act]:
    """The actions of one scope, in the order of the table."""
    return (act for act in ACTIONS if act.scope == scope)


def bindings(*scopes: str) -> list[BindingType]:
    """What a widget of these scopes binds."""
    return _bound(act for scope in scopes for act in of(scope))


def bindings_of(*ids: str) -> list[BindingType]:
    """What a widget binds that has only some of a scope's actions."""
    return _bound(act for act in ACTIONS if act.id in ids)


def _bound(acts: Iterable[Act]) -> list[BindingType]:
    from textual.binding import Binding  # the table itself is for commands too, which load no screen

    return [
        Binding(
            ",".join(_KEY_NAMES.get(key, key) for key in act.keys) or UNBOUND,
            act.action,
            act.label,
            show=act.shown,
            tooltip=act.tooltip,
            id=act.id,
            priority=act.priority,
        )
        for act in acts
    ]


def keymap(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The reporter's own keys, as the app takes them."""
    return {action: ",".join(own) or UNBOUND for action, own in keys.items()}


_KEY_NAMES = {
    '"': "quotation_mark",
    "?": "question_mark",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}
_SHOWN_KEYS = {
    "enter": "↵",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "space",
    "tab": "tab",
    "shift+tab": "⇧tab",
    "quotation_mark": '"',
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def shown_key(key: str) -> str:
    """A key as people read it: `^p`, `↵`, `?`."""
    *modifiers, base = key.split("+")
    if key in _SHOWN_KEYS:
        return _SHOWN_KEYS[key]
    words = "".join({"ctrl": "^", "shift": "⇧"}.get(one, f"{one}+") for one in modifiers)
    return words + _SHOWN_KEYS.get(base, base)


def key_shown(shown: str) -> tuple[str, str]:
    """What a key that is shown so is called, and the character that it types; empty for what is no key."""
    from textual.keys import Keys, _character_to_key

    if len(shown) == 1 and shown.isascii():
        return _character_to_key(shown), shown
    for sign, modifier in (("^", "ctrl"), ("⇧", "shift")):
        if shown.startswith(sign) and shown not in _SHOWN_KEYS.values():
            base, _ = key_shown(shown[1:])
            return f"{modifier}+{base}" if base else "", ""
    named = next((key for key, words in _SHOWN_KEYS.items() if words == shown), shown)
    return (named if named in _SHOWN_KEYS or named in set(Keys) else ""), ""
